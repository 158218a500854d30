"""Hidden channels and private threads: who sees what was shared there, and who does not."""

from typing import Any

import pytest
from simcord.builders import ChannelHandle
from simcord.enums import ChannelType

from data import tips
from data.tips import NewTip, Sight
from tests.features.circle import Circle, answer, file_of, text_of, told
from tests.features.scenes import hidden, reflect, schedule_prompt, shown_in, shut
from tests.features.test_delivery import FIRST_RUN

LINK = "https://example.org/plans"


async def share_in(channel: ChannelHandle, actor: Any, **more: Any) -> Any:
    return await actor.slash(channel, "tip share", link=LINK, note="Secret plans.", **more)


async def search(circle: Circle, actor: Any) -> str:
    return told(await actor.slash(circle.talk, "tip search", words="plans"))


async def thread_under(circle: Circle, channel: ChannelHandle, *, private: bool) -> ChannelHandle:
    """A thread of Ben's."""
    kind = ChannelType.PRIVATE_THREAD if private else ChannelType.PUBLIC_THREAD
    circle.env.backend.create_thread(channel.id, "side", circle.ben.id, type=kind)
    await circle.env.settle()
    return channel.threads[-1]


async def test_topics_of_a_hidden_channel_are_not_suggested(circle: Circle) -> None:
    await share_in(await hidden(circle, circle.ben), circle.ben, topics="layoffs")
    await circle.share(circle.ben, "https://example.org/open", topics="lunch")
    suggest = ("tip search", "topic", "l")
    seen = [one["value"] for one in await circle.ella.autocomplete(circle.talk, *suggest)]
    assert seen == ["lunch"]
    own = [one["value"] for one in await circle.ben.autocomplete(circle.talk, *suggest)]
    assert own == ["layoffs", "lunch"]


async def test_a_moderator_without_access_sees_nothing_of_it(circle: Circle) -> None:
    card = answer(await share_in(await hidden(circle, circle.ben), circle.ben))
    assert "Secret plans." in card.content
    assert "Secret plans." not in await search(circle, circle.mo)
    assert "cannot find" in told(await circle.mo.slash(circle.talk, "tip show", tip=LINK))
    assert await circle.mo.autocomplete(circle.talk, "tip remove", "tip", "plans") == []
    # Nothing tells them that it was there.
    again = await circle.share(circle.mo, LINK, "Mine.")
    assert "Mine." in answer(again).content
    assert "Secret plans." not in text_of(answer(again))


async def test_a_moderator_without_access_removes_it_by_its_link(circle: Circle) -> None:
    place = await hidden(circle, circle.ben)
    await share_in(place, circle.ben)
    assert "cannot find" in told(await circle.ella.slash(circle.talk, "tip remove", tip=LINK))
    assert "removed" in told(await circle.mo.slash(circle.talk, "tip remove", tip=LINK))
    assert "Secret plans." not in shown_in(place)
    assert "Secret plans." not in await search(circle, circle.ben)


async def test_who_sees_the_channel_sees_its_tips(circle: Circle) -> None:
    await share_in(await hidden(circle, circle.ben, circle.ella), circle.ben)
    assert "Secret plans." in await search(circle, circle.ella)
    assert "Secret plans." not in await search(circle, circle.aino)


async def test_a_channel_that_is_shut_takes_its_tips_out_of_sight(circle: Circle) -> None:
    lounge = circle.guild.create_text_channel("lounge")
    await circle.env.settle()
    await share_in(lounge, circle.ben)
    assert "Secret plans." in await search(circle, circle.ella)
    await shut(circle, lounge)
    assert "Secret plans." not in await search(circle, circle.ella)


async def test_a_tip_of_a_public_thread_stays_in_sight_when_it_is_archived(circle: Circle) -> None:
    thread = await thread_under(circle, circle.talk, private=False)
    await share_in(thread, circle.ben)
    assert "Secret plans." in await search(circle, circle.ella)
    metadata = {"archived": True}
    circle.env.backend.edit_channel(thread.id, {}, thread_metadata=metadata)
    await circle.env.settle()
    assert "Secret plans." in await search(circle, circle.ella)
    await circle.restart()
    assert "Secret plans." in await search(circle, circle.ella)


