"""python process.py <Discord> <step>: the bot as ever, with Discord at another address.

At the step the process ends itself by SIGKILL: `before finish` ends it where data.deliveries.finish
is about to run, `after finish` where it has just committed.
"""

import os
import runpy
import signal
import sys
from typing import Any

import discord.http
import discord.state

from data import deliveries

base, step = sys.argv.pop(1), sys.argv.pop(1)
discord.http.Route.BASE = base

# discord.py waits two seconds for more servers to come; there is one.
connect = discord.state.ConnectionState.__init__


def at_once(*args: Any, **options: Any) -> None:
    connect(*args, **options, guild_ready_timeout=0.05)


discord.state.ConnectionState.__init__ = at_once  # type: ignore[method-assign]

if step:
    when, name = step.split()
    real = getattr(deliveries, name)

    async def killed(*args: Any, **more: Any) -> Any:
        if when == "after":
            await real(*args, **more)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(deliveries, name, killed)

runpy.run_module("bot", run_name="__main__", alter_sys=True)
