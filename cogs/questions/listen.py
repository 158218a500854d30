"""What happens to questions in Discord without us: threads, messages, what was cut off."""

import logging
import re

import discord
from discord.ext import commands

from bot import channels, i18n, links
from bot.reader import language_of
from bot.ui import button
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.settle import ANSWER_LONGEST
from data import communities, question_states, questions
from data.questions import Question

log = logging.getLogger(__name__)

LOOKED_BACK = 30 * rules.DAY
LOOKED_AT = 100
"""Questions that are looked after at a start; each costs at most one request."""


class Listening(QuestionPart):
    """What members and moderators do by Discord's own means."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self._started = self.bot.seconds()
        self._looked = False

    # At a start

    @commands.Cog.listener("on_ready")
    async def go_on(self) -> None:
        """Go on with what the last process left: questions without a thread, cards not drawn."""
        for question in await questions.unopened(self.bot.store):
            guild = self.bot.get_guild(question.guild_id)
            if guild and question.asked_at <= self._started:
                await self.threads.resume(guild, question)
        for question in await questions.stale(self.bot.store):
            if guild := self.bot.get_guild(question.guild_id):
                await self.threads.show_state(guild, question.question_id)
        if not self._looked:
            # A connection that broke meanwhile is told what it missed; a new process is not.
            self._looked = True
            await self._look_again()

    async def _look_again(self) -> None:
        """Find out what was deleted and edited while no process listened, as far as it is cheap."""
        since = self.bot.seconds() - LOOKED_BACK
        for question in await questions.to_look_at(self.bot.store, since, LOOKED_AT):
            guild = self.bot.get_guild(question.guild_id)
            place = guild.get_channel(question.channel_id or 0) if guild else None
            needed = ("view_channel", "read_message_history")
            if guild is None or place is None or channels.missing(place, needed):
                continue
            try:
                await self._look_at(guild, question)
            except channels.TROUBLE as trouble:
                log.info("Question %d was not looked at: %s", question.question_id, trouble)

    async def _look_at(self, guild: discord.Guild, question: Question) -> None:
        if question.answer_message_id is None:
            # What is archived is not in memory.
            if guild.get_thread(question.thread_id or 0) is None:
                await self.threads.gone(guild, question)
            return
        thread = self.bot.get_partial_messageable(question.thread_id or 0, guild_id=guild.id)
        try:
            message = await thread.fetch_message(question.answer_message_id)
        except discord.NotFound:
            if not await self.threads.gone(guild, question):
                await self.threads.messages_deleted(guild, [question.answer_message_id])
            return
        edited = message.edited_at
        if edited and question.solved_at and edited.timestamp() > question.solved_at:
            await self._answer_is_now(question, message)

    # Messages

    @commands.Cog.listener("on_message")
    async def somebody_wrote(self, message: discord.Message) -> None:
        """Writing keeps a question awake, and its asker's own words open it again."""
        if message.guild is None or message.author.bot or message.webhook_id is not None:
            return
        # Renaming a thread or pinning something in it leaves a line that nobody wrote.
        if isinstance(message.channel, discord.abc.GuildChannel) or message.is_system():
            return
        question = await questions.in_thread(self.bot.store, message.guild.id, message.channel.id)
        if question is None:
            return
        # Somebody who asked without a name and writes with it is not found out by what follows.
        by_asker = message.author.id == question.asker_id
        now = self.bot.seconds()
        which = (message.guild.id, message.channel.id, now)
        await question_states.written(self.bot.store, *which, by_asker=by_asker)
        if question.idle_at or not (by_asker or question.answered_at):
            # What looks for helpers, or asks whether there is need of them, is over.
            self.bot.dispatch("question_changed", message.guild)
        thread = message.guild.get_thread(message.channel.id)
        if rules.reopens(question, by_asker=by_asker, locked=bool(thread and thread.locked)):
            await self._reopen_by_writing(message.guild, question)
        elif (
            self.bot.settings.message_content
            and by_asker
            and question.answered_at
            and rules.thanked(message.content)
        ):
            await self._ask_whether_solved(message.guild, question)

    async def _reopen_by_writing(self, guild: discord.Guild, question: Question) -> None:
        community = await communities.get(self.bot.store, guild.id)
        if not await self.open_again(question, community):
            return
        language = await language_of(self.bot.store, guild)
        await self.threads.say(question, i18n.text(language, "question-open-again"))
        await self.threads.show_state(guild, question.question_id)

    async def _ask_whether_solved(self, guild: discord.Guild, question: Question) -> None:
        if not await question_states.ask_whether_solved(self.bot.store, question):
            return
        language = await language_of(self.bot.store, guild)
        solved = i18n.text(language, "question-button-solved")
        not_yet = i18n.text(language, "question-button-not-yet")
        await self.threads.say(
            question,
            i18n.text(language, "question-did-it-solve"),
            button(solved, "question.solved", question.question_id),
            button(not_yet, "question.not-yet", question.question_id),
        )

    @commands.Cog.listener("on_raw_message_edit")
    async def message_edited(self, event: discord.RawMessageUpdateEvent) -> None:
        """Keep what we hold of a message as it is now. Discord's own previews are no edits."""
        if event.guild_id is None or not event.data.get("edited_timestamp"):
            return
        standing = await questions.standing_on(self.bot.store, event.guild_id, [event.message_id])
        for question in standing:
            if question.answer_message_id == event.message_id:
                await self._answer_is_now(question, event.message)
        details = re.sub(r"<@!?\d+>", "", links.clean(event.message.content))
        await self._redetail(event.guild_id, event.message_id, details[: rules.DETAILS_LONGEST])

    async def _answer_is_now(self, question: Question, message: discord.Message) -> None:
        text = links.clean(message.content)[:ANSWER_LONGEST]
        await question_states.answer_edited(self.bot.store, question.guild_id, message.id, text)

    async def _redetail(self, guild_id: int, message_id: int, details: str) -> None:
        """The post that began a thread by hand is what its question's details are from.

        A thread has the number of the message it began with.
        """
        question = await questions.in_thread(self.bot.store, guild_id, message_id)
        if question and question.by_hand and question.details != details:
            await questions.redetailed(self.bot.store, question, details)

    @commands.Cog.listener("on_raw_message_delete")
    async def message_deleted(self, event: discord.RawMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._deleted(event.guild_id, {event.message_id})

    @commands.Cog.listener("on_raw_bulk_message_delete")
    async def messages_deleted(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._deleted(event.guild_id, event.message_ids)

    async def _deleted(self, guild_id: int, message_ids: set[int]) -> None:
        guild = self.bot.get_guild(guild_id)
        if guild is None:
            return
        await self.threads.messages_deleted(guild, message_ids)
        for message_id in message_ids:
            await self._redetail(guild_id, message_id, "")

    # Threads and channels

    @commands.Cog.listener("on_raw_thread_update")
    async def thread_changed(self, event: discord.RawThreadUpdateEvent) -> None:
        """A question is called as its thread is; a card that could not be drawn now can be."""
        guild = self.bot.get_guild(event.guild_id)
        if guild is None:
            return
        title = " ".join(links.clean(event.data["name"]).split())[: rules.TITLE_LONGEST]
        if title:
            await questions.renamed(self.bot.store, event.guild_id, event.thread_id, title)
        if event.data["thread_metadata"]["archived"]:
            return
        for question in await questions.stale(self.bot.store, event.guild_id):
            if question.thread_id == event.thread_id:
                await self.threads.show_state(guild, question.question_id)

    @commands.Cog.listener("on_raw_thread_delete")
    async def thread_deleted(self, event: discord.RawThreadDeleteEvent) -> None:
        """A deleted thread takes its question with it, out of search and lists, and its card."""
        question = await questions.in_thread(self.bot.store, event.guild_id, event.thread_id)
        guild = self.bot.get_guild(event.guild_id)
        if question and guild:
            await questions.remove(self.bot.store, guild.id, question.question_id)
            await self.bot.tidy(guild)

    @commands.Cog.listener("on_guild_channel_delete")
    async def channel_deleted(self, channel: discord.abc.GuildChannel) -> None:
        """Its threads went with it, which Discord does not tell of each."""
        await questions.remove_in(self.bot.store, channel.guild.id, channel.id)
        await self.bot.tidy(channel.guild)

    @commands.Cog.listener("on_guild_channel_update")
    async def channel_changed(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Where we may write again, cards that could not be drawn now may."""
        if before.overwrites != after.overwrites:
            await self.threads.show_stale(after.guild)
