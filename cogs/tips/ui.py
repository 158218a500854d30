"""How tips look: the card in the channel, the full view, lists, the form."""

from collections.abc import Sequence

import discord

from bot import i18n, links, topics
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import TIP_COLOUR, Buttons, Card, Choice, Field, button, pager
from cogs.tips.rules import NOTE_LONGEST
from data.tips import Tip

_MESSAGE = 2_000
LINK_IN_LINE = 220


def tip_message(tip: Tip, language: Language) -> str:
    """The card's text. It is a plain message, so that Discord adds its own preview of the link.

    Cards of components never get one, and embeds are unseen by people who turned previews off.
    """
    head = i18n.text(language, "tip-head", host=shown_host(tip), topics=_topics(tip))
    tail = i18n.text(language, "tip-tail", sharer=f"<@{tip.sharer_id}>")
    room = _MESSAGE - len(head) - len(tail) - len(tip.url) - 4
    return f"{head}\n{links.shortened(tip.note, room)}\n{tail}\n{tip.url}"


def tip_buttons(tip: Tip, language: Language) -> Buttons:
    label = i18n.text(language, "tip-helped", count=tip.thanks)
    return Buttons(
        button(label, "tip.thank", tip.tip_id, style=discord.ButtonStyle.primary),
    )


def shown_host(tip: Tip) -> str:
    """The bare host; a name longer than any real one is cut."""
    return links.one_line(tip.host, 60)


def _topics(tip: Tip) -> str:
    return " ".join(map(links.coded, tip.topics))


def tip_view(
    tip: Tip, reader: Reader, *, removable: bool, above: str = "", below: str = ""
) -> Card:
    """One tip with its whole note, for one reader: `above` a heading, `below` what they had typed.

    `above` is ready to show, `below` is not.
    """
    # 4,000 characters in all: what the link leaves is shared by the note and what stands below.
    room = (3_500 - len(tip.url)) // 2
    lines = [above, reader.text("tip-head", host=shown_host(tip), topics=_topics(tip))]
    if tip.note:
        lines.append(links.shortened(tip.note, room))
    lines.append(
        reader.text("tip-by", sharer=f"<@{tip.sharer_id}>", when=stamp(tip.shared_at, "R"))
    )
    lines.append(tip.url)
    if tip.channel_id and tip.message_id:
        where = jump(tip.guild_id, tip.channel_id, tip.message_id)
        lines.append(reader.text("tip-card-at", where=where))
    if below:
        lines += [reader.text("tip-your-note"), links.quoted(below, room)]
    row = [
        button(
            reader.text("tip-helped", count=tip.thanks),
            "tip.thank-here",
            tip.tip_id,
            style=discord.ButtonStyle.primary,
        )
    ]
    if removable:
        row.append(button(reader.text("button-remove"), "tip.remove", tip.tip_id))
    return Card("\n".join(filter(None, lines)), row, colour=TIP_COLOUR)


def list_card(
    reader: Reader,
    heading: str,
    tips: Sequence[Tip],
    page: int,
    pages: int,
    *args: str | int,
    kept: str = "",
) -> Card:
    lines = [_line(tip, reader) for tip in tips]
    return Card(
        heading,
        "\n".join(lines),
        pager(page, pages, "tip.page", *args, kept=kept),
        colour=TIP_COLOUR,
    )


def _line(tip: Tip, reader: Reader) -> str:
    # Ten lines share 4,000 characters: a very long link is reached through its card.
    host = shown_host(tip)
    if len(linked := links.masked(host, tip.url)) <= LINK_IN_LINE:
        host = linked
    elif tip.channel_id and tip.message_id:
        host = links.masked(host, jump(tip.guild_id, tip.channel_id, tip.message_id))
    note = links.one_line(tip.note, 120)
    return reader.text("tip-line", host=host, note=note, count=tip.thanks)


def share_form(
    reader: Reader, link: str = "", topics_typed: str = ""
) -> tuple[str, list[Field | Choice]]:
    """The form that asks why a link helps: its title and fields."""
    return reader.text("tip-form-title"), [
        Field("link", reader.text("tip-form-link"), longest=links.LONGEST, value=link),
        Field(
            "note",
            reader.text("tip-form-note"),
            longest=NOTE_LONGEST,
            help=reader.text("tip-form-note-help"),
            paragraph=True,
        ),
        Field(
            "topics",
            reader.text("tip-form-topics"),
            longest=200,
            help=reader.text("tip-form-topics-help", most=topics.MOST),
            value=topics_typed[:200],
            required=False,
        ),
    ]
