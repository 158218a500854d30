"""Pausing schedules, going on, skipping runs, resting when nobody answers, and days off."""

import asyncio

import pytest

from data import days_off, deliveries, schedule_changes, schedules
from data.claims import surroundings
from data.days_off import MOST_DAYS_OFF
from data.deliveries import Delivery
from data.schedules import RUNNING, Run, Schedule
from data.store import Store
from tests.data.made import AINO, NOW, A, B, a_delivery, a_reflection, a_schedule

WEEK = 7 * 86_400
GRACE = 86_400
RUNS = [Run(f"2026-11-{day:02}", NOW + turn * WEEK) for turn, day in enumerate((2, 9, 16, 23, 30))]


async def now_is(store: Store, made: Schedule) -> Schedule:
    found = await schedules.get(store, made.guild_id, made.kind, made.schedule_id)
    assert found is not None
    return found


async def post(store: Store, made: Schedule, run: Run, *, message: int | None = 9) -> Delivery:
    """The schedule's run comes and is sent."""
    made = await now_is(store, made)
    later = Run("2026-12-31", run.due + WEEK)
    (delivery,) = await deliveries.claim(store, made, [run], later, run.due, GRACE)
    await deliveries.finish(store, delivery, "sent", message_id=message)
    return delivery


# Pausing


async def test_paused_for_good_it_is_never_due(store: Store) -> None:
    made = await a_schedule(store, first=RUNS[0])
    assert await schedule_changes.pause(store, A, made.schedule_id, NOW - 5)
    assert await schedules.due(store, NOW + WEEK) == []
    assert await deliveries.next_moment(store, 0) is None
    # Whoever saw it due just before cannot claim it any more.
    assert await deliveries.claim(store, made, RUNS[:1], RUNS[1], NOW, GRACE) == []
    paused = await now_is(store, made)
    assert (paused.paused_at, paused.paused_until, paused.paused_why) == (
        NOW - 5,
        None,
        "moderator",
    )
    assert paused.paused("9999-12-31")
    assert not paused.takes("2026-11-02")
    assert await schedule_changes.resume(store, A, made.schedule_id, RUNS[2])
    going = await now_is(store, made)
    assert (going.paused_at, going.paused_why, going.next_due) == (None, "", RUNS[2].due)
    assert await schedules.due(store, RUNS[2].due) == [going]


async def test_paused_until_a_date_it_is_due_after_it(store: Store) -> None:
    made = await a_schedule(store, first=RUNS[0])
    await schedule_changes.pause(store, A, made.schedule_id, NOW - 5, "2026-11-16", RUNS[2])
    assert await schedules.due(store, RUNS[1].due) == []
    assert await deliveries.next_moment(store, 0) == RUNS[2].due
    paused = await now_is(store, made)
    assert await schedules.due(store, RUNS[2].due) == [paused]
    assert paused.paused("2026-11-15")
    assert not paused.paused("2026-11-16")
    assert not paused.takes("2026-11-15")
    assert paused.takes("2026-11-16")
    # Whoever saw its former run due cannot claim that any more.
    assert await deliveries.claim(store, made, RUNS[:1], RUNS[1], NOW, GRACE) == []
    assert len(await deliveries.claim(store, paused, RUNS[2:3], RUNS[3], NOW, GRACE)) == 1


async def test_pausing_withdraws_only_what_has_not_begun(store: Store) -> None:
    made, other = await a_schedule(store, first=RUNS[0]), await a_schedule(store, first=RUNS[0])
    (begun,) = await deliveries.claim(store, made, RUNS[:1], RUNS[1], NOW, GRACE)
    assert await deliveries.sending(store, begun, NOW, NOW + 30)
    made = await now_is(store, made)
    (waiting,) = await deliveries.claim(store, made, RUNS[1:2], RUNS[2], RUNS[1].due, GRACE)
    (beside,) = await deliveries.claim(store, other, RUNS[:1], RUNS[1], NOW, GRACE)
    await schedule_changes.pause(store, A, made.schedule_id, NOW)
    states = {}
    for one in (begun, waiting, beside):
        found = await deliveries.get(store, A, one.delivery_id)
        assert found is not None
        states[one.delivery_id] = (found.state, found.reason)
    assert states == {
        begun.delivery_id: ("sending", ""),
        waiting.delivery_id: ("skipped", "paused"),
        beside.delivery_id: ("pending", ""),
    }


@pytest.mark.parametrize("change", ["pause", "rest", "resume", "skip", "tune"])
async def test_a_schedule_that_is_gone_is_not_changed(store: Store, change: str) -> None:
    made = await a_schedule(store, first=RUNS[0])
    await schedules.remove(store, A, "prompt", made.schedule_id)
    where = (store, A, made.schedule_id)
    assert not await {
        "pause": lambda: schedule_changes.pause(*where, NOW),
        "rest": lambda: schedule_changes.rest(*where, 0, NOW),
        "resume": lambda: schedule_changes.resume(*where, RUNS[1]),
        "skip": lambda: schedule_changes.skip(*where, RUNS[0], RUNS[1], was=NOW),
        "tune": lambda: schedule_changes.tune(*where, pick="random", theme=""),
    }[change]()


# Skipping


