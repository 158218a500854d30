"""Channels that take no scheduled posts for now, and what they held up."""

from dataclasses import dataclass
from typing import Literal

from data.store import Store

Why = Literal["forbidden", "gone"]


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is sent to the channel until it was looked at again, at `probe_at` (UTC seconds).

    None once that found it open: the next post tells, and ends the pause when it gets through.
    """

    guild_id: int
    channel_id: int
    why: Why
    probe_at: int | None


async def get(store: Store, guild_id: int, channel_id: int) -> Pause | None:
    row = await store.read_one(
        "SELECT * FROM channel_pauses WHERE guild_id = ? AND channel_id = ?",
        (guild_id, channel_id),
    )
    return Pause(**dict(row)) if row else None


async def of_guild(store: Store, guild_id: int) -> list[Pause]:
    rows = await store.read("SELECT * FROM channel_pauses WHERE guild_id = ?", (guild_id,))
    return [Pause(**dict(row)) for row in rows]


async def put(
    store: Store, guild_id: int, channel_id: int, why: Why, probe_at: int
) -> Pause | None:
    """Pause a channel, or go on doing so; returns how it was paused before."""
    async with store.write() as tx:
        known = await tx.run_one(
            "SELECT * FROM channel_pauses WHERE guild_id = ? AND channel_id = ?",
            (guild_id, channel_id),
        )
        await tx.run(
            "INSERT INTO channel_pauses (guild_id, channel_id, why, probe_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (guild_id, channel_id)"
            " DO UPDATE SET why = excluded.why, probe_at = excluded.probe_at",
            (guild_id, channel_id, why, probe_at),
        )
    return Pause(**dict(known)) if known else None


async def probe(store: Store, guild_id: int, channel_id: int, at: int) -> None:
    """Look at a paused channel again at this moment."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE channel_pauses SET probe_at = ?"
            " WHERE guild_id = ? AND channel_id = ? AND probe_at IS NOT NULL",
            (at, guild_id, channel_id),
        )


async def opened(store: Store, guild_id: int, channel_id: int, now: int, since: int) -> None:
    """The channel seems to take posts again: what it held up since a moment is sent after all.

    Of each schedule only the latest run, and only while the schedule goes on. One that may have
    got through before the channel closed is looked for first, as after a restart.
    """
    async with store.write() as tx:
        await tx.run(
            "UPDATE channel_pauses SET probe_at = NULL WHERE guild_id = ? AND channel_id = ?",
            (guild_id, channel_id),
        )
        await tx.run(
            "UPDATE deliveries SET state = iif(sending_at IS NULL, 'pending', 'sending'),"
            " reason = '', try_at = ?"
            " WHERE guild_id = ? AND channel_id = ? AND state = 'failed'"
            " AND reason IN ('forbidden', 'gone') AND due_at >= ?"
            " AND EXISTS (SELECT 1 FROM schedules s WHERE s.guild_id = deliveries.guild_id"
            "  AND s.schedule_id = deliveries.schedule_id"
            "  AND (s.paused_at IS NULL OR s.paused_until <= deliveries.local_date))"
            " AND NOT EXISTS (SELECT 1 FROM deliveries later"
            "  WHERE later.guild_id = deliveries.guild_id"
            "  AND later.schedule_id = deliveries.schedule_id"
            "  AND later.due_at > deliveries.due_at)",
            (now, guild_id, channel_id, since),
        )


async def over(store: Store, guild_id: int, channel_id: int) -> None:
    """A post got through."""
    async with store.write() as tx:
        await tx.run(
            "DELETE FROM channel_pauses WHERE guild_id = ? AND channel_id = ?",
            (guild_id, channel_id),
        )


async def due(store: Store, now: int) -> set[int]:
    """The communities in which a channel is to be looked at."""
    rows = await store.read(
        "SELECT DISTINCT guild_id FROM channel_pauses WHERE probe_at <= ?", (now,)
    )
    return {row["guild_id"] for row in rows}


async def next_due(store: Store, now: int) -> int | None:
    """UTC seconds of the next look after `now`, None when there is none to come."""
    row = await store.read_one(
        "SELECT min(probe_at) AS at FROM channel_pauses WHERE probe_at > ?", (now,)
    )
    return row["at"] if row else None
