"""The way through a command, from what Discord says to the answer that leaves, beside its floor.

The floor is what an empty command takes on the same bot, and the command's own SQL statements, one
after the other on one connection in one thread, commits included.
"""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

from discord import app_commands

from benchmarks import wire
from benchmarks.community import (
    APART,
    GUILD,
    LARGE,
    MEMBERS,
    NOW,
    OPEN,
    PLACES,
    Communities,
    Writer,
)
from benchmarks.table import Line, show
from bot.app import Vinkki, create_bot
from bot.settings import Settings
from bot.ui import Interaction
from data import questions
from data.questions import New, Question
from data.store import PRAGMAS, WRITER_PRAGMAS, Store

TIMES, BEFORE = 500, 20
"""How often each command is given, and how often before that, to be warm."""
ASKED = 2_000
"""Questions that were asked before."""
GOAL = 2.5

Statement = tuple[str, tuple[Any, ...]]


class Recording(sqlite3.Connection):
    """A connection that remembers what it was told, so that it can be told to another."""

    told: ClassVar[list[Statement]] = []

    def execute(self, *given: Any) -> sqlite3.Cursor:
        self.told.append(("execute", given))
        return super().execute(*given)

    def executemany(self, sql: str, rows: Iterable[Any], /) -> sqlite3.Cursor:
        given = (sql, [*rows])
        self.told.append(("executemany", given))
        return super().executemany(*given)

    def commit(self) -> None:
        self.told.append(("execute", ("COMMIT",)))
        super().commit()


@dataclass
class Case:
    """One command: what Discord says when it is given, and what was measured, in seconds."""

    what: str
    payload: Callable[[int], dict[str, Any]]
    taken: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)

    def lines(self) -> list[Line]:
        return [
            Line(self.what, self.taken),
            Line("  its statements alone", self.alone),
            Line("  its floor", self.floor),
        ]

    def said(self) -> str:
        taken, floor = Line("", self.taken), Line("", self.floor)
        times = taken.p50 / floor.p50
        return (
            f"{self.what} takes {times:.2f} times its floor (p95: {taken.p95 / floor.p95:.2f})."
            f" Goal: {GOAL}, {'met' if times <= GOAL else 'NOT met'}."
        )


async def main(communities: Communities) -> None:
    async with communities.copy(LARGE) as path, communities.copy(LARGE) as other:
        with contextlib.closing(sqlite3.connect(other, isolation_level=None)) as raw:
            raw.executescript(PRAGMAS + WRITER_PRAGMAS)
            async with _bot(path) as bot:
                # What opening said changed nothing: the other database is a copy.
                Recording.told.clear()
                await _asked_before(bot.store)
                _replayed(raw, Recording.told)
                cases = await _cases(bot)
                empty = await _measure(bot, raw, cases)
    show(
        f"From an interaction to its answer at {LARGE:,} tips",
        [Line("an empty slash command", empty), *(line for one in cases for line in one.lines())],
        *(one.said() for one in cases),
    )


@contextlib.asynccontextmanager
async def _bot(path: Path) -> AsyncIterator[Vinkki]:
    """The bot with all its features and a command that does nothing; its rounds do not run."""
    bot = create_bot(Settings(database_path=path))
    with patch("sqlite3.connect", partial(sqlite3.connect, factory=Recording)):
        bot.store = await Store.open(path)
    try:
        await bot.load_features()
        bot.tree.add_command(empty)
        yield bot
    finally:
        await bot.store.close()


@app_commands.command()
async def empty(interaction: Interaction) -> None:
    """The least a command can do."""
    await interaction.response.send_message("An answer.", ephemeral=True)


async def _asked_before(store: Store) -> None:
    """Earlier questions, so that some are like the one that is asked."""
    writer = Writer(6)
    for number in range(ASKED):
        new = New(
            writer.one_of(MEMBERS), writer.words(4, 9), writer.words(20, 60), writer.topics(), NOW
        )
        # Far enough back that nobody's daily quota ends it.
        asked = await questions.add(store, GUILD, replace(new, at=NOW - (ASKED - number) * APART))
        assert isinstance(asked, Question)
        await questions.opened(store, GUILD, asked.question_id, PLACES[1], 10**17 + number)


