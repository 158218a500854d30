"""Takes away what somebody began to ask and left."""

from bot.leftovers import take_out
from bot.rounds import Rounds
from data import question_drafts


class Sweep(Rounds):
    """A round when the oldest draft has waited long enough."""

    async def _pass(self) -> float | None:
        now = self._bot.seconds()
        await question_drafts.sweep(self._bot.store, now)
        await take_out(self._bot)
        following = await question_drafts.next_sweep(self._bot.store)
        return None if following is None else max(following - now, 1)