async def test_a_tip_of_a_hidden_channels_thread_is_hidden(circle: Circle) -> None:
    place = await hidden(circle, circle.ben)
    await share_in(await thread_under(circle, place, private=False), circle.ben)
    assert "Secret plans." in await search(circle, circle.ben)
    assert "Secret plans." not in await search(circle, circle.ella)


async def test_a_tip_of_a_private_thread_is_its_sharers_alone(circle: Circle) -> None:
    await share_in(await thread_under(circle, circle.talk, private=True), circle.ben)
    assert "Secret plans." in await search(circle, circle.ben)
    for other in (circle.ella, circle.mo):
        assert "Secret plans." not in await search(circle, other)


async def test_thirty_tips_in_sight_are_found_behind_two_hundred_that_are_not(
    circle: Circle,
) -> None:
    await many(circle, 230, hidden_from=30)
    for words in ({}, {"words": "useful"}):
        found = told(await circle.ella.slash(circle.talk, "tip search", **words))
        assert "30 tips" in found
        assert "1/3" in found


async def test_two_hundred_and_thirty_tips_are_told_and_paged(circle: Circle) -> None:
    await many(circle, 230, hidden_from=230)
    for words in ({}, {"words": "useful"}):
        first = answer(await circle.ella.slash(circle.talk, "tip search", **words))
        assert "230 tips" in text_of(first)
        assert "1/23" in text_of(first)
        await circle.ella.click(first, label="▶")
        assert "2/23" in text_of(circle.talk.history(viewer=circle.ella)[-1])


async def many(circle: Circle, count: int, *, hidden_from: int) -> None:
    """Tips of many members; the later ones in a channel nobody here sees."""
    place = await hidden(circle)
    for number in range(count):
        url = f"https://example.org/{number}"
        who = 1 + number // 20
        where = circle.talk.id if number < hidden_from else place.id
        new = NewTip(circle.guild.id, url, url, "example.org", "useful", (), who, 0, where)
        tip, _ = await tips.add(circle.bot.store, new, Sight(circle.guild.id, who, (where,)))
        which = (circle.guild.id, tip.tip_id, where, 10**6 + number, where)
        await tips.posted(circle.bot.store, *which)


async def test_ten_links_of_parentheses_fit_a_list(circle: Circle) -> None:
    for number in range(10):
        link = f"https://example.org/{number}" + "(" * 125
        await circle.share(circle.ben, link, "[" * 120)
    found = answer(await circle.ella.slash(circle.talk, "tip search"))
    assert "10 tips" in text_of(found)
    assert len(text_of(found)) <= 4000


# Reflections


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    await schedule_prompt(circle)
    await circle.env.advance_time(FIRST_RUN)
    return circle


async def test_who_lost_the_channel_cannot_reflect_into_it_and_gets_the_text_back(
    weekly: Circle,
) -> None:
    form = await weekly.ben.slash(weekly.talk, "reflect")
    await shut(weekly, weekly.prompts)
    result = await weekly.ben.submit_modal(form, {"text": "Sneaked in.", "audience": ["open"]})
    assert "did not save this" in told(result)
    assert file_of(weekly.env, result) == "Sneaked in."
    assert "Sneaked in." not in shown_in(*weekly.prompts.threads)
    assert "no prompt to answer" in told(await weekly.ben.slash(weekly.talk, "reflect"))


async def test_who_lost_the_channel_still_reads_and_removes_what_they_wrote(
    weekly: Circle,
) -> None:
    await reflect(weekly, weekly.ben, "Mine.")
    await shut(weekly, weekly.prompts)
    assert "Mine." in told(await weekly.ben.slash(weekly.talk, "journal list"))
    (entry,) = await weekly.ben.autocomplete(weekly.talk, "journal remove", "entry", "mine")
    result = await weekly.ben.slash(weekly.talk, "journal remove", entry=entry["value"])
    assert "gone from your journal, and from the thread" in told(result)
    assert "Mine." not in shown_in(*weekly.prompts.threads)


# Questions


async def test_questions_of_a_channel_that_is_shut_are_not_listed(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    form = await circle.ben.slash(circle.talk, "ask")
    fields = {"title": "Who leaves?", "details": "", "topics": "layoffs"}
    await circle.ben.submit_modal(form, fields)
    await shut(circle, circle.questions)
    listed = told(await circle.ella.slash(circle.talk, "question list", state="all"))
    assert "No questions yet" in listed
    assert await circle.ella.autocomplete(circle.talk, "question list", "topic", "") == []
