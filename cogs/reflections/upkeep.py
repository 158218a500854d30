"""Posts anonymous answers once there are enough, and takes away those nobody decided about.

Which answers are shown is decided in the store, in the transaction of the answer that makes them
enough. Posting follows, and goes on after a restart: a post is known by its button, so what stands
in the thread already is not posted again.
"""

import logging
from functools import partial
from typing import TYPE_CHECKING

import discord

from bot import channels
from bot.delivery import thread_of
from bot.reader import language_of
from bot.rounds import CommunityRounds
from bot.ui import component_id, component_ids
from cogs.reflections.views import MORE, anonymous_card
from data import anonymous, deliveries
from data.anonymous import Answer
from data.deliveries import Delivery

if TYPE_CHECKING:
    from bot.app import Vinkki

FIRST_RETRY, LAST_RETRY = 30, 1800

log = logging.getLogger(__name__)


class Releases(CommunityRounds):
    """Whoever saves an anonymous answer, or closes a prompt, wakes it."""

    def __init__(self, bot: "Vinkki") -> None:
        super().__init__(bot, "anonymous answers")
        self._failed = 0

    async def close(self, delivery: Delivery) -> None:
        """The prompt is over: what is held is shown if enough, else its writers decide."""
        await anonymous.close(self._bot.store, delivery.guild_id, delivery.delivery_id)
        self.wake()

    async def _pass(self) -> float | None:
        store, now = self._bot.store, self._bot.seconds()
        await anonymous.sweep(store, now)
        waiting: dict[int, list[int]] = {}
        for guild_id, delivery_id in await anonymous.waiting(store):
            waiting.setdefault(guild_id, []).append(delivery_id)
        done = await self._each(
            {each: partial(self._settle_all, each, which) for each, which in waiting.items()}
        )
        moment = await anonymous.next_moment(store, now)
        following = None if moment is None else max(moment - self._bot.seconds(), 1)
        if done:
            self._failed = 0
            return following
        again: int = min(FIRST_RETRY * 2 ** min(self._failed, 10), LAST_RETRY)
        self._failed += 1
        return again if following is None else min(again, following)

    async def _settle_all(self, guild_id: int, delivery_ids: list[int]) -> bool:
        """False when something is left to try again."""
        guild = self._bot.get_guild(guild_id)
        if guild is None or guild.unavailable:
            # It is looked at again when it is back.
            return True
        done = True
        for delivery_id in delivery_ids:
            try:
                done &= await self._settle(guild, delivery_id)
            except channels.TROUBLE as trouble:
                log.warning("Answers to %d are not posted yet: %s", delivery_id, trouble)
                done = False
            except Exception:
                log.exception("Answers to %d could not be posted", delivery_id)
                done = False
        return done

    async def _settle(self, guild: discord.Guild, delivery_id: int) -> bool:
        store, now = self._bot.store, self._bot.seconds()
        answers = await anonymous.settle(store, guild.id, delivery_id, now)
        if not answers:
            return True
        delivery = await deliveries.get(store, guild.id, delivery_id)
        channel = guild.get_channel(delivery.channel_id) if delivery else None
        # Without reading its history nobody can tell what stands in the thread.
        needed = channels.TO_POST_WITH_THREAD
        if channel is not None and (lacking := channels.missing(channel, needed)):
            log.warning("Answers to %d are not posted: %s", delivery_id, ", ".join(lacking))
            return False
        for _ in range(2):
            thread_id = await thread_of(self._bot, guild.id, delivery_id)
            if thread_id is None:
                await anonymous.stranded(store, guild.id, delivery_id)
                return True
            try:
                await self._post(guild, thread_id, answers)
            except discord.NotFound:
                # The thread was deleted while nobody looked: make another.
                await deliveries.thread_deleted(store, guild.id, thread_id)
            else:
                return True
        return False

    async def _post(self, guild: discord.Guild, thread_id: int, answers: list[Answer]) -> None:
        """Post those that do not stand in the thread yet."""
        store = self._bot.store
        language = await language_of(store, guild)
        thread = self._bot.get_partial_messageable(thread_id, guild_id=guild.id)
        standing: dict[str, int] = {}
        async for message in thread.history(limit=1000):
            if message.author == self._bot.user:
                standing.update(dict.fromkeys(component_ids(message), message.id))
        for answer in answers:
            message_id = standing.get(component_id(MORE, answer.answer_id))
            if message_id is None:
                card = anonymous_card(answer, language)
                # Discord drops a repeat within a few minutes by itself.
                message_id = (await thread.send(view=card, nonce=f"a{answer.answer_id}")).id
            where = (guild.id, thread_id, message_id)
            now = await anonymous.posted(store, guild.id, answer.answer_id, thread_id, message_id)
            if now is None:
                # Taken back in the same moment: the post goes too.
                await channels.delete_message(self._bot, *where)
            elif now.text != answer.text:
                await channels.redraw_message(self._bot, *where, anonymous_card(now, language))
