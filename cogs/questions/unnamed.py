"""Questions without a name: the asker goes on through the bot, moderators act not knowing who."""

import logging
from datetime import UTC, datetime, timedelta

import discord
from discord.ext import commands

from bot import channels, links
from bot.app import Vinkki
from bot.reader import Reader
from bot.reports import Reports
from bot.router import Press, answers
from bot.ui import Card, Interaction, ask, component_id, component_ids, redraw, say, show, tell
from cogs.questions import rules
from cogs.questions.listen import Listening
from cogs.questions.unnamed_ui import (
    ADDED,
    blocks_card,
    more_card,
    reply_card,
    reply_form,
    sent_card,
    where_is,
)
from data import question_blocks, question_replies, question_states, questions
from data.question_replies import Begun
from data.questions import Question

log = logging.getLogger(__name__)

LOOKED_AT = 300
"""Messages of a thread that are looked through for one that may have been posted."""


class Unnamed(Listening):
    """Nobody learns from a press here who asked, but whoever did."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.reports = Reports(bot)

    # What the asker adds

    @answers("question.write")
    async def write_pressed(self, interaction: Interaction, press: Press) -> None:
        """For the asker a form; others learn what this is, and can act."""
        found = await self._unnamed(interaction, press)
        if found is None:
            return
        reader, question = found
        if not self.asked_by(question, reader.user_id):
            await show(interaction, await self._about(reader, question, 0))
        elif await self.unnamed_blocked(reader):
            await tell(interaction, "write-blocked", reader.language)
        else:
            form = reply_form(reader)
            await ask(interaction, *form, "question.written", question.question_id)

    async def _unnamed(
        self, interaction: Interaction, press: Press
    ) -> tuple[Reader, Question] | None:
        """A nameless question this reader may see; otherwise they are told, and None."""
        found = await self.pressed(interaction, press)
        if found and found[1].asker is None:
            await tell(interaction, "question-gone", found[0].language)
            return None
        return found

    @answers("question.written")
    async def reply_given(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        text = links.clean(press.fields.get("text", ""))
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question is None or not self._may_write(reader, question):
            await say(interaction, reader.text("write-gone"), text)
            return
        if not text:
            await tell(interaction, "write-empty", reader.language)
            return
        if len(text) > rules.REPLY_LONGEST:
            sentence = reader.text("write-too-long", most=rules.REPLY_LONGEST)
            await say(interaction, sentence, text)
            return
        if await self.unnamed_blocked(reader):
            await say(interaction, reader.text("write-blocked-typed"), text)
            return
        if channels.silenced(reader.member, question.channel_id or 0, self.bot.now()):
            await say(interaction, reader.text("write-silenced"), text)
            return
        await interaction.response.defer(ephemeral=True)
        now = self.bot.seconds()
        which = (reader.guild_id, question.question_id)
        if await self.threads.locked(reader.guild, question):
            await say(interaction, reader.text("write-locked"), text)
            return
        number = await question_replies.begin(self.bot.store, *which, now)
        if isinstance(number, str):
            await say(interaction, reader.text(f"write-{number}"), text)
            return
        message_id = await self._post_reply(reader, question, number, text)
        if message_id is None:
            await say(interaction, reader.text("write-not-posted"), text)
            return
        await self._asker_wrote(reader, question, now)
        await show(interaction, sent_card(reader, question, message_id))

    def _may_write(self, reader: Reader, question: Question) -> bool:
        return (
            question.asker is not None
            and self.asked_by(question, reader.user_id)
            and channels.may_read(reader.member, question.channel_id)
        )

    async def _post_reply(
        self, reader: Reader, question: Question, number: int, text: str
    ) -> int | None:
        """Put it into the thread; returns the message's id, None when it does not stand there."""
        assert question.thread_id is not None
        which = (reader.guild_id, question.question_id)
        thread = self.bot.get_partial_messageable(question.thread_id, guild_id=reader.guild_id)
        card = reply_card(question, number, text, reader.public_language)
        try:
            message_id = (await thread.send(view=card, nonce=f"w{-number}")).id
        except channels.TROUBLE as trouble:
            log.warning("What was added to question %d was not posted: %s", which[1], trouble)
            # Discord may have taken it all the same.
            return await self._adopt(Begun(*which, question.thread_id, number))
        if not await question_replies.posted(self.bot.store, *which, number, message_id):
            # The question was erased in the same moment: this goes too.
            await channels.delete_message(self.bot, which[0], question.thread_id, message_id)
            return None
        return message_id

    async def _asker_wrote(self, reader: Reader, question: Question, now: int) -> None:
        """It counts as the asker's own writing, which can open a question again."""
        assert question.thread_id is not None
        which = (reader.guild_id, question.thread_id)
        was = await question_states.written(self.bot.store, *which, now, by_asker=True)
        if was and rules.reopens(was, by_asker=True, locked=False):
            await self._reopen_by_writing(reader.guild, was)

    @commands.Cog.listener("on_ready")
    async def go_on_with_replies(self) -> None:
        """What the last process was about to post stands in its thread, or was never posted."""
        for begun in await question_replies.begun(self.bot.store):
            guild = self.bot.get_guild(begun.guild_id)
            # A connection that broke meanwhile does not end what this process is doing.
            if guild is None or begun.began_at > self._started:
                continue
            await self._adopt(begun)

    async def _adopt(self, begun: Begun) -> int | None:
        """Look for one that may have been posted; it is forgotten when it surely was not."""
        which = (begun.guild_id, begun.question_id, begun.number)
        try:
            message_id = await self._find(begun)
        except discord.NotFound:
            message_id = None
        except channels.TROUBLE as trouble:
            log.info("What was added to question %d is looked for later: %s", which[1], trouble)
            return None
        if message_id is None:
            await question_replies.unposted(self.bot.store, *which)
        else:
            await question_replies.posted(self.bot.store, *which, message_id)
        return message_id

    async def _find(self, begun: Begun) -> int | None:
        """By the id of its button. Raises what TROUBLE names."""
        thread = await self.bot.fetch_channel(begun.thread_id)
        if not isinstance(thread, discord.Thread):
            return None
        since = datetime.fromtimestamp(begun.began_at, UTC) - timedelta(minutes=5)
        wanted = component_id(ADDED, begun.question_id, -begun.number)
        async for message in thread.history(limit=LOOKED_AT, after=since):
            if message.author == self.bot.user and wanted in component_ids(message):
                return message.id
        return None

    @commands.Cog.listener("on_raw_message_delete")
    async def reply_deleted(self, event: discord.RawMessageDeleteEvent) -> None:
        if event.guild_id:
            await question_replies.deleted(self.bot.store, event.guild_id, [event.message_id])

    @commands.Cog.listener("on_raw_bulk_message_delete")
    async def replies_deleted(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await question_replies.deleted(self.bot.store, event.guild_id, event.message_ids)

    # The button under what was added

    @answers(ADDED)
    async def more_pressed(self, interaction: Interaction, press: Press) -> None:
        found = await self._unnamed(interaction, press)
        if found is None:
            return
        reader, question = found
        message_id = interaction.message.id if interaction.message else 0
        which = (reader.guild_id, question.question_id, message_id)
        if not await question_replies.stands(self.bot.store, *which):
            await tell(interaction, "write-unknown", reader.language)
            return
        await show(interaction, await self._about(reader, question, message_id))

    async def _about(self, reader: Reader, question: Question, message_id: int) -> Card:
        own = self.asked_by(question, reader.user_id)
        blocked = False
        if reader.moderator and not own:
            blocks = await question_blocks.listed(self.bot.store, reader.guild_id)
            blocked = any(one.question_id == question.question_id for one in blocks)
        since = await self.bot.secret.since(self.bot.store)
        return more_card(
            reader,
            question,
            own=own,
            blocked=blocked,
            key_changed=not own and question.asked_at < since,
            message_id=message_id,
        )

    @answers("question.take-back")
    async def take_reply_back(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question is None or not self.asked_by(question, reader.user_id):
            await tell(interaction, "write-unknown", reader.language)
            return
        await self._take_out(interaction, reader, press)

    @answers("question.unsay")
    async def remove_reply(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await self._take_out(interaction, reader, press)

    async def _take_out(self, interaction: Interaction, reader: Reader, press: Press) -> None:
        await interaction.response.defer(ephemeral=True)
        which = (reader.guild_id, press.number(), press.number(1))
        if not await question_replies.take_back(self.bot.store, *which):
            await say(interaction, reader.text("write-unknown"))
            return
        left = await self.bot.tidy(reader.guild)
        await say(interaction, reader.text("write-stays" if left else "write-taken-out"))

    @answers("question.report")
    async def report_unnamed(self, interaction: Interaction, press: Press) -> None:
        """One line to the moderators, with a link, from each member once."""
        found = await self._unnamed(interaction, press)
        if found is None:
            return
        reader, question = found
        which = (question.question_id, press.number(1))
        where = where_is(question, which[1])
        await self.reports.add(interaction, reader, which, "write-report-line", where)

    # Moderators let somebody ask without a name no more, and do not learn who it is

    @answers("question.block")
    async def block_asker(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        which, now = (reader.guild_id, press.number()), self.bot.seconds()
        await question_blocks.add(self.bot.store, *which, reader.user_id, now)
        await self._about_again(interaction, reader, press)

    @answers("question.unblock")
    async def unblock_asker(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await question_blocks.lift(self.bot.store, reader.guild_id, press.number())
            await self._about_again(interaction, reader, press)

    async def _about_again(self, interaction: Interaction, reader: Reader, press: Press) -> None:
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question is None or question.asker is None:
            await tell(interaction, "question-gone", reader.language)
        else:
            await redraw(interaction, await self._about(reader, question, press.number(1)))

    @answers("question.blocks")
    async def show_askers_blocked(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._blocked_askers(reader, press.number()))

    async def _blocked_askers(self, reader: Reader, page: int) -> Card:
        listed = await question_blocks.listed(self.bot.store, reader.guild_id)
        return blocks_card(reader, listed, page)

    @answers("question.lift")
    async def lift_block(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await question_blocks.lift(self.bot.store, reader.guild_id, press.number())
            await redraw(interaction, await self._blocked_askers(reader, 0))
