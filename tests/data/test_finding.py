"""What is found, in which order: words in all their forms, then what is near to them."""

import pytest

from data import found, indexing, matching, query, search, synonyms, tip_marks, tips
from data.store import Reading, Store
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    A,
    B,
    a_question,
    a_tip,
    answered,
    sight,
)


async def put(store: Store, *bodies: str, guild: int = A) -> None:
    async with store.write() as tx:
        for number, body in enumerate(bodies, 1):
            title, _, rest = body.rpartition(" | ")
            await indexing.put(tx, guild, "tip", number, title, rest)


async def find(store: Store, typed: str, guild: int = A) -> list[int]:
    return await search.find(store, guild, "tip", typed)


@pytest.mark.parametrize(
    ("body", "typed"),
    [
        # Forms, of words in the dictionaries and of others.
        ("Kokeilimme palavereja", "palaveri"),
        ("Ihmisten kesken", "ihminen"),
        ("We planned it", "planning"),
        ("Figmalla piirretty", "figma"),
        ("Vain Excel", "excelissä"),
        # Beginnings and kin.
        ("Accessibility of documents", "accessible"),
        ("Palaveri", "pala"),
        # Compounds, from either side.
        ("Salasananhallintaohjelma käyttöön", "salasana"),
        ("Salasananhallintaohjelma käyttöön", "hallinta"),
        ("Kokousten muistiot", "kokousmuistio"),
        ("Etä-työ", "etätyö"),
        # Slips of the finger.
        ("Taulukkolaskenta", "taulukkolaksenta"),
        ("Excel", "exel"),
        # The other language, by the list a community begins with.
        ("Salasana vaihtui", "password"),
        ("Remote work at last", "etätyö"),
        ("Etätyö onnistuu", "remote work"),
    ],
)
async def test_it_is_found(store: Store, body: str, typed: str) -> None:
    await put(store, "Something else", body)
    assert await find(store, typed) == [2]
    assert await search.find(store, B, "tip", typed) == []
    assert await search.find(store, A, "question", typed) == []


@pytest.mark.parametrize(
    ("bodies", "typed", "order"),
    [
        # The title first, then the words themselves, then what is near to them.
        (["excel here", "excel | there", "nothing"], "excel", [2, 1]),
        (["salasananhallinta", "salasana", "exel"], "salasana", [2, 1]),
        (["salasanakone", "salasana vai ei"], "salasana", [2, 1]),
        # Both words before one of them, side by side before apart.
        (["pivot it and then a table", "a pivot table for it all"], "pivot table", [2, 1]),
        (["pivot", "unrelated", "pivot table"], "pivot table", [3]),
        (["how to do it", "how to merge cells"], "how to merge", [2]),
        # What holds much of it, where nothing holds all.
        (["merge cells", "apples"], "merge cells quickly", [1]),
    ],
)
async def test_the_order(store: Store, bodies: list[str], typed: str, order: list[int]) -> None:
    await put(store, *bodies)
    assert await find(store, typed) == order


async def test_phrases_and_what_is_left_out(store: Store) -> None:
    await put(store, "a pivot table", "a table to pivot", "pivot tables in excel")
    assert sorted(await find(store, '"pivot table"')) == [1, 3]
    assert await find(store, '"pivot tables" -excel') == [1]
    assert sorted(await find(store, 'pivot -"pivot table"')) == [2]
    # A phrase has nothing near it.
    assert await find(store, '"pivto"') == []


