"""Turns schedules whose runs have come into deliveries, however many there are.

A commit is as dear as thousands of rows, and each read a trip: what decides about many schedules is
read for all of them at once.
"""

import itertools
import logging
from collections import deque
from datetime import date
from typing import TYPE_CHECKING

import discord

from bot.quiet import POSTS, Quiet
from bot.reader import zone
from bot.recurrence import comes, runs
from data import claims, communities, deliveries, schedules
from data.deliveries import Claim, Delivery
from data.schedules import Run, Schedule

if TYPE_CHECKING:
    from bot.app import Vinkki

GRACE = 24 * 3600
"""Seconds a missed post may come late; after that it is skipped, and moderators are told."""
MOST_MISSED = 10
"""Missed runs that are recorded one by one after a long downtime."""
CLAIMS_AT_ONCE = 2_000
"""Schedules claimed in one transaction: others write in between."""

log = logging.getLogger(__name__)


class Claims:
    """`answered` is the kind of posts that people answer: it has days off, and rests when quiet."""

    def __init__(self, bot: "Vinkki", quiet: Quiet, answered: str) -> None:
        self._bot = bot
        self._quiet = quiet
        self._answered = answered

    async def due(self, now: int) -> list[Delivery]:
        """Claim every run that has come, many at a time; returns what was missed, to be told."""
        missed: list[Delivery] = []
        due = await schedules.due(self._bot.store, now)
        for start in range(0, len(due), CLAIMS_AT_ONCE):
            some = due[start : start + CLAIMS_AT_ONCE]
            try:
                missed += await self._claim(some)
            except Exception:
                log.exception("%d schedules could not be claimed together", len(some))
                for schedule in some:
                    try:
                        missed += await self._claim([schedule])
                    except Exception:
                        log.exception("Schedule %d could not be claimed", schedule.schedule_id)
        return missed

    async def _claim(self, some: list[Schedule]) -> list[Delivery]:
        now = self._bot.seconds()
        around = await claims.surroundings(self._bot.store, some, POSTS)
        claimed = []
        for schedule in some:
            guild = self._bot.get_guild(schedule.guild_id)
            if guild is None or guild.unavailable:
                # What it misses counts as missed when it is back.
                continue
            come, following = self._come(schedule, guild, around, now)
            # Asked again on its own, as it is paused then.
            quiet = (
                come and schedule.kind == self._answered and schedule.schedule_id in around.quiet
            )
            if quiet and await self._quiet.rests(schedule):
                continue
            claimed.append(Claim(schedule, come, following))
        if not claimed:
            return []
        made = await deliveries.claim_all(self._bot.store, claimed, now, GRACE)
        return [delivery for delivery in made if delivery.state == "skipped"]

    def _come(
        self, schedule: Schedule, guild: discord.Guild, around: claims.Surroundings, now: int
    ) -> tuple[list[Run], Run]:
        """The runs that have come, the latest of them at most, and the one that comes next."""
        community = around.communities.get(guild.id) or communities.Community(guild.id)
        off: frozenset[str] = frozenset()
        if schedule.kind == self._answered:
            off = around.days_off.get(guild.id, off)
        first, after = date.fromisoformat(schedule.first_date), schedule.next_due
        where = zone(community, guild)
        later = runs(schedule.every, schedule.weekday, schedule.minute, where, first, after)
        come: deque[Run] = deque(maxlen=MOST_MISSED)
        # The run that was promised counts, also where the zone has changed since.
        for run in itertools.chain([Run(schedule.next_date, after)], later):
            if comes(run, schedule, off):
                if run.due > now:
                    break
                come.append(run)
        return [*come], run
