"""Tells the story: people set the bot up, share, ask and answer, through the real bot alone."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import discord
import simcord

from bot.playground.story import Tip
from bot.playground.world import World

# The simulation begins on Thursday 1 January 2026: the first Monday is a good day to begin.
MONDAY = datetime(2026, 1, 5)  # noqa: DTZ001 - the story's own zone is put to it below


async def seed(world: World) -> None:
    """Live through the circle's first days, and stop on Thursday morning."""
    await _until(world, day=0, clock="09:05")
    await _set_up(world)
    await _plan_prompts(world)
    story = world.story
    for tip, day, clock in zip(
        story.tips, (0, 1, 1, 2), ("10:20", "13:40", "15:05", "09:30"), strict=True
    ):
        await _until(world, day, clock)
        await _share(world, tip)
    await _until(world, day=2, clock="11:15")
    await _ask(world)
    await _until(world, day=3, clock="09:00")


async def _until(world: World, day: int, clock: str) -> None:
    """Let time pass until that day of the story, counted from its Monday."""
    hour, minute = map(int, clock.split(":"))
    local = MONDAY.replace(tzinfo=ZoneInfo(world.story.zone)) + timedelta(days=day)
    moment = local.replace(hour=hour, minute=minute)
    await world.advance((moment - world.now()).total_seconds())


async def _set_up(world: World) -> None:
    moderator = world.members["moderator"]
    await moderator.send(world.channels["welcome"], world.story.welcome)
    panel = await moderator.slash(world.channels["moderators"], "setup")
    for place in ("tips", "prompts", "questions", "moderators"):
        await moderator.select(
            _answer(panel), [world.channels[place]], custom_id=f"setup.channel:{place}"
        )
    await moderator.select(_answer(panel), [world.moderator_role], custom_id="setup.role")
    form = await moderator.click(_answer(panel), custom_id="setup.zone")
    await moderator.submit_modal(form, {"zone": world.story.zone})


async def _plan_prompts(world: World) -> None:
    moderator, room = world.members["moderator"], world.channels["moderators"]
    for prompt in world.story.prompts:
        await moderator.slash(room, "prompt add", text=prompt.text, theme=prompt.theme)
    pool = await moderator.slash(room, "prompt list")
    offered = await moderator.click(_answer(pool), custom_id="prompt.starters")
    await moderator.select(_answer(offered), ["noticing"], custom_id="prompt.starters-add")
    await moderator.slash(
        room, "prompt schedule", channel=world.channels["prompts"], day="monday", time="9:00"
    )


async def _share(world: World, tip: Tip) -> None:
    room = world.channels["tips"]
    await world.members[tip.by].slash(
        room, "tip share", link=tip.link, note=tip.note, topics=tip.topics
    )
    card = room.last_message
    assert card is not None
    for key in tip.thanked_by:
        await world.members[key].click(card, custom_id=_button(card, "tip.thank"))


async def _ask(world: World) -> None:
    question = world.story.question
    asker, helper = world.members[question.by], world.members[question.answered_by]
    form = await asker.slash(world.channels["welcome"], "ask", title=question.title)
    await asker.submit_modal(
        form,
        {"title": question.title, "details": question.details, "topics": question.topics},
    )
    thread = world.channels["questions"].threads[-1]
    await helper.send(thread, question.answer)


def _answer(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    assert result.response is not None, "the bot did not answer"
    return result.response


def _button(message: discord.Message, name: str) -> str:
    """The whole id of the button that `name` answers."""
    parts: list[Any] = list(message.components)
    while parts:
        part = parts.pop()
        parts += getattr(part, "children", ())
        if str(getattr(part, "custom_id", "")).partition(":")[0] == name:
            return str(part.custom_id)
    raise LookupError(name)
