"""/reflect and Reflect: the form, and where an answer goes."""

import logging
from dataclasses import dataclass
from typing import Literal

import discord
from discord import app_commands

from bot import channels, links
from bot.delivery import PROMPT, REFLECT
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers, number
from bot.ui import Interaction, ask, say, show, tell
from cogs.reflections import rules
from cogs.reflections.anonymous import Anonymity
from cogs.reflections.publish import Publishing
from cogs.reflections.ui import reflect_form
from cogs.reflections.views import anonymous_card, saved_card
from data import anonymous, communities, deliveries, reflections
from data.anonymous import Answer
from data.deliveries import Delivery
from data.reflections import Reflection
from data.schedules import Audience

log = logging.getLogger(__name__)

CLOSED = "closed"
"""In the id of a form that offered no anonymity any more."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came with the form. `outcome` is None when it was not asked for.

    `least` is how many anonymous answers the form promised to show together, 0 for none.
    """

    text: str
    intention: str
    outcome: str | None
    wish: rules.Wish
    least: int

    @property
    def typed(self) -> str:
        """All of it, to be given back where it cannot be kept."""
        return "\n\n".join(filter(None, (self.text, self.intention, self.outcome)))


class Answering(Publishing, Anonymity):
    """Answering a prompt: openly, anonymously or for oneself."""

    @app_commands.command(name="reflect", description=described("command-reflect"))
    @app_commands.guild_only()
    async def reflect(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        posts = await deliveries.newest(self.bot.store, reader.guild_id, PROMPT)
        newest = (one for one in posts if channels.may_read(reader.member, one.channel_id))
        if (latest := next(newest, None)) is None:
            await tell(interaction, "reflect-none", reader.language)
            return
        await self._ask_reflection(interaction, reader, latest)

    @answers(REFLECT)
    async def reflect_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        delivery = await self.answerable(reader, press.number())
        if delivery is None:
            await tell(interaction, "reflect-gone", reader.language)
            return
        await self._ask_reflection(interaction, reader, delivery)

    async def _ask_reflection(
        self, interaction: Interaction, reader: Reader, delivery: Delivery
    ) -> None:
        earlier = await self._earlier(reader, delivery.delivery_id)
        previous = await self._previous(reader, delivery.delivery_id)
        over = anonymous.over(delivery, self.bot.seconds())
        closed = over and not isinstance(earlier, Answer)
        form = reflect_form(reader, delivery, earlier, previous, closed=closed)
        # What an open form promised holds when it is sent, whatever happened meanwhile.
        told = CLOSED if closed else str(reader.community.anonymous_least)
        await ask(interaction, *form, "prompt.reflected", delivery.delivery_id, told)

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
        delivery = await self.answerable(reader, press.number())
        written = _read(press, delivery.visibility if delivery else "private")
        if delivery is None:
            await say(interaction, reader.text("reflected-gone"), written.typed)
            return
        if not written.text:
            await say(interaction, reader.text("reflect-empty"), written.typed)
            return
        if len(written.text) > rules.LONGEST:
            most = rules.LONGEST
            await say(interaction, reader.text("reflect-too-long", most=most), written.typed)
            return
        where = (reader.member, delivery.channel_id)
        if written.wish != "private" and channels.silenced(*where, self.bot.now()):
            await say(interaction, reader.text("reflect-silenced"), written.typed)
            return
        await interaction.response.defer(ephemeral=True)
        async with self.turn(reader, delivery.delivery_id):
            if written.wish == "anonymous":
                await self._save_anonymous(interaction, reader, delivery, written)
            else:
                await self._save(interaction, reader, delivery, written)

    async def _save(
        self, interaction: Interaction, reader: Reader, delivery: Delivery, written: Written
    ) -> None:
        """Under the writer's name: for themselves, or in the prompt's thread."""
        which = (reader.guild_id, delivery.delivery_id)
        seen_by = rules.seen_by(written.wish)
        before = await reflections.of_member(self.bot.store, *which, reader.user_id)
        moved = await self.own_answer(reader, delivery.delivery_id)
        if moved and seen_by == "open" and not await self._taken_down(moved):
            # Beside it the same words under a name would tell whose it is.
            await say(interaction, reader.text("reflected-unnamed-stays"), written.typed)
            return
        saved = await reflections.write(
            self.bot.store,
            *which,
            reader.user_id,
            written.text,
            "open" if seen_by == "open" else "private",
            self.bot.seconds(),
            intention=written.intention,
            intention_shown=written.wish == "open-intention",
            author=self.author(reader, delivery.delivery_id),
        )
        await self._tell_outcome(reader, delivery, written)
        out = await self.is_out(moved) if moved else True
        if seen_by == "open":
            ended, where = await self.publish(reader, saved, before)
            sentence = reader.text(f"reflected-{ended}", where=where)
        else:
            gone = (await self.withdraw(before) if before else True) and out
            sentence = reader.text("reflected-private" if gone else "reflected-stays")
        await show(interaction, saved_card(reader, sentence, delivery.delivery_id))

    async def _taken_down(self, answer: Answer) -> bool:
        """Take an anonymous answer out of the thread, and leave it in the store."""
        if not (answer.channel_id and answer.message_id):
            return True
        where = (answer.guild_id, answer.channel_id, answer.message_id)
        if not await channels.delete_message(self.bot, *where):
            return False
        await anonymous.messages_deleted(self.bot.store, answer.guild_id, [answer.message_id])
        return True

    async def _save_anonymous(
        self, interaction: Interaction, reader: Reader, delivery: Delivery, written: Written
    ) -> None:
        """Without the writer's name. What cannot be saved so is saved in no other way."""
        if await self.blocked(reader):
            await say(interaction, reader.text("anonymous-not-taken"), written.typed)
            return
        which = (reader.guild_id, delivery.delivery_id)
        named = await reflections.of_member(self.bot.store, *which, reader.user_id)
        if named and anonymous.over(delivery, self.bot.seconds()):
            await say(interaction, reader.text("anonymous-closed"), written.typed)
            return
        if named and not await self.withdraw(named):
            await say(interaction, reader.text("anonymous-open-stays"), written.typed)
            return
        saved = await self._write(reader, delivery, written, named)
        if saved is None:
            await say(interaction, reader.text("anonymous-closed"), written.typed)
            return
        if named:
            # The log still told whose it was.
            await self.bot.store.empty_log()
        await self._tell_outcome(reader, delivery, written)
        shown = await self._show_anew(reader, saved)
        if shown == "gone":
            # Deleted while nobody looked: it waits for others again.
            saved = await self._write(reader, delivery, written) or saved
        self.releases.wake()
        if saved.state == "short":
            await self.ask_short(interaction, saved)
            return
        key = "anonymous-shown" if saved.state == "shown" else "anonymous-held"
        if shown == "not-changed":
            key = "reflected-not-changed"
        sentence = reader.text(key, least=saved.least)
        await show(interaction, saved_card(reader, sentence, delivery.delivery_id))

    async def _write(
        self,
        reader: Reader,
        delivery: Delivery,
        written: Written,
        named: Reflection | None = None,
    ) -> Answer | None:
        """Save it as an anonymous answer, in place of one under the writer's name."""
        return await anonymous.write(
            self.bot.store,
            reader.guild_id,
            delivery.delivery_id,
            self.author(reader, delivery.delivery_id),
            written.text,
            written.intention,
            max(reader.community.anonymous_least, written.least),
            self.bot.seconds(),
            instead_of=named.reflection_id if named else None,
        )

    async def _show_anew(
        self, reader: Reader, saved: Answer
    ) -> Literal["shown", "gone", "not-changed"]:
        """Change the text of one that stands in the thread already."""
        if not (saved.channel_id and saved.message_id):
            return "shown"
        where = (saved.guild_id, saved.channel_id, saved.message_id)
        card = anonymous_card(saved, reader.public_language)
        try:
            await channels.redraw_message(self.bot, *where, card)
        except discord.NotFound:
            await anonymous.messages_deleted(self.bot.store, saved.guild_id, [saved.message_id])
            return "gone"
        except channels.TROUBLE as trouble:
            log.warning("An anonymous answer was not changed in its thread: %s", trouble)
            return "not-changed"
        return "shown"

    async def _tell_outcome(self, reader: Reader, delivery: Delivery, written: Written) -> None:
        """What came of the intention before; a form that did not ask changes nothing."""
        if written.outcome is None:
            return
        previous = await self._previous(reader, delivery.delivery_id)
        if previous is None or written.outcome == previous.outcome:
            return
        store, guild_id = self.bot.store, reader.guild_id
        if isinstance(previous, Answer):
            await anonymous.tell_outcome(store, guild_id, previous.answer_id, written.outcome)
        else:
            which = (previous.reflection_id, reader.user_id)
            await reflections.tell_outcome(store, guild_id, *which, written.outcome)

    @answers("reflection.take-back")
    async def take_back(self, interaction: Interaction, press: Press) -> None:
        """The presser's own answer to a prompt goes, wherever it stands."""
        reader = await self.bot.reader(interaction)
        await interaction.response.defer(ephemeral=True)
        async with self.turn(reader, press.number()):
            earlier = await self._earlier(reader, press.number())
            if earlier is None:
                await say(interaction, reader.text("reflection-none"))
                return
            store, guild_id = self.bot.store, reader.guild_id
            if isinstance(earlier, Answer):
                removed = await anonymous.take_back(store, guild_id, earlier.answer_id)
                gone = await self.is_out(removed or earlier)
            else:
                await reflections.remove(store, guild_id, earlier.reflection_id, reader.user_id)
                gone = await self.withdraw(earlier)
        await say(
            interaction, reader.text("reflection-taken-back" if gone else "reflection-back-stays")
        )


def _read(press: Press, allowed: Audience) -> Written:
    """What was sent; a stranger's input, of which the form's own limits are not certain."""
    wish = rules.settled(allowed, press.fields.get("audience", ""))
    told = press.args[1] if len(press.args) > 1 else ""
    if wish == "anonymous" and told == CLOSED:
        wish = "private"
    return Written(
        text=links.clean(press.fields.get("text", "")),
        intention=_short(press, "intention", rules.INTENTION_LONGEST),
        outcome=_short(press, "outcome", rules.OUTCOME_LONGEST)
        if "outcome" in press.fields
        else None,
        wish=wish,
        least=number(told) if number(told) in communities.LEASTS else 0,
    )


def _short(press: Press, name: str, longest: int) -> str:
    """One line of a form; the form itself takes no longer one."""
    return " ".join(links.clean(press.fields.get(name, "")).split())[:longest]
