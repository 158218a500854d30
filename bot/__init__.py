"""The bot's core. It knows no feature: those are the extensions in cogs/."""
