"""Finding the time zone somebody means."""

from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.settings.rules import find_zone, similar_zones


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Helsinki", "Europe/Helsinki"),
        ("europe/helsinki", "Europe/Helsinki"),
        ("EUROPE/HELSINKI", "Europe/Helsinki"),
        (" Helsinki ", "Europe/Helsinki"),
        ("new york", "America/New_York"),
        ("New  York", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("auckland", "Pacific/Auckland"),
        ("Kolkata", "Asia/Kolkata"),
        ("UTC", "UTC"),
        ("utc", "UTC"),
        ("Dublin", "Europe/Dublin"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_a_zone_is_found(typed: str, zone: str) -> None:
    found = find_zone(typed)
    assert found is not None
    assert ZoneInfo(found).key == found
    if found != zone:
        # Two names of one place.
        assert found.rsplit("/", 1)[1] == zone.rsplit("/", 1)[1]


@pytest.mark.parametrize(
    "typed", ["", " ", "Hel", "Nowhere", "/", "../../etc/passwd", "Europe", "Europe/", "+02:00"]
)
def test_what_is_no_zone_is_not_guessed(typed: str) -> None:
    assert find_zone(typed) is None


def test_only_zones_that_mean_the_same_everywhere_are_found() -> None:
    assert find_zone("localtime") is None
    assert find_zone("Factory") is None


def test_every_zone_is_found_by_its_whole_name() -> None:
    real = available_timezones() - {"localtime", "Factory"}
    assert [zone for zone in sorted(real) if find_zone(zone.lower()) != zone] == []


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Helsinky", "Europe/Helsinki"),
        ("Europe/Helsinky", "Europe/Helsinki"),
        ("Stokholm", "Europe/Stockholm"),
        ("new yrok", "America/New_York"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(typed: str, zone: str) -> None:
    near = similar_zones(typed)
    assert near[0] == zone
    assert len(near) <= 3
    assert len(set(near)) == len(near)


def test_nothing_near_is_nothing() -> None:
    assert similar_zones("xqzzzzqqq") == []


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_finding_never_raises(typed: str) -> None:
    assert find_zone(typed) in {None, *available_timezones()}
    assert set(similar_zones(typed)) <= available_timezones()
