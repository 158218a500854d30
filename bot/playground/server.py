"""Starts the simulated circle and its page, serves them, and leaves nothing behind."""

import asyncio
import dataclasses
import logging
import socket
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
from aiohttp import web

from bot.app import create_bot
from bot.i18n import text
from bot.playground.api import Api
from bot.playground.guard import Guard
from bot.playground.page import Page
from bot.playground.proxy import Proxy
from bot.playground.screen import Screen
from bot.playground.seed import seed
from bot.playground.story import story
from bot.playground.world import World
from bot.settings import Settings
from data.communities import Language

HOST = "127.0.0.1"


class PortTaken(Exception):
    """Something else listens on the playground's port; the text says so in a sentence."""


async def serve(settings: Settings, *, announce: Callable[[str], None] = print) -> None:
    """Serve until cancelled. Raises PortTaken before anything has been started."""
    # Who opens the playground need not read of a connection that is none.
    logging.getLogger("bot.app").setLevel(max(logging.WARNING, settings.logging_level))
    language = settings.playground_language
    async with AsyncExitStack() as cleanup:
        door = cleanup.enter_context(_listen(settings.playground_port, language))
        world = await _world(settings, cleanup)
        guard = Guard(door.getsockname()[1], refusal=text(language, "playground-refused"))
        screen = Screen(world, world.members["newcomer"], world.channels["welcome"])
        cleanup.push_async_callback(screen.close)
        await screen.show(screen.member, screen.channel)
        http = await cleanup.enter_async_context(aiohttp.ClientSession())
        app = web.Application(middlewares=[guard.middleware()], client_max_size=32 * 1024**2)
        app.add_routes(Page(world.story).routes())
        app.add_routes(Api(world, screen).routes())
        app.add_routes(Proxy(world, screen, http).routes())
        # No access log: the first line of it would be the link with its token.
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        cleanup.push_async_callback(runner.cleanup)
        await web.SockSite(runner, door).start()
        announce(text(language, "playground-ready", link=guard.link))
        await asyncio.Event().wait()


def _listen(port: int, language: Language) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise PortTaken(text(language, "playground-port-taken", port=str(port))) from error


async def _world(settings: Settings, cleanup: AsyncExitStack) -> World:
    """The circle with its story in it, on a database that goes when the playground does."""
    folder = cleanup.enter_context(tempfile.TemporaryDirectory(prefix="vinkki-playground-"))
    bot = create_bot(
        dataclasses.replace(
            settings, discord_token="", database_path=Path(folder) / "playground.db"
        )
    )
    cleanup.push_async_callback(bot.close)
    world = World(bot, story(settings.playground_language))
    bot.now, bot.park = world.env.now, world.env.external_wait
    await world.start()
    cleanup.push_async_callback(world.close)
    await seed(world)
    return world
