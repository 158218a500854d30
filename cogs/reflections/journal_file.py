"""The journal as a Markdown document, which no text in it can break."""

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.i18n import Language
from bot.reader import Reader
from data.journal import Entry, seen_by, written_at

NAME = "vinkki.md"

# What begins emphasis, code, a link, HTML or an entity; the rest means something at a line's start.
_INLINE = re.compile(r"([\\`*_\[\]<>&~|$])")
_LINE_START = re.compile(r"^(\d*)([-+#=:.)])")


def document(
    reader: Reader, entries: Sequence[Entry], zone: ZoneInfo, most: int
) -> tuple[str, int]:
    """The newest entries that fit into so many bytes, oldest first, and how many those are."""
    title = f"# {reader.text('journal-file-title', community=_plain(reader.guild.name))}\n"
    room = most - len(title.encode())
    sections: list[str] = []
    for entry in entries:
        section = _section(reader, entry, zone)
        room -= len(section.encode())
        if room < 0:
            break
        sections.append(section)
    return title + "".join(reversed(sections)), len(sections)


def _section(reader: Reader, entry: Entry, zone: ZoneInfo) -> str:
    written = datetime.fromtimestamp(written_at(entry), zone)
    audience = reader.text(f"shown-to-{seen_by(entry)}")
    parts = [
        f"## {_plain(entry.prompt_text)}",
        f"{local_date(reader.language, written)} · {audience}",
        _quote(entry.text),
    ]
    if entry.intention:
        parts.append(f"**{reader.text('journal-file-intention')}** {_plain(entry.intention)}")
    if entry.outcome:
        parts.append(f"**{reader.text('journal-file-outcome')}** {_plain(entry.outcome)}")
    return "\n" + "\n\n".join(parts) + "\n"


def local_date(language: Language, moment: datetime) -> str:
    """A date as the language writes it in a document."""
    if language == "fi":
        return f"{moment.day}.{moment.month}.{moment.year}"
    return moment.date().isoformat()


def _plain(text: str) -> str:
    """One line that is nothing but text."""
    return _safe(" ".join(text.split()))


def _quote(text: str) -> str:
    # Two spaces keep a line's end where the writer put it.
    lines = (_safe(line.strip()) for line in text.splitlines())
    return "\n".join(f"> {line}  " if line else ">" for line in lines)


def _safe(line: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _INLINE.sub(r"\\\1", line))
