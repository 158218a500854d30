"""Stories about a prompt's end: the next one comes, and its card says thank you."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from bot.delivery import REFLECT
from bot.ui import component_ids
from cogs.reflections import closing as closing_part
from data import closing, communities, deliveries
from tests.features.circle import Circle, answer, text_of, told
from tests.features.scenes import forge, line_breaks, on_the_wire, reflect, schedule_prompt

HOUR, DAY = 3600, 86_400
WEEK = 7 * DAY
MONDAY = 4 * DAY + 9 * HOUR
"""From the beginning of a story until the first post."""


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """The first prompt stands in its channel."""
    await schedule_prompt(circle)
    await circle.env.advance_time(MONDAY)
    return circle


def cards(circle: Circle) -> list[Any]:
    return [one for one in circle.prompts.history() if "Something to reflect on" in text_of(one)]


def edits(circle: Circle, card: Any) -> int:
    path = f"/channels/{circle.prompts.id}/messages/{card.id}"
    sent = [one for one in circle.env.http_requests if one.method == "PATCH" and one.path == path]
    return len(sent)


async def reflected(circle: Circle, actors: Sequence[Any], audience: str = "private") -> None:
    for one in actors:
        await reflect(circle, one, f"From {one.id}.", audience)


async def closed_at(circle: Circle) -> list[int | None]:
    rows = await circle.bot.store.read(
        "SELECT closed_at FROM deliveries WHERE state = 'sent' ORDER BY delivery_id"
    )
    return [row["closed_at"] for row in rows]


async def test_the_next_prompt_closes_the_last_one_once(weekly: Circle) -> None:
    await reflected(weekly, [weekly.aino, weekly.ben, weekly.ella])
    await weekly.env.advance_time(WEEK - 1)
    (card,) = cards(weekly)
    assert "Reflect" in text_of(card).splitlines()
    assert "Thank you" not in text_of(card)
    await weekly.env.advance_time(1)
    old, new = cards(weekly)
    assert "3 people reflected. Thank you." in text_of(old)
    assert "What went well?" in text_of(old)
    assert "Reflect" not in text_of(old).splitlines()
    assert "Reflect" in text_of(new).splitlines()
    for one in (weekly.aino, weekly.ben, weekly.ella):
        assert str(one.id) not in text_of(old)
    await weekly.env.advance_time(6 * DAY)
    assert edits(weekly, old) == 1
    now = weekly.bot.seconds()
    (first, second) = await closed_at(weekly)
    assert (first, second) == (now - 6 * DAY, None)
    await weekly.env.advance_time(DAY)
    assert [edits(weekly, one) for one in cards(weekly)] == [1, 1, 0]


async def test_it_is_told_in_the_communitys_language(weekly: Circle) -> None:
    await communities.choose(weekly.bot.store, weekly.guild.id, "language", "fi")
    await reflected(weekly, [weekly.aino, weekly.ben, weekly.ella])
    (before,) = cards(weekly)
    await weekly.env.advance_time(WEEK)
    (old,) = [one for one in weekly.prompts.history() if one.id == before.id]
    assert "3 ihmistä pohti tätä. Kiitos." in text_of(old)


@pytest.mark.parametrize("people", [0, 1, 2])
async def test_few_are_not_counted(weekly: Circle, people: int) -> None:
    everybody = [weekly.aino, weekly.ben]
    await reflected(weekly, everybody[:people])
    await weekly.env.advance_time(WEEK)
    old = text_of(cards(weekly)[0])
    assert "Thank you to everyone who reflected." in old
    assert "people" not in old
    assert "person" not in old


async def test_how_few_are_too_few_is_the_communitys_choice(weekly: Circle) -> None:
    await communities.choose(weekly.bot.store, weekly.guild.id, "anonymous_least", 4)
    await reflected(weekly, [weekly.aino, weekly.ben, weekly.ella])
    await weekly.env.advance_time(WEEK)
    assert "Thank you to everyone who reflected." in text_of(cards(weekly)[0])


async def test_open_private_and_anonymous_answers_count_alike(weekly: Circle) -> None:
    await reflected(weekly, [weekly.aino], "open")
    await reflected(weekly, [weekly.ben], "private")
    await reflected(weekly, [weekly.ella, weekly.mo], "anonymous")
    await weekly.env.advance_time(WEEK)
    assert "4 people reflected. Thank you." in text_of(cards(weekly)[0])


@pytest.mark.parametrize("unseen", [0, 1, 2])
async def test_nobody_learns_that_who_is_missing_in_the_thread_answered(
    weekly: Circle, unseen: int
) -> None:
    host = weekly.guild.add_member(weekly.env.create_user("host"))
    await weekly.env.settle()
    await reflected(weekly, [weekly.aino, weekly.ben, weekly.ella], "open")
    await reflected(weekly, [weekly.mo][:unseen], "private")
    await reflected(weekly, [host][: unseen - 1] if unseen > 1 else [], "anonymous")
    shown = answer(await weekly.mo.slash(weekly.talk, "prompt list"))
    assert "at least 3 answers" in text_of(shown)
    await weekly.env.advance_time(WEEK)
    said = "3 people shared in the thread. Thank you to everyone who reflected."
    assert said in text_of(cards(weekly)[0])
    shown = answer(await weekly.mo.slash(weekly.talk, "prompt list"))
    assert "at least 3 answers" in text_of(shown)


async def test_what_was_held_is_settled_with_the_closing(weekly: Circle) -> None:
    await reflected(weekly, [weekly.ben], "anonymous")
    await weekly.env.advance_time(WEEK)
    rows = await weekly.bot.store.read("SELECT state FROM anonymous_answers")
    assert [row["state"] for row in rows] == ["short"]


@pytest.mark.parametrize("code", [(403, 50001), (403, 50013), (404, 10008), (404, 10003)])
async def test_a_card_that_cannot_be_changed_is_let_be(
    weekly: Circle, code: tuple[int, int]
) -> None:
    (card,) = cards(weekly)
    path = f"/channels/{weekly.prompts.id}/messages/{card.id}"
    weekly.env.inject_error("PATCH", path, times=None, status=code[0], code=code[1])
    await weekly.env.advance_time(WEEK)
    assert edits(weekly, card) == 1
    assert None not in (await closed_at(weekly))[:1]
    await weekly.env.advance_time(DAY)
    assert edits(weekly, card) == 1


async def test_a_deleted_card_is_let_be(weekly: Circle) -> None:
    (card,) = cards(weekly)
    weekly.env.backend.delete_message(weekly.prompts.id, card.id)
    await weekly.env.advance_time(WEEK)
    assert (await closed_at(weekly))[0] is not None


async def test_trouble_is_waited_out(weekly: Circle) -> None:
    (card,) = cards(weekly)
    path = f"/channels/{weekly.prompts.id}/messages/{card.id}"
    with on_the_wire(weekly, "PATCH", path, before=line_breaks):
        await weekly.env.advance_time(WEEK + 2 * HOUR)
    assert (await closed_at(weekly))[0] is None
    assert "Reflect" in text_of(cards(weekly)[0]).splitlines()
    await weekly.env.advance_time(HOUR)
    assert "Reflect" not in text_of(cards(weekly)[0]).splitlines()
    assert edits(weekly, card) == 1


async def test_a_process_that_ended_before_it_could_close_goes_on(weekly: Circle) -> None:
    await weekly.bot.cogs["Reflections"].closings.stop()  # type: ignore[attr-defined]
    await weekly.env.advance_time(WEEK)
    assert (await closed_at(weekly))[0] is None
    await weekly.restart()
    await weekly.env.settle()
    assert None not in (await closed_at(weekly))[:1]
    assert "Reflect" not in text_of(cards(weekly)[0]).splitlines()


async def test_a_process_that_ended_in_between_does_it_again(
    weekly: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said twice is the same card."""

    async def die(*_: object) -> None:
        raise asyncio.CancelledError

    with monkeypatch.context() as patched:
        patched.setattr(closing, "closed", die)
        await weekly.env.advance_time(WEEK)
        await weekly.bot.cogs["Reflections"].closings.stop()  # type: ignore[attr-defined]
    assert (await closed_at(weekly))[0] is None
    await weekly.restart()
    await weekly.env.settle()
    assert (await closed_at(weekly))[0] is not None
    (old, _) = cards(weekly)
    assert text_of(old).count("What went well?") == 1


