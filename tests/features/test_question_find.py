"""Stories about finding questions again: by age, by topic, by words, and only what one may see."""

from typing import Any

import discord

from data import question_states, questions
from data.question_states import Answer
from data.questions import New, Question
from tests.features.circle import Circle, answer, raw_components, text_of, told, walk
from tests.features.scenes import hidden
from tests.features.test_answering import fields
from tests.features.test_unnamed import ask_unnamed


async def a_question(
    circle: Circle,
    title: str,
    *,
    place: Any = None,
    solved: str | None = None,
    topics: tuple[str, ...] = (),
) -> Question:
    """Asked by Ben with a thread of its own, and solved by Ella where there is an answer."""
    store, guild = circle.bot.store, circle.guild.id
    new = New(circle.ben.id, title, "", topics, circle.bot.seconds())
    question = await questions.add(store, guild, new)
    assert isinstance(question, Question)
    where: Any = circle.bot.get_channel((place or circle.place).id)
    threads: Any = circle.bot.cogs["Questions"].threads  # type: ignore[attr-defined]
    thread_id = await threads.post(question, where, "en")
    await circle.env.settle()
    if solved is not None:
        thread = next(one for one in (place or circle.place).threads if one.id == thread_id)
        reply = await circle.ben.send(thread, solved[:2000])
        one = Answer(reply.id, circle.ella.id, solved)
        now = await questions.get(store, guild, question.question_id)
        assert now is not None
        assert await question_states.accept(store, now, one, circle.bot.seconds())
    now = await questions.get(store, guild, question.question_id)
    assert now is not None
    return now


async def listed(circle: Circle, actor: Any, **options: str) -> str:
    return told(await actor.slash(circle.talk, "question list", **options))


async def found(circle: Circle, actor: Any, words: str) -> str:
    return told(await actor.slash(circle.talk, "question search", words=words))


# The list


async def test_open_ones_say_who_waits_and_how_long(asking: Circle) -> None:
    await a_question(asking, "The first?")
    await asking.env.advance_time(3600)
    await ask_unnamed(asking, asking.ella, "Without a name?")
    shown = await listed(asking, asking.aino)
    first, second = (line for line in shown.split("\n") if "](<" in line)
    assert "The first?" in first
    assert f"<@{asking.ben.id}>" in first
    assert "Without a name?" in second
    assert "· Kysyjä" in second
    assert str(asking.ella.id) not in shown
    assert [line.endswith("**ei vielä vastausta**") for line in (first, second)] == [True, True]
    async with asking.bot.store.write() as tx:
        await tx.run("UPDATE questions SET answered_at = 1 WHERE title = 'Without a name?'")
    shown = await listed(asking, asking.ella)
    assert [line.endswith("**no answer yet**") for line in shown.split("\n") if "](<" in line] == [
        True,
        False,
    ]


async def test_states_and_closed_ones_among_all(asking: Circle) -> None:
    await a_question(asking, "Open one?")
    await a_question(asking, "Solved one?", solved="So.")
    closed = await a_question(asking, "Closed one?")
    await question_states.close(asking.bot.store, closed, "unneeded", at=0)
    titles = ("Open one?", "Solved one?", "Closed one?")
    for state, wanted in (("open", titles[:1]), ("solved", titles[1:2]), ("all", titles)):
        shown = await listed(asking, asking.ella, state=state)
        assert [one for one in titles if one in shown] == [*wanted]
    assert "no answer yet" not in await listed(asking, asking.ella, state="solved")
    assert "⚪" in await listed(asking, asking.ella, state="all")


async def test_by_topic_and_none_of_it(asking: Circle) -> None:
    await a_question(asking, "About sheets?", topics=("excel",))
    await a_question(asking, "About mail?", topics=("outlook",))
    shown = await listed(asking, asking.ella, topic="Excel")
    assert "About sheets?" in shown
    assert "About mail?" not in shown
    none = await listed(asking, asking.ella, topic="word")
    assert "No such questions about `word`" in none
    choices = await asking.ella.autocomplete(asking.talk, "question list", "topic", "ex")
    assert [one["value"] for one in choices] == ["excel"]


async def test_the_list_and_its_topics_show_what_the_reader_may_see(circle: Circle) -> None:
    secret = await hidden(circle, circle.ben)
    await a_question(
        circle, "Behind a door?", place=secret, solved="kvasaari, pulsari", topics=("door",)
    )
    assert "Behind a door?" in await listed(circle, circle.ben, state="all")
    assert "Behind a door?" in await found(circle, circle.ben, "door")
    for one in (circle.ella, circle.aino):
        assert "Behind a door?" not in await listed(circle, one, state="all")
        for words in ("door", "kvasaari"):
            shown = await found(circle, one, words)
            assert "Behind" not in shown
            assert "pulsari" not in shown
        assert await circle.ella.autocomplete(circle.talk, "question list", "topic", "do") == []
    await circle.permit(secret, circle.ben, view_channel=False)
    assert "Behind a door?" not in await found(circle, circle.ben, "door")


