"""A member's own data is gone when they say so, from every row and from the search."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.secret import Secret
from data import (
    indexing,
    leftovers,
    matching,
    privacy,
    prompts,
    question_blocks,
    question_replies,
    question_states,
    questions,
    search,
    tip_lists,
    tip_marks,
    tips,
    topics,
)
from data.questions import Question
from data.store import Store
from tests.data.circle import NAMES, OWN_WORDS, asked_by, circle, tip_of
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    A,
    B,
    a_delivery,
    a_question,
    a_reflection,
    a_tip,
    answered,
    everything,
    new_tip,
    now_is,
    share,
    sight,
)

KEY = Secret(b"k" * 32)
INDEXED = ("vinkki", "aihe", "saate", "kysymys", "lisä", "vastaus")
"""Of Aino's words, what the search can find."""


def indexed_words(database: Path) -> set[str]:
    """Every word the search index knows of, also of what it would not show."""
    db = sqlite3.connect(database)
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'documents_index', 'row')")
    # Each begins with its community and kind.
    mark = len(matching.key(A, "tip"))
    found = {word[mark:] for (word,) in db.execute("SELECT term FROM temp.words")}
    db.close()
    return found


def traces(rows: Iterable[tuple[object, ...]]) -> list[str]:
    shown = repr([*rows])
    return [trace for trace in (str(AINO), *OWN_WORDS) if trace in shown]


async def test_erasing_leaves_no_trace_in_any_row(store: Store, database: Path) -> None:
    await circle(store)
    before = await everything(store)
    assert sum(bool(traces(table)) for table in before.values()) > 20
    assert {f"ainon{what}" for what in INDEXED} <= indexed_words(database)
    await privacy.erase(store, A, AINO)
    for name, table in (await everything(store)).items():
        # Its pages hold parts of words; what they know is read below.
        if not name.startswith("documents_index_"):
            assert traces(table) == [], name
    assert [word for word in indexed_words(database) if word.startswith("ainon")] == []
    assert not any((await privacy.export(store, A, AINO)).values())


async def test_what_was_erased_is_not_found(store: Store) -> None:
    await circle(store)
    for word in ("ainonvinkki", "ainonaihe", "ainonsaate"):
        assert await search.find(store, A, "tip", f'"{word}"')
    for word in ("ainonkysymys", "ainonlisä", "ainonvastaus"):
        assert await search.find(store, A, "question", f'"{word}"')
    assert "ainonaihe" in await topics.known(store, A, (HERE,))
    await privacy.erase(store, A, AINO)
    for word in OWN_WORDS:
        assert await search.find(store, A, "tip", f'"{word}"') == []
        assert await search.find(store, A, "question", f'"{word}"') == []
    assert "ainonaihe" not in await topics.known(store, A, (HERE,))


async def test_erasing_leaves_no_trace_in_the_pages_of_the_search_index(store: Store) -> None:
    """A word that was taken out stays in them until they are merged."""
    await a_tip(store, link="a.org", note="Others write xylofoni.", sharer_id=BEN)
    await a_tip(store, link="b.org", note="Aino alone wrote kvasaari.", sharer_id=AINO)
    question = await a_question(store, asker=BEN)
    await answered(store, question, 301, AINO, "And pulsari.")

    async def pages() -> bytes:
        rows = await store.read("SELECT block FROM documents_index_data")
        return b"".join(row["block"] for row in rows)

    # Words that begin alike share their beginning there, so we look for their ends.
    before = await pages()
    assert all(word in before for word in (b"vasaar", b"ulsar", b"ylofon"))
    await privacy.erase(store, A, AINO)
    after = await pages()
    assert b"ylofon" in after
    assert [word for word in (b"vasaar", b"ulsar") if word in after] == []


