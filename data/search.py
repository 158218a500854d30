"""One index over everything that can be found."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

from data.store import Store, Transaction

Kind = Literal["tip", "question"]

_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 12


async def put(
    tx: Transaction, guild_id: int, kind: Kind, item_id: int, title: str, body: str
) -> None:
    """Add an item, or replace what the index holds of it, within the item's own transaction."""
    await remove(tx, guild_id, kind, [item_id])
    await add(tx, guild_id, kind, item_id, title, body)


async def add(
    tx: Transaction, guild_id: int, kind: Kind, item_id: int, title: str, body: str
) -> None:
    """Add an item that was made just now."""
    row = await tx.run_one(
        "INSERT INTO documents (guild_id, kind, item_id, scope, title, body)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING document_id",
        (guild_id, kind, item_id, f"g{guild_id} k{kind}", title, body),
    )
    assert row is not None
    await tx.run(
        "INSERT INTO documents_index (rowid, scope, title, body)"
        " SELECT document_id, scope, title, body FROM documents WHERE document_id = ?",
        (row["document_id"],),
    )


async def put_all(
    tx: Transaction, guild_id: int, kind: Kind, documents: Iterable[tuple[int, str, str]]
) -> None:
    """Add many items at once, or replace what the index holds of them: (item, title, body)."""
    scope = f"g{guild_id} k{kind}"
    rows = [(guild_id, kind, item_id, scope, title, body) for item_id, title, body in documents]
    await remove(tx, guild_id, kind, [one[2] for one in rows])
    await tx.run_many(
        "INSERT INTO documents (guild_id, kind, item_id, scope, title, body)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )
    await tx.run_many(
        "INSERT INTO documents_index (rowid, scope, title, body)"
        " SELECT document_id, scope, title, body FROM documents"
        " WHERE guild_id = ? AND kind = ? AND item_id = ?",
        [one[:3] for one in rows],
    )


async def rewrite(
    tx: Transaction, guild_id: int, kind: Kind, documents: Iterable[tuple[int, str, str]]
) -> None:
    """Replace what the index holds of many items at once: (item, title, body).

    An item keeps its place among the newest; one that is not in the index stays out of it.
    """
    texts = [(title, body, guild_id, kind, item_id) for item_id, title, body in documents]
    which = [one[2:] for one in texts]
    await tx.run_many(
        "INSERT INTO documents_index (documents_index, rowid, scope, title, body)"
        " SELECT 'delete', document_id, scope, title, body FROM documents"
        " WHERE guild_id = ? AND kind = ? AND item_id = ?",
        which,
    )
    await tx.run_many(
        "UPDATE documents SET title = ?, body = ? WHERE guild_id = ? AND kind = ? AND item_id = ?",
        texts,
    )
    await tx.run_many(
        "INSERT INTO documents_index (rowid, scope, title, body)"
        " SELECT document_id, scope, title, body FROM documents"
        " WHERE guild_id = ? AND kind = ? AND item_id = ?",
        which,
    )


async def remove(tx: Transaction, guild_id: int, kind: Kind, item_ids: Iterable[int]) -> None:
    """Take items out, within the transaction that removes them."""
    which = [(guild_id, kind, item_id) for item_id in item_ids]
    await tx.run_many(
        "INSERT INTO documents_index (documents_index, rowid, scope, title, body)"
        " SELECT 'delete', document_id, scope, title, body FROM documents"
        " WHERE guild_id = ? AND kind = ? AND item_id = ?",
        which,
    )
    await tx.run_many(
        "DELETE FROM documents WHERE guild_id = ? AND kind = ? AND item_id = ?", which
    )


async def remove_some(tx: Transaction, guild_id: int, most: int) -> bool:
    """Take out some of what a whole community has here; False when there is nothing left."""
    rows = await tx.run(
        "SELECT kind, item_id FROM documents WHERE guild_id = ? LIMIT ?", (guild_id, most)
    )
    for row in rows:
        await remove(tx, guild_id, row["kind"], [row["item_id"]])
    return bool(rows)


async def forget(tx: Transaction) -> None:
    """Rewrite the index, so that not even its pages hold words of items that were removed."""
    await tx.run("INSERT INTO documents_index (documents_index) VALUES ('optimize')")


async def find(store: Store, guild_id: int, kind: Kind, words: str, limit: int = 200) -> list[int]:
    """Ids of the items that hold every word (or a longer word it begins), best first.

    Nothing in `words` is an operator; words without a letter or digit find nothing.
    """
    match = _match(guild_id, kind, words)
    if match is None:
        return []
    rows = await store.read(
        "SELECT d.item_id FROM documents_index i JOIN documents d ON d.document_id = i.rowid"
        " WHERE documents_index MATCH ? AND d.guild_id = ? AND d.kind = ?"
        " ORDER BY bm25(documents_index, 0.0, 3.0, 1.0), d.document_id DESC LIMIT ?",
        (match, guild_id, kind, limit),
    )
    return [row["item_id"] for row in rows]


async def similar(store: Store, guild_id: int, kind: Kind, text: str, limit: int = 50) -> list[int]:
    """Ids of the items that hold any of the words, best first."""
    match = _match(guild_id, kind, text, " OR ")
    if match is None:
        return []
    rows = await store.read(
        "SELECT d.item_id FROM documents_index i JOIN documents d ON d.document_id = i.rowid"
        " WHERE documents_index MATCH ? AND d.guild_id = ? AND d.kind = ?"
        " ORDER BY bm25(documents_index, 0.0, 3.0, 1.0), d.document_id DESC LIMIT ?",
        (match, guild_id, kind, limit),
    )
    return [row["item_id"] for row in rows]


async def newest(
    store: Store, guild_id: int, kind: Kind, words: str, limit: int = 200
) -> list[int]:
    """As `find`, but the items that came last first: ranking them all is too slow while typing."""
    match = _match(guild_id, kind, words)
    if match is None:
        return []
    rows = await store.read(
        "SELECT d.item_id FROM documents_index i JOIN documents d ON d.document_id = i.rowid"
        " WHERE documents_index MATCH ? AND d.guild_id = ? AND d.kind = ?"
        " ORDER BY i.rowid DESC LIMIT ?",
        (match, guild_id, kind, limit),
    )
    return [row["item_id"] for row in rows]


def _match(guild_id: int, kind: Kind, words: str, join: str = " AND ") -> str | None:
    # A word holds no quote, so a quoted one cannot end early.
    found = _WORD.findall(unicodedata.normalize("NFC", words))[:_MOST_WORDS]
    if not found:
        return None
    text = join.join(f'"{word}"*' for word in found)
    return f'scope : ("g{guild_id}" AND "k{kind}") AND {{title body}} : ({text})'
