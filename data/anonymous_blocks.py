"""Who may not answer anonymously any more: the writer of one answer, known by a hash alone."""

from dataclasses import dataclass, field

from data.store import Store


@dataclass(frozen=True, slots=True)
class Block:
    """`text` is the answer's, as long as it is there."""

    guild_id: int
    delivery_id: int
    author: bytes = field(repr=False)
    blocked_by: int | None
    blocked_at: int
    prompt_text: str
    text: str | None


async def add(store: Store, guild_id: int, answer_id: int, by: int, at: int) -> bool:
    """Block the writer of an answer everybody has seen; False when there is none, or it is done."""
    async with store.write() as tx:
        row = await tx.run_one(
            "INSERT INTO anonymous_blocks (guild_id, delivery_id, author, blocked_by, blocked_at)"
            " SELECT guild_id, delivery_id, author, ?, ? FROM anonymous_answers"
            " WHERE guild_id = ? AND answer_id = ? AND state IN ('shown', 'removed')"
            " ON CONFLICT DO NOTHING RETURNING 1",
            (by, at, guild_id, answer_id),
        )
    return row is not None


async def lift(store: Store, guild_id: int, delivery_id: int, author: bytes) -> bool:
    """False when there is no such block any more."""
    async with store.write() as tx:
        row = await tx.run_one(
            "DELETE FROM anonymous_blocks WHERE guild_id = ? AND delivery_id = ? AND author = ?"
            " RETURNING 1",
            (guild_id, delivery_id, author),
        )
    return row is not None


async def listed(store: Store, guild_id: int) -> list[Block]:
    """Every block, the latest first."""
    rows = await store.read(
        "SELECT b.*, coalesce(d.prompt_text, '') AS prompt_text, a.text FROM anonymous_blocks b"
        " LEFT JOIN deliveries d ON d.guild_id = b.guild_id AND d.delivery_id = b.delivery_id"
        " LEFT JOIN anonymous_answers a ON a.guild_id = b.guild_id"
        "  AND a.delivery_id = b.delivery_id AND a.author = b.author"
        "  AND a.state IN ('shown', 'removed')"
        " WHERE b.guild_id = ? ORDER BY b.blocked_at DESC, b.delivery_id, b.author",
        (guild_id,),
    )
    return [Block(**dict(row)) for row in rows]
