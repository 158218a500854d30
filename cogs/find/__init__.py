"""Finding tips, questions and answers together."""

from bot.app import Vinkki
from cogs.find.cog import Find


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Find(bot))
