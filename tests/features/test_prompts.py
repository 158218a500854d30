"""Stories about the weekly prompt, from the pool to the journal."""

import discord
import pytest

from tests.features.circle import Circle, answer, file_of, text_of, told
from tests.features.scenes import reflect

WEEK = 7 * 86_400
PROMPT = "What did you learn this week that would help somebody else?"


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """A prompts channel, one prompt, and a post every Monday at nine (the circle keeps UTC)."""
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    await circle.mo.slash(circle.talk, "prompt add", text=PROMPT, theme="sharing")
    made = await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    assert told(made).count("<t:") == 3
    return circle


def posts(circle: Circle) -> list[object]:
    return [one for one in circle.prompts.history() if "Something to reflect on" in text_of(one)]


async def test_the_weekly_prompt_comes_once_and_people_answer(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    (card,) = posts(weekly)
    assert "Something to reflect on" in text_of(card)
    (thread,) = weekly.prompts.threads
    assert thread.name == PROMPT

    form = await weekly.ben.click(card, label="Reflect")
    result = await weekly.ben.submit_modal(form, {"text": "Ask early.", "audience": ["open"]})
    assert "Thank you for sharing" in told(result)
    reflection = thread.history()[-1]
    assert "Ask early." in text_of(reflection)
    assert f"<@{weekly.ben.id}>" in text_of(reflection)

    form = await weekly.aino.click(card, label="Reflect")
    own = {"text": "Vain minulle.", "audience": ["private"]}
    result = await weekly.aino.submit_modal(form, own)
    assert "vain sinulle" in told(result)
    assert not any("Vain minulle." in text_of(one) for one in thread.history())
    assert "Vain minulle." in told(await weekly.aino.slash(weekly.talk, "journal list"))
    assert "Vain minulle." not in told(await weekly.ben.slash(weekly.talk, "journal list"))


async def without_rest(circle: Circle) -> None:
    """A used prompt may come again at once."""
    pool = answer(await circle.mo.slash(circle.talk, "prompt list"))
    await circle.mo.select(pool, ["0"], custom_id="prompt.rest:0")


async def test_four_weeks_bring_four_posts(weekly: Circle) -> None:
    await without_rest(weekly)
    for week in range(1, 5):
        await weekly.env.advance_time(WEEK)
        assert len(posts(weekly)) == week
        # A prompt that nobody answers three times in a row pauses by itself.
        await reflect(weekly, weekly.ben, "Well.", "private")


async def test_a_restart_changes_nothing_about_the_schedule(weekly: Circle) -> None:
    await weekly.restart()
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1
    await weekly.restart()
    await weekly.env.advance_time(3600)
    assert len(posts(weekly)) == 1


async def test_a_form_open_during_a_restart_is_saved(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    form = await weekly.ben.click(posts(weekly)[0], label="Reflect")
    await weekly.restart()
    result = await weekly.ben.submit_modal(form, {"text": "Still here.", "audience": ["open"]})
    assert "Thank you for sharing" in told(result)


async def test_writing_again_changes_the_one_reflection(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    (card,) = posts(weekly)
    form = await weekly.ben.click(card, label="Reflect")
    await weekly.ben.submit_modal(form, {"text": "First.", "audience": ["open"]})
    form = await weekly.ben.slash(weekly.talk, "reflect")
    field = form.modal["components"][1]["component"]
    assert field["value"] == "First."
    await weekly.ben.submit_modal(form, {"text": "Second.", "audience": ["open"]})
    (thread,) = weekly.prompts.threads
    written = [text_of(one) for one in thread.history() if "💭 <@" in text_of(one)]
    assert len(written) == 1
    assert "Second." in written[0]
    form = await weekly.ben.slash(weekly.talk, "reflect")
    await weekly.ben.submit_modal(form, {"text": "Second.", "audience": ["private"]})
    assert not any("Second." in text_of(one) for one in thread.history())


async def test_the_longest_reflection_of_nothing_but_markup_fits(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    form = await weekly.ben.click(posts(weekly)[0], label="Reflect")
    result = await weekly.ben.submit_modal(form, {"text": "*" * 1800, "audience": ["open"]})
    assert "Thank you for sharing" in told(result)
    told(await weekly.ben.slash(weekly.talk, "journal list"))


async def test_an_entry_is_removed_from_journal_and_thread(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    form = await weekly.ben.click(posts(weekly)[0], label="Reflect")
    await weekly.ben.submit_modal(form, {"text": "Not so sure.", "audience": ["open"]})
    (choice,) = await weekly.ben.autocomplete(weekly.talk, "journal remove", "entry", "sure")
    stranger = await weekly.ella.slash(weekly.talk, "journal remove", entry=choice["value"])
    assert "cannot find" in told(stranger)
    result = await weekly.ben.slash(weekly.talk, "journal remove", entry=choice["value"])
    assert "gone from your journal, and from the thread" in told(result)
    (thread,) = weekly.prompts.threads
    assert not any("Not so sure." in text_of(one) for one in thread.history())


async def test_a_schedule_for_private_answers_keeps_them_private(circle: Circle) -> None:
    await circle.set_up(prompts=circle.prompts)
    await circle.mo.slash(circle.talk, "prompt add", text=PROMPT)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", visibility="private")
    await circle.env.advance_time(WEEK)
    form = await circle.ben.click(posts(circle)[0], label="Reflect")
    asked, field, _ = form.modal["components"]
    assert asked["content"] == f"**{PROMPT}**"
    assert not circle.prompts.threads
    assert "Only you can read it" in field["description"]
    result = await circle.ben.submit_modal(form, {"text": "Mine."})
    assert "for you alone" in told(result)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"time": "25:61"}, "I do not know the time “25:61”"),
        ({"day": "someday"}, "I do not know the day “someday”"),
        ({"day": "@everyone"}, "I do not know the day “@\u200beveryone”"),
        ({"time": ""}, "I do not know the time"),
    ],
)
async def test_a_schedule_nobody_can_mean_is_refused(
    circle: Circle, options: dict[str, str], said: str
) -> None:
    await circle.set_up(prompts=circle.prompts)
    assert said in told(await circle.mo.slash(circle.talk, "prompt schedule", **options))


async def test_a_schedule_needs_a_channel_the_bot_can_post_in(circle: Circle) -> None:
    assert "Which channel?" in told(await circle.mo.slash(circle.talk, "prompt schedule"))
    closed = circle.guild.create_text_channel(
        "closed", overwrites={circle.guild.me: discord.PermissionOverwrite(send_messages=False)}
    )
    await circle.env.settle()
    result = await circle.mo.slash(circle.talk, "prompt schedule", channel=closed)
    assert "I lack Send Messages" in told(result)


async def test_an_empty_pool_is_told_to_moderators(circle: Circle) -> None:
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    made = await circle.mo.slash(circle.talk, "prompt schedule", day="monday")
    assert "No prompt is ready" in told(made)
    await circle.env.advance_time(WEEK)
    (notice,) = circle.moderators.history()
    assert "the pool is empty" in notice.content
    listed = told(await circle.mo.slash(circle.talk, "prompt schedules"))
    assert "skipped, the pool was empty" in listed


async def test_prompts_take_turns(weekly: Circle) -> None:
    await without_rest(weekly)
    await weekly.mo.slash(weekly.talk, "prompt add", text="A second prompt?")
    await weekly.env.advance_time(3 * WEEK)
    shown = [
        text_of(one) for one in weekly.prompts.history() if "Something to reflect" in text_of(one)
    ]
    assert ["second" in one for one in shown] == [False, True, False]


async def test_unscheduled_means_silence(weekly: Circle) -> None:
    (choice,) = await weekly.mo.autocomplete(weekly.talk, "prompt unschedule", "schedule", "mon")
    await weekly.mo.slash(weekly.talk, "prompt unschedule", schedule=choice["value"])
    await weekly.env.advance_time(2 * WEEK)
    assert not posts(weekly)


async def test_a_moderator_posts_now(weekly: Circle) -> None:
    result = await weekly.mo.slash(weekly.talk, "prompt post", channel=weekly.talk)
    assert "Posted in" in told(result)
    assert any(PROMPT in text_of(one) for one in weekly.talk.history())


async def test_a_removed_prompt_leaves_the_pool_and_its_posts_stay(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    (choice,) = await weekly.mo.autocomplete(weekly.talk, "prompt remove", "prompt", "learn")
    result = await weekly.mo.slash(weekly.talk, "prompt remove", prompt=choice["value"])
    assert "out of the pool" in told(result)
    form = await weekly.ben.click(posts(weekly)[0], label="Reflect")
    result = await weekly.ben.submit_modal(form, {"text": "Late.", "audience": ["open"]})
    assert "Thank you for sharing" in told(result)


async def test_a_long_prompt_comes_back_as_a_file(circle: Circle) -> None:
    result = await circle.mo.slash(circle.talk, "prompt add", text="why " * 200)
    assert "500 fit" in told(result)
    assert file_of(circle.env, result).startswith("why why")


async def test_another_communitys_prompt_cannot_be_answered_here(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    form = await weekly.ben.click(posts(weekly)[0], label="Reflect")
    _, elsewhere, eve = weekly.another_guild()
    await weekly.env.settle()
    assert "no prompt to answer" in told(await eve.slash(elsewhere, "reflect"))
    forged = await eve.slash(elsewhere, "ask")
    forged._interaction.modal = form.modal
    result = await eve.submit_modal(forged, {"text": "From outside.", "audience": ["open"]})
    assert "That prompt is gone" in told(result)
    assert file_of(weekly.env, result) == "From outside."


async def test_a_public_thread_that_cannot_be_made_does_not_lose_a_reflection(
    weekly: Circle,
) -> None:
    weekly.env.inject_error(
        "POST", "/channels/*/messages/*/threads", status=403, code=50013, times=None
    )
    await weekly.env.advance_time(WEEK)
    form = await weekly.ben.click(posts(weekly)[0], label="Reflect")
    result = await weekly.ben.submit_modal(form, {"text": "Keep me.", "audience": ["open"]})
    assert "Saved in your journal, but I could not post it" in told(result)
    assert "Keep me." in told(await weekly.ben.slash(weekly.talk, "journal list"))
    weekly.env.backend.faults.clear()
    form = await weekly.ben.slash(weekly.talk, "reflect")
    again = await weekly.ben.submit_modal(form, {"text": "Keep me.", "audience": ["open"]})
    assert "Thank you for sharing" in told(again)


async def test_the_card_is_one_shape(weekly: Circle) -> None:
    await weekly.env.advance_time(WEEK)
    shown = answer(await weekly.mo.slash(weekly.talk, "prompt list"))
    assert "1 prompt" in text_of(shown)
    assert "used <t:" in text_of(shown)
