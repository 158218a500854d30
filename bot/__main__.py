"""The command line: python -m bot [run|check|playground]."""

import argparse
import asyncio
import contextlib
import gc
import logging
import os
import signal
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Coroutine
from enum import IntEnum
from typing import Any

if sys.version_info < (3, 11):  # noqa: UP036 - said in a sentence, not as a syntax error later
    print("Vinkki needs Python 3.11 or newer; this is", sys.version.split()[0], file=sys.stderr)
    sys.exit(72)

import aiohttp
import discord
from dotenv import dotenv_values

from bot import log
from bot.app import EXTENSIONS, ExtensionBroken, Vinkki, create_bot
from bot.i18n import LANGUAGES, LOCALES
from bot.secret import CHANGED, KeyRefused, beside
from bot.secret import FILE as KEY_FILE
from bot.settings import Settings, SettingsRefused
from data.lock import DatabaseInUse, DatabaseUnusable
from data.migrate import DatabaseRefused
from data.store import Store


class Exit(IntEnum):
    """What the process ends with, after sysexits.h where it has a fitting one."""

    OK = 0
    WRONG_DATABASE = 65
    PORT_TAKEN = 69
    BROKEN = 70
    MISSING_SOFTWARE = 72
    DATABASE_IN_USE = 73
    DISCORD_UNREACHABLE = 75
    TOKEN_REFUSED = 77
    SETTINGS = 78


AUTHENTICATION_FAILED = 4004
"""The code with which Discord's gateway closes on a token that was reset meanwhile."""


class Stop(Exception):
    """Ends the process with a sentence and an exit code."""

    def __init__(self, code: Exit, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    parser.add_argument("command", nargs="?", choices=COMMANDS, default="run")
    command = parser.parse_args(arguments).command
    try:
        settings = Settings.from_env({**_dotenv(), **os.environ})
        log.set_up(settings.logging_level, settings.discord_token)
        asyncio.run(_until_told(COMMANDS[command](settings)))
    except SettingsRefused as refused:
        return _end(Exit.SETTINGS, *refused.problems)
    except Stop as stop:
        return _end(stop.code, str(stop))
    except KeyboardInterrupt:
        pass
    return Exit.OK


def _dotenv() -> dict[str, str]:
    try:
        given = dotenv_values(".env", encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise SettingsRefused([f".env cannot be read: {error}. Save it as UTF-8 text."]) from None
    return {name: value for name, value in given.items() if value is not None}


def _end(code: Exit, *sentences: str) -> Exit:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return code


async def _until_told(work: Coroutine[Any, Any, None]) -> None:
    """Run `work` until it ends by itself or the system asks us to stop (SIGTERM, SIGINT)."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        # Windows has no such handlers; there Ctrl-C arrives as KeyboardInterrupt.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(name, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def run(settings: Settings) -> None:
    """Connect to Discord; without a token open the playground."""
    if not settings.discord_token:
        print("DISCORD_TOKEN is not set, so this is the playground: a simulated Discord.")
        await playground(settings)
        return
    bot = create_bot(settings)
    try:
        await _explained(settings, lambda: _start(bot, settings.discord_token))
    finally:
        # Discord's gateway may hang while closing; the store is closed all the same.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(8):
                await bot.close()
        if hasattr(bot, "store"):
            await bot.store.close()


async def _start(bot: Vinkki, token: str) -> None:
    await bot.login(token)
    # What is here by now stays. To look through it for garbage would hold up the loop each time.
    gc.collect()
    gc.freeze()
    await bot.connect()


async def playground(settings: Settings) -> None:
    """The same bot on a simulated Discord in the browser."""
    # The simulation makes a client without intents as it is imported; ours has them.
    logging.getLogger("discord.state").setLevel(logging.ERROR)
    try:
        from bot.playground import PortTaken, serve
    except ModuleNotFoundError as missing:
        raise Stop(
            Exit.MISSING_SOFTWARE,
            f"The playground needs {missing.name}. Run it with `make run`, which installs it.",
        ) from None
    try:
        await serve(settings)
    except PortTaken as taken:
        raise Stop(Exit.PORT_TAKEN, str(taken)) from None


async def check(settings: Settings) -> None:
    """Find out, without Discord, whether the bot could start here; print what was found."""
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}")
    print(f"Settings: token {'set' if settings.discord_token else 'not set'}")
    bot = create_bot(settings)

    async def look() -> None:
        store = bot.store = await Store.open(settings.database_path)
        print(f"Database: {settings.database_path}, {len(store.applied)} migrations applied now")
        bot.secret = beside(settings.database_path)
        print(f"Key of anonymous answers: {settings.database_path.parent / KEY_FILE}")
        if await bot.secret.changed(store):
            print(CHANGED)
        await bot.load_features()
        print(f"Features: {', '.join(name.removeprefix('cogs.') for name in EXTENSIONS)}")
        _check_descriptions(bot)
        files = len(list(LOCALES.glob("*/*.ftl")))
        print(f"Texts: {files} files in {' and '.join(LANGUAGES)}")

    try:
        await _explained(settings, look)
    finally:
        await bot.close()
    print("All is well.")


def _check_descriptions(bot: Vinkki) -> None:
    for command in bot.tree.walk_commands():
        if isinstance(command, discord.app_commands.Command | discord.app_commands.Group):
            assert command.description, command.qualified_name


async def _explained(settings: Settings, work: Callable[[], Awaitable[None]]) -> None:
    """Turn what can go wrong at a start into one sentence and an exit code."""
    try:
        await work()
    except DatabaseInUse as error:
        raise Stop(Exit.DATABASE_IN_USE, str(error)) from None
    except DatabaseUnusable as error:
        raise Stop(Exit.SETTINGS, f"DATABASE_PATH: {error}") from None
    except KeyRefused as error:
        raise Stop(Exit.SETTINGS, str(error)) from None
    except (DatabaseRefused, sqlite3.DatabaseError) as error:
        raise Stop(
            Exit.WRONG_DATABASE, f"The database at {settings.database_path}: {error}"
        ) from None
    except ExtensionBroken as error:
        raise Stop(Exit.BROKEN, str(error)) from error
    except discord.LoginFailure:
        raise Stop(
            Exit.TOKEN_REFUSED,
            "Discord refused DISCORD_TOKEN. Make a new token in the developer portal "
            "(Bot, Reset Token) and put it in .env.",
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise Stop(
            Exit.SETTINGS,
            "Discord does not let this bot read messages. Turn on Message Content Intent in the "
            "developer portal (Bot), or set MESSAGE_CONTENT=off.",
        ) from None
    except discord.ConnectionClosed as closed:
        if closed.code != AUTHENTICATION_FAILED:
            raise
        raise Stop(Exit.TOKEN_REFUSED, "Discord no longer accepts DISCORD_TOKEN.") from None
    except (aiohttp.ClientError, discord.GatewayNotFound, discord.HTTPException, OSError) as error:
        raise Stop(Exit.DISCORD_UNREACHABLE, f"Discord cannot be reached: {error}") from None


COMMANDS: dict[str, Callable[[Settings], Coroutine[Any, Any, None]]] = {
    "run": run,
    "check": check,
    "playground": playground,
}

if __name__ == "__main__":
    sys.exit(main())
