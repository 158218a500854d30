"""Scheduled posts under trouble: once, or told, never lost in silence."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import discord
import pytest

from bot import delivery
from tests.features.circle import Circle, answer, text_of, told
from tests.features.scenes import line_breaks, on_the_wire

DAY = 86_400
WEEK = 7 * DAY
MESSAGES = "/channels/*/messages"


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """One prompt every Monday at nine; it is Thursday, midnight."""
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    await circle.mo.slash(circle.talk, "prompt add", text="What went well?")
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    return circle


FIRST_RUN = 4 * DAY + 9 * 3600


def posts(circle: Circle) -> int:
    return sum("Something to reflect on" in text_of(one) for one in circle.prompts.history())


async def states(circle: Circle) -> list[tuple[str, str]]:
    rows = await circle.bot.store.read("SELECT state, reason FROM deliveries ORDER BY due_at")
    return [(row["state"], row["reason"]) for row in rows]


def notices(circle: Circle) -> str:
    return "\n".join(one.content for one in circle.moderators.history())


async def test_it_is_posted_at_its_minute_and_not_before(weekly: Circle) -> None:
    await weekly.env.advance_time(FIRST_RUN - 1)
    assert posts(weekly) == 0
    await weekly.env.advance_time(1)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]


@pytest.mark.parametrize(("status", "code"), [(500, 0), (502, 0), (429, 0)])
async def test_trouble_that_passes_is_waited_out(weekly: Circle, status: int, code: int) -> None:
    weekly.env.inject_error("POST", MESSAGES, status=status, code=code, times=8)
    await weekly.env.advance_time(FIRST_RUN)
    assert posts(weekly) == 0
    weekly.env.backend.faults.clear()
    await weekly.env.advance_time(3600)
    assert posts(weekly) == 1
    assert (await states(weekly))[0][0] == "sent"


async def test_trouble_that_lasts_a_day_is_given_up_and_told(weekly: Circle) -> None:
    weekly.env.inject_error(
        "POST", f"/channels/{weekly.prompts.id}/messages", status=503, times=None
    )
    await weekly.env.advance_time(FIRST_RUN + 2 * DAY)
    assert await states(weekly) == [("skipped", "missed")]
    assert "was skipped" in notices(weekly)


async def test_no_permission_is_told_and_posted_when_that_changes(weekly: Circle) -> None:
    await weekly.permit(weekly.prompts, weekly.guild.me, send_messages=False)
    await weekly.env.advance_time(FIRST_RUN)
    assert await states(weekly) == [("failed", "forbidden")]
    assert "I lack permissions" in notices(weekly)
    await weekly.permit(weekly.prompts, weekly.guild.me)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]


async def test_a_refusal_on_sending_is_told(weekly: Circle) -> None:
    weekly.env.inject_error(
        "POST", f"/channels/{weekly.prompts.id}/messages", status=403, code=50013
    )
    await weekly.env.advance_time(FIRST_RUN)
    assert await states(weekly) == [("failed", "forbidden")]
    assert "I lack permissions" in notices(weekly)


async def test_a_deleted_channel_is_told(weekly: Circle) -> None:
    weekly.env.backend.delete_channel(weekly.prompts.id)
    await weekly.env.settle()
    await weekly.env.advance_time(FIRST_RUN)
    assert await states(weekly) == [("failed", "gone")]
    assert "its channel is gone" in notices(weekly)


async def test_a_post_deleted_while_its_answer_was_lost_is_not_made_again(weekly: Circle) -> None:
    weekly.env.inject_error(
        "POST", f"/channels/{weekly.prompts.id}/messages", status=404, code=10008
    )
    await weekly.env.advance_time(FIRST_RUN + DAY)
    assert posts(weekly) == 0
    assert await states(weekly) == [("sent", "")]


async def test_down_for_three_days_skips_and_tells(weekly: Circle) -> None:
    await down_for(weekly, FIRST_RUN + 3 * DAY)
    assert posts(weekly) == 0
    assert await states(weekly) == [("skipped", "missed")]
    assert "was skipped: I could not post it" in notices(weekly)
    assert "skipped, I could not post it within a day" in told(
        await weekly.mo.slash(weekly.talk, "prompt schedules")
    )


async def test_down_for_five_weeks_posts_the_latest_if_it_is_fresh(weekly: Circle) -> None:
    await down_for(weekly, FIRST_RUN + 4 * WEEK + 3600)
    assert posts(weekly) == 1
    assert [state for state, _ in await states(weekly)] == ["skipped"] * 4 + ["sent"]


async def down_for(circle: Circle, seconds: int) -> None:
    """The process is away: its clock and its loop stand still, the world's goes on."""
    await circle.bot.deliveries.stop()
    await circle.env.advance_time(seconds)
    await circle.restart()


async def interrupted(circle: Circle, *, posted: bool, later: int) -> None:
    """The process dies between the commit of `sending` and that of `sent`."""
    real_finish = delivery.deliveries.finish

    async def die(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    if posted:
        delivery.deliveries.finish = die
    else:
        circle.env.inject_error(
            "POST", f"/channels/{circle.prompts.id}/messages", status=500, times=None
        )
    try:
        await circle.env.advance_time(FIRST_RUN)
    finally:
        delivery.deliveries.finish = real_finish
        circle.env.backend.faults.clear()
    assert [state for state, _ in await states(circle)] == ["sending"]
    await down_for(circle, later)


@pytest.mark.parametrize("later", [600, 3600, 20 * 3600])
async def test_killed_after_the_post_it_is_found_and_not_posted_again(
    weekly: Circle, later: int
) -> None:
    await interrupted(weekly, posted=True, later=later)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]
    (row,) = await weekly.bot.store.read("SELECT message_id FROM deliveries")
    assert row["message_id"] in {one.id for one in weekly.prompts.history()}


