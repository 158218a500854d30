"""Stories about schedules: the preview, pauses, skips, days off, and prompts nobody answers."""

from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from data import days_off, schedules
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk
from tests.features.scenes import reflect

pytestmark = pytest.mark.simcord(settle_timeout=60)

DAY = 86_400
WEEK = 7 * DAY
FIRST_RUN = 4 * DAY + 9 * 3600


def stamp(day: str, hour: int = 9) -> str:
    return f"<t:{int(datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC).timestamp())}:f>"


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """Eight prompts of two themes, and one every Monday at nine; it is Thursday 1 January 2026."""
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    for number in range(8):
        theme = "habits" if number % 2 else "sharing"
        await circle.mo.slash(circle.talk, "prompt add", text=f"Prompt {number}?", theme=theme)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    return circle


def posts(circle: Circle) -> list[str]:
    shown = [text_of(one) for one in circle.prompts.history()]
    return [one for one in shown if "Something to reflect on" in one]


async def command(circle: Circle, name: str, **options: Any) -> str:
    """A command about the first schedule that is offered."""
    offered = await circle.mo.autocomplete(circle.talk, f"prompt {name}", "schedule", "")
    result = await circle.mo.slash(
        circle.talk, f"prompt {name}", schedule=offered[0]["value"], **options
    )
    return told(result)


async def listed(circle: Circle) -> Any:
    return answer(await circle.mo.slash(circle.talk, "prompt schedules"))


async def opened(circle: Circle) -> Any:
    """The card of the first schedule."""
    card = await listed(circle)
    (made, *_) = await schedules.of_guild(circle.bot.store, circle.guild.id)
    await circle.mo.select(card, [str(made.schedule_id)], custom_id="schedule.open")
    return card


async def give_days_off(circle: Circle, dates: str) -> Any:
    form = await circle.mo.click(await listed(circle), custom_id="schedule.days")
    return await circle.mo.submit_modal(form, {"dates": dates})


def chosen(card: Any) -> dict[str, str]:
    """What each menu of a card shows as chosen."""
    return {
        part["custom_id"].partition(":")[0]: option["label"]
        for part in walk(raw_components(card))
        for option in part.get("options") or ()
        if option.get("default")
    }


# The card


async def test_a_new_schedule_shows_its_runs_and_how_prompts_are_picked(weekly: Circle) -> None:
    result = await weekly.mo.slash(
        weekly.talk, "prompt schedule", day="tuesday", time="18:30", visibility="anonymous"
    )
    said = told(result)
    assert said.count("<t:") == 3
    assert "every Tuesday at 18:30 · anonymous answers" in said
    assert "Times are local to UTC" in said
    card = answer(result)
    assert chosen(card) == {"schedule.pick": "In order", "schedule.theme": "All themes"}
    (pick,) = [one for one in walk(raw_components(card)) if "pick" in one.get("custom_id", "")]
    await weekly.mo.select(card, ["random"], custom_id=pick["custom_id"])
    theme = pick["custom_id"].replace("pick", "theme")
    await weekly.mo.select(card, ["=habits"], custom_id=theme)
    assert chosen(card) == {
        "schedule.pick": "At random, without repeats",
        "schedule.theme": "habits",
    }
    assert "at random · `habits`" in text_of(await listed(weekly))
    await weekly.env.advance_time(5 * DAY + 19 * 3600)
    assert "Answers are anonymous" in posts(weekly)[-1]
    assert "Prompt " in posts(weekly)[-1]
    await weekly.mo.select(card, ["="], custom_id=theme)
    assert chosen(card)["schedule.theme"] == "All themes"


async def test_a_theme_that_is_in_no_pool_is_not_taken(weekly: Circle) -> None:
    (made,) = await schedules.of_guild(weekly.bot.store, weekly.guild.id)
    card = await opened(weekly)
    with pytest.raises(Exception, match="option"):
        await weekly.mo.select(card, ["=made up"], custom_id=f"schedule.theme:{made.schedule_id}")
    await weekly.mo.slash(weekly.talk, "prompt schedules")
    (now,) = await schedules.of_guild(weekly.bot.store, weekly.guild.id)
    assert now.theme == ""


async def test_only_moderators_change_schedules(weekly: Circle) -> None:
    (made,) = await schedules.of_guild(weekly.bot.store, weekly.guild.id)
    number = str(made.schedule_id)
    for name in ("pause", "resume", "skip"):
        result = await weekly.ben.slash(weekly.talk, f"prompt {name}", schedule=number)
        assert "moderators" in told(result)
        assert await weekly.ben.autocomplete(weekly.talk, f"prompt {name}", "schedule", "") == []
    assert await schedules.of_guild(weekly.bot.store, weekly.guild.id) == [made]


