"""The bot: opens the store, loads the features, keeps Discord's list of commands current."""

import hashlib
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Protocol

import discord
from discord.ext import commands

from bot.delivery import Deliveries
from bot.i18n import CommandTexts
from bot.reader import Reader, reader_of
from bot.router import Commands, Router
from bot.settings import Settings
from bot.ui import Interaction, tell
from data import bot_state
from data.store import Store

EXTENSIONS = (
    "cogs.settings",
    "cogs.tips",
    "cogs.prompts",
    "cogs.reflections",
    "cogs.questions",
    "cogs.privacy",
)

log = logging.getLogger(__name__)


# There is no voice here, so its missing libraries are no news.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class Park(Protocol):
    """Awaits what may take long; tests replace it to know that the bot is only waiting."""

    def __call__(self, waiting: Awaitable[Any], /, *, reason: str) -> Awaitable[Any]: ...


AfterErasure = Callable[[discord.Guild], Awaitable[int]]
"""What a feature does in Discord after a member's data was erased; it returns how much is left."""


class ExtensionBroken(Exception):
    """A feature could not be loaded; the message names it."""


class Vinkki(commands.AutoShardedBot):
    """`now` (aware UTC) and `park` may be replaced before the bot starts."""

    store: Store

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
            intents=discord.Intents(guilds=True, guild_messages=True),
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
        self.after_erasure: list[AfterErasure] = []
        self._connected = False

    def seconds(self) -> int:
        """Now, in UTC seconds since 1970, as the store keeps times."""
        return int(self.now().timestamp())

    async def reader(self, interaction: Interaction) -> Reader:
        return await reader_of(self.store, interaction)

    async def moderator(self, interaction: Interaction) -> Reader | None:
        """The reader when they may moderate now; otherwise they are told so, and None."""
        reader = await self.reader(interaction)
        if reader.moderator:
            return reader
        await tell(interaction, "error-moderators-only", reader.language)
        return None

    async def setup_hook(self) -> None:
        self.store = await Store.open(self.settings.database_path)
        try:
            await self.load_features()
            await self._sync_commands()
            self.deliveries.start()
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

    async def on_guild_available(self, guild: discord.Guild) -> None:
        self.deliveries.wake()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        self.deliveries.wake()

    async def on_interaction(self, interaction: Interaction) -> None:
        await self.router.route(interaction)

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no text commands, and features listen for themselves."""

    async def connect(self, *, reconnect: bool = True) -> None:
        self._connected = True
        await super().connect(reconnect=reconnect)

    async def close(self) -> None:
        """Leave Discord, then close the store. Calling it again does nothing."""
        await self.deliveries.stop()
        try:
            if self._connected:
                await super().close()
            else:
                # discord.py 2.7 cannot close a sharded client that never connected.
                await self.http.close()
        finally:
            if hasattr(self, "store"):
                await self.store.close()


def create_bot(settings: Settings, now: Callable[[], datetime] | None = None) -> Vinkki:
    """The bot, not started. Its store opens in setup_hook and closes in close().

    `now` (aware UTC) replaces the system's clock.
    """
    bot = Vinkki(settings)
    if now is not None:
        bot.now = now
    return bot
