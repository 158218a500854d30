"""Stories about threads that went quiet: asked once, closed a week later, never deleted."""

from typing import Any

import pytest

from bot import rounds
from data import communities, question_states
from tests.features.circle import Circle, text_of, told
from tests.features.helping import (
    DAY,
    HOUR,
    asked,
    column,
    idle_card,
    idle_cards,
    told_moderators,
    with_helpers,
)
from tests.features.scenes import (
    archive,
    archived,
    delete_everything,
    line_breaks,
    on_the_wire,
)
from tests.features.test_questions import card_of

QUIET = 14 * DAY
WEEK = 7 * DAY
SOON = 9 * HOUR
"""There is no hurry: the rounds look every six hours, and quiet hours end at eight."""


@pytest.fixture
def nap() -> int:
    """There is no hurry in what these are about: it is seen when the rounds look."""
    return rounds.IDLE_NAP


@pytest.fixture
async def quiet(asking: Circle) -> Circle:
    """Ben's question, just asked."""
    await with_helpers(asking)
    asking.thread = await asked(asking, asking.ben)  # type: ignore[attr-defined]
    return asking


def thread(circle: Circle) -> Any:
    return circle.thread  # type: ignore[attr-defined]


async def end_of(circle: Circle) -> tuple[Any, Any]:
    return await column(circle, "state"), await column(circle, "closed_why")


async def test_the_asker_is_asked_once_and_the_question_closed_a_week_later(
    quiet: Circle,
) -> None:
    await quiet.env.advance_time(QUIET - HOUR)
    assert idle_cards(thread(quiet)) == []
    await quiet.env.advance_time(2 * SOON)
    shown = text_of(idle_card(thread(quiet)))
    assert f"<@{quiet.ben.id}>, do you still need help" in shown
    await quiet.env.advance_time(WEEK - 2 * SOON)
    assert await end_of(quiet) == ("open", "")
    await quiet.env.advance_time(3 * SOON)
    assert await end_of(quiet) == ("closed", "idle")
    assert "went quiet" in text_of(idle_card(thread(quiet)))
    assert "it went quiet" in text_of(card_of(quiet))
    await quiet.env.advance_time(10 * DAY)
    assert len(idle_cards(thread(quiet))) == 1


async def test_still_needed_keeps_it_open_and_asks_again_after_as_long(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + SOON)
    first = idle_card(thread(quiet))
    await quiet.restart()
    result = await quiet.ben.click(first, label="Still needed")
    assert "stays open" in told(result)
    assert "Help is still welcome" in text_of(idle_card(thread(quiet)))
    await quiet.env.advance_time(QUIET - HOUR)
    assert await end_of(quiet) == ("open", "")
    await quiet.env.advance_time(SOON + HOUR)
    # The old card makes room for the new one.
    again = idle_card(thread(quiet))
    assert again.id != first.id
    assert "do you still need help" in text_of(again)


async def test_still_needed_opens_what_was_closed(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + WEEK + 2 * SOON)
    assert await end_of(quiet) == ("closed", "idle")
    await quiet.restart()
    result = await quiet.ben.click(idle_card(thread(quiet)), label="Still needed")
    assert "stays open" in told(result)
    assert await end_of(quiet) == ("open", "")
    assert "Help is still welcome" in text_of(idle_card(thread(quiet)))
    assert "I'll help" in text_of(card_of(quiet))


async def test_no_longer_needed_closes_it(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + SOON)
    result = await quiet.ben.click(idle_card(thread(quiet)), label="No longer needed")
    assert "Closed. Thank you" in told(result)
    assert await end_of(quiet) == ("closed", "unneeded")
    assert await column(quiet, "closed_by") == quiet.ben.id
    assert "has ended" in text_of(idle_card(thread(quiet)))


