"""Stories about digests: the weekly post, what anybody may look at, and a member's own."""

import asyncio
import re
from typing import Any

import discord
import pytest
from simcord.builders import ChannelHandle

from bot import delivery
from data import communities, tip_marks, tips
from data import topics as followed
from data.store import Store
from data.tips import NewTip, Sight
from tests.features.circle import Circle, answer, raw_components, text_of, told, walk
from tests.features.scenes import hidden, line_breaks, on_the_wire, schedule_prompt
from tests.features.test_delivery import FIRST_RUN, down_for, notices, states
from tests.features.test_notices import dms, wants_digest

pytestmark = pytest.mark.simcord(settle_timeout=60)

DAY = 86_400
WEEK = 7 * DAY
SIGN = "🗞️"


@pytest.fixture
async def weekly(circle: Circle) -> Circle:
    """A digest every Monday at nine in the tips channel; it is Thursday, midnight."""
    await circle.set_up(tips=circle.tips, moderators=circle.moderators)
    made = told(await circle.mo.slash(circle.talk, "digest schedule"))
    assert "The digest is scheduled" in made
    assert made.count("<t:") == 3
    assert "Nothing is new right now" in made
    return circle


def posts(circle: Circle, channel: ChannelHandle | None = None) -> list[Any]:
    return [one for one in (channel or circle.tips).history() if SIGN in text_of(one)]


def post(circle: Circle) -> Any:
    (one,) = posts(circle)
    return one


def labels(message: Any) -> list[str]:
    return [part["label"] for part in walk(raw_components(message)) if part.get("type") == 2]


async def a_tip(circle: Circle, link: str, days_ago: float = 0, **more: Any) -> int:
    """A tip that somebody shared a while ago, its card in the tips channel."""
    store, guild_id = circle.bot.store, more.pop("guild_id", circle.guild.id)
    place = more.pop("place", circle.tips.id)
    given = {"note": f"About {link}.", "topics": (), "sharer_id": circle.ben.id, **more}
    at = circle.bot.seconds() - int(days_ago * DAY)
    url = f"https://{link}.example.org/"
    new = NewTip(guild_id, url, url, f"{link}.example.org", **given, shared_at=at, place_id=place)
    added = await tips.add(store, new, Sight(guild_id, 0, ()))
    assert not isinstance(added, str)
    await tips.posted(store, guild_id, added[0].tip_id, place, added[0].tip_id, place)
    return added[0].tip_id


async def remove(circle: Circle, actor: Any, link: str) -> None:
    said = told(await actor.slash(circle.talk, "tip remove", tip=link))
    assert "emoved" in said


# Scheduling


async def test_a_week_later_there_is_one_post_of_what_is_new(weekly: Circle) -> None:
    await weekly.share(weekly.ben, "https://example.org/pivot", "Pivots.", topics="excel")
    await weekly.share(weekly.aino, "https://example.org/calls", "Calls.", topics="teams, excel")
    await weekly.share(weekly.ella, "https://example.org/bread", "Bread.")
    await weekly.env.advance_time(FIRST_RUN - 1)
    assert posts(weekly) == []
    await weekly.env.advance_time(1)
    shown = text_of(post(weekly))
    assert "**3 new tips**" in shown
    assert shown.index("`excel`") < shown.index("Calls.") < shown.index("Pivots.")
    assert shown.index("Pivots.") < shown.index("Without a topic") < shown.index("Bread.")
    assert labels(post(weekly)) == ["Follow topics", "Stop"]
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1
    assert notices(weekly) == ""


async def test_a_quiet_week_is_passed_over_in_silence(
    weekly: Circle, caplog: pytest.LogCaptureFixture
) -> None:
    # Old enough to be a gem, which alone is no reason to post.
    old = await a_tip(weekly, "old", 90)
    await tip_marks.thank(weekly.bot.store, weekly.guild.id, old, weekly.mo.id, 1)
    await weekly.env.advance_time(FIRST_RUN)
    assert (posts(weekly), notices(weekly), caplog.messages) == ([], "", [])
    assert await states(weekly) == [("skipped", "empty")]
    await weekly.share(weekly.ben, "https://example.org/a")
    await weekly.env.advance_time(WEEK)
    assert "**1 new tip**" in text_of(post(weekly))


