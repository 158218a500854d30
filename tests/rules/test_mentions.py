"""Which mentions ask, and what."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.mentions import mentioned, question_in, without_topics

US = "<@1>"


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"{US} how do I merge?", "how do I merge?"),
        ("<@!1> how do I merge?", "how do I merge?"),
        (f"{US}: miksi?", "miksi?"),
        (f"{US} – miksi näin?!", "miksi näin?!"),
        (f"How do I merge? {US}", "How do I merge?"),
        (f"{US} how? #excel #teams", "how? #excel #teams"),
        (f"{US} (really?)", "(really?)"),
        (f"{US} **why?**", "**why?**"),
        (f"{US} why？", "why？"),
        (f"{US} two lines\nand why?", "two lines\nand why?"),
        (f"{US} does https://a.example/b?c=1 work?", "does https://a.example/b?c=1 work?"),
        (f"{US} <@2> how?", "how?"),
        (f"{US} why? https://a.example", "why? https://a.example"),
    ],
)
def test_these_ask(text: str, asked: str) -> None:
    assert mentioned(text, 1)
    assert question_in(text, 1) == asked


@pytest.mark.parametrize(
    "text",
    [
        f"{US} hello",
        f"{US} ?",
        f"{US} ???",
        f"{US} why? Because.",
        f"is {US} any good?",
        "is this any good?",
        "<@2> is this any good?",
        f"{US} https://a.example/b?",
        f"{US} https://a.example/b?c=1",
        f"{US} look at https://a.example/b?c",
        "",
    ],
)
def test_these_do_not(text: str) -> None:
    assert question_in(text, 1) is None


@given(st.text("<@1>?! #a\n:/.", max_size=60))
@settings(deadline=None)
def test_whatever_is_written_there_is_one_answer(text: str) -> None:
    asked = question_in(text, 1)
    if asked is not None:
        assert mentioned(text, 1)
        assert "?" in asked
        assert "<@1>" not in asked


@pytest.mark.parametrize("part", [" ", "?", "?)", US, "<", " \n", "a?", ")", "#a ", "https://a"])
def test_no_message_takes_long(part: str) -> None:
    text = part * (4000 // len(part))
    begun = time.perf_counter()
    for one in (text, US + text, text + US, f"{US} a{text}x"):
        question_in(one, 1)
    assert time.perf_counter() - begun < 1


def test_topics_are_told_apart() -> None:
    assert without_topics("a #bb c\n#dd\ne") == ("a c\n\ne", "bb, dd")
    assert without_topics("a  b") == ("a  b", "")
