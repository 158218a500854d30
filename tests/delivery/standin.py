"""As much of Discord, on this machine, as a scheduled post needs: the gateway and REST.

It remembers messages, threads and nonces as Discord does. What goes wrong is said beforehand, for
one request or for all: an answer, a broken line, silence, or something that happens first.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Any

from aiohttp import WSMsgType, web

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GabcdE.abcdefghijklmnopqrstuvwxyz0123456789AB"
GUILD, BOT, ROLE = 1001, 1, 1001
PROMPTS, MODERATORS = 1051, 1052
EVERYTHING = str((1 << 53) - 1)
DISCORD_EPOCH = 1_420_070_400_000
THREAD_EXISTS = 160004

Before = Callable[[], Awaitable[object] | None]


@dataclass
class Fault:
    """What happens to requests of a kind: `before` Discord acts on them, or `after` it did."""

    method: str
    path: str
    status: int = 0
    code: int = 0
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    before: Before | None = None
    after: Before | None = None
    cut: bool = False
    hang: bool = False
    times: int = 1


class Standin:
    """One server with the bot in it: a channel for prompts and one for moderators."""

    def __init__(self) -> None:
        self.base = ""
        self.asked: list[str] = []
        self.messages: dict[int, list[dict[str, Any]]] = {PROMPTS: [], MODERATORS: []}
        self.threads: dict[int, str] = {}
        self.nonces: dict[tuple[int, str], int] = {}
        self.faults: list[Fault] = []
        self.guild_comes = True
        self.ready = asyncio.Event()
        self._asked = asyncio.Event()
        self._made = 0
        self._sockets: set[web.WebSocketResponse] = set()

    @property
    def posts(self) -> list[dict[str, Any]]:
        return self.messages[PROMPTS]

    @property
    def told(self) -> str:
        return "\n".join(one["content"] for one in self.messages[MODERATORS])

    def forget_nonces(self) -> None:
        """The past few minutes are over."""
        self.nonces.clear()

    async def heard(self, request: str, times: int) -> None:
        """Wait until this was asked so often."""
        async with asyncio.timeout(20):
            while self.asked.count(request) < times:
                self._asked.clear()
                await self._asked.wait()

    async def bring_guild(self) -> None:
        await self.emit("GUILD_CREATE", guild_payload())

    async def emit(self, event: str, payload: dict[str, Any]) -> None:
        for one in self._sockets:
            await _send(one, {"op": 0, "s": 9, "t": event, "d": payload})

    async def close_gateway(self, code: int) -> None:
        for one in [*self._sockets]:
            await one.close(code=code)

    # REST

    async def handle(self, request: web.Request) -> web.StreamResponse:
        path = request.path.removeprefix("/api")
        self.asked.append(f"{request.method} {path}")
        self._asked.set()
        fault = next((one for one in self.faults if _meets(one, request.method, path)), None)
        if fault is None:
            return await self._act(request, path)
        fault.times -= 1
        if fault.before:
            await _done(fault.before)
        if fault.status:
            body = {"message": "no", "code": fault.code, **fault.body}
            return answer(body, fault.status, fault.headers)
        acted = None
        if fault.after or not (fault.cut or fault.hang or fault.before):
            acted = await self._act(request, path)
        if fault.after:
            await _done(fault.after)
        if fault.cut and request.transport:
            request.transport.abort()
        if fault.hang:
            await asyncio.Event().wait()
        return acted or answer({})

    async def _act(self, request: web.Request, path: str) -> web.Response:
        parts = path.strip("/").split("/")
        given = await request.json() if request.can_read_body else {}
        match request.method, *parts:
            case "GET", "users", "@me":
                return answer(USER)
            case "GET", "oauth2", "applications", "@me":
                return answer(APPLICATION)
            case "GET", "gateway", "bot":
                limit = {"total": 9, "remaining": 9, "reset_after": 0, "max_concurrency": 1}
                url = f"ws://127.0.0.1:{request.url.port}/gateway"
                return answer({"url": url, "shards": 1, "session_start_limit": limit})
            case "GET", "channels", channel:
                return answer(channel_payload(int(channel)))
            case "GET", "channels", channel, "messages":
                after = int(request.query.get("after", 0))
                found = [one for one in self.messages[int(channel)] if int(one["id"]) > after]
                return answer(found[: int(request.query.get("limit", 50))][::-1])
            case "POST", "channels", channel, "messages":
                return answer(self._post(int(channel), given))
            case "POST", "channels", channel, "messages", message, "threads":
                return self._open_thread(int(channel), int(message), given)
            case _:
                return answer([])

    def _post(self, channel: int, given: dict[str, Any]) -> dict[str, Any]:
        nonce = given.get("nonce")
        if nonce and given.get("enforce_nonce") and (channel, nonce) in self.nonces:
            known = self.nonces[channel, nonce]
            return next(one for one in self.messages[channel] if int(one["id"]) == known)
        self._made += 1
        message_id = (int(time.time() * 1000) - DISCORD_EPOCH << 22) + self._made
        message = {
            "id": str(message_id),
            "channel_id": str(channel),
            "author": USER,
            "content": given.get("content") or "",
            "components": _numbered(given.get("components") or []),
            "timestamp": "2026-11-23T09:00:00+00:00",
            "edited_timestamp": None,
            "flags": given.get("flags", 0),
            "nonce": nonce,
        } | {name: [] for name in ("mentions", "mention_roles", "attachments", "embeds")}
        message |= {"tts": False, "mention_everyone": False, "pinned": False, "type": 0}
        self.messages[channel].append(message)
        if nonce:
            self.nonces[channel, nonce] = message_id
        return message

    def _open_thread(self, channel: int, message: int, given: dict[str, Any]) -> web.Response:
        if message in self.threads:
            return answer({"message": "Thread exists", "code": THREAD_EXISTS}, 400)
        self.threads[message] = given["name"]
        return answer(
            {"id": str(message), "guild_id": str(GUILD), "parent_id": str(channel), "type": 11}
            | {"name": given["name"], "owner_id": str(BOT), "member_count": 1, "message_count": 0}
            | {"last_message_id": None, "rate_limit_per_user": 0, "total_message_sent": 0}
            | {"thread_metadata": METADATA}
        )

    # The gateway

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await _send(socket, {"op": 10, "d": {"heartbeat_interval": 45_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            match json.loads(message.data)["op"]:
                case 1:
                    await _send(socket, {"op": 11})
                case 2:
                    self._sockets.add(socket)
                    await self._ready(socket, request)
        self._sockets.discard(socket)
        return socket

    async def _ready(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        ready = {
            "v": 10,
            "user": USER,
            "guilds": [{"id": str(GUILD), "unavailable": True}],
            "session_id": "s",
            "resume_gateway_url": f"ws://127.0.0.1:{request.url.port}/gateway",
            "shard": [0, 1],
            "application": {"id": "1", "flags": 0},
        }
        await _send(socket, {"op": 0, "s": 1, "t": "READY", "d": ready})
        if self.guild_comes:
            await self.bring_guild()
        self.ready.set()


@asynccontextmanager
async def standing_in() -> AsyncIterator[Standin]:
    standin = Standin()
    app = web.Application()
    app.router.add_get("/gateway", standin.gateway)
    app.router.add_get("/gateway/", standin.gateway)
    app.router.add_route("*", "/api/{rest:.*}", standin.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    standin.base = f"http://127.0.0.1:{runner.addresses[0][1]}/api"
    yield standin
    await runner.cleanup()


def answer(
    content: object, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    # discord.py reads JSON only when the type is this and nothing more.
    body = json.dumps(content).encode()
    return web.Response(body=body, status=status, content_type="application/json", headers=headers)


USER = {"id": str(BOT), "username": "v", "discriminator": "0", "avatar": None, "bot": True}
USER |= {"global_name": None}
APPLICATION = {
    "id": "1",
    "name": "v",
    "description": "",
    "flags": 0,
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "owner": USER,
    "team": None,
    "summary": "",
}
METADATA = {
    "archived": False,
    "locked": False,
    "auto_archive_duration": 10080,
    "archive_timestamp": "2026-11-23T09:00:00+00:00",
}


def channel_payload(channel_id: int) -> dict[str, Any]:
    return {
        "id": str(channel_id),
        "guild_id": str(GUILD),
        "type": 0,
        "name": f"channel-{channel_id}",
        "position": 0,
        "permission_overwrites": [],
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "last_message_id": None,
        "rate_limit_per_user": 0,
    }


def guild_payload() -> dict[str, Any]:
    role = {"id": str(ROLE), "name": "@everyone", "permissions": EVERYTHING, "position": 0}
    role |= {"color": 0, "hoist": False, "managed": False, "mentionable": False, "flags": 0}
    role |= {"colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}}
    member = {"user": USER, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "flags": 0}
    member |= {"deaf": False, "mute": False}
    empty = ("emojis", "stickers", "features", "threads", "presences", "voice_states")
    more = ("stage_instances", "guild_scheduled_events", "soundboard_sounds")
    levels = ("verification_level", "default_message_notifications", "explicit_content_filter")
    return {
        "id": str(GUILD),
        "name": "Circle",
        "owner_id": "2",
        "preferred_locale": "en-US",
        "roles": [role],
        "members": [member],
        "member_count": 1,
        "channels": [channel_payload(PROMPTS), channel_payload(MODERATORS)],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "large": False,
        "unavailable": False,
        **{name: [] for name in (*empty, *more)},
        **dict.fromkeys((*levels, "mfa_level", "premium_tier", "afk_timeout"), 0),
        **dict.fromkeys(("icon", "splash", "banner", "description", "afk_channel_id"), None),
    }


def _meets(fault: Fault, method: str, path: str) -> bool:
    return fault.times > 0 and fault.method == method and fnmatch(path, fault.path)


async def _done(what: Before) -> None:
    waiting = what()
    if waiting is not None:
        await waiting


async def _send(socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
    await socket.send_str(json.dumps(frame))


def _numbered(components: list[Any]) -> list[Any]:
    # Discord numbers every component that came without a number.
    return [
        {"id": number, **part, **_inner(part)} for number, part in enumerate(components, start=1)
    ]


def _inner(part: dict[str, Any]) -> dict[str, Any]:
    return {"components": _numbered(part["components"])} if part.get("components") else {}