async def test_everything_a_digest_can_have(weekly: Circle) -> None:
    store, guild_id, now = weekly.bot.store, weekly.guild.id, weekly.bot.seconds()
    for number in range(5):
        await a_tip(weekly, f"new{number}", topics=("excel",))
    picked = await a_tip(weekly, "picked", 30)
    await tips.mark(store, guild_id, picked, "featured_at", now)
    helpful = await a_tip(weekly, "helpful", 20)
    told_of = "Saved *me*\nan hour."
    await tip_marks.tell_outcome(store, guild_id, helpful, weekly.mo.id, told_of, now)
    gem = await a_tip(weekly, "gem", 90, topics=("excel",))
    await tip_marks.thank(store, guild_id, gem, weekly.mo.id, now - 80 * DAY)
    await a_tip(weekly, "garden", 10, topics=("gardening",))
    await weekly.env.advance_time(FIRST_RUN)
    shown = text_of(post(weekly))
    order = ["**5 new tips** since", "Picked by moderators", "About picked.", "`excel`"]
    order += ["About new4.", "About new3.", "About new2.", "and 2 more: `/tip search`"]
    order += ["What helped lately", "About helpful.", "> Saved \\*me\\* an hour."]
    order += ["An older gem", "About gem.", "From another field", "About garden."]
    places = [shown.index(one) for one in order]
    assert places == sorted(places)
    # The next week brings back what the last ones had no room for, and the gem not so soon.
    await weekly.share(weekly.ben, "https://example.org/a")
    await weekly.env.advance_time(WEEK)
    following = text_of(posts(weekly)[-1])
    assert "An older gem" not in following
    assert following.index("From another field") < following.index("About new1.")


async def test_scheduling_again_moves_it(weekly: Circle) -> None:
    await weekly.share(weekly.ben, "https://example.org/a", "Pivots.")
    again = await weekly.mo.slash(
        weekly.talk, "digest schedule", channel=weekly.talk, day="tue", time="17.30"
    )
    said = told(again)
    assert f"<#{weekly.talk.id}> · Tuesday 17:30" in said
    assert "This is what it would show now" in said
    assert "Pivots." in said
    await weekly.env.advance_time(FIRST_RUN + DAY + 8 * 3600 + 1800)
    assert posts(weekly) == []
    assert len(posts(weekly, weekly.talk)) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"day": "someday"}, "I do not know the day “someday”"),
        ({"time": "25:61"}, "I do not know the time “25:61”"),
        ({}, "Choose a tips channel in `/setup`"),
    ],
)
async def test_a_schedule_nobody_can_mean_is_refused(
    circle: Circle, options: dict[str, str], said: str
) -> None:
    assert said in told(await circle.mo.slash(circle.talk, "digest schedule", **options))


async def test_only_moderators_schedule_and_stop(weekly: Circle) -> None:
    for command in ("digest schedule", "digest stop"):
        assert "for moderators" in told(await weekly.ben.slash(weekly.talk, command))
    await weekly.permit(weekly.talk, weekly.guild.me, send_messages=False)
    made = await weekly.mo.slash(weekly.talk, "digest schedule", channel=weekly.talk)
    assert "I lack Send Messages" in told(made)
    days = await weekly.mo.autocomplete(weekly.talk, "digest schedule", "day", "t")
    assert [one["value"] for one in days] == ["Tuesday", "Thursday"]


async def test_prompts_and_digests_are_stopped_apart(weekly: Circle) -> None:
    await schedule_prompt(weekly)
    listed = told(await weekly.mo.slash(weekly.talk, "prompt schedules"))
    assert "1 schedule" in listed
    rows = await weekly.bot.store.read("SELECT schedule_id FROM schedules WHERE kind = 'digest'")
    forged = await weekly.mo.slash(
        weekly.talk, "prompt unschedule", schedule=str(rows[0]["schedule_id"])
    )
    assert "cannot find" in told(forged)
    (choice,) = await weekly.mo.autocomplete(weekly.talk, "prompt unschedule", "schedule", "")
    await weekly.mo.slash(weekly.talk, "prompt unschedule", schedule=choice["value"])
    await weekly.share(weekly.ben, "https://example.org/a")
    await weekly.env.advance_time(FIRST_RUN)
    assert len(posts(weekly)) == 1


