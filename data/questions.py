"""Questions: what was asked, where it stands, and the accepted answer's text."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from data import indexing, leftovers
from data.store import Row, Store, Transaction, distinct, page_start, transaction
from data.topics import put as put_topics

DAY = 86_400
DAILY_PER_MEMBER = 20
DAILY_PER_GUILD = 1_000

State = Literal["open", "solved", "closed"]
Why = Literal["", "duplicate", "unneeded", "moderator", "idle"]
"""Why one is closed."""
Origin = Literal["", "reflection"]
"""What one grew from."""


@dataclass(frozen=True, slots=True)
class Question:
    """Times are UTC seconds. Channel and thread are None until the question is posted.

    `card_channel_id` is where our card stands: the thread itself in a forum or under a post made by
    hand, else the channel the thread hangs from. Asked without a name, `asker_id` is None and
    `asker` a hash that only bot.secret can compare. `helpers` said they help, `helpful` wrote what
    helped besides the accepted answer, and so many `followers` want to hear how it ends.
    """

    question_id: int
    guild_id: int
    asker_id: int | None
    asker: bytes | None = field(repr=False)
    title: str
    details: str
    state: State
    closed_why: Why
    closed_words: str
    closed_by: int | None
    duplicate_of: int | None
    asked_at: int
    solved_at: int | None
    channel_id: int | None
    thread_id: int | None
    card_channel_id: int | None
    card_message_id: int | None
    answer_message_id: int | None
    answer_author_id: int | None
    answer_text: str
    thanked: int
    outdated_at: int | None
    by_hand: int
    born_of: Origin
    active_at: int
    answered_at: int | None
    idle_at: int | None
    thanks_asked: int
    nudge_at: int | None
    check_at: int | None
    tip_id: int | None
    topics: tuple[str, ...]
    helpers: tuple[int, ...]
    helpful: tuple[int, ...]
    followers: int

    @property
    def face(self) -> tuple[object, ...]:
        """What its card shows."""
        return (
            *(self.title, self.details, self.topics, self.state, self.closed_why),
            *(self.closed_words, self.duplicate_of, self.asker_id, self.answer_message_id),
            *(self.answer_author_id, self.outdated_at, self.helpers, self.helpful, self.tip_id),
            *(self.followers, self.card_message_id),
        )


# The + keeps the sorting from choosing the index by topic, which would read every topic there is.
SELECT = (
    "SELECT q.*,"
    " (SELECT group_concat(topic, char(10)) FROM (SELECT DISTINCT topic FROM question_topics o"
    "   WHERE o.guild_id = q.guild_id AND o.question_id = q.question_id ORDER BY +topic))"
    " AS topics,"
    " (SELECT group_concat(user_id) FROM question_people p WHERE p.guild_id = q.guild_id"
    "   AND p.question_id = q.question_id AND p.helps = 1) AS helpers,"
    " (SELECT group_concat(DISTINCT author_id) FROM question_helpful h"
    "   WHERE h.guild_id = q.guild_id AND h.question_id = q.question_id) AS helpful,"
    " (SELECT count(*) FROM question_people p WHERE p.guild_id = q.guild_id"
    "   AND p.question_id = q.question_id AND p.follows = 1) AS followers"
    " FROM questions q "
)
"""Every reading of questions begins so; `question_of` makes the records."""


def question_of(row: Row) -> Question:
    values = dict(row)
    del values["card_stale"], values["keep_asked"]
    topics = values.pop("topics")
    return Question(
        topics=tuple(topics.split("\n")) if topics else (),
        helpers=_ids(values.pop("helpers")),
        helpful=_ids(values.pop("helpful")),
        **values,
    )


def _ids(joined: str | None) -> tuple[int, ...]:
    return tuple(sorted(map(int, str(joined).split(",")))) if joined else ()


@dataclass(frozen=True, slots=True)
class New:
    """A question before it is saved. `author` tells the hash of who asks it without a name.

    `nudge_at` is when helpers are looked for, None for never. A post that somebody made by hand has
    its thread already.
    """

    asker_id: int | None
    title: str
    details: str
    topics: tuple[str, ...]
    at: int
    nudge_at: int | None = None
    author: Callable[[int], bytes] | None = None
    born_of: Origin = ""
    by_hand: tuple[int, int] | None = None
    """The channel and the thread."""


@transaction
async def add(
    tx: Transaction, guild_id: int, new: New, unnamed: int = 0, draft_id: int | None = None
) -> Question | Literal["by member", "by all", "known", "gone"]:
    """Save a question before it is posted, or say whose daily quota is used up.

    `unnamed` is how many this member asked without a name within a day, which nobody can tell
    here. "known" when the thread is a question already. A draft goes in the same transaction;
    "gone" when it was used before.
    """
    if draft_id is not None and not await tx.run(
        "SELECT 1 FROM question_drafts WHERE guild_id = ? AND draft_id = ?",
        (guild_id, draft_id),
    ):
        return "gone"
    counts = await tx.run_one(
        "SELECT (SELECT count(*) FROM questions"
        "         WHERE guild_id = ?1 AND asker_id = ?2 AND asked_at > ?3) AS by_member,"
        "       (SELECT count(*) FROM questions"
        "         WHERE guild_id = ?1 AND asked_at > ?3) AS by_all",
        (guild_id, new.asker_id, new.at - DAY),
    )
    assert counts is not None
    if counts["by_member"] + unnamed >= DAILY_PER_MEMBER:
        return "by member"
    if counts["by_all"] >= DAILY_PER_GUILD:
        return "by all"
    channel_id, thread_id = new.by_hand or (None, None)
    row = await tx.run_one(
        "INSERT INTO questions (guild_id, asker_id, title, details, state, asked_at, active_at,"
        " nudge_at, channel_id, thread_id, by_hand, born_of)"
        " VALUES (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (guild_id, thread_id) DO NOTHING RETURNING question_id",
        (
            *(guild_id, None if new.author else new.asker_id, new.title, new.details),
            *(new.at, new.at, new.nudge_at, channel_id, thread_id),
            # Without a name it keeps nothing that narrows down who asked.
            *(new.by_hand is not None, "" if new.author else new.born_of),
        ),
    )
    if row is None:
        return "known"
    question_id = row["question_id"]
    if new.author:
        await tx.run(
            "UPDATE questions SET asker = ? WHERE guild_id = ? AND question_id = ?",
            (new.author(question_id), guild_id, question_id),
        )
    await put_topics(tx, "question_topics", guild_id, question_id, new.topics)
    await tx.run(
        "DELETE FROM question_drafts WHERE guild_id = ? AND draft_id = ?", (guild_id, draft_id)
    )
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
    """Bring the search index in step with the question.

    Of a duplicate the original is found, and what moderators closed is not.
    """
    if question.closed_why in ("duplicate", "moderator"):
        await indexing.remove(tx, question.guild_id, "question", [question.question_id])
    else:
        await indexing.put(tx, question.guild_id, "question", *document(question))


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


@transaction
async def carded(
    tx: Transaction, guild_id: int, question_id: int, card_channel_id: int, card_message_id: int
) -> bool:
    """Remember where the card is. False when the question was removed meanwhile."""
    row = await tx.run_one(
        "UPDATE questions SET card_channel_id = ?, card_message_id = ?"
        " WHERE guild_id = ? AND question_id = ? RETURNING 1",
        (card_channel_id, card_message_id, guild_id, question_id),
    )
    return row is not None


@transaction
async def opened(
    tx: Transaction, guild_id: int, question_id: int, channel_id: int, thread_id: int
) -> bool:
    """Remember where the thread is. False when the question was removed meanwhile."""
    row = await tx.run_one(
        "UPDATE questions SET channel_id = ?, thread_id = ?"
        " WHERE guild_id = ? AND question_id = ? RETURNING 1",
        (channel_id, thread_id, guild_id, question_id),
    )
    return row is not None


@transaction
async def remove(tx: Transaction, guild_id: int, question_id: int) -> None:
    """Forget a question; its card is noted as a leftover, so call the bot's `tidy` after it."""
    await _remove(tx, guild_id, "question_id = ?", question_id)


