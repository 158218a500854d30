"""Taking tips along as a file: /tip export, and the button under one's own lists."""

from typing import get_args

from discord import app_commands

from bot.i18n import described
from bot.router import Press, answers
from bot.ui import Interaction, TextFile, say, tell
from cogs.tips.base import TipPart
from cogs.tips.transfer_out import NAMES, Format, write
from cogs.tips.transfer_ui import format_buttons
from data.tip_lists import List


class Exporting(TipPart):
    """/tip export."""

    @TipPart.tip.command(name="export", description=described("command-tip-export"))
    @app_commands.rename(of="list", kind="format")
    @app_commands.describe(
        of=described("option-tip-export-list"), kind=described("option-tip-export-format")
    )
    @app_commands.choices(
        of=[
            app_commands.Choice(name=described("export-mine"), value="mine"),
            app_commands.Choice(name=described("export-saved"), value="saved"),
            app_commands.Choice(name=described("export-all"), value="all"),
        ],
        kind=[
            app_commands.Choice(name=described("export-bookmarks"), value="bookmarks"),
            app_commands.Choice(name=described("export-csv"), value="csv"),
            app_commands.Choice(name=described("export-json"), value="json"),
            app_commands.Choice(name=described("export-atom"), value="atom"),
        ],
    )
    async def export(
        self, interaction: Interaction, of: List = "mine", kind: Format = "bookmarks"
    ) -> None:
        await self._export(interaction, of, kind)

    @answers("tip.export")
    async def choose_format(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await interaction.response.send_message(
            reader.text("export-ask"), view=format_buttons(reader, _list(press)), ephemeral=True
        )

    @answers("tip.export-as")
    async def export_as(self, interaction: Interaction, press: Press) -> None:
        given = "".join(press.args[1:2])
        kind: Format = next((one for one in get_args(Format) if one == given), "bookmarks")
        await self._export(interaction, _list(press), kind)

    async def _export(self, interaction: Interaction, of: List, kind: Format) -> None:
        reader = await self.bot.reader(interaction)
        if of == "all" and not reader.moderator:
            await tell(interaction, "error-moderators-only", reader.language)
            return
        await interaction.response.defer(ephemeral=True)
        written = await write(
            self.bot.store,
            await self.sight(reader),
            of,
            kind,
            own_name=reader.member.display_name,
            title=reader.guild.name,
            now=self.bot.seconds(),
        )
        if not written.total:
            await say(interaction, reader.text(f"tip-none-{of}"))
            return
        key = "export-done" if written.count == written.total else "export-cut"
        await interaction.followup.send(
            reader.text(key, count=written.count, total=written.total),
            file=TextFile(written.text, NAMES[kind]),
            ephemeral=True,
        )


def _list(press: Press) -> List:
    """The list a button is about; one's own when it is none."""
    given = "".join(press.args[:1])
    return next((one for one in get_args(List) if one == given), "mine")
