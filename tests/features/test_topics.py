"""Stories about topics: followed by members, put in order by moderators."""

from typing import Any, cast

import pytest

from data import topics
from data.tips import DAY
from data.topic_changes import TIPS_REDRAWN
from data.topics import MOST_FOLLOWED
from tests.features.circle import (
    Circle,
    answer,
    raw_components,
    text_of,
    told,
    walk,
)
from tests.features.scenes import hidden

SPREADSHEETS = "taulukkolaskenta"


async def topic(circle: Circle, actor: Any, command: str, **options: str) -> str:
    """What a /topic command answers this person alone."""
    return told(await actor.slash(circle.talk, f"topic {command}", **options)).strip()


async def offered(circle: Circle, actor: Any, command: str, option: str, typed: str) -> list[str]:
    shown = await actor.autocomplete(circle.talk, command, option, typed)
    return [one["value"] for one in shown]


def options(message: Any, custom_id: str) -> list[str]:
    """What a menu offers; nothing when it is not there."""
    return [
        option["value"]
        for part in walk(raw_components(message))
        if str(part.get("custom_id", "")).startswith(custom_id)
        for option in part["options"]
    ]


async def shared(circle: Circle) -> None:
    """Ben shares about spreadsheets, Ella about Excel, and Aino asks."""
    await circle.set_up(questions=circle.questions)
    await circle.share(circle.ben, "https://a.example/1", "Pivot.", topics=SPREADSHEETS)
    await circle.share(circle.ella, "https://b.example/2", "Keys.", topics="excel, keyboard")
    form = await circle.aino.slash(circle.talk, "ask", title="How do I merge cells?")
    fields = {"title": "How do I merge cells?", "details": "", "topics": SPREADSHEETS}
    await circle.aino.submit_modal(form, fields)


async def hosts(circle: Circle, **given: str) -> set[str]:
    """Where the tips lead that a search finds."""
    text = told(await circle.ella.slash(circle.talk, "tip search", **given))
    return {host for host in ("a.example", "b.example", "c.example") if host in text}


# Members


async def test_a_member_follows_in_finnish_and_sees_what_is_new(circle: Circle) -> None:
    await shared(circle)
    assert await offered(circle, circle.aino, "topic follow", "topic", "#EXC") == ["excel"]
    said = await topic(circle, circle.aino, "follow", topic="#Excel")
    assert said == (
        "🏷️ Seuraat aihetta `excel`. Uudet vinkit tulevat omaan koosteeseesi:"
        " valitse se komennolla `/me`."
    )
    card = await topic(circle, circle.aino, "list")
    assert card.startswith("🏷️ **Seuraat 1 aihetta**\n- `excel` · 1 uutta\n-# Uutta: jaettu 7")
    assert "omaan koosteeseesi: valitse se komennolla `/me`" in card
    await circle.env.advance_time(8 * DAY)
    await circle.restart()
    assert "- `excel`\n" in await topic(circle, circle.aino, "list")
    assert await offered(circle, circle.aino, "topic unfollow", "topic", "e") == ["excel"]
    assert await offered(circle, circle.ben, "topic unfollow", "topic", "") == []
    said = await topic(circle, circle.aino, "unfollow", topic="Excel")
    assert said == "🏷️ Et enää seuraa aihetta `excel`."
    assert "Et seuraa aihetta `excel`" in await topic(
        circle, circle.aino, "unfollow", topic="excel"
    )


