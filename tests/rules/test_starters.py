"""The starter prompts: the same questions in both languages, each one fit to be posted."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import LANGUAGES, Language
from cogs.prompts.rules import THEME_LONGEST

STARTERS = Path(__file__).parents[2] / "cogs/prompts/starters"
THEMES = ["noticing", "habits", "sharing", "priorities", "evaluating"]
ENGLISH = re.compile(
    r"\b(a|an|and|are|at|do|for|from|how|if|in|is|it|not|of|or|that|the|this|to|was|what|when|"
    r"where|which|who|whom|whose|why|with|would|you|your)\b",
    re.IGNORECASE,
)

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def starters(language: Language) -> dict[str, Any]:
    return tomllib.loads((STARTERS / f"{language}.toml").read_text(encoding="utf-8"))


def names(language: Language) -> list[str]:
    return [theme["name"] for theme in starters(language).values()]


def prompts(language: Language) -> list[str]:
    return [prompt for theme in starters(language).values() for prompt in theme["prompts"]]


def bare(prompt: str) -> str:
    return " ".join(re.findall(r"\w+", prompt.casefold()))


def test_each_language_has_its_file() -> None:
    assert {path.stem for path in STARTERS.glob("*.toml")} == set(LANGUAGES)


@in_each_language
def test_the_themes_are_the_agreed_ones(language: Language) -> None:
    assert list(starters(language)) == THEMES
    for theme in starters(language).values():
        assert set(theme) == {"name", "prompts"}


def test_both_languages_ask_equally_much() -> None:
    counts = [
        {theme: len(found["prompts"]) for theme, found in starters(language).items()}
        for language in LANGUAGES
    ]
    assert all(count == counts[0] for count in counts)


@in_each_language
def test_they_last_a_year(language: Language) -> None:
    assert len(prompts(language)) >= 52
    assert all(len(theme["prompts"]) >= 10 for theme in starters(language).values())


@in_each_language
def test_a_prompt_is_short(language: Language) -> None:
    assert [one for one in prompts(language) if not 15 <= len(one) <= 200] == []
    assert [one for one in prompts(language) if one != " ".join(one.split())] == []


@in_each_language
def test_a_prompt_is_one_question_after_at_most_one_sentence(language: Language) -> None:
    form = re.compile(r"([^.?!]+\. )?[^.?!]+\?")
    assert [one for one in prompts(language) if not form.fullmatch(one)] == []


@in_each_language
def test_nobody_is_shouted_at(language: Language) -> None:
    assert [one for one in prompts(language) + names(language) if "!" in one] == []


@in_each_language
def test_nothing_is_asked_twice(language: Language) -> None:
    asked = Counter(map(bare, prompts(language)))
    assert [one for one, times in asked.items() if times > 1] == []


def test_the_english_is_english() -> None:
    assert [one for one in prompts("en") + names("en") if re.search("[äöå]", one.lower())] == []


def test_the_finnish_is_finnish() -> None:
    assert [one for one in prompts("fi") + names("fi") if ENGLISH.search(one)] == []


def test_the_two_languages_differ() -> None:
    assert set(map(bare, prompts("en"))) & set(map(bare, prompts("fi"))) == set()
    assert set(map(bare, names("en"))) & set(map(bare, names("fi"))) == set()


@in_each_language
def test_a_themes_name_fits_and_is_its_own(language: Language) -> None:
    assert [one for one in names(language) if not 3 <= len(one) <= THEME_LONGEST] == []
    assert len(set(map(bare, names(language)))) == len(THEMES)
