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

_COLOURS = {"open": QUESTION_COLOUR, "solved": SOLVED_COLOUR, "closed": CLOSED_COLOUR}
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
    if question.born_of:
        lines.append(i18n.text(language, "question-born-of-reflection"))
    if question.state == "open" and question.helpers:
        lines.append(i18n.text(language, "question-helpers", helpers=_named(question.helpers)))
    if question.state == "solved":
        lines.append(_solved(question, language))
    if question.state == "closed":
        lines.append(closed_line(question, language, original))
    if question.helpful:
        lines.append(i18n.text(language, "question-helpful", helpers=_named(question.helpful)))
    if question.state == "open":
        lines.append(i18n.text(language, "question-how-to-accept"))
    return Card("\n".join(lines), _buttons(question, language), colour=_COLOURS[question.state])


def asker_of(question: Question, language: Language) -> str:
    """Who asked: a mention, or the name that everybody without one has."""
    if question.asker_id is None:
        return i18n.text(language, "question-asker-unnamed")
    return f"<@{question.asker_id}>"


def question_name(question: Question, longest: int = 90) -> str:
    """Its title as a link to its thread."""
    return links.masked(
        links.one_line(question.title, longest), jump(question.guild_id, question.thread_id or 0)
    )


def _head(question: Question, language: Language) -> str:
    mark = i18n.text(language, f"question-head-{question.state}")
    if question.by_hand:
        return f"{mark} **{i18n.text(language, f'question-title-{question.state}')}**"
    return f"{mark} **{links.one_line(question.title, 210)}**"


def _asked(question: Question, language: Language) -> str:
    return i18n.text(
        language,
        "question-asked-unnamed" if question.asker_id is None else "question-asked",
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


def closed_line(question: Question, language: Language, original: Question | None) -> str:
    """Why it was closed; `original` if whoever reads it may see that."""
    if question.closed_why == "duplicate" and original:
        return i18n.text(language, "question-duplicate-of", question=question_name(original))
    words = links.one_line(question.closed_words, 2 * rules.REASON_LONGEST)
    if not words:
        return i18n.text(language, f"question-closed-{question.closed_why}")
    key = "question-closed-by-moderator" if question.closed_why == "moderator" else "question-ended"
    return i18n.text(language, key, words=words)


def _named(members: Sequence[int]) -> str:
    shown = ", ".join(f"<@{one}>" for one in members[:NAMED])
    return f"{shown} +{len(members) - NAMED}" if len(members) > NAMED else shown


def _buttons(question: Question, language: Language) -> list[ui.Item[ui.LayoutView]]:
    """What can be done now."""
    which = question.question_id
    reopen = button(i18n.text(language, "question-button-reopen"), "question.reopen", which)
    unnamed = []
    if question.asker is not None:
        write = button(i18n.text(language, "question-button-write"), "question.write", which)
        unnamed.append(write)
    if question.state == "closed":
        return [reopen, *unnamed]
    if question.state == "solved":
        return [
            button(i18n.text(language, "question-button-helpful"), "question.helpful", which),
            button(i18n.text(language, "question-button-keep"), "question.keep", which),
            *unnamed,
            reopen,
        ]
    helpers, followers = len(question.helpers), question.followers
    return [
        button(
            i18n.text(language, "question-button-help", count=helpers),
            "question.help",
            which,
            style=discord.ButtonStyle.primary,
        ),
        button(
            i18n.text(language, "question-button-follow", count=followers), "question.follow", which
        ),
        button(i18n.text(language, "question-button-solved"), "question.solved", which),
        *unnamed,
    ]
