"""What digests are made of, what was chosen for one, and when its post is out of date."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from data import deliveries, digest_material, digests, tip_marks, tips, topics
from data.deliveries import Delivery
from data.digest_material import (
    HELPED_LATELY,
    LATELY,
    OLD,
    REMEMBERED,
    STRETCH,
    WEEK,
    Candidate,
    Material,
)
from data.digests import LONGEST_AGO, Digest, Pick
from data.store import Store
from data.tips import DAY, Sight, Tip
from tests.data.made import AINO, BEN, HERE, MO, NOW, THERE, A, B, a_tip, sight

SINCE = NOW - WEEK
ALL = sight(user=0)


async def shared(store: Store, link: str, ago: int = DAY, guild: int = A, **more: Any) -> Tip:
    return await a_tip(store, guild, f"example.org/{link}", shared_at=NOW - ago, **more)


async def thanked(store: Store, tip: Tip, *users: int, ago: int = DAY) -> None:
    for user in users:
        await tip_marks.thank(store, tip.guild_id, tip.tip_id, user, NOW - ago)


async def found(store: Store, reader: Sight = ALL) -> Material:
    return await digest_material.for_all(store, reader, SINCE, NOW)


def ids(some: Sequence[Candidate]) -> list[int]:
    return [one.tip_id for one in some]


async def a_post(
    store: Store, *picks: Pick, guild: int = A, at: int = NOW, message: int | None = 77
) -> Delivery:
    """A digest that was posted, with what was picked for it."""
    post = await deliveries.deliver_now(store, guild, "digest", HERE, "open", 0, "", "", at)
    await digests.keep(store, guild, post.delivery_id, at - WEEK, picks)
    await deliveries.finish(store, post, "sent", message_id=message)
    return post


async def shown(store: Store, post: Delivery, reader: Sight = ALL) -> Digest:
    digest = await digests.get(store, reader, post.delivery_id)
    assert digest is not None
    return digest


def tips_of(digest: Digest) -> list[int]:
    return [item.tip.tip_id for item in digest.items]


# What there is


async def test_new_is_what_came_in_the_time(store: Store) -> None:
    await shared(store, "before", WEEK + 1)
    first = await shared(store, "first", WEEK, topics=("b", "a"))
    last = await shared(store, "last", 1)
    # This second may not be over yet: the next one begins with it.
    await shared(store, "after", 0)
    await shared(store, "elsewhere", guild=B)
    await thanked(store, first, BEN, MO)
    material = await found(store)
    assert material.new_tips == 2
    assert material.new == [
        Candidate(last.tip_id, (), 0, NOW - 1),
        Candidate(first.tip_id, ("a", "b"), 2, NOW - WEEK),
    ]


async def test_what_is_not_chosen_from_is_counted_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest_material, "MOST_NEW", 2)
    for ago in (3, 2, 1):
        await shared(store, f"{ago}", ago)
        material = await found(store)
        assert (material.new_tips, len(material.new)) == (4 - ago, min(4 - ago, 2))


async def test_a_quiet_week_has_nothing_however_much_there_is_besides(store: Store) -> None:
    old = await shared(store, "old", 90 * DAY)
    await thanked(store, old, BEN)
    await tips.mark(store, A, old.tip_id, "featured_at", NOW)
    assert await found(store) == Material(0)


async def test_only_what_is_in_sight_and_live(store: Store) -> None:
    seen = await shared(store, "seen")
    for link, more in (("there", {"place": THERE}), ("own", {"place": None})):
        await shared(store, link, **more)
    for state in ("hidden", "removed"):
        gone = await shared(store, state)
        await tips.take_away(store, A, gone.tip_id, state, MO, NOW)  # type: ignore[arg-type]
    assert ids((await found(store, sight(user=0, places=(HERE,)))).new) == [seen.tip_id]


async def test_featured_is_what_was_marked_in_the_time(store: Store) -> None:
    for number, ago in enumerate((WEEK + 1, WEEK, 1, 0)):
        tip = await shared(store, str(number), 40 * DAY)
        await tips.mark(store, A, tip.tip_id, "featured_at", NOW - ago)
    new = await shared(store, "new")
    assert ids((await found(store)).featured) == [3, 2]
    await tips.mark(store, A, new.tip_id, "featured_at", NOW - 5)
    await tips.mark(store, A, 3, "featured_at", None)
    assert ids((await found(store)).featured) == [new.tip_id, 2]


async def test_helpful_is_what_was_thanked_for_in_the_time(store: Store) -> None:
    await shared(store, "new")
    once, often, never, outdated, broken = [
        await shared(store, str(one), 40 * DAY) for one in range(5)
    ]
    await thanked(store, once, BEN)
    await thanked(store, once, AINO, MO, 5, 6, ago=WEEK + 1)
    await thanked(store, often, BEN, MO)
    await thanked(store, never, BEN, ago=0)
    for tip in (outdated, broken):
        await thanked(store, tip, BEN)
    await tips.mark(store, A, outdated.tip_id, "outdated_at", NOW)
    await dead(store, broken)
    material = await found(store)
    assert ids(material.helpful) == [often.tip_id, once.tip_id]
    assert [one.thanks for one in material.helpful] == [2, 1]


async def dead(store: Store, tip: Tip) -> None:
    async with store.write() as tx:
        await tx.run(
            "UPDATE tips SET dead_since = 1 WHERE guild_id = ? AND tip_id = ?", (A, tip.tip_id)
        )


async def test_gems_are_old_and_have_helped_and_are_still_good(store: Store) -> None:
    await shared(store, "new")
    good, better, young, idle, outdated, broken = [
        await shared(store, str(one), OLD + (one != 2)) for one in range(6)
    ]
    for tip in (good, better, young, outdated, broken):
        await thanked(store, tip, BEN, ago=50 * DAY)
    await thanked(store, better, MO)
    await tips.mark(store, A, outdated.tip_id, "outdated_at", NOW)
    await dead(store, broken)
    assert idle.thanks == 0
    assert ids((await found(store)).gems) == [better.tip_id, good.tip_id]


async def test_who_has_many_old_tips_looks_at_others_each_week(store: Store) -> None:
    await shared(store, "new")
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO tips (tip_id, guild_id, link_key, url, host, note, sharer_id, shared_at,"
            " place_id) VALUES (?1, ?2, ?1, '', '', '', 1, ?3, ?4)",
            [(100 + one, A, NOW - OLD - 9_000 + one, HERE) for one in range(STRETCH + 500)],
        )
        await tx.run_many(
            "INSERT INTO tip_thanks (guild_id, tip_id, user_id, thanked_at) VALUES (?, ?, 1, 1)",
            [(A, 100), (A, 100 + STRETCH)],
        )
    weeks = [
        ids((await digest_material.for_all(store, ALL, SINCE, NOW + week * WEEK)).gems)
        for week in range(3)
    ]
    assert weeks[0] == weeks[2]
    assert sorted([*weeks[0], *weeks[1]]) == [100, 100 + STRETCH]


async def test_others_are_from_before_helped_first(store: Store) -> None:
    await shared(store, "new")
    older, old, helped, forgotten = [
        await shared(store, str(ago), ago) for ago in (50 * DAY, 40 * DAY, 45 * DAY, 60 * DAY)
    ]
    await thanked(store, helped, BEN, ago=HELPED_LATELY)
    await thanked(store, forgotten, BEN, MO, ago=HELPED_LATELY + 1)
    others = ids((await found(store)).others)
    assert others == [one.tip_id for one in (helped, old, helped, older, forgotten)]


async def test_what_was_brought_back_is_remembered_for_half_a_year(store: Store) -> None:
    tip, other, new = [await shared(store, str(one)) for one in range(3)]
    await a_post(store, ("gem", "", tip.tip_id), ("elsewhere", "", other.tip_id))
    await a_post(store, ("new", "", new.tip_id))
    await a_post(store, ("gem", "", tip.tip_id), guild=B)
    for _ in range(LATELY - 1):
        assert (await found(store)).passed == {tip.tip_id, other.tip_id, new.tip_id}
        await a_post(store)
    for _ in range(REMEMBERED - LATELY - 1):
        await a_post(store)
        assert (await found(store)).passed == {tip.tip_id, other.tip_id}
    await a_post(store)
    assert (await found(store)).passed == frozenset()


# A member's own


async def own(store: Store, *wanted: str, turn: int = 0, user: int = BEN) -> Material:
    reader = sight(user=user)
    return await digest_material.for_member(store, reader, wanted, SINCE, NOW, turn)


async def test_a_members_own_has_what_others_shared_with_their_topics(store: Store) -> None:
    one = await shared(store, "1", topics=("excel",))
    two = await shared(store, "2", topics=("teams", "excel"))
    await shared(store, "3", topics=("cats",))
    await shared(store, "4", topics=("excel",), sharer_id=BEN)
    await shared(store, "5", WEEK + 1, topics=("excel",))
    material = await own(store, "excel", "teams")
    assert (material.new_tips, sorted(ids(material.new))) == (2, [one.tip_id, two.tip_id])
    assert await own(store, "dogs") == Material(0)


async def test_a_topic_that_became_another_is_followed_on(store: Store) -> None:
    tip = await shared(store, "1", topics=("excel",))
    await topics.follow(store, A, BEN, ("excel",), NOW)
    async with store.write() as tx:
        for table in ("tip_topics", "topic_follows"):
            await tx.run(f"UPDATE {table} SET topic = 'sheets' WHERE guild_id = ?", (A,))
    wanted = await topics.followed(store, A, BEN)
    assert ids((await own(store, *wanted)).new) == [tip.tip_id]


async def test_the_topics_take_turns_in_giving_gems(store: Store) -> None:
    await shared(store, "new", topics=("a",))
    gems = {}
    for topic in ("a", "b", "z"):
        tip = await shared(store, topic, 70 * DAY, topics=(topic,))
        await thanked(store, tip, MO)
        gems[topic] = [tip.tip_id]
    seen = [ids((await own(store, "a", "b", "none", turn=turn)).gems) for turn in range(4)]
    # A topic without a gem passes its turn on.
    assert seen == [gems["a"], gems["b"], gems["a"], gems["a"]]


# What was chosen


async def test_it_begins_where_the_last_one_that_was_posted_ended(store: Store) -> None:
    assert await digests.begins(store, A, NOW) == NOW - WEEK
    post = await a_post(store, at=NOW - 2 * WEEK)
    assert await digests.begins(store, A, NOW) == NOW - 2 * WEEK
    await ended(store, A, NOW - WEEK, "failed")
    assert await digests.begins(store, A, NOW) == post.due_at
    assert await digests.begins(store, A, NOW + LONGEST_AGO) == NOW


async def ended(store: Store, guild: int, at: int, state: deliveries.State) -> None:
    post = await deliveries.deliver_now(store, guild, "digest", HERE, "open", 0, "", "", at)
    await deliveries.finish(store, post, state, reason="gone")


async def test_what_the_first_of_all_could_not_tell_the_next_one_tells(store: Store) -> None:
    await ended(store, A, NOW - WEEK, "failed")
    assert await digests.begins(store, A, NOW - WEEK) == NOW - 2 * WEEK
    await ended(store, A, NOW, "skipped")
    assert await digests.begins(store, A, NOW) == NOW - 2 * WEEK
    assert await digests.begins(store, A, NOW + LONGEST_AGO) == NOW
    assert await digests.begins(store, B, NOW) == NOW - WEEK


async def test_what_was_chosen_once_stays_chosen(store: Store) -> None:
    tip, other = [await shared(store, str(one), topics=("a",)) for one in range(2)]
    picks: list[Pick] = [("new", "a", other.tip_id), ("gem", "", tip.tip_id)]
    post = await a_post(store, *picks)
    await digests.keep(store, A, post.delivery_id, 5, [("new", "", tip.tip_id)])
    digest = await shown(store, post)
    assert [(one.part, one.topic, one.tip.tip_id) for one in digest.items] == picks
    assert (digest.since, digest.new_tips, digest.stale) == (NOW - WEEK, 2, 0)


async def test_a_tip_that_went_for_good_before_it_was_kept_is_left_out(store: Store) -> None:
    tip = await shared(store, "1")
    post = await a_post(store, ("new", "", 999), ("new", "", tip.tip_id))
    assert tips_of(await shown(store, post)) == [tip.tip_id]


async def test_it_is_of_one_community(store: Store) -> None:
    tip = await shared(store, "1")
    post = await a_post(store, ("new", "", tip.tip_id))
    await a_post(store, ("new", "", tip.tip_id), guild=B)
    assert await digests.get(store, sight(B, 0), post.delivery_id) is None
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)
    assert await digests.stale(store, B) == []
    assert await digests.stale(store, A) == await digests.stale(store) == [(A, post.delivery_id)]
    await digests.drawn(store, B, post.delivery_id, await shown(store, post))
    assert await digests.stale(store, A) == [(A, post.delivery_id)]


async def test_it_shows_what_its_reader_may_see(store: Store) -> None:
    here, there = await shared(store, "1"), await shared(store, "2", place=THERE)
    post = await a_post(store, ("new", "", here.tip_id), ("new", "", there.tip_id))
    seen = await shown(store, post, sight(user=0, places=(THERE,)))
    assert (tips_of(seen), seen.new_tips) == ([there.tip_id], 1)


async def test_the_helpful_tip_says_what_came_of_it(store: Store) -> None:
    tip, new = await shared(store, "1"), await shared(store, "2")
    for user, outcome, ago in ((BEN, "Saved an hour.", 9), (MO, "Saved two.", 5), (AINO, "", 1)):
        await tip_marks.tell_outcome(store, A, tip.tip_id, user, outcome, NOW - ago)
    await tip_marks.tell_outcome(store, A, new.tip_id, BEN, "It did.", NOW)
    post = await a_post(store, ("new", "", new.tip_id), ("helpful", "", tip.tip_id))
    assert [one.outcome for one in (await shown(store, post)).items] == ["", "Saved two."]


# Out of date: which changes make it so is told beside the triggers


async def removed(store: Store, tip: Tip) -> None:
    await tips.take_away(store, A, tip.tip_id, "removed", MO, NOW)


async def test_a_removed_tip_is_left_out_and_counted_no_more(store: Store) -> None:
    tip, other = await shared(store, "1"), await shared(store, "2")
    post = await a_post(store, ("new", "", tip.tip_id), ("new", "", other.tip_id))
    await removed(store, tip)
    digest = await shown(store, post)
    assert (tips_of(digest), digest.new_tips) == ([other.tip_id], 1)
    await digests.drawn(store, A, post.delivery_id, digest)
    assert await digests.stale(store) == []
    # Brought back, it stands where it stood.
    await tips.bring_back(store, A, tip.tip_id, NOW)
    assert len(await digests.stale(store)) == 1
    assert tips_of(await shown(store, post)) == [tip.tip_id, other.tip_id]


async def test_what_changes_while_it_is_drawn_is_drawn_the_next_time(store: Store) -> None:
    tip, other = await shared(store, "1"), await shared(store, "2")
    post = await a_post(store, ("new", "", tip.tip_id), ("new", "", other.tip_id))
    await removed(store, tip)
    read = await shown(store, post)
    await removed(store, other)
    await digests.drawn(store, A, post.delivery_id, read)
    assert await digests.stale(store) == [(A, post.delivery_id)]
    await digests.drawn(store, A, post.delivery_id, await shown(store, post))
    assert await digests.stale(store) == []


async def test_what_is_not_posted_is_not_drawn(store: Store) -> None:
    tip = await shared(store, "1")
    await a_post(store, ("new", "", tip.tip_id), message=None)
    await removed(store, tip)
    assert await digests.stale(store) == []


# How it is read


async def test_no_statement_goes_through_a_whole_table(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tip = await shared(store, "1", topics=("a",))
    old = await shared(store, "2", 70 * DAY, topics=("a",))
    await thanked(store, old, MO)
    post = await a_post(store, ("new", "", tip.tip_id), ("helpful", "", old.tip_id))
    asked: list[tuple[str, list[Any]]] = []
    read = store.read

    async def spy(sql: str, parameters: Any = ()) -> Any:
        asked.append((sql, [*parameters]))
        return await read(sql, parameters)

    monkeypatch.setattr(store, "read", spy)
    await found(store)
    await own(store, "a")
    await digests.begins(store, A, NOW)
    await shown(store, post)
    monkeypatch.undo()
    assert len(asked) > 15
    for sql, parameters in asked:
        for row in await read(f"EXPLAIN QUERY PLAN {sql}", parameters):
            scanned = re.match(r"SCAN (\w+)", row["detail"])
            assert not scanned or scanned[1] in {"json_each", "h", "s"}, (row["detail"], sql)
            # By the community alone would be a scan by another name.
            whole = re.search(r"SEARCH (\w+) USING .*\(guild_id=\?\)$", row["detail"])
            assert not whole or whole[1] in {"digests", "deliveries"}, (row["detail"], sql)
