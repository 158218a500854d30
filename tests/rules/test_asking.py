"""Which earlier questions are shown, and how one text becomes a question."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.questions.rules import SIMILAR, TITLE_LONGEST, nearest, title_and_details


def question(number: int, state: str, outdated: int | None = None) -> Any:
    return SimpleNamespace(question_id=number, state=state, outdated_at=outdated)


def test_solved_ones_come_first_and_old_ones_last() -> None:
    found = [
        question(1, "open"),
        question(2, "solved", 5),
        question(3, "closed"),
        question(4, "solved"),
        question(5, "open"),
    ]
    assert [one.question_id for one in nearest(found)] == [4, 2, 1, 5]
    assert [one.question_id for one in nearest(found, but=4)] == [2, 1, 5]


def test_a_solved_one_that_hardly_fits_takes_nobodys_place() -> None:
    found = [question(number, "open") for number in range(1, 11)] + [question(99, "solved")]
    assert [one.question_id for one in nearest(found)] == [1, 2, 3, 4, 5]
    assert len(nearest(found)) == SIMILAR


@pytest.mark.parametrize(
    ("text", "title", "details"),
    [
        ("Why?", "Why?", ""),
        ("  How  do I\tmerge? ", "How do I merge?", ""),
        ("How do I merge?\nTwo of them.", "How do I merge?", "Two of them."),
        ("I have two.\nHow do I merge?", "How do I merge?", "I have two.\nHow do I merge?"),
        (
            "word " * 30 + "now. How do I merge? Why?",
            "Why?",
            ("word " * 30 + "now. How do I merge? Why?").strip(),
        ),
    ],
)
def test_a_text_becomes_a_question(text: str, title: str, details: str) -> None:
    assert title_and_details(text) == (title, details)


def test_one_endless_question_is_cut_in_the_title_alone() -> None:
    text = "word " * 40 + "?"
    title, details = title_and_details(text)
    assert title.endswith("word…")
    assert details == text.strip()


@given(st.text(min_size=1, max_size=300))
@settings(deadline=None)
def test_nothing_that_was_written_is_lost(text: str) -> None:
    title, details = title_and_details(text)
    assert len(title) <= TITLE_LONGEST
    kept = f"{title} {details}".split()
    assert all(word in kept for word in text.split())
