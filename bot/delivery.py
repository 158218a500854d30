"""Scheduled posts: meant at least once, made effectively once, never lost in silence.

Each post has a row, unique on (schedule, local date, slot), that is committed as `sending` before
the request goes out and as `sent` after. Its nonce lets Discord drop a repeat within a few minutes;
later, the post is looked for in the channel by the delivery's id, which its button carries.
"""

import asyncio
import logging
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

import discord

from bot.channels import (
    ARCHIVE_AFTER,
    TROUBLE,
    message_at,
    missing,
    needs,
    tell_moderators,
)
from bot.claims import GRACE, Claims
from bot.i18n import stamp
from bot.pace import Pace
from bot.pauses import Pauses
from bot.quiet import Quiet
from bot.reader import zone
from bot.recurrence import comes, runs
from bot.rounds import AFTER_TROUBLE, Rounds
from bot.ui import Card, component_id, component_ids
from data import communities, days_off, deliveries, pauses, schedules
from data.deliveries import Delivery
from data.schedules import Run, Schedule

if TYPE_CHECKING:
    from bot.app import Vinkki

NONCE_LASTS = 60
"""Seconds in which Discord surely still knows a nonce ("the past few minutes")."""
FIRST_RETRY, LAST_RETRY = 30, 1800
THREAD_NAME = 100
THREAD_EXISTS = 160004
UNKNOWN_MESSAGE = 10008
TELL_WITHIN = 7 * 24 * 3600
"""Seconds after which it is no news any more that a run was missed."""
POSTS_A_SECOND = 20
"""Discord takes 50 requests a second in all; a post with its thread is two of them."""

