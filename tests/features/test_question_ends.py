"""Stories about closing with a reason, duplicates, and opening again."""

from typing import Any

import pytest

from data.questions import Why
from tests.features.circle import Circle, answer, text_of, told
from tests.features.helping import closed_as
from tests.features.scenes import archive, hidden
from tests.features.test_questions import (
    ask,
    card_of,
    now_is,
    press,
    said,
    thread_of,
)


async def close(circle: Circle, actor: Any, reason: str = "") -> Any:
    more = {"reason": reason} if reason else {}
    return await actor.slash(thread_of(circle), "question close", **more)


async def offered(circle: Circle, actor: Any, typed: str = "") -> list[dict[str, Any]]:
    thread = thread_of(circle)
    return await actor.autocomplete(thread, "question close", "reason", typed)


@pytest.mark.parametrize(
    ("actor", "reason", "why", "words", "line"),
    [
        ("ben", "", "unneeded", "", "Closed: no longer needed."),
        ("ben", "no longer needed", "unneeded", "", "Closed: no longer needed."),
        ("ben", "IT *fixed* it", "unneeded", "IT *fixed* it", "Closed: IT \\*fixed\\* it"),
        ("mo", "", "moderator", "", "Closed by a moderator."),
        ("mo", "unneeded", "unneeded", "", "Closed: no longer needed."),
        ("mo", "Off topic.", "moderator", "Off topic.", "Closed by a moderator: Off topic."),
    ],
)
async def test_a_question_is_closed_with_a_reason(
    asking: Circle, actor: str, reason: str, why: Why, words: str, line: str
) -> None:
    await ask(asking, asking.ben)
    result = await close(asking, getattr(asking, actor), reason)
    assert line in text_of(answer(result))
    question = await now_is(asking)
    assert (question.state, question.closed_why, question.closed_words) == ("closed", why, words)
    assert line in text_of(card_of(asking))
    assert question.closed_by == getattr(asking, actor).id


async def test_others_cannot_close_it(asking: Circle) -> None:
    await ask(asking, asking.ben)
    assert "Only the person who asked" in told(await close(asking, asking.ella))


async def test_outside_a_questions_thread_it_says_where(circle: Circle) -> None:
    for name in ("question close", "question reopen"):
        assert "not a question's thread" in told(await circle.mo.slash(circle.talk, name))
    assert await circle.mo.autocomplete(circle.talk, "question close", "reason", "") != []


