"""/find: tips, questions and answers together."""

from discord import app_commands

from bot import channels, links, topics
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.ui import PAGE, Card, Interaction, kept_words, redraw, show
from cogs.find.ui import found_card, none_card
from data import found, marks, query, questions, synonyms, tips, words
from data import topics as topics_data
from data.tips import Sight

Words = app_commands.Range[str, 1, 90]
_NEAREST = 3


class Find(Feature):
    """One search over everything the reader may see."""

    @app_commands.command(name="find", description=described("command-find"))
    @app_commands.describe(words=described("option-find-words"))
    @app_commands.guild_only()
    async def find(self, interaction: Interaction, words: Words) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._found(reader, links.clean(words), 0))

    @answers("find.page")
    async def turn_page(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        card = await self._found(reader, kept_words(interaction), press.number())
        await redraw(interaction, card)

    @answers("find.topic")
    async def open_topic(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        topic = topics.read_one(":".join(press.args))
        await redraw(interaction, await self._found(reader, f'topic:"{topic}"', 0))

    async def _found(self, reader: Reader, typed: str, page: int) -> Card:
        store = self.bot.store
        places = channels.readable(reader.member, await tips.places(store, reader.guild_id))
        sight = Sight(reader.guild_id, reader.user_id, places)
        asked_in = channels.readable(reader.member, await questions.places(store, reader.guild_id))
        wanted = query.parse(typed)
        some = await found.find(store, sight, asked_in, wanted, PAGE, page * PAGE)
        if not some.things:
            return none_card(reader, typed, wanted, await self._nearest(sight, typed))
        known = await synonyms.of(store, reader.guild_id)
        return found_card(reader, some, marks.of(wanted, known), typed)

    async def _nearest(self, sight: Sight, typed: str) -> list[str]:
        """Topics of this reader's that come nearest to what was typed."""
        known = await topics_data.known(self.bot.store, sight.guild_id, sight.places)
        written = [topics.typed(typed), *words.split(typed)]
        near = [one if one in known else topics.similar(one, known) for one in written]
        near += [
            topic for one in written if len(one) > 2 for topic in known if topic.startswith(one[:4])
        ]
        return [*dict.fromkeys(one for one in near if one)][:_NEAREST]