async def test_a_run_is_skipped_or_claimed_and_never_both(store: Store) -> None:
    made = await a_schedule(store, first=RUNS[0])
    where = (store, A, made.schedule_id)
    claimed, skipped = await asyncio.gather(
        deliveries.claim(store, made, RUNS[:1], RUNS[1], NOW, GRACE),
        schedule_changes.skip(*where, RUNS[0], RUNS[1], was=NOW),
    )
    assert bool(claimed) is not skipped
    now = await now_is(store, made)
    assert (now.next_date, now.next_due) == (RUNS[1].local_date, RUNS[1].due)
    assert await schedule_changes.skip(*where, RUNS[1], RUNS[2], was=RUNS[1].due)
    now = await now_is(store, made)
    assert (now.skipped_to, now.next_due) == ("2026-11-09", RUNS[2].due)
    assert not now.takes("2026-11-09")
    assert now.takes("2026-11-10")
    await schedule_changes.resume(*where, RUNS[1])
    assert (await now_is(store, made)).skipped_to is None


async def test_what_was_claimed_meanwhile_is_not_moved_back(store: Store) -> None:
    made = await a_schedule(store, first=RUNS[0])
    await deliveries.claim(store, made, RUNS[:1], RUNS[1], NOW, GRACE)
    await schedules.move(store, A, made.schedule_id, Run("2026-11-02", NOW + 60), was=NOW)
    assert (await now_is(store, made)).next_due == RUNS[1].due


# Resting


async def rests(store: Store, made: Schedule) -> bool:
    """Both ways to ask agree."""
    around = await surroundings(store, [await now_is(store, made)], 3)
    rested = await schedule_changes.rest(store, A, made.schedule_id, 3, NOW + 9 * WEEK)
    assert (made.schedule_id in around.quiet) is rested
    return rested


async def test_three_posts_without_an_answer_and_it_rests(store: Store) -> None:
    made = await a_schedule(store, first=RUNS[0])
    for run in RUNS[:2]:
        await post(store, made, run)
    assert not await rests(store, made)
    # What never stood there could not be answered.
    await post(store, made, RUNS[2], message=None)
    assert not await rests(store, made)
    await post(store, made, RUNS[3])
    assert await rests(store, made)
    paused = await now_is(store, made)
    assert (paused.paused_why, paused.paused_until) == ("quiet", None)
    # It counts anew.
    await schedule_changes.resume(store, A, made.schedule_id, RUNS[4])
    assert not await rests(store, made)


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("anonymous", [False, True])
async def test_an_answer_to_one_of_the_last_three_is_enough(
    store: Store, place: int, anonymous: bool
) -> None:
    made = await a_schedule(store, first=RUNS[0])
    sent = [await post(store, made, run) for run in RUNS[:4]]
    if anonymous:
        async with store.write() as tx:
            await tx.run(
                "INSERT INTO anonymous_answers (guild_id, delivery_id, author, text, least)"
                " VALUES (?, ?, x'00', 'x', 3)",
                (A, sent[place].delivery_id),
            )
    else:
        await a_reflection(store, sent[place], AINO)
    assert await rests(store, made) is (place == 0)


async def test_other_posts_say_nothing_about_a_schedule(store: Store) -> None:
    made, other = await a_schedule(store, first=RUNS[0]), await a_schedule(store, first=RUNS[0])
    for run in RUNS[:2]:
        await post(store, made, run)
        await post(store, other, run)
        by_hand = await a_delivery(store)
        await deliveries.finish(store, by_hand, "sent", message_id=9)
    assert not await rests(store, made)
    await a_reflection(store, await post(store, other, RUNS[2]), AINO)
    await post(store, made, RUNS[2])
    assert not await rests(store, other)
    assert await rests(store, made)


# Prompts, and days off


async def test_how_prompts_are_picked_is_kept(store: Store) -> None:
    made = await a_schedule(store)
    assert (made.pick, made.theme) == ("order", "")
    assert await schedule_changes.tune(store, A, made.schedule_id, pick="random", theme="habits")
    now = await now_is(store, made)
    assert (now.pick, now.theme) == ("random", "habits")


async def test_days_off_are_those_given_last_each_once_and_in_order(store: Store) -> None:
    assert await days_off.put(store, A, ["2026-12-25", "2026-12-24", "2026-12-24"])
    assert await days_off.put(store, B, ["2026-12-06"])
    assert await days_off.listed(store, A) == ["2026-12-24", "2026-12-25"]
    most = [f"2027-{1 + one // 28:02}-{1 + one % 28:02}" for one in range(MOST_DAYS_OFF + 1)]
    assert await days_off.put(store, A, most) is None
    assert await days_off.listed(store, A) == ["2026-12-24", "2026-12-25"]
    assert await days_off.put(store, A, most[1:]) == most[1:]
    assert await days_off.put(store, A, []) == []
    assert await days_off.listed(store, A) == []
    assert await days_off.listed(store, B) == ["2026-12-06"]


@pytest.mark.parametrize("comparison", ["<=", ">"])
async def test_what_is_due_is_found_by_its_index(store: Store, comparison: str) -> None:
    """Ten thousand schedules are asked every few seconds."""
    rows = await store.read(
        "EXPLAIN QUERY PLAN SELECT next_due FROM schedules"
        f" WHERE next_due {comparison} ? AND {RUNNING} ORDER BY next_due",
        (NOW,),
    )
    assert ["schedules_by_due" in row["detail"] for row in rows] == [True]
