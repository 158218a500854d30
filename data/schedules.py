"""Schedules: what is posted every so often, where and when."""

from dataclasses import dataclass
from typing import Literal

from data.store import Row, Store, Transaction

MOST_SCHEDULES = 20

Every = Literal["week", "two weeks", "month"]
Audience = Literal["open", "anonymous", "private", "choice"]
Pick = Literal["order", "random"]
Why = Literal["", "moderator", "quiet"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A post every so often. `minute` counts from local midnight, `weekday` from Monday (0).

    `first_date`, `next_date`, `paused_until` and `skipped_to` are local ISO dates; `next_due`,
    `paused_at` and `counts_from` UTC seconds. What is paused without an end has no `paused_until`;
    a pause with an end is over on that date by itself. Runs up to `skipped_to` are left out, and
    posts that were due before `counts_from` do not tell that a schedule is quiet.
    """

    schedule_id: int
    guild_id: int
    kind: str
    channel_id: int
    weekday: int
    minute: int
    every: Every
    first_date: str
    visibility: Audience
    created_by: int | None
    next_date: str
    next_due: int
    pick: Pick
    theme: str
    paused_at: int | None
    paused_until: str | None
    paused_why: Why
    skipped_to: str | None
    counts_from: int
    untold: int

    def paused(self, today: str) -> bool:
        """Whether it is paused on a local ISO date."""
        return self.paused_at is not None and (
            self.paused_until is None or today < self.paused_until
        )

    def takes(self, local_date: str) -> bool:
        """Whether its own pause and what was skipped leave it a run on this local ISO date."""
        return not self.paused(local_date) and local_date > (self.skipped_to or "")


@dataclass(frozen=True, slots=True)
class Run:
    """One occurrence: its local ISO date and its moment in UTC seconds."""

    local_date: str
    due: int


def schedule_of(row: Row) -> Schedule:
    """A row of the whole schedules table as its record."""
    return Schedule(**dict(row))


async def add(
    store: Store,
    guild_id: int,
    kind: str,
    channel_id: int,
    weekday: int,
    minute: int,
    every: Every,
    visibility: Audience,
    created_by: int,
    first: Run,
    *,
    alone: bool = False,
) -> Schedule | None:
    """None when the community has as many schedules as it may.

    A schedule that is `alone` comes in place of those of its kind there were.
    """
    async with store.write() as tx:
        if alone:
            await _remove(tx, guild_id, kind, None)
        row = await tx.run_one(
            "INSERT INTO schedules (guild_id, kind, channel_id, weekday, minute, every,"
            " first_date, visibility, created_by, next_date, next_due)"
            " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?7, ?10"
            " WHERE (SELECT count(*) FROM schedules WHERE guild_id = ?1) < ?11 RETURNING *",
            (
                guild_id,
                kind,
                channel_id,
                weekday,
                minute,
                every,
                first.local_date,
                visibility,
                created_by,
                first.due,
                MOST_SCHEDULES,
            ),
        )
    return schedule_of(row) if row else None


async def of_guild(store: Store, guild_id: int, kind: str | None = None) -> list[Schedule]:
    """The schedules of one kind or of all, next first."""
    rows = await store.read(
        "SELECT * FROM schedules WHERE guild_id = ?1 AND (?2 IS NULL OR kind = ?2)"
        " ORDER BY next_due",
        (guild_id, kind),
    )
    return [schedule_of(row) for row in rows]


async def remove(store: Store, guild_id: int, kind: str, schedule_id: int | None = None) -> bool:
    """Stop one schedule of a kind or, without an id, all there are; False when there was none.

    What has not begun to be sent is stopped too; sent posts stay answerable.
    """
    async with store.write() as tx:
        return await _remove(tx, guild_id, kind, schedule_id)


async def _remove(tx: Transaction, guild_id: int, kind: str, schedule_id: int | None) -> bool:
    rows = await tx.run(
        "DELETE FROM schedules WHERE guild_id = ?1 AND kind = ?2"
        " AND (?3 IS NULL OR schedule_id = ?3) RETURNING schedule_id",
        (guild_id, kind, schedule_id),
    )
    for row in rows:
        await withdraw(tx, guild_id, row["schedule_id"], "unscheduled")
    return bool(rows)


async def withdraw(tx: Transaction, guild_id: int, schedule_id: int, reason: str) -> None:
    """Do not send what has come and has not begun to be sent."""
    await tx.run(
        "UPDATE deliveries SET state = 'skipped', reason = ?"
        " WHERE guild_id = ? AND schedule_id = ? AND state = 'pending'",
        (reason, guild_id, schedule_id),
    )


async def get(store: Store, guild_id: int, kind: str, schedule_id: int) -> Schedule | None:
    row = await store.read_one(
        "SELECT * FROM schedules WHERE guild_id = ? AND kind = ? AND schedule_id = ?",
        (guild_id, kind, schedule_id),
    )
    return schedule_of(row) if row else None


async def move(
    store: Store, guild_id: int, schedule_id: int, run: Run, *, was: int | None = None
) -> None:
    """Set the next run, for example after the community changed its time zone.

    `was` is when the next run was due as the mover knew it: what was claimed since stays.
    """
    async with store.write() as tx:
        await tx.run(
            "UPDATE schedules SET next_date = ?, next_due = ?"
            " WHERE guild_id = ? AND schedule_id = ? AND next_due = coalesce(?, next_due)",
            (run.local_date, run.due, guild_id, schedule_id, was),
        )


# A pause without an end has no next run; one with an end has its next run after it already.
RUNNING = "(paused_at IS NULL OR paused_until IS NOT NULL)"
"""As the index says it, or it would not be used."""


async def due(store: Store, now: int) -> list[Schedule]:
    """Schedules of every community whose time has come, longest waiting first."""
    rows = await store.read(
        f"SELECT * FROM schedules WHERE next_due <= ? AND {RUNNING} ORDER BY next_due", (now,)
    )
    return [schedule_of(row) for row in rows]