async def test_another_communitys_schedule_is_not_found(weekly: Circle) -> None:
    guild, elsewhere, eve = weekly.another_guild()
    guild.default_role._role.permissions |= discord.Permissions(manage_guild=True).value
    await weekly.env.settle()
    (made,) = await schedules.of_guild(weekly.bot.store, weekly.guild.id)
    for name in ("pause", "resume", "skip"):
        result = await eve.slash(elsewhere, f"prompt {name}", schedule=str(made.schedule_id))
        assert "cannot find that schedule" in told(result)
    assert await schedules.of_guild(weekly.bot.store, weekly.guild.id) == [made]


async def test_twenty_schedules_of_the_longest_kind_fit_on_their_pages(weekly: Circle) -> None:
    theme = "`*_~|>#[]()" * 3 + "`*_~|>#"
    await weekly.mo.slash(weekly.talk, "prompt add", text="Another?", theme=theme)
    for _ in range(schedules.MOST_SCHEDULES - 1):
        card = answer(await weekly.mo.slash(weekly.talk, "prompt schedule", day="wednesday"))
        menus = [one["custom_id"] for one in walk(raw_components(card)) if one.get("options")]
        await weekly.mo.select(card, ["random"], custom_id=menus[0])
        option = [one for one in chosen_values(card) if one.startswith("=`")]
        await weekly.mo.select(card, option, custom_id=menus[1])
        await weekly.mo.click(card, label="Skip next")
    card = await listed(weekly)
    for _ in range(3):
        assert "20 schedules" in text_of(card)
        await weekly.mo.click(card, label="▶")
    assert "4/4" in text_of(card)


def chosen_values(card: Any) -> list[str]:
    parts = walk(raw_components(card))
    return [option["value"] for part in parts for option in part.get("options") or ()]


# Pausing


async def test_paused_until_a_date_nothing_comes_before_it(weekly: Circle) -> None:
    said = await command(weekly, "pause", until="19.1.")
    assert stamp("2026-01-19") in said
    assert f"Paused until {stamp('2026-01-19', 12).replace(':f>', ':D>')}" in said
    shown = text_of(await listed(weekly))
    assert "Paused until" in shown
    runs = [stamp(f"2026-{day}") for day in ("01-19", "01-26", "02-02")]
    assert " · ".join(runs) in shown
    await weekly.restart()
    await weekly.env.advance_time(2 * WEEK)
    assert posts(weekly) == []
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1
    assert "Paused" not in text_of(await listed(weekly))


async def test_paused_without_a_date_nothing_comes_until_it_is_resumed(weekly: Circle) -> None:
    assert "Go on with `/prompt resume`" in await command(weekly, "pause")
    shown = text_of(await listed(weekly))
    assert "Paused until you go on" in shown
    assert "<t:" not in shown
    assert "nothing to skip" in await command(weekly, "skip")
    await weekly.env.advance_time(3 * WEEK)
    await weekly.restart()
    assert posts(weekly) == []
    assert f"Next: {stamp('2026-01-26')}" in await command(weekly, "resume")
    await weekly.env.advance_time(3600)
    assert posts(weekly) == []
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1
    assert "The schedule is running" in await command(weekly, "resume")


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("soon", "I do not know the date “soon”"),
        ("31.2.", "I do not know the date “31.2.”"),
        ("@everyone", "I do not know the date “@\u200beveryone”"),
        ("24.12.2025", "“24.12.2025” is not ahead of us"),
        ("1.1.", "“1.1.” is not ahead of us"),
        ("24.12.2030", "more than two years ahead"),
    ],
)
async def test_a_date_nobody_can_mean_is_refused(weekly: Circle, until: str, said: str) -> None:
    assert said in await command(weekly, "pause", until=until)
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1


async def test_pausing_withdraws_what_has_come_and_not_begun(weekly: Circle) -> None:
    """While the feature that makes them is away, posts wait; then their schedule is paused."""
    kinds = weekly.bot.deliveries._kinds
    kind = kinds.pop("prompt")
    await weekly.env.advance_time(FIRST_RUN)
    rows = await weekly.bot.store.read("SELECT state FROM deliveries")
    assert [row["state"] for row in rows] == ["pending"]
    await command(weekly, "pause")
    kinds["prompt"] = kind
    await weekly.env.advance_time(DAY)
    assert posts(weekly) == []
    rows = await weekly.bot.store.read("SELECT state, reason FROM deliveries")
    assert [tuple(row) for row in rows] == [("skipped", "paused")]
    assert "⚠️" not in text_of(await listed(weekly))


