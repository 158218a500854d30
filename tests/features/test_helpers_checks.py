"""Stories about answers that may have grown old, and about what moderators hear on Mondays."""

import pytest
from simcord.builders import ChannelHandle

from bot import rounds
from data import communities, question_states
from tests.features.circle import Circle, text_of, told
from tests.features.helping import (
    DAY,
    HOUR,
    asked,
    card,
    cards,
    column,
    told_moderators,
    with_helpers,
)
from tests.features.scenes import delete_everything, forge, line_breaks, on_the_wire, shut
from tests.features.test_questions import card_of

MONTHS = 6 * 30 * DAY
SOON = 9 * HOUR
"""There is no hurry: the rounds look every six hours, and quiet hours end at eight."""
MONDAY = 4 * DAY + 9 * HOUR
"""From the beginning of a story, a Thursday's midnight."""
WEEK = 7 * DAY


@pytest.fixture
def nap() -> int:
    """There is no hurry in what these are about: it is seen when the rounds look."""
    return rounds.IDLE_NAP


@pytest.fixture
async def solved(asking: Circle) -> Circle:
    """Ben's question, solved by Ella; in an hour helpers are asked whether that holds."""
    asking.helpers = await with_helpers(asking)  # type: ignore[attr-defined]
    thread = await asked(asking, asking.ben)
    reply = await asking.ella.send(thread, "Subscribe to the iCal address.")
    await asking.ben.context_menu(thread, "Accept answer", reply)
    async with asking.bot.store.write() as tx:
        await tx.run("UPDATE questions SET check_at = ?", (asking.bot.seconds() + HOUR,))
    return asking


def channel(circle: Circle) -> ChannelHandle:
    return circle.helpers  # type: ignore[attr-defined, no-any-return]


async def test_an_old_answer_is_asked_about_once(solved: Circle) -> None:
    await solved.env.advance_time(SOON)
    shown = text_of(card(channel(solved)))
    assert "Does this still hold?" in shown
    assert f"answered by <@{solved.ella.id}>" in shown
    await solved.env.advance_time(20 * DAY)
    assert len(cards(channel(solved))) == 1


async def test_quiet_hours_are_kept(solved: Circle) -> None:
    await solved.env.advance_time(8 * HOUR - 60)
    assert cards(channel(solved)) == []
    await solved.env.advance_time(120)
    assert len(cards(channel(solved))) == 1


async def test_still_valid_asks_again_after_as_long(solved: Circle) -> None:
    await solved.env.advance_time(SOON)
    first = card(channel(solved))
    await solved.restart()
    assert "I ask again later" in told(await solved.ella.click(first, label="Still valid"))
    assert "still holds" in text_of(card(channel(solved)))
    await solved.env.advance_time(MONTHS - DAY)
    assert card(channel(solved)).id == first.id
    await solved.env.advance_time(2 * DAY)
    again = card(channel(solved))
    assert again.id != first.id
    assert "Does this still hold?" in text_of(again)


async def test_out_of_date_is_shown_and_taken_back(solved: Circle) -> None:
    await solved.env.advance_time(SOON)
    result = await solved.aino.click(card(channel(solved)), label="Out of date")
    assert "peruu merkinnän" in told(result)
    assert "marked as out of date" in text_of(card(channel(solved)))
    assert "may be out of date" in text_of(card_of(solved))
    await solved.mo.click(card(channel(solved)), label="Still valid")
    assert "still holds" in text_of(card(channel(solved)))
    assert "may be out of date" not in text_of(card_of(solved))


async def test_an_answer_taken_back_meanwhile_is_told(solved: Circle) -> None:
    await solved.env.advance_time(SOON)
    before = card(channel(solved))
    await solved.ben.click(card_of(solved), label="Reopen")
    assert "no accepted answer any more" in text_of(card(channel(solved)))
    forge(solved, before, f"question.outdated:{await column(solved, 'question_id')}")
    result = await solved.ella.click(before, label="Forged")
    assert "no accepted answer any more" in told(result)


async def test_who_cannot_see_the_question_cannot_judge_it(solved: Circle) -> None:
    await shut(solved, solved.place)
    await solved.env.advance_time(SOON)
    assert "How do I merge" not in text_of(card(channel(solved)))
    result = await solved.ella.click(card(channel(solved)), label="Out of date")
    assert "cannot see the channel" in told(result)
    assert await column(solved, "outdated_at") is None


async def test_never_is_never_and_without_a_channel_nothing_is_asked(solved: Circle) -> None:
    store, guild_id = solved.bot.store, solved.guild.id
    await communities.choose(store, guild_id, "check_months", 0)
    await solved.env.advance_time(DAY)
    assert cards(channel(solved)) == []
    await communities.choose(store, guild_id, "check_months", 3)
    await communities.choose(store, guild_id, "helpers_channel_id", None)
    await solved.env.advance_time(DAY)
    assert cards(channel(solved)) == []


async def test_a_process_that_ends_while_asking_asks_once(solved: Circle) -> None:
    path = f"/channels/{channel(solved).id}/messages"
    with on_the_wire(solved, "POST", path, after=line_breaks):
        await solved.env.advance_time(SOON)
    await solved.restart()
    await solved.env.settle()
    assert f"<@{solved.ella.id}>" in text_of(card(channel(solved)))


