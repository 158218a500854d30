"""The bot: opens the store, loads the features, keeps Discord's list of commands current."""

import asyncio
import dataclasses
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Protocol

import discord
from discord.ext import commands

from bot.delivery import Deliveries
from bot.departures import Departures
from bot.i18n import CommandTexts, Language
from bot.leftovers import take_out
from bot.notices import Notices
from bot.reader import Reader, reader_of, reader_of_message
from bot.reindexing import Reindexing
from bot.rounds import Rounds
from bot.router import Commands, Router
from bot.secret import CHANGED, Secret, beside
from bot.settings import Settings
from bot.ui import Interaction, tell
from data import bot_state, words
from data.store import Store

EXTENSIONS = (
    "cogs.settings",
    "cogs.tips",
    "cogs.topics",
    "cogs.digests",
    "cogs.prompts",
    "cogs.reflections",
    "cogs.questions",
    "cogs.find",
    "cogs.review",
    "cogs.privacy",
)

log = logging.getLogger(__name__)


# There is no voice here, so its missing libraries are no news.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class Park(Protocol):
    """Awaits what may take long; tests replace it to know that the bot is only waiting."""

    def __call__(self, waiting: Awaitable[Any], /, *, reason: str) -> Awaitable[Any]: ...


Redraw = Callable[[discord.Guild], Awaitable[int]]
"""Draws a feature's stale cards of one community; returns how many stay as they were."""


class ExtensionBroken(Exception):
    """A feature could not be loaded; the message names it."""


