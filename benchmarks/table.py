"""How long something takes, and the plain table that tells it."""

import os
import platform
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was measured: each time it took, in seconds. `goal` is about the p95."""

    what: str
    times: Sequence[float]
    goal: float | None = None

    @property
    def p50(self) -> float:
        return self._part(50)

    @property
    def p95(self) -> float:
        return self._part(95)

    def _part(self, percent: int) -> float:
        if len(self.times) == 1:
            return self.times[0]
        return quantiles(self.times, n=100, method="inclusive")[percent - 1]


async def timed(calls: Iterable[Callable[[], Awaitable[object]]]) -> list[float]:
    """How long each call took, one after the other."""
    times = []
    for call in calls:
        begun = time.perf_counter()
        await call()
        times.append(time.perf_counter() - begun)
    return times


def show(title: str, lines: Sequence[Line], *said: str) -> None:
    """Print a table, and below it what else is to be said."""
    rows = [("what", "n", "p50", "p95", "goal", "met?")]
    for one in lines:
        met = "" if one.goal is None else "yes" if one.p95 < one.goal else "NO"
        goal = "" if one.goal is None else f"< {_short(one.goal)}"
        rows.append((one.what, f"{len(one.times):,}", _short(one.p50), _short(one.p95), goal, met))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    print(f"\n{title}")
    for row in rows:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    for sentence in said:
        print(sentence)


def machine() -> str:
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}"
    )


def _short(seconds: float) -> str:
    for size, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.2g} µs"
