"""A digest that shows a tip is stale when the tip is not as it shows it."""

from collections.abc import Awaitable, Callable

import pytest

from data import privacy, tip_marks, tips
from data.store import Store
from data.tips import RESTORABLE, Tip
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    A,
    a_delivery,
    a_tip,
    an_unposted_tip,
    edit,
)

Act = Callable[[Store, Tip], Awaitable[object]]


async def shown_in_digest(store: Store, tip: Tip, part: str = "new") -> None:
    delivery = await a_delivery(store, tip.guild_id)
    key = (tip.guild_id, delivery.delivery_id)
    async with store.write() as tx:
        await tx.run("INSERT INTO digests (guild_id, delivery_id, since) VALUES (?, ?, 0)", key)
        await tx.run(
            "INSERT INTO digest_items (guild_id, delivery_id, position, part, tip_id)"
            " VALUES (?, ?, 0, ?, ?)",
            (*key, part, tip.tip_id),
        )


async def taken_away_and_purged(store: Store, tip: Tip) -> None:
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    async with store.write() as tx:
        await tx.run("UPDATE digests SET stale = 0")
    await tips.purge(store, NOW + RESTORABLE)


@pytest.mark.parametrize(
    ("act", "stale"),
    [
        (lambda store, tip: tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW), True),
        (lambda store, tip: tips.take_away(store, A, tip.tip_id, "removed", MO, NOW), True),
        (lambda store, tip: tips.card_deleted(store, A, [tip.message_id or 0], NOW), True),
        (lambda store, tip: tips.move_place(store, A, HERE, A), True),
        (lambda store, tip: tips.titled(store, A, tip.tip_id, "Title"), True),
        (lambda store, tip: edit(store, tip, note="Other."), True),
        (lambda store, tip: edit(store, tip, "other.org"), True),
        (lambda store, tip: privacy.erase(store, A, AINO), True),
        (taken_away_and_purged, True),
        (lambda store, tip: tips.mark(store, A, tip.tip_id, "featured_at", NOW), False),
        (lambda store, tip: tips.retag(store, A, tip.tip_id, ("teams",)), False),
        (lambda store, tip: tip_marks.thank(store, A, tip.tip_id, BEN, NOW), False),
        (lambda store, tip: tip_marks.save(store, A, tip.tip_id, BEN, NOW), False),
        (lambda store, tip: tip_marks.add_note(store, A, tip.tip_id, BEN, "Mine.", NOW), False),
        (tips.drawn, False),
    ],
)
async def test_a_digest_that_shows_the_tip_follows_it(store: Store, act: Act, stale: bool) -> None:
    tip = await a_tip(store)
    await shown_in_digest(store, tip)
    other = await an_unposted_tip(store, link="stays.org", sharer_id=BEN, place_id=THERE)
    await shown_in_digest(store, other)
    await act(store, tip)
    rows = await store.read("SELECT stale FROM digests ORDER BY delivery_id")
    assert [row["stale"] > 0 for row in rows] == [stale, False]


async def test_back_in_sight_it_is_back_in_the_digest(store: Store) -> None:
    tip = await a_tip(store)
    await shown_in_digest(store, tip)
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    async with store.write() as tx:
        await tx.run("UPDATE digests SET stale = 0")
    await tips.bring_back(store, A, tip.tip_id, NOW)
    rows = await store.read("SELECT stale FROM digests")
    assert [row["stale"] > 0 for row in rows] == [True]


@pytest.mark.parametrize(
    ("act", "stale"),
    [
        (lambda store, tip: tip_marks.take_outcome(store, A, tip.tip_id, BEN), True),
        (lambda store, tip: tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "New.", NOW), True),
        (lambda store, tip: tip_marks.thank(store, A, tip.tip_id, BEN, NOW), True),
        (lambda store, tip: privacy.erase(store, A, BEN), True),
        (lambda store, tip: tip_marks.thank(store, A, tip.tip_id, MO, NOW), False),
        (lambda store, tip: privacy.erase(store, A, MO), False),
        (lambda store, tip: tip_marks.tell_outcome(store, A, tip.tip_id, 4, "Mine.", NOW), False),
    ],
)
@pytest.mark.parametrize("part", ["helpful", "new"])
async def test_a_digest_that_quotes_an_outcome_follows_it(
    store: Store, act: Act, stale: bool, part: str
) -> None:
    """Only where a tip stands as the most helpful one its outcomes are quoted."""
    tip = await a_tip(store)
    await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "An hour saved.", NOW)
    await tip_marks.thank(store, A, tip.tip_id, MO, NOW)
    await shown_in_digest(store, tip, part)
    await act(store, tip)
    rows = await store.read("SELECT stale FROM digests")
    assert [row["stale"] > 0 for row in rows] == [stale and part == "helpful"]
