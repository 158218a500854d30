"""Two people at the same moment: one act counts, the other is told, and the card agrees."""

from typing import Any

import pytest
from simcord import interactions
from simcord.backend import serializers

from tests.features.circle import Circle, text_of
from tests.features.test_questions import ask, card_of, now_is, said, thread_of


def emit(circle: Circle, actor: Any, kind: int, data: dict[str, Any], message: Any = None) -> None:
    """An interaction that nobody waits for."""
    backend = circle.env.backend
    channel_id = message.channel.id if message else thread_of(circle).id
    record, payload = interactions.base_payload(
        backend,
        type=kind,
        channel_id=channel_id,
        guild_id=circle.guild.id,
        user_id=actor.id,
        data=data,
    )
    if message:
        record.source_message_id = message.id
        stored = backend.get_message(channel_id, message.id)
        payload["message"] = dict(serializers.message_payload(backend, stored))
    backend.emit("INTERACTION_CREATE", payload)


def accepts(circle: Circle, actor: Any, reply: Any) -> None:
    backend = circle.env.backend
    root = backend.find_command("Accept answer", None, type=3)
    stored = backend.get_message(thread_of(circle).id, reply.id)
    resolved = {str(reply.id): dict(serializers.message_payload(backend, stored))}
    data = {
        "id": root["id"],
        "name": root["name"],
        "type": 3,
        "target_id": str(reply.id),
        "resolved": {"messages": resolved},
    }
    emit(circle, actor, 2, data)


def closes(circle: Circle, actor: Any) -> None:
    root = circle.env.backend.find_command("question", None, type=1)
    data = {
        "id": root["id"],
        "name": "question",
        "type": 1,
        "options": [{"type": 1, "name": "close", "options": []}],
    }
    emit(circle, actor, 2, data)


async def reopens(circle: Circle, actor: Any) -> None:
    question = await now_is(circle)
    data = {"component_type": 2, "custom_id": f"question.reopen:{question.question_id}"}
    emit(circle, actor, 3, data, card_of(circle))


@pytest.fixture
async def answered(asking: Circle) -> tuple[Circle, list[Any]]:
    """A question with two answers."""
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    return asking, [await asking.ella.send(thread, f"Idea {number}") for number in range(2)]


def thanks(circle: Circle) -> int:
    return sum("Thank you, <@" in text_of(one) for one in thread_of(circle).history())


async def test_two_accept_at_once(answered: tuple[Circle, list[Any]]) -> None:
    circle, replies = answered
    for actor, reply in zip((circle.ben, circle.mo), replies, strict=True):
        accepts(circle, actor, reply)
    await circle.env.settle()
    question = await now_is(circle)
    assert f"/{question.answer_message_id}" in text_of(card_of(circle))
    assert thanks(circle) == 1 + bool(question.helpful)


async def test_an_answer_is_accepted_while_it_is_deleted(
    answered: tuple[Circle, list[Any]],
) -> None:
    circle, (reply, _) = answered
    thread = thread_of(circle)
    accepts(circle, circle.ben, reply)
    circle.env.backend.delete_message(thread.id, reply.id)
    await circle.env.settle()
    question = await now_is(circle)
    assert (question.state, question.answer_text) == ("open", "")
    assert "**Solved**" not in text_of(card_of(circle))


async def test_an_answer_deleted_just_before_is_not_kept(
    answered: tuple[Circle, list[Any]],
) -> None:
    circle, (reply, _) = answered
    backend = circle.env.backend
    root = backend.find_command("Accept answer", None, type=3)
    stored = dict(
        serializers.message_payload(backend, backend.get_message(thread_of(circle).id, reply.id))
    )
    backend.delete_message(thread_of(circle).id, reply.id)
    data = {
        "id": root["id"],
        "name": root["name"],
        "type": 3,
        "target_id": str(reply.id),
        "resolved": {"messages": {str(reply.id): stored}},
    }
    emit(circle, circle.ben, 2, data)
    await circle.env.settle()
    assert (await now_is(circle)).state == "open"
    assert "was deleted" in said(circle)


async def test_one_closes_while_another_accepts(answered: tuple[Circle, list[Any]]) -> None:
    circle, (reply, _) = answered
    closes(circle, circle.mo)
    accepts(circle, circle.ben, reply)
    await circle.env.settle()
    question, card = await now_is(circle), text_of(card_of(circle))
    # Whichever came first; a closed question may still be solved.
    assert question.state in ("closed", "solved")
    assert ("**Solved**" in card) == (question.state == "solved")
    assert ("Closed by a moderator" in card) == (question.state == "closed")


async def test_two_reopen_at_once(answered: tuple[Circle, list[Any]]) -> None:
    circle, (reply, _) = answered
    await circle.ben.context_menu(thread_of(circle), "Accept answer", reply)
    await reopens(circle, circle.ben)
    await reopens(circle, circle.mo)
    await circle.env.settle()
    assert (await now_is(circle)).state == "open"
    lines = [text_of(one) for one in thread_of(circle).history()]
    assert sum("opened this question again" in line for line in lines) == 1
    assert "**Solved**" not in text_of(card_of(circle))


async def test_two_follow_and_help_at_once_and_the_card_counts_both(asking: Circle) -> None:
    await ask(asking, asking.ben)
    question, card = await now_is(asking), card_of(asking)
    for actor in (asking.ella, asking.mo, asking.aino):
        for name in ("help", "follow"):
            data = {"component_type": 2, "custom_id": f"question.{name}:{question.question_id}"}
            emit(asking, actor, 3, data, card)
    await asking.env.settle()
    shown = text_of(card_of(asking))
    assert "I'll help · 3" in shown
    assert "Follow · 3" in shown
    assert (await now_is(asking)).followers == 3
