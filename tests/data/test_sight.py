"""Who sees which tips: readers of a place, and sharers their own."""

import pytest

from data import tip_lists, tip_marks, tips, topics
from data.store import Store
from data.tips import Gone, Sight, Tip
from tests.data.made import AINO, BEN, HERE, MO, NOW, THERE, A, B, a_tip, sight


async def hosts(store: Store, reader: Sight, **asked: object) -> list[str]:
    """Where the found tips lead; how many there are in all is checked along the way."""
    found, total = await tip_lists.find(store, reader, **asked)  # type: ignore[arg-type]
    assert len(found) == total
    return [tip.host for tip in found]


def led_to(found: list[Tip]) -> list[str]:
    return [tip.host for tip in found]


async def all_over(store: Store) -> None:
    """Ben shares in every kind of place, each time with the place's own topic; Mo saves it all."""
    for place, name in ((HERE, "here"), (THERE, "there"), (A, "everybody"), (None, "nobody")):
        asked = {"note": "same", "topics": ("shared", name), "sharer_id": BEN}
        tip = await a_tip(store, A, f"{name}.org", place, **asked)
        await tip_marks.save(store, A, tip.tip_id, MO, NOW)
        await tip_marks.save(store, A, tip.tip_id, BEN, NOW)
    await a_tip(store, B, "elsewhere.org", HERE, note="same", topics=("elsewhere",), sharer_id=BEN)


READERS = [
    (Sight(A, MO, ()), []),
    (Sight(A, MO, (HERE,)), ["here"]),
    (Sight(A, MO, (THERE, HERE)), ["here", "there"]),
    (Sight(A, MO, (A,)), ["everybody"]),
    (Sight(A, MO, (A, HERE, THERE)), ["everybody", "here", "there"]),
    (Sight(A, MO, (B, 99)), []),
    # Sharers always see their own, also what was never posted.
    (Sight(A, BEN, ()), ["everybody", "here", "nobody", "there"]),
    (Sight(B, MO, (HERE, THERE, A)), ["elsewhere"]),
    (Sight(B, MO, (THERE, A)), []),
]


@pytest.mark.parametrize(("reader", "names"), READERS)
async def test_a_reader_sees_their_places_and_their_own(
    store: Store, reader: Sight, names: list[str]
) -> None:
    await all_over(store)
    seen = [f"{name}.org" for name in names]
    for asked in ({}, {"words": "same"}, {"by": BEN}, {"words": "same", "by": BEN}):
        assert sorted(await hosts(store, reader, **asked)) == seen, asked
    for name in ("here", "there", "everybody", "nobody", "elsewhere"):
        expected = [f"{name}.org"] if name in names else []
        for asked in ({"words": name}, {"topic": name}, {"topic": name, "words": "same"}):
            assert await hosts(store, reader, **asked) == expected, asked
        assert led_to(await tip_lists.suggest(store, reader, name)) == expected
        chosen = await tip_lists.by_chance(store, reader, name, NOW, 0)
        assert ([chosen.host] if chosen else []) == expected
        by_key = await tips.by_key(store, reader, f"{name}.org")
        assert ([by_key.host] if by_key else []) == expected
    everything = (await tip_lists.find(store, Sight(A, BEN, (HERE,))))[0]
    assert sorted(led_to(await tip_lists.these(store, reader, _ids(everything)))) == [
        one for one in seen if reader.guild_id == A
    ]
    for typed in ("", "same"):
        assert sorted(led_to(await tip_lists.suggest(store, reader, typed))) == seen
    saved = seen if reader.guild_id == A else []
    for words in ("", "same"):
        assert sorted(await hosts(store, reader, of="saved", words=words)) == saved


def _ids(found: list[Tip]) -> list[int]:
    return [tip.tip_id for tip in found]


@pytest.mark.parametrize(("reader", "names"), READERS)
async def test_topics_are_those_of_a_readers_places(
    store: Store, reader: Sight, names: list[str]
) -> None:
    """A tip only its sharer sees lends its topics to nobody's suggestions."""
    await all_over(store)
    named = [] if reader.user_id == BEN else names
    known = await topics.known(store, reader.guild_id, reader.places)
    assert {*known} - {"shared"} == {*named}
    for name in ("here", "there", "everybody", "nobody", "elsewhere"):
        offered = await topics.beginning(store, reader.guild_id, reader.places, name)
        assert offered == ([name] if name in named else [])


async def test_what_is_hidden_is_not_counted_on_any_page(store: Store) -> None:
    for number in range(10, 22):
        place = HERE if number % 2 else THERE
        await a_tip(store, link=f"{number}.org", place=place, note="same")
    for words in ("", "same"):
        found, total = await tip_lists.find(
            store, sight(places=(HERE,)), words=words, limit=4, offset=4
        )
        assert led_to(found) == ["13.org", "11.org"]
        assert total == 6


@pytest.mark.parametrize("state", ["hidden", "removed"])
async def test_what_was_taken_away_is_in_no_list_for_anybody(store: Store, state: Gone) -> None:
    gone = await a_tip(store, link="gone.org", note="same", topics=("excel",))
    await a_tip(store, link="stays.org", note="same", topics=("excel",))
    await tip_marks.save(store, A, gone.tip_id, MO, NOW)
    await tips.take_away(store, A, gone.tip_id, state, MO, NOW)
    for reader in (sight(), sight(user=AINO), sight(user=AINO, places=())):
        for asked in ({}, {"words": "same"}, {"topic": "excel"}, {"by": AINO}, {"of": "mine"}):
            assert "gone.org" not in await hosts(store, reader, **asked)
        assert await hosts(store, reader, of="saved") == []
        assert await tip_lists.these(store, reader, [gone.tip_id]) == []
        for typed in ("", "same", "gone.org"):
            assert "gone.org" not in led_to(await tip_lists.suggest(store, reader, typed))
        for number in range(3):
            chosen = await tip_lists.by_chance(store, reader, "", NOW + 1, number)
            assert chosen is not None
            assert chosen.host == "stays.org"
        assert await tips.by_key(store, reader, "gone.org") is None
