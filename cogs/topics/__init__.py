"""Topics: members follow them, moderators put them in order."""

from bot.app import Vinkki
from cogs.topics.cog import Topics


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Topics(bot))
