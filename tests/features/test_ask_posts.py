"""Stories about posts that members make in the questions forum by themselves."""

from typing import Any

import pytest

from data import question_drafts, questions
from tests.features.asking import by_hand, labelled, solve, tag
from tests.features.circle import Circle, answer, text_of, told
from tests.features.scenes import forge, hidden
from tests.features.test_tip_ways import us

FIRST = "How do I merge two calendars?"
AGAIN = "Can I merge two calendars somehow?"
HELP = "Subscribe to the iCal address."


@pytest.fixture
async def forum(circle: Circle) -> Circle:
    """The questions channel is the forum."""
    circle.place = circle.forum
    await circle.set_up(questions=circle.forum)
    return circle


async def asked(circle: Circle) -> list[dict[str, Any]]:
    found = await circle.bot.store.read("SELECT * FROM questions ORDER BY question_id")
    return [dict(row) for row in found]


def ours(thread: Any) -> list[Any]:
    return [one for one in thread.history() if one.author.bot]


async def away(circle: Circle) -> None:
    """Nothing that happens now reaches the bot."""
    circle.env.backend.announce_thread_create = lambda *_: None
    circle.env.backend.announce_message_create = lambda *_: None


async def back(circle: Circle) -> None:
    for name in ("announce_thread_create", "announce_message_create"):
        vars(circle.env.backend).pop(name, None)
    await circle.restart()


async def test_a_post_is_a_question_with_one_card(forum: Circle) -> None:
    await tag(forum, "Excel", "Solved", "Long, tag")
    thread = await by_hand(forum, forum.ben, AGAIN, "The words.", ("Excel", "Solved", "Long, tag"))
    (question,) = await asked(forum)
    assert (question["title"], question["asker_id"]) == (AGAIN, forum.ben.id)
    # Without the privileged intent its text is not shown to the bot.
    assert (question["details"], question["by_hand"]) == ("", 1)
    assert question["nudge_at"] == question["asked_at"] + 24 * 3600
    (card,) = ours(thread)
    assert AGAIN not in text_of(card)
    assert "`excel`" in text_of(card)
    assert "`long tag`" in text_of(card)
    assert "solved`" not in text_of(card)
    assert card.flags.suppress_notifications
    assert labelled(card) == {"I'll help", "Follow", "Solved…"}
    reply = await forum.ella.send(thread, "Try this.")
    await forum.ben.context_menu(thread, "Accept answer", reply)
    assert "**Solved**" in text_of(ours(thread)[0])
    assert AGAIN in told(await forum.mo.slash(forum.talk, "question list", state="solved"))


async def test_earlier_questions_come_as_one_quiet_card(forum: Circle) -> None:
    earlier = await solve(forum, forum.ben, FIRST, forum.ella, HELP)
    thread = await by_hand(forum, forum.mo, AGAIN)
    card, similar = ours(thread)
    assert "Does one of these solve it?" in text_of(similar)
    assert f"/{earlier.id}" in text_of(similar)
    assert HELP in text_of(similar)
    assert similar.flags.suppress_notifications
    assert await question_drafts.counts(forum.bot.store, forum.guild.id) == {"shown": 1}
    for label in ("This solved it", "Dismiss"):
        assert "kysyjä tai valvoja" in told(await forum.aino.click(similar, label=label))
    await forum.restart()
    assert len(ours(thread)) == 2
    await forum.mo.click(similar, label="This solved it")
    (now,) = ours(thread)
    assert now.id == card.id
    assert f"The same as [{FIRST}]" in text_of(now)
    first, second = await asked(forum)
    assert (second["state"], second["closed_why"]) == ("closed", "duplicate")
    assert second["duplicate_of"] == first["question_id"]
    (thanks,) = await forum.bot.store.read("SELECT * FROM question_thanks")
    assert (thanks["user_id"], thanks["question_id"]) == (forum.mo.id, first["question_id"])
    counts = await question_drafts.counts(forum.bot.store, forum.guild.id)
    assert counts == {"shown": 1, "solved": 1}


async def test_a_moderator_closes_it_without_thanks(forum: Circle) -> None:
    await solve(forum, forum.ben, FIRST, forum.ella, HELP)
    thread = await by_hand(forum, forum.ben, AGAIN)
    await forum.mo.click(ours(thread)[1], label="This solved it")
    assert (await asked(forum))[1]["closed_by"] == forum.mo.id
    assert await forum.bot.store.read("SELECT 1 FROM question_thanks") == []


async def test_it_is_dismissed(forum: Circle) -> None:
    await solve(forum, forum.ben, FIRST, forum.ella, HELP)
    thread = await by_hand(forum, forum.mo, AGAIN)
    await forum.mo.click(ours(thread)[1], label="Dismiss")
    assert len(ours(thread)) == 1
    assert (await asked(forum))[1]["state"] == "open"
    counts = await question_drafts.counts(forum.bot.store, forum.guild.id)
    assert counts == {"shown": 1, "asked": 1}


