"""Opening the playground where it cannot be, and closing it without a trace."""

import socket
import tempfile
from pathlib import Path

import pytest

from bot.playground import PortTaken
from tests.playground.visiting import playground


async def test_a_taken_port_is_told_in_a_sentence_before_anything_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"{port}.*PLAYGROUND_PORT"):
            async with playground("en", port):
                pass
    assert list(tmp_path.iterdir()) == []


async def test_the_database_goes_with_the_playground(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with playground("fi"):
        assert list(tmp_path.glob("*/playground.db"))
    assert list(tmp_path.iterdir()) == []
