"""Who sees a reflection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.reflections.rules import Wish, offered, seen_by, settled

ALL = ("open", "open-intention", "anonymous", "private")


@pytest.mark.parametrize(
    ("allowed", "closed", "wishes"),
    [
        ("open", False, ("open", "open-intention")),
        ("anonymous", False, ("anonymous",)),
        ("private", False, ("private",)),
        ("choice", False, ALL),
        ("open", True, ("open", "open-intention")),
        ("anonymous", True, ("private",)),
        ("private", True, ("private",)),
        ("choice", True, ("open", "open-intention", "private")),
    ],
)
def test_a_writer_may_choose_what_the_schedule_allows(
    allowed: str, closed: bool, wishes: tuple[str, ...]
) -> None:
    assert offered(allowed, closed=closed) == wishes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("allowed", "wished", "settled_as"),
    [
        *(("choice", one, one) for one in ALL),
        ("choice", "", "private"),
        ("choice", "everybody", "private"),
        ("choice", "OPEN", "private"),
        ("open", "private", "open"),
        ("open", "anonymous", "open"),
        ("open", "", "open"),
        ("open", "open-intention", "open-intention"),
        ("anonymous", "open", "anonymous"),
        ("anonymous", "", "anonymous"),
        ("private", "open", "private"),
        ("private", "", "private"),
    ],
)
def test_a_wish_counts_within_what_is_allowed(allowed: str, wished: str, settled_as: str) -> None:
    assert settled(allowed, wished) == settled_as  # type: ignore[arg-type]


@given(st.sampled_from(["private", "choice", "anonymous"]), st.text(max_size=15))
def test_nothing_but_the_word_for_it_shows_a_name(allowed: str, wished: str) -> None:
    settled_as = settled(allowed, wished)  # type: ignore[arg-type]
    assert seen_by(settled_as) != "open" or wished in ("open", "open-intention")


@given(st.sampled_from(["open", "private", "choice", "anonymous"]), st.text(max_size=15))
def test_an_intention_is_shown_by_one_word_alone(allowed: str, wished: str) -> None:
    settled_as = settled(allowed, wished)  # type: ignore[arg-type]
    assert settled_as != "open-intention" or wished == "open-intention"


@pytest.mark.parametrize(
    ("wish", "by"),
    [
        ("open", "open"),
        ("open-intention", "open"),
        ("anonymous", "anonymous"),
        ("private", "private"),
    ],
)
def test_who_sees_what_was_wished(wish: Wish, by: str) -> None:
    assert seen_by(wish) == by
