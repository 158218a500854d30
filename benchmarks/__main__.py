"""python -m benchmarks [name ...]: measure everything, or what is named."""

import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks import (
    autocomplete,
    canonical,
    commands,
    delivery,
    digests,
    importing,
    questions,
    search_growth,
    search_peers,
    search_quality,
    search_speed,
    sharing,
    together,
)
from benchmarks.community import Communities
from benchmarks.table import machine

ALL = {
    one.__name__.rpartition(".")[2].replace("_", "-"): one.main
    for one in (
        *(canonical, commands, sharing, together, autocomplete, digests, importing, delivery),
        questions,
        *(search_quality, search_speed, search_peers, search_growth),
    )
}


async def measure(names: list[str]) -> None:
    print(machine())
    with tempfile.TemporaryDirectory(prefix="vinkki-") as folder:
        communities = Communities(Path(folder))
        for name in names:
            await ALL[name](communities)


if unknown := set(sys.argv[1:]) - set(ALL):
    sys.exit(f"There is no {', '.join(sorted(unknown))} here. There are: {', '.join(ALL)}.")
asyncio.run(measure(sys.argv[1:] or [*ALL]))
