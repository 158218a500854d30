"""What members do with a tip: thanks, outcomes, notes, saves."""

import asyncio

import pytest

from data import notices, search, tip_lists, tip_marks, tips
from data.store import Store
from data.tip_marks import MOST_SAVED, Outcome, Own
from data.tips import MOST_NOTES, Gone, Note, Tip
from tests.data.made import AINO, BEN, MO, NOW, A, B, a_tip, everything, now_is, sight


async def found(store: Store, words: str) -> list[int]:
    return await search.find(store, A, "tip", words)


async def own(store: Store, tip: Tip, user: int) -> Own:
    return await tip_marks.own(store, A, tip.tip_id, user)


# Thanks, and what came of it


async def test_thanks_go_on_and_off(store: Store) -> None:
    tip = await a_tip(store)
    counts = []
    for who in (BEN, MO, BEN, BEN):
        thanked = await tip_marks.thank(store, A, tip.tip_id, who, NOW)
        assert thanked is not None
        counts.append(thanked.thanks)
    assert counts == [1, 2, 1, 2]
    assert await tip_marks.thank(store, A, tip.tip_id + 1, BEN, NOW) is None
    assert (await own(store, tip, BEN)).thanked
    assert not (await own(store, tip, AINO)).thanked


async def test_an_odd_number_of_presses_at_once_is_one_thanks(store: Store) -> None:
    tip = await a_tip(store)
    await asyncio.gather(*(tip_marks.thank(store, A, tip.tip_id, BEN, NOW) for _ in range(21)))
    assert (await now_is(store, tip)).thanks == 1


async def test_an_outcome_is_thanks_too(store: Store) -> None:
    tip = await a_tip(store)
    assert await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "An hour saved.", NOW)
    assert await own(store, tip, BEN) == Own(True, "An hour saved.", False, None)
    assert (await now_is(store, tip)).thanks == 1
    # Told again it is another one, and still one thanks from the same moment.
    assert await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "A day saved.", NOW + 9)
    assert await tip_marks.outcomes(store, A, tip.tip_id) == [Outcome(BEN, "A day saved.", NOW)]
    assert (await now_is(store, tip)).thanks == 1


async def test_thanks_alone_are_no_outcome(store: Store) -> None:
    tip = await a_tip(store)
    await tip_marks.thank(store, A, tip.tip_id, BEN, NOW)
    assert await tip_marks.outcomes(store, A, tip.tip_id) == []
    await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "Saved.", NOW + 5)
    assert await tip_marks.outcomes(store, A, tip.tip_id) == [Outcome(BEN, "Saved.", NOW)]
    # Taken off, the thanks stay; thanks taken back, nothing does.
    await tip_marks.take_outcome(store, A, tip.tip_id, BEN)
    assert await tip_marks.outcomes(store, A, tip.tip_id) == []
    assert await own(store, tip, BEN) == Own(True, "", False, None)
    await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "Saved.", NOW)
    await tip_marks.thank(store, A, tip.tip_id, BEN, NOW)
    assert await own(store, tip, BEN) == Own(False, "", False, None)
    assert await tip_marks.outcomes(store, A, tip.tip_id) == []


async def test_outcomes_are_the_latest_of_this_tip(store: Store) -> None:
    tip = await a_tip(store)
    other = await a_tip(store, link="other.org")
    elsewhere = await a_tip(store, B)
    await tip_marks.tell_outcome(store, A, other.tip_id, BEN, "Of another.", NOW)
    await tip_marks.tell_outcome(store, B, elsewhere.tip_id, BEN, "Elsewhere.", NOW)
    for who in range(5):
        await tip_marks.tell_outcome(store, A, tip.tip_id, who, f"n{who}", NOW + who % 3)
    told = await tip_marks.outcomes(store, A, tip.tip_id)
    assert [one.outcome for one in told] == ["n2", "n1", "n4", "n0", "n3"]
    assert await tip_marks.outcomes(store, A, tip.tip_id, 2) == told[:2]
    assert [one.outcome for one in await tip_marks.outcomes(store, A, other.tip_id)] == [
        "Of another."
    ]


