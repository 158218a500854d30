"""How questions are looked after: a moderator's panel, and a member's part of their own panel."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot import links
from bot.i18n import clock, stamp
from bot.reader import Reader
from bot.ui import CLOSED_COLOUR, Card, Field, button
from cogs.settings import rules
from data.helpers import MOST_TOPICS, Give
from data.questions import Question

Blocks = list[str | list[ui.Item[ui.LayoutView]]]


def questions_card(reader: Reader, tags: str, *, can_make: bool) -> Card:
    """What happens to questions nobody answers; `tags` says what there is of the forum's."""
    community = reader.community
    blocks: Blocks = [
        reader.text("setup-questions-title"),
        reader.text("setup-nudge"),
        [
            _menu(
                reader,
                "setup-nudge-hours",
                rules.NUDGE,
                community.nudge_hours,
                custom_id="setup.nudge",
            )
        ],
        _quiet_line(reader),
        [button(reader.text("setup-quiet-change"), "setup.quiet")],
        reader.text("setup-idle"),
        [_menu(reader, "setup-idle-days", rules.IDLE, community.idle_days, custom_id="setup.idle")],
        reader.text("setup-check"),
        [
            _menu(
                reader,
                "setup-check-months",
                rules.CHECK,
                community.check_months,
                custom_id="setup.check",
            )
        ],
        tags,
        [
            *([button(reader.text("setup-tags-make"), "setup.tags")] if can_make else []),
            button(reader.text("setup-back"), "setup.back"),
        ],
    ]
    return Card(*blocks, colour=CLOSED_COLOUR)


def quiet_form(reader: Reader) -> tuple[str, list[Field]]:
    community = reader.community
    quiet = community.quiet_from != community.quiet_to
    return reader.text("setup-quiet-title"), [
        Field(
            name,
            reader.text(label),
            longest=10,
            help=reader.text("setup-quiet-help"),
            value=clock(reader.language, minute) if quiet else "",
            required=False,
        )
        for name, label, minute in (
            ("from", "setup-quiet-from", community.quiet_from),
            ("to", "setup-quiet-to", community.quiet_to),
        )
    ]


def _quiet_line(reader: Reader) -> str:
    community = reader.community
    if community.quiet_from == community.quiet_to:
        return reader.text("setup-quiet-none")
    first, last = (
        clock(reader.language, minute) for minute in (community.quiet_from, community.quiet_to)
    )
    return reader.text("setup-quiet-hours", first=first, last=last)


def _menu(
    reader: Reader, key: str, offered: Sequence[int], chosen: int, *, custom_id: str
) -> ui.Select[ui.LayoutView]:
    options = [
        discord.SelectOption(
            value=str(count), label=reader.text(key, count=count), default=count == chosen
        )
        for count in sorted({*offered, chosen})
    ]
    return ui.Select(custom_id=custom_id, options=options)


@dataclass(frozen=True, slots=True)
class Helping:
    """A member as a helper; `open` are questions that match, which they may see."""

    topics: list[str]
    give: Give
    open: list[Question]


def helping_blocks(reader: Reader, helping: Helping) -> Blocks:
    """What a member helps with, what waits for them, and what they gave and got."""
    give = helping.give
    named = " ".join(map(links.coded, helping.topics))
    gave, got = reader.text("me-gave-none"), reader.text("me-got-none")
    if give.accepted or give.helpful:
        gave = reader.text("me-gave", accepted=give.accepted, helpful=give.helpful)
    if give.thanked:
        gave += " " + reader.text("me-thanked", count=give.thanked)
    if give.asked:
        got = reader.text("me-got", asked=give.asked, solved=give.solved)
    return [
        reader.text("me-helper-topics", topics=named) if named else reader.text("me-helper-none"),
        [button(reader.text("me-helper-change"), "me.helper-topics")],
        "\n".join(
            [reader.text("me-matching"), *(_line(reader, one) for one in helping.open)]
            if helping.open
            else []
        ),
        f"{gave}\n{got}",
    ]


def topics_form(reader: Reader, chosen: Sequence[str]) -> tuple[str, list[Field]]:
    return reader.text("me-helper-title"), [
        Field(
            "topics",
            reader.text("me-helper-label"),
            longest=400,
            help=reader.text("me-helper-help", most=MOST_TOPICS),
            value=", ".join(chosen),
            required=False,
        )
    ]


def _line(reader: Reader, question: Question) -> str:
    thread = f"https://discord.com/channels/{question.guild_id}/{question.thread_id}"
    name = links.masked(links.one_line(question.title, 90), thread)
    return reader.text("me-matching-line", question=name, when=stamp(question.asked_at, "R"))