@pytest.mark.parametrize("label", ["Still needed", "No longer needed"])
async def test_only_the_asker_or_a_moderator_says_so(quiet: Circle, label: str) -> None:
    await quiet.env.advance_time(QUIET + SOON)
    card = idle_card(thread(quiet))
    assert "Only the person who asked" in told(await quiet.ella.click(card, label=label))
    assert await end_of(quiet) == ("open", "")
    told(await quiet.mo.click(card, label=label))
    assert await column(quiet, "idle_at") is None


async def test_who_asked_without_a_name_is_called_so_and_closes_without_one(
    quiet: Circle,
) -> None:
    number, guild_id = await column(quiet, "question_id"), quiet.guild.id
    asker = quiet.bot.secret.asker(guild_id, number, quiet.ben.id)
    async with quiet.bot.store.write() as tx:
        await tx.run("UPDATE questions SET asker_id = NULL, asker = ?", (asker,))
    await quiet.env.advance_time(QUIET + SOON)
    card = idle_card(thread(quiet))
    assert "Asker, do you still need help" in text_of(card)
    assert "Only the person" in told(await quiet.ella.click(card, label="No longer needed"))
    await quiet.ben.click(card, label="No longer needed")
    assert await end_of(quiet) == ("closed", "unneeded")
    assert await column(quiet, "closed_by") is None


async def test_words_in_the_thread_count_even_when_we_were_away(quiet: Circle) -> None:
    await quiet.env.advance_time(10 * DAY)
    await quiet.ella.send(thread(quiet), "Here is an idea.")
    await quiet.env.advance_time(5 * DAY)
    assert idle_cards(thread(quiet)) == []
    await quiet.env.advance_time(10 * DAY)
    assert len(idle_cards(thread(quiet))) == 1


async def test_an_answer_after_being_asked_keeps_it_open(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + SOON)
    store, now = quiet.bot.store, quiet.bot.seconds()
    await question_states.written(store, quiet.guild.id, thread(quiet).id, now, by_asker=True)
    await quiet.env.advance_time(WEEK + SOON)
    assert await end_of(quiet) == ("open", "")
    assert "Help is still welcome" in text_of(idle_card(thread(quiet)))


def set_locked(circle: Circle, value: bool) -> None:
    circle.env.backend.get_thread(thread(circle).id).thread_metadata.locked = value


async def pin(circle: Circle) -> None:
    """A forum's post is pinned, or the card in a text channel."""
    if circle.place is circle.forum:
        # SimCord knows no pinned posts: Discord's flag is set on what it answers.
        http = circle.bot.http
        get_channel = http.get_channel

        async def pinned(channel_id: int) -> Any:
            data = await get_channel(channel_id)
            return {**data, "flags": 2} if channel_id == thread(circle).id else data

        http.get_channel = pinned  # type: ignore[method-assign, assignment]
    else:
        circle.env.backend.set_pinned(circle.place.id, card_of(circle).id, True)
        await circle.env.settle()


async def test_a_pinned_question_is_left_alone(quiet: Circle) -> None:
    await pin(quiet)
    await quiet.env.advance_time(25 * DAY)
    assert idle_cards(thread(quiet)) == []
    assert await end_of(quiet) == ("open", "")


async def test_a_locked_thread_is_left_alone(quiet: Circle) -> None:
    set_locked(quiet, True)
    await quiet.env.advance_time(25 * DAY)
    assert idle_cards(thread(quiet)) == []
    set_locked(quiet, False)
    await quiet.env.advance_time(2 * DAY)
    assert len(idle_cards(thread(quiet))) == 1


async def test_one_locked_after_it_was_asked_is_not_closed(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + SOON)
    set_locked(quiet, True)
    await quiet.env.advance_time(10 * DAY)
    assert await end_of(quiet) == ("open", "")


async def test_a_locked_thread_is_not_opened_again_by_its_asker(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + WEEK + 2 * SOON)
    card = idle_card(thread(quiet))
    quiet.env.backend.edit_channel(thread(quiet).id, {}, thread_metadata={"locked": True})
    await quiet.env.settle()
    assert "has ended" in told(await quiet.ben.click(card, label="Still needed"))
    assert await end_of(quiet) == ("closed", "idle")


