"""Where a tip's card stands, and what becomes of a tip whose card never came to be."""

import asyncio
import itertools

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import leftovers, search, tip_lists, tips, topics
from data.store import Store
from data.tips import DAILY_PER_MEMBER, DAY, POSTING, NewTip, Sight, Tip
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
    now_is,
    share,
    sight,
)


async def hosts(store: Store, reader: Sight) -> list[str]:
    return [tip.host for tip in (await tip_lists.find(store, reader, limit=1_000))[0]]


async def count(store: Store, reader: Sight | None = None) -> int:
    return (await tip_lists.find(store, reader or sight()))[1]


async def rows_of(store: Store, table: str = "tips") -> int:
    ((number,),) = await store.read(f"SELECT count(*) FROM {table}")
    return int(number)


async def test_where_the_card_stands_is_kept_while_there_is_a_tip(store: Store) -> None:
    tip = await an_unposted_tip(store)
    assert await tips.posted(store, A, tip.tip_id, 5, 6, 7)
    again = await now_is(store, tip)
    assert (again.channel_id, again.message_id, again.place_id) == (5, 6, 7)
    assert await tips.by_card(store, A, 6) == again
    assert await tips.by_card(store, B, 6) is None
    assert not await tips.posted(store, B, tip.tip_id, 5, 6, 7)
    await tips.take_away(store, A, tip.tip_id, "removed", AINO, NOW)
    assert not await tips.posted(store, A, tip.tip_id, 5, 6, 7)
    assert await tips.by_card(store, A, 6) is None


async def test_a_card_that_would_stand_where_the_link_is_already_is_refused(store: Store) -> None:
    """The channel meant refused the card, and the one it was asked in has such a tip."""
    there = await a_tip(store, place=THERE)
    tip = await an_unposted_tip(store, sharer_id=BEN)
    assert not await tips.posted(store, A, tip.tip_id, THERE, 6, THERE)
    assert await now_is(store, tip) == tip
    assert await now_is(store, there) == there


async def all_over(store: Store) -> None:
    """Ben shares in every kind of place."""
    for place, name in ((HERE, "here"), (THERE, "there"), (A, "everybody"), (None, "nobody")):
        await a_tip(store, A, f"{name}.org", place, sharer_id=BEN)
    await a_tip(store, B, "elsewhere.org", HERE, sharer_id=BEN)


async def test_the_places_are_those_where_something_was_shared(store: Store) -> None:
    await all_over(store)
    await an_unposted_tip(store, link="unposted.org", place_id=77)
    assert await tips.places(store, A) == [HERE, THERE, 77, A]
    assert await tips.places(store, B) == [HERE]
    assert await tips.places(store, 3003) == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.sampled_from([A, B]), st.none() | st.integers(-(2**63), 2**63 - 1))))
@example([(A, None), (A, HERE), (A, HERE), (A, A), (B, 0), (B, -1), (A, 2**63 - 1)])
async def test_the_places_are_what_a_reading_of_all_would_find(
    store: Store, stand: list[tuple[int, int | None]]
) -> None:
    """They are looked up one after another, so that no more is read than there are places."""
    async with store.write() as tx:
        await tx.run("DELETE FROM tips")
        await tx.run_many(
            "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at, place_id)"
            " VALUES (?, ?, '', '', '', 1, 1, ?)",
            [(guild_id, str(number), place) for number, (guild_id, place) in enumerate(stand)],
        )
    for guild_id in (A, B):
        rows = await store.read(
            "SELECT DISTINCT place_id FROM tips WHERE guild_id = ? AND place_id IS NOT NULL"
            " ORDER BY place_id",
            (guild_id,),
        )
        assert await tips.places(store, guild_id) == [row["place_id"] for row in rows]


async def test_a_place_that_is_gone_leaves_its_tips_to_others(store: Store) -> None:
    await all_over(store)
    await tips.move_place(store, A, HERE, A)
    assert await hosts(store, Sight(A, MO, (HERE,))) == []
    assert await hosts(store, Sight(A, MO, (A,))) == ["everybody.org", "here.org"]
    assert await hosts(store, Sight(A, MO, (THERE,))) == ["there.org"]
    # Another community's place, though it has the same number, and what has no place, stay.
    assert await hosts(store, Sight(B, MO, (HERE,))) == ["elsewhere.org"]
    nobodys = await tips.by_key(store, Sight(A, BEN, ()), "nobody.org")
    assert nobodys is not None
    assert nobodys.place_id is None
    moved = await tips.by_key(store, Sight(A, MO, (A,)), "here.org")
    assert moved is not None
    # The card is where it was.
    assert (moved.channel_id, moved.place_id) == (HERE, A)


