"""Stories about answering: the form, the intention and what came of it, changing one's mind."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from simcord import interactions

from tests.features.circle import Circle, answer, file_of, text_of, told, walk
from tests.features.scenes import (
    ALL_OF_THE_BOTS,
    delete_everything,
    hidden,
    line_breaks,
    on_the_wire,
    shown_in,
)


@pytest.fixture
async def asked(circle: Circle) -> Circle:
    """A prompt that lets everybody choose."""
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    await post(circle, "What went well?")
    return circle


async def post(circle: Circle, text: str) -> None:
    await circle.mo.slash(circle.talk, "prompt add", text=text)
    (choice,) = await circle.mo.autocomplete(circle.talk, "prompt post", "prompt", text)
    assert "Posted" in told(
        await circle.mo.slash(circle.talk, "prompt post", prompt=choice["value"])
    )


async def write(circle: Circle, actor: Any, text: str, audience: str, **more: str) -> Any:
    form = await actor.slash(circle.talk, "reflect")
    return await actor.submit_modal(form, {"text": text, "audience": [audience], **more})


def fields(form: Any) -> dict[str, Any]:
    """The form's parts by name, each with its label and help."""
    return {
        part["component"]["custom_id"]: {**part["component"], **_said(part)}
        for part in form.modal["components"]
        if "component" in part
    }


def _said(part: Any) -> dict[str, Any]:
    return {"label": part["label"], "help": part.get("description", "")}


def thread_of(circle: Circle) -> str:
    return shown_in(*circle.prompts.threads)


async def test_the_form_says_before_the_act_who_sees_what(asked: Circle) -> None:
    form = await asked.ben.slash(asked.talk, "reflect")
    assert len(form.modal["components"]) == 4
    offered = [one["value"] for one in fields(form)["audience"]["options"]]
    assert offered == ["open", "open-intention", "anonymous", "private"]
    (plain,) = [one["content"] for one in form.modal["components"] if one["type"] == 10]
    assert "Moderators cannot see whose it is" in plain
    assert "both its database and its key" in plain
    assert plain.startswith("**What went well?**")
    suomeksi = await asked.aino.slash(asked.talk, "reflect")
    (plain,) = [one["content"] for one in suomeksi.modal["components"] if one["type"] == 10]
    assert "Valvojat eivät näe, kenen se on" in plain


@pytest.mark.parametrize(
    ("visibility", "help_text", "audiences"),
    [
        ("open", "under your name", ["open", "open-intention"]),
        ("anonymous", "without your name", None),
        ("private", "Only you can read it", None),
    ],
)
async def test_a_schedule_that_has_decided_says_so(
    circle: Circle, visibility: str, help_text: str, audiences: list[str] | None
) -> None:
    await circle.set_up(prompts=circle.prompts)
    await circle.mo.slash(circle.talk, "prompt add", text="What now?")
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", visibility=visibility)
    await circle.env.advance_time(7 * 86_400)
    form = await circle.ben.slash(circle.talk, "reflect")
    found = fields(form)
    assert help_text in found["text"]["help"]
    options = found["audience"]["options"] if "audience" in found else None
    assert (options and [one["value"] for one in options]) == audiences


async def test_an_intention_is_asked_about_the_next_time(asked: Circle) -> None:
    said = told(
        await write(asked, asked.ben, "I asked early.", "open", intention="Ask Ella *first*")
    )
    assert "Thank you for sharing" in said
    assert "Ella" not in thread_of(asked)
    await post(asked, "And this week?")
    form = await asked.ben.slash(asked.talk, "reflect")
    assert fields(form)["outcome"]["help"] == "Last time you wrote: Ask Ella *first*"
    more = {"text": "Went on.", "audience": ["private"], "outcome": "She knew at once."}
    assert "for you alone" in told(await asked.ben.submit_modal(form, more))
    assert "She knew" not in shown_in(asked.prompts, *asked.prompts.threads)

    # It was told, so the next form does not ask again; nor does anybody else's.
    await post(asked, "And now?")
    assert "outcome" not in fields(await asked.ben.slash(asked.talk, "reflect"))
    assert "outcome" not in fields(await asked.ella.slash(asked.talk, "reflect"))


async def test_an_untold_outcome_is_asked_about_until_something_else_is_written(
    asked: Circle,
) -> None:
    await write(asked, asked.aino, "Hyvin meni.", "private", intention="Kysyn ajoissa. " * 12)
    await post(asked, "Entä nyt?")
    form = await asked.aino.slash(asked.talk, "reflect")
    said = fields(form)["outcome"]["help"]
    assert said.startswith("Viimeksi kirjoitit: Kysyn ajoissa. Kysyn")
    assert said.endswith("…")
    values = {"text": "Ohi meni.", "audience": ["private"], "outcome": ""}
    await asked.aino.submit_modal(form, values)
    # Editing the same one still lets them tell it.
    assert "outcome" in fields(await asked.aino.slash(asked.talk, "reflect"))
    await post(asked, "Ja nyt?")
    assert "outcome" not in fields(await asked.aino.slash(asked.talk, "reflect"))


