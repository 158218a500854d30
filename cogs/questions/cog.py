"""/ask and /question, and Accept answer in a message's menu."""

import logging
from typing import Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels, links, topics
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.ui import PAGE, Card, Interaction, ask, redraw, say, show, tell
from cogs.questions import rules
from cogs.questions.threads import Place, Threads
from cogs.questions.ui import ask_form, list_card, question_card
from data import questions
from data.topics import now_called

log = logging.getLogger(__name__)

Shown = Literal["open", "solved", "all"]


class Questions(Feature):
    """Peer questions."""

    question = app_commands.Group(
        name="question", description=described("command-question"), guild_only=True
    )

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.threads = Threads(bot)
        self.accept_menu = app_commands.ContextMenu(
            name="Accept answer", callback=self.accept_from_menu
        )
        self.accept_menu.guild_only = True

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.tree.add_command(self.accept_menu)
        self.bot.redraws.append(self.threads.show_stale)
        self._started = self.bot.seconds()

    async def cog_unload(self) -> None:
        self.bot.redraws.remove(self.threads.show_stale)
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
        if wrong := topics.problem(chosen):
            await say(interaction, reader.text(wrong[0], most=wrong[1]), typed)
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
            thread_id = await self.threads.post(added, place, reader.public_language)
        except channels.TROUBLE as trouble:
            log.warning("Question %d was not posted: %s", added.question_id, trouble)
            await self.threads.take_back(added)
            await say(interaction, reader.text("ask-not-posted", channel=place.mention), typed)
            return
        if thread_id is None:
            await say(interaction, reader.text("question-gone"))
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
            names = channels.permission_names(reader.language, lacking)
            sentence = reader.text("channel-lacking", channel=channel.mention, permissions=names)
            await say(interaction, sentence, typed)
            return None
        return channel

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
            if refused == "already":
                # The card may still show the state from before, if the process ended in between.
                await self.threads.show_state(reader.guild, question.question_id)
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
        trouble = await self.threads.show_state(reader.guild, question.question_id)
        if trouble:
            await tell(interaction, trouble, reader.language)

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
        await questions.drawn(self.bot.store, opened)
        await self.threads.tag(reader.guild, opened)

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
        # One that was merged is found under its new name.
        name = await now_called(self.bot.store, reader.guild_id, topics.read_one(topic))
        await show(interaction, await self._list(reader, state, name, 0))

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
        found, total = await questions.listed(
            self.bot.store,
            reader.guild_id,
            await self._places(reader),
            state=wanted,
            topic=topic,
            limit=PAGE,
            offset=page * PAGE,
        )
        return list_card(reader, found, total, wanted or "all", topic, page)

    async def _places(self, reader: Reader) -> tuple[int, ...]:
        places = await questions.places(self.bot.store, reader.guild_id)
        return channels.readable(reader.member, places)

    @list_questions.autocomplete("topic")
    async def suggest_topic(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        found = await questions.topics(
            self.bot.store,
            reader.guild_id,
            await self._places(reader),
            links.clean(typed).casefold(),
        )
        return [app_commands.Choice(name=topic, value=topic) for topic in found]

    # What happens in Discord without us

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
        for question in await questions.standing_on(self.bot.store, guild_id, message_ids):
            if question.answer_message_id in message_ids:
                await questions.reopen(self.bot.store, guild_id, question.question_id)
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
