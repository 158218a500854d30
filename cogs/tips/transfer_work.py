"""Imports in the background: piece by piece, beside everything else, over any restart."""

import asyncio
import logging
from dataclasses import dataclass

import discord

from bot.app import Vinkki
from bot.channels import TROUBLE, tell_moderators
from bot.i18n import Language
from bot.rounds import AFTER_TROUBLE, Rounds
from bot.ui import Buttons, Card, Interaction
from cogs.tips.transfer_ui import done_text, ended_card, progress_card, undo_buttons, undone_text
from data import import_pieces, imports, tips
from data.import_pieces import Sharing
from data.imports import Import
from data.store import Store

SHOWN_EVERY = 2
"""Seconds between two changes of the message that shows how far it is."""
SHOWN_FOR = 14 * 60
"""Seconds after a press in which Discord surely lets us change its answer: less than 15 minutes."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Watch:
    """The answer to the press that began it."""

    interaction: Interaction
    language: Language
    until: float
    shown: float = 0


class ImportRounds(Rounds):
    """Works on every community's import in turn. Whoever starts or undoes one wakes it."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot, "imports")
        self._watches: dict[int, _Watch] = {}

    def watch(self, one: Import, interaction: Interaction, language: Language) -> None:
        """Begin, and show in the answer to this press how far it is and how it ends."""
        until = self._bot.now().timestamp() + SHOWN_FOR
        self._watches[one.import_id] = _Watch(interaction, language, until)
        self.wake()

    async def _pass(self) -> float | None:
        store = self._bot.store
        following = await imports.sweep(store, self._bot.seconds())
        waiting, broken = set(), False
        while todo := [one for one in await imports.to_do(store) if one.guild_id not in waiting]:
            for one in todo:
                try:
                    went_on = await self._go_on(one)
                except Exception:
                    log.exception("Import %d could not go on", one.import_id)
                    went_on, broken = False, True
                if not went_on:
                    waiting.add(one.guild_id)
            await asyncio.sleep(0)
        if broken:
            return AFTER_TROUBLE
        return None if following is None else following - self._bot.now().timestamp()

    async def _go_on(self, one: Import) -> bool:
        """One piece. False when its community is not there: it goes on when that is back."""
        guild = self._bot.get_guild(one.guild_id)
        await self._progress(one)
        if one.state == "undone":
            await self._take(one, guild)
            return True
        if guild is None or guild.unavailable:
            return False
        sharing = await sharing_of(self._bot.store, guild, one.place_id)
        now = self._bot.seconds()
        after = await import_pieces.put_piece(
            self._bot.store, one.guild_id, one.import_id, sharing, now
        )
        if after and after.state == "done":
            await self._ended(guild, after, done_text(after))
        return True

    async def _take(self, one: Import, guild: discord.Guild | None) -> None:
        taken = await import_pieces.take_piece(self._bot.store, one.guild_id, one.import_id)
        if guild and taken and taken.kept is not None and taken.now.added:
            await self._ended(guild, taken.now, undone_text(taken.now, taken.kept))

    async def _progress(self, one: Import) -> None:
        watch = self._watches.get(one.import_id)
        now = self._bot.now().timestamp()
        if watch and now - watch.shown >= SHOWN_EVERY:
            watch.shown = now
            await self._show(watch, progress_card(one, watch.language))

    async def _ended(
        self, guild: discord.Guild, one: Import, told: tuple[str, dict[str, int]]
    ) -> None:
        await self._tell(guild, one, told)
        # Notes were added to tips that have cards; digests show tips that are gone.
        await self._bot.tidy(guild)

    async def _tell(
        self, guild: discord.Guild, one: Import, told: tuple[str, dict[str, int]]
    ) -> None:
        """How it ended: in the answer to the press, else where moderators are told things."""
        watch = self._watches.pop(one.import_id, None)
        if watch and await self._show(watch, ended_card(one, told, watch.language)):
            return

        def buttons(language: Language) -> Buttons:
            return Buttons(*undo_buttons(one, language))

        view = buttons if undo_buttons(one, "en") else None
        if not await tell_moderators(self._bot.store, guild, told[0], view=view, **told[1]):
            log.info("Nobody could be told how import %d ended", one.import_id)

    async def _show(self, watch: _Watch, card: Card) -> bool:
        if self._bot.now().timestamp() > watch.until:
            return False
        try:
            await watch.interaction.edit_original_response(view=card)
        except TROUBLE as trouble:
            log.info("How far an import is could not be shown: %s", trouble)
            return False
        return True


async def sharing_of(store: Store, guild: discord.Guild, place_id: int) -> Sharing:
    """Where a link is here already for the readers of a place, and whether that is everybody."""

    def open_to_all(one: int) -> bool:
        channel = guild.get_channel(one)
        if channel is None:
            return one == guild.id
        return channel.permissions_for(guild.default_role).view_channel

    places = filter(open_to_all, await tips.places(store, guild.id))
    return Sharing((*places,), open_to_all(place_id))
