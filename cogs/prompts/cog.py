"""/prompt: the pool, its schedules, and the posts they make."""

import logging

import discord
from discord import app_commands

from bot import channels, i18n, links, planning
from bot.delivery import PROMPT, REFLECT, Kind, thread_of
from bot.i18n import described
from bot.reader import Reader, language_of, zone
from bot.router import Feature, Press, answers, number
from bot.ui import Card, Interaction, ask, page_of, pager, picks, redraw, say, show, tell
from cogs.prompts import rules
from cogs.prompts.ui import (
    pool_card,
    prompt_card,
    prompt_form,
    schedule_line,
    schedules_card,
)
from data import deliveries, prompts, schedules
from data.deliveries import Delivery
from data.schedules import Audience, Every

log = logging.getLogger(__name__)


class Prompts(Feature):
    """Reflection prompts."""

    prompt = app_commands.Group(
        name="prompt", description=described("command-prompt"), guild_only=True
    )

    async def cog_load(self) -> None:
        await super().cog_load()
        kind = Kind(REFLECT, self._compose, self._open_thread, thread=True, tell_empty=True)
        self.bot.deliveries.add(PROMPT, kind)

    async def cog_unload(self) -> None:
        self.bot.deliveries.remove(PROMPT)
        await super().cog_unload()

    # The pool

    @prompt.command(name="add", description=described("command-prompt-add"))
    @app_commands.describe(
        text=described("option-prompt-add-text"), theme=described("option-prompt-add-theme")
    )
    async def add(
        self, interaction: Interaction, text: str | None = None, theme: str | None = None
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        if text is None or not links.clean(text):
            await ask(interaction, *prompt_form(reader, theme or ""), "prompt.add")
            return
        await self._add(interaction, reader, text, theme or "")

    @answers("prompt.add")
    async def add_from_form(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            given = press.fields
            await self._add(interaction, reader, given.get("text", ""), given.get("theme", ""))

    async def _add(self, interaction: Interaction, reader: Reader, text: str, theme: str) -> None:
        text, theme = links.clean(text), links.clean(theme)
        if not text:
            await say(interaction, reader.text("prompt-empty"))
            return
        if len(text) > rules.PROMPT_LONGEST:
            most, count = rules.PROMPT_LONGEST, len(text)
            await say(interaction, reader.text("prompt-too-long", count=count, most=most), text)
            return
        if len(theme) > rules.THEME_LONGEST:
            most = rules.THEME_LONGEST
            await say(interaction, reader.text("prompt-theme-too-long", most=most), text)
            return
        added = await prompts.add(
            self.bot.store, reader.guild_id, text, theme, reader.user_id, self.bot.seconds()
        )
        if added is None:
            await say(interaction, reader.text("prompt-pool-full", most=prompts.MOST_PROMPTS), text)
            return
        pool = await prompts.pool(self.bot.store, reader.guild_id)
        scheduled = await schedules.of_guild(self.bot.store, reader.guild_id, PROMPT)
        key = "prompt-added" if scheduled or len(pool) > 1 else "prompt-added-schedule"
        await say(interaction, reader.text(key, count=len(pool), text=links.one_line(text, 300)))

    @prompt.command(name="list", description=described("command-prompt-list"))
    async def list_pool(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await show(interaction, await self._pool(reader, 0))

    @answers("prompt.page")
    async def turn_pool(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._pool(reader, press.number()))

    async def _pool(self, reader: Reader, page: int) -> Card:
        return pool_card(reader, await prompts.pool(self.bot.store, reader.guild_id), page)

    @prompt.command(name="remove", description=described("command-prompt-remove"))
    @app_commands.describe(prompt=described("option-prompt"))
    async def remove(self, interaction: Interaction, prompt: str) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        removed = await prompts.remove(self.bot.store, reader.guild_id, number(prompt))
        await tell(interaction, "prompt-removed" if removed else "prompt-unknown", reader.language)

    # Schedules

    @prompt.command(name="schedule", description=described("command-prompt-schedule"))
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
        where = await self._postable(interaction, reader, channel)
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
        lines = [await self._schedule_line(reader, made)]
        if not await prompts.pool(self.bot.store, reader.guild_id):
            lines.append(reader.text("schedule-no-prompts"))
        title = reader.text("schedule-made", zone=zone(reader.community, reader.guild).key)
        await show(interaction, schedules_card(title, lines))

    @schedule.autocomplete("day")
    async def suggest_day(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return planning.days(await self.bot.reader(interaction), typed)

    @prompt.command(name="schedules", description=described("command-prompt-schedules"))
    async def list_schedules(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        await show(interaction, await self._schedules(reader, 0))

    @answers("schedule.page")
    async def turn_schedules(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._schedules(reader, press.number()))

    async def _schedules(self, reader: Reader, page: int) -> Card:
        made = await schedules.of_guild(self.bot.store, reader.guild_id, PROMPT)
        shown, page, pages = page_of(made, page)
        lines = [await self._schedule_line(reader, one) for one in shown]
        local = zone(reader.community, reader.guild).key
        title = reader.text("schedules-title", count=len(made), zone=local)
        return schedules_card(title, lines, pager(page, pages, "schedule.page"))

    async def _schedule_line(self, reader: Reader, schedule: schedules.Schedule) -> str:
        coming = await planning.coming(self.bot, reader, schedule)
        last = await deliveries.last_of(self.bot.store, reader.guild_id, schedule.schedule_id)
        return schedule_line(reader, schedule, coming, last)

    @prompt.command(name="unschedule", description=described("command-prompt-unschedule"))
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

    @prompt.command(name="post", description=described("command-prompt-post"))
    @app_commands.describe(
        prompt=described("option-prompt-post-prompt"), channel=described("option-schedule-channel")
    )
    async def post(
        self,
        interaction: Interaction,
        prompt: str | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        pool = await prompts.pool(self.bot.store, reader.guild_id)
        chosen = next(
            (one for one in pool if prompt is None or one.prompt_id == number(prompt)), None
        )
        if chosen is None:
            await say(interaction, reader.text("prompt-unknown" if pool else "prompt-none"))
            return
        where = await self._postable(interaction, reader, channel)
        if where is None:
            return
        await interaction.response.defer(ephemeral=True)
        made = await deliveries.deliver_now(
            self.bot.store,
            reader.guild_id,
            PROMPT,
            where.id,
            "choice",
            chosen.prompt_id,
            chosen.text,
            self.bot.now().astimezone(zone(reader.community, reader.guild)).date().isoformat(),
            self.bot.seconds(),
        )
        ended = await self.bot.deliveries.send(made)
        if ended.state == "sent":
            sentence = reader.text("prompt-posted", channel=where.mention)
        elif ended.state in ("pending", "sending"):
            sentence = reader.text("prompt-post-later", channel=where.mention)
        else:
            reason = reader.text(f"delivery-reason-{ended.reason}")
            sentence = reader.text("prompt-not-posted", channel=where.mention, reason=reason)
        await say(interaction, sentence)

    async def _postable(
        self, interaction: Interaction, reader: Reader, given: discord.TextChannel | None
    ) -> discord.TextChannel | None:
        """The channel given or set up, if a prompt can be posted there; otherwise they are told."""
        channel_id = given.id if given else reader.community.prompts_channel_id
        none = "schedule-no-channel"
        return await planning.channel(interaction, reader, channel_id, none=none, thread=True)

    # Posting

    async def _compose(self, delivery: Delivery, guild: discord.Guild) -> Card | None:
        chosen = await prompts.choose(self.bot.store, delivery)
        return prompt_card(chosen, await language_of(self.bot.store, guild)) if chosen else None

    async def _open_thread(self, delivery: Delivery) -> None:
        """Open the thread for the answers. What fails here is tried again by the first answer."""
        try:
            await thread_of(self.bot, delivery.guild_id, delivery.delivery_id)
        except channels.TROUBLE as trouble:
            log.warning("No thread for delivery %d yet: %s", delivery.delivery_id, trouble)

    # What can be picked from

    @remove.autocomplete("prompt")
    @post.autocomplete("prompt")
    async def suggest_prompt(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        if not reader.moderator:
            return []
        pool = await prompts.pool(self.bot.store, reader.guild_id)
        return picks(typed, [(one.prompt_id, one.text) for one in pool])

    @unschedule.autocomplete("schedule")
    async def suggest_schedule(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        if not reader.moderator:
            return []
        named = []
        for one in await schedules.of_guild(self.bot.store, reader.guild_id, PROMPT):
            channel = reader.guild.get_channel(one.channel_id)
            time = i18n.clock(reader.language, one.minute)
            where = f"#{channel.name}" if channel else "–"
            named.append((one.schedule_id, f"{reader.text(f'day-{one.weekday}')} {time} · {where}"))
        return picks(typed, named)
