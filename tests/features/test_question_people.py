"""Stories about those who take part: I'll help, Follow, and hearing how it ended."""

from typing import Any

from data import communities
from tests.features.circle import Circle, text_of, told
from tests.features.scenes import shut
from tests.features.test_questions import (
    ASKED,
    ask,
    ask_unnamed,
    card_of,
    now_is,
    press,
    thread_of,
)


async def solve(circle: Circle, actor: Any) -> None:
    reply = await circle.mo.send(thread_of(circle), "So.")
    await actor.context_menu(thread_of(circle), "Accept answer", reply)


async def beside(circle: Circle, actor: Any) -> str:
    """What somebody is told beside the answer to something else."""
    return told(await actor.slash(circle.talk, "question list"))


async def test_a_helper_is_named_and_may_step_back(asking: Circle) -> None:
    await ask(asking, asking.ben)
    assert f"<#{thread_of(asking).id}>" in told(await press(asking, asking.ella, "help"))
    assert f"Helping: <@{asking.ella.id}>" in text_of(card_of(asking))
    assert "I'll help · 1" in text_of(card_of(asking))
    await asking.restart()
    assert "Kortti kertoo nyt" in told(await press(asking, asking.aino, "help"))
    assert "does not name you" in told(await press(asking, asking.ella, "help"))
    assert (await now_is(asking)).helpers == (asking.aino.id,)
    assert "I'll help · 1" in text_of(card_of(asking))
    assert f"<@{asking.ella.id}>" not in text_of(card_of(asking))


async def test_an_asker_neither_helps_nor_follows_themselves(asking: Circle) -> None:
    await ask(asking, asking.ben)
    assert "asked this yourself" in told(await press(asking, asking.ben, "help"))
    assert "you hear how it ends anyway" in told(await press(asking, asking.ben, "follow"))
    await ask_unnamed(asking, asking.ben)
    assert "asked this yourself" in told(await press(asking, asking.ben, "help"))
    assert "without your name" in told(await press(asking, asking.ben, "follow"))
    assert await asking.bot.store.read("SELECT 1 FROM question_people") == []


async def test_who_follows_hears_once_how_it_ended(asking: Circle) -> None:
    await ask(asking, asking.ben)
    assert "when you next use me" in told(await press(asking, asking.ella, "follow"))
    await press(asking, asking.aino, "follow")
    assert "Follow · 2" in text_of(card_of(asking))
    await solve(asking, asking.ben)
    await asking.restart()
    assert f"[{ASKED['title']}]" in await beside(asking, asking.ella)
    assert "on ratkaistu" in await beside(asking, asking.aino)
    for actor in (asking.ella, asking.aino, asking.ben):
        assert ASKED["title"] not in await beside(asking, actor)


async def test_who_stopped_following_hears_nothing(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await press(asking, asking.ella, "follow")
    assert "do not follow" in told(await press(asking, asking.ella, "follow"))
    assert "Follow ·" not in text_of(card_of(asking))
    await solve(asking, asking.ben)
    assert ASKED["title"] not in await beside(asking, asking.ella)
    assert await asking.bot.store.read("SELECT 1 FROM question_people") == []


async def test_an_asker_hears_when_a_moderator_closed_it(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await asking.mo.slash(thread_of(asking), "question close", reason="Not about our [work](x).")
    heard = await beside(asking, asking.ben)
    assert "Closed by a moderator: Not about our" in heard
    assert "[work](x)" not in heard


async def test_who_wants_direct_messages_hears_that_way(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await press(asking, asking.ella, "follow")
    who = (asking.guild.id, asking.ella.id)
    await communities.choose_reminders(asking.bot.store, *who, by_dm=True)
    await solve(asking, asking.ben)
    await asking.env.advance_time(60)
    (message,) = asking.ella.user.dm_channel.history()
    assert "is solved" in text_of(message)
    assert ASKED["title"] not in await beside(asking, asking.ella)
    assert "No more reminders" in told(await asking.ella.user.click(message, label="Stop these"))


async def test_what_was_reopened_meanwhile_is_not_told(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await press(asking, asking.ella, "follow")
    await solve(asking, asking.ben)
    await press(asking, asking.ben, "reopen")
    assert "is solved" not in await beside(asking, asking.ella)


async def test_who_may_not_see_the_channel_any_more_hears_nothing(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await press(asking, asking.ella, "follow")
    await solve(asking, asking.ben)
    await shut(asking, asking.place)
    assert ASKED["title"] not in await beside(asking, asking.ella)
