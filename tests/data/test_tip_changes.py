"""A tip that changes: the search and its card stay in step."""

from collections.abc import Awaitable, Callable

import pytest

from data import privacy, search, tip_marks, tips, topic_changes, topics
from data.store import Store
from data.tips import Mark, Tip
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    A,
    B,
    a_tip,
    edit,
    everything,
    now_is,
)

Act = Callable[[Store, Tip], Awaitable[object]]


async def found(store: Store, words: str) -> list[int]:
    return await search.find(store, A, "tip", words)


async def drawn(store: Store) -> None:
    for tip in await tips.stale(store):
        await tips.drawn(store, tip)


async def titled(store: Store, tip: Tip) -> None:
    """With a title, and a link that was found dead."""
    await tips.titled(store, A, tip.tip_id, "Komeetta explained")
    async with store.write() as tx:
        await tx.run("UPDATE tips SET checked_at = 5, dead_since = 6")


# Edited


async def test_an_edit_changes_all_it_names_and_nothing_else(store: Store) -> None:
    tip = await a_tip(store, note="kvasaari", topics=("excel", "data"))
    await tip_marks.thank(store, A, tip.tip_id, BEN, NOW)
    was = await now_is(store, tip)
    done = await edit(
        store, tip, "new.org/b", note="pulsari", topics_written=("teams", "data"), url="HTTP://x"
    )
    assert isinstance(done, Tip)
    assert done == await now_is(store, tip)
    assert (done.link_key, done.url, done.host) == ("new.org/b", "HTTP://x", "new.org")
    assert (done.note, done.topics, done.card_stale) == ("pulsari", ("data", "teams"), 1)
    same = ("sharer_id", "shared_at", "channel_id", "message_id", "place_id", "state", "thanks")
    assert [getattr(done, name) for name in same] == [getattr(was, name) for name in same]
    for words in ("kvasaari", "excel", "example"):
        assert await found(store, words) == [], words
    for words in ("pulsari", "teams", "data", "new.org"):
        assert await found(store, words) == [tip.tip_id], words
    assert await topics.known(store, A, (HERE,)) == ["data", "teams"]
    assert await tips.stale(store, A) == [done]


async def test_another_link_is_another_page(store: Store) -> None:
    """Its title and whether it can be reached are the page's, not the tip's."""
    tip = await a_tip(store)
    await titled(store, tip)
    same = await edit(store, tip, note="Another note.", url="https://example.org/a?utm=1")
    assert isinstance(same, Tip)
    assert (same.title, same.checked_at, same.dead_since) == ("Komeetta explained", 5, 6)
    assert await found(store, "komeetta") == [tip.tip_id]
    other = await edit(store, tip, "example.org/b")
    assert isinstance(other, Tip)
    assert (other.title, other.checked_at, other.dead_since) == ("", 0, None)
    assert await found(store, "komeetta") == []


@pytest.mark.parametrize(
    ("place", "state", "taken"),
    [
        (HERE, "live", True),
        (HERE, "hidden", True),
        (HERE, "removed", False),
        (THERE, "live", False),
        (None, "live", False),
    ],
)
async def test_a_link_that_stands_in_the_same_place_is_taken(
    store: Store, place: int | None, state: str, taken: bool
) -> None:
    other = await a_tip(store, link="other.org", place=place, sharer_id=BEN)
    if state != "live":
        await tips.take_away(store, A, other.tip_id, state, MO, NOW)  # type: ignore[arg-type]
    tip = await a_tip(store, note="kvasaari", topics=("excel",))
    before = await everything(store)
    done = await edit(store, tip, "other.org", note="pulsari", topics_written=("teams",))
    if taken:
        assert done == "taken"
        assert await everything(store) == before
    else:
        assert isinstance(done, Tip)
        assert done.link_key == "other.org"


async def test_what_is_out_of_sight_is_not_changed(store: Store) -> None:
    tip = await a_tip(store, topics=("excel",))
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    before = await everything(store)
    assert await edit(store, tip, note="pulsari") is None
    assert await tips.retag(store, A, tip.tip_id, ("teams",)) is None
    assert await tips.mark(store, A, tip.tip_id, "featured_at", NOW) is None
    assert await tips.retag(store, B, tip.tip_id, ("teams",)) is None
    assert await tips.mark(store, A, 99, "featured_at", NOW) is None
    assert await everything(store) == before


# Topics, marks, titles


async def test_other_topics_are_found_and_counted_at_once(store: Store) -> None:
    tip = await a_tip(store, topics=("excel", "data"))
    done = await tips.retag(store, A, tip.tip_id, ("teams", "data"))
    assert done is not None
    assert (done.topics, done.card_stale) == (("data", "teams"), 1)
    assert await found(store, "excel") == []
    assert await found(store, "teams") == await found(store, "data") == [tip.tip_id]
    assert await topics.known(store, A, (HERE,)) == ["data", "teams"]
    none = await tips.retag(store, A, tip.tip_id, ())
    assert none is not None
    assert none.topics == ()
    assert await topics.known(store, A, (HERE,)) == []


