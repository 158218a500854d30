"""Schedules, and the rows of their posts."""

import asyncio

import pytest

from data import deliveries, schedules
from data.deliveries import Delivery
from data.schedules import MOST_SCHEDULES, Run
from data.store import Store
from tests.data.made import MO, NOW, A, B, a_delivery, a_schedule

WEEK = 7 * 86_400
GRACE = 86_400
RUNS = [Run(f"2026-11-{day:02}", NOW + turn * WEEK) for turn, day in enumerate((2, 9, 16, 23))]
NEXT = Run("2026-11-30", NOW + 4 * WEEK)


async def state(store: Store, delivery: Delivery) -> tuple[str, str]:
    now = await deliveries.get(store, delivery.guild_id, delivery.delivery_id)
    assert now is not None
    return now.state, now.reason


async def test_a_schedule_is_kept_as_it_was_made(store: Store) -> None:
    made = await a_schedule(store, first=RUNS[0])
    assert (made.first_date, made.next_date, made.next_due) == ("2026-11-02", "2026-11-02", NOW)
    assert await schedules.of_guild(store, A) == [made]
    assert await schedules.due(store, NOW - 1) == []
    assert await schedules.due(store, NOW) == [made]
    assert await deliveries.next_moment(store, NOW - 1) == NOW


async def test_a_community_has_so_many_schedules_and_no_more(store: Store) -> None:
    made = await asyncio.gather(
        *(
            schedules.add(store, A, "prompt", 1, 0, 0, "week", "open", MO, RUNS[0])
            for _ in range(MOST_SCHEDULES + 5)
        )
    )
    assert made.count(None) == 5
    assert await schedules.add(store, B, "prompt", 1, 0, 0, "week", "open", MO, RUNS[0])


async def test_a_run_is_claimed_once_however_many_try(store: Store) -> None:
    schedule = await a_schedule(store, first=RUNS[0])
    claims = await asyncio.gather(
        *(deliveries.claim(store, schedule, RUNS[:1], RUNS[1], NOW, GRACE) for _ in range(10))
    )
    assert sum(map(len, claims)) == 1
    (delivery,) = next(filter(None, claims))
    assert (delivery.state, delivery.local_date, delivery.due_at) == ("pending", "2026-11-02", NOW)
    (moved,) = await schedules.of_guild(store, A)
    assert (moved.next_date, moved.next_due) == (RUNS[1].local_date, RUNS[1].due)
    assert moved.first_date == "2026-11-02"
    assert await deliveries.to_do(store, A, NOW) == [delivery]


@pytest.mark.parametrize(
    ("late", "grace", "states"),
    [
        (0, GRACE, ["skipped", "skipped", "skipped", "pending"]),
        (GRACE, GRACE, ["skipped", "skipped", "skipped", "pending"]),
        (GRACE + 1, GRACE, ["skipped", "skipped", "skipped", "skipped"]),
        (0, 10 * WEEK, ["skipped", "skipped", "skipped", "pending"]),
    ],
)
async def test_of_what_was_missed_only_the_latest_is_posted_and_only_in_time(
    store: Store, late: int, grace: int, states: list[str]
) -> None:
    schedule = await a_schedule(store, first=RUNS[0])
    made = await deliveries.claim(store, schedule, RUNS, NEXT, RUNS[-1].due + late, grace)
    assert [one.state for one in made] == states
    assert [one.reason for one in made] == ["missed" if one == "skipped" else "" for one in states]
    last = await deliveries.last_of(store, A, schedule.schedule_id)
    assert last == made[-1]


async def test_a_day_that_was_posted_already_is_not_posted_again(store: Store) -> None:
    """The community moves to a zone further west, and the same local day comes once more."""
    schedule = await a_schedule(store, first=RUNS[0])
    (posted,) = await deliveries.claim(store, schedule, RUNS[:1], RUNS[1], NOW, GRACE)
    again = Run(RUNS[0].local_date, NOW + 7_200)
    await schedules.move(store, A, schedule.schedule_id, again)
    (moved,) = await schedules.due(store, again.due)
    assert moved.next_due == again.due
    assert await deliveries.claim(store, moved, [again], RUNS[1], again.due, GRACE) == []
    assert await deliveries.to_do(store, A, again.due) == [posted]
    (on,) = await schedules.of_guild(store, A)
    assert on.next_due == RUNS[1].due


