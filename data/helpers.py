"""Who would help with what, who is asked to next, and what members gave and got."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from data.questions import SELECT, Question, question_of
from data.store import Store, Transaction, transaction
from data.topics import NOW_CALLED

MOST_TOPICS = 10
"""Topics a member may offer help with in one community."""
MOST_CALLED = 3
"""Members who are asked by name at a time."""

Taken = Literal["taken", "already", "late", "ended"]


@dataclass(frozen=True, slots=True)
class Give:
    """What a member gave and got: counts, of questions with their name on them alone.

    `thanked` counts accepted and helpful answers that were thanked for, and members whom an
    accepted one helped later.
    """

    accepted: int
    helpful: int
    thanked: int
    asked: int
    solved: int


# Topics


@transaction
async def choose_topics(
    tx: Transaction, guild_id: int, user_id: int, written: Sequence[str]
) -> list[str]:
    """Offer help with these topics and no others; returns what they are called now.

    Whom we asked last is kept, so that nobody comes first by choosing anew.
    """
    before = await tx.run_one(
        "SELECT max(asked_at) AS at FROM helper_topics WHERE guild_id = ? AND user_id = ?",
        (guild_id, user_id),
    )
    await _forget(tx, guild_id, user_id)
    rows = await tx.run(
        f"{NOW_CALLED} INSERT INTO helper_topics (guild_id, user_id, written, topic, asked_at)"
        " SELECT ?2, ?3, written, topic, ?4 FROM now RETURNING topic",
        (
            json.dumps(written[:MOST_TOPICS]),
            *(guild_id, user_id, before["at"] or 0 if before else 0),
        ),
    )
    return sorted({row["topic"] for row in rows})


async def topics(store: Store, guild_id: int, user_id: int) -> list[str]:
    """What a member offers help with, each topic once, in the alphabet's order."""
    rows = await store.read(
        "SELECT DISTINCT topic FROM helper_topics WHERE guild_id = ? AND user_id = ?"
        " ORDER BY topic",
        (guild_id, user_id),
    )
    return [row["topic"] for row in rows]


@transaction
async def forget(tx: Transaction, guild_id: int, user_id: int) -> None:
    """Somebody who left helps no more."""
    await _forget(tx, guild_id, user_id)


async def _forget(tx: Transaction, guild_id: int, user_id: int) -> None:
    await tx.run(
        "DELETE FROM helper_topics WHERE guild_id = ? AND user_id = ?", (guild_id, user_id)
    )


# Asking for help


async def candidates(
    store: Store, guild_id: int, question_id: int, now: int, limit: int = 50
) -> list[int]:
    """Who offers help with a topic of the question, those first who were not asked the longest.

    Without its asker, if we know them, those who are away, and those who help or were asked.
    """
    rows = await store.read(
        "SELECT user_id FROM helper_topics h WHERE h.guild_id = ?1"
        " AND h.topic IN (SELECT topic FROM question_topics"
        "   WHERE guild_id = ?1 AND question_id = ?2)"
        " AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.guild_id = ?1"
        "   AND q.question_id = ?2 AND q.asker_id = h.user_id)"
        " AND NOT EXISTS (SELECT 1 FROM question_people p WHERE p.guild_id = ?1"
        "   AND p.question_id = ?2 AND p.user_id = h.user_id AND (p.helps = 1 OR p.called <> ''))"
        " AND NOT EXISTS (SELECT 1 FROM members m WHERE m.guild_id = ?1"
        "   AND m.user_id = h.user_id AND m.away_until > ?3)"
        " GROUP BY user_id ORDER BY (SELECT max(asked_at) FROM helper_topics a"
        "   WHERE a.guild_id = ?1 AND a.user_id = h.user_id), user_id LIMIT ?4",
        (guild_id, question_id, now, limit),
    )
    return [row["user_id"] for row in rows]


async def called(store: Store, guild_id: int, question_id: int) -> list[int]:
    """Who is asked by name to help, and has not declined."""
    rows = await store.read(
        "SELECT user_id FROM question_people"
        " WHERE guild_id = ? AND question_id = ? AND called = 'asked' ORDER BY user_id",
        (guild_id, question_id),
    )
    return [row["user_id"] for row in rows]


@transaction
async def call(
    tx: Transaction, guild_id: int, question_id: int, user_ids: Iterable[int], at: int
) -> None:
    """Ask these by name, as far as there is room and the question stands."""
    await call_within(tx, guild_id, question_id, user_ids, at)


