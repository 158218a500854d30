"""How the pool looks to moderators: the list, one prompt, what waits, the starter sets; forms."""

from collections.abc import Mapping, Sequence
from typing import Any

import discord
from discord import ui

from bot import links
from bot.i18n import stamp
from bot.reader import Reader
from bot.ui import (
    PAGE,
    PROMPT_COLOUR,
    Card,
    Choice,
    Field,
    button,
    component_id,
    last_page,
    page_of,
    pager,
    pick_menu,
)
from cogs.prompts import rules
from data.prompts import Prompt, Use

SUGGESTIONS = 4
"""Suggestions on a page: each may be shown whole, with a row of buttons."""
MOVE = "prompt.move"
ALL = "all"
"""All themes of the starter set."""

Form = tuple[str, list[Field | Choice]]
Row = list[ui.Item[Any]]


def add_form(reader: Reader, theme: str) -> Form:
    return reader.text("prompt-form-title"), [_text(reader), _theme(reader, theme)]


def edit_form(reader: Reader, prompt: Prompt) -> Form:
    fields: list[Field | Choice] = [_text(reader, prompt.text), _theme(reader, prompt.theme)]
    return reader.text("prompt-edit-title"), fields


def suggest_form(reader: Reader) -> Form:
    """Asks a member for a prompt, and says who will read it."""
    return reader.text("prompt-suggest-title"), [
        Field(
            "text",
            reader.text("prompt-form-text"),
            longest=rules.PROMPT_LONGEST,
            help=reader.text("prompt-suggest-help"),
            paragraph=True,
        )
    ]


def _text(reader: Reader, value: str = "") -> Field:
    return Field(
        "text",
        reader.text("prompt-form-text"),
        longest=rules.PROMPT_LONGEST,
        help=reader.text("prompt-form-help"),
        value=value,
        paragraph=True,
    )


def _theme(reader: Reader, value: str) -> Field:
    return Field(
        "theme",
        reader.text("prompt-form-theme"),
        longest=rules.THEME_LONGEST,
        help=reader.text("prompt-form-theme-help"),
        value=value[: rules.THEME_LONGEST],
        required=False,
    )


def pool_card(
    reader: Reader,
    pool: Sequence[Prompt],
    page: int,
    uses: Mapping[int, Use],
    waiting: int,
    at: int,
) -> Card:
    """A page of the pool, next first. `waiting` are suggestions, `at` is now."""
    shown, page, pages = page_of(pool, page)
    lines = [
        f"{place}. {links.one_line(one.text, 160)}{_about(reader, one, uses, at)}"
        for place, one in enumerate(shown, start=page * PAGE + 1)
    ]
    below: Row = [starters_button(reader, first=not pool)]
    if waiting:
        below.append(button(reader.text("prompt-waiting", count=waiting), "prompt.waiting"))
    named = [(one.prompt_id, one.text, one.theme) for one in shown]
    return Card(
        reader.text("pool-title", count=len(pool)),
        "\n".join(lines),
        [pick_menu("prompt.pick", reader.text("pool-open-menu"), named)] if named else "",
        pager(page, pages, "prompt.page"),
        [_rest_menu(reader, page)] if pool else "",
        below,
        colour=PROMPT_COLOUR,
    )


def _about(reader: Reader, prompt: Prompt, uses: Mapping[int, Use], at: int) -> str:
    parts = [links.coded(prompt.theme)] if prompt.theme else []
    parts += _state(reader, prompt, uses.get(prompt.prompt_id, Use()), at)
    return f"\n-# {' · '.join(parts)}" if parts else ""


def _state(reader: Reader, prompt: Prompt, use: Use, at: int) -> list[str]:
    """Whether it will be used, and how it was used so far."""
    weeks, least = reader.community.rest_weeks, reader.community.anonymous_least
    parts = []
    if prompt.state == "retired":
        parts.append(reader.text("pool-retired"))
    elif not prompt.rested(weeks, at):
        parts.append(reader.text("pool-resting", when=stamp(prompt.rests_until(weeks), "D")))
    if prompt.last_used is not None:
        when = stamp(prompt.last_used, "R")
        parts.append(reader.text("pool-used", count=max(use.posts, 1), when=when))
    if use.posts:
        # So few that one could guess whose they are.
        few = use.answers < least
        key = "pool-answers-few" if few else "pool-answers"
        parts.append(reader.text(key, count=use.answers))
    return parts


def _rest_menu(reader: Reader, page: int) -> ui.Select[Any]:
    options = [
        discord.SelectOption(
            value=str(weeks),
            label=reader.text("pool-rest", count=weeks),
            default=weeks == reader.community.rest_weeks,
        )
        for weeks in rules.RESTS
    ]
    return ui.Select(custom_id=component_id("prompt.rest", page), options=options)


def one_card(
    reader: Reader, pool: Sequence[Prompt], prompt: Prompt, uses: Mapping[int, Use], at: int
) -> Card:
    """One prompt of the pool, and what can be done with it."""
    ready = [one.prompt_id for one in pool if one.state == "ready"]
    place = ready.index(prompt.prompt_id) if prompt.prompt_id in ready else None
    page = [one.prompt_id for one in pool].index(prompt.prompt_id) // PAGE
    about = [links.coded(prompt.theme)] if prompt.theme else []
    if place is not None:
        about.append(reader.text("prompt-place", place=place + 1, count=len(ready)))
    about += _state(reader, prompt, uses.get(prompt.prompt_id, Use()), at)
    which = prompt.prompt_id
    first: Row = [button(reader.text("prompt-edit"), "prompt.edit", which)]
    if place is None:
        first.append(button(reader.text("prompt-reuse"), "prompt.reuse", which))
    else:
        top, bottom = place == 0, place == len(ready) - 1
        first += [
            button(reader.text("prompt-first"), MOVE, which, "first", disabled=top),
            button(reader.text("prompt-earlier"), MOVE, which, "earlier", disabled=top),
            button(reader.text("prompt-later"), MOVE, which, "later", disabled=bottom),
        ]
    second: Row = [button(reader.text("prompt-back"), "prompt.page", page)]
    if place is not None:
        second.append(button(reader.text("prompt-retire"), "prompt.retire", which))
    second.append(button(reader.text("button-remove"), "prompt.remove", which))
    return Card(
        links.shortened(prompt.text, 2000),
        "-# " + " · ".join(about) if about else "",
        first,
        second,
        colour=PROMPT_COLOUR,
    )


def remove_card(reader: Reader, prompt: Prompt) -> Card:
    """Asks once more, and names the way that can be taken back."""
    row: Row = [button(reader.text("prompt-back"), "prompt.open", prompt.prompt_id)]
    if prompt.state == "ready":
        row.append(button(reader.text("prompt-retire"), "prompt.retire", prompt.prompt_id))
    danger = discord.ButtonStyle.danger
    label = reader.text("prompt-remove-sure")
    row.append(button(label, "prompt.remove-sure", prompt.prompt_id, style=danger))
    return Card(
        reader.text("prompt-remove-ask", text=links.quoted(prompt.text, 2000)),
        row,
        colour=PROMPT_COLOUR,
    )


def starters_button(reader: Reader, *, first: bool = False) -> ui.Button[Any]:
    """Offers the starter set; the main thing to do where there is nothing yet."""
    style = discord.ButtonStyle.primary if first else discord.ButtonStyle.secondary
    return button(reader.text("prompt-starters"), "prompt.starters", style=style)


def starters_card(reader: Reader, sets: Sequence[tuple[str, str, int]]) -> Card:
    """Which theme to add: each is its key, its name and how many prompts it has."""
    total = sum(count for _, _, count in sets)
    offered = [(ALL, reader.text("starters-all"), total), *sets]
    options = [
        discord.SelectOption(
            value=key, label=name, description=reader.text("starters-count", count=count)
        )
        for key, name, count in offered
    ]
    menu: ui.Select[Any] = ui.Select(
        custom_id="prompt.starters-add",
        placeholder=reader.text("starters-menu"),
        options=options,
    )
    return Card(reader.text("starters-ask", count=total), [menu], colour=PROMPT_COLOUR)


def starters_added_card(reader: Reader, added: int, which: str) -> Card:
    row: Row = [button(reader.text("starters-out"), "prompt.starters-out", which)] if added else []
    row.append(button(reader.text("prompt-list"), "prompt.page", 0))
    return Card(reader.text("starters-added", count=added), row, colour=PROMPT_COLOUR)


def starters_out_card(reader: Reader, count: int) -> Card:
    row: Row = [button(reader.text("prompt-list"), "prompt.page", 0)]
    return Card(reader.text("starters-taken", count=count), row, colour=PROMPT_COLOUR)


def suggestions_card(
    reader: Reader, waiting: Sequence[Prompt], count: int, page: int, done: str = ""
) -> Card:
    """What members suggested, below what was just done with one."""
    blocks: list[str | Row] = [done, reader.text("suggestions-title", count=count)]
    for one in waiting:
        quote = links.quoted(one.text, 600)
        who, when = f"<@{one.author_id}>", stamp(one.added_at, "R")
        blocks.append(f"{quote}\n{reader.text('suggestion-by', member=who, when=when)}")
        primary = discord.ButtonStyle.primary
        which = one.prompt_id
        approve = button(reader.text("suggestion-approve"), "prompt.approve", which, style=primary)
        blocks.append(
            [
                approve,
                button(reader.text("prompt-edit"), "prompt.approve-edit", which),
                button(reader.text("suggestion-decline"), "prompt.decline", which),
            ]
        )
    last = last_page(count, SUGGESTIONS)
    below: Row = [*pager(min(page, last), last + 1, "prompt.suggestions")]
    below.append(button(reader.text("suggestions-back"), "review.page", 0))
    return Card(*blocks, below, colour=PROMPT_COLOUR)
