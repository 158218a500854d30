"""How digests look: the card of one, its schedule, and the menu of its topics."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot import i18n, links
from bot.i18n import Language, stamp
from bot.reader import Reader, zone
from bot.tip_lines import tip_line
from bot.ui import TIP_COLOUR, Card, button, component_id
from data.digests import Digest, Item, Part
from data.schedules import Schedule

ROOM = 3_900
"""Characters of a digest in a channel; Discord allows 4,000 in a message."""
ROOM_IN_DM = 3_600
"""What is put under a direct message needs some of them."""
STOP_POSTS = "digest.stop"
"""What answers the button that every posted digest has."""
MOST_OPTIONS = 25
_OUTCOME = 150


def posted_card(digest: Digest, language: Language, delivery_id: int) -> Card:
    """The post; where nothing is left of it, a line that says so, in case something comes back."""
    if not digest.items:
        return Card(i18n.text(language, "digest-empty"), colour=TIP_COLOUR)
    follow = button(i18n.text(language, "digest-follow"), "digest.follow", delivery_id)
    stop = button(i18n.text(language, "digest-stop"), STOP_POSTS, delivery_id)
    buttons = [follow, stop] if topics_of(digest) else [stop]
    return Card(*_blocks(digest, language, "digest-title", ROOM), buttons, colour=TIP_COLOUR)


def shown_card(digest: Digest, language: Language) -> Card:
    """The same for one pair of eyes, where there is nothing to press."""
    return Card(*_blocks(digest, language, "digest-title", ROOM), colour=TIP_COLOUR)


def own_card(digest: Digest, language: Language) -> Card:
    """A member's own digest, for a direct message."""
    return Card(*_blocks(digest, language, "digest-title-own", ROOM_IN_DM), colour=TIP_COLOUR)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Tips under one heading, each as a text that is ready to show."""

    part: Part
    heading: str
    lines: list[tuple[Item, str]]

    def shown(self) -> str:
        return "\n".join(filter(None, [self.heading, *(line for _, line in self.lines)]))


def _blocks(digest: Digest, language: Language, title: str, room: int) -> list[str]:
    parts = _parts(digest, language)
    while True:
        blocks = _shown(digest, language, title, parts)
        if sum(map(len, blocks)) <= room or not _shed(parts):
            return blocks


def _shown(digest: Digest, language: Language, title: str, parts: Sequence[_Lines]) -> list[str]:
    shown = [item.tip for one in parts for item, _ in one.lines]
    more = digest.new_tips - sum(tip.shared_at >= digest.since for tip in shown)
    new = [one.shown() for one in parts if one.part == "new"]
    if more > 0:
        new.append(i18n.text(language, "digest-more", count=more))
    since = stamp(digest.since, "D")
    before = [one.shown() for one in parts if one.part == "featured"]
    after = [one.shown() for one in parts if one.part not in ("featured", "new")]
    heading = i18n.text(language, title, count=digest.new_tips, since=since)
    return [heading, *before, "\n".join(new), *after]


def _parts(digest: Digest, language: Language) -> list[_Lines]:
    grouped = itertools.groupby(digest.items, key=lambda item: (item.part, item.topic))
    parts: list[_Lines] = []
    for (part, topic), items in grouped:
        if part != "new":
            heading = i18n.text(language, f"digest-{part}")
        elif topic:
            heading = links.coded(topic)
        else:
            # It comes last; alone, it goes without saying.
            several = any(one.part == "new" for one in parts)
            heading = i18n.text(language, "digest-untagged") if several else ""
        parts.append(_Lines(part, heading, [(item, _line(item, language)) for item in items]))
    return parts


def _line(item: Item, language: Language) -> str:
    line = tip_line(item.tip, language)
    return f"{line}\n> {links.one_line(item.outcome, _OUTCOME)}" if item.outcome else line


def _shed(parts: list[_Lines]) -> bool:
    """Leave out the line that is missed least, to make room; False when each has to stay."""
    new = [one for one in reversed(parts) if one.part == "new"]
    longest = max(new, key=lambda one: len(one.lines), default=None)
    if longest and len(longest.lines) > 1:
        longest.lines.pop()
    elif len(new) > 1:
        parts.remove(new[0])
    else:
        featured = next((one for one in parts if one.part == "featured"), None)
        if featured is None or len(featured.lines) < 2:
            return False
        featured.lines.pop()
    return True


def topics_of(digest: Digest) -> list[str]:
    """The topics of a digest's tips, those it shows as headings first."""
    headings = [item.topic for item in digest.items if item.topic]
    every = [topic for item in digest.items for topic in item.tip.topics]
    return list(dict.fromkeys([*headings, *every]))


def follow_card(reader: Reader, topics: Sequence[str], delivery_id: int) -> Card:
    offered = topics[:MOST_OPTIONS]
    menu: ui.Select[Any] = ui.Select(
        custom_id=component_id("digest.topics", delivery_id),
        placeholder=reader.text("digest-topics-menu"),
        max_values=len(offered),
        options=[discord.SelectOption(label=one, value=one) for one in offered],
    )
    return Card(reader.text("digest-topics"), [menu], colour=TIP_COLOUR)


def schedule_card(reader: Reader, schedule: Schedule, coming: str, note: str) -> Card:
    line = reader.text(
        "digest-schedule-line",
        channel=f"<#{schedule.channel_id}>",
        day=reader.text(f"day-{schedule.weekday}"),
        time=i18n.clock(reader.language, schedule.minute),
    )
    title = reader.text("digest-scheduled", zone=zone(reader.community, reader.guild).key)
    return Card(title, f"{line}\n{coming}", note, colour=TIP_COLOUR)
