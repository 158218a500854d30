"""Sharing, thanking and finding tips."""

import asyncio

import pytest

from data import search, tips
from data.store import Store
from data.tips import DAILY_PER_GUILD, DAILY_PER_MEMBER, DAY, POSTING, Sight
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    A,
    B,
    a_tip,
    an_unposted_tip,
    everything,
    new_tip,
    sight,
)


async def hosts(store: Store, reader: Sight, **given: object) -> list[str]:
    """Where the found tips lead; how many there are in all is checked along the way."""
    found, total = await tips.find(store, reader, **given)  # type: ignore[arg-type]
    assert len(found) == total
    return [tip.host for tip in found]


async def count(store: Store, reader: Sight | None = None) -> int:
    return (await tips.find(store, reader or sight()))[1]


async def test_a_tip_is_kept_as_it_was_shared(store: Store) -> None:
    given = {"note": "Saves an hour.", "topics": ("excel", "älä")}
    tip = await an_unposted_tip(store, A, "example.org/a", **given)
    assert (tip.guild_id, tip.link_key, tip.url) == (A, "example.org/a", "https://example.org/a")
    assert (tip.note, tip.topics, tip.sharer_id, tip.shared_at) == (
        "Saves an hour.",
        ("excel", "älä"),
        AINO,
        NOW,
    )
    assert (tip.channel_id, tip.message_id, tip.place_id, tip.thanks) == (None, None, None, 0)
    assert await tips.get(store, A, tip.tip_id) == tip
    assert await tips.by_key(store, A, "example.org/a") == tip


async def test_the_second_to_share_a_link_gets_the_first_ones_tip(store: Store) -> None:
    first = await a_tip(store, note="First.")
    assert await tips.add(store, new_tip(note="Second.", sharer_id=BEN)) == (first, False)
    assert await count(store) == 1


async def test_fifty_at_once_make_one_tip_of_each_link(store: Store) -> None:
    shared = await asyncio.gather(
        *(
            tips.add(store, new_tip(link=f"example.org/{turn % 10}", sharer_id=turn))
            for turn in range(50)
        )
    )
    results = [one for one in shared if not isinstance(one, str)]
    assert len(results) == 50
    assert sum(is_new for _, is_new in results) == 10
    assert len({tip.tip_id for tip, _ in results}) == 10
    rows = await store.read("SELECT count(*) FROM tips")
    assert rows[0][0] == 10


async def test_a_members_quota_holds_however_fast_they_are(store: Store) -> None:
    shared = await asyncio.gather(
        *(tips.add(store, new_tip(link=f"e.org/{n}")) for n in range(DAILY_PER_MEMBER + 10))
    )
    assert shared.count("by member") == 10
    assert await count(store, sight(user=AINO)) == DAILY_PER_MEMBER
    # Others may go on, here and elsewhere, and so may they a day later, and with a link there is.
    assert not isinstance(await tips.add(store, new_tip(link="o.org", sharer_id=BEN)), str)
    assert not isinstance(await tips.add(store, new_tip(B, "o.org")), str)
    assert not isinstance(await tips.add(store, new_tip(link="e.org/1")), str)
    assert await tips.add(store, new_tip(link="l.org", shared_at=NOW + DAY - 1)) == "by member"
    assert not isinstance(await tips.add(store, new_tip(link="l.org", shared_at=NOW + DAY)), str)


async def test_a_communitys_quota_holds(store: Store) -> None:
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at)"
            " VALUES (?, ?, '', '', '', ?, ?)",
            [(A, str(n), n, NOW) for n in range(DAILY_PER_GUILD - 1)],
        )
    assert not isinstance(await tips.add(store, new_tip(link="last.org")), str)
    assert await tips.add(store, new_tip(link="over.org", sharer_id=MO)) == "by all"
    assert not isinstance(await tips.add(store, new_tip(B, "over.org", sharer_id=MO)), str)


async def test_thanks_go_on_and_off(store: Store) -> None:
    tip = await a_tip(store)
    counts = []
    for who in (BEN, MO, BEN, BEN):
        thanked = await tips.thank(store, A, tip.tip_id, who, NOW)
        assert thanked is not None
        counts.append(thanked.thanks)
    assert counts == [1, 2, 1, 2]
    assert await tips.thank(store, A, tip.tip_id + 1, BEN, NOW) is None


async def test_an_odd_number_of_presses_at_once_is_one_thanks(store: Store) -> None:
    tip = await a_tip(store)
    await asyncio.gather(*(tips.thank(store, A, tip.tip_id, BEN, NOW) for _ in range(21)))
    again = await tips.get(store, A, tip.tip_id)
    assert again is not None
    assert again.thanks == 1


async def test_a_removed_tip_is_gone_with_all_that_hung_on_it(store: Store) -> None:
    before = await everything(store)
    tip = await a_tip(store, note="Unusual word: kvasaari.", topics=("excel",))
    await tips.thank(store, A, tip.tip_id, BEN, NOW)
    await tips.remove(store, A, tip.tip_id)
    after = await everything(store)
    assert {name: rows for name, rows in after.items() if rows != before.get(name)}.keys() <= {
        "sqlite_sequence",
        "documents_index_data",
        "documents_index_idx",
    }
    assert await tips.find(store, sight(), words="kvasaari") == ([], 0)
    assert await tips.topics(store, sight(), "") == []
    # The link can be shared again, under a new number.
    assert (await a_tip(store)).tip_id > tip.tip_id


