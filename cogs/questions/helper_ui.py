"""How it looks when nobody answers: cards for helpers and askers, and a line for moderators."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import channels, i18n, links
from bot.i18n import Language, stamp
from bot.ui import CLOSED_COLOUR, QUESTION_COLOUR, SOLVED_COLOUR, Card, button
from cogs.questions.ui import asker_of, question_name
from data.question_posts import Kind
from data.question_rounds import Open
from data.questions import Question

TAKE = "question.take"
STILL_NEEDED = "question.still-needed"
STILL_VALID = "question.still-valid"
MARK: dict[Kind, str] = {"call": TAKE, "idle": STILL_NEEDED, "check": STILL_VALID}
"""What answers a button that each card has when it is posted; by its id the card is known again."""


def named(guild: discord.Guild, question: Question, channel_id: int) -> str:
    """The question as those who read a channel may see it named: by its title only if all may."""
    if channels.open_in(guild, channel_id, [question.channel_id or 0]):
        return question_name(question)
    return f"<#{question.thread_id}>"


def call_card(
    question: Question, name: str, language: Language, called: Sequence[int] = ()
) -> Card:
    """Looks for helpers while the question needs them, then says how that ended."""
    about = i18n.text(
        language,
        "helpers-about",
        when=stamp(question.asked_at, "R"),
        topics=" ".join(map(links.coded, question.topics)),
    ).rstrip()
    if question.state != "open":
        return _over(language, f"helpers-call-{question.state}", name)
    if question.helpers:
        helpers = ", ".join(f"<@{one}>" for one in question.helpers[:3])
        return _over(language, "helpers-call-taken", name, helpers=helpers)
    if question.answered_at is not None:
        return _over(language, "helpers-call-answered", name)
    if called:
        who = ", ".join(f"<@{one}>" for one in called)
        asked = i18n.text(language, "helpers-call-named", helpers=who)
    else:
        asked = i18n.text(language, "helpers-call-anyone")
    return Card(
        i18n.text(language, "helpers-call", question=name),
        f"{asked}\n{about}",
        [
            button(
                i18n.text(language, "helpers-take"),
                TAKE,
                question.question_id,
                style=discord.ButtonStyle.primary,
            ),
            button(
                i18n.text(language, "helpers-not-now"), "question.not-now", question.question_id
            ),
        ],
        colour=QUESTION_COLOUR,
    )


def idle_card(question: Question, language: Language) -> Card:
    """Asks in the thread whether help is still needed; later, how that ended."""
    number = question.question_id
    needed = button(
        i18n.text(language, "helpers-still-needed"),
        STILL_NEEDED,
        number,
        style=discord.ButtonStyle.primary,
    )
    if question.state == "closed" and question.closed_why == "idle":
        return Card(i18n.text(language, "helpers-idle-closed"), [needed], colour=CLOSED_COLOUR)
    if question.state != "open" or question.idle_at is None:
        state = "open" if question.state == "open" else "over"
        colour = QUESTION_COLOUR if state == "open" else CLOSED_COLOUR
        return Card(i18n.text(language, f"helpers-idle-{state}"), colour=colour)
    unneeded = button(i18n.text(language, "helpers-unneeded"), "question.unneeded", number)
    return Card(
        i18n.text(language, "helpers-idle", asker=asker_of(question, language)),
        [needed, unneeded],
        colour=QUESTION_COLOUR,
    )


def check_card(
    question: Question, name: str, language: Language, *, with_helper: bool = True
) -> Card:
    """Asks whether an accepted answer still holds; what was said can be changed."""
    if question.state != "solved":
        return _over(language, "helpers-check-over", name)
    number = question.question_id
    holds = button(i18n.text(language, "helpers-still-valid"), STILL_VALID, number)
    outdated = button(i18n.text(language, "helpers-outdated"), "question.outdated", number)
    row: list[ui.Item[ui.LayoutView]] = [holds, outdated]
    if question.outdated_at is not None:
        key, row = "helpers-check-outdated", [holds]
    elif question.check_at is not None:
        key, row = "helpers-check-valid", [outdated]
    elif with_helper:
        key = "helpers-check"
    else:
        key = "helpers-check-unnamed"
    return Card(
        i18n.text(
            language,
            key,
            question=name,
            helper=f"<@{question.answer_author_id}>",
            when=stamp(question.solved_at or question.asked_at, "R"),
        ),
        row,
        colour=SOLVED_COLOUR,
    )


def week_line(open_now: Open, oldest: Question, name: str, monday: int, language: Language) -> str:
    """What moderators hear on Mondays; the date in it tells one line from another."""
    return i18n.text(
        language,
        "helpers-week",
        date=stamp(monday, "D"),
        count=open_now.count,
        unanswered=open_now.unanswered,
        question=name,
        when=stamp(oldest.asked_at, "R"),
    )


def _over(language: Language, key: str, name: str, **values: str) -> Card:
    return Card(i18n.text(language, key, question=name, **values), colour=CLOSED_COLOUR)
