"""Stories about one's own journal: reading, finding, taking along, letting go."""

from typing import Any

import discord
import pytest
from markdown_it import MarkdownIt

from cogs.reflections import rules
from data import communities, deliveries, reflections
from data.reflections import Reflection
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk
from tests.features.scenes import forge, reflect, schedule_prompt, shown_in

DAY = 86_400
MONDAY = 4 * DAY + 9 * 3600
"""From the beginning of a story until the first post."""
HOSTILE = [
    "# Not a heading",
    "1. not a list",
    "- nor this\n+ or this\n* or that",
    "```\nno fence",
    "~~~\nnone here",
    "</blockquote><script>alert(1)</script>",
    "[label]: https://x.example 'title'",
    "[text](https://x.example) ![x](y)",
    "Setext\n====\nor\n----",
    "> > nested\n\n\n    indented",
    "| a | b |\n|---|---|",
    "&lt; &#35; **bold** _x_ `code` $x$",
    "line one\r\nline two\u2028line three",
    "<!-- open comment",
    "\\",
]


async def wrote(
    circle: Circle,
    actor: Any,
    text: str = "I learned to ask.",
    prompt: str = "What did you learn?",
    days_ago: int = 0,
    guild: int | None = None,
    **more: Any,
) -> Reflection:
    """They answered a prompt some days ago."""
    store, at = circle.bot.store, circle.bot.seconds() - days_ago * DAY
    guild = guild or circle.guild.id
    made = await deliveries.deliver_now(
        store, guild, "prompt", circle.prompts.id, "choice", 1, prompt, "2026-11-23", at
    )
    await deliveries.finish(store, made, "sent")
    who = (guild, made.delivery_id, actor.id)
    return await reflections.write(store, *who, text, "private", at, **more)


async def search(circle: Circle, actor: Any, words: str) -> str:
    return told(await actor.slash(circle.talk, "journal search", words=words))


async def exported(circle: Circle, actor: Any) -> str:
    return file_of(circle.env, await actor.slash(circle.talk, "journal export"))


# Finding


async def test_what_was_written_is_found_by_another_form_of_its_words(circle: Circle) -> None:
    await wrote(circle, circle.aino, "Palaverissa kannattaa kysyä.", "Mitä opit?")
    await wrote(circle, circle.aino, "Hiljaisuus auttoi.", "Mikä yllätti?")
    found = await search(circle, circle.aino, "palaverit")
    assert "**1 pohdinta** haulla ”palaverit”" in found
    assert "Palaverissa kannattaa kysyä." in found
    assert "Hiljaisuus" not in found
    assert "Hiljaisuus" in await search(circle, circle.aino, "yllättää")


async def test_nobody_finds_what_another_wrote_nor_what_they_wrote_elsewhere(
    circle: Circle,
) -> None:
    guild, channel, _ = circle.another_guild()
    there = guild.add_member(circle.ben.user)
    await circle.env.settle()
    await wrote(circle, circle.ben, "A quasar here.")
    assert "Nothing in your journal has “quasar”" in await search(circle, circle.ella, "quasar")
    assert "Nothing in your journal" in told(
        await there.slash(channel, "journal search", words="quasar")
    )
    shown = told(await circle.ella.slash(circle.talk, "tip search", words="quasar"))
    assert "No tips found" in shown
    assert "A quasar here." in await search(circle, circle.ben, "quasars")


async def test_what_is_searched_for_is_shown_as_it_is_and_breaks_nothing(circle: Circle) -> None:
    await wrote(circle, circle.ben)
    found = await search(circle, circle.ben, '**@everyone** "* OR { $count }')
    assert "Nothing in your journal has" in found
    assert "\\*\\*@\u200beveryone" in found
    assert "Nothing in your journal has" in await search(circle, circle.ben, "x" * 90)


@pytest.mark.parametrize("restarted", [False, True])
async def test_pages_of_what_was_found_keep_the_words(circle: Circle, restarted: bool) -> None:
    for day in range(rules.JOURNAL_PAGE + 1):
        await wrote(circle, circle.ben, f"Lesson number {day}.", days_ago=9 - day)
        await wrote(circle, circle.ben, f"Something else {day}.", days_ago=9 - day)
    shown = await circle.ben.slash(circle.talk, "journal search", words="lessons")
    assert "Lesson number 0." not in told(shown)
    if restarted:
        await circle.restart()
    turned = await circle.ben.click(answer(shown), label="▶")
    text = "\n".join(str(one.get("content", "")) for one in walk(raw_components(turned.response)))
    assert "Lesson number 0." in text
    assert "Something else" not in text


