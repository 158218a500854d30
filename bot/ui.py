"""Cards, forms and buttons. Whatever a person presses, they get an answer.

Every component and form carries an id `name:arg:arg` and is answered by one router, by name.
Nothing lives in memory between the showing and the press, so everything lasts over any restart.
"""

import io
import itertools
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import ui
from discord.ext import commands

from bot import i18n

if TYPE_CHECKING:
    from bot.app import Vinkki

log = logging.getLogger(__name__)

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


@dataclass(frozen=True, slots=True)
class Press:
    """What came with a press: the id's arguments, a menu's choices, a form's fields.

    All of it is a stranger's input: look ids up within the guild, check values again.
    """

    args: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)

    def number(self, place: int = 0) -> int:
        """The argument at `place` as an id, 0 (which no row has) when it is not one."""
        return number(self.args[place]) if place < len(self.args) else 0


def number(typed: str) -> int:
    """An id as it came from outside; 0, which no row has, for anything else."""
    plain = typed.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 20 else 0


Answer = Callable[[Interaction, Press], Awaitable[None]]


class Router:
    """Finds what answers a press by the name before the first colon of its id."""

    def __init__(self) -> None:
        self._answers: dict[str, Answer] = {}

    def add(self, name: str, answer: Answer) -> None:
        if name in self._answers:
            raise ValueError(f"two answers for {name}")
        self._answers[name] = answer

    def remove(self, name: str) -> None:
        del self._answers[name]

    async def route(self, interaction: Interaction) -> None:
        """Answer a component or a submitted form; commands go another way."""
        if interaction.type not in (
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        ):
            return
        data: Mapping[str, Any] = interaction.data or {}
        name, *args = str(data.get("custom_id", "")).split(":")
        fields = _fields(data.get("components", ()))
        answer = self._answers.get(name)
        try:
            if answer is None:
                await tell(interaction, "error-outdated")
            else:
                press = Press(tuple(args), tuple(map(str, data.get("values", ()))), fields)
                await answer(interaction, press)
        except Exception as error:
            await answer_error(interaction, error, name, fields)


def answers(name: str) -> Callable[[Any], Any]:
    """Mark a cog's method as the answer to presses whose id begins with `name`."""

    def mark(method: Any) -> Any:
        method.__answers__ = name
        return method

    return mark


class Feature(commands.Cog):
    """A cog whose marked methods answer presses for as long as it is loaded."""

    def __init__(self, bot: "Vinkki") -> None:
        self.bot = bot

    def _marked(self) -> dict[str, Answer]:
        members = [getattr(self, attribute) for attribute in vars(type(self))]
        return {one.__answers__: one for one in members if hasattr(one, "__answers__")}

    async def cog_load(self) -> None:
        for name, answer in self._marked().items():
            self.bot.router.add(name, answer)

    async def cog_unload(self) -> None:
        for name in self._marked():
            self.bot.router.remove(name)


class Commands(discord.app_commands.CommandTree[Any]):
    """The slash commands and menus; an error in one is answered like one in a button."""

    async def on_error(
        self, interaction: Interaction, error: discord.app_commands.AppCommandError, /
    ) -> None:
        command = interaction.command.qualified_name if interaction.command else "?"
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        await answer_error(interaction, cause, command)


async def answer_error(
    interaction: Interaction, error: Exception, where: str, fields: Mapping[str, str] | None = None
) -> None:
    """Log an unexpected error under a short reference, and tell the person the same reference.

    What they had typed into a form comes back as a file, so that it is not lost.
    """
    reference = secrets.token_hex(3)
    log.error("Error %s in %s", reference, where, exc_info=error)
    typed = "\n\n".join(value for value in (fields or {}).values() if value)
    try:
        if interaction.type is discord.InteractionType.autocomplete:
            return
        if typed:
            sentence = i18n.text(_spoken(interaction), "error-form", reference=reference)
            await say(interaction, sentence, typed)
        else:
            await tell(interaction, "error-unexpected", reference=reference)
    except discord.HTTPException as gone:
        # The press is older than its token, or the channel went away: there is nowhere to answer.
        log.warning("Could not answer error %s: %s", reference, gone)