@pytest.mark.parametrize("how", ["button", "command"])
async def test_a_moderator_stops_it_at_once(weekly: Circle, how: str) -> None:
    await weekly.share(weekly.ben, "https://example.org/a")
    await weekly.env.advance_time(FIRST_RUN)
    await weekly.restart()
    assert "for moderators" in told(await weekly.ben.click(post(weekly), label="Stop"))
    for said in ("No more digests are posted here", "No digest is scheduled here"):
        if how == "button":
            result = await weekly.mo.click(post(weekly), label="Stop")
        else:
            result = await weekly.mo.slash(weekly.talk, "digest stop")
        assert said in told(result)
        assert "`/digest schedule`" in told(result)
    await weekly.share(weekly.ben, "https://example.org/b")
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 1


# Once, whatever happens


async def cut_off(circle: Circle, *, posted: bool) -> None:
    """The process dies between the commit of `sending` and that of `sent`."""
    finish = delivery.deliveries.finish

    async def die(*_: object, **__: object) -> None:
        raise asyncio.CancelledError

    if posted:
        delivery.deliveries.finish = die
    else:
        circle.env.inject_error(
            "POST", f"/channels/{circle.tips.id}/messages", status=500, times=None
        )
    try:
        await circle.env.advance_time(FIRST_RUN)
    finally:
        delivery.deliveries.finish = finish
        circle.env.backend.faults.clear()
    assert [state for state, _ in await states(circle)] == ["sending"]


@pytest.mark.parametrize("posted", [True, False])
async def test_a_restart_round_its_time_makes_one_post(weekly: Circle, posted: bool) -> None:
    await a_tip(weekly, "one")
    await cut_off(weekly, posted=posted)
    await a_tip(weekly, "late")
    await down_for(weekly, 3600)
    shown = text_of(post(weekly))
    # What was chosen for it stays; what came after is in the next one.
    assert "About one." in shown
    assert "About late." not in shown
    assert await states(weekly) == [("sent", "")]
    await weekly.env.advance_time(WEEK - 3600)
    assert "About late." in text_of(posts(weekly)[-1])
    assert "About one." not in text_of(posts(weekly)[-1])


async def test_a_post_adopted_after_a_restart_is_still_kept_in_step(weekly: Circle) -> None:
    await weekly.share(weekly.ben, "https://example.org/a", "Pivots.")
    await weekly.share(weekly.ben, "https://example.org/b", "Calls.")
    await cut_off(weekly, posted=True)
    await remove(weekly, weekly.ben, "https://example.org/a")
    assert "Pivots." in text_of(post(weekly))
    await down_for(weekly, 3600)
    assert "Pivots." not in text_of(post(weekly))
    assert "Calls." in text_of(post(weekly))


async def test_a_tip_that_goes_while_the_post_is_on_its_way_does_not_stay(weekly: Circle) -> None:
    await a_tip(weekly, "one")
    two = await a_tip(weekly, "two")

    async def taken_away() -> None:
        await tips.take_away(weekly.bot.store, weekly.guild.id, two, "hidden", weekly.mo.id, 1)

    path = f"/channels/{weekly.tips.id}/messages"
    with on_the_wire(weekly, "POST", path, after=taken_away):
        await weekly.env.advance_time(FIRST_RUN)
    assert "About one." in text_of(post(weekly))
    assert "About two." not in text_of(post(weekly))


async def test_what_could_not_be_posted_is_told_and_comes_the_next_time(weekly: Circle) -> None:
    await a_tip(weekly, "one")
    await weekly.permit(weekly.tips, weekly.guild.me, send_messages=False)
    await weekly.env.advance_time(FIRST_RUN)
    assert "The digest for" in notices(weekly)
    assert "I lack permissions" in notices(weekly)
    await weekly.permit(weekly.tips, weekly.guild.me)
    await weekly.env.advance_time(WEEK)
    assert "About one." in text_of(post(weekly))


async def test_it_needs_no_permission_to_make_threads(weekly: Circle) -> None:
    await weekly.permit(weekly.tips, weekly.guild.me, create_public_threads=False)
    await a_tip(weekly, "one")
    await weekly.env.advance_time(FIRST_RUN)
    assert len(posts(weekly)) == 1


# What is gone


