"""Schedules, and the delivery row behind each post they make."""

from dataclasses import dataclass
from typing import Literal

from data.store import Row, Store

MOST_SCHEDULES = 20

Every = Literal["week", "two weeks", "month"]
Audience = Literal["open", "private", "choice"]
State = Literal["pending", "sending", "sent", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A post every so often. `minute` counts from local midnight, `weekday` from Monday (0).

    `first_date` and `next_date` are local ISO dates, `next_due` UTC seconds.
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


@dataclass(frozen=True, slots=True)
class Delivery:
    """One post: due at `due_at`, tried next at `try_at` (UTC seconds)."""

    delivery_id: int
    guild_id: int
    schedule_id: int | None
    kind: str
    local_date: str
    slot: int
    visibility: Audience
    state: State
    reason: str
    due_at: int
    try_at: int
    tries: int
    sending_at: int | None
    prompt_id: int | None
    prompt_text: str
    channel_id: int
    message_id: int | None
    thread_id: int | None


@dataclass(frozen=True, slots=True)
class Run:
    """One occurrence: its local ISO date and its moment in UTC seconds."""

    local_date: str
    due: int


def _schedule(row: Row) -> Schedule:
    return Schedule(**dict(row))


def delivery_of(row: Row) -> Delivery:
    """A row of the whole deliveries table as its record."""
    return Delivery(**dict(row))


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
) -> Schedule | None:
    """None when the community has as many schedules as it may."""
    async with store.write() as tx:
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
    return _schedule(row) if row else None


async def of_guild(store: Store, guild_id: int) -> list[Schedule]:
    rows = await store.read(
        "SELECT * FROM schedules WHERE guild_id = ? ORDER BY next_due", (guild_id,)
    )
    return [_schedule(row) for row in rows]


async def remove(store: Store, guild_id: int, schedule_id: int) -> bool:
    """Stop a schedule and what it has not begun to send; sent posts stay answerable."""
    async with store.write() as tx:
        row = await tx.run_one(
            "DELETE FROM schedules WHERE guild_id = ? AND schedule_id = ? RETURNING 1",
            (guild_id, schedule_id),
        )
        await tx.run(
            "UPDATE deliveries SET state = 'skipped', reason = 'unscheduled'"
            " WHERE guild_id = ? AND schedule_id = ? AND state = 'pending'",
            (guild_id, schedule_id),
        )
    return row is not None


