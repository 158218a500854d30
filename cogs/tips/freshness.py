"""Looks whether links still open, and for the titles of new ones; only where fetching is on."""

import logging

from bot.app import Vinkki
from bot.rounds import Rounds
from bot.web.fetch import Fetcher
from data import freshness, tips
from data.tips import Tip

AT_ONCE = 10
"""Links looked at in a round, one after the other."""
BREATH = 30
"""Seconds between two rounds when there is more to look at."""
HOUR = 3_600

log = logging.getLogger(__name__)


class Freshness(Rounds):
    """Flags what does not open; nothing is ever deleted for it."""

    def __init__(self, bot: Vinkki, fetcher: Fetcher) -> None:
        super().__init__(bot, "links to look at")
        self.fetcher = fetcher

    def start(self) -> None:
        self.fetcher.open()
        super().start()

    async def stop(self) -> None:
        await super().stop()
        await self.fetcher.close()

    async def _pass(self) -> float:
        now = self._bot.seconds()
        due = await freshness.to_look_at(self._bot.store, now, AT_ONCE)
        guilds = set()
        for tip in due:
            if await self._bot.park(self._look_at(tip), reason="asking a site"):
                guilds.add(tip.guild_id)
        for guild_id in guilds:
            if guild := self._bot.get_guild(guild_id):
                await self._bot.tidy(guild)
        return BREATH if len(due) == AT_ONCE else HOUR

    async def _look_at(self, tip: Tip) -> bool:
        """Returns whether the tip's card has something else to show now."""
        verdict = await self.fetcher.alive(tip.url)
        if not tip.title and verdict == "alive" and (title := await self.fetcher.title(tip.url)):
            await tips.titled(self._bot.store, tip.guild_id, tip.tip_id, title)
        return await freshness.looked_at(self._bot.store, tip, verdict, self._bot.seconds())
