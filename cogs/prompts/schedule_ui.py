"""How schedules look: a line of each, the list of them, one by itself, and their forms."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

import discord
from discord import ui

from bot import i18n, links, planning
from bot.i18n import Language, stamp
from bot.quiet import POSTS, RESUME
from bot.reader import Reader, zone
from bot.ui import (
    PROMPT_COLOUR,
    Card,
    Choice,
    Field,
    button,
    component_id,
    flat,
    page_of,
    pager,
    pick_menu,
)
from cogs.prompts.views import starters_button
from data.communities import LEASTS
from data.days_off import MOST_DAYS_OFF
from data.deliveries import Delivery
from data.schedules import Pick, Run, Schedule

A_PAGE = 5
"""Schedules on a page: each has several lines."""
MOST_THEMES = 24
"""A menu has 25 options, and one is for all themes."""
ALL = "="
"""Before a theme in a menu's value, so that no theme at all has a value too."""
DATES = 11 * MOST_DAYS_OFF + 400
"""Characters of a form of dates: ten and a line break each, and some that are mistaken."""
NO_TROUBLE = {"unscheduled", "paused"}
"""Why a run was skipped because a moderator wanted it."""


def schedule_line(
    reader: Reader,
    schedule: Schedule,
    today: str,
    coming: str,
    skipped: Iterable[Run],
    last: Delivery | None,
) -> str:
    when = reader.text(
        f"when-{schedule.every.replace(' ', '-')}",
        day=reader.text(f"day-{schedule.weekday}"),
        time=i18n.clock(reader.language, schedule.minute),
    )
    parts = [
        reader.text(
            "schedule-line",
            channel=f"<#{schedule.channel_id}>",
            when=when,
            audience=reader.text(f"seen-{schedule.visibility}"),
        )
    ]
    if schedule.pick != "order":
        parts.append(reader.text(f"schedule-picks-{schedule.pick}"))
    if schedule.theme:
        parts.append(links.coded(schedule.theme))
    lines = [" · ".join(parts), _pause(reader, schedule, today)]
    if moments := " · ".join(stamp(run.due) for run in skipped):
        lines.append(reader.text("schedule-skips", runs=moments))
    lines.append(coming)
    if last and last.state in ("skipped", "failed") and last.reason not in NO_TROUBLE:
        reason = reader.text(f"delivery-reason-{last.reason}")
        lines.append(reader.text("schedule-trouble", reason=reason, when=stamp(last.due_at, "D")))
    return "\n".join(filter(None, lines))


def _pause(reader: Reader, schedule: Schedule, today: str) -> str:
    if not schedule.paused(today):
        return ""
    if schedule.paused_until:
        return reader.text("schedule-rests", date=planning.dated(reader, schedule.paused_until))
    if schedule.paused_why == "quiet":
        return reader.text("schedule-rests-quiet", count=POSTS)
    return reader.text("schedule-rests-open")


def schedule_card(
    reader: Reader,
    heading: str,
    line: str,
    schedule: Schedule,
    today: str,
    themes: Sequence[str],
    note: str = "",
) -> Card:
    """One schedule, with what can be changed about it."""
    schedule_id = schedule.schedule_id
    paused, skips = schedule.paused(today), (schedule.skipped_to or "") >= today
    back = reader.text("schedule-go-on" if paused else "schedule-unskip")
    return Card(
        heading,
        line,
        note,
        [starters_button(reader, first=True)] if note else [],
        [_pick_menu(reader, schedule)],
        [_theme_menu(reader, schedule, themes)] if themes or schedule.theme else [],
        [
            button(back, RESUME, schedule_id, "card")
            if paused or skips
            else button(reader.text("schedule-pause"), "schedule.pause", schedule_id),
            button(reader.text("schedule-skip"), "schedule.skip", schedule_id),
            button(reader.text("schedule-all"), "schedule.page", 0),
        ],
        _zone(reader),
        colour=PROMPT_COLOUR,
    )


def _pick_menu(reader: Reader, schedule: Schedule) -> ui.Select[Any]:
    options = [
        discord.SelectOption(
            value=pick, label=reader.text(f"schedule-pick-{pick}"), default=pick == schedule.pick
        )
        for pick in get_args(Pick)
    ]
    return ui.Select(custom_id=component_id("schedule.pick", schedule.schedule_id), options=options)


def _theme_menu(reader: Reader, schedule: Schedule, themes: Sequence[str]) -> ui.Select[Any]:
    # Its own theme is there also when no prompt has it any more.
    offered = [schedule.theme] if schedule.theme else []
    offered += [one for one in themes if one != schedule.theme]
    options = [
        discord.SelectOption(value=ALL + one, label=flat(one, 100), default=one == schedule.theme)
        for one in sorted(offered[:MOST_THEMES], key=str.casefold)
    ]
    every = reader.text("schedule-theme-all")
    options.insert(0, discord.SelectOption(value=ALL, label=every, default=not schedule.theme))
    return ui.Select(
        custom_id=component_id("schedule.theme", schedule.schedule_id), options=options
    )


def schedules_card(
    reader: Reader, made: Sequence[Schedule], lines: Sequence[str], page: int, days_off: int
) -> Card:
    """A page of schedules, as `page_of` has it, with a line of each."""
    shown, page, pages = page_of(made, page, A_PAGE)
    named = [(one.schedule_id, schedule_name(reader, one), "") for one in shown]
    return Card(
        reader.text("schedules-title", count=len(made)),
        *lines,
        _zone(reader) if made else "",
        pager(page, pages, "schedule.page"),
        [pick_menu("schedule.open", reader.text("schedule-open"), named)] if named else [],
        [_least_menu(reader, page)],
        [button(reader.text("days-off", count=days_off), "schedule.days")],
        colour=PROMPT_COLOUR,
    )


def _least_menu(reader: Reader, page: int) -> ui.Select[Any]:
    options = [
        discord.SelectOption(
            value=str(least),
            label=reader.text("schedule-least", least=least),
            default=least == reader.community.anonymous_least,
        )
        for least in LEASTS
    ]
    return ui.Select(custom_id=component_id("schedule.least", page), options=options)


def schedule_name(reader: Reader, schedule: Schedule) -> str:
    """A schedule where only plain text can be shown."""
    channel = reader.guild.get_channel(schedule.channel_id)
    time = i18n.clock(reader.language, schedule.minute)
    where = f"#{channel.name}" if channel else "–"
    return f"{reader.text(f'day-{schedule.weekday}')} {time} · {where}"


def _zone(reader: Reader) -> str:
    return reader.text("schedule-zone", zone=zone(reader.community, reader.guild).key)


def pause_form(reader: Reader) -> tuple[str, list[Field | Choice]]:
    label, help = reader.text("schedule-pause-until"), reader.text("option-schedule-until")
    return reader.text("schedule-pause-title"), [Field("until", label, 30, help, required=False)]


def days_off_form(reader: Reader, dates: Iterable[str]) -> tuple[str, list[Field | Choice]]:
    return reader.text("days-off-title"), [
        Field(
            "dates",
            reader.text("days-off-dates"),
            longest=DATES,
            help=reader.text("days-off-help"),
            value="\n".join(_written(reader.language, one) for one in dates),
            paragraph=True,
            required=False,
        )
    ]


def _written(language: Language, day: str) -> str:
    """A local ISO date as the language writes it, and as it is read back."""
    if language != "fi":
        return day
    year, month, number = day.split("-")
    return f"{int(number)}.{int(month)}.{year}"
