"""Finds who answers a press, and answers when they cannot.

Every component and form carries an id `name:arg:arg` and is answered by one router, by name.
Nothing lives in memory between the showing and the press, so everything lasts over any restart.
"""

import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from bot import i18n
from bot.ui import Interaction, say, spoken, tell

if TYPE_CHECKING:
    from bot.app import Vinkki

log = logging.getLogger(__name__)


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
    value = int(plain) if re.fullmatch(r"[0-9]{1,19}", plain) else 0
    return value if value < 2**63 else 0


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
        # A feature may be put together of several classes.
        names = {name for one in type(self).__mro__ for name in vars(one)}
        members = [getattr(self, name) for name in sorted(names) if not name.startswith("__")]
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
            sentence = i18n.text(spoken(interaction), "error-form", reference=reference)
            await say(interaction, sentence, typed)
        else:
            await tell(interaction, "error-unexpected", reference=reference)
    except discord.HTTPException as gone:
        # The press is older than its token, or the channel went away: there is nowhere to answer.
        log.warning("Could not answer error %s: %s", reference, gone)


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
