"""Finding the time zone somebody means, how long somebody is away, what a forum's tags are."""

import difflib
from collections.abc import Iterable
from functools import cache
from zoneinfo import available_timezones

AWAY = {"week": 7 * 86_400, "two-weeks": 14 * 86_400, "month": 30 * 86_400}
"""Seconds, by what is chosen."""
NUDGE = (0, 4, 12, 24, 48, 72)
"""Hours after which helpers can be looked for; 0 is never, here and below."""
IDLE = (0, 7, 14, 30, 60)
"""Days of silence after which an asker can be asked."""
CHECK = (0, 3, 6, 12, 24)
"""Months after which it can be asked whether an answer still holds."""
SOLVED_TAG = {"en": "solved", "fi": "ratkaistu"}
MOST_TAGS, LONGEST_TAG = 20, 20
"""A forum's tags, by Discord's limits."""
MOST_TOPIC_TAGS = 10
"""More to choose from would be hard to read, and moderators have tags of their own."""


def new_tags(there: Iterable[str], language: str, topics: Iterable[str]) -> list[str]:
    """Tags to add to a forum: one for solved, unless it has one, and the most used topics."""
    known = [name.casefold() for name in there]
    new = [] if {*known} & {*SOLVED_TAG.values()} else [SOLVED_TAG[language]]
    fitting = dict.fromkeys(topic for topic in topics if len(topic) <= LONGEST_TAG)
    # Those that are there already count among the most used.
    most_used = [*fitting][:MOST_TOPIC_TAGS]
    taken = {*known, *SOLVED_TAG.values()}
    new += [topic for topic in most_used if topic.casefold() not in taken]
    return new[: max(MOST_TAGS - len(known), 0)]


def find_zone(typed: str) -> str | None:
    """The IANA zone for "Europe/Helsinki", "europe/helsinki", "Helsinki" or "New York"."""
    wanted = _plain(typed)
    return _zones().get(wanted) or _cities().get(wanted)


def similar_zones(typed: str, count: int = 3) -> list[str]:
    """Zones whose name is near what was typed, nearest first."""
    known = {**_cities(), **_zones()}
    near = difflib.get_close_matches(_plain(typed), known, count, cutoff=0.6)
    return list(dict.fromkeys(known[name] for name in near))


def _plain(typed: str) -> str:
    return "_".join(typed.strip().casefold().split())


@cache
def _zones() -> dict[str, str]:
    # These two mean whatever the machine is set to.
    everywhere = available_timezones() - {"localtime", "posixrules", "Factory"}
    return {zone.casefold(): zone for zone in sorted(everywhere)}


@cache
def _cities() -> dict[str, str]:
    # "Etc/…" and the old country names have no city; a city in two areas goes to the first.
    zones = sorted(available_timezones(), reverse=True)
    named = (zone for zone in zones if "/" in zone and not zone.startswith("Etc/"))
    return {zone.rsplit("/", 1)[1].casefold(): zone for zone in named}
