"""Topics: followed, merged, renamed, and all of it taken back."""

import asyncio
import random
import sqlite3
from pathlib import Path

import pytest

from data import questions, search, tip_lists, tips, topic_changes, topics, words
from data.store import Store
from data.tips import DAY
from data.topic_changes import QUESTIONS_REDRAWN, TIPS_REDRAWN, Change
from data.topics import MOST_FOLLOWED
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    A,
    B,
    a_question,
    a_tip,
    answered,
    everything,
    sight,
)

PLACES = (HERE, THERE)


async def merge(store: Store, topic: str, into: str, guild_id: int = A) -> Change:
    done = await topic_changes.merge(store, guild_id, topic, into, MO, NOW, new=True)
    assert isinstance(done, Change)
    return done


async def use(store: Store, topic: str) -> None:
    await a_tip(store, A, f"{topic}.example", topics=(topic,))


async def found(store: Store, topic: str, guild_id: int = A) -> list[str]:
    """Where the tips with this topic lead."""
    shown, total = await tip_lists.find(store, sight(guild_id), topic=topic)
    assert len(shown) == total
    return sorted(tip.host for tip in shown)


async def kept(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """What a change must bring back; a card that was drawn once more is no loss."""
    rows = await everything(store)
    names = ("tip_topics", "question_topics", "topic_follows", "topic_changes", "documents")
    uses = [row for row in rows["topic_uses"] if row[-1]]
    return {**{name: sorted(rows[name]) for name in names}, "uses": sorted(uses)}


async def community(store: Store, guild_id: int = A) -> None:
    """Two tips, a question and a follower of one topic; a tip and a follower of another."""
    more = {"topics": ("taulukkolaskenta", "data")}
    await a_tip(store, guild_id, "a.org", **more)
    await a_tip(store, guild_id, "b.org", topics=("taulukkolaskenta", "excel"), sharer_id=BEN)
    await a_tip(store, guild_id, "c.org", topics=("excel",))
    await a_question(
        store, guild_id, "Where?", topics=("taulukkolaskenta",), thread=41_000 + guild_id
    )
    await topics.follow(store, guild_id, AINO, ("taulukkolaskenta",), NOW)
    await topics.follow(store, guild_id, BEN, ("excel", "taulukkolaskenta"), NOW)


# Merged and renamed


async def test_a_merged_topic_counts_as_the_other_everywhere(store: Store) -> None:
    await community(store)
    done = await merge(store, "taulukkolaskenta", "excel")
    assert done == Change("taulukkolaskenta", "excel", True, tips=2, questions=1, followers=2)
    assert await found(store, "excel") == ["a.org", "b.org", "c.org"]
    assert await found(store, "taulukkolaskenta") == []
    assert await topics.beginning(store, A, PLACES, "") == ["excel", "data"]
    assert await questions.topics(store, A, PLACES, "") == ["excel"]
    (asked,), _ = await questions.listed(store, A, PLACES, topic="excel")
    assert asked.topics == ("excel",)
    assert await topics.followed(store, A, AINO) == await topics.followed(store, A, BEN)
    assert await topics.followed(store, A, BEN) == ["excel"]
    assert len(await search.find(store, A, "tip", "excel")) == 3
    assert len(await search.find(store, A, "question", "excel")) == 1
    assert await search.find(store, A, "tip", "taulukkolaskenta") == []


async def test_what_comes_later_counts_as_the_other_too(store: Store, database: Path) -> None:
    await community(store)
    await merge(store, "taulukkolaskenta", "excel")
    await store.close()
    store = await Store.open(database)
    try:
        tip = await a_tip(store, A, "d.org", topics=("taulukkolaskenta",))
        assert tip.topics == ("excel",)
        asked = await a_question(store, topics=("taulukkolaskenta", "excel"))
        assert asked.topics == ("excel",)
        assert await topics.follow(store, A, MO, ("taulukkolaskenta",), NOW) == ["excel"]
        assert await topics.now_called(store, A, "taulukkolaskenta") == "excel"
        # Taken back, what was written so is called so.
        await topic_changes.undo(store, A, "taulukkolaskenta")
        again = await tips.get(store, A, tip.tip_id)
        assert again is not None
        assert again.topics == ("taulukkolaskenta",)
        assert await topics.followed(store, A, MO) == ["taulukkolaskenta"]
    finally:
        await store.close()


async def test_taken_back_all_is_as_it_was(store: Store) -> None:
    await community(store)
    before = await kept(store)
    await merge(store, "taulukkolaskenta", "excel")
    assert await kept(store) != before
    undone = await topic_changes.undo(store, A, "taulukkolaskenta")
    assert undone == Change("taulukkolaskenta", "excel", tips=2, questions=1, followers=2)
    assert await kept(store) == before
    assert await topic_changes.undo(store, A, "taulukkolaskenta") is None


async def test_a_chain_is_followed_to_its_end_and_can_be_cut_anywhere(store: Store) -> None:
    for name in "abcd":
        await a_tip(store, A, f"{name}.org", topics=(name,))
    await merge(store, "a", "b")
    await merge(store, "b", "c")
    await merge(store, "c", "d")
    assert await found(store, "d") == ["a.org", "b.org", "c.org", "d.org"]
    # A topic that is merged into one that counts as another counts as that.
    await use(store, "e")
    assert await merge(store, "e", "b") == Change("e", "d", True, tips=1)
    await topic_changes.undo(store, A, "e")
    undone = await topic_changes.undo(store, A, "b")
    assert undone == Change("b", "c", tips=2)
    assert await found(store, "b") == ["a.org", "b.org"]
    assert await found(store, "d") == ["c.org", "d.org"]
    await topic_changes.undo(store, A, "a")
    assert await found(store, "a") == ["a.org"]


async def test_a_name_can_be_changed_more_often_than_anybody_will(store: Store) -> None:
    await a_tip(store, topics=("n0",))
    for turn in range(60):
        await merge(store, f"n{turn}", f"n{turn + 1}")
    later = await a_tip(store, link="b.org", topics=("n0", "n30"))
    assert later.topics == ("n60",)
    assert await topics.now_called(store, A, "n0") == "n60"
    await topic_changes.undo(store, A, "n30")
    assert await topics.now_called(store, A, "n0") == "n30"
    assert await topics.now_called(store, A, "n31") == "n60"


@pytest.mark.parametrize(
    ("topic", "into", "new", "refused"),
    [
        ("excel", "excel", False, "same"),
        ("excel", "excel", True, "same"),
        ("old", "data", False, "already"),
        ("old", "excel", True, "already"),
        ("nobody", "excel", False, "unknown"),
        ("excel", "old", False, "circle"),
        ("excel", "older", True, "circle"),
        ("data", "nobody", False, "unknown-into"),
    ],
)
async def test_what_cannot_be_is_refused_and_changes_nothing(
    store: Store, topic: str, into: str, new: bool, refused: str
) -> None:
    await a_tip(store, topics=("older", "data"))
    await merge(store, "older", "old")
    await merge(store, "old", "excel")
    before = await everything(store)
    assert await topic_changes.merge(store, A, topic, into, MO, NOW, new=new) == refused
    assert await everything(store) == before


async def test_a_topic_that_is_only_followed_or_asked_about_can_be_merged(store: Store) -> None:
    await topics.follow(store, A, AINO, ("exel",), NOW)
    await a_question(store, topics=("excell",))
    assert (await merge(store, "exel", "excel")).joined is False
    assert (await merge(store, "excell", "excel")).joined is True
    assert await topics.followed(store, A, AINO) == ["excel"]


async def test_what_is_hidden_or_removed_comes_back_under_the_new_name(store: Store) -> None:
    tip = await a_tip(store, topics=("exel",))
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    assert (await merge(store, "exel", "excel")).tips == 0
    assert await search.find(store, A, "tip", "excel") == []
    back = await tips.bring_back(store, A, tip.tip_id, NOW)
    assert isinstance(back, tips.Tip)
    assert back.topics == ("excel",)
    assert await search.find(store, A, "tip", "excel") == [tip.tip_id]


async def test_two_communities_call_things_as_they_like(store: Store) -> None:
    await community(store, A)
    await community(store, B)
    await merge(store, "taulukkolaskenta", "excel")
    assert await found(store, "taulukkolaskenta", B) == ["a.org", "b.org"]
    assert await topics.followed(store, B, AINO) == ["taulukkolaskenta"]
    assert (await a_tip(store, B, "d.org", topics=("taulukkolaskenta",))).topics == (
        "taulukkolaskenta",
    )
    assert await topic_changes.undo(store, B, "taulukkolaskenta") is None
    assert await topic_changes.changes(store, B) == []
    assert await found(store, "taulukkolaskenta", A) == []


async def test_what_was_changed_can_be_looked_up_latest_first(store: Store) -> None:
    for at, (one, other) in enumerate((("a", "b"), ("exel", "excel"), ("excel", "sheets"))):
        await use(store, one)
        await topic_changes.merge(store, A, one, other, MO, NOW + at, new=True)
    assert [one.topic for one in await topic_changes.changes(store, A)] == ["excel", "exel", "a"]
    assert [one.topic for one in await topic_changes.changes(store, A, "exc")] == ["excel", "exel"]
    assert await topic_changes.changes(store, A, "%") == []


async def test_a_change_that_fails_changes_nothing(store: Store) -> None:
    await community(store)
    async with store.write() as tx:
        await tx.run(
            "CREATE TRIGGER t BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'stop'); END"
        )
    before = await everything(store)
    with pytest.raises(sqlite3.IntegrityError, match="stop"):
        await merge(store, "taulukkolaskenta", "excel")
    assert await everything(store) == before


async def test_the_search_stays_whole_and_in_order(store: Store) -> None:
    for turn in range(4):
        await a_tip(store, A, f"{turn}.org", topics=("exel",) if turn % 2 else ("other",))
    before = await search.newest(store, A, "tip", "org")
    await merge(store, "exel", "excel")
    assert await search.newest(store, A, "tip", "org") == before == [4, 3, 2, 1]
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO documents_index (documents_index, rank) VALUES ('integrity-check', 1)"
        )


