"""Stories about anonymous answers: nothing shows who wrote one, and moderators act all the same."""

import asyncio
import json
import logging
import sqlite3
from datetime import timedelta
from typing import Any

import discord
import pytest

from bot import rounds
from bot.secret import Secret
from data import anonymous, communities, leftovers, reflections
from data.anonymous import KEPT, OPEN_LONGEST
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, texts, told
from tests.features.scenes import delete_everything, forge, line_breaks, on_the_wire
from tests.features.test_answering import fields, post, thread_of, write

FINNISH = "Hiljaa mietin."


@pytest.fixture
async def asked(circle: Circle) -> Circle:
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    await post(circle, "What is hard right now?")
    return circle


async def three(circle: Circle) -> list[Any]:
    """Aino, Ben and Ella answer without their names."""
    results = [await write(circle, circle.aino, FINNISH, "anonymous")]
    results.append(await write(circle, circle.ben, "Too many meetings.", "anonymous"))
    results.append(await write(circle, circle.ella, "Saying no.", "anonymous"))
    return results


def shown(circle: Circle) -> list[Any]:
    """The anonymous posts in the prompt's thread, oldest first."""
    threads = circle.prompts.threads
    posts = [
        one for thread in threads for one in thread.history() if "💭 Anonymous" in text_of(one)
    ]
    return sorted(posts, key=lambda one: one.id)


def of(circle: Circle, words: str) -> Any:
    (one,) = [one for one in shown(circle) if words in text_of(one)]
    return one


def states(rows: Any) -> list[str]:
    return sorted(row["state"] for row in rows)


async def stored(circle: Circle) -> list[Any]:
    return await circle.bot.store.read("SELECT * FROM anonymous_answers")


# Held, and shown together


async def test_they_come_together_when_there_are_three(asked: Circle) -> None:
    held = told(await write(asked, asked.aino, FINNISH, "anonymous"))
    assert "kun 3 nimetöntä vastausta odottaa" in held
    held = told(await write(asked, asked.ben, "Too many meetings.", "anonymous"))
    assert "I hold it until 3 such answers wait" in held
    assert shown(asked) == []
    last = told(await write(asked, asked.ella, "Saying no.", "anonymous"))
    assert "It is in the thread" in last
    assert len(shown(asked)) == 3
    said = "\n".join(map(text_of, shown(asked)))
    for words in (FINNISH, "Too many meetings.", "Saying no."):
        assert words in said
    for actor in (asked.aino, asked.ben, asked.ella):
        assert str(actor.id) not in said
        assert actor.name not in said


async def test_the_thread_shows_them_in_the_order_of_their_random_ids(asked: Circle) -> None:
    await three(asked)
    by_id = [row["text"] for row in sorted(await stored(asked), key=lambda row: row["answer_id"])]
    assert [next(w for w in by_id if w in text_of(one)) for one in shown(asked)] == by_id


async def test_a_late_one_does_not_come_alone(asked: Circle) -> None:
    await three(asked)
    assert "I hold it" in told(await write(asked, asked.mo, "Late.", "anonymous"))
    assert len(shown(asked)) == 3
    # The next prompt closes this one, and with three others it is enough.
    await post(asked, "And this week?")
    assert len(shown(asked)) == 4
    assert "Late." in text_of(shown(asked)[-1])


async def test_how_many_wait_is_never_told(asked: Circle) -> None:
    first = told(await write(asked, asked.ben, "One.", "anonymous"))
    second = told(await write(asked, asked.ella, "Two.", "anonymous"))
    assert first == second
    everywhere = "\n".join(
        text_of(one)
        for place in (asked.prompts, asked.moderators, asked.talk, *asked.prompts.threads)
        for one in place.history()
    )
    assert "One." not in everywhere
    assert "Anonymous" not in everywhere


# Restarts and trouble


async def test_what_was_decided_before_a_restart_is_posted_after_it(asked: Circle) -> None:
    await write(asked, asked.aino, FINNISH, "anonymous")
    await write(asked, asked.ben, "Too many meetings.", "anonymous")
    await asked.bot.cogs["Reflections"].releases.stop()
    await write(asked, asked.ella, "Saying no.", "anonymous")
    assert shown(asked) == []
    await asked.restart()
    assert len(shown(asked)) == 3
    await asked.restart()
    assert len(shown(asked)) == 3


