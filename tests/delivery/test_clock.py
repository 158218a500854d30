"""The wall clock goes its own ways, and the bot is away for long: once, or told."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.delivery.conftest import LATELY, Bot
from tests.delivery.standin import MODERATORS, Fault, Standin
from tests.features.circle import Circle
from tests.features.test_delivery import DAY, FIRST_RUN, posts, states

HOURS = 3600
NOTICE = f"/channels/{MODERATORS}/messages"


def shift(circle: Circle, seconds: int) -> None:
    """Somebody sets the clock."""
    now = circle.env.now
    circle.bot.now = lambda: now() + timedelta(seconds=seconds)
    circle.bot.deliveries.wake()


async def test_a_clock_set_forward_a_day_is_within_the_grace(weekly: Circle) -> None:
    await weekly.env.advance_time(FIRST_RUN - 60)
    shift(weekly, DAY)
    await weekly.env.settle()
    assert posts(weekly) == 1
    shift(weekly, 0)
    await weekly.env.advance_time(2 * DAY)
    assert posts(weekly) == 1


async def test_a_clock_set_forward_past_the_grace_skips_and_tells(weekly: Circle) -> None:
    await weekly.env.advance_time(FIRST_RUN - 60)
    shift(weekly, 2 * DAY)
    await weekly.env.settle()
    assert posts(weekly) == 0
    assert await states(weekly) == [("skipped", "missed")]
    # The right time again: what counts as past is past.
    shift(weekly, 0)
    await weekly.env.advance_time(DAY)
    assert posts(weekly) == 0


@pytest.mark.parametrize(
    ("before", "moment"),
    [
        # 3:30 does not exist on this day: it moves to 4:30.
        ("2027-03-27T12:00", "2027-03-28T01:30"),
        # 3:30 exists twice: the first counts.
        ("2027-10-30T12:00", "2027-10-31T00:30"),
    ],
)
async def test_on_the_day_clocks_change_it_comes_once(
    weekly: Circle, before: str, moment: str
) -> None:
    start = datetime.fromisoformat(before).replace(tzinfo=UTC)
    due = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    async with weekly.bot.store.write() as tx:
        await tx.run("DELETE FROM schedules")
        await tx.run("UPDATE communities SET timezone = 'Europe/Helsinki'")
    shift(weekly, int((start - weekly.env.now()).total_seconds()))
    await weekly.mo.slash(weekly.talk, "prompt schedule", day="sunday", time="3:30")
    wait = int((due - weekly.bot.now()).total_seconds())
    await weekly.env.advance_time(wait - 1)
    assert posts(weekly) == 0
    await weekly.env.advance_time(2)
    assert posts(weekly) == 1
    await weekly.env.advance_time(DAY)
    assert posts(weekly) == 1


# Away


async def test_three_days_away_are_told_once(bot: Bot, discord: Standin) -> None:
    bot.due(72 * HOURS)
    await bot.start()
    await bot.until(("skipped", "missed"), told=True)
    await bot.stop()
    assert not discord.posts
    assert discord.told.count("was skipped") == 1
    bot.due(LATELY)
    await bot.start()
    await bot.until(("skipped", "missed"), ("sent", ""))
    await bot.stop()
    assert discord.told.count("was skipped") == 1


async def test_what_was_missed_is_told_also_when_killed_before(bot: Bot, discord: Standin) -> None:
    bot.due(72 * HOURS)
    await bot.start("after claim_all")
    await bot.ended()
    assert bot.states() == [("skipped", "missed")]
    assert not discord.told
    await bot.start()
    await bot.until(("skipped", "missed"), told=True)
    await bot.stop()
    assert discord.told.count("was skipped") == 1


async def test_what_was_missed_is_told_at_the_next_start_when_discord_refused(
    bot: Bot, discord: Standin
) -> None:
    bot.due(72 * HOURS)
    discord.faults.append(Fault("POST", NOTICE, status=503))
    await bot.start()
    await discord.heard(f"POST {NOTICE}", 1)
    await bot.stop()
    assert not discord.told
    await bot.start()
    await bot.until(("skipped", "missed"), told=True)
    await bot.stop()
    assert discord.told.count("was skipped") == 1


async def test_twenty_hours_away_are_caught_up(bot: Bot, discord: Standin) -> None:
    bot.due(20 * HOURS)
    await bot.start()
    await bot.until(("sent", ""))
    await bot.stop()
    assert len(discord.posts) == 1


async def test_a_rate_limit_is_waited_out_as_long_as_discord_says(
    bot: Bot, discord: Standin
) -> None:
    slow = {"retry_after": 0.3, "global": True}
    path = NOTICE.replace(str(MODERATORS), "*")
    discord.faults.append(Fault("POST", path, status=429, body=slow, headers={"Via": "1.1"}))
    await bot.start()
    await bot.until(("sent", ""))
    await bot.stop()
    assert len(discord.posts) == 1


async def test_a_server_that_comes_late_is_waited_for(bot: Bot, discord: Standin) -> None:
    discord.guild_comes = False
    await bot.start()
    await discord.heard("GET /gateway/bot", 1)
    await discord.ready.wait()
    assert not bot.states()
    await discord.bring_guild()
    await bot.until(("sent", ""))
    await bot.stop()
    assert len(discord.posts) == 1