# Cards


async def test_the_cards_of_the_latest_tips_are_drawn_anew(store: Store) -> None:
    async with store.write() as tx:
        for turn in range(TIPS_REDRAWN + 5):
            row = await tx.run_one(
                "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at,"
                " place_id, channel_id, message_id) VALUES (?, ?, '', '', '', ?, ?, ?, ?, ?)"
                " RETURNING tip_id",
                (A, str(turn), AINO, NOW, HERE, HERE, 500 + turn),
            )
            assert row is not None
            await topics.put(tx, "tip_topics", A, row["tip_id"], ("exel",))
    await a_tip(store, link="other.org", topics=("other",), sharer_id=BEN)
    done = await merge(store, "exel", "excel")
    assert done.tips == TIPS_REDRAWN + 5
    stale = {tip.tip_id for tip in await tips.stale(store, A)}
    assert stale == set(range(6, TIPS_REDRAWN + 6))


async def test_of_questions_only_open_ones_get_a_new_card(store: Store) -> None:
    made = [
        await a_question(store, topics=("exel",), asker=turn, thread=600 + 2 * turn)
        for turn in range(QUESTIONS_REDRAWN + 3)
    ]
    solved = made.pop()
    await answered(store, solved, 9, BEN)
    for one in await questions.stale(store, A):
        await questions.drawn(store, one)
    done = await merge(store, "exel", "excel")
    assert done.questions == QUESTIONS_REDRAWN + 3
    stale = [one.question_id for one in await questions.stale(store, A)]
    assert sorted(stale) == [one.question_id for one in made[2:]]


