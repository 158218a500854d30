"""Stories about questions, from asking to the accepted answer."""

from typing import Any

import discord

from data import questions
from data.questions import New, Question
from tests.features.asking import anyway
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk

ASKED = {
    "title": "How do I merge two calendars?",
    "details": "Outlook and Google.",
    "topics": "outlook",
}


async def ask(circle: Circle, actor: object, **fields: str) -> object:
    form = await actor.slash(circle.talk, "ask")
    return await anyway(actor, await actor.submit_modal(form, {**ASKED, **fields}))


def thread_of(circle: Circle) -> object:
    return circle.place.threads[-1]


def card_of(circle: Circle) -> object:
    where = circle.place if not circle.place.threads[-1].history() else thread_of(circle)
    for channel in (thread_of(circle), where, circle.place):
        for message in reversed(channel.history()):
            if message.author.bot and "Asked by" in text_of(message):
                return message
    raise AssertionError("no card")


async def press(circle: Circle, actor: Any, name: str) -> Any:
    """Press a button of the question's card."""
    (row,) = await circle.bot.store.read("SELECT max(question_id) AS latest FROM questions")
    return await actor.click(card_of(circle), custom_id=f"question.{name}:{row['latest']}")


async def choose(circle: Circle, actor: Any, *messages: Any, panel: Any = None) -> Any:
    """Choose among the answers that **Solved…**, or another panel, shows."""
    panel = panel or await press(circle, actor, "solved")
    shown = answer(panel)
    (menu,) = [one for one in walk(raw_components(shown)) if one.get("type") == 3]
    chosen = [str(one.id) for one in messages]
    return await actor.select(shown, chosen, custom_id=menu["custom_id"])


async def now_is(circle: Circle) -> Question:
    """The latest question, as the store has it."""
    (row,) = await circle.bot.store.read("SELECT max(question_id) AS latest FROM questions")
    question = await questions.get(circle.bot.store, circle.guild.id, row["latest"])
    assert question is not None
    return question


def said(circle: Circle) -> str:
    """The thread's last line."""
    return text_of(thread_of(circle).history()[-1])


async def ask_unnamed(circle: Circle, actor: Any) -> None:
    """As somebody who does not want to be known."""
    store, guild = circle.bot.store, circle.guild.id

    def author(question_id: int) -> bytes:
        return circle.bot.secret.asker(guild, question_id, actor.id)

    new = New(actor.id, "Who knows?", "", (), circle.bot.seconds(), author=author)
    await questions.add(store, guild, new)
    await circle.env.advance_time(5)
    await circle.restart()


async def test_a_question_is_asked_answered_and_solved(asking: Circle) -> None:
    result = await ask(asking, asking.ben)
    thread = thread_of(asking)
    assert thread.name == ASKED["title"]
    assert f"<#{thread.id}>" in told(result)
    card = card_of(asking)
    assert "Outlook and Google." in text_of(card)
    assert "`outlook`" in text_of(card)

    reply = await asking.ella.send(thread, "Subscribe to the iCal address.")
    accepted = await asking.ben.context_menu(thread, "Accept answer", reply)
    assert f"Thank you, <@{asking.ella.id}>" in answer(accepted).content
    assert "**Solved**" in text_of(card_of(asking))
    assert f"/{reply.id}" in text_of(card_of(asking))
    solved = await asking.aino.slash(asking.talk, "question list", state="solved")
    assert ASKED["title"] in told(solved)
    assert "No open questions" in told(await asking.ben.slash(asking.talk, "question list"))


async def test_the_form_survives_a_restart(asking: Circle) -> None:
    form = await asking.ben.slash(asking.talk, "ask", title="Short?")
    await asking.restart()
    result = await asking.ben.submit_modal(form, ASKED)
    assert "is open in" in told(result)


