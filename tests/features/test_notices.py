"""Stories about being told by oneself: in a direct message, or beside the next answer."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import discord
import pytest
from simcord import interactions
from simcord.backend import serializers

import data.notices
from bot.i18n import Language
from bot.notices import A_FEW, GAP, PAUSE, QUIET, TOLD_AT_ONCE, Kind, Notices, digest_due
from bot.reader import Reader
from bot.ui import TIP_COLOUR, Card
from data.communities import Own, Rhythm, own
from data.notices import DIGEST, REMINDER, Notice
from tests.features.circle import Circle, answer, raw_components, text_of, told, walk
from tests.features.scenes import line_breaks, on_the_wire

HOUR, DAY = 3600, 86_400
GONE = 900
"""Items from here on are not there any more."""
MINE = {"en": "Yours", "fi": "Sinun"}


class Telling:
    """What the two kinds say in these stories, instead of what the features do."""

    def __init__(self) -> None:
        self.news = True
        self.asked: list[str] = []

    async def remind(
        self, notice: Notice, member: discord.Member, language: Language
    ) -> Card | None:
        self.asked.append(member.name)
        if notice.item_id >= GONE:
            return None
        return Card(f"{MINE[language]}: item {notice.item_id}", colour=TIP_COLOUR)

    async def line(self, notice: Notice, reader: Reader) -> str | None:
        return None if notice.item_id >= GONE else f"- item {notice.item_id}"

    async def digest(self, _: Notice, member: discord.Member, language: Language) -> Card | None:
        self.asked.append(member.name)
        return Card(f"{MINE[language]}: the news", colour=TIP_COLOUR) if self.news else None


@pytest.fixture(autouse=True)
def telling(monkeypatch: pytest.MonkeyPatch) -> Telling:
    telling = Telling()
    make = Notices.__init__

    def made(self: Notices, bot: Any) -> None:
        make(self, bot)
        self._kinds[REMINDER] = Kind(telling.remind, line=telling.line)
        self._kinds[DIGEST] = Kind(telling.digest, following=self.next_digest)

    monkeypatch.setattr(Notices, "__init__", made)
    monkeypatch.setattr(Notices, "add", lambda *_: None)
    monkeypatch.setattr(Notices, "remove", lambda *_: None)
    return telling


async def remind(circle: Circle, actor: Any, item: int = 1, after: int = HOUR, **more: int) -> None:
    """They asked to be reminded of an item."""
    guild = more.get("guild", circle.guild.id)
    due = circle.bot.seconds() + after
    await data.notices.put(circle.bot.store, guild, actor.id, REMINDER, item, due)
    circle.bot.notices.wake()
    await circle.env.settle()


async def wants_dms(circle: Circle, *actors: Any, place: Any = None) -> None:
    for one in actors:
        panel = answer(await one.slash(place or circle.talk, "me"))
        await one.click(panel, custom_id="me.reminders:on")


async def wants_digest(circle: Circle, actor: Any, rhythm: str = "day") -> None:
    panel = answer(await actor.slash(circle.talk, "me"))
    await actor.select(panel, [rhythm], custom_id="me.digest")


def dms(actor: Any) -> list[str]:
    return [text_of(one) for one in actor.user.dm_channel.history()]


async def use(circle: Circle, actor: Any, place: Any = None) -> Any:
    """They use the bot for something else."""
    return await actor.slash(place or circle.talk, "privacy")


def beside(result: Any) -> str:
    """What they alone were told beside the answer."""
    assert all(one.ephemeral for one in result.followups)
    return "\n".join(text_of(one) for one in result.followups)


async def held(circle: Circle) -> list[tuple[str, int]]:
    rows = await circle.bot.store.read("SELECT kind, item_id FROM notices ORDER BY kind, item_id")
    return [(row["kind"], row["item_id"]) for row in rows]


def nonces(circle: Circle, actor: Any) -> list[str]:
    """Those of all direct messages that reached Discord or were refused there."""
    path = f"/channels/{actor.user.dm_channel.id}/messages"
    sent = [one for one in circle.env.http_requests if (one.method, one.path) == ("POST", path)]
    assert all(one.json["enforce_nonce"] for one in sent)
    return [one.json["nonce"] for one in sent]


# By direct message


async def test_a_reminder_comes_at_its_time_and_once(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben, item=7)
    await circle.env.advance_time(HOUR - 1)
    assert dms(circle.ben) == []
    await circle.env.advance_time(1)
    (message,) = dms(circle.ben)
    assert "Yours: item 7" in message
    assert "From Circle, because you asked for it" in message
    assert "Stop these" in message
    await circle.env.advance_time(2 * DAY)
    assert len(dms(circle.ben)) == 1
    assert await held(circle) == []
    assert beside(await use(circle, circle.ben)) == ""


async def test_who_has_not_asked_for_messages_gets_none(circle: Circle, telling: Telling) -> None:
    await remind(circle, circle.ben)
    await circle.env.advance_time(DAY)
    assert dms(circle.ben) == []
    assert telling.asked == []


async def test_what_waits_comes_as_soon_as_messages_are_wanted(circle: Circle) -> None:
    panel = answer(await circle.ben.slash(circle.talk, "me"))
    await remind(circle, circle.ben)
    await circle.env.advance_time(DAY)
    assert dms(circle.ben) == []
    result = await circle.ben.click(panel, custom_id="me.reminders:on")
    assert beside(result) == ""
    assert ["item 1" in one for one in dms(circle.ben)] == [True]


async def test_the_message_speaks_the_members_language_and_names_the_community_plainly(
    circle: Circle,
) -> None:
    circle.env.backend.edit_guild(circle.guild.id, {"name": "**Piiri** [x](https://x.example)"})
    panel = answer(await circle.aino.slash(circle.talk, "me"))
    await circle.aino.select(panel, ["fi"], custom_id="me.language")
    await wants_dms(circle, circle.aino)
    await remind(circle, circle.aino)
    await circle.env.advance_time(HOUR)
    (message,) = dms(circle.aino)
    assert "Sinun: item 1" in message
    assert "koska pyysit tätä" in message
    assert "Lopeta viestit" in message
    assert "\\*\\*Piiri\\*\\*" in message
    assert "[x](" not in message


async def test_who_follows_discords_language_is_written_to_in_what_they_read_when_they_asked(
    circle: Circle,
) -> None:
    await wants_dms(circle, circle.aino)
    await remind(circle, circle.aino)
    await circle.env.advance_time(HOUR)
    (message,) = dms(circle.aino)
    assert "Sinun: item 1" in message


async def test_what_is_gone_is_not_told(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben, item=GONE)
    await circle.env.advance_time(HOUR)
    assert dms(circle.ben) == []
    assert await held(circle) == []


async def test_who_left_is_not_written_to(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await wants_digest(circle, circle.ben)
    await remind(circle, circle.ben)
    circle.guild.remove_member(circle.ben)
    await circle.env.settle()
    await circle.env.advance_time(DAY)
    assert nonces(circle, circle.ben) == []
    assert await held(circle) == []
    assert (await own(circle.bot.store, circle.guild.id, circle.ben.id)).digest is None


async def test_two_communities_stay_apart(circle: Circle) -> None:
    guild, channel, _ = circle.another_guild()
    there = guild.add_member(circle.ben.user)
    await circle.env.settle()
    await wants_dms(circle, there, place=channel)
    await remind(circle, circle.ben, item=1)
    await remind(circle, circle.ben, item=2, guild=guild.id)
    await circle.env.advance_time(HOUR)
    (message,) = dms(circle.ben)
    assert "item 2" in message
    assert "From Elsewhere" in message
    await remind(circle, circle.ella, item=3, guild=guild.id, after=-1)
    assert beside(await use(circle, circle.ella)) == ""
    assert beside(await use(circle, there, channel)) == ""
    assert "item 1" in beside(await use(circle, circle.ben))


async def test_many_at_once_go_out_a_few_at_a_time(circle: Circle) -> None:
    crowd = [circle.guild.add_member(circle.env.create_user(f"u{n}")) for n in range(2 * A_FEW + 1)]
    await circle.env.settle()
    await wants_dms(circle, *crowd)
    for one in crowd:
        due = int(circle.env.now().timestamp()) // HOUR * HOUR + HOUR
        await remind(circle, one, after=due - circle.bot.seconds())
    await circle.env.advance_time(due - circle.env.now().timestamp())
    arrived = [sum(len(dms(one)) for one in crowd)]
    for _ in range(2):
        await circle.env.advance_time(GAP)
        arrived.append(sum(len(dms(one)) for one in crowd))
    assert arrived == [A_FEW, 2 * A_FEW, 2 * A_FEW + 1]


async def test_one_member_gets_them_one_after_another(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    due = circle.bot.seconds() + HOUR
    for item in range(3):
        await remind(circle, circle.ben, item, after=due - circle.bot.seconds())
    await circle.env.advance_time(HOUR)
    assert len(dms(circle.ben)) == 1
    await circle.env.advance_time(2 * GAP)
    assert len(dms(circle.ben)) == 3


# Stopping


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize(
    ("kind", "left"),
    [(REMINDER, Own(None, False, "day", "en")), (DIGEST, Own(None, True, None, "en"))],
)
async def test_one_press_stops_them(circle: Circle, kind: str, left: Own, restarted: bool) -> None:
    await wants_dms(circle, circle.ben)
    await wants_digest(circle, circle.ben)
    if kind == REMINDER:
        await remind(circle, circle.ben)
    await circle.env.advance_time(HOUR if kind == REMINDER else 9 * HOUR)
    (message,) = circle.ben.user.dm_channel.history()
    if restarted:
        await circle.restart()
    result = await circle.ben.user.click(message, label="Stop these")
    assert "from that community" in told(result)
    assert await own(circle.bot.store, circle.guild.id, circle.ben.id) == left
    await remind(circle, circle.ben, item=2, after=DAY - 1)
    await circle.env.advance_time(DAY)
    (_, later) = dms(circle.ben)
    assert ("item 2" in later) == (kind == DIGEST)
    assert ("item 2" in beside(await use(circle, circle.ben))) == (kind == REMINDER)


async def test_the_answer_to_the_press_is_in_the_pressers_language(circle: Circle) -> None:
    await wants_dms(circle, circle.aino)
    await remind(circle, circle.aino)
    await circle.env.advance_time(HOUR)
    (message,) = circle.aino.user.dm_channel.history()
    result = await circle.aino.user.click(message, label="Lopeta viestit")
    assert "En muistuta sinua enää yksityisviestillä" in told(result)


@pytest.mark.parametrize("made_up", ["", ":", ":digest", ":digest:x", ":all:{guild}"])
async def test_a_made_up_id_stops_nothing(circle: Circle, made_up: str) -> None:
    await wants_dms(circle, circle.ben)
    await wants_digest(circle, circle.ben)
    result = await press(circle, circle.ben, "notice.stop" + made_up.replace("{guild}", "1"))
    assert result
    assert await own(circle.bot.store, circle.guild.id, circle.ben.id) == Own(
        None, True, "day", "en"
    )


async def test_a_press_changes_nothing_but_the_pressers_own(circle: Circle) -> None:
    guild, channel, _ = circle.another_guild()
    there = guild.add_member(circle.ben.user)
    await circle.env.settle()
    await wants_dms(circle, circle.ben, circle.ella)
    await wants_dms(circle, there, place=channel)
    await press(circle, circle.ben, f"notice.stop:reminder:{guild.id}")
    asking = circle.guild.id, guild.id
    assert [
        (await own(circle.bot.store, one, circle.ben.id)).reminders_by_dm for one in asking
    ] == [
        True,
        False,
    ]
    assert (await own(circle.bot.store, circle.guild.id, circle.ella.id)).reminders_by_dm


async def press(circle: Circle, actor: Any, custom_id: str, times: int = 1) -> list[str]:
    """Presses of a component in their direct messages, all at once; the kinds of the answers."""
    backend, channel = circle.env.backend, actor.user.dm_channel
    before = len(circle.env.http_requests)
    for _ in range(times):
        _, payload = interactions.base_payload(
            backend,
            type=3,
            channel_id=channel.id,
            guild_id=None,
            user_id=actor.id,
            data={"custom_id": custom_id, "component_type": 2},
        )
        message = backend.create_message(channel.id, circle.env.bot.user.id, "made up")
        payload["message"] = dict(serializers.message_payload(backend, message))
        backend.emit("INTERACTION_CREATE", payload)
    await circle.env.settle()
    return [one.path for one in circle.env.http_requests[before:] if "/callback" in one.path]


# Trouble


@pytest.mark.simcord(settle_timeout=60)
@pytest.mark.parametrize("code", [50007, 50278])
async def test_whom_discord_does_not_let_us_write_to_is_told_at_their_next_use(
    circle: Circle, code: int
) -> None:
    await wants_dms(circle, circle.ben)
    await wants_digest(circle, circle.ben)
    await remind(circle, circle.ben, item=1)
    await remind(circle, circle.ben, item=2, after=2 * HOUR)
    refuse(circle, circle.ben, code=code, times=None)
    await circle.env.advance_time(3 * DAY)
    assert len(nonces(circle, circle.ben)) == 1
    assert await own(circle.bot.store, circle.guild.id, circle.ben.id) == Own(reads_in="en")
    assert await held(circle) == [(REMINDER, 1), (REMINDER, 2)]
    note = beside(await use(circle, circle.ben))
    assert "item 1\n- item 2" in note
    assert await held(circle) == []


def refuse(circle: Circle, actor: Any, times: int | None = 1, **how: int) -> None:
    path = f"/channels/{actor.user.dm_channel.id}/messages"
    circle.env.inject_error("POST", path, times=times, **{"status": 403, **how})


async def test_too_fast_is_a_pause_for_all_and_a_long_one_for_this_member(circle: Circle) -> None:
    await wants_dms(circle, circle.ben, circle.ella)
    await remind(circle, circle.ben)
    await remind(circle, circle.ella, after=HOUR + 60)
    circle.env.inject_error("POST", "/users/@me/channels", status=403, code=40003)
    await circle.env.advance_time(HOUR + QUIET - 1)
    assert (dms(circle.ben), dms(circle.ella)) == ([], [])
    await circle.env.advance_time(60)
    assert len(dms(circle.ella)) == 1
    await circle.env.advance_time(PAUSE - QUIET - 120)
    assert dms(circle.ben) == []
    await circle.env.advance_time(120)
    assert len(dms(circle.ben)) == 1


@pytest.mark.parametrize(("status", "code"), [(500, 0), (502, 0), (403, 50001), (429, 0)])
async def test_trouble_that_passes_is_waited_out(circle: Circle, status: int, code: int) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    refuse(circle, circle.ben, status=status, code=code)
    await circle.env.advance_time(HOUR)
    assert dms(circle.ben) == []
    await circle.env.advance_time(120)
    assert len(dms(circle.ben)) == 1
    assert len(set(nonces(circle, circle.ben))) == 1
    await circle.env.advance_time(DAY)
    assert len(dms(circle.ben)) == 1


async def test_a_refusal_that_lasts_half_a_day_is_waited_out(circle: Circle) -> None:
    """Refused is not doubtful: nothing can have arrived."""
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    refuse(circle, circle.ben, code=50001, times=None)
    await circle.env.advance_time(12 * HOUR)
    assert len(nonces(circle, circle.ben)) < 20
    circle.env.backend.faults.clear()
    await circle.env.advance_time(8 * HOUR)
    assert len(dms(circle.ben)) == 1


async def test_no_line_to_discord_is_waited_out(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    with on_the_wire(circle, "GET", "/guilds/*/members/*", before=line_breaks):
        await circle.env.advance_time(3 * HOUR)
    assert dms(circle.ben) == []
    await circle.env.advance_time(3 * HOUR)
    assert len(dms(circle.ben)) == 1


@pytest.mark.parametrize("arrived", [True, False])
async def test_in_doubt_it_is_tried_again_within_a_minute_and_then_let_be(
    circle: Circle, arrived: bool
) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    path = f"/channels/{circle.ben.user.dm_channel.id}/messages"
    moment = "after" if arrived else "before"
    with on_the_wire(circle, "POST", path, **{moment: line_breaks}):
        await circle.env.advance_time(2 * HOUR)
    # Discord drops the repeats, which SimCord does not.
    assert len(set(nonces(circle, circle.ben))) == (1 if arrived else 0)
    assert len(dms(circle.ben)) <= 3
    before = len(dms(circle.ben))
    await circle.env.advance_time(DAY)
    assert len(dms(circle.ben)) == before
    assert await held(circle) == []


async def test_a_doubt_is_not_lifted_by_a_later_refusal(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    path = f"/channels/{circle.ben.user.dm_channel.id}/messages"
    with on_the_wire(circle, "POST", path, after=line_breaks):
        await circle.env.advance_time(HOUR)
    refuse(circle, circle.ben, status=429)
    await circle.env.advance_time(50)
    assert len(nonces(circle, circle.ben)) == 2
    await circle.env.advance_time(DAY)
    assert len(nonces(circle, circle.ben)) == 2
    assert await held(circle) == []


async def test_a_line_that_never_stood_leaves_no_doubt(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)

    async def no_route() -> None:
        where = aiohttp.client_reqrep.ConnectionKey("d", 443, True, None, None, None, None)
        raise aiohttp.ClientConnectorError(where, OSError("no route"))

    path = f"/channels/{circle.ben.user.dm_channel.id}/messages"
    with on_the_wire(circle, "POST", path, before=no_route):
        await circle.env.advance_time(3 * HOUR)
    assert dms(circle.ben) == []
    await circle.env.advance_time(3 * HOUR)
    assert len(dms(circle.ben)) == 1


async def test_a_message_deleted_while_its_answer_was_lost_is_not_sent_again(
    circle: Circle,
) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    refuse(circle, circle.ben, status=404, code=10008)
    await circle.env.advance_time(DAY)
    assert len(nonces(circle, circle.ben)) == 1
    assert await held(circle) == []


async def test_a_community_that_is_away_is_waited_for(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    guild = circle.bot.get_guild(circle.guild.id)
    assert guild is not None
    guild.unavailable = True
    await circle.env.advance_time(DAY)
    assert dms(circle.ben) == []
    guild.unavailable = False
    circle.bot.dispatch("guild_available", guild)
    await circle.env.settle()
    assert len(dms(circle.ben)) == 1


async def test_one_members_trouble_does_not_hold_up_another(circle: Circle) -> None:
    await wants_dms(circle, circle.ben, circle.ella)
    await remind(circle, circle.ben)
    await remind(circle, circle.ella)
    refuse(circle, circle.ben, status=503, times=None)
    await circle.env.advance_time(HOUR)
    assert len(dms(circle.ella)) == 1
    await circle.env.advance_time(DAY)
    # What the server answered so may have arrived all the same.
    assert len(nonces(circle, circle.ben)) < 5
    assert await held(circle) == []


async def test_what_breaks_does_not_hold_up_the_rest(circle: Circle, telling: Telling) -> None:
    await wants_dms(circle, circle.ben, circle.ella)
    tries = 0

    async def compose(notice: Notice, member: discord.Member, language: Language) -> Card | None:
        nonlocal tries
        if notice.item_id == 1:
            tries += 1
            raise LookupError
        return await telling.remind(notice, member, language)

    circle.bot.notices._kinds[REMINDER] = Kind(compose)
    await remind(circle, circle.ben, item=1)
    await remind(circle, circle.ella, item=2)
    await circle.env.advance_time(13 * HOUR)
    assert len(dms(circle.ella)) == 1
    # It is tried again, ever less often.
    assert 5 < tries < 20
    assert await held(circle) == [(REMINDER, 1)]


# The process ends in between


async def cut_short(circle: Circle, *, later: int) -> None:
    """The process dies before it can write down how a message ended."""
    real = data.notices.done

    async def die(*_: object) -> None:
        raise asyncio.CancelledError

    data.notices.done = die
    try:
        await circle.env.advance_time(9 * HOUR)
    finally:
        data.notices.done = real
    assert len(dms(circle.ben)) == 1
    await down_for(circle, later)


async def down_for(circle: Circle, seconds: int) -> None:
    """The process is away: its clock and its loop stand still, the world's goes on."""
    await circle.bot.notices.stop()
    await circle.env.advance_time(seconds)
    await circle.restart()
    await circle.env.settle()


