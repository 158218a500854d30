"""Weekdays, times of day and dates as people type them, in both languages."""

import re
from datetime import date

_DAYS = (
    ("monday", "maanantai"),
    ("tuesday", "tiistai"),
    ("wednesday", "keskiviikko"),
    ("thursday", "torstai"),
    ("friday", "perjantai"),
    ("saturday", "lauantai"),
    ("sunday", "sunnuntai"),
)
_SHORTEST_DAY = 2


def read_day(typed: str) -> int | None:
    """The weekday (Monday is 0) meant by "Monday", "mon", "maanantaina" or "ma"."""
    word = typed.strip().casefold().rstrip(".")
    for weekday, names in enumerate(_DAYS):
        for name in names:
            if len(word) >= _SHORTEST_DAY and (name.startswith(word) or word in _bent(name)):
                return weekday
    return None


def _bent(name: str) -> tuple[str, ...]:
    return (name + "s", name + "na", name + "sin", name + "isin")


def read_time(typed: str) -> int | None:
    """Minutes from midnight for "9", "9:30", "09.30", "klo 9" or "5 pm"; None for "25:61"."""
    found = re.fullmatch(
        r"(?:klo\s*)?(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", typed.strip().casefold()
    )
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def read_date(typed: str, today: date) -> date | None:
    """The date meant by "24.12.", "24.12.2026" or "2026-12-24"; without a year the next there is.

    None for what is no date, such as "31.2.".
    """
    plain = "".join(typed.split())
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
        return _date(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", plain):
        return _date(*map(int, reversed(found.groups())))
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.?", plain):
        day, month = map(int, found.groups())
        # The 29th of February may be eight years away.
        coming = (_date(today.year + years, month, day) for years in range(9))
        return next((one for one in coming if one and one >= today), None)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
