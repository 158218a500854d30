"""Stories about setting up how questions are looked after, and about a member's own part."""

from typing import Any

import discord
import pytest

from data import communities, helpers, questions
from data.questions import New
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk
from tests.features.helping import DAY, HOUR, MORNING, asked, cards, column, offers, with_helpers
from tests.features.scenes import forge, shut


def panel_now(circle: Circle) -> Any:
    return circle.talk.history(viewer=circle.mo)[-1]


async def open_questions(circle: Circle) -> Any:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.mo.click(panel, label="Questions…")
    return panel_now(circle)


async def community(circle: Circle) -> communities.Community:
    return await communities.get(circle.bot.store, circle.guild.id)


# /setup


async def test_the_helpers_channel_is_checked(circle: Circle) -> None:
    lacking = circle.guild.create_text_channel(
        "closed",
        overwrites={circle.guild.me: discord.PermissionOverwrite(read_message_history=False)},
    )
    await circle.env.settle()
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    assert "**Helpers** not chosen" in text_of(panel)
    await circle.mo.select(panel, [lacking], custom_id="setup.channel:helpers")
    assert "I lack: Read Message History" in text_of(panel_now(circle))
    await circle.permit(lacking, circle.guild.me)
    await circle.mo.select(panel, [lacking], custom_id="setup.channel:helpers")
    assert f"✅ **Helpers** <#{lacking.id}>" in text_of(panel_now(circle))


async def test_the_helper_role_is_chosen_and_never_everybody(circle: Circle) -> None:
    hosts = circle.guild.create_role("Hosts")
    await circle.env.settle()
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.mo.select(panel, [hosts], custom_id="setup.helper-role")
    assert f"**Helper role** <@&{hosts.id}>" in text_of(panel_now(circle))
    result = await circle.mo.select(
        panel, [circle.guild.default_role], custom_id="setup.helper-role"
    )
    assert "That role is everybody" in told(result)
    assert (await community(circle)).helper_role_id == hosts.id
    assert (await community(circle)).moderator_role_id is None


async def test_the_panel_with_everything_fits(circle: Circle) -> None:
    await circle.set_up(
        tips=circle.tips,
        prompts=circle.prompts,
        questions=circle.forum,
        helpers=circle.talk,
        moderators=circle.moderators,
    )
    parts = [*walk(raw_components(panel_now(circle)))]
    assert len(parts) <= 36
    assert "no tag for solved questions" in text_of(panel_now(circle))


@pytest.mark.parametrize(
    ("name", "value", "choice"),
    [
        ("setup.nudge", "4", "nudge_hours"),
        ("setup.nudge", "0", "nudge_hours"),
        ("setup.idle", "30", "idle_days"),
        ("setup.check", "12", "check_months"),
    ],
)
async def test_each_choice_is_saved_and_shown(
    circle: Circle, name: str, value: str, choice: str
) -> None:
    panel = await open_questions(circle)
    await circle.restart()
    await circle.mo.select(panel, [value], custom_id=name)
    assert getattr(await community(circle), choice) == int(value)
    chosen = [
        option["value"]
        for part in walk(raw_components(panel_now(circle)))
        if part.get("custom_id") == name
        for option in part["options"]
        if option.get("default")
    ]
    assert chosen == [value]
    await circle.mo.click(panel_now(circle), label="Back")
    assert "### Set-up" in text_of(panel_now(circle))


async def test_a_forged_choice_changes_nothing(circle: Circle) -> None:
    panel = await open_questions(circle)
    for value in ("5", "-1", "x", "99999999999999999999"):
        forge(circle, panel, "setup.nudge", [value])
        await circle.mo.select(panel, [value], custom_id="setup.nudge")
        assert (await community(circle)).nudge_hours == 24