async def test_the_list_offers_what_is_used_most(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", topics="excel, keyboard")
    await circle.share(circle.ben, "https://a.example/2", topics="excel")
    shown = answer(await circle.ella.slash(circle.talk, "topic list"))
    assert shown.ephemeral
    assert "You follow no topics yet" in text_of(shown)
    assert options(shown, "topic.follow-some") == ["excel", "keyboard"]
    assert options(shown, "topic.unfollow-some") == []
    await circle.restart()
    await circle.ella.select(shown, ["excel", "keyboard"], custom_id="topic.follow-some:0")
    shown = circle.talk.history(viewer=circle.ella)[-1]
    assert "**You follow 2 topics**\n- `excel` · 2 new\n- `keyboard` · 1 new" in text_of(shown)
    assert options(shown, "topic.follow-some") == []
    await circle.ella.select(shown, ["excel"], custom_id="topic.unfollow-some:0")
    shown = circle.talk.history(viewer=circle.ella)[-1]
    assert "**You follow 1 topic**\n- `keyboard` · 1 new" in text_of(shown)
    assert options(shown, "topic.follow-some") == ["excel"]
    # Somebody else's are their own.
    assert "You follow no topics yet" in await topic(circle, circle.ben, "list")


async def test_without_any_topic_the_list_says_where_they_come_from(circle: Circle) -> None:
    said = await topic(circle, circle.ella, "list")
    assert said == (
        "🏷️ You follow no topics yet.\n-# Topics come with tips. Share the first: `/tip share`."
    )


async def test_a_long_list_has_pages_that_last(circle: Circle) -> None:
    names = tuple(f"topic {number:02}" for number in range(MOST_FOLLOWED))
    who = (circle.guild.id, circle.ella.id)
    await topics.follow(circle.bot.store, *who, names, circle.bot.seconds())
    first = answer(await circle.ella.slash(circle.talk, "topic list"))
    assert "1/2" in text_of(first)
    assert options(first, "topic.unfollow-some:0") == [*names[:25]]
    await circle.restart()
    await circle.ella.click(first, label="▶")
    second = circle.talk.history(viewer=circle.ella)[-1]
    assert options(second, "topic.unfollow-some:1") == [*names[25:]]
    await circle.ella.select(second, [*names[25:]], custom_id="topic.unfollow-some:1")
    left = circle.talk.history(viewer=circle.ella)[-1]
    assert "You follow 25 topics" in text_of(left)
    assert options(left, "topic.unfollow-some:0") == [*names[:25]]


async def test_fifty_are_enough(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", topics="excel")
    names = tuple(f"topic {number:02}" for number in range(MOST_FOLLOWED))
    who = (circle.guild.id, circle.ella.id)
    await topics.follow(circle.bot.store, *who, names, circle.bot.seconds())
    assert "no more fit" in await topic(circle, circle.ella, "follow", topic="excel")
    shown = answer(await circle.ella.slash(circle.talk, "topic list"))
    pressed = await circle.ella.select(shown, ["excel"], custom_id="topic.follow-some:0")
    assert "no more fit" in told(pressed)
    assert "You follow `topic 01`" in await topic(circle, circle.ella, "follow", topic="topic 01")


@pytest.mark.parametrize("typed", ["a, b", " ,#", "x" * 31])
async def test_what_is_not_one_topic_is_refused(circle: Circle, typed: str) -> None:
    sentence = "Give one topic of at most 30 characters."
    assert await topic(circle, circle.ella, "follow", topic=typed) == sentence
    assert await topic(circle, circle.ella, "unfollow", topic=typed) == sentence
    assert await topic(circle, circle.mo, "merge", topic=typed, into="excel") == sentence
    assert await topic(circle, circle.mo, "rename", topic="excel", name=typed) == sentence
    assert await topic(circle, circle.mo, "undo", topic=typed) == sentence


async def test_who_follows_an_unused_topic_hears_of_the_one_that_is_used(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", topics="taulukko")
    said = await topic(circle, circle.aino, "follow", topic="taulukot")
    assert "jota yhdessäkään vinkissä ei vielä ole" in said
    assert "aihetta `taulukko`" in said
    assert "koosteeseesi" in await topic(circle, circle.aino, "follow", topic="taulukko")


async def test_topics_of_a_hidden_channel_stay_there(circle: Circle) -> None:
    channel = await hidden(circle, circle.ben)
    await circle.ben.slash(
        channel, "tip share", link="https://a.example/1", note="Plans.", topics="secret"
    )
    assert await offered(circle, circle.ella, "topic follow", "topic", "") == []
    said = await topic(circle, circle.ella, "follow", topic="secrets")
    assert "`secret`" not in said
    await topic(circle, circle.ella, "follow", topic="secret")
    assert "- `secret`\n" in await topic(circle, circle.ella, "list")
    assert "- `secret` · 1 new" not in await topic(circle, circle.ella, "list")
    await topic(circle, circle.ben, "follow", topic="secret")
    assert "- `secret` · 1 new" in await topic(circle, circle.ben, "list")


async def test_a_forged_choice_follows_nothing(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", topics="excel")
    shown = answer(await circle.ella.slash(circle.talk, "topic list"))
    forged = ["Excel", "#excel", "a, b", "x" * 31]
    for part in walk(circle.env.backend.get_message(circle.talk.id, shown.id).components):
        if part.get("custom_id") == "topic.follow-some:0":
            menu = cast(dict[str, Any], part)
            menu["options"] = [{"label": one, "value": one} for one in forged]
            menu["max_values"] = len(forged)
    await circle.ella.select(shown, forged, custom_id="topic.follow-some:0")
    assert "You follow no topics" in text_of(circle.talk.history(viewer=circle.ella)[-1])


# Moderators


async def test_a_merge_is_seen_everywhere_and_taken_back_whole(circle: Circle) -> None:
    await shared(circle)
    await topic(circle, circle.aino, "follow", topic=SPREADSHEETS)
    said = await topic(circle, circle.mo, "merge", topic=SPREADSHEETS, into="Excel")
    assert said == (
        f"🏷️ `{SPREADSHEETS}` now counts as `excel`: 1 tip, 1 question, 1 follower."
        " So will what is shared later. To take it back, use `/topic undo`."
    )
    await circle.restart()
    assert await hosts(circle, topic="excel") == {"a.example", "b.example"}
    assert await hosts(circle, words="excel") == {"a.example", "b.example"}
    assert await hosts(circle, words=SPREADSHEETS) == set()
    # Its old name still leads there.
    assert await hosts(circle, topic=SPREADSHEETS) == {"a.example", "b.example"}
    for command in ("topic follow", "tip search", "question list"):
        assert await offered(circle, circle.ella, command, "topic", "tau") == [], command
        assert await offered(circle, circle.ella, command, "topic", "exc") == ["excel"], command
    for name in ("excel", SPREADSHEETS):
        asked = await circle.ella.slash(circle.talk, "question list", topic=name)
        assert "How do I merge cells?" in told(asked)
    assert "- `excel` · 2 uutta" in await topic(circle, circle.aino, "list")
    # Who writes the old name shares under the new one.
    card = answer(
        await circle.share(circle.ben, "https://c.example/3", "More.", topics=SPREADSHEETS)
    )
    assert "`excel`" in text_of(card)
    assert SPREADSHEETS not in text_of(card)

    undone = await topic(circle, circle.mo, "undo", topic=SPREADSHEETS)
    assert undone == (
        f"🏷️ `{SPREADSHEETS}` no longer counts as `excel`: 2 tips, 1 question, 1 follower."
    )
    assert await hosts(circle, topic="excel") == {"b.example"}
    assert await hosts(circle, topic=SPREADSHEETS) == {"a.example", "c.example"}
    assert f"- `{SPREADSHEETS}` · 2 uutta" in await topic(circle, circle.aino, "list")


async def test_the_cards_in_the_channel_follow(circle: Circle) -> None:
    await shared(circle)
    await topic(circle, circle.mo, "merge", topic=SPREADSHEETS, into="excel")
    cards = [text_of(one) for one in (*circle.talk.history(), *circle.questions.history())]
    assert not [card for card in cards if SPREADSHEETS in card]
    assert [card for card in cards if "a.example" in card and "`excel`" in card]
    assert [card for card in cards if "merge cells" in card and "`excel`" in card]
    await topic(circle, circle.mo, "undo", topic=SPREADSHEETS)
    cards = [text_of(one) for one in (*circle.talk.history(), *circle.questions.history())]
    assert len([card for card in cards if SPREADSHEETS in card]) == 2


async def test_of_many_tips_the_answer_says_whose_cards_wait(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", topics="exel")
    assert "cards" not in await topic(circle, circle.mo, "rename", topic="exel", name="excel")
    await topic(circle, circle.mo, "undo", topic="exel")
    async with circle.bot.store.write() as tx:
        for number in range(TIPS_REDRAWN):
            row = await tx.run_one(
                "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at)"
                " VALUES (?, ?, '', '', '', ?, 0) RETURNING tip_id",
                (circle.guild.id, f"{number}", circle.ben.id),
            )
            assert row is not None
            await topics.put(tx, "tip_topics", circle.guild.id, row["tip_id"], ("exel",))
    said = await topic(circle, circle.mo, "rename", topic="exel", name="excel")
    assert "51 tips" in said
    assert "latest 50 tips" in said


async def test_a_moderator_reads_it_in_finnish(circle: Circle) -> None:
    await shared(circle)
    circle.speaks(circle.mo, "fi")
    said = await topic(circle, circle.mo, "rename", topic="excel", name="Excel-vinkit")
    assert said == (
        "🏷️ Aiheen `excel` nimi on nyt `excel-vinkit`: 1 vinkki, 0 kysymystä, 0 seuraajaa."
        " Voit perua tämän: `/topic undo`."
    )
    said = await topic(circle, circle.mo, "rename", topic="excel-vinkit", name=SPREADSHEETS)
    assert said.startswith(f"🏷️ `excel-vinkit` on nyt `{SPREADSHEETS}`: 1 vinkki, 0 kysymystä")
    assert "ei enää ole" in await topic(circle, circle.mo, "undo", topic="excel-vinkit")
    assert "Kukaan ei käytä" in await topic(circle, circle.mo, "merge", topic="x", into="excel")


async def test_a_name_that_is_taken_is_a_merge(circle: Circle) -> None:
    await shared(circle)
    said = await topic(circle, circle.mo, "rename", topic=SPREADSHEETS, name="excel")
    assert said.startswith(f"🏷️ `{SPREADSHEETS}` now counts as `excel`: 1 tip, 1 question, 0")
    assert await hosts(circle, topic="excel") == {"a.example", "b.example"}


async def test_what_cannot_be_is_told_with_its_way_out(circle: Circle) -> None:
    await shared(circle)
    merge, rename = "merge", "rename"
    same = await topic(circle, circle.mo, merge, topic="excel", into="EXCEL")
    assert same == "Both are `excel`. Give two different names."
    unknown = await topic(circle, circle.mo, merge, topic="nobody", into="excel")
    assert unknown == "Nobody uses `nobody` here. Pick one from the list as you type."
    unknown = await topic(circle, circle.mo, merge, topic="excel", into="nobody")
    assert "`nobody`" in unknown
    assert "`/topic rename`" in unknown
    await topic(circle, circle.mo, merge, topic=SPREADSHEETS, into="excel")
    again = await topic(circle, circle.mo, merge, topic=SPREADSHEETS, into="keyboard")
    assert again == (
        f"`{SPREADSHEETS}` counts as `excel` already. Take that back first with `/topic undo`."
    )
    circle_of_two = await topic(circle, circle.mo, rename, topic="excel", name=SPREADSHEETS)
    assert circle_of_two.startswith(f"`{SPREADSHEETS}` counts as `excel` already.")
    none = await topic(circle, circle.mo, "undo", topic="excel")
    assert none == "`excel` was not merged or renamed. Pick one from the list as you type."


async def test_a_moderator_picks_from_what_there_is(circle: Circle) -> None:
    await shared(circle)
    form = await circle.aino.slash(circle.talk, "ask", title="Why?")
    await circle.aino.submit_modal(form, {"title": "Why?", "details": "", "topics": "escape"})
    for command, option in (("merge", "topic"), ("merge", "into"), ("rename", "topic")):
        offer = await offered(circle, circle.mo, f"topic {command}", option, "e")
        assert offer == ["excel", "escape"], (command, option)
    await topic(circle, circle.mo, "merge", topic=SPREADSHEETS, into="excel")
    (change,) = await circle.mo.autocomplete(circle.talk, "topic undo", "topic", "exc")
    assert (change["name"], change["value"]) == (f"{SPREADSHEETS} → excel", SPREADSHEETS)
    assert await offered(circle, circle.ben, "topic undo", "topic", "") == []


async def test_a_member_without_rights_changes_nothing(circle: Circle) -> None:
    await shared(circle)
    await topic(circle, circle.mo, "merge", topic="keyboard", into="excel")
    for command, given in (
        ("merge", {"topic": SPREADSHEETS, "into": "excel"}),
        ("rename", {"topic": SPREADSHEETS, "name": "sheets"}),
        ("undo", {"topic": "keyboard"}),
    ):
        assert "for moderators" in await topic(circle, circle.ben, command, **given)
    assert await hosts(circle, topic="keyboard") == {"b.example"}
    assert await hosts(circle, topic=SPREADSHEETS) == {"a.example"}


async def test_two_communities_keep_their_own_names(circle: Circle) -> None:
    await shared(circle)
    await topic(circle, circle.mo, "merge", topic=SPREADSHEETS, into="excel")
    _, elsewhere, eve = circle.another_guild()
    await circle.env.settle()
    more = {"link": "https://a.example/1", "note": "Theirs.", "topics": SPREADSHEETS}
    card = answer(await eve.slash(elsewhere, "tip share", **more))
    assert SPREADSHEETS in text_of(card)
    assert await eve.autocomplete(elsewhere, "topic follow", "topic", "exc") == []
    await eve.slash(elsewhere, "topic follow", topic=SPREADSHEETS)
    assert SPREADSHEETS in told(await eve.slash(elsewhere, "topic list"))
    assert "You follow no topics" in await topic(circle, circle.ella, "list")
