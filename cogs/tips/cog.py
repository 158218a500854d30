"""/tip: the parts of the feature put together, and what happens in Discord without us."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.app import Vinkki
from bot.links import clean
from bot.web.fetch import Fetcher
from cogs.tips.change import Changing
from cogs.tips.find import Finding
from cogs.tips.freshness import Freshness
from cogs.tips.from_answers import FromAnswers
from cogs.tips.keep import Keeping
from cogs.tips.listen import Listening
from cogs.tips.transfer import Transfer
from data import tips

TITLE_LONGEST = 200


class Tips(Listening, Finding, Keeping, Changing, Transfer, FromAnswers):
    """Link tips."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.save_menu = app_commands.ContextMenu(name="Save as tip", callback=self.save_from_menu)
        self.save_menu.guild_only = True
        self.freshness = Freshness(bot, Fetcher(bot.now)) if bot.settings.fetch_links else None

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.tree.add_command(self.save_menu)
        self.bot.redraws.append(self.cards.show_stale)
        if self.freshness:
            self.bot.rounds.append(self.freshness)

    async def cog_unload(self) -> None:
        if self.freshness:
            self.bot.rounds.remove(self.freshness)
        self.bot.redraws.remove(self.cards.show_stale)
        self.bot.tree.remove_command(self.save_menu.name, type=self.save_menu.type)
        await super().cog_unload()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Go on with what the last process left: cards not drawn."""
        for guild_id in {tip.guild_id for tip in await tips.stale(self.bot.store)}:
            if guild := self.bot.get_guild(guild_id):
                await self.cards.show_stale(guild)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Discord adds its preview to our card a moment later: its title is the page's."""
        author = event.data.get("author", {}).get("id")
        if event.guild_id is None or self.bot.user is None or author != str(self.bot.user.id):
            return
        title = next((one.title for one in event.message.embeds if one.title), None)
        if title is None:
            return
        tip = await tips.by_card(self.bot.store, event.guild_id, event.message_id)
        title = " ".join(clean(title).split())[:TITLE_LONGEST]
        if tip and title and title not in {tip.title, tip.host}:
            await tips.titled(self.bot.store, tip.guild_id, tip.tip_id, title)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """A card that a moderator deletes takes its tip along, out of search and lists."""
        if event.guild_id:
            await self._cards_deleted(event.guild_id, {event.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._cards_deleted(event.guild_id, event.message_ids)

    async def _cards_deleted(self, guild_id: int, message_ids: set[int]) -> None:
        now = self.bot.seconds()
        removed = await tips.card_deleted(self.bot.store, guild_id, message_ids, now)
        guild = self.bot.get_guild(guild_id)
        if removed and guild:
            await self.bot.tidy(guild)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Tips of a channel that everybody could read stay for everybody when it is gone."""
        if channel.permissions_for(channel.guild.default_role).view_channel:
            guild_id = channel.guild.id
            await tips.move_place(self.bot.store, guild_id, channel.id, guild_id)
