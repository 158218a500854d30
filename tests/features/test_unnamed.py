"""Stories about asking without a name: going on with it, and acting not knowing who."""

import json
from typing import Any

import pytest
from simcord import interactions
from simcord.results import InteractionResult

from bot.secret import Secret
from data import question_replies, question_states, questions
from data.question_replies import DAILY_PER_QUESTION, EPOCH
from data.questions import Question
from tests.features.asking import anyway, ask
from tests.features.circle import (
    Circle,
    answer,
    file_of,
    raw_components,
    text_of,
    texts,
    told,
    walk,
)
from tests.features.scenes import (
    archive,
    delete_everything,
    forge,
    line_breaks,
    on_the_wire,
    shown_in,
)
from tests.features.test_answering import fields

TITLE = "How do I tell my boss?"


async def ask_unnamed(
    circle: Circle, actor: Any, title: str = TITLE, details: str = ""
) -> Question:
    await anyway(actor, await ask(circle, actor, title, details=details, how=["unnamed"]))
    (row,) = await circle.bot.store.read("SELECT max(question_id) FROM questions")
    question = await questions.get(circle.bot.store, circle.guild.id, row[0])
    assert question is not None
    assert question.asker_id is None
    return question


def thread_of(circle: Circle) -> Any:
    return circle.place.threads[-1]


def card_of(circle: Circle, title: str = TITLE) -> Any:
    for place in (*circle.place.threads, circle.place):
        for message in place.history():
            if message.author.bot and "Asked by" in text_of(message) and title in text_of(message):
                return message
    raise AssertionError("no card")


async def write(circle: Circle, actor: Any, text: str) -> Any:
    form = await actor.click(card_of(circle), label="Write unnamed")
    return await actor.submit_modal(form, {"text": text})


async def send_form(circle: Circle, actor: Any, question: Question, text: str) -> str:
    """Send a form nobody was shown, as a stranger's client may; what it is answered."""
    field = {"type": 4, "custom_id": "text", "value": text}
    data = {
        "custom_id": f"question.written:{question.question_id}",
        "components": [{"type": 18, "component": field}],
    }
    record, payload = interactions.base_payload(
        circle.env.backend,
        type=5,
        channel_id=circle.talk.id,
        guild_id=circle.guild.id,
        user_id=actor.id,
        data=data,
    )
    circle.env.backend.emit("INTERACTION_CREATE", payload)
    await circle.env.settle()
    result = InteractionResult(circle.env, record)
    if result.response and result.response.attachments:
        assert file_of(circle.env, result) == text
    return told(result)


def said(circle: Circle) -> list[Any]:
    """What the asker added, oldest first."""
    found = [one for one in thread_of(circle).history() if "adds:" in text_of(one)]
    return sorted(found, key=lambda one: one.id)


async def stored(circle: Circle) -> list[Any]:
    return await circle.bot.store.read("SELECT * FROM question_replies ORDER BY message_id")


# Going on with it


