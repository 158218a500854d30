"""Threads that Discord archived meanwhile: they are opened, and what was asked for is done."""

import discord
import pytest

from tests.features.circle import Circle, text_of, told
from tests.features.scenes import (
    archive,
    archived,
    delete_everything,
    reflect,
    schedule_prompt,
    shown_in,
)
from tests.features.test_delivery import FIRST_RUN
from tests.features.test_questions import ask, card_of, thread_of


@pytest.fixture
async def written(circle: Circle) -> Circle:
    """Ben has reflected openly, and the thread was archived since."""
    await schedule_prompt(circle)
    await circle.env.advance_time(FIRST_RUN)
    await reflect(circle, circle.ben, "Asked early.")
    await archive(circle, circle.prompts.threads[-1])
    return circle


async def test_a_reflection_in_an_archived_thread_is_changed(written: Circle) -> None:
    assert "Thank you for sharing" in told(await reflect(written, written.ben, "Asked twice."))
    (thread,) = written.prompts.threads
    assert "Asked twice." in shown_in(thread)
    assert "Asked early." not in shown_in(thread)
    assert not archived(written, thread)


async def test_a_reflection_in_an_archived_thread_is_made_private(written: Circle) -> None:
    result = await reflect(written, written.ben, "Asked early.", "private")
    assert "for you alone" in told(result)
    assert "Asked early." not in shown_in(*written.prompts.threads)


async def test_a_reflection_in_an_archived_thread_is_removed(written: Circle) -> None:
    slash = written.ben.slash
    (choice,) = await written.ben.autocomplete(written.talk, "journal remove", "entry", "early")
    result = await slash(written.talk, "journal remove", entry=choice["value"])
    assert "gone from your journal, and from the thread" in told(result)
    assert "Asked early." not in shown_in(*written.prompts.threads)


async def test_a_members_data_goes_out_of_an_archived_thread(written: Circle) -> None:
    result = await delete_everything(written, written.ben)
    assert "I know nothing about you" in told(result)
    assert "Discord did not let me" not in told(result)
    assert "Asked early." not in shown_in(*written.prompts.threads)


async def test_a_question_in_an_archived_thread_loses_its_name(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    await archive(asking, thread)
    assert "Discord did not let me" not in told(await delete_everything(asking, asking.ben))
    assert thread.name == "Removed question"
    assert "Asked by" not in shown_in(thread, asking.place)


async def test_an_erased_answerer_is_off_the_card_of_an_archived_question(asking: Circle) -> None:
    await ask(asking, asking.ella)
    thread = thread_of(asking)
    reply = await asking.ben.send(thread, "Try this.")
    await asking.ella.context_menu(thread, "Accept answer", reply)
    assert f"<@{asking.ben.id}>" in text_of(card_of(asking))
    await archive(asking, thread)
    await delete_everything(asking, asking.ben)
    assert f"<@{asking.ben.id}>" not in text_of(card_of(asking))
    assert "**Solved**" not in text_of(card_of(asking))


async def test_an_archived_forum_post_gets_its_solved_tag(circle: Circle) -> None:
    await circle.set_up(questions=circle.forum)
    circle.place = circle.forum
    forum = circle.bot.get_channel(circle.forum.id)
    await forum.edit(available_tags=[discord.ForumTag(name="Solved")])
    await circle.env.settle()
    await ask(circle, circle.ben)
    thread = thread_of(circle)
    reply = await circle.ella.send(thread, "Try this.")
    await archive(circle, thread)
    await circle.ben.context_menu(thread, "Accept answer", reply)
    (tag,) = circle.env.backend.get_channel(circle.forum.id).available_tags
    assert circle.env.backend.get_thread(thread.id).applied_tags == [int(tag["id"])]
    assert "**Solved**" in text_of(card_of(circle))
