"""How somebody asks, and so how they are answered: a form, a button on a card, a message."""

from typing import Any, Protocol

import discord

from bot import ui
from bot.reader import Reader
from bot.ui import QUESTION_COLOUR, Card, Interaction


class Asked(Protocol):
    """What the one door answers through."""

    @property
    def channel(self) -> Any: ...

    async def working(self) -> None:
        """Posting may take longer than Discord waits."""

    async def refuse(self, reader: Reader, sentence: str, typed: str) -> None:
        """Say why not; what they had typed is not lost."""

    async def done(self, sentence: str) -> None:
        """Say where the question is."""


class ByForm:
    """A form: words go to that person alone."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    @property
    def channel(self) -> Any:
        return self.interaction.channel

    async def working(self) -> None:
        await self.interaction.response.defer(ephemeral=True)

    async def refuse(self, reader: Reader, sentence: str, typed: str) -> None:
        if typed:
            sentence = f"{sentence} {reader.text('ask-text-below')}"
        await ui.say(self.interaction, sentence, typed)

    async def done(self, sentence: str) -> None:
        await ui.say(self.interaction, sentence)


class ByButton(ByForm):
    """A button on the card with similar questions, which then says what became of it."""

    async def working(self) -> None:
        await self.interaction.response.defer()

    async def done(self, sentence: str) -> None:
        await self.interaction.edit_original_response(
            view=Card(sentence, colour=QUESTION_COLOUR),
            allowed_mentions=discord.AllowedMentions.none(),
        )


class ByMessage:
    """A mention: the answer is a quiet reply, and what they typed still stands above it."""

    def __init__(self, message: discord.Message) -> None:
        self.message = message

    @property
    def channel(self) -> Any:
        return self.message.channel

    async def working(self) -> None:
        return

    async def refuse(self, reader: Reader, sentence: str, typed: str) -> None:
        await self.message.reply(sentence, silent=True)

    async def done(self, sentence: str) -> None:
        await self.message.reply(sentence, silent=True)

    async def show(self, card: Card) -> discord.Message:
        return await self.message.reply(view=card, silent=True)
