"""Broken lines and ended processes: what was promised still comes, once."""

from typing import Any

import pytest
from simcord.backend import serializers

from data import question_states, questions
from data.question_states import Answer
from data.questions import New
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk
from tests.features.scenes import (
    delete_everything,
    line_breaks,
    on_the_wire,
    reflect,
    schedule_prompt,
    shown_in,
)
from tests.features.test_delivery import (
    DAY,
    FIRST_RUN,
    MESSAGES,
    down_for,
    notices,
    posts,
    states,
)
from tests.features.test_questions import ask, card_of, thread_of

LINK = "https://example.org/guide"
ONE_MESSAGE = "/channels/*/messages/*"
THREADS = "/channels/*/messages/*/threads"


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    await schedule_prompt(circle)
    return circle


# Lines that break


async def test_what_could_not_be_deleted_goes_at_the_next_start(circle: Circle) -> None:
    await circle.share(circle.ben, LINK, "Ben's own note.")
    with on_the_wire(circle, "DELETE", ONE_MESSAGE, before=line_breaks):
        result = await delete_everything(circle, circle.ben)
    assert "I try again at my next start" in told(result)
    assert "Ben's own note." in shown_in(circle.talk)
    await circle.restart()
    assert "Ben's own note." not in shown_in(circle.talk)
    assert not await circle.bot.store.read("SELECT * FROM leftovers")


async def test_what_could_not_be_deleted_goes_with_the_next_try(circle: Circle) -> None:
    await circle.share(circle.ben, LINK, "Ben's own note.")
    with on_the_wire(circle, "DELETE", ONE_MESSAGE, before=line_breaks):
        await delete_everything(circle, circle.ben)
    assert "Discord did not let me" not in told(await delete_everything(circle, circle.ben))
    assert "Ben's own note." not in shown_in(circle.talk)


async def test_a_card_that_still_names_an_erased_answerer_is_drawn_at_the_next_start(
    asking: Circle,
) -> None:
    await ask(asking, asking.ella)
    thread = thread_of(asking)
    reply = await asking.ben.send(thread, "Try this.")
    await asking.ella.context_menu(thread, "Accept answer", reply)
    with on_the_wire(asking, "PATCH", ONE_MESSAGE, before=line_breaks):
        await delete_everything(asking, asking.ben)
    assert f"<@{asking.ben.id}>" in text_of(card_of(asking))
    await asking.restart()
    assert f"<@{asking.ben.id}>" not in text_of(card_of(asking))


async def test_a_reflection_the_line_broke_under_is_kept(weekly: Circle) -> None:
    await weekly.env.advance_time(FIRST_RUN)
    with on_the_wire(weekly, "POST", MESSAGES, before=line_breaks):
        result = await reflect(weekly, weekly.ben, "Keep me.")
    assert "Saved in your journal, but I could not post it" in told(result)
    assert "Keep me." in told(await weekly.ben.slash(weekly.talk, "journal list"))


async def test_a_prompt_the_line_broke_under_is_posted_once(weekly: Circle) -> None:
    with on_the_wire(weekly, "POST", f"/channels/{weekly.prompts.id}/messages", after=line_breaks):
        await weekly.env.advance_time(FIRST_RUN)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sending", "")]
    await down_for(weekly, 3600)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]


