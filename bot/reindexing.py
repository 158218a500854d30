"""Brings the search up to date after an upgrade, while the bot serves."""

from bot.rounds import Rounds
from data import reindexing


class Reindexing(Rounds):
    """Goes round once after an upgrade, and finds nothing to do ever after."""

    async def _pass(self) -> float | None:
        while await reindexing.needed(self._bot.store):
            await reindexing.some(self._bot.store)
        return None
