"""Takes out of Discord what its removal in the store left standing there."""

from typing import TYPE_CHECKING

import discord

from bot import channels
from bot.i18n import text
from bot.reader import language_of
from data import leftovers
from data.leftovers import Leftover

if TYPE_CHECKING:
    from bot.app import Vinkki


async def take_out(bot: "Vinkki", guild_id: int | None = None) -> int:
    """Delete messages and take names off threads, in one community or in all.

    Returns how many Discord kept; those are tried again at the next start.
    """
    kept = 0
    for one in await leftovers.waiting(bot.store, guild_id):
        if one.message_id:
            where = (one.guild_id, one.channel_id, one.message_id)
            gone = await channels.delete_message(bot, *where)
        else:
            gone = await _take_name_off(bot, one)
        if gone:
            await leftovers.taken_out(bot.store, one)
        kept += not gone
    return kept


async def _take_name_off(bot: "Vinkki", leftover: Leftover) -> bool:
    """The thread's name was the question. False when Discord kept it."""
    guild = bot.get_guild(leftover.guild_id)
    if guild is None:
        return False
    name = text(await language_of(bot.store, guild), "question-erased")
    try:
        thread = await guild.fetch_channel(leftover.channel_id)
        if isinstance(thread, discord.Thread):
            await thread.edit(archived=False, name=name)
    except discord.NotFound:
        return True
    except channels.TROUBLE:
        return False
    return True
