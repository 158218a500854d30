"""What all tests share: a database in a temporary folder, and no text that failed to format."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from data.store import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "vinkki.db"


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database to copy: migrating one anew would take most of a short test's time."""
    path = tmp_path_factory.mktemp("migrated") / "vinkki.db"

    async def make() -> None:
        await (await Store.open(path)).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def store(migrated: Path, database: Path) -> AsyncIterator[Store]:
    shutil.copy(migrated, database)
    store = await Store.open(database)
    yield store
    await store.close()


@pytest.fixture(autouse=True)
def no_broken_texts(caplog: pytest.LogCaptureFixture) -> object:
    """A sentence with a value missing is shown without it in production; here it fails the test."""
    yield
    broken = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.name == "bot.i18n" and record.levelno >= logging.ERROR
    ]
    assert not broken
