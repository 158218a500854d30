"""Where a tip's card stands in Discord: posting it, and keeping its count of thanks."""

import logging
from typing import Any

import discord

from bot import channels
from bot.app import Vinkki
from bot.i18n import Language
from bot.reader import Reader
from bot.ui import Interaction, say
from cogs.tips.ui import shown_host, tip_buttons, tip_message
from data import tips
from data.tips import Tip

log = logging.getLogger(__name__)


class Cards:
    """Keeps cards and the store in step."""

    def __init__(self, bot: Vinkki) -> None:
        self.bot = bot

    async def post(
        self, interaction: Interaction, reader: Reader, tip: Tip, *, cautious: bool
    ) -> None:
        """Put the card in the tips channel; where there is none, answer with it right here."""
        notes = [reader.text("tip-cautious", host=shown_host(tip))] if cautious else []
        channel_id = reader.community.tips_channel_id
        channel = reader.guild.get_channel(channel_id) if channel_id else None
        if isinstance(channel, discord.TextChannel) and not channels.missing(
            channel, channels.TO_POST
        ):
            await interaction.response.defer(ephemeral=True)
            where = await self._send(channel, tip, reader)
            if where is None:
                # The answer is for one pair of eyes by now, so the card here is a message apart.
                where = await self._send(interaction.channel, tip, reader)
                if where:
                    key = "tip-channel-trouble"
                    notes.insert(0, reader.text(key, channel=channel.mention))
            key = "tip-shared" if where else "tip-not-posted"
            await say(interaction, "\n".join([reader.text(key, where=where or ""), *notes]))
            return
        if channel_id:
            notes.insert(0, reader.text("tip-channel-trouble", channel=f"<#{channel_id}>"))
        sent = await interaction.response.send_message(
            tip_message(tip, reader.public_language), view=tip_buttons(tip, reader.public_language)
        )
        if sent.message_id and interaction.channel_id:
            place_id = channels.place_of(interaction.channel)
            await self._posted(tip, interaction.channel_id, sent.message_id, place_id)
        if notes:
            await say(interaction, "\n".join(notes))

    async def show_thanks(self, tip: Tip, language: Language) -> None:
        """Bring the count on the card in step, after thanks that were given elsewhere."""
        if tip.channel_id is None or tip.message_id is None:
            return
        where = (tip.guild_id, tip.channel_id, tip.message_id)
        try:
            await channels.redraw_message(self.bot, *where, tip_buttons(tip, language))
        except channels.TROUBLE as trouble:
            log.info("The card of tip %d could not be redrawn: %s", tip.tip_id, trouble)

    async def _send(self, channel: Any, tip: Tip, reader: Reader) -> str | None:
        """Post the card as a message; returns where it is, None when Discord refused."""
        language = reader.public_language
        try:
            message = await channel.send(
                tip_message(tip, language), view=tip_buttons(tip, language)
            )
        except channels.TROUBLE as trouble:
            log.warning("Tip %d could not be posted: %s", tip.tip_id, trouble)
            return None
        await self._posted(tip, channel.id, message.id, channels.place_of(channel))
        return channels.jump(reader.guild_id, channel.id, message.id)

    async def _posted(
        self, tip: Tip, channel_id: int, message_id: int, place_id: int | None
    ) -> None:
        kept = await tips.posted(
            self.bot.store, tip.guild_id, tip.tip_id, channel_id, message_id, place_id
        )
        if not kept:
            # Removed in the same moment: the card goes too.
            await channels.delete_message(self.bot, tip.guild_id, channel_id, message_id)
