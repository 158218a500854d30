"""Stories about how a question is solved: Solved…, Also helped…, and thanks."""

from typing import Any

import discord
import pytest

from data import communities
from tests.features.circle import Circle, answer, raw_components, text_of, told
from tests.features.test_questions import (
    ask,
    ask_unnamed,
    card_of,
    choose,
    now_is,
    press,
    said,
    thread_of,
)


async def helpers_role(circle: Circle, *members: Any) -> None:
    role = circle.guild.create_role("Helpers")
    for one in members:
        circle.env.backend.add_member_role(circle.guild.id, one.id, role.id)
    await communities.choose(circle.bot.store, circle.guild.id, "helper_role_id", role.id)


async def test_the_asker_chooses_which_answer_solved_it(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    await asking.mo.send(thread, "First idea.")
    reply = await asking.ella.send(thread, "Subscribe to the address.")
    await asking.env.advance_time(2 * 3600)
    panel = await press(asking, asking.ben, "solved")
    assert "Which answer solved it?" in told(panel)
    shown = str(raw_components(answer(panel)))
    assert "ella · 2 h ago" in shown
    assert "Vinkki" not in shown
    await asking.restart()
    done = await choose(asking, asking.ben, reply, panel=panel)
    # In the thread itself the panel goes, and its end stands below.
    if card_of(asking).channel.id == thread.id:
        assert done.response is None
    else:
        assert f"<#{thread.id}>" in told(done)
    assert f"Thank you, <@{asking.ella.id}>" in said(asking)
    assert f"/{reply.id}" in text_of(card_of(asking))


async def test_others_cannot_say_what_solved_it(asking: Circle) -> None:
    await ask(asking, asking.ben)
    await asking.ella.send(thread_of(asking), "Me, me.")
    assert "Only the person who asked" in told(await press(asking, asking.ella, "solved"))


async def test_without_an_answer_there_is_nothing_to_choose(asking: Circle) -> None:
    await ask(asking, asking.aino)
    asking.speaks(asking.ben, "fi")
    panel = await press(asking, asking.aino, "solved")
    assert "Kukaan ei ole vielä vastannut" in told(panel)
    done = await asking.aino.click(answer(panel), label="En tarvitse enää")
    if card_of(asking).channel.id == thread_of(asking).id:
        assert done.response is None
    else:
        assert "Valmis" in told(done)
    assert "Closed: no longer needed." in said(asking)
    assert (await now_is(asking)).closed_why == "unneeded"


async def test_an_answer_that_is_gone_cannot_be_chosen(asking: Circle) -> None:
    await ask(asking, asking.ben)
    reply = await asking.ella.send(thread_of(asking), "Gone soon.")
    panel = await press(asking, asking.ben, "solved")
    await asking.ella.delete(reply)
    assert "That answer is gone" in told(await choose(asking, asking.ben, reply, panel=panel))
    assert (await now_is(asking)).state == "open"


async def test_a_thread_that_cannot_be_read_says_so(asking: Circle) -> None:
    await ask(asking, asking.ben)
    asking.env.inject_error("GET", "/channels/*/messages", status=403, code=50001)
    assert "does not let me read" in told(await press(asking, asking.ben, "solved"))
    await asking.permit(asking.place, asking.guild.me, read_message_history=False)
    assert "does not let me read" in told(await press(asking, asking.ben, "solved"))


async def test_others_that_helped_are_named_and_unnamed(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    replies = [await one.send(thread, "Idea") for one in (asking.ella, asking.mo, asking.aino)]
    await asking.ben.context_menu(thread, "Accept answer", replies[0])
    panel = await press(asking, asking.ben, "helpful")
    assert "ella" not in str(raw_components(answer(panel)))
    done = await choose(asking, asking.ben, *replies[1:], panel=panel)
    assert "The card names who helped" in told(done)
    named = ", ".join(f"<@{one}>" for one in sorted((asking.mo.id, asking.aino.id)))
    assert f"Also helped: {named}" in text_of(card_of(asking))
    await asking.restart()
    panel = await press(asking, asking.ben, "helpful")
    await choose(asking, asking.ben, replies[2], panel=panel)
    question = await now_is(asking)
    assert question.helpful == (asking.aino.id,)
    # A helpful one that is deleted is named no more.
    await asking.aino.delete(replies[2])
    assert "Also helped:" not in text_of(card_of(asking))


async def test_a_helper_settles_and_the_asker_is_told_and_may_undo_it(asking: Circle) -> None:
    await helpers_role(asking, asking.ella)
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.mo.send(thread, "Try this.")
    await asking.ella.context_menu(thread, "Accept answer", reply)
    line = said(asking)
    assert f"Chosen by <@{asking.ella.id}>" in line
    assert f"<@{asking.ben.id}> can press" in line
    heard = told(await asking.ben.slash(asking.talk, "question list"))
    assert "is solved" in heard
    assert "is solved" not in told(await asking.ben.slash(asking.talk, "question list"))
    await asking.restart()
    await asking.ben.click(thread.history()[-1], label="Reopen")
    assert (await now_is(asking)).state == "open"
    assert f"<@{asking.ben.id}> opened this question again" in said(asking)
    assert "**Solved**" not in text_of(card_of(asking))


async def test_a_helpers_role_that_is_everybodys_gives_no_right(asking: Circle) -> None:
    store, guild = asking.bot.store, asking.guild.id
    await communities.choose(store, guild, "helper_role_id", guild)
    await ask(asking, asking.ben)
    assert "Only the person who asked" in told(await press(asking, asking.ella, "solved"))


@pytest.mark.parametrize(
    ("asker", "author", "presser", "thanked"),
    [
        ("ben", "ella", "ben", 1),
        ("ben", "ben", "ben", 0),
        ("ben", "ella", "mo", 1),
        # A moderator's own answer counts when the asker says so.
        ("ben", "mo", "mo", 0),
    ],
)
async def test_nobody_thanks_themselves(
    circle: Circle, asker: str, author: str, presser: str, thanked: int
) -> None:
    await circle.set_up(questions=circle.questions)
    await ask(circle, getattr(circle, asker))
    thread = thread_of(circle)
    reply = await getattr(circle, author).send(thread, "So.")
    await getattr(circle, presser).context_menu(thread, "Accept answer", reply)
    assert (await now_is(circle)).thanked == thanked


async def test_thanks_that_go_back_and_forth_count_once_a_day(circle: Circle) -> None:
    await circle.set_up(questions=circle.questions)
    counted = []
    for asker, helper, later in (
        (circle.ben, circle.ella, 0),
        (circle.ella, circle.ben, 3600),
        (circle.ella, circle.ben, 24 * 3600),
    ):
        await circle.env.advance_time(later)
        await ask(circle, asker)
        reply = await helper.send(thread_of(circle), "So.")
        result = await asker.context_menu(thread_of(circle), "Accept answer", reply)
        assert "Thank you" in text_of(answer(result))
        counted.append((await now_is(circle)).thanked)
    assert counted == [1, 0, 1]


async def test_who_asked_without_a_name_stays_unknown_when_they_settle(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    thread = thread_of(asking)
    assert "Asked by somebody without a name" in text_of(card_of(asking))
    reply = await asking.ella.send(thread, "Me.")
    result = await asking.ben.context_menu(thread, "Accept answer", reply)
    # A public answer to the menu would say whose it was.
    assert f"<#{thread.id}>" in told(result)
    assert said(asking) == f"✅ Solved. Thank you, <@{asking.ella.id}>."
    await press(asking, asking.ben, "reopen")
    assert "Asker opened this question again" in said(asking)
    result = await asking.ben.slash(thread, "question close", reason="found it")
    assert f"<#{thread.id}>" in told(result)
    assert "Closed: found it" in said(asking)
    shown = "\n".join(text_of(one) for one in (*thread.history(), *asking.place.history()))
    assert str(asking.ben.id) not in shown
    rows = await asking.bot.store.read("SELECT closed_by FROM questions")
    assert [row["closed_by"] for row in rows] == [None]
    kept = await asking.bot.store.read("SELECT user_id FROM question_people")
    assert [row["user_id"] for row in kept] == []


async def test_an_own_answer_tells_nothing_about_an_asker_without_a_name(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ben.send(thread, "Somebody told me.")
    await asking.ben.context_menu(thread, "Accept answer", reply)
    assert said(asking) == f"✅ Solved. Thank you, <@{asking.ben.id}>."
    assert (await now_is(asking)).thanked == 1


async def test_a_post_with_five_tags_is_solved_and_says_that_the_tag_did_not_fit(
    circle: Circle,
) -> None:
    await circle.set_up(questions=circle.forum)
    circle.place = circle.forum
    forum = circle.bot.get_channel(circle.forum.id)
    names = ("Solved", "one", "two", "three", "four", "five")
    await forum.edit(available_tags=[discord.ForumTag(name=name) for name in names])
    await circle.env.settle()
    await ask(circle, circle.ben, topics="one, two")
    thread = thread_of(circle)
    tags = {one["name"]: int(one["id"]) for one in _tags(circle)}
    stored = circle.env.backend.get_thread(thread.id)
    assert stored.applied_tags == [tags["one"], tags["two"]]
    stored.applied_tags = [tags[one] for one in names[1:]]
    circle.env.backend.edit_channel(thread.id, {"name": "Renamed"})
    await circle.env.settle()
    reply = await circle.ella.send(thread, "So.")
    result = await circle.ben.context_menu(thread, "Accept answer", reply)
    assert "has five tags" in told(result)
    assert "**Solved**" in text_of(card_of(circle))


def _tags(circle: Circle) -> Any:
    return circle.env.backend.get_channel(circle.forum.id).available_tags


async def test_the_longest_names_and_answers_fit_the_panel(asking: Circle) -> None:
    await ask(asking, asking.ben, title="*" * 100)
    thread = thread_of(asking)
    for number in range(27):
        await asking.ella.send(thread, f"{number}" + "x" * 1_900)
    panel = await press(asking, asking.ben, "solved")
    assert "Which answer" in told(panel)
    replies = [one for one in thread.history() if one.author.id == asking.ella.id]
    await choose(asking, asking.ben, replies[-1], panel=panel)
    panel = await press(asking, asking.ben, "helpful")
    await choose(asking, asking.ben, *replies[2:-1], panel=panel)
    assert (await now_is(asking)).helpful == (asking.ella.id,)
