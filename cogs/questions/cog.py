"""/ask and /question, and Accept answer in a message's menu."""

import logging
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels, i18n, links, topics
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader, public_language
from bot.ui import Card, Feature, Interaction, Press, answers, ask, redraw, say, show, tell
from cogs.questions import rules
from cogs.questions.ui import ask_form, list_card, question_card
from data import communities, questions
from data.privacy import Erased
from data.questions import Question

log = logging.getLogger(__name__)

Shown = Literal["open", "solved", "all"]
Place = discord.TextChannel | discord.ForumChannel


class Questions(Feature):
    """Peer questions."""

    question = app_commands.Group(
        name="question", description=described("command-question"), guild_only=True
    )

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.accept_menu = app_commands.ContextMenu(
            name="Accept answer", callback=self.accept_from_menu
        )
        self.accept_menu.guild_only = True

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.tree.add_command(self.accept_menu)
        await questions.drop_unposted(self.bot.store)

    async def cog_unload(self) -> None:
        self.bot.tree.remove_command(self.accept_menu.name, type=self.accept_menu.type)
        await super().cog_unload()

    @app_commands.command(name="ask", description=described("command-ask"))
    @app_commands.describe(title=described("option-ask-title"))
    @app_commands.guild_only()
    async def ask(self, interaction: Interaction, title: str | None = None) -> None:
        reader = await self.bot.reader(interaction)
        await ask(interaction, *ask_form(reader, links.clean(title or "")), "question.ask")

    @answers("question.ask")
    async def asked(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        title = " ".join(links.clean(press.fields.get("title", "")).split())
        details = links.clean(press.fields.get("details", ""))
        typed = f"{title}\n\n{details}".strip()
        if not title:
            await say(interaction, reader.text("ask-empty"), details)
            return
        if len(title) > rules.TITLE_LONGEST or len(details) > rules.DETAILS_LONGEST:
            sentence = reader.text(
                "ask-too-long", title=rules.TITLE_LONGEST, details=rules.DETAILS_LONGEST
            )
            await say(interaction, sentence, typed)
            return
        chosen = topics.read(press.fields.get("topics"))
        if isinstance(chosen, str):
            await say(interaction, reader.text("topic-too-long", most=topics.LONGEST), typed)
            return
        if len(chosen) > topics.MOST:
            await say(interaction, reader.text("topics-too-many", most=topics.MOST), typed)
            return
        place = await self._place(interaction, reader, typed)
        if place is None:
            return
        added = await questions.add(
            self.bot.store,
            reader.guild_id,
            reader.user_id,
            title,
            details,
            chosen,
            self.bot.seconds(),
        )
        if isinstance(added, str):
            key = "ask-quota-own" if added == "by member" else "ask-quota-all"
            await say(interaction, reader.text(key), typed)
            return
        await interaction.response.defer(ephemeral=True)
        try:
            thread_id = await self._post(added, place, reader.public_language)
        except discord.HTTPException as trouble:
            log.warning("Question %d was not posted: %s", added.question_id, trouble)
            await questions.remove(self.bot.store, reader.guild_id, added.question_id)
            await say(interaction, reader.text("ask-not-posted", channel=place.mention), typed)
            return
        await say(interaction, reader.text("ask-posted", thread=f"<#{thread_id}>"))

    async def _place(self, interaction: Interaction, reader: Reader, typed: str) -> Place | None:
        """Where the question goes: the questions channel, else here; otherwise they are told."""
        channel_id = reader.community.questions_channel_id
        if channel_id:
            channel = reader.guild.get_channel(channel_id)
        elif isinstance(interaction.channel, discord.TextChannel):
            channel = reader.guild.get_channel(interaction.channel.id)
        else:
            await say(interaction, reader.text("ask-not-here"), typed)
            return None
        if not isinstance(channel, discord.TextChannel | discord.ForumChannel):
            await say(interaction, reader.text("ask-channel-gone"), typed)
            return None
        lacking = channels.missing(channel, channels.needs(channel, thread=True))
        if lacking:
            names = i18n.listed(channels.permission_name(reader.language, one) for one in lacking)
            sentence = reader.text("channel-lacking", channel=channel.mention, permissions=names)
            await say(interaction, sentence, typed)
            return None
        return channel

    async def _post(self, question: Question, place: Place, language: i18n.Language) -> int:
        """Make the thread and its card; returns the thread's id."""
        card = question_card(question, language)
        if isinstance(place, discord.ForumChannel):
            tags = rules.topic_tags(
                place.available_tags, question.topics, required=place.flags.require_tag
            )
            made = await place.create_thread(name=question.title, view=card, applied_tags=tags)
            thread_id, card_channel_id, message_id = made.thread.id, made.thread.id, made.message.id
        else:
            message = await place.send(view=card, nonce=f"question-{question.question_id}")
            thread_id = (await message.create_thread(name=question.title)).id
            card_channel_id, message_id = place.id, message.id
        await questions.posted(
            self.bot.store,
            question.guild_id,
            question.question_id,
            channel_id=place.id,
            thread_id=thread_id,
            card_channel_id=card_channel_id,
            card_message_id=message_id,
        )
        return thread_id

    async def accept_from_menu(self, interaction: Interaction, message: discord.Message) -> None:
        reader = await self.bot.reader(interaction)
        question = await questions.in_thread(self.bot.store, reader.guild_id, message.channel.id)
        if question is None:
            await tell(interaction, "accept-not-here", reader.language)
            return
        refused = rules.refuse_answer(
            question, reader.user_id, reader.moderator, message.id, message.author.bot
        )
        if refused:
            await tell(interaction, f"accept-{refused}", reader.language)
            return
        solved = await questions.accept(
            self.bot.store,
            reader.guild_id,
            question.question_id,
            message.id,
            message.author.id,
            links.clean(message.content)[:4_000],
            self.bot.seconds(),
        )
        if solved is None:
            await tell(interaction, "accept-not-here", reader.language)
            return
        own = message.author.id == question.asker_id
        key = "accepted-own" if own else "accepted"
        await interaction.response.send_message(
            reader.public(key, helper=f"<@{message.author.id}>")
        )
        await self._redraw(solved, reader.public_language)
        if not await self._tag(reader.guild, solved):
            await tell(interaction, "accept-tags-full", reader.language)

    @answers("question.reopen")
    async def reopen_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question is None:
            await tell(interaction, "question-gone", reader.language)
            return
        if not rules.may_settle(question, reader.user_id, reader.moderator):
            await tell(interaction, "accept-not-asker", reader.language)
            return
        opened = await questions.reopen(self.bot.store, reader.guild_id, question.question_id)
        if opened is None:
            await tell(interaction, "question-gone", reader.language)
            return
        await redraw(interaction, question_card(opened, reader.public_language))
        await self._tag(reader.guild, opened)

    async def _redraw(self, question: Question, language: i18n.Language) -> None:
        if question.card_channel_id is None or question.card_message_id is None:
            return
        where = (question.guild_id, question.card_channel_id, question.card_message_id)
        try:
            await channels.redraw_message(self.bot, *where, question_card(question, language))
        except discord.HTTPException as trouble:
            log.info("The card of question %d stays: %s", question.question_id, trouble)

    async def _tag(self, guild: discord.Guild, question: Question) -> bool:
        """Put the forum's solved tag on or take it off. False when a post has no room for it."""
        forum = guild.get_channel(question.channel_id or 0)
        thread = guild.get_thread(question.thread_id or 0)
        if not isinstance(forum, discord.ForumChannel) or thread is None:
            return True
        tag = rules.solved_tag(forum.available_tags)
        if tag is None:
            return True
        others = [one for one in thread.applied_tags if one.id != tag.id]
        wanted = [*others, tag] if question.state == "solved" else others
        if len(wanted) > rules.MOST_TAGS:
            return False
        try:
            await thread.edit(applied_tags=wanted)
        except discord.HTTPException as trouble:
            log.info("The tags of question %d stay: %s", question.question_id, trouble)
        return True

    @question.command(name="list", description=described("command-question-list"))
    @app_commands.describe(
        state=described("option-question-list-state"),
        topic=described("option-question-list-topic"),
    )
    @app_commands.choices(
        state=[
            app_commands.Choice(name=described("question-state-open"), value="open"),
            app_commands.Choice(name=described("question-state-solved"), value="solved"),
            app_commands.Choice(name=described("question-state-all"), value="all"),
        ]
    )
    async def list_questions(
        self, interaction: Interaction, state: Shown = "open", topic: str | None = None
    ) -> None:
        reader = await self.bot.reader(interaction)
        chosen = topics.read(topic)
        one = chosen if isinstance(chosen, str) else " ".join(chosen[:1])
        await show(interaction, await self._list(reader, state, one[: topics.LONGEST], 0))

    @answers("question.page")
    async def turn_page(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        state, topic = "".join(press.args[1:2]), ":".join(press.args[2:])
        card = await self._list(reader, state, topic, press.number(0))
        await redraw(interaction, card)

    async def _list(self, reader: Reader, state: str, topic: str, page: int) -> Card:
        wanted: questions.State | None = (
            "open" if state == "open" else "solved" if state == "solved" else None
        )
        found = await questions.listed(self.bot.store, reader.guild_id, wanted, topic or None)
        seen = [one for one in found if channels.may_read(reader.member, one.channel_id)]
        return list_card(reader, seen, wanted or "all", topic, page)

    @list_questions.autocomplete("topic")
    async def suggest_topic(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        found = await questions.topics(
            self.bot.store, interaction.guild_id or 0, links.clean(typed).casefold()
        )
        return [app_commands.Choice(name=topic, value=topic) for topic in found]

    # What happens in Discord without us

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """A deleted answer is no longer an answer: the question opens again."""
        if event.guild_id:
            await self._answers_deleted(event.guild_id, {event.message_id})

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await self._answers_deleted(event.guild_id, event.message_ids)

    async def _answers_deleted(self, guild_id: int, message_ids: set[int]) -> None:
        for message_id in message_ids:
            question = await questions.answered_by(self.bot.store, guild_id, message_id)
            if question:
                await self._open_again(guild_id, question.question_id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        """A deleted thread takes its question with it, out of search and lists."""
        question = await questions.in_thread(self.bot.store, event.guild_id, event.thread_id)
        if question:
            await questions.remove(self.bot.store, event.guild_id, question.question_id)

    @commands.Cog.listener()
    async def on_erased(self, guild_id: int, erased: Erased) -> None:
        """A member had their data deleted: draw the cards that named them anew."""
        for question_id in erased.questions:
            await self._open_again(guild_id, question_id)

    async def _open_again(self, guild_id: int, question_id: int) -> None:
        opened = await questions.reopen(self.bot.store, guild_id, question_id)
        guild = self.bot.get_guild(guild_id)
        if opened is None or guild is None:
            return
        community = await communities.get(self.bot.store, guild_id)
        await self._redraw(opened, public_language(community, guild))
        await self._tag(guild, opened)
