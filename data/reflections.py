"""What members wrote to prompts, openly or for themselves."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data import anonymous
from data.store import Row, Store

Visibility = Literal["open", "private"]
SeenBy = Literal["open", "anonymous", "private"]
"""Who sees what somebody wrote. What is anonymous is no reflection here; see data.anonymous."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """What one member wrote to one post; the message is where an open one stands."""

    reflection_id: int
    guild_id: int
    delivery_id: int
    user_id: int
    text: str
    visibility: Visibility
    written_at: int
    channel_id: int | None
    message_id: int | None
    intention: str
    intention_shown: int
    outcome: str
    edited_at: int | None
    prompt_text: str


_REFLECTION = (
    "SELECT r.*, d.prompt_text FROM reflections r"
    " JOIN deliveries d ON d.guild_id = r.guild_id AND d.delivery_id = r.delivery_id "
)


async def write(
    store: Store,
    guild_id: int,
    delivery_id: int,
    user_id: int,
    text: str,
    visibility: Visibility,
    at: int,
    *,
    intention: str = "",
    intention_shown: bool = False,
    author: bytes | None = None,
) -> Reflection:
    """Save what a member wrote; writing again replaces the text and keeps the posted message.

    It takes the place of the anonymous answer of this `author`, whose message becomes a leftover.
    """
    async with store.write() as tx:
        moved = await anonymous.of_author(tx, guild_id, delivery_id, author) if author else None
        if moved:
            await anonymous.gone(tx, guild_id, moved.answer_id)
        await tx.run(
            "INSERT INTO reflections (guild_id, delivery_id, user_id, text, visibility, written_at,"
            " intention, intention_shown, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (guild_id, delivery_id, user_id) DO UPDATE SET"
            " edited_at = iif(text = excluded.text, edited_at, excluded.written_at),"
            " text = excluded.text, visibility = excluded.visibility,"
            " intention = excluded.intention, intention_shown = excluded.intention_shown",
            (
                *(guild_id, delivery_id, user_id, text, visibility, at),
                *(intention, int(intention_shown), moved.outcome if moved else ""),
            ),
        )
        row = await tx.run_one(
            _REFLECTION + "WHERE r.guild_id = ? AND r.delivery_id = ? AND r.user_id = ?",
            (guild_id, delivery_id, user_id),
        )
    assert row is not None
    return _reflection(row)


async def of_member(
    store: Store, guild_id: int, delivery_id: int, user_id: int
) -> Reflection | None:
    row = await store.read_one(
        _REFLECTION + "WHERE r.guild_id = ? AND r.delivery_id = ? AND r.user_id = ?",
        (guild_id, delivery_id, user_id),
    )
    return _reflection(row) if row else None


async def before(store: Store, guild_id: int, delivery_id: int, user_id: int) -> Reflection | None:
    """What this member wrote to the latest earlier post they wrote to."""
    row = await store.read_one(
        _REFLECTION + "WHERE r.guild_id = ? AND r.delivery_id < ? AND r.user_id = ?"
        " ORDER BY r.delivery_id DESC LIMIT 1",
        (guild_id, delivery_id, user_id),
    )
    return _reflection(row) if row else None


async def tell_outcome(
    store: Store, guild_id: int, reflection_id: int, user_id: int, outcome: str
) -> None:
    """What came of the intention in one of this member's own reflections."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE reflections SET outcome = ?"
            " WHERE guild_id = ? AND reflection_id = ? AND user_id = ?",
            (outcome, guild_id, reflection_id, user_id),
        )


async def posted(
    store: Store,
    guild_id: int,
    reflection_id: int,
    channel_id: int | None,
    message_id: int | None,
) -> bool:
    """Remember where an open reflection stands, or that it stands nowhere any more.

    False when it was removed meanwhile.
    """
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE reflections SET channel_id = ?, message_id = ?"
            " WHERE guild_id = ? AND reflection_id = ? RETURNING 1",
            (channel_id, message_id, guild_id, reflection_id),
        )
    return row is not None


async def found(
    store: Store, guild_id: int, reflection_id: int, channel_id: int, message_id: int
) -> None:
    """An open reflection of which it was not known stands there after all."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE reflections SET channel_id = ?, message_id = ? WHERE guild_id = ?"
            " AND reflection_id = ? AND visibility = 'open' AND message_id IS NULL",
            (channel_id, message_id, guild_id, reflection_id),
        )


async def doubtful(store: Store, since: int) -> list[Reflection]:
    """Open ones in every community that may stand in a thread since a moment without our knowing.

    Most were not posted, or were deleted there.
    """
    rows = await store.read(
        _REFLECTION + "WHERE r.visibility = 'open' AND r.message_id IS NULL"
        " AND coalesce(r.edited_at, r.written_at) >= ? AND d.thread_id IS NOT NULL",
        (since,),
    )
    return [_reflection(row) for row in rows]


async def unposted(store: Store, guild_id: int, message_ids: Iterable[int]) -> None:
    """These messages were deleted in Discord: what was in them is left in the journal alone."""
    # Called for every deleted message: most are no reflections, and need no transaction.
    rows = await store.read(
        "SELECT reflection_id FROM reflections WHERE guild_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps([*message_ids])),
    )
    for row in rows:
        await posted(store, guild_id, row["reflection_id"], None, None)


async def journal(store: Store, guild_id: int, user_id: int) -> list[Reflection]:
    """Everything this member wrote here, newest first."""
    rows = await store.read(
        _REFLECTION + "WHERE r.guild_id = ? AND r.user_id = ? ORDER BY r.reflection_id DESC",
        (guild_id, user_id),
    )
    return [_reflection(row) for row in rows]


async def remove(
    store: Store, guild_id: int, reflection_id: int, user_id: int
) -> Reflection | None:
    """Remove one of this member's own reflections and return what it was."""
    async with store.write() as tx:
        row = await tx.run_one(
            _REFLECTION + "WHERE r.guild_id = ? AND r.reflection_id = ? AND r.user_id = ?",
            (guild_id, reflection_id, user_id),
        )
        await tx.run(
            "DELETE FROM reflections WHERE guild_id = ? AND reflection_id = ? AND user_id = ?",
            (guild_id, reflection_id, user_id),
        )
    return _reflection(row) if row else None


def _reflection(row: Row) -> Reflection:
    return Reflection(**dict(row))
