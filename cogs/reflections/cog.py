"""/reflect and /journal: the parts put together, and what happens in Discord without us."""

from collections.abc import Iterable

import discord
from discord.ext import commands

from cogs.reflections.answer import Answering
from cogs.reflections.closing import Closing
from cogs.reflections.journal import Journal
from cogs.reflections.reminders import Reminding
from data import anonymous, deliveries, reflections


class Reflections(Answering, Journal, Reminding, Closing):
    """Members' own writing."""

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._messages_deleted(event.guild_id, [event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._messages_deleted(event.guild_id, event.message_ids)

    async def _messages_deleted(self, guild_id: int, message_ids: Iterable[int]) -> None:
        await reflections.unposted(self.bot.store, guild_id, message_ids)
        await anonymous.messages_deleted(self.bot.store, guild_id, message_ids)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        await deliveries.thread_deleted(self.bot.store, event.guild_id, event.thread_id)
