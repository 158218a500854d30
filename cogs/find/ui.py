"""How found things look: one line each, with what was searched for in bold."""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot import links
from bot.channels import jump
from bot.reader import Reader
from bot.ui import (
    CLOSED_COLOUR,
    PAGE,
    TIP_COLOUR,
    Card,
    button,
    last_page,
    pager,
    pick_menu,
)
from cogs.find import rules
from data.found import Page
from data.marks import Marks
from data.query import Query
from data.questions import Question
from data.tips import Tip

_TITLE, _WHY = 70, 110
"""Characters of a name, and of the words that tell why it was found."""
_LONGEST = 360
"""Characters of a line: ten of them fit a card of 4,000 with a heading."""
_ASKED = 80
"""Characters of a question that a button carries on."""


def found_card(reader: Reader, page: Page, marks: Marks, typed: str) -> Card:
    """A page of what was found."""
    heading = reader.text("find-found" if page.exact else "find-near", count=page.total)
    tips = [one for one in page.things if isinstance(one, Tip)]
    named = [(tip.tip_id, tip.title or tip.host, tip.note) for tip in tips]
    number, pages = page.offset // PAGE, last_page(page.total) + 1
    return Card(
        heading,
        "\n".join(_line(reader, one, marks) for one in page.things),
        [pick_menu("tip.pick", reader.text("find-open-menu"), named)] if tips else "",
        pager(number, pages, "find.page", kept=typed),
        colour=TIP_COLOUR,
    )


def none_card(reader: Reader, typed: str, wanted: Query, topics: Sequence[str]) -> Card:
    """Nothing was found: what is near, and asking."""
    # What only narrows a search is no part of a question.
    plain = " ".join((*wanted.words, *(word for some in wanted.phrases for word in some)))
    narrow = wanted.narrowed or wanted.without
    words = (plain if narrow and plain else typed)[:_ASKED]
    ask = button(
        reader.text("find-ask"), "question.ask-this", words, style=discord.ButtonStyle.primary
    )
    lines = [reader.text("find-none", words=links.one_line(typed, 120))]
    if topics:
        lines.append(reader.text("find-topics"))
    row: list[ui.Item[Any]] = [button(topic, "find.topic", topic) for topic in topics]
    return Card("\n".join(lines), [ask, *row], colour=CLOSED_COLOUR)


def _line(reader: Reader, thing: Tip | Question, marks: Marks) -> str:
    line = ""
    # Escaping makes a text longer, and words stand in the way of a cut: less of it, until it fits.
    for longest in (_WHY, _WHY // 2, 0):
        line = _told(reader, thing, marks, longest)
        if len(line) <= _LONGEST:
            break
    return line


def _told(reader: Reader, thing: Tip | Question, marks: Marks, longest: int) -> str:
    if isinstance(thing, Tip):
        name, texts = thing.title or thing.host, [thing.note, *(one.note for one in thing.notes)]
        where, key = thing.url, "find-tip"
        if len(where) > 150 and thing.channel_id and thing.message_id:
            where = jump(thing.guild_id, thing.channel_id, thing.message_id)
    else:
        name, texts = thing.title, [thing.details, thing.answer_text]
        where = jump(thing.guild_id, thing.thread_id or 0)
        key = "find-answer" if thing.state == "solved" else "find-question"
    label = _marked(name, marks, _TITLE if longest else _TITLE // 2)
    shown = links.masked(label, where) if len(where) <= 200 else label
    why = _why(texts, marks, longest) if longest else ""
    return reader.text(key, name=shown, why=f"· {why}" if why else "").rstrip()


def _why(texts: Sequence[str], marks: Marks, longest: int) -> str:
    """The first text that has one of the words, or else the first there is."""
    flat = [" ".join(one.split()) for one in texts if one.strip()]
    told = next((one for one in flat if marks.spans(one)), flat[0] if flat else "")
    return _marked(told, marks, longest)


def _marked(text: str, marks: Marks, longest: int) -> str:
    flat = " ".join(text.split())
    spans = marks.spans(flat)
    return rules.marked(flat, spans, rules.part_round(flat, spans, longest), links.escape)