async def test_only_the_asker_or_a_moderator_accepts(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "Try this.")
    assert "Only the person who asked" in told(
        await asking.ella.context_menu(thread, "Accept answer", reply)
    )
    await asking.restart()
    await asking.mo.context_menu(thread, "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))


async def test_an_answer_is_changed_and_taken_back(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    first = await asking.ella.send(thread, "First idea.")
    second = await asking.mo.send(thread, "Better idea.")
    await asking.ben.context_menu(thread, "Accept answer", first)
    assert "accepted answer already" in told(
        await asking.ben.context_menu(thread, "Accept answer", first)
    )
    await asking.ben.context_menu(thread, "Accept answer", second)
    assert f"/{second.id}" in text_of(card_of(asking))
    assert "Only the person who asked" in told(
        await asking.ella.click(card_of(asking), label="Reopen")
    )
    await asking.ben.click(card_of(asking), label="Reopen")
    assert "**Solved**" not in text_of(card_of(asking))
    assert ASKED["title"] in told(await asking.ben.slash(asking.talk, "question list"))


async def test_own_answers_and_bots_answers(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    own = await asking.ben.send(thread, "Found it myself.")
    solved = await asking.ben.context_menu(thread, "Accept answer", own)
    assert "telling what helped" in answer(solved).content
    bots = next(one for one in thread.history() if one.author.bot)
    assert "from a bot" in told(await asking.ben.context_menu(thread, "Accept answer", bots))
    said = await asking.ella.send(thread, "Ella pinned a message to this channel.")
    asking.env.backend.get_message(thread.id, said.id).type = discord.MessageType.pins_add.value
    assert "from Discord" in told(await asking.ben.context_menu(thread, "Accept answer", said))


async def test_a_deleted_answer_opens_the_question_again(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "Gone soon.")
    await asking.ben.context_menu(thread, "Accept answer", reply)
    await asking.ella.delete(reply)
    await asking.env.settle()
    assert "**Solved**" not in text_of(card_of(asking))
    rows = await asking.bot.store.read("SELECT answer_text FROM questions")
    assert [row["answer_text"] for row in rows] == [""]


async def test_a_deleted_thread_takes_its_question_out_of_lists(asking: Circle) -> None:
    await ask(asking, asking.ben)
    asking.env.backend.delete_channel(thread_of(asking).id)
    await asking.env.settle()
    assert "No questions yet" in told(
        await asking.ben.slash(asking.talk, "question list", state="all")
    )


async def test_a_message_elsewhere_is_no_answer(circle: Circle) -> None:
    message = await circle.ella.send(circle.talk, "Just chatting.")
    result = await circle.ben.context_menu(circle.talk, "Accept answer", message)
    assert "not in a question's thread" in told(result)


async def test_without_a_questions_channel_the_question_opens_here(circle: Circle) -> None:
    circle.place = circle.talk
    await ask(circle, circle.ben)
    assert thread_of(circle).name == ASKED["title"]


async def test_a_deleted_questions_channel_is_told_and_the_text_comes_back(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    circle.env.backend.delete_channel(circle.questions.id)
    await circle.env.settle()
    result = await ask(circle, circle.ben)
    assert "questions channel is gone" in told(result)
    assert "Outlook and Google." in file_of(circle.env, result)


async def test_a_post_discord_refuses_gives_the_text_back(asking: Circle) -> None:
    asking.env.inject_error("POST", "/channels/*", status=403, code=50013, times=None)
    result = await ask(asking, asking.ben)
    asking.env.backend.faults.clear()
    assert "could not post" in told(result)
    assert "Outlook and Google." in file_of(asking.env, result)
    rows = await asking.bot.store.read("SELECT count(*) AS count FROM questions")
    assert rows[0]["count"] == 0


async def test_a_question_cut_off_before_its_thread_is_posted_at_the_next_start(
    asking: Circle,
) -> None:
    place = (asking.guild.id, asking.ben.id)
    new = New(place[1], "Never posted?", "", (), asking.bot.seconds())
    await questions.add(asking.bot.store, place[0], new)
    await asking.env.advance_time(5)
    await asking.restart()
    assert thread_of(asking).name == "Never posted?"
    listed = told(await asking.ben.slash(asking.talk, "question list"))
    assert "Never posted?" in listed
    await asking.restart()
    assert len(asking.place.threads) == 1


async def test_too_many_topics_and_an_empty_title(circle: Circle) -> None:
    assert "at most 5" in told(await ask(circle, circle.ben, topics="a, b, c, d, e, f"))
    assert "no question yet" in told(await ask(circle, circle.ben, title="\u200b \u200b"))


async def test_the_longest_question_fits(asking: Circle) -> None:
    await ask(asking, asking.ben, title="*" * 100, details="_" * 1500, topics="a,b,c,d,e")
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "x" * 2000)
    await asking.ben.context_menu(thread, "Accept answer", reply)
    assert "Solved" in text_of(card_of(asking))
    for number in range(11):
        await ask(asking, asking.ella, title=f"{number:02}" + "[" * 98)
    told(await asking.ben.slash(asking.talk, "question list", state="all"))
