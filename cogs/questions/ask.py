"""/ask: the form, and the question it makes."""

import logging

import discord
from discord import app_commands

from bot import channels, links, topics
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, ask, say
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.threads import Place
from cogs.questions.ui import ask_form
from data import questions
from data.questions import New

log = logging.getLogger(__name__)


class Asking(QuestionPart):
    """How a question comes to be."""

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
        now = self.bot.seconds()
        hours = reader.community.nudge_hours
        new = New(
            asker_id=reader.user_id,
            title=title,
            details=details,
            topics=chosen,
            at=now,
            nudge_at=now + hours * rules.HOUR if hours else None,
        )
        added = await questions.add(self.bot.store, reader.guild_id, new)
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