async def call_within(
    tx: Transaction, guild_id: int, question_id: int, user_ids: Iterable[int], at: int
) -> None:
    for user_id in user_ids:
        row = await tx.run_one(
            "INSERT INTO question_people (guild_id, question_id, user_id, called)"
            " SELECT guild_id, question_id, ?3, 'asked' FROM questions"
            "  WHERE guild_id = ?1 AND question_id = ?2 AND (SELECT count(*)"
            "   FROM question_people WHERE guild_id = ?1 AND question_id = ?2"
            "   AND called = 'asked') < ?4"
            " ON CONFLICT (guild_id, question_id, user_id) DO UPDATE SET called = 'asked'"
            "  WHERE called = '' AND helps = 0 RETURNING 1",
            (guild_id, question_id, user_id, MOST_CALLED),
        )
        if row:
            await tx.run(
                "UPDATE helper_topics SET asked_at = max(asked_at, ?)"
                " WHERE guild_id = ? AND user_id = ?",
                (at, guild_id, user_id),
            )


@transaction
async def take(tx: Transaction, guild_id: int, question_id: int, user_id: int) -> Taken:
    """Somebody takes an open question on, unless somebody else did before."""
    row = await tx.run_one(
        "SELECT state, (SELECT max(user_id = ?3) FROM question_people p"
        "   WHERE p.guild_id = ?1 AND p.question_id = ?2 AND p.helps = 1) AS own"
        " FROM questions WHERE guild_id = ?1 AND question_id = ?2",
        (guild_id, question_id, user_id),
    )
    if row is None or row["state"] != "open":
        return "ended"
    if row["own"] is not None:
        return "already" if row["own"] else "late"
    await tx.run(
        "INSERT INTO question_people (guild_id, question_id, user_id, helps)"
        " VALUES (?, ?, ?, 1)"
        " ON CONFLICT (guild_id, question_id, user_id) DO UPDATE SET helps = 1",
        (guild_id, question_id, user_id),
    )
    await tx.run(
        "UPDATE questions SET card_stale = 1, nudge_at = NULL"
        " WHERE guild_id = ? AND question_id = ?",
        (guild_id, question_id),
    )
    return "taken"


@transaction
async def decline(tx: Transaction, guild_id: int, question_id: int, user_id: int) -> bool:
    """Somebody who was asked says not now; False when they were not, or said so before."""
    row = await tx.run_one(
        "UPDATE question_people SET called = 'declined' WHERE guild_id = ?"
        " AND question_id = ? AND user_id = ? AND called = 'asked' RETURNING 1",
        (guild_id, question_id, user_id),
    )
    return row is not None


# One member


async def matching(
    store: Store, guild_id: int, user_id: int, places: Iterable[int], limit: int
) -> list[Question]:
    """Open questions of these channels about what a member helps with, the unanswered first.

    Without their own and those they help with already; whose are asked without a name is not
    known here.
    """
    rows = await store.read(
        SELECT + "WHERE q.guild_id = ?1 AND q.state = 'open' AND q.thread_id IS NOT NULL"
        " AND q.channel_id IN (SELECT value FROM json_each(?3)) AND q.asker_id IS NOT ?2"
        " AND EXISTS (SELECT 1 FROM question_topics o"
        "   JOIN helper_topics h ON h.guild_id = o.guild_id AND h.topic = o.topic"
        "   WHERE o.guild_id = ?1 AND o.question_id = q.question_id AND h.user_id = ?2)"
        " AND NOT EXISTS (SELECT 1 FROM question_people p WHERE p.guild_id = ?1"
        "   AND p.question_id = q.question_id AND p.user_id = ?2 AND p.helps = 1)"
        " ORDER BY q.answered_at IS NOT NULL, q.asked_at, q.question_id LIMIT ?4",
        (guild_id, user_id, json.dumps([*places]), limit),
    )
    return [question_of(row) for row in rows]


async def given(store: Store, guild_id: int, user_id: int) -> Give:
    """What a member gave and got in one community."""
    row = await store.read_one(
        "SELECT (SELECT count(*) FROM questions"
        "   WHERE guild_id = ?1 AND answer_author_id = ?2) AS accepted,"
        " (SELECT count(*) FROM question_helpful"
        "   WHERE guild_id = ?1 AND author_id = ?2) AS helpful,"
        " (SELECT count(*) FROM questions"
        "   WHERE guild_id = ?1 AND answer_author_id = ?2 AND thanked = 1)"
        " + (SELECT count(*) FROM question_helpful"
        "   WHERE guild_id = ?1 AND author_id = ?2 AND thanked = 1)"
        " + (SELECT count(*) FROM questions q"
        "   JOIN question_thanks t ON t.guild_id = q.guild_id AND t.question_id = q.question_id"
        "   WHERE q.guild_id = ?1 AND q.answer_author_id = ?2 AND t.user_id <> ?2) AS thanked,"
        " (SELECT count(*) FROM questions WHERE guild_id = ?1 AND asker_id = ?2) AS asked,"
        " (SELECT count(*) FROM questions"
        "   WHERE guild_id = ?1 AND asker_id = ?2 AND state = 'solved') AS solved",
        (guild_id, user_id),
    )
    assert row is not None
    return Give(**dict(row))
