"""What several stories of trouble begin with, and the trouble itself."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from typing import Any

import aiohttp
import discord
from simcord.backend.errors import BackendError
from simcord.builders import ChannelHandle

from tests.features.circle import Circle, answer, text_of

ALL_OF_THE_BOTS = discord.PermissionOverwrite(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    read_message_history=True,
    embed_links=True,
)


async def schedule_prompt(circle: Circle) -> None:
    """One prompt every Monday at nine, the same each time; it is Thursday, midnight."""
    await circle.set_up(prompts=circle.prompts, moderators=circle.moderators)
    await circle.mo.slash(circle.talk, "prompt add", text="What went well?")
    await circle.mo.slash(circle.talk, "prompt schedule", day="monday", time="9:00")
    pool = answer(await circle.mo.slash(circle.talk, "prompt list"))
    await circle.mo.select(pool, ["0"], custom_id="prompt.rest:0")


async def reflect(circle: Circle, actor: Any, text: str, audience: str = "open") -> Any:
    form = await actor.slash(circle.talk, "reflect")
    return await actor.submit_modal(form, {"text": text, "audience": [audience]})


async def delete_everything(circle: Circle, actor: Any) -> Any:
    card = answer(await actor.slash(circle.talk, "data delete"))
    return await actor.click(card, label="Delete everything")


def shown_in(*places: ChannelHandle) -> str:
    return "\n".join(text_of(one) for place in places for one in place.history())


async def shut(circle: Circle, channel: ChannelHandle) -> None:
    """A channel everybody could read becomes one for the bot alone."""
    held = {name: value for name, value in ALL_OF_THE_BOTS if value is not None}
    await circle.permit(channel, circle.guild.me, **held)
    await circle.permit(channel, circle.guild.default_role, view_channel=False)


async def hidden(circle: Circle, *members: Any) -> ChannelHandle:
    """A channel for these members and the bot."""
    closed = {circle.guild.default_role: discord.PermissionOverwrite(view_channel=False)}
    for one in members:
        closed[one] = discord.PermissionOverwrite(view_channel=True)
    closed[circle.guild.me] = ALL_OF_THE_BOTS
    channel = circle.guild.create_text_channel("hidden", overwrites=closed)
    await circle.env.settle()
    return channel


async def archive(circle: Circle, thread: ChannelHandle) -> None:
    """A week without a message: the thread is archived, and what is in it cannot be changed.

    SimCord lets a bot change an archived thread; Discord does not.
    """
    backend = circle.env.backend
    backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await circle.env.settle()

    def refusing(real: Any) -> Any:
        def act(channel_id: int, *args: Any, **more: Any) -> Any:
            opening = (more.get("thread_metadata") or {}).get("archived") is False
            if channel_id == thread.id and archived(circle, thread) and not opening:
                raise BackendError(400, 50083, "Thread is archived")
            return real(channel_id, *args, **more)

        return act

    for name in ("edit_message", "delete_message", "edit_channel"):
        setattr(backend, name, refusing(getattr(backend, name)))


def archived(circle: Circle, thread: ChannelHandle) -> bool:
    return circle.env.backend.get_thread(thread.id).thread_metadata.archived


@contextmanager
def on_the_wire(
    circle: Circle,
    method: str,
    path: str,
    *,
    before: Callable[[], Awaitable[object]] | None = None,
    after: Callable[[], Awaitable[object]] | None = None,
) -> Iterator[None]:
    """Something happens before a request reaches Discord, or before its answer is back."""
    http = circle.bot.http
    request = http.request

    async def slowly(route: Any, **more: Any) -> Any:
        wanted = route.method == method and fnmatch(route.url.removeprefix(route.BASE), path)
        if wanted and before:
            await before()
        answered = await request(route, **more)
        if wanted and after:
            await after()
        return answered

    http.request = slowly  # type: ignore[method-assign]
    try:
        yield
    finally:
        http.request = request  # type: ignore[method-assign]


async def line_breaks() -> None:
    raise aiohttp.ServerDisconnectedError


def forge(circle: Circle, message: Any, custom_id: str, values: list[str] | None = None) -> None:
    """Make a message hold a button or menu that it never had."""
    channel = getattr(message, "channel", None)
    stored = circle.env.backend.get_message(
        channel.id if channel else message.channel_id, message.id
    )
    part: dict[str, Any] = {"type": 2, "style": 2, "label": "Forged", "custom_id": custom_id}
    if values is not None:
        chosen = [{"label": one, "value": one} for one in values]
        part = {"type": 3, "custom_id": custom_id, "options": chosen}
    stored.components = [{"type": 1, "components": [part]}]