@pytest.mark.parametrize("cut", [1, 2, 3])
async def test_a_post_that_landed_is_not_made_twice(asked: Circle, cut: int) -> None:
    """The line breaks after Discord took one: known by its button, it is found in the thread."""
    await write(asked, asked.aino, FINNISH, "anonymous")
    await write(asked, asked.ben, "Too many meetings.", "anonymous")
    thread = asked.prompts.threads[-1]
    sent = 0

    async def breaks() -> None:
        nonlocal sent
        sent += 1
        if sent >= cut:
            await line_breaks()

    with on_the_wire(asked, "POST", f"/channels/{thread.id}/messages", after=breaks):
        await write(asked, asked.ella, "Saying no.", "anonymous")
        assert len(shown(asked)) == cut
    # Long after any nonce.
    await asked.restart()
    await asked.env.advance_time(3600)
    assert len(shown(asked)) == 3
    assert all(row["message_id"] for row in await stored(asked))


async def test_one_taken_back_while_it_is_posted_does_not_stay(asked: Circle) -> None:
    await write(asked, asked.aino, FINNISH, "anonymous")
    await write(asked, asked.ben, "Too many meetings.", "anonymous")

    async def take_back() -> None:
        for row in await stored(asked):
            if row["text"] == FINNISH:
                await anonymous.take_back(asked.bot.store, asked.guild.id, row["answer_id"])

    thread = asked.prompts.threads[-1]
    with on_the_wire(asked, "POST", f"/channels/{thread.id}/messages", after=take_back):
        await write(asked, asked.ella, "Saying no.", "anonymous")
    assert len(shown(asked)) == 2
    assert FINNISH not in thread_of(asked)


async def test_one_changed_while_it_is_posted_shows_the_change(asked: Circle) -> None:
    await write(asked, asked.aino, FINNISH, "anonymous")
    await write(asked, asked.ben, "Too many meetings.", "anonymous")

    async def change() -> None:
        async with asked.bot.store.write() as tx:
            await tx.run("UPDATE anonymous_answers SET text = 'Changed: ' || text")

    thread = asked.prompts.threads[-1]
    with on_the_wire(asked, "POST", f"/channels/{thread.id}/messages", after=change):
        await write(asked, asked.ella, "Saying no.", "anonymous")
    assert len(shown(asked)) == 3
    assert all("Changed: " in text_of(one) for one in shown(asked))


async def test_refused_for_now_means_later(asked: Circle) -> None:
    thread = asked.prompts.threads[-1]
    asked.env.inject_error(
        "POST", f"/channels/{thread.id}/messages", status=403, code=50013, times=None
    )
    await three(asked)
    assert shown(asked) == []
    asked.env.backend.faults.clear()
    await asked.env.advance_time(3600)
    assert len(shown(asked)) == 3


async def test_a_thread_that_was_deleted_is_made_anew(asked: Circle) -> None:
    await asked.bot.cogs["Reflections"].releases.stop()
    await three(asked)
    asked.env.backend.delete_channel(asked.prompts.threads[-1].id)
    await asked.env.settle()
    await asked.restart()
    assert len(shown(asked)) == 3


async def test_without_the_prompts_post_the_writers_decide(asked: Circle) -> None:
    await asked.bot.cogs["Reflections"].releases.stop()
    await three(asked)
    for thread in [*asked.prompts.threads]:
        asked.env.backend.delete_channel(thread.id)
    for one in asked.prompts.history():
        asked.env.backend.delete_message(asked.prompts.id, one.id)
    await asked.env.settle()
    await asked.restart()
    await asked.env.advance_time(3600)
    assert states(await stored(asked)) == ["short"] * 3
    result = await asked.ben.slash(asked.talk, "journal list")
    assert "Too few answered anonymously" in told(result)