async def test_a_question_without_its_thread_leaves_no_card(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    circle.env.inject_error("POST", THREADS, status=400, code=160006, times=None)
    result = await ask(circle, circle.ben)
    assert "could not post" in told(result)
    assert "Outlook and Google." in file_of(circle.env, result)
    assert not circle.questions.history()


# Prompts


async def forbid_history(circle: Circle, channel: Any) -> None:
    """Discord answers with an empty history then, not with a refusal."""
    await circle.permit(channel, circle.guild.me, read_message_history=False)


async def test_a_cut_off_prompt_is_not_repeated_where_history_cannot_be_read(
    weekly: Circle,
) -> None:
    with on_the_wire(weekly, "POST", f"/channels/{weekly.prompts.id}/messages", after=line_breaks):
        await weekly.env.advance_time(FIRST_RUN)
    await forbid_history(weekly, weekly.prompts)
    await down_for(weekly, 3600)
    assert posts(weekly) == 1
    assert await states(weekly) == [("failed", "unsure")]
    assert "cannot read its history" in notices(weekly)


async def test_one_post_is_not_taken_for_another_whose_number_begins_alike(weekly: Circle) -> None:
    weekly.env.inject_error(
        "POST", f"/channels/{weekly.prompts.id}/messages", status=500, times=None
    )
    await weekly.env.advance_time(FIRST_RUN)
    await weekly.bot.deliveries.stop()
    weekly.env.backend.faults.clear()
    async with weekly.bot.store.write() as tx:
        await tx.run("UPDATE sqlite_sequence SET seq = 16 WHERE name = 'deliveries'")
    await weekly.mo.slash(weekly.talk, "prompt post")
    assert posts(weekly) == 1
    await down_for(weekly, 3600)
    rows = await weekly.bot.store.read("SELECT delivery_id, message_id FROM deliveries")
    assert {row["delivery_id"] for row in rows} == {1, 17}
    assert len({row["message_id"] for row in rows}) == 2
    assert posts(weekly) == 2


async def test_a_zone_that_came_with_the_servers_language_keeps_the_promised_run(
    weekly: Circle,
) -> None:
    weekly.env.backend.edit_guild(weekly.guild.id, {"preferred_locale": "fi"})
    await weekly.env.settle()
    await weekly.env.advance_time(FIRST_RUN)
    assert await states(weekly) == [("sent", "")]
    await weekly.env.advance_time(7 * DAY)
    assert await states(weekly) == [("sent", "")] * 2


async def test_a_channel_the_bot_lost_sight_of_is_waited_for(weekly: Circle) -> None:
    backend = weekly.env.backend
    channel = serializers.channel_payload(backend, backend.get_channel(weekly.prompts.id))
    backend.emit("CHANNEL_DELETE", channel)
    await weekly.env.settle()
    await weekly.env.advance_time(FIRST_RUN)
    assert await states(weekly) == [("pending", "")]
    assert not notices(weekly)
    backend.emit("CHANNEL_CREATE", channel)
    await weekly.env.advance_time(3600)
    assert posts(weekly) == 1


# Half an hour, a fifth less at most.
SHORTEST_NAP = 0.8 * 1_800


def naps(circle: Circle) -> list[str]:
    """Each time the bot waits for a delivery, from now on."""
    taken: list[str] = []

    def park(waiting: Any, *, reason: str) -> Any:
        if reason == "waiting for the next of deliveries":
            taken.append(reason)
        return circle.env.external_wait(waiting, reason=reason)

    circle.bot.park = park
    return taken


async def test_a_server_that_removed_the_bot_is_not_asked_for_all_the_time(weekly: Circle) -> None:
    weekly.env.backend.remove_guild(weekly.guild.id)
    await weekly.env.settle()
    taken = naps(weekly)
    await weekly.env.advance_time(FIRST_RUN + DAY)
    # Every half hour the clock is asked.
    assert len(taken) <= (FIRST_RUN + DAY) / SHORTEST_NAP + 5


async def test_a_server_that_was_away_gets_its_prompt_when_it_is_back(weekly: Circle) -> None:
    backend = weekly.env.backend
    backend.emit("GUILD_DELETE", {"id": str(weekly.guild.id), "unavailable": True})
    await weekly.env.settle()
    taken = naps(weekly)
    await weekly.env.advance_time(FIRST_RUN + 600)
    assert posts(weekly) == 0
    assert len(taken) <= FIRST_RUN / SHORTEST_NAP + 5
    stored = backend.get_guild(weekly.guild.id)
    backend.emit("GUILD_CREATE", serializers.guild_create_payload(backend, stored))
    await weekly.env.settle()
    assert posts(weekly) == 1


async def test_a_start_on_a_broken_store_does_not_end_the_prompts(
    weekly: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    async with weekly.bot.store.write() as tx:
        await tx.run("ALTER TABLE deliveries RENAME COLUMN try_at TO broken")
    await weekly.restart()
    assert "What is due among deliveries could not be looked at" in caplog.text
    async with weekly.bot.store.write() as tx:
        await tx.run("ALTER TABLE deliveries RENAME COLUMN broken TO try_at")
    await weekly.env.advance_time(FIRST_RUN)
    assert posts(weekly) == 1


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (403, 50013, "not posted, I lacked permissions"),
        (404, 10003, "not posted, the channel is gone"),
        (503, 0, "Discord does not answer at the moment"),
    ],
)
async def test_a_prompt_posted_by_hand_tells_how_it_ended(
    weekly: Circle, status: int, code: int, said: str
) -> None:
    place = f"/channels/{weekly.prompts.id}"
    weekly.env.inject_error("POST", f"{place}/messages", status=status, code=code, times=None)
    if status == 404:
        weekly.env.inject_error("GET", place, status=status, code=code, times=None)
    assert said in told(await weekly.mo.slash(weekly.talk, "prompt post"))


async def test_a_prompt_posted_by_hand_comes_when_discord_answers_again(weekly: Circle) -> None:
    place = f"/channels/{weekly.prompts.id}/messages"
    weekly.env.inject_error("POST", place, status=503, times=None)
    await weekly.mo.slash(weekly.talk, "prompt post")
    weekly.env.backend.faults.clear()
    await weekly.env.advance_time(3600)
    assert posts(weekly) == 1


