"""Bringing a database up to date, or refusing it as it is."""

import sqlite3
from pathlib import Path

import pytest

from data.migrate import APPLICATION_ID, DatabaseRefused, Migration, load, statements
from data.store import Store

FIRST = Migration(
    1,
    "first",
    "CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT, checksum TEXT);\n"
    "CREATE TABLE a (x INTEGER) STRICT;\n",
)
SECOND = Migration(
    2, "second", "ALTER TABLE a ADD COLUMN y TEXT;\nINSERT INTO a VALUES (1, 'y');\n"
)
BROKEN = Migration(2, "broken", "INSERT INTO a VALUES (1);\nCREATE TABLE b (x);\nSELECT nothing;\n")


async def opened(path: Path, *migrations: Migration) -> list[int]:
    """Open and close; which versions were applied."""
    store = await Store.open(path, migrations=list(migrations))
    applied = [migration.version for migration in store.applied]
    await store.close()
    return applied


def tables(path: Path) -> set[str]:
    with sqlite3.connect(path) as db:
        found = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    db.close()
    return found


def content(path: Path) -> list[str]:
    with sqlite3.connect(path) as db:
        found = [*db.iterdump(), str(db.execute("PRAGMA application_id").fetchone())]
    db.close()
    return found


async def test_a_fresh_database_gets_everything_and_then_nothing(database: Path) -> None:
    ours = load()
    assert await opened(database, *ours) == [one.version for one in ours]
    before = content(database)
    assert await opened(database, *ours) == []
    assert content(database) == before
    with sqlite3.connect(database) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    db.close()


async def test_an_older_database_gets_what_it_lacks(database: Path) -> None:
    assert await opened(database, FIRST) == [1]
    assert await opened(database, FIRST, SECOND) == [2]
    assert await opened(database, FIRST, SECOND) == []


async def refused(path: Path, *migrations: Migration) -> str:
    before = content(path)
    with pytest.raises(DatabaseRefused) as told:
        await Store.open(path, migrations=list(migrations))
    assert content(path) == before
    return str(told.value)


async def test_a_newer_database_is_refused(database: Path) -> None:
    await opened(database, FIRST, SECOND)
    told = await refused(database, FIRST)
    assert "version 2" in told
    assert "up to 1" in told


async def test_a_migration_that_was_changed_afterwards_is_refused(database: Path) -> None:
    await opened(database, FIRST)
    changed = Migration(1, "first", FIRST.sql + "-- a word more\n")
    assert "0001_first" in await refused(database, changed)
    assert "0001_first" in await refused(database, changed, SECOND)


async def test_another_programs_database_is_refused_and_left_as_it_is(database: Path) -> None:
    with sqlite3.connect(database) as db:
        db.execute("CREATE TABLE bookmarks (url TEXT)")
        db.execute("INSERT INTO bookmarks VALUES ('https://example.org')")
    db.close()
    before = database.read_bytes()
    assert "not a Vinkki database" in await refused(database, FIRST)
    assert database.read_bytes() == before


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(database: Path) -> None:
    before = b"Dear diary, today I tried a bot. " * 100
    database.write_bytes(before)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        await Store.open(database)
    assert database.read_bytes() == before


async def test_an_empty_file_is_a_fresh_database(database: Path) -> None:
    database.touch()
    assert await opened(database, FIRST) == [1]


async def test_a_migration_that_fails_leaves_nothing_of_itself(database: Path) -> None:
    await opened(database, FIRST)
    before = content(database)
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        await opened(database, FIRST, BROKEN)
    assert content(database) == before
    assert await opened(database, FIRST, SECOND) == [2]


async def test_a_first_migration_that_fails_leaves_an_empty_file(database: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await opened(database, Migration(1, "broken", FIRST.sql + "SELECT nothing;\n"))
    assert tables(database) == set()
    assert await opened(database, FIRST) == [1]


async def test_what_went_well_before_a_failure_stays(database: Path) -> None:
    third = Migration(3, "broken", "SELECT nothing;\n")
    with pytest.raises(sqlite3.OperationalError):
        await opened(database, FIRST, SECOND, third)
    assert await opened(database, FIRST, SECOND) == []


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        ("", 0),
        ("\n  \n", 0),
        ("SELECT 1;\nSELECT 2;\n", 2),
        ("SELECT\n  1;\n", 1),
        ("SELECT 'a;\nb';\n", 1),
        ("-- first; second\nSELECT 1; -- and; so on\n", 1),
        ("/* a;\nb; */ SELECT 1;\n", 1),
        (
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  SELECT 1;\n  SELECT 2;\nEND;\nSELECT 3;\n",
            2,
        ),
        ("SELECT 1;", 1),
        ("SELECT 1;\n-- The end.\n", 1),
    ],
)
def test_a_script_is_split_where_statements_end(sql: str, count: int) -> None:
    found = [one for one in statements(sql) if not one.strip().startswith("-- The")]
    assert len(found) == count


@pytest.mark.parametrize("sql", ["SELECT 1", "SELECT 1;\nSELECT 2", "SELECT 'a;\n"])
def test_a_statement_without_an_end_is_a_bug(sql: str) -> None:
    with pytest.raises(ValueError, match="Unfinished"):
        list(statements(sql))


def test_numbers_without_a_gap_and_in_order(tmp_path: Path) -> None:
    for name in ("0001_a.sql", "0002_b_c.sql"):
        (tmp_path / name).write_text("SELECT 1;\n")
    assert [(one.version, one.name) for one in load(tmp_path)] == [(1, "a"), (2, "b_c")]
    (tmp_path / "0004_d.sql").write_text("SELECT 1;\n")
    with pytest.raises(ValueError, match="0003"):
        load(tmp_path)


def test_line_endings_do_not_change_a_migration(tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_bytes(b"SELECT 1;\r\n")
    dos = load(tmp_path)[0].checksum
    (tmp_path / "0001_a.sql").write_bytes(b"SELECT 1;\n")
    assert load(tmp_path)[0].checksum == dos