async def test_an_intention_is_shown_to_others_only_by_choice(asked: Circle) -> None:
    await write(asked, asked.ben, "Mine.", "open-intention", intention="Say @everyone thanks")
    assert "**Next:** Say @\u200beveryone thanks" in thread_of(asked)
    form = await asked.ben.slash(asked.talk, "reflect")
    chosen = [one["value"] for one in fields(form)["audience"]["options"] if one.get("default")]
    assert chosen == ["open-intention"]
    assert fields(form)["intention"]["value"] == "Say @everyone thanks"
    values = {"text": "Mine.", "audience": ["open"], "intention": "Say @everyone thanks"}
    await asked.ben.submit_modal(form, values)
    assert "Mine." in thread_of(asked)
    assert "Next" not in thread_of(asked)


async def test_the_longest_of_everything_fits(asked: Circle) -> None:
    said = await write(asked, asked.ben, "*" * 1800, "open-intention", intention="_" * 200)
    assert "Thank you for sharing" in told(said)
    await post(asked, "w" * 400)
    form = await asked.ben.slash(asked.talk, "reflect")
    assert len(form.modal["components"]) == 5
    values = {"text": "x", "audience": ["anonymous"], "outcome": "*" * 300}
    assert "Saved without your name" in told(await asked.ben.submit_modal(form, values))


async def test_an_open_answer_is_taken_back(asked: Circle) -> None:
    shown = answer(await write(asked, asked.ben, "Not so sure.", "open"))
    assert "Not so sure." in thread_of(asked)
    await asked.restart()
    result = await asked.ben.click(shown, label="Take back")
    assert "It is gone from my records and from the thread" in told(result)
    assert "Not so sure." not in thread_of(asked)
    assert "nothing of yours" in told(await asked.ben.click(shown, label="Take back"))
    assert "Not so sure." not in told(await asked.ben.slash(asked.talk, "journal list"))


async def test_what_was_just_saved_is_edited_from_there(asked: Circle) -> None:
    shown = answer(await write(asked, asked.ben, "Not so sure.", "private"))
    await asked.restart()
    form = await asked.ben.click(shown, label="Edit")
    assert fields(form)["text"]["value"] == "Not so sure."
    await asked.ben.submit_modal(form, {"text": "Quite sure.", "audience": ["private"]})
    written = told(await asked.ben.slash(asked.talk, "journal list"))
    assert "Quite sure." in written
    assert "Not so sure." not in written


async def test_a_private_answer_is_taken_back(asked: Circle) -> None:
    shown = answer(await write(asked, asked.aino, "Vain minulle.", "private"))
    assert "Peruttu" in told(await asked.aino.click(shown, label="Peru vastaus"))
    assert "Vain minulle." not in told(await asked.aino.slash(asked.talk, "journal list"))


async def test_nobody_takes_back_anothers(asked: Circle) -> None:
    shown = answer(await write(asked, asked.ben, "Bens.", "open"))
    (button,) = [one for one in walk(raw(shown)) if one.get("label") == "Take back"]
    elsas = answer(await write(asked, asked.ella, "Ellas.", "open"))
    assert button["custom_id"] in {one.get("custom_id") for one in walk(raw(elsas))}
    await asked.ella.click(elsas, label="Take back")
    assert "Bens." in thread_of(asked)
    assert "Ellas." not in thread_of(asked)


def raw(message: Any) -> Any:
    return [one if isinstance(one, dict) else one.to_dict() for one in message.components]


async def test_a_form_open_during_a_restart_is_saved_with_all_its_parts(asked: Circle) -> None:
    await write(asked, asked.ben, "First.", "private", intention="Try it")
    await post(asked, "And then?")
    form = await asked.ben.slash(asked.talk, "reflect")
    await asked.restart()
    values = {"text": "Still here.", "audience": ["open"], "intention": "More", "outcome": "Good"}
    assert "Thank you for sharing" in told(await asked.ben.submit_modal(form, values))
    assert "Still here." in thread_of(asked)
    rows = await asked.bot.store.read(
        "SELECT intention, outcome FROM reflections ORDER BY reflection_id"
    )
    assert [tuple(row) for row in rows] == [("Try it", "Good"), ("More", "")]


async def test_a_change_is_remembered_as_one(asked: Circle) -> None:
    await write(asked, asked.ben, "First.", "private")
    await asked.env.advance_time(60)
    await write(asked, asked.ben, "First.", "private")
    (row,) = await asked.bot.store.read("SELECT edited_at FROM reflections")
    assert row["edited_at"] is None
    await write(asked, asked.ben, "Second.", "private")
    (row,) = await asked.bot.store.read("SELECT edited_at - written_at FROM reflections")
    assert row[0] >= 60


