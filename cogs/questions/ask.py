"""/ask: the form, earlier questions first, and the question it makes."""

import logging
from typing import get_args

import discord
from discord import app_commands

from bot import channels, links, topics
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, ask, kept_words, show
from cogs.questions import rules
from cogs.questions.asked import Asked, ByButton, ByForm, ByMessage
from cogs.questions.similar import Similar, seen_by_all
from cogs.questions.similar_ui import ask_form, offer_card
from cogs.questions.sweep import Sweep
from cogs.questions.threads import Place
from data import question_drafts, questions
from data.question_drafts import Draft, Wording
from data.questions import New, Origin, Question

log = logging.getLogger(__name__)

_EMPTY = Wording("")
_UNASKED = {
    "by member": "ask-quota-own",
    "by all": "ask-quota-all",
    "known": "similar-over",
    "gone": "similar-over",
}
"""What to say when a question was not saved."""


class Asking(Similar):
    """How a question comes to be. Every way in ends in `ask_for`."""

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.sweep = Sweep(bot, "questions that were not asked")

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.rounds.append(self.sweep)

    async def cog_unload(self) -> None:
        self.bot.rounds.remove(self.sweep)
        await super().cog_unload()

    @app_commands.command(name="ask", description=described("command-ask"))
    @app_commands.describe(title=described("option-ask-title"))
    @app_commands.guild_only()
    async def ask(self, interaction: Interaction, title: str | None = None) -> None:
        reader = await self.bot.reader(interaction)
        if title:
            await self.ask_with(interaction, reader, Wording(links.clean(title)))
            return
        # What they were about to ask a moment ago, and may have lost sight of.
        since = self.bot.seconds() - question_drafts.WAITS
        draft = await question_drafts.waiting(
            self.bot.store, reader.guild_id, reader.user_id, since
        )
        if draft is None:
            await self.ask_with(interaction, reader)
        else:
            await self.ask_with(interaction, reader, draft.wording, draft)

    @answers("question.ask-this")
    async def ask_this(self, interaction: Interaction, press: Press) -> None:
        """Words that were looked for and not found, as a question."""
        reader = await self.bot.reader(interaction)
        words = links.clean(":".join(press.args) or kept_words(interaction))
        await self.ask_with(interaction, reader, Wording(" ".join(words.split())))

    async def ask_with(
        self,
        interaction: Interaction,
        reader: Reader,
        wording: Wording = _EMPTY,
        draft: Draft | None = None,
    ) -> None:
        """The form, with what is known of the question so far; it takes the draft's place."""
        form = ask_form(reader, wording, blocked=await self.unnamed_blocked(reader))
        number = draft.draft_id if draft else 0
        await ask(interaction, *form, "question.ask", number, wording.born_of)

    @answers("question.ask")
    async def asked(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        given = press.fields
        born_of: Origin = next((one for one in get_args(Origin) if press.args[1:2] == (one,)), "")
        wording = Wording(
            " ".join(links.clean(given.get("title", "")).split()),
            links.clean(given.get("details", "")),
            topics.read(given.get("topics")),
            unnamed=given.get("how") == "unnamed",
            born_of=born_of,
        )
        await self.ask_for(ByForm(interaction), reader, wording, instead_of=press.number())

    async def ask_for(
        self, asked: ByForm | ByMessage, reader: Reader, wording: Wording, instead_of: int = 0
    ) -> None:
        """The one door: earlier questions first, and without any it is asked at once."""
        place = self._place(reader, asked.channel)
        refused = await self._refused(reader, wording)
        if refused or isinstance(place, str):
            await asked.refuse(reader, refused or str(place), wording.typed)
            return
        heading = ""
        places = await self._places_before(asked, reader)
        found = await self.similar_to(reader.guild_id, wording.title, places)
        if isinstance(asked, ByMessage):
            member = f"<@{reader.user_id}>"
            if found:
                heading = reader.text("similar-for", member=member)
            elif not channels.open_in(
                reader.guild, place.id, [channels.place_of(asked.channel) or 0]
            ):
                # Nobody's words are taken where more people read them, unless they say so.
                heading = reader.text("similar-wider", member=member, channel=place.mention)
        elif found:
            heading = reader.text("similar-first")
        if heading:
            await self._offer(asked, reader, wording, found, heading, instead_of)
            return
        await self._ask_now(asked, reader, wording, place, instead_of)

    async def _refused(self, reader: Reader, wording: Wording) -> str | None:
        """Why this cannot be asked, in a sentence."""
        if not wording.title:
            return reader.text("ask-empty")
        if len(wording.title) > rules.TITLE_LONGEST or len(wording.details) > rules.DETAILS_LONGEST:
            most = {"title": rules.TITLE_LONGEST, "details": rules.DETAILS_LONGEST}
            return reader.text("ask-too-long", **most)
        if wrong := topics.problem(wording.topics):
            return reader.text(wrong[0], most=wrong[1])
        if wording.unnamed and await self.unnamed_blocked(reader):
            return reader.text("ask-unnamed-blocked")
        return None

    def _place(self, reader: Reader, here: object) -> Place | str:
        """Where the question goes: the questions channel, else here. A sentence when it cannot."""
        channel_id = reader.community.questions_channel_id
        place = reader.guild.get_channel(channel_id or channels.place_of(here) or 0)
        if channel_id is None and not isinstance(place, discord.TextChannel):
            return reader.text("ask-not-here")
        if not isinstance(place, discord.TextChannel | discord.ForumChannel):
            return reader.text("ask-channel-gone")
        if not channels.may_read(reader.member, place.id):
            return reader.text("ask-place-hidden")
        if channels.silenced(reader.member, place.id, self.bot.now()):
            return reader.text("ask-silenced", channel=place.mention)
        if lacking := channels.missing(place, channels.needs(place, thread=True)):
            names = channels.permission_names(reader.language, lacking)
            return reader.text("channel-lacking", channel=place.mention, permissions=names)
        return place

    async def _places_before(self, asked: Asked, reader: Reader) -> tuple[int, ...]:
        """The channels whose earlier questions may be shown in answer."""
        places = await questions.places(self.bot.store, reader.guild_id)
        seen = channels.readable(reader.member, places)
        if isinstance(asked, ByMessage):
            return channels.open_in(reader.guild, channels.place_of(asked.channel) or 0, seen)
        return seen

    async def _offer(
        self,
        asked: ByForm | ByMessage,
        reader: Reader,
        wording: Wording,
        found: list[Question],
        heading: str,
        instead_of: int,
    ) -> None:
        """Show earlier questions; what was going to be asked waits beside them."""
        store, guild_id = self.bot.store, reader.guild_id
        draft = await question_drafts.keep(
            store,
            guild_id,
            reader.user_id,
            wording,
            asked.channel.id,
            self.bot.seconds(),
            instead_of,
        )
        card = offer_card(draft, found, reader.language, heading)
        if isinstance(asked, ByMessage):
            reply = await asked.show(card)
            where = (reply.channel.id, reply.id)
            await question_drafts.offered(store, guild_id, draft.draft_id, *where)
        else:
            await show(asked.interaction, card)
        if found:
            await question_drafts.count(store, guild_id, "shown")
        self.sweep.wake()

    @answers("question.ask-anyway")
    async def ask_anyway(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        draft = await self.drafted(interaction, reader, press.number())
        if draft is None:
            return
        asked, wording = ByButton(interaction), draft.wording
        place = self._place(reader, asked.channel)
        refused = await self._refused(reader, wording)
        if refused or isinstance(place, str):
            await asked.refuse(reader, refused or str(place), wording.typed)
            return
        if await self._ask_now(asked, reader, wording, place, draft=draft) and not press.args[1:]:
            await question_drafts.count(self.bot.store, reader.guild_id, "asked")

    async def _ask_now(
        self,
        asked: Asked,
        reader: Reader,
        wording: Wording,
        place: Place,
        instead_of: int = 0,
        draft: Draft | None = None,
    ) -> bool:
        """Save the question and post it; a draft goes with it. False when they are told why not."""
        store, guild_id = self.bot.store, reader.guild_id
        unnamed = await self.unnamed_today(reader)
        number = draft.draft_id if draft else None
        added = await questions.add(store, guild_id, self._new(reader, wording), unnamed, number)
        if not isinstance(added, Question):
            typed = "" if added == "gone" else wording.typed
            await asked.refuse(reader, reader.text(_UNASKED[added]), typed)
            return False
        await asked.working()
        try:
            thread_id = await self.threads.post(added, place, reader.public_language)
        except channels.TROUBLE as trouble:
            log.warning("Question %d was not posted: %s", added.question_id, trouble)
            await self.threads.take_back(added)
            sentence = reader.text("ask-not-posted", channel=place.mention)
            await asked.refuse(reader, sentence, wording.typed)
            return False
        if thread_id is None:
            await asked.refuse(reader, reader.text("question-gone"), "")
            return False
        await asked.done(self._told(asked, reader, wording, thread_id))
        if instead_of:
            await question_drafts.drop(store, guild_id, reader.user_id, instead_of)
            await self.bot.tidy(reader.guild)
        return True

    def _new(self, reader: Reader, wording: Wording) -> New:
        now, hours = self.bot.seconds(), reader.community.nudge_hours

        def author(question_id: int) -> bytes:
            return self.bot.secret.asker(reader.guild_id, question_id, reader.user_id)

        return New(
            asker_id=None if wording.unnamed else reader.user_id,
            title=wording.title,
            details=wording.details,
            topics=wording.topics,
            at=now,
            nudge_at=now + hours * rules.HOUR if hours else None,
            author=author if wording.unnamed else None,
            born_of=wording.born_of,
        )

    def _told(self, asked: Asked, reader: Reader, wording: Wording, thread_id: int) -> str:
        thread = f"<#{thread_id}>"
        if isinstance(asked, ByMessage) or (
            isinstance(asked, ByButton) and seen_by_all(asked.interaction)
        ):
            return reader.public("ask-posted-public", thread=thread)
        key = "ask-posted-unnamed" if wording.unnamed else "ask-posted"
        return reader.text(key, thread=thread)