async def test_what_helped_is_solved_or_new_comes_first(store: Store) -> None:
    old = await a_tip(store, link="a.org", note="pivot", shared_at=NOW - 400 * 86_400)
    new = await a_tip(store, link="b.org", note="pivot")
    worn = await a_tip(store, link="c.org", note="pivot")
    await tips.mark(store, A, worn.tip_id, "outdated_at", NOW)
    assert await find(store, "pivot") == [new.tip_id, old.tip_id, worn.tip_id]
    for who in (AINO, BEN, MO):
        await tip_marks.thank(store, A, old.tip_id, who, NOW)
    assert await find(store, "pivot") == [old.tip_id, new.tip_id, worn.tip_id]
    open_one = await a_question(store, title="pivot")
    solved = await a_question(store, title="pivot")
    later = await a_question(store, title="pivot")
    await answered(store, solved, 5, BEN, "")
    ids = await search.find(store, A, "question", "pivot")
    assert ids == [solved.question_id, later.question_id, open_one.question_id]


async def test_it_is_narrowed_to_topics_people_and_kinds(store: Store) -> None:
    one = await a_tip(store, link="a.org", note="pivot", topics=("excel", "etä työ"))
    two = await a_tip(store, link="b.org", note="pivot", sharer_id=BEN)
    asked = await a_question(store, title="pivot", topics=("excel",), asker=BEN)
    await answered(store, asked, 5, AINO, "")

    async def hits(typed: str) -> list[tuple[str, int]]:
        wanted = query.parse(typed)
        found_ones = [
            *await search.hits(store, A, "tip", wanted, reader=BEN),
            *await search.hits(store, A, "question", wanted, reader=BEN),
        ]
        return [(hit.kind, hit.item_id) for hit in found_ones]

    tip_one, tip_two = ("tip", one.tip_id), ("tip", two.tip_id)
    question = ("question", asked.question_id)
    assert await hits("pivot topic:Excel") == [tip_one, question]
    assert await hits('aihe:"etä työ" aihe:excel') == [tip_one]
    assert await hits(f"pivot by:<@{BEN}>") == [tip_two, question]
    assert await hits("by:me") == [tip_two, question]
    # An accepted answer is by who gave it.
    assert await hits(f"by:{AINO}") == [tip_one, question]
    assert await hits("kind:tip pivot") == [tip_two, tip_one]
    assert await hits("kind:answer") == [question]
    assert await hits("kind:answer -pivot") == []
    assert await hits("topic:nothing") == []


async def test_similar_questions_hold_much_of_it_in_any_words(store: Store) -> None:
    cells = await a_question(store, title="How do I merge cells?", details="In Excel.")
    await a_question(store, title="Where is the coffee?")
    finnish = await a_question(store, title="Miten yhdistän kaksi kalenteria?")
    same = "question"
    assert await search.similar(store, A, same, "merging two cells in a sheet") == [
        cells.question_id
    ]
    assert await search.similar(store, A, same, "kalenterien yhdistäminen") == [finnish.question_id]
    # What they share besides small words is nothing.
    assert await search.similar(store, A, same, "Miten numeroin matkalaskut?") == []
    assert await search.similar(store, A, same, "How do I number travel invoices?") == []
    assert await search.similar(store, A, same, "") == []
    assert await search.similar(store, A, same, '"*^ AND') == []
    assert await search.similar(store, B, same, "merge cells") == []


async def test_a_word_that_very_many_have_finds_titles_and_the_newest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_SCORED", 2)
    monkeypatch.setattr(search, "_BROAD", 3)
    await put(store, "pivot | x", *["y | pivot"] * 5)
    ids = await find(store, "pivot")
    assert ids[0] == 1
    assert sorted(ids) == [1, 2, 3, 4, 5, 6]


async def test_where_all_words_are_common_the_one_that_holds_them_together_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_SCORED", 3)
    monkeypatch.setattr(search, "_OF_EACH", 2)
    monkeypatch.setattr(search, "_COUNTED", 2)
    await put(store, "pivot table lookup", *["pivot", "table", "lookup"] * 9)
    assert (await search.similar(store, A, "tip", "a lookup in the pivot table"))[0] == 1


async def test_the_best_come_first_also_when_few_are_wanted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_SCORED", 4)
    await put(store, "pivot | x", *["y | pivot"] * 9)
    found = await search.find(store, A, "tip", "pivot", 2)
    assert found[0] == 1
    assert len(found) == 2