async def test_a_prompt_that_is_gone_gives_the_text_back(asked: Circle) -> None:
    form = await asked.ben.slash(asked.talk, "reflect")
    asked.env.backend.delete_channel(asked.prompts.id)
    await asked.env.settle()
    result = await asked.ben.submit_modal(form, {"text": "Keep me.", "audience": ["anonymous"]})
    assert "did not save this" in told(result)
    assert file_of(asked.env, result) == "Keep me."
    assert "Keep me." not in text_of(answer(result))


async def test_reflect_opens_the_newest_prompt_that_one_can_see(asked: Circle) -> None:
    inner = await hidden(asked, asked.ella, asked.mo)
    await asked.mo.slash(asked.talk, "prompt add", text="For a few?")
    await asked.mo.slash(asked.talk, "prompt post", channel=inner)
    await write(asked, asked.ben, "For all.", "private")
    await write(asked, asked.ella, "For the few.", "private")
    assert "What went well?" in told(await asked.ben.slash(asked.talk, "journal list"))
    assert "For a few?" in told(await asked.ella.slash(asked.talk, "journal list"))


async def test_another_kind_of_post_is_not_answered(asked: Circle) -> None:
    form = await asked.ben.slash(asked.talk, "reflect")
    async with asked.bot.store.write() as tx:
        await tx.run("UPDATE deliveries SET kind = 'digest'")
    result = await asked.ben.submit_modal(form, {"text": "Mine.", "audience": ["open"]})
    assert "That prompt is gone" in told(result)
    assert await asked.bot.store.read("SELECT * FROM reflections") == []


async def test_all_that_was_typed_comes_back(asked: Circle) -> None:
    await write(asked, asked.ben, "Hard week.", "private", intention="Walk more")
    await post(asked, "And this week?")
    form = await asked.ben.slash(asked.talk, "reflect")
    asked.env.backend.delete_channel(asked.prompts.id)
    await asked.env.settle()
    values = {"text": "Better.", "audience": ["open"], "intention": "Sleep", "outcome": "Twice."}
    result = await asked.ben.submit_modal(form, values)
    assert file_of(asked.env, result) == "Better.\n\nSleep\n\nTwice."
    # Nothing of it was kept.
    (row,) = await asked.bot.store.read("SELECT outcome FROM reflections")
    assert row["outcome"] == ""


@pytest.mark.parametrize("audience", ["open", "anonymous"])
async def test_who_may_not_write_there_does_not_write_through_the_bot(
    asked: Circle, audience: str
) -> None:
    form = await asked.ben.slash(asked.talk, "reflect")
    await asked.permit(asked.prompts, asked.ben, send_messages_in_threads=False)
    result = await asked.ben.submit_modal(form, {"text": "Mine.", "audience": [audience]})
    assert "I do not post there for you" in told(result)
    assert file_of(asked.env, result) == "Mine."
    assert await asked.bot.store.read("SELECT * FROM anonymous_answers") == []
    assert "Saved" in told(await write(asked, asked.ben, "Mine.", "private"))
    # Where nobody writes but the bot, everybody answers by it.
    await asked.permit(asked.prompts, asked.guild.default_role, send_messages_in_threads=False)
    held = {name: value for name, value in ALL_OF_THE_BOTS if value is not None}
    await asked.permit(asked.prompts, asked.guild.me, **held)
    result = await write(asked, asked.ben, "Mine.", audience)
    assert ("Thank you" if audience == "open" else "I hold it") in told(result)


async def test_a_time_out_holds_for_the_bot_too(asked: Circle) -> None:
    form = await asked.ben.slash(asked.talk, "reflect")
    until = asked.env.now() + timedelta(days=1)
    guild = asked.env.backend.get_guild(asked.guild.id)
    guild.members[asked.ben.id].timed_out_until = until.isoformat()
    result = await asked.ben.submit_modal(form, {"text": "Mine.", "audience": ["open"]})
    assert "I do not post there for you" in told(result)


# Trouble with an open answer


def messages_of(circle: Circle) -> str:
    return f"/channels/{circle.prompts.threads[-1].id}/messages"


async def lost(circle: Circle, actor: Any, text: str) -> Any:
    """Discord takes the answer, and nobody hears of it, nor can look."""
    path = messages_of(circle)
    with (
        on_the_wire(circle, "POST", path, after=line_breaks),
        on_the_wire(circle, "GET", path, before=line_breaks),
    ):
        return await write(circle, actor, text, "open")


def standing(circle: Circle) -> list[str]:
    thread = circle.prompts.threads[-1]
    return [text_of(one) for one in thread.history() if "💭 <@" in text_of(one)]