async def test_a_community_that_is_away_is_waited_for(weekly: Circle) -> None:
    (card,) = cards(weekly)
    guild = weekly.bot.get_guild(weekly.guild.id)
    assert guild is not None
    path = f"/channels/{weekly.prompts.id}/messages/{card.id}"
    with on_the_wire(weekly, "PATCH", path, before=line_breaks):
        await weekly.env.advance_time(WEEK)
    guild.unavailable = True
    await weekly.env.advance_time(HOUR)
    assert (await closed_at(weekly))[0] is None
    guild.unavailable = False
    weekly.bot.dispatch("guild_available", guild)
    await weekly.env.settle()
    assert (await closed_at(weekly))[0] is not None


async def test_many_old_cards_are_closed_bit_by_bit(weekly: Circle) -> None:
    """As after an upgrade, when all there ever were are open."""
    await weekly.bot.cogs["Reflections"].closings.stop()  # type: ignore[attr-defined]
    many = 2 * closing_part.AT_A_TIME + 2
    for _ in range(many):
        await weekly.mo.slash(weekly.talk, "prompt post")
    await weekly.restart()
    await weekly.env.settle()
    left = []
    for _ in range(3):
        left.append((await closed_at(weekly)).count(None))
        await weekly.env.advance_time(closing_part.GAP)
    # The first prompt is its schedule's newest, and the last by hand its channel's.
    assert [one - 2 for one in left] == [6, 1, 0]


