"""Links somebody is about to share: what a menu, a mention or a bookmark offered them."""

import json
from dataclasses import dataclass

from data import leftovers
from data.store import Row, Store, Transaction, transaction

LASTS = 86_400
"""Seconds for which a draft is kept."""
OFFER_LASTS = 900
"""Seconds for which the bot's own offer stands in a channel."""
MOST_PER_MEMBER = 20


@dataclass(frozen=True, slots=True)
class Draft:
    """`links` as they were written; the message is the bot's own offer in a channel, if any."""

    draft_id: int
    guild_id: int
    user_id: int
    links: tuple[str, ...]
    note: str
    topics: str
    made_at: int
    channel_id: int | None
    message_id: int | None


def _draft(row: Row) -> Draft:
    values = dict(row)
    return Draft(**{**values, "links": tuple(json.loads(values["links"]))})


@transaction
async def keep(
    tx: Transaction,
    guild_id: int,
    user_id: int,
    links: tuple[str, ...],
    note: str,
    topics: str,
    at: int,
) -> Draft:
    """Keep a draft; a member's oldest ones give way, and their offers are noted as leftovers."""
    oldest = await tx.run(
        "DELETE FROM drafts WHERE guild_id = ?1 AND user_id = ?2"
        " AND draft_id NOT IN (SELECT draft_id FROM drafts WHERE guild_id = ?1"
        "  AND user_id = ?2 ORDER BY draft_id DESC LIMIT ?3) RETURNING *",
        (guild_id, user_id, MOST_PER_MEMBER - 1),
    )
    for one in oldest:
        if one["message_id"]:
            await leftovers.note(tx, guild_id, one["channel_id"], one["message_id"])
    row = await tx.run_one(
        "INSERT INTO drafts (guild_id, user_id, links, note, topics, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
        (guild_id, user_id, json.dumps(links), note, topics, at),
    )
    assert row is not None
    return _draft(row)


async def get(store: Store, guild_id: int, user_id: int, draft_id: int) -> Draft | None:
    """A member's own draft."""
    row = await store.read_one(
        "SELECT * FROM drafts WHERE guild_id = ? AND user_id = ? AND draft_id = ?",
        (guild_id, user_id, draft_id),
    )
    return _draft(row) if row else None


async def standing(store: Store, guild_id: int, user_id: int, links: tuple[str, ...]) -> bool:
    """Whether these links are being offered to this member already."""
    row = await store.read_one(
        "SELECT 1 FROM drafts"
        " WHERE guild_id = ? AND user_id = ? AND links = ? AND message_id IS NOT NULL",
        (guild_id, user_id, json.dumps(links)),
    )
    return row is not None


@transaction
async def offered(
    tx: Transaction, guild_id: int, draft_id: int, channel_id: int, message_id: int
) -> None:
    """Remember the message that offers a draft, so that it can be taken away again.

    When the draft is gone already the message is a leftover at once.
    """
    row = await tx.run_one(
        "UPDATE drafts SET channel_id = ?, message_id = ?"
        " WHERE guild_id = ? AND draft_id = ? RETURNING 1",
        (channel_id, message_id, guild_id, draft_id),
    )
    if row is None:
        await leftovers.note(tx, guild_id, channel_id, message_id)


@transaction
async def drop(tx: Transaction, guild_id: int, user_id: int, draft_id: int) -> None:
    """A draft was used: it goes, and its offer is noted as a leftover."""
    row = await tx.run_one(
        "DELETE FROM drafts WHERE guild_id = ? AND user_id = ? AND draft_id = ? RETURNING *",
        (guild_id, user_id, draft_id),
    )
    if row and row["message_id"]:
        await leftovers.note(tx, guild_id, row["channel_id"], row["message_id"])


@transaction
async def sweep(tx: Transaction, now: int) -> None:
    """Drop old drafts of every community; offers nobody took are noted as leftovers."""
    await tx.run(
        "INSERT OR IGNORE INTO leftovers (guild_id, channel_id, message_id)"
        " SELECT guild_id, channel_id, message_id FROM drafts"
        " WHERE message_id IS NOT NULL AND made_at <= ?",
        (now - OFFER_LASTS,),
    )
    await tx.run(
        "DELETE FROM drafts WHERE made_at <= ? OR (message_id IS NOT NULL AND made_at <= ?)",
        (now - LASTS, now - OFFER_LASTS),
    )


async def next_sweep(store: Store) -> int | None:
    """UTC seconds at which the oldest standing offer is to be taken away; None without one."""
    row = await store.read_one(
        "SELECT min(made_at) AS oldest FROM drafts WHERE message_id IS NOT NULL"
    )
    return row["oldest"] + OFFER_LASTS if row and row["oldest"] is not None else None
