"""Prompts that members suggest: they wait for a moderator, and are in no pool until then."""

from typing import Literal

from data.prompts import COUNT, LAST, MOST_PROMPTS, Prompt, spelled, within
from data.store import Store, page_start

MOST_OWN, MOST_WAITING = 3, 50
"""How many may wait of one member, and of a community."""

Suggested = Literal["kept", "own full", "full"]
Approved = Literal["approved", "full", "gone"]


async def suggest(store: Store, guild_id: int, text: str, author_id: int, at: int) -> Suggested:
    """Keep a suggestion; "own full" and "full" where as many wait as may, of the member or all."""
    async with store.write() as tx:
        counted = await tx.run_one(
            "SELECT count(*) AS waiting, coalesce(sum(author_id = ?2), 0) AS own"
            " FROM prompts WHERE guild_id = ?1 AND state = 'suggested'",
            (guild_id, author_id),
        )
        assert counted is not None
        if counted["own"] >= MOST_OWN:
            return "own full"
        if counted["waiting"] >= MOST_WAITING:
            return "full"
        await tx.run(
            "INSERT INTO prompts (guild_id, text, author_id, added_at, state)"
            " VALUES (?, ?, ?, ?, 'suggested')",
            (guild_id, text, author_id, at),
        )
    return "kept"


async def waiting(
    store: Store, guild_id: int, limit: int, offset: int = 0
) -> tuple[list[Prompt], int]:
    """A page of what waits, longest first, and how many wait in all."""
    counted = await store.read_one(
        "SELECT count(*) AS count FROM prompts WHERE guild_id = ? AND state = 'suggested'",
        (guild_id,),
    )
    assert counted is not None
    rows = await store.read(
        "SELECT prompt_id, guild_id, text, theme, state, position, author_id, added_at,"
        " NULL AS last_used FROM prompts WHERE guild_id = ? AND state = 'suggested'"
        " ORDER BY prompt_id LIMIT ? OFFSET ?",
        (guild_id, limit, page_start(offset, limit, counted["count"])),
    )
    return [Prompt(**dict(row)) for row in rows], counted["count"]


async def get(store: Store, guild_id: int, prompt_id: int) -> Prompt | None:
    """A suggestion that still waits."""
    found, _ = await waiting(store, guild_id, MOST_WAITING)
    return next((one for one in found if one.prompt_id == prompt_id), None)


async def approve(
    store: Store, guild_id: int, prompt_id: int, text: str | None = None, theme: str = ""
) -> Approved:
    """Put a suggestion at the pool's end, as it is or with the text a moderator made of it."""
    async with store.write() as tx:
        found = await within(tx, guild_id, prompt_id)
        if found is None or found.state != "suggested":
            return "gone"
        row = await tx.run_one(
            f"UPDATE prompts SET state = 'ready', position = {LAST},"
            " text = coalesce(?3, text), theme = ?4"
            f" WHERE guild_id = ?1 AND prompt_id = ?2 AND {COUNT} < ?5 RETURNING 1",
            (guild_id, prompt_id, text, await spelled(tx, guild_id, theme), MOST_PROMPTS),
        )
    return "approved" if row else "full"


async def decline(store: Store, guild_id: int, prompt_id: int) -> bool:
    """Delete a suggestion. False when it waits no more."""
    async with store.write() as tx:
        row = await tx.run_one(
            "DELETE FROM prompts"
            " WHERE guild_id = ? AND prompt_id = ? AND state = 'suggested' RETURNING 1",
            (guild_id, prompt_id),
        )
    return row is not None