@pytest.mark.parametrize("kind", [REMINDER, DIGEST])
async def test_killed_moments_ago_it_is_sent_with_the_same_nonce(circle: Circle, kind: str) -> None:
    await both_due(circle, kind)
    await cut_short(circle, later=20)
    # SimCord does not drop a repeated nonce as Discord does, so the requests are compared.
    first, again = nonces(circle, circle.ben)
    assert first == again
    assert len(first) <= 25
    assert await held(circle) == ([] if kind == REMINDER else [(DIGEST, 0)])


@pytest.mark.parametrize("later", [61, HOUR, 12 * HOUR])
@pytest.mark.parametrize("kind", [REMINDER, DIGEST])
async def test_killed_long_ago_it_counts_as_told(circle: Circle, kind: str, later: int) -> None:
    await both_due(circle, kind)
    await cut_short(circle, later=later)
    assert len(nonces(circle, circle.ben)) == 1
    assert await held(circle) == ([] if kind == REMINDER else [(DIGEST, 0)])
    await circle.env.advance_time(DAY)
    # The next day's digest comes as if nothing had been, under a nonce of its own.
    assert len(set(nonces(circle, circle.ben))) == (1 if kind == REMINDER else 2)


async def both_due(circle: Circle, kind: str) -> None:
    await wants_dms(circle, circle.ben)
    if kind == REMINDER:
        await remind(circle, circle.ben, after=9 * HOUR)
    else:
        await wants_digest(circle, circle.ben)


