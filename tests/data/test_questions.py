"""Questions and their answers, and what of them can be found."""

import asyncio

import pytest

from data import question_states, questions, search
from data.question_states import Answer
from data.questions import DAILY_PER_GUILD, DAILY_PER_MEMBER, DAY, Question
from data.store import Store
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
    answered,
    everything,
    new_question,
)


async def found(store: Store, words: str) -> list[int]:
    return await search.find(store, A, "question", words)


async def test_a_question_is_kept_as_it_was_asked(store: Store) -> None:
    question = await a_question(store, A, "Title?", "Details.", ("excel", "älä"), thread=500)
    assert (question.title, question.details, question.topics) == (
        "Title?",
        "Details.",
        ("excel", "älä"),
    )
    assert (question.state, question.asker_id, question.asked_at) == ("open", AINO, NOW)
    assert (question.channel_id, question.thread_id) == (HERE, 500)
    assert (question.card_channel_id, question.card_message_id) == (HERE, 501)
    assert await questions.in_thread(store, A, 500) == question
    assert await questions.in_thread(store, A, 501) is None


async def test_an_accepted_answer_solves_and_is_found(store: Store) -> None:
    question = await a_question(store, title="Merging?", details="cells", topics=("excel",))
    solved = await answered(store, question, 900, BEN, "Use kvasaari.", NOW + 60)
    assert (solved.state, solved.solved_at) == ("solved", NOW + 60)
    assert (solved.answer_message_id, solved.answer_author_id) == (900, BEN)
    assert await questions.standing_on(store, A, [900]) == [solved]
    for words in ("kvasaari", "merging", "cells", "excel", "merging kvasaari"):
        assert await found(store, words) == [question.question_id], words


async def test_another_answer_takes_the_firsts_place(store: Store) -> None:
    question = await a_question(store)
    await answered(store, question, 900, BEN, "kvasaari")
    solved = await answered(store, question, 901, MO, "pulsari")
    assert await found(store, "kvasaari") == []
    assert await found(store, "pulsari") == [question.question_id]
    assert (solved.answer_author_id, solved.helpful) == (MO, (BEN,))
    # The first is the accepted one again, and is not both.
    again = await answered(store, question, 900, BEN, "kvasaari")
    assert (again.answer_author_id, again.helpful) == (BEN, (MO,))


async def test_reopening_forgets_the_answer(store: Store) -> None:
    question = await a_question(store)
    solved = await answered(store, question, 900, BEN, "kvasaari")
    assert await question_states.reopen(store, solved, NOW)
    assert await questions.get(store, A, question.question_id) == question
    assert await found(store, "kvasaari") == []
    assert await found(store, "merge") == [question.question_id]
    assert await questions.standing_on(store, A, [900]) == []


async def test_a_question_that_is_gone_cannot_be_answered(store: Store) -> None:
    question = await a_question(store, topics=("excel",), thread=500)
    await questions.remove(store, A, question.question_id)
    assert not await question_states.accept(store, question, Answer(900, BEN, "x"), NOW)
    assert not await question_states.reopen(store, question, NOW)
    assert await questions.get(store, A, question.question_id) is None
    assert await questions.topics(store, A, [HERE], "") == []
    assert await questions.listed(store, A, [HERE]) == ([], 0)
    assert not await questions.carded(store, A, question.question_id, 1, 2)
    assert not await questions.opened(store, A, question.question_id, 1, 2)
    assert await found(store, "merge") == []
    assert await found(store, "x") == []


async def test_what_never_got_its_thread_is_known_at_a_start(store: Store) -> None:
    """Of every community, and also where the card came to be before the process ended."""
    cut_off = await a_question(store, title="kvasaari", topics=("excel",))
    elsewhere = await a_question(store, B, title="neutroni")
    await a_question(store, title="pulsari", thread=500)
    carded = await a_question(store, title="komeetta")
    assert await questions.carded(store, A, carded.question_id, HERE, 77)
    known = await questions.get(store, A, carded.question_id)
    assert known is not None
    assert (known.card_channel_id, known.card_message_id) == (HERE, 77)
    assert await questions.unopened(store) == [cut_off, elsewhere, known]
    for one in (cut_off, elsewhere, carded):
        thread = 600 + one.question_id
        assert await questions.opened(store, one.guild_id, one.question_id, HERE, thread)
    assert await questions.unopened(store) == []


async def test_questions_stand_on_their_cards_and_accepted_answers(store: Store) -> None:
    first = await a_question(store, title="First?", thread=500)
    second = await a_question(store, title="Second?", thread=600)
    solved = await answered(store, second, 900, BEN)

    async def on(*messages: int, guild: int = A) -> set[Question]:
        return {*await questions.standing_on(store, guild, messages)}

    assert await on(501) == {first}
    assert await on(601) == await on(900) == await on(601, 900) == {solved}
    assert await on(501, 900, 12) == {first, solved}
    # A thread and a question's number are no messages.
    assert await on(500, 600, first.question_id) == await on() == set()
    assert await on(501, 601, 900, guild=B) == set()
    assert await questions.standing_on(store, A, {501}) == [first]


async def test_a_members_quota_holds_however_fast_they_are(store: Store) -> None:
    asked = await asyncio.gather(
        *(
            questions.add(store, A, new_question(AINO, f"{number}?"))
            for number in range(DAILY_PER_MEMBER + 5)
        )
    )
    assert asked.count("by member") == 5
    assert not isinstance(await questions.add(store, A, new_question(BEN, at=NOW)), str)
    assert not isinstance(await questions.add(store, B, new_question(AINO, at=NOW)), str)
    assert await questions.add(store, A, new_question(AINO, at=NOW + DAY - 1)) == "by member"
    assert not isinstance(await questions.add(store, A, new_question(AINO, at=NOW + DAY)), str)


