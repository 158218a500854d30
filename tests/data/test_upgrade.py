"""A database that an earlier Vinkki filled goes on with everything in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from data import (
    communities,
    questions,
    search,
    tip_lists,
    tip_marks,
    tips,
    topic_changes,
    topics,
)
from data.migrate import load
from data.store import Store
from data.tips import Sight, Tip
from tests.data.made import AINO, BEN, HERE, MO, NOW, THERE, A, B, a_tip, everything, reindexed

# What 0001 alone knows, as the Vinkki of its day wrote it.
FILLED = f"""
INSERT INTO communities (guild_id, language, tips_channel_id) VALUES ({A}, 'fi', {HERE});
INSERT INTO members VALUES ({A}, {AINO}, 'fi'), ({A}, {BEN}, 'en');
INSERT INTO tips VALUES
    (1, {A}, 'a.org', 'https://a.org', 'a.org', 'kvasaari', {AINO}, {NOW}, {HERE}, 101, {HERE}),
    (2, {A}, 'b.org', 'https://b.org', 'b.org', 'pulsari', {BEN}, {NOW + 1}, {HERE}, 102, {HERE}),
    (3, {A}, 'c.org', 'https://c.org', 'c.org', '', {AINO}, {NOW + 2}, {THERE}, 103, {A}),
    (4, {A}, 'd.org', 'https://d.org', 'd.org', '', {AINO}, {NOW + 3}, NULL, NULL, NULL),
    (7, {B}, 'a.org', 'https://a.org', 'a.org', 'kvasaari', {AINO}, {NOW}, {HERE}, 101, {HERE});
INSERT INTO tip_topics VALUES
    ({A}, 1, 'data'), ({A}, 1, 'excel'), ({A}, 2, 'excel'), ({A}, 3, 'excel'), ({A}, 4, 'älä'),
    ({B}, 7, 'excel');
INSERT INTO tip_thanks VALUES ({A}, 1, {BEN}, {NOW + 9}), ({A}, 1, {MO}, {NOW + 8});
INSERT INTO questions (question_id, guild_id, asker_id, title, details, state, asked_at,
    channel_id, thread_id, card_channel_id, card_message_id)
    VALUES (5, {A}, {AINO}, 'Where?', 'komeetta', 'open', {NOW}, {HERE}, 500, {HERE}, 501);
INSERT INTO question_topics VALUES ({A}, 5, 'data'), ({A}, 5, 'excel');
INSERT INTO deliveries (delivery_id, guild_id, kind, local_date, visibility, state, due_at, try_at,
    channel_id, prompt_text) VALUES (6, {A}, 'prompt', '2026-11-23', 'open', 'sent', 1, 1, 1, '?');
INSERT INTO reflections (guild_id, delivery_id, user_id, text, visibility, written_at)
    VALUES ({A}, 6, {AINO}, 'I learned.', 'private', {NOW});
INSERT INTO leftovers VALUES ({A}, {HERE}, 99);
INSERT INTO documents VALUES
    (1, {A}, 'tip', 1, 'g{A} ktip', 'a.org data excel', 'kvasaari a.org'),
    (2, {A}, 'tip', 2, 'g{A} ktip', 'b.org excel', 'pulsari b.org'),
    (3, {A}, 'question', 5, 'g{A} kquestion', 'Where?', 'komeetta data excel');
INSERT INTO documents_index (rowid, scope, title, body)
    SELECT document_id, scope, title, body FROM documents;
"""


@pytest.fixture
async def before(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Makes the old database; what is in it."""
    old = await Store.open(database, migrations=load()[:1])
    async with old.write() as tx:
        for statement in FILLED.split(";\n"):
            await tx.run(statement)
    rows = await everything(old)
    await old.close()
    return rows


@pytest.fixture
async def upgraded(
    database: Path, before: dict[str, list[tuple[object, ...]]]
) -> AsyncIterator[Store]:
    store = await Store.open(database)
    await reindexed(store)
    yield store
    await store.close()


async def test_it_gets_what_it_lacks(upgraded: Store) -> None:
    assert [one.version for one in upgraded.applied] == [one.version for one in load()[1:]]
    for check, sound in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        assert [tuple(row) for row in await upgraded.read(f"PRAGMA {check}")] == sound
    async with upgraded.write() as tx:
        await tx.run(
            "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)"
        )


