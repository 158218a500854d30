"""A member's own data: all of it comes out, and all of it goes."""

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from data import communities, privacy, prompts, questions, reflections, search, tips
from data.privacy import ANSWERS, MEMBERS_OWN, SIGNED, Leftover
from data.questions import Question
from data.store import Store
from data.tips import Tip
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    A,
    B,
    a_delivery,
    a_question,
    a_reflection,
    a_schedule,
    a_tip,
    an_unposted_tip,
    everything,
    sight,
)

# Integer columns that name no member. A column that is neither here nor in data.privacy's lists is
# one somebody forgot.
NO_MEMBER = {
    *("guild_id", "tip_id", "prompt_id", "schedule_id", "delivery_id", "reflection_id"),
    *("question_id", "document_id", "item_id", "channel_id", "message_id", "thread_id"),
    *("card_channel_id", "card_message_id", "answer_message_id", "tips_channel_id"),
    *("questions_channel_id", "prompts_channel_id", "place_id"),
    *("moderators_channel_id", "moderator_role_id"),
    *("shared_at", "thanked_at", "added_at", "weekday", "minute", "next_due", "slot", "due_at"),
    *("try_at", "tries", "sending_at", "written_at", "asked_at", "solved_at", "version"),
    "card_stale",
}
OWN_WORDS = (
    "ainonvinkki",
    "ainonaihe",
    "ainonpohdinta",
    "ainonkysymys",
    "ainonlisä",
    "ainonvastaus",
)
"""Words that only Aino ever wrote."""


async def everybodys(store: Store, guild: int = A) -> list[Tip]:
    return (await tips.find(store, sight(guild)))[0]


async def asked_by(store: Store, who: int) -> Question:
    found, _ = await questions.listed(store, A, [HERE])
    (own,) = [one for one in found if one.asker_id == who]
    return own


async def circle(store: Store, guild: int = A) -> None:
    """Aino and Ben each do all there is to do, together where it can be together."""
    for who, name in ((AINO, "ainon"), (BEN, "benin")):
        await a_tip(
            store,
            guild,
            f"{name}.example.org",
            note=f"{name}vinkki",
            topics=(f"{name}aihe",),
            sharer_id=who,
        )
        await communities.choose_language(store, guild, who, "fi")
        await prompts.add(store, guild, f"Prompt of {name[:-1]}?", "", who, NOW)
        await a_schedule(store, guild, by=who)
    for tip in await everybodys(store, guild):
        await tips.thank(store, guild, tip.tip_id, BEN if tip.sharer_id == AINO else AINO, NOW)
    delivery = await a_delivery(store, guild)
    for who, name in ((AINO, "ainon"), (BEN, "benin")):
        written = await a_reflection(store, delivery, who, f"{name}pohdinta")
        await reflections.posted(store, guild, written.reflection_id, 12, 200 + who % 10)
    asked = {
        who: await a_question(
            store,
            guild,
            f"{name}kysymys",
            f"{name}lisä",
            (f"{name}aihe",),
            who,
            thread=guild * 10 + who % 10,
        )
        for who, name in ((AINO, "ainon"), (BEN, "benin"))
    }
    await questions.accept(store, guild, asked[AINO].question_id, 301, BEN, "beninvastaus", NOW)
    await questions.accept(store, guild, asked[BEN].question_id, 302, AINO, "ainonvastaus", NOW)


def strings(values: Iterable[object]) -> str:
    return repr(list(values))


async def integer_columns(store: Store) -> set[tuple[str, str]]:
    found = set()
    for row in await store.read("SELECT name FROM sqlite_master WHERE type = 'table'"):
        name = row["name"]
        if name.startswith(("sqlite_", "documents_index")):
            continue
        for column in await store.read(f"PRAGMA table_info({name})"):
            if column["type"] == "INTEGER":
                found.add((name, column["name"]))
    return found


async def test_every_column_that_names_a_member_is_looked_after(store: Store) -> None:
    naming = {one for one in await integer_columns(store) if one[1] not in NO_MEMBER}
    assert naming == {*MEMBERS_OWN, *SIGNED, ANSWERS}


