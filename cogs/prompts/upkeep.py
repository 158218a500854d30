"""Tells moderators in time that the pool runs low."""

from itertools import takewhile

import discord

from bot import i18n
from bot.app import Vinkki
from bot.channels import tell_moderators
from bot.delivery import PROMPT
from bot.i18n import Language, stamp
from bot.rounds import Rounds
from bot.ui import Buttons, button
from cogs.prompts import rules
from data import communities, prompts, schedules


class LowPool(Rounds):
    """Looks a few times a day; each community is told once, until its pool lasts again.

    A pool from which nothing was posted yet is still being filled: that it is short is no news.
    """

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot, "pools that run low")

    async def _pass(self) -> None:
        for guild_id in await prompts.posting(self._bot.store):
            guild = self._bot.get_guild(guild_id)
            if guild and not guild.unavailable:
                await self._look_at(guild)

    async def _look_at(self, guild: discord.Guild) -> None:
        store = self._bot.store
        community = await communities.get(store, guild.id)
        dry = await self._dry_at(guild, community.rest_weeks)
        if dry is None:
            if community.low_pool_told_at is not None:
                await communities.choose(store, guild.id, "low_pool_told_at", None)
        elif community.low_pool_told_at is None:
            # Told before it is noted: better twice, after a crash in between, than never.
            told = await tell_moderators(
                store, guild, "pool-low", view=_offer, when=stamp(dry, "D")
            )
            if told:
                now = self._bot.seconds()
                await communities.choose(store, guild.id, "low_pool_told_at", now)

    async def _dry_at(self, guild: discord.Guild, rest_weeks: int) -> int | None:
        """When a run of the next two weeks will find no prompt."""
        now = self._bot.seconds()
        runs: list[tuple[int, str]] = []
        for one in await schedules.of_guild(self._bot.store, guild.id, PROMPT):
            # None while it is paused; days off are left out.
            coming = await self._bot.deliveries.following(guild, one, now)
            near = takewhile(lambda run: run.due <= now + rules.AHEAD, coming)
            runs += [(run.due, one.theme) for run in near]
        pool = await prompts.pool(self._bot.store, guild.id)
        return rules.dry_at(runs, [one for one in pool if one.state == "ready"], rest_weeks)


def _offer(language: Language) -> Buttons:
    return Buttons(button(i18n.text(language, "prompt-starters"), "prompt.starters"))
