"""Stories about being reminded of a prompt, and about being away."""

from typing import Any

import pytest

from data.communities import own
from data.notices import REFLECT
from tests.features.circle import Circle, answer, text_of, told
from tests.features.scenes import delete_everything, reflect, schedule_prompt

HOUR, DAY = 3600, 86_400
WEEK = 7 * DAY
MONDAY = 4 * DAY + 9 * HOUR
"""From the beginning of a story until the first post."""


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    await schedule_prompt(circle)
    return circle


async def wants_reminders(circle: Circle, *actors: Any) -> None:
    for one in actors:
        panel = answer(await one.slash(circle.talk, "me"))
        await one.click(panel, custom_id="me.reflect:on")


async def is_away(circle: Circle, actor: Any, how_long: str) -> Any:
    panel = answer(await actor.slash(circle.talk, "me"))
    return await actor.select(panel, [how_long], custom_id="me.away")


def dms(actor: Any) -> list[str]:
    return [text_of(one) for one in actor.user.dm_channel.history()]


async def held(circle: Circle) -> int:
    rows = await circle.bot.store.read("SELECT 1 FROM notices WHERE kind = ?", (REFLECT,))
    return len(rows)


async def test_two_days_after_a_prompt_who_wants_it_and_has_not_answered_is_reminded_once(
    weekly: Circle,
) -> None:
    await wants_reminders(weekly, weekly.aino, weekly.ben, weekly.mo)
    await weekly.env.advance_time(MONDAY)
    await reflect(weekly, weekly.ben, "Done.", "private")
    await weekly.env.advance_time(2 * DAY - 2)
    assert dms(weekly.aino) == []
    await weekly.env.advance_time(20)
    (message,) = dms(weekly.aino)
    assert "Tämä kysymys odottaa vielä" in message
    assert "## What went well?" in message
    (card, *_) = weekly.prompts.history()
    assert (
        f"https://discord.com/channels/{weekly.guild.id}/{weekly.prompts.id}/{card.id}" in message
    )
    assert "From Circle" not in message
    (message,) = dms(weekly.mo)
    assert "This prompt is still open, if you have five minutes." in message
    assert "[Open the prompt](" in message
    assert "From Circle, because you asked for it" in message
    assert dms(weekly.ben) == dms(weekly.ella) == []
    await weekly.env.advance_time(3 * DAY)
    assert len(dms(weekly.aino)) == 1
    assert await held(weekly) == 0


async def test_it_is_off_until_somebody_turns_it_on_and_again_after(weekly: Circle) -> None:
    panel = await weekly.ben.slash(weekly.talk, "me")
    assert "**Remind me to reflect** off" in told(panel)
    result = await weekly.ben.click(answer(panel), custom_id="me.reflect:on")
    assert "**Remind me to reflect** on" in text_of(result.response)
    await weekly.env.advance_time(MONDAY)
    assert await held(weekly) == 1
    await weekly.ben.click(answer(panel), custom_id="me.reflect:off")
    assert await held(weekly) == 0
    await weekly.env.advance_time(2 * WEEK)
    assert dms(weekly.ben) == []


async def test_each_prompt_is_reminded_of(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY + 3 * DAY)
    assert len(dms(weekly.ben)) == 1
    await weekly.env.advance_time(WEEK)
    assert len(dms(weekly.ben)) == 2


async def test_an_anonymous_answer_is_an_answer(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY)
    await reflect(weekly, weekly.ben, "Nobody knows.", "anonymous")
    await weekly.env.advance_time(3 * DAY)
    assert dms(weekly.ben) == []


async def test_who_cannot_read_the_channel_by_then_is_not_reminded(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben, weekly.ella)
    await weekly.env.advance_time(MONDAY)
    await weekly.permit(weekly.prompts, weekly.ben, view_channel=False)
    await weekly.env.advance_time(3 * DAY)
    assert dms(weekly.ben) == []
    assert len(dms(weekly.ella)) == 1


async def test_a_prompt_that_another_followed_is_not_reminded_of(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY + HOUR)
    await is_away(weekly, weekly.ben, "week")
    await weekly.env.advance_time(WEEK + HOUR)
    # Back a moment after the second prompt: the first is closed, the second is new.
    assert dms(weekly.ben) == []
    assert await held(weekly) == 1


@pytest.mark.parametrize("restarted", [False, True])
async def test_one_press_under_it_stops_them(weekly: Circle, restarted: bool) -> None:
    await wants_reminders(weekly, weekly.aino)
    await weekly.env.advance_time(MONDAY + 3 * DAY)
    (message,) = weekly.aino.user.dm_channel.history()
    if restarted:
        await weekly.restart()
    result = await weekly.aino.user.click(message, label="Lopeta viestit")
    assert "En muistuta sinua enää tuon yhteisön pohdintakysymyksistä" in told(result)
    assert not (await own(weekly.bot.store, weekly.guild.id, weekly.aino.id)).reflect_reminders
    await weekly.env.advance_time(2 * WEEK)
    assert len(dms(weekly.aino)) == 1


