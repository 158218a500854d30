"""Tips as files to take along: a table, JSON, bookmarks for a browser, an Atom feed.

All four are text to be written as UTF-8. Two of them are read again by `reading`: the table and
the bookmarks. Every text loses what XML forbids and what turns the direction of writing around, so
that a file is whole for whoever opens it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5


@dataclass(frozen=True, slots=True)
class Entry:
    """One tip. `shared_at` is UTC seconds; `sharer` and who wrote `notes` are names to show."""

    url: str
    title: str
    host: str
    note: str
    topics: tuple[str, ...]
    sharer: str
    shared_at: int
    thanks: int
    notes: tuple[tuple[str, str], ...]
    """Who added what later; without a name the note stands alone."""


# No control character but tab and line feed (XML 1.0, section 2.2), no half of a surrogate pair,
# which cannot be written as UTF-8, and no bidirectional control.
_UNFIT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# What spreadsheets take for a formula, full-width signs included.
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
# What may not stand in an address as it is (RFC 3987), should one have come in otherwise.
_UNFIT_IN_LINK = re.compile(r"""[\s<>"{}|\\^`]""")

_HEADER = (
    *("url", "title", "host", "note", "topics"),
    *("sharer", "shared_at", "thanks", "other_notes"),
)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe is put before it.

    The signs are those of OWASP's page on CSV injection. Behind apostrophes they count as well, so
    that `unguarded` gives back exactly what was there.
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What the cell said before it was guarded, here or by another program."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def as_csv(entries: Iterable[Entry]) -> str:
    """A table with a header, as RFC 4180 has it: commas, quotes where needed, CRLF.

    It begins with a byte order mark, without which Excel reads ä as two letters. Dates are ISO 8601
    in UTC, topics stand with commas between them.
    """
    file = io.StringIO(newline="")
    file.write("\ufeff")
    table = csv.writer(file)
    table.writerow(_HEADER)
    for entry in entries:
        cells = (
            entry.url,
            entry.title,
            entry.host,
            entry.note,
            ", ".join(entry.topics),
            entry.sharer,
            _moment(entry.shared_at),
            str(entry.thanks),
            _others(entry),
        )
        table.writerow([guarded(_fit(cell).strip()) for cell in cells])
    return file.getvalue()


def as_json(entries: Iterable[Entry]) -> str:
    """A list of objects, one a line, with dates in ISO 8601."""
    lines = [
        json.dumps(
            {
                "url": _fit(entry.url),
                "title": _fit(entry.title),
                "host": _fit(entry.host),
                "note": _fit(entry.note),
                "topics": [_fit(topic) for topic in entry.topics],
                "sharer": _fit(entry.sharer),
                "shared_at": _moment(entry.shared_at),
                "thanks": entry.thanks,
                "notes": [
                    {"author": _fit(author), "note": _fit(note)} for author, note in entry.notes
                ],
            },
            ensure_ascii=False,
        )
        for entry in entries
    ]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def as_bookmarks(entries: Iterable[Entry]) -> str:
    """A file every browser imports: the Netscape bookmark file, as Microsoft wrote it down.

    TAGS and <DD> are Firefox's and Pinboard's additions; others pass over them. A tip without a
    title bears its host's name. Only the tip's own note is in it.
    """
    lines = [
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>",
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
        "<TITLE>Bookmarks</TITLE>",
        "<H1>Bookmarks</H1>",
        "<DL><p>",
    ]
    for entry in entries:
        tags = f' TAGS="{_markup(",".join(entry.topics))}"' if entry.topics else ""
        lines.append(
            f'    <DT><A HREF="{_markup(entry.url)}" ADD_DATE="{entry.shared_at}"{tags}>'
            f"{_markup(entry.title or entry.host)}</A>"
        )
        if entry.note:
            lines.append(f"    <DD>{_markup(entry.note)}")
    return "\n".join([*lines, "</DL><p>", ""])


def as_atom(entries: Iterable[Entry], title: str, now: int) -> str:
    """A feed as RFC 4287 has it, in the order given. `now` is UTC seconds.

    An entry's id follows from its link alone, the feed's from its title: a reader that has seen a
    tip knows it again. The title also stands as the author of what has none.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{_urn('vinkki:' + _fit(title))}</id>",
        f"<title>{_markup(title)}</title>",
        f"<updated>{_moment(now)}</updated>",
        f"<author><name>{_markup(title)}</name></author>",
        "<generator>Vinkki</generator>",
    ]
    for entry in entries:
        link = _UNFIT_IN_LINK.sub(lambda found: quote(found[0]), _fit(entry.url))
        summary = "\n\n".join(filter(None, [entry.note, _others(entry)]))
        lines += [
            "<entry>",
            f"<id>{_urn(link)}</id>",
            f"<title>{_markup(entry.title or entry.host)}</title>",
            f"<updated>{_moment(entry.shared_at)}</updated>",
            f'<link rel="alternate" href="{escape(link)}"/>',
        ]
        if entry.sharer:
            lines.append(f"<author><name>{_markup(entry.sharer)}</name></author>")
        lines += [f'<category term="{_markup(topic)}"/>' for topic in entry.topics]
        if summary:
            lines.append(f"<summary>{_markup(summary)}</summary>")
        lines.append("</entry>")
    return "\n".join([*lines, "</feed>", ""])


def _others(entry: Entry) -> str:
    return "\n\n".join(f"{author}: {note}" if author else note for author, note in entry.notes)


def _fit(text: str) -> str:
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _markup(text: str) -> str:
    """Text or an attribute of HTML or XML. ">" is written as &gt; as well, so there is no "]]>"."""
    return escape(_fit(text))


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _urn(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn
