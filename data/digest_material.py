"""What a digest can be made of: little of each tip, because there may be thousands."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from data.store import Row, Store
from data.tips import DAY, Sight

WEEK = 7 * DAY
OLD = 60 * DAY
"""Seconds after which a tip can be an older gem."""
HELPED_LATELY = 30 * DAY
REMEMBERED, LATELY = 26, 4
"""Digests after which a tip can be brought back once more, and after which it can at all."""
MOST_NEW = 2_000
"""New tips that are chosen from, newest first."""
STRETCH = 2_000
"""Old tips among which a gem is looked for: who has more looks at other ones each time."""
MOST_HELPED = 500
MOST_CHOICE = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the choice looks at. `thanks` are all there are, or those of the time asked about.

    Gems come without their topics.
    """

    tip_id: int
    topics: tuple[str, ...]
    thanks: int
    shared_at: int


@dataclass(frozen=True, slots=True)
class Material:
    """What a digest can be made of; each list begins with what comes first."""

    new_tips: int
    """All of them, also beyond those in `new`."""
    new: Sequence[Candidate] = ()
    featured: Sequence[Candidate] = ()
    helpful: Sequence[Candidate] = ()
    gems: Sequence[Candidate] = ()
    others: Sequence[Candidate] = ()
    """Helped lately, then recent: where something from another field is looked for."""
    passed: frozenset[int] = frozenset()
    """Tips that stood in one of the last digests, and are not to be brought back yet."""


_LOOKED_AT = (
    "t.tip_id, t.shared_at,"
    " (SELECT group_concat(topic, char(10)) FROM tip_topics o"
    "   WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id) AS topics"
)
_THANKS = (
    "(SELECT count(*) FROM tip_thanks h"
    " WHERE h.guild_id = t.guild_id AND h.tip_id = t.tip_id) AS thanks"
)
_WELL = "t.outdated_at IS NULL AND t.dead_since IS NULL"


