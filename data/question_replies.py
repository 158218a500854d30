"""What the asker of a nameless question added through the bot: where it stands, and no more."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data import leftovers
from data.store import Store, Transaction, transaction

DAY = 86_400
DAILY_PER_QUESTION = 50
EPOCH = 1_420_070_400
"""Discord counts from 2015 on (UTC seconds); the higher bits of an id are its time."""
_SHIFT = 22


@dataclass(frozen=True, slots=True)
class Begun:
    """One that was about to be posted: nobody knows whether it was.

    Its number is below zero and holds the time, as a message's number does above it.
    """

    guild_id: int
    question_id: int
    thread_id: int
    number: int

    @property
    def began_at(self) -> int:
        return (-self.number >> _SHIFT) // 1_000 + EPOCH


@transaction
async def begin(
    tx: Transaction, guild_id: int, question_id: int, at: int
) -> int | Literal["gone", "full"]:
    """Note that one is about to be posted; returns its number until then.

    "full" when the asker wrote a day's worth to this question.
    """
    number = -((_since(at) << _SHIFT) | secrets.randbits(_SHIFT))
    question = await tx.run_one(
        "SELECT 1 FROM questions WHERE guild_id = ? AND question_id = ? AND asker IS NOT NULL"
        " AND thread_id IS NOT NULL",
        (guild_id, question_id),
    )
    if question is None:
        return "gone"
    held = await tx.run_one(
        "SELECT count(*) AS count FROM question_replies"
        f" WHERE guild_id = ? AND question_id = ? AND abs(message_id) >> {_SHIFT} > ?",
        (guild_id, question_id, _since(at - DAY)),
    )
    assert held is not None
    if held["count"] >= DAILY_PER_QUESTION:
        return "full"
    await tx.run(
        "INSERT INTO question_replies (guild_id, question_id, message_id) VALUES (?, ?, ?)",
        (guild_id, question_id, number),
    )
    return number


def _since(at: int) -> int:
    return max(at - EPOCH, 0) * 1_000


@transaction
async def posted(
    tx: Transaction, guild_id: int, question_id: int, number: int, message_id: int
) -> bool:
    """Remember where one stands. False when its question was removed meanwhile."""
    row = await tx.run_one(
        "UPDATE question_replies SET message_id = ?"
        " WHERE guild_id = ? AND question_id = ? AND message_id = ? RETURNING 1",
        (message_id, guild_id, question_id, number),
    )
    return row is not None


@transaction
async def unposted(tx: Transaction, guild_id: int, question_id: int, number: int) -> None:
    """It surely was not posted."""
    await tx.run(
        "DELETE FROM question_replies WHERE guild_id = ? AND question_id = ? AND message_id = ?",
        (guild_id, question_id, number),
    )


async def begun(store: Store) -> list[Begun]:
    """Those of every community that were about to be posted."""
    rows = await store.read(
        "SELECT r.guild_id, r.question_id, q.thread_id, r.message_id AS number"
        " FROM question_replies r JOIN questions q"
        "  ON q.guild_id = r.guild_id AND q.question_id = r.question_id"
        " WHERE r.message_id < 0 AND q.thread_id IS NOT NULL"
    )
    return [Begun(**dict(row)) for row in rows]


async def stands(store: Store, guild_id: int, question_id: int, message_id: int) -> bool:
    row = await store.read_one(
        "SELECT 1 FROM question_replies WHERE guild_id = ? AND question_id = ? AND message_id = ?",
        (guild_id, question_id, message_id),
    )
    return row is not None


@transaction
async def take_back(tx: Transaction, guild_id: int, question_id: int, message_id: int) -> bool:
    """It goes, and its message is a leftover; False when it was none."""
    row = await tx.run_one(
        "DELETE FROM question_replies"
        " WHERE guild_id = ?1 AND question_id = ?2 AND message_id = ?3 RETURNING"
        " (SELECT thread_id FROM questions WHERE guild_id = ?1 AND question_id = ?2)"
        " AS thread_id",
        (guild_id, question_id, message_id),
    )
    if row and row["thread_id"]:
        await leftovers.note(tx, guild_id, row["thread_id"], message_id)
    return row is not None


async def deleted(store: Store, guild_id: int, message_ids: Iterable[int]) -> None:
    """These messages were deleted in Discord."""
    ids = json.dumps([*message_ids])
    which = " WHERE guild_id = ? AND message_id IN (SELECT value FROM json_each(?))"
    # Called for every deleted message: most are none of these, and need no transaction.
    if await store.read_one(f"SELECT 1 FROM question_replies{which}", (guild_id, ids)):
        async with store.write() as tx:
            await tx.run(f"DELETE FROM question_replies{which}", (guild_id, ids))