@pytest.fixture
async def posted(weekly: Circle) -> Circle:
    """A digest of two tips stands in the tips channel."""
    await weekly.share(weekly.ben, "https://example.org/a", "Pivots.", topics="excel")
    await weekly.share(weekly.ella, "https://example.org/b", "Calls.", topics="teams")
    await weekly.env.advance_time(FIRST_RUN)
    assert "**2 new tips**" in text_of(post(weekly))
    return weekly


async def test_a_removed_tip_is_taken_out_of_the_post(posted: Circle) -> None:
    await remove(posted, posted.ben, "https://example.org/a")
    shown = text_of(post(posted))
    assert "**1 new tip**" in shown
    assert "Pivots." not in shown
    assert "excel" not in shown
    assert "Calls." in shown


async def test_where_nothing_is_left_the_post_says_so(posted: Circle) -> None:
    await remove(posted, posted.ben, "https://example.org/a")
    await remove(posted, posted.ella, "https://example.org/b")
    assert (
        text_of(post(posted)).strip()
        == f"{SIGN} Nothing is left of this digest: its tips are gone."
    )
    # What a moderator brings back is there again.
    rows = await posted.bot.store.read("SELECT min(tip_id) AS first FROM tips")
    await tips.bring_back(posted.bot.store, posted.guild.id, rows[0]["first"], 1)
    await posted.bot.tidy(posted.bot.get_guild(posted.guild.id))  # type: ignore[arg-type]
    assert "Pivots." in text_of(post(posted))
    assert labels(post(posted)) == ["Follow topics", "Stop"]


async def test_a_changed_note_is_shown_as_it_is_now(posted: Circle) -> None:
    store, guild = posted.bot.store, posted.bot.get_guild(posted.guild.id)
    assert guild
    (row, *_) = await store.read("SELECT tip_id, link_key, url, host FROM tips ORDER BY tip_id")
    tip_id, *kept = row
    where = dict(zip(("link_key", "url", "host"), kept, strict=True))
    await tips.edit(store, guild.id, tip_id, **where, note="Pivot tables.", topics_written=())
    assert await posted.bot.tidy(guild) == 0
    assert "Pivot tables." in text_of(post(posted))


async def test_what_discord_did_not_let_us_change_is_changed_after_a_restart(
    posted: Circle,
) -> None:
    path = f"/channels/{posted.tips.id}/messages/{post(posted).id}"
    posted.env.inject_error("PATCH", path, status=500, times=None)
    await posted.ben.slash(posted.talk, "tip remove", tip="https://example.org/a")
    assert "Pivots." in text_of(post(posted))
    posted.env.backend.faults.clear()
    await posted.restart()
    assert "Pivots." not in text_of(post(posted))


async def test_a_post_that_was_deleted_is_let_be(posted: Circle) -> None:
    posted.env.backend.delete_message(posted.tips.id, post(posted).id)
    await posted.env.settle()
    await remove(posted, posted.ben, "https://example.org/a")
    guild = posted.bot.get_guild(posted.guild.id)
    assert guild
    assert await posted.bot.tidy(guild) == 0
    edits = [one for one in posted.env.http_requests if one.method == "PATCH"]
    await posted.bot.tidy(guild)
    assert [one for one in posted.env.http_requests if one.method == "PATCH"] == edits


async def test_an_answer_lost_on_the_way_is_made_up_for(posted: Circle) -> None:
    path = f"/channels/{posted.tips.id}/messages/{post(posted).id}"
    with on_the_wire(posted, "PATCH", path, before=line_breaks):
        await posted.ben.slash(posted.talk, "tip remove", tip="https://example.org/a")
    assert "Pivots." in text_of(post(posted))
    await remove(posted, posted.ella, "https://example.org/b")
    assert "Nothing is left" in text_of(post(posted))


async def test_erasing_a_member_takes_their_tips_and_words_out(weekly: Circle) -> None:
    store, guild_id = weekly.bot.store, weekly.guild.id
    await a_tip(weekly, "one", sharer_id=weekly.ella.id)
    await a_tip(weekly, "bens")
    old = await a_tip(weekly, "old", 20, sharer_id=weekly.mo.id)
    now = weekly.bot.seconds()
    await tip_marks.tell_outcome(store, guild_id, old, weekly.ben.id, "It saved me.", now)
    await weekly.env.advance_time(FIRST_RUN)
    assert "> It saved me." in text_of(post(weekly))
    card = answer(await weekly.ben.slash(weekly.talk, "data delete"))
    await weekly.ben.click(card, label="Delete everything")
    shown = text_of(post(weekly))
    assert "It saved me." not in shown
    assert "About bens." not in shown
    assert "About one." in shown


