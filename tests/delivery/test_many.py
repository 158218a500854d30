"""Many at once: claimed together and each once, sent at a pace, none held up by another."""

import asyncio
import json

import pytest

from bot.pace import Pace
from data import claims, deliveries, schedule_changes, schedules
from data.deliveries import Claim
from data.schedules import Run, Schedule
from data.store import Store
from tests.data.made import NOW, A, B, a_schedule
from tests.features.circle import Circle
from tests.features.test_delivery import FIRST_RUN, posts, states

WEEK = 7 * 86_400
FOLLOWING = Run("2026-11-30", NOW + WEEK)


async def due(store: Store, count: int) -> list[Schedule]:
    first = Run("2026-11-23", NOW)
    made = [await a_schedule(store, A + number // 20, first) for number in range(count)]
    assert len(await schedules.due(store, NOW)) == count
    return made


def each(made: list[Schedule]) -> list[Claim]:
    return [Claim(one, [Run(one.next_date, one.next_due)], FOLLOWING) for one in made]


async def test_whoever_claims_them_together_each_has_one_row(store: Store) -> None:
    made = each(await due(store, 60))
    # Two of them begin at the same moment, with some in common.
    both = await asyncio.gather(
        deliveries.claim_all(store, made[:40], NOW, 3600),
        deliveries.claim_all(store, made[20:], NOW, 3600),
    )
    assert sorted(map(len, both)) == [20, 40]
    rows = await store.read("SELECT schedule_id, count(*) AS rows FROM deliveries GROUP BY 1")
    assert [row["rows"] for row in rows] == [1] * 60
    assert not await schedules.due(store, NOW)


async def test_what_is_not_claimed_stays_due(store: Store) -> None:
    made = each(await due(store, 5))
    await deliveries.claim_all(store, made[:2], NOW, 3600)
    left = await schedules.due(store, NOW)
    assert [one.schedule_id for one in left] == [one.schedule.schedule_id for one in made[2:]]


async def test_quiet_schedules_are_those_that_would_be_paused(store: Store) -> None:
    made = await due(store, 4)
    for schedule, posted in zip(made, (3, 2, 4, 0), strict=True):
        for week in range(posted):
            run = Run(f"2026-10-{week + 1:02}", NOW - (posted - week) * WEEK)
            (post,) = await deliveries.claim(store, schedule, [run], FOLLOWING, NOW, 9**9)
            await deliveries.finish(store, post, "sent", message_id=9)
            fields = json.dumps([schedule.next_date, schedule.next_due])
            async with store.write() as tx:
                await tx.run(
                    "UPDATE schedules SET next_date = ?1 ->> 0, next_due = ?1 ->> 1"
                    " WHERE guild_id = ?2 AND schedule_id = ?3",
                    (fields, schedule.guild_id, schedule.schedule_id),
                )
    found = (await claims.surroundings(store, made, 3)).quiet
    one_by_one = {
        one.schedule_id
        for one in made
        if await schedule_changes.rest(store, one.guild_id, one.schedule_id, 3, NOW)
    }
    assert found == one_by_one
    assert found == {made[0].schedule_id, made[2].schedule_id}


async def test_only_the_communities_asked_about_are_read(store: Store) -> None:
    async with store.write() as tx:
        for guild in (A, B):
            await tx.run("INSERT INTO holidays VALUES (?, '2026-12-24')", (guild,))
            await tx.run("INSERT INTO communities (guild_id) VALUES (?)", (guild,))
    around = await claims.surroundings(store, [await a_schedule(store)], 3)
    assert [*around.communities] == [*around.days_off] == [A]


async def test_one_that_cannot_be_claimed_holds_up_no_other(
    weekly: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    await weekly.mo.slash(weekly.talk, "prompt schedule", day="monday", time="9:00")
    async with weekly.bot.store.write() as tx:
        await tx.run("UPDATE schedules SET first_date = 'broken' WHERE schedule_id = 2")
    await weekly.env.advance_time(FIRST_RUN)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]
    assert "Schedule 2 could not be claimed" in caplog.text


async def test_so_many_begin_in_any_second_and_no_more() -> None:
    loop, pace, begun = asyncio.get_running_loop(), Pace(5, 0.2), []
    for _ in range(15):
        await pace.turn()
        begun.append(loop.time())
    assert all(begun[i + 5] - begun[i] >= 0.2 for i in range(10))
    # The first few wait for nothing.
    assert begun[4] - begun[0] < 0.1


async def test_the_pace_is_kept_by_tasks_that_come_together() -> None:
    loop, pace, begun = asyncio.get_running_loop(), Pace(3, 0.1), list[float]()

    async def send() -> None:
        await pace.turn()
        begun.append(loop.time())
        # What hangs takes no turn of another.
        await asyncio.sleep(0.5)

    await asyncio.gather(*(send() for _ in range(9)))
    assert all(begun[i + 3] - begun[i] >= 0.1 for i in range(6))
    assert begun[8] - begun[0] < 0.5
