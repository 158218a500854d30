"""What Discord answers or does not answer at each step of a post: it stands once, or it is told."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import aiohttp
import discord
import pytest
from simcord.backend import serializers

from tests.delivery import table
from tests.features.circle import Circle, text_of
from tests.features.scenes import on_the_wire, reflect
from tests.features.test_delivery import DAY, FIRST_RUN, down_for, notices, posts, states

HOUR = 3600


async def times_out() -> None:
    raise TimeoutError


async def is_reset() -> None:
    raise aiohttp.ClientOSError(104, "Connection reset by peer")


BROKEN: dict[str, Callable[[], Awaitable[object]]] = {
    "timeout": times_out,
    "connection reset": is_reset,
}


def remember_nonces(circle: Circle) -> None:
    """SimCord posts again what has a nonce it knows; Discord gives back the first message."""
    request, known = circle.bot.http.request, {}

    async def once(route: Any, **more: Any) -> Any:
        nonce = (more.get("json") or {}).get("nonce")
        if nonce not in known or nonce is None:
            known[nonce] = await request(route, **more)
        return known[nonce]

    circle.bot.http.request = once  # type: ignore[method-assign]


@contextmanager
def trouble(circle: Circle, step: str, wrong: str) -> Iterator[None]:
    """Each request of the step goes wrong, while this lasts."""
    channel = f"/channels/{circle.prompts.id}"
    method, path = {
        "asked": ("POST", f"{channel}/messages"),
        "taken": ("POST", f"{channel}/messages"),
        "looked for": ("GET", f"{channel}/messages"),
        "thread asked for": ("POST", f"{channel}/messages/*/threads"),
        "told": ("POST", f"/channels/{circle.moderators.id}/messages"),
    }[step]
    with ExitStack() as stack:
        if wrong in BROKEN:
            when = "after" if step == "taken" else "before"
            stack.enter_context(on_the_wire(circle, method, path, **{when: BROKEN[wrong]}))
        else:
            status, code = ([*wrong.split(" "), "0"])[:2]
            inject = circle.env.inject_error
            inject(method, path, status=int(status), code=int(code.strip(",")), times=None)
            if wrong.endswith("a fetch agrees"):
                inject("GET", channel, status=int(status), code=int(code.strip(",")), times=None)
        yield
    circle.env.backend.faults.clear()


@pytest.mark.parametrize(("step", "wrong", "ends"), table.ANSWERED)
async def test_it_stands_once_or_is_told(weekly: Circle, step: str, wrong: str, ends: str) -> None:
    remember_nonces(weekly)
    cut_off = step == "looked for"
    with trouble(weekly, "taken" if cut_off else step, "timeout" if cut_off else wrong):
        await weekly.env.advance_time(FIRST_RUN)
        await weekly.bot.deliveries.stop()
    if cut_off:
        await weekly.env.advance_time(600)
        with trouble(weekly, step, wrong):
            await weekly.restart()
    at_once = posts(weekly)
    await down_for(weekly, HOUR)
    assert (posts(weekly), bool(said(weekly))) == {
        table.ONCE: (1, False),
        table.ONCE_LATE: (1, False),
        table.HELD: (0, True),
        table.NOT_AGAIN: (0, False),
        table.STANDS_TOLD: (1, True),
    }[ends]
    assert at_once == (1 if ends in (table.ONCE, table.STANDS_TOLD) else 0)
    await weekly.env.advance_time(DAY)
    assert posts(weekly) == (0 if ends == table.NOT_AGAIN else 1)
    ((state, _),) = await states(weekly)
    assert state == ("failed" if ends == table.STANDS_TOLD else "sent")


@pytest.mark.parametrize("wrong", ["403 50013", "503", "timeout"])
async def test_the_first_answer_opens_a_thread_that_did_not_come(
    weekly: Circle, wrong: str
) -> None:
    with trouble(weekly, "thread asked for", wrong):
        await weekly.env.advance_time(FIRST_RUN)
    assert not weekly.prompts.threads
    await reflect(weekly, weekly.ben, "It went well.")
    assert len(weekly.prompts.threads) == 1


def said(circle: Circle) -> list[str]:
    """What moderators were told of posts that did not come."""
    lines = notices(circle).splitlines()
    return [one for one in lines if "not posted" in one or "skipped" in one or "cut off" in one]


# A channel that is closed


def asked(circle: Circle) -> int:
    """How often a post was asked for, in the prompts' channel."""
    path = f"/channels/{circle.prompts.id}/messages"
    return sum(one.method == "POST" and one.path == path for one in circle.env.http_requests)


async def closed(circle: Circle, *, runs: int = 1) -> None:
    """Discord refuses what the bot believes it may do."""
    path = f"/channels/{circle.prompts.id}/messages"
    circle.env.inject_error("POST", path, status=403, code=50001, times=None)
    await circle.env.advance_time(FIRST_RUN)
    for _ in range(runs - 1):
        await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:30")
        await circle.env.advance_time(1800)


async def test_a_closed_channel_is_told_once_and_left_alone(weekly: Circle) -> None:
    for time in ("9:01", "9:02", "9:03"):
        await weekly.mo.slash(weekly.talk, "prompt schedule", day="monday", time=time)
    await closed(weekly)
    await weekly.env.advance_time(600)
    assert await states(weekly) == [("failed", "forbidden")] * 4
    assert asked(weekly) == 1
    assert notices(weekly).count("lack permissions") == 1