async def test_where_the_card_stands_is_kept_while_there_is_a_tip(store: Store) -> None:
    tip = await an_unposted_tip(store)
    assert await tips.posted(store, A, tip.tip_id, 5, 6, 7)
    again = await tips.get(store, A, tip.tip_id)
    assert again is not None
    assert (again.channel_id, again.message_id, again.place_id) == (5, 6, 7)
    assert not await tips.posted(store, B, tip.tip_id, 5, 6, 7)
    await tips.remove(store, A, tip.tip_id)
    assert not await tips.posted(store, A, tip.tip_id, 5, 6, 7)


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


async def test_topics_are_offered_most_used_first(store: Store) -> None:
    await three(store)
    assert await tips.topics(store, sight(), "") == ["excel", "data", "teams"]
    assert await tips.topics(store, sight(), "te") == ["teams"]
    assert await tips.topics(store, sight(), "", limit=1) == ["excel"]
    assert await tips.topics(store, sight(), "%") == []


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
@pytest.mark.parametrize("words", ["", "same"])
async def test_past_the_end_is_the_last_page(
    store: Store, words: str, offset: int, shown: range
) -> None:
    for number in reversed(range(25)):
        await a_tip(store, link=f"{number}.org", note="same")
    found, total = await tips.find(store, sight(), words=words, offset=offset)
    assert [tip.host for tip in found] == [f"{number}.org" for number in shown]
    assert total == 25


@pytest.mark.parametrize("words", ["", "same"])
@pytest.mark.parametrize(("made", "ends"), [(0, 0), (1, 1), (10, 10), (20, 10)])
async def test_a_full_last_page_has_no_empty_one_behind(
    store: Store, words: str, made: int, ends: int
) -> None:
    for number in range(made):
        await a_tip(store, link=f"{number}.org", note="same")
    found, total = await tips.find(store, sight(), words=words, offset=made)
    assert (len(found), total) == (ends, made)


# Who sees what


async def all_over(store: Store) -> None:
    """Ben shares in every kind of place, each time with the place's own topic."""
    for place, name in ((HERE, "here"), (THERE, "there"), (A, "everybody"), (None, "nobody")):
        given = {"note": "same", "topics": ("shared", name), "sharer_id": BEN}
        await a_tip(store, A, f"{name}.org", place, **given)
    await a_tip(store, B, "elsewhere.org", HERE, note="same", topics=("elsewhere",), sharer_id=BEN)


@pytest.mark.parametrize(
    ("reader", "names"),
    [
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
    ],
)
async def test_a_reader_sees_their_places_and_their_own(
    store: Store, reader: Sight, names: list[str]
) -> None:
    await all_over(store)
    seen = [f"{name}.org" for name in names]
    for given in ({}, {"words": "same"}, {"by": BEN}, {"words": "same", "by": BEN}):
        assert sorted(await hosts(store, reader, **given)) == seen, given
    for name in ("here", "there", "everybody", "nobody", "elsewhere"):
        expected = [f"{name}.org"] if name in names else []
        for given in ({"words": name}, {"topic": name}, {"topic": name, "words": "same"}):
            assert await hosts(store, reader, **given) == expected, given
        assert await tips.topics(store, reader, name) == ([name] if name in names else [])
    assert {*await tips.topics(store, reader, "")} - {"shared"} == {*names}


async def test_what_is_hidden_is_not_counted_on_any_page(store: Store) -> None:
    for number in range(12):
        place = HERE if number % 2 else THERE
        await a_tip(store, link=f"{number}.org", place=place, note="same")
    for words in ("", "same"):
        found, total = await tips.find(store, sight(places=(HERE,)), words=words, limit=4, offset=4)
        assert [tip.host for tip in found] == ["3.org", "1.org"]
        assert total == 6


async def test_the_places_are_those_where_something_was_shared(store: Store) -> None:
    await all_over(store)
    await an_unposted_tip(store, link="unposted.org")
    assert sorted(await tips.places(store, A)) == [HERE, THERE, A]
    assert await tips.places(store, B) == [HERE]


async def test_a_place_that_is_gone_leaves_its_tips_to_others(store: Store) -> None:
    await all_over(store)
    await tips.move_place(store, A, HERE, A)
    assert await hosts(store, Sight(A, MO, (HERE,))) == []
    assert await hosts(store, Sight(A, MO, (A,))) == ["everybody.org", "here.org"]
    assert await hosts(store, Sight(A, MO, (THERE,))) == ["there.org"]
    # Another community's place, though it has the same number, and what has no place, stay.
    assert await hosts(store, Sight(B, MO, (HERE,))) == ["elsewhere.org"]
    nobodys = await tips.by_key(store, A, "nobody.org")
    assert nobodys is not None
    assert nobodys.place_id is None
    moved = await tips.by_key(store, A, "here.org")
    assert moved is not None
    # The card is where it was.
    assert (moved.channel_id, moved.place_id) == (HERE, A)


