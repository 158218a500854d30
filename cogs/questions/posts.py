"""Questions that members write themselves: a mention that asks, a new post in the forum."""

import logging
from collections.abc import Coroutine
from typing import Any

import discord
from discord.ext import commands
from discord.utils import snowflake_time, time_snowflake

from bot import channels, links, mentions, topics
from bot.i18n import Language, text
from bot.reader import language_of, public_language, reader_of_message
from bot.router import Press, answers
from bot.ui import Interaction, component_id, component_ids, tell
from cogs.questions import rules
from cogs.questions.ask import Asking
from cogs.questions.asked import ByMessage
from cogs.questions.similar_ui import post_card
from data import communities, question_drafts, question_states, questions
from data.communities import Community
from data.question_drafts import Wording
from data.questions import New, Question

log = logging.getLogger(__name__)

_BEGINNING = 50
"""Messages at the beginning of a post among which ours are looked for."""


class Posting(Asking):
    """What members write, as far as Discord shows it to the bot."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self._from = self.bot.seconds()

    @commands.Cog.listener("on_message")
    async def heard(self, message: discord.Message) -> None:
        member, us = message.author, self.bot.user
        if not isinstance(member, discord.Member) or member.bot or message.webhook_id or not us:
            return
        try:
            if await self._begun(message):
                return
            if asked := mentions.question_in(message.content, us.id):
                await self._asked_by_mention(message, member, asked)
        except channels.TROUBLE as trouble:
            log.info("A message could not be answered: %s", trouble)

    async def _asked_by_mention(
        self, message: discord.Message, member: discord.Member, asked: str
    ) -> None:
        reader = await reader_of_message(self.bot.store, member)
        words, chosen = mentions.without_topics(asked)
        title, details = rules.title_and_details(links.clean(words))
        wording = Wording(title, details, topics.read(chosen))
        await self.ask_for(ByMessage(message), reader, wording)

    # A post in the questions forum

    async def _begun(self, message: discord.Message) -> bool:
        """Whether the message begins a post in the questions forum; then it is a question now."""
        thread = message.channel
        if not isinstance(thread, discord.Thread) or thread.owner_id != message.author.id:
            return False
        community = await communities.get(self.bot.store, thread.guild.id)
        if thread.parent_id != community.questions_channel_id or message.is_system():
            return False
        # A post has the number of its first message. One whose first message was never shown to
        # us is known by being newer than all that were looked at.
        newest = community.last_post_id
        if message.id != thread.id and (newest is None or thread.id <= newest):
            return False
        if not isinstance(thread.parent, discord.ForumChannel):
            return False
        await self._track(community, thread, message.author.id, message.content, self.bot.seconds())
        return True

    async def _track(
        self, community: Community, thread: discord.Thread, asker_id: int, written: str, at: int
    ) -> None:
        """Make a question of a post, with our card in it."""
        guild, language = thread.guild, public_language(community, thread.guild)
        hours = community.nudge_hours
        new = New(
            asker_id=asker_id,
            title=" ".join(links.clean(thread.name).split())[: rules.TITLE_LONGEST] or "?",
            details=links.clean(written)[: rules.DETAILS_LONGEST],
            topics=_topics(thread),
            at=at,
            nudge_at=at + hours * rules.HOUR if hours else None,
            by_hand=(thread.parent_id, thread.id),
        )
        added = await questions.add(self.bot.store, guild.id, new)
        await communities.post_seen(self.bot.store, guild.id, thread.id)
        if isinstance(added, Question):
            self.bot.dispatch("questions_waiting")
            await self._furnish(guild, thread, added, language)
        elif added != "known":
            key = "post-quota-own" if added == "by member" else "post-quota-all"
            await thread.send(text(language, key), silent=True)

    async def _furnish(
        self, guild: discord.Guild, thread: discord.Thread, question: Question, language: Language
    ) -> None:
        """Our card, and what was asked before, as far as everybody who reads the forum sees it."""
        await self.threads.card_post(guild, question)
        places = await questions.places(self.bot.store, guild.id)
        seen = channels.open_in(guild, thread.parent_id, places)
        found = await self.similar_to(guild.id, question.title, seen, question.question_id)
        if found:
            await thread.send(view=post_card(question, found, language), silent=True)
            await question_drafts.count(self.bot.store, guild.id, "shown")

    @answers("question.same")
    async def same_pressed(self, interaction: Interaction, press: Press) -> None:
        """An earlier question solved it: the post is closed as asked before."""
        pressed = await self.pressed(interaction, press, "close")
        if pressed is None:
            return
        reader, question = pressed
        original = await self._original(reader.guild_id, press.number(1))
        if (
            original is None
            or original.question_id == question.question_id
            or original.closed_why == "moderator"
            or not channels.may_read(reader.member, original.channel_id)
        ):
            await tell(interaction, "question-gone", reader.language)
            return
        if not await question_states.close(
            self.bot.store,
            question,
            "duplicate",
            reader.user_id,
            at=self.bot.seconds(),
            duplicate_of=original.question_id,
        ):
            await tell(interaction, "question-changed", reader.language)
            return
        self.bot.notices.wake()
        if self.asked_by(question, reader.user_id):
            await question_drafts.same(self.bot.store, question, original, self.bot.seconds())
        await interaction.response.defer()
        await interaction.delete_original_response()
        # The original's card counts its new followers, and other duplicates name another original.
        await self.bot.tidy(reader.guild)
        await self.threads.show_state(reader.guild, question.question_id)

    async def _original(self, guild_id: int, question_id: int) -> Question | None:
        """The question, or where it goes on when it was closed as asked before."""
        met: set[int] = set()
        question = await questions.get(self.bot.store, guild_id, question_id)
        while question and question.duplicate_of and question.question_id not in met:
            met.add(question.question_id)
            question = await questions.get(self.bot.store, guild_id, question.duplicate_of)
        return question

    @answers("question.dismiss")
    async def dismiss_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question and not self.may_settle(reader, question):
            await tell(interaction, "accept-not-asker", reader.language)
            return
        await interaction.response.defer()
        await interaction.delete_original_response()
        if question:
            await question_drafts.count(self.bot.store, reader.guild_id, "asked")

    # What was posted while nobody looked

    @commands.Cog.listener("on_ready")
    async def look_back(self) -> None:
        for question in await questions.uncarded(self.bot.store):
            guild = self.bot.get_guild(question.guild_id)
            if guild and question.asked_at <= self._from:
                await self._or_wait(self._go_on(guild, question))
        for guild in self.bot.guilds:
            await self._look_for_posts(guild)

    @commands.Cog.listener("on_guild_available")
    async def look_for_posts(self, guild: discord.Guild) -> None:
        """It was away, and so were we for it."""
        await self._look_for_posts(guild)

    async def _look_for_posts(self, guild: discord.Guild) -> None:
        community = await communities.get(self.bot.store, guild.id)
        forum = guild.get_channel(community.questions_channel_id or 0)
        if not isinstance(forum, discord.ForumChannel):
            return
        if community.last_post_id is None:
            now = time_snowflake(self.bot.now())
            await communities.post_seen(self.bot.store, guild.id, now)
            return
        for thread in sorted(forum.threads, key=lambda one: one.id):
            if thread.id > community.last_post_id and thread.owner_id != guild.me.id:
                await self._or_wait(self._take_up(community, thread))

    async def _take_up(self, community: Community, thread: discord.Thread) -> None:
        """Make a question of a post that we did not see being made."""
        store, guild = self.bot.store, thread.guild
        begun = await self._beginning(thread)
        first = next((one for one in begun if one.id == thread.id), None)
        author = first.author if first else await _member(guild, thread.owner_id)
        ours = any(one.author.id == guild.me.id for one in begun)
        if ours or author is None or author.bot or (first and first.webhook_id):
            await communities.post_seen(store, guild.id, thread.id)
            return
        at = min(int(snowflake_time(thread.id).timestamp()), self.bot.seconds())
        await self._track(community, thread, author.id, first.content if first else "", at)
        for one in begun:
            if one.author.id != author.id and not one.author.bot and not one.is_system():
                when = int(one.created_at.timestamp())
                await question_states.written(store, guild.id, thread.id, when, by_asker=False)

    async def _go_on(self, guild: discord.Guild, question: Question) -> None:
        """Our card in a post whose making a process did not outlive: find it, or make it."""
        thread = await guild.fetch_channel(question.thread_id or 0)
        if not isinstance(thread, discord.Thread):
            return
        wanted = component_id("question.help", question.question_id)
        for one in await self._beginning(thread):
            if one.author.id == guild.me.id and wanted in component_ids(one):
                which = (guild.id, question.question_id)
                await questions.carded(self.bot.store, *which, thread.id, one.id)
                return
        language = await language_of(self.bot.store, guild)
        await self._furnish(guild, thread, question, language)

    async def _beginning(self, thread: discord.Thread) -> list[discord.Message]:
        return [one async for one in thread.history(limit=_BEGINNING, oldest_first=True)]

    async def _or_wait(self, work: Coroutine[Any, Any, None]) -> None:
        """What Discord refuses is tried again at the next start, and holds up nothing else."""
        try:
            await work
        except channels.TROUBLE as trouble:
            log.info("A post waits: %s", trouble)


async def _member(guild: discord.Guild, user_id: int) -> discord.Member | None:
    """Whoever this is; None when they left."""
    try:
        return await guild.fetch_member(user_id)
    except discord.NotFound:
        return None


def _topics(thread: discord.Thread) -> tuple[str, ...]:
    """The post's tags as topics, without the one for solved ones."""
    solved = rules.solved_tag(thread.applied_tags)
    names = [tag.name.replace(",", " ") for tag in thread.applied_tags if tag != solved]
    return topics.read(",".join(names))[: topics.MOST]