async def test_a_communitys_quota_holds(store: Store) -> None:
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO questions"
            " (guild_id, asker_id, title, details, state, asked_at, active_at)"
            " VALUES (?, ?, '', '', 'open', ?, 0)",
            [(A, number, NOW) for number in range(DAILY_PER_GUILD - 1)],
        )
    assert not isinstance(await questions.add(store, A, new_question(AINO, at=NOW)), str)
    before = await everything(store)
    assert await questions.add(store, A, new_question(BEN, at=NOW)) == "by all"
    assert await everything(store) == before
    assert not isinstance(await questions.add(store, B, new_question(BEN, at=NOW)), str)


@pytest.mark.parametrize(
    ("state", "topic", "titles"),
    [
        ("open", "", ["old", "new"]),
        ("solved", "", ["solved later", "solved"]),
        (None, "", ["solved later", "new", "solved", "old"]),
        ("open", "excel", ["new"]),
        (None, "excel", ["new", "solved"]),
        (None, "exc", []),
    ],
)
async def test_questions_are_listed_by_age(
    store: Store, state: questions.State | None, topic: str, titles: list[str]
) -> None:
    made = {
        title: await a_question(store, title=title, topics=topics, at=NOW + turn, thread=turn + 1)
        for turn, (title, topics) in enumerate(
            [("old", ()), ("solved", ("excel",)), ("new", ("excel",)), ("solved later", ())]
        )
    }
    await a_question(store, title="not posted", topics=("excel",))
    for title in ("solved", "solved later"):
        await answered(store, made[title], made[title].question_id, BEN)
    found, total = await questions.listed(store, A, [HERE], state=state, topic=topic)
    assert [one.title for one in found] == titles
    assert total == len(titles)


async def asked_here_and_there(store: Store) -> None:
    await a_question(store, title="here", topics=("excel", "data"), thread=10, place=HERE)
    await a_question(store, title="also here", topics=("excel",), thread=20, place=HERE)
    await a_question(store, title="there", topics=("excel", "teams"), thread=30, place=THERE)
    await a_question(store, title="nowhere", topics=("outlook",))
    await a_question(store, B, title="elsewhere", topics=("word",), thread=10, place=HERE)


@pytest.mark.parametrize(
    ("places", "titles", "topics"),
    [
        ((), set(), []),
        ((HERE,), {"here", "also here"}, ["excel", "data"]),
        ((THERE,), {"there"}, ["excel", "teams"]),
        ((HERE, THERE), {"here", "also here", "there"}, ["excel", "data", "teams"]),
        ((99,), set(), []),
        # Unlike a tip's, a question's place is never everybody's.
        ((A,), set(), []),
    ],
)
async def test_only_what_was_asked_where_one_reads_is_listed(
    store: Store, places: tuple[int, ...], titles: set[str], topics: list[str]
) -> None:
    await asked_here_and_there(store)
    found, total = await questions.listed(store, A, places)
    assert {one.title for one in found} == titles
    assert total == len(titles)
    assert await questions.topics(store, A, places, "") == topics
    # And with a topic that is known from elsewhere.
    found, total = await questions.listed(store, A, places, topic="teams")
    assert {one.title for one in found} == titles & {"there"}
    assert total == len(found)


async def test_the_places_are_those_where_something_was_asked(store: Store) -> None:
    await asked_here_and_there(store)
    assert sorted(await questions.places(store, A)) == [HERE, THERE]
    assert await questions.places(store, B) == [HERE]


async def test_topics_are_offered_by_their_beginning(store: Store) -> None:
    await asked_here_and_there(store)
    both = (HERE, THERE)
    assert await questions.topics(store, A, both, "te") == ["teams"]
    assert await questions.topics(store, A, both, "", limit=1) == ["excel"]
    assert await questions.topics(store, A, both, "%") == []
    assert await questions.topics(store, A, both, "EX") == []


@pytest.mark.parametrize(
    ("offset", "shown"),
    [
        (0, range(10)),
        (10, range(10, 20)),
        (20, range(20, 25)),
        (30, range(20, 25)),
        (10**20, range(20, 25)),
        (-10, range(10)),
    ],
)
async def test_past_the_end_is_the_last_page(store: Store, offset: int, shown: range) -> None:
    for number in range(25):
        await a_question(store, title=str(number), at=NOW + number, asker=number, thread=number + 1)
    found, total = await questions.listed(store, A, [HERE], state="open", offset=offset)
    assert [one.title for one in found] == [str(number) for number in shown]
    assert total == 25


async def test_those_chosen_keep_their_order_and_their_channels(store: Store) -> None:
    made = [await a_question(store, thread=500 + number) for number in range(3)]
    await a_question(store, thread=600, place=THERE)
    await a_question(store)
    numbers = [one.question_id for one in reversed(made)]
    found = await questions.chosen(store, A, [*numbers, 4, 5, 99], [HERE])
    assert [one.question_id for one in found] == numbers
    assert await questions.chosen(store, A, numbers, [THERE]) == []


async def test_posts_made_by_hand_wait_for_their_card(store: Store) -> None:
    post = await a_question(store, by_hand=(HERE, 500))
    await a_question(store, thread=600)
    assert await questions.uncarded(store) == [post]
    assert await questions.add(store, A, new_question(by_hand=(HERE, 500))) == "known"
    await questions.carded(store, A, post.question_id, 500, 501)
    assert await questions.uncarded(store) == []
