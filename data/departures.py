"""Communities the bot was removed from: since when, and deleting what is kept of them."""

import graphlib
from collections.abc import Collection
from dataclasses import dataclass

from data import indexing
from data.store import Store

AT_A_TIME = 500
"""Rows deleted in a transaction, so that other communities can write in between."""

_KNOWN = " UNION ".join(
    f"SELECT guild_id FROM {table}"
    for table in ("communities", "members", "tips", "questions", "schedules", "reflections")
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a community's rows, and the columns that name one of them."""

    name: str
    key: str


async def left(store: Store, guild_id: int, at: int) -> None:
    """The bot was removed; noted again, the first time stands."""
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO departures (guild_id, left_at) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET left_at = min(left_at, excluded.left_at)",
            (guild_id, at),
        )


async def back(store: Store, guild_id: int) -> None:
    if await store.read_one("SELECT 1 FROM departures WHERE guild_id = ?", (guild_id,)):
        async with store.write() as tx:
            await tx.run("DELETE FROM departures WHERE guild_id = ?", (guild_id,))


async def compare(store: Store, here: Collection[int], at: int) -> None:
    """Note who removed the bot, or took it back, while it was not running."""
    known = {row["guild_id"] for row in await store.read(_KNOWN)}
    for guild_id in known.difference(here):
        await left(store, guild_id, at)
    for guild_id in here:
        await back(store, guild_id)


async def due(store: Store, before: int) -> list[int]:
    """The communities that were left before a moment (UTC seconds), the longest gone first."""
    rows = await store.read(
        "SELECT guild_id FROM departures WHERE left_at <= ? ORDER BY left_at", (before,)
    )
    return [row["guild_id"] for row in rows]


async def next_left(store: Store) -> int | None:
    """When the community that is gone the longest was left."""
    row = await store.read_one("SELECT min(left_at) AS at FROM departures")
    return row["at"] if row else None


async def tables(store: Store) -> list[Table]:
    """Every table with a guild_id, those first that point to another."""
    columns = await store.read(
        "SELECT m.name AS name, group_concat(p.name, ', ') FILTER (WHERE p.pk) AS key"
        " FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
        " GROUP BY m.name HAVING sum(p.name = 'guild_id') ORDER BY m.name"
    )
    found = {row["name"]: Table(row["name"], row["key"]) for row in columns}
    order: graphlib.TopologicalSorter[str] = graphlib.TopologicalSorter(dict.fromkeys(found, ()))
    links = await store.read(
        'SELECT m.name AS child, f."table" AS parent'
        " FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
    )
    for link in links:
        order.add(link["parent"], link["child"])
    return [found[name] for name in order.static_order() if name in found]


async def forget_some(store: Store, guild_id: int, tables: list[Table]) -> bool:
    """Delete some of what is kept of a community that was left; False when all is gone."""
    async with store.write() as tx:
        gone = await tx.run_one("SELECT 1 FROM departures WHERE guild_id = ?", (guild_id,))
        if gone is None:
            return False
        if await indexing.remove_some(tx, guild_id, AT_A_TIME):
            return True
        for table in tables:
            if table.name == "departures":
                continue
            rows = await tx.run(
                f"DELETE FROM {table.name} WHERE ({table.key}) IN"
                f" (SELECT {table.key} FROM {table.name} WHERE guild_id = ? LIMIT ?) RETURNING 1",
                (guild_id, AT_A_TIME),
            )
            if rows:
                return True
        await tx.run("DELETE FROM departures WHERE guild_id = ?", (guild_id,))
    return False
