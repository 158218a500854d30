"""The dictionaries are prepared once, and nothing stops where that fails."""

from pathlib import Path

import pytest

from data import dictionaries


def test_they_know_both_languages() -> None:
    held = dictionaries.load()
    assert held["fi"].get("palavereissa") == "palaveri"
    assert held["en"].get("meetings") == "meeting"
    assert dictionaries.load() is held


def test_where_they_cannot_be_prepared_they_are_read_as_they_come(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(dictionaries, "FOLDER", tmp_path / "none")
    monkeypatch.setattr(dictionaries.sys, "executable", "/nowhere/python")
    held = dictionaries._load.__wrapped__()
    assert held["en"].get("meetings") == "meeting"
    assert "could not be prepared" in caplog.text
    assert not (tmp_path / "none").exists()


def test_what_an_older_version_prepared_goes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each file is written whole or not at all; no half-made ones are left."""
    old = tmp_path / "1.0.0"
    old.mkdir()
    (old / "fi.dic").write_text("old")
    # English alone is enough to see it, and takes a second.
    monkeypatch.setattr(dictionaries, "LANGUAGES", ("en",))
    dictionaries.prepare(tmp_path / "2.0.0")
    assert [one.name for one in tmp_path.iterdir()] == ["2.0.0"]
    assert [one.name for one in (tmp_path / "2.0.0").iterdir()] == ["en.dic"]
