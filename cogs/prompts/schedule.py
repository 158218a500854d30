"""Schedules: when a prompt is posted and where, how it is picked, and of which theme."""

import discord
from discord import app_commands

from bot import planning
from bot.delivery import PROMPT
from bot.i18n import described
from bot.router import Press, answers, number
from bot.ui import Interaction, redraw, say, show, tell
from cogs.prompts.base import Choices
from cogs.prompts.schedule_base import SchedulePart
from cogs.prompts.schedule_ui import ALL
from data import communities, prompts, schedule_changes, schedules
from data.schedules import Audience, Every, Pick


class Scheduling(SchedulePart):
    """/prompt schedule, schedules and unschedule."""

    @SchedulePart.prompt.command(name="schedule", description=described("command-prompt-schedule"))
    @app_commands.describe(
        channel=described("option-schedule-channel"),
        day=described("option-schedule-day"),
        time=described("option-schedule-time"),
        every=described("option-schedule-every"),
        visibility=described("option-schedule-visibility"),
    )
    @app_commands.choices(
        every=[
            app_commands.Choice(name=described("every-week"), value="week"),
            app_commands.Choice(name=described("every-two-weeks"), value="two weeks"),
            app_commands.Choice(name=described("every-month"), value="month"),
        ],
        visibility=[
            app_commands.Choice(name=described("audience-choice"), value="choice"),
            app_commands.Choice(name=described("audience-open"), value="open"),
            app_commands.Choice(name=described("audience-anonymous"), value="anonymous"),
            app_commands.Choice(name=described("audience-private"), value="private"),
        ],
    )
    async def schedule(
        self,
        interaction: Interaction,
        channel: discord.TextChannel | None = None,
        day: str = "monday",
        time: str = "9:00",
        every: Every = "week",
        visibility: Audience = "choice",
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        when = await planning.moment(interaction, reader, day, time)
        if when is None:
            return
        where = await self.postable(interaction, reader, channel)
        if where is None:
            return
        made = await schedules.add(
            self.bot.store,
            reader.guild_id,
            PROMPT,
            where.id,
            *when,
            every,
            visibility,
            reader.user_id,
            planning.first_run(self.bot, reader, every, *when),
        )
        if made is None:
            await say(interaction, reader.text("schedule-full", most=schedules.MOST_SCHEDULES))
            return
        self.bot.deliveries.wake()
        pool = await prompts.pool(self.bot.store, reader.guild_id)
        ready = any(one.state == "ready" for one in pool)
        note = "" if ready else reader.text("schedule-no-prompts")
        await show(
            interaction, await self.card_of(reader, made, reader.text("schedule-made"), note)
        )

    @schedule.autocomplete("day")
    async def suggest_day(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return planning.days(await self.bot.reader(interaction), typed)

    @SchedulePart.prompt.command(
        name="schedules", description=described("command-prompt-schedules")
    )
    async def list_schedules(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        await show(interaction, await self.list_of(reader, 0))

    @answers("schedule.page")
    async def turn_schedules(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self.list_of(reader, press.number()))

    @answers("schedule.least")
    async def choose_least(self, interaction: Interaction, press: Press) -> None:
        """How many anonymous answers there must be. Answers that wait keep what they were told."""
        if await self.bot.moderator(interaction) is None:
            return
        least = number(press.values[0]) if press.values else 0
        reader = await self.bot.reader(interaction)
        if least in communities.LEASTS:
            await communities.choose(self.bot.store, reader.guild_id, "anonymous_least", least)
            reader = await self.bot.reader(interaction)
        await redraw(interaction, await self.list_of(reader, press.number()))

    @answers("schedule.open")
    async def open_schedule(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, "".join(press.values)) if reader else None
        if reader and made:
            await redraw(interaction, await self.card_of(reader, made))

    @answers("schedule.pick")
    async def choose_pick(self, interaction: Interaction, press: Press) -> None:
        chosen: Pick = "random" if "random" in press.values else "order"
        await self._tune(interaction, press, pick=chosen)

    @answers("schedule.theme")
    async def choose_theme(self, interaction: Interaction, press: Press) -> None:
        await self._tune(interaction, press, theme="".join(press.values).removeprefix(ALL))

    async def _tune(
        self,
        interaction: Interaction,
        press: Press,
        *,
        pick: Pick | None = None,
        theme: str | None = None,
    ) -> None:
        """Change how prompts are picked, or of which of the pool's themes they are."""
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, str(press.number())) if reader else None
        if reader is None or made is None:
            return
        there = ["", made.theme, *await prompts.themes(self.bot.store, reader.guild_id)]
        await schedule_changes.tune(
            self.bot.store,
            reader.guild_id,
            made.schedule_id,
            pick=pick or made.pick,
            theme=theme if theme in there else made.theme,
        )
        await self.redraw_card(interaction, reader, made)

    @SchedulePart.prompt.command(
        name="unschedule", description=described("command-prompt-unschedule")
    )
    @app_commands.describe(schedule=described("option-schedule"))
    async def unschedule(self, interaction: Interaction, schedule: str) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        schedule_id = number(schedule)
        removed = await schedules.remove(self.bot.store, reader.guild_id, PROMPT, schedule_id)
        self.bot.deliveries.wake()
        await tell(
            interaction, "schedule-removed" if removed else "schedule-unknown", reader.language
        )

    @unschedule.autocomplete("schedule")
    async def suggest_schedule(self, interaction: Interaction, typed: str) -> Choices:
        return await self.schedule_choices(interaction, typed)