async def test_a_deleted_post_does_not_come_back(asked: Circle) -> None:
    await three(asked)
    one = of(asked, "Saying no.")
    asked.env.backend.delete_message(asked.prompts.threads[-1].id, one.id)
    await asked.env.settle()
    await asked.restart()
    await asked.env.advance_time(3600)
    assert len(shown(asked)) == 2


async def test_a_thread_that_hangs_holds_up_no_other_community(
    asked: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "PATIENCE", 0.5)
    guild, channel, _ = asked.another_guild()
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    there = [
        guild.add_member(asked.env.create_user(f"host {one}"), roles=[managers]) for one in range(3)
    ]
    await asked.env.settle()
    await there[0].slash(channel, "prompt add", text="And here?")
    await there[0].slash(channel, "prompt post", channel=channel)
    freed = asyncio.Event()

    async def hangs() -> None:
        await asked.bot.park(freed.wait(), reason="a request that hangs")

    thread = asked.prompts.threads[-1]
    with on_the_wire(asked, "POST", f"/channels/{thread.id}/messages", before=hangs):
        await three(asked)
        await asked.env.advance_time(60)
        for number, actor in enumerate(there):
            form = await actor.slash(channel, "reflect")
            values = {"text": f"Here {number}.", "audience": ["anonymous"]}
            await actor.submit_modal(form, values)
        await asked.env.advance_time(60)
        (elsewhere,) = channel.threads
        assert len([one for one in elsewhere.history() if "Anonymous" in text_of(one)]) == 3
        assert shown(asked) == []
        freed.set()
        await asked.env.settle()
    await asked.env.advance_time(60)
    assert len(shown(asked)) == 3


# Too few


async def test_too_few_means_the_writer_decides(asked: Circle) -> None:
    await write(asked, asked.ben, "Alone with it.", "anonymous")
    await write(asked, asked.aino, FINNISH, "anonymous")
    await post(asked, "And this week?")
    assert shown(asked) == []
    # Nobody else is asked, nor told.
    assert "Alone" not in told(await asked.ella.slash(asked.talk, "journal list"))
    await asked.restart()
    card = answer(await asked.ben.slash(asked.talk, "journal list"))
    assert "Too few answered anonymously" in text_of(card)
    assert "> Alone with it." in text_of(card)
    # Asked once, it does not stand beside every answer.
    assert "Too few" not in told(await asked.ben.slash(asked.talk, "journal list"))
    result = await asked.ben.click(card, label="Keep private")
    assert "in your journal now" in text_of(answer(result))
    assert "Alone with it." in told(await asked.ben.slash(asked.talk, "journal list"))

    kortti = answer(await asked.aino.slash(asked.talk, "journal list"))
    assert "Nimettömiä vastauksia tuli liian vähän" in text_of(kortti)
    result = await asked.aino.click(kortti, label="Poista")
    assert "Poistettu" in text_of(answer(result))
    assert await stored(asked) == []


async def test_nobody_decides_about_anothers(asked: Circle) -> None:
    """A button whose id somebody forged: it names an answer, which is not the presser's."""
    await write(asked, asked.ben, "Alone with it.", "anonymous")
    await post(asked, "And this week?")
    card = answer(await asked.ben.slash(asked.talk, "journal list"))
    for label in ("Keep private", "Delete"):
        asked.bot.secret, own = Secret(bytes(32)), asked.bot.secret
        result = await asked.ben.click(card, label=label)
        asked.bot.secret = own
        assert "not there any more" in told(result)
    assert states(await stored(asked)) == ["short"]
    assert await asked.bot.store.read("SELECT * FROM reflections") == []


async def test_undecided_it_goes_in_the_end(asked: Circle) -> None:
    await write(asked, asked.ben, "Alone with it.", "anonymous")
    await later(asked, OPEN_LONGEST)
    assert states(await stored(asked)) == ["short"]
    await later(asked, KEPT)
    assert await stored(asked) == []


async def later(circle: Circle, seconds: int) -> None:
    """The clock is that much further on, without the rounds of all the days between."""
    was = circle.bot.now
    circle.bot.now = lambda: was() + timedelta(seconds=seconds)
    circle.bot.cogs["Reflections"].releases.wake()
    await circle.env.settle()


