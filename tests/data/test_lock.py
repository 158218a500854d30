"""One process at a time on a database."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.lock import DatabaseInUse
from data.store import Store

HOLD = """
import asyncio, sys
from pathlib import Path
from data.store import Store

async def main():
    store = await Store.open(Path(sys.argv[1]))
    print("open", flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""
ROOT = Path(__file__).parents[2]


def holder(database: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def attempt(database: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", HOLD, str(database)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=30
    )


async def test_a_second_process_is_refused_until_the_first_is_gone(database: Path) -> None:
    with holder(database) as process:
        try:
            with pytest.raises(DatabaseInUse) as refused:
                await Store.open(database)
            assert str(database) in str(refused.value)
            assert str(refused.value).endswith("Stop that one first.")
            # Refused again, and not let in by having been refused.
            with pytest.raises(DatabaseInUse):
                await Store.open(database)
        finally:
            # The hardest end there is: nothing can tidy up.
            process.kill()
            process.wait()
    store = await Store.open(database)
    await store.close()


async def test_a_process_is_refused_while_we_hold_it(store: Store, database: Path) -> None:
    done = attempt(database)
    assert done.returncode != 0
    assert "DatabaseInUse" in done.stderr


async def test_the_same_process_may_open_it_twice(store: Store, database: Path) -> None:
    successor = await Store.open(database)
    await store.close()
    # The successor still keeps others out.
    done = attempt(database)
    assert "DatabaseInUse" in done.stderr
    await successor.close()
    with holder(database) as process:
        process.kill()


async def test_two_databases_beside_each_other_do_not_meet(tmp_path: Path) -> None:
    one, other = await Store.open(tmp_path / "one.db"), await Store.open(tmp_path / "other.db")
    await one.close()
    await other.close()


async def test_a_database_that_could_not_be_opened_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "vinkki.db"
    path.write_bytes(b"This is a diary, not a database. " * 100)
    for _ in range(2):
        with pytest.raises(Exception, match="not a database"):
            await Store.open(path)
    path.unlink()
    with holder(path) as process:
        process.kill()
