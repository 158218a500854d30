"""/privacy and /data: what I know about a member, out or gone."""

import json

from discord import app_commands

from bot.i18n import described
from bot.router import Feature, Press, answers
from bot.ui import Interaction, TextFile, say, show
from cogs.privacy.ui import delete_card, notice_card
from data import privacy


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
        authors = await self.bot.secret.authors(self.bot.store, reader.guild_id, reader.user_id)
        found = await privacy.export(self.bot.store, reader.guild_id, reader.user_id, authors)
        file = TextFile(json.dumps(found, ensure_ascii=False, indent=2), "vinkki.json")
        await interaction.followup.send(reader.text("data-exported"), file=file, ephemeral=True)

    @data.command(name="delete", description=described("command-data-delete"))
    async def delete(self, interaction: Interaction) -> None:
        await show(interaction, delete_card(await self.bot.reader(interaction)))

    @answers("data.delete")
    async def delete_confirmed(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        authors = await self.bot.secret.authors(self.bot.store, reader.guild_id, reader.user_id)
        await privacy.erase(self.bot.store, reader.guild_id, reader.user_id, authors)
        left = await self.bot.tidy(reader.guild)
        await say(interaction, reader.text("data-deleted-some-stay" if left else "data-deleted"))
