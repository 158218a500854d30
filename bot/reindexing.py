"""Keeps the search's index up to date and in shape, while the bot serves."""

from bot.rounds import Rounds
from data import indexing, reindexing


class Reindexing(Rounds):
    """Goes on with an upgrade or an erasure cut short; a few times a day it tidies up."""

    async def _pass(self) -> float | None:
        if await indexing.forgetting(self._bot.store):
            # An erasure that the last process did not bring to its end.
            await indexing.forget_all(self._bot.store)
            await self._bot.store.empty_log()
        while await reindexing.needed(self._bot.store):
            await reindexing.some(self._bot.store)
        await indexing.tidy(self._bot.store)
        return None
