"""Closing a prompt: which posts the next one has come for, and how many reflected."""

from dataclasses import dataclass

from data.deliveries import Delivery, delivery_of
from data.store import Row, Store


@dataclass(frozen=True, slots=True)
class Answers:
    """How many answered a post: `seen` in its thread by everybody, and `unseen`.

    Unseen are those who wrote for themselves, and anonymous answers that were not shown.
    """

    seen: int
    unseen: int

    def told(self, least: int) -> int:
        """How many may be told. Fewer than `least` unseen ones are left out, as if there were none:
        else a count would tell that who is missing in the thread has answered."""
        return self.seen + (self.unseen if self.unseen >= least else 0)


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


_R = "r.guild_id = d.guild_id AND r.delivery_id = d.delivery_id"
_A = "a.guild_id = d.guild_id AND a.delivery_id = d.delivery_id"
COUNTS = (
    f"(SELECT count(*) FROM reflections r WHERE {_R}) AS named,"
    f" (SELECT count(*) FROM reflections r WHERE {_R}"
    "   AND r.visibility = 'open' AND r.message_id IS NOT NULL) AS open,"
    f" (SELECT count(*) FROM anonymous_answers a WHERE {_A}) AS unnamed,"
    f" (SELECT count(*) FROM anonymous_answers a WHERE {_A} AND a.state = 'shown') AS shown,"
    f" (SELECT count(*) FROM anonymous_answers a WHERE {_A} AND a.state = 'held') AS held,"
    " (SELECT coalesce(max(a.least), 0) FROM anonymous_answers a"
    f"   WHERE {_A} AND a.state IN ('shown', 'held')) AS least"
)
"""Of a delivery `d`, for `answers_of`."""


def answers_of(counts: Row, *, closing: bool = False) -> Answers:
    """`closing` counts what is held as the closing settles it, which may be just about to."""
    together = counts["shown"] + counts["held"]
    shown = together if closing and together >= counts["least"] else counts["shown"]
    seen = counts["open"] + shown
    return Answers(seen, counts["named"] + counts["unnamed"] - seen)


async def reflected(store: Store, guild_id: int, delivery_id: int) -> Answers:
    """How many answered a post that is being closed."""
    row = await store.read_one(
        f"SELECT {COUNTS} FROM deliveries d WHERE d.guild_id = ? AND d.delivery_id = ?",
        (guild_id, delivery_id),
    )
    return answers_of(row, closing=True) if row else Answers(0, 0)


async def closed(store: Store, guild_id: int, delivery_id: int, at: int) -> None:
    """The card says that it is over, or cannot be made to."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET closed_at = ?"
            " WHERE guild_id = ? AND delivery_id = ? AND closed_at IS NULL",
            (at, guild_id, delivery_id),
        )
