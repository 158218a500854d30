"""/privacy and /data: what I know about a member, out or gone."""

import json

from discord import app_commands

from bot.i18n import described, stamp
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.ui import Interaction, TextFile, say, show
from cogs.privacy.ui import delete_card, notice_card
from data import privacy
from data.anonymous import Authors
from data.question_blocks import Askers

Whose = tuple[int, int, Authors, Askers]


class Privacy(Feature):
    """A member's own data."""

    data = app_commands.Group(name="data", description=described("command-data"), guild_only=True)

    @app_commands.command(name="privacy", description=described("command-privacy"))
    @app_commands.guild_only()
    async def notice(self, interaction: Interaction) -> None:
        await show(interaction, notice_card(await self.bot.reader(interaction)))

    @data.command(name="export", description=described("command-data-export"))
    async def export(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        whose = await self._whose(reader)
        found = await privacy.export(self.bot.store, *whose)
        file = TextFile(json.dumps(found, ensure_ascii=False, indent=2), "vinkki.json")
        told = await self._with_lost(reader, whose, "data-exported")
        await interaction.followup.send(told, file=file, ephemeral=True)

    @data.command(name="delete", description=described("command-data-delete"))
    async def delete(self, interaction: Interaction) -> None:
        await show(interaction, delete_card(await self.bot.reader(interaction)))

    @answers("data.delete")
    async def delete_confirmed(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        whose = await self._whose(reader)
        await privacy.erase(self.bot.store, *whose)
        left = await self.bot.tidy(reader.guild)
        key = "data-deleted-some-stay" if left else "data-deleted"
        await say(interaction, await self._with_lost(reader, whose, key))

    async def _whose(self, reader: Reader) -> Whose:
        """By what everything of a reader is found: their id, and their hashes."""
        who = (reader.guild_id, reader.user_id)
        store, secret = self.bot.store, self.bot.secret
        return *who, await secret.authors(store, *who), await secret.askers(store, *who)

    async def _with_lost(self, reader: Reader, whose: Whose, key: str) -> str:
        """The sentence, with what cannot be found any more since the key is another one."""
        _, _, authors, askers = whose
        since = await self.bot.secret.since(self.bot.store) if authors or askers else 0
        lost = reader.text("data-key-changed", when=stamp(since, "D")) if since else ""
        return "\n".join(filter(None, (reader.text(key), lost)))
