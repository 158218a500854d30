"""One row of a link list that somebody brings along: as it stands there, and as it is read."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from bot import topics
from bot.links import Link, Refusal, canonical, clean
from cogs.tips.rules import NOTE_LONGEST

TITLE_LONGEST = 200
_RAW = 8_000
"""Characters of a text that are looked at: what is hidden in it leaves enough of a note."""


@dataclass(frozen=True, slots=True)
class Row:
    """A link to share. `line` is where it begins in the file, `shared_at` UTC seconds."""

    line: int
    link: Link
    title: str
    note: str
    topics: tuple[str, ...]
    shared_at: int | None


Reason = Refusal | Literal["no-link", "too-long-row", "unfinished"]
"""Unfinished: a quote or a tag is opened here and never closed, so the file ends in it."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that cannot be shared, and enough of its text to find it."""

    line: int
    reason: Reason
    text: str


@dataclass(slots=True)
class Found:
    """A row as it stands in the file; topics the more telling first."""

    line: int
    link: str
    date: str
    topics: list[str]
    title: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)


# Folders that browsers and services make by themselves. Toolbars also bear an attribute.
_NO_TOPICS = frozenset(
    """
    bookmarks|bookmarks bar|bookmarks toolbar|bookmarks menu|other bookmarks|mobile bookmarks
    synced bookmarks|unsorted bookmarks|unfiled bookmarks|imported bookmarks|unsorted|imported
    imported from firefox|imported from google chrome|imported from safari|mozilla firefox
    favorites|favorites bar|other favorites|mobile favorites|links|links bar|reading list
    favourites|favourites bar|other favourites|mobile favourites|new folder
    kirjanmerkit|kirjanmerkkipalkki|kirjanmerkkivalikko|muut kirjanmerkit|mobiilikirjanmerkit
    synkronoidut kirjanmerkit|lajittelemattomat kirjanmerkit|tuodut kirjanmerkit|tuodut
    suosikit|suosikkipalkki|suosikit-palkki|muut suosikit|mobiilisuosikit|linkit|lukulista
    lajittelemattomat|uusi kansio
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)


def topic_of(folder: str) -> str:
    """What a folder's name says about what is in it: "" when a browser made it."""
    return "" if " ".join(folder.casefold().split()) in _NO_TOPICS else folder


_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+-]*:(?!\d)", re.IGNORECASE)


def read_row(found: Found, now: int) -> Row | Bad:
    """What can be shared of it. Texts that are too long end with an ellipsis; topics stay out."""
    typed = found.link.strip()
    # Bookmarklets have spaces and run over pages: what matters is told first.
    link = Refusal.SCHEME if _OTHER_SCHEME.match(typed) else canonical(typed)
    if link is Refusal.EMPTY:
        return Bad(found.line, "no-link", brief(" ".join(found.title + found.note)))
    if isinstance(link, Refusal):
        return Bad(found.line, link, brief(typed))
    named = (topic for part in found.topics for topic in topics.read(part[:_RAW]))
    fitting = dict.fromkeys(topic for topic in named if len(topic) <= topics.LONGEST)
    return Row(
        found.line,
        link,
        brief("".join(found.title)),
        _cut(clean("".join(found.note)[:_RAW]), NOTE_LONGEST),
        tuple(fitting)[: topics.MOST],
        _when(found.date, now),
    )


def brief(text: str) -> str:
    """The text on one line, as long as a title."""
    return _cut(" ".join(clean(text[:_RAW]).split()), TITLE_LONGEST)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


_FIRST = 631_152_000
"""1990: nobody bookmarked a page before."""
_FROM_1601 = 11_644_473_600
"""Seconds between Windows' epoch, which Chromium counts from in places, and that of UNIX."""
_NUMBER = re.compile(r"(\d{1,17})(?:\.\d*)?")
_FINNISH = re.compile(
    r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,]+(?:klo )?(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?)?"
)


def _when(text: str, now: int) -> int | None:
    """UNIX time in seconds, or in thousandths or millionths as some export it; ISO 8601; d.m.y."""
    text = text.strip()
    if number := _NUMBER.fullmatch(text):
        count = int(number[1])
        millionths = count // 1_000_000
        for seconds in (count, count // 1_000, millionths, millionths - _FROM_1601):
            if _FIRST <= seconds <= now:
                return seconds
    try:
        if finnish := _FINNISH.fullmatch(text):
            day, month, year, hour, minute, second = (int(part or 0) for part in finnish.groups())
            moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        else:
            moment = datetime.fromisoformat(text)
        seconds = int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
    return seconds if _FIRST <= seconds <= now else None