async def test_killed_after_the_post_as_the_day_is_over_it_is_found(weekly: Circle) -> None:
    """It is too late to send it again, though not a minute has passed."""
    await weekly.bot.deliveries.stop()
    await weekly.env.advance_time(FIRST_RUN + DAY - 10)
    real_finish = delivery.deliveries.finish

    async def die(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    delivery.deliveries.finish = die
    try:
        await weekly.restart()
    finally:
        delivery.deliveries.finish = real_finish
    assert (posts(weekly), await states(weekly)) == (1, [("sending", "")])
    await down_for(weekly, 20)
    assert (posts(weekly), await states(weekly)) == (1, [("sent", "")])
    assert "skipped" not in notices(weekly)


@pytest.mark.parametrize("later", [600, 3600, 20 * 3600])
async def test_killed_before_the_post_it_is_posted(weekly: Circle, later: int) -> None:
    await interrupted(weekly, posted=False, later=later)
    assert posts(weekly) == 1


async def test_killed_moments_ago_it_is_sent_with_the_same_nonce(weekly: Circle) -> None:
    # SimCord does not drop a repeated nonce as Discord does, so the requests are compared.
    await interrupted(weekly, posted=True, later=10)
    sent = [
        one.json["nonce"]
        for one in weekly.env.http_requests
        if one.method == "POST"
        and one.path == f"/channels/{weekly.prompts.id}/messages"
        and "nonce" in (one.json or {})
    ]
    assert sent == ["vinkki-1", "vinkki-1"]
    assert all(
        one.json["enforce_nonce"] for one in weekly.env.http_requests if "nonce" in (one.json or {})
    )


async def test_history_that_cannot_be_read_is_told_and_nothing_is_resent(weekly: Circle) -> None:
    weekly.env.inject_error(
        "GET", f"/channels/{weekly.prompts.id}/messages", status=403, code=50001, times=None
    )
    real = weekly.env.backend.faults[:]
    await interrupted_keeping(weekly, real)
    assert posts(weekly) == 1
    assert await states(weekly) == [("failed", "unsure")]
    assert "cannot read its history" in notices(weekly)


async def interrupted_keeping(circle: Circle, faults: list[object]) -> None:
    real_finish = delivery.deliveries.finish

    async def die(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    delivery.deliveries.finish = die
    try:
        await circle.env.advance_time(FIRST_RUN)
    finally:
        delivery.deliveries.finish = real_finish
    circle.env.backend.faults[:] = faults
    await down_for(circle, 3600)


async def test_one_communitys_trouble_does_not_hold_up_another(weekly: Circle) -> None:
    guild, channel, _ = weekly.another_guild()
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    host = guild.add_member(weekly.env.create_user("host"), roles=[managers])
    await weekly.env.settle()
    await host.slash(channel, "prompt add", text="Elsewhere?")
    await host.slash(channel, "prompt schedule", channel=channel, day="monday", time="9:00")
    weekly.env.inject_error(
        "POST", f"/channels/{weekly.prompts.id}/messages", status=500, times=None
    )
    await weekly.env.advance_time(FIRST_RUN)
    assert posts(weekly) == 0
    assert any("Elsewhere?" in text_of(one) for one in channel.history())


async def test_a_clock_set_back_posts_nothing_twice(weekly: Circle) -> None:
    await weekly.env.advance_time(FIRST_RUN)
    now = weekly.env.now

    def yesterday() -> datetime:
        return now() - discord.utils.utcnow().resolution * (DAY * 10**6)

    weekly.bot.now = yesterday
    weekly.bot.deliveries.wake()
    await weekly.env.advance_time(2 * DAY)
    assert posts(weekly) == 1


# What moderators could not be told yet


async def ends() -> None:
    """The process ends in the middle of a request."""
    raise asyncio.CancelledError


@pytest.mark.parametrize("how", [line_breaks, ends])
@pytest.mark.simcord(settle_timeout=60)
async def test_what_could_not_be_told_is_told_by_the_next_process_once(
    weekly: Circle, how: Callable[[], Awaitable[None]]
) -> None:
    await weekly.permit(weekly.prompts, weekly.guild.me, send_messages=False)
    path = f"/channels/{weekly.moderators.id}/messages"
    with on_the_wire(weekly, "POST", path, before=how):
        await weekly.env.advance_time(FIRST_RUN)
        await weekly.bot.deliveries.stop()
    assert await states(weekly) == [("failed", "forbidden")]
    assert notices(weekly) == ""
    for _ in range(2):
        await weekly.restart()
        await weekly.env.settle()
        assert notices(weekly).count("not posted") == 1


@pytest.mark.parametrize("how", [line_breaks, ends])
@pytest.mark.simcord(settle_timeout=60)
async def test_a_schedule_that_rests_is_told_of_by_the_next_process_once(
    weekly: Circle, how: Callable[[], Awaitable[None]]
) -> None:
    pool = answer(await weekly.mo.slash(weekly.talk, "prompt list"))
    await weekly.mo.select(pool, ["0"], custom_id="prompt.rest:0")
    await weekly.env.advance_time(FIRST_RUN + 2 * WEEK)
    path = f"/channels/{weekly.moderators.id}/messages"
    with on_the_wire(weekly, "POST", path, before=how):
        await weekly.env.advance_time(WEEK)
        await weekly.bot.deliveries.stop()
    assert "Nobody answered" not in notices(weekly)
    for _ in range(2):
        await weekly.restart()
        await weekly.env.settle()
        assert notices(weekly).count("Nobody answered") == 1