async def test_what_ended_meanwhile_is_told(forum: Circle) -> None:
    await solve(forum, forum.ben, FIRST, forum.ella, HELP)
    thread = await by_hand(forum, forum.mo, AGAIN)
    reply = await forum.ella.send(thread, "So.")
    similar = ours(thread)[1]
    await forum.mo.context_menu(thread, "Accept answer", reply)
    assert "has ended already" in told(await forum.mo.click(similar, label="This solved it"))
    await forum.mo.click(similar, label="Dismiss")
    assert similar.id not in [one.id for one in thread.history()]


@pytest.mark.parametrize("forged", ["{own}:{own}", "{own}:99999", "99999:{first}", "x:y"])
async def test_made_up_ids_close_nothing(forum: Circle, forged: str) -> None:
    await solve(forum, forum.ben, FIRST, forum.ella, HELP)
    thread = await by_hand(forum, forum.mo, AGAIN)
    first, own = [one["question_id"] for one in await asked(forum)]
    similar = ours(thread)[1]
    forge(forum, similar, "question.same:" + forged.format(own=own, first=first))
    assert "question is gone" in told(await forum.mo.click(similar, label="Forged"))
    assert (await asked(forum))[1]["state"] == "open"


async def test_only_what_all_readers_of_the_forum_see(circle: Circle) -> None:
    secret = await hidden(circle, circle.ben, circle.mo)
    await circle.set_up(questions=secret)
    form = await circle.ben.slash(secret, "ask")
    await circle.ben.submit_modal(form, {"title": FIRST, "details": "", "topics": ""})
    circle.place = circle.forum
    await circle.set_up(questions=circle.forum)
    thread = await by_hand(circle, circle.ben, AGAIN)
    assert len(ours(thread)) == 1


async def test_a_mention_in_a_post_asks_once(forum: Circle) -> None:
    thread = await by_hand(forum, forum.ben, "Calendars", f"{us(forum)} how do I merge them?")
    (question,) = await asked(forum)
    assert question["thread_id"] == thread.id
    # A message that mentions the bot can be read.
    assert "how do I merge them?" in question["details"]


async def test_what_is_no_post_of_a_member_is_left_alone(forum: Circle) -> None:
    robot = forum.guild.add_member(forum.env.create_user("robot", bot=True))
    await by_hand(forum, robot, "Beep?")
    elsewhere = forum.guild.create_forum_channel("other")
    forum.env.backend.create_thread(elsewhere.id, "Not here", forum.ben.id)
    await forum.env.settle()
    side = forum.env.backend.create_thread(forum.talk.id, "side", forum.ben.id)
    await forum.env.settle()
    await forum.ben.send(next(one for one in forum.talk.threads if one.id == side.id), "Hi.")
    assert await asked(forum) == []


async def test_a_post_whose_first_message_was_not_seen_counts_when_its_author_writes(
    circle: Circle,
) -> None:
    old = circle.env.backend.create_thread(circle.forum.id, "Older", circle.ben.id)
    await circle.env.advance_time(5)
    await circle.set_up(questions=circle.forum)
    await circle.env.advance_time(5)
    new = circle.env.backend.create_thread(circle.forum.id, "Newer", circle.ben.id)
    await circle.env.settle()
    for thread in (old, new):
        place = next(one for one in circle.forum.threads if one.id == thread.id)
        await circle.ella.send(place, "Me first.")
        await circle.ben.send(place, "My words.")
        await circle.ben.send(place, "More words.")
    assert [one["title"] for one in await asked(circle)] == ["Newer"]


async def test_a_used_up_quota_is_told_quietly_in_the_thread(forum: Circle) -> None:
    async with forum.bot.store.write() as tx:
        for number in range(questions.DAILY_PER_MEMBER):
            await tx.run(
                "INSERT INTO questions (guild_id, asker_id, title, details, state, asked_at,"
                " active_at, thread_id) VALUES (?, ?, 'x', '', 'open', ?, 0, ?)",
                (forum.guild.id, forum.ben.id, forum.bot.seconds(), number + 1),
            )
    thread = await by_hand(forum, forum.ben, AGAIN)
    (reply,) = ours(thread)
    assert "I keep no card" in text_of(reply)
    assert reply.flags.suppress_notifications
    await forum.restart()
    assert len(ours(thread)) == 1


async def test_a_post_from_before_the_forum_was_chosen_is_left_alone(circle: Circle) -> None:
    thread = await by_hand(circle, circle.ben, FIRST)
    await circle.env.advance_time(5)
    await circle.set_up(questions=circle.forum)
    await circle.restart()
    assert ours(thread) == []
    assert await asked(circle) == []


