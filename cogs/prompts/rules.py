"""Decisions about prompts: no Discord, no database, no clock."""

PROMPT_LONGEST = 500
THEME_LONGEST = 40
