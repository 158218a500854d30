"""Members' stories with a tip: thank, tell what came of it, note, save, be reminded."""

import pytest

from tests.features.circle import Circle, answer, raw_components, text_of, told, walk

LINK = "https://example.org/guide"
DAY = 86_400


async def card(circle: Circle) -> object:
    await circle.share(circle.ben, LINK, "Ben's words.")
    return circle.talk.history()[-1]


async def show(circle: Circle, actor: object) -> object:
    return answer(await actor.slash(circle.talk, "tip show", tip=LINK))  # type: ignore[attr-defined]


def ids(message: object) -> set[str]:
    return {
        part["custom_id"].split(":")[0]
        for part in walk(raw_components(message))
        if "custom_id" in part
    }


async def test_the_card_has_four_buttons(circle: Circle) -> None:
    shared = await card(circle)
    labels = [part["label"] for part in walk(raw_components(shared)) if part.get("type") == 2]
    assert labels == ["Helped me", "Save", "Remind me", "More"]


# What came of it


async def test_helped_me_asks_what_came_of_it_and_others_read_it(circle: Circle) -> None:
    thanked = await circle.aino.click(await card(circle), label="Helped me")
    assert "Kiitos kirjattu" in told(thanked)
    form = await circle.aino.click(answer(thanked), label="Mitä siitä seurasi")
    kept = await circle.aino.submit_modal(form, {"outcome": "Raportti syntyi *tunnissa*."})
    assert "vinkin yhteydessä" in told(kept)
    shown = text_of(await show(circle, circle.ella))
    assert "What came of it" in shown
    assert r"Raportti syntyi \*tunnissa\*." in shown
    assert f"<@{circle.aino.id}>" in shown


async def test_taking_the_thanks_back_is_quiet_and_takes_the_line_along(circle: Circle) -> None:
    shared = await card(circle)
    form = await circle.ella.click(await show(circle, circle.ella), label="What came of it")
    await circle.ella.submit_modal(form, {"outcome": "It saved my day."})
    assert "Helped me · 1" in text_of(circle.talk.history()[0])
    result = await circle.ella.click(circle.talk.history()[0], custom_id=thank_id(shared))
    assert not result.followups
    assert "It saved my day." not in text_of(await show(circle, circle.mo))


def thank_id(message: object) -> str:
    return next(
        part["custom_id"]
        for part in walk(raw_components(message))
        if part.get("custom_id", "").startswith("tip.thank")
    )


async def test_a_line_left_empty_goes(circle: Circle) -> None:
    await card(circle)
    for words in ("It saved my day.", ""):
        form = await circle.ella.click(await show(circle, circle.ella), label="What came of it")
        await circle.ella.submit_modal(form, {"outcome": words})
    assert "It saved my day." not in text_of(await show(circle, circle.mo))
    assert "Helped me · 1" in text_of(await show(circle, circle.mo))


# Notes of several people


async def test_several_people_say_why_each_with_their_name(circle: Circle) -> None:
    await card(circle)
    again = await circle.share(circle.aino, LINK, "Ainon sanat.")
    assert "on tip" not in told(again)
    await circle.restart()
    assert "nyt vinkissä" in told(await circle.aino.click(answer(again), label="Lisää saatteeni"))
    shown = text_of(await show(circle, circle.ella))
    assert "Ben's words." in shown
    assert f"> Ainon sanat. – <@{circle.aino.id}>" in shown
    assert f"> Ainon sanat. – <@{circle.aino.id}>" in circle.talk.history()[0].content
    assert "1 tip" in told(await circle.ella.slash(circle.talk, "tip search", words="ainon"))


async def test_a_note_is_changed_and_taken_off_by_who_wrote_it(circle: Circle) -> None:
    await card(circle)
    for words in ("First.", "Second."):
        label = "Add my note" if words == "First." else "My note"
        form = await circle.ella.click(await show(circle, circle.ella), label=label)
        await circle.ella.submit_modal(form, {"note": words})
    shown = circle.talk.history()[0].content
    assert "First." not in shown
    assert "Second." in shown
    form = await circle.ella.click(await show(circle, circle.ella), label="My note")
    assert "off the tip" in told(await circle.ella.submit_modal(form, {"note": ""}))
    assert "Second." not in circle.talk.history()[0].content


async def test_a_moderator_takes_somebodys_words_off(circle: Circle) -> None:
    await card(circle)
    form = await circle.ella.click(await show(circle, circle.ella), label="Add my note")
    await circle.ella.submit_modal(form, {"note": "Rude words."})
    view = await show(circle, circle.mo)
    await circle.mo.select(view, [f"note:{circle.ella.id}"], custom_id=strip_id(view))
    assert "Rude words." not in text_of(await show(circle, circle.ben))
    assert "Rude words." not in circle.talk.history()[0].content
    assert not [one for one in ids(await show(circle, circle.ben)) if one == "tip.strip"]


def strip_id(message: object) -> str:
    return next(
        part["custom_id"]
        for part in walk(raw_components(message))
        if part.get("custom_id", "").startswith("tip.strip")
    )


async def test_who_noted_and_leaves_takes_the_note_along(circle: Circle) -> None:
    await card(circle)
    form = await circle.ella.click(await show(circle, circle.ella), label="Add my note")
    await circle.ella.submit_modal(form, {"note": "Ella's own words."})
    gone = answer(await circle.ella.slash(circle.talk, "data delete"))
    await circle.ella.click(gone, label="Delete everything")
    assert "Ella's own words." not in circle.talk.history()[0].content
    assert "Ben's words." in circle.talk.history()[0].content


# Saved


