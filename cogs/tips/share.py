"""Sharing a link: every way in ends in one door."""

from dataclasses import replace

import discord
from discord import app_commands

from bot import links, topics
from bot.app import Vinkki
from bot.channels import open_in, place_of
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Card, Interaction, ask, say, show
from cogs.tips import rules
from cogs.tips.asked import Asked, ByInteraction, ByMessage
from cogs.tips.base import TipPart
from cogs.tips.forms import share_form
from cogs.tips.offers import offer_card
from cogs.tips.ui import shown_host
from cogs.tips.upkeep import Upkeep
from cogs.tips.views import duplicate_offer, duplicate_view, tip_view
from data import drafts, tips
from data import topics as topics_data
from data.drafts import Draft
from data.tips import NewTip, Sight, Tip


class Sharing(TipPart):
    """/tip share, its form, and what was offered to be shared."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.upkeep = Upkeep(bot, "old tips and offers")

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.rounds.append(self.upkeep)

    async def cog_unload(self) -> None:
        self.bot.rounds.remove(self.upkeep)
        await super().cog_unload()

    @TipPart.tip.command(name="share", description=described("command-tip-share"))
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
            await self.share_link(ByInteraction(interaction), reader, link, note, topics)
            return
        found = links.canonical(link)
        if isinstance(found, links.Refusal):
            await say(interaction, reader.text(f"link-{found}", most=links.LONGEST))
            return
        form = share_form(reader, found.url, topics_typed=topics or "")
        await ask(interaction, *form, "tip.share")

    @answers("tip.share")
    async def share_from_form(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        given = press.fields
        done = await self.share_link(
            ByInteraction(interaction),
            reader,
            given.get("link", ""),
            given.get("note", ""),
            given.get("topics"),
        )
        if done and press.number():
            await drafts.drop(self.bot.store, reader.guild_id, reader.user_id, press.number())
            await self.bot.tidy(reader.guild)

    async def share_link(
        self,
        asked: Asked,
        reader: Reader,
        link: str,
        note: str,
        topics_typed: str | None,
        *,
        question_id: int | None = None,
    ) -> bool:
        """The one door. False when the person is told what to change first.

        `question_id` is the question that their own accepted answer solved, if it becomes the tip.
        """
        note = links.clean(note)
        found = links.canonical(link)
        if isinstance(found, links.Refusal):
            await asked.say(reader.text(f"link-{found}", most=links.LONGEST), note)
            return False
        if not note:
            await asked.say(reader.text("tip-note-empty"))
            return False
        if len(note) > rules.NOTE_LONGEST:
            sentence = reader.text("tip-note-too-long", count=len(note), most=rules.NOTE_LONGEST)
            await asked.say(sentence, note)
            return False
        chosen = topics.read(topics_typed)
        if wrong := topics.problem(chosen):
            await asked.say(reader.text(wrong[0], most=wrong[1]), note)
            return False

        sight = await self.sight(reader)
        if isinstance(asked, ByMessage):
            here = place_of(asked.channel) or 0
            sight = replace(sight, places=open_in(reader.guild, here, sight.places))
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
                place_id=place_of(self.cards.tips_channel(reader) or asked.channel),
                question_id=question_id,
            ),
            sight,
        )
        if isinstance(added, str):
            await asked.say(reader.text(f"tip-unshared-{added.replace(' ', '-')}"), note)
            return False
        tip, is_new = added
        if not is_new:
            await self._show_duplicate(asked, reader, tip, note)
            return True
        told = [await self.cards.post(asked, reader, tip)]
        if found.cautious:
            told.append(reader.text("tip-cautious", host=shown_host(tip)))
        told += await self._similar_topics(reader, sight, tip)
        if words := "\n".join(filter(None, told)):
            await asked.say(words)
        return True

    async def _similar_topics(self, reader: Reader, sight: Sight, tip: Tip) -> list[str]:
        """A sentence for each new topic that probably is one there already."""
        if not tip.topics:
            return []
        known = await topics_data.known_before(
            self.bot.store, reader.guild_id, sight.places, tip.topics
        )
        found = [(one, topics.similar(one, known)) for one in tip.topics]
        return [
            reader.text("tip-similar-topic", topic=links.coded(one), known=links.coded(near))
            for one, near in found
            if near
        ]

    async def _show_duplicate(self, asked: Asked, reader: Reader, tip: Tip, note: str) -> None:
        """The tip there is, and a way to add what they were going to say."""
        store, now = self.bot.store, self.bot.seconds()
        draft = await drafts.keep(store, reader.guild_id, reader.user_id, (tip.url,), note, "", now)
        if isinstance(asked, ByMessage):
            await self.offer(asked, draft, duplicate_offer(tip, draft, reader))
        elif isinstance(asked, ByInteraction):
            await asked.show(duplicate_view(tip, reader, draft))

    async def offer(self, asked: ByMessage, draft: Draft, card: Card) -> None:
        """Reply with what opens a draft to its writer; it goes away by itself."""
        reply = await asked.post({"view": card})
        where = asked.channel.id, reply.id
        await drafts.offered(self.bot.store, draft.guild_id, draft.draft_id, *where)
        self.upkeep.wake()

    @answers("tip.twice")
    async def show_duplicate(self, interaction: Interaction, press: Press) -> None:
        """A link that was mentioned and is here already: to its writer with what they wrote."""
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip is None:
            return
        draft = await drafts.get(self.bot.store, reader.guild_id, reader.user_id, press.number(1))
        if draft is None:
            await show(interaction, tip_view(await self.whole(reader, tip), reader))
        else:
            await show(interaction, duplicate_view(tip, reader, draft))

    @share.autocomplete("topics")
    async def suggest_topics(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Complete the last topic of those typed so far."""
        reader = await self.bot.reader(interaction)
        before, comma, last = typed.rpartition(",")
        begun = f"{before}{comma} " if comma else ""
        found = await topics_data.beginning(
            self.bot.store,
            reader.guild_id,
            (await self.sight(reader)).places,
            links.clean(last).casefold().lstrip("#"),
        )
        taken = topics.read(before)
        values = [f"{begun}{one}".strip() for one in found if one not in taken]
        return [app_commands.Choice(name=one, value=one) for one in values if len(one) <= 100]

    # What was offered

    async def save_from_menu(self, interaction: Interaction, message: discord.Message) -> None:
        """Save as tip: the message's links, and its text as the note."""
        reader = await self.bot.reader(interaction)
        found = links.links_in(message.content)
        if not found:
            await say(interaction, reader.text("tip-no-link"))
            return
        note = links.without_links(message.content)[: rules.NOTE_LONGEST]
        draft = await drafts.keep(
            self.bot.store,
            reader.guild_id,
            reader.user_id,
            tuple(one.url for one in found),
            note,
            "",
            self.bot.seconds(),
        )
        if len(found) == 1:
            await ask(
                interaction, *share_form(reader, found[0].url, note), "tip.share", draft.draft_id
            )
            return
        await ByInteraction(interaction).show(offer_card(draft, reader))

    @answers("tip.draft")
    async def open_draft(self, interaction: Interaction, press: Press) -> None:
        """The form for an offered link; a menu says which of several."""
        reader = await self.bot.reader(interaction)
        draft = await drafts.get(self.bot.store, reader.guild_id, reader.user_id, press.number())
        place = int(press.values[0]) if press.values and press.values[0].isdecimal() else 0
        if draft is None or place >= len(draft.links):
            await say(interaction, reader.text("tip-offer-gone"))
            return
        form = share_form(reader, draft.links[place], draft.note, draft.topics)
        await ask(interaction, *form, "tip.share", draft.draft_id)
