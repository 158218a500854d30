"""How prompts look: the weekly card, the pool, schedules."""

from collections.abc import Sequence

import discord
from discord import ui

from bot import i18n, links
from bot.delivery import REFLECT
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import PAGE, PROMPT_COLOUR, Card, Choice, Field, button, page_of, pager
from cogs.prompts import rules
from data.deliveries import Delivery
from data.prompts import Prompt
from data.schedules import Schedule


def prompt_card(delivery: Delivery, language: Language) -> Card:
    return Card(
        f"{i18n.text(language, 'prompt-head')}\n## {links.escape(_flat(delivery.prompt_text))}\n"
        f"{i18n.text(language, f'prompt-audience-{delivery.visibility}')}",
        [
            button(
                i18n.text(language, "prompt-reflect"),
                REFLECT,
                delivery.delivery_id,
                style=discord.ButtonStyle.primary,
            )
        ],
        colour=PROMPT_COLOUR,
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def prompt_form(reader: Reader, theme: str) -> tuple[str, list[Field | Choice]]:
    return reader.text("prompt-form-title"), [
        Field(
            "text",
            reader.text("prompt-form-text"),
            longest=rules.PROMPT_LONGEST,
            help=reader.text("prompt-form-help"),
            paragraph=True,
        ),
        Field(
            "theme",
            reader.text("prompt-form-theme"),
            longest=rules.THEME_LONGEST,
            value=theme[: rules.THEME_LONGEST],
            required=False,
        ),
    ]


def pool_card(reader: Reader, prompts: Sequence[Prompt], page: int) -> Card:
    shown, page, pages = page_of(prompts, page)
    first = page * PAGE + 1
    lines = [_pool_line(reader, prompt, place) for place, prompt in enumerate(shown, start=first)]
    return Card(
        reader.text("pool-title", count=len(prompts)),
        "\n".join(lines),
        pager(page, pages, "prompt.page"),
        colour=PROMPT_COLOUR,
    )


def _pool_line(reader: Reader, prompt: Prompt, place: int) -> str:
    parts = [f"{place}. {links.one_line(prompt.text, 180)}"]
    if prompt.theme:
        parts.append(links.coded(prompt.theme))
    if prompt.last_used:
        parts.append(reader.text("pool-used", when=stamp(prompt.last_used, "R")))
    return " · ".join(parts)


def schedule_line(reader: Reader, schedule: Schedule, coming: str, last: Delivery | None) -> str:
    line = reader.text(
        "schedule-line",
        channel=f"<#{schedule.channel_id}>",
        day=reader.text(f"day-{schedule.weekday}"),
        time=i18n.clock(reader.language, schedule.minute),
        every=reader.text(f"every-{schedule.every.replace(' ', '-')}"),
        audience=reader.text(f"audience-{schedule.visibility}"),
    )
    line += "\n" + coming
    if last is not None and last.state in ("skipped", "failed") and last.reason != "unscheduled":
        line += "\n" + reader.text(
            "schedule-trouble",
            reason=reader.text(f"delivery-reason-{last.reason}"),
            when=stamp(last.due_at, "D"),
        )
    return line


def schedules_card(
    heading: str, lines: Sequence[str], turning: Sequence[ui.Item[ui.LayoutView]] = ()
) -> Card:
    return Card(heading, *lines, turning, colour=PROMPT_COLOUR)
