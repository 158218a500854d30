"""Whole years of schedules against dateutil, which knows nothing of ours.

The calendar is its rrule's and so is what becomes of a time that the clocks skip; of a time that
comes twice the first counts. Offsets are the time zone database's on both sides.
"""

import itertools
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil import rrule, tz

from bot.recurrence import runs
from data.schedules import Every, Run

ZONES = [
    "Europe/Helsinki",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Australia/Lord_Howe",  # moves by half an hour
    "Africa/Casablanca",  # moves with the moon
]
YEARS = [2026, 2028]
EVERY: list[Every] = ["week", "two weeks", "month"]
# Midnight and the last minute, and those that some zone skips or has twice.
MINUTES = [0, 60, 90, 2 * 60, 2 * 60 + 15, 2 * 60 + 30, 3 * 60, 3 * 60 + 30, 9 * 60, 23 * 60 + 59]
WEEKDAYS = [rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU]


def ours(
    every: Every, weekday: int, minute: int, zone: ZoneInfo, start: date, after: int, until: date
) -> list[Run]:
    coming = runs(every, weekday, minute, zone, start, after)
    return list(itertools.takewhile(lambda run: run.local_date < until.isoformat(), coming))


def theirs(
    every: Every, weekday: int, minute: int, zone: ZoneInfo, start: date, after: int, until: date
) -> Iterator[Run]:
    at = time(minute // 60, minute % 60)
    begin, end = datetime.combine(start, at), datetime.combine(until, time())
    if every == "month":
        rule = rrule.rrule(rrule.MONTHLY, byweekday=WEEKDAYS[weekday](1), dtstart=begin, until=end)
    else:
        # Every second week counts from the first such weekday, so that is where it starts.
        first = rrule.rrule(rrule.DAILY, byweekday=WEEKDAYS[weekday], dtstart=begin, count=1)[0]
        interval = 1 if every == "week" else 2
        rule = rrule.rrule(rrule.WEEKLY, interval=interval, dtstart=first, until=end)
    for wall in rule:
        moved = tz.resolve_imaginary(wall.replace(tzinfo=zone, fold=0))
        due = int(moved.astimezone(UTC).timestamp())
        if due > after and wall < end:
            yield Run(wall.date().isoformat(), due)


def compared(zone: ZoneInfo, year: int, every: Every) -> int:
    """How many runs of a year are the same; fails at the first that is not."""
    start = date(year - 1, 12, 20)
    after = int(datetime(year, 1, 1, tzinfo=zone).timestamp()) - 1
    until, count = date(year + 1, 1, 1), 0
    for weekday, minute in itertools.product(range(7), MINUTES):
        args = (every, weekday, minute, zone, start, after, until)
        wanted = list(theirs(*args))
        assert ours(*args) == wanted, (weekday, minute)
        count += len(wanted)
    return count


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("name", ZONES)
def test_a_year_agrees_with_dateutil(name: str, year: int) -> None:
    zone = ZoneInfo(name)
    # The weeks of all seven weekdays are the days of the year.
    days = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert compared(zone, year, "week") == days * len(MINUTES)
    assert compared(zone, year, "two weeks") in range(182 * len(MINUTES), 184 * len(MINUTES) + 1)
    assert compared(zone, year, "month") == 12 * 7 * len(MINUTES)


def test_the_years_hold_times_that_are_skipped_and_times_that_come_twice() -> None:
    """Else the comparison would say little."""
    skipped, twice = set(), set()
    for name, year, minute in itertools.product(ZONES, YEARS, MINUTES):
        day = datetime(year, 1, 1, minute // 60, minute % 60, tzinfo=ZoneInfo(name))
        for _ in range(365):
            if not tz.datetime_exists(day):
                skipped.add((name, year))
            if tz.datetime_ambiguous(day):
                twice.add((name, year))
            day += timedelta(days=1)
    moving = {(name, year) for name in ZONES for year in YEARS if name != "Asia/Kolkata"}
    assert skipped == moving
    assert twice == moving
