"""What every table owes: strict types, and a community in every key."""

import pytest

from data.store import Store

BOTS_OWN = {"migrations", "bot_state"}
"""Tables without a community in them."""
INDEX = {"documents_index", "documents_words"}


async def tables(store: Store) -> dict[str, dict[str, object]]:
    """Our own tables; those of the search index and of SQLite are not."""
    rows = await store.read("PRAGMA table_list")
    return {
        row["name"]: dict(row)
        for row in rows
        if row["type"] == "table" and not row["name"].startswith("sqlite_")
    }


async def test_every_table_is_strict(store: Store) -> None:
    found = await tables(store)
    assert len(found) > 10
    assert [name for name, table in found.items() if not table["strict"]] == []


async def test_every_table_of_a_community_says_whose_it_is(store: Store) -> None:
    for name in (await tables(store)).keys() - BOTS_OWN:
        columns = {row["name"]: row for row in await store.read(f"PRAGMA table_info({name})")}
        assert "guild_id" in columns, name
        assert columns["guild_id"]["notnull"] or columns["guild_id"]["pk"], name
        assert columns["guild_id"]["type"] == "INTEGER", name


async def test_every_key_begins_with_the_community(store: Store) -> None:
    """Else one community could find out, or be kept out, by what another one has."""
    for name in (await tables(store)).keys() - BOTS_OWN:
        info = await store.read(f"PRAGMA table_info({name})")
        primary = [row["name"] for row in sorted(info, key=lambda row: row["pk"]) if row["pk"]]
        types = {row["name"]: row["type"] for row in info}
        rowid = len(primary) == 1 and types[primary[0]] == "INTEGER"
        assert rowid or primary[0] == "guild_id", (name, primary)
        for index in await store.read(f"PRAGMA index_list({name})"):
            columns = [
                row["name"] for row in await store.read(f"PRAGMA index_info({index['name']})")
            ]
            if index["unique"]:
                assert columns[0] == "guild_id", (name, index["name"], columns)


async def test_every_reference_goes_to_the_same_community(store: Store) -> None:
    for name in await tables(store):
        wires: dict[int, list[tuple[str, str]]] = {}
        for row in await store.read(f"PRAGMA foreign_key_list({name})"):
            wires.setdefault(row["id"], []).append((row["from"], row["to"]))
        for wire in wires.values():
            assert ("guild_id", "guild_id") in wire, (name, wire)


NUMBERED_ELSEWHERE = {"migrations", "communities", "departures", "synonyms"}
"""Their numbers are given by us in order, and by Discord."""
NUMBERED_AT_RANDOM = {"anonymous_answers"}
"""So that their order tells nothing; none of them is drawn twice in a lifetime."""
NUMBERED_ANEW = {"documents"}
"""Nothing outside its table names a document by its number."""


async def test_an_id_is_never_given_twice(store: Store) -> None:
    """An old card's button must not act on a newer thing that got its number."""
    numbered = set()
    for name in await tables(store):
        info = await store.read(f"PRAGMA table_info({name})")
        primary = [row for row in info if row["pk"]]
        if len(primary) == 1 and primary[0]["type"] == "INTEGER":
            numbered.add(name)
    rows = await store.read("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")
    counted = {row["name"] for row in rows}
    assert counted >= {"tips", "questions", "drafts", "reports", "imports"}
    assert counted == numbered - NUMBERED_ELSEWHERE - NUMBERED_AT_RANDOM - NUMBERED_ANEW


@pytest.mark.parametrize("mark", ["PRAGMA integrity_check", "PRAGMA foreign_key_check"])
async def test_a_fresh_database_is_sound(store: Store, mark: str) -> None:
    assert [tuple(row) for row in await store.read(mark)] in ([("ok",)], [])


async def test_nothing_but_the_search_index_is_virtual(store: Store) -> None:
    rows = await store.read("PRAGMA table_list")
    assert {row["name"] for row in rows if row["type"] == "virtual"} == INDEX
    assert {row["name"] for row in rows if row["type"] == "view"} == set()
