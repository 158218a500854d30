"""When schedules run, over the clock changes of several zones."""

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.recurrence import runs
from data.schedules import Every, Run

HELSINKI = ZoneInfo("Europe/Helsinki")
ZONES = [
    "Europe/Helsinki",
    "America/New_York",
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Australia/Lord_Howe",  # moves by half an hour
    "Pacific/Kiritimati",  # UTC+14
    "Pacific/Pago_Pago",  # UTC-11
    "America/St_Johns",
    "UTC",
]
MON, SAT, SUN = 0, 5, 6


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def first(count: int, *args: object) -> list[Run]:
    return list(itertools.islice(runs(*args), count))  # type: ignore[arg-type]


def local(run: Run, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(run.due, zone).strftime("%Y-%m-%d %H:%M %z")


def test_every_week_at_the_same_wall_clock_time() -> None:
    found = first(4, "week", MON, 9 * 60, HELSINKI, date(2026, 3, 16), at("2026-03-16T00:00Z"))
    assert [local(run, HELSINKI) for run in found] == [
        "2026-03-16 09:00 +0200",
        "2026-03-23 09:00 +0200",
        "2026-03-30 09:00 +0300",
        "2026-04-06 09:00 +0300",
    ]
    assert [run.local_date for run in found] == [
        "2026-03-16",
        "2026-03-23",
        "2026-03-30",
        "2026-04-06",
    ]


@pytest.mark.parametrize(
    ("zone", "day", "minute", "shown"),
    [
        # Skipped: it moves forward by what was skipped.
        ("Europe/Helsinki", date(2026, 3, 29), 3 * 60 + 30, "2026-03-29 04:30 +0300"),
        ("Europe/Helsinki", date(2026, 3, 29), 3 * 60, "2026-03-29 04:00 +0300"),
        ("America/New_York", date(2026, 3, 8), 2 * 60 + 30, "2026-03-08 03:30 -0400"),
        ("Pacific/Auckland", date(2026, 9, 27), 2 * 60 + 15, "2026-09-27 03:15 +1300"),
        ("Australia/Lord_Howe", date(2026, 10, 4), 2 * 60 + 10, "2026-10-04 02:40 +1100"),
        # Twice: the first one.
        ("Europe/Helsinki", date(2026, 10, 25), 3 * 60 + 30, "2026-10-25 03:30 +0300"),
        ("America/New_York", date(2026, 11, 1), 60 + 30, "2026-11-01 01:30 -0400"),
        ("Pacific/Auckland", date(2026, 4, 5), 2 * 60 + 30, "2026-04-05 02:30 +1300"),
        # A zone without clock changes.
        ("Asia/Kolkata", date(2026, 3, 29), 2 * 60 + 30, "2026-03-29 02:30 +0530"),
        # Just outside the gap.
        ("Europe/Helsinki", date(2026, 3, 29), 2 * 60 + 59, "2026-03-29 02:59 +0200"),
        ("Europe/Helsinki", date(2026, 3, 29), 4 * 60, "2026-03-29 04:00 +0300"),
    ],
)
def test_the_night_the_clocks_change(zone: str, day: date, minute: int, shown: str) -> None:
    where = ZoneInfo(zone)
    before = at(f"{day - timedelta(days=3)}T00:00Z")
    found = first(2, "week", day.weekday(), minute, where, day, before)
    assert local(found[0], where) == shown
    assert found[0].local_date == day.isoformat()
    # Once that night, then a week later.
    assert found[1].local_date == (day + timedelta(days=7)).isoformat()


def test_between_the_two_half_past_threes_the_next_run_is_a_week_away() -> None:
    between = at("2026-10-25T03:45+03:00")
    assert (
        first(1, "week", SUN, 3 * 60 + 30, HELSINKI, date(2026, 10, 1), between)[0].local_date
        == "2026-11-01"
    )


def test_a_run_at_this_very_second_is_not_after_it() -> None:
    nine = at("2026-11-23T09:00+02:00")
    args = ("week", MON, 9 * 60, HELSINKI, date(2026, 11, 1))
    assert first(1, *args, nine - 1)[0].due == nine
    assert first(1, *args, nine)[0].due == nine + 7 * 86_400


def test_the_first_such_weekday_of_each_month() -> None:
    found = first(5, "month", MON, 9 * 60, HELSINKI, date(2026, 5, 5), at("2026-05-05T00:00Z"))
    assert [run.local_date for run in found] == [
        "2026-06-01",
        "2026-07-06",
        "2026-08-03",
        "2026-09-07",
        "2026-10-05",
    ]
    assert (
        first(1, "month", SAT, 0, HELSINKI, date(2027, 1, 1), at("2026-12-01T00:00Z"))[0].local_date
        == "2027-01-02"
    )


def test_every_second_week_keeps_its_weeks_whenever_it_is_asked() -> None:
    start = date(2026, 1, 5)
    for days in range(0, 800, 5):
        after = at("2026-01-01T00:00Z") + days * 86_400
        run = first(1, "two weeks", MON, 600, HELSINKI, start, after)[0]
        assert (date.fromisoformat(run.local_date) - start).days % 14 == 0
        assert 0 < run.due - after <= 14 * 86_400 + 3_600 or run.local_date == start.isoformat()


def brute(
    every: Every, weekday: int, minute: int, zone: ZoneInfo, start: date, after: int, days: int
) -> list[tuple[str, int]]:
    """The same by looking at every day and every minute of it, without any calendar arithmetic."""
    found = []
    seen_first: date | None = None
    for offset in range(days):
        day = start + timedelta(days=offset)
        if day.weekday() != weekday:
            continue
        seen_first = seen_first or day
        if every == "two weeks" and (day - seen_first).days % 14:
            continue
        if every == "month" and day.day > 7:
            continue
        due = first_moment(day, minute, zone)
        if due > after:
            found.append((day.isoformat(), due))
    return found


def first_moment(day: date, minute: int, zone: ZoneInfo) -> int:
    """Walks through real time and takes the first moment whose wall clock shows it."""
    wanted = datetime(day.year, day.month, day.day, minute // 60, minute % 60)  # noqa: DTZ001
    guess = int(wanted.replace(tzinfo=UTC).timestamp())
    offsets = {
        int(datetime.fromtimestamp(guess + hours * 3_600, zone).utcoffset().total_seconds())  # type: ignore[union-attr]
        for hours in range(-30, 31, 3)
    }
    hits = [
        guess - offset
        for offset in offsets
        if datetime.fromtimestamp(guess - offset, zone).replace(tzinfo=None) == wanted
    ]
    # Skipped: what the clock would show had it not been moved yet, which is the smaller offset.
    return min(hits) if hits else guess - min(offsets)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("every", ["week", "two weeks", "month"])
def test_two_years_agree_with_looking_at_every_day(zone: str, every: Every) -> None:
    where = ZoneInfo(zone)
    start = date(2025, 12, 30)
    after = at("2025-12-31T12:00Z")
    for weekday, minute in itertools.product((0, 3, 6), (0, 90, 150, 195, 540, 1439)):
        wanted = brute(every, weekday, minute, where, start, after, 730)
        found = first(len(wanted), every, weekday, minute, where, start, after)
        assert [(run.local_date, run.due) for run in found] == wanted, (weekday, minute)


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(["week", "two weeks", "month"]),
    st.integers(0, 6),
    st.integers(0, 1439),
    st.sampled_from(ZONES),
    st.dates(date(2024, 1, 1), date(2030, 1, 1)),
    st.integers(at("2023-01-01T00:00Z"), at("2031-01-01T00:00Z")),
)
def test_runs_come_one_after_another_and_do_not_depend_on_when_one_asks(
    every: Every, weekday: int, minute: int, zone: str, start: date, after: int
) -> None:
    where = ZoneInfo(zone)
    found = first(6, every, weekday, minute, where, start, after)
    dues = [run.due for run in found]
    assert dues[0] > after
    assert dues == sorted(set(dues))
    for run in found:
        day = date.fromisoformat(run.local_date)
        assert day.weekday() == weekday
        assert day >= start
        assert every != "month" or day.day <= 7
    # Asked again from the middle, the rest is the same.
    assert first(3, every, weekday, minute, where, start, dues[2]) == found[3:]
