"""Helpers: who is asked next, what is due, and what is posted once."""

import asyncio

import pytest

from data import (
    communities,
    helpers,
    question_posts,
    question_rounds,
    question_states,
    questions,
    topic_changes,
)
from data.questions import Question
from data.store import Store
from tests.data.made import AINO, BEN, HERE, MO, NOW, THERE, A, B, a_question, answered

HOUR, DAY = 3_600, 86_400
ELLA = 7_000_000_000_000_009


async def helping(store: Store, *who: int, topics: tuple[str, ...] = ("excel",)) -> None:
    for one in who:
        await helpers.choose_topics(store, A, one, topics)


async def called(store: Store, question: Question) -> list[int]:
    return await helpers.called(store, A, question.question_id)


async def a_waiting(store: Store, **more: object) -> Question:
    given = {"topics": ("excel",), "thread": 500, "nudge_at": NOW, **more}
    return await a_question(store, **given)  # type: ignore[arg-type]


# Topics


async def test_topics_are_chosen_anew_and_left(store: Store) -> None:
    assert await helpers.choose_topics(store, A, AINO, ("excel", "word")) == ["excel", "word"]
    assert await helpers.choose_topics(store, A, AINO, ("teams",)) == ["teams"]
    assert await helpers.topics(store, A, AINO) == ["teams"]
    assert await helpers.topics(store, B, AINO) == []
    assert await helpers.choose_topics(store, A, AINO, ()) == []
    assert await helpers.topics(store, A, AINO) == []


async def test_no_more_than_there_is_room_for(store: Store) -> None:
    many = tuple(f"t{number:02}" for number in range(30))
    kept = await helpers.choose_topics(store, A, AINO, many)
    assert kept == [*many[: helpers.MOST_TOPICS]]


async def test_topics_follow_merges_and_come_back(store: Store) -> None:
    await helping(store, AINO, topics=("exel", "excel"))
    await topic_changes.merge(store, A, "exel", "excel", MO, NOW)
    assert await helpers.topics(store, A, AINO) == ["excel"]
    await helpers.choose_topics(store, A, BEN, ("exel",))
    assert await helpers.topics(store, A, BEN) == ["excel"]
    await topic_changes.undo(store, A, "exel")
    assert await helpers.topics(store, A, AINO) == ["excel", "exel"]
    assert await helpers.topics(store, A, BEN) == ["exel"]


async def test_a_topic_that_only_helpers_have_can_be_merged(store: Store) -> None:
    await helping(store, AINO, topics=("exel",))
    await helping(store, BEN)
    change = await topic_changes.merge(store, A, "exel", "excel", MO, NOW)
    assert not isinstance(change, str)
    assert await helpers.topics(store, A, AINO) == ["excel"]


# Who is asked


async def test_candidates_offer_a_topic_and_are_free(store: Store) -> None:
    question = await a_waiting(store, asker=AINO)
    await helping(store, AINO, BEN, MO, ELLA)
    await helping(store, 55, topics=("word",))
    await communities.choose_away(store, A, MO, NOW + 1)
    which = (A, question.question_id)
    assert await helpers.candidates(store, *which, NOW) == [BEN, ELLA]
    assert await helpers.candidates(store, *which, NOW + 1) == [BEN, MO, ELLA]
    await helpers.call(store, *which, [BEN], NOW)
    assert await helpers.candidates(store, *which, NOW + 1) == [MO, ELLA]
    assert await helpers.take(store, *which, ELLA) == "taken"
    assert await helpers.candidates(store, *which, NOW + 1) == [MO]
    assert await helpers.candidates(store, B, question.question_id, NOW + 1) == []


async def test_turns_go_round(store: Store) -> None:
    everybody = [100 + number for number in range(7)]
    await helping(store, *everybody)
    turns = []
    for number in range(14):
        question = await a_waiting(store, thread=500 + number, title=f"{number}?")
        (chosen, *_) = await helpers.candidates(store, A, question.question_id, NOW)
        await helpers.call(store, A, question.question_id, [chosen], NOW + number)
        turns.append(chosen)
    assert turns == everybody * 2


