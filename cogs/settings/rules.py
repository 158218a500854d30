"""Finding the time zone somebody means, and how long somebody is away."""

import difflib
from functools import cache
from zoneinfo import available_timezones

AWAY = {"week": 7 * 86_400, "two-weeks": 14 * 86_400, "month": 30 * 86_400}
"""Seconds, by what is chosen."""


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
