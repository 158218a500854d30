"""What members reported, until a moderator closes it."""

from dataclasses import dataclass
from typing import Literal

from data.store import Row, Store, Transaction, page_start, transaction

DAY = 86_400
DAILY_PER_MEMBER = 20

Kind = Literal["tip"]
Reason = Literal["outdated", "broken", "unfit", "spam", "other"]


@dataclass(frozen=True, slots=True)
class Report:
    report_id: int
    guild_id: int
    kind: Kind
    item_id: int
    user_id: int
    reason: Reason
    text: str
    reported_at: int
    closed_at: int | None
    closed_by: int | None


def _report(row: Row) -> Report:
    return Report(**dict(row))


@transaction
async def add(
    tx: Transaction,
    guild_id: int,
    kind: Kind,
    item_id: int,
    user_id: int,
    reason: Reason,
    text: str,
    at: int,
) -> Report | Literal["again", "full"]:
    """Keep a report. "again" when this member's earlier one is still open: it is changed."""
    open_one = await tx.run_one(
        "UPDATE reports SET reason = ?, text = ? WHERE guild_id = ? AND kind = ?"
        " AND item_id = ? AND user_id = ? AND closed_at IS NULL RETURNING 1",
        (reason, text, guild_id, kind, item_id, user_id),
    )
    if open_one:
        return "again"
    row = await tx.run_one(
        "INSERT INTO reports (guild_id, kind, item_id, user_id, reason, text, reported_at)"
        " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE (SELECT count(*) FROM reports"
        "  WHERE guild_id = ?1 AND user_id = ?4 AND reported_at > ?8) < ?9 RETURNING *",
        (guild_id, kind, item_id, user_id, reason, text, at, at - DAY, DAILY_PER_MEMBER),
    )
    return _report(row) if row else "full"


async def waiting(
    store: Store, guild_id: int, limit: int = 10, offset: int = 0
) -> tuple[list[Report], int]:
    """Open reports, oldest first, and how many there are; past the end the last page."""
    (count,) = await store.read(
        "SELECT count(*) FROM reports WHERE guild_id = ? AND closed_at IS NULL", (guild_id,)
    )
    rows = await store.read(
        "SELECT * FROM reports WHERE guild_id = ? AND closed_at IS NULL"
        " ORDER BY report_id LIMIT ? OFFSET ?",
        (guild_id, limit, page_start(offset, limit, count[0])),
    )
    return [_report(row) for row in rows], count[0]


@transaction
async def close(
    tx: Transaction, guild_id: int, kind: Kind, item_id: int, by: int, at: int
) -> list[Report]:
    """Close every open report of an item; returns those that were open."""
    rows = await tx.run(
        "UPDATE reports SET closed_at = ?, closed_by = ?"
        " WHERE guild_id = ? AND kind = ? AND item_id = ? AND closed_at IS NULL RETURNING *",
        (at, by, guild_id, kind, item_id),
    )
    return [_report(row) for row in rows]
