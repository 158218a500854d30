"""Other ways to search, each used as well as it can be: for comparison.

Those that come from elsewhere are in requirements/benchmarks.txt; what is not installed is left
out.
"""

import importlib
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

Document = tuple[int, int, str, str]
"""A number, the community, a title and a body."""
_WORD = re.compile(r"[^\W_]+")


class Peer(Protocol):
    name: str

    def fill(self, documents: Iterable[Document]) -> None: ...

    def find(self, community: int, query: str, limit: int, *, any_word: bool) -> list[int]:
        """Numbers, best first. All words have to be there, or any of them; where all find nothing,
        any do."""
        ...

    def size(self) -> int:
        """Bytes of what it keeps."""
        ...


def words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


class _Sqlite:
    """A file with the documents; `_table` and `_query` say how they are searched."""

    name = ""
    indexed = ""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"{type(self).__name__}.db"
        self._db = sqlite3.connect(self._path, isolation_level=None)
        self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;")
        self._db.execute(
            "CREATE TABLE documents"
            " (id INTEGER PRIMARY KEY, community INTEGER, title TEXT, body TEXT)"
        )
        self._db.execute("CREATE INDEX by_community ON documents (community)")
        if self.indexed:
            self._db.execute(f"CREATE VIRTUAL TABLE found USING fts5 (title, body, {self.indexed})")

    def fill(self, documents: Iterable[Document]) -> None:
        self._db.execute("BEGIN")
        for number, community, title, body in documents:
            self._db.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?)", (number, community, title, body)
            )
            if self.indexed:
                self._db.execute(
                    "INSERT INTO found (rowid, title, body) VALUES (?, ?, ?)",
                    (number, self._text(title), self._text(body)),
                )
        self._db.execute("COMMIT")

    def _text(self, text: str) -> str:
        return text

    def find(self, community: int, query: str, limit: int, *, any_word: bool) -> list[int]:
        tokens = self._tokens(query)
        if not tokens:
            return []
        for joint in (" OR ",) if any_word else (" AND ", " OR "):
            rows = self._db.execute(
                "SELECT f.rowid FROM found f JOIN documents d ON d.id = f.rowid"
                " WHERE found MATCH ? AND d.community = ? ORDER BY bm25(found, 3.0, 1.0) LIMIT ?",
                (joint.join(f'"{one}"' for one in tokens), community, limit),
            ).fetchall()
            if rows:
                return [number for (number,) in rows]
        return []

    def _tokens(self, query: str) -> list[str]:
        return words(query)

    def size(self) -> int:
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self._path.stat().st_size


class Like(_Sqlite):
    """As bookmark managers do it."""

    name = "LIKE"

    def find(self, community: int, query: str, limit: int, *, any_word: bool) -> list[int]:
        tokens = words(query)
        if not tokens:
            return []
        one = "(title LIKE ? OR body LIKE ?)"
        for joint in (" OR ",) if any_word else (" AND ", " OR "):
            rows = self._db.execute(
                "SELECT id FROM documents WHERE community = ? AND ("
                + joint.join([one] * len(tokens))
                + ") ORDER BY id DESC LIMIT ?",
                (community, *(f"%{word}%" for word in tokens for _ in range(2)), limit),
            ).fetchall()
            if rows:
                return [number for (number,) in rows]
        return []


class Plain(_Sqlite):
    name = "SQLite FTS5"
    indexed = "content = '', tokenize = \"unicode61 remove_diacritics 0\""


class Trigram(_Sqlite):
    name = "SQLite FTS5, trigram"
    indexed = "content = '', tokenize = 'trigram'"

    def _tokens(self, query: str) -> list[str]:
        return [one for one in words(query) if len(one) > 2]


class Snowball(_Sqlite):
    """With the stemmer of the language the set is in, which nobody tells a bot."""

    name = "SQLite FTS5, Snowball"
    indexed = "content = '', tokenize = \"unicode61 remove_diacritics 0\""

    def __init__(self, folder: Path, language: str = "finnish") -> None:
        super().__init__(folder)
        self._stem: Callable[[list[str]], list[str]] = (
            importlib.import_module("snowballstemmer").stemmer(language).stemWords
        )

    def _text(self, text: str) -> str:
        return " ".join(self._stem(words(text)))

    def _tokens(self, query: str) -> list[str]:
        return self._stem(words(query))


