"""The Finnish and English dictionaries: prepared once on a machine, ready at once from then on.

`python -m data.dictionaries` prepares them. That takes some seconds and a lot of memory, so a
process of its own does it; without them everything works, but starts slower and needs more memory.
"""

import functools
import logging
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory
from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

ROOT = Path(__file__).parents[1]
LANGUAGES = ("fi", "en")
FOLDER = ROOT / "var" / "words" / version("simplemma")
_LONGEST = 600
"""Seconds that preparing may take on a slow machine."""

Dictionary = Mapping[str, str]
"""From a form of a word to the word as it stands in a dictionary."""

log = logging.getLogger(__name__)
_loading = threading.Lock()


def load() -> dict[str, Dictionary]:
    """Both dictionaries, by language. Takes long the first time ever, so call it in a thread."""
    with _loading:
        return _load()


@functools.cache
def _load() -> dict[str, Dictionary]:
    if not _prepared(FOLDER):
        log.info("Preparing the Finnish and English dictionaries, once")
        try:
            subprocess.run(  # noqa: S603 - our own module
                [sys.executable, "-m", __name__],
                cwd=ROOT,
                check=True,
                timeout=_LONGEST,
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError) as error:
            log.warning("The dictionaries could not be prepared, which costs memory: %s", error)
            slow = StreamDictionaryFactory()
            return {language: slow.get_dictionary(language) for language in LANGUAGES}
    tries = TrieDictionaryFactory(disk_cache_dir=str(FOLDER))
    return {language: tries.get_dictionary(language) for language in LANGUAGES}


def prepare(folder: Path = FOLDER) -> None:
    """Write both dictionaries as tries, each file whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as beside:
        tries = TrieDictionaryFactory(disk_cache_dir=beside)
        for language in LANGUAGES:
            tries.get_dictionary(language)
            # Another process may be doing the same: the last one wins, with the same content.
            (Path(beside) / f"{language}.dic").replace(folder / f"{language}.dic")
    for old in folder.parent.iterdir():
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def _prepared(folder: Path) -> bool:
    return all((folder / f"{language}.dic").exists() for language in LANGUAGES)


if __name__ == "__main__" and not _prepared(FOLDER):
    prepare()
