"""Askers without a name: found by their hash, and those who may not hide it any more."""

from dataclasses import dataclass, field

from data.store import Store


@dataclass(frozen=True, slots=True)
class Block:
    """The asker of one question, known by its hash alone."""

    question_id: int
    guild_id: int
    asker: bytes = field(repr=False)
    blocked_at: int


async def unnamed(store: Store, guild_id: int, since: int = 0) -> list[tuple[int, bytes]]:
    """Questions asked without a name after a moment, and the hash of who asked each."""
    rows = await store.read(
        "SELECT question_id, asker FROM questions"
        " WHERE guild_id = ? AND asker IS NOT NULL AND asked_at > ? ORDER BY question_id DESC",
        (guild_id, since),
    )
    return [(row["question_id"], row["asker"]) for row in rows]


async def add(store: Store, guild_id: int, question_id: int, by: int, at: int) -> bool:
    """Let the asker of a question ask without a name no more; False when it has none."""
    async with store.write() as tx:
        row = await tx.run_one(
            "INSERT INTO question_blocks (guild_id, question_id, asker, blocked_by, blocked_at)"
            " SELECT guild_id, question_id, asker, ?, ? FROM questions"
            "  WHERE guild_id = ? AND question_id = ? AND asker IS NOT NULL"
            " ON CONFLICT DO NOTHING RETURNING 1",
            (by, at, guild_id, question_id),
        )
    return row is not None


async def lift(store: Store, guild_id: int, question_id: int) -> bool:
    """Take a block back; False when there was none."""
    async with store.write() as tx:
        row = await tx.run_one(
            "DELETE FROM question_blocks WHERE guild_id = ? AND question_id = ? RETURNING 1",
            (guild_id, question_id),
        )
    return row is not None


async def listed(store: Store, guild_id: int) -> list[Block]:
    """All blocks of a community, the newest first."""
    rows = await store.read(
        "SELECT question_id, guild_id, asker, blocked_at FROM question_blocks"
        " WHERE guild_id = ? ORDER BY blocked_at DESC, question_id DESC",
        (guild_id,),
    )
    return [Block(**dict(row)) for row in rows]
