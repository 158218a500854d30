"""What somebody is about to ask: kept for a day, used once, and counted."""

import asyncio

import pytest

from data import leftovers, question_drafts, question_states, questions
from data.leftovers import Leftover
from data.question_drafts import LASTS, MOST_PER_MEMBER, MOST_UNNAMED, Draft, Wording
from data.questions import Question
from data.store import Store
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    A,
    B,
    a_question,
    answered,
    everything,
    new_question,
)

WORDING = Wording("How?", "So.", ("excel", "data"), born_of="reflection")


async def keep(
    store: Store, user: int = AINO, at: int = NOW, unnamed: bool = False, guild_id: int = A
) -> Draft:
    wording = Wording("How?", unnamed=True) if unnamed else WORDING
    return await question_drafts.keep(store, guild_id, user, wording, HERE, at)


async def kept(store: Store) -> int:
    (row,) = await store.read("SELECT count(*) AS count FROM question_drafts")
    return int(row["count"])


async def solved_question(store: Store, asker: int = BEN) -> Question:
    question = await a_question(store, asker=asker, thread=500)
    return await answered(store, question, 900, MO)


async def test_a_draft_is_kept_as_it_was_written(store: Store) -> None:
    draft = await keep(store)
    assert draft == Draft(draft.draft_id, A, AINO, WORDING, HERE, None, NOW)
    await question_drafts.offered(store, A, draft.draft_id, HERE, 61)
    again = await question_drafts.get(store, A, draft.draft_id)
    assert again is not None
    assert again.message_id == 61
    assert again.belongs_to(AINO)
    assert not again.belongs_to(BEN)
    assert await question_drafts.get(store, B, draft.draft_id) is None


async def test_without_a_name_it_belongs_to_who_knows_its_number(store: Store) -> None:
    drafts = [await keep(store, unnamed=True) for _ in range(3)]
    assert str(AINO) not in repr(await everything(store))
    assert all(one.user_id is None and one.belongs_to(BEN) for one in drafts)
    # Far apart, and in no order: one tells nothing of another.
    numbers = sorted(one.draft_id for one in drafts)
    assert all(far > 2**32 for far in (numbers[0], numbers[1] - numbers[0]))


async def test_the_oldest_give_way(store: Store) -> None:
    others = [await keep(store, BEN), await keep(store, guild_id=B)]
    made = [await keep(store, at=NOW + number) for number in range(MOST_PER_MEMBER + 3)]
    found = [await question_drafts.get(store, A, one.draft_id) for one in made]
    assert found == [None, None, None, *made[3:]]
    assert await kept(store) == MOST_PER_MEMBER + len(others)
    unnamed = [
        await keep(store, at=NOW + number, unnamed=True) for number in range(MOST_UNNAMED + 1)
    ]
    assert await question_drafts.get(store, A, unnamed[0].draft_id) is None
    assert await kept(store) == MOST_PER_MEMBER + len(others) + MOST_UNNAMED


async def test_so_many_are_kept_however_fast_they_come(store: Store) -> None:
    await asyncio.gather(*(keep(store) for _ in range(MOST_PER_MEMBER + 10)))
    assert await kept(store) == MOST_PER_MEMBER


async def test_one_takes_the_place_of_another(store: Store) -> None:
    first, others = await keep(store), await keep(store, BEN)
    await question_drafts.offered(store, A, first.draft_id, HERE, 61)
    for number in (first.draft_id, others.draft_id):
        await question_drafts.keep(store, A, AINO, WORDING, HERE, NOW, number)
    assert await question_drafts.get(store, A, first.draft_id) is None
    assert await question_drafts.get(store, A, others.draft_id) == others
    assert await leftovers.waiting(store) == [Leftover(A, HERE, 61)]


async def test_the_newest_waits(store: Store) -> None:
    await keep(store)
    newest = await keep(store, at=NOW + 5)
    await keep(store, BEN, at=NOW + 9)
    await keep(store, at=NOW + 9, unnamed=True)
    assert await question_drafts.waiting(store, A, AINO, NOW) == newest
    assert await question_drafts.waiting(store, A, AINO, NOW + 5) is None
    assert await question_drafts.waiting(store, B, AINO, 0) is None