async def test_no_more_than_a_few_are_asked_at_a_time(store: Store) -> None:
    question = await a_waiting(store)
    which = (A, question.question_id)
    await asyncio.gather(
        *(helpers.call(store, *which, [100 + one, 200 + one], NOW) for one in range(4))
    )
    assert len(await called(store, question)) == helpers.MOST_CALLED
    first = (await called(store, question))[0]
    assert await helpers.decline(store, *which, first)
    assert not await helpers.decline(store, *which, first)
    await helpers.call(store, *which, [first, 999], NOW)
    # Who declined is not asked again.
    assert first not in await called(store, question)
    assert 999 in await called(store, question)


async def test_one_takes_it(store: Store) -> None:
    question = await a_waiting(store)
    which = (A, question.question_id)
    ended = await asyncio.gather(*(helpers.take(store, *which, 100 + one) for one in range(4)))
    assert sorted(ended) == ["late", "late", "late", "taken"]
    winner = 100 + ended.index("taken")
    assert await helpers.take(store, *which, winner) == "already"
    now = await questions.get(store, *which)
    assert now is not None
    assert (now.helpers, now.nudge_at) == ((winner,), None)
    await answered(store, now, 600, BEN)
    assert await helpers.take(store, *which, 555) == "ended"
    assert await helpers.take(store, B, question.question_id, 555) == "ended"


# What is due


async def due(store: Store, now: int) -> list[str]:
    return [one.act for one in await question_rounds.due(store, now)]


async def test_helpers_are_due_where_there_is_a_channel(store: Store) -> None:
    await a_waiting(store)
    assert await due(store, NOW) == []
    await communities.choose(store, A, "helpers_channel_id", 7)
    assert await due(store, NOW - 1) == []
    assert await due(store, NOW) == ["call"]
    assert await due(store, NOW + question_rounds.TOO_LATE - 1) == ["call"]
    assert await due(store, NOW + question_rounds.TOO_LATE) == []
    await communities.choose(store, A, "nudge_hours", 0)
    assert await due(store, NOW) == []


@pytest.mark.parametrize("how", ["answered", "helped", "solved", "unposted"])
async def test_who_is_looked_after_already_needs_no_helpers(store: Store, how: str) -> None:
    await communities.choose(store, A, "helpers_channel_id", 7)
    question = await a_waiting(store, thread=None if how == "unposted" else 500)
    if how == "answered":
        await question_states.written(store, A, 500, NOW, by_asker=False)
    elif how == "helped":
        await helpers.take(store, A, question.question_id, BEN)
    elif how == "solved":
        await answered(store, question, 600, BEN)
    assert await due(store, NOW + 1) == []
    assert await question_posts.call(store, question, 7, [BEN], NOW) is None or how == "unposted"


async def test_quiet_questions_are_due_after_the_communitys_days(store: Store) -> None:
    await a_question(store, thread=500)
    await a_question(store, B, thread=501)
    await communities.choose(store, B, "idle_days", 7)
    assert await due(store, NOW + 7 * DAY - 1) == []
    assert [one.guild_id for one in await question_rounds.due(store, NOW + 7 * DAY)] == [B]
    assert await due(store, NOW + 14 * DAY) == ["idle", "idle"]
    await communities.choose(store, B, "idle_days", 0)
    assert [one.guild_id for one in await question_rounds.due(store, NOW + 90 * DAY)] == [A]


async def test_only_who_was_asked_is_closed(store: Store) -> None:
    question = await a_question(store, thread=500)
    asked_at = NOW + 14 * DAY
    post = await question_posts.ask_idle(store, question, 500, asked_at)
    assert post is not None
    late = asked_at + question_rounds.IDLE_ANSWER
    # It is not known to stand there.
    assert await due(store, late) == []
    await question_posts.posted(store, post, 900, asked_at + HOUR)
    assert await due(store, late) == []
    assert await due(store, late + HOUR) == ["close"]
    now = await questions.get(store, A, question.question_id)
    assert now is not None
    await question_states.written(store, A, 500, late, by_asker=True)
    assert not await question_states.close(store, now, "idle", at=late)
    now = await questions.get(store, A, question.question_id)
    assert now is not None
    assert now.state == "open"


async def test_asked_and_written_at_once(store: Store) -> None:
    """Whichever comes first, an asker who wrote is not asked, or not closed."""
    question = await a_question(store, thread=500)
    await question_states.written(store, A, 500, NOW + 5, by_asker=True)
    assert await question_posts.ask_idle(store, question, 500, NOW + 14 * DAY) is None


