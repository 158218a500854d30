"""Where a tip's card stands in Discord: posting it, and keeping it as the tip is."""

import logging
from typing import Any

import discord

from bot import channels
from bot.app import Vinkki
from bot.i18n import Language
from bot.reader import Reader, language_of
from cogs.tips.asked import Asked
from cogs.tips.ui import new_card, tip_buttons, tip_card
from data import communities, tips
from data.tips import Tip

log = logging.getLogger(__name__)


class Cards:
    """Keeps cards and the store in step."""

    def __init__(self, bot: Vinkki) -> None:
        self.bot = bot

    def tips_channel(self, reader: Reader) -> discord.TextChannel | None:
        """The channel tips go to, if one is set and the bot may post there."""
        channel = reader.guild.get_channel(reader.community.tips_channel_id or 0)
        if isinstance(channel, discord.TextChannel) and not channels.missing(
            channel, channels.TO_POST
        ):
            return channel
        return None

    async def post(self, asked: Asked, reader: Reader, tip: Tip) -> str | None:
        """Put the card in the tips channel; where there is none, answer with it right here.

        Returns what is still to be told to the person; None when the card itself is the answer.
        """
        wanted = reader.community.tips_channel_id
        refused = reader.text("tip-channel-trouble", channel=f"<#{wanted}>") if wanted else None
        channel = self.tips_channel(reader)
        if channel:
            await asked.working()
            where = await self._send(channel, tip, reader.public_language)
            if where:
                return reader.text("tip-shared", where=where)
        try:
            message = await asked.post(new_card(tip, reader.public_language))
        except channels.TROUBLE as trouble:
            if not channel:
                raise
            log.warning("Tip %d could not be posted: %s", tip.tip_id, trouble)
            return reader.text("tip-not-posted")
        if message:
            await self._posted(tip, asked.channel, message.id)
            if channel:
                where = channels.jump(tip.guild_id, asked.channel.id, message.id)
                return "\n".join(filter(None, [refused, reader.text("tip-shared", where=where)]))
        return refused

    async def post_again(self, tip: Tip, guild: discord.Guild) -> bool:
        """Put the card of a tip that came back where it stood, or where tips go now."""
        community = await communities.get(self.bot.store, guild.id)
        language = await language_of(self.bot.store, guild)
        for channel_id in (tip.channel_id, community.tips_channel_id):
            channel = guild.get_channel_or_thread(channel_id or 0)
            if channel and await self._send(channel, tip, language):
                return True
        return False

    async def show_thanks(self, tip: Tip, language: Language) -> None:
        """Bring the count on the card in step, after thanks that were given elsewhere."""
        if tip.channel_id is None or tip.message_id is None:
            return
        where = (tip.guild_id, tip.channel_id, tip.message_id)
        try:
            await channels.redraw_message(self.bot, *where, tip_buttons(tip, language))
        except channels.TROUBLE as trouble:
            log.info("The card of tip %d could not be redrawn: %s", tip.tip_id, trouble)

    async def show_stale(self, guild: discord.Guild) -> int:
        """Draw every card that does not show its tip as it is; returns how many stay so."""
        kept = 0
        for tip in await tips.stale(self.bot.store, guild.id):
            kept += not await self._draw(tip, await language_of(self.bot.store, guild))
        return kept

    async def _draw(self, tip: Tip, language: Language) -> bool:
        if tip.channel_id and tip.message_id:
            where = (tip.guild_id, tip.channel_id, tip.message_id)
            try:
                card = tip_card(tip, language)
                buttons = tip_buttons(tip, language)
                await channels.redraw_message(self.bot, *where, buttons, **card)
            except discord.NotFound:
                log.info("The card of tip %d is gone", tip.tip_id)
            except channels.TROUBLE as trouble:
                log.info("The card of tip %d stays: %s", tip.tip_id, trouble)
                return False
        await tips.drawn(self.bot.store, tip)
        return True

    async def _send(self, channel: Any, tip: Tip, language: Language) -> str | None:
        """Post the card as a message; returns where it is, None when Discord refused."""
        try:
            message = await channel.send(**new_card(tip, language))
        except channels.TROUBLE as trouble:
            log.warning("Tip %d could not be posted: %s", tip.tip_id, trouble)
            return None
        await self._posted(tip, channel, message.id)
        return channels.jump(tip.guild_id, channel.id, message.id)

    async def _posted(self, tip: Tip, channel: Any, message_id: int) -> None:
        kept = await tips.posted(
            self.bot.store,
            tip.guild_id,
            tip.tip_id,
            channel.id,
            message_id,
            channels.place_of(channel),
        )
        if not kept:
            # Removed in the same moment: the card goes too.
            await channels.delete_message(self.bot, tip.guild_id, channel.id, message_id)
