"""What is asked of the store when many schedules' runs have come at once: a few reads for all."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from data.communities import Community
from data.schedules import Schedule
from data.store import Store


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What decides about schedules' runs besides themselves, by community."""

    communities: dict[int, Community]
    days_off: dict[int, frozenset[str]]
    quiet: frozenset[int]
    """Schedules whose latest posts nobody answered."""


async def surroundings(store: Store, schedules: Sequence[Schedule], posts: int) -> Surroundings:
    """Of these schedules' communities; `posts` unanswered ones in a row make a schedule quiet."""
    guilds = json.dumps(sorted({one.guild_id for one in schedules}))
    chosen = await store.read(
        "SELECT c.* FROM json_each(?) j JOIN communities c ON c.guild_id = j.value", (guilds,)
    )
    off = await store.read(
        "SELECT h.guild_id, h.local_date FROM json_each(?) j"
        " JOIN holidays h ON h.guild_id = j.value",
        (guilds,),
    )
    days: dict[int, set[str]] = {}
    for row in off:
        days.setdefault(row["guild_id"], set()).add(row["local_date"])
    return Surroundings(
        {row["guild_id"]: Community(**dict(row)) for row in chosen},
        {guild_id: frozenset(dates) for guild_id, dates in days.items()},
        await _quiet(store, schedules, posts),
    )


async def _quiet(store: Store, schedules: Sequence[Schedule], posts: int) -> frozenset[int]:
    asked = json.dumps([[one.guild_id, one.schedule_id] for one in schedules])
    rows = await store.read(
        "SELECT latest.schedule_id FROM ("
        "  SELECT d.guild_id, d.schedule_id, d.delivery_id, row_number() OVER"
        "    (PARTITION BY d.guild_id, d.schedule_id ORDER BY d.due_at DESC) AS place"
        "   FROM json_each(?1) j JOIN schedules s ON s.guild_id = json_extract(j.value, '$[0]')"
        "    AND s.schedule_id = json_extract(j.value, '$[1]')"
        "   JOIN deliveries d ON d.guild_id = s.guild_id AND d.schedule_id = s.schedule_id"
        "   WHERE d.state = 'sent' AND d.message_id IS NOT NULL AND d.due_at >= s.counts_from"
        "  ) AS latest"
        " WHERE latest.place <= ?2"
        " GROUP BY latest.guild_id, latest.schedule_id"
        " HAVING count(*) = ?2 AND NOT sum("
        "   EXISTS (SELECT 1 FROM reflections r WHERE r.guild_id = latest.guild_id"
        "    AND r.delivery_id = latest.delivery_id)"
        "   OR EXISTS (SELECT 1 FROM anonymous_answers a WHERE a.guild_id = latest.guild_id"
        "    AND a.delivery_id = latest.delivery_id))",
        (asked, posts),
    )
    return frozenset(row["schedule_id"] for row in rows)