async def test_a_schedule_removed_meanwhile_is_not_claimed(store: Store) -> None:
    schedule = await a_schedule(store, first=RUNS[0])
    assert await schedules.remove(store, A, "prompt", schedule.schedule_id)
    assert not await schedules.remove(store, A, "prompt", schedule.schedule_id)
    assert await deliveries.claim(store, schedule, RUNS[:1], RUNS[1], NOW, GRACE) == []
    assert await deliveries.next_moment(store, 0) is None


async def test_removing_a_schedule_stops_what_has_not_begun(store: Store) -> None:
    schedule = await a_schedule(store, first=RUNS[0])
    (begun,) = await deliveries.claim(store, schedule, RUNS[:1], RUNS[1], NOW, GRACE)
    assert await deliveries.sending(store, begun, NOW, NOW + 30)
    (moved,) = await schedules.of_guild(store, A)
    (waiting,) = await deliveries.claim(store, moved, RUNS[1:2], RUNS[2], RUNS[1].due, GRACE)
    await schedules.remove(store, A, "prompt", schedule.schedule_id)
    assert await state(store, begun) == ("sending", "")
    assert await state(store, waiting) == ("skipped", "unscheduled")


async def a_digest_schedule(store: Store, guild: int = A, channel: int = 1) -> schedules.Schedule:
    made = await schedules.add(
        store, guild, "digest", channel, 0, 0, "week", "open", MO, RUNS[0], alone=True
    )
    assert made is not None
    return made


async def test_schedules_are_listed_and_stopped_by_their_kind(store: Store) -> None:
    prompt, digest = await a_schedule(store), await a_digest_schedule(store)
    assert await schedules.of_guild(store, A, "prompt") == [prompt]
    assert await schedules.of_guild(store, A, "digest") == [digest]
    assert len(await schedules.of_guild(store, A)) == 2
    assert not await schedules.remove(store, A, "prompt", digest.schedule_id)
    assert not await schedules.remove(store, B, "digest")
    assert await schedules.remove(store, A, "digest")
    assert not await schedules.remove(store, A, "digest")
    assert await schedules.of_guild(store, A) == [prompt]


async def test_what_is_scheduled_alone_takes_the_place_of_what_there_was(store: Store) -> None:
    first = await a_digest_schedule(store)
    (waiting,) = await deliveries.claim(store, first, RUNS[:1], RUNS[1], NOW, GRACE)
    prompt, elsewhere = await a_schedule(store, first=NEXT), await a_digest_schedule(store, B)
    second = await a_digest_schedule(store, channel=2)
    assert await schedules.of_guild(store, A) == [second, prompt]
    assert await schedules.of_guild(store, B) == [elsewhere]
    assert await state(store, waiting) == ("skipped", "unscheduled")
    # What was scheduled before gives its room.
    for _ in range(MOST_SCHEDULES - 2):
        await a_schedule(store)
    assert (await a_digest_schedule(store)).schedule_id > second.schedule_id
    assert await schedules.remove(store, A, "digest")
    await a_schedule(store)
    full = await schedules.add(store, A, "digest", 1, 0, 0, "week", "open", MO, RUNS[0], alone=True)
    assert full is None


async def test_only_one_of_many_sends(store: Store) -> None:
    delivery = await a_delivery(store)
    won = await asyncio.gather(
        *(deliveries.sending(store, delivery, NOW, NOW + 30) for _ in range(10))
    )
    assert won.count(True) == 1
    taken = await deliveries.get(store, A, delivery.delivery_id)
    assert taken is not None
    assert (taken.state, taken.tries, taken.sending_at, taken.try_at) == (
        "sending",
        1,
        NOW,
        NOW + 30,
    )
    # The next try keeps the moment of the first, from which the post is looked for.
    again = await asyncio.gather(
        *(deliveries.sending(store, taken, NOW + 30, NOW + 90) for _ in range(10))
    )
    assert again.count(True) == 1
    later = await deliveries.get(store, A, delivery.delivery_id)
    assert later is not None
    assert (later.tries, later.sending_at, later.try_at) == (2, NOW, NOW + 90)


