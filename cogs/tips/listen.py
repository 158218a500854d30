"""Links in chat: a mention of the bot shares one, a bookmark under a message offers to."""

import logging
import re

import discord
from discord.ext import commands

from bot import channels, links, mentions
from bot.reader import Reader, reader_of_message
from cogs.tips import rules
from cogs.tips.asked import ByMessage
from cogs.tips.offers import BOOKMARK, offer_card
from cogs.tips.share import Sharing
from data import drafts, link_channels

log = logging.getLogger(__name__)

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


class Listening(Sharing):
    """What members write, as far as Discord shows it to the bot."""

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        if message.guild is None or message.author.bot or message.webhook_id is not None:
            return
        if not isinstance(message.author, discord.Member):
            return
        us = self.bot.user.id if self.bot.user else 0
        try:
            if mentions.mentioned(message.content, us):
                # A question is answered elsewhere.
                if mentions.question_in(message.content, us) is None:
                    await self._shared_by_mention(message, message.author)
            elif self.bot.settings.message_content:
                await self._mark_link(message)
        except channels.TROUBLE as trouble:
            log.info("A message could not be answered: %s", trouble)

    async def _shared_by_mention(self, message: discord.Message, member: discord.Member) -> None:
        reader = await reader_of_message(self.bot.store, member)
        asked = ByMessage(message)
        found = links.links_in(message.content)
        note, chosen = mentions.without_topics(links.without_links(message.content))
        if not found:
            await asked.say(self._why_no_link(reader, message.content))
        elif len(found) == 1 and note:
            await self.share_link(asked, reader, found[0].url, note, chosen)
        else:
            await self._offer(message, reader, tuple(one.url for one in found), note, chosen)

    def _why_no_link(self, reader: Reader, text: str) -> str:
        written = _ADDRESS.search(text)
        refused = links.canonical(written[0]) if written else None
        if isinstance(refused, links.Refusal):
            return reader.text(f"link-{refused}", most=links.LONGEST)
        return reader.text("tip-mention-empty")

    async def _offer(
        self,
        message: discord.Message,
        reader: Reader,
        found: tuple[str, ...],
        note: str,
        chosen: str,
    ) -> None:
        """Reply with a button that opens the form for this person; it goes away by itself."""
        store, now = self.bot.store, self.bot.seconds()
        if await drafts.standing(store, reader.guild_id, reader.user_id, found):
            return
        draft = await drafts.keep(
            store, reader.guild_id, reader.user_id, found, note[: rules.NOTE_LONGEST], chosen, now
        )
        await self.offer(ByMessage(message), draft, offer_card(draft, reader))

    # With the operator's MESSAGE_CONTENT: a bookmark under links in the channels that were named

    async def _mark_link(self, message: discord.Message) -> None:
        channel = message.channel
        if not isinstance(channel, discord.TextChannel | discord.Thread):
            return
        guild_id = channel.guild.id
        named = channel.parent_id if isinstance(channel, discord.Thread) else channel.id
        if not links.links_in(message.content, 1):
            return
        if await link_channels.has(self.bot.store, guild_id, named or 0):
            await message.add_reaction(BOOKMARK)

    @commands.Cog.listener()
    async def on_raw_reaction_add(self, event: discord.RawReactionActionEvent) -> None:
        member = event.member
        if event.guild_id is None or member is None or member.bot or str(event.emoji) != BOOKMARK:
            return
        try:
            await self._offer_marked(event, member)
        except channels.TROUBLE as trouble:
            log.info("A bookmark could not be answered: %s", trouble)

    async def _offer_marked(
        self, event: discord.RawReactionActionEvent, member: discord.Member
    ) -> None:
        where = self.bot.get_partial_messageable(event.channel_id, guild_id=member.guild.id)
        message = await where.fetch_message(event.message_id)
        ours = any(str(one.emoji) == BOOKMARK and one.me for one in message.reactions)
        found = links.links_in(message.content)
        if not ours or not found:
            return
        reader = await reader_of_message(self.bot.store, member)
        note = links.without_links(message.content)
        await self._offer(message, reader, tuple(one.url for one in found), note, "")
