"""Stories about link tips."""

import discord
import pytest
from simcord import interactions

from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk

LINK = "https://example.org/guide?utm_source=mail&page=2"


async def test_a_newcomer_shares_a_tip_where_they_are(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK, "Saves an hour.", topics="Excel, #Teams"))
    assert not card.ephemeral
    assert card.content == (
        "🔖 **example.org** `excel` `teams`\n"
        "Saves an hour.\n"
        f"-# Shared by <@{circle.ben.id}>\n"
        f"{LINK}"
    )
    assert "Helped me" in text_of(card)


async def test_with_a_tips_channel_the_card_goes_there(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    result = await circle.share(circle.ben, LINK, "Saves an hour.")
    (card,) = circle.tips.history()
    assert LINK in card.content
    assert f"/{circle.tips.id}/{card.id}" in told(result)


async def test_a_new_topic_that_is_nearly_another_is_pointed_out_once(circle: Circle) -> None:
    near = "There is a topic `taulukko` already"
    for number, topics, said in (
        (1, "taulukko, data", False),
        (2, "kuva, data", False),
        (3, "taulukkoo, data", True),
        (4, "taulukkoo, data", False),
        (5, "", False),
    ):
        link = f"https://example.org/{number}"
        result = await circle.share(circle.ben, link, topics=topics)
        assert (near in "\n".join(map(text_of, result.followups))) == said, number
        assert result.response.content.endswith(link)


async def test_with_a_tips_channel_a_near_topic_is_pointed_out_to_the_sharer(
    circle: Circle,
) -> None:
    await circle.set_up(tips=circle.tips)
    await circle.share(circle.ben, LINK, topics="excel")
    result = await circle.share(circle.ben, "https://example.org/2", topics="exel")
    assert "There is a topic `excel` already" in told(result)


async def test_without_a_note_a_form_asks_why(circle: Circle) -> None:
    shown = await circle.ben.slash(circle.talk, "tip share", link="example.org/page")
    assert shown.modal["title"] == "Share a tip"
    result = await circle.ben.submit_modal(
        shown, {"link": "https://example.org/page", "note": "Short and clear.", "topics": ""}
    )
    assert "Short and clear." in answer(result).content


async def test_a_form_sent_after_a_restart_is_not_lost(circle: Circle) -> None:
    shown = await circle.ben.slash(circle.talk, "tip share", link="example.org/page")
    await circle.restart()
    result = await circle.ben.submit_modal(
        shown, {"link": "https://example.org/page", "note": "Survives.", "topics": ""}
    )
    assert "Survives." in answer(result).content


async def test_the_same_link_again_shows_the_tip_there_is(circle: Circle) -> None:
    await circle.share(circle.ben, "https://www.example.org/guide/?b=1&a=2", "First note.")
    result = await circle.share(circle.aino, "http://example.org/guide?a=2&b=1", "Toinen saate.")
    shown = told(result)
    assert "on täällä jo" in shown
    assert "First note." in shown
    assert "Toinen saate." in shown  # what she wrote is not lost
    assert f"<@{circle.ben.id}>" in shown


async def test_two_share_the_same_link_in_the_same_moment(circle: Circle) -> None:
    results = await at_once(
        circle,
        [
            (circle.ben, {"link": LINK, "note": "Ben's."}),
            (circle.aino, {"link": LINK, "note": "Ainon."}),
        ],
    )
    seen = [one for one in circle.talk.history() if LINK in one.content]
    public = [one for one in seen if not one.flags.ephemeral]
    assert len(public) == 1
    assert len(results) == 2


async def at_once(circle: Circle, shares: list[tuple[object, dict[str, str]]]) -> list[object]:
    """Send `/tip share` for all of them before the bot may answer any."""
    backend = circle.env.backend
    root = backend.find_command("tip", None, type=1)
    records = []
    for actor, options in shares:
        data = {
            "id": root["id"],
            "name": "tip",
            "type": 1,
            "options": [
                {
                    "name": "share",
                    "type": 1,
                    "options": [
                        {"name": name, "type": 3, "value": value} for name, value in options.items()
                    ],
                }
            ],
        }
        record, payload = interactions.base_payload(
            backend,
            type=2,
            channel_id=circle.talk.id,
            guild_id=circle.guild.id,
            user_id=actor.id,
            data=data,
        )
        backend.emit("INTERACTION_CREATE", payload)
        records.append(record)
    await circle.env.settle()
    assert all(record.responded for record in records)
    return records


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("not a link", "could not read that as a link"),
        ("javascript:alert(1)", "web links only"),
        ("https://ben@example.org/", "user name"),
        ("https://example.org/" + "x" * 5000, "too long"),
        ("https://example.org/\u202egpj.exe", "hidden characters"),
        ("https://", "no site"),
    ],
)
async def test_what_is_not_a_link_is_refused_with_the_reason(
    circle: Circle, link: str, reason: str
) -> None:
    result = await circle.share(circle.ben, link, "A note to keep.")
    assert reason in told(result)
    assert file_of(circle.env, result) == "A note to keep."
    assert not [one for one in circle.talk.history() if not one.flags.ephemeral]