# Reading


async def test_a_month_later_the_first_page_remembers(circle: Circle) -> None:
    await wrote(circle, circle.aino, "Vanhin oppi.", days_ago=31)
    for day in range(2 * rules.JOURNAL_PAGE):
        await wrote(circle, circle.aino, f"Oppi {day}.", days_ago=20 - day)
    shown = await circle.aino.slash(circle.talk, "journal list")
    assert "Kuukausi sitten kirjoitit" in told(shown)
    assert "> Vanhin oppi." in told(shown)
    turned = await circle.aino.click(answer(shown), label="▶")
    assert "Kuukausi sitten" not in str(raw_components(turned.response))
    assert "Kuukausi" not in await search(circle, circle.aino, "oppi")


@pytest.mark.parametrize(("days", "remembered"), [(24, False), (25, True), (35, True), (36, False)])
async def test_only_what_is_about_a_month_old_is_remembered(
    circle: Circle, days: int, remembered: bool
) -> None:
    await wrote(circle, circle.ben, "Then.", days_ago=days)
    for _ in range(rules.JOURNAL_PAGE):
        await wrote(circle, circle.ben, "Now.")
    shown = told(await circle.ben.slash(circle.talk, "journal list"))
    assert ("A month ago you wrote" in shown) == remembered


async def test_what_stands_on_the_page_is_not_shown_twice(circle: Circle) -> None:
    await wrote(circle, circle.ben, "Then.", days_ago=30)
    shown = told(await circle.ben.slash(circle.talk, "journal list"))
    assert shown.count("Then.") == 1
    assert "A month ago" not in shown


async def test_an_intention_and_what_came_of_it_stand_with_the_entry(circle: Circle) -> None:
    written = await wrote(circle, circle.aino, intention="Kysyn *ajoissa*.")
    await reflections.tell_outcome(
        circle.bot.store, circle.guild.id, written.reflection_id, circle.aino.id, "Kysyin."
    )
    shown = told(await circle.aino.slash(circle.talk, "journal list"))
    assert "Aikomus: Kysyn \\*ajoissa\\*." in shown
    assert "Mitä siitä seurasi: Kysyin." in shown
    text = await exported(circle, circle.aino)
    assert "**Aikomus:** Kysyn \\*ajoissa\\*." in text
    assert "**Mitä siitä seurasi:** Kysyin." in text


@pytest.mark.parametrize("letter", ["*", "x", "😀"])
async def test_the_longest_entries_fit_on_a_page(circle: Circle, letter: str) -> None:
    """What does not fit in a message is refused by the check of every request."""
    for days in (30, 2, 1, 0):
        written = await wrote(
            circle,
            circle.ben,
            letter * rules.LONGEST,
            letter * 500,
            days_ago=days,
            intention=letter * rules.INTENTION_LONGEST,
        )
        where = (circle.guild.id, written.reflection_id)
        outcome = letter * rules.OUTCOME_LONGEST
        await reflections.tell_outcome(circle.bot.store, *where, circle.ben.id, outcome)
        await reflections.posted(circle.bot.store, *where, 10**18, 10**18)
    shown = told(await circle.ben.slash(circle.talk, "journal list"))
    assert "A month ago you wrote" in shown
    assert shown.count("See it in the thread") == rules.JOURNAL_PAGE
    listed = answer(await circle.ben.slash(circle.talk, "journal list"))
    await circle.ben.select(listed, [str(written.delivery_id)], custom_id="journal.open")
    if letter != "x":
        return  # No word to look for.
    assert "See it in the thread" in await search(circle, circle.ben, letter * 90)


# Changing


async def open_entry(circle: Circle, actor: Any, words: str) -> Any:
    listed = answer(await actor.slash(circle.talk, "journal search", words=words))
    (menu,) = [
        one for one in walk(raw_components(listed)) if one.get("custom_id") == "journal.open"
    ]
    (option,) = menu["options"]
    return answer(await actor.select(listed, [option["value"]], custom_id="journal.open"))


