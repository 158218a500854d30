"""Sharing a link: one tip for a link and the people who see it, and quotas."""

import asyncio

import pytest

from data import tip_lists, tips
from data.store import Store
from data.tips import DAILY_PER_GUILD, DAILY_PER_MEMBER, DAY, Sight
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
    share,
    sight,
)


async def count(store: Store, reader: Sight | None = None) -> int:
    return (await tip_lists.find(store, reader or sight()))[1]


async def rows_of(store: Store, table: str = "tips") -> int:
    ((number,),) = await store.read(f"SELECT count(*) FROM {table}")
    return int(number)


async def test_a_tip_is_kept_as_it_was_shared(store: Store) -> None:
    given = {"note": "Saves an hour.", "topics": ("excel", "älä"), "place_id": THERE}
    tip = await an_unposted_tip(store, A, "example.org/a", **given)
    assert (tip.guild_id, tip.link_key, tip.url) == (A, "example.org/a", "https://example.org/a")
    assert (tip.note, tip.topics, tip.sharer_id, tip.shared_at) == (
        "Saves an hour.",
        ("excel", "älä"),
        AINO,
        NOW,
    )
    # It stands nowhere yet, and belongs where it is meant to stand.
    assert (tip.channel_id, tip.message_id, tip.place_id) == (None, None, THERE)
    assert (tip.state, tip.state_at, tip.state_by, tip.card_stale) == ("live", None, None, 0)
    assert (tip.title, tip.featured_at, tip.outdated_at, tip.dead_since) == ("", None, None, None)
    assert (tip.thanks, tip.notes, tip.import_id) == (0, (), None)
    assert await tips.get(store, A, tip.tip_id) == tip
    assert await tips.by_key(store, sight(), "example.org/a") == tip


async def test_the_second_to_share_a_link_gets_the_first_ones_tip(store: Store) -> None:
    first = await a_tip(store, note="First.")
    assert await share(store, new_tip(note="Second.", sharer_id=BEN)) == (first, False)
    assert await count(store) == 1


async def test_fifty_at_once_make_one_tip_of_each_link(store: Store) -> None:
    shared = await asyncio.gather(
        *(
            share(store, new_tip(link=f"example.org/{turn % 10}", sharer_id=turn))
            for turn in range(50)
        )
    )
    results = [one for one in shared if not isinstance(one, str)]
    assert len(results) == 50
    assert sum(is_new for _, is_new in results) == 10
    assert len({tip.tip_id for tip, _ in results}) == 10
    assert await rows_of(store) == 10
    assert await rows_of(store, "documents") == 10


async def test_fifty_at_once_in_two_worlds_make_two_of_each(store: Store) -> None:
    """Half of them see one channel and share there, half another: nobody is in anybody's way."""
    shared = await asyncio.gather(
        *(
            share(
                store,
                new_tip(
                    link=f"e.org/{turn // 2 % 10}", sharer_id=turn, place_id=(HERE, THERE)[turn % 2]
                ),
                places=((HERE,), (THERE,))[turn % 2],
            )
            for turn in range(100)
        )
    )
    results = [one for one in shared if not isinstance(one, str)]
    assert len(results) == 100
    assert sum(is_new for _, is_new in results) == 20
    assert all(tip.place_id == (HERE, THERE)[turn % 2] for turn, (tip, _) in enumerate(results))
    for place in (HERE, THERE):
        assert await count(store, sight(places=(place,))) == 10


# Who sees what stands there


@pytest.mark.parametrize(
    ("stands", "sees", "meant_for", "one_there"),
    [
        (HERE, (HERE,), HERE, True),
        (HERE, (HERE,), THERE, True),
        (HERE, (HERE, THERE), THERE, True),
        (HERE, (A, THERE), THERE, False),
        (HERE, (), THERE, False),
        (HERE, (A,), A, False),
        (A, (A,), HERE, True),
        (A, (HERE,), HERE, False),
        # Where it would stand itself there is but one, seen or not.
        (HERE, (), HERE, True),
        (HERE, (THERE,), HERE, True),
        # Nobody but its sharer sees it.
        (None, (HERE, THERE, A), HERE, False),
        (None, (HERE, THERE, A), None, False),
        (HERE, (THERE,), None, False),
    ],
)
async def test_a_link_nobody_saw_can_be_shared_anew(
    store: Store,
    stands: int | None,
    sees: tuple[int, ...],
    meant_for: int | None,
    one_there: bool,
) -> None:
    """Whoever shares a link learns of a tip only where they may read it."""
    first = await a_tip(store, place=stands, note="kvasaari")
    added = await share(store, new_tip(sharer_id=BEN, place_id=meant_for), sees)
    assert not isinstance(added, str)
    tip, is_new = added
    assert is_new is not one_there
    assert (tip == first) is one_there
    assert ("kvasaari" in repr(tip)) is one_there


