"""How reflections look: the form, the post in the prompt's thread, the journal."""

from collections.abc import Sequence

from bot import i18n, links
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import PROMPT_COLOUR, Card, Choice, Field, page_of, pager
from cogs.reflections import rules
from data.deliveries import Delivery
from data.reflections import Reflection


def reflection_card(reflection: Reflection, language: Language) -> Card:
    """An open reflection in the prompt's thread. 1,800 characters fit even if all are escaped."""
    writer = i18n.text(language, "reflection-by", writer=f"<@{reflection.user_id}>")
    return Card(f"{writer}\n{links.escape(reflection.text)}", colour=PROMPT_COLOUR)


def reflect_form(
    reader: Reader, delivery: Delivery, earlier: Reflection | None
) -> tuple[str, list[Field | Choice]]:
    offered = rules.audiences(delivery.visibility)
    # A single audience is told in the help text, before the act.
    told = reader.text(f"reflect-help-{offered[0]}" if len(offered) == 1 else "reflect-help-choice")
    parts: list[Field | Choice] = [
        Field(
            "text",
            reader.text("reflect-label"),
            longest=rules.LONGEST,
            help=told,
            value=earlier.text if earlier else "",
            paragraph=True,
        )
    ]
    if len(offered) > 1:
        chosen = earlier.visibility if earlier else offered[0]
        options = tuple((one, reader.text(f"shown-to-{one}"), one == chosen) for one in offered)
        parts.append(Choice("audience", reader.text("reflect-audience"), options))
    return reader.text("reflect-title"), parts


def journal_card(reader: Reader, entries: Sequence[Reflection], page: int, guild_id: int) -> Card:
    """A page of one's own reflections. Three of the longest fit in a card."""
    shown, page, pages = page_of(entries, page, rules.JOURNAL_PAGE)
    return Card(
        reader.text("journal-title", count=len(entries)),
        *(_journal_entry(reader, entry, guild_id) for entry in shown),
        pager(page, pages, "journal.page"),
        colour=PROMPT_COLOUR,
    )


def _journal_entry(reader: Reader, entry: Reflection, guild_id: int) -> str:
    head = reader.text(
        "journal-entry",
        prompt=links.one_line(entry.prompt_text, 150),
        when=stamp(entry.written_at, "D"),
        audience=reader.text(f"shown-to-{entry.visibility}"),
    )
    text = links.quoted(entry.text, 850)
    if entry.channel_id and entry.message_id:
        where = jump(guild_id, entry.channel_id, entry.message_id)
        text += "\n" + reader.text("journal-posted", where=where)
    return f"{head}\n{text}"
