"""The parts of cards, forms and buttons that need no Discord."""

from typing import Any

import discord
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.router import Press, Router, _fields, number
from bot.ui import Buttons, Card, button, component_id, last_page, page_of, pager, picks

LARGEST_ID = 2**63 - 1
"""What SQLite's integers, and Discord's ids, hold at most."""

hostile = settings(deadline=None, max_examples=150)


def contents(card: Card) -> list[Any]:
    (frame,) = card.to_components()
    return [
        part.get("content") or [item.get("custom_id") for item in part["components"]]
        for part in frame["components"]
    ]


def test_an_id_is_its_name_and_arguments() -> None:
    assert component_id("tip.page", 2, 7, "excel") == "tip.page:2:7:excel"
    assert component_id("setup.role") == "setup.role"


def test_an_id_has_at_most_a_hundred_characters() -> None:
    assert len(component_id("x", "a" * 98)) == 100
    with pytest.raises(ValueError, match="100"):
        component_id("x", "a" * 99)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1", 1),
        (" 12 ", 12),
        ("007", 7),
        (str(LARGEST_ID), LARGEST_ID),
        ("", 0),
        ("0", 0),
        ("-1", 0),
        ("+1", 0),
        ("1.0", 0),
        ("1e3", 0),
        ("0x10", 0),
        ("1_000", 0),
        ("1 2", 0),
        ("²", 0),
        ("٣", 0),
        ("１", 0),
        ("1\x00", 0),
        ("None", 0),
        ("1; DROP TABLE tips", 0),
        ("9" * 5_000, 0),
        (str(LARGEST_ID + 1), 0),
        ("9" * 19, 0),
    ],
)
def test_an_id_from_outside_is_a_number_or_nothing(typed: str, read: int) -> None:
    assert number(typed) == read
    assert Press(args=(typed,)).number() == read


def test_an_argument_that_is_not_there_is_nothing() -> None:
    assert Press().number() == 0
    assert Press(args=("1",)).number(1) == 0


@hostile
@given(st.text(max_size=30) | st.text("0123456789", max_size=25))
def test_whatever_comes_is_an_id_the_database_can_look_up(typed: str) -> None:
    assert 0 <= number(typed) <= LARGEST_ID


@pytest.mark.parametrize(
    ("count", "page", "shown", "lands_on", "pages"),
    [
        (0, 0, [], 0, 1),
        (0, 5, [], 0, 1),
        (1, 0, [0], 0, 1),
        (10, 0, list(range(10)), 0, 1),
        (11, 0, list(range(10)), 0, 2),
        (11, 1, [10], 1, 2),
        (11, 2, [10], 1, 2),
        (11, 10**18, [10], 1, 2),
        (11, -1, list(range(10)), 0, 2),
        (20, 1, list(range(10, 20)), 1, 2),
    ],
)
def test_a_page_is_brought_into_range(
    count: int, page: int, shown: list[int], lands_on: int, pages: int
) -> None:
    assert page_of(range(count), page) == (
        range(shown[0], shown[-1] + 1) if shown else range(0),
        lands_on,
        pages,
    )


@given(st.integers(0, 60), st.integers(1, 12))
def test_the_pages_together_are_the_whole(count: int, size: int) -> None:
    items = list(range(count))
    pages = page_of(items, 0, size)[2]
    assert [item for page in range(pages) for item in page_of(items, page, size)[0]] == items


@pytest.mark.parametrize(
    ("count", "last"), [(0, 0), (1, 0), (10, 0), (11, 1), (20, 1), (21, 2), (1_000, 99)]
)
def test_the_last_page_is_the_one_of_the_last_line(count: int, last: int) -> None:
    assert last_page(count) == last
    assert page_of(range(count), 10**9)[1] == last


def test_one_page_has_no_pager() -> None:
    assert pager(0, 1, "tip.page") == []


