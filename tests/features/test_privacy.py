"""Stories about what is known of a member: the notice, the export, the erasure."""

import json

from tests.features.asking import anyway, ask
from tests.features.circle import Circle, answer, file_of, text_of, told


async def everything(circle: Circle) -> None:
    """Ben shares, thanks, reflects, asks, and answers a question of Ella's."""
    await circle.set_up(prompts=circle.prompts, questions=circle.questions)
    await circle.share(circle.ben, "https://example.org/bens", "Ben's own note.")
    ellas = answer(await circle.share(circle.ella, "https://example.org/ellas", "Ella's."))
    await circle.ben.click(ellas, label="Helped me")
    await circle.mo.slash(circle.talk, "prompt add", text="What now?")
    await circle.mo.slash(circle.talk, "prompt post")
    form = await circle.ben.slash(circle.talk, "reflect")
    await circle.ben.submit_modal(form, {"text": "Ben reflects.", "audience": ["open"]})
    form = await circle.ella.slash(circle.talk, "ask")
    await circle.ella.submit_modal(form, {"title": "Ella asks?", "details": "", "topics": ""})
    thread = circle.questions.threads[-1]
    reply = await circle.ben.send(thread, "Ben answers.")
    await circle.ella.context_menu(thread, "Accept answer", reply)
    await anyway(circle.ben, await ask(circle, circle.ben, "Ben asks?", details="Why."))


async def test_the_export_has_all_of_it_and_nobody_elses(circle: Circle) -> None:
    await everything(circle)
    result = await circle.ben.slash(circle.talk, "data export")
    assert "Only you see this" in told(result)
    exported = json.loads(file_of(circle.env, result))
    text = json.dumps(exported)
    for mine in ("Ben's own note.", "Ben reflects.", "Ben asks?", "Ben answers."):
        assert mine in text
    assert "Ella's." not in text
    assert len(exported["tip_thanks"]) == 1


async def test_deleted_means_gone_here_and_in_the_channels(circle: Circle) -> None:
    await everything(circle)
    card = answer(await circle.ben.slash(circle.talk, "data delete"))
    await circle.restart()
    result = await circle.ben.click(card, label="Delete everything")
    assert "I know nothing about you" in told(result)
    stores = circle.bot.store
    for table in ("tips", "tip_thanks", "reflections", "questions", "documents"):
        rows = await stores.read(f"SELECT * FROM {table}")
        text = " ".join(str(tuple(row)) for row in rows)
        assert "Ben" not in text, table
        assert str(circle.ben.id) not in text, table
    threads = [*circle.prompts.threads, *circle.questions.threads]
    # A person's own message in a thread is theirs to delete; a notice of Discord's is not ours.
    shown = [
        text_of(one)
        for place in (circle.talk, circle.questions, *threads)
        for one in place.history()
        if one.author.bot and not one.is_system()
    ]
    names = {thread.name for thread in circle.questions.threads}
    assert names == {"Ella asks?", "Removed question"}
    assert not any("Ben's own note." in one or "Ben reflects." in one for one in shown)
    assert not any("Ben asks?" in one for one in shown)
    assert not any("**Solved**" in one for one in shown)
    assert any("Ella's." in one for one in shown)


async def test_the_notice_is_there_in_both_languages(circle: Circle) -> None:
    assert "What I know about you" in told(await circle.ben.slash(circle.talk, "privacy"))
    assert "Mitä sinusta tiedän" in told(await circle.aino.slash(circle.talk, "privacy"))
