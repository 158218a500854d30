"""Stories in which one part of questions meets another: channels, cards, notices and rounds."""

from typing import Any

import pytest
from simcord.enums import MessageType

from bot import rounds
from data import communities
from tests.features.asking import by_hand, solve
from tests.features.circle import Circle, answer, text_of, told
from tests.features.helping import (
    DAY,
    HOUR,
    MORNING,
    asked,
    cards,
    column,
    idle_card,
    with_helpers,
)
from tests.features.scenes import forge, shut
from tests.features.test_questions import ask, now_is, thread_of
from tests.features.test_unnamed import ask_unnamed
from tests.features.test_unnamed import card_of as unnamed_card

FIRST, AGAIN = "How do I merge two calendars?", "Can I merge two calendars somehow?"


# Who cannot see a question


@pytest.fixture
def nap() -> int:
    """There is no hurry in what these are about: it is seen when the rounds look."""
    return rounds.IDLE_NAP


@pytest.mark.parametrize("act", ["help", "follow", "solved", "no-need", "unneeded", "still-needed"])
async def test_a_question_one_cannot_see_takes_no_press(asking: Circle, act: str) -> None:
    await ask(asking, asking.ben)
    before = await now_is(asking)
    await shut(asking, asking.place)
    actor = asking.ella if act in ("help", "follow") else asking.ben
    shown = answer(await actor.slash(asking.talk, "me"))
    forge(asking, shown, f"question.{act}:{before.question_id}")
    assert "That question is gone" in told(await actor.click(shown, label="Forged"))
    assert await now_is(asking) == before


