"""Which links are to be looked at again, and what was found."""

from typing import Literal

from data.store import Store, Transaction, transaction
from data.tips import DAY, SELECT, Tip, tip_of

AGAIN = 30 * DAY
"""Seconds after which a link that opened is tried again."""
DEAD_AGAIN = 7 * DAY
"""The same for one that did not: it may come back."""


async def to_look_at(store: Store, now: int, limit: int) -> list[Tip]:
    """Live tips of every community whose link is due, those never looked at first."""
    rows = await store.read(
        f"{SELECT} WHERE t.state = 'live' AND t.checked_at <= ?1"
        " AND (t.checked_at <= ?2 OR t.dead_since IS NOT NULL)"
        " ORDER BY t.checked_at LIMIT ?3",
        (now - DEAD_AGAIN, now - AGAIN, limit),
    )
    return [tip_of(row) for row in rows]


@transaction
async def looked_at(
    tx: Transaction, tip: Tip, verdict: Literal["alive", "dead", "unknown"], now: int
) -> bool:
    """Keep what was found; "unknown" changes nothing but the time. Returns whether a mark changed.

    A link that was edited meanwhile is looked at anew.
    """
    dead = tip.dead_since
    if verdict != "unknown":
        dead = (tip.dead_since or now) if verdict == "dead" else None
    row = await tx.run_one(
        "UPDATE tips SET checked_at = ?, dead_since = ?,"
        " card_stale = CASE WHEN dead_since IS ? THEN card_stale ELSE 1 END"
        " WHERE guild_id = ? AND tip_id = ? AND url = ? RETURNING 1",
        (now, dead, dead, tip.guild_id, tip.tip_id, tip.url),
    )
    return row is not None and dead != tip.dead_since
