"""How a prompt looks where it is posted."""

import discord

from bot import i18n, links
from bot.delivery import REFLECT
from bot.i18n import Language
from bot.ui import PROMPT_COLOUR, Card, button
from data.deliveries import Delivery


def prompt_card(delivery: Delivery, language: Language) -> Card:
    return Card(
        f"{i18n.text(language, 'prompt-head')}\n## {links.escape(_flat(delivery.prompt_text))}\n"
        f"{i18n.text(language, f'prompt-audience-{delivery.visibility}')}",
        [
            button(
                i18n.text(language, "prompt-reflect"),
                REFLECT,
                delivery.delivery_id,
                style=discord.ButtonStyle.primary,
            ),
            button(i18n.text(language, "prompt-suggest"), "prompt.suggest"),
        ],
        colour=PROMPT_COLOUR,
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
