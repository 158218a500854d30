"""Who sees a reflection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.reflections.rules import audiences, settled


@pytest.mark.parametrize(
    ("allowed", "offered"),
    [("open", ("open",)), ("private", ("private",)), ("choice", ("open", "private"))],
)
def test_a_writer_may_choose_what_the_schedule_allows(
    allowed: str, offered: tuple[str, ...]
) -> None:
    assert audiences(allowed) == offered  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("allowed", "wished", "seen_by"),
    [
        ("choice", "open", "open"),
        ("choice", "private", "private"),
        ("choice", "", "private"),
        ("choice", "everybody", "private"),
        ("choice", "OPEN", "private"),
        ("open", "private", "open"),
        ("open", "", "open"),
        ("private", "open", "private"),
        ("private", "", "private"),
    ],
)
def test_a_wish_counts_within_what_is_allowed(allowed: str, wished: str, seen_by: str) -> None:
    assert settled(allowed, wished) == seen_by  # type: ignore[arg-type]


@given(st.sampled_from(["private", "choice"]), st.text(max_size=10))
def test_nothing_but_the_word_open_makes_it_open(allowed: str, wished: str) -> None:
    assert settled(allowed, wished) == "private" or wished == "open"  # type: ignore[arg-type]
