"""Stories about a reflection that becomes a question: one's own, and as much as one sends."""

from typing import Any

import pytest

from tests.features.circle import Circle, answer, raw_components, text_of, told, walk
from tests.features.scenes import forge, shown_in
from tests.features.test_answering import fields, post, write
from tests.features.test_unnamed import TITLE, card_of

WORDS = "I do not dare to say no."


@pytest.fixture
async def asked(asking: Circle) -> Circle:
    await asking.set_up(prompts=asking.prompts)
    await post(asking, "What is hard right now?")
    return asking


def how(form: Any) -> list[str]:
    return [one["value"] for one in fields(form)["how"]["options"] if one.get("default")]


async def rows(circle: Circle) -> Any:
    return await circle.bot.store.read("SELECT * FROM questions")


async def test_after_answering_one_press_asks(asked: Circle) -> None:
    card = answer(await write(asked, asked.ben, WORDS, "private"))
    await asked.restart()
    form = await asked.ben.click(card, label="Ask peers")
    assert fields(form)["details"]["value"] == WORDS
    assert how(form) == ["named"]
    # Until it is sent, nothing of it is anywhere.
    assert await rows(asked) == []
    assert WORDS not in shown_in(asked.place, asked.prompts, *asked.place.threads)
    given = {"title": TITLE, "details": "How do you say no?", "how": ["named"]}
    assert "is open in" in told(await asked.ben.submit_modal(form, given))
    (question,) = await rows(asked)
    assert (question["born_of"], question["details"]) == ("reflection", "How do you say no?")
    assert "Grew from a reflection" in text_of(card_of(asked))
    assert WORDS not in shown_in(asked.place, asked.prompts, *asked.place.threads)


async def test_from_the_journal_and_what_it_finds(asked: Circle) -> None:
    await write(asked, asked.aino, "Uskallanko sanoa ei?", "open")
    for name, more in (("journal list", {}), ("journal search", {"words": "uskallanko"})):
        card = answer(await asked.aino.slash(asked.talk, name, **more))
        (menu,) = [one for one in walk(raw_components(card)) if one.get("type") == 3]
        value = menu["options"][0]["value"]
        entry = answer(await asked.aino.select(card, [value], custom_id="journal.open"))
        await asked.restart()
        form = await asked.aino.click(entry, label="Kysy vertaisilta")
        assert fields(form)["details"]["value"] == "Uskallanko sanoa ei?"


async def test_an_anonymous_answer_is_asked_without_a_name_and_keeps_no_origin(
    asked: Circle,
) -> None:
    card = answer(await write(asked, asked.ben, WORDS, "anonymous"))
    form = await asked.ben.click(card, label="Ask peers")
    assert how(form) == ["unnamed"]
    values = {"title": TITLE, "details": WORDS, "how": ["unnamed"]}
    await asked.ben.submit_modal(form, values)
    (question,) = await rows(asked)
    assert (question["asker_id"], question["born_of"]) == (None, "")
    assert "reflection" not in text_of(card_of(asked))


async def test_nobody_gets_anothers(asked: Circle) -> None:
    card = answer(await write(asked, asked.ben, WORDS, "private"))
    elsewhere = answer(await asked.ella.slash(asked.talk, "journal list"))
    (button,) = [
        one["custom_id"]
        for one in walk(raw_components(card))
        if str(one.get("custom_id")).startswith("question.from-reflection")
    ]
    for custom_id in (button, "question.from-reflection:999", "question.from-reflection:x"):
        forge(asked, elsewhere, custom_id)
        assert "not yours" in told(await asked.ella.click(elsewhere, label="Forged"))


async def test_the_longest_reflection_fits_the_form(asked: Circle) -> None:
    card = answer(await write(asked, asked.ben, "_" * 1800, "private"))
    form = await asked.ben.click(card, label="Ask peers")
    assert fields(form)["details"]["value"] == "_" * 1500


async def test_one_taken_back_is_not_asked_about(asked: Circle) -> None:
    card = answer(await write(asked, asked.ben, WORDS, "private"))
    await asked.ben.click(card, label="Take back")
    assert "gone" in told(await asked.ben.click(card, label="Ask peers"))
