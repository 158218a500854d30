"""Forward-only migrations: numbered SQL files, each applied in one transaction with its record."""

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import aiosqlite

MIGRATIONS = Path(__file__).parent / "migrations"
APPLICATION_ID = 0x56494E4B  # "VINK" in the file's header tells our databases from others


class DatabaseRefused(Exception):
    """The file is not a database this version may open; the message says why."""


@dataclass(frozen=True, slots=True)
class Migration:
    version: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        return hashlib.sha256(self.sql.encode()).hexdigest()


def load(folder: Path = MIGRATIONS) -> list[Migration]:
    """The folder's `NNNN_name.sql` files in order; a gap in the numbers is a bug."""
    found = []
    for expected, path in enumerate(sorted(folder.glob("*.sql")), start=1):
        number, _, name = path.stem.partition("_")
        if int(number) != expected:
            raise ValueError(f"{path.name}: expected migration {expected:04}")
        found.append(Migration(expected, name, path.read_text(encoding="utf-8")))
    return found


async def migrate(db: aiosqlite.Connection, known: list[Migration]) -> list[Migration]:
    """Bring the database up to date and return what was applied now.

    Raises DatabaseRefused for a file of another program, a database made by a newer version, and
    one whose applied migrations differ from ours.
    """
    applied = await _applied(db)
    if len(applied) > len(known):
        raise DatabaseRefused(
            f"The database is at version {len(applied)}, and this Vinkki knows versions up to "
            f"{len(known)}. Run the newer Vinkki, or restore an older copy of the database."
        )
    for migration, checksum in zip(known, applied, strict=False):
        if migration.checksum != checksum:
            raise DatabaseRefused(
                f"Migration {migration.version:04}_{migration.name} is not the one this database "
                "was made with. Restore the original file."
            )
    pending = known[len(applied) :]
    # A table that others refer to can only be rebuilt without references held; each migration is
    # checked for broken ones before it counts. The pragma does nothing within a transaction.
    await db.execute("PRAGMA foreign_keys = OFF")
    for migration in pending:
        await _apply(db, migration)
    await db.execute("PRAGMA foreign_keys = ON")
    return pending


async def _applied(db: aiosqlite.Connection) -> list[str]:
    ((application_id,),) = await db.execute_fetchall("PRAGMA application_id")
    ((tables,),) = await db.execute_fetchall("SELECT count(*) FROM sqlite_master")
    if tables and application_id != APPLICATION_ID:
        raise DatabaseRefused("The file at DATABASE_PATH is not a Vinkki database.")
    if not tables:
        return []
    rows = await db.execute_fetchall("SELECT checksum FROM migrations ORDER BY version")
    return [checksum for (checksum,) in rows]


async def _apply(db: aiosqlite.Connection, migration: Migration) -> None:
    # executescript would commit by itself, and the record must land with the change.
    await db.execute("BEGIN IMMEDIATE")
    try:
        if migration.version == 1:
            await db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in statements(migration.sql):
            await db.execute(statement)
        if broken := list(await db.execute_fetchall("PRAGMA foreign_key_check")):
            raise ValueError(f"Migration {migration.name} breaks references: {broken[0][0]}")
        await db.execute(
            "INSERT INTO migrations (version, name, checksum) VALUES (?, ?, ?)",
            (migration.version, migration.name, migration.checksum),
        )
    except BaseException:
        await db.rollback()
        raise
    await db.commit()


def statements(sql: str) -> Iterator[str]:
    """Split a script where SQLite itself sees a statement end (triggers hold semicolons)."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if re.sub(r"--.*", "", pending).strip():
        raise ValueError(f"Unfinished statement: {pending.strip()[:80]}")
