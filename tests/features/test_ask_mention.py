"""Stories about mentions that ask: one answer to each, and only what all there may read."""

from typing import Any

import pytest

from data import question_drafts
from data.question_drafts import LASTS
from tests.features.asking import ask, labelled, solve
from tests.features.circle import Circle, file_of, text_of, told
from tests.features.scenes import hidden
from tests.features.test_tip_ways import us

FIRST = "How do I merge two calendars?"
AGAIN = "how can I merge two calendars?"
HELP = "Subscribe to the iCal address."


async def mention(circle: Circle, actor: Any, words: str, place: Any = None) -> Any:
    """What the bot says to it."""
    place = place or circle.talk
    before = len(place.history())
    await actor.send(place, words)
    return [one for one in place.history()[before:] if one.author.bot]


async def asked(circle: Circle) -> list[dict[str, Any]]:
    found = await circle.bot.store.read("SELECT * FROM questions ORDER BY question_id")
    return [dict(row) for row in found]


async def test_a_mention_that_asks_is_a_question(asking: Circle) -> None:
    (reply,) = await mention(asking, asking.ben, f"{us(asking)} how do I merge cells? #excel")
    thread = asking.place.threads[-1]
    assert thread.name == "how do I merge cells?"
    assert f"Asked: <#{thread.id}>" in text_of(reply)
    (question,) = await asked(asking)
    assert question["asker_id"] == asking.ben.id
    listed = await asking.ella.slash(asking.talk, "question list", topic="excel")
    assert "how do I merge cells?" in told(listed)


async def test_a_mention_at_the_end_asks_too(asking: Circle) -> None:
    await mention(asking, asking.ben, f"How do I merge cells? {us(asking)}")
    assert asking.place.threads[-1].name == "How do I merge cells?"


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("is {us} any good?", "Mention me with a link"),
        ("{us} hello", "Mention me with a link"),
        ("{us} https://example.org/a?", "why does it help"),
        ("{us} https://example.org/a it answers what? Everything.", "Shared by"),
    ],
)
async def test_what_asks_nothing_is_answered_once_by_tips(
    circle: Circle, words: str, reply: str
) -> None:
    replies = await mention(circle, circle.ben, words.format(us=us(circle)))
    assert len(replies) == 1
    assert reply in text_of(replies[0])
    assert await asked(circle) == []


async def test_a_question_with_a_link_is_a_question_alone(asking: Circle) -> None:
    words = f"{us(asking)} does https://example.org/a work for maps?"
    (reply,) = await mention(asking, asking.ben, words)
    assert "Asked:" in text_of(reply)
    assert "https://example.org/a" in (await asked(asking))[0]["title"]
    assert await asking.bot.store.read("SELECT 1 FROM tips") == []


async def test_a_long_mention_keeps_every_word(asking: Circle) -> None:
    story = "I have Outlook at work and Google at home. " * 4
    await mention(asking, asking.ben, f"{us(asking)} {story}How do I merge them?")
    (question,) = await asked(asking)
    assert question["title"] == "How do I merge them?"
    assert story.strip() in question["details"]


async def test_a_mention_too_long_is_told_in_reply(asking: Circle) -> None:
    (reply,) = await mention(asking, asking.ben, f"{us(asking)} {'word ' * 350}?")
    assert "too long" in text_of(reply)
    assert "file below" not in text_of(reply)
    assert await asked(asking) == []


async def test_earlier_questions_are_for_the_writer_to_choose(asking: Circle) -> None:
    await solve(asking, asking.ella, FIRST, asking.mo, HELP)
    (offer,) = await mention(asking, asking.ben, f"{us(asking)} {AGAIN}")
    assert f"<@{asking.ben.id}>, **does one of these solve it?**" in text_of(offer)
    assert HELP in text_of(offer)
    await asking.restart()
    for label in ("This solved it", "Ask anyway"):
        result = await asking.aino.click(offer, label=label)
        assert "Vain kysyjä" in told(result)
    await asking.ben.click(offer, label="This solved it")
    shown = asking.talk.history()[-1]
    assert f"<@{asking.ben.id}> found the answer" in text_of(shown)
    assert labelled(shown) == set()
    (thanks,) = await asking.bot.store.read("SELECT user_id FROM question_thanks")
    assert thanks["user_id"] == asking.ben.id
    assert await question_drafts.counts(asking.bot.store, asking.guild.id) == {
        "shown": 1,
        "solved": 1,
    }


async def test_the_writer_asks_anyway(asking: Circle) -> None:
    await solve(asking, asking.ella, FIRST, asking.mo, HELP)
    asking.speaks(asking.ben, "fi")
    (offer,) = await mention(asking, asking.ben, f"{us(asking)} {AGAIN}")
    await asking.ben.click(offer, label="Ask anyway")
    thread = asking.place.threads[-1]
    # Everybody reads it, so it is in the community's language.
    assert text_of(asking.talk.history()[-1]).strip() == f"❓ Asked: <#{thread.id}>"


