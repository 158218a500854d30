"""Who takes part in a question: I'll help, Follow, and how followers hear how it ended."""

import discord

from bot import channels
from bot.i18n import Language
from bot.notices import Kind
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import QUESTION_COLOUR, Card, Interaction, tell
from cogs.questions.base import QuestionPart
from cogs.questions.views import ended_line
from data import question_people, questions
from data.notices import QUESTION, Notice


class TakingPart(QuestionPart):
    """Two buttons of the card, and what one's following brings."""

    async def cog_load(self) -> None:
        await super().cog_load()
        kind = Kind(compose=self._ended_by_dm, line=self._ended_line)
        self.bot.notices.add(QUESTION, kind)

    async def cog_unload(self) -> None:
        self.bot.notices.remove(QUESTION)
        await super().cog_unload()

    @answers("question.help")
    async def help_pressed(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "help")
        if found is None:
            return
        reader, question = found
        if self.asked_by(question, reader.user_id):
            await tell(interaction, "question-help-own", reader.language)
            return
        helps = await question_people.toggle(self.bot.store, question, reader.user_id, "helps")
        if helps is None:
            await tell(interaction, "question-cannot-help", reader.language)
            return
        await self.threads.show_pressed(interaction, reader.guild, question)
        key = "question-helps" if helps else "question-helps-not"
        await tell(interaction, key, reader.language, thread=f"<#{question.thread_id}>")

    @answers("question.follow")
    async def follow_pressed(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "follow")
        if found is None:
            return
        reader, question = found
        if self.asked_by(question, reader.user_id):
            # Without a name, nothing is noted about who asked: not even that they want to hear.
            key = "question-follow-own" if question.asker is None else "question-follow-unnamed"
            await tell(interaction, key, reader.language)
            return
        follows = await question_people.toggle(self.bot.store, question, reader.user_id, "follows")
        if follows is None:
            await tell(interaction, "question-cannot-follow", reader.language)
            return
        await self.threads.show_pressed(interaction, reader.guild, question)
        key = "question-follows" if follows else "question-follows-not"
        await tell(interaction, key, reader.language)

    async def _ended_line(self, notice: Notice, reader: Reader) -> str | None:
        question = await questions.get(self.bot.store, notice.guild_id, notice.item_id)
        if question is None or not channels.may_read(reader.member, question.channel_id):
            return None
        original = None
        if question.duplicate_of is not None:
            original = await questions.get(self.bot.store, notice.guild_id, question.duplicate_of)
        if original and not channels.may_read(reader.member, original.channel_id):
            original = None
        return ended_line(reader, question, original)

    async def _ended_by_dm(
        self, notice: Notice, member: discord.Member, language: Language
    ) -> Card | None:
        reader = await self.bot.reader_of_member(member, language)
        line = await self._ended_line(notice, reader)
        return Card(line, colour=QUESTION_COLOUR) if line else None
