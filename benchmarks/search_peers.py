"""The same documents in other ways to search: what a search takes, and how large they are.

DOCUMENTS says how many, of which a community has an eighth. Each peer is asked in this process, as
its own users would; Vinkki is asked through its store, with threads in between.
"""

import random
import time
from collections.abc import Awaitable, Callable
from functools import partial

from benchmarks.community import GUILD, Communities
from benchmarks.million import ASKED, DOCUMENTS, Author, Made, documents, filled, folder
from benchmarks.peers import Like, Peer, Plain, Tantivy, Trigram, Whoosh, made
from benchmarks.table import Line, show
from data import search
from data.store import Store

TIMES = 60
SLOW = 20_000
"""Documents from which on a peer that indexes a few hundred a second is left out."""


async def main(_: Communities) -> None:
    with folder() as kept:
        path = await filled(kept)
        store = await Store.open(path)
        try:
            lines = await _asked("Vinkki", partial(_vinkki, store))
        finally:
            await store.close()
        size = path.stat().st_size / 2**20
    said = [f"Vinkki: {size:.0f} MiB on disk, with the things themselves."]
    rows = [*documents(DOCUMENTS)]
    for peer in made((Like, Plain, Trigram, Tantivy, Whoosh), "finnish"):
        if isinstance(peer, Whoosh) and DOCUMENTS > SLOW:
            said.append(f"{peer.name} is left out: it would take long to index {DOCUMENTS:,}.")
            continue
        begun = time.process_time()
        peer.fill(map(_row, rows))
        filling = time.process_time() - begun
        lines += await _asked(peer.name, partial(_peer, peer))
        size = peer.size() / 2**20
        said.append(
            f"{peer.name}: {filling:.0f} s of the processor to fill, {size:.0f} MiB on disk."
        )
    show(
        f"Ways to search {DOCUMENTS:,} documents: what the processor worked for it",
        lines,
        *said,
    )


async def _asked(name: str, ask: Callable[[int, str, bool], Awaitable[object]]) -> list[Line]:
    """The same searches for everybody."""
    author, chance, lines = Author(99), random.Random(3), []
    for size, communities in (
        ("in the largest", [GUILD]),
        ("elsewhere", [GUILD + one for one in range(1, ASKED)]),
    ):
        for count, any_word in ((2, False), (8, True)):
            times = []
            for _ in range(TIMES):
                where, typed = chance.choice(communities), author.words(count, count)
                # What the processor worked: others may be at work on the machine as well.
                begun = time.process_time()
                await ask(where, typed, any_word)
                times.append(time.process_time() - begun)
            what = "any of 8 words" if any_word else "2 words"
            lines.append(Line(f"{name}: {what}, {size}", times))
    return lines


async def _vinkki(store: Store, where: int, typed: str, any_word: bool) -> object:
    search_for = search.similar if any_word else search.find
    return await search_for(store, where, "question", typed)


async def _peer(peer: Peer, where: int, typed: str, any_word: bool) -> object:
    return peer.find(where, typed, 10, any_word=any_word)


def _row(one: Made) -> tuple[int, int, str, str]:
    number, community, _, document = one
    return number, community, document.title, document.body
