"""What is kept of a community that removed the bot: kept for a while, then deleted."""

import logging

import discord

from bot.rounds import Rounds
from data import departures

KEPT = 30 * 86_400
"""Seconds from the removal until its data is deleted. Coming back within them changes nothing."""

log = logging.getLogger(__name__)


class Departures(Rounds):
    """An outage is no removal: only what Discord says counts, or its whole list at a start."""

    async def compare(self) -> None:
        """After READY, when Discord has listed every community the bot is in."""
        here = {guild.id for guild in self._bot.guilds}
        # An empty list would rather be a mistake than that everybody has gone.
        if here:
            await departures.compare(self._bot.store, here, self._bot.seconds())
            self.wake()

    async def left(self, guild: discord.Guild) -> None:
        await departures.left(self._bot.store, guild.id, self._bot.seconds())
        self.wake()

    async def back(self, guild: discord.Guild) -> None:
        await departures.back(self._bot.store, guild.id)

    async def _pass(self) -> float | None:
        store, now = self._bot.store, self._bot.seconds()
        tables = await departures.tables(store)
        for guild_id in await departures.due(store, now - KEPT):
            if self._bot.get_guild(guild_id) is not None:
                await departures.back(store, guild_id)
                continue
            while await departures.forget_some(store, guild_id, tables):
                pass
            log.info("Deleted what was kept of a community that removed the bot")
            await store.empty_log()
        first = await departures.next_left(store)
        return None if first is None else max(first + KEPT - now, 1)
