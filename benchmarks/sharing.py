"""Sharing a link: the one transaction that looks whether it is here already, and adds it."""

from functools import partial

from benchmarks.community import APART, LARGE, NOW, OPEN, SMALL, Communities, Writer
from benchmarks.table import Line, show, timed
from data import tips
from data.store import Store
from data.tips import NewTip, Sight

TIMES = 1_000
GOAL = 0.002


async def main(communities: Communities) -> None:
    lines, said = [], []
    for count in (SMALL, LARGE):
        async with communities.of(count) as store:
            bare, new, again = await _in_turn(store, count)
        least = Line(f"BEGIN IMMEDIATE; INSERT; COMMIT at {count:,} tips", bare)
        whole = Line(f"a new link at {count:,} tips", new, GOAL if count == LARGE else None)
        lines += [least, whole, Line(f"a link that is here at {count:,} tips", again)]
        said.append(
            f"At {count:,} tips a new link takes {whole.p50 / least.p50:.1f} times the bare"
            f" transaction (p95: {whole.p95 / least.p95:.1f})."
        )
    show("Sharing a link (data.tips.add)", lines, *said)


async def _in_turn(store: Store, count: int) -> tuple[list[float], ...]:
    """One after the other, so that what else the machine does slows down all three alike."""
    writer = Writer(3)
    taken: tuple[list[float], ...] = ([], [], [])
    for number in range(TIMES):
        # So far apart that nobody's daily quota ends it.
        new = writer.new_tip(count + number, NOW + number * APART)
        calls = (
            partial(_bare, store, f"bench {number}"),
            partial(_share, store, new, is_new=True),
            partial(_share, store, new, is_new=False),
        )
        for times, one in zip(taken, await timed(calls), strict=True):
            times.append(one)
    return taken


async def _bare(store: Store, name: str) -> None:
    async with store.write() as tx:
        await tx.run("INSERT INTO bot_state (name, value) VALUES (?, '')", (name,))


async def _share(store: Store, new: NewTip, *, is_new: bool) -> None:
    added = await tips.add(store, new, Sight(new.guild_id, new.sharer_id, OPEN))
    assert not isinstance(added, str), added
    assert added[1] is is_new