@pytest.mark.parametrize(
    ("page", "back", "on"), [(0, True, False), (1, False, False), (2, False, True)]
)
def test_the_pager_ends_at_both_ends(page: int, back: bool, on: bool) -> None:
    before, middle, after = pager(page, 3, "tip.page", 7, "excel", kept="two: words")
    assert (before.disabled, middle.disabled, after.disabled) == (back, True, on)
    assert before.custom_id == f"tip.page:{page - 1}:7:excel"
    assert after.custom_id == f"tip.page:{page + 1}:7:excel"
    assert middle.label == f"{page + 1}/3"
    ids = {before.custom_id, middle.custom_id, after.custom_id}
    assert len(ids) == 3
    assert middle.custom_id == "kept:two: words"


@hostile
@given(st.text(max_size=20), st.lists(st.tuples(st.integers(1, LARGEST_ID), st.text(max_size=150))))
@example("", [(1, "")])
@example("", [(1, " \n ")])
@example("a", [(one, "a" * 200) for one in range(1, 60)])
def test_an_autocomplete_is_one_discord_takes(typed: str, named: list[tuple[int, str]]) -> None:
    found = picks(typed, named)
    assert len(found) <= 25
    for choice in found:
        assert 1 <= len(choice.name) <= 100
        assert choice.name.strip()
        assert 1 <= len(choice.value) <= 100
        assert number(choice.value) == int(choice.value)


def test_an_autocomplete_finds_what_holds_the_words() -> None:
    named = [(1, "What did\nyou learn?"), (2, "ÄITI"), (3, "Learning")]
    assert [choice.value for choice in picks(" LEARN ", named)] == ["1", "3"]
    assert [choice.value for choice in picks("äiti", named)] == ["2"]
    assert [choice.value for choice in picks("", named)] == ["1", "2", "3"]
    assert picks("did  YOU", named)[0].name == "What did you learn?"


@pytest.mark.parametrize(
    ("components", "fields"),
    [
        ([], {}),
        (
            [{"type": 18, "component": {"type": 4, "custom_id": "note", "value": "a"}}],
            {"note": "a"},
        ),
        (
            [{"type": 18, "component": {"type": 4, "custom_id": "note", "value": None}}],
            {"note": ""},
        ),
        (
            [{"type": 18, "component": {"type": 3, "custom_id": "who", "values": ["x"]}}],
            {"who": "x"},
        ),
        ([{"type": 18, "component": {"type": 3, "custom_id": "who", "values": []}}], {}),
        (
            [{"type": 1, "components": [{"type": 4, "custom_id": "note", "value": "a"}]}],
            {"note": "a"},
        ),
        ([{"type": 10, "id": 1}], {}),
        (
            [
                {"type": 18, "component": {"type": 4, "custom_id": "a", "value": "1"}},
                {"type": 1, "components": [{"type": 4, "custom_id": "b", "value": "2"}]},
            ],
            {"a": "1", "b": "2"},
        ),
    ],
)
def test_a_forms_fields_are_read_however_they_are_wrapped(
    components: list[dict[str, Any]], fields: dict[str, str]
) -> None:
    assert _fields(components) == fields


def test_a_name_is_answered_once() -> None:
    async def answer(*_: object) -> None:
        """Never asked."""

    router = Router()
    router.add("go", answer)
    with pytest.raises(ValueError, match="go"):
        router.add("go", answer)
    router.remove("go")
    router.add("go", answer)


async def test_a_card_holds_its_texts_and_rows() -> None:
    card = Card("one", [button("Go", "go", 1)], "two", colour=discord.Colour(1))
    assert contents(card) == ["one", ["go:1"], "two"]


async def test_a_card_leaves_out_what_is_empty() -> None:
    """Discord takes no empty text and no empty row."""
    card = Card("one", "", [], "two", colour=discord.Colour(1))
    assert contents(card) == ["one", "two"]


async def test_discord_py_keeps_no_copy_of_what_the_router_answers() -> None:
    for view in (Card("one", colour=discord.Colour(1)), Buttons(button("Go", "go"))):
        assert view.is_finished()
        assert view.timeout is None
