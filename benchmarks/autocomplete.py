"""Suggestions while somebody types: topics, and tips by their words."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from benchmarks.community import GUILD, LARGE, SIGHT, SMALL, Communities, Writer
from benchmarks.table import Line, show, timed
from data import tip_lists, tips, topics
from data.store import Store
from data.tips import Sight

TIMES = 400
GOAL = 0.005

Suggest = Callable[[Store, Sight, str], Coroutine[Any, Any, object]]


async def main(communities: Communities) -> None:
    writer = Writer(4)
    words = [writer.words(2, 3) for _ in range(TIMES)]
    lines = []
    for count in (SMALL, LARGE):
        async with communities.of(count) as store:
            for name, suggest in (("topics", _topics), ("tips", _tips)):
                for how, letters in (("nothing", 0), ("1 letter", 1), ("3 letters", 3)):
                    typed = [one[:letters] for one in words]
                    lines.append(await _line(store, count, f"{name}, {how}", suggest, typed))
            # The first word is there to its end, the second begun.
            begun = [one[: one.index(" ") + 3] for one in words]
            lines.append(await _line(store, count, "tips, a word and a half", _tips, begun))
    show("Suggestions while typing, with the places the reader sees", lines)


async def _line(store: Store, count: int, name: str, suggest: Suggest, typed: list[str]) -> Line:
    times = await timed(partial(_keystroke, store, suggest, one) for one in typed)
    return Line(f"{name} at {count:,} tips", times, GOAL if count == LARGE else None)


async def _keystroke(store: Store, suggest: Suggest, typed: str) -> None:
    places = await tips.places(store, GUILD)
    seen = tuple(place for place in places if place in SIGHT.places)
    await suggest(store, Sight(GUILD, SIGHT.user_id, seen), typed)


async def _topics(store: Store, sight: Sight, typed: str) -> object:
    return await topics.beginning(store, GUILD, sight.places, typed)


async def _tips(store: Store, sight: Sight, typed: str) -> object:
    return await tip_lists.suggest(store, sight, typed)
