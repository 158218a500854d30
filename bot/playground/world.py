"""The simulated Discord: one community, its members and its clock, one act at a time."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import discord
import simcord
from simcord.backend.cdn import CDN_BASE

from bot.app import Vinkki
from bot.playground.avatars import portrait
from bot.playground.story import Story
from bot.playground.trouble import Trouble

# A week of schedules and digests is real work; the default five seconds are for unit tests.
SETTLE_SECONDS = 60.0


class World:
    """A running bot among people; every act goes through `acting`, so that none overlap."""

    def __init__(self, bot: Vinkki, story: Story) -> None:
        self.bot = bot
        self.story = story
        self.env = simcord.Env(bot, settle_timeout=SETTLE_SECONDS, check_errors=False)
        self.trouble = Trouble(story.language)
        self.turn = asyncio.Lock()
        self._events = 0
        self._speak_its_language()
        self.env.backend.edit_bot_profile("Vinkki")
        self.env.backend.bot_user.avatar = "portrait"
        self.guild = self.env.create_guild(story.community, preferred_locale=story.preferred_locale)
        self.moderator_role = self.guild.create_role(
            story.moderator_role,
            permissions=discord.Permissions(manage_guild=True, manage_messages=True),
            color=0xB39DDB,
        )
        self.members = {key: self._join(key) for key in story.people}
        self.channels = {key: self._open(key) for key in story.channels}

    def _join(self, key: str) -> simcord.MemberActor:
        person = self.story.people[key]
        user = self.env.create_user(
            person.username, global_name=person.name, avatar=f"{person.username}-portrait"
        )
        roles = [self.moderator_role] if key == "moderator" else []
        return self.guild.add_member(user, roles=roles)

    def _open(self, key: str) -> simcord.ChannelHandle:
        name, topic = self.story.channels[key]
        if key == "questions":
            return self._open_forum(name)
        if key != "moderators":
            return self.guild.create_text_channel(name, topic=topic)
        return self.guild.create_text_channel(
            name,
            topic=topic,
            overwrites={
                self.guild.default_role: discord.PermissionOverwrite(view_channel=False),
                self.moderator_role: discord.PermissionOverwrite(view_channel=True),
                self.guild.roles["Vinkki"]: discord.PermissionOverwrite(view_channel=True),
            },
        )

    def _open_forum(self, name: str) -> simcord.ChannelHandle:
        """A forum with a tag for solved questions; the simulation's builder knows no tags."""
        forum = self.guild.create_forum_channel(name)
        tag: dict[str, Any] = {
            "id": str(self.env.backend.snowflake()),
            "name": self.story.solved_tag,
            "moderated": False,
            "emoji_id": None,
            "emoji_name": "✅",
        }
        self.env.backend.get_channel(forum.id).available_tags.append(tag)
        return forum

    def _speak_its_language(self) -> None:
        """Give each interaction the circle's language; the simulation knows only en-US.

        There is no public seam for this, so the one function every event passes is wrapped.
        Counting events here also tells when the page has something new to show.
        """
        emit = self.env.backend.emit

        def emit_and_count(event: str, payload: Mapping[str, Any]) -> None:
            self._events += 1
            if event == "INTERACTION_CREATE":
                locale = self.story.preferred_locale
                payload = {**payload, "locale": locale, "guild_locale": locale}
            emit(event, payload)

        self.env.backend.emit = emit_and_count  # type: ignore[method-assign]

    @property
    def portraits(self) -> dict[str, tuple[str, bytes]]:
        """Avatar pictures by the address the simulation asks for them at."""
        bot = self.env.backend.bot_user
        pictures = {_avatar(bot.id, bot.avatar): ("vinkki.png", portrait("Vinkki", "#5865f2"))}
        for key, member in self.members.items():
            person = self.story.people[key]
            url = _avatar(member.id, member.user.avatar)
            pictures[url] = (f"{person.username}.png", portrait(person.name, person.colour))
        return pictures

    @property
    def mark(self) -> str:
        """Differs from an earlier mark whenever anything visible may have changed."""
        return f"{self._events}.{len(self.env.http_requests)}.{self.now().timestamp():.0f}"

    def now(self) -> datetime:
        return self.env.now()

    async def start(self) -> None:
        """Let the bot log in; its commands are then described in the circle's language."""
        self.trouble.start()
        await self.env.start()
        for scope in self.env.backend.commands.values():
            for command in scope.values():
                _describe(command, self.story.preferred_locale)

    @asynccontextmanager
    async def acting(self) -> AsyncIterator[None]:
        """Wait for one's turn, then act. A refusal becomes a sentence in `trouble`."""
        async with self.turn:
            try:
                yield
            except (simcord.SetupError, simcord.BackendError) as refusal:
                self.trouble.add("refusal", reason=str(refusal))
            except TimeoutError as slow:
                self.trouble.add("slow", reason=str(slow))

    async def advance(self, seconds: float) -> None:
        """Let simulated time pass; what falls due on the way happens on its own instant."""
        await self.env.advance_time(seconds)

    async def close(self) -> None:
        self.trouble.stop()
        await self.env.shutdown()


def _avatar(user_id: int, picture: str | None) -> str:
    return f"{CDN_BASE}/avatars/{user_id}/{picture}.png"


def _describe(command: dict[str, Any], locale: str) -> None:
    """Use the translated description, as Discord does; the simulation shows the default one."""
    translated = command.get("description_localizations") or {}
    command["description"] = translated.get(locale, command.get("description", ""))
    for option in command.get("options") or []:
        _describe(option, locale)
