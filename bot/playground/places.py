"""Where a member can go: channels, the forum's posts, threads and messages as plain data."""

from typing import Any

import discord
import simcord

# Navigation is not a feature of SimCord's public API, so its store is read (never written) here.
from simcord.backend.access import can_access_channel

from bot.playground.world import World

Place = dict[str, Any]
MESSAGE_MENU = discord.AppCommandType.message.value


def find_channel(world: World, channel_id: int) -> simcord.ChannelHandle | None:
    """The channel or thread of that id, or None."""
    channel = world.env.backend.channels.get(channel_id)
    if channel is None:
        return None
    guild = world.guild if channel.guild_id is not None else None
    return simcord.ChannelHandle(world.env, guild, channel)


def may_see(world: World, member: simcord.MemberActor, channel: simcord.ChannelHandle) -> bool:
    viewer = member.user if channel.guild is None else member
    return can_access_channel(world.env, channel.id, viewer, history=True)


def places(world: World, member: simcord.MemberActor) -> list[Place]:
    """Everything `member` may open, in the order of the channel list; messages to them last."""
    found = [
        _channel(world, member, channel)
        for channel in world.guild.channels.values()
        if may_see(world, member, channel)
    ]
    direct = world.env.backend.dm_channels.get(member.id)
    if direct is not None and (channel := find_channel(world, direct)) is not None:
        found.append({**_place(world, channel), "kind": "direct", "name": "Vinkki", "threads": []})
    return found


def _channel(world: World, member: simcord.MemberActor, channel: simcord.ChannelHandle) -> Place:
    stored = world.env.backend.get_channel(channel.id)
    forum = stored.type == discord.ChannelType.forum.value
    threads = [thread for thread in channel.threads if may_see(world, member, thread)]
    tags = {int(tag["id"]): str(tag["name"]) for tag in stored.available_tags}
    return {
        **_place(world, channel),
        "kind": "forum" if forum else "text",
        "threads": [_thread(world, thread, tags) for thread in reversed(threads)],
    }


def _thread(world: World, thread: simcord.ChannelHandle, tags: dict[int, str]) -> Place:
    stored = world.env.backend.get_channel(thread.id)
    closed = stored.thread_metadata is not None and stored.thread_metadata.archived
    return {
        **_place(world, thread),
        "kind": "thread",
        "archived": closed,
        "tags": [tags[tag] for tag in stored.applied_tags if tag in tags],
        "count": len(world.env.backend.messages.get(thread.id, {})),
    }


def _place(world: World, channel: simcord.ChannelHandle) -> Place:
    messages = world.env.backend.messages.get(channel.id, {})
    public = [message.id for message in messages.values() if not message.is_ephemeral]
    return {
        "id": str(channel.id),
        "name": channel.name or "",
        "last": str(max(public, default=0)),
    }


def menus(world: World, member: simcord.MemberActor, channel: simcord.ChannelHandle) -> list[str]:
    """The message menus `member` is offered in `channel`, by name."""
    if channel.guild is None:
        return []
    visible = world.env.backend.visible_commands(
        user_id=member.id, channel_id=channel.id, type=MESSAGE_MENU
    )
    return [str(command["name"]) for command in visible]


def find_message(
    channel: simcord.ChannelHandle, member: simcord.MemberActor, message_id: int
) -> discord.Message | None:
    history = channel.history(viewer=member)
    return next((message for message in history if message.id == message_id), None)
