"""What the stories about helpers begin with, and how they look at what was posted by itself."""

from dataclasses import replace
from typing import Any

from simcord.builders import ChannelHandle

from data import question_states
from data.questions import Question, Why
from tests.features.circle import Circle, text_of
from tests.features.test_questions import ask

HOUR, DAY = 3600, 86_400
MORNING = DAY + 8 * HOUR
"""From the beginning of a story, a Thursday's midnight, until a day later quiet hours end."""


async def with_helpers(circle: Circle) -> ChannelHandle:
    """Choose a helpers' and a moderators' channel; returns the first."""
    helpers = circle.guild.create_text_channel("helpers")
    await circle.env.settle()
    await circle.set_up(helpers=helpers, moderators=circle.moderators)
    return helpers


async def offers(circle: Circle, actor: Any, topics: str) -> Any:
    """A member says what they help with."""
    me = await actor.slash(circle.talk, "me")
    form = await actor.click(me.response, custom_id="me.helper-topics")
    return await actor.submit_modal(form, {"topics": topics})


async def asked(circle: Circle, actor: Any, **fields: str) -> Any:
    """A question's thread."""
    await ask(circle, actor, **fields)
    return circle.place.threads[-1]


def cards(channel: Any) -> list[Any]:
    return [one for one in channel.history() if one.author.bot and one.components]


def card(channel: Any) -> Any:
    (one,) = cards(channel)
    return one


def says(channel: Any) -> str:
    return text_of(card(channel))


def idle_cards(thread: Any) -> list[Any]:
    signs = ("still need help", "still welcome", "went quiet", "has ended")
    # The question's own card, which stands in a forum's thread, says so too.
    others = [one for one in cards(thread) if "Asked by" not in text_of(one)]
    return [one for one in others if any(sign in text_of(one) for sign in signs)]


def idle_card(thread: Any) -> Any:
    (one,) = idle_cards(thread)
    return one


def told_moderators(circle: Circle) -> str:
    return "\n".join(one.content for one in circle.moderators.history())


async def closed_as(circle: Circle, question: Question, why: Why) -> None:
    """Closed by nobody's press: as idle, after its asker was asked."""
    store, now = circle.bot.store, circle.bot.seconds()
    if why == "idle":
        async with store.write() as tx:
            await tx.run("UPDATE questions SET idle_at = ?", (now,))
        question = replace(question, idle_at=now)
    assert await question_states.close(store, question, why, at=now)


async def column(circle: Circle, name: str) -> Any:
    """A column of the only question."""
    (row,) = await circle.bot.store.read(f"SELECT {name} FROM questions")
    return row[0]
