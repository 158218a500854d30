"""How topics look: a member's own list, and what a change of names concerned."""

from collections.abc import Mapping, Sequence

import discord
from discord import ui

from bot import links
from bot.reader import Reader
from bot.ui import TIP_COLOUR, Card, component_id, page_of, pager
from data.topic_changes import TIPS_REDRAWN, Change

PAGE = 25
"""As many as a menu has room for."""

Menu = ui.Select[ui.LayoutView]


def list_card(
    reader: Reader,
    followed: Sequence[str],
    new: Mapping[str, int],
    others: Sequence[str],
    page: int,
) -> Card:
    """What the reader follows, with how many new tips each has, and up to 25 more to follow."""
    shown, page, pages = page_of(followed, page, PAGE)
    lines = [reader.text("topics-followed", count=len(followed))]
    lines += [
        reader.text("topic-line", topic=links.coded(topic), count=new.get(topic, 0))
        for topic in shown
    ]
    if followed:
        lines.append(reader.text("topics-new"))
    leave: Menu = ui.Select(
        custom_id=component_id("topic.unfollow-some", page),
        placeholder=reader.text("topics-unfollow-some"),
        options=_options(shown),
        max_values=max(1, len(shown)),
    )
    more: Menu = ui.Select(
        custom_id=component_id("topic.follow-some", page),
        placeholder=reader.text("topics-follow-some"),
        options=_options(others),
        max_values=max(1, len(others)),
    )
    return Card(
        "\n".join(lines),
        pager(page, pages, "topic.page"),
        [leave] if shown else [],
        reader.text("topics-digest" if followed or others else "topics-none-yet"),
        [more] if others else [],
        colour=TIP_COLOUR,
    )


def _options(topics: Sequence[str]) -> list[discord.SelectOption]:
    return [discord.SelectOption(label=topic, value=topic) for topic in topics]


def change_text(reader: Reader, key: str, change: Change) -> str:
    """What was merged, renamed or taken back, and how much that concerned."""
    concerned = reader.text(
        "topic-concerned",
        tips=change.tips,
        questions=change.questions,
        followers=change.followers,
    )
    names = {"topic": links.coded(change.topic), "becomes": links.coded(change.becomes)}
    sentence = reader.text(key, concerned=concerned, **names)
    if change.tips > TIPS_REDRAWN:
        return f"{sentence}\n{reader.text('topic-cards-later', most=TIPS_REDRAWN)}"
    return sentence
