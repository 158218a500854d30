"""What happens to questions in Discord without us: threads, messages, what was cut off."""

import discord
from discord.ext import commands

from cogs.questions.base import QuestionPart
from data import question_states, questions


class Listening(QuestionPart):
    """What members and moderators do by Discord's own means."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self._started = self.bot.seconds()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Go on with what the last process left: questions without a thread, cards not drawn."""
        for question in await questions.unopened(self.bot.store):
            guild = self.bot.get_guild(question.guild_id)
            if guild and question.asked_at <= self._started:
                await self.threads.resume(guild, question)
        for question in await questions.stale(self.bot.store):
            if guild := self.bot.get_guild(question.guild_id):
                await self.threads.show_state(guild, question.question_id)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._deleted(event.guild_id, {event.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._deleted(event.guild_id, event.message_ids)

    async def _deleted(self, guild_id: int, message_ids: set[int]) -> None:
        """A deleted answer opens its question again; a deleted card is made anew in the thread."""
        guild = self.bot.get_guild(guild_id)
        if guild is None:
            return
        standing = await questions.standing_on(self.bot.store, guild_id, message_ids)
        await question_states.answer_deleted(
            self.bot.store, guild_id, message_ids, self.bot.seconds()
        )
        for question in standing:
            if question.card_message_id in message_ids:
                await self.threads.make_card_again(guild, question.question_id)
            else:
                await self.threads.show_state(guild, question.question_id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A deleted thread takes its question with it, out of search and lists."""
        question = await questions.in_thread(self.bot.store, event.guild_id, event.thread_id)
        if question:
            await questions.remove(self.bot.store, event.guild_id, question.question_id)