async def move(store: Store, guild_id: int, schedule_id: int, run: Run) -> None:
    """Set the next run, for example after the community changed its time zone."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE schedules SET next_date = ?, next_due = ?"
            " WHERE guild_id = ? AND schedule_id = ?",
            (run.local_date, run.due, guild_id, schedule_id),
        )


async def due(store: Store, now: int, limit: int = 500) -> list[Schedule]:
    """Schedules of every community whose time has come, longest waiting first."""
    rows = await store.read(
        "SELECT * FROM schedules WHERE next_due <= ? ORDER BY next_due LIMIT ?", (now, limit)
    )
    return [_schedule(row) for row in rows]


async def claim(
    store: Store, schedule: Schedule, runs: list[Run], following: Run, now: int, grace: int
) -> list[Delivery]:
    """Turn the runs that have come into delivery rows and move the schedule on, all at once.

    Only the latest run is still to be posted, and only within `grace` seconds of its time; the
    others were missed and stand as skipped. A run that has its row already gets no second one.
    """
    made = []
    async with store.write() as tx:
        for run in runs:
            missed = run is not runs[-1] or now - run.due > grace
            row = await tx.run_one(
                "INSERT INTO deliveries (guild_id, schedule_id, kind, local_date, visibility,"
                " state, reason, due_at, try_at, channel_id)"
                " SELECT guild_id, schedule_id, kind, ?, visibility, ?, ?, ?, ?, channel_id"
                " FROM schedules WHERE guild_id = ? AND schedule_id = ? AND next_due = ?"
                " ON CONFLICT DO NOTHING RETURNING *",
                (
                    run.local_date,
                    "skipped" if missed else "pending",
                    "missed" if missed else "",
                    run.due,
                    now,
                    schedule.guild_id,
                    schedule.schedule_id,
                    schedule.next_due,
                ),
            )
            if row:
                made.append(delivery_of(row))
        await tx.run(
            "UPDATE schedules SET next_date = ?, next_due = ?"
            " WHERE guild_id = ? AND schedule_id = ? AND next_due = ?",
            (
                following.local_date,
                following.due,
                schedule.guild_id,
                schedule.schedule_id,
                schedule.next_due,
            ),
        )
    return made


async def deliver_now(
    store: Store,
    guild_id: int,
    kind: str,
    channel_id: int,
    visibility: Audience,
    prompt_id: int,
    prompt_text: str,
    local_date: str,
    now: int,
) -> Delivery:
    """A delivery outside any schedule, due at once."""
    async with store.write() as tx:
        row = await tx.run_one(
            "INSERT INTO deliveries (guild_id, kind, local_date, visibility, state, due_at, try_at,"
            " channel_id, prompt_id, prompt_text)"
            " VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?) RETURNING *",
            (
                guild_id,
                kind,
                local_date,
                visibility,
                now,
                now,
                channel_id,
                prompt_id,
                prompt_text,
            ),
        )
    assert row is not None
    return delivery_of(row)


async def to_do(store: Store, now: int, limit: int = 500) -> list[Delivery]:
    """Deliveries to send, or to look after because sending them was cut short."""
    rows = await store.read(
        "SELECT * FROM deliveries WHERE state IN ('pending', 'sending') AND try_at <= ?"
        " ORDER BY try_at LIMIT ?",
        (now, limit),
    )
    return [delivery_of(row) for row in rows]


async def next_moment(store: Store) -> int | None:
    """UTC seconds of the next thing to do, None when there is nothing."""
    row = await store.read_one(
        "SELECT min(at) AS at FROM (SELECT min(next_due) AS at FROM schedules UNION ALL"
        " SELECT min(try_at) FROM deliveries WHERE state IN ('pending', 'sending'))"
    )
    return row["at"] if row else None


async def get(store: Store, guild_id: int, delivery_id: int) -> Delivery | None:
    row = await store.read_one(
        "SELECT * FROM deliveries WHERE guild_id = ? AND delivery_id = ?", (guild_id, delivery_id)
    )
    return delivery_of(row) if row else None


async def latest(store: Store, guild_id: int, kind: str) -> Delivery | None:
    """The newest post of this kind that was sent."""
    row = await store.read_one(
        "SELECT * FROM deliveries WHERE guild_id = ? AND kind = ? AND state = 'sent'"
        " ORDER BY due_at DESC, delivery_id DESC LIMIT 1",
        (guild_id, kind),
    )
    return delivery_of(row) if row else None


async def last_of(store: Store, guild_id: int, schedule_id: int) -> Delivery | None:
    """How the schedule's latest run ended."""
    row = await store.read_one(
        "SELECT * FROM deliveries WHERE guild_id = ? AND schedule_id = ?"
        " ORDER BY due_at DESC LIMIT 1",
        (guild_id, schedule_id),
    )
    return delivery_of(row) if row else None


async def recover(store: Store, now: int) -> None:
    """After a start: look at once at every post whose sending was cut short."""
    async with store.write() as tx:
        await tx.run("UPDATE deliveries SET try_at = ? WHERE state = 'sending'", (now,))


async def postpone(store: Store, delivery: Delivery, try_at: int) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET try_at = ? WHERE guild_id = ? AND delivery_id = ?",
            (try_at, delivery.guild_id, delivery.delivery_id),
        )


async def sending(store: Store, delivery: Delivery, now: int, try_again_at: int) -> bool:
    """Record that the post is about to go out. False when somebody else took it meanwhile."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE deliveries SET state = 'sending', sending_at = coalesce(sending_at, ?),"
            " try_at = ?, tries = tries + 1"
            " WHERE guild_id = ? AND delivery_id = ? AND state = ? AND tries = ? RETURNING 1",
            (
                now,
                try_again_at,
                delivery.guild_id,
                delivery.delivery_id,
                delivery.state,
                delivery.tries,
            ),
        )
    return row is not None


async def finish(
    store: Store,
    delivery: Delivery,
    state: State,
    *,
    reason: str = "",
    message_id: int | None = None,
) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET state = ?, reason = ?, message_id = ?"
            " WHERE guild_id = ? AND delivery_id = ?",
            (state, reason, message_id, delivery.guild_id, delivery.delivery_id),
        )


async def set_thread(store: Store, guild_id: int, delivery_id: int, thread_id: int) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET thread_id = ? WHERE guild_id = ? AND delivery_id = ?",
            (thread_id, guild_id, delivery_id),
        )
