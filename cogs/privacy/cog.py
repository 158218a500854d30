"""/privacy and /data: what I know about a member, out or gone."""

import json

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels
from bot.i18n import described, text
from bot.reader import language_of
from bot.router import Feature, Press, answers
from bot.ui import Interaction, TextFile, say, show
from cogs.privacy.ui import delete_card, notice_card
from data import privacy
from data.privacy import Leftover


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
        found = await privacy.export(self.bot.store, reader.guild_id, reader.user_id)
        file = TextFile(json.dumps(found, ensure_ascii=False, indent=2), "vinkki.json")
        await interaction.followup.send(reader.text("data-exported"), file=file, ephemeral=True)

    @data.command(name="delete", description=described("command-data-delete"))
    async def delete(self, interaction: Interaction) -> None:
        await show(interaction, delete_card(await self.bot.reader(interaction)))

    @answers("data.delete")
    async def delete_confirmed(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        await privacy.erase(self.bot.store, reader.guild_id, reader.user_id)
        left = await self._take_out(await privacy.leftovers(self.bot.store, reader.guild_id))
        for redraw in self.bot.after_erasure:
            left += await redraw(reader.guild)
        await say(interaction, reader.text("data-deleted-some-stay" if left else "data-deleted"))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Go on with what an earlier erasure could not take out of Discord."""
        await self._take_out(await privacy.leftovers(self.bot.store))

    async def _take_out(self, leftovers: list[Leftover]) -> int:
        """Delete messages and take names off threads; returns how many Discord kept."""
        kept = 0
        for leftover in leftovers:
            where = (leftover.guild_id, leftover.channel_id, leftover.message_id)
            if leftover.message_id:
                gone = await channels.delete_message(self.bot, *where)
            else:
                gone = await self._take_name_off(leftover)
            if gone:
                await privacy.taken_out(self.bot.store, leftover)
            kept += not gone
        return kept

    async def _take_name_off(self, leftover: Leftover) -> bool:
        """The thread's name was the question. False when Discord kept it."""
        guild = self.bot.get_guild(leftover.guild_id)
        if guild is None:
            return False
        name = text(await language_of(self.bot.store, guild), "question-erased")
        try:
            thread = await guild.fetch_channel(leftover.channel_id)
            if isinstance(thread, discord.Thread):
                await thread.edit(archived=False, name=name)
        except discord.NotFound:
            return True
        except channels.TROUBLE:
            return False
        return True
