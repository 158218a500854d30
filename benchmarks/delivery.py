"""Ten thousand schedules due in the same minute: until all are claimed, and how sends are paced."""

import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord

from benchmarks.community import NOW, Communities
from benchmarks.table import Line, show, timed
from bot.app import Vinkki
from bot.claims import CLAIMS_AT_ONCE, Claims
from bot.delivery import POSTS_A_SECOND, PROMPT
from bot.pace import Pace
from bot.quiet import Quiet
from data.schedules import MOST_SCHEDULES
from data.store import Store

DUE = 10_000
TIMES = 5
GOAL = 1.0
WEEK = 7 * 86_400


async def main(_: Communities) -> None:
    with tempfile.TemporaryDirectory(prefix="vinkki-") as folder:
        store = await Store.open(Path(folder) / "vinkki.db")
        try:
            taken, again = await _claims(store)
        finally:
            await store.close()
    paced = await _pace()
    show(
        f"{DUE:,} schedules due in the same minute, {MOST_SCHEDULES} in each community",
        [
            Line(f"until all are claimed, {CLAIMS_AT_ONCE:,} a commit", taken, GOAL),
            Line("asked again in the same minute", again),
            Line(f"until {POSTS_A_SECOND * 2} posts may begin", paced),
        ],
        f"At {POSTS_A_SECOND} posts a second all are sent in {DUE / POSTS_A_SECOND / 60:.0f}"
        " minutes; Discord's own limit of 50 requests a second would take 3.",
    )


async def _claims(store: Store) -> tuple[list[float], list[float]]:
    """Week after week, and once more when there is nothing to claim."""
    await _fill(store)
    bot = _Bot(store)
    app = cast("Vinkki", bot)
    claiming = Claims(app, Quiet(app), PROMPT)
    taken = []
    for turn in range(TIMES):
        bot.at = NOW + turn * WEEK
        taken += await timed([lambda: claiming.due(bot.at)])
        (row,) = await store.read("SELECT count(*) AS made FROM deliveries")
        assert row["made"] == (turn + 1) * DUE, row["made"]
    return taken, await timed([lambda: claiming.due(bot.at)])


async def _fill(store: Store) -> None:
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO schedules (guild_id, kind, channel_id, weekday, minute, every,"
            " first_date, visibility, next_date, next_due)"
            " VALUES (?, 'prompt', 1, ?, ?, 'week', ?, 'choice', ?, ?)",
            [(number // MOST_SCHEDULES + 1, *_moment(), NOW) for number in range(DUE)],
        )


def _moment() -> tuple[int, int, str, str]:
    then = time.gmtime(NOW)
    day = time.strftime("%Y-%m-%d", then)
    return then.tm_wday, NOW % 86_400 // 60, day, day


class _Bot:
    """As much of the bot as claiming asks for: a store, a clock, and communities it is in."""

    def __init__(self, store: Store) -> None:
        self.store, self.at = store, NOW

    def seconds(self) -> int:
        return self.at

    def get_guild(self, guild_id: int) -> Any:
        return SimpleNamespace(
            id=guild_id, unavailable=False, preferred_locale=discord.Locale.american_english
        )

    def add_listener(self, *_: object) -> None:
        pass


async def _pace() -> list[float]:
    pace = Pace(POSTS_A_SECOND)
    begun = time.perf_counter()
    for _ in range(POSTS_A_SECOND * 2):
        await pace.turn()
    return [time.perf_counter() - begun]
