"""Closing a prompt when the next one comes: its card says thank you, and takes no more answers."""

import itertools
import logging
import random
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot import channels
from bot.reader import public_language
from bot.rounds import LONGEST_NAP, CommunityRounds
from cogs.reflections.anonymous import Anonymity
from cogs.reflections.journal_ui import closed_card
from data import closing, communities
from data.deliveries import Delivery

if TYPE_CHECKING:
    from bot.app import Vinkki

AT_A_TIME, GAP = 5, 5
"""Cards of one community that are changed in a pass, and seconds until the next few."""
FIRST_RETRY = 30

log = logging.getLogger(__name__)


class Closings(CommunityRounds):
    """Changes each card once, as soon as Discord lets us; `after` hears of each closed post."""

    def __init__(self, bot: "Vinkki", after: Callable[[Delivery], Awaitable[None]]) -> None:
        super().__init__(bot, "prompts to close")
        self._after = after
        self._failed = 0

    async def _pass(self) -> float | None:
        waiting = await closing.to_close(self._bot.store)
        waiting.sort(key=lambda one: one.guild_id)
        by_guild = {
            guild_id: [*posts]
            for guild_id, posts in itertools.groupby(waiting, lambda one: one.guild_id)
        }
        if not await self._each(
            {each: partial(self._close_few, posts) for each, posts in by_guild.items()}
        ):
            longest: int = min(FIRST_RETRY * 2 ** min(self._failed, 10), LONGEST_NAP)
            self._failed += 1
            return longest * random.uniform(0.75, 1.25)  # noqa: S311 - spreads retries, no secret
        self._failed = 0
        return GAP if any(len(posts) > AT_A_TIME for posts in by_guild.values()) else None

    async def _close_few(self, posts: Iterable[Delivery]) -> bool:
        """False when something is to be tried again."""
        ended = [await self._close(post) for post in itertools.islice(posts, AT_A_TIME)]
        return all(ended)

    async def _close(self, post: Delivery) -> bool:
        guild = self._bot.get_guild(post.guild_id)
        if guild is None or guild.unavailable:
            return False
        try:
            await self._say_thanks(post, guild)
        except (discord.Forbidden, discord.NotFound) as refused:
            log.info("The card of delivery %d stays as it is: %s", post.delivery_id, refused)
        except channels.TROUBLE as trouble:
            log.warning("The card of delivery %d is closed later: %s", post.delivery_id, trouble)
            return False
        except Exception:
            log.exception("The card of delivery %d could not be closed", post.delivery_id)
            return False
        which = (post.guild_id, post.delivery_id)
        await closing.closed(self._bot.store, *which, self._bot.seconds())
        # If the process ends here, what is held is settled by the closing that stands in the store.
        await self._after(post)
        return True

    async def _say_thanks(self, post: Delivery, guild: discord.Guild) -> None:
        if post.message_id is None:
            return
        community = await communities.get(self._bot.store, guild.id)
        answers = await closing.reflected(self._bot.store, guild.id, post.delivery_id)
        card = closed_card(
            post, public_language(community, guild), answers, community.anonymous_least
        )
        where = (guild.id, post.channel_id, post.message_id)
        await channels.redraw_message(self._bot, *where, card)


class Closing(Anonymity):
    """Old cards follow new prompts."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self.closings = Closings(self.bot, self.releases.close)
        self.bot.rounds.append(self.closings)

    async def cog_unload(self) -> None:
        self.bot.rounds.remove(self.closings)
        await super().cog_unload()

    @commands.Cog.listener("on_prompt_posted")
    async def close_earlier(self) -> None:
        self.closings.wake()

    @commands.Cog.listener("on_guild_available")
    async def close_in_guild(self, _: discord.Guild) -> None:
        self.closings.wake()
