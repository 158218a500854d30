"""/ask and /question: the parts of the feature put together."""

from discord import app_commands

from bot.app import Vinkki
from cogs.questions.closing import Closing
from cogs.questions.find import Finding
from cogs.questions.from_reflections import FromReflections
from cogs.questions.helpers import Helping
from cogs.questions.people import TakingPart
from cogs.questions.posts import Posting
from cogs.questions.settle import Settling
from cogs.questions.unnamed import Unnamed


class Questions(Posting, FromReflections, Settling, Closing, TakingPart, Helping, Finding, Unnamed):
    """Peer questions."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.accept_menu = app_commands.ContextMenu(
            name="Accept answer", callback=self.accept_from_menu
        )
        self.accept_menu.guild_only = True

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.tree.add_command(self.accept_menu)
        self.bot.redraws.append(self.threads.show_stale)

    async def cog_unload(self) -> None:
        self.bot.redraws.remove(self.threads.show_stale)
        self.bot.tree.remove_command(self.accept_menu.name, type=self.accept_menu.type)
        await super().cog_unload()