@pytest.mark.parametrize("way", ["edit", "retag"])
async def test_topics_that_stay_stay_as_they_were_written(store: Store, way: str) -> None:
    """Whoever edits a note does not sign a merge: taken back, the topic is what it was."""
    tip = await a_tip(store, topics=("exel", "data"))
    await a_tip(store, link="b.org", topics=("excel",))
    await topic_changes.merge(store, A, "exel", "excel", MO, NOW)
    now = await now_is(store, tip)
    assert now.topics == ("data", "excel")
    written = ("excel", "new")
    if way == "edit":
        done = await edit(store, now, topics_written=written)
    else:
        done = await tips.retag(store, A, tip.tip_id, written)
    assert isinstance(done, Tip)
    assert done.topics == ("excel", "new")
    await topic_changes.undo(store, A, "exel")
    assert (await now_is(store, tip)).topics == ("exel", "new")


async def test_a_topic_typed_by_its_old_name_is_the_new_one(store: Store) -> None:
    tip = await a_tip(store, topics=("exel",))
    await topic_changes.merge(store, A, "exel", "excel", MO, NOW, new=True)
    done = await tips.retag(store, A, tip.tip_id, ("exel", "excel"))
    assert done is not None
    assert done.topics == ("excel",)
    assert await found(store, "excel") == [tip.tip_id]
    assert await found(store, '"exel"') == []


@pytest.mark.parametrize("name", ["featured_at", "outdated_at"])
async def test_a_mark_is_set_and_taken_off(store: Store, name: Mark) -> None:
    tip = await a_tip(store, note="kvasaari")
    for at in (NOW, None):
        await drawn(store)
        done = await tips.mark(store, A, tip.tip_id, name, at)
        assert done is not None
        assert (getattr(done, name), done.card_stale) == (at, 1)
        assert await tips.stale(store, A) == [done]
        assert await found(store, "kvasaari") == [tip.tip_id]
    marks = {"featured_at", "outdated_at"} - {name}
    assert [getattr(done, other) for other in marks] == [None]


async def test_a_title_is_found_and_weighs_as_much_as_a_site(store: Store) -> None:
    tip = await a_tip(store, link="a.org", note="kvasaari")
    other = await a_tip(store, link="b.org", note="All about the komeetta")
    await titled(store, tip)
    assert await found(store, "komeetta") == [tip.tip_id, other.tip_id]
    assert await found(store, "kvasaari") == [tip.tip_id]
    assert await tips.stale(store) == []  # No card shows it.


async def test_a_title_that_comes_late_waits_out_of_sight(store: Store) -> None:
    tip = await a_tip(store)
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    await titled(store, tip)
    await tips.titled(store, B, tip.tip_id, "Elsewhere")
    assert await found(store, "komeetta") == []
    await tips.bring_back(store, A, tip.tip_id, NOW)
    assert await found(store, "komeetta") == [tip.tip_id]


# The card


async def test_what_was_drawn_is_stale_no_more(store: Store) -> None:
    tip = await a_tip(store)
    assert await tips.stale(store) == []
    await tips.mark(store, A, tip.tip_id, "featured_at", NOW)
    elsewhere = await a_tip(store, B)
    await tips.mark(store, B, elsewhere.tip_id, "featured_at", NOW)
    (stale,) = await tips.stale(store, A)
    assert len(await tips.stale(store)) == 2
    await tips.drawn(store, stale)
    assert await tips.stale(store, A) == []
    assert [one.guild_id for one in await tips.stale(store)] == [B]


@pytest.mark.parametrize(
    "act",
    [
        lambda store, tip: edit(store, tip, note="Other."),
        lambda store, tip: edit(store, tip, "other.org"),
        lambda store, tip: tips.retag(store, A, tip.tip_id, ("teams",)),
        lambda store, tip: tips.mark(store, A, tip.tip_id, "featured_at", NOW),
        lambda store, tip: tip_marks.add_note(store, A, tip.tip_id, BEN, "Mine.", NOW),
        lambda store, tip: tip_marks.add_note(store, A, tip.tip_id, AINO, "Mine.", NOW),
        lambda store, tip: tip_marks.take_note(store, A, tip.tip_id, MO),
        lambda store, tip: tip_marks.thank(store, A, tip.tip_id, BEN, NOW),
        lambda store, tip: topic_changes.merge(store, A, "excel", "data", MO, NOW, new=True),
        lambda store, tip: privacy.erase(store, A, MO),
    ],
)
async def test_what_changed_while_it_was_drawn_is_drawn_again(store: Store, act: Act) -> None:
    tip = await a_tip(store, topics=("excel",))
    await tip_marks.add_note(store, A, tip.tip_id, MO, "Mo's.", NOW)
    await tip_marks.thank(store, A, tip.tip_id, AINO, NOW)
    (before,) = await tips.stale(store)
    await act(store, tip)
    await tips.drawn(store, before)
    (again,) = await tips.stale(store)
    assert again != before
    await tips.drawn(store, again)
    assert await tips.stale(store) == []
