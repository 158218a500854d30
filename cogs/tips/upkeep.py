"""Takes away offers nobody took, and for good what was removed long ago."""

from bot.leftovers import take_out
from bot.rounds import Rounds
from data import drafts, tips


class Upkeep(Rounds):
    """A round now and then, and one when an offer in a channel has stood long enough."""

    async def _pass(self) -> float | None:
        now = self._bot.seconds()
        await tips.purge(self._bot.store, now)
        await drafts.sweep(self._bot.store, now)
        await take_out(self._bot)
        following = await drafts.next_sweep(self._bot.store)
        return None if following is None else max(following - now, 1)
