"""Lets SimCord's Preview stand in a frame of our page, dressed for a newcomer."""

import json
import re
from typing import Any

import aiohttp
from aiohttp import web

from bot.playground.screen import Screen
from bot.playground.world import World

# What Preview's page loads; whatever else may listen behind its port stays there.
FILES = (r"/{file:[a-z-]+\.js}", "/preview.css", "/backend-diagnostics.json")
LASTING = (r"/fonts/{file:[\w.-]+\.ttf}", r"/vendor/{file:[\w./-]+\.js}")
READINGS = ("/api/state", "/api/commands", "/api/action-result", r"/api/assets/{asset:[\w-]+}")
PASSED_ON = ("Content-Type", "X-Simcord-Context")
PASSED_BACK = re.compile(r"(?i)content-(?:type|disposition)|x-(?:display|media|simcord-media)-.*")
DRESS = (
    '<link rel="stylesheet" href="/play/frame.css">'
    '<script type="module" src="/play/frame.js"></script></head>'
)
# Preview's own way of keeping order: no fault of the visitor's, and nothing to read.
QUIET = {"busy", "stale-revision", "stale-context", "stale-sequence", "sequence-gap"}


class Proxy:
    """Passes the frame's requests to Preview, adding the capability the browser never sees."""

    def __init__(self, world: World, screen: Screen, http: aiohttp.ClientSession) -> None:
        self.world = world
        self.screen = screen
        self.http = http

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/frame", self.frame),
            *(web.get(path, self.call) for path in (*FILES, *READINGS)),
            *(web.get(path, self.keep) for path in LASTING),
            web.post("/api/pages", self.call),
            web.delete(r"/api/pages/{page:[\w-]+}", self.call),
            web.post("/api/action", self.act),
        ]

    async def frame(self, request: web.Request) -> web.Response:
        async with self.world.turn:
            base, _ = self.screen.address
            async with self.http.get(base) as answer:
                page = await answer.text()
        return web.Response(text=page.replace("</head>", DRESS), content_type="text/html")

    async def call(self, request: web.Request) -> web.Response:
        # In turn, as there is no Preview to ask while the screen changes from one to the next.
        async with self.world.turn:
            return await self._pass(request)

    async def keep(self, request: web.Request) -> web.Response:
        """Megabytes of fonts, named by version: without a cache every change of channel waits."""
        response = await self.call(request)
        response.headers["Cache-Control"] = "private, max-age=86400, immutable"
        return response

    async def act(self, request: web.Request) -> web.Response:
        """Something the visitor does in the frame; it waits for its turn like every act."""
        body = await request.read()
        async with self.world.acting():
            response = await self._pass(request, body)
            receipt = _receipt(response)
            if _outdated(receipt) and request.content_type == "application/json":
                # The page was refreshed in the half second before the press. Preview checks the
                # act anew, so saying it again loses nothing but the press's being in vain.
                again = {**json.loads(body), "published_revision": receipt["revision"]}
                response = await self._pass(request, json.dumps(again).encode())
                receipt = _receipt(response)
            self.screen.has_shown_itself()
            for reason in _reasons(receipt):
                self.world.trouble.add("refusal", reason=reason)
        return response

    async def _pass(self, request: web.Request, body: bytes | None = None) -> web.Response:
        base, capability = self.screen.address
        headers = {name: request.headers[name] for name in PASSED_ON if name in request.headers}
        headers["X-Simcord-Capability"] = capability
        async with self.http.request(
            request.method,
            base + request.path_qs,
            headers=headers,
            data=await request.read() if body is None else body,
        ) as answer:
            kept = {k: v for k, v in answer.headers.items() if PASSED_BACK.fullmatch(k)}
            return web.Response(status=answer.status, body=await answer.read(), headers=kept)


def _receipt(response: web.Response) -> dict[str, Any]:
    if response.content_type != "application/json" or not isinstance(response.body, bytes):
        return {}
    receipt = json.loads(response.body)
    return receipt if isinstance(receipt, dict) else {}


def _codes(receipt: dict[str, Any]) -> set[str]:
    return {str(item.get("code")) for item in receipt.get("diagnostics", [])}


def _outdated(receipt: dict[str, Any]) -> bool:
    return bool(receipt.get("rejected")) and "stale-revision" in _codes(receipt)


def _reasons(receipt: dict[str, Any]) -> list[str]:
    """What Preview says when it refuses; a bot's own error is noted by the world instead."""
    if not receipt.get("rejected"):
        return []
    return [
        str(item.get("message"))
        for item in receipt.get("diagnostics", [])
        if item.get("code") not in QUIET
    ]
