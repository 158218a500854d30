"""Stories about what Discord does to questions without us: edits, deletions, locks, leaving."""

from typing import Any

import pytest

from data import questions
from data.questions import New, Question
from tests.features.circle import Circle, answer, raw_components, text_of, told
from tests.features.helping import closed_as
from tests.features.scenes import ALL_OF_THE_BOTS, archive, shown_in
from tests.features.test_questions import (
    ASKED,
    ask,
    card_of,
    now_is,
    press,
    said,
    thread_of,
)


@pytest.fixture
def settings() -> dict[str, str]:
    return {"MESSAGE_CONTENT": "on"}


async def solved(circle: Circle) -> Any:
    """A question with an accepted answer, which it returns."""
    await ask(circle, circle.ben)
    reply = await circle.ella.send(thread_of(circle), "Use kvasaari.")
    await circle.ben.context_menu(thread_of(circle), "Accept answer", reply)
    return reply


# Messages


async def test_an_edited_answer_is_kept_as_it_is_now(asking: Circle) -> None:
    reply = await solved(asking)
    await asking.ella.edit(reply, "Use pulsari.")
    assert (await now_is(asking)).answer_text == "Use pulsari."


async def test_discords_own_preview_is_no_edit(asking: Circle) -> None:
    reply = await solved(asking)
    payload = {
        "id": str(reply.id),
        "channel_id": str(thread_of(asking).id),
        "content": "",
        "guild_id": str(asking.guild.id),
        "edited_timestamp": None,
        "embeds": [],
        "author": {"id": str(asking.ella.id), "username": "ella", "discriminator": "0"},
    }
    more = {"attachments": [], "mentions": [], "mention_roles": [], "type": 0, "pinned": False}
    more |= {"mention_everyone": False, "tts": False, "timestamp": "2026-01-01T00:00:00+00:00"}
    asking.env.backend.emit("MESSAGE_UPDATE", {**payload, **more})
    await asking.env.settle()
    assert (await now_is(asking)).answer_text == "Use kvasaari."


async def test_a_deleted_answer_is_told_in_the_thread(asking: Circle) -> None:
    reply = await solved(asking)
    await asking.ella.delete(reply)
    assert "was deleted" in said(asking)
    assert (await now_is(asking)).answer_text == ""


async def test_answer_and_card_deleted_at_once(asking: Circle) -> None:
    reply = await solved(asking)
    asking.env.backend.bulk_delete_messages(thread_of(asking).id, [reply.id])
    await asking.env.settle()
    assert (await now_is(asking)).state == "open"
    card = card_of(asking)
    asking.env.backend.delete_message(card.channel.id, card.id)
    await asking.env.settle()
    assert card_of(asking).channel.id == thread_of(asking).id
    await press(asking, asking.ella, "help")
    assert f"Helping: <@{asking.ella.id}>" in text_of(card_of(asking))