async def test_down_at_its_time_a_reminder_comes_late(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await remind(circle, circle.ben)
    await down_for(circle, 3 * DAY)
    assert len(dms(circle.ben)) == 1


async def test_a_clock_set_back_tells_nothing_twice(circle: Circle) -> None:
    await wants_dms(circle, circle.ben)
    await wants_digest(circle, circle.ben)
    await remind(circle, circle.ben)
    await circle.env.advance_time(10 * HOUR)
    assert len(dms(circle.ben)) == 2
    now = circle.env.now

    def yesterday() -> datetime:
        return now() - timedelta(days=1)

    circle.bot.now = yesterday
    circle.bot.notices.wake()
    await circle.env.advance_time(DAY)
    assert len(dms(circle.ben)) == 2


# At the next use


async def test_it_is_told_beside_the_next_answer_once_and_to_them_alone(circle: Circle) -> None:
    await remind(circle, circle.ben, item=4)
    await remind(circle, circle.ben, item=5, after=2 * HOUR)
    assert beside(await use(circle, circle.ben)) == ""
    await circle.env.advance_time(HOUR)
    assert beside(await use(circle, circle.ella)) == ""
    result = await use(circle, circle.ben)
    assert len(result.followups) == 1
    assert "News for you" in beside(result)
    assert "item 4" in beside(result)
    assert "item 5" not in beside(result)
    assert beside(await use(circle, circle.ben)) == ""
    assert await held(circle) == [(REMINDER, 5)]


async def test_it_is_told_after_a_press_too_and_in_the_readers_language(circle: Circle) -> None:
    panel = answer(await circle.aino.slash(circle.talk, "me"))
    await remind(circle, circle.aino, after=-1)
    result = await circle.aino.select(panel, ["auto"], custom_id="me.language")
    assert "Sinulle kerrottavaa" in beside(result)


async def test_a_form_that_opens_leaves_them_for_later(circle: Circle) -> None:
    await remind(circle, circle.ben, after=-1)
    form = await circle.ben.slash(circle.talk, "ask")
    assert not form.followups
    assert await held(circle) == [(REMINDER, 1)]


async def test_pressed_twice_at_once_it_is_told_once(circle: Circle) -> None:
    panel = answer(await circle.ben.slash(circle.talk, "me"))
    await remind(circle, circle.ben, after=-1)
    backend = circle.env.backend
    for _ in range(2):
        _, payload = interactions.base_payload(
            backend,
            type=3,
            channel_id=circle.talk.id,
            guild_id=circle.guild.id,
            user_id=circle.ben.id,
            data={"custom_id": "me.reminders:off", "component_type": 2},
        )
        shown = backend.messages[circle.talk.id][panel.id]
        payload["message"] = dict(serializers.message_payload(backend, shown))
        backend.emit("INTERACTION_CREATE", payload)
    await circle.env.settle()
    seen = [text_of(one) for one in circle.talk.history(viewer=circle.ben)]
    assert sum("item 1" in one for one in seen) == 1


async def test_more_than_fit_are_told_bit_by_bit(circle: Circle) -> None:
    for item in range(TOLD_AT_ONCE + 2):
        await remind(circle, circle.ben, item, after=item - 99)
    first = beside(await use(circle, circle.ben))
    assert first.count("item") == TOLD_AT_ONCE
    assert "There are more" in first
    second = beside(await use(circle, circle.ben))
    assert second.count("item") == 2
    assert "There are more" not in second
    assert beside(await use(circle, circle.ben)) == ""


async def test_what_is_gone_is_left_out_without_a_word(circle: Circle) -> None:
    await remind(circle, circle.ben, item=GONE, after=-1)
    assert beside(await use(circle, circle.ben)) == ""
    assert await held(circle) == []


async def test_a_line_that_breaks_does_not_hold_up_the_rest(
    circle: Circle, telling: Telling
) -> None:
    async def line(notice: Notice, reader: Reader) -> str | None:
        if notice.item_id == 1:
            raise LookupError
        return await telling.line(notice, reader)

    circle.bot.notices._kinds[REMINDER] = Kind(telling.remind, line=line)
    await remind(circle, circle.ben, item=1, after=-2)
    await remind(circle, circle.ben, item=2, after=-1)
    assert "item 2" in beside(await use(circle, circle.ben))
    assert await held(circle) == [(REMINDER, 1)]


async def test_a_note_that_could_not_be_shown_is_shown_next_time(circle: Circle) -> None:
    await remind(circle, circle.ben, after=-1)
    circle.env.inject_error("POST", "/webhooks/*", status=403, code=50001)
    assert beside(await use(circle, circle.ben)) == ""
    assert "item 1" in beside(await use(circle, circle.ben))


# The digest


@pytest.mark.simcord(settle_timeout=60)
async def test_a_daily_digest_comes_at_nine_when_there_is_news(
    circle: Circle, telling: Telling
) -> None:
    await wants_digest(circle, circle.ben)
    await circle.env.advance_time(9 * HOUR - 5)
    assert dms(circle.ben) == []
    await circle.env.advance_time(5)
    assert ["the news" in one for one in dms(circle.ben)] == [True]
    telling.news = False
    await circle.env.advance_time(2 * DAY)
    assert len(dms(circle.ben)) == 1
    telling.news = True
    await circle.env.advance_time(DAY)
    assert len(dms(circle.ben)) == 2


@pytest.mark.simcord(settle_timeout=60)
async def test_a_weekly_digest_comes_on_monday_at_nine_of_the_community(circle: Circle) -> None:
    panel = answer(await circle.mo.slash(circle.talk, "setup"))
    form = await circle.mo.click(panel, label="Time zone")
    await circle.mo.submit_modal(form, {"zone": "Helsinki"})
    await wants_digest(circle, circle.ben, "week")
    # It is Thursday, midnight, and winter.
    await circle.env.advance_time(4 * DAY + 7 * HOUR - 5)
    assert dms(circle.ben) == []
    await circle.env.advance_time(5)
    assert len(dms(circle.ben)) == 1
    await circle.env.advance_time(2 * DAY)
    assert len(dms(circle.ben)) == 1


@pytest.mark.simcord(settle_timeout=60)
async def test_digests_missed_are_one(circle: Circle) -> None:
    await wants_digest(circle, circle.ben)
    await down_for(circle, 5 * DAY)
    assert len(dms(circle.ben)) == 1
    await circle.env.advance_time(DAY)
    assert len(dms(circle.ben)) == 2


async def test_a_digest_that_is_not_wanted_any_more_does_not_come(circle: Circle) -> None:
    await wants_digest(circle, circle.ben)
    await wants_digest(circle, circle.ben, "off")
    await circle.env.advance_time(2 * DAY)
    assert dms(circle.ben) == []
    assert await held(circle) == []


async def test_another_rhythm_moves_it(circle: Circle) -> None:
    await wants_digest(circle, circle.ben, "week")
    await wants_digest(circle, circle.ben, "day")
    await circle.env.advance_time(9 * HOUR)
    assert len(dms(circle.ben)) == 1


@pytest.mark.parametrize(
    ("rhythm", "zone", "after", "due"),
    [
        ("day", "UTC", "2026-01-01T08:59:59", "2026-01-01T09:00:00"),
        ("day", "UTC", "2026-01-01T09:00:00", "2026-01-02T09:00:00"),
        ("day", "Europe/Helsinki", "2026-01-01T07:00:00", "2026-01-02T07:00:00"),
        ("day", "Europe/Helsinki", "2026-03-28T07:00:00", "2026-03-29T06:00:00"),
        ("day", "Pacific/Kiritimati", "2026-01-01T00:00:00", "2026-01-01T19:00:00"),
        ("day", "Pacific/Pago_Pago", "2026-01-01T00:00:00", "2026-01-01T20:00:00"),
        ("week", "UTC", "2026-01-01T00:00:00", "2026-01-05T09:00:00"),
        ("week", "UTC", "2026-01-05T08:00:00", "2026-01-05T09:00:00"),
        ("week", "UTC", "2026-01-05T09:00:00", "2026-01-12T09:00:00"),
        ("week", "Pacific/Kiritimati", "2026-01-04T18:59:59", "2026-01-04T19:00:00"),
        ("week", "America/New_York", "2026-10-26T13:00:00", "2026-11-02T14:00:00"),
    ],
)
def test_when_a_digest_is_due(rhythm: Rhythm, zone: str, after: str, due: str) -> None:
    def seconds(moment: str) -> int:
        return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())

    assert digest_due(rhythm, ZoneInfo(zone), seconds(after)) == seconds(due)


