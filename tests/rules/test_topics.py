"""Topics as they are typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.topics import LONGEST, MOST, problem, read, read_one


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        (None, ()),
        ("", ()),
        ("  ", ()),
        (" , ,, # ,", ()),
        ("excel", ("excel",)),
        ("Excel", ("excel",)),
        ("#excel", ("excel",)),
        ("excel, teams", ("excel", "teams")),
        ("excel; teams\noutlook", ("excel", "teams", "outlook")),
        ("#excel #teams", ("excel", "teams")),
        ("#excel, #teams", ("excel", "teams")),
        ("power bi", ("power bi",)),
        ("  power   bi  ", ("power bi",)),
        ("power bi, excel", ("power bi", "excel")),
        ("#power bi", ("power bi",)),
        ("Excel, excel, EXCEL", ("excel",)),
        ("ÄÄKKÖSET", ("ääkköset",)),
        ("c#", ("c#",)),
        ("a,\t#b", ("a", "b")),
        ("a\u200bb", ("ab",)),
        ("a" * LONGEST, ("a" * LONGEST,)),
        ("1,2,3,4,5,6", ("1", "2", "3", "4", "5", "6")),
    ],
)
def test_topics_are_read(typed: str | None, topics: tuple[str, ...]) -> None:
    assert read(typed) == topics


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", None),
        ("a, " + "b" * LONGEST, None),
        ("a, " + "b" * (LONGEST + 1), ("topic-too-long", LONGEST)),
        (",".join("abcde"), None),
        (",".join("abcdef"), ("topics-too-many", MOST)),
    ],
)
def test_what_is_wrong_is_told(typed: str, told: tuple[str, int] | None) -> None:
    assert problem(read(typed)) == told


@pytest.mark.parametrize(
    ("typed", "topic"),
    [(None, ""), ("", ""), ("#Excel", "excel"), ("b, a", "b"), ("b" * 99, "b" * LONGEST)],
)
def test_one_topic_is_looked_for(typed: str | None, topic: str) -> None:
    assert read_one(typed) == topic


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=80) | st.text("#,;\n\t aAä", max_size=40))
def test_what_was_read_reads_the_same_again(typed: str) -> None:
    found = read(typed)
    assert read(", ".join(found)) == found
    assert len(set(found)) == len(found)
    for topic in found:
        assert topic == " ".join(topic.split())
        assert topic
        assert not topic.startswith("#")
