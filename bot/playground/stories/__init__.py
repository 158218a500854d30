"""The same circle told in each language: written, not translated."""
