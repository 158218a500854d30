"""What a question looks like in Discord: its card, its thread, its forum post's tags."""

import logging
from collections import deque
from collections.abc import Iterable
from typing import Any

import discord
from discord import ui

from bot import channels, i18n
from bot.app import Vinkki
from bot.leftovers import take_out
from bot.reader import language_of, public_language
from bot.ui import Buttons, Card, Interaction
from cogs.questions import rules
from cogs.questions.ui import question_card
from data import communities, question_states, questions
from data.questions import Question

log = logging.getLogger(__name__)

Place = discord.TextChannel | discord.ForumChannel


class Threads:
    """Keeps cards, threads and tags in step with the store."""

    def __init__(self, bot: Vinkki) -> None:
        self.bot = bot
        # An answer may be deleted while it is being accepted; a restart may forget this.
        self._deleted: deque[int] = deque(maxlen=1_000)

    async def post(self, question: Question, place: Place, language: i18n.Language) -> int | None:
        """Make the card and the thread; returns the thread's id.

        None when the question was erased in the same moment: then nothing stays. Raises what
        TROUBLE names.
        """
        store, which = self.bot.store, (question.guild_id, question.question_id)
        card = question_card(question, language)
        if isinstance(place, discord.ForumChannel):
            made = await place.create_thread(
                name=question.title,
                view=card,
                applied_tags=self._tags(place, question),
                auto_archive_duration=channels.ARCHIVE_AFTER,
            )
            thread, message = made.thread, made.message
            await questions.carded(store, *which, thread.id, message.id)
        else:
            message = await place.send(view=card, nonce=f"question-{question.question_id}")
            # Before the thread, so that a failure there does not leave a card nobody knows.
            if not await questions.carded(store, *which, place.id, message.id):
                await message.delete()
                return None
            thread = await message.create_thread(
                name=question.title, auto_archive_duration=channels.ARCHIVE_AFTER
            )
        if await questions.opened(store, *which, place.id, thread.id):
            self.bot.dispatch("questions_waiting")
            return thread.id
        # Deleting a thread takes a permission we do not ask for; these two do not.
        await message.delete()
        await thread.edit(name=i18n.text(language, "question-erased"))
        return None

    async def take_back(self, question: Question) -> None:
        """A question that could not be posted whole leaves nothing behind."""
        await questions.remove(self.bot.store, question.guild_id, question.question_id)
        await take_out(self.bot, question.guild_id)

    async def resume(self, guild: discord.Guild, question: Question) -> None:
        """Post what was asked in the moment a process ended: its form was closed by then."""
        try:
            await self._resume(guild, question)
        except channels.TROUBLE as trouble:
            log.warning("Question %d waits: %s", question.question_id, trouble)

    async def _resume(self, guild: discord.Guild, question: Question) -> None:
        which = (guild.id, question.question_id)
        if question.card_channel_id and question.card_message_id:
            where = await guild.fetch_channel(question.card_channel_id)
            if isinstance(where, discord.Thread):
                # In a forum the card stands in the thread.
                await questions.opened(self.bot.store, *which, where.parent_id, where.id)
                return
            if isinstance(where, discord.TextChannel):
                try:
                    message = await where.fetch_message(question.card_message_id)
                except discord.NotFound:
                    pass  # The card was deleted meanwhile: the question is posted anew.
                else:
                    thread = message.thread or await message.create_thread(
                        name=question.title, auto_archive_duration=channels.ARCHIVE_AFTER
                    )
                    await questions.opened(self.bot.store, *which, where.id, thread.id)
                    return
        community = await communities.get(self.bot.store, guild.id)
        place = guild.get_channel(community.questions_channel_id or 0)
        if isinstance(place, discord.TextChannel | discord.ForumChannel):
            await self.post(question, place, public_language(community, guild))

    async def show_stale(self, guild: discord.Guild) -> int:
        """Draw every card that does not show its state; returns how many could not be drawn."""
        for question in await questions.stale(self.bot.store, guild.id):
            await self.show_state(guild, question.question_id)
        return len(await questions.stale(self.bot.store, guild.id))

    async def show_state(self, guild: discord.Guild, question_id: int) -> str | None:
        """Draw the card as the store has it now, and set the tag.

        Returns the key of a sentence about what went wrong with the tag. A card that could not be
        drawn stays stale and is drawn when that may have changed.
        """
        question = await questions.get(self.bot.store, guild.id, question_id)
        while question and question.card_channel_id and question.card_message_id:
            card = await self._card(guild, question)
            where = (question.guild_id, question.card_channel_id, question.card_message_id)
            try:
                await channels.redraw_message(self.bot, *where, card)
            except discord.NotFound:
                await self._lost(guild, question)
                break
            except channels.TROUBLE as trouble:
                log.info("The card of question %d stays: %s", question.question_id, trouble)
                break
            if await questions.drawn(self.bot.store, question):
                break
            # It changed meanwhile, and the other drawing may have been the earlier one.
            question = await questions.get(self.bot.store, guild.id, question_id)
        self.bot.dispatch("question_changed", guild)
        return await self.tag(guild, question) if question else None

    async def show_pressed(
        self, interaction: Interaction, guild: discord.Guild, question: Question
    ) -> None:
        """Answer a press on the card by drawing it, and the card there is if it was an old one."""
        now = await questions.get(self.bot.store, guild.id, question.question_id)
        if now is None or interaction.message is None:
            await interaction.response.defer()
            return
        try:
            await interaction.response.edit_message(view=await self._card(guild, now))
            drawn = interaction.message.id == now.card_message_id
        except discord.HTTPException:
            # In an archived thread, which is opened below.
            await interaction.response.defer()
            drawn = False
        if not drawn or not await questions.drawn(self.bot.store, now):
            await self.show_state(guild, now.question_id)

    async def _lost(self, guild: discord.Guild, question: Question) -> None:
        """The card is not where it was: put up a new one, unless the thread is gone as well."""
        if not await self.gone(guild, question):
            await self.make_card_again(guild, question.question_id)

    async def gone(self, guild: discord.Guild, question: Question) -> bool:
        """Whether the thread is no more: then the question is not, either."""
        if question.thread_id is None:
            return False
        try:
            await guild.fetch_channel(question.thread_id)
        except discord.NotFound:
            await questions.remove(self.bot.store, guild.id, question.question_id)
            await take_out(self.bot, guild.id)
            # What looked for helpers goes too.
            self.bot.dispatch("question_changed", guild)
            return True
        except channels.TROUBLE as trouble:
            log.info("The thread of question %d is hidden: %s", question.question_id, trouble)
        return False

    async def messages_deleted(self, guild: discord.Guild, message_ids: Iterable[int]) -> None:
        """A deleted answer opens its question again; a deleted card is made anew in the thread."""
        ids = {*message_ids}
        self._deleted.extend(ids)
        standing = await questions.standing_on(self.bot.store, guild.id, ids)
        if not standing:
            return
        opened = await question_states.answer_deleted(
            self.bot.store, guild.id, ids, self.bot.seconds()
        )
        for question in standing:
            if question.card_message_id in ids:
                await self.make_card_again(guild, question.question_id)
            else:
                await self.show_state(guild, question.question_id)
        language = await language_of(self.bot.store, guild)
        for question in opened:
            await self.say(question, i18n.text(language, "question-answer-deleted"))

    async def look_whether_deleted(self, guild: discord.Guild, message_id: int) -> None:
        """After an answer was accepted: it may have been deleted in the same moment."""
        if message_id in self._deleted:
            await self.messages_deleted(guild, [message_id])

    async def say(self, question: Question, sentence: str, *buttons: ui.Button[Any]) -> None:
        """One line in the thread for everybody; where Discord does not take it, the card tells."""
        assert question.thread_id is not None
        thread = self.bot.get_partial_messageable(question.thread_id, guild_id=question.guild_id)
        try:
            await thread.send(sentence, view=Buttons(*buttons))
        except channels.TROUBLE as trouble:
            log.info("Nothing was said about question %d: %s", question.question_id, trouble)

    async def locked(self, guild: discord.Guild, question: Question) -> bool:
        """Whether nobody but moderators can write in the thread."""
        try:
            # An archived thread is not in memory.
            thread = guild.get_thread(question.thread_id or 0) or await guild.fetch_channel(
                question.thread_id or 0
            )
        except channels.TROUBLE:
            return False
        return isinstance(thread, discord.Thread) and thread.locked

    async def _card(self, guild: discord.Guild, question: Question) -> Card:
        """The card as it is now; an original is named where all who read the card may see it."""
        original = None
        if question.duplicate_of is not None:
            original = await questions.get(self.bot.store, guild.id, question.duplicate_of)
        channel_id = question.channel_id or 0
        if original and not channels.open_in(guild, channel_id, [original.channel_id or 0]):
            original = None
        return question_card(question, await language_of(self.bot.store, guild), original)

    async def make_card_again(self, guild: discord.Guild, question_id: int) -> None:
        """Put a new card into the thread, because somebody deleted the one there was."""
        question = await questions.get(self.bot.store, guild.id, question_id)
        if question is None or question.thread_id is None:
            return
        card = await self._card(guild, question)
        thread = self.bot.get_partial_messageable(question.thread_id, guild_id=guild.id)
        try:
            message = await thread.send(view=card)
        except channels.TROUBLE as trouble:
            log.info("Question %d has no card any more: %s", question.question_id, trouble)
            return
        where = (question.thread_id, message.id)
        await questions.carded(self.bot.store, guild.id, question_id, *where)
        await questions.drawn(self.bot.store, question)
        await self.tag(guild, question)

    async def card_post(self, guild: discord.Guild, question: Question) -> None:
        """Put the card into a post that somebody made by hand. Raises what TROUBLE names."""
        assert question.thread_id is not None
        thread = self.bot.get_partial_messageable(question.thread_id, guild_id=guild.id)
        nonce = f"question-{question.question_id}"
        message = await thread.send(
            view=await self._card(guild, question), nonce=nonce, silent=True
        )
        which = (guild.id, question.question_id)
        if not await questions.carded(self.bot.store, *which, question.thread_id, message.id):
            await message.delete()

    async def tag(self, guild: discord.Guild, question: Question) -> str | None:
        """Put the forum's solved tag on or take it off; returns the key of what went wrong."""
        forum = guild.get_channel(question.channel_id or 0)
        if not isinstance(forum, discord.ForumChannel) or question.thread_id is None:
            return None
        tag = rules.solved_tag(forum.available_tags)
        if tag is None:
            return None
        try:
            # An archived post is not in memory.
            thread = guild.get_thread(question.thread_id) or await guild.fetch_channel(
                question.thread_id
            )
            if not isinstance(thread, discord.Thread):
                return None
            others = [one for one in thread.applied_tags if one.id != tag.id]
            wanted = [*others, tag] if question.state == "solved" else others
            if len(wanted) == len(thread.applied_tags):
                return None
            if len(wanted) > rules.MOST_TAGS:
                return "accept-tags-full"
            await thread.edit(archived=False, applied_tags=wanted)
        except channels.TROUBLE as trouble:
            log.info("The tags of question %d stay: %s", question.question_id, trouble)
            return "accept-tag-refused"
        return None

    def _tags(self, forum: discord.ForumChannel, question: Question) -> list[discord.ForumTag]:
        may_moderate = forum.permissions_for(forum.guild.me).manage_threads
        usable = [tag for tag in forum.available_tags if may_moderate or not tag.moderated]
        return rules.topic_tags(usable, question.topics, required=forum.flags.require_tag)
