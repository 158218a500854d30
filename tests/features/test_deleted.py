"""What is deleted in Discord, or erased while something is under way: the rest follows."""

from typing import Any

import pytest

from cogs.tips import keep
from data import privacy, tips
from tests.features.circle import Circle, answer, text_of, told
from tests.features.scenes import hidden, on_the_wire, reflect, schedule_prompt, shown_in
from tests.features.test_delivery import FIRST_RUN, MESSAGES
from tests.features.test_questions import ask, card_of, thread_of

LINK = "https://example.org/guide"


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    await schedule_prompt(circle)
    await circle.env.advance_time(FIRST_RUN)
    return circle


async def delete(circle: Circle, channel: Any, *messages: Any) -> None:
    """A moderator deletes messages in Discord: one by one, or several at once."""
    if len(messages) == 1:
        circle.env.backend.delete_message(channel.id, messages[0].id)
    else:
        circle.env.backend.bulk_delete_messages(channel.id, [one.id for one in messages])
    await circle.env.settle()


# Tips


async def test_a_deleted_card_takes_its_tip_along(circle: Circle) -> None:
    await circle.share(circle.ben, LINK, "Not wanted here.")
    await circle.share(circle.ben, "https://example.org/other", "Wanted.")
    await delete(circle, circle.talk, circle.talk.history()[0])
    found = told(await circle.ella.slash(circle.talk, "tip search"))
    assert "1 tip" in found
    assert "Not wanted here." not in found
    again = answer(await circle.share(circle.ella, LINK, "A better note."))
    assert "A better note." in again.content


async def test_cards_deleted_at_once_take_their_tips_along(circle: Circle) -> None:
    for number in range(3):
        await circle.share(circle.ben, f"{LINK}/{number}", f"Note {number}.")
    await delete(circle, circle.talk, *circle.talk.history()[:2])
    found = told(await circle.ella.slash(circle.talk, "tip search"))
    assert "1 tip" in found
    assert "Note 2." in found


async def test_a_deleted_public_channel_keeps_its_tips_in_sight(circle: Circle) -> None:
    lounge = circle.guild.create_text_channel("lounge")
    await circle.env.settle()
    await circle.ben.slash(lounge, "tip share", link=LINK, note="Still good.")
    circle.env.backend.delete_channel(lounge.id)
    await circle.env.settle()
    assert "Still good." in told(await circle.ella.slash(circle.talk, "tip search"))
    assert "Still good." in told(await circle.share(circle.ella, LINK, "Mine."))
    assert "removed" in told(await circle.ben.slash(circle.talk, "tip remove", tip=LINK))


async def test_a_deleted_hidden_channel_keeps_its_tips_hidden(circle: Circle) -> None:
    place = await hidden(circle, circle.ben)
    await circle.ben.slash(place, "tip share", link=LINK, note="Secret plans.")
    circle.env.backend.delete_channel(place.id)
    await circle.env.settle()
    assert "No tips" in told(await circle.ella.slash(circle.talk, "tip search"))
    assert "Secret plans." in told(await circle.ben.slash(circle.talk, "tip search"))


async def test_a_tip_that_was_never_posted_gives_way_to_the_next_share(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    circle.env.inject_error("POST", MESSAGES, status=403, code=50013, times=None)
    refused = told(await circle.share(circle.ben, LINK, "Old note."))
    assert "Discord did not let me post its card" in refused
    assert "so the tip is here" not in refused
    circle.env.backend.faults.clear()
    await circle.env.advance_time(3600)
    assert "Shared:" in told(await circle.share(circle.ella, LINK, "New note."))
    (card,) = circle.tips.history()
    assert "New note." in card.content
    assert f"<@{circle.ella.id}>" in card.content
    found = told(await circle.ben.slash(circle.talk, "tip search"))
    assert "1 tip" in found
    assert "Old note." not in found


async def test_helped_me_on_a_tip_that_is_gone_is_answered(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK))
    (row,) = await circle.bot.store.read("SELECT tip_id FROM tips")
    which = (circle.guild.id, row["tip_id"], "removed", None, 0)
    await tips.take_away(circle.bot.store, *which)
    assert "cannot find" in told(await circle.ella.click(card, label="Helped me"))