async def test_it_is_asked_once(store: Store) -> None:
    draft = await keep(store)
    added = await asyncio.gather(
        *(questions.add(store, A, new_question(), 0, draft.draft_id) for _ in range(5))
    )
    assert len([one for one in added if isinstance(one, Question)]) == 1
    assert added.count("gone") == 4
    assert await kept(store) == 0


async def test_a_full_quota_leaves_it(store: Store) -> None:
    draft = await keep(store)
    for _ in range(questions.DAILY_PER_MEMBER):
        await questions.add(store, A, new_question())
    assert await questions.add(store, A, new_question(), 0, draft.draft_id) == "by member"
    assert await question_drafts.get(store, A, draft.draft_id) == draft
    assert await questions.add(store, B, new_question(), 0, draft.draft_id) == "gone"


async def test_what_solved_it_is_thanked_and_counted_once(store: Store) -> None:
    question = await solved_question(store)
    draft = await keep(store)
    done = await asyncio.gather(
        *(question_drafts.solved(store, draft, question, NOW) for _ in range(3))
    )
    assert sorted(done) == ["done", "gone", "gone"]
    assert await question_drafts.solved(store, await keep(store), question, NOW) == "done"
    rows = await store.read("SELECT user_id FROM question_thanks")
    assert [row["user_id"] for row in rows] == [AINO]
    assert await question_drafts.counts(store, A) == {"solved": 2}
    assert await question_drafts.counts(store, B) == {}


@pytest.mark.parametrize("user", [BEN, MO])
async def test_who_asked_or_answered_it_does_not_thank(store: Store, user: int) -> None:
    question = await solved_question(store)
    assert await question_drafts.solved(store, await keep(store, user), question, NOW) == "done"
    assert await store.read("SELECT 1 FROM question_thanks") == []


async def test_nobody_without_a_name_is_put_in_a_row(store: Store) -> None:
    question = await solved_question(store)
    draft = await keep(store, unnamed=True)
    assert await question_drafts.solved(store, draft, question, NOW) == "done"
    assert await store.read("SELECT 1 FROM question_thanks") == []
    assert await store.read("SELECT 1 FROM question_people") == []


async def test_what_changed_meanwhile_leaves_the_draft(store: Store) -> None:
    question, draft = await solved_question(store), await keep(store)
    assert await question_states.reopen(store, question, NOW)
    assert await question_drafts.solved(store, draft, question, NOW) == "changed"
    assert await question_drafts.get(store, A, draft.draft_id) == draft
    now = await questions.get(store, A, question.question_id)
    assert now is not None
    # Its end is what they want to hear of.
    assert await question_drafts.solved(store, draft, now, NOW) == "done"
    (person,) = await store.read("SELECT user_id, follows FROM question_people")
    assert (person["user_id"], person["follows"]) == (AINO, 1)


async def test_old_ones_go_with_their_cards(store: Store) -> None:
    assert await question_drafts.next_sweep(store) is None
    draft, young = await keep(store), await keep(store, at=NOW + 10)
    await question_drafts.offered(store, A, draft.draft_id, HERE, 61)
    assert await question_drafts.next_sweep(store) == NOW + LASTS
    await question_drafts.sweep(store, NOW + LASTS - 1)
    assert await kept(store) == 2
    await question_drafts.sweep(store, NOW + LASTS)
    assert await question_drafts.get(store, A, draft.draft_id) is None
    assert await question_drafts.get(store, A, young.draft_id) == young
    assert await leftovers.waiting(store) == [Leftover(A, HERE, 61)]
    # A card that comes to stand when its draft is gone.
    await question_drafts.offered(store, A, draft.draft_id, HERE, 62)
    assert Leftover(A, HERE, 62) in await leftovers.waiting(store)
    await question_drafts.drop(store, A, AINO, young.draft_id)
    assert await kept(store) == 0
