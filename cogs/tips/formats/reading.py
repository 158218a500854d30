"""Link lists that people bring along: bookmark files and tables.

`read` is pure and takes seconds for the longest file: call it with `asyncio.to_thread`. Its time
grows with the file's length alone, whatever is in the file.
"""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from bot import topics
from cogs.tips.formats.csv_in import table
from cogs.tips.formats.html_in import MARKUP, bookmarks
from cogs.tips.formats.rows import Bad, Found, Row, read_row

LARGEST = 10 * 1024 * 1024
"""Bytes of a file: what Discord lets everybody upload. Ask the attachment before fetching it."""
MOST = 50_000


class Unreadable(StrEnum):
    """Why nothing of a file can be read."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_TEXT = "not-text"
    NO_LINKS = "no-links"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Parsed:
    rows: list[Row]
    bad: list[Bad]


def read(content: bytes, now: int) -> Parsed | Unreadable:
    """The links of a bookmark file or a table; which of the two it is, its content tells.

    Nobody's file is refused for one row: what cannot be shared is told apart. Repeats stay; see
    `merged`. Dates later than `now` (UTC seconds) are nonsense, and left out like those before
    there was a web. Dates without a zone are taken as UTC.
    """
    if len(content) > LARGEST:
        return Unreadable.TOO_LARGE
    text = _text(content)
    if text is None:
        return Unreadable.NOT_TEXT
    if not text.strip():
        return Unreadable.EMPTY
    rows: list[Row] = []
    bad: list[Bad] = []
    for found in bookmarks(text) if MARKUP.match(text) else table(text):
        one = read_row(found, now) if isinstance(found, Found) else found
        if isinstance(one, Row):
            rows.append(one)
        else:
            bad.append(one)
        if len(rows) + len(bad) > MOST:
            return Unreadable.TOO_MANY
    if not rows and all(one.reason == "no-link" for one in bad):
        return Unreadable.NO_LINKS
    return Parsed(rows, bad)


def merged(rows: Iterable[Row]) -> list[Row]:
    """One row for each link: the first, with what only a later one says.

    Topics are united up to the most a tip has, and the earliest date counts.
    """
    kept: dict[str, Row] = {}
    for row in rows:
        first = kept.setdefault(row.link.key, row)
        if first is not row:
            dates = [one.shared_at for one in (first, row) if one.shared_at is not None]
            kept[row.link.key] = replace(
                first,
                title=first.title or row.title,
                note=first.note or row.note,
                topics=tuple(dict.fromkeys(first.topics + row.topics))[: topics.MOST],
                shared_at=min(dates, default=None),
            )
    return list(kept.values())


def _text(content: bytes) -> str | None:
    """UTF-8, UTF-16 when a byte order mark says so, else Windows' Western letters."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        # No text has a NUL in it, but pictures, archives and Excel's own files do.
        return None if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n")
    return None
