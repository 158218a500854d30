"""Discord's side of an interaction: what its gateway says, and a transport that answers at once."""

import asyncio
import itertools
import json
from collections.abc import Callable, Iterable
from typing import Any

from discord.user import ClientUser

from benchmarks.community import GUILD, OPEN, PLACES
from bot.app import Vinkki

BOT = 930_000_000_000_000_001
OWNER = 930_000_000_000_000_002
NOT_SEEN = 1 << 10
EVERYTHING = (1 << 53) - 1
MEMBERS_MAY = EVERYTHING & ~(1 << 3 | 1 << 5)
"""All but what makes a moderator."""
COMMAND, PRESS, FORM = 2, 3, 5
_JOINED = "2026-01-01T00:00:00+00:00"
_ids = itertools.count(940_000_000_000_000_001)


class Transport:
    """Stands where the bot's HTTP session does. `answered` is called when an interaction is."""

    def __init__(self, answered: Callable[[], None]) -> None:
        self._answered = answered

    def request(self, _method: str, url: str, **_: Any) -> "_Response":
        if url.endswith("/callback"):
            self._answered()
        return _Response(_thread() if url.endswith("/threads") else _answer(url))


class _Response:
    """A response as far as discord.py looks at it."""

    status = 200
    headers = {"content-type": "application/json"}  # noqa: RUF012

    def __init__(self, body: Any) -> None:
        self._body = json.dumps(body)

    async def __aenter__(self) -> "_Response":
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    async def text(self, encoding: str) -> str:
        return self._body


async def connect(bot: Vinkki, transport: Transport) -> None:
    """Make the bot believe that it is logged in and has the one guild."""
    await bot._async_setup_hook()
    state = bot._connection
    state.application_id = BOT
    state.user = ClientUser(state=state, data=_user(BOT))
    state.http._HTTPClient__session = transport  # type: ignore[attr-defined]
    state.http._global_over = asyncio.Event()
    state.http._global_over.set()
    said(bot, "GUILD_CREATE", _guild())


def said(bot: Vinkki, event: str, payload: Any) -> None:
    """What the gateway does with an event that came in."""
    bot._connection.parsers[event](payload)


def interaction(
    kind: int, member_id: int, data: dict[str, Any], message: dict[str, Any] | None = None
) -> dict[str, Any]:
    number = next(_ids)
    payload = {
        "id": str(number),
        "application_id": str(BOT),
        "type": kind,
        "data": data,
        "guild": {"id": str(GUILD), "locale": "en-US", "features": []},
        "guild_id": str(GUILD),
        "channel": _channel(PLACES[0]),
        "channel_id": str(PLACES[0]),
        "member": {**_member(member_id), "permissions": str(MEMBERS_MAY)},
        "token": f"token-{number}",
        "version": 1,
        "app_permissions": str(EVERYTHING),
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": str(GUILD)},
        "context": 0,
        "attachment_size_limit": 10_485_760,
    }
    return {**payload, "message": message} if message else payload


def command(member_id: int, path: str, options: dict[str, str]) -> dict[str, Any]:
    """A slash command with text options."""
    name, *inner = path.split()
    given = [{"name": one, "type": 3, "value": value} for one, value in options.items()]
    for one in reversed(inner):
        given = [{"name": one, "type": 1, "options": given}]
    data = {"id": "1", "name": name, "type": 1, "options": given}
    return interaction(COMMAND, member_id, data)


def press(member_id: int, custom_id: str, buttons: Iterable[str]) -> dict[str, Any]:
    """A pressed button under one of the bot's messages."""
    row = [
        {"type": 2, "id": number, "style": 2, "label": name, "custom_id": name}
        for number, name in enumerate(buttons, start=2)
    ]
    message = _message(components=[{"type": 1, "id": 1, "components": row}])
    return interaction(PRESS, member_id, {"custom_id": custom_id, "component_type": 2}, message)


def form(member_id: int, custom_id: str, fields: dict[str, str]) -> dict[str, Any]:
    """A form that was sent."""
    parts = [
        {
            "type": 18,
            "id": 2 * number + 1,
            "component": {"type": 4, "id": 2 * number + 2, "custom_id": name, "value": value},
        }
        for number, (name, value) in enumerate(fields.items())
    ]
    return interaction(FORM, member_id, {"custom_id": custom_id, "components": parts})


def _answer(url: str) -> dict[str, Any]:
    message = _message()
    if not url.endswith("/callback"):
        return message
    return {
        "interaction": {"id": message["id"], "type": 2, "response_message_id": message["id"]},
        "resource": {"type": 4, "message": message},
    }


def _message(**more: Any) -> dict[str, Any]:
    empty = ("mentions", "mention_roles", "attachments", "embeds", "components")
    return {
        "id": str(next(_ids)),
        "channel_id": str(PLACES[0]),
        "author": _user(BOT),
        "content": "An answer.",
        "timestamp": "2026-11-23T09:00:00+00:00",
        "edited_timestamp": None,
        "type": 0,
        "flags": 0,
        **dict.fromkeys(("tts", "mention_everyone", "pinned"), False),
        **{name: [] for name in empty},
        **more,
    }


def _thread() -> dict[str, Any]:
    metadata = {"archived": False, "auto_archive_duration": 10_080, "locked": False}
    return {
        **_channel(next(_ids)),
        "type": 11,
        "owner_id": str(BOT),
        "parent_id": str(PLACES[0]),
        "thread_metadata": {**metadata, "archive_timestamp": "2026-11-23T09:00:00+00:00"},
        **dict.fromkeys(("message_count", "member_count"), 0),
    }


def _user(user_id: int) -> Any:
    return {
        "id": str(user_id),
        "username": f"user-{user_id}",
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": user_id == BOT,
    }


def _member(user_id: int) -> dict[str, Any]:
    more = {"deaf": False, "mute": False, "flags": 0}
    return {"user": _user(user_id), "roles": [], "joined_at": _JOINED, **more}


def _channel(channel_id: int) -> dict[str, Any]:
    closed = channel_id in PLACES and channel_id not in OPEN
    nobody = {"id": str(GUILD), "type": 0, "allow": "0", "deny": str(NOT_SEEN)}
    return {
        "id": str(channel_id),
        "guild_id": str(GUILD),
        "type": 0,
        "name": f"channel-{channel_id}",
        "position": 0,
        "permission_overwrites": [nobody] if closed else [],
        "nsfw": False,
        "rate_limit_per_user": 0,
        **dict.fromkeys(("parent_id", "topic", "last_message_id")),
    }


def _guild() -> dict[str, Any]:
    role = {"id": str(GUILD), "name": "@everyone", "permissions": str(MEMBERS_MAY), "position": 0}
    role |= {"color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
    role |= {"colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}
    empty = ("emojis", "stickers", "features", "threads", "presences", "voice_states")
    more = ("stage_instances", "guild_scheduled_events", "soundboard_sounds")
    levels = ("verification_level", "default_message_notifications", "explicit_content_filter")
    return {
        "id": str(GUILD),
        "name": "Community",
        "owner_id": str(OWNER),
        "preferred_locale": "en-US",
        "roles": [role],
        "members": [_member(BOT)],
        "member_count": 2_000,
        "channels": [_channel(one) for one in PLACES],
        "joined_at": _JOINED,
        "large": True,
        "unavailable": False,
        **{name: [] for name in (*empty, *more)},
        **dict.fromkeys((*levels, "mfa_level", "premium_tier", "afk_timeout"), 0),
        **dict.fromkeys(("icon", "splash", "banner", "description", "afk_channel_id")),
    }
