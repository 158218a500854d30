"""Link tips: a link, why it helps, and whom it helped."""

from bot.app import Vinkki
from cogs.tips.cog import Tips


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Tips(bot))
