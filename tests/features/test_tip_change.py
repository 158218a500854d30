"""Stories about what becomes of a tip: edited, marked, reported, hidden, removed, restored."""

import pytest

from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk

LINK = "https://example.org/guide"
DAY = 86_400


async def shared(circle: Circle, note: str = "Ben's words.") -> object:
    await circle.share(circle.ben, LINK, note, topics="excel")
    return circle.talk.history()[0]


async def show(circle: Circle, actor: object) -> object:
    return answer(await actor.slash(circle.talk, "tip show", tip=LINK))  # type: ignore[attr-defined]


def labels(message: object) -> list[str]:
    return [part["label"] for part in walk(raw_components(message)) if part.get("label")]


def first_value(message: object) -> str:
    return next(
        part["options"][0]["value"]
        for part in walk(raw_components(message))
        if part.get("custom_id") == "tip.pick"
    )


async def search(circle: Circle, actor: object, **more: str) -> str:
    return told(await actor.slash(circle.talk, "tip search", **more))  # type: ignore[attr-defined]


# Edit


async def test_a_sharer_puts_everything_right_and_the_card_follows(circle: Circle) -> None:
    await shared(circle)
    form = await circle.ben.slash(circle.talk, "tip edit", tip=LINK)
    values = {
        part["custom_id"]: part["value"]
        for part in walk(form.modal["components"])
        if part.get("type") == 4
    }
    assert values == {"link": LINK, "note": "Ben's words.", "topics": "excel"}
    await circle.restart()
    new = {"link": LINK + "/2", "note": "Better words.", "topics": "windows"}
    assert "changed" in told(await circle.ben.submit_modal(form, new))
    card = circle.talk.history()[0].content
    for part in ("Better words.", "`windows`", LINK + "/2"):
        assert part in card
    assert "excel" not in card
    assert "1 tip" in await search(circle, circle.ella, words="better")
    assert "No tips" in await search(circle, circle.ella, words="ben's")


async def test_a_moderator_leaves_the_sharers_words_alone(circle: Circle) -> None:
    await shared(circle)
    form = await circle.mo.slash(circle.talk, "tip edit", tip=LINK)
    fields = [part["custom_id"] for part in walk(form.modal["components"]) if part.get("type") == 4]
    assert fields == ["link", "topics"]
    await circle.mo.submit_modal(form, {"link": LINK, "topics": "windows"})
    card = circle.talk.history()[0].content
    assert "Ben's words." in card
    assert "`windows`" in card


async def test_others_cannot_edit(circle: Circle) -> None:
    await shared(circle)
    assert "voi muokata vain" in told(await circle.aino.slash(circle.talk, "tip edit", tip=LINK))
    assert "Edit" not in labels(await show(circle, circle.ella))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"link": "ftp://example.org"}, "web links only"),
        ({"note": " "}, "why it helps"),
        ({"topics": "a,b,c,d,e,f"}, "too many topics"),
        ({"link": "https://example.org/taken"}, "Another tip has that link"),
    ],
)
async def test_a_bad_edit_changes_nothing_and_is_explained(
    circle: Circle, change: dict[str, str], sentence: str
) -> None:
    await shared(circle)
    await circle.share(circle.ella, "https://example.org/taken", "Hers.")
    form = await circle.ben.slash(circle.talk, "tip edit", tip=LINK)
    values = {"link": LINK, "note": "Better words.", "topics": "excel", **change}
    result = await circle.ben.submit_modal(form, values)
    assert sentence in told(result)
    if "note" not in change:
        assert "Better words." in file_of(circle.env, result)
    assert "Ben's words." in circle.talk.history()[0].content


# Marks


async def test_an_outdated_tip_says_so_until_it_is_valid_again(circle: Circle) -> None:
    await shared(circle)
    await circle.ben.click(await show(circle, circle.ben), label="Outdated")
    assert "Marked as outdated" in circle.talk.history()[0].content
    assert "vanhentunut" in await search(circle, circle.aino)
    await circle.ben.click(await show(circle, circle.ben), label="Still valid")
    assert "outdated" not in circle.talk.history()[0].content
    assert "Outdated" not in labels(await show(circle, circle.ella))


