"""Stories about the pool: what is in it, who suggests it, and what happens when it runs low."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import discord
import pytest

from cogs.prompts.starters import SETS
from data import communities, prompts, starters
from tests.features.circle import (
    Circle,
    answer,
    file_of,
    raw_components,
    text_of,
    told,
    walk,
)
from tests.features.scenes import delete_everything, forge

DAY = 86_400
WEEK = 7 * DAY
HEADS = ("Something to reflect on", "Pohdittavaksi")


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """A post every Monday at nine (the circle keeps UTC; it is Thursday), and no prompt yet."""
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    return circle


async def add(circle: Circle, *texts: str, theme: str = "") -> None:
    for text in texts:
        await circle.mo.slash(circle.talk, "prompt add", text=text, theme=theme)


async def pool(circle: Circle) -> Any:
    return answer(await circle.mo.slash(circle.talk, "prompt list"))


async def rest(circle: Circle, weeks: int) -> Any:
    shown = await pool(circle)
    return await circle.mo.select(shown, [str(weeks)], custom_id="prompt.rest:0")


async def opened(circle: Circle, text: str) -> Any:
    """The card of one prompt, opened from the list."""
    shown = await pool(circle)
    (value,) = [
        option["value"] for option in options(shown, "prompt.pick") if text in option["label"]
    ]
    return answer(await circle.mo.select(shown, [value], custom_id="prompt.pick"))


def options(message: Any, custom_id: str) -> list[Any]:
    return [
        option
        for part in walk(raw_components(message))
        if part.get("custom_id") == custom_id
        for option in part["options"]
    ]


def order(message: Any, *texts: str) -> list[str]:
    """These texts in the order in which a message shows them."""
    shown = text_of(message)
    return sorted((one for one in texts if one in shown), key=shown.index)


def cards(circle: Circle) -> list[Any]:
    """The prompts that were posted, oldest first."""
    found = [one for one in circle.prompts.history() if text_of(one).startswith(("\n💭", "💭"))]
    return [one for one in found if any(head in text_of(one) for head in HEADS)]


def posted(circle: Circle, *texts: str) -> list[str]:
    return [next((one for one in texts if one in text_of(card)), "?") for card in cards(circle)]


def notices(circle: Circle, part: str) -> list[Any]:
    return [one for one in circle.moderators.history() if part in one.content]


async def finnish(circle: Circle) -> None:
    await communities.choose(circle.bot.store, circle.guild.id, "language", "fi")


# The list and its cards


async def test_a_theme_is_offered_while_one_types(circle: Circle) -> None:
    await add(circle, "One?", theme="Working habits")
    await add(circle, "Two?", theme="Sharing")
    ask = (circle.talk, "prompt add", "theme")
    assert await circle.mo.autocomplete(*ask, "HAB") == [
        {"name": "Working habits", "value": "Working habits"}
    ]
    assert len(await circle.mo.autocomplete(*ask, "")) == 2
    assert await circle.ben.autocomplete(*ask, "") == []


async def test_a_prompt_is_opened_and_edited(circle: Circle) -> None:
    await add(circle, "Wat went well?", theme="Habits")
    card = await opened(circle, "Wat")
    assert "Habits" in text_of(card)
    form = await circle.mo.click(card, label="Edit")
    text, theme = (one["component"] for one in form.modal["components"])
    assert (text["value"], theme["value"]) == ("Wat went well?", "Habits")
    result = await circle.mo.submit_modal(form, {"text": "What went well?", "theme": "sharing"})
    shown = text_of(answer(result))
    assert "What went well?" in shown
    assert "sharing" in shown
    assert "Habits" not in shown


async def test_a_prompt_is_edited_by_command(circle: Circle) -> None:
    await add(circle, "Wat went well?")
    (choice,) = await circle.mo.autocomplete(circle.talk, "prompt edit", "prompt", "wat")
    form = await circle.mo.slash(circle.talk, "prompt edit", prompt=choice["value"])
    edited = await circle.mo.submit_modal(form, {"text": "Why?", "theme": "x"})
    form = await circle.mo.slash(circle.talk, "prompt edit", prompt=choice["value"])
    empty = await circle.mo.submit_modal(form, {"text": " \u200b ", "theme": ""})
    assert "Why?" in told(edited)
    assert "no prompt yet" in told(empty)
    form = await circle.mo.slash(circle.talk, "prompt edit", prompt=choice["value"])
    result = await circle.mo.submit_modal(form, {"text": "What went well?", "theme": ""})
    assert "What went well?" in told(result)
    gone = await circle.mo.slash(circle.talk, "prompt edit", prompt="999")
    assert "cannot find that prompt" in told(gone)


async def test_the_order_is_the_moderators(weekly: Circle) -> None:
    texts = ("First?", "Second?", "Third?")
    await add(weekly, *texts)
    card = await opened(weekly, "Third?")
    assert "number 3 of 3" in text_of(card)
    card = answer(await weekly.mo.click(card, label="Use next"))
    assert "next" in text_of(card)
    card = answer(await weekly.mo.click(card, label="Later"))
    assert "number 2 of 3" in text_of(card)
    card = answer(await weekly.mo.click(card, label="Earlier"))
    listed = answer(await weekly.mo.click(card, label="Back"))
    assert order(listed, *texts) == ["Third?", "First?", "Second?"]
    await weekly.env.advance_time(2 * WEEK)
    assert posted(weekly, *texts) == ["Third?", "First?"]


async def test_a_retired_prompt_is_kept_and_not_used(weekly: Circle) -> None:
    await add(weekly, "First?", "Second?")
    card = answer(await weekly.mo.click(await opened(weekly, "First?"), label="Retire"))
    assert "retired" in text_of(card)
    assert order(await pool(weekly), "First?", "Second?") == ["Second?", "First?"]
    await weekly.env.advance_time(WEEK)
    await weekly.mo.click(await opened(weekly, "First?"), label="Use again")
    await weekly.env.advance_time(WEEK)
    assert posted(weekly, "First?", "Second?") == ["Second?", "First?"]


async def test_removing_is_asked_once_more(circle: Circle) -> None:
    await add(circle, "First?", "Second?")
    ask = answer(await circle.mo.click(await opened(circle, "First?"), label="Remove"))
    assert "Remove it for good?" in text_of(ask)
    assert "First?" in text_of(await pool(circle))
    listed = answer(await circle.mo.click(ask, label="Remove it"))
    assert order(listed, "First?", "Second?") == ["Second?"]
    forge(circle, ask, "prompt.remove-sure:1")  # Pressed twice.
    await circle.mo.click(ask, custom_id="prompt.remove-sure:1")
    assert order(await pool(circle), "First?", "Second?") == ["Second?"]


@pytest.mark.parametrize(
    ("language", "resting", "skipped"),
    [
        ("en", "rests until <t:", "the pool is empty, or all that is in it rests"),
        ("fi", "lepää <t:", "kysymykset ovat lopussa, tai kaikki lepäävät"),
    ],
)
async def test_a_used_prompt_rests_and_moderators_see_it(
    weekly: Circle, language: str, resting: str, skipped: str
) -> None:
    if language == "fi":
        await finnish(weekly)
        weekly.speaks(weekly.mo, "fi")
    await add(weekly, "Once?")
    await rest(weekly, 4)
    await weekly.env.advance_time(4 * WEEK)
    assert posted(weekly, "Once?") == ["Once?"]
    assert len(notices(weekly, skipped)) == 3
    assert resting in text_of(await pool(weekly))
    await weekly.env.advance_time(WEEK)
    assert posted(weekly, "Once?") == ["Once?", "Once?"]


async def test_how_long_they_rest_is_chosen_in_the_list(weekly: Circle) -> None:
    await add(weekly, "Once?")
    (chosen,) = [one for one in options(await pool(weekly), "prompt.rest:0") if one.get("default")]
    assert chosen["label"] == "A used prompt rests 26 weeks"
    shown = answer(await rest(weekly, 0))
    (chosen,) = [one for one in options(shown, "prompt.rest:0") if one.get("default")]
    assert chosen["value"] == "0"
    await weekly.env.advance_time(3 * WEEK)
    assert posted(weekly, "Once?") == ["Once?"] * 3


async def test_a_forged_rest_changes_nothing(circle: Circle) -> None:
    await add(circle, "Once?")
    shown = await pool(circle)
    forge(circle, shown, "prompt.rest:0", values=["7"])
    await circle.mo.select(shown, ["7"], custom_id="prompt.rest:0")
    assert (await communities.get(circle.bot.store, circle.guild.id)).rest_weeks == 26


@pytest.mark.parametrize(
    ("language", "few", "enough"),
    [
        ("en", "few answers", "at least 3 answers"),
        ("fi", "vähän vastauksia", "vähintään 3 vastausta"),
    ],
)
async def test_answers_are_counted_when_they_are_enough(
    weekly: Circle, language: str, few: str, enough: str
) -> None:
    weekly.speaks(weekly.mo, language)
    await add(weekly, "What went well?")
    assert few not in text_of(await pool(weekly))
    await weekly.env.advance_time(WEEK)
    assert few in text_of(await pool(weekly))
    for actor in (weekly.ben, weekly.ella):
        await reflect(weekly, actor)
    shown = text_of(await pool(weekly))
    assert few in shown
    await reflect(weekly, weekly.aino)
    # A number that grew now would tell when somebody wrote.
    assert few in text_of(await pool(weekly))
    await add(weekly, "And now?")
    await weekly.env.advance_time(WEEK)
    shown = text_of(await pool(weekly))
    assert enough in shown
    assert not any(str(one.id) in shown for one in (weekly.ben, weekly.ella, weekly.aino))


async def reflect(circle: Circle, actor: Any) -> None:
    form = await actor.slash(circle.talk, "reflect")
    await actor.submit_modal(form, {"text": "Well.", "audience": ["private"]})


async def test_the_longest_pool_has_room(circle: Circle) -> None:
    store, guild_id = circle.bot.store, circle.guild.id
    for number in range(prompts.MOST_PROMPTS):
        await prompts.add(store, guild_id, f"{number} " + "*" * 496, "_" * 40, 1, 1)
    shown = await pool(circle)
    assert "500 prompts" in text_of(shown)
    for _ in range(2):
        shown = answer(await circle.mo.click(shown, label="▶"))
    assert "3/50" in text_of(shown)
    assert text_of(shown).count("prompt") < 50
    card = answer(await circle.mo.select(shown, [first(shown)], custom_id="prompt.pick"))
    assert "number 21 of 500" in text_of(card)
    back = answer(await circle.mo.click(card, label="Back"))
    assert "3/50" in text_of(back)
    full = await circle.mo.slash(circle.talk, "prompt add", text="One more?")
    assert "full at 500" in told(full)


def first(message: Any) -> str:
    return str(options(message, "prompt.pick")[0]["value"])


async def test_everything_works_after_a_restart(weekly: Circle) -> None:
    await add(weekly, "First?", "Second?")
    listed, card = await pool(weekly), await opened(weekly, "Second?")
    form = await weekly.mo.click(card, label="Edit")
    await weekly.restart()
    card = answer(await weekly.mo.click(card, label="Use next"))
    assert "next" in text_of(card)
    await weekly.mo.submit_modal(form, {"text": "Better?", "theme": ""})
    listed = answer(await weekly.mo.select(listed, ["0"], custom_id="prompt.rest:0"))
    assert order(listed, "First?", "Better?") == ["Better?", "First?"]


# A post at once


@pytest.mark.parametrize(
    ("language", "done", "none"),
    [
        ("en", "Posted in", "No prompt is ready"),
        ("fi", "Julkaistu kanavalla", "Käytettävää kysymystä ei ole"),
    ],
)
async def test_a_post_at_once_takes_the_next(
    weekly: Circle, language: str, done: str, none: str
) -> None:
    weekly.speaks(weekly.mo, language)
    assert none in told(await weekly.mo.slash(weekly.talk, "prompt post"))
    await add(weekly, "First?", "Second?")
    for _ in range(2):
        assert done in told(await weekly.mo.slash(weekly.talk, "prompt post"))
    assert posted(weekly, "First?", "Second?") == ["First?", "Second?"]
    assert none in told(await weekly.mo.slash(weekly.talk, "prompt post"))
    # One that is named may come before it has rested.
    (choice,) = await weekly.mo.autocomplete(weekly.talk, "prompt post", "prompt", "first")
    result = await weekly.mo.slash(weekly.talk, "prompt post", prompt=choice["value"])
    assert done in told(result)


# Suggestions


@pytest.fixture
async def shown(weekly: Circle) -> Circle:
    """A prompt stands in its channel."""
    await add(weekly, "What went well?", theme="Noticing")
    await rest(weekly, 0)
    await weekly.env.advance_time(WEEK)
    return weekly


async def suggest(circle: Circle, actor: Any, text: str) -> Any:
    form = await actor.click(cards(circle)[0], label="Suggest a prompt")
    return await actor.submit_modal(form, {"text": text})


async def test_a_member_suggests_and_a_moderator_approves(shown: Circle) -> None:
    form = await shown.ben.click(cards(shown)[0], label="Suggest a prompt")
    assert "see that it is yours" in form.modal["components"][0]["description"]
    result = await shown.ben.submit_modal(form, {"text": "What did you *stop* doing? @everyone"})
    assert "waits for a moderator" in told(result)
    assert "stop" not in text_of(await pool(shown))
    (notice,) = notices(shown, "suggests a prompt")
    assert "What did you \\*stop\\* doing? @\u200beveryone" in notice.content
    assert str(shown.ben.id) not in notice.content

    listed = answer(await shown.mo.click(notice, label="See suggestions"))
    assert listed.ephemeral
    assert f"<@{shown.ben.id}>" in text_of(listed)
    listed = answer(await shown.mo.click(listed, label="Approve"))
    assert "In the pool now" in text_of(listed)
    assert "No suggestions are waiting" in text_of(listed)
    await shown.env.advance_time(2 * WEEK)
    assert len([one for one in cards(shown) if "doing?" in text_of(one)]) == 1
    assert not any(str(shown.ben.id) in text_of(one) for one in cards(shown))


async def test_it_is_all_said_in_finnish(weekly: Circle) -> None:
    await finnish(weekly)
    weekly.speaks(weekly.mo, "fi")
    await add(weekly, "Mikä onnistui?")
    await weekly.env.advance_time(WEEK)
    form = await weekly.aino.click(cards(weekly)[0], label="Ehdota kysymystä")
    assert "ilman nimeäsi" in form.modal["components"][0]["description"]
    result = await weekly.aino.submit_modal(form, {"text": "Mikä yllätti?"})
    assert "odottaa valvojaa" in told(result)
    (notice,) = notices(weekly, "Jäsen ehdottaa pohdintakysymystä: Mikä yllätti?")
    listed = answer(await weekly.mo.click(notice, label="Katso ehdotukset"))
    assert "1 ehdotettu kysymys odottaa" in text_of(listed)
    listed = answer(await weekly.mo.click(listed, label="Hyväksy"))
    assert "Kysymys on nyt varastossa viimeisenä" in text_of(listed)
    assert "Ehdotuksia ei ole jonossa" in text_of(listed)
    assert order(await pool(weekly), "Mikä yllätti?") == ["Mikä yllätti?"]


async def test_suggestions_are_in_the_review_queue(shown: Circle) -> None:
    assert "Suggested" not in told(await shown.mo.slash(shown.talk, "review"))
    await suggest(shown, shown.ben, "Wat surprised you?")
    await suggest(shown, shown.ella, "Spam?")
    queue = answer(await shown.mo.slash(shown.talk, "review"))
    listed = answer(await shown.mo.click(queue, label="Suggested prompts · 2"))
    assert order(listed, "Wat surprised you?", "Spam?") == ["Wat surprised you?", "Spam?"]

    form = await shown.mo.click(listed, custom_id=find(listed, "prompt.approve-edit"))
    assert form.modal["components"][0]["component"]["value"] == "Wat surprised you?"
    fields = {"text": "What surprised you?", "theme": "noticing"}
    listed = answer(await shown.mo.submit_modal(form, fields))
    assert "What surprised you?" in text_of(listed)
    listed = answer(await shown.mo.click(listed, label="Decline"))
    assert "Declined and deleted" in text_of(listed)
    assert "Spam?" in text_of(listed)
    queue = answer(await shown.mo.click(listed, label="Review queue"))
    assert "Suggested" not in text_of(queue)
    assert "reports" in text_of(queue)
    shown_pool = text_of(await pool(shown))
    assert "What surprised you?" in shown_pool
    assert shown_pool.count("`Noticing`") == 2
    assert "Spam?" not in shown_pool


async def test_the_list_says_that_suggestions_wait(shown: Circle) -> None:
    await suggest(shown, shown.ben, "What surprised you?")
    listed = answer(await shown.mo.click(await pool(shown), label="Suggested · 1"))
    assert "What surprised you?" in text_of(listed)


async def test_two_moderators_at_one_suggestion(shown: Circle) -> None:
    await suggest(shown, shown.ben, "What surprised you?")
    queue = answer(await shown.mo.slash(shown.talk, "review"))
    one = answer(await shown.mo.click(queue, label="Suggested prompts · 1"))
    form = await shown.mo.click(one, label="Edit")
    (notice,) = notices(shown, "suggests a prompt")
    other = answer(await shown.mo.click(notice, label="See suggestions"))
    approve, decline = (find(one, name) for name in ("prompt.approve", "prompt.decline"))
    await shown.mo.click(other, label="Approve")
    late = await shown.mo.submit_modal(form, {"text": "Mine is better?", "theme": ""})
    assert "took care of that suggestion already" in told(late)
    assert file_of(shown.env, late) == "Mine is better?"
    for custom_id in (approve, decline):
        forge(shown, one, custom_id)
        again = answer(await shown.mo.click(one, custom_id=custom_id))
        assert "took care of that suggestion already" in text_of(again)
    assert text_of(await pool(shown)).count("What surprised you?") == 1


async def test_so_many_suggestions_of_one_member_wait(shown: Circle) -> None:
    for number in range(3):
        assert "waits for a moderator" in told(await suggest(shown, shown.ben, f"No. {number}?"))
    result = await suggest(shown, shown.ben, "One more?")
    assert "3 of your suggestions are waiting" in told(result)
    assert file_of(shown.env, result) == "One more?"
    assert len(notices(shown, "suggests a prompt")) == 3
    result = await suggest(shown, shown.ella, "*" * 500)
    assert "waits for a moderator" in told(result)
    (notice, *_) = notices(shown, "suggests a prompt")
    assert "1 suggested" not in told(await shown.mo.click(notice, label="See suggestions"))


async def test_the_longest_suggestions_have_room(shown: Circle) -> None:
    for actor in (shown.ben, shown.ella):
        for _ in range(3):
            await suggest(shown, actor, "*" * 500)
    (notice, *_) = notices(shown, "suggests a prompt")
    listed = answer(await shown.mo.click(notice, label="See suggestions"))
    assert "1/2" in text_of(listed)
    listed = answer(await shown.mo.click(listed, label="▶"))
    assert "2/2" in text_of(listed)
    listed = answer(await shown.mo.click(listed, custom_id=find(listed, "prompt.approve")))
    assert "1/2" in text_of(listed)


async def test_a_suggestion_with_nothing_in_it_is_none(shown: Circle) -> None:
    assert "no prompt yet" in told(await suggest(shown, shown.ben, " \u200b "))
    assert notices(shown, "suggests a prompt") == []


async def test_a_waiting_suggestion_goes_with_its_member(shown: Circle) -> None:
    await suggest(shown, shown.ben, "Taken?")
    (notice,) = notices(shown, "suggests a prompt")
    listed = answer(await shown.mo.click(notice, label="See suggestions"))
    await shown.mo.click(listed, label="Approve")
    await suggest(shown, shown.ben, "Waiting?")
    await delete_everything(shown, shown.ben)
    assert "No suggestions are waiting" in told(
        await shown.mo.click(notice, label="See suggestions")
    )
    assert order(await pool(shown), "Taken?", "Waiting?") == ["Taken?"]


# Starter sets


async def take_starters(circle: Circle, message: Any, which: str, label: str) -> Any:
    """Add the set through the button in this message."""
    offer = answer(await circle.mo.click(message, label=label))
    assert offer.ephemeral
    return answer(await circle.mo.select(offer, [which], custom_id="prompt.starters-add"))


@pytest.mark.parametrize(
    ("language", "label", "added", "out", "taken"),
    [
        ("en", "Add the starter set", "prompts added", "Take them out", "prompts taken out"),
        ("fi", "Lisää aloituspaketti", "kysymystä lisätty", "Peru lisäys", "kysymystä otettu pois"),
    ],
)
async def test_a_starter_set_fills_the_pool(
    weekly: Circle, language: Any, label: str, added: str, out: str, taken: str
) -> None:
    await communities.choose(weekly.bot.store, weekly.guild.id, "language", language)
    weekly.speaks(weekly.mo, language)
    total = sum(len(one.prompts) for one in SETS[language])
    card = await take_starters(weekly, await pool(weekly), "all", label)
    assert f"{total} {added}" in text_of(card)
    kept = await prompts.pool(weekly.bot.store, weekly.guild.id)
    assert [one.text for one in kept[:6]] == [
        *(theme.prompts[0] for theme in SETS[language]),
        SETS[language][0].prompts[1],
    ]
    # Nothing twice, in whichever language.
    again = await take_starters(weekly, await pool(weekly), "all", label)
    assert added not in text_of(again)

    for _ in range(5):
        await weekly.mo.slash(weekly.talk, "prompt post")
    themes = [one.theme for one in kept[:5]]
    assert len(set(themes)) == 5
    assert posted(weekly, *(one.text for one in kept)) == [one.text for one in kept[:5]]
    # The community changed its language since; what is out is out in whichever it was.
    await communities.choose(weekly.bot.store, weekly.guild.id, "language", None)
    result = answer(await weekly.mo.click(card, label=out))
    assert f"{total - 5} {taken}" in text_of(result)
    assert len(await prompts.pool(weekly.bot.store, weekly.guild.id)) == 5


async def test_one_theme_may_be_enough(circle: Circle) -> None:
    card = await take_starters(circle, await pool(circle), "habits", "Add the starter set")
    habits = next(one for one in SETS["en"] if one.key == "habits")
    assert f"{len(habits.prompts)} prompts added" in text_of(card)
    kept = await prompts.pool(circle.bot.store, circle.guild.id)
    assert {one.theme for one in kept} == {habits.name}
    assert [one.text for one in kept] == [*habits.prompts]
    listed = answer(await circle.mo.click(card, label="The pool"))
    assert f"{len(kept)} prompts" in text_of(listed)


async def test_taking_out_leaves_what_was_edited_and_other_themes(circle: Circle) -> None:
    await take_starters(circle, await pool(circle), "sharing", "Add the starter set")
    card = await take_starters(circle, await pool(circle), "habits", "Add the starter set")
    habits = next(one for one in SETS["en"] if one.key == "habits")
    store, guild_id = circle.bot.store, circle.guild.id
    kept = await prompts.pool(store, guild_id)
    edited = next(one for one in kept if one.text == habits.prompts[0])
    await prompts.edit(store, guild_id, edited.prompt_id, "Our own words?", "")
    await circle.mo.click(card, label="Take them out")
    left = await prompts.pool(store, guild_id)
    assert len([one for one in left if one.theme == habits.name]) == 0
    assert [one.text for one in left if not one.theme] == ["Our own words?"]
    assert len(left) == 1 + len(next(one for one in SETS["en"] if one.key == "sharing").prompts)


# A low pool


@pytest.mark.parametrize(
    ("language", "low"),
    [("en", "The pool runs low"), ("fi", "Pohdintakysymykset ovat loppumassa")],
)
async def test_a_low_pool_is_told_once_two_weeks_ahead(
    weekly: Circle, language: Any, low: str
) -> None:
    await communities.choose(weekly.bot.store, weekly.guild.id, "language", language)
    await add(weekly, "One?", "Two?", "Three?", "Four?")
    await weekly.env.advance_time(2 * WEEK)
    assert notices(weekly, low) == []  # Two are left, for two weeks.
    await weekly.env.advance_time(WEEK)
    (notice,) = notices(weekly, low)
    (dry,) = re.findall(r"<t:(\d+):D>", notice.content)
    assert int(dry) - notice.created_at.timestamp() > 13 * DAY
    await weekly.restart()
    await weekly.env.advance_time(DAY)
    assert len(notices(weekly, low)) == 1

    label = {"en": "Add the starter set", "fi": "Lisää aloituspaketti"}[language]
    await take_starters(weekly, notice, "noticing", label)
    await weekly.env.advance_time(DAY)
    await starters.take_out(
        weekly.bot.store, weekly.guild.id, [one for two in SETS[language] for one in two.prompts]
    )
    await weekly.env.advance_time(DAY)
    assert len(notices(weekly, low)) == 2


async def test_a_pool_that_is_being_filled_is_not_low(weekly: Circle) -> None:
    await add(weekly, "One?")
    await weekly.env.advance_time(3 * DAY)
    assert notices(weekly, "runs low") == []


async def test_a_low_pool_is_told_when_there_is_where_to_tell_it(circle: Circle) -> None:
    await circle.set_up(prompts=circle.prompts)
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    await add(circle, "One?", "Two?")
    await circle.env.advance_time(WEEK)
    await circle.set_up(moderators=circle.moderators)
    await circle.env.advance_time(DAY)
    assert len(notices(circle, "runs low")) == 1


# Who may


def find(message: Any, name: str) -> str:
    return next(
        str(part["custom_id"])
        for part in walk(raw_components(message))
        if str(part.get("custom_id", "")).partition(":")[0] == name
    )


Press = Callable[[], Awaitable[Any]]
BUTTONS = (
    *("prompt.page:0", "prompt.open:1", "prompt.move:1:first", "prompt.retire:1"),
    *("prompt.reuse:1", "prompt.edit:1", "prompt.remove:1", "prompt.remove-sure:1"),
    *("prompt.starters", "prompt.starters-out:all", "prompt.waiting", "prompt.suggestions:0"),
    *("prompt.approve:2", "prompt.approve-edit:2", "prompt.decline:2"),
)
MENUS = {"prompt.pick": "1", "prompt.rest:0": "0", "prompt.starters-add": "all"}


async def state(circle: Circle) -> object:
    rows = await circle.bot.store.read("SELECT * FROM prompts ORDER BY prompt_id")
    return [tuple(row) for row in rows]


async def test_members_move_nothing_in_the_pool(shown: Circle) -> None:
    await suggest(shown, shown.ella, "What surprised you?")
    before = await state(shown)
    message = cards(shown)[0]
    for custom_id in BUTTONS:
        forge(shown, message, custom_id)
        result = await shown.ben.click(message, custom_id=custom_id)
        assert "for moderators" in told(result), custom_id
    for custom_id, value in MENUS.items():
        forge(shown, message, custom_id, [value])
        result = await shown.ben.select(message, [value], custom_id=custom_id)
        assert "for moderators" in told(result), custom_id
    assert await state(shown) == before


async def test_another_communitys_pool_is_out_of_reach(shown: Circle) -> None:
    await suggest(shown, shown.ella, "What surprised you?")
    before = await state(shown)
    guild, there, _ = shown.another_guild()
    await shown.env.settle()
    manager = guild.add_member(
        shown.env.create_user("max"),
        roles=[guild.create_role("Managers", permissions=discord.Permissions(administrator=True))],
    )
    await shown.env.settle()
    message = answer(await manager.slash(there, "prompt list"))
    for custom_id in BUTTONS:
        forge(shown, message, custom_id)
        result = await manager.click(message, custom_id=custom_id)
        said = "\n".join(
            text_of(one) for one in [result.response, *result.followups] if one is not None
        )
        assert result.modal is None, custom_id
        assert not re.search("What went|surprised", said), custom_id
    assert await state(shown) == before
