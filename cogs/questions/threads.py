"""What a question looks like in Discord: its card, its thread, its forum post's tags."""

import logging

import discord

from bot import channels, i18n
from bot.app import Vinkki
from bot.reader import language_of, public_language
from bot.ui import Card
from cogs.questions import rules
from cogs.questions.ui import question_card
from data import communities, questions
from data.questions import Question

log = logging.getLogger(__name__)

Place = discord.TextChannel | discord.ForumChannel


class Threads:
    """Keeps cards, threads and tags in step with the store."""

    def __init__(self, bot: Vinkki) -> None:
        self.bot = bot

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
        now = await questions.get(self.bot.store, question.guild_id, question.question_id)
        await questions.remove(self.bot.store, question.guild_id, question.question_id)
        if now and now.card_channel_id and now.card_message_id:
            await channels.delete_message(
                self.bot, question.guild_id, now.card_channel_id, now.card_message_id
            )

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
        drawn stays stale and is drawn at the next start.
        """
        question = await questions.get(self.bot.store, guild.id, question_id)
        if question is None:
            return None
        if question.card_channel_id and question.card_message_id:
            card = await self._card(guild, question)
            where = (question.guild_id, question.card_channel_id, question.card_message_id)
            try:
                await channels.redraw_message(self.bot, *where, card)
                await questions.drawn(self.bot.store, question)
            except channels.TROUBLE as trouble:
                log.info("The card of question %d stays: %s", question.question_id, trouble)
        self.bot.dispatch("question_changed", guild)
        return await self.tag(guild, question)

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
