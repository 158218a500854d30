"""Brings the index up to date after an upgrade: what older versions put there, the newest first.

Every piece is a transaction that also notes how far it came, so that a restart goes on with it.
"""

import asyncio
import json
from collections.abc import Iterable
from typing import NamedTuple

from data import indexing, questions, tips, words
from data.bot_state import get
from data.matching import Kind
from data.store import Row, Store, Transaction

PIECE = 100
"""Documents brought up to date in a transaction, so that others can write in between."""
_DONE = "search version"
_AT = "search at"


Document = tuple[int, str, str]
"""An item's number, its title and its body."""


class Left(NamedTuple):
    """A document that an older version put in the index, or that is not in it yet."""

    document_id: int
    guild_id: int
    kind: Kind
    item_id: int


async def needed(store: Store) -> bool:
    return await get(store, _DONE) != str(words.VERSION)


async def some(store: Store) -> bool:
    """Bring some more up to date; False when nothing is left."""
    begun = await get(store, _AT)
    version, _, at = (begun or "").partition(" ")
    # A newer version begins anew.
    before = int(at) if version == str(words.VERSION) else 2**63 - 1
    left = await _older(store, before)
    if left:
        await asyncio.to_thread(_look_at, await _now(store, left))
    async with store.write() as tx:
        if not left:
            await _note(tx, _DONE, str(words.VERSION))
            await tx.run("DELETE FROM bot_state WHERE name = ?", (_AT,))
            return False
        for (guild_id, kind), item_ids in _together(left).items():
            found = _read(kind, await tx.run(*_documents(guild_id, kind, item_ids)))
            await indexing.rewrite(tx, guild_id, kind, found)
            gone = set(item_ids).difference(item_id for item_id, _, _ in found)
            await indexing.remove(tx, guild_id, kind, gone)
        await _note(tx, _AT, f"{words.VERSION} {left[-1].document_id}")
    return True


async def _older(store: Store, before: int) -> list[Left]:
    rows = await store.read(
        "SELECT document_id, guild_id, kind, item_id FROM documents"
        " WHERE document_id < ? AND version <> ? ORDER BY document_id DESC LIMIT ?",
        (before, words.VERSION, PIECE),
    )
    return [Left(*row) for row in rows]


def _together(left: Iterable[Left]) -> dict[tuple[int, Kind], list[int]]:
    found: dict[tuple[int, Kind], list[int]] = {}
    for one in left:
        found.setdefault((one.guild_id, one.kind), []).append(one.item_id)
    return found


async def _now(store: Store, left: Iterable[Left]) -> list[Document]:
    found: list[Document] = []
    for (guild_id, kind), item_ids in _together(left).items():
        found += _read(kind, await store.read(*_documents(guild_id, kind, item_ids)))
    return found


def _documents(guild_id: int, kind: Kind, item_ids: list[int]) -> tuple[str, tuple[int, str]]:
    """Asks for what there is of these items now; those that are gone are left out."""
    if kind == "tip":
        where = "WHERE t.guild_id = ? AND t.state = 'live' AND t.tip_id"
    else:
        where = "WHERE q.guild_id = ? AND q.question_id"
    select = tips.SELECT if kind == "tip" else questions.SELECT
    return f"{select}{where} IN (SELECT value FROM json_each(?))", (guild_id, json.dumps(item_ids))


def _read(kind: Kind, rows: list[Row]) -> list[Document]:
    if kind == "tip":
        return [tips.document(tips.tip_of(row)) for row in rows]
    return [questions.document(questions.question_of(row)) for row in rows]


def _look_at(documents: list[Document]) -> None:
    """Look all words up where others need not wait: from then on they are known."""
    for _, title, body in documents:
        words.document(title, body)


async def _note(tx: Transaction, name: str, value: str) -> None:
    await tx.run(
        "INSERT INTO bot_state (name, value) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value",
        (name, value),
    )
