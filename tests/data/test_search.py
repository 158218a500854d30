"""The index: words are words, each community has its own, and what is removed is gone."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import indexing, questions, search, tip_lists
from data.store import Store
from tests.data.made import A, B, a_question, a_tip, sight


async def put(store: Store, item: int, body: str, title: str = "", guild: int = A) -> None:
    async with store.write() as tx:
        await indexing.put(tx, guild, "tip", item, title, body)


async def find(store: Store, words: str, guild: int = A) -> list[int]:
    return await search.find(store, guild, "tip", words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pivot", True),
        ("Pivot TABLE", True),
        ("table pivot", True),
        ("tab", True),
        # Where nothing holds all of it, what holds much of it is near enough.
        ("pivot chart", True),
        ("chart", False),
        ("table-pivot", True),
        ("", False),
        ("   ", False),
        ("!?…", False),
        ("pivot !!!", True),
        # Nothing is an operator.
        ("NEAR chart", False),
        ("table OR chart", True),
        # But "not" and "and" say so little that they need not be there.
        ("NOT pivot", True),
        ("pivot AND table", True),
        ("not", False),
        ("or", True),
        ('"pivot"', True),
        ('"', False),
        ('pivot"', True),
        ("title:chart", False),
        ("body : chart", False),
        ("{body}: chart", False),
        ("pivot*", True),
        ("*", False),
        ("^pivot", True),
        ("NEAR(chart)", False),
        ("NEAR(pivot table)", True),
        ("(pivot", True),
        ("-pivot", True),
        ("chart; DROP INDEX documents", False),
        # The words that keep communities apart cannot be searched for.
        (f"g{A}", False),
        ("ktip", False),
        ("scope:ktip", False),
        ("_", False),
        ("pivot _", True),
    ],
)
async def test_what_is_typed_is_words(store: Store, words: str, found: bool) -> None:
    await put(store, 1, "A pivot table, or two")
    assert await find(store, words) == ([1] if found else [])


@settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.text(max_size=60)
    | st.text("\"'*^:(){}[]+-_.,\\ \x00\n", max_size=30)
    | st.lists(
        st.sampled_from(['"', "AND", "OR", "NOT", "NEAR", "(", ")", "*", "a", "^", ":"])
    ).map(" ".join)
)
@example("a " * 2_000)
@example("a" * 50_000)
@example("\ud800")
@example("𞤀 𐍈 ㍿ ﷺ")
@example("²")
async def test_no_words_are_an_error(store: Store, words: str) -> None:
    assert isinstance(await find(store, words), list)
    assert await search.newest(store, A, "tip", words) == []
    assert await tip_lists.find(store, sight(), words=words) == ([], 0)
    assert await tip_lists.suggest(store, sight(), words) == []


@pytest.mark.parametrize(
    ("body", "words", "found"),
    [
        ("Äidin pöytä", "äidin", True),
        ("Äidin pöytä", "PÖYTÄ", True),
        ("Äidin pöytä", "poyta", False),
        ("poyta", "pöytä", False),
        ("hän", "han", False),
        ("pöytä", "po\u0308yta\u0308", True),
        ("naïve café", "café", True),
        ("日本語", "日本語", True),
        ("Straße", "straße", True),
    ],
)
async def test_letters_are_their_own(store: Store, body: str, words: str, found: bool) -> None:
    await put(store, 1, body)
    assert bool(await find(store, words)) is found


async def test_a_title_weighs_more_and_the_newer_comes_first(store: Store) -> None:
    await put(store, 1, "excel")
    await put(store, 2, "excel")
    await put(store, 3, "other", title="excel")
    assert await find(store, "excel") == [3, 2, 1]
    assert await search.find(store, A, "tip", "excel", limit=1) == [3]


async def test_while_typing_the_newest_come_first(store: Store) -> None:
    for number in (1, 2, 3, 4):
        title = "excel" if number == 1 else ""
        await put(store, number, "excel" if number != 3 else "other", title)
    await put(store, 9, "excel", guild=B)
    async with store.write() as tx:
        await indexing.put(tx, A, "question", 7, "excel", "")
    assert await search.newest(store, A, "tip", "exc") == [4, 2, 1]
    assert await search.newest(store, A, "tip", "exc", limit=2) == [4, 2]
    assert await search.newest(store, A, "tip", "exc other") == []
    assert await search.newest(store, A, "tip", "!") == []
    # What is written anew keeps its place, what is put anew does not.
    async with store.write() as tx:
        await indexing.rewrite(tx, A, "tip", [(2, "", "excel again"), (8, "", "excel")])
    assert await search.newest(store, A, "tip", "exc") == [4, 2, 1]
    await put(store, 1, "excel")
    assert await search.newest(store, A, "tip", "exc") == [1, 4, 2]


async def test_what_is_put_again_replaces_what_there_was(store: Store) -> None:
    await put(store, 1, "first words")
    await put(store, 1, "second thoughts")
    assert await find(store, "first") == []
    assert await find(store, "thoughts") == [1]
    rows = await store.read("SELECT count(*) AS n FROM documents")
    assert rows[0]["n"] == 1


async def test_what_is_removed_is_not_found_from_then_on(store: Store) -> None:
    await put(store, 1, "pivot")
    await put(store, 2, "pivot")
    async with store.write() as tx:
        await indexing.remove(tx, A, "tip", [1, 99])
    assert await find(store, "pivot") == [2]


async def test_one_community_does_not_find_anothers(store: Store) -> None:
    await put(store, 1, "pivot", guild=A)
    await put(store, 1, "pivot", guild=B)
    await put(store, 2, f"g{A} pivot", guild=B)
    async with store.write() as tx:
        await indexing.remove(tx, A, "tip", [2])
    assert await find(store, "pivot", A) == [1]
    assert sorted(await find(store, "pivot", B)) == [1, 2]
    # An id that begins like another one is another one.
    assert await find(store, "pivot", A // 10) == []
    assert await find(store, "pivot", A * 10) == []


async def test_kinds_do_not_mix(store: Store) -> None:
    tip = await a_tip(store, note="pivot")
    question = await a_question(store, title="pivot")
    assert await search.find(store, A, "tip", "pivot") == [tip.tip_id]
    assert await search.find(store, A, "question", "pivot") == [question.question_id]
    await questions.remove(store, A, question.question_id)
    assert await search.find(store, A, "question", "pivot") == []
    assert await search.find(store, A, "tip", "pivot") == [tip.tip_id]


async def test_a_write_that_fails_leaves_the_index_as_it_was(store: Store) -> None:
    await put(store, 1, "pivot")

    async def broken() -> None:
        async with store.write() as tx:
            await indexing.remove(tx, A, "tip", [1])
            await indexing.put(tx, A, "tip", 2, "", "pivot")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await broken()
    assert await find(store, "pivot") == [1]


async def test_the_index_agrees_with_what_it_indexes(store: Store) -> None:
    for number in range(30):
        await put(store, number % 7, f"word{number} same")
    async with store.write() as tx:
        await indexing.remove(tx, A, "tip", [3, 4])
        await tx.run("INSERT INTO documents_index (documents_index) VALUES ('integrity-check')")
    assert sorted(await find(store, "same")) == [0, 1, 2, 5, 6]
