"""A tip's states: hidden or removed, brought back, and gone for good."""

import sqlite3

import pytest

from data import leftovers, search, tip_lists, tip_marks, tips, topics
from data.leftovers import Leftover
from data.store import Store
from data.tips import DAY, RESTORABLE, Gone, Tip
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

LATER = NOW + 60


async def rich(store: Store, guild_id: int = A, link: str = "example.org/a") -> Tip:
    """A tip with one of all that can hang on it."""
    tip = await a_tip(store, guild_id, link, note="Unusual: kvasaari.", topics=("excel",))
    await tip_marks.thank(store, guild_id, tip.tip_id, BEN, NOW)
    await tip_marks.save(store, guild_id, tip.tip_id, BEN, NOW)
    await tip_marks.add_note(store, guild_id, tip.tip_id, BEN, "And pulsari.", NOW)
    return await now_is(store, tip)


async def found(store: Store, words: str) -> list[int]:
    return await search.find(store, A, "tip", words)


async def integrity(store: Store) -> None:
    """Raises where the search index does not hold what its table does."""
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)"
        )


@pytest.mark.parametrize(
    ("before", "to", "done"),
    [
        ("live", "hidden", True),
        ("live", "removed", True),
        ("hidden", "removed", True),
        ("hidden", "hidden", False),
        ("removed", "removed", False),
        # It would keep the link out, and could be restored for ever.
        ("removed", "hidden", False),
    ],
)
async def test_what_is_in_sight_can_be_taken_away(
    store: Store, before: str, to: Gone, done: bool
) -> None:
    tip = await rich(store)
    if before != "live":
        await tips.take_away(store, A, tip.tip_id, before, BEN, NOW)  # type: ignore[arg-type]
    was = await now_is(store, tip)
    taken = await tips.take_away(store, A, tip.tip_id, to, MO, LATER)
    now = await now_is(store, tip)
    if not done:
        assert taken is None
        assert now == was
        return
    assert taken == was
    assert (now.state, now.state_by, now.state_at) == (to, MO, LATER)
    assert (now.channel_id, now.message_id, now.place_id) == (tip.channel_id, None, tip.place_id)
    assert (now.card_stale, now.topics, now.thanks, now.notes) == (0, tip.topics, 1, tip.notes)


async def test_there_is_nothing_to_take_away_of_what_is_not_there(store: Store) -> None:
    tip = await rich(store)
    before = await everything(store)
    for guild_id, tip_id in ((B, tip.tip_id), (A, tip.tip_id + 1)):
        assert await tips.take_away(store, guild_id, tip_id, "removed", MO, NOW) is None
        assert await tips.bring_back(store, guild_id, tip_id, NOW) is None
    assert await everything(store) == before


@pytest.mark.parametrize("state", ["hidden", "removed"])
async def test_its_words_and_topics_go_out_of_sight_with_it(store: Store, state: Gone) -> None:
    tip = await rich(store)
    for words in ("kvasaari", "pulsari", "excel", "example"):
        assert await found(store, words) == [tip.tip_id]
    await tips.take_away(store, A, tip.tip_id, state, MO, NOW)
    for words in ("kvasaari", "pulsari", "excel", "example"):
        assert await found(store, words) == []
    assert await topics.known(store, A, (HERE, THERE)) == []
    await integrity(store)


@pytest.mark.parametrize("state", ["hidden", "removed"])
async def test_its_card_is_left_over(store: Store, state: Gone) -> None:
    tip = await rich(store)
    await tips.take_away(store, A, tip.tip_id, state, MO, NOW)
    assert tip.channel_id is not None
    assert tip.message_id is not None
    assert await leftovers.waiting(store) == [Leftover(A, tip.channel_id, tip.message_id)]
    # A second step finds no card any more.
    await leftovers.taken_out(store, Leftover(A, tip.channel_id, tip.message_id))
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    assert await leftovers.waiting(store) == []


async def test_what_never_had_a_card_leaves_none_over(store: Store) -> None:
    tip = await an_unposted_tip(store)
    assert await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW) == tip
    assert await leftovers.waiting(store) == []


@pytest.mark.parametrize("at", ["INSERT ON leftovers", "UPDATE ON tips", "DELETE ON documents"])
async def test_both_are_one_transaction(store: Store, at: str) -> None:
    """No card is forgotten, and none is deleted whose tip stays."""
    tip = await rich(store)
    async with store.write() as tx:
        await tx.run(f"CREATE TRIGGER t BEFORE {at} BEGIN SELECT RAISE(ABORT, 'stop'); END")
    before = await everything(store)
    with pytest.raises(sqlite3.IntegrityError, match="stop"):
        await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    assert await everything(store) == before


async def test_a_stale_card_that_goes_is_not_drawn(store: Store) -> None:
    tip = await rich(store)
    assert await tips.stale(store) == [tip]
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    assert await tips.stale(store) == []


# Back again


