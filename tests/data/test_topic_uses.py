"""How often a topic is used in a place: counted along, and always what a recount would find."""

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data import privacy, tips, topic_changes, topics
from data.store import Store
from data.tips import RESTORABLE, Gone
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
    edit,
    everything,
    new_tip,
    share,
)

NAMES = ("excel", "exel", "data", "teams")
STEPS = {
    "share": 6,
    "post": 3,
    "move": 2,
    "edit": 2,
    "retag": 3,
    "hide": 2,
    "remove": 2,
    "back": 3,
    "purge": 1,
    "erase": 1,
    "merge": 3,
    "undo": 2,
    "give way": 1,
    "card deleted": 2,
}

step = st.tuples(
    st.sampled_from([name for name, weight in STEPS.items() for _ in range(weight)]),
    st.sampled_from([A, A, B]),
    st.sampled_from([HERE, THERE, A, None]),
    st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple),
    st.integers(0, 11),
)


async def counted(store: Store) -> dict[tuple[Any, ...], int]:
    rows = await store.read(
        "SELECT t.guild_id, o.topic, t.place_id, count(DISTINCT t.tip_id) FROM tip_topics o"
        " JOIN tips t ON t.guild_id = o.guild_id AND t.tip_id = o.tip_id"
        " WHERE t.state = 'live' AND t.place_id IS NOT NULL GROUP BY 1, 2, 3"
    )
    return {tuple(row)[:3]: row[3] for row in rows}


async def kept(store: Store) -> dict[tuple[Any, ...], int]:
    """A topic that nothing has any more has no row: an erasure would leave its words."""
    rows = await store.read("SELECT guild_id, topic, place_id, uses FROM topic_uses")
    return {tuple(row)[:3]: row[3] for row in rows}


async def take(
    store: Store,
    what: str,
    guild_id: int,
    place: int | None,
    names: tuple[str, ...],
    number: int,
    turn: int,
) -> None:
    """One step of a community's life; many concern nothing, as in life."""
    there = [row["tip_id"] for row in await store.read("SELECT tip_id FROM tips ORDER BY tip_id")]
    tip = await tips.get(store, guild_id, there[number % len(there)] if there else 0)
    one, other = NAMES[number % 4], NAMES[number // 4]
    match what:
        case "share" | "give way":
            at = NOW + turn + (tips.POSTING * 99 if what == "give way" else 0)
            who = (AINO, BEN, MO)[number % 3]
            link = f"{number % 4}.org"
            new = new_tip(guild_id, link, place_id=place, topics=names, sharer_id=who, shared_at=at)
            await share(store, new)
        case "move":
            await tips.move_place(store, guild_id, HERE, THERE if number % 2 else guild_id)
        case "purge":
            await tips.purge(store, NOW + turn + (RESTORABLE if number % 2 else 0))
        case "erase" if number % 2:
            await privacy.erase(store, guild_id, (AINO, BEN, MO)[number % 3])
        case "merge":
            await topic_changes.merge(store, guild_id, one, other, MO, NOW, new=True)
        case "undo":
            await topic_changes.undo(store, guild_id, one)
    if tip is None:
        return
    match what:
        case "post":
            await tips.posted(store, guild_id, tip.tip_id, HERE, tip.tip_id + 100, place)
        case "edit":
            await edit(store, tip, f"{number % 4}.org", topics_written=names)
        case "retag":
            await tips.retag(store, guild_id, tip.tip_id, names)
        case "hide" | "remove":
            state: Gone = "hidden" if what == "hide" else "removed"
            await tips.take_away(store, guild_id, tip.tip_id, state, MO, NOW + turn)
        case "back":
            await tips.bring_back(store, guild_id, tip.tip_id, NOW + turn)
        case "card deleted":
            await tips.card_deleted(store, guild_id, [tip.message_id or 0], NOW + turn)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(step, min_size=5, max_size=25))
