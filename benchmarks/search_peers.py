"""The same documents in other ways to search: what a search takes, and how large they are.

DOCUMENTS says how many, of which a community has an eighth. Each peer is asked in this process, as
its own users would; Vinkki is asked through its store, with threads in between.
"""

import random
import time

from benchmarks.community import GUILD, Communities
from benchmarks.million import DOCUMENTS, Author, Made, documents
from benchmarks.peers import Like, Plain, Tantivy, Trigram, Whoosh, made
from benchmarks.table import Line, show

TIMES = 60
SLOW = 20_000
"""Documents from which on a peer that indexes a few hundred a second is left out."""


async def main(_: Communities) -> None:
    lines, said = [], []
    chance = random.Random(3)
    rows = [*documents(DOCUMENTS)]
    for peer in made((Like, Plain, Trigram, Tantivy, Whoosh), "finnish"):
        if isinstance(peer, Whoosh) and DOCUMENTS > SLOW:
            said.append(f"{peer.name} is left out: it would take long to index {DOCUMENTS:,}.")
            continue
        begun = time.process_time()
        peer.fill(map(_row, rows))
        filled = time.process_time() - begun
        author = Author(99)
        for name, community in (("in the largest", GUILD), ("elsewhere", 0)):
            for count, any_word in ((2, False), (8, True)):
                times = []
                for _times in range(TIMES):
                    where = community or GUILD + 1 + chance.randrange(99)
                    typed = author.words(count, count)
                    # What the processor worked: others may be at work on the machine as well.
                    begun = time.process_time()
                    peer.find(where, typed, 10, any_word=any_word)
                    times.append(time.process_time() - begun)
                what = "any of 8 words" if any_word else "2 words"
                lines.append(Line(f"{peer.name}: {what}, {name}", times))
        size = peer.size() / 2**20
        said.append(
            f"{peer.name}: {filled:.0f} s of the processor to fill, {size:.0f} MiB on disk."
        )
    show(
        f"Other ways to search {DOCUMENTS:,} documents: what the processor worked for it",
        lines,
        *said,
    )


def _row(one: Made) -> tuple[int, int, str, str]:
    number, community, _, document = one
    return number, community, document.title, document.body
