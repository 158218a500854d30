"""Tips in lists: found, newest, saved, by chance. Always through a reader's sight."""

import json
from collections.abc import Sequence
from typing import Literal

from data import query, search
from data.store import Store, page_start
from data.tips import SELECT, Sight, Tip, tip_of

MOST_FOUND = 1_000
"""Matches of a search that are looked at, best first."""

List = Literal["all", "saved", "mine"]

_SAVED = (
    " AND EXISTS (SELECT 1 FROM tip_saves s"
    " WHERE s.guild_id = t.guild_id AND s.user_id = ? AND s.tip_id = t.tip_id)"
)
_NEWEST_SAVED = (
    "(SELECT saved_at FROM tip_saves s WHERE s.guild_id = t.guild_id"
    " AND s.user_id = ? AND s.tip_id = t.tip_id) DESC, t.tip_id DESC"
)
_TOPIC = (
    " AND EXISTS (SELECT 1 FROM tip_topics o"
    " WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id AND o.topic = ?)"
)


async def find(
    store: Store,
    sight: Sight,
    *,
    words: str = "",
    topic: str = "",
    by: int = 0,
    of: List = "all",
    limit: int = 10,
    offset: int = 0,
) -> tuple[list[Tip], int]:
    """Tips in sight that fit everything given, and how many there are in all.

    Best first when there are words, else newest first; saved tips are newest by their saving. An
    offset past the end shows the last page.
    """
    where, values = _fitting(sight, topic, by, of)
    if not words:
        (count,) = await store.read(f"SELECT count(*) FROM tips t WHERE {where}", values)
        newest = "t.tip_id DESC"
        if of == "saved":
            newest = _NEWEST_SAVED
            values = [*values, sight.user_id]
        rows = await store.read(
            f"{SELECT} WHERE {where} ORDER BY {newest} LIMIT ? OFFSET ?",
            (*values, limit, page_start(offset, limit, count[0])),
        )
        return [tip_of(row) for row in rows], count[0]
    hits = await search.hits(
        store, sight.guild_id, "tip", query.parse(words), MOST_FOUND, reader=sight.user_id
    )
    best = await _those(store, [one.item_id for one in hits], where, values)
    offset = page_start(offset, limit, len(best))
    return await these(store, sight, best[offset : offset + limit]), len(best)


def _fitting(sight: Sight, topic: str, by: int, of: List) -> tuple[str, list[object]]:
    where, values = sight.where, [*sight.values]
    if of == "saved":
        where += _SAVED
        values.append(sight.user_id)
    elif of == "mine":
        where += " AND t.sharer_id = ?"
        values.append(sight.user_id)
    if topic:
        where += _TOPIC
        values.append(topic)
    if by:
        where += " AND t.sharer_id = ?"
        values.append(by)
    return where, values


async def _those(
    store: Store, ranked: Sequence[int], where: str, values: Sequence[object]
) -> list[int]:
    """Those of the tips that fit, in the order given: numbers alone, because there may be many."""
    rows = await store.read(
        f"SELECT t.tip_id FROM tips t WHERE {where}"
        " AND t.tip_id IN (SELECT value FROM json_each(?))",
        (*values, json.dumps(ranked)),
    )
    seen = {row["tip_id"] for row in rows}
    return [tip_id for tip_id in ranked if tip_id in seen]


async def seen(store: Store, sight: Sight, tip_ids: Sequence[int]) -> list[int]:
    """Those of the tips that are in sight, as numbers, in the order given."""
    return await _those(store, tip_ids, sight.where, sight.values)


async def these(store: Store, sight: Sight, tip_ids: Sequence[int]) -> list[Tip]:
    """Those of the tips that are in sight, in the order given."""
    rows = await store.read(
        f"{SELECT} WHERE {sight.where} AND t.tip_id IN (SELECT value FROM json_each(?))",
        (*sight.values, json.dumps(tip_ids)),
    )
    found = {row["tip_id"]: tip_of(row) for row in rows}
    return [found[tip_id] for tip_id in tip_ids if tip_id in found]


async def ids(store: Store, sight: Sight, of: List) -> list[int]:
    """Every tip of a list, newest first, to be read page by page with `these`."""
    where, values = _fitting(sight, "", 0, of)
    order = "t.tip_id DESC"
    if of == "saved":
        order = _NEWEST_SAVED
        values.append(sight.user_id)
    rows = await store.read(f"SELECT t.tip_id FROM tips t WHERE {where} ORDER BY {order}", values)
    return [row["tip_id"] for row in rows]


async def suggest(store: Store, sight: Sight, typed: str, limit: int = 25) -> list[Tip]:
    """The newest tips in sight that hold what is typed: for an autocomplete, so without a count."""
    if not typed:
        rows = await store.read(
            f"{SELECT} WHERE {sight.where} ORDER BY t.tip_id DESC LIMIT ?", (*sight.values, limit)
        )
        return [tip_of(row) for row in rows]
    newest = await search.newest(store, sight.guild_id, "tip", typed, 8 * limit)
    seen = await _those(store, newest, sight.where, sight.values)
    return await these(store, sight, seen[:limit])


async def by_chance(store: Store, sight: Sight, topic: str, before: int, number: int) -> Tip | None:
    """A tip older than `before`; `number` (any whole number) is the chance.

    Where no tip is old enough any tip will do. None when there is none at all.
    """
    where, values = _fitting(sight, topic, 0, "all")
    for older in (" AND t.shared_at < ?", " AND ? IS NOT NULL"):
        (count,) = await store.read(
            f"SELECT count(*) FROM tips t WHERE {where}{older}", (*values, before)
        )
        if count[0]:
            row = await store.read_one(
                f"{SELECT} WHERE {where}{older} ORDER BY t.tip_id LIMIT 1 OFFSET ?",
                (*values, before, number % count[0]),
            )
            return tip_of(row) if row else None
    return None