async def test_a_closed_question_is_reopened_from_its_line(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await close(asking, asking.ben)
    await asking.restart()
    line = thread_of(asking).history()[-1]
    await asking.ben.click(line, label="Reopen")
    assert "opened this question again" in said(asking)
    assert (await now_is(asking)).state == "open"
    assert "open already" in told(await asking.ben.click(line, label="Reopen"))
    await close(asking, asking.ben)
    result = await asking.ben.slash(thread_of(asking), "question reopen")
    assert "opened this question again" in text_of(answer(result))


async def test_what_a_moderator_closed_only_moderators_open(asking: Circle) -> None:
    await ask(asking, asking.ben)
    reply = await asking.ella.send(thread_of(asking), "So.")
    await close(asking, asking.mo, "Off topic.")
    assert "A moderator closed" in told(await press(asking, asking.ben, "reopen"))
    result = await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    assert "A moderator closed" in told(result)
    await press(asking, asking.mo, "reopen")
    assert (await now_is(asking)).state == "open"


async def test_in_a_locked_thread_only_moderators_reopen(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await close(asking, asking.ben)
    asking.env.backend.edit_channel(thread_of(asking).id, {}, thread_metadata={"locked": True})
    await asking.env.settle()
    assert "thread is locked" in told(await press(asking, asking.ben, "reopen"))
    await press(asking, asking.mo, "reopen")
    assert (await now_is(asking)).state == "open"


@pytest.mark.parametrize(
    ("why", "writer", "state"),
    [
        ("idle", "ben", "open"),
        ("unneeded", "ben", "open"),
        ("moderator", "ben", "closed"),
        ("duplicate", "ben", "closed"),
        ("idle", "ella", "closed"),
        ("unneeded", "mo", "closed"),
    ],
)
async def test_the_askers_own_words_open_it_again(
    circle: Circle, why: Why, writer: str, state: str
) -> None:
    await circle.set_up(questions=circle.questions)
    await ask(circle, circle.ben)
    question = await now_is(circle)
    await closed_as(circle, question, why)
    await circle.restart()
    await getattr(circle, writer).send(thread_of(circle), "I still wonder.")
    assert (await now_is(circle)).state == state
    assert ("is open again" in said(circle)) is (state == "open")
    assert ("Closed" in text_of(card_of(circle))) is (state == "closed")


async def test_writing_in_an_archived_thread_opens_the_question(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await close(asking, asking.ben)
    await archive(asking, thread_of(asking))
    await asking.ben.send(thread_of(asking), "I still wonder.")
    assert (await now_is(asking)).state == "open"
    assert "Closed" not in text_of(card_of(asking))


# Duplicates


async def asked_twice(circle: Circle) -> tuple[int, int]:
    """The same question by Ella and by Ben; returns the numbers."""
    await ask(circle, circle.ella, title="How to merge calendars?")
    original = await now_is(circle)
    await ask(circle, circle.ben, title="Merging calendars, how?")
    return original.question_id, (await now_is(circle)).question_id


async def test_a_duplicate_leads_to_its_original(asking: Circle) -> None:
    original, _ = await asked_twice(asking)
    await press(asking, asking.aino, "follow")
    (first, *_) = await offered(asking, asking.ben)
    assert first == {"name": "no longer needed", "value": "unneeded"}
    rows = await offered(asking, asking.ben, "merge")
    assert rows[0]["value"] == "merge"
    assert {"name": "Duplicate of: How to merge calendars?", "value": f"duplicate:{original}"} in (
        rows
    )
    assert "Merging" not in str(rows)
    result = await close(asking, asking.ben, f"duplicate:{original}")
    assert "The same as [How to merge calendars?]" in text_of(answer(result))
    assert "The same as [How to merge calendars?]" in text_of(card_of(asking))
    (row,) = await asking.bot.store.read(
        "SELECT count(*) AS count FROM question_people WHERE question_id = ? AND follows = 1",
        (original,),
    )
    assert row["count"] == 2
    heard = told(await asking.aino.slash(asking.talk, "question list"))
    assert "How to merge calendars?" in heard
    # Whoever followed or asked the duplicate hears of the original.
    thread = asking.place.threads[-2]
    reply = await asking.mo.send(thread, "So.")
    await asking.ella.context_menu(thread, "Accept answer", reply)
    assert "is solved" in told(await asking.ben.slash(asking.talk, "question list"))


async def test_a_duplicate_of_a_duplicate_leads_to_the_original(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    first, second = await asked_twice(circle)
    await close(circle, circle.ben, f"duplicate:{first}")
    await ask(circle, circle.aino, title="Calendars, merge them how?")
    third = await now_is(circle)
    await close(circle, circle.mo, f"duplicate:{second}")
    assert (await now_is(circle)).duplicate_of == first
    # The first turns out to be the same as a fourth: so are the others.
    await ask(circle, circle.mo, title="Merge?")
    fourth = await now_is(circle)
    thread = circle.place.threads[0]
    await circle.ella.slash(thread, "question close", reason=f"duplicate:{fourth.question_id}")
    rows = await circle.bot.store.read("SELECT question_id, duplicate_of FROM questions")
    pointing = {row["question_id"]: row["duplicate_of"] for row in rows}
    assert pointing == {
        **dict.fromkeys((first, second, third.question_id), fourth.question_id),
        fourth.question_id: None,
    }


async def test_no_question_is_a_duplicate_of_itself(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    first, second = await asked_twice(circle)
    assert "That is this question" in told(await close(circle, circle.ben, f"duplicate:{second}"))
    thread = circle.place.threads[0]
    await circle.ella.slash(thread, "question close", reason=f"duplicate:{second}")
    # Round about.
    assert "That is this question" in told(await close(circle, circle.ben, f"duplicate:{first}"))
    for reason in ("duplicate:999", "duplicate:", "duplicate:x"):
        assert "That question is gone" in told(await close(circle, circle.ben, reason))


async def test_an_original_that_one_cannot_see_is_not_offered(circle: Circle) -> None:
    secret = await hidden(circle, circle.ella, circle.mo)
    await circle.set_up(questions=secret)
    circle.place = secret
    form = await circle.ella.slash(secret, "ask")
    await circle.ella.submit_modal(form, {"title": "Merge secret calendars?"})
    original = await now_is(circle)
    await circle.set_up(questions=circle.questions)
    circle.place = circle.questions
    await ask(circle, circle.ben, title="Merge calendars?")
    assert "secret" not in str(await offered(circle, circle.ben, "merge"))
    result = await close(circle, circle.ben, f"duplicate:{original.question_id}")
    assert "or you cannot see it" in told(result)
    # Who sees it may say so; the card does not tell those who do not.
    result = await close(circle, circle.mo, f"duplicate:{original.question_id}")
    assert "Closed: asked before" in text_of(answer(result))
    assert "secret" not in text_of(card_of(circle))


async def test_an_original_that_is_gone_is_named_no_more(asking: Circle) -> None:
    original, _ = await asked_twice(asking)
    await close(asking, asking.ben, f"duplicate:{original}")
    asking.env.backend.delete_channel(asking.place.threads[0].id)
    await asking.env.settle()
    assert "How to merge calendars?" not in text_of(card_of(asking))
    assert "Closed: asked before" in text_of(card_of(asking))


async def test_another_communitys_question_is_no_original(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    _, channel, eve = circle.another_guild()
    await circle.env.settle()
    form = await eve.slash(channel, "ask")
    await eve.submit_modal(form, {"title": "Theirs?"})
    theirs = await circle.bot.store.read("SELECT question_id FROM questions")
    await ask(circle, circle.ben)
    result = await close(circle, circle.mo, f"duplicate:{theirs[0]['question_id']}")
    assert "That question is gone" in told(result)


async def test_the_longest_reason_fits(asking: Circle) -> None:
    await ask(asking, asking.ben, title="*" * 100, details="_" * 1_500, topics="a,b,c,d,e")
    await close(asking, asking.mo, "*" * 200)
    assert "Closed by a moderator" in text_of(card_of(asking))