async def test_a_note_that_is_too_long_comes_back_as_a_file(circle: Circle) -> None:
    note = "long " * 1000
    result = await circle.share(circle.ben, LINK, note)
    assert "1,000 fit" in told(result)
    assert file_of(circle.env, result) == note.strip()


async def test_a_note_cannot_mention_or_format(circle: Circle) -> None:
    note = "@everyone <@1> **bold** [x](https://evil.example) \u202egnp"
    card = answer(await circle.share(circle.ben, LINK, note))
    assert "@everyone" not in card.content
    assert "\\<@1>" in card.content
    assert "\\*\\*bold" in card.content
    assert "\\[x\\]" in card.content
    assert "\u202e" not in card.content


async def test_the_longest_input_fits_every_card(circle: Circle) -> None:
    link = "https://example.org/" + "a" * 1480
    topics = ", ".join(f"{number}" + "t" * 29 for number in range(5))
    first = await circle.share(circle.ben, link, "*" * 1000, topics=topics)
    assert link in answer(first).content
    told(await circle.share(circle.aino, link, "_" * 1000, topics=topics))
    told(await circle.ben.slash(circle.talk, "tip show", tip=link))
    for number in range(12):
        await circle.share(circle.aino, f"{link[:-3]}{number:03}", "*" * 1000, topics=topics)
    told(await circle.ben.slash(circle.talk, "tip search"))


async def test_helped_me_counts_once_a_member_and_can_be_taken_back(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK))
    await circle.aino.click(card, label="Helped me")
    assert "Helped me · 1" in text_of(circle.talk.history()[-1])
    await circle.restart()
    card = circle.talk.history()[-1]
    await circle.mo.click(card, label="Helped me · 1")
    assert "Helped me · 2" in text_of(circle.talk.history()[-1])
    await circle.aino.click(circle.talk.history()[-1], label="Helped me · 2")
    assert "Helped me · 1" in text_of(circle.talk.history()[-1])


async def test_nobody_thanks_themselves(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK))
    assert "your own tip" in told(await circle.ben.click(card, label="Helped me"))


async def test_thanks_from_a_search_reach_the_card(circle: Circle) -> None:
    await circle.share(circle.ben, LINK)
    shown = answer(await circle.aino.slash(circle.talk, "tip show", tip=LINK))
    await circle.aino.click(shown, label="Tästä oli apua")
    assert "Helped me · 1" in text_of(circle.talk.history()[0])


