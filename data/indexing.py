"""What the search's index holds: putting items in and taking them out, with what they are of."""

from collections.abc import Iterable

from data import matching, words
from data.bot_state import get
from data.matching import Kind
from data.store import Store, Transaction

_PAGES = 500
"""Pages of the index, of 4 KB, that are rewritten in a transaction."""
_FORGETTING = "search forgets"

COLUMNS = "title, body, forms, parts"
# ?1 is what every word of the community begins with in the index.
_MARKED = ", ".join(
    f"CASE {name} WHEN '' THEN '' ELSE ?1 || replace({name}, ' ', ' ' || ?1) END"
    for name in COLUMNS.split(", ")
)
_WHICH = " FROM documents WHERE guild_id = ?2 AND kind = ?3 AND item_id = ?4"
PUT = f"INSERT INTO documents_index (rowid, {COLUMNS}) SELECT document_id, {_MARKED}{_WHICH}"
# What never was in the index cannot be taken out of it.
_TAKE = (
    f"INSERT INTO documents_index (documents_index, rowid, {COLUMNS})"
    f" SELECT 'delete', document_id, {_MARKED}{_WHICH} AND version > 0"
)
INSERT = (
    f"INSERT INTO documents (guild_id, kind, item_id, version, {COLUMNS})"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


async def put(
    tx: Transaction, guild_id: int, kind: Kind, item_id: int, title: str, body: str
) -> None:
    """Add an item, or replace what the index holds of it, within the item's own transaction."""
    row = _row(guild_id, kind, item_id, title, body)
    # Most items are new, and need no looking for what there was.
    if await tx.run_one(f"{INSERT} ON CONFLICT DO NOTHING RETURNING 1", row) is None:
        await remove(tx, guild_id, kind, [item_id])
        await tx.run(INSERT, row)
    await tx.run(PUT, (matching.key(guild_id, kind), guild_id, kind, item_id))


async def add(
    tx: Transaction, guild_id: int, kind: Kind, item_id: int, title: str, body: str
) -> None:
    """Add an item that was made just now."""
    await tx.run(INSERT, _row(guild_id, kind, item_id, title, body))
    await tx.run(PUT, (matching.key(guild_id, kind), guild_id, kind, item_id))


async def put_all(
    tx: Transaction, guild_id: int, kind: Kind, documents: Iterable[tuple[int, str, str]]
) -> None:
    """Add many items at once, or replace what the index holds of them: (item, title, body)."""
    rows = [_row(guild_id, kind, *one) for one in documents]
    await remove(tx, guild_id, kind, [one[2] for one in rows])
    await tx.run_many(INSERT, rows)
    await tx.run_many(PUT, _whiches(guild_id, kind, (one[2] for one in rows)))


async def rewrite(
    tx: Transaction, guild_id: int, kind: Kind, documents: Iterable[tuple[int, str, str]]
) -> None:
    """Replace what the index holds of many items at once: (item, title, body).

    An item keeps its place among the newest; one that is not in the index stays out of it.
    """
    rows = [_row(guild_id, kind, *one) for one in documents]
    whiches = _whiches(guild_id, kind, (one[2] for one in rows))
    await tx.run_many(_TAKE, whiches)
    await tx.run_many(
        "UPDATE documents SET version = ?, title = ?, body = ?, forms = ?, parts = ?"
        " WHERE guild_id = ? AND kind = ? AND item_id = ?",
        [(*one[3:], *one[:3]) for one in rows],
    )
    await tx.run_many(PUT, whiches)


async def remove(tx: Transaction, guild_id: int, kind: Kind, item_ids: Iterable[int]) -> None:
    """Take items out, within the transaction that removes them."""
    whiches = _whiches(guild_id, kind, item_ids)
    await tx.run_many(_TAKE, whiches)
    await tx.run_many(
        "DELETE FROM documents WHERE guild_id = ? AND kind = ? AND item_id = ?",
        [one[1:] for one in whiches],
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
    """Note that the index's pages still hold words of items removed here; see `forget_all`."""
    await tx.run("INSERT OR REPLACE INTO bot_state (name, value) VALUES (?, '')", (_FORGETTING,))


async def forgetting(store: Store) -> bool:
    """Whether a process ended before it had forgotten all it was to forget."""
    return await get(store, _FORGETTING) is not None


async def forget_all(store: Store) -> None:
    """Rewrite the index, so that not even its pages hold words of items that were removed.

    It goes in steps, because a large index takes a while, and others write in between.
    """
    pages = -_PAGES  # The first step takes all there is; the next ones go on with it.
    while await _merge(store, pages):
        pages = _PAGES
    async with store.write() as tx:
        await tx.run("DELETE FROM bot_state WHERE name = ?", (_FORGETTING,))


async def tidy(store: Store) -> None:
    """Join the pieces that writing leaves in the index, since a search looks into each of them.

    In steps as well; when there is nothing to join, it takes no time.
    """
    while await _merge(store, _PAGES):
        pass


async def _merge(store: Store, pages: int) -> bool:
    """Whether there may be more to do."""
    async with store.write() as tx:
        before = await tx.run("SELECT total_changes() AS n")
        await tx.run(
            "INSERT INTO documents_index (documents_index, rank) VALUES ('merge', ?)", (pages,)
        )
        after = await tx.run("SELECT total_changes() AS n")
    # The statement itself counts as one.
    return bool(after[0]["n"] - before[0]["n"] > 1)


def _row(
    guild_id: int, kind: Kind, item_id: int, title: str, body: str
) -> tuple[int, Kind, int, int, str, str, str, str]:
    made = words.document(title, body)
    return (
        *(guild_id, kind, item_id, words.VERSION),
        *(made.title, made.body, made.forms, made.parts),
    )


def _whiches(
    guild_id: int, kind: Kind, item_ids: Iterable[int]
) -> list[tuple[str, int, Kind, int]]:
    key = matching.key(guild_id, kind)
    return [(key, guild_id, kind, item_id) for item_id in item_ids]