async def test_erasing_takes_out_of_the_pages_what_was_removed_before(store: Store) -> None:
    """A tip removed, a note or an answer replaced long ago are the member's like the rest."""
    tip = await a_tip(store, note="Aino alone wrote kvasaari.")
    await tips.take_away(store, A, tip.tip_id, "removed", AINO, NOW)
    await tips.purge(store, NOW + tips.RESTORABLE)
    stays = await a_tip(store, note="xylofoni", sharer_id=BEN)
    await tip_marks.add_note(store, A, stays.tip_id, AINO, "And galaksi.", NOW)
    await tip_marks.take_note(store, A, stays.tip_id, AINO)
    question = await a_question(store, title="About komeetta", details="and meteori", asker=AINO)
    other = await a_question(store, title="About xylofoni", asker=BEN)
    await answered(store, other, 301, AINO, "Use pulsari.")
    await answered(store, other, 302, BEN, "Use neutroni.")
    await questions.remove(store, A, question.question_id)
    await privacy.erase(store, A, AINO)
    rows = await store.read("SELECT block FROM documents_index_data")
    pages = b"".join(row["block"] for row in rows)
    assert b"ylofon" in pages
    assert b"eutron" in pages
    gone = (b"vasaar", b"omeet", b"eteor", b"ulsar", b"alaks")
    assert [word for word in gone if word in pages] == []


async def test_erasing_the_only_one_leaves_no_words_at_all(store: Store) -> None:
    await a_tip(store, note="kvasaari")
    await privacy.erase(store, A, AINO)
    rows = await store.read("SELECT block FROM documents_index_data")
    assert b"vasaar" not in b"".join(row["block"] for row in rows)


