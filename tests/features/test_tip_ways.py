"""Stories about the ways in: a menu, a mention, a bookmark under a link, all through one door."""

from typing import Any

import discord
import pytest
from simcord.results import InteractionResult

from data import tip_lists
from data.tips import Sight
from tests.features.circle import Circle, answer, raw_components, text_of, told, walk
from tests.features.scenes import hidden
from tests.features.test_tips import at_once

LINK = "https://example.org/guide"


def us(circle: Circle) -> str:
    assert circle.bot.user is not None
    return f"<@{circle.bot.user.id}>"


def form_values(result: object) -> dict[str, str]:
    """What the fields of an opened form hold."""
    return {
        part["custom_id"]: part.get("value") or ""
        for part in walk(result.modal["components"])  # type: ignore[attr-defined]
        if part.get("type") == 4
    }


# Save as tip


async def test_a_message_with_one_link_opens_the_form_with_its_words(circle: Circle) -> None:
    message = await circle.ben.send(circle.talk, f"Try {LINK}, it explains <@1> pivots well!")
    shown = await circle.aino.context_menu(circle.talk, "Save as tip", message)
    values = form_values(shown)
    assert values["link"] == LINK
    assert "it explains" in values["note"]
    assert "<@1>" not in values["note"]
    result = await circle.aino.submit_modal(shown, {**values, "topics": "excel"})
    card = answer(result)
    assert f"Shared by <@{circle.aino.id}>" in card.content
    assert "it explains" in card.content


async def test_of_several_links_one_is_chosen_even_after_a_restart(circle: Circle) -> None:
    message = await circle.ben.send(circle.talk, "One https://a.example/1 two https://b.example/2")
    shown = await circle.aino.context_menu(circle.talk, "Save as tip", message)
    assert "mikä linkeistä" in told(shown)
    menu = answer(shown)
    await circle.restart()
    form = await circle.aino.select(menu, ["1"])
    assert form_values(form)["link"] == "https://b.example/2"
    result = await circle.aino.submit_modal(
        form, {"link": "https://b.example/2", "note": "Hyvä.", "topics": ""}
    )
    assert "Hyvä." in answer(result).content


async def test_a_message_without_a_link_is_told_so(circle: Circle) -> None:
    message = await circle.ben.send(circle.talk, "No address here.")
    result = await circle.ella.context_menu(circle.talk, "Save as tip", message)
    assert "no link in that message" in told(result)


async def test_nobody_takes_up_what_was_offered_to_another(circle: Circle) -> None:
    message = await circle.ben.send(circle.talk, "https://a.example/1 https://b.example/2")
    menu = answer(await circle.aino.context_menu(circle.talk, "Save as tip", message))
    (select,) = [part for part in walk(raw_components(menu)) if part.get("type") == 3]
    draft = select["custom_id"]
    offered = await circle.ben.send(
        circle.talk, f"{us(circle)} https://c.example https://d.example"
    )
    reply = circle.talk.history()[-1]
    assert reply.reference is not None
    assert reply.reference.message_id == offered.id
    assert (
        "this offer was for somebody else" in told(await circle.ella.select(reply, ["0"])).lower()
    )
    assert draft != next(
        part["custom_id"] for part in walk(raw_components(reply)) if part.get("type") == 3
    )


# A mention


async def test_a_mention_with_a_link_and_words_is_a_tip(circle: Circle) -> None:
    await circle.ben.send(circle.talk, f"{us(circle)} {LINK}?utm_source=x why #excel saves an hour")
    card = circle.talk.history()[-1]
    assert f"Shared by <@{circle.ben.id}>" in card.content
    assert "saves an hour" in card.content
    assert "`excel`" in card.content
    assert us(circle) not in card.content
    assert "1 tip" in told(await circle.ella.slash(circle.talk, "tip search", topic="excel"))


