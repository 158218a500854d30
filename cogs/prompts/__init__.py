"""Reflection prompts: a pool, a schedule, and what people write."""

from bot.app import Vinkki
from cogs.prompts.cog import Prompts


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Prompts(bot))
