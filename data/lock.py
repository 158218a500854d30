"""One process at a time on a database file."""

import sqlite3
from pathlib import Path
from typing import ClassVar


class DatabaseInUse(Exception):
    """Another process holds the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is in use by another Vinkki. Stop that one first.")


class ProcessLock:
    """Holds `<database>.lock` for this process until the last holder lets go.

    SQLite's own file locking does the work on a file beside the database: it is portable, and the
    system releases it when the process ends, however it ends. Stores of the same process share it,
    so that a bot can be replaced by its successor without a gap.
    """

    _held: ClassVar[dict[Path, tuple[sqlite3.Connection, int]]] = {}

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock").absolute()
        connection, holders = self._held.get(self._path, (None, 0))
        if connection is None:
            connection = sqlite3.connect(
                self._path, timeout=0, isolation_level=None, check_same_thread=False
            )
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                connection.close()
                raise DatabaseInUse(database) from None
        self._held[self._path] = (connection, holders + 1)

    def release(self) -> None:
        connection, holders = self._held.pop(self._path)
        if holders > 1:
            self._held[self._path] = (connection, holders - 1)
        else:
            connection.close()
