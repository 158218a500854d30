"""What a community and a member choose."""

from bot.app import Vinkki
from cogs.settings.cog import SettingsFeature


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(SettingsFeature(bot))