# Whatever happens


def resolved(written: str, changes: dict[str, str]) -> str:
    while written in changes:
        written = changes[written]
    return written


async def in_step(store: Store, written: dict[int, set[str]], changes: dict[str, str]) -> None:
    """What the store holds is what was written, seen through the changes there are."""
    rows = await store.read("SELECT topic, becomes FROM topic_changes")
    assert {row["topic"]: row["becomes"] for row in rows} == changes
    for table, owner in (("tip_topics", "tip_id"), ("question_topics", "question_id")):
        rows = await store.read(f"SELECT {owner}, written, topic FROM {table}")
        assert {(row[0], row[1]) for row in rows} == {
            (item, one) for item, all_of in written.items() for one in all_of
        }, table
        assert all(row["topic"] == resolved(row["written"], changes) for row in rows)
    for row in await store.read("SELECT written, topic FROM topic_follows"):
        assert row["topic"] == resolved(row["written"], changes)
    uses = await store.read("SELECT topic, sum(uses) AS uses FROM topic_uses GROUP BY topic")
    counted = await store.read(
        "SELECT topic, count(DISTINCT tip_id) AS uses FROM tip_topics"
        " JOIN tips t USING (guild_id, tip_id)"
        " WHERE t.state = 'live' AND t.place_id IS NOT NULL GROUP BY topic"
    )
    assert {row["topic"]: row["uses"] for row in uses if row["uses"]} == {
        row["topic"]: row["uses"] for row in counted
    }
    for tip_id in written:
        tip = await tips.get(store, A, tip_id)
        assert tip is not None
        rows = await store.read(
            "SELECT title FROM documents WHERE kind = 'tip' AND item_id = ?", (tip_id,)
        )
        title = words.document(tips.document(tip)[1], "").title
        assert [row["title"] for row in rows] == [title] * (tip.state == "live")


