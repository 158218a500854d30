"""After an upgrade the index is made anew while everything goes on."""

import pytest

from data import bot_state, indexing, questions, reindexing, search, tips, words
from data.store import Store
from tests.data.made import MO, NOW, A, B, a_question, a_tip, reindexed


async def old(store: Store, version: int = 0) -> None:
    """As a database is left by an upgrade from a Vinkki that indexed in another way."""
    async with store.write() as tx:
        rows = await tx.run("SELECT guild_id, kind, item_id FROM documents")
        for row in rows:
            await tx.run_many(indexing._TAKE, indexing._whiches(*row[:2], [row[2]]))
        await tx.run(
            "UPDATE documents SET version = ?, title = '', body = '', forms = '', parts = ''",
            (version,),
        )
        await tx.run("DELETE FROM bot_state")


async def versions(store: Store) -> set[int]:
    return {row["version"] for row in await store.read("SELECT DISTINCT version FROM documents")}


async def test_everything_is_found_again_where_it_was(store: Store) -> None:
    for guild in (A, B):
        for number in range(3):
            await a_tip(store, guild, f"{number}.org", note="kvasaari")
        await a_question(store, guild, "Where is a kvasaari?", topics=("excel",))
    tip = await a_tip(store, note="pulsari")
    before = await search.newest(store, A, "tip", "kvasaari")
    await old(store)
    assert await search.find(store, A, "tip", "kvasaari") == []
    assert await reindexing.needed(store)
    await reindexed(store)
    assert await search.newest(store, A, "tip", "kvasaari") == before
    assert await search.find(store, A, "tip", "pulsarista") == [tip.tip_id]
    assert len(await search.find(store, B, "question", "kvasaarit excelissä")) == 1
    assert await versions(store) == {words.VERSION}
    assert not await reindexing.needed(store)


async def test_a_restart_goes_on_where_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reindexing, "PIECE", 2)
    for number in range(5):
        await a_tip(store, link=f"{number}.org", note="kvasaari")
    await old(store)
    assert await reindexing.some(store)
    # The newest are what people look for first.
    assert await search.newest(store, A, "tip", "kvasaari") == [5, 4]
    assert await bot_state.get(store, "search at") == f"{words.VERSION} 4"
    looked_at = []
    for _ in range(5):
        looked_at.append(await reindexing.some(store))
        if not looked_at[-1]:
            break
    assert looked_at == [True, True, False]
    assert await search.newest(store, A, "tip", "kvasaari") == [5, 4, 3, 2, 1]


async def test_what_changes_meanwhile_is_as_it_is_now(store: Store) -> None:
    for number in range(4):
        await a_tip(store, link=f"{number}.org", note="kvasaari")
    question = await a_question(store, title="kvasaari")
    await old(store)
    await tips.take_away(store, A, 1, "removed", MO, NOW)
    await questions.remove(store, A, question.question_id)
    async with store.write() as tx:
        await indexing.put(tx, A, "tip", 2, "", "pulsari")
        # A tip whose row went without the index being told is not brought back.
        await tx.run("DELETE FROM tips WHERE tip_id = 3")
    await reindexed(store)
    assert await search.find(store, A, "tip", "kvasaari") == [4]
    assert await search.find(store, A, "tip", "pulsari") == [2]
    assert await search.find(store, A, "question", "kvasaari") == []
    async with store.write() as tx:
        await tx.run("INSERT INTO documents_index (documents_index) VALUES ('integrity-check')")


async def test_a_newer_version_begins_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_tip(store, note="kvasaari")
    await reindexed(store)
    monkeypatch.setattr(words, "VERSION", words.VERSION + 1)
    assert await reindexing.needed(store)
    await reindexed(store)
    assert await versions(store) == {words.VERSION}
    assert await search.find(store, A, "tip", "kvasaari") == [1]


async def test_an_empty_database_needs_one_look(store: Store) -> None:
    assert await reindexing.needed(store)
    assert not await reindexing.some(store)
    assert not await reindexing.needed(store)
