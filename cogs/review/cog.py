"""/review: reported tips, suggested prompts, what was hidden or removed lately, who is blocked."""

from discord import app_commands

from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.ui import PAGE, Card, Interaction, redraw, show
from cogs.review.ui import REPORTS, gone_card, reports_card
from data import anonymous_blocks, question_blocks, reports, suggestions, tips


class Review(Feature):
    """The moderators' queue. What its buttons do is the feature's whose things are in it."""

    @app_commands.command(name="review", description=described("command-review"))
    @app_commands.guild_only()
    async def review(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await show(interaction, await self._reports(reader, 0))

    @answers("review.page")
    async def turn_reports(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._reports(reader, press.number()))

    async def _reports(self, reader: Reader, page: int) -> Card:
        waiting, count = await reports.waiting(
            self.bot.store, reader.guild_id, REPORTS, page * REPORTS
        )
        reported = [
            (one, await tips.get(self.bot.store, reader.guild_id, one.item_id)) for one in waiting
        ]
        _, gone = await tips.out_of_sight(self.bot.store, reader.guild_id, 1)
        _, suggested = await suggestions.waiting(self.bot.store, reader.guild_id, 1)
        blocked = len(await anonymous_blocks.listed(self.bot.store, reader.guild_id))
        askers = len(await question_blocks.listed(self.bot.store, reader.guild_id))
        return reports_card(reader, reported, count, gone, suggested, blocked, askers, page)

    @answers("review.gone")
    async def show_gone(self, interaction: Interaction, press: Press) -> None:
        """What was hidden or removed; opening one offers to restore it."""
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        page = press.number()
        found, count = await tips.out_of_sight(self.bot.store, reader.guild_id, PAGE, page * PAGE)
        await redraw(interaction, gone_card(reader, found, count, page))