async def test_a_closed_channel_is_looked_at_again_within_a_day(weekly: Circle) -> None:
    await closed(weekly)
    weekly.env.backend.faults.clear()
    await weekly.env.advance_time(19 * HOUR)
    assert posts(weekly) == 0
    await weekly.env.advance_time(2 * HOUR)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]
    assert not await weekly.bot.store.read("SELECT * FROM channel_pauses")


async def test_a_channel_that_stays_closed_is_asked_about_daily_and_not_told_again(
    weekly: Circle,
) -> None:
    await closed(weekly)
    fetches = f"/channels/{weekly.prompts.id}"
    weekly.env.inject_error("GET", fetches, status=403, code=50001, times=None)
    await weekly.env.advance_time(3 * DAY)
    looked = sum(one.method == "GET" and one.path == fetches for one in weekly.env.http_requests)
    assert looked == 3
    assert asked(weekly) == 1
    assert len(said(weekly)) == 1


async def test_a_closed_channel_that_only_seems_open_is_not_told_again(weekly: Circle) -> None:
    await closed(weekly)
    await weekly.env.advance_time(DAY)
    assert asked(weekly) == 2
    assert await states(weekly) == [("failed", "forbidden")]
    assert len(said(weekly)) == 1


async def test_what_is_held_up_comes_when_permissions_change(weekly: Circle) -> None:
    await weekly.permit(weekly.prompts, weekly.guild.default_role, view_channel=False)
    await weekly.env.advance_time(FIRST_RUN)
    assert await states(weekly) == [("failed", "forbidden")]
    await weekly.permit(weekly.prompts, weekly.guild.default_role, send_messages=False)
    assert posts(weekly) == 0
    await weekly.permit(weekly.prompts, weekly.guild.default_role)
    assert posts(weekly) == 1
    assert asked(weekly) == 1


async def test_what_was_held_up_for_more_than_a_day_does_not_come(weekly: Circle) -> None:
    await weekly.permit(weekly.prompts, weekly.guild.me, send_messages=False)
    await weekly.env.advance_time(FIRST_RUN + DAY + HOUR)
    await weekly.permit(weekly.prompts, weekly.guild.me)
    assert posts(weekly) == 0
    await weekly.env.advance_time(6 * DAY)
    assert posts(weekly) == 1


async def test_what_was_held_up_is_not_posted_when_it_may_stand_already(weekly: Circle) -> None:
    with on_the_wire(weekly, "POST", f"/channels/{weekly.prompts.id}/messages", after=times_out):
        await weekly.env.advance_time(FIRST_RUN)
    # The next try is refused.
    path = f"/channels/{weekly.prompts.id}/messages"
    weekly.env.inject_error("POST", path, status=403, code=50013)
    await weekly.env.advance_time(HOUR)
    assert posts(weekly) == 1
    await weekly.env.advance_time(DAY)
    assert posts(weekly) == 1
    assert await states(weekly) == [("sent", "")]


async def test_a_gone_channel_is_told_once_and_its_data_stays(weekly: Circle) -> None:
    await weekly.mo.slash(weekly.talk, "prompt schedule", day="monday", time="9:01")
    weekly.env.backend.delete_channel(weekly.prompts.id)
    await weekly.env.settle()
    await weekly.env.advance_time(FIRST_RUN + 7 * DAY + 60)
    assert await states(weekly) == [("failed", "gone")] * 4
    assert len(said(weekly)) == 1
    assert len(await weekly.bot.store.read("SELECT * FROM schedules")) == 2


# A community that is away


async def test_a_server_that_removed_the_bot_gets_nothing_until_it_is_back(weekly: Circle) -> None:
    backend = weekly.env.backend
    backend.emit("GUILD_DELETE", {"id": str(weekly.guild.id)})
    await weekly.env.settle()
    await weekly.env.advance_time(FIRST_RUN)
    assert not await states(weekly)
    assert len(await weekly.bot.store.read("SELECT * FROM schedules")) == 1
    stored = backend.get_guild(weekly.guild.id)
    backend.emit("GUILD_CREATE", serializers.guild_create_payload(backend, stored))
    await weekly.env.settle()
    assert posts(weekly) == 1


def elsewhere(channel: Any) -> int:
    return sum("Something to reflect on" in text_of(one) for one in channel.history())


async def test_a_server_that_hangs_does_not_delay_the_others(weekly: Circle) -> None:
    """Its request is never answered, and its moderators' channel neither."""
    guild, channel, _ = weekly.another_guild()
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    host = guild.add_member(weekly.env.create_user("host"), roles=[managers])
    await weekly.env.settle()
    for time in ("9:00", "9:01", "9:02"):
        await host.slash(channel, "prompt add", text=f"What came at {time}?")
        await host.slash(channel, "prompt schedule", channel=channel, day="monday", time=time)
    hang = asyncio.Event()

    async def hangs() -> None:
        await weekly.env.external_wait(hang.wait(), reason="hanging")

    with on_the_wire(weekly, "POST", f"/channels/{weekly.prompts.id}/messages", before=hangs):
        await weekly.env.advance_time(FIRST_RUN + 60)
        assert elsewhere(channel) == 2
        await weekly.env.advance_time(60)
        assert elsewhere(channel) == 3
        assert posts(weekly) == 0
        hang.set()
        await weekly.env.settle()
    assert posts(weekly) == 1