async def test_what_one_cannot_see_is_not_opened_again(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await asking.ben.slash(thread_of(asking), "question close")
    before = await now_is(asking)
    await shut(asking, asking.place)
    shown = answer(await asking.ben.slash(asking.talk, "me"))
    forge(asking, shown, f"question.reopen:{before.question_id}")
    assert "That question is gone" in told(await asking.ben.click(shown, label="Forged"))
    assert (await now_is(asking)).state == "closed"


# Who may not write in a channel does not through the bot


async def mute(circle: Circle, member: Any) -> None:
    role = circle.guild.create_role("Muted")
    circle.env.backend.add_member_role(circle.guild.id, member.id, role.id)
    await circle.permit(circle.place, role, send_messages_in_threads=False)


async def test_who_may_not_write_there_does_not_ask_there(asking: Circle) -> None:
    await mute(asking, asking.ben)
    result = await ask(asking, asking.ben)
    assert "cannot write in the threads" in told(result)  # type: ignore[arg-type]
    assert await asking.bot.store.read("SELECT 1 FROM questions") == []


async def test_who_may_not_write_there_adds_nothing(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    form = await asking.ben.click(unnamed_card(asking), label="Write unnamed")
    await mute(asking, asking.ben)
    before = len(thread_of(asking).history())  # type: ignore[attr-defined]
    result = await asking.ben.submit_modal(form, {"text": "Still."})
    assert "cannot write in this thread" in told(result)
    assert len(thread_of(asking).history()) == before  # type: ignore[attr-defined]


# This solved it, in a post made by hand


@pytest.fixture
async def again(circle: Circle) -> Any:
    """Ben's post of what Ella solved for him before."""
    circle.place = circle.forum
    await circle.set_up(questions=circle.forum)
    await solve(circle, circle.ben, FIRST, circle.ella, "Subscribe to the iCal address.")
    return await by_hand(circle, circle.ben, AGAIN)


async def test_followers_of_a_post_that_was_asked_before_hear_of_it_at_once(
    circle: Circle, again: Any
) -> None:
    card, similar = (one for one in again.history() if one.author.bot)
    await circle.ella.click(card, label="Follow")
    who = (circle.guild.id, circle.ella.id)
    await communities.choose_reminders(circle.bot.store, *who, by_dm=True)
    await circle.env.advance_time(60)
    await circle.ben.click(similar, label="This solved it")
    await circle.env.advance_time(60)
    (message,) = circle.ella.user.dm_channel.history()
    assert FIRST in text_of(message)


async def test_duplicates_of_a_post_that_was_asked_before_name_the_original(
    circle: Circle, again: Any
) -> None:
    third = await by_hand(circle, circle.mo, "Where are the biscuits kept?")
    (row,) = await circle.bot.store.read(
        "SELECT question_id FROM questions WHERE thread_id = ?", (again.id,)
    )
    reason = f"duplicate:{row['question_id']}"
    await circle.mo.slash(third, "question close", reason=reason)
    own = next(one for one in third.history() if "Asked by" in text_of(one))
    assert AGAIN in text_of(own)
    similar = [one for one in again.history() if one.author.bot][1]
    await circle.ben.click(similar, label="This solved it")
    own = next(one for one in third.history() if "Asked by" in text_of(one))
    assert FIRST in text_of(own)


# What is no answer, and what is one


@pytest.mark.parametrize("kind", [MessageType.CHANNEL_NAME_CHANGE, MessageType.PINS_ADD])
async def test_renaming_or_pinning_is_no_answer(asking: Circle, kind: Any) -> None:
    await ask(asking, asking.ben)
    backend, thread = asking.env.backend, thread_of(asking)
    # SimCord makes no empty message.
    line = backend.prepare_message(thread.id, asking.mo.id, "-", message_type=kind)  # type: ignore[attr-defined]
    backend.commit_message(line)
    await asking.env.settle()
    question = await now_is(asking)
    assert question.answered_at is None
    assert question.nudge_at is not None


async def test_what_was_written_while_nobody_looked_keeps_a_quiet_question_open(
    asking: Circle,
) -> None:
    await with_helpers(asking)
    thread = await asked(asking, asking.ben)
    await asking.env.advance_time(14 * DAY + 9 * HOUR)
    assert "do you still need help" in text_of(idle_card(thread))
    emit = asking.env.backend.emit
    asking.env.backend.emit = lambda *_, **__: None
    said = asking.env.backend.prepare_message(thread.id, asking.ben.id, "Yes, I do.")
    asking.env.backend.commit_message(said)
    asking.env.backend.emit = emit
    await asking.restart()
    await asking.env.advance_time(7 * DAY + 9 * HOUR)
    assert await column(asking, "state") == "open"
    await asking.env.advance_time(7 * DAY + 9 * HOUR)
    assert "do you still need help" in text_of(idle_card(thread))


# Helpers are looked for


async def test_who_still_needs_help_is_not_made_to_wait_for_the_next_round(
    asking: Circle,
) -> None:
    thread = await asked(asking, asking.ben)
    await asking.env.advance_time(21 * DAY + 18 * HOUR)
    assert await column(asking, "closed_why") == "idle"
    helpers = await with_helpers(asking)
    await communities.choose(asking.bot.store, asking.guild.id, "nudge_hours", 1)
    await communities.choose(asking.bot.store, asking.guild.id, "quiet_to", 21 * 60)
    assert "stays open" in told(await asking.ben.click(idle_card(thread), label="Still needed"))
    await asking.env.advance_time(HOUR + 60)
    assert len(cards(helpers)) == 1


async def test_a_thread_that_is_found_to_be_gone_takes_its_call_along(asking: Circle) -> None:
    helpers = await with_helpers(asking)
    thread = await asked(asking, asking.ben)
    await asking.env.advance_time(MORNING)
    assert len(cards(helpers)) == 1
    shown = answer(await asking.ben.slash(asking.talk, "me"))
    forge(asking, shown, f"question.solved:{await column(asking, 'question_id')}")
    emit = asking.env.backend.emit
    asking.env.backend.emit = lambda *_, **__: None
    asking.env.backend.delete_channel(thread.id)
    asking.env.backend.emit = emit
    await asking.ben.click(shown, label="Forged")
    assert cards(helpers) == []
