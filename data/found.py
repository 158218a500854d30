"""Tips and questions together, as one reader finds them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from data import questions, search, tip_lists
from data.query import Query
from data.questions import Question
from data.search import Hit
from data.store import Store, page_start
from data.tips import Sight, Tip

MOST = 400
"""Hits of each kind that are looked at, best first."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what was found, best first; `total` counts all that the reader may see.

    `exact` says whether anything holds the words themselves, and not only what is near to them.
    """

    things: tuple[Tip | Question, ...]
    total: int
    offset: int
    exact: bool


async def find(
    store: Store, sight: Sight, places: Sequence[int], wanted: Query, limit: int, offset: int = 0
) -> Page:
    """What fits and stands where the reader may see it: tips in sight, questions of these places.

    An offset past the end is the last page's.
    """
    tips_found = await search.hits(store, sight.guild_id, "tip", wanted, MOST, reader=sight.user_id)
    asked = await search.hits(store, sight.guild_id, "question", wanted, MOST, reader=sight.user_id)
    seen = {
        "tip": set(await tip_lists.seen(store, sight, [one.item_id for one in tips_found])),
        "question": await _readable(store, sight.guild_id, places, asked),
    }
    held = [one for one in (*tips_found, *asked) if one.item_id in seen[one.kind]]
    # What holds the words comes before what is near to them, whatever kind it is.
    held.sort(key=lambda one: (not one.exact, -one.score))
    offset = page_start(offset, limit, len(held))
    shown = held[offset : offset + limit]
    things = await _things(store, sight, shown)
    return Page(things, len(held), offset, any(one.exact for one in held))


async def _readable(
    store: Store, guild_id: int, places: Sequence[int], found: Sequence[Hit]
) -> set[int]:
    rows = await store.read(
        "SELECT question_id FROM questions WHERE +guild_id = ?"
        " AND question_id IN (SELECT value FROM json_each(?))"
        " AND channel_id IN (SELECT value FROM json_each(?)) AND thread_id IS NOT NULL",
        (guild_id, json.dumps([one.item_id for one in found]), json.dumps([*places])),
    )
    return {row["question_id"] for row in rows}


async def _things(store: Store, sight: Sight, shown: Sequence[Hit]) -> tuple[Tip | Question, ...]:
    tip_ids = [one.item_id for one in shown if one.kind == "tip"]
    tips = {tip.tip_id: tip for tip in await tip_lists.these(store, sight, tip_ids)}
    rows = await store.read(
        questions.SELECT + "WHERE q.guild_id = ?"
        " AND q.question_id IN (SELECT value FROM json_each(?))",
        (sight.guild_id, json.dumps([one.item_id for one in shown if one.kind == "question"])),
    )
    asked = {row["question_id"]: questions.question_of(row) for row in rows}
    found = [
        tips.get(one.item_id) if one.kind == "tip" else asked.get(one.item_id) for one in shown
    ]
    return tuple(one for one in found if one)