class Vinkki(commands.AutoShardedBot):
    """`now` (aware UTC) and `park` may be replaced before the bot starts."""

    store: Store
    secret: Secret

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            # There are no text commands; discord.py asks for a prefix all the same.
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Commands,
            # In a guild that never invited the bot there is nobody to be a bot for.
            allowed_installs=discord.app_commands.AppInstallationType(guild=True, user=False),
            allowed_contexts=discord.app_commands.AppCommandContext(
                guild=True, dm_channel=False, private_channel=False
            ),
            intents=_intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            # Names come with each interaction: nobody is kept in memory.
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            # Without a token there is no Discord to ask for the number of shards.
            shard_count=None if settings.discord_token else 1,
        )
        self.settings = settings
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.park: Park = lambda waiting, *, reason: waiting
        self.router = Router()
        self.deliveries = Deliveries(self)
        self.notices = Notices(self)
        self.departures = Departures(self, "communities that are gone")
        self.rounds: list[Rounds] = [
            *(self.deliveries, self.notices, self.departures),
            Reindexing(self, "what is to be found"),
        ]
        self.redraws: list[Redraw] = []
        self.after_answer: list[Callable[[Interaction], Awaitable[None]]] = [
            self.notices.tell_beside
        ]
        self._connected = False

    def seconds(self) -> int:
        """Now, in UTC seconds since 1970, as the store keeps times."""
        return int(self.now().timestamp())

    async def reader(self, interaction: Interaction) -> Reader:
        return await reader_of(self.store, interaction)

    async def reader_of_member(self, member: discord.Member, language: Language) -> Reader:
        """Somebody who is told something by itself, in their language."""
        reader = await reader_of_message(self.store, member)
        return dataclasses.replace(reader, language=language)

    async def moderator(self, interaction: Interaction) -> Reader | None:
        """The reader when they may moderate now; otherwise they are told so, and None."""
        reader = await self.reader(interaction)
        if reader.moderator:
            return reader
        await tell(interaction, "error-moderators-only", reader.language)
        return None

    async def tidy(self, guild: discord.Guild) -> int:
        """Bring Discord in step with the store; returns how many messages stay as they were.

        Called after a change that concerns messages beyond the one at hand: each such change notes,
        in its own transaction, what must go and which cards are stale.
        """
        left = await take_out(self, guild.id)
        for redraw in self.redraws:
            left += await redraw(guild)
        return left

    async def setup_hook(self) -> None:
        self.store = await Store.open(self.settings.database_path)
        try:
            self.secret = beside(self.settings.database_path)
            if await self.secret.changed(self.store):
                log.warning(CHANGED)
            await self.secret.remember(self.store, self.seconds())
            await asyncio.to_thread(words.load)
            await self.load_features()
            await self._sync_commands()
            for rounds in self.rounds:
                rounds.start()
        except BaseException:
            await self.store.close()
            raise

    async def load_features(self) -> None:
        """Load every extension. Raises ExtensionBroken with the name of one that cannot be."""
        await self.tree.set_translator(CommandTexts())
        for name in EXTENSIONS:
            try:
                await self.load_extension(name)
            except commands.ExtensionError as error:
                raise ExtensionBroken(f"The feature {name} could not be loaded: {error}") from error

    async def _sync_commands(self) -> None:
        """Send the commands to Discord only when they differ from those it was last sent."""
        translator = self.tree.translator
        assert translator is not None
        definition = [
            await command.get_translated_payload(self.tree, translator)
            for command in self.tree.get_commands()
        ]
        text = json.dumps([self.application_id, definition], sort_keys=True)
        digest = hashlib.sha256(text.encode()).hexdigest()
        if digest == await bot_state.get(self.store, "commands"):
            return
        await self.tree.sync()
        await bot_state.put(self.store, "commands", digest)
        log.info("Sent %d commands to Discord", len(definition))

    async def on_ready(self) -> None:
        log.info("Connected as %s to %d communities", self.user, len(self.guilds))
        # Go on with what an earlier process could not take out.
        await take_out(self)
        await self.departures.compare()

    async def on_guild_available(self, guild: discord.Guild) -> None:
        self.deliveries.wake()
        self.notices.wake()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.departures.back(guild)
        self.deliveries.wake()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.departures.left(guild)

    async def on_interaction(self, interaction: Interaction) -> None:
        await self.router.route(interaction)
        # A command is not answered yet here; it says itself when it is.
        if interaction.type is not discord.InteractionType.application_command:
            await self._answered(interaction)

    async def on_app_command_completion(self, interaction: Interaction, _: object) -> None:
        await self._answered(interaction)

    async def _answered(self, interaction: Interaction) -> None:
        """What is said beside an answer, to that person alone, where there is room for it."""
        response = interaction.response
        if not response.is_done() or response.type is discord.InteractionResponseType.modal:
            return
        for say in self.after_answer:
            try:
                await say(interaction)
            except discord.HTTPException as trouble:
                log.info("Nothing could be said beside the answer: %s", trouble)
            except Exception:
                log.exception("Something beside the answer went wrong")

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no text commands, and features listen for themselves."""

    async def connect(self, *, reconnect: bool = True) -> None:
        self._connected = True
        await super().connect(reconnect=reconnect)

    async def close(self) -> None:
        """Leave Discord, then close the store. Calling it again does nothing."""
        for rounds in self.rounds:
            await rounds.stop()
        try:
            if self._connected:
                await super().close()
            else:
                # discord.py 2.7 cannot close a sharded client that never connected.
                await self.http.close()
        finally:
            if hasattr(self, "store"):
                await self.store.close()


def _intents(settings: Settings) -> discord.Intents:
    """None that is privileged, unless the operator says so."""
    return discord.Intents(
        guilds=True,
        guild_messages=True,
        # Pressing the offered bookmark under a link is a reaction.
        guild_reactions=settings.message_content,
        message_content=settings.message_content,
    )


def create_bot(settings: Settings, now: Callable[[], datetime] | None = None) -> Vinkki:
    """The bot, not started. Its store opens in setup_hook and closes in close().

    `now` (aware UTC) replaces the system's clock.
    """
    bot = Vinkki(settings)
    if now is not None:
        bot.now = now
    return bot