@transaction
async def remove_in(tx: Transaction, guild_id: int, channel_id: int) -> None:
    """Forget all questions of a channel that is no more."""
    await _remove(tx, guild_id, "channel_id = ?", channel_id)


async def _remove(tx: Transaction, guild_id: int, which: str, value: int) -> None:
    rows = await tx.run(
        f"DELETE FROM questions WHERE guild_id = ? AND {which}"
        " RETURNING question_id, card_channel_id, card_message_id",
        (guild_id, value),
    )
    await indexing.remove(tx, guild_id, "question", [row["question_id"] for row in rows])
    for row in rows:
        if row["card_message_id"]:
            await leftovers.note(tx, guild_id, row["card_channel_id"], row["card_message_id"])


@transaction
async def renamed(tx: Transaction, guild_id: int, thread_id: int, title: str) -> Question | None:
    """Somebody gave the thread another name; its question, None when it is called so already."""
    row = await tx.run_one(
        "UPDATE questions SET title = ?, card_stale = 1"
        " WHERE guild_id = ? AND thread_id = ? AND title <> ? RETURNING question_id",
        (title, guild_id, thread_id, title),
    )
    question = await within(tx, guild_id, row["question_id"]) if row else None
    if question:
        await index(tx, question)
    return question


@transaction
async def redetailed(tx: Transaction, question: Question, details: str) -> None:
    """The post that somebody made by hand was edited, or deleted: keep it as it is now."""
    which = (question.guild_id, question.question_id)
    await tx.run(
        "UPDATE questions SET details = ? WHERE guild_id = ? AND question_id = ?",
        (details, *which),
    )
    if now := await within(tx, *which):
        await index(tx, now)