async def test_a_mention_goes_to_the_tips_channel_with_a_quiet_reply(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    await circle.ben.send(circle.talk, f"{us(circle)} {LINK} it helps")
    assert LINK in circle.tips.history()[-1].content
    reply = circle.talk.history()[-1]
    assert "Shared:" in reply.content
    assert reply.reference is not None


async def test_a_mention_without_words_asks_for_them(circle: Circle) -> None:
    await circle.ben.send(circle.talk, f"{us(circle)} {LINK}")
    offer = circle.talk.history()[-1]
    assert "why does it help" in text_of(offer)
    form = await circle.ben.click(offer, label="Save as tip")
    result = await circle.ben.submit_modal(form, {"link": LINK, "note": "Short.", "topics": ""})
    assert "Short." in answer(result).content
    assert offer.id not in [one.id for one in circle.talk.history()]


async def test_an_offer_nobody_takes_goes_away(circle: Circle) -> None:
    await circle.ben.send(circle.talk, f"{us(circle)} {LINK}")
    offer = circle.talk.history()[-1]
    await circle.restart()
    await circle.env.advance_time(901)
    assert offer.id not in [one.id for one in circle.talk.history()]


async def test_a_mention_of_a_shared_link_shows_it_and_takes_the_note(circle: Circle) -> None:
    await circle.share(circle.ben, LINK, "Ben's words.")
    await circle.ella.send(circle.talk, f"{us(circle)} {LINK} Ella's words")
    reply = circle.talk.history()[-1]
    assert "this link is here already" in text_of(reply)
    assert "Ben's words." not in text_of(reply)
    shown = await circle.ella.click(reply, label="See it")
    assert "Ben's words." in told(shown)
    assert "on the tip" in told(await circle.ella.click(shown.response, label="Add my note"))
    card = next(one for one in circle.talk.history() if LINK in one.content and one.author.bot)
    assert "Ben's words." in card.content
    assert f"> Ella's words – <@{circle.ella.id}>" in card.content


async def test_somebody_else_who_presses_sees_the_tip_alone(circle: Circle) -> None:
    await circle.share(circle.ben, LINK, "Ben's words.")
    await circle.ella.send(circle.talk, f"{us(circle)} {LINK} Ella's words")
    shown = await circle.aino.click(circle.talk.history()[-1], label="See it")
    assert "Ben's words." in told(shown)
    assert "Ella's words" not in told(shown)


async def test_a_mention_says_nothing_of_what_stands_in_a_hidden_channel(circle: Circle) -> None:
    place = await hidden(circle, circle.ben)
    await circle.permit(place, circle.ella, view_channel=True, send_messages=True)
    await circle.ben.slash(place, "tip share", link=LINK, note="Secret plans.")
    await circle.ella.send(circle.talk, f"{us(circle)} {LINK} In the open")
    card = circle.talk.history()[-1]
    assert "In the open" in card.content
    assert "here already" not in card.content
    await circle.ben.send(circle.talk, f"{us(circle)} {LINK} Mine again")
    assert "Secret plans." not in "\n".join(map(text_of, circle.talk.history()))


@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("hello", "Mention me with a link"),
        ("https://user:pw@example.org/ x", "user name"),
    ],
)
async def test_a_mention_that_is_no_tip_is_answered(circle: Circle, words: str, reply: str) -> None:
    await circle.ben.send(circle.talk, f"{us(circle)} {words}")
    assert reply in circle.talk.history()[-1].content


async def test_a_reply_to_a_card_is_no_mention(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, LINK))
    before = len(circle.talk.history())
    await circle.ella.send(circle.talk, "Nice one https://other.example", reply_to=card)
    assert len(circle.talk.history()) == before + 1


async def test_a_channel_that_refuses_the_reply_breaks_nothing(circle: Circle) -> None:
    await circle.permit(circle.talk, circle.guild.me, send_messages=False)
    await circle.ben.send(circle.talk, f"{us(circle)} hello")
    assert circle.talk.history()[-1].author.id == circle.ben.id


# A bookmark under a link, where the operator lets messages be read


async def bookmarked(circle: Circle, text: str) -> discord.Message:
    return await circle.ben.send(circle.talk, text)


async def choose_link_channels(circle: Circle, *channels: object) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    await circle.mo.select(panel, [*channels], custom_id="setup.links")


async def test_without_the_setting_nothing_of_it_appears(circle: Circle) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    assert "Links" not in text_of(panel)
    message = await bookmarked(circle, LINK)
    assert not message.reactions
    assert not circle.bot.intents.message_content