# Who sees what


async def test_a_hidden_channels_tip_is_in_no_public_digest(weekly: Circle) -> None:
    secret = await hidden(weekly, weekly.ben)
    for link, place in (("secret", secret.id), ("open", weekly.talk.id)):
        tip = await a_tip(weekly, link, place=place, topics=(link,))
        await tips.mark(weekly.bot.store, weekly.guild.id, tip, "featured_at", 1)
    preview = told(await weekly.mo.slash(weekly.talk, "digest schedule"))
    assert "About secret." not in preview
    await weekly.env.advance_time(FIRST_RUN)
    shown = text_of(post(weekly))
    assert "**1 new tip**" in shown
    assert "secret" not in shown
    assert str(secret.id) not in shown
    menu = answer(await weekly.ben.click(post(weekly), label="Follow topics"))
    assert options(menu) == ["open"]
    # Those who may read it find it in their own view.
    assert "About secret." in told(await weekly.ben.slash(weekly.talk, "digest show"))
    assert "About secret." not in told(await weekly.ella.slash(weekly.talk, "digest show"))


async def test_a_digest_in_a_hidden_channel_has_that_channels_tips(weekly: Circle) -> None:
    secret = await hidden(weekly, weekly.ben, weekly.mo)
    await a_tip(weekly, "secret", place=secret.id)
    other = await hidden(weekly, weekly.ella)
    await a_tip(weekly, "other", place=other.id)
    await a_tip(weekly, "open")
    await a_tip(weekly, "own", place=None)
    await weekly.mo.slash(weekly.talk, "digest schedule", channel=secret)
    await weekly.env.advance_time(FIRST_RUN)
    (shown,) = [text_of(one) for one in posts(weekly, secret)]
    assert "**2 new tips**" in shown
    assert "About secret." in shown
    assert "About open." in shown


async def test_a_made_up_button_tells_nothing_of_a_hidden_digest(weekly: Circle) -> None:
    secret = await hidden(weekly, weekly.ben, weekly.mo)
    await a_tip(weekly, "secret", place=secret.id, topics=("layoffs",))
    await a_tip(weekly, "open", topics=("lunch",))
    await weekly.mo.slash(weekly.talk, "digest schedule", channel=secret)
    await weekly.env.advance_time(FIRST_RUN)
    there = custom_id(posts(weekly, secret)[0], "digest.follow")
    await weekly.mo.slash(weekly.talk, "digest schedule", channel=weekly.tips)
    await a_tip(weekly, "more", topics=("lunch",))
    await weekly.env.advance_time(WEEK)
    assert "Nothing is left" in told(await press(weekly, weekly.ella, post(weekly), there))
    menu = answer(await press(weekly, weekly.mo, post(weekly), there))
    assert options(menu) == ["layoffs", "lunch"]


async def test_anybody_looks_at_the_week_alone(weekly: Circle) -> None:
    nothing = told(await weekly.ella.slash(weekly.talk, "digest show"))
    assert "No new tips in the past seven days" in nothing
    await a_tip(weekly, "early", 7.5)
    await a_tip(weekly, "new", 6)
    shown = await weekly.ella.slash(weekly.talk, "digest show")
    assert "**1 new tip**" in told(shown)
    assert "About new." in told(shown)
    assert labels(answer(shown)) == []
    await weekly.set_up()
    assert "1 uusi vinkki" in told(await weekly.aino.slash(weekly.talk, "digest show"))


async def test_a_finnish_community_gets_finnish(weekly: Circle) -> None:
    panel = await weekly.mo.slash(weekly.talk, "setup")
    await weekly.mo.click(panel.response, custom_id="setup.language")
    await a_tip(weekly, "uusi")
    await weekly.env.advance_time(FIRST_RUN + DAY)
    shown = text_of(post(weekly))
    assert "**1 uusi vinkki**" in shown
    assert labels(post(weekly)) == ["Lopeta"]


