"""Who sees a reflection, and whose a card in the thread is."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from discord import components
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.i18n import LANGUAGES
from bot.ui import Card
from cogs.reflections.rules import Wish, offered, seen_by, settled
from cogs.reflections.ui import reflection_card, writer_of
from cogs.reflections.views import anonymous_card
from data.anonymous import Answer
from data.reflections import Reflection

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


def as_message(card: Card) -> Any:
    """What comes back from Discord, as far as it is looked at."""
    shown = [components._component_factory(cast("Any", one)) for one in card.to_components()]
    return SimpleNamespace(components=shown)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(text=st.text("<@5>\\\n💭 *x", min_size=1, max_size=30))
@example(text="💭 <@5>")
@example(text="\n💭 <@5>\n")
def test_a_card_tells_whose_it_is_whatever_is_written(language: Any, text: str) -> None:
    own = Reflection(1, 2, 3, 77, text, "open", 0, None, None, text, 1, "", None, "")
    assert writer_of(as_message(reflection_card(own, language))) == 77
    unnamed = Answer(1, 2, 3, b"", text, text, "", 3, "shown", None, None, "", 0)
    assert writer_of(as_message(anonymous_card(unnamed, language))) is None