async def test_an_archived_thread_is_asked_and_closed_all_the_same(quiet: Circle) -> None:
    await archive(quiet, thread(quiet))
    assert archived(quiet, thread(quiet))
    await quiet.env.advance_time(QUIET + SOON)
    assert len(idle_cards(thread(quiet))) == 1
    await quiet.env.advance_time(WEEK + SOON)
    assert await end_of(quiet) == ("closed", "idle")
    assert "went quiet" in text_of(idle_card(thread(quiet)))


async def test_never_is_never(quiet: Circle) -> None:
    await communities.choose(quiet.bot.store, quiet.guild.id, "idle_days", 0)
    await quiet.env.advance_time(25 * DAY)
    assert idle_cards(thread(quiet)) == []


async def test_a_thread_deleted_while_we_were_away_takes_its_question_along(
    quiet: Circle,
) -> None:
    quiet.env.inject_error("GET", f"/channels/{thread(quiet).id}", status=404, code=10003)
    await quiet.env.advance_time(QUIET + SOON)
    rows = await quiet.bot.store.read("SELECT count(*) FROM questions")
    assert rows[0][0] == 0


async def test_a_channel_closed_to_us_is_told_once_and_nothing_is_closed(quiet: Circle) -> None:
    await quiet.permit(quiet.place, quiet.guild.me, send_messages_in_threads=False)
    await quiet.env.advance_time(QUIET + 10 * DAY)
    assert told_moderators(quiet).count("I cannot post about questions in") == 1
    assert await end_of(quiet) == ("open", "")
    await quiet.permit(quiet.place, quiet.guild.me)
    await quiet.env.advance_time(2 * DAY)
    assert len(idle_cards(thread(quiet))) == 1
    assert await end_of(quiet) == ("open", "")


@pytest.mark.parametrize("late", [0, 300, 2 * HOUR])
async def test_a_process_that_ends_while_asking_asks_once(quiet: Circle, late: int) -> None:
    path = f"/channels/{thread(quiet).id}/messages"
    with on_the_wire(quiet, "POST", path, after=line_breaks):
        await quiet.env.advance_time(QUIET + SOON)
    await quiet.bot.cogs["Questions"].upkeep.stop()  # type: ignore[attr-defined]
    await quiet.env.advance_time(late)
    await quiet.restart()
    await quiet.env.settle()
    assert len(idle_cards(thread(quiet))) == 1
    await quiet.env.advance_time(WEEK + SOON)
    assert await end_of(quiet) == ("closed", "idle")


async def test_nobody_who_could_not_be_asked_is_closed(quiet: Circle) -> None:
    path = f"/channels/{thread(quiet).id}/messages"
    quiet.env.inject_error("POST", path, status=503, times=None)
    await quiet.env.advance_time(QUIET + WEEK + 3 * DAY)
    assert await end_of(quiet) == ("open", "")
    quiet.env.backend.faults.clear()
    await quiet.env.advance_time(DAY)
    assert len(idle_cards(thread(quiet))) == 1
    await quiet.env.advance_time(5 * DAY)
    assert await end_of(quiet) == ("open", "")


async def test_an_asker_who_erases_their_data_is_named_there_no_more(quiet: Circle) -> None:
    await quiet.env.advance_time(QUIET + SOON)
    assert len(idle_cards(thread(quiet))) == 1
    await delete_everything(quiet, quiet.ben)
    assert str(quiet.ben.id) not in "".join(text_of(one) for one in thread(quiet).history())
    assert idle_cards(thread(quiet)) == []


async def test_it_is_asked_in_the_communitys_language(quiet: Circle) -> None:
    await communities.choose(quiet.bot.store, quiet.guild.id, "language", "fi")
    await quiet.env.advance_time(QUIET + SOON)
    shown = "".join(text_of(one) for one in thread(quiet).history())
    assert "tarvitsetko vielä apua" in shown
