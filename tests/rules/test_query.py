"""What is typed into a search is words, unless it is plainly something else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.query import MOST, Query, parse

CASES = [
    ("pivot table", Query(words=("pivot", "table"))),
    ("Pivot PIVOT", Query(words=("pivot",))),
    ('"Pivot table" excel', Query(words=("excel",), phrases=(("pivot", "table"),))),
    ("”aamun palaveri”", Query(phrases=(("aamun", "palaveri"),))),
    ("pivot -excel", Query(words=("pivot",), without=(("excel",),))),
    ('pivot -"big table"', Query(words=("pivot",), without=(("big", "table"),))),
    ("topic:Excel pivot", Query(words=("pivot",), topics=("excel",))),
    ('aihe:"etä  työ"', Query(topics=("etä työ",))),
    ("topic:#data", Query(topics=("data",))),
    ("by:<@123456789012345678>", Query(by=(123456789012345678,))),
    ("kuka:<@!77>", Query(by=(77,))),
    ("by:123456", Query(by=(123456,))),
    ("by:me", Query(by_me=True)),
    ("kuka:minä", Query(by_me=True)),
    ("kind:tip", Query(sorts=frozenset({"tip"}))),
    ("laji:vastaus pivot", Query(words=("pivot",), sorts=frozenset({"answer"}))),
    # What only looks like one of these.
    ("by:aino", Query(words=("by", "aino"))),
    ("kind:banana", Query(words=("kind", "banana"))),
    ("topic:", Query(words=("topic",))),
    ("title:pivot", Query(words=("title", "pivot"))),
    ("https://a.org/b", Query(words=("https", "a", "org", "b"))),
    ("API:n käyttö", Query(words=("api", "käyttö"))),
    ("team's notes", Query(words=("team", "notes"))),
    ("etä-työ", Query(words=("etä", "työ"))),
    ("-topic:excel pivot", Query(words=("pivot",), without=(("topic", "excel"),))),
    ("-pivot", Query(words=("pivot",))),
    ("- pivot", Query(words=("pivot",))),
    ('"pivot', Query(words=("pivot",))),
    ("pivot OR NOT (chart*)", Query(words=("pivot", "or", "not", "chart"))),
    ("", Query()),
    ('"" -"" topic:"" !?', Query(words=("topic",))),
]


@pytest.mark.parametrize(("typed", "wanted"), CASES)
def test_what_is_typed(typed: str, wanted: Query) -> None:
    assert parse(typed) == wanted


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("how do I merge cells", ("merge", "cells")),
        ("miten yhdistän solut", ("yhdistän", "solut")),
        ("to be or not to be", ("to", "be", "or", "not")),
        ('the "pivot table"', ()),
    ],
)
def test_what_has_to_be_there(typed: str, content: tuple[str, ...]) -> None:
    assert parse(typed).content == content


MARKS = st.text('"”“-:<>@#*()^{}+ \n\x00aäbykindtopic019', max_size=60)


@given(st.text(max_size=90) | MARKS)
@example("\ud800")
@example("-" * 90)
@example('"' * 90)
@example("by:" * 30)
@example("by:99999999999999999999")
@example("by:<@9999999999999999999>")
@example("a -" * 40)
@example(" ".join(f"topic:{number}" for number in range(30)))
def test_there_is_no_wrong_query(typed: str) -> None:
    query = parse(typed)
    assert all(len(part) <= MOST for part in (query.words, query.phrases, query.without))
    assert all(0 <= one < 2**63 for one in query.by)
    every = [*query.words, *(one for some in (*query.phrases, *query.without) for one in some)]
    assert all(one and '"' not in one and " " not in one for one in every)
    # Nothing left out, where there is nothing to leave it out of.
    assert not query.without or query.text or query.narrowed