@pytest.mark.parametrize("ended", ["sent", "failed", "skipped"])
async def test_what_has_ended_is_not_sent_again(store: Store, ended: deliveries.State) -> None:
    delivery = await a_delivery(store)
    assert await deliveries.sending(store, delivery, NOW, NOW + 30)
    taken = await deliveries.get(store, A, delivery.delivery_id)
    assert taken is not None
    await deliveries.finish(store, taken, ended, message_id=9)
    assert not await deliveries.sending(store, taken, NOW, NOW + 30)
    assert not await deliveries.sending(store, delivery, NOW, NOW + 30)
    assert await deliveries.to_do(store, A, NOW + WEEK) == []


async def test_what_waits_is_tried_when_its_time_comes(store: Store) -> None:
    delivery = await a_delivery(store)
    await deliveries.postpone(store, delivery, NOW + 60)
    assert await deliveries.to_do(store, A, NOW + 59) == []
    assert len(await deliveries.to_do(store, A, NOW + 60)) == 1
    assert await deliveries.next_moment(store, NOW) == NOW + 60


async def test_the_next_moment_is_never_now_or_before(store: Store) -> None:
    """What is due and cannot be done yet must not keep the bot from sleeping."""
    await a_schedule(store, first=Run("2026-11-23", NOW))
    await a_schedule(store, B, first=Run("2026-11-30", NOW + WEEK))
    delivery = await a_delivery(store)
    await deliveries.postpone(store, delivery, NOW + 60)
    told = [
        await deliveries.next_moment(store, now)
        for now in (0, NOW - 1, NOW, NOW + 59, NOW + 60, NOW + WEEK - 1, NOW + WEEK)
    ]
    assert told == [NOW, NOW, NOW + 60, NOW + 60, NOW + WEEK, NOW + WEEK, None]


async def test_what_is_being_sent_is_looked_after_and_what_ended_is_not(store: Store) -> None:
    delivery = await a_delivery(store)
    assert await deliveries.sending(store, delivery, NOW, NOW + 30)
    assert await deliveries.next_moment(store, NOW) == NOW + 30
    await deliveries.finish(store, delivery, "sent", message_id=9)
    assert await deliveries.next_moment(store, 0) is None


async def test_after_a_start_only_what_was_cut_short_is_looked_at_at_once(store: Store) -> None:
    cut, waiting = await a_delivery(store), await a_delivery(store)
    assert await deliveries.sending(store, cut, NOW, NOW + 1_800)
    await deliveries.postpone(store, waiting, NOW + 1_800)
    await deliveries.recover(store, NOW + 5)
    assert [one.delivery_id for one in await deliveries.to_do(store, A, NOW + 5)] == [
        cut.delivery_id
    ]


async def test_the_latest_post_is_the_newest_that_was_sent(store: Store) -> None:
    assert await deliveries.newest(store, A, "prompt") == []
    first, second, third = [await a_delivery(store) for _ in range(3)]
    await deliveries.finish(store, first, "sent", message_id=1)
    await deliveries.finish(store, second, "sent", message_id=2)
    await deliveries.finish(store, third, "failed", reason="gone")
    (newest,) = await deliveries.newest(store, A, "prompt")
    assert (newest.delivery_id, newest.message_id) == (second.delivery_id, 2)
    assert await deliveries.newest(store, A, "digest") == []
    assert await deliveries.newest(store, B, "prompt") == []


async def test_each_channel_has_a_newest_post(store: Store) -> None:
    made = []
    for channel, at in ((5, NOW), (6, NOW + 9), (5, NOW + 5), (6, NOW + 9), (7, NOW - 1)):
        one = await deliveries.deliver_now(
            store, A, "prompt", channel, "choice", 1, "?", "2026-11-23", at
        )
        await deliveries.finish(store, one, "sent")
        made.append(one.delivery_id)
    found = [one.delivery_id for one in await deliveries.newest(store, A, "prompt")]
    assert found == [made[3], made[2], made[4]]


async def test_a_thread_is_remembered_until_it_is_deleted(store: Store) -> None:
    here, elsewhere = await a_delivery(store, A), await a_delivery(store, B)
    for one in (here, elsewhere):
        await deliveries.set_thread(store, one.guild_id, one.delivery_id, 9)

    async def threads() -> list[int | None]:
        found = [await deliveries.get(store, o.guild_id, o.delivery_id) for o in (here, elsewhere)]
        return [one.thread_id for one in found if one]

    assert await threads() == [9, 9]
    await deliveries.thread_deleted(store, A, 8)
    assert await threads() == [9, 9]
    await deliveries.thread_deleted(store, A, 9)
    assert await threads() == [None, 9]
