"""Peer questions where 100,000 were asked: what is shown before a new one, and many new posts."""

import asyncio
import contextlib
import itertools
import random
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord

from benchmarks.community import GUILD, LARGE, MEMBERS, NOW, OPEN, PLACES, Communities, Writer
from benchmarks.table import Line, show, timed
from bot.app import Vinkki
from cogs.questions.posts import Posting
from data import communities, indexing, question_drafts, questions, search
from data.store import Store

TIMES = 400
POSTS = 100
APART = 0.25
"""Seconds between two posts: 240 of them a minute."""
ANSWERS = 0.1
"""Seconds that Discord takes to answer."""
GOAL = 0.025
LATE = 0.02
LEAST_WORDS = 5
BREATH = 0.002
FORUM = PLACES[0]
_EVERY = 315
_AT_ONCE = 5_000


async def main(_: Communities) -> None:
    with tempfile.TemporaryDirectory(prefix="vinkki-") as folder:
        store = await Store.open(Path(folder) / "vinkki.db")
        try:
            await _fill(store)
            similar = await _similar(store)
            again = [await _found_again(store, without) for without in (0, 1, 2)]
            idle, steps, whole = await _posts(store)
            counts = await question_drafts.counts(store, GUILD)
        finally:
            await store.close()
    show(
        f"{LARGE:,} questions in one community",
        [
            Line("earlier questions like a new one", similar, GOAL),
            Line(f"{POSTS} posts, one every {APART} s: until all is said", whole),
            Line("one step of the loop meanwhile", steps, LATE),
            Line("the loop was late without them", idle),
        ],
        f"The longest step kept the loop for {max(steps) * 1000:.1f} ms.",
        f"Earlier questions were shown with {counts.get('shown', 0)} of the {POSTS} posts.",
        f"Asked again in another order, {again[0]:.0%} come first themselves; without one of their"
        f" words {again[1]:.0%}, without two {again[2]:.0%}.",
    )


async def _similar(store: Store) -> list[float]:
    """As the form does it: which channels the reader sees, the search, and the questions."""
    part, writer = Posting(cast("Vinkki", SimpleNamespace(store=store))), Writer(11)

    async def look(title: str) -> None:
        places = await questions.places(store, GUILD)
        await part.similar_to(GUILD, title, [one for one in places if one in OPEN])

    return await timed(partial(look, writer.words(4, 12)) for _ in range(TIMES))


async def _found_again(store: Store, without: int) -> float:
    """How many earlier questions come first when their title is asked again, without some words."""
    chance = random.Random(3)
    numbers = [chance.randrange(1, LARGE) for _ in range(TIMES)]
    found = tried = 0
    for number in numbers:
        question = await questions.get(store, GUILD, number)
        words = question.title.split() if question else []
        if len(words) >= LEAST_WORDS:
            tried += 1
            asked = " ".join(chance.sample(words, len(words) - without))
            found += (await search.similar(store, GUILD, "question", asked))[:1] == [number]
    return found / tried


async def _posts(store: Store) -> tuple[list[float], list[float], list[float]]:
    """How late the loop is at rest; then each step of it, and how long each post took in all."""
    await communities.choose(store, GUILD, "questions_channel_id", FORUM)
    part, writer = Posting(cast("Vinkki", _Bot(store))), Writer(12)
    idle: list[float] = []
    resting = asyncio.create_task(_listen(idle))
    await asyncio.sleep(5)
    resting.cancel()
    steps: list[float] = []
    whole: list[float] = []

    async def post(number: int) -> None:
        begun = time.perf_counter()
        await part.heard(cast("discord.Message", _message(number, writer.words(4, 12))))
        whole.append(time.perf_counter() - begun)

    with _each_step(steps):
        running = []
        for number in range(POSTS):
            running.append(asyncio.create_task(post(number)))
            await asyncio.sleep(APART)
        await asyncio.gather(*running)
    (row,) = await store.read("SELECT count(*) AS made FROM questions WHERE by_hand = 1")
    assert row["made"] == POSTS, row["made"]
    return idle, steps, whole