async def test_a_saved_tip_waits_on_ones_own_list(circle: Circle) -> None:
    shared = await card(circle)
    assert "Tallessa" in told(await circle.aino.click(shared, label="Save"))
    await circle.restart()
    assert "1 tallennettu vinkki" in told(await circle.aino.slash(circle.talk, "tip saved"))
    assert "Nothing saved" in told(await circle.ella.slash(circle.talk, "tip saved"))
    again = await circle.aino.click(shared, label="Save")
    assert "jo listallasi" in told(again)
    await circle.aino.click(answer(again), label="Poista listalta")
    assert "Et ole vielä tallentanut" in told(await circle.aino.slash(circle.talk, "tip saved"))


async def test_one_looks_in_ones_own_lists_by_words(circle: Circle) -> None:
    for number, words in enumerate(("pivot tables", "keyboard shortcuts")):
        await circle.share(circle.ben, f"https://example.org/{number}", words)
        await circle.ella.click(circle.talk.history()[-1], label="Save")
    found = told(await circle.ella.slash(circle.talk, "tip saved", words="pivot"))
    assert "1 saved tip" in found
    assert "keyboard" not in found
    mine = told(await circle.ben.slash(circle.talk, "tip mine", words="keyboard"))
    assert "1 tip you shared" in mine
    assert "not shared a tip yet" in told(await circle.ella.slash(circle.talk, "tip mine"))


async def test_a_tip_is_opened_from_a_list_and_taken_off_it(circle: Circle) -> None:
    await circle.ella.click(await card(circle), label="Save")
    listed = answer(await circle.ella.slash(circle.talk, "tip saved"))
    value = next(
        part["options"][0]["value"]
        for part in walk(raw_components(listed))
        if part.get("type") == 3
    )
    view = answer(await circle.ella.select(listed, [value], custom_id="tip.pick"))
    await circle.ella.click(view, label="Unsave")
    assert "Nothing saved" in told(await circle.ella.slash(circle.talk, "tip saved"))


async def test_a_saved_tip_of_a_channel_one_lost_is_not_listed(circle: Circle) -> None:
    shared = await card(circle)
    await circle.ella.click(shared, label="Save")
    await circle.permit(circle.talk, circle.ella, view_channel=False)
    assert "Nothing saved" in told(await circle.ella.slash(circle.questions, "tip saved"))
    await circle.permit(circle.talk, circle.ella)
    assert "1 saved tip" in told(await circle.ella.slash(circle.questions, "tip saved"))


# Reminders


@pytest.mark.simcord(settle_timeout=60)
@pytest.mark.parametrize(("label", "days"), [("Tomorrow", 1), ("In a week", 7), ("In a month", 30)])
async def test_a_reminder_comes_at_the_next_use_after_its_day(
    circle: Circle, label: str, days: int
) -> None:
    asked = await circle.ella.click(await card(circle), label="Remind me")
    done = await circle.ella.click(answer(asked), label=label)
    assert done.acknowledged
    assert "the next time you use me" in text_of(circle.talk.history(viewer=circle.ella)[-1])
    await circle.env.advance_time((days - 1) * DAY + DAY // 2)
    early = await circle.ella.slash(circle.talk, "tip search")
    assert not early.followups
    await circle.restart()
    await circle.env.advance_time(DAY)
    late = await circle.ella.slash(circle.talk, "tip mine")
    (reminder,) = late.followups
    assert reminder.ephemeral
    assert "example.org" in text_of(reminder)
    assert not (await circle.ella.slash(circle.talk, "tip mine")).followups


async def test_a_reminder_can_be_taken_back(circle: Circle) -> None:
    shared = await card(circle)
    for label in ("Tomorrow", "No reminder"):
        asked = answer(await circle.ella.click(shared, label="Remind me"))
        await circle.ella.click(asked, label=label)
    await circle.env.advance_time(2 * DAY)
    assert not (await circle.ella.slash(circle.talk, "tip mine")).followups


async def test_a_reminder_of_a_removed_tip_says_nothing(circle: Circle) -> None:
    asked = answer(await circle.ella.click(await card(circle), label="Remind me"))
    await circle.ella.click(asked, label="Tomorrow")
    await circle.ben.slash(circle.talk, "tip remove", tip=LINK)
    await circle.env.advance_time(2 * DAY)
    assert not (await circle.ella.slash(circle.talk, "tip mine")).followups


async def test_a_reminder_comes_by_message_to_who_asked_for_that(circle: Circle) -> None:
    panel = answer(await circle.aino.slash(circle.talk, "me"))
    await circle.aino.click(panel, custom_id="me.reminders:on")
    asked = answer(await circle.aino.click(await card(circle), label="Remind me"))
    await circle.aino.click(asked, label="Huomenna")
    await circle.env.advance_time(DAY + 60)
    (message,) = circle.aino.user.dm_channel.history()
    assert "Halusit palata" in text_of(message)
    assert LINK in text_of(message)


# By chance


@pytest.mark.simcord(settle_timeout=60)
async def test_an_older_tip_by_chance(circle: Circle) -> None:
    assert "No tips yet" in told(await circle.ella.slash(circle.talk, "tip random"))
    await card(circle)
    await circle.env.advance_time(31 * DAY)
    await circle.share(circle.ben, "https://example.org/new", "New.", topics="excel")
    for _ in range(5):
        assert "Ben's words." in told(await circle.ella.slash(circle.talk, "tip random"))
    by_topic = told(await circle.ella.slash(circle.talk, "tip random", topic="excel"))
    assert "New." in by_topic
    assert "No tips found" in told(await circle.ella.slash(circle.talk, "tip random", topic="x"))
