"""Logging to standard error, with every secret taken out."""

import logging
import re

_SECRETS = (
    # A bot token: three parts of URL-safe base64.
    re.compile(r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"),
    # An interaction's or webhook's token answers in the bot's name for fifteen minutes.
    re.compile(r"(?<=/webhooks/)(\d+/)[^/\s?\"']+"),
    re.compile(r"(?<=/interactions/)(\d+/)[^/\s?\"']+"),
)
_HIDDEN = "[hidden]"


class Redacting(logging.Formatter):
    """Formats a record and hides secrets in all of it, the traceback too."""

    def __init__(self, token: str = "") -> None:
        super().__init__("{asctime} {levelname:<7} {name}: {message}", style="{")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        if self._token:
            text = text.replace(self._token, _HIDDEN)
        for secret in _SECRETS:
            text = secret.sub(lambda found: (found[1] if found.re.groups else "") + _HIDDEN, text)
        return text


def set_up(level: int, token: str) -> None:
    """Send everything from `level` up to standard error; libraries from WARNING up."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in ("bot", "cogs", "data"):
        logging.getLogger(name).setLevel(level)