async def for_all(store: Store, sight: Sight, since: int, until: int) -> Material:
    """What a digest of a community can be made of, from `since` on and before `until`.

    The second `until` itself may not be over yet: the next digest begins with it.
    """
    new, new_tips = await _new(store, sight, since, until)
    if not new_tips:
        return Material(0)
    return Material(
        new_tips,
        new,
        await _featured(store, sight, since, until),
        await _helped(store, sight, until, (since, until)),
        await _gems(store, sight, until - OLD, until // WEEK),
        await _others(store, sight, since, until),
        await _passed(store, sight.guild_id),
    )


async def for_member(
    store: Store, sight: Sight, topics: Sequence[str], since: int, until: int, turn: int
) -> Material:
    """What a member's own digest can be made of: what others shared with topics they follow.

    The topics take turns in giving the gems.
    """
    theirs = (
        "AND t.sharer_id <> ? AND EXISTS (SELECT 1 FROM tip_topics o"
        " WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id"
        " AND o.topic IN (SELECT value FROM json_each(?)))"
    )
    new, new_tips = await _new(
        store, sight, since, until, theirs, sight.user_id, json.dumps(topics)
    )
    if not new_tips:
        return Material(0)
    gems: list[Candidate] = []
    first = turn % len(topics)
    for topic in (*topics[first:], *topics[:first]):
        if gems := await _gems(store, sight, until - OLD, turn, topic):
            break
    return Material(new_tips, new, gems=gems, others=await _others(store, sight, since, until))


async def _new(
    store: Store, sight: Sight, since: int, until: int, more: str = "", *values: object
) -> tuple[list[Candidate], int]:
    """The newest of what was shared in a time, and how many there are."""
    rows = await store.read(
        f"SELECT {_LOOKED_AT}, {_THANKS} {_shared(sight)} {more}"
        " ORDER BY t.shared_at DESC, t.tip_id DESC LIMIT ?",
        (*sight.values, since, until, *values, MOST_NEW),
    )
    new_tips = len(rows)
    if new_tips == MOST_NEW:
        new_tips = await count(store, sight, since, until, more, *values)
    return _candidates(rows), new_tips


async def count(
    store: Store, sight: Sight, since: int, until: int, more: str = "", *values: object
) -> int:
    """How many tips in sight were shared from `since` on and before `until`."""
    (row,) = await store.read(
        f"SELECT count(*) {_shared(sight)} {more}", (*sight.values, since, until, *values)
    )
    return int(row[0])


def _shared(sight: Sight) -> str:
    # Named, because going through the places instead would read every tip there is. An import of
    # a thousand bookmarks is not news.
    return (
        f"FROM tips t INDEXED BY tips_by_time WHERE {sight.where}"
        " AND t.shared_at >= ? AND t.shared_at < ? AND t.import_id IS NULL"
    )


async def _featured(store: Store, sight: Sight, since: int, until: int) -> list[Candidate]:
    rows = await store.read(
        f"SELECT {_LOOKED_AT}, {_THANKS} FROM tips t INDEXED BY tips_featured"
        f" WHERE {sight.where} AND t.featured_at >= ? AND t.featured_at < ?"
        " ORDER BY t.featured_at DESC, t.tip_id DESC LIMIT ?",
        (*sight.values, since, until, MOST_CHOICE),
    )
    return _candidates(rows)


async def _helped(
    store: Store, sight: Sight, before: int, given: tuple[int, int]
) -> list[Candidate]:
    """What helped most by the thanks given in a time, of what was shared before a moment."""
    rows = await store.read(
        f"SELECT {_LOOKED_AT}, h.thanks FROM"
        # Named, because going through all thanks in the order of tips takes longer.
        " (SELECT tip_id, count(*) AS thanks FROM tip_thanks INDEXED BY tip_thanks_by_time"
        "   WHERE guild_id = ? AND thanked_at >= ? AND thanked_at < ?"
        "   GROUP BY tip_id ORDER BY thanks DESC, tip_id DESC LIMIT ?) h"
        " CROSS JOIN tips t ON t.guild_id = ? AND t.tip_id = h.tip_id"
        f" WHERE {sight.where} AND {_WELL} AND t.shared_at < ?"
        " ORDER BY h.thanks DESC, t.tip_id DESC LIMIT ?",
        (
            sight.guild_id,
            *given,
            MOST_HELPED,
            sight.guild_id,
            *sight.values,
            before,
            MOST_CHOICE,
        ),
    )
    return _candidates(rows)


async def _gems(
    store: Store, sight: Sight, before: int, turn: int, topic: str = ""
) -> list[Candidate]:
    """What helped most of a stretch of old tips: of all there are, where those are not too many."""
    if topic:
        of = "FROM tip_topics o WHERE o.guild_id = ? AND o.topic = ? ORDER BY o.tip_id"
        values: tuple[object, ...] = (sight.guild_id, topic)
    else:
        of = "FROM tips o WHERE o.guild_id = ? AND o.shared_at < ? ORDER BY o.shared_at"
        values = (sight.guild_id, before)
    (row,) = await store.read(f"SELECT count(*) {of}", values)
    stretches = -(-row[0] // STRETCH)
    if not stretches:
        return []
    rows = await store.read(
        # Nobody asks a gem's topics, and reading them for the whole stretch takes as long again.
        f"SELECT t.tip_id, t.shared_at, '' AS topics, {_THANKS}"
        f" FROM (SELECT o.tip_id {of} LIMIT ? OFFSET ?) s"
        " CROSS JOIN tips t ON t.guild_id = ? AND t.tip_id = s.tip_id"
        f" WHERE {sight.where} AND {_WELL} AND t.shared_at < ? AND thanks > 0"
        " ORDER BY thanks DESC, t.tip_id DESC LIMIT ?",
        (
            *values,
            STRETCH,
            turn % stretches * STRETCH,
            sight.guild_id,
            *sight.values,
            before,
            MOST_CHOICE,
        ),
    )
    return _candidates(rows)


async def _others(store: Store, sight: Sight, since: int, until: int) -> list[Candidate]:
    recent = await store.read(
        f"SELECT {_LOOKED_AT}, {_THANKS} FROM tips t INDEXED BY tips_by_time"
        f" WHERE {sight.where} AND {_WELL} AND t.shared_at < ?"
        " ORDER BY t.shared_at DESC, t.tip_id DESC LIMIT ?",
        (*sight.values, since, MOST_CHOICE),
    )
    helped = await _helped(store, sight, since, (until - HELPED_LATELY, until))
    return [*helped, *_candidates(recent)]


async def _passed(store: Store, guild_id: int) -> frozenset[int]:
    last = "SELECT delivery_id FROM digests WHERE guild_id = ?1 ORDER BY delivery_id DESC LIMIT"
    rows = await store.read(
        f"SELECT tip_id FROM digest_items WHERE guild_id = ?1 AND delivery_id IN ({last} ?2)"
        f" AND (part IN ('gem', 'elsewhere') OR delivery_id IN ({last} ?3))",
        (guild_id, REMEMBERED, LATELY),
    )
    return frozenset(row["tip_id"] for row in rows)


def _candidates(rows: list[Row]) -> list[Candidate]:
    return [
        Candidate(
            row["tip_id"],
            tuple(sorted(set(row["topics"].split("\n")))) if row["topics"] else (),
            row["thanks"],
            row["shared_at"],
        )
        for row in rows
    ]