@pytest.mark.parametrize("seed", range(8))
async def test_whatever_is_merged_and_taken_back_nothing_written_is_lost(
    store: Store, seed: int
) -> None:
    chance = random.Random(seed)
    names = ["a", "b", "c", "d", "e", "f"]
    written: dict[int, set[str]] = {}
    changes: dict[str, str] = {}
    for turn in range(60):
        one, other = chance.choice(names), chance.choice(names)
        match chance.choice(("share", "merge", "merge", "undo", "hide", "follow")):
            case "share":
                both = tuple(dict.fromkeys((one, other)))
                tip = await a_tip(store, A, f"{turn}.org", topics=both, sharer_id=1_000 + turn)
                asked = await a_question(store, A, topics=both, asker=1_000 + turn)
                assert asked.question_id == tip.tip_id
                written[tip.tip_id] = set(both)
            case "merge":
                done = await topic_changes.merge(store, A, one, other, MO, NOW, new=True)
                if isinstance(done, Change):
                    assert one not in changes
                    changes[one] = resolved(other, changes)
                    assert done.becomes == changes[one] != one
                else:
                    used = {
                        resolved(name, changes) for all_of in written.values() for name in all_of
                    }
                    followed = await topics.followed(store, A, AINO)
                    assert (
                        one in changes
                        or one == resolved(other, changes)
                        or (one not in used | {*followed})
                    )
            case "undo":
                undone = await topic_changes.undo(store, A, one)
                assert (undone.becomes if undone else None) == changes.pop(one, None)
            case "hide" if written:
                tip_id = chance.choice([*written])
                if not await tips.take_away(store, A, tip_id, "hidden", MO, NOW):
                    await tips.bring_back(store, A, tip_id, NOW)
            case "follow":
                assert await topics.follow(store, A, AINO, (one,), NOW) == [resolved(one, changes)]
        await in_step(store, written, changes)
    for topic in [*changes]:
        await topic_changes.undo(store, A, topic)
    await in_step(store, written, {})


async def test_a_topic_written_in_two_ways_leaves_no_use_behind(store: Store) -> None:
    """After a merge both count: in what a removal takes off, too."""
    tip = await a_tip(store, topics=("exel", "excel"))
    await merge(store, "exel", "excel")
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    assert await topics.known(store, A, PLACES) == []
    await tips.bring_back(store, A, tip.tip_id, NOW)
    assert await topics.known(store, A, PLACES) == ["excel"]
    async with store.write() as tx:
        await tx.run("DELETE FROM tips")
    assert await topics.known(store, A, PLACES) == []


