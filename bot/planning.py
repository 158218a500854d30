"""When and where something is to be posted, as moderators say it: read, checked and offered."""

import itertools
from datetime import date, datetime, time
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot import channels, i18n, links
from bot.days import read_day, read_time
from bot.reader import Reader, zone
from bot.recurrence import runs
from bot.ui import Interaction, say
from data.schedules import Every, Run, Schedule

if TYPE_CHECKING:
    from bot.app import Vinkki

SHOWN_RUNS = 3
"""Coming runs that moderators are shown of a schedule."""


async def moment(
    interaction: Interaction, reader: Reader, day: str, time: str
) -> tuple[int, int] | None:
    """The weekday and the minute of the day that were typed; otherwise they are told, and None."""
    weekday = read_day(day)
    if weekday is None:
        await say(interaction, reader.text("schedule-bad-day", typed=links.one_line(day, 50)))
        return None
    minute = read_time(time)
    if minute is None:
        await say(interaction, reader.text("schedule-bad-time", typed=links.one_line(time, 50)))
        return None
    return weekday, minute


async def channel(
    interaction: Interaction, reader: Reader, channel_id: int | None, *, none: str, thread: bool
) -> discord.TextChannel | None:
    """The channel, if we can post there; otherwise they are told why not, by `none` without one."""
    found = reader.guild.get_channel(channel_id) if channel_id else None
    if channel_id is None:
        await say(interaction, reader.text(none))
    elif not isinstance(found, discord.TextChannel):
        await say(interaction, reader.text("channel-gone", channel=f"<#{channel_id}>"))
    elif lacking := channels.missing(found, channels.needs(found, thread=thread)):
        names = channels.permission_names(reader.language, lacking)
        key = "channel-lacking"
        await say(interaction, reader.text(key, channel=found.mention, permissions=names))
    else:
        return found
    return None


def first_run(bot: "Vinkki", reader: Reader, every: Every, weekday: int, minute: int) -> Run:
    """The next moment that a schedule made now has."""
    local = zone(reader.community, reader.guild)
    start = today(bot, reader)
    return next(runs(every, weekday, minute, local, start, bot.seconds()))


async def coming(bot: "Vinkki", reader: Reader, schedule: Schedule) -> str:
    """The schedule's next runs as one line; none while it is paused for good."""
    following = await bot.deliveries.following(reader.guild, schedule, bot.seconds())
    upcoming = [i18n.stamp(run.due) for run in itertools.islice(following, SHOWN_RUNS)]
    return reader.text("schedule-next", runs=" · ".join(upcoming)) if upcoming else ""


def today(bot: "Vinkki", reader: Reader) -> date:
    """The date it is in the community."""
    return bot.now().astimezone(zone(reader.community, reader.guild)).date()


def dated(reader: Reader, day: str) -> str:
    """A local ISO date as Discord shows it. At noon it is the same day for nearly every reader."""
    noon = datetime.combine(date.fromisoformat(day), time(12), zone(reader.community, reader.guild))
    return i18n.stamp(noon, "D")


def days(reader: Reader, typed: str) -> list[app_commands.Choice[str]]:
    """Weekdays that begin as typed, for an autocomplete."""
    keys = [f"day-{weekday}" for weekday in range(7)]
    named = [(reader.text(key), i18n.text("en", key)) for key in keys]
    return [
        app_commands.Choice(name=name, value=value)
        for name, value in named
        if name.casefold().startswith(typed.strip().casefold())
    ]
