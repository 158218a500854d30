"""Imports: links that were read somewhere, kept until they are tips, and taken back again.

What was read waits as 'ready' rows. A 'running' import becomes tips piece by piece, each piece in
one transaction with the deletion of its rows, so that a restart goes on where the process ended.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from data.store import Row, Store, Transaction, transaction

DAY = 86_400
MOST_LIVE = 200_000
"""Live tips of a community; an import stops there."""
KEPT_AT_ONCE = 2_000

State = Literal["ready", "running", "done", "undone"]


@dataclass(frozen=True, slots=True)
class Import:
    """`added` counts the tips that came of it, `known` the links that were here already.

    What is left of `total` when it is 'done' did not fit into the community. 'undone' means that
    it is to go: first its rows, then its tips, then the import itself; `known` counts the tips that
    are gone by then.
    """

    import_id: int
    guild_id: int
    user_id: int | None
    place_id: int
    state: State
    made_at: int
    total: int
    added: int
    known: int


@dataclass(frozen=True, slots=True)
class NewRow:
    """A link to become a tip, each link once in an import. `shared_at` is UTC seconds."""

    link_key: str
    url: str
    host: str
    title: str
    note: str
    topics: tuple[str, ...]
    sharer_id: int
    shared_at: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What an import would do now; `room` is how many tips still fit into the community."""

    new: int
    known: int
    room: int


# Out of sight are few, and both counts read an index alone.
LIVE = (
    "SELECT (SELECT count(*) FROM tips WHERE guild_id = ?1)"
    " - (SELECT count(*) FROM tips WHERE guild_id = ?1 AND state <> 'live') AS live"
)


def import_of(row: Row) -> Import:
    return Import(**dict(row))


# Read and waiting


async def keep(
    store: Store, guild_id: int, user_id: int, place_id: int, rows: Sequence[NewRow], at: int
) -> Import:
    """Keep what was read until a moderator decides; what they left undecided before gives way."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE imports SET state = 'undone'"
            " WHERE guild_id = ? AND user_id = ? AND state = 'ready'",
            (guild_id, user_id),
        )
        made = await tx.run_one(
            "INSERT INTO imports (guild_id, user_id, place_id, state, made_at, total)"
            " VALUES (?, ?, ?, 'ready', ?, ?) RETURNING *",
            (guild_id, user_id, place_id, at, len(rows)),
        )
        assert made is not None
    left = enumerate(rows, 1)
    while some := list(islice(left, KEPT_AT_ONCE)):
        async with store.write() as tx:
            if await within(tx, guild_id, made["import_id"], "ready") is None:
                break
            await tx.run_many(
                "INSERT INTO import_rows (guild_id, import_id, line, link_key, url, host, title,"
                " note, topics, sharer_id, shared_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        guild_id,
                        made["import_id"],
                        line,
                        one.link_key,
                        one.url,
                        one.host,
                        one.title,
                        one.note,
                        "\n".join(one.topics),
                        one.sharer_id,
                        one.shared_at,
                    )
                    for line, one in some
                ],
            )
    return import_of(made)


async def forecast(
    store: Store, guild_id: int, import_id: int, places: tuple[int, ...]
) -> Forecast:
    """Look, and change nothing; `places` are those in which a tip is here already."""
    row = await store.read_one(
        "SELECT count(*) AS total, coalesce(sum(EXISTS (SELECT 1 FROM tips t"
        "  WHERE t.guild_id = r.guild_id AND t.link_key = r.link_key AND t.state <> 'removed'"
        "   AND t.place_id IN (SELECT value FROM json_each(?)))), 0) AS known"
        " FROM import_rows r WHERE r.guild_id = ? AND r.import_id = ?",
        (json.dumps(places), guild_id, import_id),
    )
    live = await store.read_one(LIVE, (guild_id,))
    assert row is not None
    assert live is not None
    return Forecast(row["total"] - row["known"], row["known"], max(0, MOST_LIVE - live["live"]))


async def get(store: Store, guild_id: int, import_id: int) -> Import | None:
    row = await store.read_one(
        "SELECT * FROM imports WHERE guild_id = ? AND import_id = ?", (guild_id, import_id)
    )
    return import_of(row) if row else None


async def running(store: Store, guild_id: int) -> Import | None:
    """The import that runs in the community: one at a time."""
    row = await store.read_one(
        "SELECT * FROM imports WHERE guild_id = ? AND state = 'running'", (guild_id,)
    )
    return import_of(row) if row else None


# What a moderator decides


async def start(store: Store, guild_id: int, import_id: int) -> Import | None:
    """Let a waiting import run; returns the one that runs, which may be another.

    None when it waits no more.
    """
    # Who was erased since it was read took their rows along.
    total = "(SELECT count(*) FROM import_rows WHERE guild_id = ?1 AND import_id = ?2)"
    return await _turn(store, guild_id, import_id, "ready", f"state = 'running', total = {total}")


async def undo(store: Store, guild_id: int, import_id: int) -> Import | None:
    """Let what came of an import go again, unless another one runs, which is returned then.

    That one would count links as here already that are about to go.
    """
    return await _turn(store, guild_id, import_id, "done", "state = 'undone', known = 0")


@transaction
async def drop(tx: Transaction, guild_id: int, import_id: int) -> bool:
    """Let an import that waits go, with all that was read. False when it waits no more."""
    row = await tx.run_one(
        "UPDATE imports SET state = 'undone'"
        " WHERE guild_id = ? AND import_id = ? AND state = 'ready' RETURNING 1",
        (guild_id, import_id),
    )
    return row is not None


@transaction
async def _turn(
    tx: Transaction, guild_id: int, import_id: int, before: State, change: str
) -> Import | None:
    row = await tx.run_one(
        "SELECT * FROM imports WHERE guild_id = ? AND state = 'running' AND import_id <> ?",
        (guild_id, import_id),
    ) or await tx.run_one(
        f"UPDATE imports SET {change}"
        " WHERE guild_id = ?1 AND import_id = ?2 AND state = ?3 RETURNING *",
        (guild_id, import_id, before),
    )
    return import_of(row) if row else None


# For the bot, in every community


async def to_do(store: Store) -> list[Import]:
    """The next import to work on in each community; what is to go goes first."""
    rows = await store.read(
        "SELECT * FROM imports WHERE state IN ('running', 'undone')"
        " ORDER BY state = 'running', import_id"
    )
    first: dict[int, Import] = {}
    for row in rows:
        first.setdefault(row["guild_id"], import_of(row))
    return list(first.values())


async def sweep(store: Store, now: int) -> int | None:
    """Let go what nobody decided on for a day; returns when there is more to let go."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE imports SET state = 'undone' WHERE state = 'ready' AND made_at <= ?",
            (now - DAY,),
        )
    row = await store.read_one("SELECT min(made_at) AS first FROM imports WHERE state = 'ready'")
    return row["first"] + DAY if row and row["first"] is not None else None


async def within(tx: Transaction, guild_id: int, import_id: int, state: State) -> Import | None:
    """The import, if it is in this state."""
    row = await tx.run_one(
        "SELECT * FROM imports WHERE guild_id = ? AND import_id = ? AND state = ?",
        (guild_id, import_id, state),
    )
    return import_of(row) if row else None