async def test_members_cannot_press_there(circle: Circle) -> None:
    panel = answer(await circle.ben.slash(circle.talk, "me"))
    for name in ("questions", "quiet", "tags", "back", "quiet-given"):
        forge(circle, panel, f"setup.{name}")
        assert "That is for moderators" in told(await circle.ben.click(panel, label="Forged"))
    for name in ("nudge", "idle", "check", "helper-role"):
        forge(circle, panel, f"setup.{name}", ["0"])
        result = await circle.ben.select(panel, ["0"], custom_id=f"setup.{name}")
        assert "That is for moderators" in told(result)
    assert await community(circle) == communities.Community(circle.guild.id)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("22", "7.30", "**Quiet hours** 22:00 to 7:30"),
        ("12:00", "13:00", "**Quiet hours** 12:00 to 13:00"),
        ("", "", "**Quiet hours** none"),
    ],
)
async def test_quiet_hours_are_typed(circle: Circle, first: str, last: str, shown: str) -> None:
    panel = await open_questions(circle)
    assert "**Quiet hours** 21:00 to 8:00" in text_of(panel)
    form = await circle.mo.click(panel, label="Quiet hours")
    await circle.mo.submit_modal(form, {"from": first, "to": last})
    assert shown in text_of(panel_now(circle))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [("25", "8", "I do not know the time “25”"), ("21", "", "Give both times")],
)
async def test_a_time_that_is_none_is_told(
    circle: Circle, first: str, last: str, said: str
) -> None:
    form = await circle.mo.click(await open_questions(circle), label="Quiet hours")
    assert said in told(await circle.mo.submit_modal(form, {"from": first, "to": last}))
    assert (await community(circle)).quiet_from == 21 * 60


async def test_hours_chosen_now_count_for_questions_that_wait(circle: Circle) -> None:
    channel = await with_helpers(circle)
    await circle.set_up(questions=circle.questions)
    await circle.env.advance_time(9 * HOUR)
    await asked(circle, circle.ben)
    await circle.mo.select(await open_questions(circle), ["4"], custom_id="setup.nudge")
    await circle.env.advance_time(5 * HOUR)
    assert len(cards(channel)) == 1


async def test_quiet_hours_hold_in_the_communitys_zone(circle: Circle) -> None:
    channel = await with_helpers(circle)
    await circle.set_up(questions=circle.questions)
    await communities.choose(circle.bot.store, circle.guild.id, "timezone", "Europe/Helsinki")
    await asked(circle, circle.ben)
    await circle.env.advance_time(MORNING - 2 * HOUR - 1)
    assert cards(channel) == []
    await circle.env.advance_time(2)
    assert len(cards(channel)) == 1


# A forum's tags


def names(circle: Circle) -> list[str]:
    return [one["name"] for one in circle.env.backend.get_channel(circle.forum.id).available_tags]


async def test_tags_are_made_for_solved_and_for_topics(circle: Circle) -> None:
    circle.place = circle.forum
    await circle.set_up(questions=circle.forum)
    await circle.permit(circle.forum, circle.guild.me, manage_channels=True)
    await asked(circle, circle.ben, topics="outlook, a topic that is far too long")
    await asked(circle, circle.ella, topics="outlook, teams", title="Another?")
    panel = await open_questions(circle)
    result = await circle.mo.click(panel, label="Make tags")
    assert "`solved` `outlook` `teams`" in told(result)
    assert names(circle) == ["solved", "outlook", "teams"]
    redrawn = text_of(circle.talk.history(viewer=circle.mo)[-2])
    assert "has what it needs" in redrawn
    assert "Make tags" not in redrawn
    # What is made is used.
    thread = circle.forum.threads[-1]
    reply = await circle.mo.send(thread, "So.")
    await circle.ella.context_menu(thread, "Accept answer", reply)
    stored = circle.env.backend.get_thread(thread.id)
    assert len(stored.applied_tags) == 1


async def test_without_the_permission_it_says_which(circle: Circle) -> None:
    await circle.set_up(questions=circle.forum)
    await circle.permit(circle.forum, circle.guild.me, manage_channels=False)
    panel = await open_questions(circle)
    assert "I lack: Manage Channels" in text_of(panel)
    assert "Make tags" not in text_of(panel)
    forge(circle, panel, "setup.tags")
    assert "I lack: Manage Channels" in told(await circle.mo.click(panel, label="Forged"))
    assert names(circle) == []


async def test_discords_refusal_is_told(circle: Circle) -> None:
    await circle.set_up(questions=circle.forum)
    await circle.permit(circle.forum, circle.guild.me, manage_channels=True)
    panel = await open_questions(circle)
    circle.env.inject_error("PATCH", f"/channels/{circle.forum.id}", status=403, code=50013)
    result = await circle.mo.click(panel, label="Make tags")
    assert "did not let me make tags" in told(result)