async def test_a_refusal_after_the_offer_is_for_the_writer_alone(asking: Circle) -> None:
    await solve(asking, asking.ella, FIRST, asking.mo, HELP)
    (offer,) = await mention(asking, asking.ben, f"{us(asking)} {AGAIN}")
    await asking.permit(asking.place, asking.guild.me, send_messages=False)
    result = await asking.ben.click(offer, label="Ask anyway")
    assert "I lack" in told(result)
    assert file_of(asking.env, result) == AGAIN


async def test_an_offer_nobody_answers_goes_away(asking: Circle) -> None:
    await solve(asking, asking.ella, FIRST, asking.mo, HELP)
    (offer,) = await mention(asking, asking.ben, f"{us(asking)} {AGAIN}")
    await asking.restart()
    await asking.env.advance_time(LASTS + 1)
    assert offer.id not in [one.id for one in asking.talk.history()]


async def test_who_erases_their_data_takes_the_offer_along(asking: Circle) -> None:
    await solve(asking, asking.ella, FIRST, asking.mo, HELP)
    (offer,) = await mention(asking, asking.ben, f"{us(asking)} {AGAIN}")
    card = (await asking.ben.slash(asking.talk, "data delete")).response
    await asking.ben.click(card, label="Delete everything")
    assert offer.id not in [one.id for one in asking.talk.history()]


async def test_what_not_all_there_may_read_is_not_shown(circle: Circle) -> None:
    secret = await hidden(circle, circle.ben, circle.ella, circle.mo)
    circle.place = secret
    await circle.set_up(questions=secret)
    await circle.permit(secret, circle.ella, view_channel=True, send_messages=True)
    form = await circle.ella.slash(secret, "ask")
    await circle.ella.submit_modal(form, {"title": FIRST, "details": "", "topics": ""})
    await circle.set_up(questions=circle.questions)
    (reply,) = await mention(circle, circle.ben, f"{us(circle)} {AGAIN}")
    assert FIRST not in text_of(reply)
    assert "Asked:" in text_of(reply)
    # Those who read the hidden channel may all see it.
    await circle.permit(secret, circle.ben, view_channel=True, send_messages=True)
    (reply,) = await mention(circle, circle.ben, f"{us(circle)} {AGAIN}", secret)
    assert FIRST in text_of(reply)


async def test_words_from_a_hidden_channel_are_not_taken_into_the_open(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    secret = await hidden(circle, circle.ben)
    await circle.permit(secret, circle.ben, view_channel=True, send_messages=True)
    (offer,) = await mention(circle, circle.ben, f"{us(circle)} who leaves the team?", secret)
    assert f"<#{circle.questions.id}>, where more people read it" in text_of(offer)
    assert await asked(circle) == []
    await circle.ben.click(offer, label="Ask anyway")
    assert circle.questions.threads[-1].name == "who leaves the team?"
    # There was nothing to choose from.
    assert await question_drafts.counts(circle.bot.store, circle.guild.id) == {}


async def test_without_a_questions_channel_it_opens_where_it_was_written(circle: Circle) -> None:
    await mention(circle, circle.ben, f"{us(circle)} how do I merge cells?")
    assert circle.talk.threads[-1].name == "how do I merge cells?"


async def test_in_a_thread_it_goes_to_the_channel_or_says_why_not(circle: Circle) -> None:
    message = await circle.ben.send(circle.talk, "Look.")
    thread = circle.env.backend.create_thread(
        circle.talk.id, "side", circle.ben.id, message_id=message.id
    )
    await circle.env.settle()
    side = next(one for one in circle.talk.threads if one.id == thread.id)
    (reply,) = await mention(circle, circle.ben, f"{us(circle)} how do I merge cells?", side)
    assert "Asked:" in text_of(reply)
    assert {one.name for one in circle.talk.threads} == {"side", "how do I merge cells?"}

    private = circle.env.backend.create_thread(circle.talk.id, "secret", circle.ben.id, type=12)
    private.thread_members[circle.env.backend.bot_user.id] = "2026-01-01T00:00:00+00:00"
    await circle.env.settle()
    place = next(one for one in circle.talk.threads if one.id == private.id)
    (reply,) = await mention(circle, circle.ben, f"{us(circle)} who pays for this?", place)
    assert "cannot open a question here" in text_of(reply)


async def test_who_cannot_see_the_questions_channel_is_told(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    await circle.permit(circle.questions, circle.ben, view_channel=False)
    (reply,) = await mention(circle, circle.ben, f"{us(circle)} how do I merge cells?")
    assert "a channel that you cannot see" in text_of(reply)
    result = await ask(circle, circle.ben, "How do I merge cells?")
    assert "a channel that you cannot see" in told(result)
    assert await asked(circle) == []


async def test_hostile_words_stay_words(asking: Circle) -> None:
    await mention(asking, asking.ben, f"{us(asking)} **@everyone** [x](https://evil.example) why?")
    (question,) = await asked(asking)
    shown = [*asking.place.history(), *asking.place.threads[-1].history()]
    cards = [one for one in shown if one.components]
    assert cards
    assert "@everyone" not in "\n".join(map(text_of, cards))
    assert question["state"] == "open"


async def test_a_channel_that_refuses_breaks_nothing(asking: Circle) -> None:
    await asking.permit(asking.talk, asking.guild.me, send_messages=False)
    assert await mention(asking, asking.ben, f"{us(asking)} how do I merge cells?") == []
