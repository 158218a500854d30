"""/question list and /question search: what was asked, by age and by words."""

from typing import Literal

from discord import app_commands

from bot import channels, links, topics
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import PAGE, Card, Interaction, kept_words, redraw, show
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.find_ui import found_card, list_card
from data import questions, search
from data.topics import now_called

Shown = Literal["open", "solved", "all"]
Words = app_commands.Range[str, 1, 80]
"""They have to fit into the id of a button."""
MOST_FOUND = 500
"""Matches of a search that are looked at, best first."""


class Finding(QuestionPart):
    """Lists of questions."""

    @QuestionPart.question.command(name="list", description=described("command-question-list"))
    @app_commands.describe(
        state=described("option-question-list-state"),
        topic=described("option-question-list-topic"),
    )
    @app_commands.choices(
        state=[
            app_commands.Choice(name=described("question-state-open"), value="open"),
            app_commands.Choice(name=described("question-state-solved"), value="solved"),
            app_commands.Choice(name=described("question-state-all"), value="all"),
        ]
    )
    async def list_questions(
        self, interaction: Interaction, state: Shown = "open", topic: str | None = None
    ) -> None:
        reader = await self.bot.reader(interaction)
        # One that was merged is found under its new name.
        name = await now_called(self.bot.store, reader.guild_id, topics.read_one(topic))
        await show(interaction, await self._list(reader, state, name, 0))

    @answers("question.page")
    async def turn_page(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        state, topic = "".join(press.args[1:2]), ":".join(press.args[2:])
        card = await self._list(reader, state, topic, press.number(0))
        await redraw(interaction, card)

    async def _list(self, reader: Reader, state: str, topic: str, page: int) -> Card:
        wanted: questions.State | None = (
            "open" if state == "open" else "solved" if state == "solved" else None
        )
        found, total = await questions.listed(
            self.bot.store,
            reader.guild_id,
            await self._places(reader),
            state=wanted,
            topic=topic,
            limit=PAGE,
            offset=page * PAGE,
        )
        return list_card(reader, found, total, wanted or "all", topic, page)

    @QuestionPart.question.command(name="search", description=described("command-question-search"))
    @app_commands.describe(words=described("option-question-search-words"))
    async def search_questions(self, interaction: Interaction, words: Words) -> None:
        reader = await self.bot.reader(interaction)
        wanted = " ".join(links.clean(words).split())[:80]
        await show(interaction, await self._found(reader, wanted, 0))

    @answers("question.found")
    async def turn_found(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        words = kept_words(interaction)
        await redraw(interaction, await self._found(reader, words, press.number()))

    async def _found(self, reader: Reader, words: str, page: int) -> Card:
        ranked = await search.find(self.bot.store, reader.guild_id, "question", words, MOST_FOUND)
        places = await self._places(reader)
        found = await questions.chosen(self.bot.store, reader.guild_id, ranked, places)
        return found_card(reader, words, rules.solved_first(found), page)

    async def _places(self, reader: Reader) -> tuple[int, ...]:
        places = await questions.places(self.bot.store, reader.guild_id)
        return channels.readable(reader.member, places)

    @list_questions.autocomplete("topic")
    async def suggest_topic(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        found = await questions.topics(
            self.bot.store,
            reader.guild_id,
            await self._places(reader),
            links.clean(typed).casefold(),
        )
        return [app_commands.Choice(name=topic, value=topic) for topic in found]