@pytest.mark.parametrize("audience", ["open", "anonymous", "private"])
async def test_an_entry_is_changed_when_its_prompt_is_over(circle: Circle, audience: str) -> None:
    await schedule_prompt(circle)
    await circle.env.advance_time(MONDAY)
    for one in (circle.ben, circle.ella, circle.aino):
        await reflect(circle, one, f"From {one.user.name}.", audience)
    await circle.env.advance_time(7 * DAY)
    await circle.restart()
    card = await open_entry(circle, circle.ben, "ben")
    assert "> From ben." in text_of(card)
    form = await circle.ben.click(card, label="Edit")
    await circle.ben.submit_modal(form, {"text": "Milder ben.", "audience": [audience]})
    there = shown_in(*circle.prompts.threads)
    assert ("Milder ben." in there) == (audience != "private")
    assert "From ben." not in there
    card = await open_entry(circle, circle.ben, "ben")
    assert "> Milder ben." in text_of(card)
    result = await circle.ben.click(card, label="Take back")
    assert "Taken back" in told(result)
    assert "ben." not in shown_in(*circle.prompts.threads)
    assert "is empty" in told(await circle.ben.slash(circle.talk, "journal list"))


async def test_an_entry_of_a_channel_that_is_gone_is_read_and_taken_back(circle: Circle) -> None:
    await wrote(circle, circle.aino, "Hiljaisuus auttoi.")
    circle.env.backend.delete_channel(circle.prompts.id)
    await circle.env.settle()
    card = await open_entry(circle, circle.aino, "hiljaisuus")
    assert "Hiljaisuus auttoi." in text_of(card)
    assert "Muokkaa" not in text_of(card)
    assert "Peruttu" in told(await circle.aino.click(card, label="Peru vastaus"))


@pytest.mark.parametrize("value", ["2", "0", "x", str(2**70)])
async def test_nobody_opens_what_another_wrote(circle: Circle, value: str) -> None:
    await wrote(circle, circle.ben, "Mine.")
    await wrote(circle, circle.ella, "Not Ben's.")
    listed = answer(await circle.ben.slash(circle.talk, "journal list"))
    forge(circle, listed, "journal.open", [value])
    result = await circle.ben.select(listed, [value], custom_id="journal.open")
    assert "cannot find that entry" in told(result)


# What was answered without a name


async def test_an_anonymous_answer_is_in_the_journal_of_its_writer_alone(circle: Circle) -> None:
    await schedule_prompt(circle)
    await circle.env.advance_time(MONDAY)
    for one in (circle.ben, circle.ella, circle.aino):
        await reflect(circle, one, f"From {one.user.name}.", "anonymous")
    shown = told(await circle.ben.slash(circle.talk, "journal list"))
    assert "From ben." in shown
    assert "Everybody here, without my name" in shown
    assert "See it in the thread" in shown
    assert "From ella." not in shown
    assert "From ben." in await search(circle, circle.ben, "from")
    text = await exported(circle, circle.ben)
    assert "From ben" in text
    assert "From ella" not in text


async def test_the_journal_says_what_holds_an_anonymous_answer_back(circle: Circle) -> None:
    await schedule_prompt(circle)
    await circle.env.advance_time(MONDAY)
    await reflect(circle, circle.ben, "From ben.", "anonymous")
    assert "Without my name, waits for others" in told(
        await circle.ben.slash(circle.talk, "journal list")
    )
    assert "waits for others" in await exported(circle, circle.ben)
    await circle.env.advance_time(7 * DAY)
    assert "Not shown, too few answered" in told(
        await circle.ben.slash(circle.talk, "journal list")
    )
    for one in (circle.ben, circle.ella, circle.aino):
        await reflect(circle, one, f"From {one.user.name}.", "anonymous")
    shown = told(await circle.aino.slash(circle.talk, "journal list"))
    assert "Kaikki täällä, ilman nimeäni" in shown


