"""Questions… in the set-up: when helpers are looked for, what goes quiet, a forum's tags."""

import discord

from bot import channels, days, links
from bot.channels import TROUBLE
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.ui import Card, Interaction, ask, redraw, say, tell
from cogs.settings import rules
from cogs.settings.question_ui import questions_card, quiet_form
from data import communities, question_rounds, questions, tips, topics


class QuestionSetup(Feature):
    """A panel behind the panel."""

    @answers("setup.questions")
    async def open_questions(self, interaction: Interaction, _: Press) -> None:
        if await self.bot.moderator(interaction):
            await self._redraw_questions(interaction)

    @answers("setup.nudge")
    async def choose_nudge(self, interaction: Interaction, press: Press) -> None:
        reader = await self._choose(interaction, press, "nudge_hours", rules.NUDGE)
        if reader and reader.community.nudge_hours:
            # Those that wait already are looked after by what holds now.
            hours = reader.community.nudge_hours
            await question_rounds.call_after(self.bot.store, reader.guild_id, hours)
            self.bot.dispatch("questions_waiting")

    @answers("setup.idle")
    async def choose_idle(self, interaction: Interaction, press: Press) -> None:
        await self._choose(interaction, press, "idle_days", rules.IDLE)

    @answers("setup.check")
    async def choose_check(self, interaction: Interaction, press: Press) -> None:
        await self._choose(interaction, press, "check_months", rules.CHECK)

    async def _choose(
        self, interaction: Interaction, press: Press, choice: str, offered: tuple[int, ...]
    ) -> Reader | None:
        """The reader after the choice; None when nothing was chosen."""
        if await self.bot.moderator(interaction) is None:
            return None
        chosen = next((one for one in offered if press.values == (str(one),)), None)
        # What was chosen before may be no more on offer, and changes nothing.
        if chosen is not None:
            reader = await self.bot.reader(interaction)
            await communities.choose(self.bot.store, reader.guild_id, choice, chosen)
        await self._redraw_questions(interaction)
        return None if chosen is None else await self.bot.reader(interaction)

    @answers("setup.quiet")
    async def ask_quiet(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await ask(interaction, *quiet_form(reader), "setup.quiet-given")

    @answers("setup.quiet-given")
    async def choose_quiet(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        typed = [press.fields.get(name, "").strip() for name in ("from", "to")]
        minutes = [days.read_time(one) if one else 0 for one in typed]
        if any(typed) and not all(typed):
            await tell(interaction, "setup-quiet-both", reader.language)
            return
        for one, minute in zip(typed, minutes, strict=True):
            if minute is None:
                shown = links.one_line(one, 50)
                await say(interaction, reader.text("schedule-bad-time", typed=shown))
                return
        first, last = minutes
        await communities.choose(self.bot.store, reader.guild_id, "quiet_from", first)
        await communities.choose(self.bot.store, reader.guild_id, "quiet_to", last)
        await self._redraw_questions(interaction)

    @answers("setup.tags")
    async def make_tags(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        forum = forum_of(reader)
        if forum is None:
            await tell(interaction, "setup-tags-no-forum", reader.language)
            return
        await interaction.response.defer()
        made = await self._tags(reader, forum)
        sentence = reader.text("setup-tags-none")
        if lacking := channels.missing(forum, channels.TO_MAKE_TAGS):
            sentence = _lacking(reader, forum, lacking)
        elif made:
            tags = [*forum.available_tags, *(discord.ForumTag(name=one) for one in made)]
            named = " ".join(map(links.coded, made))
            sentence = reader.text("setup-tags-made", tags=named, channel=forum.mention)
            try:
                # As it is now; what we know of it follows with an event.
                forum = await forum.edit(available_tags=tags)
            except TROUBLE:
                sentence = reader.text("setup-tags-refused", channel=forum.mention)
        await interaction.edit_original_response(view=await self._questions(reader, forum))
        await say(interaction, sentence)

    async def _tags(self, reader: Reader, forum: discord.ForumChannel) -> list[str]:
        """Tags the forum could have: for solved, and for topics whose use all its readers see."""
        store, guild_id = self.bot.store, reader.guild_id
        asked = channels.open_in(reader.guild, forum.id, await questions.places(store, guild_id))
        shared = channels.open_in(reader.guild, forum.id, await tips.places(store, guild_id))
        used = await questions.topics(store, guild_id, asked, "")
        used += await topics.known(store, guild_id, shared, 25)
        there = [tag.name for tag in forum.available_tags]
        return rules.new_tags(there, reader.public_language, used)

    async def _redraw_questions(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._questions(reader, forum_of(reader)))

    async def _questions(self, reader: Reader, forum: discord.ForumChannel | None) -> Card:
        if forum is None:
            return questions_card(reader, "", can_make=False)
        if not await self._tags(reader, forum):
            return questions_card(reader, reader.text("setup-tags-fine"), can_make=False)
        if lacking := channels.missing(forum, channels.TO_MAKE_TAGS):
            return questions_card(reader, _lacking(reader, forum, lacking), can_make=False)
        line = reader.text("setup-tags", channel=forum.mention)
        return questions_card(reader, line, can_make=True)


def forum_of(reader: Reader) -> discord.ForumChannel | None:
    """The questions channel, if it is a forum."""
    channel = reader.guild.get_channel(reader.community.questions_channel_id or 0)
    return channel if isinstance(channel, discord.ForumChannel) else None


def _lacking(reader: Reader, forum: discord.ForumChannel, lacking: tuple[str, ...]) -> str:
    names = channels.permission_names(reader.language, lacking)
    return reader.text("setup-tags-lacking", channel=forum.mention, permissions=names)