async def test_pages_go_on_after_a_restart(asking: Circle) -> None:
    for number in range(19):
        await a_question(asking, f"Question {number:02}?", solved="About kvasaari." * 40)
    card = answer(await asking.ella.slash(asking.talk, "question list", state="solved"))
    assert "Question 18?" in text_of(card)
    await asking.restart()
    card = answer(await asking.ella.click(card, label="▶"))
    assert "Question 08?" in text_of(card)
    assert "Question 18?" not in text_of(card)
    card = answer(await asking.ella.slash(asking.talk, "question search", words="kvasaari"))
    seen: list[str] = []
    for _ in range(4):
        seen += [f"{n:02}" for n in range(19) if f"Question {n:02}?" in text_of(card)]
        await asking.restart()
        if any(one.get("label") == "▶" and not one["disabled"] for one in buttons(card)):
            card = answer(await asking.ella.click(card, label="▶"))
    assert sorted(seen) == [f"{n:02}" for n in range(19)]


def buttons(card: Any) -> list[Any]:
    return [one for one in walk(raw_components(card)) if one.get("type") == 2]


# By words


async def test_solved_ones_come_first_with_how_their_answer_begins(asking: Circle) -> None:
    await a_question(asking, "Calendar open?")
    old = await a_question(asking, "Calendar old?", solved="Use *stone*.")
    await question_states.outdated(asking.bot.store, old, asking.bot.seconds())
    long = "Subscribe to the iCal address.\n\nThen wait.\nThen more.\nAnd the end."
    solved = await a_question(asking, "Calendar solved?", solved=long)
    shown = await found(asking, asking.ella, "calendar")
    places = [shown.index(f"Calendar {one}?") for one in ("solved", "old", "open")]
    assert places == sorted(places)
    assert "> Subscribe to the iCal address." in shown
    assert "And the end." not in shown
    assert "Use \\*stone\\*." in shown
    assert "out of date" in shown
    assert f"/{solved.thread_id}/{solved.answer_message_id}" in shown
    # Its answer's words find a question too.
    assert "Calendar solved?" in await found(asking, asking.ella, "iCal")
    assert "**1 kysymys**" in await found(asking, asking.aino, "iCal")


async def test_a_duplicate_and_what_moderators_closed_are_not_found(asking: Circle) -> None:
    original = await a_question(asking, "Calendar original?", solved="So.")
    same = await a_question(asking, "Calendar twin?")
    await question_states.close(
        asking.bot.store, same, "duplicate", at=0, duplicate_of=original.question_id
    )
    bad = await a_question(asking, "Calendar rude?")
    await question_states.close(asking.bot.store, bad, "moderator", asking.mo.id, at=0)
    quiet = await a_question(asking, "Calendar quiet?")
    await question_states.close(asking.bot.store, quiet, "idle", at=0)
    shown = await found(asking, asking.ella, "calendar")
    there = [one for one in ("original", "twin", "rude", "quiet") if f"{one}?" in shown]
    assert there == ["original", "quiet"]


async def test_what_is_not_found_can_be_asked(asking: Circle) -> None:
    words = "How: to *leave*, early?"
    card = answer(await asking.ella.slash(asking.talk, "question search", words=words))
    assert "Nothing found for “How: to \\*leave\\*, early?”" in text_of(card)
    await asking.restart()
    form = await asking.ella.click(card, label="Ask this")
    assert fields(form)["title"]["value"] == words
    result = await asking.ella.submit_modal(form, {"title": words, "how": ["named"]})
    assert "is open in" in told(result)


async def test_the_longest_words_and_answers_fit(asking: Circle) -> None:
    for number in range(6):
        title = f"{number}" + "[" * 99
        await a_question(asking, title, solved="kvasaari " + "_" * 3_990)
    for words in ("kvasaari " + "*" * 71, "*" * 80, "\u200b", "😀" * 40):
        await found(asking, asking.ella, words)
    card = answer(await asking.ella.slash(asking.talk, "question search", words="kvasaari"))
    await asking.ella.click(card, label="▶")
    await listed(asking, asking.ella, state="solved")


async def test_another_community_finds_nothing_of_it(asking: Circle) -> None:
    await a_question(asking, "Calendar here?", solved="So.")
    guild, elsewhere, eve = asking.another_guild()
    guild.default_role._role.permissions |= discord.Permissions(administrator=True).value
    await asking.env.settle()
    result = told(await eve.slash(elsewhere, "question search", words="calendar"))
    assert "Nothing found" in result
    assert "No questions yet" in told(await eve.slash(elsewhere, "question list", state="all"))
