"""Keeps the search's index up to date and in shape, while the bot serves."""

from bot.rounds import Rounds
from data import reindexing, search


class Reindexing(Rounds):
    """Goes on with an upgrade or an erasure cut short; a few times a day it tidies up."""

    async def _pass(self) -> float | None:
        if await search.forgetting(self._bot.store):
            # An erasure that the last process did not bring to its end.
            await search.forget_all(self._bot.store)
            await self._bot.store.empty_log()
        while await reindexing.needed(self._bot.store):
            await reindexing.some(self._bot.store)
        await search.tidy(self._bot.store)
        return None
