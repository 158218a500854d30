"""Who takes part in a question, who is told how it ended, and what duplicates lead to."""

import asyncio

import pytest

from data import leftovers, notices, question_people, question_states, questions, search
from data.notices import QUESTION
from data.questions import Question
from data.store import Store
from tests.data.made import AINO, BEN, HERE, MO, NOW, A, B, a_question, answered


async def told(store: Store, *members: int) -> set[int]:
    """Which of these members are to hear how something ended."""
    return {one for one in members if await notices.of_member(store, A, one, QUESTION)}


async def now(store: Store, question: Question) -> Question:
    found = await questions.get(store, A, question.question_id)
    assert found is not None
    return found


async def test_taking_part_twice_is_taking_no_part(store: Store) -> None:
    question = await a_question(store)
    assert await question_people.toggle(store, question, BEN, "helps") is True
    assert await question_people.toggle(store, question, BEN, "follows") is True
    assert await question_people.toggle(store, question, MO, "follows") is True
    taken = await now(store, question)
    assert (taken.helpers, taken.followers) == ((BEN,), 2)
    assert await question_people.toggle(store, question, BEN, "helps") is False
    assert await question_people.toggle(store, question, MO, "follows") is False
    assert await store.read("SELECT user_id FROM question_people") != []
    assert await question_people.toggle(store, question, BEN, "follows") is False
    assert await store.read("SELECT user_id FROM question_people") == []


async def test_nobody_takes_part_in_what_has_ended_or_is_gone(store: Store) -> None:
    question = await a_question(store)
    await question_states.close(store, question, "unneeded", at=NOW)
    assert await question_people.toggle(store, question, BEN, "helps") is None
    await questions.remove(store, A, question.question_id)
    assert await question_people.toggle(store, question, BEN, "follows") is None


async def test_many_at_once_are_all_counted(store: Store) -> None:
    question = await a_question(store)
    await asyncio.gather(
        *(question_people.toggle(store, question, member, "follows") for member in range(1, 21))
    )
    assert (await now(store, question)).followers == 20


@pytest.mark.parametrize(
    ("by", "hears"), [(AINO, {BEN, MO}), (BEN, {AINO, MO}), (None, {AINO, BEN, MO})]
)
async def test_who_did_it_needs_not_be_told(store: Store, by: int | None, hears: set[int]) -> None:
    for end in ("accept", "close"):
        question = await a_question(store, title=end)
        for member in (BEN, MO):
            await question_people.toggle(store, question, member, "follows")
        if end == "accept":
            await answered(store, question, question.question_id, 99, by=by)
        else:
            await question_states.close(store, question, "unneeded", by, at=NOW)
        assert await told(store, AINO, BEN, MO) == hears
        async with store.write() as tx:
            await tx.run("DELETE FROM notices")


async def test_nobody_is_told_of_an_asker_without_a_name(store: Store) -> None:
    question = await a_question(store, author=lambda _: bytes(16))
    await question_states.close(store, question, "unneeded", at=NOW)
    assert await store.read("SELECT 1 FROM notices") == []


async def test_a_duplicates_followers_and_duplicates_move_on(store: Store) -> None:
    first, second, third, fourth = [await a_question(store, title=f"{n}?") for n in range(4)]
    await question_people.toggle(store, second, BEN, "follows")
    original = fourth.question_id
    for one, other in ((third, second), (second, fourth)):
        assert await question_states.close(
            store, one, "duplicate", at=NOW, duplicate_of=other.question_id
        )
    # To a duplicate: it goes to the original.
    assert await question_states.close(
        store, first, "duplicate", at=NOW, duplicate_of=third.question_id
    )
    for one in (first, second, third):
        assert (await now(store, one)).duplicate_of == original
    assert (await now(store, fourth)).followers == 2
    assert await search.find(store, A, "question", "1?") == []


async def test_no_circle_comes_to_be(store: Store) -> None:
    first, second = await a_question(store), await a_question(store)
    which = {"at": NOW, "duplicate_of": first.question_id}
    assert not await question_states.close(store, first, "duplicate", **which)
    both = await asyncio.gather(
        question_states.close(store, second, "duplicate", **which),
        question_states.close(store, first, "duplicate", at=NOW, duplicate_of=second.question_id),
    )
    assert sorted(both) == [False, True]
    theirs = await a_question(store, B)
    third = await a_question(store)
    assert not await question_states.close(
        store, third, "duplicate", at=NOW, duplicate_of=theirs.question_id
    )


async def test_an_original_that_goes_is_named_no_more(store: Store) -> None:
    first, second = await a_question(store, thread=500), await a_question(store, thread=600)
    await question_states.close(store, second, "duplicate", at=NOW, duplicate_of=first.question_id)
    await questions.drawn(store, await now(store, second))
    await questions.remove(store, A, first.question_id)
    assert (await now(store, second)).duplicate_of is None
    assert [one.question_id for one in await questions.stale(store, A)] == [second.question_id]


async def test_what_a_channel_held_goes_with_it_and_its_cards(store: Store) -> None:
    await a_question(store, title="kvasaari", thread=500)
    kept = await a_question(store, title="kvasaari", thread=600, place=HERE + 1)
    elsewhere = await a_question(store, B, title="kvasaari", thread=500)
    await questions.remove_in(store, A, HERE)
    assert await search.find(store, A, "question", "kvasaari") == [kept.question_id]
    assert await questions.get(store, B, elsewhere.question_id) is not None
    assert [(one.channel_id, one.message_id) for one in await leftovers.waiting(store)] == [
        (HERE, 501)
    ]


async def test_two_thank_each_other_once_in_a_while(store: Store) -> None:
    question = await a_question(store, asker=AINO)
    await answered(store, question, 900, BEN, at=NOW, thanked=True)
    assert await question_states.thanked_back(store, A, BEN, AINO, NOW - 1)
    assert not await question_states.thanked_back(store, A, BEN, AINO, NOW)
    assert not await question_states.thanked_back(store, A, AINO, BEN, NOW - 1)
    assert not await question_states.thanked_back(store, B, BEN, AINO, NOW - 1)


async def test_an_asker_is_asked_once_whether_it_is_solved(store: Store) -> None:
    question = await a_question(store)
    asked = await asyncio.gather(
        *(question_states.ask_whether_solved(store, question) for _ in range(3))
    )
    assert sorted(asked) == [False, False, True]


async def test_a_thread_that_is_renamed_is_found_by_its_name(store: Store) -> None:
    question = await a_question(store, title="kvasaari", thread=500)
    assert await questions.renamed(store, A, 500, "pulsari") == await now(store, question)
    assert await questions.renamed(store, A, 500, "pulsari") is None
    assert await search.find(store, A, "question", "pulsari") == [question.question_id]
    assert await search.find(store, A, "question", "kvasaari") == []


async def test_the_newest_are_looked_at_first(store: Store) -> None:
    made = [await a_question(store, at=NOW + n, thread=n + 1) for n in range(4)]
    await question_states.close(store, made[3], "unneeded", at=NOW)
    await a_question(store, at=NOW + 9)
    found = await questions.to_look_at(store, NOW, 1)
    assert [one.question_id for one in found] == [made[2].question_id]
