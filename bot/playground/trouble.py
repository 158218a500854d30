"""What went wrong, in sentences, kept until the visitor has read them."""

import logging

from bot.i18n import text
from data.communities import Language


class Trouble(logging.Handler):
    """Hears every error that is logged: the bot answers its errors, so nothing else tells."""

    def __init__(self, language: Language) -> None:
        super().__init__(logging.ERROR)
        self.language = language
        self.sentences: list[str] = []

    def add(self, key: str, **values: str) -> None:
        self.sentences.append(text(self.language, f"playground-{key}", **values))

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        cause = f" ({type(error).__name__}: {error})" if error else ""
        self.add("bot-error", error=record.getMessage() + cause)

    def start(self) -> None:
        logging.getLogger().addHandler(self)

    def stop(self) -> None:
        logging.getLogger().removeHandler(self)