async def test_a_form_open_while_the_prompt_closed_gives_the_text_back(asked: Circle) -> None:
    form = await asked.ben.slash(asked.talk, "reflect")
    await post(asked, "And this week?")
    result = await asked.ben.submit_modal(form, {"text": "Late.", "audience": ["anonymous"]})
    assert "has closed" in told(result)
    assert file_of(asked.env, result) == "Late."
    assert await stored(asked) == []
    assert "Late." not in told(await asked.ben.slash(asked.talk, "journal list"))


async def test_a_closed_prompt_offers_what_it_can_still_keep(circle: Circle) -> None:
    """Its card could not be changed, so its button still stands there."""
    await circle.set_up(prompts=circle.prompts)
    for text in ("One?", "Two?"):
        await circle.mo.slash(circle.talk, "prompt add", text=text)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", visibility="anonymous")
    await circle.env.advance_time(7 * 86_400)
    (card,) = [one for one in circle.prompts.history() if "Reflect" in text_of(one)]
    circle.env.inject_error(
        "PATCH", f"/channels/{circle.prompts.id}/messages/*", status=403, code=50001, times=None
    )
    await circle.env.advance_time(7 * 86_400)
    form = await circle.ben.click(card, label="Reflect")
    assert "Only you can read it" in fields(form)["text"]["help"]
    result = await circle.ben.submit_modal(form, {"text": "Late, for me."})
    assert "for you alone" in told(result)
    assert await stored(circle) == []
    assert "Late, for me." in told(await circle.ben.slash(circle.talk, "journal list"))


# Changing one's mind


async def test_the_form_shows_ones_own_again(asked: Circle) -> None:
    await write(asked, asked.ben, "Too many meetings.", "anonymous")
    assert "edited" not in plain(await asked.ben.slash(asked.talk, "reflect"))
    await three(asked)
    form = await asked.ben.slash(asked.talk, "reflect")
    assert fields(form)["text"]["value"] == "Too many meetings."
    # An edit leaves a trace, which the writer should know of.
    assert "Discord shows that it was edited, and when" in plain(form)
    chosen = [one["value"] for one in fields(form)["audience"]["options"] if one.get("default")]
    assert chosen == ["anonymous"]
    await asked.ben.submit_modal(form, {"text": "Fewer meetings.", "audience": ["anonymous"]})
    assert len(shown(asked)) == 3
    assert "Fewer meetings." in text_of(of(asked, "Fewer"))
    other = await asked.mo.slash(asked.talk, "reflect")
    assert not fields(other)["text"].get("value")
    assert "edited" not in plain(other)


def plain(form: Any) -> str:
    """What a form says beside its fields."""
    return "\n".join(one["content"] for one in form.modal["components"] if one["type"] == 10)


async def test_from_open_to_anonymous_the_open_one_goes_first(asked: Circle) -> None:
    await write(asked, asked.ben, "Mine.", "open")
    assert "Mine." in thread_of(asked)
    result = await write(asked, asked.ben, "Mine.", "anonymous")
    assert "I hold it" in told(result)
    assert "Mine." not in thread_of(asked)
    assert await asked.bot.store.read("SELECT * FROM reflections") == []
    assert "Without my name" in told(await asked.ben.slash(asked.talk, "journal list"))
    # Nor do the files still hold whose it was.
    for path in asked.database.parent.glob("vinkki.db*"):
        assert asked.ben.id.to_bytes(8, "big").lstrip(b"\0") not in path.read_bytes(), path.name


async def test_an_open_answer_that_stays_is_not_made_anonymous(asked: Circle) -> None:
    await write(asked, asked.ben, "Mine.", "open")
    asked.env.inject_error("DELETE", "/channels/*/messages/*", status=403, code=50013, times=None)
    result = await write(asked, asked.ben, "Mine, changed.", "anonymous")
    assert "nothing has changed" in told(result)
    assert file_of(asked.env, result) == "Mine, changed."
    assert await stored(asked) == []
    assert len(await asked.bot.store.read("SELECT * FROM reflections")) == 1