async def test_no_text_column_is_a_hidden_place_for_a_member(store: Store) -> None:
    """Ids are integers everywhere, so that the test above sees them."""
    await circle(store)
    for name, rows in (await everything(store)).items():
        for row in rows:
            assert not any(isinstance(one, str) and str(AINO) in one for one in row), name


async def test_the_export_holds_every_row_and_no_one_elses(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    assert {table: len(rows) for table, rows in found.items()} == {
        "members": 1,
        "tips": 1,
        "tip_thanks": 1,
        "reflections": 1,
        "questions": 1,
        "prompts": 1,
        "schedules": 1,
        "accepted_answers": 1,
    }
    shown = repr(found)
    for name in ("members", "tips", "tip_thanks", "reflections", "questions", "prompts"):
        assert str(AINO) in repr(found[name])
    for word in ("ainonvinkki", "ainonpohdinta", "ainonkysymys", "ainonlisä", "ainonvastaus"):
        assert word in shown
    assert found["accepted_answers"][0]["answer_message_id"] == 302
    for word in ("beninvinkki", "beninpohdinta", "beninkysymys", "beninlisä"):
        assert word not in shown


async def test_the_export_holds_the_topics_one_gave(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    assert found["tips"][0]["topics"] == found["questions"][0]["topics"] == ["ainonaihe"]
    assert "beninaihe" not in repr(found)


async def test_the_export_holds_what_a_reflection_answers(store: Store) -> None:
    for text in ("What did you learn?", "What surprised you?"):
        await a_reflection(store, await a_delivery(store, text=text), AINO, f"To: {text}")
    found = await privacy.export(store, A, AINO)
    assert [(row["prompt"], row["text"]) for row in found["reflections"]] == [
        ("What did you learn?", "To: What did you learn?"),
        ("What surprised you?", "To: What surprised you?"),
    ]


async def test_the_export_is_plain_json(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    assert json.loads(json.dumps(found)) == found


async def test_the_export_of_a_stranger_is_empty(store: Store) -> None:
    await circle(store)
    for guild, who in ((A, MO), (B, AINO)):
        found = await privacy.export(store, guild, who)
        assert not any(found.values())


async def test_erasing_leaves_no_trace_in_any_row(store: Store) -> None:
    await circle(store)
    await privacy.erase(store, A, AINO)
    rows = await everything(store)
    plain = {name: list for name, list in rows.items() if not name.startswith("documents_index")}
    for name, table in plain.items():
        shown = strings(table)
        for trace in (str(AINO), *OWN_WORDS):
            assert trace not in shown, (name, trace)
    assert not any((await privacy.export(store, A, AINO)).values())


async def test_what_was_erased_is_not_found(store: Store) -> None:
    await circle(store)
    for word in ("ainonvinkki", "ainonaihe"):
        assert await search.find(store, A, "tip", word)
    for word in ("ainonkysymys", "ainonlisä", "ainonvastaus"):
        assert await search.find(store, A, "question", word)
    await privacy.erase(store, A, AINO)
    for word in OWN_WORDS:
        assert await search.find(store, A, "tip", word) == []
        assert await search.find(store, A, "question", word) == []


async def test_erasing_leaves_no_trace_in_the_pages_of_the_search_index(store: Store) -> None:
    """A word that was taken out stays in them until they are merged."""
    await a_tip(store, link="a.org", note="Others write xylofoni.", sharer_id=BEN)
    await a_tip(store, link="b.org", note="Aino alone wrote kvasaari.", sharer_id=AINO)
    question = await a_question(store, asker=BEN)
    await questions.accept(store, A, question.question_id, 301, AINO, "And pulsari.", NOW)

    async def pages() -> bytes:
        rows = await store.read("SELECT block FROM documents_index_data")
        return b"".join(row["block"] for row in rows)

    # Words that begin alike share their beginning there, so we look for their ends.
    before = await pages()
    assert all(word in before for word in (b"vasaari", b"ulsari", b"ylofoni"))
    await privacy.erase(store, A, AINO)
    after = await pages()
    assert b"ylofoni" in after
    assert [word for word in (b"vasaari", b"ulsari") if word in after] == []


async def test_erasing_takes_out_of_the_pages_what_was_removed_before(store: Store) -> None:
    """A tip removed and an answer replaced long ago are as much the member's as the rest."""
    tip = await a_tip(store, note="Aino alone wrote kvasaari.")
    await tips.remove(store, A, tip.tip_id)
    question = await a_question(store, title="About komeetta", details="and meteori", asker=AINO)
    other = await a_question(store, title="About xylofoni", asker=BEN)
    await questions.accept(store, A, other.question_id, 301, AINO, "Use pulsari.", NOW)
    await questions.accept(store, A, other.question_id, 302, BEN, "Use neutroni.", NOW)
    await questions.remove(store, A, question.question_id)
    await privacy.erase(store, A, AINO)
    rows = await store.read("SELECT block FROM documents_index_data")
    pages = b"".join(row["block"] for row in rows)
    assert b"ylofoni" in pages
    assert b"eutroni" in pages
    gone = (b"vasaari", b"omeetta", b"eteori", b"ulsari")
    assert [word for word in gone if word in pages] == []


async def test_erasing_the_only_one_leaves_no_words_at_all(store: Store) -> None:
    await a_tip(store, note="kvasaari")
    await privacy.erase(store, A, AINO)
    rows = await store.read("SELECT block FROM documents_index_data")
    assert b"vasaari" not in b"".join(row["block"] for row in rows)


async def test_erasing_leaves_no_trace_in_the_file(store: Store, database: Path) -> None:
    """Somebody who gets hold of the file, or of a copy, does not read what was deleted."""
    delivery = await a_delivery(store)
    await a_reflection(store, delivery, AINO, "zqxj-private-words " * 20)
    await privacy.erase(store, A, AINO)
    await store.close()
    assert b"zqxj-private-words" not in database.read_bytes()


async def test_erasing_says_whose_card_named_the_member(store: Store) -> None:
    await circle(store)
    other = await asked_by(store, BEN)
    for question in await questions.stale(store):
        await questions.drawn(store, question)
    await privacy.erase(store, A, AINO)
    assert [one.question_id for one in await questions.stale(store, A)] == [other.question_id]
    assert await questions.stale(store, B) == []


async def test_what_stands_in_discord_is_noted_to_be_taken_out(store: Store) -> None:
    await circle(store)
    (tip,) = [one for one in await everybodys(store) if one.sharer_id == AINO]
    own = await asked_by(store, AINO)
    assert None not in (tip.message_id, own.card_message_id, own.thread_id)
    await privacy.erase(store, A, AINO)
    noted = [
        Leftover(A, tip.channel_id, tip.message_id),
        Leftover(A, 12, 200 + AINO % 10),
        Leftover(A, own.card_channel_id, own.card_message_id),
        Leftover(A, own.thread_id, 0),
    ]
    assert {*await privacy.leftovers(store, A)} == {*noted}
    assert {*await privacy.leftovers(store)} == {*noted}
    assert await privacy.leftovers(store, B) == []
    # A second time there is nothing more, and each is crossed out for itself.
    await privacy.erase(store, A, AINO)
    assert len(await privacy.leftovers(store)) == len(noted)
    for done, leftover in enumerate(noted, start=1):
        await privacy.taken_out(store, Leftover(B, leftover.channel_id, leftover.message_id))
        await privacy.taken_out(store, leftover)
        assert {*await privacy.leftovers(store)} == {*noted[done:]}


async def test_what_was_never_posted_leaves_nothing_to_take_out(store: Store) -> None:
    await an_unposted_tip(store)
    await a_reflection(store, await a_delivery(store))
    await a_question(store)
    await privacy.erase(store, A, AINO)
    assert await privacy.leftovers(store) == []


async def test_a_message_that_was_noted_before_is_noted_once(store: Store) -> None:
    """Discord kept it at the first erasure, and a second one comes upon it again."""
    for link in ("a.org", "b.org"):
        tip = await an_unposted_tip(store, link=link)
        await tips.posted(store, A, tip.tip_id, 11, 101, HERE)
        await privacy.erase(store, A, AINO)
        assert await tips.get(store, A, tip.tip_id) is None
        assert await privacy.leftovers(store) == [Leftover(A, 11, 101)]


async def test_a_card_without_its_thread_is_noted_alone(store: Store) -> None:
    question = await a_question(store)
    await questions.carded(store, A, question.question_id, HERE, 77)
    await privacy.erase(store, A, AINO)
    assert await privacy.leftovers(store) == [Leftover(A, HERE, 77)]


async def test_the_notes_name_nobody(store: Store) -> None:
    await circle(store)
    await privacy.erase(store, A, AINO)
    rows = (await everything(store))["leftovers"]
    assert len(rows) == 4
    assert [row["name"] for row in await store.read("PRAGMA table_info(leftovers)")] == [
        "guild_id",
        "channel_id",
        "message_id",
    ]
    assert AINO not in {value for row in rows for value in row}


@pytest.mark.parametrize("at", ["DELETE ON tips", "UPDATE ON questions", "INSERT ON leftovers"])
async def test_an_erasure_that_fails_has_noted_and_erased_nothing(store: Store, at: str) -> None:
    """Both are one transaction: no message is forgotten, and none is deleted without cause."""
    await circle(store)
    async with store.write() as tx:
        await tx.run(f"CREATE TRIGGER t BEFORE {at} BEGIN SELECT RAISE(ABORT, 'stop'); END")
    before = await everything(store)
    with pytest.raises(sqlite3.IntegrityError, match="stop"):
        await privacy.erase(store, A, AINO)
    assert await everything(store) == before
    assert await privacy.leftovers(store) == []


async def test_another_members_data_stays(store: Store) -> None:
    await circle(store)
    before = await privacy.export(store, A, BEN)
    asked = await asked_by(store, BEN)
    await privacy.erase(store, A, AINO)
    after = await privacy.export(store, A, BEN)
    for table in ("members", "tips", "reflections", "prompts", "schedules"):
        assert after[table] == before[table], table
    # What Ben gave to what was Aino's went with it, and Ben's question lost Aino's answer alone.
    assert after["tip_thanks"] == after["accepted_answers"] == []
    again = await questions.get(store, A, asked.question_id)
    assert again is not None
    assert (again.title, again.details, again.topics) == (asked.title, asked.details, asked.topics)
    assert (again.state, again.answer_author_id, again.answer_text) == ("open", None, "")
    assert await search.find(store, A, "question", "beninkysymys") == [asked.question_id]
    assert (await tips.find(store, sight(), words="beninvinkki"))[1] == 1
    assert {one.text for one in await prompts.pool(store, A)} == {
        "Prompt of aino?",
        "Prompt of beni?",
    }


async def test_another_community_keeps_what_it_has(store: Store) -> None:
    await circle(store, A)
    await circle(store, B)
    before = await privacy.export(store, B, AINO)
    await privacy.erase(store, A, AINO)
    assert await privacy.export(store, B, AINO) == before
    assert (await tips.find(store, sight(B), words="ainonvinkki"))[1] == 1


async def test_erasing_somebody_unknown_changes_nothing(store: Store) -> None:
    await circle(store)
    before = await everything(store)
    await privacy.erase(store, A, MO)
    assert await privacy.leftovers(store) == []
    after = await everything(store)
    # The pages of the search index are rewritten all the same; it holds what it held.
    rewritten = {"documents_index_data", "documents_index_idx"}
    assert {name for name in after if after[name] != before[name]} <= rewritten
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)"
        )
    for word in ("ainonkysymys", "ainonvastaus", "beninkysymys"):
        assert await search.find(store, A, "question", word)


async def test_erasing_leaves_no_trace_in_the_files_of_a_store_that_goes_on(
    store: Store, database: Path
) -> None:
    word = "aardvarkinmuistiinpano"
    await a_tip(store, A, sharer_id=AINO, note=word)
    await privacy.erase(store, A, AINO)
    for suffix in ("", "-wal"):
        path = database.with_name(database.name + suffix)
        assert not path.exists() or word.encode() not in path.read_bytes(), path.name
