"""What a log line never holds."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.log import Redacting, set_up

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"
OTHERS_TOKEN = "OTg3NjU0MzIxMDk4NzY1NDMyMQ.Gzyxwv.zyxwvutsrqponmlkjihgfedcba9876543210ZY"
ANSWER_TOKEN = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OTpzZWNyZXQ"


def formatted(message: str, *args: object, token: str = "") -> str:
    record = logging.LogRecord("bot.x", logging.WARNING, "x.py", 1, message, args, None)
    return Redacting(token).format(record)


@pytest.mark.parametrize(
    ("message", "hidden"),
    [
        (f"token {TOKEN}", TOKEN),
        (f"Authorization: Bot {OTHERS_TOKEN}", OTHERS_TOKEN),
        (f"'{OTHERS_TOKEN}'", OTHERS_TOKEN),
        (f"https://discord.com/api/v10/webhooks/123/{ANSWER_TOKEN}", ANSWER_TOKEN),
        (f"POST /webhooks/123/{ANSWER_TOKEN}/messages/@original failed", ANSWER_TOKEN),
        (f"/webhooks/123/{ANSWER_TOKEN}?wait=true", ANSWER_TOKEN),
        (f'url="/interactions/123/{ANSWER_TOKEN}/callback"', ANSWER_TOKEN),
        (f"/interactions/1/{ANSWER_TOKEN}/callback /interactions/2/{ANSWER_TOKEN}", ANSWER_TOKEN),
    ],
)
def test_secrets_are_taken_out(message: str, hidden: str) -> None:
    shown = formatted(message)
    assert hidden not in shown
    assert "[hidden]" in shown


def test_a_secret_among_the_arguments_is_taken_out() -> None:
    assert TOKEN not in formatted("%s and %r", TOKEN, {"token": TOKEN})


def test_our_own_token_is_taken_out_whatever_it_looks_like() -> None:
    assert formatted("it is odd-token.", token="odd-token").endswith("it is [hidden].")


@pytest.mark.parametrize(
    "message",
    [
        "GET /channels/123/messages/456 has returned 404",
        "/webhooks/123/ was gone",
        "discord.app_commands.errors.CommandInvokeError",
        "Sent 7 commands to Discord",
    ],
)
def test_the_rest_of_a_line_stays(message: str) -> None:
    assert formatted(message).endswith(f"bot.x: {message}")


def test_the_id_in_an_address_stays() -> None:
    shown = formatted(f"/webhooks/123/{ANSWER_TOKEN}/messages/9")
    assert shown.endswith("/webhooks/123/[hidden]/messages/9")


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """All that `set_up` sends to standard error; the loggers are put back afterwards."""
    root = logging.getLogger()
    names = ["", "bot", "cogs", "data"]
    levels = [logging.getLogger(name).level for name in names]
    handlers = root.handlers[:]
    root.handlers.clear()
    try:
        set_up(logging.INFO, TOKEN)
        (handler,) = root.handlers
        assert isinstance(handler, logging.StreamHandler)
        stream = io.StringIO()
        handler.setStream(stream)
        yield stream
    finally:
        root.handlers[:] = handlers
        for name, level in zip(names, levels, strict=True):
            logging.getLogger(name).setLevel(level)


def test_a_traceback_is_redacted_too(logged: io.StringIO) -> None:
    try:
        try:
            raise ValueError(f"/interactions/1/{ANSWER_TOKEN}/callback")
        except ValueError as cause:
            raise RuntimeError(f"Bot {TOKEN}") from cause
    except RuntimeError:
        logging.getLogger("bot.ui").exception("broke with %s", OTHERS_TOKEN)
    shown = logged.getvalue()
    assert "Traceback" in shown
    assert "ValueError" in shown
    for secret in (TOKEN, OTHERS_TOKEN, ANSWER_TOKEN):
        assert secret not in shown


def test_ours_are_heard_from_the_chosen_level_and_libraries_from_warning(
    logged: io.StringIO,
) -> None:
    for name in ("bot.a", "cogs.b", "data.c", "discord.d"):
        for level in (logging.DEBUG, logging.INFO, logging.WARNING):
            logging.getLogger(name).log(level, "%s %d", name, level)
    assert [line.split(": ")[1] for line in logged.getvalue().splitlines()] == [
        "bot.a 20",
        "bot.a 30",
        "cogs.b 20",
        "cogs.b 30",
        "data.c 20",
        "data.c 30",
        "discord.d 30",
    ]
