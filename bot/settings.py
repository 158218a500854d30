"""The operator's settings, from the environment or a .env file."""

import dataclasses
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from data.communities import LANGUAGES, Language

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
SWITCH = dict.fromkeys(("on", "true", "yes", "1"), True) | dict.fromkeys(
    ("off", "false", "no", "0"), False
)


class SettingsRefused(Exception):
    """Some settings cannot be used; `problems` has one sentence for each, naming its variable."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field is set by the variable of the same name in capitals; see .env.example."""

    database_path: Path = Path("var/vinkki.db")
    discord_token: str = field(default="", repr=False)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    playground_port: int = 8765
    playground_language: Language = "en"
    message_content: bool = False
    """Read messages in the channels moderators name; needs the privileged intent."""
    fetch_links: bool = False
    """Open shared links, which shows their sites the server's address."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Build settings from a mapping; what it lacks, or leaves empty, keeps its default.

        Raises SettingsRefused with every problem at once.
        """
        given = {name: env.get(name.upper(), "").strip() for name in cls.names()}
        problems: list[str] = []
        default = cls()

        token = given["discord_token"]
        if any(character.isspace() or character in "\"'" for character in token):
            problems.append(
                "DISCORD_TOKEN holds a space or a quote. Copy the bot's token alone, as the "
                "developer portal shows it."
            )

        path = Path(given["database_path"] or default.database_path)
        try:
            path = path.expanduser()
            if path.is_dir():
                problems.append(
                    f"DATABASE_PATH is a folder ({path}). Name a file, such as "
                    f"{path / 'vinkki.db'}."
                )
        except (OSError, RuntimeError, ValueError) as error:
            problems.append(f"DATABASE_PATH cannot be a file: {error}")

        level = given["log_level"].upper() or default.log_level
        if level not in LOG_LEVELS:
            problems.append(f"LOG_LEVEL is {level!r}. Choose one of {', '.join(LOG_LEVELS)}.")

        port_text = given["playground_port"] or str(default.playground_port)
        port = int(port_text) if re.fullmatch(r"[0-9]{1,5}", port_text) else 0
        if not 1 <= port <= 65535:
            problems.append(
                f"PLAYGROUND_PORT is {port_text!r}. Give a whole number from 1 to 65535."
            )

        language = given["playground_language"].lower() or default.playground_language
        if language not in LANGUAGES:
            problems.append(
                f"PLAYGROUND_LANGUAGE is {language!r}. Choose one of {', '.join(LANGUAGES)}."
            )

        switches = {"message_content": default.message_content, "fetch_links": default.fetch_links}
        for name in switches:
            if position := given[name].lower():
                if position not in SWITCH:
                    problems.append(f"{name.upper()} is {position!r}. Choose on or off.")
                switches[name] = SWITCH.get(position, False)

        if problems:
            raise SettingsRefused(problems)
        return cls(
            database_path=path,
            discord_token=token,
            log_level=cast(Literal["DEBUG", "INFO", "WARNING", "ERROR"], level),
            playground_port=port,
            playground_language=cast(Language, language),
            **switches,
        )

    @classmethod
    def names(cls) -> tuple[str, ...]:
        return tuple(field.name for field in dataclasses.fields(cls))

    @property
    def logging_level(self) -> int:
        return logging.getLevelNamesMapping()[self.log_level]