async def test_topics_from_hidden_channels_are_no_tags(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    await asked(circle, circle.ben, topics="payroll")
    await shut(circle, circle.questions)
    await circle.set_up(questions=circle.forum)
    await circle.permit(circle.forum, circle.guild.me, manage_channels=True)
    await circle.mo.click(await open_questions(circle), label="Make tags")
    assert names(circle) == ["solved"]


async def test_a_text_channel_has_none(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    panel = await open_questions(circle)
    assert "Forum tags" not in text_of(panel)
    forge(circle, panel, "setup.tags")
    assert "Only a forum has tags" in told(await circle.mo.click(panel, label="Forged"))


# /me


async def me(circle: Circle, actor: Any) -> str:
    return told(await actor.slash(circle.talk, "me"))


async def test_a_member_says_what_they_help_with(circle: Circle) -> None:
    assert "**I help with** nothing yet" in await me(circle, circle.ben)
    await offers(circle, circle.ben, "#Excel #teams")
    await circle.restart()
    assert "**I help with** `excel` `teams`" in await me(circle, circle.ben)
    form = await circle.ben.click(
        answer(await circle.ben.slash(circle.talk, "me")), label="Helper topics"
    )
    (field,) = [part for part in walk(form.modal["components"]) if part.get("type") == 4]
    assert field["value"] == "excel, teams"
    await circle.ben.submit_modal(form, {"topics": ""})
    assert "**I help with** nothing yet" in await me(circle, circle.ben)


async def test_too_many_topics_come_back(circle: Circle) -> None:
    many = ", ".join(f"t{number}" for number in range(11))
    result = await offers(circle, circle.ben, many)
    assert "choose at most 10" in told(result)
    assert file_of(circle.env, result) == many
    assert "nothing yet" in await me(circle, circle.ben)


async def test_two_open_questions_match(asking: Circle) -> None:
    await offers(asking, asking.ella, "outlook")
    for title in ("First?", "Second?", "Third?"):
        await asked(asking, asking.ben, title=title)
        await asking.env.advance_time(60)
    await asked(asking, asking.ella, title="Her own?")
    shown = await me(asking, asking.ella)
    assert "Open questions that match" in shown
    assert [one in shown for one in ("First?", "Second?", "Third?", "Her own?")] == [
        True,
        True,
        False,
        False,
    ]
    assert f"/{asking.place.threads[0].id}" in shown
    await asking.permit(asking.place, asking.ella, view_channel=False)
    assert "First?" not in await me(asking, asking.ella)


async def test_a_question_asked_without_a_name_is_ones_own_all_the_same(asking: Circle) -> None:
    await offers(asking, asking.ella, "outlook")
    await asked(asking, asking.ella, title="Mine?")
    guild_id, number = asking.guild.id, await column(asking, "question_id")
    asker = asking.bot.secret.asker(guild_id, number, asking.ella.id)
    async with asking.bot.store.write() as tx:
        await tx.run("UPDATE questions SET asker_id = NULL, asker = ?", (asker,))
    assert "Mine?" not in await me(asking, asking.ella)


async def test_what_i_gave_and_got(asking: Circle) -> None:
    assert "**What I gave** nothing yet.\n**What I got** no" in await me(asking, asking.ella)
    thread = await asked(asking, asking.ben)
    reply = await asking.ella.send(thread, "So.")
    await asking.ben.context_menu(thread, "Accept answer", reply)
    assert "**What I gave** 1 accepted answer, no other helpful ones. Thanked once." in await me(
        asking, asking.ella
    )
    assert "**What I got** 1 question asked, 1 solved." in await me(asking, asking.ben)
    asking.speaks(asking.ben, "fi")
    assert "**Mitä sain** kysyit kerran, sait ratkaisun kerran." in await me(asking, asking.ben)


async def test_the_longest_of_it_fits(asking: Circle) -> None:
    topics = [letter * 30 for letter in "abcdefghij"]
    await offers(asking, asking.ella, ",".join(topics))
    store, now = asking.bot.store, asking.bot.seconds()
    for number in range(3):
        new = New(asking.ben.id, f"{number}" + "[" * 99, "", tuple(topics[:5]), now)
        assert not isinstance(await questions.add(store, asking.guild.id, new), str)
    await asking.env.advance_time(5)
    await asking.restart()
    for locale in ("en-US", "fi"):
        asking.speaks(asking.ella, locale)
        assert "a" * 30 in await me(asking, asking.ella)
    assert (
        len(await helpers.topics(store := asking.bot.store, asking.guild.id, asking.ella.id)) == 10
    )
    assert store


async def test_topics_stay_in_their_community(circle: Circle) -> None:
    _, general, eve = circle.another_guild()
    await circle.env.settle()
    await offers(circle, circle.ben, "excel")
    assert "excel" not in told(await eve.slash(general, "me"))
    await circle.env.advance_time(DAY)
