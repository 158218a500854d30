"""What an import is read from: a file that somebody has, or what was said in a channel."""

from dataclasses import dataclass

import discord

from bot import links
from cogs.tips.formats.reading import MOST, Unreadable, merged, read
from cogs.tips.formats.rows import Bad, brief
from cogs.tips.rules import NOTE_LONGEST
from data.imports import NewRow

MOST_MESSAGES = 10_000
"""Messages of a channel, the latest."""

_WRITTEN = {discord.MessageType.default, discord.MessageType.reply}


@dataclass(frozen=True, slots=True)
class Reading:
    """Links to become tips, each once; `repeats` were merged into them."""

    rows: list[NewRow]
    bad: list[Bad]
    repeats: int


def of_file(content: bytes, sharer_id: int, now: int) -> Reading | Unreadable:
    """What a file holds. It takes seconds for the longest: call it in a thread."""
    found = read(content, now)
    if isinstance(found, Unreadable):
        return found
    rows = [
        NewRow(
            link_key=row.link.key,
            url=row.link.url,
            host=row.link.host,
            title=row.title,
            note=row.note,
            topics=row.topics,
            sharer_id=sharer_id,
            shared_at=now if row.shared_at is None else row.shared_at,
        )
        for row in merged(found.rows)
    ]
    return Reading(rows, found.bad, len(found.rows) - len(rows))


class Heard:
    """The links people shared in a channel. A link is its first sharer's who said something."""

    def __init__(self) -> None:
        self.messages = 0
        self._repeats = 0
        self._found: dict[str, NewRow] = {}

    def hear(self, message: discord.Message) -> None:
        """Take one message in; the latest comes first."""
        self.messages += 1
        if message.author.bot or message.webhook_id or message.type not in _WRITTEN:
            return
        note = _note(message.content)
        for link in links.links_in(message.content):
            later = self._found.get(link.key)
            self._repeats += later is not None
            if (later and later.note and not note) or (not later and len(self._found) >= MOST):
                continue
            self._found[link.key] = NewRow(
                link_key=link.key,
                url=link.url,
                host=link.host,
                title=_title(message, link.key),
                note=note,
                topics=(),
                sharer_id=message.author.id,
                shared_at=int(message.created_at.timestamp()),
            )

    def reading(self) -> Reading:
        """All of it, the oldest first."""
        rows = sorted(self._found.values(), key=lambda row: row.shared_at)
        return Reading(rows, [], self._repeats)


def _note(content: str) -> str:
    note = links.clean(links.without_links(content))
    return note if len(note) <= NOTE_LONGEST else note[: NOTE_LONGEST - 1].rstrip() + "…"


def _title(message: discord.Message, link_key: str) -> str:
    """The page's title, as Discord's own preview under the message has it."""
    for embed in message.embeds:
        link = links.canonical(embed.url or "")
        if isinstance(link, links.Link) and link.key == link_key and embed.title:
            return brief(embed.title)
    return ""