@pytest.mark.parametrize("state", ["hidden", "removed"])
async def test_it_comes_back_as_it_was_but_for_its_card(store: Store, state: Gone) -> None:
    tip = await rich(store)
    await tips.take_away(store, A, tip.tip_id, state, MO, NOW)
    back = await tips.bring_back(store, A, tip.tip_id, LATER)
    assert isinstance(back, Tip)
    assert back == await now_is(store, tip)
    assert (back.state, back.state_by, back.state_at) == ("live", None, LATER)
    assert (back.channel_id, back.message_id, back.place_id) == (tip.channel_id, None, HERE)
    assert (back.note, back.topics, back.notes, back.thanks) == (
        tip.note,
        tip.topics,
        tip.notes,
        1,
    )
    for words in ("kvasaari", "pulsari", "excel", "example"):
        assert await found(store, words) == [tip.tip_id]
    assert await topics.known(store, A, (HERE,)) == ["excel"]
    assert (await tip_lists.find(store, sight(user=BEN), of="saved"))[1] == 1
    assert await tips.posted(store, A, tip.tip_id, HERE, 9, HERE)
    await integrity(store)


async def test_what_is_live_cannot_come_back(store: Store) -> None:
    tip = await rich(store)
    assert await tips.bring_back(store, A, tip.tip_id, LATER) is None
    assert await now_is(store, tip) == tip


async def test_a_link_shared_anew_keeps_the_old_tip_away(store: Store) -> None:
    first = await rich(store)
    await tips.take_away(store, A, first.tip_id, "removed", AINO, NOW)
    second = await a_tip(store, sharer_id=BEN)
    before = await everything(store)
    assert await tips.bring_back(store, A, first.tip_id, LATER) == "taken"
    assert await everything(store) == before
    await tips.take_away(store, A, second.tip_id, "removed", BEN, NOW)
    assert isinstance(await tips.bring_back(store, A, first.tip_id, LATER), Tip)


@pytest.mark.parametrize("place", [THERE, A, None])
async def test_the_same_link_elsewhere_does_not(store: Store, place: int | None) -> None:
    first = await rich(store)
    await tips.take_away(store, A, first.tip_id, "hidden", MO, NOW)
    added = await share(store, new_tip(place_id=place, sharer_id=BEN), places=())
    assert not isinstance(added, str)
    assert isinstance(await tips.bring_back(store, A, first.tip_id, LATER), Tip)


async def test_what_is_out_of_sight_is_listed_latest_first(store: Store) -> None:
    made = [await a_tip(store, link=f"{number}.org") for number in range(5)]
    order: list[tuple[int, Gone]] = [(3, "hidden"), (0, "removed"), (2, "hidden"), (4, "removed")]
    for at, (number, state) in enumerate(order):
        await tips.take_away(store, A, made[number].tip_id, state, MO, NOW + at)
    elsewhere = await a_tip(store, B)
    await tips.take_away(store, B, elsewhere.tip_id, "hidden", MO, NOW)
    shown, total = await tips.out_of_sight(store, A, 10)
    assert ([tip.host for tip in shown], total) == (["4.org", "2.org", "0.org", "3.org"], 4)
    for offset, hosts in ((0, ["4.org", "2.org", "0.org"]), (3, ["3.org"]), (99, ["3.org"])):
        shown, total = await tips.out_of_sight(store, A, 3, offset)
        assert ([tip.host for tip in shown], total) == (hosts, 4)


# Gone for good


@pytest.mark.parametrize(
    ("after", "gone"),
    [(0, 0), (29 * DAY, 0), (RESTORABLE - 1, 0), (RESTORABLE, 1), (RESTORABLE + 1, 1)],
)
async def test_thirty_days_to_the_second(store: Store, after: int, gone: int) -> None:
    assert RESTORABLE == 30 * DAY
    tip = await rich(store)
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    assert await tips.purge(store, NOW + after) == gone
    back = await tips.bring_back(store, A, tip.tip_id, NOW + after)
    assert (back is None) is bool(gone)


async def test_all_that_hung_on_it_goes_with_it(store: Store) -> None:
    before = await everything(store)
    tip = await rich(store)
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    (leftover,) = await leftovers.waiting(store)
    await leftovers.taken_out(store, leftover)
    await tips.purge(store, NOW + RESTORABLE)
    after = await everything(store)
    assert {name: rows for name, rows in after.items() if rows != before.get(name)}.keys() <= {
        "sqlite_sequence",
        "documents_index_data",
        "documents_index_idx",
    }
    assert await tip_lists.find(store, sight(), words="kvasaari") == ([], 0)
    assert await topics.known(store, A, (HERE,)) == []
    # The link can be shared again, under a new number.
    assert (await a_tip(store)).tip_id > tip.tip_id


async def test_in_every_community_what_was_removed_goes_alone(store: Store) -> None:
    for guild_id in (A, B):
        for number, state in enumerate(("hidden", "removed", "live")):
            tip = await rich(store, guild_id, f"{number}.org")
            if state != "live":
                await tips.take_away(store, guild_id, tip.tip_id, state, MO, NOW)  # type: ignore[arg-type]
    assert await tips.purge(store, NOW + 1_000 * DAY) == 2
    for guild_id in (A, B):
        rows = await store.read("SELECT state FROM tips WHERE guild_id = ?", (guild_id,))
        assert sorted(row["state"] for row in rows) == ["hidden", "live"]
    await integrity(store)


async def test_brought_back_it_is_not_purged(store: Store) -> None:
    tip = await rich(store)
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    await tips.bring_back(store, A, tip.tip_id, NOW + DAY)
    assert await tips.purge(store, NOW + 99 * DAY) == 0
    # Removed once more it has its thirty days again.
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW + 40 * DAY)
    assert await tips.purge(store, NOW + 69 * DAY) == 0
