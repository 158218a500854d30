"""Stories about an accepted answer that becomes a tip: by its author's yes, and by nothing else."""

from typing import Any

import pytest

from tests.features.circle import Circle, answer, file_of, text_of, told
from tests.features.scenes import delete_everything, forge, shown_in
from tests.features.test_answering import fields
from tests.features.test_unnamed import ask_unnamed, card_of, thread_of

TITLE = "How do I merge two calendars?"
WORDS = "Subscribe to the iCal address, see https://example.org/ical?utm_source=x for *how*."


async def solved(circle: Circle, words: str = WORDS, by: Any = None) -> Any:
    """Ben asks, Ella answers, Ben accepts; the answer's message."""
    form = await circle.ben.slash(circle.talk, "ask")
    given = {"title": TITLE, "details": "", "topics": "outlook", "how": ["named"]}
    await circle.ben.submit_modal(form, given)
    reply = await (by or circle.ella).send(thread_of(circle), words)
    await circle.ben.context_menu(thread_of(circle), "Accept answer", reply)
    return reply


async def keep(circle: Circle, actor: Any) -> Any:
    return await actor.click(card_of(circle, TITLE), label="Keep as tip")


async def tips_of(circle: Circle) -> list[Any]:
    return await circle.bot.store.read("SELECT * FROM tips")


async def kept(circle: Circle) -> Any:
    """The author keeps it as it is offered; what they are answered."""
    form = await keep(circle, circle.ella)
    values = {name: part.get("value", "") for name, part in fields(form).items()}
    return await circle.ella.submit_modal(form, values)


async def test_the_author_keeps_it_in_one_press(asking: Circle) -> None:
    await asking.set_up(tips=asking.tips)
    await solved(asking)
    form = await keep(asking, asking.ella)
    offered = {name: part["value"] for name, part in fields(form).items()}
    assert offered["link"] == "https://example.org/ical?utm_source=x"
    assert offered["note"] == "Subscribe to the iCal address, see for *how*."
    assert offered["topics"] == "outlook"
    await asking.restart()
    await asking.ella.submit_modal(form, offered)
    (tip,) = await tips_of(asking)
    (question,) = await asking.bot.store.read("SELECT * FROM questions")
    assert (tip["sharer_id"], tip["question_id"]) == (asking.ella.id, question["question_id"])
    assert question["tip_id"] == tip["tip_id"]
    (card,) = asking.tips.history()
    assert "From an accepted answer" in card.content
    assert TITLE not in card.content

    # Kept already: whoever presses sees it, with the question it was an answer to.
    for actor in (asking.ella, asking.ben, asking.mo):
        shown = answer(await keep(asking, actor))
        assert f"[{TITLE}](<" in text_of(shown)
        assert "iCal" in text_of(shown)
    assert len(await tips_of(asking)) == 1


async def test_an_answer_without_a_link_is_linked_itself(asking: Circle) -> None:
    reply = await solved(asking, "Just ask _them_.")
    form = await keep(asking, asking.ella)
    assert fields(form)["link"]["value"].endswith(f"/{thread_of(asking).id}/{reply.id}")
    assert fields(form)["note"]["value"] == "Just ask _them_."
    await kept(asking)
    (tip,) = await tips_of(asking)
    assert tip["url"].endswith(f"/{reply.id}")


async def test_nothing_of_it_is_kept_before_the_author_says_so(asking: Circle) -> None:
    await solved(asking)
    assert "I ask them when they next use me" in told(await keep(asking, asking.ben))
    assert "has been asked already" in told(await keep(asking, asking.mo))
    await asking.restart()
    assert await tips_of(asking) == []
    # Others are not told; the author is, once, and not who wished it.
    assert "as a tip" not in told(await asking.mo.slash(asking.talk, "tip mine"))
    beside = told(await asking.ella.slash(asking.talk, "tip mine"))
    assert f"your answer to [{TITLE}](<" in beside
    assert str(asking.ben.id) not in beside
    assert "as a tip" not in told(await asking.ella.slash(asking.talk, "tip mine"))
    assert await tips_of(asking) == []
    assert "has been asked already" in told(await keep(asking, asking.ben))
    await kept(asking)
    assert len(await tips_of(asking)) == 1


async def test_the_author_hears_it_by_direct_message_if_they_chose_that(asking: Circle) -> None:
    async with asking.bot.store.write() as tx:
        await tx.run(
            "INSERT INTO members (guild_id, user_id, language, reminders_by_dm)"
            " VALUES (?, ?, 'fi', 1)",
            (asking.guild.id, asking.ella.id),
        )
    await solved(asking)
    await keep(asking, asking.ben)
    await asking.env.settle()
    (message,) = asking.ella.user.dm_channel.history()
    assert f"haluaisi vastauksesi kysymykseen [{TITLE}](<" in text_of(message)
    assert str(asking.ben.id) not in text_of(message)


