"""Deliveries: the row behind each scheduled post, from due to sent."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data.schedules import RUNNING, Audience, Run, Schedule
from data.store import Row, Store

State = Literal["pending", "sending", "sent", "failed", "skipped"]
HALF = "half"
"""The reason of a sent post while what follows it, its thread, is still to do."""


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
    closed_at: int | None
    reminders_put: int
    untold: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A schedule whose runs have come, and the one that comes next."""

    schedule: Schedule
    runs: list[Run]
    following: Run


def delivery_of(row: Row) -> Delivery:
    """A row of the whole deliveries table as its record."""
    return Delivery(**dict(row))


async def claim(
    store: Store, schedule: Schedule, runs: list[Run], following: Run, now: int, grace: int
) -> list[Delivery]:
    """One schedule's runs, as `claim_all` does it."""
    return await claim_all(store, [Claim(schedule, runs, following)], now, grace)


async def claim_all(store: Store, claims: Iterable[Claim], now: int, grace: int) -> list[Delivery]:
    """Turn the runs that have come into delivery rows and move the schedules on, all at once.

    Of each schedule only the latest run is still to be posted, and only within `grace` seconds of
    its time; the others were missed and stand as skipped. A run that has its row already gets no
    second one. Two statements, however many there are: ten thousand come due in the same minute.
    """
    come: list[tuple[int, int, int, str, int, bool]] = []
    on: list[tuple[int, int, int, str, int]] = []
    for one in claims:
        which = (one.schedule.guild_id, one.schedule.schedule_id, one.schedule.next_due)
        on.append((*which, one.following.local_date, one.following.due))
        for run in one.runs:
            missed = run is not one.runs[-1] or now - run.due > grace
            come.append((*which, run.local_date, run.due, missed))
    async with store.write() as tx:
        rows = await tx.run(
            "INSERT INTO deliveries (guild_id, schedule_id, kind, local_date, visibility,"
            " state, reason, untold, due_at, try_at, channel_id)"
            " SELECT s.guild_id, s.schedule_id, s.kind, json_extract(j.value, '$[3]'),"
            "  s.visibility, iif(json_extract(j.value, '$[5]'), 'skipped', 'pending'),"
            "  iif(json_extract(j.value, '$[5]'), 'missed', ''), json_extract(j.value, '$[5]'),"
            "  json_extract(j.value, '$[4]'), ?2, s.channel_id"
            " FROM json_each(?1) j JOIN schedules s"
            "  ON s.guild_id = json_extract(j.value, '$[0]')"
            "  AND s.schedule_id = json_extract(j.value, '$[1]')"
            "  AND s.next_due = json_extract(j.value, '$[2]')"
            f" WHERE {RUNNING} ORDER BY j.key ON CONFLICT DO NOTHING RETURNING *",
            (json.dumps(come), now),
        )
        await tx.run(
            "UPDATE schedules SET next_date = json_extract(j.value, '$[3]'),"
            " next_due = json_extract(j.value, '$[4]')"
            " FROM json_each(?) j WHERE guild_id = json_extract(j.value, '$[0]')"
            " AND schedule_id = json_extract(j.value, '$[1]')"
            " AND next_due = json_extract(j.value, '$[2]')",
            (json.dumps(on),),
        )
    return [delivery_of(row) for row in rows]


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


async def waiting(store: Store, now: int) -> list[int]:
    """The communities with something to send, longest waiting first."""
    rows = await store.read(
        "SELECT guild_id FROM deliveries WHERE state IN ('pending', 'sending') AND try_at <= ?"
        " GROUP BY guild_id ORDER BY min(try_at), guild_id",
        (now,),
    )
    return [row["guild_id"] for row in rows]


async def to_do(store: Store, guild_id: int, now: int) -> list[Delivery]:
    """Deliveries to send, or to look after because sending them was cut short."""
    rows = await store.read(
        "SELECT * FROM deliveries WHERE state IN ('pending', 'sending') AND try_at <= ?"
        " AND guild_id = ? ORDER BY try_at",
        (now, guild_id),
    )
    return [delivery_of(row) for row in rows]


async def halves(store: Store) -> list[Delivery]:
    """Posts that are sent, while what follows them was cut short."""
    rows = await store.read("SELECT * FROM deliveries WHERE state = 'sent' AND reason = ?", (HALF,))
    return [delivery_of(row) for row in rows]


async def untold(store: Store, since: int) -> list[Delivery]:
    """Runs since a moment whose end moderators were not told of yet."""
    rows = await store.read("SELECT * FROM deliveries WHERE untold = 1 AND due_at >= ?", (since,))
    return [delivery_of(row) for row in rows]


async def told(store: Store, guild_id: int, delivery_id: int) -> None:
    """Moderators were told how a run ended, or need not be."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET untold = 0 WHERE guild_id = ? AND delivery_id = ?",
            (guild_id, delivery_id),
        )


async def followed(store: Store, guild_id: int, delivery_id: int) -> None:
    """What follows the post is done."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET reason = '' WHERE guild_id = ? AND delivery_id = ?"
            " AND state = 'sent' AND reason = ?",
            (guild_id, delivery_id, HALF),
        )


async def next_moment(store: Store, now: int) -> int | None:
    """UTC seconds of the next thing to do after `now`, None when there is nothing."""
    row = await store.read_one(
        "SELECT min(at) AS at FROM ("
        " SELECT min(next_due) AS at FROM schedules"
        f"  WHERE next_due > ?1 AND {RUNNING} UNION ALL"
        " SELECT min(try_at) FROM deliveries"
        "  WHERE state IN ('pending', 'sending') AND try_at > ?1)",
        (now,),
    )
    return row["at"] if row else None


async def get(store: Store, guild_id: int, delivery_id: int) -> Delivery | None:
    row = await store.read_one(
        "SELECT * FROM deliveries WHERE guild_id = ? AND delivery_id = ?", (guild_id, delivery_id)
    )
    return delivery_of(row) if row else None


async def newest(store: Store, guild_id: int, kind: str) -> list[Delivery]:
    """The latest post of this kind that was sent to each channel, the newest first."""
    rows = await store.read(
        "SELECT * FROM deliveries WHERE guild_id = ?1 AND delivery_id IN ("
        " SELECT delivery_id FROM (SELECT delivery_id, row_number() OVER"
        "   (PARTITION BY channel_id ORDER BY due_at DESC, delivery_id DESC) AS place"
        "  FROM deliveries WHERE guild_id = ?1 AND kind = ?2 AND state = 'sent') WHERE place = 1)"
        " ORDER BY due_at DESC, delivery_id DESC",
        (guild_id, kind),
    )
    return [delivery_of(row) for row in rows]


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
            "UPDATE deliveries SET try_at = ?, tries = tries + 1"
            " WHERE guild_id = ? AND delivery_id = ?",
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
    untold: bool = False,
) -> None:
    """How a delivery ended; `untold` until moderators are told of it."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET state = ?, reason = ?, message_id = ?, untold = ?"
            " WHERE guild_id = ? AND delivery_id = ?",
            (state, reason, message_id, untold, delivery.guild_id, delivery.delivery_id),
        )


async def set_thread(store: Store, guild_id: int, delivery_id: int, thread_id: int) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET thread_id = ? WHERE guild_id = ? AND delivery_id = ?",
            (thread_id, guild_id, delivery_id),
        )


async def thread_deleted(store: Store, guild_id: int, thread_id: int) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET thread_id = NULL WHERE guild_id = ? AND thread_id = ?",
            (guild_id, thread_id),
        )