# Cards that are gone, and cards that never were


async def test_a_deleted_card_takes_its_tip_along(store: Store) -> None:
    gone = [
        await a_tip(store, link=f"{number}.org", note=f"kvasaari{number}", topics=(f"t{number}",))
        for number in range(3)
    ]
    stays = await a_tip(store, link="stays.org", note="kvasaari9", topics=("stays",))
    elsewhere = await an_unposted_tip(store, B, "elsewhere.org", note="kvasaari0")
    cards = [tip.message_id for tip in gone if tip.message_id]
    assert await tips.posted(store, B, elsewhere.tip_id, HERE, cards[0], HERE)
    for tip in gone:
        await tips.thank(store, A, tip.tip_id, BEN, NOW)

    await tips.remove_posted(store, A, [])
    await tips.remove_posted(store, A, [99_999, stays.tip_id])
    assert await count(store) == 4
    await tips.remove_posted(store, A, {*cards, 99_999})

    assert await hosts(store, sight()) == ["stays.org"]
    assert await search.find(store, A, "tip", "kvasaari") == [stays.tip_id]
    assert await tips.topics(store, sight(), "") == ["stays"]
    assert [await tips.get(store, A, tip.tip_id) for tip in gone] == [None] * 3
    rows = await everything(store)
    assert [row[2] for row in rows["tip_topics"]] == ["stays"]
    assert rows["tip_thanks"] == []
    assert len(rows["documents"]) == 2
    assert await search.find(store, B, "tip", "kvasaari0") == [elsewhere.tip_id]
    async with store.write() as tx:
        await tx.run("INSERT INTO documents_index (documents_index) VALUES ('integrity-check')")


def again(after: int, **more: object) -> tips.NewTip:
    given = {"note": "pulsari", "topics": ("new",), "sharer_id": BEN, "shared_at": NOW + after}
    return new_tip(**{**given, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("after", [0, 1, POSTING])
async def test_a_tip_that_may_still_be_posted_does_not_give_way(store: Store, after: int) -> None:
    first = await an_unposted_tip(store, note="kvasaari", topics=("old",))
    assert await tips.add(store, again(after)) == (first, False)
    assert await tips.posted(store, A, first.tip_id, HERE, 6, HERE)


@pytest.mark.parametrize("after", [POSTING + 1, DAY])
async def test_a_tip_that_never_was_posted_gives_way(store: Store, after: int) -> None:
    first = await an_unposted_tip(store, note="kvasaari", topics=("old",))
    added = await tips.add(store, again(after))
    assert not isinstance(added, str)
    second, is_new = added
    assert is_new
    assert (second.note, second.topics, second.sharer_id) == ("pulsari", ("new",), BEN)
    assert second.tip_id > first.tip_id
    # A card that comes after all is taken away again, and of the first nothing is found.
    assert not await tips.posted(store, A, first.tip_id, HERE, 6, HERE)
    assert await tips.by_key(store, A, first.link_key) == second
    assert await search.find(store, A, "tip", "kvasaari") == []
    assert await search.find(store, A, "tip", "old") == []
    assert await search.find(store, A, "tip", "pulsari") == [second.tip_id]
    assert await count(store, sight(user=AINO)) == 0


@pytest.mark.parametrize("after", [POSTING + 1, 1_000 * DAY])
async def test_a_posted_tip_never_gives_way(store: Store, after: int) -> None:
    first = await a_tip(store, place=None)
    assert await tips.add(store, again(after)) == (first, False)


async def test_of_many_who_take_its_place_one_does(store: Store) -> None:
    first = await an_unposted_tip(store)
    shared = await asyncio.gather(
        *(tips.add(store, again(POSTING + 1, sharer_id=number)) for number in range(20))
    )
    results = [one for one in shared if not isinstance(one, str)]
    assert sum(is_new for _, is_new in results) == 1
    (taken,) = {tip.tip_id for tip, _ in results}
    assert taken != first.tip_id


async def test_to_share_again_what_was_not_posted_costs_no_more(store: Store) -> None:
    """Whoever has shared as much as they may can still try the last one again."""
    for number in range(DAILY_PER_MEMBER - 1):
        await a_tip(store, link=f"{number}.org")
    await an_unposted_tip(store)
    added = await tips.add(store, again(POSTING + 1, sharer_id=AINO))
    assert not isinstance(added, str)
    assert added[1]
    assert await tips.add(store, new_tip(link="more.org")) == "by member"


async def test_a_share_that_is_refused_takes_nothing_away(store: Store) -> None:
    """A quota that is used up is no reason to lose somebody else's tip."""
    first = await an_unposted_tip(store, note="kvasaari", sharer_id=AINO)
    for number in range(DAILY_PER_MEMBER):
        await a_tip(store, link=f"{number}.org", sharer_id=BEN)
    before = await everything(store)
    assert await tips.add(store, again(POSTING + 1)) == "by member"
    assert await tips.get(store, A, first.tip_id) == first
    assert await everything(store) == before
