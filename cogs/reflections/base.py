"""What the parts of the feature have in common: whose an answer is, and taking one out."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from typing import Literal
from weakref import WeakValueDictionary

import discord

from bot import channels
from bot.app import Vinkki
from bot.delivery import PROMPT
from bot.leftovers import take_out
from bot.reader import Reader
from bot.router import Feature
from cogs.reflections.ui import writer_of
from data import anonymous, deliveries, leftovers, reflections
from data.anonymous import Answer
from data.deliveries import Delivery
from data.leftovers import Leftover
from data.reflections import Reflection

log = logging.getLogger(__name__)


async def standing(bot: Vinkki, saved: Reflection) -> tuple[int, int] | Literal["unknown"] | None:
    """Where a reflection stands: the ids of thread and message; "unknown" when nobody can look.

    An open one that is not known to stand anywhere is looked for in its prompt's thread: the line
    may have broken, or the process ended, after Discord took it.
    """
    if saved.channel_id and saved.message_id:
        return saved.channel_id, saved.message_id
    delivery = await deliveries.get(bot.store, saved.guild_id, saved.delivery_id)
    if saved.visibility != "open" or delivery is None or delivery.thread_id is None:
        return None
    guild = bot.get_guild(saved.guild_id)
    channel = guild.get_channel(delivery.channel_id) if guild else None
    if channel is None:
        return None
    # Without these Discord answers with an empty history, not with a refusal.
    if channels.missing(channel, ("view_channel", "read_message_history")):
        return "unknown"
    thread = bot.get_partial_messageable(delivery.thread_id, guild_id=saved.guild_id)
    since = datetime.fromtimestamp(saved.written_at, UTC) - timedelta(minutes=5)
    try:
        async for message in thread.history(limit=1000, after=since):
            if message.author == bot.user and writer_of(message) == saved.user_id:
                return delivery.thread_id, message.id
    except discord.NotFound:
        return None
    except channels.TROUBLE as trouble:
        log.warning("Reflection %d was not looked for: %s", saved.reflection_id, trouble)
        return "unknown"
    return None


class ReflectionPart(Feature):
    """Each part is a class of its own; cog.py puts them together."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self._turns: WeakValueDictionary[tuple[int, int, int], asyncio.Lock] = WeakValueDictionary()

    def turn(self, reader: Reader, delivery_id: int) -> asyncio.Lock:
        """Held while a reader's answer to a prompt changes: what two forms of theirs did at once
        would stand in the thread twice, or stay there when it was to go."""
        which = (reader.guild_id, delivery_id, reader.user_id)
        return self._turns.setdefault(which, asyncio.Lock())

    async def answerable(self, reader: Reader, delivery_id: int) -> Delivery | None:
        """The prompt's post, if it is this community's and the reader may see its channel."""
        found = await deliveries.get(self.bot.store, reader.guild_id, delivery_id)
        if found is None or found.kind != PROMPT:
            return None
        return found if channels.may_read(reader.member, found.channel_id) else None

    def author(self, reader: Reader, delivery_id: int) -> bytes:
        """The hash by which this reader's anonymous answer to one prompt is theirs."""
        return self.bot.secret.author(reader.guild_id, delivery_id, reader.user_id)

    async def own_answer(self, reader: Reader, delivery_id: int) -> Answer | None:
        """What this reader answered anonymously to a prompt."""
        whose = [(delivery_id, self.author(reader, delivery_id))]
        found = await anonymous.own(self.bot.store, reader.guild_id, whose)
        return found[0] if found else None

    async def withdraw(self, saved: Reflection) -> bool:
        """Take a reflection's message away. False when Discord did not let us."""
        where = await standing(self.bot, saved)
        if where is None or where == "unknown":
            return where is None
        gone = await channels.delete_message(self.bot, saved.guild_id, *where)
        if gone:
            await reflections.posted(
                self.bot.store, saved.guild_id, saved.reflection_id, None, None
            )
        return gone

    async def is_out(self, removed: Answer) -> bool:
        """Take away the message of an answer that is removed from the store. False when Discord
        did not let us; it is a leftover then, and is tried again."""
        if not (removed.channel_id and removed.message_id):
            # It may have been posted in the same moment, and is among the leftovers then.
            await take_out(self.bot, removed.guild_id)
            return True
        where = (removed.guild_id, removed.channel_id, removed.message_id)
        gone = await channels.delete_message(self.bot, *where)
        if gone:
            await leftovers.taken_out(self.bot.store, Leftover(*where))
        return gone
