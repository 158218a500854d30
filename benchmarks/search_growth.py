"""What a search costs as what there is to find grows, as a table and as a picture.

`make bench ARGS=search-growth` draws docs/pictures/search-growth.svg, up to DOCUMENTS of them.
"""

import math
from pathlib import Path

from benchmarks.community import Communities
from benchmarks.million import DOCUMENTS, filled, folder
from benchmarks.search_speed import measured
from benchmarks.table import Line, show
from data.store import Store

SIZES = tuple(size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= DOCUMENTS)
SHOWN = {
    "2 words, in the largest": "#3b9dd6",
    "8 words, similar, in the largest": "#e0a030",
    "3 letters, while typing, in the largest": "#9b7ede",
    "2 words, elsewhere": "#43a56b",
}
PICTURE = Path(__file__).parents[1] / "docs/pictures/search-growth.svg"
_WIDE, _HIGH, _LEFT, _BELOW, _TOP = 720, 400, 70, 60, 70
_LEAST, _MOST = 1e-4, 1.0
"""Seconds at the lower and the upper edge."""
Points = dict[str, list[tuple[int, Line]]]


async def main(_: Communities) -> None:
    points: Points = {name: [] for name in SHOWN}
    with folder() as kept:
        for size in SIZES:
            path = await filled(kept, size)
            store = await Store.open(path)
            for line in await measured(store, 100):
                if line.what in SHOWN:
                    points[line.what].append((size, line))
            await store.close()
    rows = [
        Line(f"{name}, of {size:,}", line.times) for name, of in points.items() for size, line in of
    ]
    show("The cost of a search as what there is grows", rows)
    PICTURE.write_text(_picture(points), encoding="utf-8")
    print(f"Drawn: {PICTURE.relative_to(Path.cwd())}")


def _picture(points: Points) -> str:
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}"'
            ' font-family="sans-serif" font-size="13">'
        ),
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="#ffffff"/>',
    ]
    for power in range(-4, 1):
        y = _y(10.0**power)
        parts += [
            f'<path d="M{_LEFT} {y:.0f}H{_WIDE - 20}" stroke="#dddddd"/>',
            (
                f'<text x="{_LEFT - 8}" y="{y + 4:.0f}" text-anchor="end" fill="#555555">'
                f"{10.0 ** (power + 3):g} ms</text>"
            ),
        ]
    for size in SIZES:
        parts.append(
            f'<text x="{_x(size):.0f}" y="{_HIGH - _BELOW + 22}" text-anchor="middle"'
            f' fill="#555555">{size:,}</text>'
        )
    parts.append(
        f'<text x="{_WIDE / 2:.0f}" y="{_HIGH - 14}" text-anchor="middle" fill="#555555">'
        "documents in 2,000 communities; whole line: half of the searches, dashes: 95 of 100</text>"
    )
    for place, (name, colour) in enumerate(SHOWN.items()):
        for which, dashes in (("p50", ""), ("p95", ' stroke-dasharray="5 4"')):
            path = "L".join(
                f"{_x(size):.0f} {_y(getattr(line, which)):.0f}" for size, line in points[name]
            )
            parts.append(
                f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
            )
        x, y = _LEFT + 330 * (place % 2), 24 + 22 * (place // 2)
        parts += [
            f'<path d="M{x} {y - 4}h24" stroke="{colour}" stroke-width="3"/>',
            f'<text x="{x + 32}" y="{y}" fill="#222222">{name}</text>',
        ]
    return "\n".join([*parts, "</svg>", ""])


def _x(size: int) -> float:
    wide = math.log10(1_000_000) - 3
    return _LEFT + 20 + (math.log10(size) - 3) / wide * (_WIDE - _LEFT - 80)


def _y(seconds: float) -> float:
    share = math.log10(max(seconds, _LEAST) / _LEAST) / math.log10(_MOST / _LEAST)
    return _HIGH - _BELOW - share * (_HIGH - _BELOW - _TOP)