async def test_erasing_goes_on_where_a_process_ended(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index is rewritten step by step, and others write in between."""
    monkeypatch.setattr(indexing, "_PAGES", 1)
    for number in range(60):
        note = " ".join(f"sana{number}x{place}" for place in range(60))
        await a_tip(store, link=f"{number}.org", note=note, sharer_id=number + 50)
    await a_tip(store, note="kvasaari", sharer_id=AINO)

    async def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as stopped:
        stopped.setattr(indexing, "forget_all", broken)
        with pytest.raises(ZeroDivisionError):
            await privacy.erase(store, A, AINO)
    assert await search.find(store, A, "tip", "kvasaari") == []
    assert await indexing.forgetting(store)
    steps = 0
    some = indexing._merge

    async def between(*args: object) -> bool:
        nonlocal steps
        steps += 1
        await a_tip(store, link=f"new{steps}.org", note="pulsari", sharer_id=steps + 200)
        return await some(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(indexing, "_merge", between)
    await indexing.forget_all(store)
    assert steps >= 2
    assert not await indexing.forgetting(store)
    rows = await store.read("SELECT block FROM documents_index_data")
    assert b"vasaar" not in b"".join(row["block"] for row in rows)
    assert len(await search.find(store, A, "tip", "pulsari")) == steps
    async with store.write() as tx:
        await tx.run("INSERT INTO documents_index (documents_index) VALUES ('integrity-check')")


async def test_erasing_leaves_no_trace_in_the_file(store: Store, database: Path) -> None:
    """Somebody who gets hold of the file, or of a copy, does not read what was deleted."""
    delivery = await a_delivery(store)
    await a_reflection(store, delivery, AINO, "zqxj-private-words " * 20)
    await privacy.erase(store, A, AINO)
    await store.close()
    assert b"zqxj-private-words" not in database.read_bytes()


async def test_erasing_leaves_no_trace_in_the_files_of_a_store_that_goes_on(
    store: Store, database: Path
) -> None:
    word = "aardvarkinmuistiinpano"
    await a_tip(store, A, sharer_id=AINO, note=word, topics=(word,))
    await privacy.erase(store, A, AINO)
    for suffix in ("", "-wal"):
        path = database.with_name(database.name + suffix)
        assert not path.exists() or word.encode() not in path.read_bytes(), path.name


# Asked without a name


async def unnamed(store: Store, asker: int, title: str, **more: Any) -> Question:
    """A question with its thread, known by the asker's hash, and one more message of theirs."""
    question = await a_question(
        store, A, title, asker=asker, author=lambda which: KEY.asker(A, which, asker), **more
    )
    assert question.asker_id is None
    begun = await question_replies.begin(store, A, question.question_id, NOW)
    assert isinstance(begun, int)
    message = 900 + question.question_id
    assert await question_replies.posted(store, A, question.question_id, begun, message)
    return question


async def test_what_was_asked_without_a_name_goes_by_its_hash(store: Store) -> None:
    mine = await unnamed(store, AINO, "Kvasaari?", details="pulsari", thread=500)
    bens = await unnamed(store, BEN, "Xylofoni?", thread=600)
    for one in await leftovers.waiting(store):
        await leftovers.taken_out(store, one)
    askers = await KEY.askers(store, A, AINO)
    (found,) = (await privacy.export(store, A, AINO, (), askers))["unnamed_questions"]
    assert (found["title"], found["details"]) == ("Kvasaari?", "pulsari")
    assert found["replies"] == [900 + mine.question_id]
    assert not {"asker", "asker_id", "closed_by"} & found.keys()
    assert json.loads(json.dumps(found)) == found

    await privacy.erase(store, A, AINO)
    assert await questions.get(store, A, mine.question_id) is not None
    await privacy.erase(store, A, AINO, (), askers)
    assert await questions.get(store, A, mine.question_id) is None
    assert await questions.get(store, A, bens.question_id) is not None
    assert await search.find(store, A, "question", "pulsari") == []
    assert {(one.channel_id, one.message_id) for one in await leftovers.waiting(store, A)} == {
        (HERE, 501),
        (500, 0),
        (500, 900 + mine.question_id),
    }


async def test_with_another_key_nothing_of_it_is_found(store: Store) -> None:
    await unnamed(store, AINO, "Kvasaari?", thread=500)
    before = await everything(store)
    askers = await Secret(bytes(32)).askers(store, A, AINO)
    assert (await privacy.export(store, A, AINO, (), askers))["unnamed_questions"] == []
    await privacy.erase(store, A, AINO, (), askers)
    assert (await everything(store))["questions"] == before["questions"]


async def test_a_block_outlasts_what_it_was_for(store: Store) -> None:
    mine = await unnamed(store, AINO, "Kvasaari?", thread=500)
    await question_blocks.add(store, A, mine.question_id, MO, NOW)
    await privacy.erase(store, A, AINO, (), await KEY.askers(store, A, AINO))
    (block,) = await question_blocks.listed(store, A)
    assert (block.asker, block.title) == (KEY.asker(A, mine.question_id, AINO), "")


async def test_others_questions_forget_a_question_and_a_tip_of_theirs(store: Store) -> None:
    original = await a_question(store, asker=AINO, title="Kvasaari?", thread=500)
    same = await a_question(store, asker=BEN, title="The same?", thread=600)
    await question_states.close(
        store, same, "duplicate", BEN, at=NOW, duplicate_of=original.question_id
    )
    other = await a_question(store, asker=BEN, title="Xylofoni?", thread=700)
    other = await answered(store, other, 301, AINO)
    new = new_tip(sharer_id=AINO, question_id=other.question_id)
    tip, _ = await share(store, new)  # type: ignore[misc]
    assert tip.question_id == other.question_id
    for one in await questions.stale(store):
        await questions.drawn(store, one)
    await privacy.erase(store, A, AINO)
    stale = {one.question_id: one for one in await questions.stale(store, A)}
    # One card showed the title of what it was the same as, the other who answered.
    assert stale.keys() == {same.question_id, other.question_id}
    assert stale[same.question_id].duplicate_of is None
    assert stale[other.question_id].tip_id is None


async def test_a_card_that_waits_in_a_channel_for_them_goes(store: Store) -> None:
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO question_drafts (guild_id, user_id, title, details, topics, place_id,"
            " message_id, made_at) VALUES (?, ?, 'Where?', '', '', ?, 77, ?)",
            (A, AINO, HERE, NOW),
        )
    await privacy.erase(store, A, AINO)
    (left,) = await leftovers.waiting(store, A)
    assert (left.channel_id, left.message_id) == (HERE, 77)


async def test_a_post_made_by_hand_keeps_the_name_its_author_gave_it(store: Store) -> None:
    hand = await a_question(store, asker=AINO, by_hand=(HERE, 500))
    assert await questions.carded(store, A, hand.question_id, 500, 501)
    await privacy.erase(store, A, AINO)
    (left,) = await leftovers.waiting(store, A)
    assert (left.channel_id, left.message_id) == (500, 501)


# What others see


async def test_erasing_says_whose_card_named_the_member(store: Store) -> None:
    await circle(store)
    other = await asked_by(store, BEN)
    for question in await questions.stale(store):
        await questions.drawn(store, question)
    await privacy.erase(store, A, AINO)
    assert [one.question_id for one in await questions.stale(store, A)] == [other.question_id]
    assert await questions.stale(store, B) == []


async def test_the_cards_of_others_lose_the_members_note(store: Store) -> None:
    for guild in (A, B):
        await circle(store, guild)
    for tip in await tips.stale(store):
        await tips.drawn(store, tip)
    bens = await tip_of(store, BEN)
    assert [one.note for one in bens.notes] == ["ainonsaate"]
    assert await search.find(store, A, "tip", '"ainonsaate"') == [bens.tip_id]
    await privacy.erase(store, A, AINO)
    (stale,) = await tips.stale(store)
    assert (stale.tip_id, stale.guild_id, stale.notes, stale.thanks) == (bens.tip_id, A, (), 0)
    assert await search.find(store, A, "tip", "beninvinkki") == [bens.tip_id]


async def test_what_is_out_of_sight_loses_it_too_and_stays_there(store: Store) -> None:
    hidden = await a_tip(store, sharer_id=BEN)
    await tip_marks.add_note(store, A, hidden.tip_id, AINO, "kvasaari", NOW)
    await tips.take_away(store, A, hidden.tip_id, "hidden", AINO, NOW)
    await privacy.erase(store, A, AINO)
    now = await now_is(store, hidden)
    assert (now.state, now.state_by, now.notes, now.card_stale) == ("hidden", None, (), 0)
    assert await search.find(store, A, "tip", "example") == []


async def test_what_hung_on_the_members_tips_goes_with_them(store: Store) -> None:
    """What others said of it would stand without what they said it of."""
    await circle(store)
    tip = await tip_of(store, AINO)
    hanging = ("tip_topics", "tip_thanks", "tip_notes", "tip_saves")
    for table in hanging:
        assert await store.read(f"SELECT 1 FROM {table} WHERE tip_id = ?", (tip.tip_id,)), table
    await privacy.erase(store, A, AINO)
    assert await tips.get(store, A, tip.tip_id) is None
    for table in hanging:
        assert not await store.read(f"SELECT 1 FROM {table} WHERE tip_id = ?", (tip.tip_id,))


@pytest.mark.parametrize(
    "at",
    [
        *("DELETE ON tips", "UPDATE ON questions", "INSERT ON leftovers", "DELETE ON drafts"),
        *("DELETE ON topic_uses", "UPDATE ON topic_changes", "INSERT ON documents"),
    ],
)
async def test_an_erasure_that_fails_has_noted_and_erased_nothing(store: Store, at: str) -> None:
    """Both are one transaction: no message is forgotten, and none is deleted without cause."""
    await circle(store)
    async with store.write() as tx:
        await tx.run(f"CREATE TRIGGER t BEFORE {at} BEGIN SELECT RAISE(ABORT, 'stop'); END")
    before = await everything(store)
    with pytest.raises(sqlite3.IntegrityError, match="stop"):
        await privacy.erase(store, A, AINO)
    assert await everything(store) == before


# What stays


async def test_another_members_data_stays(store: Store) -> None:
    await circle(store)
    before = await privacy.export(store, A, BEN)
    asked = await asked_by(store, BEN)
    await privacy.erase(store, A, AINO)
    after = await privacy.export(store, A, BEN)
    # What Ben gave to what was Aino's went with it, and Ben's question lost Aino's answer alone.
    lost = {"tip_thanks", "tip_notes", "tip_saves", "accepted_answers"}
    lost |= {"question_people", "question_helpful", "question_thanks"}
    for table in before:
        if table in lost:
            assert (len(before[table]), after[table]) == (1, [])
        elif table != "questions":
            assert after[table] == before[table], table
    again = await questions.get(store, A, asked.question_id)
    assert again is not None
    assert (again.title, again.details, again.topics) == (asked.title, asked.details, asked.topics)
    assert (again.state, again.answer_author_id, again.answer_text) == ("open", None, "")
    assert await search.find(store, A, "question", "beninkysymys") == [asked.question_id]
    assert (await tip_lists.find(store, sight(), words='"beninvinkki"'))[1] == 1


async def test_the_communitys_work_stays_without_the_name(store: Store) -> None:
    """What the member did for it as a moderator, and what others gave them to bring."""
    await circle(store)
    counted = {}
    for table, column in privacy.SIGNED:
        (row,) = await store.read(f"SELECT count(*), count({column}) FROM {table}")
        counted[table, column] = tuple(row)
    await privacy.erase(store, A, AINO)
    for (table, column), (rows, named) in counted.items():
        (row,) = await store.read(f"SELECT count(*), count({column}) FROM {table}")
        # The member's own tips, reports and waiting suggestions are gone; all else is there.
        own = {"tips": 2, "reports": 1, "prompts": 1, "questions": 1, "question_helpful": 2}
        gone = {("tips", "state_by"): 2, ("prompts", "author_id"): 2}
        # In the member's question, of their answer, and by them.
        gone["question_helpful", "marked_by"] = 3
        left = (rows - own.get(table, 0), named - gone.get((table, column), 1))
        assert tuple(row) == left, (table, column)
    assert {one.text for one in await prompts.pool(store, A)} == {
        f"Prompt of {name[:-1]}?" for name in NAMES.values()
    }
    rows = await store.read("SELECT sharer_id FROM import_rows ORDER BY 1")
    assert [row["sharer_id"] for row in rows] == [77, 77, BEN]
    shown, _ = await tips.out_of_sight(store, A, 10)
    assert sorted(tip.host for tip in shown) == [
        "benin.removed.org",
        f"third{AINO % 10}.org",
        f"third{BEN % 10}.org",
    ]


async def test_another_community_keeps_what_it_has(store: Store) -> None:
    await circle(store, A)
    await circle(store, B)
    before = await privacy.export(store, B, AINO)
    await privacy.erase(store, A, AINO)
    assert await privacy.export(store, B, AINO) == before
    assert (await tip_lists.find(store, sight(B), words='"ainonvinkki"'))[1] == 1
    assert "ainonaihe" in await topics.known(store, B, (HERE, THERE))


async def test_erasing_somebody_unknown_changes_nothing(store: Store) -> None:
    await circle(store)
    before = await everything(store)
    await privacy.erase(store, A, MO)
    after = await everything(store)
    # The pages of the search index are rewritten all the same; it holds what it held.
    rewritten = {"documents_index_data", "documents_index_idx"}
    assert {name for name in after if after[name] != before[name]} <= rewritten
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)"
        )
    for word in ("ainonkysymys", "ainonvastaus", "beninkysymys"):
        assert await search.find(store, A, "question", f'"{word}"')
