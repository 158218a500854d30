"""Many communities with much to find, the same on every run; DOCUMENTS says how much in all.

One community has an eighth of it, most of that questions, each with words of its own. The others
share the rest, in texts drawn from a smaller pool, which no search can tell: each community's words
are its own in the index. FOLDER keeps what was made for the next run.
"""

import functools
import itertools
import multiprocessing
import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.community import GUILD, NOW, PLACES
from data import dictionaries, indexing, matching, words
from data.matching import Kind
from data.store import Store
from data.words import Document

DOCUMENTS = int(os.environ.get("DOCUMENTS", "100000"))
COMMUNITIES = 2_000
ASKED = 100
"""Communities that are searched, and so have the things themselves beside the index."""
LARGE_SHARE = 0.12
WORKERS = 2
_POOL = 10_000
_AT_ONCE = 2_000
_EVERY = {"fi": 173, "en": 19}
Made = tuple[int, int, Kind, Document]
"""Number, community, kind, what the index holds."""


class Author:
    """Writes in words of both dictionaries, in all their forms: few often, most hardly ever."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = _vocabulary()
        self._weights = [*itertools.accumulate(1 / (i + 8) for i in range(len(self._words)))]

    def words(self, least: int, most: int) -> str:
        count = self._random.randint(least, most)
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count))


@functools.cache
def _vocabulary() -> list[str]:
    found = []
    for language, every in _EVERY.items():
        held = (one for one in dictionaries.load()[language] if one.isalpha() and one.islower())
        found += [one for one in itertools.islice(held, 0, None, every) if 2 < len(one) < 15]
    random.Random(1).shuffle(found)
    return found


def _written(seed: int) -> list[Document]:
    """In a process of its own, because looking words up is most of the work."""
    author = Author(seed)
    return [words.document(author.words(3, 8), author.words(10, 30)) for _ in range(_AT_ONCE)]


def documents(count: int) -> Iterator[Made]:
    chance = random.Random(2)
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        some = pool.imap(_written, range(1, 1 + _POOL // _AT_ONCE))
        shared = [*itertools.islice(itertools.chain.from_iterable(some), _POOL)]
        own = itertools.chain.from_iterable(
            pool.imap(_written, range(10_000, 10_001 + int(count * LARGE_SHARE * 1.1) // _AT_ONCE))
        )
        for number in range(1, count + 1):
            if chance.random() < LARGE_SHARE:
                kind: Kind = "question" if chance.random() < 5 / 6 else "tip"
                yield number, GUILD, kind, next(own)
            else:
                community = GUILD + 1 + chance.randrange(COMMUNITIES - 1)
                kind = "question" if chance.random() < 0.3 else "tip"
                yield number, community, kind, chance.choice(shared)


@contextmanager
def folder() -> Iterator[Path]:
    """Where they are kept: FOLDER, or a temporary one."""
    if kept := os.environ.get("FOLDER"):
        yield Path(kept)
    else:
        with tempfile.TemporaryDirectory(prefix="vinkki-million-") as temporary:
            yield Path(temporary)


async def filled(folder: Path, count: int = DOCUMENTS) -> Path:
    """The file with all of them, made when it is not there yet."""
    path = folder / f"million-{count}.db"
    if path.exists():
        return path
    making = path.with_suffix(".making")
    for end in ("", "-wal", "-shm"):
        making.with_name(making.name + end).unlink(missing_ok=True)
    store = await Store.open(making)
    try:
        begun, done, left = time.perf_counter(), 0, documents(count)
        while some := [*itertools.islice(left, _AT_ONCE)]:
            await _put(store, some)
            done += len(some)
            if done % 100_000 == 0:
                print(f"  {done:,} after {time.perf_counter() - begun:.0f} s", flush=True)
        # As the bot does a few times a day.
        await indexing.tidy(store)
        await store.empty_log()
    finally:
        await store.close()
    making.rename(path)
    return path


async def _put(store: Store, some: list[Made]) -> None:
    """What data.search.put_all does, for many communities in one go."""
    whole = [one for one in some if one[1] < GUILD + ASKED]
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO tips (tip_id, guild_id, link_key, url, host, note, sharer_id, shared_at,"
            " channel_id, message_id, place_id) VALUES (?, ?, ?, ?, 'a.example', ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(
                        number,
                        guild,
                        f"a.example/{number}",
                        f"https://a.example/{number}",
                        one.body,
                    ),
                    *(number % 5_000, NOW - DOCUMENTS + number, PLACES[0], number),
                    PLACES[number % len(PLACES)],
                )
                for number, guild, kind, one in whole
                if kind == "tip"
            ],
        )
        await tx.run_many(
            "INSERT INTO questions (question_id, guild_id, asker_id, title, details, state,"
            " asked_at, active_at, channel_id, thread_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(number, guild, number % 5_000, one.title, one.body),
                    "solved" if number % 3 else "open",
                    *(NOW - DOCUMENTS + number, NOW - DOCUMENTS + number),
                    *(PLACES[number % len(PLACES)], number),
                )
                for number, guild, kind, one in whole
                if kind == "question"
            ],
        )
        await tx.run_many(
            indexing.INSERT,
            [
                (guild, kind, number, words.VERSION, one.title, one.body, one.forms, one.parts)
                for number, guild, kind, one in some
            ],
        )
        keys = [(matching.key(guild, kind), guild, kind, number) for number, guild, kind, _ in some]
        await tx.run_many(indexing.PUT, keys)
