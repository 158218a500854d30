"""Offers to share a link: after a mention without a note, a menu, or a pressed bookmark."""

from typing import Any

import discord
from discord import ui

from bot.reader import Reader
from bot.ui import TIP_COLOUR, Card, button, component_id
from data.drafts import Draft

BOOKMARK = "🔖"


def offer_card(draft: Draft, reader: Reader) -> Card:
    """A button for one link, a menu for several; both open the form."""
    if len(draft.links) == 1:
        label = reader.text("tip-offer-button")
        style = discord.ButtonStyle.primary
        return Card(
            reader.text("tip-offer", member=f"<@{draft.user_id}>"),
            [button(label, "tip.draft", draft.draft_id, style=style)],
            colour=TIP_COLOUR,
        )
    options = [
        discord.SelectOption(value=str(place), label=_short(link))
        for place, link in enumerate(draft.links[:25])
    ]
    menu: ui.Select[Any] = ui.Select(
        custom_id=component_id("tip.draft", draft.draft_id),
        placeholder=reader.text("tip-offer-menu"),
        options=options,
    )
    heading = reader.text("tip-offer-several", member=f"<@{draft.user_id}>")
    return Card(heading, [menu], colour=TIP_COLOUR)


def _short(link: str) -> str:
    plain = link.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return plain if len(plain) <= 100 else plain[:99] + "…"
