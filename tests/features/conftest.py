"""The circle every story is told in. Each request the bot made is checked when the story ends."""

import json
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import simcord

from bot import rounds
from tests.features.circle import Circle, check_payload, new_bot


@pytest.fixture
def settings() -> dict[str, str]:
    """What the operator set, besides the database; a module of stories may say otherwise."""
    return {}


@pytest.fixture
def nap() -> int:
    """Seconds after which rounds look at the latest; a module of stories may say otherwise."""
    return 86_400


@pytest.fixture(autouse=True)
def naps(monkeypatch: pytest.MonkeyPatch, nap: int) -> None:
    """Rounds look seldom and together: a story of weeks would be told half an hour at a time.

    Whatever forgets to wake them shows all the sooner.
    """
    for name in ("LONGEST_NAP", "IDLE_NAP"):
        monkeypatch.setattr(rounds, name, nap)
    monkeypatch.setattr(rounds, "SPREAD", 0)


@pytest.fixture
async def env(
    migrated: Path, database: Path, request: pytest.FixtureRequest, settings: dict[str, str]
) -> AsyncIterator[simcord.Env]:
    shutil.copy(migrated, database)
    marker = request.node.get_closest_marker("simcord")
    bot = new_bot(None, database, settings)
    # However busy the machine is: a step that hangs is ended by pytest.
    env = simcord.Env(bot, **{"settle_timeout": 60, **(marker.kwargs if marker else {})})
    bot.now, bot.park = env.now, env.external_wait
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()
        await env.bot.close()
        _log_requests(env)
    for one in env.http_requests:
        check_payload(_as_dict(one))
    if env.check_errors:
        env.raise_errors()


@pytest.fixture
async def circle(env: simcord.Env, database: Path, settings: dict[str, str]) -> Circle:
    circle = Circle(env, env.bot, database, settings)
    await env.settle()
    return circle


@pytest.fixture(params=["text", "forum"])
async def asking(request: pytest.FixtureRequest, circle: Circle) -> Circle:
    """The questions channel is a text channel, then a forum."""
    circle.place = circle.questions if request.param == "text" else circle.forum
    await circle.set_up(questions=circle.place)
    return circle


def _as_dict(request: Any) -> dict[str, Any]:
    return {"method": request.method, "path": request.path, "json": request.json}


def _log_requests(env: simcord.Env) -> None:
    """Append every request to the file WIRE_LOG names, one JSON object a line."""
    if path := os.environ.get("WIRE_LOG"):
        lines = [json.dumps(_as_dict(one), default=str) + "\n" for one in env.http_requests]
        # In one write: other processes append to the file at the same time.
        with Path(path).open("ab", buffering=0) as log:
            log.write("".join(lines).encode())
