"""Reading a link and making its key, beside the standard library's reading of it."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from benchmarks.community import Communities, Writer
from benchmarks.table import Line, show
from bot import links

LINKS, TIMES = 5_000, 20


async def main(_: Communities) -> None:
    writer = Writer(8)
    typed = [writer.link(number) for number in range(LINKS)]
    split = Line("urllib.parse.urlsplit, a link", _each(urlsplit, typed))
    ours = Line("bot.links.canonical, a link", _each(links.canonical, typed))
    show(
        f"Reading a link ({LINKS:,} links of eight kinds, {TIMES} times)",
        [split, ours],
        f"The key takes {ours.p50 / split.p50:.1f} times as long as urlsplit.",
    )


def _each(read: Callable[[str], object], typed: list[str]) -> list[float]:
    """Seconds for one link, on average over all of them, each time."""
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        for one in typed:
            read(one)
        times.append((time.perf_counter() - begun) / len(typed))
    return times
