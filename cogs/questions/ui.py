"""How questions look: the form, the card, the list."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import i18n, links, topics
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import QUESTION_COLOUR, SOLVED_COLOUR, Card, Choice, Field, button, last_page, pager
from cogs.questions import rules
from data.questions import Question


def ask_form(reader: Reader, title: str) -> tuple[str, list[Field | Choice]]:
    fits = len(title) <= rules.TITLE_LONGEST
    return reader.text("ask-title"), [
        Field(
            "title",
            reader.text("ask-form-title"),
            longest=rules.TITLE_LONGEST,
            help=reader.text("ask-form-title-help"),
            value=title if fits else "",
        ),
        Field(
            "details",
            reader.text("ask-form-details"),
            longest=rules.DETAILS_LONGEST,
            help=reader.text("ask-form-details-help"),
            # A question too long for one line is not cut: it waits in the details.
            value="" if fits else title[: rules.DETAILS_LONGEST],
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
            topics=" ".join(map(links.coded, question.topics)),
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
    reader: Reader, questions: Sequence[Question], total: int, state: str, topic: str, page: int
) -> Card:
    """A page of the list; `total` counts all pages."""
    if not questions:
        return Card(reader.text(f"questions-none-{state}"), colour=QUESTION_COLOUR)
    last = last_page(total)
    return Card(
        reader.text(f"questions-title-{state}", count=total),
        "\n".join(_line(reader, question) for question in questions),
        pager(min(page, last), last + 1, "question.page", state, topic),
        colour=QUESTION_COLOUR,
    )


def _line(reader: Reader, question: Question) -> str:
    label = links.one_line(question.title, 90)
    mark = "✅" if question.state == "solved" else "❓"
    # A thread is linked as a channel: it opens wherever its first message stands.
    where = f"https://discord.com/channels/{question.guild_id}/{question.thread_id}"
    return reader.text(
        "question-line",
        mark=mark,
        question=links.masked(label, where),
        when=stamp(question.asked_at, "R"),
    )