async def test_answers_are_due_for_a_check(store: Store) -> None:
    await communities.choose(store, A, "helpers_channel_id", 7)
    question = await a_question(store, thread=500)
    was = await answered(store, question, 600, BEN)
    assert await due(store, NOW + 365 * DAY) == []
    assert await question_states.still_valid(store, was, NOW + DAY)
    assert await due(store, NOW + DAY) == ["check"]
    now = await questions.get(store, A, question.question_id)
    assert now is not None
    assert await question_posts.ask_check(store, now, 7, NOW + DAY)
    assert await question_posts.ask_check(store, now, 7, NOW + DAY) is None
    assert await due(store, NOW + DAY) == []


async def test_the_next_call_is_known(store: Store) -> None:
    await a_waiting(store, nudge_at=NOW + 9)
    assert await question_rounds.next_call(store, NOW) == NOW + 9
    assert await question_rounds.next_call(store, NOW + 9) is None


async def test_waiting_questions_follow_a_change_of_hours(store: Store) -> None:
    question = await a_waiting(store, nudge_at=NOW + 24 * HOUR)
    never = await a_waiting(store, nudge_at=None, thread=510)
    other = await a_question(store, B, thread=520, nudge_at=NOW + 24 * HOUR)
    await question_rounds.call_after(store, A, 4)
    now = [await questions.get(store, one.guild_id, one.question_id) for one in (question, never)]
    assert [one and one.nudge_at for one in now] == [NOW + 4 * HOUR, None]
    kept = await questions.get(store, B, other.question_id)
    assert kept is not None
    assert kept.nudge_at == NOW + 24 * HOUR


# What is posted once


async def test_helpers_are_called_once(store: Store) -> None:
    question = await a_waiting(store)
    posts = await asyncio.gather(
        *(question_posts.call(store, question, 7, [BEN], NOW) for _ in range(4))
    )
    assert len([one for one in posts if one]) == 1
    (row,) = await store.read("SELECT nudge_at FROM questions")
    assert row["nudge_at"] is None
    assert await called(store, question) == [BEN]
    # Neither when it is due once more.
    async with store.write() as tx:
        await tx.run("UPDATE questions SET nudge_at = ?", (NOW,))
    assert await question_posts.call(store, question, 7, [MO], NOW) is None
    assert await called(store, question) == [BEN]


async def stale(store: Store) -> int:
    (row,) = await store.read("SELECT stale FROM question_posts")
    return int(row["stale"])


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        ("UPDATE questions SET state = 'closed', closed_why = 'idle'", True),
        ("UPDATE questions SET answered_at = 5", True),
        ("UPDATE questions SET title = 'Other?'", True),
        ("DELETE FROM questions", True),
        ("UPDATE question_people SET called = 'declined'", True),
        ("UPDATE question_people SET helps = 1", True),
        ("DELETE FROM question_people", True),
        ("UPDATE questions SET active_at = 5, answer_text = 'x'", False),
        ("UPDATE question_people SET follows = 1", False),
        ("UPDATE questions SET state = state, answered_at = answered_at", False),
    ],
)
async def test_a_card_knows_when_it_is_out_of_step(store: Store, change: str, shows: bool) -> None:
    question = await a_waiting(store)
    post = await question_posts.call(store, question, 7, [BEN], NOW)
    assert post is not None
    stands = await question_posts.posted(store, post, 900, NOW)
    assert stands is not None
    await question_posts.drawn(store, stands)
    assert await stale(store) == 0
    async with store.write() as tx:
        await tx.run(change)
    assert (await stale(store) > 0) == shows
    assert (len(await question_posts.undone(store)) == 1) == shows


async def test_what_changes_while_it_is_drawn_is_drawn_again(store: Store) -> None:
    question = await a_waiting(store)
    post = await question_posts.call(store, question, 7, [BEN], NOW)
    assert post is not None
    stands = await question_posts.posted(store, post, 900, NOW)
    assert stands is not None
    await helpers.decline(store, A, question.question_id, BEN)
    await question_posts.drawn(store, stands)
    assert await stale(store) > 0


async def test_a_new_card_takes_the_place_of_the_old_one(store: Store) -> None:
    question = await a_question(store, thread=500)
    post = await question_posts.ask_idle(store, question, 500, NOW + DAY)
    assert post is not None
    await question_posts.posted(store, post, 900, NOW + DAY)
    assert await question_rounds.spoke(store, A, question.question_id, NOW + 2 * DAY)
    now = await questions.get(store, A, question.question_id)
    assert now is not None
    again = await question_posts.ask_idle(store, now, 500, NOW + 20 * DAY)
    assert again is not None
    assert again.message_id is None
    rows = await store.read("SELECT channel_id, message_id FROM leftovers")
    assert [tuple(row) for row in rows] == [(500, 900)]