async def test_an_asker_who_erases_their_data_takes_the_card_along(solved: Circle) -> None:
    await solved.env.advance_time(SOON)
    await delete_everything(solved, solved.ben)
    assert cards(channel(solved)) == []


async def test_who_answered_and_erases_their_data_is_named_no_more(solved: Circle) -> None:
    await solved.env.advance_time(SOON)
    await delete_everything(solved, solved.ella)
    assert str(solved.ella.id) not in text_of(card(channel(solved)))


# The weekly line


@pytest.fixture
async def weekly(asking: Circle) -> Circle:
    await asking.set_up(moderators=asking.moderators)
    return asking


def lines(circle: Circle) -> list[str]:
    said = [one.content for one in circle.moderators.history()]
    return [one for one in said if "open question" in one]


async def test_moderators_hear_on_mondays_what_is_open(weekly: Circle) -> None:
    first = await asked(weekly, weekly.ben, title="The oldest?")
    await weekly.env.advance_time(DAY)
    await asked(weekly, weekly.aino, title="Another?")
    second = weekly.place.threads[-1]
    await question_states.written(
        weekly.bot.store, weekly.guild.id, second.id, weekly.bot.seconds(), by_asker=False
    )
    await weekly.env.advance_time(MONDAY - DAY - 1)
    assert lines(weekly) == []
    await weekly.env.advance_time(2)
    (line,) = lines(weekly)
    assert "**2 open questions**, 1 without any answer." in line
    assert "The oldest?" in line
    assert f"/{first.id}" in line
    assert "Another?" not in line
    await weekly.env.advance_time(WEEK - HOUR)
    assert len(lines(weekly)) == 1
    await weekly.env.advance_time(HOUR)
    assert len(lines(weekly)) == 2


async def test_nothing_is_said_when_nothing_is_open(weekly: Circle) -> None:
    await weekly.env.advance_time(MONDAY + HOUR)
    await asked(weekly, weekly.ben)
    await weekly.env.advance_time(DAY)
    assert lines(weekly) == []
    await weekly.env.advance_time(WEEK)
    assert len(lines(weekly)) == 1


async def test_it_is_monday_in_the_community(weekly: Circle) -> None:
    store, guild_id = weekly.bot.store, weekly.guild.id
    await communities.choose(store, guild_id, "timezone", "Asia/Kathmandu")
    await asked(weekly, weekly.ben)
    # 9:00 there is 3:15 in UTC.
    await weekly.env.advance_time(4 * DAY + 3 * HOUR + 900 - 1)
    assert lines(weekly) == []
    await weekly.env.advance_time(2)
    assert len(lines(weekly)) == 1


async def test_a_line_sent_before_the_process_ended_is_not_sent_again(weekly: Circle) -> None:
    await asked(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY - 60)
    path = f"/channels/{weekly.moderators.id}/messages"
    with on_the_wire(weekly, "POST", path, after=line_breaks):
        await weekly.env.advance_time(90)
    assert len(lines(weekly)) == 1
    await weekly.restart()
    await weekly.env.advance_time(SOON)
    assert len(lines(weekly)) == 1


@pytest.mark.parametrize(("late", "told_of"), [(20 * HOUR, 1), (30 * HOUR, 0)])
async def test_after_a_long_absence_it_is_told_if_it_is_fresh(
    weekly: Circle, late: int, told_of: int
) -> None:
    await asked(weekly, weekly.ben)
    await weekly.env.advance_time(HOUR)
    await weekly.bot.cogs["Questions"].upkeep.stop()  # type: ignore[attr-defined]
    await weekly.env.advance_time(MONDAY + late)
    await weekly.restart()
    await weekly.env.advance_time(HOUR)
    assert len(lines(weekly)) == told_of


async def test_trouble_is_waited_out(weekly: Circle) -> None:
    await asked(weekly, weekly.ben)
    path = f"/channels/{weekly.moderators.id}/messages"
    weekly.env.inject_error("POST", path, status=503, times=None)
    await weekly.env.advance_time(MONDAY + HOUR)
    assert lines(weekly) == []
    weekly.env.backend.faults.clear()
    await weekly.env.advance_time(3 * HOUR)
    assert len(lines(weekly)) == 1


async def test_it_is_in_the_communitys_language(weekly: Circle) -> None:
    await communities.choose(weekly.bot.store, weekly.guild.id, "language", "fi")
    await communities.choose(weekly.bot.store, weekly.guild.id, "timezone", "UTC")
    await asked(weekly, weekly.ben)
    await weekly.env.advance_time(MONDAY + HOUR)
    assert "**1 avoin kysymys**, 1 ilman vastausta." in told_moderators(weekly)


async def test_a_hidden_question_is_not_named_to_those_who_cannot_see_it(weekly: Circle) -> None:
    thread = await asked(weekly, weekly.ben, title="Secret?")
    await shut(weekly, weekly.place)
    await weekly.env.advance_time(MONDAY + HOUR)
    (line,) = lines(weekly)
    assert "Secret?" not in line
    assert f"<#{thread.id}>" in line