async def test_a_post_made_by_hand_that_is_deleted_leaves_its_question(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    post = await circle.ben.send(circle.talk, "How do I neutroni? I tried komeetta.")
    thread = circle.env.backend.create_thread(
        circle.talk.id, "How do I neutroni?", circle.ben.id, message_id=post.id
    )
    store, guild = circle.bot.store, circle.guild.id
    by_hand = (circle.talk.id, thread.id)
    new = New(circle.ben.id, "How?", "I tried komeetta.", (), circle.bot.seconds(), by_hand=by_hand)
    question = await questions.add(store, guild, new)
    assert isinstance(question, Question)
    assert thread.id == post.id
    await circle.ben.edit(post, "How do I neutroni? I tried pulsari.")
    assert "pulsari" in (await now_is(circle)).details
    await circle.ben.delete(post)
    now = await now_is(circle)
    assert (now.state, now.details) == ("open", "")


async def test_after_thanks_the_asker_is_asked_once_whether_it_is_solved(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    await asking.ben.send(thread, "Thanks in advance")
    await asking.ben.send(thread, "Thanks to everyone who reads this")
    assert "Did an answer" not in shown_in(thread)
    await asking.ella.send(thread, "Try the address.")
    await asking.ella.send(thread, "Thanks for asking")
    assert "Did an answer" not in shown_in(thread)
    await asking.ben.send(thread, "Thanks, that worked")
    assert "Did an answer solve it?" in said(asking)
    await asking.restart()
    line = thread.history()[-1]
    assert "Only the person who asked" in told(await asking.ella.click(line, label="Not yet"))
    await asking.ben.click(line, label="Not yet")
    assert "Did an answer" not in shown_in(thread)
    await asking.ben.send(thread, "Kiitos kaikille")
    assert "Did an answer" not in shown_in(thread)


async def test_our_own_question_goes_when_the_asker_chooses(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "Try the address.")
    await asking.ben.send(thread, "Kiitti")
    panel = await asking.ben.click(thread.history()[-1], label="Solved…")
    assert "Which answer solved it?" in told(panel)
    assert "Did an answer" not in shown_in(thread)
    assert "ella" in str(raw_components(answer(panel)))
    await asking.ben.context_menu(thread, "Accept answer", reply)
    assert (await now_is(asking)).state == "solved"


# Threads and channels


async def test_a_question_is_called_as_its_thread_is(asking: Circle) -> None:
    await ask(asking, asking.ben)
    asking.env.backend.edit_channel(thread_of(asking).id, {"name": "How to merge calendars?"})
    await asking.env.settle()
    assert (await now_is(asking)).title == "How to merge calendars?"
    assert "**How to merge calendars?**" in text_of(card_of(asking))


async def test_a_deleted_thread_takes_its_card_along(asking: Circle) -> None:
    await ask(asking, asking.ben)
    asking.env.backend.delete_channel(thread_of(asking).id)
    await asking.env.settle()
    assert "Asked by" not in shown_in(asking.place)
    assert await asking.bot.store.read("SELECT 1 FROM questions") == []


async def test_a_deleted_questions_channel_takes_its_questions(asking: Circle) -> None:
    await solved(asking)
    # Discord tells of the channel, not of each thread.
    emit = asking.env.backend.emit

    def without_threads(event: str, payload: Any, *args: Any) -> Any:
        return None if event == "THREAD_DELETE" else emit(event, payload, *args)

    asking.env.backend.emit = without_threads
    asking.env.backend.delete_channel(asking.place.id)
    await asking.env.settle()
    assert await asking.bot.store.read("SELECT 1 FROM questions") == []
    assert await asking.bot.store.read("SELECT 1 FROM documents") == []


async def test_a_press_on_an_archived_question_counts(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await archive(asking, thread_of(asking))
    await press(asking, asking.ella, "follow")
    assert "Follow · 1" in text_of(card_of(asking))
    reply = await asking.mo.send(thread_of(asking), "So.")
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))


async def test_where_we_may_not_write_the_state_counts_and_the_card_follows(
    asking: Circle,
) -> None:
    await ask(asking, asking.ben)
    reply = await asking.ella.send(thread_of(asking), "So.")
    asking.env.inject_error("PATCH", "/channels/*", status=403, code=50001, times=None)
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    assert (await now_is(asking)).state == "solved"
    assert "**Solved**" not in text_of(card_of(asking))
    asking.env.backend.faults.clear()
    held = {name: value for name, value in ALL_OF_THE_BOTS if value is not None}
    await asking.permit(asking.place, asking.guild.me, **held)
    assert "**Solved**" in text_of(card_of(asking))


async def test_a_card_that_could_not_be_drawn_is_drawn_when_the_thread_opens(
    asking: Circle,
) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "So.")
    asking.env.inject_error("PATCH", "/channels/*", status=403, code=50001, times=None)
    await asking.ben.context_menu(thread, "Accept answer", reply)
    asking.env.backend.faults.clear()
    asking.env.backend.edit_channel(thread.id, {}, thread_metadata={"locked": False})
    await asking.env.settle()
    assert "**Solved**" in text_of(card_of(asking))


async def test_when_the_asker_has_left_moderators_settle_it(asking: Circle) -> None:
    await ask(asking, asking.ben)
    reply = await asking.ella.send(thread_of(asking), "So.")
    asking.guild.remove_member(asking.ben)
    await asking.env.settle()
    await asking.mo.context_menu(thread_of(asking), "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))
    assert f"Chosen by <@{asking.mo.id}>" in said(asking)


# While no process listened


async def silently(circle: Circle, act: Any) -> None:
    """Something happens while the bot is off, and it starts again."""
    emit = circle.env.backend.emit
    circle.env.backend.emit = lambda *args, **more: None
    act()
    circle.env.backend.emit = emit
    await circle.restart()


async def test_an_answer_deleted_meanwhile_opens_its_question(asking: Circle) -> None:
    reply = await solved(asking)
    thread = thread_of(asking)
    await silently(asking, lambda: asking.env.backend.delete_message(thread.id, reply.id))
    assert (await now_is(asking)).state == "open"
    assert "was deleted" in said(asking)


async def test_a_thread_deleted_meanwhile_takes_its_question(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    await silently(asking, lambda: asking.env.backend.delete_channel(thread.id))
    assert "No open questions" in told(await asking.ben.slash(asking.talk, "question list"))
    assert "Asked by" not in shown_in(asking.place)


async def test_an_answer_edited_meanwhile_is_kept_as_it_is_now(asking: Circle) -> None:
    reply = await solved(asking)
    thread = thread_of(asking)
    await asking.env.advance_time(60)

    def edit() -> None:
        asking.env.backend.edit_message(thread.id, reply.id, {"content": "Use pulsari."})

    await silently(asking, edit)
    assert (await now_is(asking)).answer_text == "Use pulsari."


async def test_a_card_deleted_meanwhile_is_made_again(asking: Circle) -> None:
    await ask(asking, asking.ben)
    card = card_of(asking)
    await silently(asking, lambda: asking.env.backend.delete_message(card.channel.id, card.id))
    question = await now_is(asking)
    await closed_as(asking, question, "idle")
    await asking.restart()
    assert ASKED["title"] in text_of(card_of(asking))
    assert "it went quiet" in text_of(card_of(asking))