async def test_search_finds_by_words_topic_and_person(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", "Pivot tables explained", topics="excel")
    await circle.share(circle.mo, "https://b.example/2", "Keyboard shortcuts", topics="windows")
    searched = circle.aino.slash
    assert "a.example" in told(await searched(circle.talk, "tip search", words="pivot"))
    by_topic = told(await searched(circle.talk, "tip search", topic="Windows"))
    assert "b.example" in by_topic
    assert "a.example" not in by_topic
    by_ben = told(await searched(circle.talk, "tip search", by=circle.ben.user))
    assert "a.example" in by_ben
    assert "b.example" not in by_ben
    assert "ei löytynyt" in told(await searched(circle.talk, "tip search", words='"AND -*'))


async def test_a_long_search_has_pages_that_last(circle: Circle) -> None:
    for number in range(23):
        await circle.share(circle.ben, f"https://example.org/{number}", f"shortcut {number}")
    first = answer(await circle.ben.slash(circle.talk, "tip search", words="shortcut"))
    assert "1/3" in text_of(first)
    await circle.restart()
    await circle.ben.click(first, label="▶")
    second = circle.talk.history(viewer=circle.ben)[-1]
    assert "2/3" in text_of(second)
    assert "23 tips" in text_of(second)


async def test_what_was_shared_in_a_hidden_channel_stays_there(circle: Circle) -> None:
    hidden = circle.guild.create_text_channel(
        "hidden",
        overwrites={
            circle.guild.default_role: discord.PermissionOverwrite(view_channel=False),
            circle.ben: discord.PermissionOverwrite(view_channel=True),
        },
    )
    await circle.env.settle()
    await circle.ben.slash(hidden, "tip share", link=LINK, note="Secret plans.")
    assert "No tips" in told(await circle.ella.slash(circle.talk, "tip search"))
    # Nothing tells Ella that it was there: she shares it where she is.
    again = await circle.share(circle.ella, LINK, "Mine.")
    assert "Mine." in answer(again).content
    assert "Secret plans" not in text_of(answer(again))
    assert "Secret plans" in told(await circle.ben.slash(circle.talk, "tip search"))


async def test_two_communities_never_see_each_other(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK, "Ours."))
    tip_id = next(
        part["custom_id"].split(":")[1]
        for part in walk(raw_components(card))
        if "custom_id" in part
    )
    _, elsewhere, eve = circle.another_guild()
    await circle.env.settle()
    assert "No tips" in told(await eve.slash(elsewhere, "tip search"))
    assert "cannot find" in told(await eve.slash(elsewhere, "tip show", tip=tip_id))
    assert "cannot find" in told(await eve.slash(elsewhere, "tip remove", tip=tip_id))
    shared = await eve.slash(elsewhere, "tip share", link=LINK, note="Theirs.")
    assert LINK in answer(shared).content


async def test_the_sharer_and_moderators_remove(circle: Circle) -> None:
    await circle.share(circle.ben, LINK)
    refused = told(await circle.aino.slash(circle.talk, "tip remove", tip=LINK))
    assert "vain sen jakaja tai valvoja" in refused
    assert "removed" in told(await circle.mo.slash(circle.talk, "tip remove", tip=LINK))
    assert not [one for one in circle.talk.history() if LINK in one.content]
    assert "No tips" in told(await circle.ben.slash(circle.talk, "tip search"))


async def test_a_deleted_tips_channel_does_not_stop_sharing(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    circle.env.backend.delete_channel(circle.tips.id)
    await circle.env.settle()
    result = await circle.share(circle.ben, LINK, "Still here.")
    assert "Still here." in circle.talk.history()[0].content
    assert "could not post" in told(result)


async def test_a_channel_that_refuses_does_not_lose_the_tip(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    circle.env.inject_error("POST", f"/channels/{circle.tips.id}/messages", status=403, code=50013)
    result = await circle.share(circle.ben, LINK, "Still here.")
    assert "could not post" in told(result)
    assert any("Still here." in one.content for one in circle.talk.history())


async def test_an_unexpected_error_is_told_with_its_reference(
    circle: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    shown = await circle.ben.slash(circle.talk, "tip share", link="example.org/page")
    async with circle.bot.store.write() as tx:
        await tx.run("ALTER TABLE tips RENAME TO broken")
    result = await circle.ben.submit_modal(
        shown, {"link": "https://example.org/page", "note": "Do not lose me.", "topics": ""}
    )
    reference = told(result).split("`")[1]
    assert f"Error {reference} in tip.share" in caplog.text
    assert "Do not lose me." in file_of(circle.env, result)