async def test_the_card_pauses_skips_and_goes_on(weekly: Circle) -> None:
    card = await opened(weekly)
    form = await weekly.mo.click(card, label="Pause")
    await weekly.restart()
    await weekly.mo.submit_modal(form, {"until": "2026-02-01"})
    assert stamp("2026-02-02") in text_of(card)
    await weekly.mo.click(card, label="Go on")
    assert stamp("2026-01-05") in text_of(card)
    await weekly.mo.click(card, label="Skip next")
    assert f"Skipped: {stamp('2026-01-05')}" in text_of(card)
    await weekly.mo.click(card, label="Skip next")
    assert f"{stamp('2026-01-05')} · {stamp('2026-01-12')}" in text_of(card)
    form = await weekly.mo.click(card, label="All schedules")
    assert "1 schedule" in text_of(card)
    card = await opened(weekly)
    await weekly.mo.click(card, label="Undo skip")
    assert "Skipped" not in text_of(card)
    result = await weekly.mo.submit_modal(
        await weekly.mo.click(card, label="Pause"), {"until": "never"}
    )
    assert "I do not know the date “never”" in told(result)


# Skipping


async def test_one_run_is_skipped_and_the_next_comes(weekly: Circle) -> None:
    said = await command(weekly, "skip")
    assert f"Skipped: {stamp('2026-01-05')}. After that comes {stamp('2026-01-12')}" in said
    shown = text_of(await listed(weekly))
    assert f"Next: {stamp('2026-01-12')}" in shown
    assert f"Skipped: {stamp('2026-01-05')}" in shown
    await weekly.restart()
    await weekly.env.advance_time(WEEK)
    assert posts(weekly) == []
    assert "Skipped" not in text_of(await listed(weekly))
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1


async def test_a_skip_is_taken_back(weekly: Circle) -> None:
    await command(weekly, "skip")
    assert stamp("2026-01-05") in await command(weekly, "resume")
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1


async def test_another_zone_keeps_what_was_skipped_and_paused(weekly: Circle) -> None:
    await command(weekly, "skip")
    panel = await weekly.mo.slash(weekly.talk, "setup")
    form = await weekly.mo.click(panel.response, label="Time zone")
    await weekly.mo.submit_modal(form, {"zone": "Europe/Helsinki"})
    shown = text_of(await listed(weekly))
    assert f"Next: {stamp('2026-01-12', 7)}" in shown
    assert "Times are local to Europe/Helsinki" in shown
    await command(weekly, "pause", until="2026-01-20")
    form = await weekly.mo.click(panel.response, label="Time zone")
    await weekly.mo.submit_modal(form, {"zone": "America/New_York"})
    assert f"Next: {stamp('2026-01-26', 14)}" in text_of(await listed(weekly))
    await weekly.env.advance_time(25 * DAY + 14 * 3600 - 60)
    assert posts(weekly) == []
    await weekly.env.advance_time(60)
    assert len(posts(weekly)) == 1


# Days off


async def test_no_prompt_comes_on_a_day_off_and_the_digest_does(weekly: Circle) -> None:
    await weekly.set_up(tips=weekly.tips)
    await weekly.share(weekly.ben, "https://example.org/a")
    await weekly.mo.slash(weekly.talk, "digest schedule", day="monday", time="9:00")
    result = await give_days_off(weekly, "2026-01-05\n12.1.2026\n\n 26.1.")
    assert "3 days off are saved" in told(result)
    shown = text_of(await listed(weekly))
    assert f"Next: {stamp('2026-01-19')} · {stamp('2026-02-02')}" in shown
    assert "Days off (3)" in shown
    await weekly.restart()
    await weekly.env.advance_time(FIRST_RUN)
    assert posts(weekly) == []
    assert any("🗞️" in text_of(one) for one in weekly.tips.history())
    assert weekly.moderators.history() == []
    await weekly.env.advance_time(2 * WEEK)
    assert len(posts(weekly)) == 1
    form = await weekly.mo.click(await listed(weekly), custom_id="schedule.days")
    assert form.modal["components"][0]["component"]["value"] == "2026-01-26"