@pytest.mark.parametrize("place", [HERE, THERE, None])
async def test_ones_own_tip_is_there_wherever_it_stands(store: Store, place: int | None) -> None:
    first = await a_tip(store, place=place)
    assert await share(store, new_tip(place_id=HERE), places=()) == (first, False)


async def test_another_communitys_tip_is_nobodys_here(store: Store) -> None:
    await a_tip(store, B)
    added = await share(store, new_tip(A))
    assert not isinstance(added, str)
    assert added[1]


async def test_the_index_backs_what_the_transaction_decides(store: Store) -> None:
    tip = await a_tip(store)
    copy = (
        "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at, place_id,"
        " state) SELECT guild_id, link_key, url, host, note, sharer_id, shared_at, ?, ? FROM tips"
        " WHERE tip_id = ?"
    )
    for state, refused in (("live", True), ("hidden", True), ("removed", False)):
        async with store.write() as tx:
            attempt = tx.run(
                copy.replace("INSERT", "INSERT OR IGNORE", 1), (HERE, state, tip.tip_id)
            )
            await attempt
            changed = await tx.run_one("SELECT changes() AS n")
        assert changed is not None
        assert (changed["n"] == 0) is refused, state
    async with store.write() as tx:
        await tx.run(copy, (THERE, "live", tip.tip_id))


@pytest.mark.parametrize(("sees", "refused"), [((HERE,), True), ((), False)])
async def test_what_moderators_hid_stays_out_where_it_was_seen(
    store: Store, sees: tuple[int, ...], refused: bool
) -> None:
    tip = await a_tip(store)
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    before = await everything(store)
    added = await share(store, new_tip(sharer_id=BEN, place_id=THERE), sees)
    if refused:
        assert added == "hidden"
        assert await everything(store) == before
    else:
        assert not isinstance(added, str)
        assert added[1]
    # In its own place and for its sharer it is out, whatever they see.
    assert await share(store, new_tip(sharer_id=BEN), ()) == "hidden"
    assert await share(store, new_tip(sharer_id=AINO, place_id=A), ()) == "hidden"


async def test_hidden_weighs_more_than_another_one_in_sight(store: Store) -> None:
    """The same link in two channels, hidden in the later one: who sees both does not share it."""
    await a_tip(store, place=HERE)
    second = await a_tip(store, place=THERE, sharer_id=BEN)
    await tips.take_away(store, A, second.tip_id, "hidden", MO, NOW)
    assert await share(store, new_tip(sharer_id=MO, place_id=A)) == "hidden"


async def test_a_removed_tip_frees_its_link(store: Store) -> None:
    first = await a_tip(store, note="First.")
    await tips.take_away(store, A, first.tip_id, "removed", AINO, NOW)
    second = await a_tip(store, note="Second.")
    assert second.tip_id > first.tip_id
    assert await tips.by_key(store, sight(), first.link_key) == second


# Quotas


async def test_a_members_quota_holds_however_fast_they_are(store: Store) -> None:
    shared = await asyncio.gather(
        *(share(store, new_tip(link=f"e.org/{n}")) for n in range(DAILY_PER_MEMBER + 10))
    )
    assert shared.count("by member") == 10
    assert await count(store, sight(user=AINO)) == DAILY_PER_MEMBER
    # Others may go on, here and elsewhere, and so may they a day later, and with a link there is.
    assert not isinstance(await share(store, new_tip(link="o.org", sharer_id=BEN)), str)
    assert not isinstance(await share(store, new_tip(B, "o.org")), str)
    assert not isinstance(await share(store, new_tip(link="e.org/1")), str)
    assert await share(store, new_tip(link="l.org", shared_at=NOW + DAY - 1)) == "by member"
    assert not isinstance(await share(store, new_tip(link="l.org", shared_at=NOW + DAY)), str)


async def test_a_communitys_quota_holds(store: Store) -> None:
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at)"
            " VALUES (?, ?, '', '', '', ?, ?)",
            [(A, str(n), n, NOW) for n in range(DAILY_PER_GUILD - 1)],
        )
    assert not isinstance(await share(store, new_tip(link="last.org")), str)
    assert await share(store, new_tip(link="over.org", sharer_id=MO)) == "by all"
    assert not isinstance(await share(store, new_tip(B, "over.org", sharer_id=MO)), str)


async def test_what_was_removed_still_counts(store: Store) -> None:
    """Else sharing and removing in turn, the same link or others, would fill the channel."""
    for number in range(DAILY_PER_MEMBER):
        link = "same.org" if number % 2 else f"{number}.org"
        tip = await a_tip(store, link=link)
        await tips.take_away(store, A, tip.tip_id, "removed", AINO, NOW)
    for link in ("same.org", "0.org", "new.org"):
        assert await share(store, new_tip(link=link)) == "by member"


async def test_what_came_in_a_file_counts_for_nobody(store: Store) -> None:
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at,"
            " import_id) VALUES (?, ?, '', '', '', ?, ?, 1)",
            [(A, str(n), AINO, NOW) for n in range(DAILY_PER_GUILD)],
        )
    assert not isinstance(await share(store, new_tip()), str)
