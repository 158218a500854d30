"""What our page asks and does: look elsewhere, move the clock, use a message's menu."""

from typing import Any

import simcord
from aiohttp import web

from bot.playground import places
from bot.playground.screen import Screen
from bot.playground.world import World

HOUR = 3600.0
STEPS = {"hour": HOUR, "day": 24 * HOUR, "week": 7 * 24 * HOUR}


class Api:
    def __init__(self, world: World, screen: Screen) -> None:
        self.world = world
        self.screen = screen

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/play/state", self.state),
            web.post("/play/show", self.show),
            web.post("/play/clock", self.clock),
            web.post("/play/menu", self.menu),
            web.post("/play/dismiss", self.dismiss),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """Everything round the frame; 204 when nothing has changed since `since`."""
        async with self.world.acting():
            await self.screen.catch_up()
        if request.query.get("since") == self._version():
            return web.Response(status=204)
        return self._answer()

    async def show(self, request: web.Request) -> web.Response:
        body = await _body(request)
        member = self._member(body.get("member")) or self.screen.member
        channel = self._channel(body.get("channel")) or self.screen.channel
        async with self.world.acting():
            if not places.may_see(self.world, member, channel):
                channel = self.world.channels["welcome"]
            await self.screen.show(member, channel)
        return self._answer()

    async def clock(self, request: web.Request) -> web.Response:
        step = STEPS.get(str((await _body(request)).get("step")))
        if step is None:
            raise web.HTTPBadRequest
        async with self.world.acting():
            await self.world.advance(step)
            await self.screen.catch_up()
        return self._answer()

    async def menu(self, request: web.Request) -> web.Response:
        """Run a message's menu command as the member whose eyes the screen has."""
        body = await _body(request)
        member, channel = self.screen.member, self.screen.channel
        async with self.world.acting():
            message = places.find_message(channel, member, _number(body.get("message")))
            if message is None:
                raise web.HTTPNotFound
            result = await member.context_menu(channel, str(body.get("command")), message)
            if result.modal is not None:
                await self.screen.show(member, channel, form=result)
            else:
                await self.screen.catch_up()
        return self._answer()

    async def dismiss(self, request: web.Request) -> web.Response:
        self.world.trouble.sentences.clear()
        return self._answer()

    def _member(self, value: object) -> simcord.MemberActor | None:
        number = _number(value)
        return next((m for m in self.world.members.values() if m.id == number), None)

    def _channel(self, value: object) -> simcord.ChannelHandle | None:
        return places.find_channel(self.world, _number(value)) if value is not None else None

    def _version(self) -> str:
        return f"{self.world.mark}.{self.screen.number}.{len(self.world.trouble.sentences)}"

    def _answer(self) -> web.Response:
        world, screen = self.world, self.screen
        state: dict[str, Any] = {
            "version": self._version(),
            "screen": screen.number,
            "channel": str(screen.channel.id),
            "member": str(screen.member.id),
            "members": [
                {
                    "id": str(member.id),
                    "name": world.story.people[key].name,
                    "role": world.story.moderator_role if key == "moderator" else "",
                }
                for key, member in world.members.items()
            ],
            "now": world.now().isoformat(),
            "places": places.places(world, screen.member),
            "menus": places.menus(world, screen.member, screen.channel),
            "errors": world.trouble.sentences,
        }
        return web.json_response(state)


async def _body(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(body, dict):
        raise web.HTTPBadRequest
    return body


def _number(value: Any) -> int:
    """A Discord id as the page sends it; 0, which is nobody's, when it is no such thing."""
    is_id = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 21
    return int(value) if is_id else 0
