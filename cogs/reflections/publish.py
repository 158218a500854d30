"""Open answers in the prompt's thread: posted once, changed, and found where a line broke."""

import logging
from typing import Literal

import discord
from discord.ext import commands

from bot import channels
from bot.delivery import thread_of
from bot.reader import Reader
from bot.ui import Card
from cogs.reflections.base import ReflectionPart, standing
from cogs.reflections.ui import reflection_card
from data import deliveries, reflections
from data.reflections import Reflection

LOOKED_FOR = 7 * 86_400
"""Seconds for which an open answer is looked for that may stand in its thread unknown."""

Published = Literal["open", "not-posted", "not-changed"]
"""An open answer stands in the thread, or it does not, or its words of before do."""

log = logging.getLogger(__name__)


class Publishing(ReflectionPart):
    """What puts an open answer into its prompt's thread."""

    @commands.Cog.listener("on_ready")
    async def find_cut_short(self) -> None:
        """An earlier process may have ended between a post and its record."""
        store, since = self.bot.store, self.bot.seconds() - LOOKED_FOR
        for saved in await reflections.doubtful(store, since):
            where = await standing(self.bot, saved)
            if where and where != "unknown":
                await reflections.found(store, saved.guild_id, saved.reflection_id, *where)

    async def publish(
        self, reader: Reader, saved: Reflection, before: Reflection | None
    ) -> tuple[Published, str]:
        """Post an open reflection in the thread, or change the one that stood there `before`.

        Returns how that ended, and the link to it if it stands there.
        """
        card = reflection_card(saved, reader.public_language)
        where = await standing(self.bot, before) if before else None
        if where == "unknown":
            return "not-posted", ""
        try:
            if where is None or not await self._redrawn(saved, where, card):
                where = await self._post(saved, card)
        except channels.TROUBLE as trouble:
            log.warning("Reflection %d is not in its thread: %s", saved.reflection_id, trouble)
            if where:
                return "not-changed", ""
            # Or it is, and only the answer was lost.
            where = await standing(self.bot, saved)
        if where is None or where == "unknown":
            return "not-posted", ""
        at = (saved.guild_id, *where)
        if not await reflections.posted(
            self.bot.store, saved.guild_id, saved.reflection_id, *where
        ):
            # Removed in the same moment: the post goes too.
            await channels.delete_message(self.bot, *at)
            return "not-posted", ""
        return "open", channels.jump(*at)

    async def _redrawn(self, saved: Reflection, where: tuple[int, int], card: Card) -> bool:
        """False when somebody deleted it: the writer has just asked to post again."""
        try:
            await channels.redraw_message(self.bot, saved.guild_id, *where, card)
        except discord.NotFound:
            return False
        return True

    async def _post(self, saved: Reflection, card: Card) -> tuple[int, int] | None:
        """Post in the prompt's thread; returns (thread id, message id), None without a thread."""
        # A nonce counts for one writing: the same text may be withdrawn and posted again.
        nonce = f"r{saved.reflection_id}-{self.bot.seconds()}"
        for _ in range(2):
            thread_id = await thread_of(self.bot, saved.guild_id, saved.delivery_id)
            if thread_id is None:
                return None
            thread = self.bot.get_partial_messageable(thread_id, guild_id=saved.guild_id)
            try:
                return thread_id, (await thread.send(view=card, nonce=nonce)).id
            except discord.NotFound:
                # The thread was deleted while nobody looked: make another.
                await deliveries.thread_deleted(self.bot.store, saved.guild_id, thread_id)
        return None