async def test_moderators_pick_a_tip_and_give_it_topics(circle: Circle) -> None:
    await shared(circle)
    await circle.mo.click(await show(circle, circle.mo), label="Pick")
    assert "Picked by the moderators" in circle.talk.history()[0].content
    form = await circle.mo.click(await show(circle, circle.mo), label="Topics")
    await circle.mo.submit_modal(form, {"topics": "Taulukot, excel"})
    assert "`excel` `taulukot`" in circle.talk.history()[0].content
    assert "Pick" not in labels(await show(circle, circle.ella))


async def test_a_lost_right_is_noticed_when_pressing(circle: Circle) -> None:
    await shared(circle)
    view = await show(circle, circle.mo)
    circle.guild.roles["Managers"]._role.permissions = 0
    for label in ("Pick", "Hide", "Topics"):
        assert "for moderators" in told(await circle.mo.click(view, label=label))
    assert "Only the person" in told(await circle.mo.click(view, label="Remove"))
    assert "Ben's words." in circle.talk.history()[0].content


# Reports


async def test_a_report_reaches_the_moderators_and_names_nobody_in_the_channel(
    circle: Circle,
) -> None:
    await circle.set_up(moderators=circle.moderators)
    await shared(circle)
    form = await circle.aino.click(await show(circle, circle.aino), label="Ilmoita")
    result = await circle.aino.submit_modal(form, {"reason": ["broken"], "text": "404 *here*"})
    assert "Valvojat näkevät" in told(result)
    notice = circle.moderators.history()[-1]
    assert "The link does not open" in notice.content
    assert r"404 \*here\*" in notice.content
    assert str(circle.aino.id) not in notice.content
    queue = told(await circle.mo.slash(circle.talk, "review"))
    assert "1 report is waiting" in queue
    assert f"<@{circle.aino.id}>" in queue
    await circle.restart()
    assert "the report is closed" in told(await circle.mo.click(notice, label="Keep it"))
    assert "already" in told(await circle.mo.click(notice, label="Keep it"))
    assert "No reports" in told(await circle.mo.slash(circle.talk, "review"))


async def test_reporting_again_changes_the_report(circle: Circle) -> None:
    await circle.set_up(moderators=circle.moderators)
    await shared(circle)
    for words in ("First.", "Second."):
        form = await circle.ella.click(await show(circle, circle.ella), label="Report")
        await circle.ella.submit_modal(form, {"reason": ["other"], "text": words})
    queue = told(await circle.mo.slash(circle.talk, "review"))
    assert "Second." in queue
    assert "First." not in queue
    assert len(circle.moderators.history()) == 1


async def test_the_queue_is_for_moderators(circle: Circle) -> None:
    assert "for moderators" in told(await circle.ella.slash(circle.talk, "review"))


# Hidden, removed, restored


async def test_a_hidden_tip_keeps_its_link_out_and_comes_back(circle: Circle) -> None:
    await shared(circle)
    assert "hidden" in told(await circle.mo.click(await show(circle, circle.mo), label="Hide"))
    assert not circle.talk.history()
    assert "No tips" in await search(circle, circle.ben)
    assert "out of sight" in told(await circle.share(circle.ella, LINK, "Mine."))
    await circle.restart()
    queue = answer(await circle.mo.slash(circle.talk, "review"))
    await circle.mo.click(queue, label="Hidden and removed · 1")
    listed = circle.talk.history(viewer=circle.mo)[-1]
    view = answer(await circle.mo.select(listed, [first_value(listed)], custom_id="tip.pick"))
    assert "Hidden by a moderator" in text_of(view)
    assert "is back" in told(await circle.mo.click(view, label="Restore"))
    assert "Ben's words." in circle.talk.history()[-1].content
    assert "1 tip" in await search(circle, circle.ella, words="words")


async def test_a_removed_tip_is_gone_everywhere_and_can_be_restored(circle: Circle) -> None:
    card = await shared(circle)
    await circle.ella.click(card, label="Save")
    await circle.ella.click(card, label="Helped me")
    assert "removed" in told(await circle.ben.slash(circle.talk, "tip remove", tip=LINK))
    assert not circle.talk.history()
    assert "Nothing saved" in told(await circle.ella.slash(circle.talk, "tip saved"))
    assert "cannot find" in told(await circle.ben.slash(circle.talk, "tip show", tip=LINK))
    view = await gone(circle)
    await circle.mo.click(view, label="Restore")
    assert "Helped me · 1" in text_of(circle.talk.history()[-1])
    assert "1 saved tip" in told(await circle.ella.slash(circle.talk, "tip saved"))


