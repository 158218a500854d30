"""What is left of a community that removed the bot: everything for a while, then nothing."""

import pytest

from data import departures
from data.matching import key as search_key
from data.store import Store
from tests.data.filled import fill
from tests.data.made import NOW, A, B, a_tip


async def rows(store: Store, guild_id: int) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a community, by table; found here by the schema, in another way than there."""
    found = {}
    for table in await store.read("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
        if "guild_id" in table["sql"].split("(", 1)[1]:
            name = table["name"]
            held = await store.read(f"SELECT * FROM {name} WHERE guild_id = ?", (guild_id,))
            found[name] = sorted((tuple(row) for row in held), key=repr)
    return found


async def forget(store: Store, guild_id: int) -> int:
    """How many transactions it took."""
    tables, turns = await departures.tables(store), 1
    while await departures.forget_some(store, guild_id, tables):
        turns += 1
    return turns


async def test_nothing_is_left_in_any_table_and_others_keep_all(store: Store) -> None:
    await fill(store, A)
    await fill(store, B)
    mine, theirs = await rows(store, A), await rows(store, B)
    # A new table has to be filled there, or this test shows nothing about it.
    assert all(mine.values())
    await forget(store, A)
    assert not any((await rows(store, A)).values())
    assert await rows(store, B) == theirs
    found = await store.read(
        "SELECT rowid FROM documents_index WHERE documents_index MATCH ?",
        (f'"{search_key(A, "tip")}"*',),
    )
    assert found == []


async def test_it_goes_in_pieces(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await fill(store, A)
    monkeypatch.setattr(departures, "AT_A_TIME", 1)
    assert await forget(store, A) > 40
    assert not any((await rows(store, A)).values())


async def test_only_what_was_left_is_forgotten(store: Store) -> None:
    await fill(store, A)
    await departures.back(store, A)
    before = await rows(store, A)
    assert await forget(store, A) == 1
    assert await rows(store, A) == before


async def test_the_first_time_counts(store: Store) -> None:
    await departures.left(store, A, NOW)
    await departures.left(store, A, NOW + 5)
    assert await departures.due(store, NOW - 1) == []
    assert await departures.due(store, NOW) == [A]
    assert await departures.next_left(store) == NOW
    await departures.back(store, A)
    assert await departures.next_left(store) is None


async def test_a_start_notes_who_is_gone_and_who_is_back(store: Store) -> None:
    await a_tip(store)
    await departures.left(store, B, NOW - 9)
    await departures.compare(store, {B, 99}, NOW)
    assert await departures.due(store, NOW) == [A]
    await departures.compare(store, {A, B}, NOW + 1)
    assert await departures.due(store, NOW + 1) == []
