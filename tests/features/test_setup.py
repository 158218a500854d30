"""Stories about setting the community up, and about who may."""

import discord
import pytest
from simcord import interactions
from simcord.backend import serializers

from tests.features.circle import Circle, answer, text_of, told


async def test_a_moderator_chooses_channels_and_sees_what_is_missing(circle: Circle) -> None:
    closed = circle.guild.create_text_channel(
        "closed",
        overwrites={
            circle.guild.me: discord.PermissionOverwrite(send_messages=False, embed_links=False)
        },
    )
    await circle.env.settle()
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    assert "**Tips** not chosen" in text_of(panel)
    await circle.mo.select(panel, [circle.tips], custom_id="setup.channel:tips")
    assert f"✅ **Tips** <#{circle.tips.id}>" in panel_now(circle)
    await circle.mo.select(panel, [closed], custom_id="setup.channel:prompts")
    assert "I lack: Send Messages, Embed Links" in panel_now(circle)


def panel_now(circle: Circle) -> str:
    return text_of(circle.talk.history(viewer=circle.mo)[-1])


async def test_the_panel_works_after_a_restart(circle: Circle) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.restart()
    await circle.mo.select(panel, [circle.forum], custom_id="setup.channel:questions")
    assert f"✅ **Questions** <#{circle.forum.id}>" in panel_now(circle)


async def test_a_channel_the_bot_cannot_see_is_named_with_what_it_lacks(circle: Circle) -> None:
    hidden = circle.guild.create_text_channel(
        "hidden", overwrites={circle.guild.me: discord.PermissionOverwrite(view_channel=False)}
    )
    await circle.env.settle()
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.mo.select(panel, [hidden], custom_id="setup.channel:tips")
    assert "I lack: View Channel" in panel_now(circle)


async def test_a_deleted_channel_is_told_in_the_panel(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    circle.env.backend.delete_channel(circle.tips.id)
    await circle.env.settle()
    assert "the channel is gone" in told(await circle.mo.slash(circle.talk, "setup"))


async def test_members_cannot_open_the_panel_nor_press_in_it(circle: Circle) -> None:
    assert "That is for moderators" in told(await circle.ben.slash(circle.talk, "setup"))
    assert "Tämä on valvojille" in told(await circle.aino.slash(circle.talk, "prompt list"))


async def test_who_lost_the_right_is_refused_when_pressing(circle: Circle) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    circle.guild.roles["Managers"]._role.permissions = 0
    await circle.env.settle()
    result = await circle.mo.select(panel, [circle.tips], custom_id="setup.channel:tips")
    assert "That is for moderators" in told(result)
    circle.guild.roles["Managers"]._role.permissions = discord.Permissions(manage_guild=True).value
    assert "**Tips** not chosen" in told(await circle.mo.slash(circle.talk, "setup"))


async def test_the_moderator_role_moderates(circle: Circle) -> None:
    hosts = circle.guild.create_role("Hosts")
    host = circle.guild.add_member(circle.env.create_user("host"), roles=[hosts])
    await circle.env.settle()
    assert "That is for moderators" in told(await host.slash(circle.talk, "prompt list"))
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.mo.select(panel, [hosts], custom_id="setup.role")
    assert "pool is empty" in told(await host.slash(circle.talk, "prompt list"))


async def test_everybody_cannot_become_moderators_by_mistake(circle: Circle) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    result = await circle.mo.select(panel, [circle.guild.default_role], custom_id="setup.role")
    assert "That role is everybody" in told(result)
    assert "That is for moderators" in told(await circle.ben.slash(circle.talk, "setup"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Helsinki", "Europe/Helsinki"),
        ("america/new york", "America/New_York"),
        ("Helsingki", "Did you mean Europe/Helsinki"),
        ("../etc/passwd", "I do not know that time zone"),
        ("@everyone", "I do not know that time zone"),
    ],
)
async def test_the_time_zone(circle: Circle, typed: str, said: str) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    form = await circle.mo.click(panel, label="Time zone")
    result = await circle.mo.submit_modal(form, {"zone": typed})
    heard = panel_now(circle) if "/" in said and "Did" not in said else told(result)
    assert said in heard


async def test_the_community_speaks_finnish_and_each_reader_their_own(circle: Circle) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.mo.click(panel, label="Puhu suomea")
    card = answer(await circle.share(circle.ben, "https://example.org/a", "For all."))
    assert "Jakoi" in card.content
    assert "Tästä oli apua" in text_of(card)
    assert "That is for moderators" in told(await circle.ben.slash(circle.talk, "setup"))


async def test_a_member_chooses_their_own_language(circle: Circle) -> None:
    me = answer(await circle.ben.slash(circle.talk, "me"))
    await circle.ben.select(me, ["fi"], custom_id="me.language")
    assert "Tämä on valvojille" in told(await circle.ben.slash(circle.talk, "setup"))
    await circle.restart()
    assert "Tämä on valvojille" in told(await circle.ben.slash(circle.talk, "setup"))
    me = answer(await circle.ben.slash(circle.talk, "me"))
    await circle.ben.select(me, ["auto"], custom_id="me.language")
    assert "That is for moderators" in told(await circle.ben.slash(circle.talk, "setup"))


async def test_a_restart_sends_no_commands_again(circle: Circle) -> None:
    def sent() -> int:
        return sum(
            one.method == "PUT" and one.path.endswith("/commands")
            for one in circle.env.http_requests
        )

    assert sent() == 1
    await circle.restart()
    assert sent() == 1


async def test_a_button_nobody_knows_any_more_is_answered(circle: Circle) -> None:
    backend = circle.env.backend
    record, payload = interactions.base_payload(
        backend,
        type=3,
        channel_id=circle.talk.id,
        guild_id=circle.guild.id,
        user_id=circle.aino.id,
        data={"custom_id": "gone.long-ago:1", "component_type": 2},
    )
    message = backend.create_message(circle.talk.id, circle.env.bot.user.id, "old")
    payload["message"] = dict(serializers.message_payload(backend, message))
    backend.emit("INTERACTION_CREATE", payload)
    await circle.env.settle()
    assert "jäi vanhasta versiosta" in circle.talk.history(viewer=circle.aino)[-1].content
    assert record.responded
