"""One process at a time on a database file."""

import sqlite3
from pathlib import Path
from typing import ClassVar


class DatabaseInUse(Exception):
    """Another process holds the database."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is in use by another Vinkki. Stop that one first.")


class DatabaseUnusable(Exception):
    """The file cannot be opened or written; the message says why."""

    def __init__(self, path: Path, reason: object) -> None:
        super().__init__(f"{path} cannot be used: {reason}.")


class ProcessLock:
    """Holds `<database>.lock` for this process until the last holder lets go.

    SQLite's own file locking does the work on a file beside the database: it is portable, and the
    system releases it when the process ends, however it ends. Stores of the same process share it,
    so that a bot can be replaced by its successor without a gap.
    """

    _held: ClassVar[dict[Path, tuple[sqlite3.Connection, int]]] = {}

    def __init__(self, database: Path) -> None:
        real = database.resolve()
        self._path = real.with_name(real.name + ".lock")
        connection, holders = self._held.get(self._path, (None, 0))
        self._held[self._path] = (connection or _locked(self._path, database), holders + 1)

    def release(self) -> None:
        connection, holders = self._held.pop(self._path)
        if holders > 1:
            self._held[self._path] = (connection, holders - 1)
        else:
            connection.close()


def _locked(path: Path, database: Path) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.OperationalError) as error:
        raise DatabaseUnusable(database, error) from None
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise DatabaseInUse(database) from None
        raise DatabaseUnusable(database, error) from None
    return connection
