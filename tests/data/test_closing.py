"""Which posts the next one has come for."""

import pytest

from data import anonymous, closing, deliveries, prompts, reflections, schedules
from data.closing import Answers
from data.deliveries import Delivery
from data.schedules import Run, Schedule
from data.store import Store
from tests.data.made import AINO, BEN, FIRST, MO, NOW, A, B, a_reflection, a_schedule

WEEK = 604_800


async def posted(store: Store, schedule: Schedule, weeks: int, state: str = "sent") -> Delivery:
    """The schedule's run so many weeks after its first."""
    of_guild = await schedules.of_guild(store, schedule.guild_id)
    (now,) = [one for one in of_guild if one.schedule_id == schedule.schedule_id]
    run = Run(f"2026-12-{weeks + 1:02}", FIRST.due + weeks * WEEK)
    (made,) = await deliveries.claim(
        store, now, [run], Run(f"2026-12-{weeks + 2:02}", run.due + WEEK), run.due, 3600
    )
    await deliveries.finish(store, made, state, message_id=100 + weeks)  # type: ignore[arg-type]
    return made


async def by_hand(store: Store, channel: int, at: int = NOW, guild: int = A) -> Delivery:
    made = await deliveries.deliver_now(
        store, guild, "prompt", channel, "choice", 1, "?", "2026-12-01", at
    )
    await deliveries.finish(store, made, "sent", message_id=5)
    return made


async def open_no_more(store: Store) -> list[int]:
    return [one.delivery_id for one in await closing.to_close(store)]


async def test_a_post_is_closed_by_the_next_of_its_schedule(store: Store) -> None:
    schedule, other = await a_schedule(store), await a_schedule(store)
    first = await posted(store, schedule, 0)
    assert await open_no_more(store) == []
    await posted(store, other, 1)
    assert await open_no_more(store) == []
    await posted(store, schedule, 1, "skipped")
    await posted(store, schedule, 2, "failed")
    assert await open_no_more(store) == []
    second = await posted(store, schedule, 3)
    assert await open_no_more(store) == [first.delivery_id]
    await posted(store, schedule, 4)
    assert await open_no_more(store) == [second.delivery_id, first.delivery_id]
    await closing.closed(store, A, second.delivery_id, NOW)
    assert await open_no_more(store) == [first.delivery_id]


async def test_a_post_is_over_once_it_is_closed_or_followed(store: Store) -> None:
    schedule = await a_schedule(store)
    first = await posted(store, schedule, 0)
    assert not await closing.over(store, A, first.delivery_id)
    second = await posted(store, schedule, 1)
    assert await closing.over(store, A, first.delivery_id)
    assert not await closing.over(store, B, first.delivery_id)
    assert not await closing.over(store, A, second.delivery_id)
    await closing.closed(store, A, second.delivery_id, NOW)
    assert await closing.over(store, A, second.delivery_id)


async def test_a_post_by_hand_is_closed_by_the_next_in_its_channel(store: Store) -> None:
    first = await by_hand(store, A + 50)
    await by_hand(store, A + 51, NOW + 1)
    await by_hand(store, A + 50, NOW + 1, guild=B)
    assert await open_no_more(store) == []
    schedule = await a_schedule(store)
    await posted(store, schedule, 1)
    assert await open_no_more(store) == [first.delivery_id]


async def test_one_by_hand_closes_no_scheduled_one_unless_its_schedule_is_gone(
    store: Store,
) -> None:
    schedule = await a_schedule(store)
    scheduled = await posted(store, schedule, 0)
    await by_hand(store, schedule.channel_id, NOW + 1)
    assert await open_no_more(store) == []
    await schedules.remove(store, A, "prompt", schedule.schedule_id)
    assert await open_no_more(store) == [scheduled.delivery_id]


async def test_the_moment_of_closing_stays(store: Store) -> None:
    post = await by_hand(store, 1)
    await closing.closed(store, A, post.delivery_id, NOW)
    await closing.closed(store, A, post.delivery_id, NOW + 9)
    found = await deliveries.get(store, A, post.delivery_id)
    assert found is not None
    assert found.closed_at == NOW


async def test_everybody_who_answered_counts_once(store: Store) -> None:
    post, another = await by_hand(store, 1), await by_hand(store, 2)
    await a_reflection(store, post, AINO)
    await a_reflection(store, post, AINO, "Again.")
    await a_reflection(store, post, BEN)
    await a_reflection(store, another, AINO)
    for author in (b"one", b"two"):
        await anonymous.write(store, A, post.delivery_id, author, "x", "", 3, NOW)
    assert await closing.reflected(store, A, post.delivery_id) == Answers(0, 4)
    assert await closing.reflected(store, B, post.delivery_id) == Answers(0, 0)


async def test_what_stands_in_the_thread_is_seen(store: Store) -> None:
    post = await by_hand(store, 1)
    for who, visibility, message in ((AINO, "open", 7), (BEN, "open", None), (MO, "private", None)):
        written = await reflections.write(
            *(store, A, post.delivery_id, who, "x", visibility, NOW)  # type: ignore[arg-type]
        )
        if message:
            await reflections.posted(store, A, written.reflection_id, 5, message)
    assert await closing.reflected(store, A, post.delivery_id) == Answers(1, 2)


@pytest.mark.parametrize(
    ("writers", "least", "seen", "closed"),
    [(2, 3, 0, 0), (3, 3, 3, 3), (4, 3, 3, 4), (5, 3, 3, 5), (4, 5, 0, 0), (6, 3, 6, 6)],
)
async def test_anonymous_answers_are_seen_as_the_closing_settles_them(
    store: Store, writers: int, least: int, seen: int, closed: int
) -> None:
    post = await by_hand(store, 1)
    async with store.write() as tx:
        await tx.run("UPDATE deliveries SET kind = 'prompt', prompt_id = 1")
    for one in range(writers):
        author = f"writer {one}".encode()
        await anonymous.write(store, A, post.delivery_id, author, "x", "", least, NOW)
    uses = await prompts.uses(store, A, [1], 3)
    # Who waits makes no number grow while the prompt is open.
    assert uses[1].answers == seen
    before = await closing.reflected(store, A, post.delivery_id)
    assert before == Answers(closed, writers - closed)
    await anonymous.close(store, A, post.delivery_id)
    assert await closing.reflected(store, A, post.delivery_id) == before


@pytest.mark.parametrize(
    ("seen", "unseen", "least", "told"),
    [
        *((0, 0, 3, 0), (0, 2, 3, 0), (0, 3, 3, 3), (3, 0, 3, 3)),
        *((3, 1, 3, 3), (3, 2, 3, 3), (3, 3, 3, 6), (3, 4, 5, 3), (1, 5, 5, 6)),
    ],
)
def test_few_unseen_ones_are_told_as_none(seen: int, unseen: int, least: int, told: int) -> None:
    assert Answers(seen, unseen).told(least) == told