async def test_beside_an_anonymous_answer_that_stays_no_open_one_comes(asked: Circle) -> None:
    """The same words under a name would tell whose it is."""
    await three(asked)
    asked.env.inject_error("DELETE", "/channels/*/messages/*", status=403, code=50013, times=None)
    result = await write(asked, asked.ben, "Too many meetings.", "open")
    assert "nothing has changed" in told(result)
    assert file_of(asked.env, result) == "Too many meetings."
    assert len(shown(asked)) == 3
    assert "<@" not in thread_of(asked)
    assert await asked.bot.store.read("SELECT * FROM reflections") == []
    asked.env.backend.faults.clear()
    assert "Thank you" in told(await write(asked, asked.ben, "Too many meetings.", "open"))
    assert len(shown(asked)) == 2


async def test_what_else_discord_keeps_is_not_said_of_ones_own(asked: Circle) -> None:
    """Another message of the community that cannot be deleted is no news to this writer."""
    async with asked.bot.store.write() as tx:
        await leftovers.note(tx, asked.guild.id, asked.talk.id, 5)
    asked.env.inject_error(
        "DELETE", f"/channels/{asked.talk.id}/messages/5", status=403, code=50013, times=None
    )
    await three(asked)
    more = answer(await asked.ben.click(of(asked, "meetings"), label="…"))
    assert "from the thread" in told(await asked.ben.click(more, label="Take back"))
    card = answer(await asked.mo.click(of(asked, "Saying no."), label="…"))
    assert "gone from the thread" in told(await asked.mo.click(card, label="Remove"))
    assert len(shown(asked)) == 1


@pytest.mark.parametrize("audience", ["open", "private"])
async def test_one_replaced_in_the_moment_it_is_posted_does_not_stay(
    asked: Circle, audience: str
) -> None:
    """Its writer's form and the post cross: what the form found was not posted yet."""
    await write(asked, asked.aino, FINNISH, "anonymous")
    await write(asked, asked.ben, "Too many meetings.", "anonymous")
    form = await asked.ben.slash(asked.talk, "reflect")
    real, guild, delivery_id = reflections.write, asked.guild.id, 1

    async def crossed(*args: Any, **more: Any) -> Any:
        author = asked.bot.secret.author(guild, delivery_id, asked.ella.id)
        which = (asked.bot.store, guild, delivery_id, author)
        await anonymous.write(*which, "Saying no.", "", 3, asked.bot.seconds())
        await asked.bot.cogs["Reflections"].releases._pass()
        assert "Too many meetings." in thread_of(asked)
        return await real(*args, **more)

    reflections.write = crossed
    try:
        await asked.ben.submit_modal(form, {"text": "Other words.", "audience": [audience]})
    finally:
        reflections.write = real
    assert "Too many meetings." not in thread_of(asked)
    assert not await leftovers.waiting(asked.bot.store, asked.guild.id)


async def test_one_deleted_while_nobody_looked_waits_again_when_changed(asked: Circle) -> None:
    await three(asked)
    asked.env.inject_error("PATCH", "/channels/*/messages/*", status=404, code=10008)
    said = told(await write(asked, asked.ben, "Milder.", "anonymous"))
    assert "I hold it until 3" in said
    assert states(await stored(asked)) == ["held", "shown", "shown"]


async def test_from_anonymous_to_open_the_anonymous_one_goes(asked: Circle) -> None:
    await three(asked)
    result = await write(asked, asked.ben, "Under my name.", "open")
    assert "Thank you for sharing" in told(result)
    assert len(shown(asked)) == 2
    assert "Too many meetings." not in thread_of(asked)
    assert "Under my name." in thread_of(asked)


async def test_ones_own_is_taken_back(asked: Circle) -> None:
    held = answer(await write(asked, asked.ben, "Held.", "anonymous"))
    assert "Taken back" in told(await asked.ben.click(held, label="Take back"))
    assert await stored(asked) == []
    await three(asked)
    await asked.restart()
    more = answer(await asked.ben.click(of(asked, "meetings"), label="…"))
    assert "Taken back" in told(await asked.ben.click(more, label="Take back"))
    assert len(shown(asked)) == 2