class Tantivy:
    name = "tantivy"

    def __init__(self, folder: Path, language: str = "finnish") -> None:
        self._tantivy: Any = importlib.import_module("tantivy")
        self._folder = folder / "tantivy"
        self._folder.mkdir()
        builder = self._tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True)
        builder.add_integer_field("community", indexed=True)
        for name in ("title", "body"):
            builder.add_text_field(name, tokenizer_name="stemmed")
        self._index = self._tantivy.Index(builder.build(), path=str(self._folder))
        make = self._tantivy
        self._index.register_tokenizer(
            "stemmed",
            make.TextAnalyzerBuilder(make.Tokenizer.simple())
            .filter(make.Filter.lowercase())
            .filter(make.Filter.stemmer(language))
            .build(),
        )
        self._schema = self._index.schema

    def fill(self, documents: Iterable[Document]) -> None:
        writer = self._index.writer(100_000_000, 1)
        for number, community, title, body in documents:
            one = self._tantivy.Document()
            one.add_integer("id", number)
            one.add_integer("community", community)
            one.add_text("title", title)
            one.add_text("body", body)
            writer.add_document(one)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def find(self, community: int, query: str, limit: int, *, any_word: bool) -> list[int]:
        tokens = words(query)
        if not tokens:
            return []
        make = self._tantivy
        where = make.Query.term_query(self._schema, "community", community)
        where = make.Query.const_score_query(where, 0.0)
        for all_of in (False,) if any_word else (True, False):
            text = self._index.parse_query(
                (" AND " if all_of else " OR ").join(tokens),
                ["title", "body"],
                field_boosts={"title": 3.0},
            )
            must = make.Occur.Must
            both = make.Query.boolean_query([(must, where), (must, text)])
            hits = self._searcher.search(both, limit).hits
            if hits:
                return [int(self._searcher.doc(at)["id"][0]) for _, at in hits]
        return []

    def size(self) -> int:
        return _bytes_in(self._folder)


class Whoosh:
    name = "Whoosh-Reloaded"

    def __init__(self, folder: Path, language: str = "finnish") -> None:
        fields = importlib.import_module("whoosh.fields")
        analysis = importlib.import_module("whoosh.analysis")
        self._query: Any = importlib.import_module("whoosh.query")
        self._parser: Any = importlib.import_module("whoosh.qparser")
        self._folder = folder / "whoosh"
        self._folder.mkdir()
        code = {"finnish": "fi", "english": "en"}[language]
        text = analysis.LanguageAnalyzer(code)
        self._schema = fields.Schema(
            id=fields.STORED,
            community=fields.ID,
            title=fields.TEXT(analyzer=text, field_boost=3.0),
            body=fields.TEXT(analyzer=text),
        )
        self._index = importlib.import_module("whoosh.index").create_in(
            str(self._folder), self._schema
        )

    def fill(self, documents: Iterable[Document]) -> None:
        writer = self._index.writer(limitmb=256)
        for number, community, title, body in documents:
            writer.add_document(id=number, community=str(community), title=title, body=body)
        writer.commit()
        self._searcher = self._index.searcher()

    def find(self, community: int, query: str, limit: int, *, any_word: bool) -> list[int]:
        where = self._query.Term("community", str(community))
        for group in ("OrGroup",) if any_word else ("AndGroup", "OrGroup"):
            parser = self._parser.MultifieldParser(
                ["title", "body"], self._schema, group=getattr(self._parser, group)
            )
            asked = parser.parse(" ".join(words(query)))
            hits = [
                int(one["id"]) for one in self._searcher.search(asked, limit=limit, filter=where)
            ]
            if hits:
                return hits
        return []

    def size(self) -> int:
        return _bytes_in(self._folder)


def _bytes_in(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def made(some: Iterable[type[Any]], language: str) -> Iterator[Peer]:
    """Those of them that are installed, each in a folder of its own while it is used."""
    for kind in some:
        with tempfile.TemporaryDirectory(prefix="vinkki-peer-") as folder:
            try:
                if kind in (Snowball, Tantivy, Whoosh):
                    yield kind(Path(folder), language)
                else:
                    yield kind(Path(folder))
            except ModuleNotFoundError as missing:
                print(f"{kind.name} is left out: {missing.name} is not installed.")
