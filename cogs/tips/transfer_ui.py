"""How imports and exports look: what an import would do, how far it is, how it ended."""

import csv
import io
from collections.abc import Sequence
from typing import Any, get_args

import discord
from discord import ui

from bot import links
from bot.i18n import Language, text
from bot.reader import Reader
from bot.ui import TIP_COLOUR, Buttons, Card, button
from cogs.tips.formats.reading import Unreadable
from cogs.tips.formats.rows import Bad
from cogs.tips.formats.writing import guarded
from cogs.tips.transfer_out import Format
from cogs.tips.transfer_rows import Reading
from data.imports import MOST_LIVE, Forecast, Import, NewRow
from data.tip_lists import List

_GLIMPSE = 3
_TITLE = 80

UNREADABLE = {
    Unreadable.EMPTY: "import-empty",
    Unreadable.TOO_LARGE: "import-too-large",
    Unreadable.NOT_TEXT: "import-not-text",
    Unreadable.NO_LINKS: "import-no-links",
    Unreadable.TOO_MANY: "import-too-many",
}
_BAD = {
    "no-link": "import-bad-no-link",
    "too-long-row": "import-bad-too-long",
    "unfinished": "import-bad-unfinished",
}
FORMATS: dict[Format, str] = {
    "bookmarks": "export-bookmarks",
    "csv": "export-csv",
    "json": "export-json",
    "atom": "export-atom",
}


def ready_card(reader: Reader, one: Import, found: Reading, seen: Forecast) -> Card:
    """What an import would do, and the buttons that let it."""
    count = min(seen.new, seen.room)
    place = (
        reader.text("import-for-everybody")
        if one.place_id == reader.guild_id
        else reader.text("import-for-channel", channel=f"<#{one.place_id}>")
    )
    if not count:
        heading = "" if seen.new else reader.text("import-nothing-new")
        return said_card("\n".join(filter(None, [heading, _facts(reader, found, seen)])))
    heading = reader.text("import-ready", count=count)
    glimpse = [reader.text("import-glimpse"), *map(_named, found.rows[:_GLIMPSE])]
    return Card(
        "\n".join(filter(None, [heading, place, _facts(reader, found, seen)])),
        "\n".join(glimpse),
        [
            button(
                reader.text("import-start", count=count),
                "import.start",
                one.import_id,
                style=discord.ButtonStyle.primary,
            ),
            button(reader.text("import-cancel"), "import.cancel", one.import_id),
        ],
        colour=TIP_COLOUR,
    )


def _facts(reader: Reader, found: Reading, seen: Forecast) -> str:
    counted = {
        "import-known": seen.known,
        "import-repeats": found.repeats,
        "import-unread": len(found.bad),
        "import-no-room": max(0, seen.new - seen.room),
    }
    return " ".join(
        reader.text(key, count=count, most=MOST_LIVE) for key, count in counted.items() if count
    )


def _named(row: NewRow) -> str:
    """A title says little without its site, which is shown bare."""
    name = links.one_line(row.title, _TITLE)
    return "- " + " · ".join(filter(None, [name, links.one_line(row.host, 60)]))


def bad_rows(bad: Sequence[Bad], language: Language) -> str:
    """A table of what could not be read; semicolons, which Excel takes for columns in Finland."""
    file = io.StringIO(newline="")
    # Without the mark Excel reads ä as two letters.
    file.write("\ufeff")
    table = csv.writer(file, delimiter=";")
    table.writerow(text(language, "import-bad-header").split(";"))
    for one in bad:
        reason = (
            text(language, _BAD[one.reason])
            if one.reason in _BAD
            else text(language, f"link-{one.reason}", most=links.LONGEST)
        )
        table.writerow([one.line, reason, guarded(one.text)])
    return file.getvalue()


def hearing_card(reader: Reader, channel_id: int, messages: int) -> Card:
    """A channel is being read."""
    key = "import-hearing"
    return Card(reader.text(key, channel=f"<#{channel_id}>", count=messages), colour=TIP_COLOUR)


def said_card(sentence: str) -> Card:
    """A sentence in place of a card: what began as components stays components."""
    return Card(sentence, colour=TIP_COLOUR)


def progress_card(one: Import, language: Language) -> Card:
    if one.state == "undone":
        key, done, total = "import-undoing", one.known, one.added
    else:
        key, done, total = "import-running", one.added + one.known, one.total
    return said_card(text(language, key, done=done, total=total))


def done_text(one: Import) -> tuple[str, dict[str, int]]:
    """The text that tells how an import ended, and its values."""
    return "import-done", {
        "added": one.added,
        "known": one.known,
        "unfit": one.total - one.added - one.known,
        "most": MOST_LIVE,
    }


def undone_text(one: Import, kept: int) -> tuple[str, dict[str, int]]:
    """The same for an import that was taken back."""
    return "import-undone", {"count": one.known, "kept": kept}


def undo_buttons(one: Import, language: Language) -> list[ui.Button[Any]]:
    """None when there is nothing to take back."""
    if one.state != "done" or not one.added:
        return []
    return [button(text(language, "import-undo"), "import.undo", one.import_id)]


def ended_card(one: Import, told: tuple[str, dict[str, int]], language: Language) -> Card:
    return Card(text(language, told[0], **told[1]), undo_buttons(one, language), colour=TIP_COLOUR)


def format_buttons(reader: Reader, of: List) -> Buttons:
    return Buttons(
        *(
            button(reader.text(FORMATS[kind]), "tip.export-as", of, kind)
            for kind in get_args(Format)
        )
    )