async def test_the_asker_goes_on_through_the_bot(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    assert "Asked by Asker" in text_of(card_of(asking))
    form = await asking.ben.click(card_of(asking), label="Write unnamed")
    assert "without your name" in fields(form)["text"]["help"]
    assert "with both its database and its key" in "\n".join(texts(form.modal["components"]))
    await asking.restart()
    result = await asking.ben.submit_modal(form, {"text": "Since *Monday*."})
    assert f"<#{thread_of(asking).id}>" in told(result)
    (one,) = said(asking)
    assert text_of(one).strip() == "❓ **Asker** adds:\nSince \\*Monday\\*.\n…"
    assert one.author.bot
    assert [row["message_id"] for row in await stored(asking)] == [one.id]


async def test_in_finnish(asking: Circle) -> None:
    await ask_unnamed(asking, asking.aino)
    form = await asking.aino.click(card_of(asking), label="Write unnamed")
    assert form.modal["title"] == "Kirjoita nimettömänä"
    result = await asking.aino.submit_modal(form, {"text": "Lisää."})
    assert "ilman nimeäsi" in told(result)
    assert "Lisää." in text_of(said(asking)[0])
    # What everybody reads is in the community's language.
    assert "**Asker** adds:" in text_of(said(asking)[0])
    about = told(await asking.ella.click(said(asking)[0], label="…"))
    assert "Somebody asked this without their name" in about


async def test_the_longest_text_fits_and_nothing_else_is_posted(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben)
    await write(asking, asking.ben, "_" * 1800)
    assert len(said(asking)) == 1
    # The form takes no more, so this one is made up.
    told_back = await send_form(asking, asking.ben, question, "x" * 1801)
    assert "too long" in told_back
    assert "nothing to add yet" in told(await write(asking, asking.ben, "\u200b \u200b"))
    assert len(said(asking)) == 1


async def test_nobody_else_can_add_to_it(asking: Circle) -> None:
    """Not with a form somebody else was shown, nor with an id they made up."""
    question = await ask_unnamed(asking, asking.ben)
    card = answer(await asking.ella.click(card_of(asking), label="Write unnamed"))
    assert "Somebody asked this without their name" in text_of(card)
    assert "Block" not in text_of(card)
    assert "not yours to add to" in await send_form(asking, asking.ella, question, "Not me.")
    assert said(asking) == []
    await write(asking, asking.ben, "Mine.")
    (one,) = said(asking)
    card = card_of(asking)
    forge(asking, card, f"question.take-back:{question.question_id}:{one.id}")
    assert "not there any more" in told(await asking.ella.click(card, label="Forged"))
    assert len(said(asking)) == 1


async def test_a_question_with_a_name_has_no_such_form(asking: Circle) -> None:
    form = await asking.ben.slash(asking.talk, "ask")
    await asking.ben.submit_modal(form, {"title": TITLE, "details": "", "topics": ""})
    card = card_of(asking)
    assert "Write unnamed" not in text_of(card)
    forge(asking, card, "question.write:1")
    assert "question is gone" in told(await asking.ben.click(card, label="Forged"))
    assert await stored(asking) == []


async def test_what_was_added_is_taken_back(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    sent = answer(await write(asking, asking.ben, "First."))
    assert "gone from the thread" in told(await asking.ben.click(sent, label="Take back"))
    assert said(asking) == []
    await write(asking, asking.ben, "Second.")
    await asking.restart()
    card = answer(await asking.ben.click(said(asking)[0], label="…"))
    assert "You wrote this" in text_of(card)
    assert "gone from the thread" in told(await asking.ben.click(card, label="Take back"))
    assert said(asking) == []
    assert await stored(asking) == []
    assert "not there any more" in told(await asking.ben.click(card, label="Take back"))


async def test_a_message_discord_keeps_goes_later(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    sent = answer(await write(asking, asking.ben, "First."))
    asking.env.inject_error("DELETE", "/channels/*/messages/*", status=403, code=50013, times=None)
    result = told(await asking.ben.click(sent, label="Take back"))
    assert "Discord did not let me delete" in result
    asking.env.backend.faults.clear()
    await asking.restart()
    assert said(asking) == []


async def test_a_deleted_message_is_forgotten(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await write(asking, asking.ben, "First.")
    asking.env.backend.delete_message(thread_of(asking).id, said(asking)[0].id)
    await asking.env.settle()
    assert await stored(asking) == []


async def test_a_days_worth_is_enough(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben)
    now = asking.bot.seconds()
    which = (asking.guild.id, question.question_id)
    for number in range(DAILY_PER_QUESTION):
        begun = await question_replies.begin(asking.bot.store, *which, now)
        assert isinstance(begun, int)
        message = ((now - EPOCH) * 1000 << 22) + number
        await question_replies.posted(asking.bot.store, *which, begun, message)
    result = await write(asking, asking.ben, "One more.")
    assert "a day's worth" in told(result)
    assert file_of(asking.env, result) == "One more."
    await asking.env.advance_time(86_401)
    assert "It stands in" in told(await write(asking, asking.ben, "One more."))


# Restarts, trouble


async def test_one_that_landed_while_the_line_broke_is_known(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    path = f"/channels/{thread_of(asking).id}/messages"
    with on_the_wire(asking, "POST", path, after=line_breaks):
        result = await write(asking, asking.ben, "Landed.")
    assert "It stands in" in told(result)
    assert [row["message_id"] for row in await stored(asking)] == [said(asking)[0].id]


async def test_one_that_was_refused_comes_back_and_leaves_nothing(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    path = f"/channels/{thread_of(asking).id}/messages"
    asking.env.inject_error("POST", path, status=403, code=50013, times=None)
    result = await write(asking, asking.ben, "Refused.")
    asking.env.backend.faults.clear()
    assert "could not post" in told(result)
    assert file_of(asking.env, result) == "Refused."
    assert await stored(asking) == []


@pytest.mark.parametrize("landed", [True, False])
async def test_a_process_that_ended_meanwhile_is_gone_on_with(asking: Circle, landed: bool) -> None:
    """Both ways the store knows in the end what stands in the thread, to take it out on request."""
    await ask_unnamed(asking, asking.ben)
    if landed:
        await write(asking, asking.ben, "Landed.")
        (custom_id,) = [
            part["custom_id"]
            for part in walk(raw_components(said(asking)[0]))
            if str(part.get("custom_id", "")).startswith("question.more")
        ]
        number = -int(custom_id.split(":")[2])
        async with asking.bot.store.write() as tx:
            await tx.run("UPDATE question_replies SET message_id = ?", (number,))
    else:
        which = (asking.guild.id, 1, asking.bot.seconds())
        assert isinstance(await question_replies.begin(asking.bot.store, *which), int)
    await asking.env.advance_time(5)
    await asking.restart()
    assert [row["message_id"] for row in await stored(asking)] == [one.id for one in said(asking)]
    assert len(said(asking)) == landed


async def test_a_thread_that_cannot_be_read_is_looked_through_later(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    which = (asking.guild.id, 1, asking.bot.seconds())
    await question_replies.begin(asking.bot.store, *which)
    path = f"/channels/{thread_of(asking).id}*"
    asking.env.inject_error("GET", path, status=403, code=50001, times=None)
    await asking.env.advance_time(5)
    await asking.restart()
    assert len(await stored(asking)) == 1
    asking.env.backend.faults.clear()
    await asking.restart()
    assert await stored(asking) == []


async def test_an_archived_thread_takes_it(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await archive(asking, thread_of(asking))
    assert "It stands in" in told(await write(asking, asking.ben, "Still here."))


async def test_a_locked_thread_takes_nothing(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    backend = asking.env.backend
    backend.edit_channel(thread_of(asking).id, {}, thread_metadata={"locked": True})
    await asking.env.settle()
    result = await write(asking, asking.ben, "Too late.")
    assert "locked" in told(result)
    assert file_of(asking.env, result) == "Too late."
    assert said(asking) == []


async def test_who_cannot_see_the_channel_any_more_cannot_write_there(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben)
    await asking.permit(asking.place, asking.ben, view_channel=False)
    assert "not yours to add to" in await send_form(asking, asking.ben, question, "Not seen.")
    assert said(asking) == []


async def test_erased_while_it_is_posted_nothing_stays(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben)

    async def erase() -> None:
        await questions.remove(asking.bot.store, asking.guild.id, question.question_id)

    path = f"/channels/{thread_of(asking).id}/messages"
    with on_the_wire(asking, "POST", path, after=erase):
        result = await write(asking, asking.ben, "Gone.")
    assert "could not post" in told(result)
    assert said(asking) == []


# It is the asker's own question


async def test_the_asker_settles_it_and_others_do_not(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    reply = await asking.ella.send(thread_of(asking), "Plainly.")
    refused = await asking.ella.context_menu(thread_of(asking), "Accept answer", reply)
    assert "Only the person who asked" in told(refused)
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))
    await asking.restart()
    await asking.ben.click(card_of(asking), label="Reopen")
    assert "**Solved**" not in text_of(card_of(asking))


@pytest.mark.parametrize(
    ("why", "opens"), [("idle", True), ("unneeded", True), ("moderator", False)]
)
async def test_adding_to_it_opens_it_again(asking: Circle, why: Any, opens: bool) -> None:
    question = await ask_unnamed(asking, asking.ben)
    form = await asking.ben.click(card_of(asking), label="Write unnamed")
    now = await questions.get(asking.bot.store, asking.guild.id, question.question_id)
    assert now is not None
    assert await question_states.close(asking.bot.store, now, why, at=asking.bot.seconds())
    await asking.ben.submit_modal(form, {"text": "I still wonder."})
    after = await questions.get(asking.bot.store, asking.guild.id, question.question_id)
    assert after is not None
    assert (after.state == "open") is opens
    assert (after.closed_by, after.asker_id) == (None, None)


async def test_it_counts_as_the_askers_own_writing(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben)
    await asking.env.advance_time(600)
    await write(asking, asking.ben, "More.")
    now = await questions.get(asking.bot.store, asking.guild.id, question.question_id)
    assert now is not None
    assert now.active_at == asking.bot.seconds()
    assert now.answered_at is None


# Moderation without learning who


async def test_a_member_tells_the_moderators_once(asking: Circle) -> None:
    await asking.set_up(moderators=asking.moderators)
    await ask_unnamed(asking, asking.ben)
    await write(asking, asking.ben, "Rude words.")
    card = answer(await asking.ella.click(said(asking)[0], label="…"))
    assert "have a link" in told(await asking.ella.click(card, label="Tell moderators"))
    (line,) = [one for one in asking.moderators.history() if "without a name" in one.content]
    assert line.content.endswith(f"/{thread_of(asking).id}/{said(asking)[0].id}")
    assert str(asking.ella.id) not in line.content
    assert "already" in told(await asking.ella.click(card, label="Tell moderators"))
    # The question itself is another thing to tell of.
    card = answer(await asking.ella.click(card_of(asking), label="Write unnamed"))
    assert "have a link" in told(await asking.ella.click(card, label="Tell moderators"))


async def test_without_a_moderators_channel_they_are_told_so(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    card = answer(await asking.ella.click(card_of(asking), label="Write unnamed"))
    for _ in range(2):
        result = await asking.ella.click(card, label="Tell moderators")
        assert "no moderators' channel" in told(result)


async def test_there_is_an_end_to_telling(asking: Circle) -> None:
    await asking.set_up(moderators=asking.moderators)
    for number in range(6):
        await ask_unnamed(asking, asking.ben, f"Question {number}?")
        card = card_of(asking, f"Question {number}?")
        card = answer(await asking.ella.click(card, label="Write unnamed"))
        result = told(await asking.ella.click(card, label="Tell moderators"))
        assert ("have a link" in result) is (number < 5)
    assert "several things today" in result


async def test_a_moderator_removes_what_was_added(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await write(asking, asking.ben, "Rude words.")
    card = answer(await asking.mo.click(said(asking)[0], label="…"))
    assert "Nobody here can see who asked" in text_of(card)
    assert "gone from the thread" in told(await asking.mo.click(card, label="Remove"))
    assert said(asking) == []
    assert await stored(asking) == []
    assert "not there any more" in told(await asking.mo.click(card, label="Remove"))


async def test_a_blocked_asker_asks_and_adds_no_more_and_nobody_learns_who(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    form = await asking.ben.click(card_of(asking), label="Write unnamed")
    panel = answer(await asking.mo.click(card_of(asking), label="Write unnamed"))
    blocked = answer(await asking.mo.click(panel, label="Block asker"))
    assert "The asker is blocked" in text_of(blocked)
    await asking.restart()
    result = await asking.ben.submit_modal(form, {"text": "Again me."})
    assert "have ended asking without a name for you" in told(result)
    assert file_of(asking.env, result) == "Again me."
    assert "have ended" in told(await asking.ben.click(card_of(asking), label="Write unnamed"))
    assert said(asking) == []
    reader = await reader_of(asking, asking.ben)
    cog: Any = asking.bot.cogs["Questions"]
    assert await cog.unnamed_blocked(reader)
    assert not await cog.unnamed_blocked(await reader_of(asking, asking.ella))

    queue = answer(await asking.mo.slash(asking.talk, "review"))
    listed = answer(await asking.mo.click(queue, label="Blocked askers · 1"))
    assert "**1 asker** is blocked" in text_of(listed)
    assert TITLE in text_of(listed)
    for shown in (blocked, queue, listed):
        assert str(asking.ben.id) not in text_of(shown)
        assert asking.ben.name not in text_of(shown)
    emptied = answer(await asking.mo.click(listed, label="Lift block"))
    assert "Nobody is blocked" in text_of(emptied)
    assert "It stands in" in told(await write(asking, asking.ben, "Again me."))


async def test_a_block_is_lifted_where_it_was_made(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    panel = answer(await asking.mo.click(card_of(asking), label="Write unnamed"))
    panel = answer(await asking.mo.click(panel, label="Block asker"))
    panel = answer(await asking.mo.click(panel, label="Lift block"))
    assert "The asker is blocked" not in text_of(panel)
    assert await asking.bot.store.read("SELECT * FROM question_blocks") == []


@pytest.mark.parametrize("label", ["Block asker", "Blocks", "Remove"])
async def test_only_moderators_moderate(asking: Circle, label: str) -> None:
    """Whoever was one when the card was shown has to be one when it is pressed."""
    await ask_unnamed(asking, asking.ben)
    await write(asking, asking.ben, "Words.")
    card = answer(await asking.mo.click(said(asking)[0], label="…"))
    (managers,) = [role for role in asking.guild._guild.roles.values() if role.name == "Managers"]
    managers.permissions = 0
    await asking.env.settle()
    assert "moderator" in told(await asking.mo.click(card, label=label)).lower()
    assert len(said(asking)) == 1
    assert await asking.bot.store.read("SELECT * FROM question_blocks") == []


async def test_another_communitys_moderators_reach_nothing_of_it(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben)
    guild, elsewhere, eve = asking.another_guild()
    guild.default_role._role.permissions |= 1 << 5
    await asking.env.settle()
    card = answer(await eve.slash(elsewhere, "privacy"))
    for name in ("write", "block", "unblock", "lift", "report", "more", "unsay", "take-back"):
        forge(asking, card, f"question.{name}:{question.question_id}:0")
        result = await eve.click(card, label="Forged")
        assert TITLE not in text_of(answer(result))
    assert await asking.bot.store.read("SELECT * FROM question_blocks") == []


# One's own data


async def test_export_and_deletion_find_ones_own(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben, details="It is about pay.")
    await ask_unnamed(asking, asking.ella, "And mine?")
    form = await asking.ben.click(card_of(asking), label="Write unnamed")
    await asking.ben.submit_modal(form, {"text": "And hours."})
    exported = json.loads(file_of(asking.env, await asking.ben.slash(asking.talk, "data export")))
    (mine,) = exported["unnamed_questions"]
    assert (mine["title"], mine["details"], len(mine["replies"])) == (TITLE, "It is about pay.", 1)
    assert "And mine?" not in json.dumps(exported)
    assert "I know nothing about you" in told(await delete_everything(asking, asking.ben))
    everywhere = shown_in(asking.place, *asking.place.threads)
    assert "And hours." not in everywhere
    assert "It is about pay." not in everywhere
    names = sorted(thread.name for thread in asking.place.threads)
    assert names == ["And mine?", "Removed question"]
    assert await stored(asking) == []


async def test_with_another_key_it_is_nobodys_and_that_is_said(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await asking.env.advance_time(60)
    (asking.database.parent / "anonymous.key").write_bytes(b"n" * 32)
    await asking.restart()
    card = answer(await asking.ben.click(card_of(asking), label="Write unnamed"))
    assert "so I do not know the asker any more" in text_of(card)
    result = await asking.ben.slash(asking.talk, "data export")
    assert "replaced" in told(result)
    exported = json.loads(file_of(asking.env, result))
    assert exported["unnamed_questions"] == []
    # Moderators go on settling it, and what comes is known by the new one.
    reply = await asking.ella.send(thread_of(asking), "Plainly.")
    await asking.mo.context_menu(thread_of(asking), "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))
    await ask_unnamed(asking, asking.ben, "And now?")
    form = await asking.ben.click(card_of(asking, "And now?"), label="Write unnamed")
    assert form.modal


async def reader_of(circle: Circle, actor: Any) -> Any:
    guild: Any = circle.bot.get_guild(circle.guild.id)
    return await circle.bot.reader_of_member(await guild.fetch_member(actor.id), "en")


async def test_a_secret_tells_nothing_of_two_questions(asking: Circle) -> None:
    first = await ask_unnamed(asking, asking.ben)
    second = await ask_unnamed(asking, asking.ben, "And then?")
    assert first.asker != second.asker
    # Nor do the hashes fit an answer to a prompt of the same number.
    secret = Secret(b"k" * 32)
    assert secret.asker(1, 2, 3) != secret.author(1, 2, 3)