class TestWithMessages:
    @pytest.fixture
    def settings(self) -> dict[str, str]:
        return {"MESSAGE_CONTENT": "on"}

    async def test_a_link_in_a_named_channel_gets_a_bookmark(self, circle: Circle) -> None:
        await choose_link_channels(circle, circle.talk)
        await bookmarked(circle, f"look {LINK}")
        message = circle.talk.history()[-1]
        assert [str(one.emoji) for one in message.reactions] == ["🔖"]
        await circle.ella.send(circle.questions, LINK)
        assert not circle.questions.history()[-1].reactions

    async def test_who_presses_it_gets_the_form(self, circle: Circle) -> None:
        await choose_link_channels(circle, circle.talk)
        await bookmarked(circle, f"Pivot tables at last {LINK}")
        await circle.ella.react(circle.talk.history()[-1], "🔖")
        offer = circle.talk.history()[-1]
        assert f"<@{circle.ella.id}>" in text_of(offer)
        form = await circle.ella.click(offer, label="Save as tip")
        assert form_values(form)["note"] == "Pivot tables at last"
        done = await circle.ella.submit_modal(form, {**form_values(form)})
        assert f"Shared by <@{circle.ella.id}>" in answer(done).content
        assert offer.id not in [one.id for one in circle.talk.history()]

    async def test_pressing_twice_offers_once(self, circle: Circle) -> None:
        await choose_link_channels(circle, circle.talk)
        await bookmarked(circle, LINK)
        message = circle.talk.history()[-1]
        await circle.ella.react(message, "🔖")
        count = len(circle.talk.history())
        await circle.ella.unreact(message, "🔖")
        await circle.ella.react(message, "🔖")
        assert len(circle.talk.history()) == count

    async def test_a_bookmark_of_somebody_elses_making_does_nothing(self, circle: Circle) -> None:
        message = await bookmarked(circle, LINK)
        await circle.permit(circle.talk, circle.ella, add_reactions=True)
        await circle.ella.react(message, "🔖")
        assert circle.talk.history()[-1].id == message.id

    async def test_the_panel_tells_what_is_missing(self, circle: Circle) -> None:
        await circle.permit(circle.talk, circle.guild.me, add_reactions=False)
        await choose_link_channels(circle, circle.talk)
        panel = text_of(circle.talk.history(viewer=circle.mo)[-1])
        assert "I lack: Add Reactions" in panel


# Many at once

FORMS = (
    "https://example.org/page/{0}",
    "http://www.example.org/page/{0}/",
    "example.org/page/{0}?utm_source=mail",
    "https://example.org/page/{0}#top",
    "https://EXAMPLE.org/page/{0}?fbclid=x",
)


@pytest.mark.simcord(settle_timeout=60)
async def test_fifty_share_ten_links_at_the_same_moment(circle: Circle) -> None:
    members = [
        circle.guild.add_member(circle.env.create_user(f"member{place}")) for place in range(50)
    ]
    await circle.env.settle()
    links = [form.format(page) for form in FORMS for page in range(10)]
    shares = [
        (member, {"link": link, "note": f"{member.name} has a reason."})
        for member, link in zip(members, links, strict=True)
    ]
    records: list[Any] = await at_once(circle, shares)
    results = [InteractionResult(circle.env, record) for record in records]

    sight = Sight(circle.guild.id, circle.mo.id, (circle.talk.id,))
    live, count = await tip_lists.find(circle.bot.store, sight, limit=100)
    assert count == 10
    assert {tip.link_key for tip in live} == {f"example.org/page/{page}" for page in range(10)}
    public = [one for one in circle.talk.history() if not one.flags.ephemeral]
    assert sorted(one.id for one in public) == sorted(tip.message_id for tip in live)
    assert all("Shared by" in one.content for one in public)

    first = {tip.sharer_id for tip in live}
    there = {tip.link_key: tip for tip in live}
    for place, (member, given) in enumerate(shares):
        shown = text_of(answer(results[place]))
        if member.id in first:
            assert given["note"] in shown
            assert not answer(results[place]).ephemeral
        else:
            tip = there[f"example.org/page/{place % 10}"]
            assert "This link is here already." in told(results[place])
            assert f"<@{tip.sharer_id}> shared it" in shown
            assert tip.note in shown
            assert given["note"] in shown  # what they wrote is not lost
            assert "Add my note" in shown
