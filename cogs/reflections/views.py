"""How anonymous answers look: the post, what is told to the writer, what moderators can do."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot import i18n, links
from bot.delivery import REFLECT
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import CLOSED_COLOUR, PROMPT_COLOUR, Card, button, page_of, pager
from data.anonymous import Answer
from data.anonymous_blocks import Block

MORE = "anonymous.more"
"""What answers the button under an anonymous answer, by whose id the post is found again."""
ASK = "question.from-reflection"
"""What asks peers about a reflection, by the prompt's id."""
BLOCKS = 5


def anonymous_card(answer: Answer, language: Language) -> Card:
    """An answer in the prompt's thread. 1,800 characters fit even if all are escaped."""
    return Card(
        f"{i18n.text(language, 'anonymous-by')}\n{links.escape(answer.text)}",
        [button("…", MORE, answer.answer_id)],
        colour=PROMPT_COLOUR,
    )


def saved_card(reader: Reader, sentence: str, delivery_id: int) -> Card:
    """What became of what somebody wrote, with the ways to change it and to take it back."""
    row: list[ui.Item[Any]] = [
        button(reader.text("reflected-edit"), REFLECT, delivery_id),
        button(reader.text("reflection-ask"), ASK, delivery_id),
        button(reader.text("reflected-take-back"), "reflection.take-back", delivery_id),
    ]
    return Card(sentence, row, colour=PROMPT_COLOUR)


def short_card(reader: Reader, answer: Answer) -> Card:
    """An answer that cannot be shown: its writer, and nobody else, says what becomes of it."""
    return Card(
        reader.text("anonymous-short", prompt=links.one_line(answer.prompt_text, 150)),
        links.quoted(answer.text, 2_500),
        [
            button(
                reader.text("anonymous-keep"),
                "anonymous.keep",
                answer.answer_id,
                style=discord.ButtonStyle.primary,
            ),
            button(reader.text("anonymous-drop"), "anonymous.drop", answer.answer_id),
        ],
        colour=PROMPT_COLOUR,
    )


def more_card(reader: Reader, answer: Answer, *, own: bool, blocked: Block | None) -> Card:
    """What this reader can do about an anonymous answer."""
    row: list[ui.Item[Any]] = []
    if own:
        row.append(
            button(reader.text("reflected-take-back"), "reflection.take-back", answer.delivery_id)
        )
    if reader.moderator:
        if blocked:
            row.append(_lift(reader, blocked))
        else:
            row.append(button(reader.text("anonymous-block"), "anonymous.block", answer.answer_id))
        row.append(button(reader.text("anonymous-blocks"), "anonymous.blocks", 0))
        row.append(
            button(
                reader.text("anonymous-remove"),
                "anonymous.remove",
                answer.answer_id,
                style=discord.ButtonStyle.danger,
            )
        )
    elif not own:
        row.append(button(reader.text("anonymous-report"), "anonymous.report", answer.answer_id))
    about = "anonymous-about-moderators" if reader.moderator else "anonymous-about"
    return Card(reader.text(about), row, colour=CLOSED_COLOUR)


def blocks_card(reader: Reader, blocks: Sequence[Block], page: int) -> Card:
    """Whose anonymous answers are not taken, told by what they wrote."""
    shown, page, pages = page_of(blocks, page, BLOCKS)
    parts: list[str | list[ui.Item[Any]]] = []
    for block in shown:
        parts.append(
            reader.text(
                "anonymous-block-line",
                prompt=links.one_line(block.prompt_text, 150),
                when=stamp(block.blocked_at, "R"),
                moderator=f"<@{block.blocked_by}>" if block.blocked_by else "–",
            )
            + ("\n" + links.quoted(block.text, 300) if block.text else "")
        )
        parts.append([_lift(reader, block)])
    return Card(
        reader.text("anonymous-blocks-title", count=len(blocks)),
        *parts,
        pager(page, pages, "anonymous.blocks"),
        colour=CLOSED_COLOUR,
    )


def _lift(reader: Reader, block: Block) -> ui.Button[Any]:
    which = (block.delivery_id, block.author.hex())
    return button(reader.text("anonymous-lift"), "anonymous.lift", *which)