async def test_an_intention_is_asked_about_and_bound_to_no_name(asked: Circle) -> None:
    await write(asked, asked.ben, "Hard week.", "anonymous", intention="Walk more")
    await post(asked, "And this week?")
    form = await asked.ben.slash(asked.talk, "reflect")
    assert fields(form)["outcome"]["help"] == "Last time you wrote: Walk more"
    values = {"text": "Better.", "audience": ["anonymous"], "outcome": "Twice a day."}
    await asked.ben.submit_modal(form, values)
    assert await asked.bot.store.read("SELECT * FROM reflections") == []
    assert sorted(row["outcome"] for row in await stored(asked)) == ["", "Twice a day."]


# Moderation without learning who


async def test_a_member_tells_the_moderators_once(asked: Circle) -> None:
    await three(asked)
    one = of(asked, "Saying no.")
    card = answer(await asked.ben.click(one, label="…"))
    assert "Block" not in text_of(card)
    assert "have a link" in told(await asked.ben.click(card, label="Tell moderators"))
    (line,) = [one for one in asked.moderators.history() if "anonymous answer" in one.content]
    assert f"/{one.id}" in line.content
    assert str(asked.ben.id) not in line.content
    assert "already" in told(await asked.ben.click(card, label="Tell moderators"))
    assert len([one for one in asked.moderators.history() if "anonymous" in one.content]) == 1


async def test_a_moderator_removes_one(asked: Circle) -> None:
    await three(asked)
    card = answer(await asked.mo.click(of(asked, "Saying no."), label="…"))
    assert "gone from the thread" in told(await asked.mo.click(card, label="Remove"))
    assert len(shown(asked)) == 2
    assert "not there any more" in told(await asked.mo.click(card, label="Remove"))
    # Its writer still has the words; sent again they wait for others.
    form = await asked.ella.slash(asked.talk, "reflect")
    assert fields(form)["text"]["value"] == "Saying no."
    again = await asked.ella.submit_modal(form, {"text": "No.", "audience": ["anonymous"]})
    assert "I hold it" in told(again)
    assert len(shown(asked)) == 2


async def test_a_blocked_writer_cannot_answer_anonymously_and_nobody_learns_who(
    asked: Circle,
) -> None:
    await three(asked)
    card = answer(await asked.mo.click(of(asked, "Saying no."), label="…"))
    blocked = told(await asked.mo.click(card, label="Block writer"))
    assert "Nobody learns who it is" in blocked
    assert str(asked.ella.id) not in blocked
    await asked.restart()
    await post(asked, "And this week?")
    result = await write(asked, asked.ella, "Again me.", "anonymous")
    assert "not taken in this community" in told(result)
    assert file_of(asked.env, result) == "Again me."
    assert "Thank you" in told(await write(asked, asked.ella, "Under my name.", "open"))
    assert "I hold it" in told(await write(asked, asked.ben, "Not me.", "anonymous"))

    # Lifted from the list that any such card leads to, and the queue.
    card = answer(await asked.mo.click(of(asked, "meetings"), label="…"))
    listed = answer(await asked.mo.click(card, label="Blocks"))
    assert "**1 writer** is blocked" in text_of(listed)
    queue = answer(await asked.mo.slash(asked.talk, "review"))
    listed = answer(await asked.mo.click(queue, label="Blocked writers · 1"))
    assert "**1 writer** is blocked" in text_of(listed)
    assert "Saying no." in text_of(listed)
    assert str(asked.ella.id) not in text_of(listed)
    emptied = answer(await asked.mo.click(listed, label="Lift block"))
    assert "Nobody is blocked" in text_of(emptied)
    assert "I hold it" in told(await write(asked, asked.ella, "Again me.", "anonymous"))


