"""A real process of the bot against a stand-in for Discord, with one prompt due."""

import asyncio
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from data import communities, prompts, schedules
from data.schedules import Run
from data.store import Store
from tests.delivery.standin import GUILD, MODERATORS, PROMPTS, TOKEN, Standin, standing_in
from tests.features.circle import Circle
from tests.features.conftest import circle, env, nap, naps, settings
from tests.features.scenes import schedule_prompt

__all__ = ["circle", "env", "nap", "naps", "settings"]

ROOT = Path(__file__).parents[2]
PATIENCE = 20
LATELY = 5
"""Seconds for which the prompt has been due."""


@dataclass
class Bot:
    """Starts the process, again and again, on one database."""

    folder: Path
    discord: Standin
    process: asyncio.subprocess.Process | None = None
    said: list[str] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / "vinkki.db"

    async def start(self, step: str = "") -> None:
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(Path(__file__).with_name("process.py")),
            self.discord.base,
            step,
            cwd=self.folder,
            env={
                "PATH": os.environ.get("PATH", ""),
                "HOME": str(self.folder),
                "PYTHONPATH": str(ROOT),
                "DATABASE_PATH": str(self.database),
                "DISCORD_TOKEN": TOKEN,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()

    async def ended(self) -> int:
        """The exit code; a process ended by a signal has that as a negative number."""
        assert self.process is not None
        async with asyncio.timeout(PATIENCE):
            _, err = await self.process.communicate()
        self.said.append(err.decode())
        assert self.process.returncode is not None
        return self.process.returncode

    async def stop(self) -> int:
        assert self.process is not None
        self.process.terminate()
        return await self.ended()

    def change(self, sql: str, *values: object) -> None:
        with sqlite3.connect(self.database) as db:
            db.execute(sql, values)
        db.close()

    def due(self, ago: int) -> None:
        """The schedule's next run was due so many seconds ago, and no other since."""
        at = int(time.time()) - ago
        then = time.gmtime(at)
        day = time.strftime("%Y-%m-%d", then)
        self.change(
            "UPDATE schedules SET weekday = ?, minute = ?, first_date = ?, next_date = ?,"
            " next_due = ?",
            *(then.tm_wday, at % 86_400 // 60, day, day, at),
        )

    def rows(self, sql: str) -> list[sqlite3.Row]:
        db = sqlite3.connect(self.database)
        db.row_factory = sqlite3.Row
        try:
            return list(db.execute(sql))
        finally:
            db.close()

    def states(self) -> list[tuple[str, str]]:
        found = self.rows("SELECT state, reason FROM deliveries ORDER BY due_at")
        return [(row["state"], row["reason"]) for row in found]

    async def until(self, *states: tuple[str, str], told: bool = False) -> None:
        """Wait until the deliveries stand so, and moderators know."""
        try:
            async with asyncio.timeout(PATIENCE):
                while self.states() != [*states] or any(
                    told and row["untold"] for row in self.rows("SELECT untold FROM deliveries")
                ):
                    assert self.process is not None
                    assert self.process.returncode is None, "the process ended"
                    await asyncio.sleep(0.02)
        except TimeoutError:
            self.kill()
            await self.ended()
            pytest.fail(f"{self.states()} after {self.discord.asked}: {self.said[-1]}")


@pytest.fixture
async def discord() -> AsyncIterator[Standin]:
    async with standing_in() as standin:
        yield standin


@pytest.fixture
async def bot(tmp_path: Path, discord: Standin) -> AsyncIterator[Bot]:
    """The prompt is due since a few seconds, and no process runs yet."""
    bot = Bot(tmp_path, discord)
    store = await Store.open(bot.database)
    await communities.choose(store, GUILD, "language", "en")
    await communities.choose(store, GUILD, "moderators_channel_id", MODERATORS)
    await prompts.add(store, GUILD, "What went well?", "", 2, 1)
    where = (GUILD, "prompt", PROMPTS, 0, 0, "week", "choice", 2, Run("2026-11-23", 0))
    await schedules.add(store, *where)
    await store.close()
    bot.due(LATELY)
    yield bot
    if bot.process and bot.process.returncode is None:
        bot.kill()
        await bot.process.communicate()


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """One prompt every Monday at nine; it is Thursday, midnight."""
    await schedule_prompt(circle)
    return circle
