"""/privacy and /data: what I know about a member, out or gone."""

import json

import discord
from discord import app_commands

from bot import channels
from bot.i18n import described
from bot.reader import Reader
from bot.ui import Feature, Interaction, Press, TextFile, answers, say, show
from cogs.privacy.ui import delete_card, notice_card
from data import privacy
from data.privacy import Erased


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
        text = json.dumps(found, ensure_ascii=False, indent=2)
        file = TextFile(text, "vinkki.json")
        await interaction.followup.send(reader.text("data-exported"), file=file, ephemeral=True)

    @data.command(name="delete", description=described("command-data-delete"))
    async def delete(self, interaction: Interaction) -> None:
        await show(interaction, delete_card(await self.bot.reader(interaction)))

    @answers("data.delete")
    async def delete_confirmed(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        erased = await privacy.erase(self.bot.store, reader.guild_id, reader.user_id)
        left = await self._erase_in_discord(reader, erased)
        self.bot.dispatch("erased", reader.guild_id, erased)
        key = "data-deleted" if not left else "data-deleted-some-stay"
        await say(interaction, reader.text(key, count=left))

    async def _erase_in_discord(self, reader: Reader, erased: Erased) -> int:
        """Delete what stands in channels; returns how many things Discord kept."""
        left = 0
        for channel_id, message_id in (*erased.messages, *erased.cards):
            gone = await channels.delete_message(self.bot, reader.guild_id, channel_id, message_id)
            left += not gone
        for thread_id in erased.threads:
            left += not await self._take_name_off(reader, thread_id)
        return left

    async def _take_name_off(self, reader: Reader, thread_id: int) -> bool:
        """The thread's name was the question. False when Discord kept it."""
        try:
            thread = reader.guild.get_thread(thread_id)
            channel = thread or await reader.guild.fetch_channel(thread_id)
            if isinstance(channel, discord.Thread):
                await channel.edit(name=reader.public("question-erased"))
        except discord.NotFound:
            return True
        except discord.HTTPException:
            return False
        return True
