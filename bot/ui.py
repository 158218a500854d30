"""What is shown: cards, forms, buttons, menus, and one-sentence answers for one pair of eyes."""

import io
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import discord
from discord import ui

from bot import i18n

TIP_COLOUR = discord.Colour(0x3B9DD6)
PROMPT_COLOUR = discord.Colour(0x9B7EDE)
QUESTION_COLOUR = discord.Colour(0xE0A030)
SOLVED_COLOUR = discord.Colour(0x43A56B)
CLOSED_COLOUR = discord.Colour(0x8A8F98)

TYPED = "vinkki.txt"
"""The name of the file in which a typed text comes back."""
PAGE = 10
"""Lines on a page of a list."""

Interaction = discord.Interaction[Any]
Item = TypeVar("Item")


def spoken(interaction: Interaction) -> i18n.Language:
    """A language that needs no database: an error may come from there."""
    return i18n.of_locale(interaction.locale) or i18n.of_locale(interaction.guild_locale) or "en"


async def tell(
    interaction: Interaction,
    key: str,
    language: i18n.Language | None = None,
    /,
    **values: str | int | float,
) -> None:
    """Answer this person alone with one sentence of ours."""
    await _answer(interaction, content=i18n.text(language or spoken(interaction), key, **values))


async def say(interaction: Interaction, sentence: str, typed: str = "") -> None:
    """Answer this person alone with text that is ready to show.

    What they had typed, if it could not be taken, comes back as a file.
    """
    more = {"file": TextFile(typed, TYPED)} if typed else {}
    await _answer(interaction, content=sentence, **more)


async def show(interaction: Interaction, view: "Card") -> None:
    """Answer this person alone with a card."""
    await _answer(interaction, view=view)


async def redraw(interaction: Interaction, view: "Card") -> None:
    """Change the card that holds the pressed component."""
    await interaction.response.edit_message(view=view)


async def _answer(interaction: Interaction, **what: Any) -> None:
    """An interaction has one first answer; what comes after it goes another way."""
    if interaction.response.is_done():
        await interaction.followup.send(ephemeral=True, **what)
    else:
        await interaction.response.send_message(ephemeral=True, **what)


class TextFile(discord.File):
    """A text to send along."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(io.BytesIO(text.encode()), name)

    def to_dict(self, index: int) -> dict[str, Any]:
        """Discord describes this id as a string; discord.py 2.7 writes a number."""
        return {**super().to_dict(index), "id": str(index)}


class Chosen(discord.SelectDefaultValue):
    """A channel or role that a menu shows as chosen."""

    def __init__(self, what: discord.abc.GuildChannel | discord.Role) -> None:
        kind = discord.SelectDefaultValueType
        super().__init__(
            id=what.id, type=kind.role if isinstance(what, discord.Role) else kind.channel
        )

    def to_dict(self) -> Any:
        """Discord describes this id as a string; discord.py 2.7 writes a number."""
        return {**super().to_dict(), "id": str(self.id)}


def component_id(name: str, *args: str | int) -> str:
    """An id for the router. Discord allows 100 characters."""
    joined = ":".join((name, *map(str, args)))
    if len(joined) > 100:
        raise ValueError(f"component id over 100 characters: {joined}")
    return joined


def button(
    label: str,
    name: str,
    *args: str | int,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
) -> ui.Button[Any]:
    """A button that is answered by `name`; a label has at most 80 characters."""
    return ui.Button(
        label=label,
        custom_id=component_id(name, *args),
        style=style,
        disabled=disabled,
    )


def picks(
    typed: str, named: Iterable[tuple[int | str, str]]
) -> list[discord.app_commands.Choice[str]]:
    """Up to 25 rows whose name holds what is typed, for an autocomplete."""
    wanted = " ".join(typed.casefold().split())
    flat = ((value, " ".join(name.split())) for value, name in named)
    found = ((value, name) for value, name in flat if wanted in name.casefold())
    return [
        discord.app_commands.Choice(name=name[:100] or "–", value=str(value))
        for value, name in itertools.islice(found, 25)
    ]


def page_of(items: Sequence[Item], page: int, size: int = PAGE) -> tuple[Sequence[Item], int, int]:
    """The page's items, its number (from 0) brought into range, and how many pages there are."""
    page = min(max(page, 0), last_page(len(items), size))
    return items[page * size : (page + 1) * size], page, last_page(len(items), size) + 1