async def test_how_many_documents_hold_a_word_is_estimated_where_they_are_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_COUNTED", 3)
    await put(store, "pivot table", *["pivot", "pivot", "pivot", "pivot lookup"] * 10)
    terms = [matching.exact(one) for one in ("pivot", "lookup", "table", "budget")]

    async def count(here: Reading) -> None:
        await search._Search(here, A, "tip", {})._count(terms)

    await store.reading(count)
    # Every fourth has "lookup", so the third last of ten is found after nine of forty-one.
    assert [one.documents for one in terms] == [41, 14, 1, 0]
    # Changed, the oldest item is the newest document, and hardly anything else changes.
    await put(store, "pivot table")
    await store.reading(count)
    assert [one.documents for one in terms] == [41, 13, 1, 0]


async def test_while_typing_the_end_of_a_word_may_be_missing(store: Store) -> None:
    await put(store, "Viikon palaverissa", "Palaute")
    for typed in ("pal", "palav", "palaveri", "palaveris", "palaverissa", "viikon palav"):
        assert 1 in await search.newest(store, A, "tip", typed), typed
    assert await search.newest(store, A, "tip", "palaveris") == [1]


async def test_a_community_has_synonyms_of_its_own(store: Store) -> None:
    await put(store, "knitting needles")
    await put(store, "knitting needles", guild=B)
    assert not await synonyms.undoable(store, A)
    assert not await synonyms.undo(store, A)
    await synonyms.change(store, A, "neuloa = knit\npuikko = needle = kudin\nalone\n = \n")
    assert await find(store, "neulominen puikot") == [1]
    assert await find(store, "kutimet") == [1]
    assert await find(store, "neuloa", guild=B) == []
    await synonyms.change(store, A, "neuloa = knit\npuikko = needle = kudin\nalone\n = \n")
    assert await synonyms.undo(store, A)
    assert await synonyms.text(store, A) == synonyms.STARTING
    assert await synonyms.undo(store, A)
    assert await find(store, "neuloa") == [1]
    await synonyms.change(store, A, "x" * 5_000)
    assert len(await synonyms.text(store, A)) == synonyms.LONGEST


def test_the_starting_list_has_two_names_on_each_line() -> None:
    assert len(synonyms.groups(synonyms.STARTING)) == len(synonyms.STARTING.splitlines())


async def test_pages_hold_what_the_reader_may_see(store: Store) -> None:
    for number in range(4):
        place = HERE if number % 2 else THERE
        await a_tip(store, link=f"{number}.org", note="pivot", place=place)
        await a_question(store, title="pivot?", place=place, thread=500 + 10 * number)
    await a_question(store, title="pivot, never posted")
    reader = sight(places=(HERE,))
    page = await found.find(store, reader, (HERE,), query.parse("pivot"), 3)
    assert (len(page.things), page.total, page.offset, page.exact) == (3, 4, 0, True)
    last = await found.find(store, reader, (HERE,), query.parse("pivot"), 3, 99)
    assert (len(last.things), last.offset) == (1, 3)
    assert (await found.find(store, reader, (), query.parse("pivot"), 3)).total == 2
    assert (await found.find(store, sight(B), (HERE,), query.parse("pivot"), 3)).total == 0
    near = await found.find(store, reader, (HERE,), query.parse("pivto"), 3)
    assert (near.total, near.exact) == (4, False)


async def test_tidied_the_index_is_of_few_pieces_and_holds_the_same(store: Store) -> None:
    for number in range(40):
        async with store.write() as tx:
            await indexing.put(tx, A, "tip", number, "pivot", f"table {number}")

    async def pieces() -> int:
        (row,) = await store.read("SELECT count(DISTINCT segid) AS n FROM documents_index_idx")
        return int(row["n"])

    before, found = await pieces(), await find(store, "pivot")
    await indexing.tidy(store)
    assert await pieces() < 3 < before
    assert await find(store, "pivot") == found
