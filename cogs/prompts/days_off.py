"""Days off: dates on which no prompt is posted, one a line in a form."""

from bot import links, planning
from bot.days import read_date
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, ask, redraw, say
from cogs.prompts.schedule_base import SchedulePart
from cogs.prompts.schedule_ui import days_off_form
from data import days_off

MOST_TOLD = 10
"""Lines that are told one by one; all of them are in the file."""


class DaysOff(SchedulePart):
    """What the button under the list of schedules does."""

    @answers("schedule.days")
    async def ask_days_off(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            form = days_off_form(reader, await self.coming_days_off(reader))
            await ask(interaction, *form, "schedule.days-given")

    @answers("schedule.days-given")
    async def take_days_off(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        typed = press.fields.get("dates", "")
        today = planning.today(self.bot, reader)
        lines = [line.strip() for line in typed.splitlines() if line.strip()]
        read = [(line, read_date(line, today)) for line in lines]
        dates = {day.isoformat() for _, day in read if day and day >= today}
        if await days_off.put(self.bot.store, reader.guild_id, dates) is None:
            most, count = days_off.MOST_DAYS_OFF, len(dates)
            await say(interaction, reader.text("days-off-many", count=count, most=most), typed)
            return
        await self.bot.deliveries.reschedule(reader.guild)
        await redraw(interaction, await self.list_of(reader, 0))
        wrong = [line for line, day in read if day is None]
        past = [line for line, day in read if day and day < today]
        told = [reader.text("days-off-saved", count=len(dates))]
        if past:
            told.append(reader.text("days-off-past", lines=_listed(reader, past)))
        if wrong:
            shown = _listed(reader, wrong)
            told.append(reader.text("days-off-wrong", count=len(wrong), lines=shown))
        await say(interaction, "\n".join(told), "\n".join(past + wrong))


def _listed(reader: Reader, lines: list[str]) -> str:
    told = (reader.text("days-off-line", line=links.one_line(one, 50)) for one in lines[:MOST_TOLD])
    shown = ", ".join(told)
    return shown + (" …" if len(lines) > MOST_TOLD else "")
