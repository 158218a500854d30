"""How asking without a name looks: what is added to a question, and what can be done about it."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot import i18n, links
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import CLOSED_COLOUR, QUESTION_COLOUR, Card, Field, button, page_of, pager
from cogs.questions import rules
from data.question_blocks import Block
from data.questions import Question

ADDED = "question.more"
"""What answers the button under what was added, by whose id the message is found again."""
BLOCKS = 5


def reply_form(reader: Reader) -> tuple[str, list[Field | str]]:
    return reader.text("write-title"), [
        Field(
            "text",
            reader.text("write-label"),
            longest=rules.REPLY_LONGEST,
            help=reader.text("write-help"),
            paragraph=True,
        ),
        reader.text("write-told"),
    ]


def reply_card(question: Question, number: int, text: str, language: Language) -> Card:
    """What the asker adds, in the thread. 1,800 characters fit even if all are escaped."""
    asker = i18n.text(language, "question-asker-unnamed")
    return Card(
        f"{i18n.text(language, 'write-by', asker=asker)}\n{links.escape(text)}",
        [button("…", ADDED, question.question_id, -number)],
        colour=QUESTION_COLOUR,
    )


def sent_card(reader: Reader, question: Question, message_id: int) -> Card:
    """To the asker alone, with the way back."""
    return Card(
        reader.text("write-sent", thread=f"<#{question.thread_id}>"),
        [_taking_back(reader, question, message_id)],
        colour=QUESTION_COLOUR,
    )


def more_card(
    reader: Reader,
    question: Question,
    *,
    own: bool,
    blocked: bool,
    key_changed: bool,
    message_id: int = 0,
) -> Card:
    """What this reader can do about a nameless question, or about one message added to it."""
    row: list[ui.Item[Any]] = []
    which = (question.question_id, message_id)
    if own:
        about = "write-about-own"
        row.append(_taking_back(reader, question, message_id))
    elif reader.moderator:
        about = "write-about-moderators"
        if blocked:
            row.append(button(reader.text("write-lift"), "question.unblock", *which))
        else:
            row.append(button(reader.text("write-block"), "question.block", *which))
        row.append(button(reader.text("write-blocks"), "question.blocks", 0))
        if message_id:
            style = discord.ButtonStyle.danger
            row.append(button(reader.text("button-remove"), "question.unsay", *which, style=style))
    else:
        about = "write-about"
        row.append(button(reader.text("write-report"), "question.report", *which))
    lost = reader.text("write-key-changed") if key_changed else ""
    told = [reader.text(about), reader.text("write-is-blocked") if blocked else "", lost]
    return Card("\n".join(filter(None, told)), row, colour=CLOSED_COLOUR)


def _taking_back(reader: Reader, question: Question, message_id: int) -> ui.Button[Any]:
    label = reader.text("write-take-back")
    return button(label, "question.take-back", question.question_id, message_id)


def blocks_card(reader: Reader, blocks: Sequence[Block], page: int) -> Card:
    """Who may not ask without a name, told by what they asked."""
    shown, page, pages = page_of(blocks, page, BLOCKS)
    parts: list[str | list[ui.Item[Any]]] = []
    for block in shown:
        parts.append(
            reader.text(
                "write-block-line",
                title=links.one_line(block.title, 200) or "–",
                when=stamp(block.blocked_at, "R"),
                moderator=f"<@{block.blocked_by}>" if block.blocked_by else "–",
            )
        )
        parts.append([button(reader.text("write-lift"), "question.lift", block.question_id)])
    return Card(
        reader.text("write-blocks-title", count=len(blocks)),
        *parts,
        pager(page, pages, "question.blocks"),
        colour=CLOSED_COLOUR,
    )


def where_is(question: Question, message_id: int) -> str:
    """A link to the thread, or to one message in it."""
    return jump(question.guild_id, question.thread_id or 0, message_id)
