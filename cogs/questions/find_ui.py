"""How questions look in lists: by age, and as what a search found."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import links
from bot.i18n import stamp
from bot.reader import Reader
from bot.ui import QUESTION_COLOUR, Card, button, last_page, page_of, pager
from cogs.questions.similar_ui import shown
from cogs.questions.ui import asker_of, question_name
from data.questions import Question

FOUND = 5
"""Questions on a page of what a search found, each with the beginning of its answer."""


def list_card(
    reader: Reader, questions: Sequence[Question], total: int, state: str, topic: str, page: int
) -> Card:
    """A page of the list; `total` counts all pages."""
    if not questions:
        none = reader.text("questions-none-topic", topic=links.coded(topic))
        return Card(
            none if topic else reader.text(f"questions-none-{state}"), colour=QUESTION_COLOUR
        )
    last = last_page(total)
    return Card(
        reader.text(f"questions-title-{state}", count=total),
        "\n".join(_line(reader, question) for question in questions),
        pager(min(page, last), last + 1, "question.page", state, topic),
        colour=QUESTION_COLOUR,
    )


def _line(reader: Reader, question: Question) -> str:
    waiting = question.state == "open" and question.answered_at is None
    return reader.text(
        "question-line",
        mark=reader.text(f"question-head-{question.state}"),
        question=question_name(question),
        asker=asker_of(question, reader.language),
        when=stamp(question.asked_at, "R"),
        waiting="yes" if waiting else "no",
    )


def found_card(reader: Reader, words: str, questions: Sequence[Question], page: int) -> Card:
    """A page of what a search found, and the way to ask it; 80 characters of words at most."""
    some, page, pages = page_of(questions, page, FOUND)
    ask = button(
        reader.text("question-ask-this"),
        "question.ask-this",
        words,
        style=discord.ButtonStyle.secondary if questions else discord.ButtonStyle.primary,
    )
    row: list[ui.Item[ui.LayoutView]] = [*pager(page, pages, "question.found", kept=words), ask]
    return Card(
        reader.text("question-found", count=len(questions), words=links.one_line(words, 160)),
        "\n".join(shown(question, reader.language) for question in some),
        row,
        colour=QUESTION_COLOUR,
    )