@pytest.mark.parametrize("state", ["hidden", "removed"])
async def test_what_is_out_of_sight_gets_nothing_new(store: Store, state: Gone) -> None:
    tip = await a_tip(store)
    await tips.take_away(store, A, tip.tip_id, state, MO, NOW)
    before = await everything(store)
    thanked = await tip_marks.thank(store, A, tip.tip_id, BEN, NOW)
    assert thanked is not None
    assert thanked.state == state
    assert not await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "Saved.", NOW)
    assert await tip_marks.save(store, A, tip.tip_id, BEN, NOW) == "gone"
    for who in (AINO, BEN):
        assert await tip_marks.add_note(store, A, tip.tip_id, who, "Mine.", NOW) is None
    assert await everything(store) == before


async def test_one_can_take_back_what_one_gave_to_it(store: Store) -> None:
    """What is hidden shows nothing, but what members said stays theirs to take off."""
    tip = await a_tip(store)
    await tip_marks.tell_outcome(store, A, tip.tip_id, BEN, "Saved.", NOW)
    await tip_marks.save(store, A, tip.tip_id, BEN, NOW)
    await tip_marks.add_note(store, A, tip.tip_id, BEN, "kvasaari", NOW)
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    await tip_marks.thank(store, A, tip.tip_id, BEN, NOW)
    await tip_marks.unsave(store, A, tip.tip_id, BEN)
    taken = await tip_marks.take_note(store, A, tip.tip_id, BEN)
    assert taken is not None
    assert (taken.thanks, taken.notes, taken.card_stale) == (0, (), 0)
    assert await own(store, tip, BEN) == Own(False, "", False, None)
    assert await found(store, "example") == []


# Notes


async def test_a_note_of_ones_own_stands_beside_the_sharers(store: Store) -> None:
    tip = await a_tip(store, note="kvasaari")
    await tip_marks.add_note(store, A, tip.tip_id, MO, "komeetta", NOW + 5)
    done = await tip_marks.add_note(store, A, tip.tip_id, BEN, "pulsari", NOW)
    assert isinstance(done, Tip)
    assert done == await now_is(store, tip)
    assert done.note == "kvasaari"
    # The earliest first.
    assert done.notes == (Note(BEN, "pulsari", NOW), Note(MO, "komeetta", NOW + 5))
    assert done.card_stale == 1
    for words in ("kvasaari", "pulsari", "komeetta", "kvasaari pulsari"):
        assert await found(store, words) == [tip.tip_id]


async def test_what_one_says_replaces_what_one_said(store: Store) -> None:
    tip = await a_tip(store)
    await tip_marks.add_note(store, A, tip.tip_id, BEN, "pulsari", NOW)
    done = await tip_marks.add_note(store, A, tip.tip_id, BEN, "komeetta", NOW + 5)
    assert isinstance(done, Tip)
    assert done.notes == (Note(BEN, "komeetta", NOW + 5),)
    assert await found(store, "pulsari") == []


async def test_the_sharers_note_is_the_tips(store: Store) -> None:
    tip = await a_tip(store, note="kvasaari")
    done = await tip_marks.add_note(store, A, tip.tip_id, AINO, "pulsari", NOW)
    assert isinstance(done, Tip)
    assert (done.note, done.notes, done.card_stale) == ("pulsari", (), 1)
    assert await found(store, "kvasaari") == []
    assert await found(store, "pulsari") == [tip.tip_id]


async def test_twenty_others_may_add_a_note(store: Store) -> None:
    assert MOST_NOTES == 20
    tip = await a_tip(store)
    added = await asyncio.gather(
        *(
            tip_marks.add_note(store, A, tip.tip_id, who, f"n{who}", NOW)
            for who in range(MOST_NOTES + 5)
        )
    )
    assert added.count("full") == 5
    full = await now_is(store, tip)
    assert len(full.notes) == MOST_NOTES
    # Who is among them may say something else, and so may the sharer.
    one = full.notes[3].user_id
    done = await tip_marks.add_note(store, A, tip.tip_id, one, "Other.", NOW)
    assert isinstance(done, Tip)
    assert len(done.notes) == MOST_NOTES
    assert isinstance(await tip_marks.add_note(store, A, tip.tip_id, AINO, "Mine.", NOW), Tip)
    # One that is taken off makes room.
    await tip_marks.take_note(store, A, tip.tip_id, one)
    assert isinstance(await tip_marks.add_note(store, A, tip.tip_id, BEN, "Late.", NOW), Tip)


