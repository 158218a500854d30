"""Questions nobody looks after: what is due about them by itself, in every community."""

from dataclasses import dataclass
from typing import Literal

from data.communities import Community
from data.questions import SELECT, Question, question_of
from data.store import Store, Transaction, transaction

HOUR, DAY = 3_600, 86_400
IDLE_ANSWER = 7 * DAY
"""Seconds an asker has to say that they still need help."""
TOO_LATE = 7 * DAY
"""Seconds after which no helpers are looked for any more: the list of open questions has it."""

Act = Literal["call", "idle", "close", "check"]


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done about a question, since `at` (UTC seconds)."""

    act: Act
    guild_id: int
    question_id: int
    at: int

    @property
    def key(self) -> tuple[str, int, int]:
        return self.act, self.guild_id, self.question_id


@dataclass(frozen=True, slots=True)
class Open:
    """The open questions of a community."""

    count: int
    unanswered: int
    oldest: Question | None


# A community without a row has the defaults: no helpers' channel, and this many days.
_IDLE_DAYS = "coalesce(c.idle_days, 14)"
_OF = "LEFT JOIN communities c ON c.guild_id = q.guild_id"


async def due(store: Store, now: int) -> list[Due]:
    """What is due in all communities, the longest due first."""
    rows = await store.read(
        "SELECT 'call' AS act, q.guild_id, q.question_id, q.nudge_at AS at"
        f" FROM questions q {_OF} WHERE q.state = 'open' AND q.nudge_at <= ?1"
        f" AND q.nudge_at > ?1 - {TOO_LATE} AND q.answered_at IS NULL"
        " AND q.thread_id IS NOT NULL AND c.helpers_channel_id IS NOT NULL AND c.nudge_hours > 0"
        " AND NOT EXISTS (SELECT 1 FROM question_people p WHERE p.guild_id = q.guild_id"
        "   AND p.question_id = q.question_id AND p.helps = 1)"
        f" UNION ALL SELECT 'idle', q.guild_id, q.question_id, q.active_at + {_IDLE_DAYS} * {DAY}"
        f" FROM questions q {_OF} WHERE q.state = 'open' AND q.active_at <= ?1 - {DAY}"
        f" AND q.idle_at IS NULL AND q.thread_id IS NOT NULL AND {_IDLE_DAYS} > 0"
        f" AND q.active_at <= ?1 - {_IDLE_DAYS} * {DAY}"
        f" UNION ALL SELECT 'close', q.guild_id, q.question_id, q.idle_at + {IDLE_ANSWER}"
        f" FROM questions q {_OF} WHERE q.state = 'open' AND q.active_at <= ?1 - {IDLE_ANSWER}"
        f" AND q.idle_at <= ?1 - {IDLE_ANSWER} AND {_IDLE_DAYS} > 0"
        " AND EXISTS (SELECT 1 FROM question_posts p WHERE p.guild_id = q.guild_id"
        "   AND p.question_id = q.question_id AND p.kind = 'idle' AND p.message_id IS NOT NULL)"
        " UNION ALL SELECT 'check', q.guild_id, q.question_id, q.check_at"
        f" FROM questions q {_OF} WHERE q.state = 'solved' AND q.check_at <= ?1"
        " AND q.outdated_at IS NULL AND q.thread_id IS NOT NULL"
        " AND c.helpers_channel_id IS NOT NULL AND c.check_months > 0"
        " ORDER BY 4, 3",
        (now,),
    )
    return [Due(**dict(row)) for row in rows]


async def next_call(store: Store, now: int) -> int | None:
    """When helpers are looked for next; all the rest is in no hurry."""
    row = await store.read_one(
        "SELECT min(nudge_at) AS at FROM questions WHERE state = 'open' AND nudge_at > ?", (now,)
    )
    return row["at"] if row else None


@transaction
async def spoke(tx: Transaction, guild_id: int, question_id: int, at: int) -> bool:
    """Somebody wrote, or says that help is still needed: what went quiet counts anew.

    False when the question is not open, or nothing was later than known.
    """
    row = await tx.run_one(
        "UPDATE questions SET active_at = ?1, idle_at = NULL WHERE guild_id = ?2"
        " AND question_id = ?3 AND state = 'open'"
        " AND (active_at < ?1 OR idle_at IS NOT NULL) RETURNING 1",
        (at, guild_id, question_id),
    )
    return row is not None


@transaction
async def answered(tx: Transaction, guild_id: int, question_id: int, at: int) -> bool:
    """Somebody wrote an answer while we were away, so no helpers are looked for."""
    row = await tx.run_one(
        "UPDATE questions SET answered_at = ?, nudge_at = NULL WHERE guild_id = ?"
        " AND question_id = ? AND answered_at IS NULL RETURNING 1",
        (at, guild_id, question_id),
    )
    return row is not None


@transaction
async def call_after(tx: Transaction, guild_id: int, hours: int) -> None:
    """Look for helpers so many hours after a question was asked, for those that wait already."""
    await tx.run(
        "UPDATE questions SET nudge_at = asked_at + ? WHERE guild_id = ?"
        " AND state = 'open' AND nudge_at IS NOT NULL",
        (hours * HOUR, guild_id),
    )


# The weekly line for moderators


async def untold(store: Store, before: int) -> list[Community]:
    """Communities with a moderators' channel that were not told since a moment."""
    rows = await store.read(
        "SELECT * FROM communities WHERE moderators_channel_id IS NOT NULL"
        " AND (open_told_at IS NULL OR open_told_at < ?)",
        (before,),
    )
    return [Community(**dict(row)) for row in rows]


async def open_now(store: Store, guild_id: int) -> Open:
    counts = await store.read_one(
        "SELECT count(*) AS count, sum(answered_at IS NULL) AS unanswered FROM questions"
        " WHERE guild_id = ? AND state = 'open' AND thread_id IS NOT NULL",
        (guild_id,),
    )
    oldest = await store.read_one(
        SELECT + "WHERE q.guild_id = ? AND q.state = 'open' AND q.thread_id IS NOT NULL"
        " ORDER BY q.asked_at LIMIT 1",
        (guild_id,),
    )
    assert counts is not None
    return Open(counts["count"], counts["unanswered"] or 0, question_of(oldest) if oldest else None)


@transaction
async def told(tx: Transaction, guild_id: int, at: int) -> None:
    """The week that began at this moment is told, or has nothing to tell."""
    await tx.run("UPDATE communities SET open_told_at = ? WHERE guild_id = ?", (at, guild_id))
