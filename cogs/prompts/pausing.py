"""Schedules that rest: paused for good or until a date, skipping a run, and going on."""

from dataclasses import replace
from datetime import timedelta

from discord import app_commands

from bot import links, planning
from bot.days import read_date
from bot.i18n import described, stamp
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, ask, say
from cogs.prompts.base import Choices
from cogs.prompts.schedule_base import SchedulePart
from cogs.prompts.schedule_ui import pause_form
from data import schedule_changes
from data.schedules import Run, Schedule

FARTHEST = timedelta(days=731)
"""How far ahead a pause or what is skipped may reach; beyond that, pause without an end."""


class Pausing(SchedulePart):
    """/prompt pause, resume and skip, and their buttons."""

    @SchedulePart.prompt.command(name="pause", description=described("command-prompt-pause"))
    @app_commands.describe(
        schedule=described("option-schedule"), until=described("option-schedule-until")
    )
    async def pause(
        self, interaction: Interaction, schedule: str, until: str | None = None
    ) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, schedule) if reader else None
        if reader is None or made is None:
            return
        day, refused = self._until(reader, until or "")
        if refused:
            await say(interaction, refused)
            return
        first = await self._pause(reader, made, day)
        if day and first:
            date = planning.dated(reader, day)
            await say(interaction, reader.text("schedule-paused", date=date, run=stamp(first.due)))
        else:
            await say(interaction, reader.text("schedule-paused-open"))

    @answers("schedule.pause")
    async def ask_until(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader and await self.found(interaction, reader, str(press.number())):
            await ask(interaction, *pause_form(reader), "schedule.paused", press.number())

    @answers("schedule.paused")
    async def pause_from_form(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, str(press.number())) if reader else None
        if reader is None or made is None:
            return
        day, refused = self._until(reader, press.fields.get("until", ""))
        if refused:
            await say(interaction, refused)
            return
        await self._pause(reader, made, day)
        await self.redraw_card(interaction, reader, made)

    def _until(self, reader: Reader, typed: str) -> tuple[str | None, str]:
        """The local ISO date that was typed, None without one, or why it is not taken."""
        if not typed.strip():
            return None, ""
        today = planning.today(self.bot, reader)
        day = read_date(typed, today)
        shown = links.one_line(typed, 50)
        if day is None:
            return None, reader.text("schedule-bad-date", typed=shown)
        if day <= today:
            return None, reader.text("schedule-date-past", typed=shown)
        if day - today > FARTHEST:
            return None, reader.text("schedule-date-far")
        return day.isoformat(), ""

    async def _pause(self, reader: Reader, schedule: Schedule, until: str | None) -> Run | None:
        """Pause it, and return the first run after that."""
        now = self.bot.seconds()
        paused = replace(schedule, paused_at=now, paused_until=until)
        first = next(await self.bot.deliveries.following(reader.guild, paused, now), None)
        where = (reader.guild_id, schedule.schedule_id)
        await schedule_changes.pause(self.bot.store, *where, now, until, first)
        self.bot.deliveries.wake()
        return first

    @SchedulePart.prompt.command(name="resume", description=described("command-prompt-resume"))
    @app_commands.describe(schedule=described("option-schedule"))
    async def resume(self, interaction: Interaction, schedule: str) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, schedule) if reader else None
        if reader and made:
            await say(interaction, await self._resume(reader, made))

    @answers("schedule.resume")
    async def resume_from_button(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, str(press.number())) if reader else None
        if reader is None or made is None:
            return
        sentence = await self._resume(reader, made)
        if "card" in press.args:
            await self.redraw_card(interaction, reader, made)
        else:
            await say(interaction, sentence)

    async def _resume(self, reader: Reader, schedule: Schedule) -> str:
        """Go on, and return what to say of it."""
        now = self.bot.seconds()
        today = planning.today(self.bot, reader).isoformat()
        paused = schedule.paused(today)
        rests = paused or (schedule.skipped_to or "") >= today
        running = replace(schedule, paused_at=None, paused_until=None, skipped_to=None)
        first = next(await self.bot.deliveries.following(reader.guild, running, now))
        if rests:
            # What has come and is about to be claimed is not passed over.
            kept = Run(schedule.next_date, schedule.next_due)
            following = kept if not paused and kept.due <= now else first
            where = (reader.guild_id, schedule.schedule_id)
            await schedule_changes.resume(self.bot.store, *where, following)
            self.bot.deliveries.wake()
        return reader.text("schedule-resumed" if rests else "schedule-runs", run=stamp(first.due))

    @SchedulePart.prompt.command(name="skip", description=described("command-prompt-skip"))
    @app_commands.describe(schedule=described("option-schedule"))
    async def skip(self, interaction: Interaction, schedule: str) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, schedule) if reader else None
        if reader and made:
            _, sentence = await self._skip(reader, made)
            await say(interaction, sentence)

    @answers("schedule.skip")
    async def skip_from_button(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        made = await self.found(interaction, reader, str(press.number())) if reader else None
        if reader is None or made is None:
            return
        skipped, sentence = await self._skip(reader, made)
        if skipped:
            await self.redraw_card(interaction, reader, made)
        else:
            await say(interaction, sentence)

    async def _skip(self, reader: Reader, schedule: Schedule) -> tuple[bool, str]:
        """Skip the next run; returns whether it was, and what to say of it."""
        now = self.bot.seconds()
        run = Run(schedule.next_date, schedule.next_due)
        if schedule.next_due > now or not schedule.takes(run.local_date):
            coming = next(await self.bot.deliveries.following(reader.guild, schedule, now), None)
            if coming is None:
                return False, reader.text("schedule-skip-paused")
            run = coming
        after = next(await self.bot.deliveries.following(reader.guild, schedule, max(run.due, now)))
        if after.local_date > (planning.today(self.bot, reader) + FARTHEST).isoformat():
            return False, reader.text("schedule-date-far")
        where = (reader.guild_id, schedule.schedule_id)
        if not await schedule_changes.skip(
            self.bot.store, *where, run, after, was=schedule.next_due
        ):
            return False, reader.text("schedule-skip-came")
        self.bot.deliveries.wake()
        moments = {"run": stamp(run.due), "next": stamp(after.due)}
        return True, reader.text("schedule-skipped", **moments)

    @pause.autocomplete("schedule")
    @resume.autocomplete("schedule")
    @skip.autocomplete("schedule")
    async def suggest_resting(self, interaction: Interaction, typed: str) -> Choices:
        return await self.schedule_choices(interaction, typed)
