"""/prompt: the parts of the feature put together."""

from bot.app import Vinkki
from cogs.prompts.days_off import DaysOff
from cogs.prompts.pausing import Pausing
from cogs.prompts.pool import Pool
from cogs.prompts.post import Posting
from cogs.prompts.schedule import Scheduling
from cogs.prompts.starters import Starting
from cogs.prompts.suggest import Suggesting
from cogs.prompts.upkeep import LowPool


class Prompts(Pool, Starting, Suggesting, Scheduling, Pausing, DaysOff, Posting):
    """Reflection prompts."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.low_pool = LowPool(bot)

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.rounds.append(self.low_pool)

    async def cog_unload(self) -> None:
        self.bot.rounds.remove(self.low_pool)
        await super().cog_unload()