async def test_a_prompt_posted_by_hand_while_something_broke_is_answered(
    weekly: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    async with weekly.bot.store.write() as tx:
        await tx.run(
            "CREATE TRIGGER breaks BEFORE UPDATE OF state ON deliveries"
            " BEGIN SELECT raise(ABORT, 'broken'); END"
        )
    said = told(await weekly.mo.slash(weekly.talk, "prompt post"))
    assert "could not be sent" in caplog.text
    assert "I keep trying" in said


async def test_more_schedules_than_fit_a_page_are_paged(weekly: Circle) -> None:
    for hour in range(11):
        await weekly.mo.slash(weekly.talk, "prompt schedule", day="friday", time=f"{hour}:00")
    first = answer(await weekly.mo.slash(weekly.talk, "prompt schedules"))
    assert "12 schedules" in text_of(first)
    shown = text_of(first).count("Next:")
    for _ in range(2):
        await weekly.mo.click(weekly.talk.history(viewer=weekly.mo)[-1], label="▶")
        shown += text_of(weekly.talk.history(viewer=weekly.mo)[-1]).count("Next:")
    assert shown == 12


# Questions cut off


async def test_a_question_cut_off_before_its_card_is_posted_once(asking: Circle) -> None:
    who = (asking.guild.id, asking.ben.id)
    new = New(who[1], "Cut off?", "", (), asking.bot.seconds())
    await questions.add(asking.bot.store, who[0], new)
    await asking.env.advance_time(5)
    for _ in range(2):
        await asking.restart()
        assert [thread.name for thread in asking.place.threads] == ["Cut off?"]
    assert shown_in(asking.place, thread_of(asking)).count("Asked by") == 1


async def test_a_question_cut_off_before_its_thread_is_noted_is_not_posted_again(
    asking: Circle,
) -> None:
    await ask(asking, asking.ben)
    async with asking.bot.store.write() as tx:
        await tx.run("UPDATE questions SET channel_id = NULL, thread_id = NULL")
    await asking.env.advance_time(5)
    await asking.restart()
    assert len(asking.place.threads) == 1
    assert shown_in(asking.place, thread_of(asking)).count("Asked by") == 1
    assert "1 open question" in told(await asking.ella.slash(asking.talk, "question list"))
    reply = await asking.ella.send(thread_of(asking), "Try this.")
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))


async def test_accepting_again_draws_the_card_the_first_time_did_not_reach(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "Try this.")
    # The process ended between the row and the card.
    (row,) = await asking.bot.store.read("SELECT question_id FROM questions")
    was = await questions.get(asking.bot.store, asking.guild.id, row["question_id"])
    assert was is not None
    solved = Answer(reply.id, asking.ella.id, "Try this.")
    assert await question_states.accept(asking.bot.store, was, solved, asking.bot.seconds())
    assert "**Solved**" not in text_of(card_of(asking))
    result = await asking.ben.context_menu(thread, "Accept answer", reply)
    assert "accepted answer already" in told(result)
    assert "**Solved**" in text_of(card_of(asking))
    await asking.ben.click(card_of(asking), label="Reopen")
    assert "**Solved**" not in text_of(card_of(asking))


async def test_a_question_too_long_for_its_line_waits_in_the_details(circle: Circle) -> None:
    typed = "why " * 30 + "the end"
    form = await circle.ben.slash(circle.talk, "ask", title=typed)
    fields = {
        part["custom_id"]: part.get("value")
        for part in walk(form.modal["components"])
        if part.get("type") == 4
    }
    assert not fields["title"]
    assert fields["details"] == typed


# Ids and lengths


@pytest.mark.parametrize("number", ["9" * 19, "9" * 40, "-1", "1" * 18])
async def test_a_number_no_row_has_is_answered(circle: Circle, number: str) -> None:
    slash = circle.mo.slash
    for command, option in [
        ("tip show", "tip"),
        ("tip remove", "tip"),
        ("journal remove", "entry"),
        ("prompt remove", "prompt"),
        ("prompt unschedule", "schedule"),
    ]:
        result = await slash(circle.talk, command, **{option: number})
        assert "cannot find" in told(result), command


async def test_a_press_with_a_number_no_row_has_is_answered(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK))
    stored = circle.env.backend.get_message(circle.talk.id, card.id)
    button = next(part for part in walk(raw_components(card)) if "custom_id" in part)
    real = button["custom_id"]
    for part in walk(stored.components):
        if part.get("custom_id") == real:
            part["custom_id"] = "tip.thank:" + "9" * 19
    forged = circle.talk.history()[-1]
    assert "cannot find" in told(await circle.ella.click(forged, label="Helped me"))
