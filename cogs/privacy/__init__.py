"""What the bot knows about a member: the notice, the export, the erasure."""

from bot.app import Vinkki
from cogs.privacy.cog import Privacy


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Privacy(bot))
