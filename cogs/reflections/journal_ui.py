"""How the journal looks, and a prompt's card once it is over."""

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot import i18n, links
from bot.channels import jump
from bot.delivery import REFLECT
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import CLOSED_COLOUR, PROMPT_COLOUR, Card, button, page_of, pager, pick_menu
from cogs.reflections import rules
from cogs.reflections.views import ASK
from data.closing import Answers
from data.deliveries import Delivery
from data.journal import Entry, seen_by, written_at

ROOM = 1_150
"""Characters of an entry: three of the longest, and one from a month ago, fit in a card."""
WHOLE = 4_000
"""Characters of one entry by itself; escaped, the longest is a little shorter."""
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
        *(_entry(reader, entry, ROOM) for entry in shown),
        _open_menu(reader, shown),
        pager(page, pages, "journal.page"),
        colour=PROMPT_COLOUR,
    )


def found_card(reader: Reader, words: str, entries: Sequence[Entry], page: int) -> Card:
    """A page of what a search found; its pager keeps the words (90 characters at most)."""
    shown, page, pages = page_of(entries, page, rules.JOURNAL_PAGE)
    return Card(
        reader.text("journal-found", count=len(entries), words=links.one_line(words, 100)),
        *(_entry(reader, entry, ROOM) for entry in shown),
        _open_menu(reader, shown),
        pager(page, pages, "journal.found", kept=words),
        colour=PROMPT_COLOUR,
    )


def entry_card(reader: Reader, entry: Entry, *, changeable: bool) -> Card:
    """One entry whole. It is `changeable` where its prompt can still be answered."""
    which = entry.delivery_id
    edit = [button(reader.text("journal-edit"), REFLECT, which)] if changeable else []
    return Card(
        _entry(reader, entry, WHOLE),
        [
            *edit,
            button(reader.text("reflection-ask"), ASK, which),
            button(reader.text("reflected-take-back"), "reflection.take-back", which),
            button(reader.text("journal-back"), "journal.page", 0),
        ],
        colour=PROMPT_COLOUR,
    )


def _open_menu(reader: Reader, entries: Sequence[Entry]) -> list[ui.Item[Any]]:
    if not entries:
        return []
    # Somebody has one answer to a prompt, so its number names the entry.
    named = [(one.delivery_id, one.prompt_text, one.text) for one in entries]
    return [pick_menu("journal.open", reader.text("journal-open"), named)]


def _a_month_ago(reader: Reader, entry: Entry) -> str:
    text = links.quoted(" ".join(entry.text.split()), GLIMPSE)
    return f"{reader.text('journal-month-ago', when=stamp(written_at(entry), 'D'))}\n{text}"


def _entry(reader: Reader, entry: Entry, room: int) -> str:
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
    left = room - sum(len(line) + 1 for line in (head, *below))
    return "\n".join((head, links.quoted(entry.text, left), *below))


def closed_card(post: Delivery, language: Language, answers: Answers, least: int) -> Card:
    """The prompt without its button.

    That fewer than `least` answered, or answered unseen, looks as if nobody had: it could tell who.
    """
    key = "reflect-closed-few"
    if answers.told(least) >= least:
        key = "reflect-closed-count" if answers.unseen >= least else "reflect-closed-shared"
    thanks = i18n.text(language, key, count=answers.told(least))
    prompt = links.escape(" ".join(post.prompt_text.split()))
    return Card(
        f"{i18n.text(language, 'prompt-head')}\n## {prompt}\n{thanks}", colour=CLOSED_COLOUR
    )
