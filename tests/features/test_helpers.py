"""Stories about questions nobody answers: helpers are looked for, once, and whoever can helps."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from simcord import interactions
from simcord.backend import serializers
from simcord.builders import ChannelHandle

from bot import rounds
from bot.notices import NONCE_LASTS
from data import communities, helpers, question_states, questions
from tests.features.circle import Circle, answer, raw_components, text_of, told, walk
from tests.features.helping import (
    DAY,
    HOUR,
    MORNING,
    asked,
    card,
    cards,
    column,
    offers,
    says,
    told_moderators,
    with_helpers,
)
from tests.features.scenes import (
    delete_everything,
    forge,
    line_breaks,
    on_the_wire,
    shut,
)
from tests.features.test_questions import ASKED, card_of


@pytest.fixture
def nap() -> int:
    """There is no hurry in what these are about: it is seen when the rounds look."""
    return rounds.IDLE_NAP


@pytest.fixture
async def helping(asking: Circle) -> Circle:
    """A helpers' channel; Ella and Mo help with Outlook, Aino with Word."""
    asking.helpers = await with_helpers(asking)  # type: ignore[attr-defined]
    await offers(asking, asking.ella, "outlook")
    await offers(asking, asking.mo, "Outlook, teams")
    await offers(asking, asking.aino, "word")
    return asking


def channel(circle: Circle) -> ChannelHandle:
    return circle.helpers  # type: ignore[attr-defined, no-any-return]


def labels(message: Any) -> list[str]:
    return [part["label"] for part in walk(raw_components(message)) if part.get("type") == 2]


def sent(circle: Circle) -> int:
    path = f"/channels/{channel(circle).id}/messages"
    return sum(one.method == "POST" and one.path == path for one in circle.env.http_requests)


async def test_helpers_of_the_topic_are_looked_for_after_a_day_and_the_night(
    helping: Circle,
) -> None:
    thread = await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING - 60)
    assert cards(channel(helping)) == []
    await helping.env.advance_time(60)
    shown = says(channel(helping))
    assert "Nobody has answered yet" in shown
    assert ASKED["title"] in shown
    assert f"/{thread.id}" in shown
    assert "`outlook`" in shown
    assert f"<@{helping.ella.id}>" in shown
    assert f"<@{helping.mo.id}>" in shown
    assert str(helping.aino.id) not in shown
    assert str(helping.ben.id) not in shown
    await helping.env.advance_time(10 * DAY)
    assert sent(helping) == 1