async def test_an_answer_is_found_when_only_the_line_broke(asked: Circle) -> None:
    with on_the_wire(asked, "POST", messages_of(asked), after=line_breaks):
        assert "Thank you for sharing" in told(await write(asked, asked.ben, "Mine.", "open"))
    assert len(standing(asked)) == 1


@pytest.mark.parametrize("restarted", [False, True])
async def test_an_answer_that_may_stand_is_not_posted_twice(asked: Circle, restarted: bool) -> None:
    assert "could not post it" in told(await lost(asked, asked.ben, "Mine."))
    await write(asked, asked.ella, "Ellas.", "open")
    await asked.env.advance_time(600)
    if restarted:
        await asked.restart()
        assert "See it in the thread" in told(await asked.ben.slash(asked.talk, "journal list"))
    assert "Thank you for sharing" in told(await write(asked, asked.ben, "Mine again.", "open"))
    assert len(standing(asked)) == 2
    assert "Mine again." in thread_of(asked)


@pytest.mark.parametrize("how", ["private", "anonymous", "take back", "remove", "delete"])
async def test_an_answer_that_may_stand_goes_when_it_is_to_go(asked: Circle, how: str) -> None:
    shown = answer(await lost(asked, asked.ben, "Mine."))
    assert len(standing(asked)) == 1
    if how == "take back":
        assert "Taken back" in told(await asked.ben.click(shown, label="Take back"))
    elif how == "remove":
        (choice,) = await asked.ben.autocomplete(asked.talk, "journal remove", "entry", "mine")
        await asked.ben.slash(asked.talk, "journal remove", entry=choice["value"])
    elif how == "delete":
        await asked.restart()
        await delete_everything(asked, asked.ben)
    else:
        await write(asked, asked.ben, "Mine.", how)
    assert standing(asked) == []


async def test_where_nobody_can_look_nothing_is_said_to_be_gone(asked: Circle) -> None:
    await lost(asked, asked.ben, "Mine.")
    await asked.permit(asked.prompts, asked.guild.me, read_message_history=False)
    said = told(await write(asked, asked.ben, "Mine.", "private"))
    assert "did not let me delete the message" in said
    said = told(await write(asked, asked.ella, "Ellas.", "open"))
    assert "Thank you for sharing" in said


@pytest.mark.parametrize("audience", ["open", "anonymous"])
async def test_a_change_that_discord_refuses_is_not_told_as_done(
    asked: Circle, audience: str
) -> None:
    for one in (asked.aino, asked.ben, asked.ella):
        await write(asked, one, f"From {one.user.name}.", audience)
    asked.env.inject_error("PATCH", "/channels/*/messages/*", status=403, code=50013, times=None)
    said = told(await write(asked, asked.ben, "Milder.", audience))
    assert "the old words still stand there" in said
    assert "From ben." in thread_of(asked)
    asked.env.backend.faults.clear()
    said = told(await write(asked, asked.ben, "Milder.", audience))
    assert "the old words" not in said
    assert "From ben." not in thread_of(asked)
    assert "Milder." in thread_of(asked)


def sent(circle: Circle, actor: Any, form: Any, text: str, audience: str) -> None:
    """The form is sent once more, from another device, and nobody waits for the answer."""
    given = [
        {"type": 4, "custom_id": "text", "value": text},
        {"type": 3, "custom_id": "audience", "values": [audience]},
    ]
    _, payload = interactions.base_payload(
        circle.env.backend,
        type=5,
        channel_id=circle.talk.id,
        guild_id=circle.guild.id,
        user_id=actor.id,
        data={
            "custom_id": form.modal["custom_id"],
            "components": [{"type": 18, "component": one} for one in given],
        },
    )
    circle.env.backend.emit("INTERACTION_CREATE", payload)


@pytest.mark.parametrize(
    ("second", "stands"), [("open", ["Second."]), ("private", []), ("anonymous", [])]
)
async def test_a_form_sent_while_another_is_posted_leaves_one_answer(
    asked: Circle, second: str, stands: list[str]
) -> None:
    form, now = await asked.ben.slash(asked.talk, "reflect"), asked.bot.now
    came = False

    async def slow() -> None:
        nonlocal came
        if not came:
            came = True
            # A moment later, so that no nonce makes them one.
            asked.bot.now = lambda: now() + timedelta(seconds=2)
            sent(asked, asked.ben, form, "Second.", second)
            for _ in range(5_000):
                await asyncio.sleep(0)

    with on_the_wire(asked, "POST", messages_of(asked), before=slow):
        await asked.ben.submit_modal(form, {"text": "First.", "audience": ["open"]})
        await asked.env.settle()
    assert [one.splitlines()[-1] for one in standing(asked)] == stands