async def to_look_at(store: Store, since: int, limit: int) -> list[Question]:
    """Of every community: what is open or was solved after a moment, the newest first."""
    rows = await store.read(
        SELECT + "WHERE q.question_id IN (SELECT question_id FROM questions"
        "  WHERE state <> 'closed' AND thread_id IS NOT NULL AND active_at > ?"
        "  ORDER BY active_at DESC LIMIT ?)",
        (since, limit),
    )
    return [question_of(row) for row in rows]


async def unopened(store: Store) -> list[Question]:
    """Questions of every community that never got their thread, because the process ended."""
    rows = await store.read(SELECT + "WHERE q.thread_id IS NULL ORDER BY q.question_id")
    return [question_of(row) for row in rows]


async def standing_on(store: Store, guild_id: int, message_ids: Iterable[int]) -> list[Question]:
    """Questions whose card is one of these messages, or an answer that solved or helped."""
    ids = json.dumps([*message_ids])
    rows = await store.read(
        SELECT + "WHERE q.guild_id = ?1"
        " AND (q.answer_message_id IN (SELECT value FROM json_each(?2))"
        "   OR q.card_message_id IN (SELECT value FROM json_each(?2))"
        "   OR q.question_id IN (SELECT question_id FROM question_helpful h WHERE h.guild_id = ?1"
        "     AND h.message_id IN (SELECT value FROM json_each(?2))))",
        (guild_id, ids),
    )
    return [question_of(row) for row in rows]


async def stale(store: Store, guild_id: int | None = None) -> list[Question]:
    """Questions whose card does not show their state yet, in one community or in all."""
    rows = await store.read(
        SELECT + "WHERE q.card_stale = 1 AND (?1 IS NULL OR q.guild_id = ?1)", (guild_id,)
    )
    return [question_of(row) for row in rows]


@transaction
async def drawn(tx: Transaction, question: Question) -> bool:
    """The card shows this state. False when it has changed meanwhile, or is gone: look again."""
    which = (question.guild_id, question.question_id)
    now = await within(tx, *which)
    if now is None or now.face != question.face:
        return False
    await tx.run(
        "UPDATE questions SET card_stale = 0 WHERE guild_id = ? AND question_id = ?", which
    )
    return True


async def places(store: Store, guild_id: int) -> list[int]:
    """Every channel questions were asked in, to ask which of them a reader may see."""
    rows = await store.read(distinct("questions", "channel_id"), (guild_id,))
    return [row["value"] for row in rows]


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


async def chosen(
    store: Store, guild_id: int, question_ids: Iterable[int], places: Iterable[int]
) -> list[Question]:
    """Those of these questions that were asked in these channels, in the order they are named."""
    order = {question_id: place for place, question_id in enumerate(question_ids)}
    # The + has the questions looked up one by one: every index holds far more.
    rows = await store.read(
        SELECT + "WHERE +q.guild_id = ? AND q.question_id IN (SELECT value FROM json_each(?))"
        " AND q.thread_id IS NOT NULL AND q.channel_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps([*order]), json.dumps([*places])),
    )
    return sorted(map(question_of, rows), key=lambda one: order[one.question_id])


async def uncarded(store: Store) -> list[Question]:
    """Posts made by hand, of every community, that never got our card."""
    rows = await store.read(
        SELECT + "WHERE q.by_hand = 1 AND q.card_message_id IS NULL ORDER BY q.question_id"
    )
    return [question_of(row) for row in rows]


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
