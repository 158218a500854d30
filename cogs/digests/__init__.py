"""Digests: what is new, posted every week or told to one member."""

from bot.app import Vinkki
from cogs.digests.cog import Digests


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Digests(bot))
