"""How a question goes on: accepted, reopened, closed. Races are decided here, in one transaction.

Each change takes the question as its caller knew it: when it stands otherwise by then,
nothing changes. What may follow on what is decided in the feature's rules.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from data.notices import QUESTION
from data.questions import SELECT, Question, Why, index, question_of, within
from data.store import Store, Transaction, transaction


@dataclass(frozen=True, slots=True)
class Answer:
    """A message that answers a question; the text is empty where we may not read it."""

    message_id: int
    author_id: int
    text: str


_WHICH = " WHERE guild_id = ? AND question_id = ? AND state = ? AND answer_message_id IS ?"
OPEN = (
    "UPDATE questions SET state = 'open', card_stale = 1, solved_at = NULL, closed_why = '',"
    " closed_words = '', closed_by = NULL, duplicate_of = NULL, answer_message_id = NULL,"
    " answer_author_id = NULL, answer_text = '', thanked = 0, outdated_at = NULL, idle_at = NULL,"
    " check_at = NULL, tip_id = NULL"
)
"""The beginning of a statement that takes an accepted answer or an end from questions."""


@transaction
async def accept(
    tx: Transaction,
    question: Question,
    answer: Answer,
    at: int,
    *,
    by: int | None = None,
    thanked: bool = False,
    check_at: int | None = None,
) -> bool:
    """Make this message the accepted answer; an earlier one stays as a helpful one.

    `by` is who did it, and needs not be told. `thanked` is whether it counts as thanks, `check_at`
    when helpers are asked whether it still holds.
    """
    done = await tx.run(
        "UPDATE questions SET state = 'solved', card_stale = 1, solved_at = ?,"
        " closed_why = '', closed_words = '', closed_by = NULL, duplicate_of = NULL,"
        " idle_at = NULL, nudge_at = NULL, answer_message_id = ?, answer_author_id = ?,"
        " answer_text = ?, thanked = ?, outdated_at = NULL, check_at = ?, tip_id = NULL"
        + _WHICH
        + " RETURNING 1",
        (
            *(at, answer.message_id, answer.author_id, answer.text, thanked, check_at),
            *_which(question),
        ),
    )
    if not done:
        return False
    # One message is not both.
    await tx.run(
        "DELETE FROM question_helpful WHERE guild_id = ? AND question_id = ? AND message_id = ?",
        (question.guild_id, question.question_id, answer.message_id),
    )
    if question.answer_message_id and question.answer_author_id:
        await tx.run(
            "INSERT INTO question_helpful"
            " (guild_id, question_id, message_id, author_id, marked_at, thanked)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (
                *(question.guild_id, question.question_id, question.answer_message_id),
                *(question.answer_author_id, at, question.thanked),
            ),
        )
    await _tell(tx, question, by, at)
    await _index(tx, question)
    return True


@transaction
async def reopen(tx: Transaction, question: Question, at: int, nudge_at: int | None = None) -> bool:
    """Open again, without an accepted answer."""
    done = await tx.run(
        OPEN + ", active_at = ?, nudge_at = ?" + _WHICH + " RETURNING 1",
        (at, nudge_at, *_which(question)),
    )
    if done:
        await _index(tx, question)
    return bool(done)


@transaction
async def close(
    tx: Transaction,
    question: Question,
    why: Why,
    by: int | None = None,
    *,
    at: int,
    words: str = "",
    duplicate_of: int | None = None,
) -> bool:
    """Close an open question. The followers of a duplicate follow the original from now on.

    `by` is None where nobody did it by name: asked without one, or left idle, which holds only if
    nobody spoke up since the question was read. The original of a duplicate is never a duplicate
    itself: what was the same as this one is the same as that one.
    """
    quiet = " AND idle_at = ? AND active_at = ?" if why == "idle" else ""
    since = (question.idle_at, question.active_at) if quiet else ()
    if duplicate_of is not None:
        duplicate_of = await _original(tx, question, duplicate_of)
        if duplicate_of is None:
            return False
    done = await tx.run(
        "UPDATE questions SET state = 'closed', card_stale = 1, closed_why = ?,"
        " closed_words = ?, closed_by = ?, duplicate_of = ?, nudge_at = NULL, idle_at = NULL"
        + _WHICH
        + f" AND state = 'open'{quiet} RETURNING 1",
        (why, words, by, duplicate_of, *_which(question), *since),
    )
    if not done:
        return False
    if duplicate_of is not None:
        await _move_on(tx, question, duplicate_of)
    await _tell(tx, question, by, at)
    await _index(tx, question)
    return True


async def _original(tx: Transaction, question: Question, duplicate_of: int) -> int | None:
    """What the other question is the same as, else that one; None when it is gone or this one."""
    row = await tx.run_one(
        "SELECT coalesce(duplicate_of, question_id) AS original FROM questions"
        " WHERE guild_id = ? AND question_id = ?",
        (question.guild_id, duplicate_of),
    )
    return row["original"] if row and row["original"] != question.question_id else None


async def _move_on(tx: Transaction, question: Question, original_id: int) -> None:
    """Whoever follows or asked this one follows the original, and so do its own duplicates."""
    which = (original_id, question.guild_id, question.question_id)
    await tx.run(
        "INSERT INTO question_people (guild_id, question_id, user_id, follows)"
        " SELECT guild_id, ?1, user_id, 1 FROM question_people"
        "  WHERE guild_id = ?2 AND question_id = ?3 AND follows = 1"
        " UNION SELECT guild_id, ?1, asker_id, 1 FROM questions"
        "  WHERE guild_id = ?2 AND question_id = ?3 AND asker_id IS NOT NULL"
        " ON CONFLICT (guild_id, question_id, user_id) DO UPDATE SET follows = 1",
        which,
    )
    await tx.run(
        "UPDATE questions SET duplicate_of = ?1, card_stale = 1"
        " WHERE guild_id = ?2 AND duplicate_of = ?3",
        which,
    )
    await _stale(tx, question.guild_id, original_id)


@transaction
async def answer_deleted(
    tx: Transaction, guild_id: int, message_ids: Iterable[int], at: int
) -> list[Question]:
    """Messages are no more, so they helped nobody; returns the questions that are open again."""
    ids = json.dumps([*message_ids])
    rows = await tx.run(
        OPEN + ", active_at = ? WHERE guild_id = ? AND answer_message_id IN"
        " (SELECT value FROM json_each(?)) RETURNING question_id",
        (at, guild_id, ids),
    )
    opened = [await within(tx, guild_id, row["question_id"]) for row in rows]
    for question in filter(None, opened):
        await index(tx, question)
    helped = await tx.run(
        "DELETE FROM question_helpful WHERE guild_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?)) RETURNING question_id",
        (guild_id, ids),
    )
    for row in helped:
        await _stale(tx, guild_id, row["question_id"])
    return [one for one in opened if one]


@transaction
async def answer_edited(
    tx: Transaction, guild_id: int, message_id: int, text: str
) -> Question | None:
    """Keep the accepted answer's text as it is now, none of it where we may not read it.

    Returns its question, None when the message is no accepted answer.
    """
    row = await tx.run_one(
        "UPDATE questions SET answer_text = ?"
        " WHERE guild_id = ? AND answer_message_id = ? RETURNING question_id",
        (text, guild_id, message_id),
    )
    question = await within(tx, guild_id, row["question_id"]) if row else None
    if question:
        await index(tx, question)
    return question


@transaction
async def outdated(tx: Transaction, question: Question, at: int) -> bool:
    """Somebody says that the accepted answer does not hold any more."""
    done = await tx.run(
        "UPDATE questions SET outdated_at = ?, check_at = NULL, card_stale = 1"
        + _WHICH
        + " AND state = 'solved' RETURNING 1",
        (at, *_which(question)),
    )
    return bool(done)


@transaction
async def still_valid(tx: Transaction, question: Question, check_at: int | None) -> bool:
    """Somebody says that it holds; when to ask again, None for never."""
    done = await tx.run(
        "UPDATE questions SET outdated_at = NULL, check_at = ?, card_stale = 1"
        + _WHICH
        + " AND state = 'solved' RETURNING 1",
        (check_at, *_which(question)),
    )
    return bool(done)


@transaction
async def written(
    tx: Transaction, guild_id: int, thread_id: int, at: int, *, by_asker: bool
) -> Question | None:
    """Somebody wrote in a thread: its question as it was before, None when it is no question's.

    A first answer by somebody else ends the search for helpers.
    """
    row = await tx.run_one(
        SELECT + "WHERE q.guild_id = ? AND q.thread_id = ?", (guild_id, thread_id)
    )
    if row is None:
        return None
    await tx.run(
        "UPDATE questions SET active_at = max(active_at, ?1), idle_at = NULL,"
        " answered_at = iif(?2, answered_at, coalesce(answered_at, ?1)),"
        " nudge_at = iif(?2, nudge_at, NULL)"
        " WHERE guild_id = ?3 AND thread_id = ?4",
        (at, by_asker, guild_id, thread_id),
    )
    return question_of(row)


@transaction
async def mark_helpful(
    tx: Transaction,
    question: Question,
    message_id: int,
    author_id: int,
    by: int | None,
    at: int,
    *,
    thanked: bool = False,
) -> bool:
    """Name one more answer that helped; False when it was named, or is the accepted one."""
    row = await tx.run_one(
        "INSERT INTO question_helpful"
        " (guild_id, question_id, message_id, author_id, marked_by, marked_at, thanked)"
        " SELECT guild_id, question_id, ?, ?, ?, ?, ? FROM questions"
        "  WHERE guild_id = ? AND question_id = ? AND answer_message_id IS NOT ?"
        " ON CONFLICT DO NOTHING RETURNING 1",
        (
            *(message_id, author_id, by, at, thanked),
            *(question.guild_id, question.question_id, message_id),
        ),
    )
    if row:
        await _stale(tx, question.guild_id, question.question_id)
    return row is not None


@transaction
async def unmark_helpful(tx: Transaction, guild_id: int, question_id: int, message_id: int) -> bool:
    """Take that back; False when it was not named."""
    row = await tx.run_one(
        "DELETE FROM question_helpful WHERE guild_id = ? AND question_id = ?"
        " AND message_id = ? RETURNING 1",
        (guild_id, question_id, message_id),
    )
    if row:
        await _stale(tx, guild_id, question_id)
    return row is not None


async def helpful(store: Store, guild_id: int, question_id: int) -> list[tuple[int, int]]:
    """The answers that helped besides the accepted one, and who wrote each."""
    rows = await store.read(
        "SELECT message_id, author_id FROM question_helpful"
        " WHERE guild_id = ? AND question_id = ? ORDER BY message_id",
        (guild_id, question_id),
    )
    return [(row["message_id"], row["author_id"]) for row in rows]


async def thanked_back(
    store: Store, guild_id: int, asker_id: int, author_id: int, since: int
) -> bool:
    """Whether an answer by this asker was accepted by this author after a moment, and counted."""
    row = await store.read_one(
        "SELECT 1 FROM questions WHERE guild_id = ? AND asker_id = ? AND answer_author_id = ?"
        " AND solved_at > ? AND thanked = 1",
        (guild_id, author_id, asker_id, since),
    )
    return row is not None


@transaction
async def ask_whether_solved(tx: Transaction, question: Question) -> bool:
    """Take the one turn to ask whether an answer solved it; False when it was taken."""
    done = await tx.run(
        "UPDATE questions SET thanks_asked = 1"
        + _WHICH
        + " AND state = 'open' AND thanks_asked = 0 RETURNING 1",
        _which(question),
    )
    return bool(done)


def _which(question: Question) -> tuple[int, int, str, int | None]:
    return question.guild_id, question.question_id, question.state, question.answer_message_id


async def _stale(tx: Transaction, guild_id: int, question_id: int) -> None:
    await tx.run(
        "UPDATE questions SET card_stale = 1 WHERE guild_id = ? AND question_id = ?",
        (guild_id, question_id),
    )


async def _tell(tx: Transaction, question: Question, by: int | None, at: int) -> None:
    """Who follows it, and who asked it with their name, is to hear how it ended."""
    await tx.run(
        "INSERT INTO notices (guild_id, user_id, kind, item_id, due_at)"
        " SELECT guild_id, user_id, ?4, question_id, ?5 FROM question_people"
        "  WHERE guild_id = ?1 AND question_id = ?2 AND follows = 1 AND user_id IS NOT ?3"
        " UNION SELECT guild_id, asker_id, ?4, question_id, ?5 FROM questions"
        "  WHERE guild_id = ?1 AND question_id = ?2 AND asker_id IS NOT NULL AND asker_id IS NOT ?3"
        " ON CONFLICT DO UPDATE SET due_at = excluded.due_at, sending_at = NULL",
        (question.guild_id, question.question_id, by, QUESTION, at),
    )


async def _index(tx: Transaction, question: Question) -> None:
    if now := await within(tx, question.guild_id, question.question_id):
        await index(tx, now)