@pytest.mark.parametrize("where", ["card", "view"])
async def test_helped_me_on_a_tip_that_goes_in_that_moment_is_answered(
    circle: Circle, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    card = answer(await circle.share(circle.ben, LINK))
    if where == "view":
        card = answer(await circle.ella.slash(circle.talk, "tip show", tip=LINK))
    thank = keep.tip_marks.thank

    async def too_late(store: Any, guild_id: int, tip_id: int, *more: Any) -> Any:
        await tips.take_away(store, guild_id, tip_id, "removed", None, 0)
        return await thank(store, guild_id, tip_id, *more)

    monkeypatch.setattr(keep.tip_marks, "thank", too_late)
    assert "cannot find" in told(await circle.ella.click(card, label="Helped me"))


async def test_a_tip_erased_while_its_card_is_under_way_leaves_no_card(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)

    async def erased() -> None:
        await privacy.erase(circle.bot.store, circle.guild.id, circle.ben.id)

    place = f"/channels/{circle.tips.id}/messages"
    with on_the_wire(circle, "POST", place, after=erased):
        await circle.share(circle.ben, LINK, "Ben's own note.")
    assert not circle.tips.history()


# Questions


async def test_a_deleted_card_of_a_question_is_made_anew(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    place = asking.place if asking.place is asking.questions else thread
    await delete(asking, place, card_of(asking))
    reply = await asking.ella.send(thread, "Try this.")
    await asking.ben.context_menu(thread, "Accept answer", reply)
    assert "**Solved**" in text_of(card_of(asking))
    await asking.ben.click(card_of(asking), label="Reopen")
    assert "**Solved**" not in text_of(card_of(asking))
    assert "1 open question" in told(await asking.ella.slash(asking.talk, "question list"))


async def test_a_deleted_card_of_a_solved_question_comes_back_with_reopen(asking: Circle) -> None:
    await ask(asking, asking.ben)
    thread = thread_of(asking)
    reply = await asking.ella.send(thread, "Try this.")
    await asking.ben.context_menu(thread, "Accept answer", reply)
    place = asking.place if asking.place is asking.questions else thread
    await delete(asking, place, card_of(asking))
    assert "**Solved**" in shown_in(thread)
    await asking.restart()
    await asking.ben.click(card_of(asking), label="Reopen")
    assert "**Solved**" not in shown_in(thread)


async def test_a_card_and_its_answer_deleted_at_once_leave_an_open_question_with_a_card(
    circle: Circle,
) -> None:
    await circle.set_up(questions=circle.forum)
    circle.place = circle.forum
    await ask(circle, circle.ben)
    thread = thread_of(circle)
    reply = await circle.ella.send(thread, "Try this.")
    await circle.ben.context_menu(thread, "Accept answer", reply)
    await delete(circle, thread, card_of(circle), reply)
    assert "Asked by" in shown_in(thread)
    assert "**Solved**" not in shown_in(thread)


# Reflections


@pytest.mark.parametrize("noticed", [True, False])
async def test_a_deleted_thread_of_a_prompt_is_made_anew(weekly: Circle, noticed: bool) -> None:
    (thread,) = weekly.prompts.threads
    weekly.env.backend.delete_channel(thread.id)
    await weekly.env.settle()
    if not noticed:
        async with weekly.bot.store.write() as tx:
            await tx.run("UPDATE deliveries SET thread_id = ?", (thread.id,))
    assert "Thank you for sharing" in told(await reflect(weekly, weekly.ben, "Still said."))
    (anew,) = weekly.prompts.threads
    assert "Still said." in shown_in(anew)


async def test_a_reflection_goes_to_a_new_thread_with_its_own(weekly: Circle) -> None:
    await reflect(weekly, weekly.ben, "Said before.")
    weekly.env.backend.delete_channel(weekly.prompts.threads[-1].id)
    await weekly.env.settle()
    assert "Thank you for sharing" in told(await reflect(weekly, weekly.ben, "Said again."))
    assert "Said again." in shown_in(weekly.prompts.threads[-1])


async def test_a_deleted_reflection_stays_in_the_journal_alone(weekly: Circle) -> None:
    await reflect(weekly, weekly.ben, "Only mine now.")
    (thread,) = weekly.prompts.threads
    (posted,) = [one for one in thread.history() if "Only mine now." in text_of(one)]
    await delete(weekly, thread, posted)
    kept = told(await weekly.ben.slash(weekly.talk, "journal list"))
    assert "Only mine now." in kept
    assert "See it in the thread" not in kept


async def test_a_reflection_erased_while_it_is_under_way_is_deleted(weekly: Circle) -> None:
    async def erased() -> None:
        await privacy.erase(weekly.bot.store, weekly.guild.id, weekly.ben.id)

    form = await weekly.ben.slash(weekly.talk, "reflect")
    thread = weekly.prompts.threads[-1]
    place = f"/channels/{thread.id}/messages"
    with on_the_wire(weekly, "POST", place, after=erased):
        await weekly.ben.submit_modal(form, {"text": "Gone at once.", "audience": ["open"]})
    assert "Gone at once." not in shown_in(thread)
    assert not await weekly.bot.store.read("SELECT * FROM reflections")


@pytest.mark.parametrize(
    ("kind", "request_path"),
    [
        ("text", "/channels/*/messages"),
        ("text", "/channels/*/threads"),
        ("forum", "/channels/*/threads"),
    ],
)
@pytest.mark.parametrize("may_delete_threads", [True, False])
async def test_a_question_erased_while_it_is_under_way_leaves_nothing(
    circle: Circle, kind: str, request_path: str, may_delete_threads: bool
) -> None:
    place = circle.questions if kind == "text" else circle.forum
    await circle.set_up(questions=place)
    if not may_delete_threads:
        # Discord asks for Manage Threads here, which no place of ours needs.
        thread = "/channels/" + "[0-9]" * len(str(place.id))
        circle.env.inject_error("DELETE", thread, status=403, code=50013, times=None)

    async def erased() -> None:
        await privacy.erase(circle.bot.store, circle.guild.id, circle.ben.id)

    with on_the_wire(circle, "POST", request_path, after=erased):
        await ask(circle, circle.ben)
    # What was on its way already is noted, and taken out at the next start at the latest.
    await circle.restart()
    assert "Asked by" not in shown_in(place, *place.threads)
    assert {thread.name for thread in place.threads} <= {"Removed question"}
