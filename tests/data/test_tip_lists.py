"""Finding tips: by words, by what was saved, as they are typed, by chance."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import tip_lists, tip_marks
from data.store import Store
from data.tips import DAY, Sight, Tip
from tests.data.made import AINO, BEN, HERE, MO, NOW, A, a_tip, sight


async def hosts(store: Store, reader: Sight, **given: object) -> list[str]:
    """Where the found tips lead; how many there are in all is checked along the way."""
    found, total = await tip_lists.find(store, reader, **given)  # type: ignore[arg-type]
    assert len(found) == total
    return [tip.host for tip in found]


def led_to(found: list[Tip]) -> list[str]:
    return [tip.host for tip in found]


async def three(store: Store) -> None:
    await a_tip(store, link="a.org", note="Pivot tables made easy", topics=("excel", "data"))
    await a_tip(store, link="b.org", note="Meetings without tables", topics=("teams",))
    await a_tip(store, link="c.org", note="Cleaning", topics=("excel",), sharer_id=BEN)


@pytest.mark.parametrize(
    ("given", "leading_to"),
    [
        ({}, ["c.org", "b.org", "a.org"]),
        ({"words": "pivot"}, ["a.org"]),
        ({"words": "PIVOT tables"}, ["a.org"]),
        ({"words": "tabl"}, ["b.org", "a.org"]),
        ({"words": "c.org"}, ["c.org"]),
        ({"words": "excel"}, ["c.org", "a.org"]),
        ({"words": "nothing like it"}, []),
        ({"words": "!"}, []),
        ({"words": "%"}, []),
        ({"words": "C.ORG"}, ["c.org"]),
        ({"topic": "excel"}, ["c.org", "a.org"]),
        ({"topic": "exce"}, []),
        ({"by": BEN}, ["c.org"]),
        ({"by": MO}, []),
        ({"topic": "excel", "by": AINO}, ["a.org"]),
        ({"words": "tables", "topic": "teams"}, ["b.org"]),
        ({"words": "tables", "topic": "excel", "by": BEN}, []),
    ],
)
async def test_tips_are_found_by_all_that_is_given(
    store: Store, given: dict[str, object], leading_to: list[str]
) -> None:
    await three(store)
    found = await hosts(store, sight(), **given)
    assert sorted(found) == sorted(leading_to)
    if "words" not in given:
        assert found == leading_to


async def test_a_word_in_the_topics_weighs_more_than_one_in_the_note(store: Store) -> None:
    await a_tip(store, link="a.org", note="About many things", topics=("excel",))
    await a_tip(store, link="b.org", note="Excel is in this one's note")
    assert await hosts(store, sight(), words="excel") == ["a.org", "b.org"]


@pytest.mark.parametrize(
    ("offset", "shown"),
    [
        (0, range(10)),
        (10, range(10, 20)),
        (20, range(20, 25)),
        (25, range(20, 25)),
        (30, range(20, 25)),
        (10**20, range(20, 25)),
        (-10, range(10)),
    ],
)
@pytest.mark.parametrize("given", [{}, {"words": "same"}, {"of": "saved"}])
async def test_past_the_end_is_the_last_page(
    store: Store, given: dict[str, object], offset: int, shown: range
) -> None:
    for number in reversed(range(25)):
        tip = await a_tip(store, link=f"{number}.org", note="same")
        await tip_marks.save(store, A, tip.tip_id, MO, NOW)
    found, total = await tip_lists.find(store, sight(), offset=offset, **given)  # type: ignore[arg-type]
    assert led_to(found) == [f"{number}.org" for number in shown]
    assert total == 25


@pytest.mark.parametrize("words", ["", "same"])
@pytest.mark.parametrize(("made", "ends"), [(0, 0), (1, 1), (10, 10), (20, 10)])
async def test_a_full_last_page_has_no_empty_one_behind(
    store: Store, words: str, made: int, ends: int
) -> None:
    for number in range(made):
        await a_tip(store, link=f"{number}.org", note="same")
    found, total = await tip_lists.find(store, sight(), words=words, offset=made)
    assert (len(found), total) == (ends, made)


# Saved, and mine


async def test_saved_are_newest_by_their_saving(store: Store) -> None:
    made = [await a_tip(store, link=f"{number}.org") for number in range(4)]
    for at, number in enumerate((2, 0, 3)):
        await tip_marks.save(store, A, made[number].tip_id, MO, NOW + at)
    assert await hosts(store, sight(), of="saved") == ["3.org", "0.org", "2.org"]
    # To save again changes nothing; taken off and saved again it comes first.
    await tip_marks.save(store, A, made[2].tip_id, MO, NOW + 10)
    assert await hosts(store, sight(), of="saved") == ["3.org", "0.org", "2.org"]
    await tip_marks.unsave(store, A, made[2].tip_id, MO)
    await tip_marks.save(store, A, made[2].tip_id, MO, NOW + 10)
    assert await hosts(store, sight(), of="saved") == ["2.org", "3.org", "0.org"]
    assert await hosts(store, sight(user=BEN), of="saved") == []


async def test_of_those_saved_in_one_second_the_newer_tip_is_first(store: Store) -> None:
    for number in range(3):
        tip = await a_tip(store, link=f"{number}.org")
        await tip_marks.save(store, A, tip.tip_id, MO, NOW)
    assert await hosts(store, sight(), of="saved") == ["2.org", "1.org", "0.org"]


async def test_saved_and_mine_can_be_searched_too(store: Store) -> None:
    await three(store)
    (newest, *_), _ = await tip_lists.find(store, sight())
    await tip_marks.save(store, A, newest.tip_id, AINO, NOW)
    reader = sight(user=AINO)
    assert await hosts(store, reader, of="mine") == ["b.org", "a.org"]
    assert await hosts(store, reader, of="mine", words="pivot") == ["a.org"]
    assert await hosts(store, reader, of="mine", topic="excel") == ["a.org"]
    assert await hosts(store, reader, of="mine", by=BEN) == []
    assert await hosts(store, reader, of="saved", topic="excel") == ["c.org"]
    assert await hosts(store, reader, of="saved", words="cleaning") == ["c.org"]
    assert await hosts(store, reader, of="saved", words="pivot") == []


# These, suggested, by chance


async def test_these_come_in_the_order_asked_for(store: Store) -> None:
    made = [(await a_tip(store, link=f"{number}.org")).tip_id for number in range(4)]
    asked = [made[2], 99_999, made[0], made[3]]
    assert led_to(await tip_lists.these(store, sight(), asked)) == ["2.org", "0.org", "3.org"]
    assert await tip_lists.these(store, sight(), []) == []


async def test_suggested_are_the_newest_that_hold_what_is_typed(store: Store) -> None:
    for number in range(30):
        await a_tip(store, link=f"{number}.org", note="odd" if number % 2 else "even Evenly")
    newest = [f"{number}.org" for number in reversed(range(30))]
    assert led_to(await tip_lists.suggest(store, sight(), "")) == newest[:25]
    assert led_to(await tip_lists.suggest(store, sight(), "", 3)) == newest[:3]
    assert led_to(await tip_lists.suggest(store, sight(), "od", 2)) == ["29.org", "27.org"]
    assert led_to(await tip_lists.suggest(store, sight(), "evenly", 2)) == ["28.org", "26.org"]
    assert await tip_lists.suggest(store, sight(), "%") == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(), st.integers(0, 12))
@example(-1, 3)
@example(10**30, 0)
async def test_by_chance_it_is_any_older_one(store: Store, number: int, old: int) -> None:
    """And where none is old enough, any at all."""
    async with store.write() as tx:
        await tx.run("DELETE FROM tips")
        await tx.run_many(
            "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at, place_id)"
            " VALUES (?, ?, '', ?, '', ?, ?, ?)",
            [
                (A, str(turn), f"{turn}.org", BEN, NOW - (40 if turn < old else 10) * DAY, HERE)
                for turn in range(12)
            ],
        )
    chosen = await tip_lists.by_chance(store, sight(), "", NOW - 30 * DAY, number)
    assert chosen is not None
    assert chosen.host == f"{number % (old or 12)}.org"


async def test_by_chance_every_one_has_its_turn(store: Store) -> None:
    await three(store)
    seen = set()
    for number in range(7):
        chosen = await tip_lists.by_chance(store, sight(), "", NOW + 1, number)
        assert chosen is not None
        seen.add(chosen.host)
    assert seen == {"a.org", "b.org", "c.org"}
    teams = await tip_lists.by_chance(store, sight(), "teams", NOW + 1, 5)
    assert teams is not None
    assert teams.host == "b.org"


async def test_where_there_is_none_chance_finds_none(store: Store) -> None:
    await three(store)
    assert await tip_lists.by_chance(store, sight(), "none", NOW + 1, 5) is None
    assert await tip_lists.by_chance(store, sight(places=()), "", NOW + 1, 5) is None
    # The moment itself is not before it: then any tip will do, and it does.
    assert await tip_lists.by_chance(store, sight(), "", NOW, 5) is not None