# Followed


async def test_a_member_follows_and_unfollows(store: Store) -> None:
    assert await topics.follow(store, A, AINO, ("teams", "excel"), NOW) == ["teams", "excel"]
    assert await topics.follow(store, A, AINO, ("excel",), NOW) == ["excel"]
    assert await topics.followed(store, A, AINO) == ["excel", "teams"]
    assert await topics.followed(store, A, BEN) == await topics.followed(store, B, AINO) == []
    assert await topics.unfollow(store, B, AINO, ("excel",)) == []
    assert await topics.unfollow(store, A, AINO, ("excel", "data")) == ["excel"]
    assert await topics.followed(store, A, AINO) == ["teams"]


async def test_a_merged_topic_is_unfollowed_by_either_name(store: Store) -> None:
    await community(store)
    await merge(store, "taulukkolaskenta", "excel")
    assert await topics.unfollow(store, A, BEN, ("taulukkolaskenta",)) == ["excel"]
    assert await topics.followed(store, A, BEN) == []
    assert await topics.unfollow(store, A, AINO, ("excel",)) == ["excel"]
    assert await topics.followed(store, A, AINO) == []


async def test_so_many_may_be_followed_however_fast_they_come(store: Store) -> None:
    results = await asyncio.gather(
        *(topics.follow(store, A, AINO, (f"t{n}",), NOW) for n in range(MOST_FOLLOWED + 10))
    )
    assert results.count([]) == 10
    assert len(await topics.followed(store, A, AINO)) == MOST_FOLLOWED
    # What is followed already needs no room; others, and elsewhere, have their own.
    held = await topics.followed(store, A, AINO)
    assert await topics.follow(store, A, AINO, ("new", held[0]), NOW) == [held[0]]
    assert await topics.follow(store, A, BEN, ("new",), NOW) == ["new"]
    assert await topics.follow(store, B, AINO, ("new",), NOW) == ["new"]
    await topics.unfollow(store, A, AINO, (held[0],))
    assert await topics.follow(store, A, AINO, ("new", "newer"), NOW) == ["new"]


async def test_new_tips_are_those_in_sight(store: Store) -> None:
    since = NOW - 7 * DAY
    await a_tip(store, link="a.org", topics=("exel", "excel", "teams"))
    await a_tip(store, link="b.org", topics=("excel",), place=THERE)
    await a_tip(store, link="c.org", topics=("excel",), shared_at=since)
    hidden = await a_tip(store, link="d.org", topics=("excel",))
    await tips.take_away(store, A, hidden.tip_id, "hidden", MO, NOW)
    await a_tip(store, B, "e.org", topics=("excel",))
    await merge(store, "exel", "excel")
    asked = ["excel", "teams", "data"]
    assert await topics.new_tips(store, sight(), asked, since) == {"excel": 2, "teams": 1}
    nearby = sight(places=(HERE,))
    assert await topics.new_tips(store, nearby, asked, since) == {"excel": 1, "teams": 1}
    assert await topics.new_tips(store, sight(user=BEN, places=()), asked, since) == {}
    # One's own are always in sight.
    own = sight(user=AINO, places=())
    assert await topics.new_tips(store, own, ["excel"], since) == {"excel": 2}


async def test_known_are_the_topics_in_sight_most_used_first(store: Store) -> None:
    for link in ("a.org", "b.org"):
        await a_tip(store, link=link, topics=("excel",))
    await a_tip(store, link="c.org", topics=("data", "teams"))
    await a_tip(store, link="d.org", topics=("secret",), place=THERE)
    await a_tip(store, B, "e.org", topics=("elsewhere",))
    assert await topics.known(store, A, (HERE,)) == ["excel", "data", "teams"]
    assert await topics.known(store, A, (HERE,), 1) == ["excel"]
    assert await topics.known(store, A, ()) == []
