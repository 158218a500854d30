"""Starter sets: a year of prompts that come with the bot, in the community's language."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.i18n import LANGUAGES, Language
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, redraw, show
from cogs.prompts import rules
from cogs.prompts.base import PromptPart
from cogs.prompts.views import ALL, starters_added_card, starters_card, starters_out_card
from data import starters


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a set. Its key and the order of its prompts are the same in every language."""

    key: str
    name: str
    prompts: tuple[str, ...]

    def rows(self) -> list[tuple[str, str, str]]:
        """Each prompt's name in the store, its text and its theme."""
        return [
            (f"{self.key}:{place}", text, self.name)
            for place, text in enumerate(self.prompts, start=1)
        ]


def _read(language: Language) -> tuple[Theme, ...]:
    path = Path(__file__).parent / "starters" / f"{language}.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Theme(key, one["name"], tuple(one["prompts"])) for key, one in found.items())


SETS = {language: _read(language) for language in LANGUAGES}


def chosen(language: Language, which: str) -> list[Theme]:
    """The theme with this key, or all of them; nothing for a key that is none."""
    return [one for one in SETS[language] if which in (one.key, ALL)]


class Starting(PromptPart):
    """What the button "Add the starter set" leads to, wherever it stands."""

    @answers("prompt.starters")
    async def offer(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            sets = SETS[reader.public_language]
            named = [(one.key, one.name, len(one.prompts)) for one in sets]
            await show(interaction, starters_card(reader, named))

    @answers("prompt.starters-add")
    async def add_starters(self, interaction: Interaction, press: Press) -> None:
        """Themes take turns, so that the weeks differ."""
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        which = press.values[0] if press.values else ""
        themes = chosen(reader.public_language, which)
        rows = rules.in_turn([one.rows() for one in themes])
        added = await starters.add(self.bot.store, reader.guild_id, rows, self.bot.seconds())
        await redraw(interaction, starters_added_card(reader, added, which if themes else ALL))

    @answers("prompt.starters-out")
    async def take_out_starters(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            which = press.args[0] if press.args else ""
            taken = await self._take_out(reader, which)
            await redraw(interaction, starters_out_card(reader, taken))

    async def _take_out(self, reader: Reader, which: str) -> int:
        # In whichever language they were added: the community may have changed it since.
        themes = [one for language in LANGUAGES for one in chosen(language, which)]
        texts = [text for one in themes for text in one.prompts]
        return await starters.take_out(self.bot.store, reader.guild_id, texts)
