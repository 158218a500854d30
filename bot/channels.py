"""What the bot and its readers may do where, and posting that says why it could not."""

from collections.abc import Iterable

import discord

from bot import i18n
from bot.reader import public_language
from data import communities
from data.store import Store

TO_POST = ("view_channel", "send_messages", "embed_links")
TO_POST_WITH_THREAD = (*TO_POST, "create_public_threads", "send_messages_in_threads")
TO_POST_IN_FORUM = ("view_channel", "send_messages", "send_messages_in_threads")


def missing(channel: discord.abc.GuildChannel, needed: Iterable[str]) -> tuple[str, ...]:
    """Which of these permissions the bot lacks in a channel, by Discord's names for them."""
    held = channel.permissions_for(channel.guild.me)
    return tuple(name for name in needed if not getattr(held, name))


def needs(channel: discord.abc.GuildChannel, *, thread: bool) -> tuple[str, ...]:
    """What the bot needs in a channel it posts cards to, with a thread under each or without."""
    if isinstance(channel, discord.ForumChannel):
        return TO_POST_IN_FORUM
    return TO_POST_WITH_THREAD if thread else TO_POST


def may_read(member: discord.Member, channel_id: int | None, parent_id: int | None = None) -> bool:
    """Whether this member may see what is posted there, as of now.

    A thread that is not in memory (it was archived) is judged by the channel it hangs from.
    """
    guild = member.guild
    for candidate in (channel_id, parent_id):
        channel = guild.get_channel_or_thread(candidate) if candidate else None
        if channel is not None:
            held = channel.permissions_for(member)
            if isinstance(channel, discord.Thread) and channel.is_private():
                # Who was added to it is not known here; who manages threads sees every one.
                return held.manage_threads
            return held.view_channel
    return False


def jump(guild_id: int, channel_id: int, message_id: int) -> str:
    return f"https://discord.com/channels/{guild_id}/{channel_id}/{message_id}"


def permission_name(language: i18n.Language, name: str) -> str:
    """A permission as Discord's own settings call it in this language."""
    return i18n.text(language, f"permission-{name.replace('_', '-')}")


async def redraw_message(
    bot: discord.Client,
    guild_id: int,
    channel_id: int,
    message_id: int,
    view: discord.ui.View | discord.ui.LayoutView,
) -> None:
    """Change the components of one of our messages. Raises HTTPException."""
    message = message_at(bot, guild_id, channel_id, message_id)
    # The client's own setting is not sent along with an edit that has no content.
    await message.edit(view=view, allowed_mentions=discord.AllowedMentions.none())


def message_at(
    bot: discord.Client, guild_id: int, channel_id: int, message_id: int
) -> discord.PartialMessage:
    """One of our messages, to work on without fetching it, in an archived thread too."""
    where = bot.get_partial_messageable(channel_id, guild_id=guild_id)
    return where.get_partial_message(message_id)


async def delete_message(
    bot: discord.Client, guild_id: int, channel_id: int, message_id: int
) -> bool:
    """Delete one of our messages. False when Discord did not let us; gone already is fine."""
    try:
        await message_at(bot, guild_id, channel_id, message_id).delete()
    except discord.NotFound:
        return True
    except discord.HTTPException:
        return False
    return True


async def tell_moderators(
    store: Store, guild: discord.Guild, key: str, /, **values: str | int
) -> bool:
    """Post one sentence to the moderators' channel. False when there is none to post to."""
    community = await communities.get(store, guild.id)
    channel = guild.get_channel(community.moderators_channel_id or 0)
    if not isinstance(channel, discord.TextChannel) or missing(channel, TO_POST):
        return False
    try:
        await channel.send(i18n.text(public_language(community, guild), key, **values))
    except discord.HTTPException:
        return False
    return True
