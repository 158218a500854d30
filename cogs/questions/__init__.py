"""Peer questions: a form, a thread, an accepted answer."""

from bot.app import Vinkki
from cogs.questions.cog import Questions


async def setup(bot: Vinkki) -> None:
    await bot.add_cog(Questions(bot))
