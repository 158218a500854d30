"""What one person is shown of a question: the choice of answers, and how one ended."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot.channels import jump
from bot.reader import Reader
from bot.ui import QUESTION_COLOUR, SOLVED_COLOUR, Card, button, component_id, flat
from cogs.questions.ui import closed_line, question_name
from data.questions import Question

MOST = 25
"""Answers to choose from; Discord's menus take no more."""
MINUTE, HOUR, DAY = 60, 3_600, 86_400


@dataclass(frozen=True, slots=True)
class Written:
    """A message that may be an answer; its text is empty where we may not read it."""

    message_id: int
    author: str
    text: str
    seconds: int
    """How long ago."""
    helped: bool = False


def solved_card(
    reader: Reader, question: Question, written: Sequence[Written], *, readable: bool
) -> Card:
    """Which answer solved it? Or is it no longer needed?"""
    text = [reader.text("solved-which" if written else "solved-nothing")]
    if written and not readable:
        text.append(reader.text("solved-unreadable"))
    menu: list[ui.Select[ui.LayoutView]] = []
    if written:
        menu = [
            ui.Select(
                custom_id=component_id("question.answer", question.question_id),
                placeholder=reader.text("solved-menu"),
                options=[_option(reader, one) for one in written[:MOST]],
            )
        ]
    rest = []
    if question.state == "open":
        label = reader.text("question-button-unneeded")
        rest = [button(label, "question.no-need", question.question_id)]
    return Card("\n".join(text), menu, rest, colour=QUESTION_COLOUR)


def helped_card(reader: Reader, question: Question, written: Sequence[Written]) -> Card:
    """Which other answers helped? Those that are marked are chosen."""
    if not written:
        return Card(reader.text("helped-nothing"), colour=SOLVED_COLOUR)
    shown = written[:MOST]
    menu: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=component_id("question.helped", question.question_id),
        placeholder=reader.text("helped-menu"),
        options=[_option(reader, one) for one in shown],
        min_values=0,
        max_values=len(shown),
    )
    return Card(reader.text("helped-which"), [menu], colour=SOLVED_COLOUR)


def _option(reader: Reader, one: Written) -> discord.SelectOption:
    label = f"{one.author} · {_age(reader, one.seconds)}"
    return discord.SelectOption(
        value=str(one.message_id),
        label=flat(label, 100),
        description=flat(one.text, 100) or None,
        default=one.helped,
    )


def _age(reader: Reader, seconds: int) -> str:
    """Menus know no timestamps."""
    for unit, length in (("days", DAY), ("hours", HOUR)):
        if seconds >= length:
            return reader.text(f"solved-ago-{unit}", count=seconds // length)
    return reader.text("solved-ago-minutes", count=max(0, seconds) // MINUTE)


def ended_line(reader: Reader, question: Question, original: Question | None) -> str | None:
    """How it ended, for somebody who wants to hear it; None when it is open (again)."""
    if question.state == "open":
        return None
    name = question_name(question, 60)
    if question.state == "closed":
        how = closed_line(question, reader.language, original)
        return reader.text("question-told-closed", question=name, how=how)
    assert question.thread_id is not None
    assert question.answer_message_id is not None
    where = jump(question.guild_id, question.thread_id, question.answer_message_id)
    return reader.text("question-told-solved", question=name, where=where)
