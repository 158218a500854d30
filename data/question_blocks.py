"""Askers without a name: found by their hash, and those who may not hide it any more."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.store import Store, Transaction, transaction

Askers = Sequence[tuple[int, bytes]]
"""Questions and one member's hash for each."""


@dataclass(frozen=True, slots=True)
class Block:
    """The asker of one question, known by its hash alone; the title is the question's, if there."""

    question_id: int
    guild_id: int
    asker: bytes = field(repr=False)
    blocked_by: int | None
    blocked_at: int
    title: str


async def unnamed(store: Store, guild_id: int, since: int = 0) -> list[tuple[int, bytes]]:
    """Questions asked without a name after a moment, and the hash of who asked each."""
    rows = await store.read(
        "SELECT question_id, asker FROM questions"
        " WHERE guild_id = ? AND asker IS NOT NULL AND asked_at > ? ORDER BY question_id DESC",
        (guild_id, since),
    )
    return [(row["question_id"], row["asker"]) for row in rows]


def pairs(askers: Askers) -> str:
    """Questions and hashes as JSON, for a query."""
    return json.dumps([[question_id, asker.hex().upper()] for question_id, asker in askers])


async def own(store: Store, guild_id: int, askers: Askers) -> list[int]:
    """Which questions one member asked without a name; the hashes are theirs for each."""
    rows = await store.read(
        "SELECT q.question_id FROM json_each(?2) AS one JOIN questions q"
        "  ON q.guild_id = ?1 AND q.question_id = json_extract(one.value, '$[0]')"
        "  AND hex(q.asker) = json_extract(one.value, '$[1]') ORDER BY q.question_id",
        (guild_id, pairs(askers)),
    )
    return [row["question_id"] for row in rows]


@transaction
async def add(tx: Transaction, guild_id: int, question_id: int, by: int, at: int) -> bool:
    """Let the asker of a question ask without a name no more; False when it has none."""
    row = await tx.run_one(
        "INSERT INTO question_blocks (guild_id, question_id, asker, blocked_by, blocked_at)"
        " SELECT guild_id, question_id, asker, ?, ? FROM questions"
        "  WHERE guild_id = ? AND question_id = ? AND asker IS NOT NULL"
        " ON CONFLICT DO NOTHING RETURNING 1",
        (by, at, guild_id, question_id),
    )
    return row is not None


@transaction
async def lift(tx: Transaction, guild_id: int, question_id: int) -> bool:
    """Take a block back; False when there was none."""
    row = await tx.run_one(
        "DELETE FROM question_blocks WHERE guild_id = ? AND question_id = ? RETURNING 1",
        (guild_id, question_id),
    )
    return row is not None


async def there_are(store: Store, guild_id: int) -> bool:
    """Whether anybody is blocked: hardly ever, and asked at every question."""
    row = store.look_up("SELECT 1 FROM question_blocks WHERE guild_id = ? LIMIT 1", (guild_id,))
    return row is not None


async def listed(store: Store, guild_id: int) -> list[Block]:
    """All blocks of a community, the newest first."""
    rows = await store.read(
        "SELECT b.*, coalesce(q.title, '') AS title FROM question_blocks b LEFT JOIN questions q"
        "  ON q.guild_id = b.guild_id AND q.question_id = b.question_id"
        " WHERE b.guild_id = ? ORDER BY b.blocked_at DESC, b.question_id DESC",
        (guild_id,),
    )
    return [Block(**dict(row)) for row in rows]
