"""What every part of the tips feature stands on: who sees what, and which tip is meant."""

from discord import app_commands

from bot import channels, links
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, number
from bot.ui import Interaction, picks, show, tell
from cogs.tips.cards import Cards
from cogs.tips.views import Whole, tip_view
from data import questions, tip_lists, tip_marks, tips
from data.tips import Sight, Tip


class TipPart(Feature):
    """One part of the feature; cogs/tips/cog.py puts them together."""

    tip = app_commands.Group(name="tip", description=described("command-tip"), guild_only=True)

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.cards = Cards(bot)

    async def sight(self, reader: Reader) -> Sight:
        places = await tips.places(self.bot.store, reader.guild_id)
        return Sight(reader.guild_id, reader.user_id, channels.readable(reader.member, places))

    def visible(self, reader: Reader, tip: Tip) -> bool:
        """Whether this reader may see it; sharers always see their own.

        What is out of sight is seen by moderators alone, and by them wherever it was shared.
        """
        if tip.state != "live":
            return reader.moderator
        own = tip.sharer_id == reader.user_id
        return own or channels.may_read(reader.member, tip.place_id)

    async def chosen(self, reader: Reader, typed: str) -> Tip | None:
        """The visible tip picked from the list, or the one with the typed link."""
        link = links.canonical(typed)
        if isinstance(link, links.Link):
            return await tips.by_key(self.bot.store, await self.sight(reader), link.key)
        return await self.seen(reader, number(typed))

    async def seen(self, reader: Reader, tip_id: int) -> Tip | None:
        tip = await tips.get(self.bot.store, reader.guild_id, tip_id)
        return tip if tip and self.visible(reader, tip) else None

    async def pressed(self, interaction: Interaction, reader: Reader, tip_id: int) -> Tip | None:
        """The live tip a button is about; None when it is gone, and they are told so."""
        tip = await self.seen(reader, tip_id)
        if tip is None or tip.state != "live":
            await tell(interaction, "tip-unknown", reader.language)
            return None
        return tip

    async def whole(self, reader: Reader, tip: Tip) -> Whole:
        store, which = self.bot.store, (tip.guild_id, tip.tip_id)
        own = await tip_marks.own(store, *which, reader.user_id)
        question = await questions.get(store, tip.guild_id, tip.question_id or 0)
        if question and not channels.may_read(reader.member, question.channel_id):
            question = None
        return Whole(tip, own, await tip_marks.outcomes(store, *which), question)

    async def show_whole(self, interaction: Interaction, reader: Reader, tip: Tip | None) -> None:
        """Answer with a tip and all that belongs to it."""
        if tip is None:
            await tell(interaction, "tip-unknown", reader.language)
            return
        await show(interaction, tip_view(await self.whole(reader, tip), reader))

    async def suggestions(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Tips to pick from while typing."""
        reader = await self.bot.reader(interaction)
        found = await tip_lists.suggest(
            self.bot.store, await self.sight(reader), links.clean(typed)
        )
        named = [
            (one.tip_id, " · ".join(filter(None, (one.title, one.host, one.note)))) for one in found
        ]
        return picks("", named)
