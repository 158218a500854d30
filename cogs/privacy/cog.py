"""/privacy and /data: what I know about a member, out or gone."""

import json

from discord import app_commands

from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.ui import Interaction, TextFile, say, show
from cogs.privacy.ui import delete_card, notice_card
from data import privacy
from data.anonymous import Authors
from data.question_blocks import Askers


class Privacy(Feature):
    """A member's own data."""

    data = app_commands.Group(name="data", description=described("command-data"), guild_only=True)

    @app_commands.command(name="privacy", description=described("command-privacy"))
    @app_commands.guild_only()
    async def notice(self, interaction: Interaction) -> None:
        await show(interaction, notice_card(await self.bot.reader(interaction)))

    @data.command(name="export", description=described("command-data-export"))
    async def export(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        found = await privacy.export(self.bot.store, *await self._whose(reader))
        file = TextFile(json.dumps(found, ensure_ascii=False, indent=2), "vinkki.json")
        await interaction.followup.send(reader.text("data-exported"), file=file, ephemeral=True)

    @data.command(name="delete", description=described("command-data-delete"))
    async def delete(self, interaction: Interaction) -> None:
        await show(interaction, delete_card(await self.bot.reader(interaction)))

    @answers("data.delete")
    async def delete_confirmed(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        await privacy.erase(self.bot.store, *await self._whose(reader))
        left = await self.bot.tidy(reader.guild)
        await say(interaction, reader.text("data-deleted-some-stay" if left else "data-deleted"))

    async def _whose(self, reader: Reader) -> tuple[int, int, Authors, Askers]:
        """By what everything of a reader is found: their id, and their hashes."""
        who = (reader.guild_id, reader.user_id)
        store, secret = self.bot.store, self.bot.secret
        return *who, await secret.authors(store, *who), await secret.askers(store, *who)