async def test_an_anonymous_answer_is_taken_back_in_the_journal(circle: Circle) -> None:
    await schedule_prompt(circle)
    await circle.env.advance_time(MONDAY)
    for one in (circle.ben, circle.ella, circle.aino):
        await reflect(circle, one, f"From {one.user.name}.", "anonymous")
    (pick,) = await circle.ben.autocomplete(circle.talk, "journal remove", "entry", "from")
    assert pick["name"] == "From ben."
    refused = await circle.ella.slash(circle.talk, "journal remove", entry=pick["value"])
    assert "cannot find that entry" in told(refused)
    result = await circle.ben.slash(circle.talk, "journal remove", entry=pick["value"])
    assert "gone from your journal, and from the thread" in told(result)
    assert len([one for one in circle.env.http_requests if one.method == "DELETE"]) == 1
    assert "is empty" in told(await circle.ben.slash(circle.talk, "journal list"))
    again = await circle.ben.slash(circle.talk, "journal remove", entry=pick["value"])
    assert "cannot find that entry" in told(again)


# Taking along


async def test_the_document_has_each_entry_oldest_first(circle: Circle) -> None:
    await wrote(circle, circle.ben, "First\nand second line.", "What did you learn?", days_ago=7)
    await wrote(circle, circle.ben, "Later.", "What surprised you?")
    await wrote(circle, circle.ella, "Not Ben's.")
    result = await circle.ben.slash(circle.talk, "journal export")
    assert "2 reflections, as a document" in told(result)
    (attachment,) = answer(result).attachments
    assert attachment.filename == "vinkki.md"
    today = circle.env.now().date().isoformat()
    assert file_of(circle.env, result).endswith(
        f"> First  \n> and second line.  \n\n## What surprised you?\n\n{today} · Only me\n\n"
        "> Later.  \n"
    )
    assert "Not Ben's" not in file_of(circle.env, result)


async def test_the_dates_are_those_of_the_communitys_zone(circle: Circle) -> None:
    """The circle's clock begins at midnight UTC, when it is the day before in New York."""
    await wrote(circle, circle.aino)
    day = circle.env.now().date()
    assert f"{day.day}.{day.month}.{day.year} · Vain minä" in await exported(circle, circle.aino)
    store, guild = circle.bot.store, circle.guild.id
    await communities.choose(store, guild, "timezone", "America/New_York")
    before = day.toordinal() - 1
    day = day.fromordinal(before)
    assert f"{day.day}.{day.month}.{day.year} · " in await exported(circle, circle.aino)


async def test_no_text_breaks_the_document(circle: Circle) -> None:
    for one in HOSTILE:
        await wrote(circle, circle.ben, one, one, intention=one)
    parsed = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(await exported(circle, circle.ben))
    )
    kinds = [one.type for one in parsed]
    assert kinds.count("heading_open") == 1 + len(HOSTILE)
    assert kinds.count("blockquote_open") == len(HOSTILE)
    inside = {child.type for one in parsed for child in one.children or ()}
    assert inside <= {
        "text",
        "softbreak",
        "hardbreak",
        "strong_open",
        "strong_close",
        "text_special",
    }
    assert set(kinds) <= {
        *("heading_open", "heading_close", "inline", "paragraph_open", "paragraph_close"),
        *("blockquote_open", "blockquote_close"),
    }
    shown = "\n".join(
        "".join(child.content for child in one.children or ()) for one in parsed if one.children
    )
    for one in HOSTILE:
        assert " ".join(one.split()) in shown


async def test_what_does_not_fit_is_left_out_from_the_oldest_on(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(5):
        await wrote(circle, circle.ben, f"Entry {day} " + "ä" * 100, days_ago=5 - day)
    monkeypatch.setattr(discord.Guild, "filesize_limit", property(lambda _: 900))
    result = await circle.ben.slash(circle.talk, "journal export")
    text = file_of(circle.env, result)
    assert "The newest 3 of your 5 reflections" in told(result)
    assert len(text.encode()) <= 900
    assert [day for day in range(5) if f"Entry {day} " in text] == [2, 3, 4]


async def test_an_empty_journal_has_no_document(circle: Circle) -> None:
    for actor, said in ((circle.ben, "is empty"), (circle.aino, "on tyhjä")):
        assert said in told(await actor.slash(circle.talk, "journal export"))
