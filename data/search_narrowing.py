"""What is known of found things beside their words: topics, whose they are, how they fared."""

import json
import math
from collections.abc import Iterable, Sequence

from data.matching import Kind
from data.query import Sort
from data.store import Reading, Store
from data.topics import NOW_CALLED

SOLVED, HELPED, FRESH, WORN = 0.12, 0.05, 0.08, 0.15
"""How much more or less something counts that is solved, helped somebody, is new, is outdated."""
_MOST_HELPED = 16
_FRESH_FOR = 180 * 86_400

_WHOSE = {"tip": ("t.sharer_id",), "question": ("t.asker_id", "t.answer_author_id")}


async def narrowed(
    store: Store | Reading,
    guild_id: int,
    kind: Kind,
    item_ids: Sequence[int],
    topics: Sequence[str],
    by: Sequence[int],
    sorts: Iterable[Sort],
) -> list[int]:
    """Those of the items that have all topics and are by one of these members, in their order."""
    solved = kind == "question" and "answer" in sorts and "question" not in sorts
    if not (topics or by or solved) or not item_ids:
        return [*item_ids]
    where, values = _fitting(kind, topics, by)
    where += " AND t.state = 'solved'" if solved else ""
    rows = await store.read(
        f"{NOW_CALLED} SELECT t.{kind}_id AS item_id FROM {kind}s t WHERE +t.guild_id = ?2"
        f" AND t.{kind}_id IN (SELECT value FROM json_each(?3)){where}",
        (json.dumps([*topics]), guild_id, json.dumps([*item_ids]), *values),
    )
    left = {row["item_id"] for row in rows}
    return [item_id for item_id in item_ids if item_id in left]


async def newest_narrowed(
    store: Store,
    guild_id: int,
    kind: Kind,
    topics: Sequence[str],
    by: Sequence[int],
    limit: int,
) -> list[int]:
    """The newest items that can be found, have all topics and are by one of these members."""
    where, values = _fitting(kind, topics, by)
    rows = await store.read(
        f"{NOW_CALLED} SELECT t.{kind}_id AS item_id FROM {kind}s t WHERE t.guild_id = ?2"
        f" AND EXISTS (SELECT 1 FROM documents d WHERE d.guild_id = ?2 AND d.kind = '{kind}'"
        f"  AND d.item_id = t.{kind}_id){where} ORDER BY t.{kind}_id DESC LIMIT ?3",
        (json.dumps([*topics]), guild_id, limit, *values),
    )
    return [row["item_id"] for row in rows]


def _fitting(kind: Kind, topics: Sequence[str], by: Sequence[int]) -> tuple[str, list[str]]:
    """?1 is a list of topics as they are written, ?2 the community."""
    where, values = "", []
    if topics:
        where += (
            f" AND (SELECT count(DISTINCT o.topic) FROM {kind}_topics o"
            f"  WHERE o.guild_id = t.guild_id AND o.{kind}_id = t.{kind}_id"
            "   AND o.topic IN (SELECT topic FROM now)) = (SELECT count(DISTINCT topic) FROM now)"
        )
    if by:
        whose = " OR ".join(
            f"{column} IN (SELECT value FROM json_each(?4))" for column in _WHOSE[kind]
        )
        where += f" AND ({whose})"
        values.append(json.dumps([*by]))
    return where, values


async def priors(
    store: Store | Reading, guild_id: int, kind: Kind, item_ids: Sequence[int]
) -> dict[int, float]:
    """What each item's score is multiplied with, for how it fared and how new it is.

    New is what is near the community's newest, so that no clock is needed.
    """
    # The + has the items looked up one by one: a community's index would be read from end to end.
    if kind == "tip":
        sql = (
            "SELECT t.tip_id AS item_id, t.shared_at AS at, 0 AS solved,"
            " (SELECT count(*) FROM tip_thanks h"
            "   WHERE h.guild_id = t.guild_id AND h.tip_id = t.tip_id) AS helped,"
            " t.outdated_at IS NOT NULL OR t.dead_since IS NOT NULL AS worn,"
            " (SELECT max(shared_at) FROM tips WHERE guild_id = ?1) AS latest FROM tips t"
            " WHERE +t.guild_id = ?1 AND t.tip_id IN (SELECT value FROM json_each(?2))"
        )
    else:
        sql = (
            "SELECT q.question_id AS item_id, q.asked_at AS at, q.state = 'solved' AS solved,"
            " (SELECT count(*) FROM question_thanks h"
            "   WHERE h.guild_id = q.guild_id AND h.question_id = q.question_id) AS helped,"
            " q.outdated_at IS NOT NULL AS worn,"
            " (SELECT max(asked_at) FROM questions WHERE guild_id = ?1) AS latest FROM questions q"
            " WHERE +q.guild_id = ?1 AND q.question_id IN (SELECT value FROM json_each(?2))"
        )
    rows = await store.read(sql, (guild_id, json.dumps([*item_ids])))
    return {
        row["item_id"]: (
            1
            + SOLVED * row["solved"]
            + HELPED * math.log2(1 + min(row["helped"], _MOST_HELPED))
            + FRESH * math.exp((row["at"] - row["latest"]) / _FRESH_FOR)
            - WORN * row["worn"]
        )
        for row in rows
    }