async def test_of_two_with_one_link_the_one_that_stood_there_stays_alone(store: Store) -> None:
    moves = await a_tip(store, place=HERE)
    stays = await a_tip(store, place=A, sharer_id=BEN)
    await a_tip(store, link="other.org", place=HERE)
    await tips.move_place(store, A, HERE, A)
    assert await hosts(store, Sight(A, MO, (A, HERE, THERE))) == [
        "other.org",
        *[one.host for one in (stays, moves)],
    ]
    assert await hosts(store, Sight(A, MO, (A,))) == ["other.org", stays.host]
    assert (await now_is(store, moves)).place_id == HERE


# Cards that are gone


async def test_a_deleted_card_takes_its_tip_along(store: Store) -> None:
    gone = [
        await a_tip(store, link=f"{number}.org", note=f"kvasaari{number}", topics=(f"t{number}",))
        for number in range(3)
    ]
    stays = await a_tip(store, link="stays.org", note="kvasaari9", topics=("stays",))
    elsewhere = await an_unposted_tip(store, B, "elsewhere.org", note="kvasaari0")
    cards = [tip.message_id for tip in gone if tip.message_id]
    assert await tips.posted(store, B, elsewhere.tip_id, HERE, cards[0], HERE)

    assert await tips.card_deleted(store, A, [], NOW + 60) == []
    assert await tips.card_deleted(store, A, [99_999, stays.tip_id], NOW + 60) == []
    assert (await tip_lists.find(store, sight()))[1] == 4
    removed = await tips.card_deleted(store, A, {*cards, 99_999}, NOW + 60)

    assert sorted(removed, key=lambda tip: tip.tip_id) == gone
    shown, _ = await tip_lists.find(store, sight())
    assert [tip.host for tip in shown] == ["stays.org"]
    assert await search.find(store, A, "tip", "kvasaari") == [stays.tip_id]
    assert await topics.known(store, A, (HERE,)) == ["stays"]
    for tip in gone:
        now = await now_is(store, tip)
        assert (now.state, now.state_by, now.state_at) == ("removed", None, NOW + 60)
        # Nothing is left in Discord to take out; a moderator may still bring the tip back.
        assert now.message_id is None
        assert isinstance(await tips.bring_back(store, A, tip.tip_id, NOW + 60), Tip)
    assert await leftovers.waiting(store) == []
    assert await search.find(store, B, "tip", "kvasaari0") == [elsewhere.tip_id]
    async with store.write() as tx:
        await tx.run("INSERT INTO documents_index (documents_index) VALUES ('integrity-check')")


async def test_a_card_the_bot_took_out_itself_says_nothing_new(store: Store) -> None:
    """Discord tells of that deletion too: what a moderator hid is not removed by it."""
    tip = await a_tip(store)
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    assert tip.message_id is not None
    assert await tips.card_deleted(store, A, [tip.message_id], NOW + 60) == []
    assert (await now_is(store, tip)).state == "hidden"


# Cards that never were


