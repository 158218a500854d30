"""Questions, their state, and the accepted answer's text."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data import search
from data.store import Row, Store, Transaction, page_start
from data.topics import put as put_topics

DAY = 86_400
DAILY_PER_MEMBER = 20
DAILY_PER_GUILD = 1_000

State = Literal["open", "solved"]


@dataclass(frozen=True, slots=True)
class Question:
    """Times are UTC seconds. Channel and thread are None until the question is posted.

    `card_channel_id` is where our card stands: the thread itself in a forum, else the channel the
    thread hangs from.
    """

    question_id: int
    guild_id: int
    asker_id: int
    title: str
    details: str
    state: State
    asked_at: int
    solved_at: int | None
    channel_id: int | None
    thread_id: int | None
    card_channel_id: int | None
    card_message_id: int | None
    answer_message_id: int | None
    answer_author_id: int | None
    answer_text: str
    topics: tuple[str, ...]


# The + keeps the sorting from choosing the index by topic, which would read every topic there is.
SELECT = (
    "SELECT q.*,"
    " (SELECT group_concat(topic, char(10)) FROM (SELECT DISTINCT topic FROM question_topics o"
    "   WHERE o.guild_id = q.guild_id AND o.question_id = q.question_id ORDER BY +topic)) AS topics"
    " FROM questions q "
)
"""Every reading of questions begins so; `question_of` makes the records."""


def question_of(row: Row) -> Question:
    values = dict(row)
    topics = values.pop("topics")
    del values["card_stale"]
    return Question(**values, topics=tuple(topics.split("\n")) if topics else ())


async def add(
    store: Store,
    guild_id: int,
    asker_id: int,
    title: str,
    details: str,
    topics: tuple[str, ...],
    at: int,
) -> Question | Literal["by member", "by all"]:
    """Save a question before it is posted, or say whose daily quota is used up."""
    async with store.write() as tx:
        counts = await tx.run_one(
            "SELECT (SELECT count(*) FROM questions"
            "         WHERE guild_id = ?1 AND asker_id = ?2 AND asked_at > ?3) AS by_member,"
            "       (SELECT count(*) FROM questions"
            "         WHERE guild_id = ?1 AND asked_at > ?3) AS by_all",
            (guild_id, asker_id, at - DAY),
        )
        assert counts is not None
        if counts["by_member"] >= DAILY_PER_MEMBER:
            return "by member"
        if counts["by_all"] >= DAILY_PER_GUILD:
            return "by all"
        row = await tx.run_one(
            "INSERT INTO questions (guild_id, asker_id, title, details, state, asked_at)"
            " VALUES (?, ?, ?, ?, 'open', ?) RETURNING question_id",
            (guild_id, asker_id, title, details, at),
        )
        assert row is not None
        question_id = row["question_id"]
        await put_topics(tx, "question_topics", guild_id, question_id, topics)
        question = await within(tx, guild_id, question_id)
        assert question is not None
        await index(tx, question)
    return question


async def within(tx: Transaction, guild_id: int, question_id: int) -> Question | None:
    """The question as a transaction sees it."""
    row = await tx.run_one(
        SELECT + "WHERE q.guild_id = ? AND q.question_id = ?", (guild_id, question_id)
    )
    return question_of(row) if row else None


def document(question: Question) -> tuple[int, str, str]:
    """What the search knows of a question: its number, what weighs most, and the rest."""
    body = " ".join((question.details, *question.topics, question.answer_text))
    return question.question_id, question.title, body


async def index(tx: Transaction, question: Question) -> None:
    """Bring the search index in step with the question."""
    await search.put(tx, question.guild_id, "question", *document(question))


async def get(store: Store, guild_id: int, question_id: int) -> Question | None:
    row = await store.read_one(
        SELECT + "WHERE q.guild_id = ? AND q.question_id = ?", (guild_id, question_id)
    )
    return question_of(row) if row else None


async def in_thread(store: Store, guild_id: int, thread_id: int) -> Question | None:
    row = await store.read_one(
        SELECT + "WHERE q.guild_id = ? AND q.thread_id = ?", (guild_id, thread_id)
    )
    return question_of(row) if row else None


async def carded(
    store: Store, guild_id: int, question_id: int, card_channel_id: int, card_message_id: int
) -> bool:
    """Remember where the card is. False when the question was removed meanwhile."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE questions SET card_channel_id = ?, card_message_id = ?"
            " WHERE guild_id = ? AND question_id = ? RETURNING 1",
            (card_channel_id, card_message_id, guild_id, question_id),
        )
    return row is not None


async def opened(
    store: Store, guild_id: int, question_id: int, channel_id: int, thread_id: int
) -> bool:
    """Remember where the thread is. False when the question was removed meanwhile."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE questions SET channel_id = ?, thread_id = ?"
            " WHERE guild_id = ? AND question_id = ? RETURNING 1",
            (channel_id, thread_id, guild_id, question_id),
        )
    return row is not None


async def accept(
    store: Store,
    guild_id: int,
    question_id: int,
    message_id: int,
    author_id: int,
    text: str,
    at: int,
) -> Question | None:
    """Make this message the accepted answer; an earlier one gives way. None when it is gone."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE questions SET state = 'solved', card_stale = 1, solved_at = ?,"
            " answer_message_id = ?, answer_author_id = ?, answer_text = ?"
            " WHERE guild_id = ? AND question_id = ?",
            (at, message_id, author_id, text, guild_id, question_id),
        )
        question = await within(tx, guild_id, question_id)
        if question:
            await index(tx, question)
    return question


