"""Closing a prompt: which posts the next one has come for, and how many reflected."""

from data.deliveries import Delivery, delivery_of
from data.store import Store

# A post stands open until the next one of its schedule. One by hand, or of a schedule that is no
# more, has no next one of its own: it stands until any other comes in its channel.
_FOLLOWED = (
    "EXISTS (SELECT 1 FROM deliveries e WHERE e.guild_id = d.guild_id"
    " AND e.schedule_id = d.schedule_id AND e.local_date >= d.local_date"
    " AND e.kind = 'prompt' AND e.state = 'sent' AND e.delivery_id > d.delivery_id)"
    " OR (NOT EXISTS (SELECT 1 FROM schedules s"
    "   WHERE s.guild_id = d.guild_id AND s.schedule_id = d.schedule_id)"
    "  AND EXISTS (SELECT 1 FROM deliveries e WHERE e.guild_id = d.guild_id"
    "   AND e.channel_id = d.channel_id AND e.due_at >= d.due_at"
    "   AND e.kind = 'prompt' AND e.state = 'sent' AND e.delivery_id > d.delivery_id))"
)


async def to_close(store: Store) -> list[Delivery]:
    """Posts in every community that the next one has come for, the newest first."""
    rows = await store.read(
        "SELECT d.* FROM deliveries d"
        f" WHERE d.kind = 'prompt' AND d.state = 'sent' AND d.closed_at IS NULL AND ({_FOLLOWED})"
        " ORDER BY d.delivery_id DESC"
    )
    return [delivery_of(row) for row in rows]


async def over(store: Store, guild_id: int, delivery_id: int) -> bool:
    """Whether a post is closed, or about to be."""
    row = await store.read_one(
        "SELECT 1 FROM deliveries d WHERE d.guild_id = ? AND d.delivery_id = ?"
        f" AND (d.closed_at IS NOT NULL OR {_FOLLOWED})",
        (guild_id, delivery_id),
    )
    return row is not None


async def reflected(store: Store, guild_id: int, delivery_id: int) -> int:
    """How many answered a post, whoever sees it."""
    row = await store.read_one(
        "SELECT (SELECT count(*) FROM reflections WHERE guild_id = ?1 AND delivery_id = ?2)"
        " + (SELECT count(*) FROM anonymous_answers WHERE guild_id = ?1 AND delivery_id = ?2)"
        " AS people",
        (guild_id, delivery_id),
    )
    assert row is not None
    return int(row["people"])


async def closed(store: Store, guild_id: int, delivery_id: int, at: int) -> None:
    """The card says that it is over, or cannot be made to."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET closed_at = ?"
            " WHERE guild_id = ? AND delivery_id = ? AND closed_at IS NULL",
            (at, guild_id, delivery_id),
        )
