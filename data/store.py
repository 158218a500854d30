"""Opens the database: one connection that writes, a few that only read."""

import asyncio
import contextlib
import itertools
import sqlite3
from collections.abc import AsyncIterator, Coroutine, Iterable
from pathlib import Path
from typing import Any

import aiosqlite

from data.lock import ProcessLock
from data.migrate import Migration, load, migrate

Row = sqlite3.Row
Parameters = Iterable[Any]

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
        self, lock: ProcessLock, writer: aiosqlite.Connection, applied: list[Migration]
    ) -> None:
        self.applied = applied
        self._lock = lock
        self._writer = writer
        self._readers: list[aiosqlite.Connection] = []
        self._turn = itertools.count()
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
        lock = ProcessLock(path)
        connections: list[aiosqlite.Connection] = []
        try:
            writer = await _connect(path, "")
            connections.append(writer)
            applied = await migrate(writer, load() if migrations is None else migrations)
            # Only now, so that a file that is not ours is refused as it was.
            await writer.executescript(WRITER_PRAGMAS)
            store = cls(lock, writer, applied)
            for _ in range(readers):
                store._readers.append(await _connect(path, READER_PRAGMAS))
                connections.append(store._readers[-1])
        except BaseException:
            for connection in reversed(connections):
                await connection.close()
            lock.release()
            raise
        return store

    async def close(self) -> None:
        """Close every connection after the write under way. Calling it again does nothing."""
        async with self._writing:
            if not self._closed:
                self._closed = True
                await _to_the_end(self._close())

    async def _close(self) -> None:
        for connection in (*self._readers, self._writer):
            await connection.close()
        self._lock.release()

    async def read(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query, from a connection that cannot write."""
        reader = self._readers[next(self._turn) % len(self._readers)]
        return list(await reader.execute_fetchall(sql, parameters))

    async def read_one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = await self.read(sql, parameters)
        return rows[0] if rows else None

    async def empty_log(self) -> None:
        """Bring the write-ahead log into the database and empty it, after an erasure."""
        async with self._writing:
            await self._writer.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.asynccontextmanager
    async def write(self) -> AsyncIterator["Transaction"]:
        """A write transaction: commits at the end of the block, rolls back on any exception.

        Only one runs at a time, so never call the network inside. A task cancelled while the
        commit is under way is told of its cancellation after the commit landed: what a block does
        must be safe to do again.
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
    """What a write block may do: run statements, and read what they made."""

    __slots__ = ("_db",)

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db

    async def run(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Run one statement and return its rows (of a SELECT or a RETURNING)."""
        return list(await self._db.execute_fetchall(sql, parameters))

    async def run_one(self, sql: str, parameters: Parameters = ()) -> Row | None:
        rows = await self.run(sql, parameters)
        return rows[0] if rows else None

    async def run_many(self, sql: str, parameters: Iterable[Parameters]) -> None:
        await self._db.executemany(sql, parameters)


def page_start(offset: int, limit: int, count: int) -> int:
    """The offset of a page of `limit` rows out of `count`; past the end it is the last page's."""
    return max(0, min(offset, (count - 1) // limit * limit))


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
