"""Stories about finding tips, questions and answers together."""

import pytest

from data import synonyms
from tests.features.circle import Circle, answer, raw_components, told, walk
from tests.features.scenes import forge, hidden
from tests.features.test_questions import ask, thread_of


async def find(circle: Circle, actor: object, words: str) -> str:
    return told(await actor.slash(circle.talk, "find", words=words))


async def test_tips_questions_and_answers_are_found_together(asking: Circle) -> None:
    await asking.share(asking.ben, "https://a.org/pivot", note="Pivot tables in ten minutes.")
    await ask(asking, asking.ella, title="How do I refresh a pivot table?", details="It is stale.")
    await ask(asking, asking.ben, title="Which chart is best?", details="For a talk.", topics="")
    reply = await asking.mo.send(thread_of(asking), "A pivot chart does it.")
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    shown = await find(asking, asking.aino, "pivot")
    assert "**Löytyi 3**" in shown
    assert "🔖 [a.org](<https://a.org/pivot>) · **Pivot** tables" in shown
    assert "❓ [How do I refresh a **pivot** table?]" in shown
    assert "✅ [Which chart is best?]" in shown
    assert "A **pivot** chart does it." in shown
    # One kind alone, and what is left out.
    assert "**Found 1**" in await find(asking, asking.ben, "pivot kind:tip")
    assert "**Found 1**" in await find(asking, asking.ben, "pivot kind:answer")
    assert "**Found 2**" in await find(asking, asking.ben, "pivot -minutes")
    assert "**Found 1**" in await find(asking, asking.ben, f"pivot by:<@{asking.ella.id}>")
    assert "**Found 1**" in await find(asking, asking.ella, "by:me")
    assert "**Found 1**" in await find(asking, asking.ella, "topic:outlook")


async def test_finnish_is_found_in_all_its_forms(circle: Circle) -> None:
    await circle.share(circle.aino, "https://a.org", note="Näin salasanat pysyvät tallessa.")
    await circle.share(circle.aino, "https://b.org", note="Viikkopalaverien muistio.")
    shown = await find(circle, circle.aino, "salasanojen")
    assert "Näin **salasanat** pysyvät tallessa." in shown
    # A compound by its part, and a slip of the finger.
    assert "**Viikkopalaverien** muistio." in await find(circle, circle.aino, "palaveri")
    assert "**Juuri näillä sanoilla ei löytynyt" in await find(circle, circle.aino, "muisito")
    # In the other language, by the list the community begins with.
    assert "**salasanat**" in await find(circle, circle.ben, "password")


async def test_who_may_not_see_it_does_not_find_it(circle: Circle) -> None:
    secret = await hidden(circle, circle.ben, circle.mo)
    await circle.ben.slash(secret, "tip share", link="https://a.org", note="Our pivot plans.")
    await circle.set_up(questions=secret)
    await ask(circle, circle.ben, title="A pivot question?", details="")
    assert "**Found 2**" in await find(circle, circle.ben, "pivot")
    assert "Nothing found" in await find(circle, circle.ella, "pivot")
    await circle.permit(secret, circle.ben, view_channel=False)
    # One's own tip stays one's own; the thread is out of sight.
    shown = await find(circle, circle.ben, "pivot")
    assert "**Found 1**" in shown
    assert "question" not in shown


async def test_what_is_hidden_is_out_at_once(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.org", note="Pivot.")
    card = circle.talk.history()[-1]
    whole = answer(await circle.mo.click(card, label="More"))
    await circle.mo.click(whole, custom_id="tip.hide:1")
    assert "Nothing found" in await find(circle, circle.ben, "pivot")


async def test_nothing_found_leads_on(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.org", note="Cells.", topics="excel, charts")
    result = await circle.ella.slash(circle.talk, "find", words="Excel kind:question")
    shown = told(result)
    assert "Nothing found for “Excel kind:question”" in shown
    labels = [one.get("label") for one in walk(raw_components(answer(result))) if one["type"] == 2]
    assert labels == ["Ask this", "excel"]
    ask_this = next(
        one for one in walk(raw_components(answer(result))) if one.get("label") == "Ask this"
    )
    assert ask_this["custom_id"] == "question.ask-this:excel"
    opened = await circle.ella.click(answer(result), label="excel")
    assert "**Found 1**" in told(opened)
    result = await circle.aino.slash(circle.talk, "find", words="x" * 90)
    assert "ei löytynyt mitään" in told(result)


async def test_pages_turn_after_a_restart(circle: Circle) -> None:
    for number in range(12):
        note = f"Pivot number {number}."
        await circle.share(circle.ben, f"https://a.org/{number}", note=note)
    result = await circle.ella.slash(circle.talk, "find", words='pivot -"number 5"')
    assert "**Found 11**" in told(result)
    await circle.restart()
    turned = await circle.ella.click(answer(result), label="▶")
    assert "2/2" in told(turned)
    assert told(turned).count("🔖") == 1
    # A page that never was is the last one; a forged id has no words.
    forge(circle, answer(result), "find.page:99999999999999999999")
    assert "Nothing found" in told(await circle.ella.click(answer(result), label="Forged"))
    forge(circle, answer(result), "find.topic:")
    assert "Nothing found" in told(await circle.ella.click(answer(result), label="Forged"))


@pytest.mark.parametrize("words", ["!?", '"', "AND", "NEAR(", "kind:", "-", "by:nobody", "*"])
async def test_nonsense_finds_nothing_and_says_so(circle: Circle, words: str) -> None:
    await circle.share(circle.ben, "https://a.org", note="Pivot.")
    assert "Nothing found" in await find(circle, circle.ella, words)


async def test_the_longest_things_fit(circle: Circle) -> None:
    for number in range(10):
        link = f"https://a.org/{number}?" + "*_~|" * 40
        await circle.share(circle.ben, link, note="*pivot_ " * 100)
    shown = await find(circle, circle.ella, "pivot")
    assert "**Found 10**" in shown
    assert shown.count("🔖") == 10


async def test_moderators_say_what_means_the_same(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.org", note="How to knit.")
    panel = await circle.mo.slash(circle.talk, "setup")
    same = await circle.mo.click(panel.response, label="Synonyms")
    assert "salasana = password" in told(same)
    form = await circle.mo.click(answer(same), label="Change")
    lines = "neuloa = knit\nalone\n*bold* = @everyone"
    changed = await circle.mo.submit_modal(form, {"lines": lines})
    assert "1 line has no effect" in told(changed)
    assert "\\*bold\\* = @\u200beveryone" in told(changed)
    assert "How to **knit**." in await find(circle, circle.aino, "neuloa")
    assert "ei löytynyt" in await find(circle, circle.aino, "virkata")
    await circle.restart()
    undone = await circle.mo.click(answer(changed), label="Undo")
    assert "salasana = password" in told(undone)
    assert "ei löytynyt" in await find(circle, circle.aino, "neuloa")
    again = await circle.mo.click(answer(undone), label="Undo")
    assert "neuloa = knit" in told(again)
    back = await circle.mo.click(answer(again), label="Back")
    assert "Set-up" in told(back)


async def test_nobody_else_changes_them(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.org", note="Pivot.")
    card = circle.talk.history()[-1]
    for name in ("synonyms", "synonyms-change", "synonyms-undo", "back"):
        forge(circle, card, f"setup.{name}")
        assert "for moderators" in told(await circle.ben.click(card, label="Forged"))
    assert await synonyms.text(circle.bot.store, circle.guild.id) == synonyms.STARTING
