"""How a tip looks to everybody: the card in a channel, and its buttons."""

from typing import Any

import discord

from bot import i18n, links
from bot.i18n import Language
from bot.ui import TIP_COLOUR, Buttons, button
from data.tips import Tip

_MESSAGE = 2_000
_IN_MESSAGE = 1_500
"""Characters of a link that stands in the message itself; a longer one is an embed's."""
_EMBED_TEXT = 1_000
_NOTE_SHOWN = 160
_NOTES_SHOWN = 2


def tip_card(tip: Tip, language: Language) -> dict[str, Any]:
    """The card, as the arguments of a message.

    It is a plain message, so that Discord adds its own preview of the link. Cards of components
    never get one, and embeds are unseen by people who turned previews off.
    """
    if len(tip.url) <= _IN_MESSAGE:
        return {"content": _text(tip, language, tip.url), "embed": None}
    embed = discord.Embed(title=shown_host(tip), url=tip.url, colour=TIP_COLOUR)
    return {"content": _text(tip, language, ""), "embed": embed}


def new_card(tip: Tip, language: Language) -> dict[str, Any]:
    """The card for a message that is not there yet, buttons and all."""
    card = {**tip_card(tip, language), "view": tip_buttons(tip, language)}
    return {name: value for name, value in card.items() if value is not None}


def _text(tip: Tip, language: Language, url: str) -> str:
    head = tip_head(tip, language)
    tail = [i18n.text(language, "tip-tail", sharer=f"<@{tip.sharer_id}>"), *marks(tip, language)]
    added = [
        links.quoted(one.note, _NOTE_SHOWN) + f" – <@{one.user_id}>"
        for one in tip.notes[-_NOTES_SHOWN:]
    ]
    if more := len(tip.notes) - len(added):
        tail.append(i18n.text(language, "tip-more-notes", count=more))
    # Quotes last: not everything that shows Discord's markdown knows where one ends.
    ending = "\n".join(filter(None, [*tail, url, *added]))
    room = _MESSAGE - len(head) - len(ending) - 2
    return "\n".join(filter(None, [head, links.shortened(tip.note, room), ending]))


def tip_head(tip: Tip, language: Language) -> str:
    head = i18n.text(language, "tip-head", host=shown_host(tip), topics=shown_topics(tip))
    return head.rstrip()


def marks(tip: Tip, language: Language) -> list[str]:
    """What is to be known of a tip at a glance, a small line each."""
    keys = {
        "tip-featured": tip.featured_at,
        "tip-outdated": tip.outdated_at,
        "tip-dead": tip.dead_since,
        "tip-from-answer": tip.question_id,
    }
    return [i18n.text(language, key) for key, is_so in keys.items() if is_so]


def tip_buttons(tip: Tip, language: Language) -> Buttons:
    return Buttons(
        button(
            i18n.text(language, "tip-helped", count=tip.thanks),
            "tip.thank",
            tip.tip_id,
            style=discord.ButtonStyle.primary,
        ),
        button(i18n.text(language, "tip-save"), "tip.save", tip.tip_id),
        button(i18n.text(language, "tip-remind"), "tip.remind", tip.tip_id),
        button(i18n.text(language, "tip-more"), "tip.more", tip.tip_id),
    )


def shown_host(tip: Tip) -> str:
    """The bare host; a name longer than any real one is cut."""
    return links.one_line(tip.host, 60)


def shown_topics(tip: Tip) -> str:
    return " ".join(map(links.coded, tip.topics))
