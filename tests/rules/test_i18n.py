"""Sentences in both languages."""

import logging
from datetime import UTC, datetime, timedelta, timezone

import discord
import pytest
from discord import app_commands

from bot.i18n import LANGUAGES, CommandTexts, Language, clock, described, of_locale, stamp, text


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [
        ("en", 0, "🔖 **0 tips**"),
        ("en", 1, "🔖 **1 tip**"),
        ("en", 2, "🔖 **2 tips**"),
        ("en", 1234, "🔖 **1,234 tips**"),
        ("fi", 0, "🔖 **0 vinkkiä**"),
        ("fi", 1, "🔖 **1 vinkki**"),
        ("fi", 2, "🔖 **2 vinkkiä**"),
        ("fi", 1234, "🔖 **1\u00a0234 vinkkiä**"),
    ],
)
def test_numbers_and_plurals_are_the_languages_own(
    language: Language, count: int, shown: str
) -> None:
    assert text(language, "tip-found-all", count=count) == shown


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [
        ("en", 0, "Helped me"),
        ("en", 1, "Helped me · 1"),
        ("en", 21, "Helped me · 21"),
        ("fi", 0, "Tästä oli apua"),
        ("fi", 1, "Tästä oli apua · 1"),
    ],
)
def test_nobody_yet_is_no_number(language: Language, count: int, shown: str) -> None:
    assert text(language, "tip-helped", count=count) == shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["no-such-text", "", "tip", "tip-found-all.attribute", "-term"])
def test_an_unknown_text_is_a_bug(language: Language, key: str) -> None:
    with pytest.raises(KeyError):
        text(language, key)


def test_a_value_is_put_in_as_it_is() -> None:
    hostile = '{ $host } { tip-found-all } \\u0041 {"x"} %s {0} \u2068'
    assert text("en", "tip-removed", host=hostile).startswith(f"The tip from {hostile} is removed.")


def test_nothing_invisible_is_put_round_values() -> None:
    assert text("en", "tip-tail", sharer="<@1>") == "-# Shared by <@1>"


class TestAMissingValue:
    """It is logged, and the sentence is shown all the same."""

    @pytest.fixture(autouse=True)
    def no_broken_texts(self) -> None:
        """Here a text is meant to be broken."""

    def test_is_told_in_the_log(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.ERROR, "bot.i18n"):
            assert text("en", "tip-removed").startswith("The tip from")
        assert "tip-removed" in caplog.text


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        (discord.Locale.finnish, "fi"),
        (discord.Locale.american_english, "en"),
        (discord.Locale.british_english, "en"),
        (discord.Locale.swedish, None),
        ("fi", "fi"),
        ("en-GB", "en"),
        ("sv-SE", None),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_of_discords_is_a_language_of_ours(
    locale: discord.Locale | str | None, language: Language | None
) -> None:
    assert of_locale(locale) == language


def test_a_stamp_is_in_seconds_whatever_the_zone() -> None:
    moment = datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert stamp(moment) == f"<t:{int(moment.timestamp())}:f>"
    assert stamp(moment.astimezone(timezone(timedelta(hours=14))), "R") == stamp(
        int(moment.timestamp()), "R"
    )


@pytest.mark.parametrize(
    ("minute", "english", "finnish"),
    [
        (0, "0:00", "0.00"),
        (9, "0:09", "0.09"),
        (545, "9:05", "9.05"),
        (780, "13:00", "13.00"),
        (1439, "23:59", "23.59"),
    ],
)
def test_a_time_of_day_is_written_as_the_language_does(
    minute: int, english: str, finnish: str
) -> None:
    assert (clock("en", minute), clock("fi", minute)) == (english, finnish)


async def test_commands_are_described_in_finnish_to_finns_alone() -> None:
    string = described("command-tip-share")
    context = app_commands.TranslationContext(
        app_commands.TranslationContextLocation.command_description, data=None
    )
    translate = CommandTexts().translate
    assert string.message == text("en", "command-tip-share")
    assert await translate(string, discord.Locale.finnish, context) == text(
        "fi", "command-tip-share"
    )
    assert await translate(string, discord.Locale.swedish, context) is None
    bare = app_commands.locale_str("share")
    assert await translate(bare, discord.Locale.finnish, context) is None