def last_page(count: int, size: int = PAGE) -> int:
    """The number (from 0) of the last page of so many lines."""
    return max(0, (count - 1) // size)


def pager(
    page: int, pages: int, name: str, *args: str | int, kept: str = ""
) -> list[ui.Button[Any]]:
    """Buttons to the pages before and after (none for a single page); `name` gets page and args.

    `kept` (at most 90 characters) is handed on from page to page in the id of the middle button,
    because an id has no room for a search's words beside its arguments; see `kept_words`.
    """
    if pages < 2:
        return []
    return [
        button("◀", name, page - 1, *args, disabled=page == 0),
        button(f"{page + 1}/{pages}", _KEPT, kept, disabled=True),
        button("▶", name, page + 1, *args, disabled=page >= pages - 1),
    ]


def pick_menu(
    name: str, placeholder: str, things: Iterable[tuple[int, str, str]]
) -> ui.Select[Any]:
    """A menu of at most 25 things, each with its id, a name and a line about it, shown as it is."""
    options = [
        discord.SelectOption(
            value=str(value), label=flat(called, 100), description=flat(about, 100) or None
        )
        for value, called, about in things
    ]
    return ui.Select(custom_id=name, placeholder=placeholder, options=options)


def flat(text: str, limit: int) -> str:
    """One line for a menu, which shows text as it is and needs no escaping."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


_KEPT = "kept"


def kept_words(interaction: Interaction) -> str:
    """What the pressed card's pager keeps."""
    for one in component_ids(interaction.message) if interaction.message else ():
        name, _, kept = one.partition(":")
        if name == _KEPT:
            return kept
    return ""


def component_ids(message: discord.Message) -> Iterator[str]:
    """The ids of everything in a message that can be pressed."""
    for part in _parts(message):
        if one := getattr(part, "custom_id", None):
            yield str(one)


def first_line(message: discord.Message) -> str:
    """The first line of a card; nothing for what is no card."""
    texts = (one.content for one in _parts(message) if isinstance(one, discord.TextDisplay))
    return next(texts, "").partition("\n")[0]


def _parts(message: discord.Message) -> Iterator[Any]:
    """Every component of a message, in its order, with those that others hold."""
    waiting: list[Any] = [*message.components]
    while waiting:
        part = waiting.pop(0)
        waiting[:0] = getattr(part, "children", ())
        yield part


class _NotKept:
    def is_finished(self) -> bool:
        """True, so that discord.py keeps no copy of it: the router answers."""
        return True


class Buttons(_NotKept, ui.View):
    """A row of our buttons under a plain message."""

    def __init__(self, *buttons: ui.Button[Any]) -> None:
        super().__init__(timeout=None)
        for one in buttons:
            self.add_item(one)


class Card(_NotKept, ui.LayoutView):
    """A message made of blocks: texts (4,000 characters in all) and rows, in a coloured frame.

    Empty blocks are left out.
    """

    def __init__(self, *blocks: "str | Sequence[ui.Item[Any]]", colour: discord.Colour) -> None:
        super().__init__(timeout=None)
        frame: ui.Container[Any] = ui.Container(accent_colour=colour)
        for block in blocks:
            if not block:
                continue
            if isinstance(block, str):
                frame.add_item(ui.TextDisplay(block))
            else:
                row: ui.ActionRow[Any] = ui.ActionRow()
                for item in block:
                    row.add_item(item)
                frame.add_item(row)
        self.add_item(frame)


@dataclass(frozen=True, slots=True)
class Field:
    """A text field of a form: label at most 45 characters, value at most 4,000."""

    name: str
    label: str
    longest: int
    help: str = ""
    value: str = ""
    paragraph: bool = False
    required: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """A menu of a form; `options` are (value, label, whether it is chosen at first)."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]
    required: bool = True


async def ask(
    interaction: Interaction,
    title: str,
    parts: Sequence[Field | Choice | str],
    name: str,
    *args: str | int,
) -> None:
    """Show a form (title at most 45 characters, 1-5 parts); `name` answers when it is sent.

    A part that is a text is only read.
    """
    form = _Form(title=title, custom_id=component_id(name, *args), timeout=None)
    for part in parts:
        form.add_item(_part(part))
    await interaction.response.send_modal(form)


class _Form(_NotKept, ui.Modal):
    """A form as Discord knows it."""


def _part(part: Field | Choice | str) -> ui.Item[Any]:
    if isinstance(part, str):
        return ui.TextDisplay(part)
    return _text_field(part) if isinstance(part, Field) else _menu(part)


def _text_field(part: Field) -> ui.Label[Any]:
    style = discord.TextStyle.paragraph if part.paragraph else discord.TextStyle.short
    return ui.Label(
        text=part.label,
        description=part.help or None,
        component=ui.TextInput(
            custom_id=part.name,
            style=style,
            default=part.value or None,
            required=part.required,
            max_length=part.longest,
        ),
    )


def _menu(part: Choice) -> ui.Label[Any]:
    options = [
        discord.SelectOption(value=value, label=label, default=chosen)
        for value, label, chosen in part.options
    ]
    menu: ui.Select[Any] = ui.Select(
        custom_id=part.name,
        options=options,
        required=part.required,
        min_values=int(part.required),
    )
    return ui.Label(text=part.label, component=menu)