@pytest.mark.parametrize("label", ["Remove", "Block writer", "Blocks"])
async def test_only_moderators_moderate(asked: Circle, label: str) -> None:
    """Whoever was one when the card was shown has to be one when it is pressed."""
    await three(asked)
    card = answer(await asked.mo.click(of(asked, "Saying no."), label="…"))
    (managers,) = [role for role in asked.guild._guild.roles.values() if role.name == "Managers"]
    managers.permissions = 0
    await asked.env.settle()
    assert "moderator" in told(await asked.mo.click(card, label=label)).lower()
    assert len(shown(asked)) == 3
    assert await asked.bot.store.read("SELECT * FROM anonymous_blocks") == []


async def test_another_community_sees_nothing_of_it(asked: Circle) -> None:
    await three(asked)
    rows = await stored(asked)
    _, elsewhere, eve = asked.another_guild()
    await asked.env.settle()
    result = await eve.slash(elsewhere, "data export")
    assert all(row["text"] not in file_of(asked.env, result) for row in rows)


# One's own data


async def test_export_and_deletion_find_ones_own(asked: Circle) -> None:
    await three(asked)
    exported = json.loads(file_of(asked.env, await asked.ben.slash(asked.talk, "data export")))
    (mine,) = exported["anonymous_answers"]
    assert mine["text"] == "Too many meetings."
    everything = json.dumps(exported)
    assert "Saying no." not in everything
    assert FINNISH not in everything
    result = await delete_everything(asked, asked.ben)
    assert "I know nothing about you" in told(result)
    assert len(shown(asked)) == 2
    assert len(await stored(asked)) == 2


# Nothing tells who


