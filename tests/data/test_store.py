"""Writing and reading: whole, in turn, and never left half done."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from data import bot_state
from data.lock import ProcessLock
from data.migrate import Migration
from data.store import Store, Transaction, transaction

PAIRS = Migration(
    1,
    "pairs",
    "CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT,"
    " checksum TEXT);\nCREATE TABLE pairs (a INTEGER PRIMARY KEY, b INTEGER) STRICT;\n",
)
LONG = (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000)"
    " SELECT count(*) FROM n"
)


@pytest.fixture
async def pairs(tmp_path: Path) -> AsyncIterator[Store]:
    store = await Store.open(tmp_path / "pairs.db", migrations=[PAIRS])
    yield store
    await store.close()


async def numbers(store: Store) -> list[tuple[int, int]]:
    return [tuple(row) for row in await store.read("SELECT a, b FROM pairs ORDER BY a")]


async def test_a_write_is_there_for_every_reader_at_once(pairs: Store) -> None:
    async with pairs.write() as tx:
        await tx.run("INSERT INTO pairs VALUES (1, 2)")
        for _ in range(4):
            assert await numbers(pairs) == []
    for _ in range(4):
        assert await numbers(pairs) == [(1, 2)]
    found = pairs.look_up("SELECT b FROM pairs WHERE a = ?", [1])
    assert found is not None
    assert found["b"] == 2
    assert pairs.look_up("SELECT b FROM pairs WHERE a = ?", [2]) is None


async def test_an_exception_takes_all_of_it_back(pairs: Store) -> None:
    async def broken() -> None:
        async with pairs.write() as tx:
            await tx.run("INSERT INTO pairs VALUES (1, 2)")
            await tx.run_many("INSERT INTO pairs VALUES (?, ?)", [(2, 2), (3, 3)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await broken()
    assert await numbers(pairs) == []
    async with pairs.write() as tx:
        await tx.run("INSERT INTO pairs VALUES (9, 9)")
    assert await numbers(pairs) == [(9, 9)]


async def test_a_refused_statement_takes_all_of_it_back(pairs: Store) -> None:
    async def broken() -> None:
        async with pairs.write() as tx:
            await tx.run("INSERT INTO pairs VALUES (1, 2)")
            await tx.run("INSERT INTO pairs VALUES (1, 3)")

    with pytest.raises(sqlite3.IntegrityError):
        await broken()
    assert await numbers(pairs) == []


async def test_a_transaction_reads_what_it_wrote(pairs: Store) -> None:
    async with pairs.write() as tx:
        row = await tx.run_one("INSERT INTO pairs VALUES (1, 2) RETURNING b")
        assert row is not None
        assert row["b"] == 2
        assert await tx.run_one("SELECT * FROM pairs WHERE a = 5") is None
        assert len(await tx.run("SELECT * FROM pairs")) == 1


@pytest.mark.parametrize(
    "sql", ["INSERT INTO pairs VALUES (1, 2)", "DELETE FROM pairs", "DROP TABLE pairs"]
)
async def test_a_reader_cannot_write(pairs: Store, sql: str) -> None:
    for _ in range(3):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            await pairs.read(sql)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        pairs.look_up(sql)


async def test_a_transaction_of_its_own_is_whole_or_absent(pairs: Store) -> None:
    @transaction
    async def broken(tx: Transaction, ending: Exception | str) -> None:
        await both(tx, 1)
        if isinstance(ending, Exception):
            raise ending
        await tx.run(ending)

    for ending in (ZeroDivisionError(), sqlite3.IntegrityError()):
        with pytest.raises(type(ending)):
            await broken(pairs, ending)
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        await broken(pairs, "NONSENSE")
    assert await numbers(pairs) == []
    await in_one_trip(pairs, 1)
    assert await numbers(pairs) == [(2, 1), (3, 2)]


async def test_a_transaction_of_its_own_reads_what_it_wrote(pairs: Store) -> None:
    @transaction
    async def swap(tx: Transaction, *, into: int) -> tuple[int, int]:
        await tx.run_many("INSERT INTO pairs VALUES (?, ?)", [(1, 2), (3, 4)])
        row = await tx.run_one("UPDATE pairs SET b = ? WHERE a = 1 RETURNING b", (into,))
        assert row is not None
        return row["b"], len(await tx.run("SELECT * FROM pairs"))

    assert await swap(pairs, into=7) == (7, 2)
    assert await numbers(pairs) == [(1, 7), (3, 4)]


async def test_a_transaction_of_its_own_waits_for_nothing_else(pairs: Store) -> None:
    """It would hold up everybody who writes; the network above all."""

    @transaction
    async def waits(tx: Transaction, something: Callable[[], Awaitable[object]]) -> None:
        await both(tx, 1)
        await something()

    for something in (lambda: asyncio.sleep(0), lambda: pairs.read("SELECT 1")):
        with pytest.raises(RuntimeError):
            await waits(pairs, something)
    assert await numbers(pairs) == []
    await in_one_trip(pairs, 2)


async def test_the_loop_goes_on_meanwhile(pairs: Store) -> None:
    @transaction
    async def counts(tx: Transaction) -> None:
        await tx.run(LONG)

    writing = asyncio.create_task(counts(pairs))
    async with asyncio.timeout(2):
        await asyncio.gather(*(numbers(pairs) for _ in range(20)))
    assert not writing.done()
    await writing


async def test_a_transaction_of_its_own_waits_for_a_block(pairs: Store) -> None:
    async with pairs.write() as tx:
        await tx.run("INSERT INTO pairs VALUES (2, 2)")
        writing = asyncio.create_task(in_one_trip(pairs, 1))
        await asyncio.sleep(0.01)
        await tx.run("DELETE FROM pairs")
    await writing
    assert await numbers(pairs) == [(2, 1), (3, 2)]


async def test_nothing_quick_waits_behind_a_slow_query(pairs: Store) -> None:
    slow = asyncio.create_task(pairs.read(LONG))
    await asyncio.sleep(0)
    for _ in range(10):
        await numbers(pairs)
    assert not slow.done()
    await slow


async def test_writers_take_turns(pairs: Store) -> None:
    inside = 0

    async def add(number: int) -> None:
        nonlocal inside
        async with pairs.write() as tx:
            inside += 1
            assert inside == 1
            row = await tx.run_one("SELECT coalesce(max(a), 0) AS last FROM pairs")
            assert row is not None
            await asyncio.sleep(0)
            await tx.run("INSERT INTO pairs VALUES (?, ?)", (row["last"] + 1, number))
            inside -= 1

    await asyncio.gather(*(add(number) for number in range(40)))
    assert [a for a, _ in await numbers(pairs)] == list(range(1, 41))


async def test_readers_do_not_wait_for_a_writer(pairs: Store) -> None:
    async with pairs.write() as tx:
        await tx.run("INSERT INTO pairs VALUES (1, 2)")
        async with asyncio.timeout(2):
            await asyncio.gather(*(numbers(pairs) for _ in range(20)))


async def both(tx: Transaction, number: int) -> None:
    """Two rows that belong together."""
    await tx.run("INSERT INTO pairs VALUES (?, 1)", (2 * number,))
    await tx.run("INSERT INTO pairs VALUES (?, 2)", (2 * number + 1,))


async def in_a_block(store: Store, number: int) -> None:
    async with store.write() as tx:
        await both(tx, number)


in_one_trip = transaction(both)
Way = Callable[[Store, int], Awaitable[None]]
either_way = pytest.mark.parametrize("write_both", [in_a_block, in_one_trip])


async def check_whole(store: Store, upto: int) -> None:
    """The next write works at once, and of every earlier one there is all or nothing."""
    async with asyncio.timeout(5):
        await in_a_block(store, 100_000 + upto)
    there = {a for a, _ in await numbers(store)}
    assert {100_000 * 2 + 2 * upto, 100_000 * 2 + 2 * upto + 1} <= there
    for number in range(upto + 1):
        assert (2 * number in there) == (2 * number + 1 in there), number


@either_way
@pytest.mark.parametrize("times", [1, 2, 3])
async def test_a_cancelled_write_is_whole_or_absent_at_any_moment(
    pairs: Store, write_both: Way, times: int
) -> None:
    """Cancelled once, or again while it is being tidied up."""
    landed = 0
    for number in range(120):
        task = asyncio.create_task(write_both(pairs, number))
        for _ in range(number // 2):
            await asyncio.sleep(0)
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0)
        await asyncio.wait([task])
        await check_whole(pairs, number)
        landed += not task.cancelled()
    assert landed < 120


@either_way
async def test_a_cancelled_write_is_whole_or_absent_after_any_delay(
    pairs: Store, write_both: Way
) -> None:
    chance = random.Random(7)
    for number in range(80):
        task = asyncio.create_task(write_both(pairs, number))
        await asyncio.sleep(chance.uniform(0, 0.002))
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            assert task.exception() is None
        await check_whole(pairs, number)


@either_way
async def test_many_writers_cancelled_at_once_leave_the_store_usable(
    pairs: Store, write_both: Way
) -> None:
    tasks = [asyncio.create_task(write_both(pairs, number)) for number in range(50)]
    await asyncio.sleep(0.003)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    await check_whole(pairs, 50)


@either_way
async def test_a_write_that_is_told_of_no_trouble_has_landed(pairs: Store, write_both: Way) -> None:
    """A commit that came through is not reported as anything but done or cancelled."""
    for number in range(60):
        task = asyncio.create_task(write_both(pairs, number))
        for _ in range(number):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        there = {a for a, _ in await numbers(pairs)}
        if not task.cancelled():
            assert 2 * number in there


async def pragma(store: Store, name: str, *, writer: bool) -> object:
    if not writer:
        row = await store.read_one(f"PRAGMA {name}")
        assert row is not None
        return row[0]
    async with store.write() as tx:
        row = await tx.run_one(f"PRAGMA {name}")
        assert row is not None
        return row[0]


@pytest.mark.parametrize(
    ("name", "of_writer", "of_readers"),
    [
        ("journal_mode", "wal", "wal"),
        ("synchronous", 2, None),
        ("foreign_keys", 1, 1),
        ("busy_timeout", 5000, 5000),
        ("trusted_schema", 0, 0),
        ("query_only", 0, 1),
        ("journal_size_limit", 67_108_864, None),
        ("wal_autocheckpoint", 1000, 0),
        ("temp_store", 2, 2),
        ("secure_delete", 1, None),
    ],
)
async def test_the_connections_are_set_as_promised(
    store: Store, name: str, of_writer: object, of_readers: object
) -> None:
    assert await pragma(store, name, writer=True) == of_writer
    if of_readers is not None:
        for _ in range(3):
            assert await pragma(store, name, writer=False) == of_readers


async def test_what_was_written_is_there_when_it_is_opened_again(database: Path) -> None:
    store = await Store.open(database)
    assert store.applied
    await bot_state.put(store, "commands", "one")
    await bot_state.put(store, "commands", "two")
    await store.close()
    again = await Store.open(database)
    assert not again.applied
    assert await bot_state.get(again, "commands") == "two"
    assert await bot_state.get(again, "other") is None
    await again.close()


async def test_closing_waits_for_the_write_under_way(database: Path) -> None:
    store = await Store.open(database)
    closing = None
    async with store.write() as tx:
        closing = asyncio.create_task(store.close())
        await asyncio.sleep(0.01)
        assert not closing.done()
        await tx.run("INSERT INTO bot_state VALUES ('a', 'b')")
    await closing
    await store.close()
    again = await Store.open(database)
    assert await bot_state.get(again, "a") == "b"
    await again.close()


async def test_a_close_that_was_cancelled_can_be_done_again(database: Path) -> None:
    """Else its threads would keep the process from ending."""
    store = await Store.open(database)
    async with store.write():
        closing = asyncio.create_task(store.close())
        await asyncio.sleep(0.01)
        closing.cancel()
        await asyncio.wait([closing])
    await store.close()
    held = ProcessLock._held
    still = [path for path in held if path.name.startswith(database.name)]
    if still:
        # Tidied up by hand, so that this test ends.
        await store._opened.aclose()
    assert not still


async def test_its_folder_is_made_when_missing(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "a" / "b" / "vinkki.db")
    await store.close()
    assert (tmp_path / "a" / "b" / "vinkki.db").is_file()