async def test_a_process_that_ended_between_post_and_reminders_goes_on(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    cog = weekly.bot.cogs["Reflections"]
    await cog.setting.stop()  # type: ignore[attr-defined]
    await weekly.env.advance_time(MONDAY)
    assert await held(weekly) == 0
    await weekly.restart()
    await weekly.env.settle()
    assert await held(weekly) == 1
    await weekly.env.advance_time(3 * DAY)
    await weekly.restart()
    await weekly.env.advance_time(DAY)
    assert len(dms(weekly.ben)) == 1


async def test_who_left_is_forgotten(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY)
    weekly.guild.remove_member(weekly.ben)
    await weekly.env.settle()
    await weekly.env.advance_time(3 * DAY)
    assert await held(weekly) == 0
    assert not (await own(weekly.bot.store, weekly.guild.id, weekly.ben.id)).reflect_reminders


async def test_whom_discord_does_not_let_us_write_to_gets_none_any_more(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    path = f"/channels/{weekly.ben.user.dm_channel.id}/messages"
    weekly.env.inject_error("POST", path, times=None, status=403, code=50007)
    await weekly.env.advance_time(MONDAY + 3 * DAY)
    assert not (await own(weekly.bot.store, weekly.guild.id, weekly.ben.id)).reflect_reminders
    assert await held(weekly) == 0


async def test_two_communities_stay_apart(weekly: Circle) -> None:
    guild, channel, _ = weekly.another_guild()
    there = guild.add_member(weekly.ben.user)
    await weekly.env.settle()
    panel = answer(await there.slash(channel, "me"))
    await there.click(panel, custom_id="me.reflect:on")
    await weekly.env.advance_time(MONDAY + 3 * DAY)
    assert dms(weekly.ben) == []


async def test_after_an_erasure_nothing_comes(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY)
    await delete_everything(weekly, weekly.ben)
    assert await held(weekly) == 0
    await weekly.env.advance_time(2 * WEEK)
    assert dms(weekly.ben) == []


async def test_the_longest_prompt_fits_in_a_reminder(circle: Circle) -> None:
    await circle.set_up(prompts=circle.prompts)
    await circle.mo.slash(circle.talk, "prompt add", text="*" * 500)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    await wants_reminders(circle, circle.ben)
    await circle.env.advance_time(MONDAY + 3 * DAY)
    assert len(dms(circle.ben)) == 1


# Away


async def test_while_away_nothing_comes_and_back_it_does(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.ben, weekly.ella)
    result = await is_away(weekly, weekly.ben, "week")
    until = weekly.bot.seconds() + WEEK
    assert f"**Away** until <t:{until}:D>" in text_of(result.response)
    await weekly.env.advance_time(MONDAY + 2 * DAY + 60)
    assert len(dms(weekly.ella)) == 1
    assert dms(weekly.ben) == []
    await weekly.env.advance_time(DAY)
    assert len(dms(weekly.ben)) == 1


async def test_back_now_is_at_once(weekly: Circle) -> None:
    await wants_reminders(weekly, weekly.aino)
    await is_away(weekly, weekly.aino, "month")
    await weekly.env.advance_time(MONDAY + 3 * DAY)
    assert dms(weekly.aino) == []
    panel = await weekly.aino.slash(weekly.talk, "me")
    assert "**Poissaolo** <t:" in told(panel)
    result = await weekly.aino.select(answer(panel), ["off"], custom_id="me.away")
    assert "**Poissaolo** · kun" in text_of(result.response)
    await weekly.env.settle()
    assert len(dms(weekly.aino)) == 1


@pytest.mark.simcord(settle_timeout=60)
@pytest.mark.parametrize(("chosen", "days"), [("week", 7), ("two-weeks", 14), ("month", 30)])
async def test_how_long_is_chosen(weekly: Circle, chosen: str, days: int) -> None:
    await is_away(weekly, weekly.ben, chosen)
    now = weekly.bot.seconds()
    found = await own(weekly.bot.store, weekly.guild.id, weekly.ben.id)
    assert found.away_until == now + days * DAY
    # Still away is what the menu says then, and choosing it changes nothing.
    await weekly.env.advance_time(HOUR)
    await is_away(weekly, weekly.ben, "on")
    again = await own(weekly.bot.store, weekly.guild.id, weekly.ben.id)
    assert again.away_until == found.away_until
    await weekly.env.advance_time(days * DAY)
    assert "**Away** · while" in told(await weekly.ben.slash(weekly.talk, "me"))


async def test_the_digest_waits_too(weekly: Circle) -> None:
    panel = answer(await weekly.ben.slash(weekly.talk, "me"))
    await weekly.ben.select(panel, ["day"], custom_id="me.digest")
    await weekly.ben.slash(weekly.talk, "topic follow", topic="excel")
    await weekly.share(weekly.ella, "https://a.example", topics="excel")
    await is_away(weekly, weekly.ben, "week")
    await weekly.env.advance_time(5 * DAY)
    assert dms(weekly.ben) == []
    await weekly.env.advance_time(3 * DAY)
    assert len(dms(weekly.ben)) == 1