async def test_it_is_built_as_a_fresh_one_is(upgraded: Store, tmp_path: Path) -> None:
    fresh = await Store.open(tmp_path / "fresh.db")
    shapes = []
    for store in (fresh, upgraded):
        rows = await store.read("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
        shapes.append([tuple(row) for row in rows])
    await fresh.close()
    assert shapes[0] == shapes[1]


async def test_no_row_is_lost_or_changed(
    upgraded: Store, before: dict[str, list[tuple[object, ...]]]
) -> None:
    """But for what it got besides: new columns come after the old ones."""
    after = await everything(upgraded)
    moved = {
        "bot_state",
        "migrations",
        "tip_topics",
        "question_topics",
        "sqlite_sequence",
        "questions",
    }
    for name, rows in before.items():
        # How the index keeps its words is SQLite's own.
        if name not in moved and not name.startswith("documents"):
            assert [row[: len(rows[0])] for row in after[name]] == rows, name
    for name in ("tip_topics", "question_topics"):
        assert after[name] == [(*row, row[-1]) for row in before[name]]


async def test_tips_are_what_they_were(upgraded: Store) -> None:
    tip = await tips.get(upgraded, A, 1)
    assert tip == Tip(
        tip_id=1,
        guild_id=A,
        link_key="a.org",
        url="https://a.org",
        host="a.org",
        title="",
        note="kvasaari",
        sharer_id=AINO,
        shared_at=NOW,
        channel_id=HERE,
        message_id=101,
        place_id=HERE,
        state="live",
        state_at=None,
        state_by=None,
        featured_at=None,
        outdated_at=None,
        checked_at=0,
        dead_since=None,
        import_id=None,
        card_stale=0,
        topics=("data", "excel"),
        thanks=2,
        notes=(),
    )
    assert (await tip_marks.own(upgraded, A, 1, BEN)).thanked
    assert await tip_marks.outcomes(upgraded, A, 1) == []
    found, _ = await tip_lists.find(upgraded, Sight(A, MO, (HERE, A)), topic="excel")
    assert [one.tip_id for one in found] == [3, 2, 1]
    assert await search.find(upgraded, A, "tip", "kvasaari") == [1]
    assert await search.find(upgraded, A, "question", "komeetta") == [5]
    assert await tips.stale(upgraded) == []


async def test_questions_and_choices_are_what_they_were(upgraded: Store) -> None:
    """The table of questions is a new one, with its columns in another order."""
    (kept,) = await upgraded.read("SELECT * FROM questions")
    was = {"question_id": 5, "guild_id": A, "asker_id": AINO, "title": "Where?"}
    was |= {"details": "komeetta", "state": "open", "asked_at": NOW, "channel_id": HERE}
    was |= {"thread_id": 500, "card_channel_id": HERE, "card_message_id": 501}
    assert {name: kept[name] for name in was} == was
    question = await questions.get(upgraded, A, 5)
    assert question is not None
    assert (question.topics, question.thread_id) == (("data", "excel"), 500)
    assert await questions.topics(upgraded, A, [HERE], "ex") == ["excel"]
    own = await communities.own(upgraded, A, AINO)
    assert (own.language, own.reminders_by_dm, own.digest) == ("fi", False, None)
    assert (await communities.get(upgraded, A)).tips_channel_id == HERE


async def test_topics_are_counted_from_the_start(upgraded: Store) -> None:
    rows = await upgraded.read("SELECT guild_id, topic, place_id, uses FROM topic_uses")
    # A tip that nobody sees but its sharer counts for nobody.
    assert sorted(tuple(row) for row in rows) == [
        (A, "data", HERE, 1),
        (A, "excel", HERE, 2),
        (A, "excel", A, 1),
        (B, "excel", HERE, 1),
    ]
    assert await topics.known(upgraded, A, (HERE, A)) == ["excel", "data"]


async def test_life_goes_on(upgraded: Store) -> None:
    """What was there is edited, merged and removed like what comes."""
    new = await a_tip(upgraded, A, "new.org", topics=("exel",))
    assert new.tip_id == 8
    merged = await topic_changes.merge(upgraded, A, "excel", "exel", MO, NOW)
    assert not isinstance(merged, str)
    assert (merged.tips, merged.questions) == (3, 1)
    assert await topics.known(upgraded, A, (HERE, A)) == ["exel", "data"]
    await tips.take_away(upgraded, A, 1, "removed", MO, NOW)
    assert await topics.known(upgraded, A, (HERE, A)) == ["exel"]
    assert await tips.purge(upgraded, NOW + tips.RESTORABLE) == 1
    rows = await upgraded.read(
        "SELECT topic, place_id, uses FROM topic_uses WHERE guild_id = ?", (A,)
    )
    assert {tuple(row) for row in rows} == {("exel", HERE, 2), ("exel", A, 1)}
    assert await search.find(upgraded, A, "tip", "exel pulsari") == [2]
    assert await topics.known(upgraded, B, (HERE,)) == ["excel"]
