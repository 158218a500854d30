"""What waits for a moderator: reports, and what can come back."""

from bot.app import Vinkki
from cogs.review.cog import Review


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Review(bot))