# The panel


async def test_the_panel_shows_what_holds_and_says_what_discord_needs(circle: Circle) -> None:
    panel = answer(await circle.ben.slash(circle.talk, "me"))
    before = text_of(panel)
    assert "**Reminders by direct message** off" in before
    assert "only if you accept them from this server" in before
    assert "A direct message at 9:00 (UTC)" in before
    assert chosen(panel) == ["auto", "off", "off"]
    await circle.restart()
    await circle.ben.click(panel, custom_id="me.reminders:on")
    await circle.ben.select(panel, ["week"], custom_id="me.digest")
    panel = answer(await circle.ben.slash(circle.talk, "me"))
    assert "**Reminders by direct message** on" in text_of(panel)
    assert chosen(panel) == ["auto", "week", "off"]
    await circle.ben.click(panel, custom_id="me.reminders:off")
    assert "**Reminders by direct message** off" in text_of(
        answer(await circle.ben.slash(circle.talk, "me"))
    )
    assert await own(circle.bot.store, circle.guild.id, circle.ben.id) == Own(
        None, False, "week", "en"
    )


async def test_the_panel_speaks_finnish(circle: Circle) -> None:
    shown = told(await circle.aino.slash(circle.talk, "me"))
    assert "vain, jos sallit ne tältä palvelimelta" in shown
    assert "Yksityisviesti kello 9.00 (UTC)" in shown
    assert "Ota käyttöön" in shown


def chosen(panel: Any) -> list[str]:
    return [
        option["value"]
        for part in walk(raw_components(panel))
        for option in part.get("options") or ()
        if option.get("default")
    ]
