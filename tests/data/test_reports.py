"""What members reported: kept until a moderator closes it."""

import asyncio
from typing import get_args

import pytest

from data import reports
from data.reports import DAILY_PER_MEMBER, DAY, Reason, Report
from data.store import Store
from tests.data.made import AINO, BEN, MO, NOW, A, B, everything


async def add(
    store: Store,
    item: int = 1,
    user: int = AINO,
    reason: Reason = "spam",
    text: str = "Look.",
    at: int = NOW,
    guild_id: int = A,
) -> Report | str:
    return await reports.add(store, guild_id, "tip", item, user, reason, text, at)


async def waiting(store: Store, guild_id: int = A) -> list[Report]:
    shown, total = await reports.waiting(store, guild_id, limit=1_000)
    assert len(shown) == total
    return shown


async def test_a_report_is_kept_as_it_was_made(store: Store) -> None:
    made = await add(store)
    assert isinstance(made, Report)
    assert made == Report(made.report_id, A, "tip", 1, AINO, "spam", "Look.", NOW, None, None)
    assert await waiting(store) == [made]
    assert await waiting(store, B) == []


@pytest.mark.parametrize("reason", get_args(Reason))
async def test_every_reason_can_be_given(store: Store, reason: Reason) -> None:
    made = await add(store, reason=reason)
    assert isinstance(made, Report)
    assert made.reason == reason


async def test_made_again_it_is_changed_and_keeps_its_place(store: Store) -> None:
    first = await add(store)
    assert isinstance(first, Report)
    second = await add(store, user=BEN, text="Ben's.")
    assert await add(store, reason="broken", text="It is gone.", at=NOW + 60) == "again"
    changed, other = await waiting(store)
    assert (changed.report_id, changed.reported_at) == (first.report_id, NOW)
    assert (changed.reason, changed.text) == ("broken", "It is gone.")
    assert other == second


async def test_at_once_it_is_made_once(store: Store) -> None:
    made = await asyncio.gather(*(add(store) for _ in range(10)))
    assert made.count("again") == 9
    assert len(await waiting(store)) == 1


async def test_a_member_reports_so_much_a_day(store: Store) -> None:
    made = await asyncio.gather(*(add(store, item) for item in range(DAILY_PER_MEMBER + 5)))
    assert made.count("full") == 5
    assert len(await waiting(store)) == DAILY_PER_MEMBER
    # What is open can be changed; others, and elsewhere, have their own; and there is a new day.
    assert await add(store, 0) == "again"
    assert isinstance(await add(store, 99, BEN), Report)
    assert isinstance(await add(store, 99, guild_id=B), Report)
    assert await add(store, 99, at=NOW + DAY - 1) == "full"
    assert isinstance(await add(store, 99, at=NOW + DAY), Report)


async def test_what_was_closed_counts_for_its_day(store: Store) -> None:
    for _ in range(DAILY_PER_MEMBER):
        assert isinstance(await add(store), Report)
        await reports.close(store, A, "tip", 1, MO, NOW)
    assert await add(store) == "full"


async def test_closed_is_all_that_was_said_of_a_thing(store: Store) -> None:
    for user in (AINO, BEN):
        await add(store, user=user)
    other = await add(store, 2)
    elsewhere = await add(store, guild_id=B)
    closed = await reports.close(store, A, "tip", 1, MO, NOW + 5)
    assert sorted(one.user_id for one in closed) == [AINO, BEN]
    assert {(one.closed_by, one.closed_at) for one in closed} == {(MO, NOW + 5)}
    assert await waiting(store) == [other]
    assert await waiting(store, B) == [elsewhere]
    # Closed is closed: by whom and when stays, and there is nothing more to close.
    before = await everything(store)
    assert await reports.close(store, A, "tip", 1, BEN, NOW + 9) == []
    assert await reports.close(store, A, "tip", 99, BEN, NOW + 9) == []
    assert await everything(store) == before


async def test_what_was_closed_can_be_reported_anew(store: Store) -> None:
    first = await add(store)
    await reports.close(store, A, "tip", 1, MO, NOW)
    second = await add(store)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert second.report_id > first.report_id
    assert await waiting(store) == [second]


async def test_the_queue_is_shown_oldest_first_in_pages(store: Store) -> None:
    for item in range(25):
        await add(store, item, user=item)
    await reports.close(store, A, "tip", 3, MO, NOW)
    for offset, shown in ((0, [0, 1, 2, 4]), (4, [5, 6, 7, 8]), (20, [21, 22, 23, 24])):
        found, total = await reports.waiting(store, A, 4, offset)
        assert ([one.item_id for one in found], total) == (shown, 24)
    past, _ = await reports.waiting(store, A, 4, 99)
    assert [one.item_id for one in past] == [21, 22, 23, 24]
    assert await reports.waiting(store, B, 4, 99) == ([], 0)
