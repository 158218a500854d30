"""How a question looks: its card, its name."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import i18n, links
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.ui import (
    CLOSED_COLOUR,
    QUESTION_COLOUR,
    SOLVED_COLOUR,
    Card,
    button,
)
from cogs.questions import rules
from data.questions import Question

NAMED = 5
"""Helpers named on a card; the others are a number."""


def question_card(question: Question, language: Language, original: Question | None = None) -> Card:
    """The one card of a question, edited as its state changes; the longest fits.

    `original` is what it is a duplicate of, if everybody who reads the card may see that. Of a post
    made by hand the card repeats nothing.
    """
    lines = [_head(question, language)]
    if question.details and not question.by_hand:
        lines.append(links.shortened(question.details, 2_600))
    lines.append(_asked(question, language))
    row: list[ui.Item[ui.LayoutView]] = []
    colour: discord.Colour = QUESTION_COLOUR
    if question.state == "open":
        if question.helpers:
            lines.append(i18n.text(language, "question-helpers", helpers=_named(question.helpers)))
        lines.append(i18n.text(language, "question-how-to-accept"))
        row = _open_buttons(question, language)
    elif question.state == "solved":
        colour = SOLVED_COLOUR
        lines.append(_solved(question, language))
        row = _solved_buttons(question, language)
    else:
        colour = CLOSED_COLOUR
        lines.append(_closed(question, language, original))
        row = [_button(question, language, "reopen"), _button(question, language, "follow")]
    if question.helpful:
        lines.append(i18n.text(language, "question-helpful", helpers=_named(question.helpful)))
    return Card("\n".join(lines), row, colour=colour)


def asker_of(question: Question, language: Language) -> str:
    """Who asked: a mention, or the name that everybody without one has."""
    if question.asker_id is None:
        return i18n.text(language, "question-asker-unnamed")
    return f"<@{question.asker_id}>"


def thread_link(question: Question) -> str:
    # A thread is linked as a channel: it opens wherever its first message stands.
    return f"https://discord.com/channels/{question.guild_id}/{question.thread_id}"


def question_name(question: Question, longest: int = 90) -> str:
    """Its title as a link to its thread."""
    return links.masked(links.one_line(question.title, longest), thread_link(question))


def _head(question: Question, language: Language) -> str:
    mark = i18n.text(language, f"question-head-{question.state}")
    if question.by_hand:
        return f"{mark} **{i18n.text(language, f'question-title-{question.state}')}**"
    return f"{mark} **{links.one_line(question.title, 210)}**"


def _asked(question: Question, language: Language) -> str:
    return i18n.text(
        language,
        "question-asked",
        asker=asker_of(question, language),
        when=stamp(question.asked_at, "R"),
        topics=" ".join(map(links.coded, question.topics)),
    ).rstrip()


def _solved(question: Question, language: Language) -> str:
    assert question.thread_id is not None
    assert question.answer_message_id is not None
    where = jump(question.guild_id, question.thread_id, question.answer_message_id)
    helper = f"<@{question.answer_author_id}>"
    line = i18n.text(language, "question-solved-by", helper=helper, where=where)
    if question.outdated_at is None:
        return line
    when = stamp(question.outdated_at, "D")
    return f"{line}\n{i18n.text(language, 'question-outdated', when=when)}"


def _closed(question: Question, language: Language, original: Question | None) -> str:
    words = links.one_line(question.closed_words, rules.REASON_LONGEST)
    if question.closed_why == "duplicate" and original:
        return i18n.text(language, "question-duplicate-of", question=question_name(original))
    line = i18n.text(language, f"question-closed-{question.closed_why}")
    return f"{line} {words}".rstrip()


def _named(members: Sequence[int]) -> str:
    shown = ", ".join(f"<@{one}>" for one in members[:NAMED])
    return f"{shown} +{len(members) - NAMED}" if len(members) > NAMED else shown


def _open_buttons(question: Question, language: Language) -> list[ui.Item[ui.LayoutView]]:
    row = [
        _button(question, language, "help", style=discord.ButtonStyle.primary),
        _button(question, language, "follow"),
        _button(question, language, "solved"),
    ]
    if question.asker is not None:
        row.append(_button(question, language, "write"))
    return row


def _solved_buttons(question: Question, language: Language) -> list[ui.Item[ui.LayoutView]]:
    return [
        _button(question, language, "helpful"),
        _button(question, language, "keep"),
        _button(question, language, "follow"),
        _button(question, language, "reopen"),
    ]


def _button(
    question: Question,
    language: Language,
    act: str,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
) -> ui.Item[ui.LayoutView]:
    label = i18n.text(language, f"question-button-{act}")
    return button(label, f"question.{act}", question.question_id, style=style)