def again(after: int, **more: object) -> NewTip:
    given = {"note": "pulsari", "topics": ("new",), "sharer_id": BEN, "shared_at": NOW + after}
    return new_tip(**{**given, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize("after", [0, 1, POSTING])
async def test_a_tip_that_may_still_be_posted_does_not_give_way(store: Store, after: int) -> None:
    first = await an_unposted_tip(store, note="kvasaari", topics=("old",))
    assert await share(store, again(after)) == (first, False)
    assert await tips.posted(store, A, first.tip_id, HERE, 6, HERE)


@pytest.mark.parametrize("after", [POSTING + 1, DAY])
async def test_a_tip_that_never_was_posted_gives_way(store: Store, after: int) -> None:
    first = await an_unposted_tip(store, note="kvasaari", topics=("old",))
    added = await share(store, again(after))
    assert not isinstance(added, str)
    second, is_new = added
    assert is_new
    assert (second.note, second.topics, second.sharer_id) == ("pulsari", ("new",), BEN)
    assert second.tip_id > first.tip_id
    # A card that comes after all is taken away again, and of the first nothing is found.
    assert not await tips.posted(store, A, first.tip_id, HERE, 6, HERE)
    assert await tips.by_key(store, sight(), first.link_key) == second
    assert await search.find(store, A, "tip", "kvasaari") == []
    assert await search.find(store, A, "tip", "old") == []
    assert await search.find(store, A, "tip", "pulsari") == [second.tip_id]
    assert await count(store, sight(user=AINO, places=())) == 0


async def test_in_a_place_out_of_sight_it_stays(store: Store) -> None:
    first = await an_unposted_tip(store)
    added = await share(store, again(DAY, place_id=THERE), places=(THERE,))
    assert not isinstance(added, str)
    assert added[1]
    assert await now_is(store, first) == first


@pytest.mark.parametrize("after", [POSTING + 1, 1_000 * DAY])
@pytest.mark.parametrize("kind", ["posted", "restored", "imported"])
async def test_no_other_tip_ever_gives_way(store: Store, kind: str, after: int) -> None:
    """Restored, when no channel took its card, and imported, which never has one."""
    first = await (a_tip if kind == "posted" else an_unposted_tip)(store)
    if kind == "restored":
        await tips.take_away(store, A, first.tip_id, "removed", AINO, NOW)
        await tips.bring_back(store, A, first.tip_id, NOW)
    if kind == "imported":
        async with store.write() as tx:
            await tx.run("UPDATE tips SET import_id = 1")
    assert await share(store, again(after)) == (await now_is(store, first), False)


async def test_of_many_who_take_its_place_one_does(store: Store) -> None:
    first = await an_unposted_tip(store)
    shared = await asyncio.gather(
        *(share(store, again(POSTING + 1, sharer_id=number)) for number in range(20))
    )
    results = [one for one in shared if not isinstance(one, str)]
    assert sum(is_new for _, is_new in results) == 1
    (taken,) = {tip.tip_id for tip, _ in results}
    assert taken != first.tip_id


@pytest.mark.parametrize("order", [*itertools.permutations(["lost", "posted", "lost there"])])
async def test_one_that_was_posted_is_the_tip_there_is(
    store: Store, order: tuple[str, ...]
) -> None:
    """The same link was lost in two channels and stands in a third: who sees all is shown that."""
    made: dict[str, Tip] = {}
    for which in order:
        if which == "posted":
            made[which] = await a_tip(store, place=A, sharer_id=BEN)
        else:
            place = HERE if which == "lost" else THERE
            made[which] = await an_unposted_tip(store, place_id=place, sharer_id=len(which))
    new = again(POSTING + 1, sharer_id=MO)
    assert await share(store, new, (A, HERE, THERE)) == (made["posted"], False)
    assert await rows_of(store) == 3


async def test_all_that_were_lost_in_sight_give_way_at_once(store: Store) -> None:
    """Also the one in the very place where the new one is to stand."""
    for place, who in ((HERE, AINO), (THERE, BEN), (A, MO)):
        await an_unposted_tip(store, place_id=place, sharer_id=who)
    added = await share(store, again(POSTING + 1, sharer_id=4, place_id=THERE), (HERE, THERE))
    assert not isinstance(added, str)
    assert added[1]
    rows = await store.read("SELECT place_id, sharer_id FROM tips ORDER BY tip_id")
    assert [tuple(row) for row in rows] == [(A, MO), (THERE, 4)]
    assert await rows_of(store, "documents") == 2


async def test_to_share_again_what_was_not_posted_costs_no_more(store: Store) -> None:
    """Whoever has shared as much as they may can still try the last one again."""
    for number in range(DAILY_PER_MEMBER - 1):
        await a_tip(store, link=f"{number}.org")
    await an_unposted_tip(store)
    added = await share(store, again(POSTING + 1, sharer_id=AINO))
    assert not isinstance(added, str)
    assert added[1]
    assert await share(store, new_tip(link="more.org")) == "by member"


async def test_a_share_that_is_refused_takes_nothing_away(store: Store) -> None:
    """A quota that is used up is no reason to lose somebody else's tip."""
    first = await an_unposted_tip(store, note="kvasaari", sharer_id=AINO)
    for number in range(DAILY_PER_MEMBER):
        await a_tip(store, link=f"{number}.org", sharer_id=BEN)
    before = await everything(store)
    assert await share(store, again(POSTING + 1)) == "by member"
    assert await tips.get(store, A, first.tip_id) == first
    assert await everything(store) == before