async def test_each_wrong_line_is_told_and_nothing_is_lost(weekly: Circle) -> None:
    result = await give_days_off(weekly, "24.12.\nchristmas\n31.2.2026\n1.12.2025\n@everyone")
    said = told(result)
    assert "1 day off is saved" in said
    assert "3 dates: “christmas”, “31.2.2026”, “@\u200beveryone”" in said
    assert "over: “1.12.2025”" in said
    assert file_of(weekly.env, result) == "1.12.2025\nchristmas\n31.2.2026\n@everyone"
    assert await days_off.listed(weekly.bot.store, weekly.guild.id) == ["2026-12-24"]


async def test_wrong_lines_are_quoted_as_the_reader_quotes(weekly: Circle) -> None:
    weekly.speaks(weekly.mo, "fi")
    assert "2 päivää: ”joulu”, ”31.2.”" in told(await give_days_off(weekly, "joulu\n31.2."))


async def test_how_often_is_told_as_one_says_it(weekly: Circle) -> None:
    for every, said in (
        ("two weeks", "every second Friday at 9:00"),
        ("month", "the first Friday of the month at 9:00"),
    ):
        result = await weekly.mo.slash(weekly.talk, "prompt schedule", day="friday", every=every)
        assert said in told(result)
    weekly.speaks(weekly.mo, "fi")
    shown = text_of(await listed(weekly))
    assert "joka maanantai klo 9.00" in shown
    assert "joka toinen perjantai klo 9.00" in shown
    assert "kuukauden ensimmäinen perjantai klo 9.00" in shown


async def test_too_many_days_off_change_nothing(weekly: Circle) -> None:
    await give_days_off(weekly, "24.12.")
    typed = "\n".join(f"{day}.{month}." for month in (2, 3, 4, 5) for day in range(1, 29))
    result = await give_days_off(weekly, typed)
    assert "That makes 112 days off; 100 fit" in told(result)
    assert file_of(weekly.env, result) == typed
    assert await days_off.listed(weekly.bot.store, weekly.guild.id) == ["2026-12-24"]
    fits = "\n".join(typed.split("\n")[:100])
    assert "100 days off are saved" in told(await give_days_off(weekly, fits))
    assert "There are no days off" in told(await give_days_off(weekly, ""))


async def test_days_off_are_written_and_read_in_finnish(weekly: Circle) -> None:
    weekly.speaks(weekly.mo, "fi")
    await give_days_off(weekly, "24.12.\n6.1.2027")
    form = await weekly.mo.click(await listed(weekly), custom_id="schedule.days")
    value = form.modal["components"][0]["component"]["value"]
    assert value == "24.12.2026\n6.1.2027"
    assert "2 vapaapäivää on tallessa" in told(await weekly.mo.submit_modal(form, {"dates": value}))


# Nobody answers


async def test_after_three_prompts_without_an_answer_the_schedule_rests(weekly: Circle) -> None:
    await weekly.env.advance_time(3 * WEEK)
    assert len(posts(weekly)) == 3
    assert weekly.moderators.history() == []
    await weekly.env.advance_time(2 * WEEK)
    assert len(posts(weekly)) == 3
    (notice,) = weekly.moderators.history()
    assert "Nobody answered the last 3 prompts" in notice.content
    shown = text_of(await listed(weekly))
    assert "Paused because nobody answered the last 3 prompts" in shown
    await weekly.restart()
    await weekly.env.advance_time(WEEK)
    assert len(weekly.moderators.history()) == 1

    refused = await weekly.ben.click(notice, label="Go on")
    assert "moderators" in told(refused)
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 3
    assert "The schedule goes on. Next: " in told(await weekly.mo.click(notice, label="Go on"))
    assert "The schedule is running" in told(await weekly.mo.click(notice, label="Go on"))
    # Counting starts anew: three more come before it rests again.
    await weekly.env.advance_time(3 * WEEK)
    assert len(posts(weekly)) == 6
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 6
    assert len(weekly.moderators.history()) == 2


async def test_one_answer_in_three_keeps_a_schedule_going(weekly: Circle) -> None:
    await weekly.env.advance_time(2 * WEEK)
    await reflect(weekly, weekly.ben, "For me.", "private")
    await weekly.env.advance_time(3 * WEEK)
    assert len(posts(weekly)) == 5
    assert weekly.moderators.history() == []
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 5


async def test_posts_by_hand_and_other_schedules_do_not_count(weekly: Circle) -> None:
    await weekly.mo.slash(weekly.talk, "prompt schedule", day="tuesday", time="9:00")
    await weekly.mo.slash(weekly.talk, "prompt post")
    await weekly.env.advance_time(2 * WEEK)
    assert len(posts(weekly)) == 5
    assert not any("Nobody answered" in one.content for one in weekly.moderators.history())
