"""Scheduled posts: meant at least once, made effectively once, never lost in silence.

Each post has a row, unique on (schedule, local date, slot), that is committed as `sending` before
the request goes out and as `sent` after. Its nonce lets Discord drop a repeat within a few minutes;
later, the post is looked for in the channel by the delivery's id, which its button carries.
"""

import asyncio
import itertools
import logging
import random
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import discord

from bot.channels import (
    ARCHIVE_AFTER,
    TROUBLE,
    message_at,
    missing,
    needs,
    tell_moderators,
)
from bot.i18n import stamp
from bot.reader import zone
from bot.recurrence import runs
from bot.rounds import Rounds
from bot.ui import Card, component_id, component_ids
from data import communities, deliveries, schedules
from data.deliveries import Delivery
from data.schedules import Run, Schedule

if TYPE_CHECKING:
    from bot.app import Vinkki

GRACE = 24 * 3600
"""Seconds a missed post may come late; after that it is skipped, and moderators are told."""
MOST_MISSED = 10
"""Missed runs that are recorded one by one after a long downtime."""
NONCE_LASTS = 60
"""Seconds in which Discord surely still knows a nonce ("the past few minutes")."""
FIRST_RETRY, LAST_RETRY = 30, 1800
THREAD_NAME = 100
THREAD_EXISTS = 160004
UNKNOWN_MESSAGE = 10008
AT_ONCE = 16
"""Communities that are sent to at the same time."""

PROMPT = "prompt"
"""The kind of the reflection prompts, which have a thread under them."""
REFLECT = "prompt.reflect"
"""What answers their button."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a feature adds: the id its posts' buttons carry, and how a post is made.

    What moderators are told of it are the feature's texts `delivery-<kind>-<reason>`.
    """

    button: str
    compose: Callable[[Delivery, discord.Guild], Awaitable[Card | None]]
    """The post, or None when there is nothing to post: the run is then skipped."""
    posted: Callable[[Delivery], Awaitable[None]]
    """Called after the post is known to stand in the channel."""
    thread: bool
    """Whether each post has a thread under it, which takes more permissions."""
    tell_empty: bool
    """Whether moderators are told of a run that had nothing to post."""


