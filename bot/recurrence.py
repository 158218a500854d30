"""When a schedule's posts are due: pure arithmetic on local dates and zones.

A post is due at a wall-clock time. A time that the zone skips moves forward by what was skipped; a
time that the zone has twice counts once, the first time.
"""

from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from data.schedules import Every, Run, Schedule

WEEK = timedelta(days=7)


def runs(
    every: Every, weekday: int, minute: int, zone: ZoneInfo, start: date, after: int
) -> Iterator[Run]:
    """The runs after the moment `after` (UTC seconds), without end.

    They count from the first `weekday` (Monday is 0) on or after the local date `start`: every
    week, every second week, or on the first such weekday of each month. `minute` counts from local
    midnight.
    """
    local = datetime.fromtimestamp(after, UTC).astimezone(zone).date()
    # Two days early at most: no zone's day is further from UTC's.
    day = _first(every, weekday, start, max(start, local - timedelta(days=2)))
    while True:
        due = _moment(day, minute, zone)
        if due > after:
            yield Run(day.isoformat(), due)
        day = _next(every, weekday, day)


def comes(run: Run, schedule: Schedule, days_off: Container[str]) -> bool:
    """Whether a run is to come: not on a day off, while the schedule is paused, or skipped."""
    return run.local_date not in days_off and schedule.takes(run.local_date)


def quiet_until(now: int, start: int, end: int, zone: ZoneInfo) -> int | None:
    """When quiet hours end (UTC seconds) if it is quiet at this moment, None if it is not.

    They last from one minute of the local day to another and may go over midnight; from a minute
    to itself they are none.
    """
    local = datetime.fromtimestamp(now, UTC).astimezone(zone)
    minute = local.hour * 60 + local.minute
    if not (start <= minute < end if start <= end else minute >= start or minute < end):
        return None
    day = local.date() if minute < end else local.date() + timedelta(days=1)
    ends = _moment(day, end, zone)
    # Where clocks have this hour twice, the first end may be over already.
    return ends if ends > now else _moment(day, end, zone, fold=1)


def _first(every: Every, weekday: int, start: date, earliest: date) -> date:
    if every == "month":
        day = _first_of_month(earliest.replace(day=1), weekday)
        return day if day >= earliest else _next(every, weekday, day)
    anchor = start + timedelta(days=(weekday - start.weekday()) % 7)
    step = 7 if every == "week" else 14
    behind = max((earliest - anchor).days, 0)
    return anchor + timedelta(days=-(-behind // step) * step)


def _next(every: Every, weekday: int, day: date) -> date:
    if every == "month":
        return _first_of_month((day.replace(day=1) + timedelta(days=32)).replace(day=1), weekday)
    return day + (WEEK if every == "week" else 2 * WEEK)


def _first_of_month(first: date, weekday: int) -> date:
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def _moment(day: date, minute: int, zone: ZoneInfo, fold: int = 0) -> int:
    # With fold=0 a skipped time gets the offset from before the gap, which moves it forward.
    at = time(minute // 60, minute % 60, fold=fold)
    local = datetime.combine(day, at, tzinfo=zone)
    return int(local.astimezone(UTC).timestamp())