async def test_members_are_named_by_an_edit_alone(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    path = f"/channels/{channel(helping).id}/messages"
    first, *later = [one for one in helping.env.http_requests if one.path.startswith(path)]
    assert (first.method, [one.method for one in later]) == ("POST", ["PATCH"])
    assert "<@" not in str(first.json)
    assert f"<@{helping.ella.id}>" in str(later[0].json)


async def test_who_takes_it_is_on_both_cards(helping: Circle) -> None:
    thread = await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    result = await helping.ella.click(card(channel(helping)), label="I'll take this")
    assert f"<#{thread.id}>" in told(result)
    assert f"<@{helping.ella.id}> took this on" in says(channel(helping))
    assert labels(card(channel(helping))) == []
    assert f"Helping: <@{helping.ella.id}>" in text_of(card_of(helping))


async def test_somebody_who_was_not_named_may_take_it(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    await helping.restart()
    result = await helping.aino.click(card(channel(helping)), label="I'll take this")
    assert "Kirjoita vastauksesi ketjuun" in told(result)
    assert f"<@{helping.aino.id}> took this on" in says(channel(helping))


async def test_the_asker_cannot_take_their_own(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    result = await helping.ben.click(card(channel(helping)), label="I'll take this")
    assert "your own question" in told(result)
    assert "took this on" not in says(channel(helping))


async def test_two_take_it_at_once_and_one_is_told(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    (one,) = cards(channel(helping))
    await press_at_once(helping, one, [helping.ella, helping.mo, helping.aino])
    rows = await helping.bot.store.read("SELECT user_id FROM question_people WHERE helps = 1")
    assert len(rows) == 1
    assert says(channel(helping)).count("took this on") == 1
    assert f"<@{rows[0][0]}>" in says(channel(helping))


async def press_at_once(
    circle: Circle, message: Any, actors: list[Any], name: str = "take"
) -> None:
    backend = circle.env.backend
    stored = backend.get_message(channel(circle).id, message.id)
    (question,) = await circle.bot.store.read("SELECT question_id FROM questions")
    for actor in actors:
        _, payload = interactions.base_payload(
            backend,
            type=3,
            channel_id=channel(circle).id,
            guild_id=circle.guild.id,
            user_id=actor.id,
            data={"custom_id": f"question.{name}:{question[0]}", "component_type": 2},
        )
        payload["message"] = dict(serializers.message_payload(backend, stored))
        backend.emit("INTERACTION_CREATE", payload)
    await circle.env.settle()


# Not now


async def test_not_now_goes_on_to_the_next_until_there_is_none(helping: Circle) -> None:
    more = [helping.guild.add_member(helping.env.create_user(f"u{n}")) for n in range(3)]
    for one in more:
        await offers(helping, one, "outlook")
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    everybody = [helping.ella, helping.mo, *more]
    named = [one for one in everybody if f"<@{one.id}>" in says(channel(helping))]
    assert len(named) == 3
    waiting = [one for one in everybody if one not in named]
    for gone in range(5):
        first = next(one for one in everybody if f"<@{one.id}>" in says(channel(helping)))
        result = await first.click(card(channel(helping)), label="Not now")
        assert "That is fine" in told(result)
        assert f"<@{first.id}>" not in says(channel(helping))
        shown = [one for one in waiting if f"<@{one.id}>" in says(channel(helping))]
        assert len(shown) == min(gone + 1, 2) - max(0, gone - 2) or gone >= 3
    assert "Could somebody here help?" in says(channel(helping))
    assert labels(card(channel(helping))) == ["I'll take this", "Not now"]
    assert sent(helping) == 1
    result = await helping.ella.click(card(channel(helping)), label="I'll take this")
    assert "Write your answer" in told(result)


async def test_not_now_by_somebody_not_named_changes_nothing(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    before = says(channel(helping))
    result = await helping.aino.click(card(channel(helping)), label="Not now")
    assert "Sinua ei pyydetty nimeltä" in told(result)
    assert says(channel(helping)) == before


async def test_two_say_not_now_at_once_and_two_others_are_named(helping: Circle) -> None:
    more = [helping.guild.add_member(helping.env.create_user(f"u{n}")) for n in range(4)]
    for one in more:
        await offers(helping, one, "outlook")
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    everybody = [helping.ella, helping.mo, *more]
    named = [one for one in everybody if f"<@{one.id}>" in says(channel(helping))]
    await press_at_once(helping, card(channel(helping)), named[:2], "not-now")
    left = [one for one in everybody if f"<@{one.id}>" in says(channel(helping))]
    assert len(left) == 3
    assert not {one.id for one in named[:2]} & {one.id for one in left}


# Fairness


async def test_whoever_was_not_asked_the_longest_comes_first(helping: Circle) -> None:
    more = [helping.guild.add_member(helping.env.create_user(f"u{n}")) for n in range(3)]
    for one in more:
        await offers(helping, one, "outlook")
    everybody = [helping.ella, helping.mo, *more]
    first = await named_for(helping, "First?", everybody)
    second = await named_for(helping, "Second?", everybody)
    assert (len(first), len(second)) == (3, 3)
    # The two who were left out come first, and one of the others besides.
    assert {one.id for one in everybody} - first <= second
    # Choosing topics anew puts nobody first.
    (again,) = [one for one in everybody if one.id in first & second]
    await offers(helping, again, "outlook, excel")
    assert first - second <= await named_for(helping, "Third?", everybody)


async def named_for(circle: Circle, title: str, everybody: list[Any]) -> set[int]:
    before = {one.id for one in cards(channel(circle))}
    await asked(circle, circle.ben, title=title)
    await circle.env.advance_time(2 * DAY)
    (new,) = [one for one in cards(channel(circle)) if one.id not in before]
    return {one.id for one in everybody if f"<@{one.id}>" in text_of(new)}


async def test_who_left_is_away_or_cannot_see_it_is_not_named(helping: Circle) -> None:
    away = helping.guild.add_member(helping.env.create_user("away"))
    left = helping.guild.add_member(helping.env.create_user("left"))
    await offers(helping, away, "outlook")
    await offers(helping, left, "outlook")
    me = await away.slash(helping.talk, "me")
    await away.select(me.response, ["week"], custom_id="me.away")
    await asked(helping, helping.ben)
    await helping.permit(helping.place, helping.mo, view_channel=False)
    helping.env.backend.remove_member(helping.guild.id, left.id)
    await helping.env.advance_time(MORNING)
    shown = says(channel(helping))
    assert f"<@{helping.ella.id}>" in shown
    for one in (away, left):
        assert str(one.id) not in shown
    # Mo manages the server, and sees all channels but this one.
    assert str(helping.mo.id) not in shown
    rows = await helping.bot.store.read("SELECT 1 FROM helper_topics WHERE user_id = ?", (left.id,))
    assert rows == []


async def test_an_asker_without_a_name_is_not_asked_to_help(helping: Circle) -> None:
    thread = await asked(helping, helping.ella)
    guild_id, number = helping.guild.id, await column(helping, "question_id")
    asker = helping.bot.secret.asker(guild_id, number, helping.ella.id)
    async with helping.bot.store.write() as tx:
        await tx.run("UPDATE questions SET asker_id = NULL, asker = ?", (asker,))
    await helping.env.advance_time(MORNING)
    shown = says(channel(helping))
    assert f"<@{helping.mo.id}>" in shown
    assert str(helping.ella.id) not in shown
    result = await helping.ella.click(card(channel(helping)), label="I'll take this")
    assert "your own question" in told(result)
    assert thread.name


async def test_without_anybody_for_the_topic_the_card_asks_whoever_is_there(
    helping: Circle,
) -> None:
    await asked(helping, helping.ben, topics="cobol")
    await helping.env.advance_time(MORNING)
    assert "Could somebody here help?" in says(channel(helping))


async def test_helpers_follow_a_topic_that_was_merged(helping: Circle) -> None:
    await asked(helping, helping.ben, topics="mail")
    merged = await helping.mo.slash(helping.talk, "topic merge", topic="outlook", into="mail")
    assert answer(merged)
    await helping.env.advance_time(MORNING)
    assert f"<@{helping.ella.id}>" in says(channel(helping))
    await helping.mo.slash(helping.talk, "topic undo", topic="outlook")
    store, guild = helping.bot.store, helping.guild.id
    assert await helpers.topics(store, guild, helping.ella.id) == ["outlook"]


async def test_a_named_helper_who_erases_their_data_is_on_the_card_no_more(
    helping: Circle,
) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    await delete_everything(helping, helping.ella)
    assert str(helping.ella.id) not in says(channel(helping))
    assert f"<@{helping.mo.id}>" in says(channel(helping))


async def test_a_helper_who_erases_their_data_leaves_the_question_to_others(
    helping: Circle,
) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    await helping.ella.click(card(channel(helping)), label="I'll take this")
    await delete_everything(helping, helping.ella)
    assert str(helping.ella.id) not in says(channel(helping))
    assert "I'll take this" in labels(card(channel(helping)))


# What happens meanwhile


async def test_an_answer_before_then_ends_the_search(helping: Circle) -> None:
    thread = await asked(helping, helping.ben)
    await helping.ella.send(thread, "Try the iCal address.")
    await helping.env.advance_time(3 * DAY)
    assert cards(channel(helping)) == []


async def test_the_askers_own_words_are_no_answer(helping: Circle) -> None:
    thread = await asked(helping, helping.ben)
    await helping.ben.send(thread, "Anybody?")
    await helping.env.advance_time(MORNING)
    assert "Nobody has answered yet" in says(channel(helping))


@pytest.mark.parametrize("how", ["solved", "closed", "answered", "deleted"])
async def test_the_card_says_how_it_ended(helping: Circle, how: str) -> None:
    thread = await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    (before,) = cards(channel(helping))
    store, guild_id = helping.bot.store, helping.guild.id
    question = await questions.in_thread(store, guild_id, thread.id)
    assert question is not None
    if how == "solved":
        reply = await helping.ella.send(thread, "So.")
        await helping.ben.context_menu(thread, "Accept answer", reply)
    elif how == "closed":
        asked_with = card_of(helping)
        forge(helping, asked_with, f"question.unneeded:{question.question_id}")
        await helping.ben.click(asked_with, label="Forged")
    elif how == "answered":
        now = helping.bot.seconds()
        await question_states.written(store, guild_id, thread.id, now, by_asker=False)
        await helping.env.advance_time(HOUR)
    else:
        helping.env.backend.delete_channel(thread.id)
        await helping.env.settle()
        assert cards(channel(helping)) == []
        return
    words = {"solved": "Solved.", "closed": "Closed.", "answered": "Somebody has answered."}
    assert words[how] in says(channel(helping))
    assert labels(card(channel(helping))) == []
    # The card as somebody still has it on their screen.
    forge(helping, before, f"question.take:{question.question_id}")
    result = await helping.mo.click(before, label="Forged")
    assert ("Write your answer" if how == "answered" else "has ended") in told(result)


async def test_an_asker_who_erases_their_data_takes_the_card_along(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    await delete_everything(helping, helping.ben)
    assert cards(channel(helping)) == []
    rows = await helping.bot.store.read("SELECT count(*) FROM question_posts")
    assert rows[0][0] == 0


async def test_a_question_that_is_opened_again_gets_no_second_card(helping: Circle) -> None:
    thread = await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    reply = await helping.ella.send(thread, "So.")
    await helping.ben.context_menu(thread, "Accept answer", reply)
    store, guild_id = helping.bot.store, helping.guild.id
    question = await questions.in_thread(store, guild_id, thread.id)
    assert question is not None
    now = helping.bot.seconds()
    assert await question_states.reopen(store, question, now, now + HOUR)
    await helping.env.advance_time(5 * DAY)
    assert sent(helping) == 1


async def test_a_deleted_card_is_not_posted_again(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    helping.env.backend.delete_message(channel(helping).id, card(channel(helping)).id)
    await helping.env.settle()
    await helping.mo.slash(helping.talk, "topic rename", topic="outlook", name="mail")
    await helping.restart()
    await helping.env.advance_time(3 * DAY)
    assert sent(helping) == 1
    assert cards(channel(helping)) == []


# Restarts


@pytest.mark.parametrize("late", [0, NONCE_LASTS + 60, 2 * HOUR])
async def test_a_process_that_ends_while_posting_posts_once(helping: Circle, late: int) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING - 60)
    path = f"/channels/{channel(helping).id}/messages"
    with on_the_wire(helping, "POST", path, after=line_breaks):
        await helping.env.advance_time(60)
    assert len(cards(channel(helping))) == 1
    rows = await helping.bot.store.read("SELECT message_id FROM question_posts")
    assert [row[0] for row in rows] == [None]
    await stop_rounds(helping)
    await helping.env.advance_time(late)
    await helping.restart()
    await helping.env.settle()
    assert f"<@{helping.ella.id}>" in says(channel(helping))
    assert f"<@{helping.mo.id}>" in says(channel(helping))


async def stop_rounds(circle: Circle) -> None:
    await circle.bot.cogs["Questions"].upkeep.stop()  # type: ignore[attr-defined]


async def test_a_process_that_ends_before_it_asked_discord_posts_after_the_start(
    helping: Circle,
) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING - 60)
    path = f"/channels/{channel(helping).id}/messages"
    with on_the_wire(helping, "POST", path, before=line_breaks):
        await helping.env.advance_time(60)
    assert cards(channel(helping)) == []
    await helping.restart()
    await helping.env.settle()
    assert f"<@{helping.ella.id}>" in says(channel(helping))
    assert sent(helping) == 1


async def test_a_process_that_ends_before_it_named_anybody_names_them_after_the_start(
    helping: Circle,
) -> None:
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING - 60)
    path = f"/channels/{channel(helping).id}/messages/*"
    with on_the_wire(helping, "PATCH", path, before=line_breaks):
        await helping.env.advance_time(60)
    assert "<@" not in says(channel(helping))
    await helping.restart()
    await helping.env.settle()
    assert f"<@{helping.ella.id}>" in says(channel(helping))
    assert sent(helping) == 1


async def test_answered_between_the_claim_and_the_card_there_is_no_card(helping: Circle) -> None:
    thread = await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING - 60)
    path = f"/channels/{channel(helping).id}/messages"
    with on_the_wire(helping, "POST", path, before=line_breaks):
        await helping.env.advance_time(60)
    store, now = helping.bot.store, helping.bot.seconds()
    await question_states.written(store, helping.guild.id, thread.id, now, by_asker=False)
    await helping.env.advance_time(2 * HOUR)
    assert cards(channel(helping)) == []
    assert await store.read("SELECT 1 FROM question_posts") == []


async def test_a_process_that_was_away_for_long_asks_no_more(helping: Circle) -> None:
    await asked(helping, helping.ben)
    await stop_rounds(helping)
    await helping.env.advance_time(MORNING + 8 * DAY)
    await helping.restart()
    await helping.env.advance_time(2 * DAY)
    assert cards(channel(helping)) == []


async def test_a_clock_set_forward_and_back_asks_once(helping: Circle) -> None:
    await asked(helping, helping.ben)
    now = helping.bot.now
    helping.bot.now = lambda: now() + timedelta(days=2)
    upkeep(helping).wake()
    await helping.env.advance_time(9 * HOUR)
    assert len(cards(channel(helping))) == 1
    helping.bot.now = now
    upkeep(helping).wake()
    await helping.env.advance_time(4 * DAY)
    assert sent(helping) == 1


def upkeep(circle: Circle) -> Any:
    return circle.bot.cogs["Questions"].upkeep  # type: ignore[attr-defined]


# Trouble


@pytest.mark.parametrize(("status", "code"), [(500, 0), (502, 0), (429, 0)])
async def test_trouble_that_passes_is_waited_out(helping: Circle, status: int, code: int) -> None:
    await asked(helping, helping.ben)
    path = f"/channels/{channel(helping).id}/messages"
    helping.env.inject_error("POST", path, status=status, code=code, times=6)
    await helping.env.advance_time(MORNING + 60)
    assert cards(channel(helping)) == []
    helping.env.backend.faults.clear()
    await helping.env.advance_time(2 * HOUR)
    assert f"<@{helping.ella.id}>" in says(channel(helping))


async def test_a_closed_helpers_channel_is_told_once_and_asked_when_it_opens(
    helping: Circle,
) -> None:
    await helping.permit(channel(helping), helping.guild.me, send_messages=False)
    for title in ("First?", "Second?"):
        await asked(helping, helping.ben, title=title)
    await helping.env.advance_time(3 * DAY)
    assert told_moderators(helping).count("I cannot post about questions in") == 1
    assert sent(helping) == 0
    await helping.permit(channel(helping), helping.guild.me)
    await helping.env.advance_time(DAY)
    assert len(cards(channel(helping))) == 2


async def test_a_refusal_by_discord_is_told_once_and_not_repeated(helping: Circle) -> None:
    await asked(helping, helping.ben)
    path = f"/channels/{channel(helping).id}/messages"
    helping.env.inject_error("POST", path, status=403, code=50013, times=None)
    await helping.env.advance_time(MORNING + 19 * HOUR)
    assert sent(helping) == 1
    await helping.env.advance_time(4 * DAY)
    assert told_moderators(helping).count("I cannot post about questions in") == 1
    assert sent(helping) <= 6


async def test_a_deleted_helpers_channel_is_told_once(helping: Circle) -> None:
    await asked(helping, helping.ben)
    helping.env.backend.delete_channel(channel(helping).id)
    await helping.env.settle()
    await helping.env.advance_time(4 * DAY)
    assert told_moderators(helping).count("is gone, so I cannot post") == 1
    other = helping.guild.create_text_channel("helpers-again")
    await helping.env.settle()
    await helping.set_up(helpers=other)
    await helping.env.advance_time(DAY)
    assert "Nobody has answered yet" in says(other)


async def test_another_communitys_trouble_holds_up_nobody(helping: Circle) -> None:
    guild, general, eve = helping.another_guild()
    await helping.env.settle()
    store = helping.bot.store
    await communities.choose(store, guild.id, "helpers_channel_id", general.id)
    form = await eve.slash(general, "ask")
    await eve.submit_modal(form, {**ASKED, "title": "Elsewhere?"})
    await asked(helping, helping.ben)
    hangs = asyncio.Event()

    async def hang() -> None:
        await helping.bot.park(hangs.wait(), reason="a hanging request")

    with on_the_wire(helping, "POST", f"/channels/{general.id}/messages", before=hang):
        await helping.env.advance_time(MORNING)
        assert f"<@{helping.ella.id}>" in says(channel(helping))
        assert "Elsewhere?" not in says(channel(helping))
        assert [one for one in cards(general) if "Nobody has answered" in text_of(one)] == []
        hangs.set()
        await helping.env.settle()
    (there,) = [one for one in cards(general) if "Nobody has answered" in text_of(one)]
    assert ASKED["title"] not in text_of(there)


async def test_many_at_once_come_a_few_at_a_time(helping: Circle) -> None:
    store, now = helping.bot.store, helping.bot.seconds()
    for number in range(13):
        title = f"Question {number}"
        new = questions.New(helping.ben.id, title, "", ("outlook",), now, now + DAY)
        assert not isinstance(await questions.add(store, helping.guild.id, new), str)
    # They stand in the threads Discord gives them at the next start.
    await helping.env.advance_time(5)
    await helping.restart()
    await helping.env.advance_time(MORNING)
    assert 5 <= len(cards(channel(helping))) < 13
    await helping.env.advance_time(60)
    assert len(cards(channel(helping))) == 13


# Who sees what


async def test_a_question_not_everybody_there_may_see_is_named_by_its_thread_alone(
    helping: Circle,
) -> None:
    thread = await asked(helping, helping.ben)
    await shut(helping, helping.place)
    await helping.env.advance_time(MORNING)
    shown = says(channel(helping))
    assert ASKED["title"] not in shown
    assert f"<#{thread.id}>" in shown
    result = await helping.aino.click(card(channel(helping)), label="I'll take this")
    assert "Et näe tämän kysymyksen kanavaa" in told(result)


async def test_the_card_is_in_the_communitys_language(helping: Circle) -> None:
    await communities.choose(helping.bot.store, helping.guild.id, "language", "fi")
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    assert "Kukaan ei ole vielä vastannut" in says(channel(helping))
    result = await helping.ella.click(card(channel(helping)), label="Otan tämän")
    assert "Write your answer" in told(result)


async def test_forged_buttons_meet_nothing(helping: Circle) -> None:
    guild, general, eve = helping.another_guild()
    await helping.env.settle()
    await asked(helping, helping.ben)
    await helping.env.advance_time(MORNING)
    number = await column(helping, "question_id")
    message = await eve.slash(general, "me")
    for name in ("take", "not-now", "still-needed", "unneeded", "still-valid", "outdated"):
        forge(helping, message.response, f"question.{name}:{number}")
        assert "is gone" in told(await eve.click(message.response, label="Forged"))
    assert guild.id
    assert await column(helping, "state") == "open"


async def test_the_longest_question_and_topics_fit(helping: Circle) -> None:
    await asked(
        helping, helping.ben, title="[" * 100, topics=",".join(c * 30 for c in "abcd") + ",outlook"
    )
    await helping.env.advance_time(MORNING)
    assert f"<@{helping.ella.id}>" in says(channel(helping))


async def test_nobody_is_looked_for_where_that_is_off(helping: Circle) -> None:
    await communities.choose(helping.bot.store, helping.guild.id, "nudge_hours", 0)
    await asked(helping, helping.ben)
    await helping.env.advance_time(5 * DAY)
    assert cards(channel(helping)) == []
