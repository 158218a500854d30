"""Fifty members sharing ten links at the same moment: a check, and how long each of them waits."""

import asyncio
import time
from dataclasses import replace

from benchmarks.community import LARGE, MEMBERS, NOW, OPEN, PLACES, Communities, Writer
from benchmarks.table import Line, show
from data import tips
from data.store import Store
from data.tips import NewTip, Sight

AT_ONCE, LINKS = 50, 10


async def main(communities: Communities) -> None:
    writer = Writer(9)
    some = [replace(writer.new_tip(LARGE + i, NOW), place_id=PLACES[0]) for i in range(LINKS)]
    async with communities.of(LARGE) as store:
        answers = await asyncio.gather(
            *(_share(store, replace(some[i % LINKS], sharer_id=MEMBERS[i])) for i in range(AT_ONCE))
        )
        (row,) = await store.read("SELECT count(*) - ? FROM tips", (LARGE,))
    new = sum(is_new for is_new, _, _ in answers)
    known = len({tip_id for _, tip_id, _ in answers})
    assert (row[0], new, known) == (LINKS, LINKS, LINKS), (row[0], new, known)
    show(
        f"{AT_ONCE} members share {LINKS} links at the same moment",
        [Line(f"until one is answered at {LARGE:,} tips", [seconds for _, _, seconds in answers])],
        f"Tips that came of it: {row[0]}, told that it is new: {new}, told that it is here:"
        f" {AT_ONCE - new}. As it has to be.",
    )


async def _share(store: Store, new: NewTip) -> tuple[bool, int, float]:
    """Whether it was new, the tip, and how long it took."""
    begun = time.perf_counter()
    added = await tips.add(store, new, Sight(new.guild_id, new.sharer_id, OPEN))
    assert not isinstance(added, str), added
    return added[1], added[0].tip_id, time.perf_counter() - begun