async def test_two_communities_have_digests_of_their_own(weekly: Circle) -> None:
    guild, channel, eve = weekly.another_guild()
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    host = guild.add_member(weekly.env.create_user("host"), roles=[managers])
    await weekly.env.settle()
    await host.slash(channel, "digest schedule", channel=channel)
    await a_tip(weekly, "ours", topics=("excel",))
    await a_tip(weekly, "theirs", guild_id=guild.id, place=channel.id)
    await weekly.env.advance_time(FIRST_RUN)
    (there,) = posts(weekly, channel)
    assert "About theirs." in text_of(there)
    assert "About ours." not in text_of(there)
    assert "About ours." in text_of(post(weekly))
    assert "About theirs." not in text_of(post(weekly))
    # A button of one community pressed in the other finds nothing.
    forged = custom_id(post(weekly), "digest.follow")
    result = await press(weekly, eve, there, forged)
    assert "Nothing is left of this digest" in told(result)
    await host.click(there, label="Stop")
    await a_tip(weekly, "more")
    await weekly.env.advance_time(WEEK)
    assert len(posts(weekly)) == 2
    assert len(posts(weekly, channel)) == 1


def custom_id(message: Any, name: str) -> str:
    ids = [str(part.get("custom_id", "")) for part in walk(raw_components(message))]
    return next(one for one in ids if one.startswith(name))


async def press(circle: Circle, actor: Any, message: Any, forged: str) -> Any:
    """Press a button whose id was made up."""
    stored = circle.env.backend.get_message(message.channel.id, message.id)
    for part in walk(stored.components):
        if str(part.get("custom_id", "")).startswith("digest."):
            part["custom_id"] = forged  # type: ignore[index]
            break
    return await actor.click(message, custom_id=forged)


async def test_the_longest_of_everything_fits(weekly: Circle) -> None:
    store, guild_id, now = weekly.bot.store, weekly.guild.id, weekly.bot.seconds()
    long = {"note": "*_~`[]()<>|\\ " * 76, "topics": tuple(f"{n}{'`*[w' * 7}" for n in range(5))}
    for number in range(40):
        topics = tuple(f"{number % 7}{one}"[:30] for one in long["topics"])
        tip = await a_tip(
            weekly,
            f"{'w' * 60}{number}",
            0 if number < 28 else 90,
            **{**long, "topics": topics, "sharer_id": number + 1},
        )
        await tips.titled(store, guild_id, tip, "[**Title**](https://evil.example) " * 8)
        if number % 5 == 0 and number < 28:
            await tips.mark(store, guild_id, tip, "featured_at", now)
        if number % 5 == 1 and number < 28:
            outcome = "`[x](y)` " * 111
            await tip_marks.tell_outcome(store, guild_id, tip, weekly.mo.id, outcome, now)
    await a_tip(weekly, "x" * 60, 20, **{**long, "topics": ("z" * 30,)})
    await weekly.env.advance_time(FIRST_RUN)
    shown = text_of(post(weekly))
    # The limits themselves are checked at each request.
    assert "**28 new tips**" in shown
    found = re.search(r"and (\d+) more", shown)
    assert found
    lines = [line for line in shown.split("\n") if line.startswith("- ")]
    assert len(lines) >= 8
    new = len(lines) - sum(name in shown for name in ("An older gem", "From another field"))
    assert new + int(found[1]) == 28
    menu = answer(await weekly.ella.click(post(weekly), label="Follow topics"))
    assert 0 < len(options(menu)) <= 25
    await weekly.ella.slash(weekly.talk, "digest show")
    await weekly.mo.slash(weekly.talk, "digest schedule")


# Following topics


def options(message: Any) -> list[str]:
    return [
        one["value"] for part in walk(raw_components(message)) for one in part.get("options") or ()
    ]


async def test_a_reader_follows_topics_of_the_digest(posted: Circle) -> None:
    await posted.restart()
    menu = answer(await posted.aino.click(post(posted), label="Follow topics"))
    assert menu.ephemeral
    assert options(menu) == ["excel", "teams"]
    assert "Mistä haluat kuulla?" in text_of(menu)
    said = await posted.aino.select(menu, ["excel"], custom_id=custom_id(menu, "digest.topics"))
    assert "Seuraat nyt: `excel`" in text_of(answer(said))
    menu = answer(await posted.aino.click(post(posted), label="Follow topics"))
    assert options(menu) == ["teams"]
    await posted.aino.select(menu, ["teams"], custom_id=custom_id(menu, "digest.topics"))
    done = await posted.aino.click(post(posted), label="Follow topics")
    assert "Seuraat jo koosteen kaikkia aiheita" in told(done)
    rows = await posted.bot.store.read("SELECT user_id, topic FROM topic_follows ORDER BY topic")
    assert [tuple(row) for row in rows] == [(posted.aino.id, "excel"), (posted.aino.id, "teams")]


