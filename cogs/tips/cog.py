"""/tip: share a link, find it again."""

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels, links, topics
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers, number
from bot.ui import (
    PAGE,
    Card,
    Interaction,
    ask,
    kept_words,
    last_page,
    picks,
    redraw,
    say,
    show,
    tell,
)
from cogs.tips import rules
from cogs.tips.cards import Cards
from cogs.tips.ui import (
    list_card,
    share_form,
    shown_host,
    tip_buttons,
    tip_message,
    tip_view,
)
from data import tips
from data.tips import NewTip, Sight, Tip

Words = app_commands.Range[str, 1, 90]


class Tips(Feature):
    """Link tips."""

    tip = app_commands.Group(name="tip", description=described("command-tip"), guild_only=True)

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.cards = Cards(bot)

    @tip.command(name="share", description=described("command-tip-share"))
    @app_commands.describe(
        link=described("option-tip-share-link"),
        note=described("option-tip-share-note"),
        topics=described("option-tip-share-topics"),
    )
    async def share(
        self,
        interaction: Interaction,
        link: str,
        note: str | None = None,
        topics: str | None = None,
    ) -> None:
        reader = await self.bot.reader(interaction)
        if note is not None and links.clean(note):
            await self._share(interaction, reader, link, note, topics)
            return
        found = links.canonical(link)
        if isinstance(found, links.Refusal):
            await say(interaction, reader.text(f"link-{found}", most=links.LONGEST))
            return
        await ask(interaction, *share_form(reader, found.url, topics or ""), "tip.share")

    @answers("tip.share")
    async def share_from_form(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        given = press.fields
        await self._share(
            interaction, reader, given.get("link", ""), given.get("note", ""), given.get("topics")
        )

    async def _share(
        self,
        interaction: Interaction,
        reader: Reader,
        link: str,
        note: str,
        topics_typed: str | None,
    ) -> None:
        """Every way in ends here."""
        note = links.clean(note)
        found = links.canonical(link)
        if isinstance(found, links.Refusal):
            await say(interaction, reader.text(f"link-{found}", most=links.LONGEST), note)
            return
        if not note:
            await say(interaction, reader.text("tip-note-empty"))
            return
        if len(note) > rules.NOTE_LONGEST:
            sentence = reader.text("tip-note-too-long", count=len(note), most=rules.NOTE_LONGEST)
            await say(interaction, sentence, note)
            return
        chosen = topics.read(topics_typed)
        if wrong := topics.problem(chosen):
            await say(interaction, reader.text(wrong[0], most=wrong[1]), note)
            return

        added = await tips.add(
            self.bot.store,
            NewTip(
                guild_id=reader.guild_id,
                link_key=found.key,
                url=found.url,
                host=found.host,
                note=note,
                topics=chosen,
                sharer_id=reader.user_id,
                shared_at=self.bot.seconds(),
            ),
        )
        if isinstance(added, str):
            key = "tip-quota-own" if added == "by member" else "tip-quota-all"
            await say(interaction, reader.text(key), note)
            return
        tip, is_new = added
        if not is_new:
            await self._show_duplicate(interaction, reader, tip, note)
            return
        await self.cards.post(interaction, reader, tip, cautious=found.cautious)

    async def _show_duplicate(
        self, interaction: Interaction, reader: Reader, tip: Tip, note: str
    ) -> None:
        if not self._visible(reader, tip):
            await say(interaction, reader.text("tip-shared-elsewhere"), note)
            return
        removable = self._removable(reader, tip)
        heading = reader.text("tip-duplicate")
        card = tip_view(tip, reader, removable=removable, above=heading, below=note)
        await show(interaction, card)

    @tip.command(name="search", description=described("command-tip-search"))
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
        card = await self._found(reader, words or "", topics.read_one(topic), by.id if by else 0, 0)
        await show(interaction, card)

    @answers("tip.page")
    async def turn_page(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        topic = ":".join(press.args[2:])
        card = await self._found(
            reader, kept_words(interaction), topic, press.number(1), press.number(0)
        )
        await redraw(interaction, card)

    async def _found(self, reader: Reader, words: str, topic: str, by: int, page: int) -> Card:
        found, total = await tips.find(
            self.bot.store,
            await self._sight(reader),
            words=words,
            topic=topic,
            by=by,
            limit=PAGE,
            offset=page * PAGE,
        )
        if not found:
            key = "tip-none-found" if words or topic or by else "tip-none-yet"
            return list_card(reader, reader.text(key), [], 0, 1)
        heading = reader.text("tip-found", count=total)
        last = last_page(total)
        page = min(page, last)
        return list_card(reader, heading, found, page, last + 1, by, topic, kept=words)

    async def _sight(self, reader: Reader) -> Sight:
        places = await tips.places(self.bot.store, reader.guild_id)
        return Sight(reader.guild_id, reader.user_id, channels.readable(reader.member, places))

    @tip.command(name="show", description=described("command-tip-show"))
    @app_commands.describe(tip=described("option-tip"))
    async def show_one(self, interaction: Interaction, tip: str) -> None:
        reader = await self.bot.reader(interaction)
        found = await self._chosen(reader, tip)
        if found is None:
            await tell(interaction, "tip-unknown", reader.language)
            return
        removable = self._removable(reader, found)
        await show(interaction, tip_view(found, reader, removable=removable))

    @tip.command(name="remove", description=described("command-tip-remove"))
    @app_commands.describe(tip=described("option-tip"))
    async def remove(self, interaction: Interaction, tip: str) -> None:
        reader = await self.bot.reader(interaction)
        found = await self._looked_up(reader, tip)
        if found and not self._visible(reader, found) and not reader.moderator:
            found = None
        await self._remove(interaction, reader, found)

    @answers("tip.remove")
    async def remove_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await tips.get(self.bot.store, reader.guild_id, press.number())
        await self._remove(interaction, reader, tip)

    async def _remove(self, interaction: Interaction, reader: Reader, tip: Tip | None) -> None:
        if tip is None:
            await tell(interaction, "tip-unknown", reader.language)
            return
        if not self._removable(reader, tip):
            await tell(interaction, "tip-not-yours", reader.language)
            return
        await interaction.response.defer(ephemeral=True)
        await tips.remove(self.bot.store, reader.guild_id, tip.tip_id)
        gone = True
        if tip.channel_id and tip.message_id:
            gone = await channels.delete_message(
                self.bot, reader.guild_id, tip.channel_id, tip.message_id
            )
        key = "tip-removed" if gone else "tip-removed-card-stays"
        await say(interaction, reader.text(key, host=shown_host(tip)))

    @answers("tip.thank")
    async def thank_on_card(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self._thank(interaction, reader, press.number())
        if tip:
            await interaction.response.edit_message(
                content=tip_message(tip, reader.public_language),
                view=tip_buttons(tip, reader.public_language),
            )

    @answers("tip.thank-here")
    async def thank_in_view(self, interaction: Interaction, press: Press) -> None:
        """Thanks from a reader's own view of the tip: the card in the channel follows."""
        reader = await self.bot.reader(interaction)
        tip = await self._thank(interaction, reader, press.number())
        if tip is None:
            return
        removable = self._removable(reader, tip)
        await redraw(interaction, tip_view(tip, reader, removable=removable))
        await self.cards.show_thanks(tip, reader.public_language)

    async def _thank(self, interaction: Interaction, reader: Reader, tip_id: int) -> Tip | None:
        tip = await tips.get(self.bot.store, reader.guild_id, tip_id)
        if tip is None or not self._visible(reader, tip):
            await tell(interaction, "tip-unknown", reader.language)
            return None
        if not rules.may_thank(tip, reader.user_id):
            await tell(interaction, "tip-own-thanks", reader.language)
            return None
        thanked = await tips.thank(
            self.bot.store, reader.guild_id, tip_id, reader.user_id, self.bot.seconds()
        )
        if thanked is None:
            await tell(interaction, "tip-unknown", reader.language)
        return thanked

    @search.autocomplete("topic")
    async def suggest_topic(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        found = await tips.topics(
            self.bot.store, await self._sight(reader), links.clean(typed).casefold()
        )
        return [app_commands.Choice(name=topic, value=topic) for topic in found]

    @show_one.autocomplete("tip")
    @remove.autocomplete("tip")
    async def suggest_tip(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        found, _ = await tips.find(
            self.bot.store, await self._sight(reader), words=links.clean(typed), limit=25
        )
        return picks("", [(tip.tip_id, f"{tip.host} · {tip.note}") for tip in found])

    async def _chosen(self, reader: Reader, typed: str) -> Tip | None:
        tip = await self._looked_up(reader, typed)
        return tip if tip and self._visible(reader, tip) else None

    async def _looked_up(self, reader: Reader, typed: str) -> Tip | None:
        """The tip picked from the list, or the one with the typed link."""
        link = links.canonical(typed)
        if isinstance(link, links.Link):
            return await tips.by_key(self.bot.store, reader.guild_id, link.key)
        return await tips.get(self.bot.store, reader.guild_id, number(typed))

    def _visible(self, reader: Reader, tip: Tip) -> bool:
        """Whether this reader may see where it was shared; sharers always see their own."""
        own = tip.sharer_id == reader.user_id
        return own or channels.may_read(reader.member, tip.place_id)

    def _removable(self, reader: Reader, tip: Tip) -> bool:
        return rules.may_remove(tip, reader.user_id, reader.moderator)

    # What happens in Discord without us

    @commands.Cog.listener()
    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """A card that a moderator deletes takes its tip along, out of search and lists."""
        if event.guild_id:
            await tips.remove_posted(self.bot.store, event.guild_id, [event.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        if event.guild_id:
            await tips.remove_posted(self.bot.store, event.guild_id, event.message_ids)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Tips of a channel that everybody could read stay for everybody when it is gone."""
        if channel.permissions_for(channel.guild.default_role).view_channel:
            guild_id = channel.guild.id
            await tips.move_place(self.bot.store, guild_id, channel.id, guild_id)
