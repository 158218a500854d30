"""A long bookmark file becoming tips, while members go on sharing."""

import asyncio
import contextlib
import time
from collections.abc import Coroutine
from html import escape
from typing import Any

from benchmarks.community import APART, GUILD, LARGE, MEMBERS, NOW, OPEN, Communities, Writer
from benchmarks.table import Line, show
from cogs.tips.transfer_rows import Reading, of_file
from data import import_pieces, imports, tips
from data.import_pieces import Sharing
from data.store import Store
from data.tips import Sight

BOOKMARKS = 50_000
EVERY = 0.05
"""Seconds between two tips that somebody shares meanwhile."""
GOAL = 60
ANSWERED = 3
"""Seconds that Discord waits for an answer."""
BREATH = 0.005


async def main(communities: Communities) -> None:
    content = _bookmarks()
    async with communities.of(LARGE) as store:
        alone, blocked_alone = await _beside(store, _nothing(), Writer(5), LARGE)
        begun = time.perf_counter()
        stages: list[tuple[str, float]] = []
        shared, blocked = await _beside(
            store, _bring(store, content, stages), Writer(6), LARGE + 10_000
        )
        took = time.perf_counter() - begun
    show(
        f"Importing {BOOKMARKS:,} bookmarks into {LARGE:,} tips,"
        f" a tip shared every {EVERY * 1000:.0f} ms meanwhile",
        [
            Line("from bytes to done", [took], GOAL),
            *(Line(f"  {name}", [seconds]) for name, seconds in stages),
            Line("sharing a tip, no import", alone),
            Line("sharing a tip meanwhile", shared, ANSWERED),
            Line("the loop was late, no import", blocked_alone),
            Line("the loop was late meanwhile", blocked, ANSWERED),
        ],
        f"Longest: sharing a tip {max(shared) * 1000:.0f} ms, the loop {max(blocked) * 1000:.0f} ms"
        f" (without an import {max(alone) * 1000:.0f} ms and {max(blocked_alone) * 1000:.0f} ms).",
        f"The file has {len(content) / 2**20:.1f} MiB.",
    )


def _bookmarks() -> bytes:
    """As a browser writes them: folders of links, with the date each was kept."""
    writer = Writer(7)
    lines = ["<!DOCTYPE NETSCAPE-Bookmark-file-1>", "<TITLE>Bookmarks</TITLE>", "<DL><p>"]
    for number in range(BOOKMARKS):
        if number % 100 == 0:
            lines += ["</DL><p>"] * (number > 0)
            lines += [f"<DT><H3>{escape(writer.words(1, 1))}</H3>", "<DL><p>"]
        url, kept = escape(writer.link(LARGE + 100_000 + number)), NOW - number * APART
        lines.append(f'<DT><A HREF="{url}" ADD_DATE="{kept}">{escape(writer.words(2, 8))}</A>')
        lines += [f"<DD>{escape(writer.words(5, 15))}"] * writer.chance(0.2)
    return "\n".join([*lines, "</DL><p>", "</DL><p>"]).encode()


async def _bring(store: Store, content: bytes, stages: list[tuple[str, float]]) -> None:
    """As cogs.tips brings a file: reading it in a thread, keeping its rows, then piece by piece."""
    clock = [time.perf_counter()]

    def stage(name: str) -> None:
        clock.append(time.perf_counter())
        stages.append((name, clock[-1] - clock[-2]))

    found = await asyncio.to_thread(of_file, content, MEMBERS[0], NOW)
    assert isinstance(found, Reading)
    assert len(found.rows) == BOOKMARKS, len(found.rows)
    stage("read in a thread")
    one = await imports.keep(store, GUILD, MEMBERS[0], GUILD, found.rows, NOW)
    stage("keep what was read")
    await imports.forecast(store, GUILD, one.import_id, OPEN)
    stage("say what it would do")
    await imports.start(store, GUILD, one.import_id)
    while todo := await imports.to_do(store):
        for running in todo:
            await tips.places(store, GUILD)
            sharing = Sharing(OPEN, open=True)
            await import_pieces.put_piece(store, GUILD, running.import_id, sharing, NOW)
        await asyncio.sleep(0)
    stage("make tips of it")
    done = await imports.get(store, GUILD, one.import_id)
    assert done is not None
    assert done.state == "done"
    assert done.added == BOOKMARKS, done


async def _nothing() -> None:
    await asyncio.sleep(5)


async def _beside(
    store: Store, work: Coroutine[Any, Any, None], writer: Writer, first: int
) -> tuple[list[float], list[float]]:
    """How long sharing took, and how late the loop was, as long as the work went on."""
    shared: list[float] = []
    late: list[float] = []
    others = [
        asyncio.create_task(_share(store, writer, first, shared)),
        asyncio.create_task(_listen(late)),
    ]
    await work
    for one in others:
        one.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await one
    return shared, late


async def _share(store: Store, writer: Writer, first: int, taken: list[float]) -> None:
    due = time.perf_counter()
    while True:
        number = first + len(taken)
        # A tip every ten minutes of the community's time, so that nobody's daily quota ends it.
        new = writer.new_tip(number, NOW + (number - LARGE) * APART)
        begun = time.perf_counter()
        added = await tips.add(store, new, Sight(GUILD, new.sharer_id, OPEN))
        taken.append(time.perf_counter() - begun)
        assert not isinstance(added, str), added
        due = max(due + EVERY, time.perf_counter())
        await asyncio.sleep(due - time.perf_counter())


async def _listen(late: list[float]) -> None:
    """A nap is longer than it was meant to be by as long as something else had the loop."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(BREATH)
        late.append(time.perf_counter() - begun - BREATH)