# While nobody looked


async def test_a_post_made_while_the_bot_was_away_is_taken_up(forum: Circle) -> None:
    await solve(forum, forum.ben, FIRST, forum.ella, HELP)
    await forum.env.advance_time(60)
    await away(forum)
    thread = await by_hand(forum, forum.mo, AGAIN)
    at = forum.bot.seconds()
    await forum.env.advance_time(3600)
    await forum.ella.send(thread, "I know.")
    assert ours(thread) == []
    await back(forum)
    card, similar = ours(thread)
    assert "Open question" in text_of(card)
    assert "Does one of these" in text_of(similar)
    question = (await asked(forum))[1]
    assert question["asked_at"] == at
    # Somebody has answered, so nobody is looked for.
    assert question["answered_at"] is not None
    assert question["nudge_at"] is None
    await forum.restart()
    await forum.restart()
    assert len(ours(thread)) == 2


async def test_of_what_was_deleted_meanwhile_the_title_is_known(forum: Circle) -> None:
    await forum.env.advance_time(60)
    await away(forum)
    thread = await by_hand(forum, forum.ben, FIRST)
    forum.env.backend.delete_message(thread.id, thread.id)
    gone = await by_hand(forum, forum.ella, "I leave?")
    forum.env.backend.delete_message(gone.id, gone.id)
    forum.env.backend.remove_member(forum.guild.id, forum.ella.id)
    await back(forum)
    assert [(one["title"], one["asker_id"]) for one in await asked(forum)] == [
        (FIRST, forum.ben.id)
    ]


async def test_a_process_that_ended_before_the_card_goes_on(forum: Circle) -> None:
    forum.env.inject_error("POST", "/channels/*", status=500, times=None)
    thread = await by_hand(forum, forum.ben, FIRST)
    forum.env.backend.faults.clear()
    assert len(await asked(forum)) == 1
    assert ours(thread) == []
    await forum.env.advance_time(5)
    await forum.restart()
    (card,) = ours(thread)
    # Posted, but not remembered: it is found again.
    async with forum.bot.store.write() as tx:
        await tx.run("UPDATE questions SET card_message_id = NULL, card_channel_id = NULL")
    await forum.restart()
    assert [one.id for one in ours(thread)] == [card.id]
    assert (await asked(forum))[0]["card_message_id"] == card.id


async def test_what_was_erased_does_not_come_back(forum: Circle) -> None:
    await by_hand(forum, forum.ben, FIRST)
    await forum.env.advance_time(5)
    card = answer(await forum.ben.slash(forum.talk, "data delete"))
    await forum.ben.click(card, label="Delete everything")
    await forum.restart()
    assert await asked(forum) == []


async def test_a_forum_that_refuses_breaks_nothing(forum: Circle) -> None:
    await forum.permit(forum.forum, forum.guild.me, send_messages_in_threads=False)
    thread = await by_hand(forum, forum.ben, FIRST)
    assert ours(thread) == []
    await forum.permit(forum.forum, forum.guild.me, send_messages_in_threads=True)
    await forum.env.advance_time(5)
    await forum.restart()
    assert len(ours(thread)) == 1


async def test_in_finnish(forum: Circle) -> None:
    await forum.mo.click(
        answer(await forum.mo.slash(forum.talk, "setup")), custom_id="setup.language"
    )
    await solve(forum, forum.ben, "Miten yhdistän kalenterit?", forum.ella, "Tilaa osoite.")
    thread = await by_hand(forum, forum.mo, "Kalenterit, miten yhdistän?")
    similar = ours(thread)[1]
    assert labelled(similar) == {"Tämä ratkaisi", "Piilota"}
    assert "Avoin kysymys" in text_of(ours(thread)[0])


async def test_the_longest_title_and_full_tags(forum: Circle) -> None:
    names = [f"tag number {number:02} xxxxxx"[:20] for number in range(5)]
    await tag(forum, *names)
    thread = await by_hand(forum, forum.ben, "[*" * 50, "x" * 2000, tuple(names))
    card = ours(thread)[0]
    assert all(f"`{name}`" in text_of(card) for name in names)
    thread = await by_hand(forum, forum.ben, "[*" * 49 + "a?")
    assert ours(thread)


class TestWithMessages:
    @pytest.fixture
    def settings(self) -> dict[str, str]:
        return {"MESSAGE_CONTENT": "on"}

    async def test_its_words_are_found_too(self, forum: Circle) -> None:
        await by_hand(forum, forum.ben, "Calendars?", "Mine is on a kvasaari.\n" + "x" * 1900)
        (question,) = await asked(forum)
        assert "kvasaari" in question["details"]
        assert len(question["details"]) == 1500
