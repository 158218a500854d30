"""The privacy notice, and the question before everything is deleted."""

import discord

from bot.reader import Reader
from bot.ui import CLOSED_COLOUR, Card, button


def notice_card(reader: Reader) -> Card:
    return Card(reader.text("privacy-notice"), colour=CLOSED_COLOUR)


def delete_card(reader: Reader) -> Card:
    return Card(
        reader.text("data-delete-ask"),
        [
            button(
                reader.text("data-delete-confirm"),
                "data.delete",
                style=discord.ButtonStyle.danger,
            )
        ],
        colour=CLOSED_COLOUR,
    )