async def reopen(store: Store, guild_id: int, question_id: int) -> Question | None:
    """Open again, without an accepted answer. None when it is gone."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE questions SET state = 'open', card_stale = 1, solved_at = NULL,"
            " answer_message_id = NULL, answer_author_id = NULL, answer_text = ''"
            " WHERE guild_id = ? AND question_id = ?",
            (guild_id, question_id),
        )
        question = await within(tx, guild_id, question_id)
        if question:
            await index(tx, question)
    return question


async def remove(store: Store, guild_id: int, question_id: int) -> None:
    async with store.write() as tx:
        await search.remove(tx, guild_id, "question", [question_id])
        await tx.run(
            "DELETE FROM questions WHERE guild_id = ? AND question_id = ?", (guild_id, question_id)
        )


async def unopened(store: Store) -> list[Question]:
    """Questions of every community that never got their thread, because the process ended."""
    rows = await store.read(SELECT + "WHERE q.thread_id IS NULL ORDER BY q.question_id")
    return [question_of(row) for row in rows]


async def standing_on(store: Store, guild_id: int, message_ids: Iterable[int]) -> list[Question]:
    """Questions whose card or accepted answer is one of these messages."""
    ids = json.dumps([*message_ids])
    rows = await store.read(
        SELECT + "WHERE q.guild_id = ?1"
        " AND (q.answer_message_id IN (SELECT value FROM json_each(?2))"
        "   OR q.card_message_id IN (SELECT value FROM json_each(?2)))",
        (guild_id, ids),
    )
    return [question_of(row) for row in rows]


async def stale(store: Store, guild_id: int | None = None) -> list[Question]:
    """Questions whose card does not show their state yet, in one community or in all."""
    rows = await store.read(
        SELECT + "WHERE q.card_stale = 1 AND (?1 IS NULL OR q.guild_id = ?1)", (guild_id,)
    )
    return [question_of(row) for row in rows]


async def drawn(store: Store, question: Question) -> None:
    """The card shows this state, unless it has changed again meanwhile."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE questions SET card_stale = 0 WHERE guild_id = ? AND question_id = ?"
            " AND state = ? AND answer_message_id IS ?",
            (question.guild_id, question.question_id, question.state, question.answer_message_id),
        )


async def places(store: Store, guild_id: int) -> list[int]:
    """Every channel questions were asked in, to ask which of them a reader may see."""
    rows = await store.read(
        "SELECT DISTINCT channel_id FROM questions WHERE guild_id = ? AND channel_id IS NOT NULL",
        (guild_id,),
    )
    return [row["channel_id"] for row in rows]


async def listed(
    store: Store,
    guild_id: int,
    places: Iterable[int],
    *,
    state: State | None = None,
    topic: str = "",
    limit: int = 10,
    offset: int = 0,
) -> tuple[list[Question], int]:
    """Questions asked in these channels, and how many there are in all.

    Open ones longest waiting first, others newest first. An offset past the end shows the last
    page.
    """
    where = "q.guild_id = ? AND q.channel_id IN (SELECT value FROM json_each(?))"
    values: list[int | str] = [guild_id, json.dumps([*places])]
    if state:
        where += " AND q.state = ?"
        values.append(state)
    if topic:
        where += (
            " AND EXISTS (SELECT 1 FROM question_topics o WHERE o.guild_id = q.guild_id"
            " AND o.question_id = q.question_id AND o.topic = ?)"
        )
        values.append(topic)
    order = "ASC" if state == "open" else "DESC"
    (count,) = await store.read(f"SELECT count(*) FROM questions q WHERE {where}", values)
    rows = await store.read(
        f"{SELECT} WHERE {where} ORDER BY q.asked_at {order} LIMIT ? OFFSET ?",
        (*values, limit, page_start(offset, limit, count[0])),
    )
    return [question_of(row) for row in rows], count[0]


async def topics(
    store: Store, guild_id: int, places: Iterable[int], beginning: str, limit: int = 25
) -> list[str]:
    """Topics of questions asked in these channels that begin so, most used first."""
    rows = await store.read(
        "SELECT o.topic FROM question_topics o"
        " JOIN questions q ON q.guild_id = o.guild_id AND q.question_id = o.question_id"
        " WHERE q.guild_id = ? AND q.channel_id IN (SELECT value FROM json_each(?))"
        " AND o.topic >= ? AND o.topic < ?"
        " GROUP BY o.topic ORDER BY count(*) DESC, o.topic LIMIT ?",
        (guild_id, json.dumps([*places]), beginning, beginning + "\U0010ffff", limit),
    )
    return [row["topic"] for row in rows]