async def _cases(bot: Vinkki) -> list[Case]:
    writer = Writer(5)
    rows = await bot.store.read(
        "SELECT tip_id FROM tips WHERE place_id IN (?, ?) ORDER BY tip_id DESC", OPEN[1:3]
    )
    tip_ids = [row["tip_id"] for row in rows]

    def share(number: int) -> dict[str, Any]:
        options = {
            "link": writer.link(LARGE + number),
            "note": writer.words(6, 24),
            "topics": ", ".join(writer.topics()),
        }
        return wire.command(writer.one_of(MEMBERS), "tip share", options)

    def search(_: int) -> dict[str, Any]:
        return wire.command(writer.one_of(MEMBERS), "tip search", {"words": writer.words(1, 2)})

    def thank(number: int) -> dict[str, Any]:
        names = [f"tip.{one}:{tip_ids[number]}" for one in ("thank", "save", "remind", "more")]
        return wire.press(writer.one_of(MEMBERS), names[0], names)

    def ask(_: int) -> dict[str, Any]:
        return wire.command(writer.one_of(MEMBERS), "ask", {"title": writer.words(4, 9)})

    def asked(_: int) -> dict[str, Any]:
        fields = {
            "title": writer.words(4, 9),
            "details": writer.words(20, 60),
            "topics": ", ".join(writer.topics()),
        }
        return wire.form(writer.one_of(MEMBERS), "question.ask", fields)

    return [
        Case("/tip share", share),
        Case("/tip search", search),
        Case("Helped me", thank),
        Case("/ask, until its form", ask),
        Case("/ask, until earlier ones", asked),
    ]


async def _measure(bot: Vinkki, raw: sqlite3.Connection, cases: Iterable[Case]) -> list[float]:
    """All cases in turn, so that what else the machine does slows down all of them alike."""
    answers = Answers()
    await wire.connect(bot, wire.Transport(answers.heard))
    empty = []
    for number in range(BEFORE + TIMES):
        # So far apart that nobody's daily quota ends it.
        bot.now = partial(datetime.fromtimestamp, NOW + number * APART, UTC)
        for case in cases:
            bare, _, _ = await answers.to(bot, wire.command(MEMBERS[0], "empty", {}))
            taken, before, after = await answers.to(bot, case.payload(number))
            alone = _replayed(raw, before)
            # What follows the answer is not counted; the two databases stay alike.
            _replayed(raw, after)
            if number >= BEFORE:
                empty.append(bare)
                case.taken.append(taken)
                case.alone.append(alone)
                case.floor.append(bare + alone)
    return empty


class Answers:
    """Hears when an interaction is answered, and what the store was told until then."""

    def __init__(self) -> None:
        self._at: list[tuple[float, int]] = []

    def heard(self) -> None:
        self._at.append((time.perf_counter(), len(Recording.told)))

    async def to(
        self, bot: Vinkki, payload: dict[str, Any]
    ) -> tuple[float, list[Statement], list[Statement]]:
        """Seconds until the answer left, and the statements before it and after it.

        Returns when everything that follows the answer is done too.
        """
        self._at.clear()
        Recording.told.clear()
        begun = time.perf_counter()
        wire.said(bot, "INTERACTION_CREATE", payload)
        while others := asyncio.all_tasks() - {asyncio.current_task()}:
            await asyncio.wait(others)
        (at, before), *_ = self._at
        return at - begun, Recording.told[:before], Recording.told[before:]


def _replayed(raw: sqlite3.Connection, told: Iterable[Statement]) -> float:
    begun = time.perf_counter()
    for name, given in told:
        getattr(raw, name)(*given).fetchall()
    return time.perf_counter() - begun
