"""Reflections: what a member writes to a prompt, and their journal of it."""

from bot.app import Vinkki
from cogs.reflections.cog import Reflections


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Reflections(bot))
