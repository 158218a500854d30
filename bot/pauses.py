"""Channels that Discord does not let us post to: told once, left alone, looked at again.

They are looked at when permissions changed and about daily. What they held up is sent then, within
its grace. Without this each run would be one more refused request, and one more notice.
"""

import logging
from typing import TYPE_CHECKING

import discord

from bot.channels import TROUBLE, missing, needs
from data import pauses
from data.deliveries import Delivery
from data.pauses import Pause, Why

if TYPE_CHECKING:
    from bot.app import Vinkki

PROBE_EVERY = 20 * 3600
"""Seconds: less than a day, so that a post's grace is not over at the first look."""
PROBE_AGAIN = 1800
"""Seconds until the next look when Discord did not answer this one."""

log = logging.getLogger(__name__)


class Pauses:
    """`grace` is how many seconds late a held up post may still be sent."""

    def __init__(self, bot: "Vinkki", grace: int) -> None:
        self._bot = bot
        self._grace = grace
        for name, heard in (
            ("on_guild_channel_create", self._channel_made),
            ("on_guild_channel_update", self._channel_changed),
            ("on_guild_role_update", self._role_changed),
            ("on_member_update", self._member_changed),
            ("on_guild_join", self._changed),
        ):
            bot.add_listener(heard, name)

    async def holds(self, delivery: Delivery) -> Why | None:
        """Why a post is not even tried. One that somebody asked for by hand always is."""
        if delivery.schedule_id is None:
            return None
        pause = await pauses.get(self._bot.store, delivery.guild_id, delivery.channel_id)
        return pause.why if pause and pause.probe_at is not None else None

    async def put(self, delivery: Delivery, why: Why) -> bool:
        """Pause a post's channel. False when moderators were told of it before."""
        again = self._bot.seconds() + PROBE_EVERY
        where = (delivery.guild_id, delivery.channel_id)
        known = await pauses.put(self._bot.store, *where, why, again)
        return known is None or known.why != why

    async def over(self, delivery: Delivery) -> None:
        """A post got through."""
        where = (delivery.guild_id, delivery.channel_id)
        if await pauses.get(self._bot.store, *where):
            await pauses.over(self._bot.store, *where)

    async def probe(self, guild_id: int) -> None:
        """Look at the channels of a community whose time has come."""
        store, now = self._bot.store, self._bot.seconds()
        for pause in await pauses.of_guild(store, guild_id):
            if pause.probe_at is None or pause.probe_at > now:
                continue
            wait = await self._wait(pause)
            if wait is None:
                log.info("A paused channel takes posts again")
                await pauses.opened(store, guild_id, pause.channel_id, now, now - self._grace)
            else:
                await pauses.probe(store, guild_id, pause.channel_id, now + wait)

    async def _wait(self, pause: Pause) -> int | None:
        """Seconds until the next look, None when the channel seems open."""
        guild = self._bot.get_guild(pause.guild_id)
        if guild is None or guild.unavailable:
            return PROBE_AGAIN
        try:
            # Asked of Discord: losing and getting access may come without an event.
            channel = await guild.fetch_channel(pause.channel_id)
        except (discord.Forbidden, discord.NotFound, discord.InvalidData):
            return PROBE_EVERY
        except TROUBLE:
            return PROBE_AGAIN
        if not isinstance(channel, discord.TextChannel | discord.ForumChannel):
            return PROBE_EVERY
        if missing(channel, needs(channel, thread=False)):
            return PROBE_EVERY
        return None

    async def _channel_made(self, channel: discord.abc.GuildChannel) -> None:
        await self._changed(channel.guild)

    async def _channel_changed(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        if before.overwrites != after.overwrites:
            await self._changed(after.guild)

    async def _role_changed(self, before: discord.Role, after: discord.Role) -> None:
        if before.permissions != after.permissions:
            await self._changed(after.guild)

    async def _member_changed(self, before: discord.Member, after: discord.Member) -> None:
        was, now = (before.roles, before.timed_out_until), (after.roles, after.timed_out_until)
        if after.id == after.guild.me.id and was != now:
            await self._changed(after.guild)

    async def _changed(self, guild: discord.Guild) -> None:
        """Permissions changed: what looks open now is looked at at once."""
        now = self._bot.seconds()
        for pause in await pauses.of_guild(self._bot.store, guild.id):
            channel = guild.get_channel(pause.channel_id)
            if (
                pause.probe_at is not None
                and channel
                and not missing(channel, needs(channel, thread=False))
            ):
                await pauses.probe(self._bot.store, guild.id, pause.channel_id, now)
                self._bot.deliveries.wake()
