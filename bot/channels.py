"""What the bot and its readers may do where, and requests that say why they failed."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any, Literal

import aiohttp
import discord

from bot import i18n
from bot.reader import language_of
from data import communities
from data.store import Store

TROUBLE = (discord.HTTPException, aiohttp.ClientError, OSError)
"""What a request to Discord can fail with: refused, or not answered."""

TO_POST = ("view_channel", "send_messages", "embed_links")
TO_POST_WITH_THREAD = (
    *TO_POST,
    "create_public_threads",
    "send_messages_in_threads",
    "read_message_history",
)
TO_POST_IN_FORUM = (
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "read_message_history",
)
TO_POST_ONCE = (*TO_POST, "read_message_history")
"""Without its history nobody can tell what stands in a channel since before a restart."""
TO_ASK_IN_THREADS = ("view_channel", "send_messages_in_threads", "read_message_history")
TO_MAKE_TAGS = ("view_channel", "manage_channels")
TO_BOOKMARK = ("view_channel", "read_message_history", "add_reactions", "send_messages")
ARCHIVE_AFTER: Literal[10080] = 10_080
"""Minutes without a message after which Discord archives a thread of ours: a week."""
_ARCHIVED = 50083


def missing(channel: discord.abc.GuildChannel, needed: Iterable[str]) -> tuple[str, ...]:
    """Which of these permissions the bot lacks in a channel, by Discord's names for them."""
    held = channel.permissions_for(channel.guild.me)
    return tuple(name for name in needed if not getattr(held, name))


def needs(channel: discord.abc.GuildChannel, *, thread: bool) -> tuple[str, ...]:
    """What the bot needs in a channel it posts cards to, with a thread under each or without."""
    if isinstance(channel, discord.ForumChannel):
        return TO_POST_IN_FORUM
    return TO_POST_WITH_THREAD if thread else TO_POST


def place_of(channel: object) -> int | None:
    """The channel whose readers may see what is shared here: a thread's parent.

    None for a private thread: who was added to it is not known here.
    """
    if isinstance(channel, discord.Thread):
        return None if channel.is_private() else channel.parent_id
    return channel.id if isinstance(channel, discord.abc.GuildChannel) else None


def may_read(member: discord.Member, place_id: int | None) -> bool:
    """Whether this member may see what was shared in a place, as of now.

    The guild's own id means everybody; nobody can read a channel that is gone.
    """
    if place_id == member.guild.id:
        return True
    channel = member.guild.get_channel(place_id) if place_id else None
    return channel is not None and channel.permissions_for(member).view_channel


def silenced(member: discord.Member, channel_id: int, now: datetime) -> bool:
    """Whether this member may not write in a channel's threads, where others may.

    What the bot posts for them there would get round a time-out, or a role that mutes.
    """
    channel = member.guild.get_channel(channel_id)
    if channel is None:
        return False
    if member.timed_out_until and now < member.timed_out_until:
        return True
    own, others = (channel.permissions_for(one) for one in (member, member.guild.default_role))
    return others.send_messages_in_threads and not own.send_messages_in_threads


def readable(member: discord.Member, place_ids: Iterable[int]) -> tuple[int, ...]:
    """Those of the places this member may read."""
    return tuple(place_id for place_id in place_ids if may_read(member, place_id))


def open_in(guild: discord.Guild, channel_id: int, place_ids: Iterable[int]) -> tuple[int, ...]:
    """Those of the places that everybody who reads this channel may read."""
    everybody = guild.default_role
    return tuple(
        place_id
        for place_id in place_ids
        if place_id in (guild.id, channel_id)
        or (
            (place := guild.get_channel(place_id)) and place.permissions_for(everybody).view_channel
        )
    )


def jump(guild_id: int, channel_id: int, message_id: int | None = None) -> str:
    """A link to a message; without one to the channel, or to a thread, which is linked as one."""
    where = f"https://discord.com/channels/{guild_id}/{channel_id}"
    return f"{where}/{message_id}" if message_id else where


def permission_names(language: i18n.Language, names: Iterable[str]) -> str:
    """Permissions as Discord's own settings call them in this language, with commas between."""
    return ", ".join(i18n.text(language, f"permission-{one.replace('_', '-')}") for one in names)


async def redraw_message(
    bot: discord.Client,
    guild_id: int,
    channel_id: int,
    message_id: int,
    view: discord.ui.View | discord.ui.LayoutView,
    **more: Any,
) -> None:
    """Change the components of one of our messages, and `more` of it. Raises what TROUBLE names."""
    message = message_at(bot, guild_id, channel_id, message_id)
    # The client's own setting is not sent along with an edit that has no content.
    nobody = discord.AllowedMentions.none()
    await _opening(
        bot, channel_id, lambda: message.edit(view=view, allowed_mentions=nobody, **more)
    )


async def delete_message(
    bot: discord.Client, guild_id: int, channel_id: int, message_id: int
) -> bool:
    """Delete one of our messages. False when Discord did not let us; gone already is fine."""
    message = message_at(bot, guild_id, channel_id, message_id)
    try:
        await _opening(bot, channel_id, message.delete)
    except discord.NotFound:
        return True
    except TROUBLE:
        return False
    return True


def message_at(
    bot: discord.Client, guild_id: int, channel_id: int, message_id: int
) -> discord.PartialMessage:
    """One of our messages, to work on without fetching it."""
    where = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    return where.get_partial_message(message_id)


async def _opening(
    bot: discord.Client, channel_id: int, request: Callable[[], Awaitable[object]]
) -> None:
    """Make a request; where an archived thread refuses it, open the thread and make it again."""
    try:
        await request()
    except discord.HTTPException as refused:
        if refused.code != _ARCHIVED:
            raise
        thread = await bot.fetch_channel(channel_id)
        if not isinstance(thread, discord.Thread):
            raise
        await thread.edit(archived=False)
        await request()


async def tell_moderators(
    store: Store,
    guild: discord.Guild,
    key: str,
    /,
    view: Callable[[i18n.Language], discord.ui.View] | None = None,
    **values: str | int,
) -> bool:
    """Post one sentence to the moderators' channel. False when there is none to post to.

    `view` makes the buttons under it, in the channel's language.
    """
    community = await communities.get(store, guild.id)
    channel = guild.get_channel(community.moderators_channel_id or 0)
    if not isinstance(channel, discord.TextChannel) or missing(channel, TO_POST):
        return False
    language = await language_of(store, guild)
    more: dict[str, Any] = {"view": view(language)} if view else {}
    try:
        await channel.send(i18n.text(language, key, **values), **more)
    except TROUBLE:
        return False
    return True
