"""Imports: what was read becomes tips piece by piece, exactly once, and can be taken back."""

import asyncio
import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from data import (
    import_pieces,
    imports,
    indexing,
    tip_lists,
    tip_marks,
    tips,
    topic_changes,
    topics,
)
from data.import_pieces import Sharing, Taken
from data.imports import Import, NewRow
from data.store import Store
from data.tips import Tip
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
    everything,
    new_tip,
    now_is,
    share,
    sight,
)

EVERYBODY = Sharing((A,), open=True)
"""An import that all of A will see, where nothing else is open to all."""


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few rows are many pieces."""
    monkeypatch.setattr(import_pieces, "PIECE", 3)
    monkeypatch.setattr(imports, "KEPT_AT_ONCE", 4)


def row(link: str = "example.org/a", **more: object) -> NewRow:
    values = {
        "link_key": link,
        "url": f"https://{link}",
        "host": link.split("/")[0],
        "title": "",
        "note": "",
        "topics": (),
        "sharer_id": MO,
        "shared_at": NOW - 5,
    }
    return NewRow(**{**values, **more})  # type: ignore[arg-type]


def some(count: int) -> list[NewRow]:
    return [row(f"example.org/{number}", note=f"note {number}") for number in range(count)]


async def waiting(
    store: Store, rows: Sequence[NewRow], guild: int = A, place: int | None = None, user: int = MO
) -> Import:
    return await imports.keep(store, guild, user, place or guild, rows, NOW)


async def put(store: Store, one: Import, sharing: Sharing = EVERYBODY) -> Import:
    """Run an import to its end."""
    started = await imports.start(store, one.guild_id, one.import_id)
    assert started
    assert started.import_id == one.import_id
    return await go_on(store, one, sharing)


async def go_on(store: Store, one: Import, sharing: Sharing = EVERYBODY) -> Import:
    while piece := await import_pieces.put_piece(store, one.guild_id, one.import_id, sharing, NOW):
        if piece.state == "done":
            return piece
    raise AssertionError("it did not run")


async def take(store: Store, one: Import) -> Taken:
    while taken := await import_pieces.take_piece(store, one.guild_id, one.import_id):
        if taken.kept is not None:
            return taken
    raise AssertionError("it is not to go")


async def all_tips(store: Store, guild: int = A) -> list[Tip]:
    reader = sight(guild, places=(guild, HERE, THERE))
    return (await tip_lists.find(store, reader, limit=100))[0]


async def rows_left(store: Store) -> int:
    (count,) = await store.read("SELECT count(*) FROM import_rows")
    return int(count[0])


# Reading changes nothing


async def test_what_waits_is_no_tip(store: Store) -> None:
    await a_tip(store, link="example.org/1", place=A)
    before = await everything(store)
    one = await waiting(store, some(10))
    seen = await imports.forecast(store, A, one.import_id, (A,))
    assert (seen.new, seen.known) == (9, 1)
    after = await everything(store)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"imports", "import_rows", "sqlite_sequence"}
    assert await import_pieces.put_piece(store, A, one.import_id, EVERYBODY, NOW) is None


@pytest.mark.parametrize(
    ("place", "state", "known"),
    [
        (A, "live", 1),
        (A, "hidden", 1),
        (A, "removed", 0),  # it may be shared anew
        (HERE, "live", 1),
        (HERE, "hidden", 1),
        (THERE, "live", 0),  # closed: nobody learns that it stands there
        (None, "live", 0),
    ],
)
async def test_a_forecast_and_the_import_agree_on_what_is_here(
    store: Store, place: int | None, state: str, known: int
) -> None:
    tip = await a_tip(store, place=place)
    if state != "live":
        await tips.take_away(store, A, tip.tip_id, state, MO, NOW)  # type: ignore[arg-type]
    one = await waiting(store, [row()])
    seen = await imports.forecast(store, A, one.import_id, (A, HERE))
    assert (seen.new, seen.known) == (1 - known, known)
    done = await put(store, one, Sharing((A, HERE), open=True))
    assert (done.added, done.known) == (1 - known, known)


# Into tips


async def test_a_row_becomes_a_tip_without_a_card(store: Store) -> None:
    one = await waiting(
        store, [row(title="Pivot tables", note="Saves an hour.", topics=("excel", "office"))]
    )
    done = await put(store, one)
    assert (done.added, done.known, done.state) == (1, 0, "done")
    (tip,) = await all_tips(store)
    assert (tip.title, tip.note, tip.topics) == (
        "Pivot tables",
        "Saves an hour.",
        ("excel", "office"),
    )
    assert (tip.place_id, tip.import_id, tip.message_id) == (A, one.import_id, None)
    assert (tip.sharer_id, tip.shared_at, tip.card_stale) == (MO, NOW - 5, 0)
    for word in ("pivot", "hour", "office", "example"):
        found, _ = await tip_lists.find(store, sight(user=BEN, places=(A,)), words=word)
        assert [one.tip_id for one in found] == [tip.tip_id], word
    assert await topics.known(store, A, (A,)) == ["excel", "office"]


async def test_merges_of_topics_apply(store: Store) -> None:
    await a_tip(store, link="example.org/x", topics=("excel",))
    await topic_changes.merge(store, A, "excel", "sheets", MO, NOW, new=True)
    await put(store, await waiting(store, [row(topics=("excel", "office"))]))
    (tip, _) = await all_tips(store)
    assert tip.topics == ("office", "sheets")
    found, _ = await tip_lists.find(store, sight(places=(A,)), words="sheets")
    assert [one.tip_id for one in found] == [tip.tip_id]


async def test_an_import_leaves_the_days_quota_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tips, "DAILY_PER_MEMBER", 1)
    monkeypatch.setattr(tips, "DAILY_PER_GUILD", 1)
    await put(store, await waiting(store, [row(shared_at=NOW), row("example.org/b")]))
    assert not isinstance(await share(store, new_tip(link="example.org/c", sharer_id=MO)), str)


async def test_an_imported_tip_is_not_taken_for_one_whose_card_failed(store: Store) -> None:
    await put(store, await waiting(store, [row(note="Imported.")]))
    added = await share(store, new_tip(shared_at=NOW + 9_999), places=(A, HERE))
    assert not isinstance(added, str)
    assert (added[0].note, added[1]) == ("Imported.", False)


async def test_after_a_restart_it_goes_on_and_ends_with_the_right_number(database: Path) -> None:
    store = await Store.open(database)
    one = await waiting(store, some(11))
    await imports.start(store, A, one.import_id)
    for _ in range(2):
        await import_pieces.put_piece(store, A, one.import_id, EVERYBODY, NOW)
    assert await rows_left(store) == 5
    await store.close()
    store = await Store.open(database)
    (found,) = await imports.to_do(store)
    assert (found.added, found.state) == (6, "running")
    done = await go_on(store, found)
    assert (done.added, done.known, done.total) == (11, 0, 11)
    assert len(await all_tips(store)) == 11
    assert await rows_left(store) == 0
    assert await imports.to_do(store) == []
    await store.close()


async def test_a_piece_that_breaks_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = await waiting(store, some(4))
    await imports.start(store, A, one.import_id)
    before = await everything(store)

    async def broken(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(indexing, "put_all", broken)
        with pytest.raises(RuntimeError):
            await import_pieces.put_piece(store, A, one.import_id, EVERYBODY, NOW)
    assert await everything(store) == before
    assert (await go_on(store, one)).added == 4


async def test_two_who_share_while_it_runs_make_one_tip_for_a_link(store: Store) -> None:
    one = await waiting(store, some(12))
    await imports.start(store, A, one.import_id)

    async def sharing(number: int) -> None:
        new = new_tip(link=f"example.org/{number}", place_id=A, sharer_id=BEN)
        assert not isinstance(await share(store, new, places=(A,)), str)

    await asyncio.gather(go_on(store, one), *map(sharing, range(12)))
    assert sorted(tip.link_key for tip in await all_tips(store)) == sorted(
        f"example.org/{number}" for number in range(12)
    )
    ended = await imports.get(store, A, one.import_id)
    assert ended
    assert ended.added + ended.known == 12


async def test_a_full_community_takes_no_more(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "MOST_LIVE", 5)
    kept = await a_tip(store, link="example.org/0", place=A)
    hidden = await a_tip(store, link="example.org/hidden", place=A)
    await tips.take_away(store, A, hidden.tip_id, "hidden", MO, NOW)
    await a_tip(store, B, link="example.org/elsewhere", place=B)
    one = await waiting(store, some(8))
    assert (await imports.forecast(store, A, one.import_id, (A,))).room == 4
    done = await put(store, one)
    assert (done.added, done.known, done.total) == (4, 1, 8)
    assert len(await all_tips(store)) == 5
    assert kept.tip_id in {tip.tip_id for tip in await all_tips(store)}


# What is here already


async def test_a_note_is_added_to_the_tip_there_is(store: Store) -> None:
    tip = await a_tip(store, place=A, note="Aino's.")
    await put(store, await waiting(store, [row(note="And a kvasaari.")]))
    now = await now_is(store, tip)
    assert (now.note, [(one.user_id, one.note) for one in now.notes]) == (
        "Aino's.",
        [(MO, "And a kvasaari.")],
    )
    assert now.card_stale
    found, _ = await tip_lists.find(store, sight(places=(A,)), words="kvasaari")
    assert [one.tip_id for one in found] == [tip.tip_id]


@pytest.mark.parametrize("case", ["own words", "noted before", "full", "hidden", "no note"])
async def test_a_note_replaces_none(
    store: Store, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tip = await a_tip(store, place=A, sharer_id=MO if case == "own words" else AINO, note="Old.")
    if case == "noted before":
        await tip_marks.add_note(store, A, tip.tip_id, MO, "Mine.", NOW)
    if case == "full":
        monkeypatch.setattr(tips, "MOST_NOTES", 1)
        await tip_marks.add_note(store, A, tip.tip_id, BEN, "Ben's.", NOW)
    if case == "hidden":
        await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    before = await now_is(store, tip)
    await put(store, await waiting(store, [row(note="" if case == "no note" else "New.")]))
    assert await now_is(store, tip) == before


async def test_the_sharers_missing_words_become_the_tips(store: Store) -> None:
    await put(store, await waiting(store, [row()]))
    await put(store, await waiting(store, [row(note="At last.")]))
    (tip,) = await all_tips(store)
    assert (tip.note, tip.notes) == ("At last.", ())


@pytest.mark.parametrize(("closed", "notes"), [(True, 0), (False, 1)])
async def test_what_was_said_in_a_closed_channel_stays_there(
    store: Store, closed: bool, notes: int
) -> None:
    tip = await a_tip(store, place=A)
    one = await waiting(store, [row(note="Between us.")], place=HERE)
    done = await put(store, one, Sharing((A, HERE), open=not closed))
    assert (done.added, done.known) == (0, 1)
    assert len((await now_is(store, tip)).notes) == notes


async def test_in_its_own_closed_channel_it_may_be_said(store: Store) -> None:
    tip = await a_tip(store, place=HERE)
    everywhere = await a_tip(store, place=A, sharer_id=BEN)
    await put(
        store, await waiting(store, [row(note="Here.")], place=HERE), Sharing((A,), open=False)
    )
    assert len((await now_is(store, tip)).notes) == 1
    assert (await now_is(store, everywhere)).notes == ()


async def test_thousands_of_cards_are_not_drawn_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_pieces, "TIPS_REDRAWN", 4)
    for number in range(8):
        await a_tip(store, link=f"example.org/{number}", place=A)
    await put(store, await waiting(store, some(8)))
    assert len(await tips.stale(store, A)) == 4
    assert [len(tip.notes) for tip in await all_tips(store)] == [1] * 8


# Taken back


async def test_an_undo_leaves_what_somebody_uses(store: Store) -> None:
    rows = [*some(8), row("example.org/known")]
    known = await a_tip(store, link="example.org/known", place=A)
    one = await put(store, await waiting(store, rows))
    by_key = {tip.link_key: tip.tip_id for tip in await all_tips(store)}
    thanked, saved, noted, hidden = (by_key[f"example.org/{number}"] for number in (1, 3, 5, 7))
    await tip_marks.thank(store, A, thanked, BEN, NOW)
    await tip_marks.save(store, A, saved, BEN, NOW)
    await tip_marks.add_note(store, A, noted, BEN, "Ben's.", NOW)
    await tips.take_away(store, A, hidden, "hidden", MO, NOW)
    undone = await imports.undo(store, A, one.import_id)
    assert undone
    taken = await take(store, undone)
    assert (taken.now.known, taken.kept) == (4, 3)
    left = {tip.tip_id for tip in await all_tips(store)}
    assert left == {thanked, saved, noted, known.tip_id}
    assert (await tips.get(store, A, hidden)).state == "hidden"  # type: ignore[union-attr]
    _, total = await tip_lists.find(store, sight(places=(A,)), words="note")
    assert total == 3
    assert await imports.get(store, A, one.import_id) is None
    assert await imports.undo(store, A, one.import_id) is None
    (indexed,) = await store.read("SELECT count(*) FROM documents WHERE kind = 'tip'")
    assert indexed[0] == 4


async def test_an_undo_goes_on_after_a_restart(database: Path) -> None:
    store = await Store.open(database)
    one = await put(store, await waiting(store, some(10)))
    await imports.undo(store, A, one.import_id)
    await import_pieces.take_piece(store, A, one.import_id)
    assert len(await all_tips(store)) == 7
    await store.close()
    store = await Store.open(database)
    (found,) = await imports.to_do(store)
    taken = await take(store, found)
    assert (taken.now.known, taken.kept) == (10, 0)
    assert await all_tips(store) == []
    assert await imports.to_do(store) == []
    await store.close()


async def test_what_was_undone_can_be_imported_again(store: Store) -> None:
    one = await put(store, await waiting(store, some(3)))
    await imports.undo(store, A, one.import_id)
    await take(store, one)
    assert (await put(store, await waiting(store, some(3)))).added == 3


# What a moderator decides


async def test_an_import_starts_once(store: Store) -> None:
    one = await waiting(store, some(1))
    assert await imports.start(store, A, one.import_id)
    assert await imports.start(store, A, one.import_id) is None
    assert not await imports.drop(store, A, one.import_id)
    assert await imports.undo(store, A, one.import_id) is None


async def test_one_runs_at_a_time(store: Store) -> None:
    old = await put(store, await waiting(store, some(1)))
    first, second = await waiting(store, some(9)), await waiting(store, some(2), user=BEN)
    await imports.start(store, A, first.import_id)
    for refused in (
        imports.start(store, A, second.import_id),
        imports.undo(store, A, old.import_id),
    ):
        instead = await refused
        assert instead
        assert (instead.import_id, instead.state) == (first.import_id, "running")
    elsewhere = await waiting(store, some(1), guild=B)
    assert await imports.start(store, B, elsewhere.import_id)
    await go_on(store, first)
    assert await imports.start(store, A, second.import_id)


async def test_what_is_to_go_goes_before_the_next_one_runs(store: Store) -> None:
    old = await put(store, await waiting(store, some(4)))
    await imports.undo(store, A, old.import_id)
    new = await waiting(store, some(4))
    await imports.start(store, A, new.import_id)
    order = []
    for _ in itertools.count():
        todo = await imports.to_do(store)
        if not todo:
            break
        (one,) = todo
        order.append(one.import_id)
        if one.state == "undone":
            await import_pieces.take_piece(store, A, one.import_id)
        else:
            await import_pieces.put_piece(store, A, one.import_id, EVERYBODY, NOW)
    assert order == sorted(order)
    assert len(await all_tips(store)) == 4


async def test_what_waits_is_let_go(store: Store) -> None:
    given_up = await waiting(store, some(9))
    dropped = await waiting(store, some(9), user=BEN)
    replacing = await waiting(store, some(1))
    assert await imports.start(store, A, given_up.import_id) is None
    assert await imports.drop(store, A, dropped.import_id)
    assert await imports.sweep(store, NOW + imports.DAY - 1) == NOW + imports.DAY
    assert len(await imports.to_do(store)) == 1  # one of a community at a time
    assert await imports.sweep(store, NOW + imports.DAY) is None
    while todo := await imports.to_do(store):
        await import_pieces.take_piece(store, A, todo[0].import_id)
    assert await rows_left(store) == 0
    assert await imports.get(store, A, replacing.import_id) is None
    assert await all_tips(store) == []


async def test_rows_of_somebody_who_was_erased_do_not_count(store: Store) -> None:
    one = await waiting(store, [row(), row("example.org/b", sharer_id=BEN)])
    async with store.write() as tx:
        await tx.run("DELETE FROM import_rows WHERE guild_id = ? AND sharer_id = ?", (A, BEN))
    done = await put(store, one)
    assert (done.total, done.added) == (1, 1)


async def test_another_community_can_do_nothing(store: Store) -> None:
    ready = await waiting(store, some(2))
    done = await put(store, await waiting(store, [row("example.org/x")], user=BEN))
    before = await everything(store)
    for import_id in (ready.import_id, done.import_id):
        assert await imports.get(store, B, import_id) is None
        assert await imports.start(store, B, import_id) is None
        assert await imports.undo(store, B, import_id) is None
        assert not await imports.drop(store, B, import_id)
        assert await import_pieces.put_piece(store, B, import_id, EVERYBODY, NOW) is None
        assert await import_pieces.take_piece(store, B, import_id) is None
        assert (await imports.forecast(store, B, import_id, (A, B))).known == 0
    assert await imports.running(store, B) is None
    assert await everything(store) == before


async def test_two_communities_import_the_same_links(store: Store) -> None:
    await put(store, await waiting(store, some(5)))
    await put(store, await waiting(store, some(5), guild=B), Sharing((B,), open=True))
    assert len(await all_tips(store, A)) == len(await all_tips(store, B)) == 5