async def test_an_old_button_still_answers_and_reflect_goes_to_the_newest(weekly: Circle) -> None:
    (button,) = [one for one in component_ids(cards(weekly)[0]) if one.startswith(REFLECT)]
    await weekly.env.advance_time(WEEK)
    (old, _) = cards(weekly)
    # Whoever had the channel open when it closed may still see the button.
    forge(weekly, old, button)
    result = await weekly.ben.click(old, custom_id=button)
    assert result.modal is not None
    await reflected(weekly, [weekly.ben])
    store, guild = weekly.bot.store, weekly.guild.id
    newest, *_ = await deliveries.newest(store, guild, "prompt")
    rows = await store.read("SELECT delivery_id FROM reflections WHERE guild_id = ?", (guild,))
    assert [row["delivery_id"] for row in rows] == [newest.delivery_id]


async def test_a_form_that_was_open_when_the_prompt_closed_is_saved(weekly: Circle) -> None:
    (card,) = cards(weekly)
    form = await weekly.ben.click(card, label="Reflect")
    await weekly.env.advance_time(WEEK)
    result = await weekly.ben.submit_modal(form, {"text": "Late.", "audience": ["private"]})
    assert "for you alone" in told(result)
    assert "Late." in told(await weekly.ben.slash(weekly.talk, "journal list"))
    assert edits(weekly, card) == 1


async def test_another_communitys_prompt_closes_nothing_here(weekly: Circle) -> None:
    guild, channel, _ = weekly.another_guild()
    store = weekly.bot.store
    for at in (1, 2):
        made = await deliveries.deliver_now(
            store, guild.id, "prompt", channel.id, "choice", 1, "?", "2026-11-23", at
        )
        await deliveries.finish(store, made, "sent")
    weekly.bot.dispatch("prompt_posted")
    await weekly.env.settle()
    (card,) = cards(weekly)
    assert edits(weekly, card) == 0


async def test_the_longest_prompt_fits_when_it_is_closed(circle: Circle) -> None:
    await circle.set_up(prompts=circle.prompts)
    for letter in "*_":
        await circle.mo.slash(circle.talk, "prompt add", text=letter * 500)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    await circle.env.advance_time(MONDAY)
    form = await circle.ben.click(cards(circle)[0], label="Reflect")
    await circle.ben.submit_modal(form, {"text": "x", "audience": ["private"]})
    await circle.env.advance_time(WEEK)
    assert "Thank you" in text_of(cards(circle)[0])