async def gone(circle: Circle) -> object:
    """The view of the latest tip out of sight, as a moderator opens it."""
    queue = answer(await circle.mo.slash(circle.talk, "review"))
    await circle.mo.click(queue, label=next(one for one in labels(queue) if "removed" in one))
    listed = circle.talk.history(viewer=circle.mo)[-1]
    return answer(await circle.mo.select(listed, [first_value(listed)], custom_id="tip.pick"))


async def test_members_cannot_open_what_is_gone(circle: Circle) -> None:
    await shared(circle)
    view = await show(circle, circle.ella)
    await circle.ben.slash(circle.talk, "tip remove", tip=LINK)
    for label in ("Helped me", "Save", "Remind me", "Add my note", "What came of it", "Report"):
        assert "cannot find" in told(await circle.ella.click(view, label=label)), label


async def test_a_deleted_card_can_be_restored(circle: Circle) -> None:
    card = await shared(circle)
    circle.env.backend.delete_message(circle.talk.id, card.id)  # type: ignore[attr-defined]
    await circle.env.settle()
    assert "No tips" in await search(circle, circle.ben)
    await circle.mo.click(await gone(circle), label="Restore")
    assert "Ben's words." in circle.talk.history()[-1].content


async def test_a_link_shared_anew_keeps_the_old_tip_removed(circle: Circle) -> None:
    await shared(circle)
    await circle.ben.slash(circle.talk, "tip remove", tip=LINK)
    await circle.share(circle.ella, LINK, "Anew.")
    assert "shared anew" in told(await circle.mo.click(await gone(circle), label="Restore"))


@pytest.mark.simcord(settle_timeout=60)
async def test_after_thirty_days_it_is_gone_for_good(circle: Circle) -> None:
    await shared(circle)
    await circle.ben.slash(circle.talk, "tip remove", tip=LINK)
    view = await gone(circle)
    await circle.env.advance_time(31 * DAY)
    assert "nothing to restore" in told(await circle.mo.click(view, label="Restore"))
    assert not await circle.bot.store.read("SELECT * FROM tips")


async def test_a_removal_that_is_cut_short_ends_at_the_next_start(circle: Circle) -> None:
    await shared(circle)
    circle.env.inject_error("DELETE", "/channels/*/messages/*", status=500, times=None)
    removed = told(await circle.ben.slash(circle.talk, "tip remove", tip=LINK))
    assert "did not let me delete its card" in removed
    circle.env.backend.faults.clear()
    await circle.restart()
    assert not circle.talk.history()


async def test_another_community_cannot_touch_it(circle: Circle) -> None:
    card = await shared(circle)
    tip_id = next(
        part["custom_id"].split(":")[1]
        for part in walk(raw_components(card))
        if "custom_id" in part
    )
    _, elsewhere, eve = circle.another_guild()
    await circle.env.settle()
    for command in ("show", "edit", "remove"):
        result = await eve.slash(elsewhere, f"tip {command}", tip=tip_id)
        assert "cannot find" in told(result), command
    assert "Ben's words." in circle.talk.history()[0].content


# The page's title


async def test_the_title_discord_found_names_the_tip_in_lists(circle: Circle) -> None:
    card = await shared(circle)
    stored = circle.env.backend.get_message(circle.talk.id, card.id)  # type: ignore[attr-defined]
    circle.env.backend.emit(
        "MESSAGE_UPDATE",
        {
            "id": str(stored.id),
            "channel_id": str(circle.talk.id),
            "guild_id": str(circle.guild.id),
            "author": {
                "id": str(circle.bot.user.id),
                "username": "v",
                "discriminator": "0",
                "avatar": None,
            },  # type: ignore[union-attr]
            "content": stored.content,
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "tts": False,
            "mention_everyone": False,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "pinned": False,
            "type": 0,
            "embeds": [{"type": "article", "title": "Pivot tables, *explained*", "url": LINK}],
        },
    )
    await circle.env.settle()
    found = await search(circle, circle.ella, words="explained")
    assert r"Pivot tables, \*explained\*" in found