async def test_a_wish_is_over_when_the_answer_is(asking: Circle) -> None:
    await solved(asking)
    await keep(asking, asking.ben)
    await asking.ben.click(card_of(asking, TITLE), label="Reopen")
    assert "as a tip" not in told(await asking.ella.slash(asking.talk, "tip mine"))
    # Another answer is another question to another author.
    reply = await asking.mo.send(thread_of(asking), "Another way.")
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    assert "I ask them" in told(await keep(asking, asking.ben))
    assert "your answer to" in told(await asking.mo.slash(asking.talk, "tip mine"))


async def test_a_form_sent_after_the_answer_was_changed_gives_the_words_back(
    asking: Circle,
) -> None:
    await solved(asking)
    form = await keep(asking, asking.ella)
    await asking.ben.click(card_of(asking, TITLE), label="Reopen")
    values = {name: part["value"] for name, part in fields(form).items()}
    result = await asking.ella.submit_modal(form, values)
    assert "not the accepted one any more" in told(result)
    assert file_of(asking.env, result) == values["note"]
    assert await tips_of(asking) == []


async def test_a_removed_tip_can_be_kept_anew(asking: Circle) -> None:
    await solved(asking)
    await kept(asking)
    (tip,) = await tips_of(asking)
    picked = str(tip["tip_id"])
    await asking.ella.slash(asking.talk, "tip remove", tip=picked)
    await kept(asking)
    (question,) = await asking.bot.store.read("SELECT tip_id FROM questions")
    assert question["tip_id"] != tip["tip_id"]
    live = [one for one in await tips_of(asking) if one["state"] == "live"]
    assert [one["tip_id"] for one in live] == [question["tip_id"]]


async def test_after_reopening_the_tip_stays_its_authors(asking: Circle) -> None:
    await solved(asking)
    await kept(asking)
    await asking.ben.click(card_of(asking, TITLE), label="Reopen")
    (tip,) = await tips_of(asking)
    assert tip["state"] == "live"
    (question,) = await asking.bot.store.read("SELECT tip_id FROM questions")
    assert question["tip_id"] is None


async def test_erasing_oneself_takes_the_tip_along(asking: Circle) -> None:
    await asking.set_up(tips=asking.tips)
    await solved(asking)
    await kept(asking)
    await delete_everything(asking, asking.ella)
    assert await tips_of(asking) == []
    assert "iCal" not in shown_in(asking.tips)
    (question,) = await asking.bot.store.read("SELECT * FROM questions")
    assert (question["tip_id"], question["answer_text"]) == (None, "")


async def test_a_forged_press_keeps_nothing(asking: Circle) -> None:
    form = await asking.ben.slash(asking.talk, "ask")
    await asking.ben.submit_modal(form, {"title": TITLE, "topics": "", "how": ["named"]})
    card = card_of(asking, TITLE)
    for number in ("1", "999", "x"):
        forge(asking, card, f"question.keep:{number}")
        result = await asking.ella.click(card, label="Forged")
        assert "no accepted answer any more" in told(result)


async def test_behind_a_closed_door_there_is_nothing_to_keep(asking: Circle) -> None:
    await solved(asking)
    elsewhere = (await asking.ella.slash(asking.talk, "privacy")).response
    await asking.permit(asking.place, asking.ella, view_channel=False)
    forge(asking, elsewhere, "question.keep:1")
    assert "no accepted answer" in told(await asking.ella.click(elsewhere, label="Forged"))


@pytest.mark.parametrize(
    "words", ["*" * 2000, "https://example.org/" + "x" * 1900, "<@1> @everyone"]
)
async def test_the_longest_answers_fit(asking: Circle, words: str) -> None:
    await solved(asking, words)
    form = await keep(asking, asking.ella)
    values = {name: part.get("value") or "It helps." for name, part in fields(form).items()}
    await asking.ella.submit_modal(form, values)
    assert len(await tips_of(asking)) == 1
    await keep(asking, asking.mo)


async def test_the_asker_without_a_name_is_in_nothing_of_it(asking: Circle) -> None:
    question = await ask_unnamed(asking, asking.ben, TITLE)
    reply = await asking.ella.send(thread_of(asking), WORDS)
    await asking.mo.context_menu(thread_of(asking), "Accept answer", reply)
    await keep(asking, asking.ben)
    rows = await asking.bot.store.read("SELECT * FROM notices")
    assert [row["user_id"] for row in rows] == [asking.ella.id]
    await kept(asking)
    (tip,) = await tips_of(asking)
    assert tip["question_id"] == question.question_id
    assert str(asking.ben.id) not in repr([tuple(row) for row in await tips_of(asking)])


async def test_two_presses_at_once_make_one_tip(asking: Circle) -> None:
    await solved(asking)
    forms = [await keep(asking, asking.ella) for _ in range(2)]
    for form in forms:
        values = {name: part["value"] for name, part in fields(form).items()}
        await asking.ella.submit_modal(form, values)
    assert len(await tips_of(asking)) == 1