@contextlib.contextmanager
def _each_step(taken: list[float]) -> Iterator[None]:
    """How long each callback keeps the loop: its own time, whatever else the machine does."""
    run = asyncio.Handle._run

    def measured(handle: Any) -> None:
        begun = time.thread_time()
        run(handle)
        taken.append(time.thread_time() - begun)

    setattr(asyncio.Handle, "_run", measured)  # noqa: B010 - not to be told it is a method
    try:
        yield
    finally:
        setattr(asyncio.Handle, "_run", run)  # noqa: B010


async def _listen(late: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(BREATH)
        late.append(time.perf_counter() - begun - BREATH)


async def _fill(store: Store) -> None:
    """Questions up to NOW, two of three solved, many in one transaction."""
    writer = Writer(10)
    left = iter(range(LARGE))
    while some := [*itertools.islice(left, _AT_ONCE)]:
        rows, topics = [], []
        for number in some:
            solved = writer.chance(0.66)
            at = NOW - (LARGE - number) * _EVERY
            rows.append(
                (
                    *(number + 1, GUILD, writer.one_of(MEMBERS), writer.words(4, 12)),
                    *(writer.words(10, 60), "solved" if solved else "open", at, at),
                    *(writer.one_of(PLACES), 10**18 + number),
                    *((10**17 + number, writer.one_of(MEMBERS)) if solved else (None, None)),
                    writer.words(10, 60) if solved else "",
                )
            )
            topics += [(GUILD, number + 1, topic, topic) for topic in writer.topics()]
        async with store.write() as tx:
            await tx.run_many(
                "INSERT INTO questions (question_id, guild_id, asker_id, title, details, state,"
                " asked_at, active_at, channel_id, thread_id, answer_message_id,"
                " answer_author_id, answer_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )
            await tx.run_many(
                "INSERT INTO question_topics (guild_id, question_id, written, topic)"
                " VALUES (?, ?, ?, ?)",
                topics,
            )
            found = await tx.run(
                f"{questions.SELECT} WHERE q.guild_id = ? AND q.question_id > ?", (GUILD, some[0])
            )
            documents = map(questions.document, map(questions.question_of, found))
            await indexing.put_all(tx, GUILD, "question", documents)


# As much of Discord as a new post asks for


class _Sent:
    """A channel that takes its time, and a message as it is made for it."""

    def __init__(self) -> None:
        self.id = 0

    async def send(self, *, view: Any, **_: object) -> "_Sent":
        view.to_components()
        await asyncio.sleep(ANSWERS)
        self.id = time.perf_counter_ns()
        return self


class _Forum(discord.ForumChannel):
    def __init__(self) -> None:
        self.id = FORUM

    def permissions_for(self, _: object, /) -> discord.Permissions:
        return discord.Permissions(view_channel=True)


class _Thread(discord.Thread):
    def __init__(self, thread_id: int, name: str, owner_id: int) -> None:
        self.id, self.name, self.owner_id = thread_id, name, owner_id
        self.guild, self.parent_id = cast("discord.Guild", _GUILD), FORUM

    parent = _Forum()
    applied_tags = []  # noqa: RUF012
    send = _Sent().send  # type: ignore[assignment]


class _Member(discord.Member):
    bot = False

    def __init__(self, user_id: int) -> None:
        self.user_id = user_id

    id = property(lambda self: self.user_id)


class _Bot:
    """A store, a clock, and a way to send."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.user = SimpleNamespace(id=1)

    def seconds(self) -> int:
        return NOW + 86_400

    def get_partial_messageable(self, _: int, **__: object) -> Any:
        return _Sent()

    def dispatch(self, *_: object) -> None:
        """No rounds run here."""


_GUILD = SimpleNamespace(
    id=GUILD,
    preferred_locale="en-US",
    default_role=None,
    get_channel=lambda _: _Thread.parent,
)


def _message(number: int, title: str) -> SimpleNamespace:
    author, thread_id = _Member(MEMBERS[number]), 2 * 10**18 + number
    return SimpleNamespace(
        id=thread_id,
        author=author,
        webhook_id=None,
        channel=_Thread(thread_id, title, author.id),
        content="",
        is_system=lambda: False,
    )
