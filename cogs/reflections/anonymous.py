"""Anonymous answers in Discord: what writer, members and moderators can do about one."""

import re

import discord
from discord.ext import commands

from bot import channels
from bot.app import Vinkki
from bot.reader import Reader
from bot.reports import Reports
from bot.router import Press, answers
from bot.ui import CLOSED_COLOUR, Card, Interaction, redraw, say, show, tell
from cogs.reflections.base import ReflectionPart
from cogs.reflections.upkeep import Releases
from cogs.reflections.views import MORE, blocks_card, more_card, short_card
from data import anonymous, anonymous_blocks, deliveries
from data.anonymous import Answer
from data.anonymous_blocks import Block

DAY = 86_400


class Anonymity(ReflectionPart):
    """Nobody learns from a press here who wrote an answer, but its writer."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.releases = Releases(bot)
        # When a writer was last shown an answer of theirs; a restart may forget it.
        self._shown: dict[int, int] = {}
        self.reports = Reports(bot)

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.rounds.append(self.releases)
        self.bot.after_answer.append(self.tell_short)

    async def cog_unload(self) -> None:
        self.bot.after_answer.remove(self.tell_short)
        self.bot.rounds.remove(self.releases)
        await super().cog_unload()

    @commands.Cog.listener("on_guild_available")
    async def release_in_guild(self, _: discord.Guild) -> None:
        self.releases.wake()

    async def blocked(self, reader: Reader) -> bool:
        """Whether this member wrote an answer whose writer is blocked."""
        return any(
            self.bot.secret.author(one.guild_id, one.delivery_id, reader.user_id) == one.author
            for one in await anonymous_blocks.listed(self.bot.store, reader.guild_id)
        )

    # What could not be shown, at its writer's next use

    async def tell_short(self, interaction: Interaction) -> None:
        """Ask a writer, beside an answer they just got, what becomes of one that was too alone."""
        if interaction.guild_id is None:
            return
        store, guild_id, user_id = self.bot.store, interaction.guild_id, interaction.user.id
        asked = await anonymous.undecided(store, guild_id)
        authors = [(one, self.bot.secret.author(guild_id, one, user_id)) for one in asked]
        now = self.bot.seconds()
        for one in await anonymous.own(store, guild_id, authors):
            if one.state == "short" and now - self._shown.get(one.answer_id, 0) >= DAY:
                await self.ask_short(interaction, one)
                return

    async def ask_short(self, interaction: Interaction, answer: Answer) -> None:
        """Ask its writer now, and not again for a day."""
        self._shown[answer.answer_id] = self.bot.seconds()
        await show(interaction, short_card(await self.bot.reader(interaction), answer))

    @answers("anonymous.keep")
    async def keep_short(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        answer = await self._own(interaction, reader, press.number())
        if answer is None:
            return
        kept = await anonymous.keep(
            self.bot.store, reader.guild_id, answer.answer_id, reader.user_id, self.bot.seconds()
        )
        key = "anonymous-gone" if kept is None else "anonymous-kept"
        await redraw(interaction, _line(reader.text(key)))

    @answers("anonymous.drop")
    async def drop_short(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        answer = await self._own(interaction, reader, press.number())
        if answer:
            await anonymous.take_back(self.bot.store, reader.guild_id, answer.answer_id)
            await redraw(interaction, _line(reader.text("anonymous-dropped")))

    async def _own(self, interaction: Interaction, reader: Reader, answer_id: int) -> Answer | None:
        """The presser's own answer that could not be shown; otherwise they are told, and None."""
        found = await anonymous.get(self.bot.store, reader.guild_id, answer_id)
        if found and found.state == "short" and self._wrote(reader, found):
            return found
        await tell(interaction, "anonymous-gone", reader.language)
        return None

    def _wrote(self, reader: Reader, answer: Answer) -> bool:
        return self.author(reader, answer.delivery_id) == answer.author

    # The button under a shown one

    @answers(MORE)
    async def more(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        answer = await self._seen(interaction, reader, press.number())
        if answer:
            blocked = await self._block_of(answer) if reader.moderator else None
            own = self._wrote(reader, answer)
            await show(interaction, more_card(reader, answer, own=own, blocked=blocked))

    async def _seen(
        self, interaction: Interaction, reader: Reader, answer_id: int
    ) -> Answer | None:
        """A posted answer to a prompt this reader may see; otherwise they are told, and None."""
        found = await anonymous.get(self.bot.store, reader.guild_id, answer_id)
        if found and found.message_id:
            delivery = await deliveries.get(self.bot.store, found.guild_id, found.delivery_id)
            if delivery and channels.may_read(reader.member, delivery.channel_id):
                return found
        await tell(interaction, "anonymous-gone", reader.language)
        return None

    async def _block_of(self, answer: Answer) -> Block | None:
        which = (answer.delivery_id, answer.author)
        listed = await anonymous_blocks.listed(self.bot.store, answer.guild_id)
        return next((one for one in listed if (one.delivery_id, one.author) == which), None)

    @answers("anonymous.report")
    async def report(self, interaction: Interaction, press: Press) -> None:
        """One line to the moderators, with a link, from each member once."""
        reader = await self.bot.reader(interaction)
        answer = await self._seen(interaction, reader, press.number())
        if answer is None or answer.channel_id is None or answer.message_id is None:
            return
        where = channels.jump(reader.guild_id, answer.channel_id, answer.message_id)
        which = answer.answer_id
        await self.reports.add(interaction, reader, which, "anonymous-report-line", where)

    @answers("anonymous.remove")
    async def remove(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        await interaction.response.defer(ephemeral=True)
        found = await anonymous.get(self.bot.store, reader.guild_id, press.number())
        if found is None or not await anonymous.remove(
            self.bot.store, reader.guild_id, found.answer_id
        ):
            await say(interaction, reader.text("anonymous-gone"))
            return
        gone = await self.is_out(found)
        await say(
            interaction, reader.text("anonymous-remove-done" if gone else "anonymous-remove-stays")
        )

    @answers("anonymous.block")
    async def block(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        which, by = press.number(), reader.user_id
        now = self.bot.seconds()
        await anonymous_blocks.add(self.bot.store, reader.guild_id, which, by, now)
        answer = await anonymous.get(self.bot.store, reader.guild_id, which)
        done = answer is not None and await self._block_of(answer) is not None
        await tell(interaction, "anonymous-blocked" if done else "anonymous-gone", reader.language)

    @answers("anonymous.blocks")
    async def show_blocks(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._blocks(reader, press.number()))

    async def _blocks(self, reader: Reader, page: int) -> Card:
        listed = await anonymous_blocks.listed(self.bot.store, reader.guild_id)
        return blocks_card(reader, listed, page)

    @answers("anonymous.lift")
    async def lift(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        typed = press.args[1] if len(press.args) > 1 else ""
        author = bytes.fromhex(typed) if re.fullmatch(r"[0-9a-f]{32}", typed) else b""
        await anonymous_blocks.lift(self.bot.store, reader.guild_id, press.number(), author)
        await redraw(interaction, await self._blocks(reader, 0))


def _line(sentence: str) -> Card:
    return Card(sentence, colour=CLOSED_COLOUR)
