"""How questions look: the form, the card, the list."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import i18n, links, topics
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import (
    PAGE,
    QUESTION_COLOUR,
    SOLVED_COLOUR,
    Card,
    Choice,
    Field,
    button,
    page_of,
    pager,
)
from cogs.questions import rules
from data.questions import Question


def ask_form(reader: Reader, title: str) -> tuple[str, list[Field | Choice]]:
    return reader.text("ask-title"), [
        Field(
            "title",
            reader.text("ask-form-title"),
            longest=rules.TITLE_LONGEST,
            help=reader.text("ask-form-title-help"),
            value=title[: rules.TITLE_LONGEST],
        ),
        Field(
            "details",
            reader.text("ask-form-details"),
            longest=rules.DETAILS_LONGEST,
            help=reader.text("ask-form-details-help"),
            paragraph=True,
            required=False,
        ),
        Field(
            "topics",
            reader.text("ask-form-topics"),
            longest=200,
            help=reader.text("ask-form-topics-help", most=topics.MOST),
            required=False,
        ),
    ]


def question_card(question: Question, language: Language) -> Card:
    """The one card of a question, edited as its state changes; the longest fits."""
    solved = question.state == "solved"
    head = i18n.text(language, f"question-head-{question.state}")
    lines = [f"{head} **{links.one_line(question.title, 210)}**"]
    if question.details:
        lines.append(links.shortened(question.details, 2_900))
    lines.append(
        i18n.text(
            language,
            "question-asked",
            asker=f"<@{question.asker_id}>",
            when=stamp(question.asked_at, "R"),
            topics=" ".join(f"`{topic.replace('`', '')}`" for topic in question.topics),
        )
    )
    row: list[ui.Item[ui.LayoutView]] = []
    if solved and question.thread_id and question.answer_message_id:
        where = jump(question.guild_id, question.thread_id, question.answer_message_id)
        lines.append(
            i18n.text(
                language,
                "question-solved-by",
                helper=f"<@{question.answer_author_id}>",
                where=where,
            )
        )
        row.append(
            button(i18n.text(language, "question-reopen"), "question.reopen", question.question_id)
        )
    else:
        lines.append(i18n.text(language, "question-how-to-accept"))
    colour: discord.Colour = SOLVED_COLOUR if solved else QUESTION_COLOUR
    return Card("\n".join(lines), row, colour=colour)


def list_card(
    reader: Reader, questions: Sequence[Question], state: str, topic: str, page: int
) -> Card:
    if not questions:
        return Card(reader.text(f"questions-none-{state}"), colour=QUESTION_COLOUR)
    shown, page, pages = page_of(questions, page, PAGE)
    return Card(
        reader.text(f"questions-title-{state}", count=len(questions)),
        "\n".join(_line(reader, question) for question in shown),
        pager(page, pages, "question.page", state, topic),
        colour=QUESTION_COLOUR,
    )


def _line(reader: Reader, question: Question) -> str:
    label = links.one_line(question.title, 90)
    where = jump(question.guild_id, question.thread_id or 0, question.thread_id or 0)
    mark = "✅" if question.state == "solved" else "❓"
    # A link to a thread as a channel opens it wherever its first message stands.
    where = where.rsplit("/", 1)[0]
    return reader.text(
        "question-line",
        mark=mark,
        question=links.masked(label, where),
        when=stamp(question.asked_at, "R"),
    )
