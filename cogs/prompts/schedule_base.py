"""What the parts that deal with schedules have in common: finding one, and showing it."""

import itertools
from dataclasses import replace

from bot import planning
from bot.delivery import PROMPT
from bot.reader import Reader
from bot.router import number
from bot.ui import Card, Interaction, page_of, redraw, tell
from cogs.prompts.base import PromptPart
from cogs.prompts.schedule_ui import A_PAGE, schedule_card, schedule_line, schedules_card
from data import days_off, deliveries, prompts, schedules
from data.schedules import Run, Schedule


class SchedulePart(PromptPart):
    async def found(
        self, interaction: Interaction, reader: Reader, schedule_id: str
    ) -> Schedule | None:
        """The community's schedule with this id; otherwise they are told, and None."""
        made = await schedules.get(self.bot.store, reader.guild_id, PROMPT, number(schedule_id))
        if made is None:
            await tell(interaction, "schedule-unknown", reader.language)
        return made

    async def line_of(self, reader: Reader, schedule: Schedule) -> str:
        coming = await planning.coming(self.bot, reader, schedule)
        last = await deliveries.last_of(self.bot.store, reader.guild_id, schedule.schedule_id)
        today = planning.today(self.bot, reader).isoformat()
        skipped = await self._skipped(reader, schedule)
        return schedule_line(reader, schedule, today, coming, skipped, last)

    async def _skipped(self, reader: Reader, schedule: Schedule) -> list[Run]:
        """The next runs that would come had they not been skipped."""
        last = schedule.skipped_to
        if last is None:
            return []
        whole = replace(schedule, skipped_to=None)
        runs = await self.bot.deliveries.following(reader.guild, whole, self.bot.seconds())
        few = itertools.islice(runs, planning.SHOWN_RUNS)
        return list(itertools.takewhile(lambda run: run.local_date <= last, few))

    async def card_of(
        self, reader: Reader, schedule: Schedule, heading: str = "", note: str = ""
    ) -> Card:
        themes = await prompts.themes(self.bot.store, reader.guild_id)
        today = planning.today(self.bot, reader).isoformat()
        heading = heading or reader.text("schedule-title")
        line = await self.line_of(reader, schedule)
        return schedule_card(reader, heading, line, schedule, today, themes, note)

    async def list_of(self, reader: Reader, page: int) -> Card:
        made = await schedules.of_guild(self.bot.store, reader.guild_id, PROMPT)
        shown, page, _ = page_of(made, page, A_PAGE)
        lines = [await self.line_of(reader, one) for one in shown]
        off = await self.coming_days_off(reader)
        return schedules_card(reader, made, lines, page, len(off))

    async def coming_days_off(self, reader: Reader) -> list[str]:
        """Those that are still to come, as local ISO dates."""
        today = planning.today(self.bot, reader).isoformat()
        return [
            one for one in await days_off.listed(self.bot.store, reader.guild_id) if one >= today
        ]

    async def redraw_card(
        self, interaction: Interaction, reader: Reader, schedule: Schedule
    ) -> None:
        """Show on the pressed card how the schedule is now."""
        made = await self.found(interaction, reader, str(schedule.schedule_id))
        if made:
            await redraw(interaction, await self.card_of(reader, made))
