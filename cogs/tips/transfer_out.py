"""A list of tips as one file of the kind somebody wants, no larger than Discord takes."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from cogs.tips.formats.writing import Entry, as_atom, as_bookmarks, as_csv, as_json
from data import tip_lists
from data.store import Store
from data.tip_lists import List
from data.tips import Sight, Tip

Format = Literal["bookmarks", "csv", "json", "atom"]

LARGEST = 10_000_000
"""Bytes of a file that Discord lets every bot send."""
AT_ONCE = 1_000
"""Tips read at a time: others read in between."""
NAMES: dict[Format, str] = {
    "bookmarks": "vinkki.html",
    "csv": "vinkki.csv",
    "json": "vinkki.json",
    "atom": "vinkki.xml",
}

_Render = Callable[[Sequence[Entry]], str]


@dataclass(frozen=True, slots=True)
class Written:
    """`count` of `total` tips are in the text, the newest."""

    text: str
    count: int
    total: int


async def write(
    store: Store, sight: Sight, of: List, kind: Format, *, own_name: str, title: str, now: int
) -> Written:
    """The reader's list as a file; `own_name` is their own, `title` the community's.

    Names leave Discord only with their own tips: nobody else agreed to stand in a file. Ids never
    do.
    """
    render = _render(kind, title, now)
    sharer = own_name if of == "mine" else ""
    tip_ids = await tip_lists.ids(store, sight, of)
    entries: list[Entry] = []
    room = LARGEST - len(render([]).encode())
    for start in range(0, len(tip_ids), AT_ONCE):
        found = await tip_lists.these(store, sight, tip_ids[start : start + AT_ONCE])
        fitting, room = await asyncio.to_thread(
            _fitting, render, [_entry(tip, sharer) for tip in found], room
        )
        entries += fitting
        if len(fitting) < len(found):
            break
    else:
        # What was removed while we read is not missing.
        return Written(await asyncio.to_thread(render, entries), len(entries), len(entries))
    return Written(await asyncio.to_thread(render, entries), len(entries), len(tip_ids))


def _render(kind: Format, title: str, now: int) -> _Render:
    if kind == "atom":
        return partial(as_atom, title=title, now=now)
    return {"bookmarks": as_bookmarks, "csv": as_csv, "json": as_json}[kind]


def _entry(tip: Tip, sharer: str) -> Entry:
    return Entry(
        url=tip.url,
        title=tip.title,
        host=tip.host,
        note=tip.note,
        topics=tip.topics,
        sharer=sharer,
        shared_at=tip.shared_at,
        thanks=tip.thanks,
        notes=tuple(("", one.note) for one in tip.notes),
    )


def _fitting(render: _Render, entries: list[Entry], room: int) -> tuple[list[Entry], int]:
    """As many of these as there is room for in bytes, and the room that is left."""
    empty = len(render([]).encode())

    def needed(count: int) -> int:
        # What separates them from those before is longer than what surrounds an empty list.
        return len(render(entries[:count]).encode()) - empty + 4

    if (whole := needed(len(entries))) <= room:
        return entries, room - whole
    low, high = 0, len(entries)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if needed(middle) <= room else (low, middle - 1)
    return entries[:low], 0