class Deliveries(Rounds):
    """Claims what is due and sends it. Whoever makes, moves or removes a schedule wakes it."""

    def __init__(self, bot: "Vinkki") -> None:
        super().__init__(bot, "deliveries")
        self._kinds: dict[str, Kind] = {}
        self._cut_short = True

    def add(self, name: str, kind: Kind) -> None:
        self._kinds[name] = kind

    def remove(self, name: str) -> None:
        del self._kinds[name]

    async def following(
        self, guild: discord.Guild, schedule: Schedule, after: int
    ) -> Iterator[Run]:
        """The schedule's runs after a moment, in the community's zone, without end."""
        community = await communities.get(self._bot.store, guild.id)
        first = date.fromisoformat(schedule.first_date)
        where = zone(community, guild)
        return runs(schedule.every, schedule.weekday, schedule.minute, where, first, after)

    async def reschedule(self, guild: discord.Guild) -> None:
        """Move every schedule of a community to its new zone."""
        for schedule in await schedules.of_guild(self._bot.store, guild.id):
            following = await self.following(guild, schedule, self._bot.seconds())
            await schedules.move(self._bot.store, guild.id, schedule.schedule_id, next(following))
        self.wake()

    async def _pass(self) -> float | None:
        """Do all there is to do now; returns the seconds until there may be more."""
        began = self._bot.seconds()
        if self._cut_short:
            await deliveries.recover(self._bot.store, began)
            self._cut_short = False
        for schedule in await schedules.due(self._bot.store, began):
            try:
                await self._claim(schedule)
            except Exception:
                log.exception("Schedule %d could not be claimed", schedule.schedule_id)
        waiting: dict[int, list[Delivery]] = {}
        for delivery in await deliveries.to_do(self._bot.store, self._bot.seconds()):
            waiting.setdefault(delivery.guild_id, []).append(delivery)
        room = asyncio.Semaphore(AT_ONCE)
        # One community's trouble must not hold up the others.
        await asyncio.gather(*(self._send_all(room, of_guild) for of_guild in waiting.values()))
        # What came due during the pass is still to do.
        moment = await deliveries.next_moment(self._bot.store, began)
        return None if moment is None else max(moment - self._bot.now().timestamp(), 0)

    async def _claim(self, schedule: Schedule) -> None:
        guild = self._bot.get_guild(schedule.guild_id)
        now = self._bot.seconds()
        if guild is None or guild.unavailable:
            # What it misses counts as missed when it is back.
            return
        # The run that was promised counts, also where the zone has changed since.
        promised = Run(schedule.next_date, schedule.next_due)
        later = await self.following(guild, schedule, schedule.next_due)
        planned = itertools.chain([promised], later)
        come = deque(itertools.takewhile(lambda run: run.due <= now, planned), maxlen=MOST_MISSED)
        following = next(await self.following(guild, schedule, now))
        made = await deliveries.claim(self._bot.store, schedule, [*come], following, now, GRACE)
        for delivery in made:
            if delivery.state == "skipped":
                await self._report(guild, delivery)

    async def _send_all(self, room: asyncio.Semaphore, of_guild: list[Delivery]) -> None:
        async with room:
            for delivery in of_guild:
                await self._try(delivery)

    async def send(self, delivery: Delivery) -> Delivery:
        """Send a delivery now, without waiting for the next pass; returns how that ended."""
        await self._try(delivery)
        self.wake()
        ended = await deliveries.get(self._bot.store, delivery.guild_id, delivery.delivery_id)
        return ended or delivery

    async def _try(self, delivery: Delivery) -> None:
        try:
            await self._send(delivery)
        except Exception:
            log.exception("Delivery %d could not be sent", delivery.delivery_id)
            await self._later(delivery)

    async def _send(self, delivery: Delivery) -> None:
        kind = self._kinds.get(delivery.kind)
        guild = self._bot.get_guild(delivery.guild_id)
        if kind is None or guild is None or guild.unavailable:
            await self._later(delivery)
            return
        channel = guild.get_channel(delivery.channel_id)
        if channel is None:
            # Not in memory is no proof: only Discord's own word is.
            try:
                await guild.fetch_channel(delivery.channel_id)
            except (discord.NotFound, discord.InvalidData):
                await self._fail(guild, delivery, "gone")
            except discord.Forbidden:
                await self._fail(guild, delivery, "forbidden")
            else:
                await self._later(delivery)
            return
        if not isinstance(channel, discord.TextChannel):
            await self._fail(guild, delivery, "gone")
            return
        if delivery.state == "sending" and self._older_than_nonce(delivery):
            # Without this permission Discord answers with an empty history, not with a refusal.
            if missing(channel, ("view_channel", "read_message_history")):
                await self._fail(guild, delivery, "unsure")
                return
            try:
                adopted = await self._find(channel, delivery, kind)
            except discord.Forbidden:
                await self._fail(guild, delivery, "unsure")
                return
            if adopted is not None:
                await self._sent(delivery, kind, adopted)
                return
        if missing(channel, needs(channel, thread=kind.thread)):
            await self._fail(guild, delivery, "forbidden")
            return
        if self._bot.seconds() - delivery.due_at > GRACE:
            await self._fail(guild, delivery, "missed")
            return
        card = await kind.compose(delivery, guild)
        if card is None:
            await self._fail(guild, delivery, "empty", told=kind.tell_empty)
            return
        again = self._bot.seconds() + self._backoff(delivery)
        if not await deliveries.sending(self._bot.store, delivery, self._bot.seconds(), again):
            return
        try:
            message = await channel.send(view=card, nonce=f"vinkki-{delivery.delivery_id}")
        except discord.NotFound as gone:
            if gone.code == UNKNOWN_MESSAGE:
                # Discord knew the nonce, and the message was deleted since: it was posted.
                await deliveries.finish(self._bot.store, delivery, "sent")
            else:
                await self._fail(guild, delivery, "gone")
        except discord.Forbidden:
            await self._fail(guild, delivery, "forbidden")
        except TROUBLE as trouble:
            # The row stays `sending` and is looked at again: the post may stand all the same.
            log.warning("Delivery %d will be tried again: %s", delivery.delivery_id, trouble)
        else:
            await self._sent(delivery, kind, message.id)

    async def _sent(self, delivery: Delivery, kind: Kind, message_id: int) -> None:
        await deliveries.finish(self._bot.store, delivery, "sent", message_id=message_id)
        await kind.posted(delivery)

    def _older_than_nonce(self, delivery: Delivery) -> bool:
        return self._bot.seconds() - (delivery.sending_at or 0) > NONCE_LASTS

    async def _find(
        self, channel: discord.TextChannel, delivery: Delivery, kind: Kind
    ) -> int | None:
        """Our post in the channel's history, known by the id its button carries."""
        wanted = component_id(kind.button, delivery.delivery_id)
        since = datetime.fromtimestamp(delivery.sending_at or 0, UTC) - timedelta(minutes=5)
        async for message in channel.history(limit=1000, after=since):
            if message.author == self._bot.user and wanted in component_ids(message):
                return message.id
        return None

    async def _later(self, delivery: Delivery) -> None:
        again = self._bot.seconds() + self._backoff(delivery)
        await deliveries.postpone(self._bot.store, delivery, again)

    def _backoff(self, delivery: Delivery) -> int:
        longest = min(FIRST_RETRY * 2 ** min(delivery.tries, 10), LAST_RETRY)
        return int(longest * random.uniform(0.75, 1.25))  # noqa: S311 - spreads retries, no secret

    async def _fail(
        self, guild: discord.Guild, delivery: Delivery, reason: str, *, told: bool = True
    ) -> None:
        state: deliveries.State = "skipped" if reason in {"missed", "empty"} else "failed"
        await deliveries.finish(self._bot.store, delivery, state, reason=reason)
        ended = await deliveries.get(self._bot.store, guild.id, delivery.delivery_id)
        assert ended is not None
        if told:
            await self._report(guild, ended)

    async def _report(self, guild: discord.Guild, delivery: Delivery) -> None:
        log.warning("Delivery %d %s: %s", delivery.delivery_id, delivery.state, delivery.reason)
        await tell_moderators(
            self._bot.store,
            guild,
            f"delivery-{delivery.kind}-{delivery.reason}",
            channel=f"<#{delivery.channel_id}>",
            date=stamp(delivery.due_at, "D"),
        )


async def thread_of(bot: "Vinkki", guild_id: int, delivery_id: int) -> int | None:
    """The id of the thread under a post, made when there is none; None when the post is gone.

    Raises what TROUBLE names when Discord does not let us make one.
    """
    delivery = await deliveries.get(bot.store, guild_id, delivery_id)
    if delivery is None or delivery.message_id is None:
        return None
    if delivery.thread_id is not None:
        return delivery.thread_id
    message = message_at(bot, guild_id, delivery.channel_id, delivery.message_id)
    line = " ".join(delivery.prompt_text.split())
    name = line if len(line) <= THREAD_NAME else line[: THREAD_NAME - 1].rstrip() + "…"
    try:
        thread = await message.create_thread(name=name, auto_archive_duration=ARCHIVE_AFTER)
        thread_id = thread.id
    except discord.NotFound:
        return None
    except discord.HTTPException as trouble:
        if trouble.code != THREAD_EXISTS:
            raise
        # A thread made from a message has the message's id.
        thread_id = delivery.message_id
    await deliveries.set_thread(bot.store, guild_id, delivery_id, thread_id)
    return thread_id
