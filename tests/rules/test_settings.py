"""The operator's settings."""

import logging
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.settings import LANGUAGES, LOG_LEVELS, Settings, SettingsRefused

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"


def refused(**env: str) -> list[str]:
    with pytest.raises(SettingsRefused) as caught:
        Settings.from_env(env)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def test_nothing_set_is_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()


def test_the_database_alone_is_enough() -> None:
    found = Settings.from_env({"DATABASE_PATH": "/tmp/x.db"})
    assert found == Settings(database_path=Path("/tmp/x.db"))


@pytest.mark.parametrize("empty", ["", " ", "\t\n"])
def test_an_empty_value_keeps_the_default(empty: str) -> None:
    names = [name.upper() for name in Settings.names()]
    assert Settings.from_env(dict.fromkeys(names, empty)) == Settings()


def test_every_setting_can_be_set() -> None:
    found = Settings.from_env(
        {
            "DATABASE_PATH": " ~/vinkki.db ",
            "DISCORD_TOKEN": f" {TOKEN}\n",
            "LOG_LEVEL": "debug",
            "PLAYGROUND_PORT": "1",
            "PLAYGROUND_LANGUAGE": "FI",
            "MESSAGE_CONTENT": "on",
            "FETCH_LINKS": "on",
        }
    )
    assert found.database_path == Path.home() / "vinkki.db"
    assert found.discord_token == TOKEN
    assert found.logging_level == logging.DEBUG
    assert (found.playground_port, found.playground_language) == (1, "fi")
    assert (found.message_content, found.fetch_links) == (True, True)


def test_every_problem_is_told_at_once_and_names_its_variable(tmp_path: Path) -> None:
    wrong = {
        "DISCORD_TOKEN": "Bot abc",
        "DATABASE_PATH": str(tmp_path),
        "LOG_LEVEL": "LOUD",
        "PLAYGROUND_PORT": "0",
        "PLAYGROUND_LANGUAGE": "sv",
        "MESSAGE_CONTENT": "maybe",
        "FETCH_LINKS": "titles",
    }
    problems = refused(**wrong)
    assert [problem.split()[0] for problem in problems] == list(wrong)
    assert all("\n" not in problem and problem.endswith(".") for problem in problems)
    assert set(wrong) == {name.upper() for name in Settings.names()}


@pytest.mark.parametrize("token", ["Bot abc", '"abc"', "'abc'", "a b", "a\tb"])
def test_a_wrapped_token_is_refused_without_being_shown(token: str) -> None:
    (problem,) = refused(DISCORD_TOKEN=token)
    assert problem.startswith("DISCORD_TOKEN ")
    assert token not in problem


@pytest.mark.parametrize(
    "port", ["0", "-1", "65536", "http", "80.0", "8 0", "٣", "0x50", "1e3", "9" * 5_000]
)
def test_a_port_that_is_none_is_refused(port: str) -> None:
    (problem,) = refused(PLAYGROUND_PORT=port)
    assert problem.startswith("PLAYGROUND_PORT ")


SWITCHES = {"MESSAGE_CONTENT": "message_content", "FETCH_LINKS": "fetch_links"}


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize(
    ("position", "means"),
    [
        *((one, True) for one in ("on", "On", "TRUE", "yes", " 1 ")),
        *((one, False) for one in ("off", "OFF", "False", "no", "0", "", " ")),
    ],
)
def test_a_switch_is_turned_alone(name: str, position: str, means: bool) -> None:
    found = Settings.from_env({name: position})
    switched = {variable: getattr(found, field) for variable, field in SWITCHES.items()}
    assert switched == dict.fromkeys(SWITCHES, False) | {name: means}


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize("position", ["maybe", "o n", "2", "-1", "１", "y", "enabled", "None"])
def test_a_switch_that_is_neither_on_nor_off_is_refused(name: str, position: str) -> None:
    (problem,) = refused(**{name: position})
    assert problem == f"{name} is {position.lower()!r}. Choose on or off."


@pytest.mark.parametrize("path", ["~nobody-of-this-name/x.db", "x" * 5_000])
def test_a_path_that_cannot_be_is_refused_in_a_sentence(path: str) -> None:
    (problem,) = refused(DATABASE_PATH=path)
    assert problem.startswith("DATABASE_PATH ")


def test_the_token_is_not_in_what_a_log_might_show() -> None:
    found = Settings.from_env({"DISCORD_TOKEN": TOKEN})
    assert TOKEN not in repr(found)
    assert TOKEN not in str(found)


def test_what_is_set_is_read_from_the_mapping_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.names():
        monkeypatch.setenv(name.upper(), "wrong value")
    assert Settings.from_env({}) == Settings()
    assert os.environ["LOG_LEVEL"] == "wrong value"


def test_every_level_is_one_of_pythons() -> None:
    for level in LOG_LEVELS:
        found = Settings.from_env({"LOG_LEVEL": level})
        assert logging.getLevelName(found.logging_level) == level


@settings(deadline=None, max_examples=150)
@given(
    st.dictionaries(
        st.sampled_from([name.upper() for name in Settings.names()]),
        st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
        | st.sampled_from(["fi", "INFO", "80", "~", "~x", ".", "on", "no"]),
    )
)
def test_whatever_is_set_is_taken_or_refused(env: dict[str, str]) -> None:
    try:
        found = Settings.from_env(env)
    except SettingsRefused as refusal:
        problems = refusal.problems
    else:
        problems = ["none"]
        env = {**env, "none": ""}
        assert 1 <= found.playground_port <= 65535
        assert found.playground_language in LANGUAGES
        assert found.log_level in LOG_LEVELS
        assert {type(found.message_content), type(found.fetch_links)} == {bool}
    assert problems
    assert all(problem.split()[0] in env for problem in problems)