async def test_a_deleted_card_stays_known(store: Store) -> None:
    question = await a_waiting(store)
    post = await question_posts.call(store, question, 7, [], NOW)
    assert post is not None
    await question_posts.lost(store, post)
    assert await question_posts.undone(store) == []
    known = await question_posts.get(store, A, question.question_id, "call")
    assert known is not None
    assert known.message_id == question_posts.DELETED


# The weekly line


async def test_open_questions_are_counted(store: Store) -> None:
    assert await question_rounds.open_now(store, A) == question_rounds.Open(0, 0, None)
    first = await a_question(store, thread=500, at=NOW - 9)
    await a_question(store, thread=510, title="Other?")
    await a_question(store, title="Unposted?", at=NOW - 99)
    await a_question(store, B, thread=520, at=NOW - 99)
    await question_states.written(store, A, 510, NOW, by_asker=False)
    found = await question_rounds.open_now(store, A)
    assert (found.count, found.unanswered) == (2, 1)
    assert found.oldest is not None
    assert found.oldest.question_id == first.question_id


async def test_who_was_not_told_since(store: Store) -> None:
    await communities.choose(store, A, "language", "fi")
    assert await question_rounds.untold(store, NOW) == []
    await communities.choose(store, A, "moderators_channel_id", 7)
    assert [one.guild_id for one in await question_rounds.untold(store, NOW)] == [A]
    await question_rounds.told(store, A, NOW)
    assert await question_rounds.untold(store, NOW) == []
    assert [one.guild_id for one in await question_rounds.untold(store, NOW + 1)] == [A]


# One member


async def test_open_questions_match_what_a_member_helps_with(store: Store) -> None:
    await helping(store, AINO)
    own = await a_question(store, topics=("excel",), thread=500, asker=AINO)
    late = await a_question(store, topics=("excel",), thread=510, asker=BEN, at=NOW + 5)
    early = await a_question(store, topics=("excel", "word"), thread=520, asker=BEN)
    has = await a_question(store, topics=("excel",), thread=530, asker=BEN, at=NOW - 99)
    await question_states.written(store, A, 530, NOW, by_asker=False)
    hidden = await a_question(store, topics=("excel",), thread=540, asker=BEN, place=THERE)
    helped = await a_question(store, topics=("excel",), thread=550, asker=BEN)
    await helpers.take(store, A, helped.question_id, AINO)
    await a_question(store, topics=("word",), thread=560, asker=BEN)
    solved = await a_question(store, topics=("excel",), thread=570, asker=BEN)
    await answered(store, solved, 600, MO)
    found = await helpers.matching(store, A, AINO, [HERE], 10)
    assert [one.question_id for one in found] == [
        early.question_id,
        late.question_id,
        has.question_id,
    ]
    assert len(await helpers.matching(store, A, AINO, [HERE], 2)) == 2
    assert own.question_id != hidden.question_id
    assert await helpers.matching(store, B, AINO, [HERE], 10) == []
    assert await helpers.matching(store, A, MO, [HERE], 10) == []


async def test_what_a_member_gave_and_got(store: Store) -> None:
    for number, thanked in enumerate((True, True, False)):
        question = await a_question(store, thread=500 + 10 * number, asker=BEN)
        answer = question_states.Answer(600 + number, AINO, "So.")
        assert await question_states.accept(store, question, answer, NOW, thanked=thanked)
    other = await a_question(store, thread=590, asker=BEN)
    await question_states.mark_helpful(store, other, 700, AINO, BEN, NOW, thanked=True)
    async with store.write() as tx:
        for who in (MO, ELLA, AINO):
            await tx.run("INSERT INTO question_thanks VALUES (?, ?, ?, 1)", (A, 1, who))
    assert await helpers.given(store, A, AINO) == helpers.Give(3, 1, 5, 0, 0)
    assert await helpers.given(store, A, BEN) == helpers.Give(0, 0, 0, 4, 3)
    assert await helpers.given(store, B, AINO) == helpers.Give(0, 0, 0, 0, 0)