async def test_a_topic_that_went_meanwhile_is_not_followed(posted: Circle) -> None:
    menu = answer(await posted.ella.click(post(posted), label="Follow topics"))
    await remove(posted, posted.ben, "https://example.org/a")
    said = await posted.ella.select(menu, ["excel"], custom_id=custom_id(menu, "digest.topics"))
    assert "Nothing is left" in text_of(answer(said))
    assert await posted.bot.store.read("SELECT 1 FROM topic_follows") == []


# A member's own


async def follow(store: Store, circle: Circle, actor: Any, *topics: str) -> None:
    await followed.follow(store, circle.guild.id, actor.id, topics, circle.bot.seconds())


async def test_a_member_gets_what_is_new_of_their_topics(weekly: Circle) -> None:
    store, guild_id, now = weekly.bot.store, weekly.guild.id, weekly.bot.seconds()
    await follow(store, weekly, weekly.ella, "excel", "teams")
    secret = await hidden(weekly, weekly.ben)
    await wants_digest(weekly, weekly.ella, "week")
    await a_tip(weekly, "pivot", topics=("excel",))
    await a_tip(weekly, "mine", topics=("excel",), sharer_id=weekly.ella.id)
    await a_tip(weekly, "secret", topics=("teams",), place=secret.id)
    await a_tip(weekly, "bread", topics=("baking",))
    gem = await a_tip(weekly, "gem", 90, topics=("teams",))
    await tip_marks.thank(store, guild_id, gem, weekly.mo.id, now)
    await a_tip(weekly, "garden", 10, topics=("gardening",))
    for number in range(9):
        await a_tip(weekly, f"calls{number}", 9, topics=("teams",))
    await weekly.env.advance_time(FIRST_RUN)
    (message,) = dms(weekly.ella)
    assert "**1 new tip on what you follow**" in message
    order = ["`excel`", "About pivot.", "An older gem", "About gem.", "From another field"]
    places = [message.index(one) for one in [*order, "About garden.", "From Circle"]]
    assert places == sorted(places)
    for other in ("mine", "secret", "bread", "calls"):
        assert f"About {other}" not in message
    # Nothing new on it, nothing told.
    await a_tip(weekly, "bread2", topics=("baking",))
    await weekly.env.advance_time(WEEK)
    assert len(dms(weekly.ella)) == 1


async def test_who_follows_nothing_is_told_nothing(weekly: Circle) -> None:
    await wants_digest(weekly, weekly.ella, "day")
    await a_tip(weekly, "pivot", topics=("excel",))
    await weekly.env.advance_time(DAY)
    assert weekly.ella.user.dm_channel is None or dms(weekly.ella) == []


async def test_a_daily_digest_has_each_tip_once(weekly: Circle) -> None:
    await follow(weekly.bot.store, weekly, weekly.aino, "excel")
    await communities.choose_language(weekly.bot.store, weekly.guild.id, weekly.aino.id, "fi")
    await wants_digest(weekly, weekly.aino, "day")
    for day in range(4):
        await a_tip(weekly, f"tip{day}", topics=("excel",))
        await weekly.env.advance_time(DAY)
    shown = dms(weekly.aino)
    assert len(shown) == 4
    assert ["seuraamistasi aiheista" in one for one in shown] == [True] * 4
    assert [re.findall(r"About tip(\d)", one) for one in shown] == [["0"], ["1"], ["2"], ["3"]]


async def test_what_came_while_the_bot_was_away_is_in_the_next(weekly: Circle) -> None:
    await follow(weekly.bot.store, weekly, weekly.ella, "excel")
    await wants_digest(weekly, weekly.ella, "day")
    await weekly.env.advance_time(DAY)
    await weekly.bot.notices.stop()
    await a_tip(weekly, "first", topics=("excel",))
    await a_tip(weekly, "later", -1, topics=("excel",))
    await down_for(weekly, 3 * DAY)
    await weekly.env.advance_time(DAY)
    shown = "\n".join(dms(weekly.ella))
    assert (shown.count("About first."), shown.count("About later.")) == (1, 1)
