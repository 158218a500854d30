"""Questions, their state, and the accepted answer's text."""

from dataclasses import dataclass
from typing import Literal

from data import search
from data.store import Row, Store, Transaction

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


_SELECT = (
    "SELECT q.*, (SELECT group_concat(topic, char(10)) FROM (SELECT topic FROM question_topics o"
    "   WHERE o.guild_id = q.guild_id AND o.question_id = q.question_id ORDER BY topic)) AS topics"
    " FROM questions q "
)


def _question(row: Row) -> Question:
    values = dict(row)
    topics = values.pop("topics")
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
        await tx.run_many(
            "INSERT INTO question_topics (guild_id, question_id, topic) VALUES (?, ?, ?)",
            [(guild_id, question_id, topic) for topic in topics],
        )
        question = await within(tx, guild_id, question_id)
        assert question is not None
        await index(tx, question)
    return question


async def within(tx: Transaction, guild_id: int, question_id: int) -> Question | None:
    """The question as a transaction sees it."""
    row = await tx.run_one(
        _SELECT + "WHERE q.guild_id = ? AND q.question_id = ?", (guild_id, question_id)
    )
    return _question(row) if row else None


async def index(tx: Transaction, question: Question) -> None:
    """Bring the search index in step with the question."""
    body = " ".join((question.details, *question.topics, question.answer_text))
    await search.put(tx, question.guild_id, "question", question.question_id, question.title, body)


async def get(store: Store, guild_id: int, question_id: int) -> Question | None:
    row = await store.read_one(
        _SELECT + "WHERE q.guild_id = ? AND q.question_id = ?", (guild_id, question_id)
    )
    return _question(row) if row else None


async def in_thread(store: Store, guild_id: int, thread_id: int) -> Question | None:
    row = await store.read_one(
        _SELECT + "WHERE q.guild_id = ? AND q.thread_id = ?", (guild_id, thread_id)
    )
    return _question(row) if row else None


async def posted(
    store: Store,
    guild_id: int,
    question_id: int,
    *,
    channel_id: int,
    thread_id: int,
    card_channel_id: int,
    card_message_id: int,
) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE questions SET channel_id = ?, thread_id = ?, card_channel_id = ?,"
            " card_message_id = ? WHERE guild_id = ? AND question_id = ?",
            (channel_id, thread_id, card_channel_id, card_message_id, guild_id, question_id),
        )


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
            "UPDATE questions SET state = 'solved', solved_at = ?, answer_message_id = ?,"
            " answer_author_id = ?, answer_text = ? WHERE guild_id = ? AND question_id = ?",
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
            "UPDATE questions SET state = 'open', solved_at = NULL, answer_message_id = NULL,"
            " answer_author_id = NULL, answer_text = '' WHERE guild_id = ? AND question_id = ?",
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


async def drop_unposted(store: Store) -> None:
    """Forget questions that never got their thread, because the process ended in between.

    Call it at a start only: Discord told those who asked that it failed, and kept their form open.
    """
    async with store.write() as tx:
        rows = await tx.run(
            "DELETE FROM questions WHERE thread_id IS NULL RETURNING guild_id, question_id"
        )
        for row in rows:
            await search.remove(tx, row["guild_id"], "question", [row["question_id"]])


async def answered_by(store: Store, guild_id: int, message_id: int) -> Question | None:
    """The question whose accepted answer this message is."""
    row = await store.read_one(
        _SELECT + "WHERE q.guild_id = ? AND q.answer_message_id = ?", (guild_id, message_id)
    )
    return _question(row) if row else None


async def listed(
    store: Store, guild_id: int, state: State | None, topic: str | None
) -> list[Question]:
    """Posted questions: open ones longest waiting first, others newest first. At most 200."""
    wheres, values = ["q.guild_id = ?", "q.thread_id IS NOT NULL"], list[int | str]([guild_id])
    if state:
        wheres.append("q.state = ?")
        values.append(state)
    if topic:
        wheres.append(
            "EXISTS (SELECT 1 FROM question_topics o WHERE o.guild_id = q.guild_id"
            " AND o.question_id = q.question_id AND o.topic = ?)"
        )
        values.append(topic)
    order = "ASC" if state == "open" else "DESC"
    rows = await store.read(
        _SELECT + f"WHERE {' AND '.join(wheres)} ORDER BY q.asked_at {order} LIMIT 200", values
    )
    return [_question(row) for row in rows]


async def topics(store: Store, guild_id: int, beginning: str, limit: int = 25) -> list[str]:
    """Topics in use that begin so, most used first."""
    rows = await store.read(
        "SELECT topic FROM question_topics WHERE guild_id = ? AND topic >= ? AND topic < ?"
        " GROUP BY topic ORDER BY count(*) DESC, topic LIMIT ?",
        (guild_id, beginning, beginning + "\U0010ffff", limit),
    )
    return [row["topic"] for row in rows]
