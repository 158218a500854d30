"""What becomes of a schedule: paused, going on, a run skipped, other prompts."""

from data.schedules import Pick, Run, Schedule, Why, schedule_of, withdraw
from data.store import Store, Transaction


async def pause(
    store: Store,
    guild_id: int,
    schedule_id: int,
    at: int,
    until: str | None = None,
    first: Run | None = None,
) -> bool:
    """Pause until a local ISO date, from which on `first` is the first run, or for good.

    What has come and has not begun to be sent is not sent. False when there is no such schedule.
    """
    async with store.write() as tx:
        return await _pause(tx, guild_id, schedule_id, at, "moderator", until, first)


async def _pause(
    tx: Transaction,
    guild_id: int,
    schedule_id: int,
    at: int,
    why: Why,
    until: str | None = None,
    first: Run | None = None,
) -> bool:
    row = await tx.run_one(
        "UPDATE schedules SET paused_at = ?1, paused_until = ?2, paused_why = ?3, counts_from = ?1,"
        " untold = (?3 = 'quiet'),"
        " next_date = coalesce(?4, next_date), next_due = coalesce(?5, next_due)"
        " WHERE guild_id = ?6 AND schedule_id = ?7 RETURNING 1",
        (
            *(at, until, why, first.local_date if first else None, first.due if first else None),
            *(guild_id, schedule_id),
        ),
    )
    if row is None:
        return False
    await withdraw(tx, guild_id, schedule_id, "paused")
    return True


async def rest(store: Store, guild_id: int, schedule_id: int, posts: int, at: int) -> bool:
    """Pause a schedule whose latest so many posts nobody answered; False when it goes on."""
    # Rarely so: what is only asked needs no transaction.
    row = await store.read_one(
        "SELECT count(*) AS posts, coalesce(sum("
        "  EXISTS (SELECT 1 FROM reflections r WHERE r.guild_id = latest.guild_id"
        "   AND r.delivery_id = latest.delivery_id)"
        "  OR EXISTS (SELECT 1 FROM anonymous_answers a WHERE a.guild_id = latest.guild_id"
        "   AND a.delivery_id = latest.delivery_id)), 0) AS answered"
        " FROM (SELECT d.guild_id, d.delivery_id FROM deliveries d"
        "  JOIN schedules s ON s.guild_id = d.guild_id AND s.schedule_id = d.schedule_id"
        "  WHERE d.guild_id = ?1 AND d.schedule_id = ?2 AND d.state = 'sent'"
        "  AND d.message_id IS NOT NULL AND d.due_at >= s.counts_from"
        "  ORDER BY d.due_at DESC LIMIT ?3) AS latest",
        (guild_id, schedule_id, posts),
    )
    if row is None or row["posts"] < posts or row["answered"]:
        return False
    async with store.write() as tx:
        return await _pause(tx, guild_id, schedule_id, at, "quiet")


async def untold(store: Store) -> list[Schedule]:
    """Schedules of every community whose rest moderators were not told of yet."""
    rows = await store.read("SELECT * FROM schedules WHERE untold = 1 ORDER BY schedule_id")
    return [schedule_of(row) for row in rows]


async def told(store: Store, guild_id: int, schedule_id: int) -> None:
    """Moderators were told that a schedule rests."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE schedules SET untold = 0 WHERE guild_id = ? AND schedule_id = ?",
            (guild_id, schedule_id),
        )


async def resume(store: Store, guild_id: int, schedule_id: int, following: Run) -> bool:
    """End a pause and take back what was skipped; False when there is no such schedule."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE schedules SET paused_at = NULL, paused_until = NULL, paused_why = '',"
            " untold = 0, skipped_to = NULL, next_date = ?, next_due = ?"
            " WHERE guild_id = ? AND schedule_id = ? RETURNING 1",
            (following.local_date, following.due, guild_id, schedule_id),
        )
    return row is not None


async def skip(
    store: Store, guild_id: int, schedule_id: int, skipped: Run, following: Run, *, was: int
) -> bool:
    """Leave a run out, and have `following` come next.

    `was` is when the next run was due as the skipper knew it; False when it has come meanwhile.
    """
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE schedules SET skipped_to = ?, next_date = ?, next_due = ?"
            " WHERE guild_id = ? AND schedule_id = ? AND next_due = ? RETURNING 1",
            (
                *(skipped.local_date, following.local_date, following.due),
                *(guild_id, schedule_id, was),
            ),
        )
    return row is not None


async def tune(store: Store, guild_id: int, schedule_id: int, *, pick: Pick, theme: str) -> bool:
    """How prompts are picked, and of which theme ('' for all); False without such a schedule."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE schedules SET pick = ?, theme = ?"
            " WHERE guild_id = ? AND schedule_id = ? RETURNING 1",
            (pick, theme, guild_id, schedule_id),
        )
    return row is not None
