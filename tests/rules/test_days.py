"""Weekdays, times and dates as people type them, in both languages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.days import read_date, read_day, read_time
from bot.i18n import LANGUAGES, text


@pytest.mark.parametrize(
    ("weekday", "ways"),
    [
        (0, "monday Monday MONDAY mon mondays maanantai maanantaina maanantaisin ma"),
        (1, "tuesday tue tues tu tuesdays tiistai tiistaina tiistaisin ti"),
        (2, "wednesday wed we wednesdays keskiviikko keskiviikkona keskiviikkoisin ke"),
        (3, "thursday thu thur thurs th thursdays torstai torstaina torstaisin to"),
        (4, "friday fri fr fridays perjantai perjantaina perjantaisin pe"),
        (5, "saturday sat saturdays lauantai lauantaina lauantaisin la"),
        (6, "sunday sun sundays sunnuntai sunnuntaina sunnuntaisin"),
    ],
)
def test_a_weekday_is_read(weekday: int, ways: str) -> None:
    assert {way: read_day(way) for way in ways.split()} == dict.fromkeys(ways.split(), weekday)


@pytest.mark.parametrize("typed", [" monday ", "ma.", "Ma", "MAANANTAI"])
def test_case_spaces_and_a_dot_make_no_difference_to_a_day(typed: str) -> None:
    assert read_day(typed) == 0


@pytest.mark.parametrize(
    "typed", ["", " ", ".", "m", "t", "x", "someday", "mondayy", "day", "0", "1", "monday tuesday"]
)
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    assert read_day(typed) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_days_offered_are_days_that_are_read(language: str) -> None:
    assert [read_day(text(language, f"day-{day}")) for day in range(7)] == list(range(7))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("9", 540),
        ("09", 540),
        ("9:30", 570),
        ("09.30", 570),
        ("9.05", 545),
        (" 9:30 ", 570),
        ("0:00", 0),
        ("00.00", 0),
        ("23:59", 1439),
        ("klo 9", 540),
        ("klo 9.30", 570),
        ("Klo 17", 1020),
        ("klo17", 1020),
        ("5 pm", 1020),
        ("5pm", 1020),
        ("5:30 PM", 1050),
        ("12 am", 0),
        ("12 pm", 720),
        ("12:30 am", 30),
        ("11:59 pm", 1439),
    ],
)
def test_a_time_is_read(typed: str, minute: int) -> None:
    assert read_time(typed) == minute


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "25:61",
        "24:00",
        "9:60",
        "99",
        "9:5",
        "9:300",
        "-1",
        "0 pm",
        "13 pm",
        "13:00 am",
        "noon",
        "9:30:00",
        "9,30",
        "9 30",
        "klo",
        "am",
        "1e1",
        "9:30\x00",
        "²",
        "9:30 Europe/Helsinki",
    ],
)
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize("minute", range(0, 1440, 7))
def test_a_time_reads_as_it_is_shown(minute: int) -> None:
    assert read_time(f"{minute // 60:02}:{minute % 60:02}") == minute
    assert read_time(f"{minute // 60}.{minute % 60:02}") == minute


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=20) | st.text("0123456789:. klopam\n", max_size=12))
def test_reading_never_raises(typed: str) -> None:
    assert read_day(typed) in (None, *range(7))
    assert read_time(typed) is None or 0 <= (read_time(typed) or 0) < 1440


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24.12.", date(2026, 12, 24)),
        ("24.12", date(2026, 12, 24)),
        ("24. 12.", date(2026, 12, 24)),
        (" 6.1. ", date(2027, 1, 6)),
        ("24.11.", TODAY),
        ("23.11.", date(2027, 11, 23)),
        ("29.2.", date(2028, 2, 29)),
        ("24.12.2026", date(2026, 12, 24)),
        ("24.12.2020", date(2020, 12, 24)),
        ("2026-12-24", date(2026, 12, 24)),
        ("2027-1-6", date(2027, 1, 6)),
    ],
)
def test_a_date_is_read(typed: str, meant: date) -> None:
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "soon",
        "24",
        "31.2.",
        "30.2.2028",
        "29.2.2027",
        "2026-13-01",
        "0.1.",
        "12/24",
        "24.12.26",
    ],
)
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed, TODAY) is None


def test_at_the_end_of_the_calendar_no_date_is_made_up() -> None:
    assert read_date("1.1.", date(9999, 12, 31)) is None


@settings(deadline=None)
@given(st.text(), st.dates())
def test_any_text_is_a_date_or_none(typed: str, today: date) -> None:
    found = read_date(typed, today)
    assert found is None or isinstance(found, date)


@given(st.dates(date(1000, 1, 1)), st.dates())
def test_a_whole_date_means_itself_whenever_it_is_read(day: date, today: date) -> None:
    assert read_date(day.isoformat(), today) == day
    assert read_date(f"{day.day}.{day.month}.{day.year}", today) == day
