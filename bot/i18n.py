"""Every sentence the bot says, in English and Finnish, behind one function."""

import logging
from datetime import datetime
from functools import cache
from pathlib import Path

from discord import Locale, app_commands
from fluent.runtime import FluentBundle, FluentResource

from data.communities import LANGUAGES as LANGUAGES
from data.communities import Language as Language

LOCALES = Path(__file__).parent / "locales"

log = logging.getLogger(__name__)


def text(language: Language, key: str, /, **values: str | int | float) -> str:
    """The sentence `key` of bot/locales/<language>/*.ftl with its values put in.

    Values that members wrote must be escaped first (bot.links.escape). Raises KeyError for a key
    that is not there; a value that is missing is logged and left out.
    """
    return _formatted(language, key, values) if values else _fixed(language, key)


@cache
def _fixed(language: Language, key: str) -> str:
    """Most labels and titles have no values, and a form has a dozen of them."""
    return _formatted(language, key, {})


def _formatted(language: Language, key: str, values: dict[str, str | int | float]) -> str:
    bundle = _bundle(language)
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    sentence, problems = bundle.format_pattern(message.value, values)
    for problem in problems:
        log.error("Text %s (%s): %s", key, language, problem)
    return str(sentence)


def described(key: str) -> app_commands.locale_str:
    """A command's or option's description: English by default, translated by CommandTexts."""
    return app_commands.locale_str(text("en", key), key=key)


def of_locale(locale: Locale | str | None) -> Language | None:
    """The language for a locale of Discord's, None where we do not speak it."""
    name = str(locale or "")
    if name == "fi":
        return "fi"
    return "en" if name.startswith("en") else None


def stamp(moment: datetime | int, style: str = "f") -> str:
    """A timestamp each reader sees in their own zone and language; integers are UTC seconds."""
    seconds = moment if isinstance(moment, int) else int(moment.timestamp())
    return f"<t:{seconds}:{style}>"


def clock(language: Language, minute: int) -> str:
    """A time of day, given in minutes from midnight, as the language writes it."""
    hours, minutes = divmod(minute, 60)
    return f"{hours}.{minutes:02}" if language == "fi" else f"{hours}:{minutes:02}"


class CommandTexts(app_commands.Translator):
    """Gives Discord the Finnish descriptions of commands and options; names stay as they are."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        key = string.extras.get("key")
        return text("fi", key) if key and locale is Locale.finnish else None


@cache
def _bundle(language: Language) -> FluentBundle:
    # Isolation marks would be invisible characters in every name and number.
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle
