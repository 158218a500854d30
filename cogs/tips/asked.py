"""How somebody asked to share, and so how they are answered: an interaction, or a message."""

from typing import Any, Protocol

import discord

from bot import ui
from bot.ui import Card, Interaction


class Asked(Protocol):
    """What the one door answers through."""

    @property
    def channel(self) -> Any: ...

    async def working(self) -> None:
        """An answer will follow that only they need to see."""

    async def say(self, sentence: str, typed: str = "") -> None:
        """One sentence; what they had typed, if it could not be taken, is not lost."""

    async def post(self, card: dict[str, Any]) -> discord.abc.Snowflake | None:
        """Put a card right here, for everybody."""


class ByInteraction:
    """A command, a form or a button: words go to that person alone."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    @property
    def channel(self) -> Any:
        return self.interaction.channel

    async def working(self) -> None:
        await self.interaction.response.defer(ephemeral=True)

    async def say(self, sentence: str, typed: str = "") -> None:
        await ui.say(self.interaction, sentence, typed)

    async def show(self, card: Card) -> None:
        await ui.show(self.interaction, card)

    async def post(self, card: dict[str, Any]) -> discord.abc.Snowflake | None:
        if self.interaction.response.is_done():
            # The answer is for one pair of eyes by now, so the card here is a message apart.
            message: discord.abc.Snowflake = await self.channel.send(**card)
            return message
        sent = await self.interaction.response.send_message(**card)
        return discord.Object(sent.message_id) if sent.message_id else None


class ByMessage:
    """A mention: the answer is a quiet reply, and what they typed still stands above it.

    Everybody in the channel reads it, so it says nothing that they do not all know.
    """

    def __init__(self, message: discord.Message) -> None:
        self.message = message

    @property
    def channel(self) -> Any:
        return self.message.channel

    async def working(self) -> None:
        return

    async def say(self, sentence: str, typed: str = "") -> None:
        await self.message.reply(sentence)

    async def post(self, card: dict[str, Any]) -> discord.Message:
        return await self.message.reply(**card)
