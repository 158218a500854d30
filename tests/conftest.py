"""What all tests share: a database in a temporary folder, and no text that failed to format."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from data.store import Store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "vinkki.db"


@pytest.fixture
async def store(database: Path) -> AsyncIterator[Store]:
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
