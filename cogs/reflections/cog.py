"""/reflect and /journal: what a member writes to a prompt, and reads again."""

import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels, links
from bot.delivery import PROMPT, REFLECT, thread_of
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers, number
from bot.ui import Card, Interaction, ask, picks, redraw, say, show, tell
from cogs.reflections import rules
from cogs.reflections.ui import journal_card, reflect_form, reflection_card
from data import deliveries, reflections
from data.deliveries import Delivery
from data.reflections import Reflection

log = logging.getLogger(__name__)


class Reflections(Feature):
    """Members' own writing."""

    journal = app_commands.Group(
        name="journal", description=described("command-journal"), guild_only=True
    )

    @app_commands.command(name="reflect", description=described("command-reflect"))
    @app_commands.guild_only()
    async def reflect(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        latest = await deliveries.latest(self.bot.store, reader.guild_id, PROMPT)
        if latest is None or not channels.may_read(reader.member, latest.channel_id):
            await tell(interaction, "reflect-none", reader.language)
            return
        await self._ask_reflection(interaction, reader, latest)

    @answers(REFLECT)
    async def reflect_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        delivery = await self._delivery(reader, press.number())
        if delivery is None:
            await tell(interaction, "reflect-gone", reader.language)
            return
        await self._ask_reflection(interaction, reader, delivery)

    async def _delivery(self, reader: Reader, delivery_id: int) -> Delivery | None:
        """The post, if it is this community's and the reader may see its channel."""
        found = await deliveries.get(self.bot.store, reader.guild_id, delivery_id)
        return found if found and channels.may_read(reader.member, found.channel_id) else None

    async def _ask_reflection(
        self, interaction: Interaction, reader: Reader, delivery: Delivery
    ) -> None:
        earlier = await reflections.of_member(
            self.bot.store, reader.guild_id, delivery.delivery_id, reader.user_id
        )
        form = reflect_form(reader, delivery, earlier)
        await ask(interaction, *form, "prompt.reflected", delivery.delivery_id)

    @answers("prompt.reflected")
    async def reflected(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        text = links.clean(press.fields.get("text", ""))
        delivery = await self._delivery(reader, press.number())
        if delivery is None:
            await say(interaction, reader.text("reflected-gone"), text)
            return
        if not text:
            await say(interaction, reader.text("reflect-empty"))
            return
        if len(text) > rules.LONGEST:
            most = rules.LONGEST
            await say(interaction, reader.text("reflect-too-long", most=most), text)
            return
        visibility = rules.settled(delivery.visibility, press.fields.get("audience", ""))
        saved = await reflections.write(
            self.bot.store,
            reader.guild_id,
            delivery.delivery_id,
            reader.user_id,
            text,
            visibility,
            self.bot.seconds(),
        )
        await interaction.response.defer(ephemeral=True)
        if visibility == "private":
            gone = await self._withdraw(saved)
            await say(interaction, reader.text("reflected-private" if gone else "reflected-stays"))
            return
        where = await self._publish(reader, saved)
        if where is None:
            await say(interaction, reader.text("reflected-not-posted"))
        else:
            await say(interaction, reader.text("reflected-open", where=where))

    async def _publish(self, reader: Reader, saved: Reflection) -> str | None:
        """Post an open reflection in the thread, or change the one that stands there."""
        card = reflection_card(saved, reader.public_language)
        try:
            if saved.channel_id and saved.message_id:
                where = (saved.guild_id, saved.channel_id, saved.message_id)
                try:
                    await channels.redraw_message(self.bot, *where, card)
                    return channels.jump(*where)
                except discord.NotFound:
                    pass  # Somebody deleted it: the writer has just asked to post again.
            posted = await self._post(saved, card)
        except channels.TROUBLE as trouble:
            log.warning("Reflection %d was not posted: %s", saved.reflection_id, trouble)
            return None
        if posted is None:
            return None
        where = (saved.guild_id, *posted)
        if not await reflections.posted(
            self.bot.store, saved.guild_id, saved.reflection_id, *posted
        ):
            # Removed in the same moment: the post goes too.
            await channels.delete_message(self.bot, *where)
            return None
        return channels.jump(*where)

    async def _post(self, saved: Reflection, card: Card) -> tuple[int, int] | None:
        """Post in the prompt's thread; returns (thread id, message id), None without a thread."""
        # A nonce counts for one writing: the same text may be withdrawn and posted again.
        nonce = f"r{saved.reflection_id}-{self.bot.seconds()}"
        for _ in range(2):
            thread_id = await thread_of(self.bot, saved.guild_id, saved.delivery_id)
            if thread_id is None:
                return None
            thread = self.bot.get_partial_messageable(thread_id, guild_id=saved.guild_id)
            try:
                return thread_id, (await thread.send(view=card, nonce=nonce)).id
            except discord.NotFound:
                # The thread was deleted while nobody looked: make another.
                await deliveries.thread_deleted(self.bot.store, saved.guild_id, thread_id)
        return None

    async def _withdraw(self, saved: Reflection) -> bool:
        """Take a reflection's message away. False when Discord did not let us."""
        if not (saved.channel_id and saved.message_id):
            return True
        gone = await channels.delete_message(
            self.bot, saved.guild_id, saved.channel_id, saved.message_id
        )
        if gone:
            await reflections.posted(
                self.bot.store, saved.guild_id, saved.reflection_id, None, None
            )
        return gone

    @journal.command(name="list", description=described("command-journal-list"))
    async def list_journal(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._journal(reader, 0))

    @answers("journal.page")
    async def turn_journal(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._journal(reader, press.number()))

    async def _journal(self, reader: Reader, page: int) -> Card:
        entries = await reflections.journal(self.bot.store, reader.guild_id, reader.user_id)
        return journal_card(reader, entries, page, reader.guild_id)

    @journal.command(name="remove", description=described("command-journal-remove"))
    @app_commands.describe(entry=described("option-journal-entry"))
    async def remove_entry(self, interaction: Interaction, entry: str) -> None:
        reader = await self.bot.reader(interaction)
        removed = await reflections.remove(
            self.bot.store, reader.guild_id, number(entry), reader.user_id
        )
        if removed is None:
            await tell(interaction, "journal-unknown", reader.language)
            return
        await interaction.response.defer(ephemeral=True)
        gone = await self._withdraw(removed)
        await say(interaction, reader.text("journal-removed" if gone else "journal-removed-stays"))

    @remove_entry.autocomplete("entry")
    async def suggest_entry(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        entries = await reflections.journal(self.bot.store, reader.guild_id, reader.user_id)
        return picks(typed, [(one.reflection_id, one.text) for one in entries])

    # What happens in Discord without us

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        if event.guild_id:
            await reflections.unposted(self.bot.store, event.guild_id, [event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await reflections.unposted(self.bot.store, event.guild_id, event.message_ids)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        await deliveries.thread_deleted(self.bot.store, event.guild_id, event.thread_id)
