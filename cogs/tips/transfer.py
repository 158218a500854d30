"""Taking many tips in at once, from a file or a channel; /tip export beside it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Card, Interaction, TextFile, redraw, say, show
from cogs.tips.export import Exporting
from cogs.tips.formats.reading import LARGEST, MOST, Unreadable
from cogs.tips.transfer_rows import MOST_MESSAGES, Heard, Reading, of_file
from cogs.tips.transfer_ui import (
    UNREADABLE,
    bad_rows,
    hearing_card,
    ready_card,
    said_card,
)
from cogs.tips.transfer_work import SHOWN_EVERY, ImportRounds, sharing_of
from data import imports
from data.imports import Import
from data.store import Store

log = logging.getLogger(__name__)

UNREAD = "vinkki-unread.csv"
TO_HEAR = ("view_channel", "read_message_history")


class Transfer(Exporting):
    """/tip import."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.importing = ImportRounds(bot)
        self._reading: set[int] = set()
        """Communities for which something is being read now."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.rounds.append(self.importing)

    async def cog_unload(self) -> None:
        self.bot.rounds.remove(self.importing)
        await super().cog_unload()

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        self.importing.wake()

    # Import

    @Exporting.tip.command(name="import", description=described("command-tip-import"))
    @app_commands.describe(
        file=described("option-tip-import-file"), channel=described("option-tip-import-channel")
    )
    async def bring(
        self,
        interaction: Interaction,
        file: discord.Attachment | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        if running := await imports.running(self.bot.store, reader.guild_id):
            await say(interaction, _running_text(reader, running))
        elif reader.guild_id in self._reading:
            await say(interaction, reader.text("import-reading"))
        elif (file is None) == (channel is None):
            await say(interaction, reader.text("import-choose"))
        else:
            self._reading.add(reader.guild_id)
            try:
                if file:
                    await self._bring_file(interaction, reader, file)
                elif channel:
                    await self._bring_channel(interaction, reader, channel)
            finally:
                self._reading.discard(reader.guild_id)

    async def _bring_file(
        self, interaction: Interaction, reader: Reader, file: discord.Attachment
    ) -> None:
        if file.size > LARGEST:
            await say(interaction, _refusal(reader, Unreadable.TOO_LARGE))
            return
        await interaction.response.defer(ephemeral=True)
        try:
            content = await file.read()
        except channels.TROUBLE:
            await say(interaction, reader.text("import-file-gone"))
            return
        now = self.bot.seconds()
        found = await asyncio.to_thread(of_file, content, reader.user_id, now)
        if isinstance(found, Unreadable):
            await say(interaction, _refusal(reader, found))
            return
        if found.rows:
            await show(interaction, await self._kept(reader, found, reader.guild_id))
        else:
            await say(interaction, reader.text("import-all-bad"))
        if found.bad:
            await interaction.followup.send(
                reader.text("import-bad", count=len(found.bad)),
                file=TextFile(bad_rows(found.bad, reader.language), UNREAD),
                ephemeral=True,
            )

    async def _bring_channel(
        self, interaction: Interaction, reader: Reader, channel: discord.TextChannel
    ) -> None:
        if refused := self._cannot_hear(reader, channel):
            await say(interaction, refused)
            return
        await show(interaction, hearing_card(reader, channel.id, 0))
        heard, shown = Heard(), self.bot.now().timestamp()
        try:
            async for message in channel.history(limit=MOST_MESSAGES):
                heard.hear(message)
                now = self.bot.now().timestamp()
                if now - shown >= SHOWN_EVERY:
                    shown = now
                    await _change(interaction, hearing_card(reader, channel.id, heard.messages))
        except channels.TROUBLE:
            sentence = reader.text("import-hearing-broke", count=heard.messages)
            await _change(interaction, said_card(sentence))
            return
        found = heard.reading()
        if found.rows:
            await _change(interaction, await self._kept(reader, found, channel.id))
        else:
            sentence = reader.text("import-nothing-heard", count=heard.messages)
            await _change(interaction, said_card(sentence))

    def _cannot_hear(self, reader: Reader, channel: discord.TextChannel) -> str:
        """Why this channel cannot be read for this moderator; empty when it can."""
        if not self.bot.settings.message_content:
            return reader.text("import-needs-content")
        held = channel.permissions_for(reader.member)
        if not (held.view_channel and held.read_message_history):
            return reader.text("import-not-yours", channel=f"<#{channel.id}>")
        if lacking := channels.missing(channel, TO_HEAR):
            return reader.text(
                "import-lacks",
                channel=f"<#{channel.id}>",
                permissions=channels.permission_names(reader.language, lacking),
            )
        return ""

    async def _kept(self, reader: Reader, found: Reading, place_id: int) -> Card:
        """Keep what was read, change nothing else, and show what an import would do."""
        store, guild_id = self.bot.store, reader.guild_id
        now = self.bot.seconds()
        one = await imports.keep(store, guild_id, reader.user_id, place_id, found.rows, now)
        sharing = await sharing_of(store, reader.guild, place_id)
        places = (guild_id, place_id, *sharing.places)
        seen = await imports.forecast(store, guild_id, one.import_id, places)
        if not min(seen.new, seen.room):
            await imports.drop(store, guild_id, one.import_id)
        # What waits is let go after a day, and what gave way to it at once.
        self.importing.wake()
        return ready_card(reader, one, found, seen)

    @answers("import.start")
    async def start_import(self, interaction: Interaction, press: Press) -> None:
        await self._begin(interaction, press.number(), imports.start)

    @answers("import.cancel")
    async def cancel_import(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        if await imports.drop(self.bot.store, reader.guild_id, press.number()):
            self.importing.wake()
            await redraw(interaction, said_card(reader.text("import-cancelled")))
        else:
            await say(interaction, reader.text("import-over"))

    @answers("import.undo")
    async def undo_import(self, interaction: Interaction, press: Press) -> None:
        await self._begin(interaction, press.number(), imports.undo)

    async def _begin(
        self,
        interaction: Interaction,
        import_id: int,
        begin: Callable[[Store, int, int], Awaitable[Import | None]],
    ) -> None:
        """Let the work begin; from then on the answer is its own to change."""
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        private = interaction.message is not None and interaction.message.flags.ephemeral
        # What stands in the moderators' channel stays as it is, for the others.
        await interaction.response.defer(ephemeral=True, thinking=not private)
        one = await begin(self.bot.store, reader.guild_id, import_id)
        if one and one.import_id == import_id:
            self.importing.watch(one, interaction, reader.language)
        else:
            sentence = _running_text(reader, one) if one else reader.text("import-over")
            await say(interaction, sentence)


def _running_text(reader: Reader, one: Import) -> str:
    return reader.text("import-running-already", done=one.added + one.known, total=one.total)


def _refusal(reader: Reader, why: Unreadable) -> str:
    return reader.text(UNREADABLE[why], most=MOST, size=LARGEST // 2**20)


async def _change(interaction: Interaction, card: Card) -> None:
    """Show this in place of the answer, while Discord lets us."""
    try:
        await interaction.edit_original_response(view=card)
    except channels.TROUBLE as trouble:
        log.info("What was read could not be shown: %s", trouble)