@example(
    # Two words that became one: together they come, go and part as one and as two.
    [
        ("share", A, HERE, ("excel", "exel"), 0),
        ("merge", A, None, (), 1),
        ("post", A, THERE, (), 0),
        ("hide", A, None, (), 0),
        ("undo", A, None, (), 1),
        ("back", A, None, (), 0),
        ("merge", A, None, (), 1),
        ("retag", A, None, ("excel", "exel"), 0),
        ("undo", A, None, (), 1),
        ("retag", A, None, ("exel",), 0),
        ("remove", A, None, (), 0),
        ("purge", A, None, (), 1),
    ]
)
async def test_whatever_happens_the_count_is_a_recounts(
    store: Store, steps: list[tuple[Any, ...]]
) -> None:
    async with store.write() as tx:
        await tx.run("DELETE FROM tips")
        await tx.run("DELETE FROM topic_changes")
    assert await kept(store) == {}
    for turn, (what, *given_to_it) in enumerate(steps):
        await take(store, what, *given_to_it, turn)
        assert await kept(store) == await counted(store), (turn, what)


async def test_each_of_these_steps_does_something(store: Store) -> None:
    """Else the test above would prove nothing."""
    chance = random.Random(1)
    did = set()
    before = await everything(store)
    for turn in range(300):
        (what,) = chance.choices([*STEPS], [*STEPS.values()])
        names = tuple(chance.sample(NAMES, chance.randint(0, 3)))
        place = chance.choice([HERE, THERE, A, None])
        await take(store, what, A, place, names, chance.randint(0, 11), turn)
        after = await everything(store)
        if any(after[name] != before[name] for name in ("tips", "tip_topics")):
            did.add(what)
        before = after
        assert await kept(store) == await counted(store), (turn, what)
    assert did == {*STEPS}


@pytest.mark.parametrize("state", ["hidden", "removed"])
async def test_topics_are_offered_most_used_first(store: Store, state: Gone) -> None:
    await a_tip(store, link="a.org", topics=("excel", "data"))
    await a_tip(store, link="b.org", topics=("teams",))
    last = await a_tip(store, link="c.org", topics=("excel",), sharer_id=BEN)

    async def beginning(typed: str, places: tuple[int, ...] = (HERE, THERE)) -> list[str]:
        return await topics.beginning(store, A, places, typed)

    assert await beginning("") == ["excel", "data", "teams"]
    assert await beginning("te") == ["teams"]
    assert await topics.beginning(store, A, (HERE, THERE), "", limit=1) == ["excel"]
    assert await beginning("%") == await beginning("xcel") == await beginning("excelx") == []
    assert await beginning("", (THERE,)) == await beginning("", ()) == []
    assert await topics.beginning(store, B, (HERE, THERE), "") == []
    await tips.take_away(store, A, last.tip_id, state, MO, NOW)
    assert await beginning("") == ["data", "excel", "teams"]


async def test_what_a_tip_brought_was_not_known_before_it(store: Store) -> None:
    await a_tip(store, link="a.org", topics=("excel", "data"))
    await a_tip(store, link="b.org", topics=("excel", "exel"))

    async def before(*written: str, places: tuple[int, ...] = (HERE, THERE)) -> list[str]:
        return await topics.known_before(store, A, places, written)

    assert await before("excel", "exel") == ["excel", "data"]
    assert await before() == ["excel", "data", "exel"]
    assert await before(places=(THERE,)) == []


async def test_a_topic_two_merged_words_left_twice_on_a_tip_counts_once(store: Store) -> None:
    await a_tip(store, link="a.org", topics=("exel", "excel"))
    await a_tip(store, link="b.org", topics=("data",))
    await a_tip(store, link="c.org", topics=("data",), sharer_id=BEN)
    assert await topics.known(store, A, (HERE,)) == ["data", "excel", "exel"]
    await topic_changes.merge(store, A, "exel", "excel", MO, NOW)
    assert await kept(store) == {(A, "data", HERE): 2, (A, "excel", HERE): 1}
    await topic_changes.undo(store, A, "exel")
    assert await kept(store) == {(A, "data", HERE): 2, (A, "excel", HERE): 1, (A, "exel", HERE): 1}
