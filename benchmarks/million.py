"""Many communities with much to find, the same on every run: DOCUMENTS says how many things in all.

One community has an eighth of it, most of that questions; 1,999 others share the rest. FOLDER keeps
what was made for the next run.
"""

import functools
import itertools
import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.community import GUILD, NOW, PLACES
from data import dictionaries, matching, search, words
from data.search import Kind
from data.store import Store
from data.words import Document

DOCUMENTS = int(os.environ.get("DOCUMENTS", "100000"))
COMMUNITIES = 2_000
LARGE_SHARE = 0.12
"""Of all documents, what the large community has; five of six are questions there."""
WORKERS = 2
_AT_ONCE = 2_000
_EVERY = {"fi": 173, "en": 19}
Made = tuple[int, int, Kind, str, str]
"""Number, community, kind, title, body."""


class Author:
    """Writes in words of both dictionaries, in all their forms: few often, most hardly ever."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = _vocabulary()
        self._weights = [*itertools.accumulate(1 / (i + 8) for i in range(len(self._words)))]

    def words(self, least: int, most: int) -> str:
        count = self._random.randint(least, most)
        return " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count))

    def below(self, most: int) -> int:
        return self._random.randrange(most)

    def chance(self) -> float:
        return self._random.random()


@functools.cache
def _vocabulary() -> list[str]:
    found = []
    for language, every in _EVERY.items():
        held = (one for one in dictionaries.load()[language] if one.isalpha() and one.islower())
        found += [one for one in itertools.islice(held, 0, None, every) if 2 < len(one) < 15]
    random.Random(1).shuffle(found)
    return found


def documents(first: int, count: int) -> Iterator[Made]:
    """The documents from `first` on, as many as are put in at once; there are `count` in all."""
    author = Author(first)
    for number in range(first + 1, min(first + _AT_ONCE, count) + 1):
        large = author.chance() < LARGE_SHARE
        community = GUILD if large else GUILD + 1 + author.below(COMMUNITIES - 1)
        kind: Kind = "question" if author.chance() < (5 / 6 if large else 0.3) else "tip"
        yield number, community, kind, author.words(3, 8), author.words(10, 30)


def _piece(which: tuple[int, int]) -> list[tuple[Made, Document]]:
    """In a process of its own, because looking words up is most of the work."""
    return [(one, words.document(one[3], one[4])) for one in documents(*which)]


async def filled(folder: Path, count: int = DOCUMENTS) -> Path:
    """The file with all of them, made when it is not there yet."""
    path = folder / f"million-{count}.db"
    if path.exists():
        return path
    making = path.with_suffix(".making")
    for old in folder.glob(f"{making.name}*"):
        old.unlink()
    store = await Store.open(making)
    begun = time.perf_counter()
    pieces = itertools.count(0, _AT_ONCE)
    todo = [(first, count) for first in itertools.takewhile(lambda at: at < count, pieces)]
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        for done, some in enumerate(pool.imap(_piece, todo), 1):
            await _put(store, some)
            if done * _AT_ONCE % 100_000 == 0:
                seconds = time.perf_counter() - begun
                print(f"  {done * _AT_ONCE:,} after {seconds:.0f} s", flush=True)
    await store.empty_log()
    await store.close()
    making.rename(path)
    return path


async def _put(store: Store, some: list[tuple[Made, Document]]) -> None:
    """What data.search.put_all does, for many communities in one go."""
    made = [one for one, _ in some]
    keys = [(matching.key(guild, kind), guild, kind, number) for number, guild, kind, _, _ in made]
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO tips (tip_id, guild_id, link_key, url, host, note, sharer_id, shared_at,"
            " channel_id, message_id, place_id) VALUES (?, ?, ?, ?, 'a.example', ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(number, guild, f"a.example/{number}", f"https://a.example/{number}", body),
                    *(number % 5_000, NOW - DOCUMENTS + number, PLACES[0], number),
                    PLACES[number % len(PLACES)],
                )
                for number, guild, kind, _, body in made
                if kind == "tip"
            ],
        )
        await tx.run_many(
            "INSERT INTO questions (question_id, guild_id, asker_id, title, details, state,"
            " asked_at, channel_id, thread_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(number, guild, number % 5_000, title, body),
                    *("solved" if number % 3 else "open", NOW - DOCUMENTS + number),
                    *(PLACES[number % len(PLACES)], number),
                )
                for number, guild, kind, title, body in made
                if kind == "question"
            ],
        )
        await tx.run_many(
            search.INSERT,
            [
                (guild, kind, number, words.VERSION, one.title, one.body, one.forms, one.parts)
                for (number, guild, kind, _, _), one in some
            ],
        )
        await tx.run_many(search.PUT, keys)