async def test_a_note_that_is_taken_off_is_found_no_more(store: Store) -> None:
    tip = await a_tip(store, note="kvasaari")
    await tip_marks.add_note(store, A, tip.tip_id, BEN, "pulsari", NOW)
    (stale,) = await tips.stale(store)
    await tips.drawn(store, stale)
    done = await tip_marks.take_note(store, A, tip.tip_id, BEN)
    assert done is not None
    assert (done.notes, done.card_stale) == ((), 1)
    assert await found(store, "pulsari") == []
    assert await found(store, "kvasaari") == [tip.tip_id]
    assert await tip_marks.take_note(store, A, tip.tip_id + 1, BEN) is None


async def test_there_is_nothing_to_say_of_what_is_not_there(store: Store) -> None:
    tip = await a_tip(store)
    before = await everything(store)
    for guild_id, tip_id in ((B, tip.tip_id), (A, tip.tip_id + 1)):
        assert await tip_marks.add_note(store, guild_id, tip_id, BEN, "x", NOW) is None
        assert not await tip_marks.tell_outcome(store, guild_id, tip_id, BEN, "x", NOW)
        assert await tip_marks.save(store, guild_id, tip_id, BEN, NOW) == "gone"
    assert await everything(store) == before


# Saves


async def test_a_tip_is_saved_once_and_taken_off(store: Store) -> None:
    tip = await a_tip(store)
    results = await asyncio.gather(
        *(tip_marks.save(store, A, tip.tip_id, BEN, NOW) for _ in range(10))
    )
    assert sorted(results) == ["already"] * 9 + ["saved"]
    assert (await own(store, tip, BEN)).saved
    assert not (await own(store, tip, MO)).saved
    await tip_marks.unsave(store, A, tip.tip_id, MO)
    assert (await own(store, tip, BEN)).saved
    await tip_marks.unsave(store, A, tip.tip_id, BEN)
    await tip_marks.unsave(store, A, tip.tip_id, BEN)
    assert await tip_lists.find(store, sight(user=BEN), of="saved") == ([], 0)
    assert await tip_marks.save(store, A, tip.tip_id, BEN, NOW) == "saved"


async def test_a_list_holds_so_many(store: Store) -> None:
    assert MOST_SAVED == 5_000
    async with store.write() as tx:
        for guild_id, most in ((A, MOST_SAVED + 1), (B, 1)):
            await tx.run_many(
                "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at)"
                " VALUES (?, ?, '', '', '', ?, ?)",
                [(guild_id, str(n), AINO, NOW) for n in range(most)],
            )
        await tx.run(
            "INSERT INTO tip_saves SELECT guild_id, ?, tip_id, ? FROM tips"
            " WHERE guild_id = ? AND link_key NOT IN ('0', '1')",
            (BEN, NOW, A),
        )
    one, two = [
        row["tip_id"]
        for row in await store.read("SELECT tip_id FROM tips WHERE guild_id = ? LIMIT 2", (A,))
    ]
    assert await tip_marks.save(store, A, one, BEN, NOW) == "saved"
    assert await tip_marks.save(store, A, two, BEN, NOW) == "full"
    # There already it is there; others, and elsewhere, have their own list; one off makes room.
    assert await tip_marks.save(store, A, one, BEN, NOW) == "already"
    assert await tip_marks.save(store, A, two, MO, NOW) == "saved"
    (elsewhere,) = await store.read("SELECT tip_id FROM tips WHERE guild_id = ?", (B,))
    assert await tip_marks.save(store, B, elsewhere["tip_id"], BEN, NOW) == "saved"
    await tip_marks.unsave(store, A, one, BEN)
    assert await tip_marks.save(store, A, two, BEN, NOW) == "saved"


async def test_it_is_known_when_one_wants_to_be_reminded(store: Store) -> None:
    tip = await a_tip(store)
    other = await a_tip(store, link="other.org")
    await notices.put(store, A, BEN, notices.REMINDER, tip.tip_id, NOW + 7)
    await notices.put(store, A, BEN, notices.DIGEST, 0, NOW + 5)
    assert (await own(store, tip, BEN)).remind_at == NOW + 7
    assert (await own(store, other, BEN)).remind_at is None
    assert (await own(store, tip, MO)).remind_at is None
    assert (await tip_marks.own(store, B, tip.tip_id, BEN)).remind_at is None
