"""Finding tips again: search, one's own lists, one by chance, and a tip's whole view."""

import secrets
from typing import get_args

import discord
from discord import app_commands

from bot import links, topics
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers, number
from bot.ui import PAGE, Card, Interaction, button, kept_words, last_page, redraw, show, tell
from cogs.tips.base import TipPart
from cogs.tips.rules import OLDER
from cogs.tips.views import list_card
from data import tip_lists
from data import topics as topics_data
from data.tip_lists import List

Words = app_commands.Range[str, 1, 90]


class Finding(TipPart):
    """/tip search, show, saved, mine and random."""

    @TipPart.tip.command(name="search", description=described("command-tip-search"))
    @app_commands.describe(
        words=described("option-tip-search-words"),
        topic=described("option-tip-search-topic"),
        by=described("option-tip-search-by"),
    )
    async def search(
        self,
        interaction: Interaction,
        words: Words | None = None,
        topic: str | None = None,
        by: discord.User | None = None,
    ) -> None:
        reader = await self.bot.reader(interaction)
        name = await self._called(reader, topic)
        card = await self._list(reader, "all", words or "", name, by.id if by else 0, 0)
        await show(interaction, card)

    @TipPart.tip.command(name="saved", description=described("command-tip-saved"))
    @app_commands.describe(words=described("option-tip-search-words"))
    async def saved(self, interaction: Interaction, words: Words | None = None) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._list(reader, "saved", words or "", "", 0, 0))

    @TipPart.tip.command(name="mine", description=described("command-tip-mine"))
    @app_commands.describe(words=described("option-tip-search-words"))
    async def mine(self, interaction: Interaction, words: Words | None = None) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._list(reader, "mine", words or "", "", 0, 0))

    @answers("tip.page")
    async def turn_page(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        which = "".join(press.args[1:2])
        of: List = next((one for one in get_args(List) if one == which), "all")
        topic = ":".join(press.args[3:])
        words = kept_words(interaction)
        card = await self._list(reader, of, words, topic, press.number(2), press.number(0))
        await redraw(interaction, card)

    async def _list(
        self, reader: Reader, of: List, words: str, topic: str, by: int, page: int
    ) -> Card:
        found, total = await tip_lists.find(
            self.bot.store,
            await self.sight(reader),
            words=words,
            topic=topic,
            by=by,
            of=of,
            limit=PAGE,
            offset=page * PAGE,
        )
        if not found:
            key = "tip-none-found" if words or topic or by else f"tip-none-{of}"
            return list_card(reader, reader.text(key), [], 0, 1)
        last = last_page(total)
        more = [] if of == "all" else [button(reader.text("tip-export"), "tip.export", of)]
        return list_card(
            reader,
            reader.text(f"tip-found-{of}", count=total),
            found,
            min(page, last),
            last + 1,
            *(of, by, topic),
            kept=words,
            more=more,
        )

    @TipPart.tip.command(name="show", description=described("command-tip-show"))
    @app_commands.describe(tip=described("option-tip"))
    async def show_one(self, interaction: Interaction, tip: str) -> None:
        reader = await self.bot.reader(interaction)
        await self.show_whole(interaction, reader, await self.chosen(reader, tip))

    @answers("tip.pick")
    async def open_picked(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip_id = number("".join(press.values[:1]))
        await self.show_whole(interaction, reader, await self.seen(reader, tip_id))

    @answers("tip.open")
    async def open_tip(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await self.show_whole(interaction, reader, await self.seen(reader, press.number()))

    @answers("tip.more")
    async def open_from_card(self, interaction: Interaction, press: Press) -> None:
        await self.open_tip(interaction, press)

    @TipPart.tip.command(name="random", description=described("command-tip-random"))
    @app_commands.describe(topic=described("option-tip-search-topic"))
    async def random(self, interaction: Interaction, topic: str | None = None) -> None:
        reader = await self.bot.reader(interaction)
        found = await tip_lists.by_chance(
            self.bot.store,
            await self.sight(reader),
            await self._called(reader, topic),
            self.bot.seconds() - OLDER,
            secrets.randbelow(2**31),
        )
        if found is None:
            key = "tip-none-found" if topic else "tip-none-all"
            await tell(interaction, key, reader.language)
            return
        await self.show_whole(interaction, reader, found)

    async def _called(self, reader: Reader, topic: str | None) -> str:
        """The topic to look for; one that was merged is found under its new name."""
        written = topics.read_one(topic)
        return await topics_data.now_called(self.bot.store, reader.guild_id, written)

    @search.autocomplete("topic")
    @random.autocomplete("topic")
    async def suggest_topic(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        places = (await self.sight(reader)).places
        begun = links.clean(typed).casefold()
        found = await topics_data.beginning(self.bot.store, reader.guild_id, places, begun)
        return [app_commands.Choice(name=topic, value=topic) for topic in found]

    @show_one.autocomplete("tip")
    async def suggest_shown(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self.suggestions(interaction, typed)
