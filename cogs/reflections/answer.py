"""/reflect and Reflect: the form, and where an answer goes."""

import logging
from dataclasses import dataclass

import discord
from discord import app_commands

from bot import channels, links
from bot.delivery import PROMPT, REFLECT, thread_of
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Card, Interaction, ask, say, show, tell
from cogs.reflections import rules
from cogs.reflections.anonymous import Anonymity
from cogs.reflections.ui import reflect_form, reflection_card
from cogs.reflections.views import anonymous_card, saved_card
from data import anonymous, deliveries, reflections
from data.anonymous import Answer
from data.deliveries import Delivery
from data.reflections import Reflection

log = logging.getLogger(__name__)


CLOSED = "closed"
"""In the id of a form that offered no anonymity any more."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came with the form, as far as it is kept."""

    text: str
    intention: str
    wish: rules.Wish


class Answering(Anonymity):
    """Answering a prompt: openly, anonymously or for oneself."""

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
        earlier = await self._earlier(reader, delivery.delivery_id)
        previous = await self._previous(reader, delivery.delivery_id)
        over = anonymous.over(delivery, self.bot.seconds())
        closed = over and not isinstance(earlier, Answer)
        form = reflect_form(reader, delivery, earlier, previous, closed=closed)
        # What an open form promised holds when it is sent, whatever happened meanwhile.
        told = [CLOSED] if closed else []
        await ask(interaction, *form, "prompt.reflected", delivery.delivery_id, *told)

    async def _earlier(self, reader: Reader, delivery_id: int) -> Reflection | Answer | None:
        """What the reader wrote to this prompt, under their name or not."""
        which = (reader.guild_id, delivery_id)
        written = await reflections.of_member(self.bot.store, *which, reader.user_id)
        return written or await self.own_answer(reader, delivery_id)

    async def _previous(self, reader: Reader, delivery_id: int) -> Reflection | Answer | None:
        """What the reader wrote to the latest earlier prompt they answered."""
        store, guild_id, user_id = self.bot.store, reader.guild_id, reader.user_id
        authors = await self.bot.secret.authors(store, guild_id, user_id)
        past = [one for one in authors if one[0] < delivery_id]
        found: list[Reflection | Answer] = [*await anonymous.own(store, guild_id, past)]
        if written := await reflections.before(store, guild_id, delivery_id, user_id):
            found.append(written)
        return max(found, key=lambda one: one.delivery_id, default=None)

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
        wish = rules.settled(delivery.visibility, press.fields.get("audience", ""))
        if wish == "anonymous" and press.args[1:] == (CLOSED,):
            wish = "private"
        written = Written(text, _short(press, "intention", rules.INTENTION_LONGEST), wish)
        await interaction.response.defer(ephemeral=True)
        await self._tell_outcome(reader, delivery, press)
        if wish == "anonymous":
            await self._save_anonymous(interaction, reader, delivery, written)
        else:
            await self._save(interaction, reader, delivery, written)

    async def _save(
        self, interaction: Interaction, reader: Reader, delivery: Delivery, written: Written
    ) -> None:
        """Under the writer's name: for themselves, or in the prompt's thread."""
        seen_by = rules.seen_by(written.wish)
        moved = await self.own_answer(reader, delivery.delivery_id)
        saved = await reflections.write(
            self.bot.store,
            reader.guild_id,
            delivery.delivery_id,
            reader.user_id,
            written.text,
            "open" if seen_by == "open" else "private",
            self.bot.seconds(),
            intention=written.intention,
            intention_shown=written.wish == "open-intention",
            author=self.author(reader, delivery.delivery_id),
        )
        # An anonymous answer that this took the place of goes before it is shown under a name.
        left = await self.bot.tidy(reader.guild) if moved and moved.message_id else 0
        if seen_by == "private":
            gone = await self.withdraw(saved) and not left
            sentence = reader.text("reflected-private" if gone else "reflected-stays")
        elif (where := await self._publish(reader, saved)) is None:
            sentence = reader.text("reflected-not-posted")
        else:
            sentence = reader.text("reflected-open", where=where)
        await show(interaction, saved_card(reader, sentence, delivery.delivery_id))

    async def _save_anonymous(
        self, interaction: Interaction, reader: Reader, delivery: Delivery, written: Written
    ) -> None:
        """Without the writer's name. What cannot be saved so is saved in no other way."""
        if await self.blocked(reader):
            await say(interaction, reader.text("anonymous-not-taken"), written.text)
            return
        store, which = self.bot.store, (reader.guild_id, delivery.delivery_id)
        named = await reflections.of_member(store, *which, reader.user_id)
        if named and anonymous.over(delivery, self.bot.seconds()):
            await say(interaction, reader.text("anonymous-closed"), written.text)
            return
        if named and not await self.withdraw(named):
            await say(interaction, reader.text("anonymous-open-stays"), written.text)
            return
        least = reader.community.anonymous_least
        saved = await anonymous.write(
            store,
            *which,
            self.author(reader, delivery.delivery_id),
            written.text,
            written.intention,
            least,
            self.bot.seconds(),
            instead_of=named.reflection_id if named else None,
        )
        if saved is None:
            await say(interaction, reader.text("anonymous-closed"), written.text)
            return
        if named:
            # The log still told whose it was.
            await store.empty_log()
        await self._show_anew(reader, saved)
        self.releases.wake()
        if saved.state == "short":
            await self.ask_short(interaction, saved)
            return
        key = "anonymous-shown" if saved.state == "shown" else "anonymous-held"
        sentence = reader.text(key, least=saved.least)
        await show(interaction, saved_card(reader, sentence, delivery.delivery_id))

    async def _show_anew(self, reader: Reader, saved: Answer) -> None:
        """Change the text of one that stands in the thread already."""
        if not (saved.channel_id and saved.message_id):
            return
        where = (saved.guild_id, saved.channel_id, saved.message_id)
        card = anonymous_card(saved, reader.public_language)
        try:
            await channels.redraw_message(self.bot, *where, card)
        except discord.NotFound:
            await anonymous.messages_deleted(self.bot.store, saved.guild_id, [saved.message_id])
        except channels.TROUBLE as trouble:
            log.warning("An anonymous answer was not changed in its thread: %s", trouble)

    async def _tell_outcome(self, reader: Reader, delivery: Delivery, press: Press) -> None:
        """What came of the intention before; a form that did not ask changes nothing."""
        if "outcome" not in press.fields:
            return
        previous = await self._previous(reader, delivery.delivery_id)
        outcome = _short(press, "outcome", rules.OUTCOME_LONGEST)
        if previous is None or outcome == previous.outcome:
            return
        store, guild_id = self.bot.store, reader.guild_id
        if isinstance(previous, Answer):
            await anonymous.tell_outcome(store, guild_id, previous.answer_id, outcome)
        else:
            which = (previous.reflection_id, reader.user_id)
            await reflections.tell_outcome(store, guild_id, *which, outcome)

    @answers("reflection.take-back")
    async def take_back(self, interaction: Interaction, press: Press) -> None:
        """The presser's own answer to a prompt goes, wherever it stands."""
        reader = await self.bot.reader(interaction)
        earlier = await self._earlier(reader, press.number())
        if earlier is None:
            await tell(interaction, "reflection-none", reader.language)
            return
        await interaction.response.defer(ephemeral=True)
        store, guild_id = self.bot.store, reader.guild_id
        if isinstance(earlier, Answer):
            await anonymous.take_back(store, guild_id, earlier.answer_id)
            gone = not await self.bot.tidy(reader.guild)
        else:
            await reflections.remove(store, guild_id, earlier.reflection_id, reader.user_id)
            gone = await self.withdraw(earlier)
        await say(
            interaction, reader.text("reflection-taken-back" if gone else "reflection-back-stays")
        )

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


def _short(press: Press, name: str, longest: int) -> str:
    """One line of a form; the form itself takes no longer one."""
    return " ".join(links.clean(press.fields.get(name, "")).split())[:longest]
