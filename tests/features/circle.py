"""A small community on a simulated Discord, and how its people look at what the bot shows."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import discord
import simcord
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle, GuildHandle, RoleHandle
from simcord.enums import OverwriteType
from simcord.results import InteractionResult, ResponseMessage

from bot.app import Vinkki, create_bot
from bot.settings import Settings

MEMBER = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    use_application_commands=True,
    create_public_threads=True,
    embed_links=True,
    attach_files=True,
)


EMPTY: Mapping[str, str] = {}


class Circle:
    """Aino speaks Finnish, Ben, Ella and Mo English; Mo manages the server."""

    def __init__(
        self, env: simcord.Env, bot: Vinkki, database: Any, settings: Mapping[str, str] = EMPTY
    ) -> None:
        self.env, self.bot, self.database, self.settings = env, bot, database, settings
        self._locales: dict[int, str] = {}
        self._speak_locales()
        self.guild = env.create_guild("Circle", preferred_locale="en-US")
        self.guild.default_role._role.permissions = MEMBER.value
        self.tips = self.guild.create_text_channel("tips")
        self.prompts = self.guild.create_text_channel("prompts")
        self.questions = self.guild.create_text_channel("questions")
        self.forum = self.guild.create_forum_channel("ask-peers")
        self.place = self.questions
        """Where questions go in the story at hand."""
        self.talk = self.guild.create_text_channel("talk")
        self.moderators = self.guild.create_text_channel("moderators")
        managers = self.guild.create_role(
            "Managers", permissions=discord.Permissions(manage_guild=True)
        )
        self.aino = self.guild.add_member(env.create_user("aino"))
        self.ben = self.guild.add_member(env.create_user("ben"))
        self.ella = self.guild.add_member(env.create_user("ella"))
        self.mo = self.guild.add_member(env.create_user("mo"), roles=[managers])
        self.speaks(self.aino, "fi")

    def speaks(self, actor: Any, locale: str) -> None:
        self._locales[actor.id] = locale

    def _speak_locales(self) -> None:
        # SimCord sends every interaction in American English.
        emit = self.env.backend.emit

        def with_locale(event: str, payload: Any, *args: Any, **more: Any) -> Any:
            if event == "INTERACTION_CREATE":
                person = payload.get("member", payload).get("user", {})
                payload["locale"] = self._locales.get(int(person.get("id", 0)), "en-US")
            return emit(event, payload, *args, **more)

        self.env.backend.emit = with_locale  # type: ignore[method-assign]

    async def set_up(self, **places: ChannelHandle) -> None:
        """Choose channels in the panel, as the moderator does."""
        panel = await self.mo.slash(self.talk, "setup")
        for name, channel in places.items():
            await self.mo.select(panel.response, [channel], custom_id=f"setup.channel:{name}")

    async def permit(self, channel: ChannelHandle, target: Any, **permissions: bool) -> None:
        """Somebody overwrites these permissions of a member or role in a channel; none: no more."""
        backend = self.env.backend
        if permissions:
            allow, deny = discord.PermissionOverwrite(**permissions).pair()
            kind = OverwriteType.ROLE if isinstance(target, RoleHandle) else OverwriteType.MEMBER
            backend.set_overwrite(channel.id, Overwrite(target.id, kind, allow.value, deny.value))
        else:
            backend.delete_overwrite(channel.id, target.id)
        await self.env.settle()

    async def share(self, actor: Any, link: str, note: str = "It helps.", **more: Any) -> Any:
        return await actor.slash(self.talk, "tip share", link=link, note=note, **more)

    async def restart(self) -> None:
        """The process ends and a new one starts on the same database."""
        old = self.bot
        self.bot = new_bot(self.env, self.database, self.settings)
        await self.env.restart_bot(self.bot)
        await old.store.close()

    def another_guild(self) -> tuple[GuildHandle, ChannelHandle, Any]:
        guild = self.env.create_guild("Elsewhere")
        guild.default_role._role.permissions = MEMBER.value
        channel = guild.create_text_channel("general")
        return guild, channel, guild.add_member(self.env.create_user("eve"))


def new_bot(env: simcord.Env | None, database: Any, settings: Mapping[str, str] = EMPTY) -> Vinkki:
    bot = create_bot(Settings.from_env({"DATABASE_PATH": str(database), **settings}))
    if env is not None:
        bot.now, bot.park = env.now, env.external_wait
    return bot


def answer(result: InteractionResult) -> ResponseMessage:
    """The last thing the person was shown in answer."""
    shown = [*([result.response] if result.response else []), *result.followups]
    assert shown, f"no answer: {result!r}"
    return shown[-1]


def told(result: InteractionResult) -> str:
    """All the person alone was told in answer; fails when everybody could see it."""
    shown = [*([result.response] if result.response else []), *result.followups]
    private = [one for one in shown if one.ephemeral]
    assert private, f"nothing private: {result!r}"
    return "\n".join(text_of(one) for one in private)


def text_of(message: Any) -> str:
    """Everything a reader sees: the content, and the texts and labels of components."""
    return "\n".join([message.content, *texts(raw_components(message))])


def raw_components(message: Any) -> list[Any]:
    return [part if isinstance(part, Mapping) else part.to_dict() for part in message.components]


def walk(components: Any) -> Iterator[Mapping[str, Any]]:
    for part in components:
        yield part
        inner = part.get("components") or ()
        yield from walk(inner)
        if part.get("component"):
            yield from walk([part["component"]])


def texts(components: Any) -> Iterator[str]:
    for part in walk(components):
        for name in ("content", "label"):
            if part.get(name):
                yield str(part[name])


def file_of(env: simcord.Env, result: InteractionResult) -> str:
    """The text of the file that came back in the answer."""
    (attachment,) = answer(result).attachments
    stored = env.backend.cdn.get(attachment.url)
    assert stored is not None
    return stored.decode()


def check_payload(request: Mapping[str, Any]) -> None:
    """Discord's limits, and mentions off, for one outgoing request."""
    body = request.get("json") or {}
    if request["method"] not in ("POST", "PATCH", "PUT") or not isinstance(body, dict):
        return
    message = body.get("data", body) if "/callback" in request["path"] else body
    message = message.get("message", message)
    parts = list(walk(message.get("components") or ()))
    if message.get("content") or message.get("embeds") or parts:
        modal = "title" in message
        if not modal:
            assert message.get("allowed_mentions") is not None, request
            allowed = message["allowed_mentions"]
            assert not allowed.get("parse"), request
            assert not allowed.get("users"), request
        assert len(message.get("content") or "") <= 2000, request
        assert len(parts) <= 40, request
        in_cards = [len(part["content"]) for part in parts if part.get("type") == 10]
        assert all(in_cards), request
        assert sum(in_cards) <= 4000, (sum(in_cards), request)
    if "title" in message:
        assert len(message["title"]) <= 45, request
    for part in parts:
        assert len(part.get("custom_id") or "") <= 100, part
        longest = 45 if part.get("type") == 18 else 80
        assert len(part.get("label") or "") <= longest, part
        assert len(part.get("placeholder") or "") <= 150, part
        if part.get("type") == 18:
            assert len(part.get("description") or "") <= 100, part
        for option in part.get("options") or ():
            assert 0 < len(option["label"]) <= 100, part
            assert 0 < len(option["value"]) <= 100, part
        if part.get("type") == 4:
            assert len(part.get("value") or "") <= part.get("max_length", 4000), part
    if re.fullmatch(r"/channels/\d+/(messages/\d+/)?threads", request["path"]):
        assert 1 <= len(body["name"]) <= 100, request
        assert len(body.get("applied_tags") or ()) <= 5, request