def _spoken(interaction: Interaction) -> i18n.Language:
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
    await _send(interaction, i18n.text(language or _spoken(interaction), key, **values))


async def say(interaction: Interaction, sentence: str, typed: str = "") -> None:
    """Answer this person alone with text that is ready to show.

    What they had typed, if it could not be taken, comes back as a file.
    """
    if typed:
        await _send(interaction, sentence, file=TextFile(typed, TYPED))
    else:
        await _send(interaction, sentence)


async def show(interaction: Interaction, view: "Card") -> None:
    """Answer this person alone with a card."""
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


async def redraw(interaction: Interaction, view: "Card") -> None:
    """Change the card that holds the pressed component."""
    await interaction.response.edit_message(view=view)


async def _send(interaction: Interaction, sentence: str, **more: Any) -> None:
    if interaction.response.is_done():
        await interaction.followup.send(sentence, ephemeral=True, **more)
    else:
        await interaction.response.send_message(sentence, ephemeral=True, **more)


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
    emoji: str | None = None,
    disabled: bool = False,
) -> ui.Button[Any]:
    """A button that is answered by `name`; a label has at most 80 characters."""
    return ui.Button(
        label=label,
        custom_id=component_id(name, *args),
        style=style,
        emoji=emoji,
        disabled=disabled,
    )


def picks(typed: str, named: Iterable[tuple[int, str]]) -> list[discord.app_commands.Choice[str]]:
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
    pages = max(1, -(-len(items) // size))
    page = min(max(page, 0), pages - 1)
    return items[page * size : (page + 1) * size], page, pages


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


_KEPT = "kept"


def kept_words(interaction: Interaction) -> str:
    """What the pressed card's pager keeps."""
    waiting: list[Any] = list(interaction.message.components) if interaction.message else []
    while waiting:
        part = waiting.pop()
        waiting += getattr(part, "children", ())
        name, _, kept = str(getattr(part, "custom_id", "")).partition(":")
        if name == _KEPT:
            return kept
    return ""


class Buttons(ui.View):
    """A row of our buttons under a plain message."""

    def __init__(self, *buttons: ui.Button[Any]) -> None:
        super().__init__(timeout=None)
        for one in buttons:
            self.add_item(one)

    def is_finished(self) -> bool:
        """True, so that discord.py keeps no copy of it: the router answers."""
        return True


class Card(ui.LayoutView):
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

    def is_finished(self) -> bool:
        """True, so that discord.py keeps no copy of it: the router answers."""
        return True


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


async def ask(
    interaction: Interaction,
    title: str,
    parts: Sequence[Field | Choice],
    name: str,
    *args: str | int,
) -> None:
    """Show a form (title at most 45 characters, 1-5 parts); `name` answers when it is sent."""
    form = _Form(title=title, custom_id=component_id(name, *args), timeout=None)
    for part in parts:
        form.add_item(_text_field(part) if isinstance(part, Field) else _menu(part))
    await interaction.response.send_modal(form)


class _Form(ui.Modal):
    def is_finished(self) -> bool:
        """True, so that discord.py keeps no copy of it: the router answers."""
        return True


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
    return ui.Label(text=part.label, component=ui.Select(custom_id=part.name, options=options))


def _fields(components: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """A submitted form's values by field name, whether wrapped in labels or rows."""
    found: dict[str, str] = {}
    for outer in components:
        inner = [outer["component"]] if "component" in outer else outer.get("components", ())
        for part in inner:
            if "value" in part:
                found[part["custom_id"]] = str(part["value"] or "")
            elif part.get("values"):
                found[part["custom_id"]] = str(part["values"][0])
    return found