Reason = Literal["missed", "empty", "gone", "forbidden", "unsure"]
"""Why a post is skipped (the first two) or failed."""

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
        self._halves: defaultdict[int, list[Delivery]] = defaultdict(list)
        self._untold: defaultdict[int, list[Delivery]] = defaultdict(list)
        self._quiet = Quiet(bot)
        self._claims = Claims(bot, self._quiet, PROMPT)
        self._pauses = Pauses(bot, GRACE)
        self._pace = Pace(POSTS_A_SECOND)
        self._busy: dict[int, asyncio.Task[None]] = {}
        """One task a community: what hangs in one holds up no other."""
        self._come_again: set[int] = set()

    def add(self, name: str, kind: Kind) -> None:
        self._kinds[name] = kind

    def remove(self, name: str) -> None:
        del self._kinds[name]

    async def following(
        self, guild: discord.Guild, schedule: Schedule, after: int
    ) -> Iterator[Run]:
        """The schedule's runs after a moment, in the community's zone, without end.

        Days off, skipped runs and a pause with an end are left out; a schedule that is paused for
        good has no runs at all.
        """
        if schedule.paused_at is not None and schedule.paused_until is None:
            return iter(())
        community = await communities.get(self._bot.store, guild.id)
        off = await self._days_off(schedule)
        first = date.fromisoformat(schedule.first_date)
        where = zone(community, guild)
        planned = runs(schedule.every, schedule.weekday, schedule.minute, where, first, after)
        return (run for run in planned if comes(run, schedule, off))

    async def _days_off(self, schedule: Schedule) -> frozenset[str]:
        if schedule.kind != PROMPT:
            return frozenset()
        return frozenset(await days_off.listed(self._bot.store, schedule.guild_id))

    async def reschedule(self, guild: discord.Guild) -> None:
        """Move every schedule of a community to its new zone, or out of its new days off."""
        now = self._bot.seconds()
        for one in await schedules.of_guild(self._bot.store, guild.id):
            run = next(await self.following(guild, one, now), None)
            # What has come is claimed as it was promised, and moves on by that.
            if run and one.next_due > now:
                was = one.next_due
                await schedules.move(self._bot.store, guild.id, one.schedule_id, run, was=was)
        self.wake()

    async def _pass(self) -> float | None:
        """Do all there is to do now; returns the seconds until there may be more."""
        began = self._bot.seconds()
        if self._cut_short:
            await deliveries.recover(self._bot.store, began)
            for delivery in await deliveries.halves(self._bot.store):
                self._halves[delivery.guild_id].append(delivery)
            for delivery in await deliveries.untold(self._bot.store, began - TELL_WITHIN):
                self._untold[delivery.guild_id].append(delivery)
            await self._quiet.recover()
            self._cut_short = False
        for delivery in await self._claims.due(began):
            self._untold[delivery.guild_id].append(delivery)
        now = self._bot.seconds()
        waiting = await deliveries.waiting(self._bot.store, now)
        to_probe = await pauses.due(self._bot.store, now)
        left = (*self._halves, *self._untold, *self._quiet.untold)
        for guild_id in dict.fromkeys([*waiting, *to_probe, *left]):
            if guild_id in self._busy:
                self._come_again.add(guild_id)
            else:
                name = f"deliveries of {guild_id}"
                self._busy[guild_id] = asyncio.create_task(self._serve(guild_id), name=name)
        # What came due during the pass is still to do.
        moments = (
            await deliveries.next_moment(self._bot.store, began),
            await pauses.next_due(self._bot.store, began),
        )
        moment = min((one for one in moments if one is not None), default=None)
        return None if moment is None else max(moment - self._bot.now().timestamp(), 0)

    async def stop(self) -> None:
        await super().stop()
        for task in [*self._busy.values()]:
            task.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def _serve(self, guild_id: int) -> None:
        """Do all there is to do now in one community."""
        try:
            for delivery in self._halves.pop(guild_id, ()):
                await self._follow(delivery)
            for delivery in self._untold.pop(guild_id, ()):
                await self._tell(delivery)
            await self._quiet.tell(guild_id)
            await self._pauses.probe(guild_id)
            now = self._bot.seconds()
            for delivery in await deliveries.to_do(self._bot.store, guild_id, now):
                await self._try(delivery)
        except Exception:
            log.exception("What is due in a community could not be looked at")
            self._come_again.add(guild_id)
            await self._bot.park(asyncio.sleep(AFTER_TROUBLE), reason="waiting after trouble")
        finally:
            del self._busy[guild_id]
            # What came due meanwhile was left to this task.
            if guild_id in self._come_again or not self._busy:
                self._come_again.discard(guild_id)
                self.wake()

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
        if guild is None:
            # Removed from there; only coming back changes that.
            again = self._bot.seconds() + LAST_RETRY
            await deliveries.postpone(self._bot.store, delivery, again)
            return
        if kind is None or guild.unavailable:
            await self._later(delivery)
            return
        channel = guild.get_channel(delivery.channel_id)
        if channel is None:
            await self._look(guild, delivery)
            return
        if not isinstance(channel, discord.TextChannel):
            await self._fail(guild, delivery, "gone")
            return
        doubtful = self._older_than_nonce(delivery) or self._too_late(delivery)
        if delivery.state == "sending" and doubtful:
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
                await self._sent(delivery, adopted)
                return
        if held := await self._pauses.holds(delivery):
            await self._fail(guild, delivery, held)
            return
        if missing(channel, needs(channel, thread=kind.thread)):
            await self._fail(guild, delivery, "forbidden")
            return
        if self._too_late(delivery):
            await self._fail(guild, delivery, "missed")
            return
        card = await kind.compose(delivery, guild)
        if card is None:
            await self._fail(guild, delivery, "empty", told=kind.tell_empty)
            return
        await self._pace.turn()
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
                await self._look(guild, delivery)
        except discord.Forbidden:
            await self._fail(guild, delivery, "forbidden")
        except TROUBLE as trouble:
            # The row stays `sending` and is looked at again: the post may stand all the same.
            log.warning("Delivery %d will be tried again: %s", delivery.delivery_id, trouble)
            self.wake()
        else:
            await self._sent(delivery, message.id)

    async def _sent(self, delivery: Delivery, message_id: int) -> None:
        await deliveries.finish(
            self._bot.store, delivery, "sent", reason=deliveries.HALF, message_id=message_id
        )
        await self._pauses.over(delivery)
        await self._follow(delivery)

    async def _follow(self, delivery: Delivery) -> None:
        """What follows a post that stands; cut short, it is done after the next start."""
        if kind := self._kinds.get(delivery.kind):
            await kind.posted(delivery)
            await deliveries.followed(self._bot.store, delivery.guild_id, delivery.delivery_id)

    async def _look(self, guild: discord.Guild, delivery: Delivery) -> None:
        """Not in memory, or once not found, is no proof that a channel is gone: this is."""
        try:
            await guild.fetch_channel(delivery.channel_id)
        except (discord.NotFound, discord.InvalidData):
            await self._fail(guild, delivery, "gone")
        except discord.Forbidden:
            await self._fail(guild, delivery, "forbidden")
        else:
            if self._too_late(delivery):
                await self._fail(guild, delivery, "missed")
            else:
                await self._later(delivery)

    def _too_late(self, delivery: Delivery) -> bool:
        return self._bot.seconds() - delivery.due_at > GRACE

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
        self.wake()

    def _backoff(self, delivery: Delivery) -> int:
        longest = min(FIRST_RETRY * 2 ** min(delivery.tries, 10), LAST_RETRY)
        return int(longest * random.uniform(0.75, 1.25))  # noqa: S311 - spreads retries, no secret

    async def _fail(
        self, guild: discord.Guild, delivery: Delivery, reason: Reason, *, told: bool = True
    ) -> None:
        state: deliveries.State = "skipped" if reason in {"missed", "empty"} else "failed"
        store, which = self._bot.store, (guild.id, delivery.delivery_id)
        await deliveries.finish(store, delivery, state, reason=reason, untold=told)
        ended = await deliveries.get(store, *which)
        assert ended is not None
        # A channel that stays closed is told of once.
        if (reason == "forbidden" or reason == "gone") and not await self._pauses.put(
            delivery, reason
        ):
            await deliveries.told(store, *which)
        elif told:
            await self._tell(ended)

    async def _tell(self, delivery: Delivery) -> None:
        """Cut short or refused by Discord, it is told after the next start."""
        guild = self._bot.get_guild(delivery.guild_id)
        if guild is None:
            return
        log.warning("Delivery %d %s: %s", delivery.delivery_id, delivery.state, delivery.reason)
        if await tell_moderators(
            self._bot.store,
            guild,
            f"delivery-{delivery.kind}-{delivery.reason}",
            channel=f"<#{delivery.channel_id}>",
            date=stamp(delivery.due_at, "D"),
        ):
            await deliveries.told(self._bot.store, guild.id, delivery.delivery_id)


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
