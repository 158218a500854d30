"""Starter prompts in a community's pool: added once each, and taken out again while unused."""

import json
from collections.abc import Iterable

from data.prompts import COUNT, LAST, MOST_PROMPTS
from data.store import Store


async def add(
    store: Store, guild_id: int, starters: Iterable[tuple[str, str, str]], at: int
) -> int:
    """Put those starter prompts at the end that are not in the pool, as many as it has room for.

    Each is its name, its text and its theme. Returns how many were added.
    """
    added = 0
    async with store.write() as tx:
        for name, text, theme in starters:
            row = await tx.run_one(
                "INSERT INTO prompts (guild_id, text, theme, added_at, position, starter)"
                f" SELECT ?1, ?2, ?3, ?4, {LAST}, ?5 WHERE {COUNT} < ?6 AND NOT EXISTS"
                " (SELECT 1 FROM prompts WHERE guild_id = ?1 AND starter = ?5) RETURNING 1",
                (guild_id, text, theme, at, name, MOST_PROMPTS),
            )
            added += row is not None
    return added


async def take_out(store: Store, guild_id: int, texts: Iterable[str]) -> int:
    """Remove the starter prompts with these texts that were never used; returns how many.

    One whose text was edited is the community's own by now, and stays.
    """
    async with store.write() as tx:
        rows = await tx.run(
            "DELETE FROM prompts AS p WHERE p.guild_id = ? AND p.starter <> ''"
            " AND p.text IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1"
            "  FROM deliveries d WHERE d.guild_id = p.guild_id AND d.prompt_id = p.prompt_id)"
            " RETURNING 1",
            (guild_id, json.dumps([*texts])),
        )
    return len(rows)
