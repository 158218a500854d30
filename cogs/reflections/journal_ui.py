"""How the journal looks, and a prompt's card once it is over."""

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot import i18n, links
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import CLOSED_COLOUR, PROMPT_COLOUR, Card, page_of, pager, pick_menu
from cogs.reflections import rules
from cogs.reflections.views import ASK
from data.deliveries import Delivery
from data.journal import Entry, seen_by, written_at

ROOM = 1_150
"""Characters of an entry: three of the longest, and one from a month ago, fit in a card."""
GLIMPSE = 250
"""Characters of the entry from a month ago."""


def journal_card(
    reader: Reader, entries: Sequence[Entry], page: int, earlier: Entry | None
) -> Card:
    """A page of one's own reflections; the first shows what was written a month ago."""
    shown, page, pages = page_of(entries, page, rules.JOURNAL_PAGE)
    remembered = ""
    if earlier and page == 0 and earlier not in shown:
        remembered = _a_month_ago(reader, earlier)
    return Card(
        reader.text("journal-title", count=len(entries)),
        remembered,
        *(_entry(reader, entry) for entry in shown),
        _ask_menu(reader, shown),
        pager(page, pages, "journal.page"),
        colour=PROMPT_COLOUR,
    )


def found_card(reader: Reader, words: str, entries: Sequence[Entry], page: int) -> Card:
    """A page of what a search found; its pager keeps the words (90 characters at most)."""
    shown, page, pages = page_of(entries, page, rules.JOURNAL_PAGE)
    return Card(
        reader.text("journal-found", count=len(entries), words=links.one_line(words, 100)),
        *(_entry(reader, entry) for entry in shown),
        _ask_menu(reader, shown),
        pager(page, pages, "journal.found", kept=words),
        colour=PROMPT_COLOUR,
    )


def _ask_menu(reader: Reader, shown: Sequence[Entry]) -> list[ui.Item[Any]]:
    """Takes one of these to one's peers: opens the form, and shows nothing to anybody yet."""
    if not shown:
        return []
    named = [(one.delivery_id, one.text, one.prompt_text) for one in shown]
    return [pick_menu(ASK, reader.text("journal-ask"), named)]


def _a_month_ago(reader: Reader, entry: Entry) -> str:
    text = links.quoted(" ".join(entry.text.split()), GLIMPSE)
    return f"{reader.text('journal-month-ago', when=stamp(written_at(entry), 'D'))}\n{text}"


def _entry(reader: Reader, entry: Entry) -> str:
    head = reader.text(
        "journal-entry",
        prompt=links.one_line(entry.prompt_text, 120),
        when=stamp(written_at(entry), "D"),
        audience=reader.text(f"shown-to-{seen_by(entry)}"),
    )
    below = []
    if entry.intention:
        below.append(reader.text("journal-intention", text=links.one_line(entry.intention, 150)))
    if entry.outcome:
        below.append(reader.text("journal-outcome", text=links.one_line(entry.outcome, 150)))
    if entry.channel_id and entry.message_id:
        where = jump(entry.guild_id, entry.channel_id, entry.message_id)
        below.append(reader.text("journal-posted", where=where))
    left = ROOM - sum(len(line) + 1 for line in (head, *below))
    return "\n".join((head, links.quoted(entry.text, left), *below))


def closed_card(post: Delivery, language: Language, people: int, least: int) -> Card:
    """The prompt without its button. A count below `least` could tell who it was, and is hidden."""
    thanks = ""
    if people >= least:
        thanks = i18n.text(language, "reflect-closed-count", count=people)
    elif people:
        thanks = i18n.text(language, "reflect-closed-few")
    prompt = links.escape(" ".join(post.prompt_text.split()))
    head = f"{i18n.text(language, 'prompt-head')}\n## {prompt}"
    return Card(f"{head}\n{thanks}".strip(), colour=CLOSED_COLOUR)
