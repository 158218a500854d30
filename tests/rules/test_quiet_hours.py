"""Quiet hours: whether it is quiet now, and when that ends, whatever the clocks do."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.recurrence import quiet_until

HELSINKI = ZoneInfo("Europe/Helsinki")
NINE_PM, EIGHT = 21 * 60, 8 * 60


def at(text: str, zone: ZoneInfo = HELSINKI, fold: int = 0) -> int:
    local = datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)
    return int(local.timestamp())


@pytest.mark.parametrize(
    ("now", "start", "end", "until"),
    [
        ("2026-11-26 20:59", NINE_PM, EIGHT, None),
        ("2026-11-26 21:00", NINE_PM, EIGHT, "2026-11-27 08:00"),
        ("2026-11-26 23:59", NINE_PM, EIGHT, "2026-11-27 08:00"),
        ("2026-11-27 00:00", NINE_PM, EIGHT, "2026-11-27 08:00"),
        ("2026-11-27 07:59", NINE_PM, EIGHT, "2026-11-27 08:00"),
        ("2026-11-27 08:00", NINE_PM, EIGHT, None),
        ("2026-11-27 12:00", 11 * 60, 13 * 60, "2026-11-27 13:00"),
        ("2026-11-27 13:00", 11 * 60, 13 * 60, None),
        ("2026-11-27 12:00", EIGHT, EIGHT, None),
        ("2026-11-27 08:00", EIGHT, EIGHT, None),
        ("2026-11-27 00:00", 0, 0, None),
        ("2026-11-27 00:00", 0, 1, "2026-11-27 00:01"),
        ("2026-12-31 23:00", NINE_PM, EIGHT, "2027-01-01 08:00"),
        # Clocks go forward over 3:00 to 4:00, and back from 4:00 to 3:00.
        ("2026-03-29 02:30", NINE_PM, 3 * 60 + 30, "2026-03-29 04:30"),
        ("2026-10-25 02:30", NINE_PM, 3 * 60 + 30, "2026-10-25 03:30"),
    ],
)
def test_they_end_at_their_minute(now: str, start: int, end: int, until: str | None) -> None:
    found = quiet_until(at(now), start, end, HELSINKI)
    assert found == (None if until is None else at(until))


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    second = at("2026-10-25 03:10", fold=1)
    assert quiet_until(second, NINE_PM, 3 * 60 + 30, HELSINKI) == at("2026-10-25 03:30", fold=1)


ZONES = [
    *("Europe/Helsinki", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"),
    *("Africa/Casablanca", "Pacific/Kiritimati", "UTC"),
]
YEAR = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
MINUTE = st.integers(0, 24 * 60 - 1)


@given(st.integers(YEAR, YEAR + 366 * 86_400), MINUTE, MINUTE, st.sampled_from(ZONES).map(ZoneInfo))
def test_what_ends_is_over_then(now: int, start: int, end: int, zone: ZoneInfo) -> None:
    until = quiet_until(now, start, end, zone)
    if until is None:
        return
    assert now < until <= now + 26 * 3600
    # Of the minute before and the minute itself only the first is quiet, but for hours that are
    # skipped or come twice, after which it may be quiet once more, and ends for good.
    for _ in range(2):
        again = quiet_until(until, start, end, zone)
        if again is None:
            break
        assert again > until
        until = again
    assert quiet_until(until, start, end, zone) is None
