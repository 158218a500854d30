"""How long a search takes where there is much to find, and what the index costs.

DOCUMENTS=1000000 makes it a million in 2,000 communities; FOLDER keeps them for the next run.
"""

import os
import random
import resource
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.community import GUILD, Communities
from benchmarks.million import ASKED, COMMUNITIES, DOCUMENTS, Author, filled, folder
from benchmarks.table import Line, show
from data import indexing, search, words
from data.store import Store, Transaction

TIMES = int(os.environ.get("TIMES", "200"))
Calls = Sequence[Callable[[], Awaitable[object]]]
LARGE, ELSEWHERE, SIMILAR, INSERT = 0.010, 0.002, 0.025, 0.001
"""Goals for the 95th percentile, in seconds."""
START = 3.0
MEMORY = 200
"""Mebibytes of the whole process."""


async def main(_: Communities) -> None:
    with folder() as kept:
        path = await filled(kept)
        _read_once(path)
        begun = time.perf_counter()
        store = await Store.open(path)
        opened = time.perf_counter() - begun
        lines = await measured(store)
        inserts = await _inserts(store)
        (pages,) = await store.read(
            "SELECT sum(length(block)) AS index_bytes FROM documents_index_data"
        )
        (held,) = await store.read(
            "SELECT sum(length(title) + length(body) + length(forms) + length(parts)) AS n"
            " FROM documents"
        )
        await store.close()
        size = path.stat().st_size
    title = f"{DOCUMENTS:,} documents in {COMMUNITIES:,} communities"
    show(
        f"Searching {title}: until the answer is there",
        [*lines, *inserts],
        f"The index has {pages['index_bytes'] / 2**20:.0f} MiB, the words it is made of"
        f" {held['n'] / 2**20:.0f} MiB, the whole file {size / 2**20:.0f} MiB.",
        f"Opening the store took {opened:.2f} s (goal: the bot starts in {START:.0f} s).",
        f"Memory of this process at its most: {_memory():.0f} MiB (goal: {MEMORY} MiB).",
        f"Load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.",
    )
    show(f"Searching {title}: what the processor worked for it", WORKED)


def _read_once(path: Path) -> None:
    """So that the machine has it at hand, as one where the bot has run for a while."""
    with path.open("rb") as file:
        while file.read(2**20):
            pass


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def measured(store: Store, times: int = TIMES) -> list[Line]:
    author = Author(99)
    chance = random.Random(5)
    lines = []
    for name, communities, goal in (
        ("in the largest", [GUILD], LARGE),
        (
            "elsewhere",
            [GUILD + 1 + chance.randrange(ASKED - 1) for _ in range(50)],
            ELSEWHERE,
        ),
    ):
        for count in (1, 2, 3):
            asked = [(chance.choice(communities), author.words(count, count)) for _ in range(times)]
            calls: Calls = [partial(_find, store, *one) for one in asked]
            lines.append(await _line(f"{count} word{'s' * (count > 1)}, {name}", calls, goal))
        asked = [(chance.choice(communities), author.words(8, 8)) for _ in range(times)]
        calls = [partial(search.similar, store, where, "question", text) for where, text in asked]
        lines.append(
            await _line(f"8 words, similar, {name}", calls, SIMILAR if goal == LARGE else goal)
        )
        asked = [(chance.choice(communities), author.words(1, 1)[:3]) for _ in range(times)]
        calls = [partial(search.newest, store, where, "question", text) for where, text in asked]
        lines.append(await _line(f"3 letters, while typing, {name}", calls, goal))
    return lines


async def _find(store: Store, guild_id: int, typed: str) -> object:
    return await search.find(store, guild_id, "question", typed)


async def _line(name: str, calls: Calls, goal: float) -> Line:
    """How long each took, and what of that the processor worked for us: others work here too."""
    times, used = [], []
    for call in calls:
        begun, worked = time.perf_counter(), time.process_time()
        await call()
        times.append(time.perf_counter() - begun)
        used.append(time.process_time() - worked)
    WORKED.append(Line(name, used, goal))
    return Line(name, times, goal)


WORKED: list[Line] = []


async def _inserts(store: Store) -> list[Line]:
    """Each text twice: with words that were never met before, and with all of them known."""
    author = Author(7)
    # A bot that has run for a while knows the words that are used often.
    for _ in range(1_000):
        words.document(author.words(3, 8), author.words(10, 30))
    texts = [(author.words(3, 8), author.words(10, 30)) for _ in range(TIMES)]
    lines = []
    for name, first in (("putting one document in", 2**40), ("its words all known", 2**41)):
        PUT.clear()
        for number, (title, body) in enumerate(texts, first):
            await store.transact(partial(_put, number=number, title=title, body=body))
        lines.append(Line(name, [wall for wall, _ in PUT], INSERT))
        WORKED.append(Line(name, [worked for _, worked in PUT], INSERT))
    return lines


PUT: list[tuple[float, float]] = []


async def _put(tx: Transaction, number: int, title: str, body: str) -> None:
    """A document goes in with the thing it is of, in that transaction."""
    begun, worked = time.perf_counter(), time.process_time()
    await indexing.put(tx, GUILD, "question", number, title, body)
    PUT.append((time.perf_counter() - begun, time.process_time() - worked))