async def test_no_log_payload_or_table_names_the_writer(
    asked: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    """Ella does nothing else here. Logged is what the operator can turn on: ours, down to DEBUG."""
    for name in ("bot", "cogs", "data"):
        caplog.set_level(logging.DEBUG, name)
    before = len(asked.env.http_requests)
    thread = asked.prompts.threads[-1]
    asked.env.inject_error("POST", f"/channels/{thread.id}/messages", status=500, times=2)
    await three(asked)
    await asked.env.advance_time(3600)
    card = answer(await asked.mo.click(of(asked, "Saying no."), label="…"))
    await asked.mo.click(card, label="Block writer")
    await asked.restart()
    await post(asked, "And this week?")
    await write(asked, asked.ella, "Again me.", "anonymous")
    who = asked.ella.id
    ours = [one for one in caplog.records if one.name.split(".")[0] in {"bot", "cogs", "data"}]
    assert ours
    assert not [one for one in ours if str(who) in f"{one.getMessage()} {one.args}"]
    sent = asked.env.http_requests[before:]
    assert [one for one in sent if "Saying no." in json.dumps(one.json, default=str)]
    for one in sent:
        assert str(who) not in json.dumps([one.path, one.json], default=str)
    store = asked.bot.store
    for row in await store.read("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for found in await store.read(f'SELECT * FROM "{row["name"]}"'):
            assert who not in tuple(found), row["name"]
            assert str(who) not in repr(tuple(found)), row["name"]
    with sqlite3.connect(asked.database) as db:
        db.execute("VACUUM INTO ?", (str(asked.database.with_name("vinkki.db.copy")),))
    db.close()
    files = [*asked.database.parent.glob("vinkki.db*")]
    assert len(files) > 1
    for path in files:
        assert who.to_bytes(8, "big").lstrip(b"\0") not in path.read_bytes(), path.name
        assert str(who).encode() not in path.read_bytes(), path.name
    # Nor in what anybody else may take along.
    for other in (asked.aino, asked.ben, asked.mo):
        for command in ("data export", "journal export"):
            result = await other.slash(asked.talk, command)
            if answer(result).attachments:
                assert str(who) not in file_of(asked.env, result)
                assert "Again me." not in file_of(asked.env, result)


async def test_the_shown_ones_look_alike(asked: Circle) -> None:
    """But for their words and the id of their button."""
    await three(asked)
    for one, row in zip(
        shown(asked), sorted(await stored(asked), key=lambda row: row["answer_id"]), strict=True
    ):
        assert [*texts(raw_components(one))] == [f"💭 Anonymous\n{row['text']}", "…"]
        assert one.author.bot


# How many there must be


@pytest.fixture
async def chosen(asked: Circle) -> tuple[Circle, Any]:
    """The card on which a moderator chooses."""
    await asked.mo.slash(asked.talk, "prompt schedule", day="monday", time="9:00")
    return asked, answer(await asked.mo.slash(asked.talk, "prompt schedules"))


async def test_a_moderator_chooses_how_many_there_must_be(chosen: tuple[Circle, Any]) -> None:
    asked, schedules = chosen
    await asked.mo.select(schedules, ["4"], custom_id="schedule.least:0")
    await three(asked)
    assert shown(asked) == []
    await write(asked, asked.mo, "Now.", "anonymous")
    assert len(shown(asked)) == 4


@pytest.mark.parametrize("value", ["2", "0", "1000", "x"])
async def test_a_forged_number_changes_nothing(chosen: tuple[Circle, Any], value: str) -> None:
    asked, schedules = chosen
    forge(asked, schedules, "schedule.least:0", [value])
    await asked.mo.select(schedules, [value], custom_id="schedule.least:0")
    assert (await communities.get(asked.bot.store, asked.guild.id)).anonymous_least == 3


async def test_members_do_not_choose_it(chosen: tuple[Circle, Any]) -> None:
    asked, _ = chosen
    card = asked.prompts.history()[0]
    forge(asked, card, "schedule.least:0", ["10"])
    result = await asked.ben.select(card, ["10"], custom_id="schedule.least:0")
    assert "for moderators" in told(result)
    assert (await communities.get(asked.bot.store, asked.guild.id)).anonymous_least == 3


async def least(circle: Circle, number: int) -> None:
    await communities.choose(circle.bot.store, circle.guild.id, "anonymous_least", number)


@pytest.mark.parametrize(("promised", "by_then"), [(5, 3), (3, 5)])
async def test_what_an_open_form_promised_holds(asked: Circle, promised: int, by_then: int) -> None:
    """Moderators ask for fewer, or more, while somebody writes: the larger number counts."""
    await least(asked, promised)
    form = await asked.ben.slash(asked.talk, "reflect")
    await least(asked, by_then)
    await asked.restart()
    await asked.ben.submit_modal(form, {"text": "Mine.", "audience": ["anonymous"]})
    await write(asked, asked.aino, FINNISH, "anonymous")
    await write(asked, asked.ella, "Saying no.", "anonymous")
    assert shown(asked) == []
    assert max(row["least"] for row in await stored(asked)) == 5


async def test_what_a_change_promised_holds(asked: Circle) -> None:
    await write(asked, asked.ben, "Mine.", "anonymous")
    await least(asked, 5)
    assert "until 5 such" in told(await write(asked, asked.ben, "Mine!", "anonymous"))
    await least(asked, 3)
    assert "until 5 such" in told(await write(asked, asked.ben, "Mine.", "anonymous"))


async def test_a_change_to_a_shown_one_holds_up_nobody(asked: Circle) -> None:
    await three(asked)
    await least(asked, 10)
    await write(asked, asked.ben, "Fewer meetings.", "anonymous")
    await least(asked, 3)
    await write(asked, asked.mo, "Late.", "anonymous")
    await post(asked, "And this week?")
    assert len(shown(asked)) == 4


@pytest.mark.parametrize("forged", ["2", "1000000", "-3", "x", ""])
async def test_a_forged_promise_counts_for_nothing(asked: Circle, forged: str) -> None:
    """One that was too large would hold up everybody's answers."""
    form = await asked.ben.slash(asked.talk, "reflect")
    form.modal["custom_id"] = f"prompt.reflected:1:{forged}"
    await asked.ben.submit_modal(form, {"text": "Mine.", "audience": ["anonymous"]})
    (row,) = await stored(asked)
    assert row["least"] == 3


async def test_it_is_chosen_before_there_is_a_schedule(asked: Circle) -> None:
    """A prompt posted by hand is answered without a name, too."""
    schedules = answer(await asked.mo.slash(asked.talk, "prompt schedules"))
    assert "No schedules yet" in text_of(schedules)
    await asked.mo.select(schedules, ["5"], custom_id="schedule.least:0")
    assert (await communities.get(asked.bot.store, asked.guild.id)).anonymous_least == 5
