"""Opens the database: one connection that writes, a few that only read."""

import asyncio
import contextlib
import functools
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import aiosqlite

from data.lock import ProcessLock
from data.migrate import Migration, load, migrate

Row = sqlite3.Row
Parameters = Iterable[Any]
Result = TypeVar("Result")
Given = ParamSpec("Given")

PRAGMAS = """
PRAGMA foreign_keys = ON;
PRAGMA busy_timeout = 5000;
PRAGMA trusted_schema = OFF;
PRAGMA temp_store = MEMORY;
"""
# FULL: a commit that a delivery relies on must survive a power cut. Deleted means overwritten.
WRITER_PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA journal_size_limit = 67108864;
PRAGMA secure_delete = ON;
"""
# Before SQLite 3.51.3 two connections that checkpoint at once can corrupt a WAL database.
READER_PRAGMAS = """
PRAGMA query_only = ON;
PRAGMA wal_autocheckpoint = 0;
"""


class Store:
    """The community's data. Open with `Store.open`, close in the same event loop."""

    def __init__(
        self,
        writer: aiosqlite.Connection,
        readers: list[aiosqlite.Connection],
        here: sqlite3.Connection,
        applied: list[Migration],
        opened: contextlib.AsyncExitStack,
    ) -> None:
        self.applied = applied
        self._writer = writer
        self._readers = readers
        self._here = here
        self._opened = opened
        self._reading: Counter[aiosqlite.Connection] = Counter()
        self._writing = asyncio.Lock()
        self._closed = False

    @classmethod
    async def open(
        cls, path: Path, *, readers: int = 2, migrations: list[Migration] | None = None
    ) -> "Store":
        """Lock, open and migrate the database at `path`, making its folder when missing.

        Raises DatabaseInUse when another process holds it, DatabaseUnusable when it cannot be
        written there, and DatabaseRefused when the file is not one this version may open.
        """
        async with contextlib.AsyncExitStack() as opened:
            opened.callback(ProcessLock(path).release)
            writer = await _connect(path, "")
            opened.push_async_callback(writer.close)
            applied = await migrate(writer, load() if migrations is None else migrations)
            # Only now, so that a file that is not ours is refused as it was.
            await writer.executescript(WRITER_PRAGMAS)
            reading = []
            for _ in range(readers):
                reading.append(await _connect(path, READER_PRAGMAS))
                opened.push_async_callback(reading[-1].close)
            here = sqlite3.connect(path, isolation_level=None)
            opened.callback(here.close)
            here.row_factory = sqlite3.Row
            here.executescript(PRAGMAS + READER_PRAGMAS)
            return cls(writer, reading, here, applied, opened.pop_all())

    async def close(self) -> None:
        """Close every connection after the write under way, the writer last.

        Calling it again does nothing.
        """
        async with self._writing:
            if not self._closed:
                self._closed = True
                await _to_the_end(self._opened.aclose())

    def look_up(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """A row by its key, at once and in the event loop's own thread: for what every press asks.

        Finding a key takes a fraction of the trip to a reader's thread. Whatever may read more than
        a few rows goes that way, through `read`.
        """
        rows = self._here.execute(sql, tuple(parameters)).fetchall()
        return rows[0] if rows else None

    async def read(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query, from a connection that cannot write."""
        reader = self._least_busy()
        self._reading[reader] += 1
        try:
            return list(await reader.execute_fetchall(sql, parameters))
        finally:
            self._reading[reader] -= 1

    async def reading(self, work: Callable[["Reading"], Coroutine[Any, Any, Result]]) -> Result:
        """Run `work`, which asks several times, in one trip to a reader's thread.

        It can await nothing but its reading. What it works out between its queries holds up this
        reader, and not the event loop.
        """
        reader = self._least_busy()
        self._reading[reader] += 1
        try:
            # As in `transact`.
            done: Result = await reader._execute(_read_through, reader._conn, work)  # type: ignore[no-untyped-call]
            return done
        finally:
            self._reading[reader] -= 1

    def _least_busy(self) -> aiosqlite.Connection:
        """So that nothing quick waits behind a slow query.

        The first has most of what is asked often in its cache.
        """
        return min(self._readers, key=self._reading.__getitem__)

    async def read_one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = await self.read(sql, parameters)
        return rows[0] if rows else None

    async def empty_log(self) -> None:
        """Bring the write-ahead log into the database and empty it, after an erasure."""
        async with self._writing:
            await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    async def transact(
        self, work: Callable[["Transaction"], Coroutine[Any, Any, Result]]
    ) -> Result:
        """Run `work` as one write transaction: commits when it returns, rolls back when it raises.

        All of it runs in the writer's thread, in one trip, so `work` can await nothing but its
        transaction. When the task is cancelled meanwhile, the thread still ends what it began,
        before any other write: what `work` does must be safe to do again.
        """
        async with self._writing:
            # aiosqlite runs any function in a connection's thread, but has no public name for it.
            done: Result = await self._writer._execute(_transact, self._writer._conn, work)  # type: ignore[no-untyped-call]
            return done

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator["Transaction"]:
        """A write transaction as a block, for what must do something else between statements.

        It takes a trip to the writer's thread for each statement, where `transaction` takes one
        for all. Only one runs at a time, so never call the network inside.
        """
        async with self._writing:
            try:
                await _to_the_end(self._writer.execute("BEGIN IMMEDIATE"))
                yield Transaction(self._writer)
                await _to_the_end(self._writer.commit())
            except BaseException:
                # Asked of the connection, because a cancelled BEGIN or COMMIT may have landed.
                if self._writer.in_transaction:
                    await _to_the_end(self._writer.rollback())
                raise


class Transaction:
    """What a write may do: run statements, and read what they made."""

    __slots__ = ("_db",)

    def __init__(self, db: "aiosqlite.Connection | _Here") -> None:
        self._db = db

    async def run(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Run one statement and return its rows (of a SELECT or a RETURNING)."""
        return list(await self._db.execute_fetchall(sql, parameters))

    async def run_one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        rows = await self.run(sql, parameters)
        return rows[0] if rows else None

    async def run_many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        await self._db.executemany(sql, parameters)


class Reading:
    """What may be asked in one trip to a reader's thread."""

    __slots__ = ("_db",)

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    async def read(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        return self._db.execute(sql, tuple(parameters)).fetchall()


def transaction(
    work: Callable[Concatenate[Transaction, Given], Coroutine[Any, Any, Result]],
) -> Callable[Concatenate[Store, Given], Coroutine[Any, Any, Result]]:
    """Make a function of a transaction one of the store, which is one write transaction itself.

    See `Store.transact`.
    """

    @functools.wraps(work)
    async def whole(store: Store, /, *args: Given.args, **named: Given.kwargs) -> Result:
        return await store.transact(lambda tx: work(tx, *args, **named))

    return whole


def page_start(offset: int, limit: int, count: int) -> int:
    """The offset of a page of `limit` rows out of `count`; past the end it is the last page's."""
    return max(0, min(offset, (count - 1) // limit * limit))


def distinct(table: str, column: str) -> str:
    """A query for the values of a column in a community (?1), by an index on guild and column.

    It seeks once a value, where DISTINCT would read the whole index.
    """
    of_guild = f"FROM {table} WHERE guild_id = ?1"
    return (
        f"WITH RECURSIVE found (value) AS (SELECT min({column}) {of_guild} UNION ALL"
        f" SELECT (SELECT min({column}) {of_guild} AND {column} > value)"
        "  FROM found WHERE value IS NOT NULL) SELECT value FROM found WHERE value IS NOT NULL"
    )


class _Here:
    """A connection in its own thread: does at once what aiosqlite's takes a trip for."""

    __slots__ = ("_db",)

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    async def execute_fetchall(self, sql: str, parameters: Any) -> list[Row]:
        return self._db.execute(sql, parameters).fetchall()

    async def executemany(self, sql: str, parameters: Any) -> None:
        self._db.executemany(sql, parameters)


def _transact(
    db: sqlite3.Connection, work: Callable[[Transaction], Coroutine[Any, Any, Result]]
) -> Result:
    db.execute("BEGIN IMMEDIATE")
    try:
        result = _run_through(work(Transaction(_Here(db))))
        db.commit()
    except BaseException:
        if db.in_transaction:
            db.rollback()
        raise
    return result


def _read_through(
    db: sqlite3.Connection, work: Callable[[Reading], Coroutine[Any, Any, Result]]
) -> Result:
    return _run_through(work(Reading(db)))


def _run_through(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine that never has to wait."""
    try:
        work.send(None)
    except StopIteration as end:
        result: Result = end.value
        return result
    work.close()
    raise RuntimeError("What runs in the store's thread can wait for nothing: it holds up others.")


async def _connect(path: Path, pragmas: str) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        await connection.executescript(PRAGMAS + pragmas)
    except BaseException:
        await connection.close()
        raise
    return connection


async def _to_the_end(work: Coroutine[Any, Any, Any]) -> None:
    """Finish `work` even when this task is cancelled meanwhile; the cancellation follows it."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error from None
        raise
