"""Tables of links from spreadsheets and exports, taken apart into rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from cogs.tips.formats.rows import Bad, Found, brief, topic_of
from cogs.tips.formats.writing import unguarded

_COLUMNS = {
    name: meaning
    for meaning, names in {
        "link": "url link linkki osoite href uri web_address verkko-osoite",
        "title": "title otsikko name nimi",
        "note": "note notes description comment comments saate kuvaus kommentti",
        "topics": "topics topic tags tag aiheet aihe tagit avainsanat keywords",
        "folder": "folder kansio",
        "date": "date created created_at shared_at added time time_added timestamp"
        " päivä päivämäärä pvm aika luotu lisätty",
    }.items()
    for name in names.split()
}
_WEB_LINK = re.compile(r"<?(?:https?://|www\.)\S+", re.IGNORECASE)
_LIKE_A_LINK = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)
_SEPARATOR = re.compile(r'\s*"?sep=([,;\t])"?[^\n]*', re.IGNORECASE)
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a table is read: which columns mean what, and whether a header says so."""

    delimiter: str
    header: bool
    columns: dict[str, list[int]]


def table(text: str) -> Iterator[Found | Bad]:
    """A table of comma-separated values (RFC 4180), or with semicolons or tabs between them."""
    delimiters = ",;\t"
    if told := _SEPARATOR.match(text):
        delimiters = told[1]
        text = text.count("\n", 0, told.end()) * "\n" + text[told.end() :]
    layout = _layout(text, delimiters)
    if layout is None:
        return
    header = layout.header
    # A quote that is never closed swallows the rest of the file, and this mark with it.
    for line, cells in _records(chain(io.StringIO(text), ["\0"]), layout.delimiter):
        if cells is None:
            yield Bad(line, "too-long-row", "")
        elif cells == ["\0"]:
            return
        elif cells and cells[-1].endswith("\0"):
            yield Bad(line, "unfinished", brief(" ".join(cells)))
        elif not _filled(cells):
            continue
        elif header:
            header = False
        else:
            yield _found(line, cells, layout)


def _filled(cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells)


def _found(line: int, cells: list[str], layout: _Layout) -> Found:
    given = {
        meaning: [
            unguarded(cells[place])
            for place in places
            if place < len(cells) and cells[place].strip()
        ]
        for meaning, places in layout.columns.items()
    }

    def first(meaning: str) -> list[str]:
        return given.get(meaning, [])[:1]

    link = "".join(first("link"))
    if not link:
        return Found(line, "", "", [], [" ".join(cells)])
    about = [*given.get("topics", []), *map(topic_of, given.get("folder", []))]
    return Found(line, link, "".join(first("date")), about, first("title"), first("note"))


def _records(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each record with the line it begins on; None for one with a cell beyond 131,072 characters.

    That is the most the csv module takes.
    """
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, None


def _layout(text: str, delimiters: str) -> _Layout | None:
    """The delimiter under which the beginning looks most like a table of links; None if none does.

    What counts, in this order: names of columns that are known, rows with a link, rows as wide as
    they should be, width. So a comma in an address or a note does not make a column.
    """
    best: tuple[tuple[int, int, int, int], _Layout] | None = None
    for delimiter in delimiters:
        records = (cells for _, cells in _records(io.StringIO(text[:_SAMPLE]), delimiter))
        sample = list(islice((cells for cells in records if cells and _filled(cells)), 50))
        if not sample:
            continue
        columns: dict[str, list[int]] = {}
        for place, cell in enumerate(sample[0]):
            if meaning := _COLUMNS.get("_".join(cell.casefold().split())):
                columns.setdefault(meaning, []).append(place)
        header = "link" in columns
        usual = Counter(map(len, sample)).most_common(1)[0][0]
        width = len(sample[0]) if header else usual
        known = len(columns) if header else 0
        if not header:
            columns = _guessed(sample, width)
        if not columns:
            continue
        holds = columns["link"][0]
        linked = sum(
            bool(_WEB_LINK.fullmatch(cells[holds].strip()))
            for cells in sample
            if holds < len(cells)
        )
        score = (known, linked, sum(len(cells) == width for cells in sample), width)
        if best is None or score > best[0]:
            best = score, _Layout(delimiter, header, columns)
    return best[1] if best else None


def _guessed(sample: list[list[str]], width: int) -> dict[str, list[int]]:
    """Without a header: the column with the most links, and what stands beside it.

    One more column is the note; of several, the first is the title and the second the note.
    """
    for like in (_WEB_LINK, _LIKE_A_LINK):
        counts = Counter(
            place
            for cells in sample
            for place, cell in enumerate(cells)
            if like.fullmatch(cell.strip())
        )
        if counts:
            link = min(counts, key=lambda place: (-counts[place], place))
            others = [place for place in range(width) if place != link][:2]
            return {"link": [link], "title": others[:-1], "note": others[-1:]}
    return {}
