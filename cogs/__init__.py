"""The features, one folder each: cog (commands), ui (what is shown), rules (decisions)."""
