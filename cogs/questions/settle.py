"""How a question is solved: the accepted answer, and what else helped."""

import discord

from bot import channels, links
from bot.reader import Reader
from bot.router import Press, answers, number
from bot.ui import SOLVED_COLOUR, Card, Interaction, button, show, tell
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.ui import asker_of
from cogs.questions.views import MOST, Written, helped_card, solved_card
from data import question_states, questions
from data.question_states import Answer
from data.questions import Question

ANSWER_LONGEST = 4_000
LOOKED_AT = 100
"""The latest messages of a thread among which answers are looked for."""


class Settling(QuestionPart):
    """Accept answer in a message's menu, Solved… and Also helped… on the card."""

    async def accept_from_menu(self, interaction: Interaction, message: discord.Message) -> None:
        reader = await self.bot.reader(interaction)
        question = await questions.in_thread(self.bot.store, reader.guild_id, message.channel.id)
        if question is None:
            await tell(interaction, "accept-not-here", reader.language)
        elif not await self.refused(interaction, reader, question, "accept"):
            await self._accept(interaction, reader, question, message)

    # Solved…

    @answers("question.solved")
    async def ask_which(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "accept")
        if found is None:
            return
        reader, question = found
        await interaction.response.defer(ephemeral=True, thinking=True)
        written = await self._written(interaction, reader, question)
        if written is None:
            return
        readable = self.bot.settings.message_content
        await show(interaction, solved_card(reader, question, written, readable=readable))
        message = interaction.message
        if message and message.id != question.card_message_id and question.thread_id:
            # It was our own question whether an answer solved it.
            where = (question.guild_id, question.thread_id, message.id)
            await channels.delete_message(self.bot, *where)

    @answers("question.not-yet")
    async def not_yet(self, interaction: Interaction, press: Press) -> None:
        """Our question whether an answer solved it goes away, and does not come again."""
        found = await self.pressed(interaction, press, "accept")
        if found:
            await interaction.response.defer()
            await interaction.delete_original_response()

    @answers("question.answer")
    async def answer_chosen(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "accept")
        if found is None:
            return
        reader, question = found
        message = await self._message(question, press.values[0] if press.values else "")
        if message is None:
            await tell(interaction, "accept-gone", reader.language)
            return
        await self._accept(interaction, reader, question, message)

    async def _accept(
        self, interaction: Interaction, reader: Reader, question: Question, message: discord.Message
    ) -> None:
        author, now = message.author, self.bot.seconds()
        refused = rules.refuse_answer(
            question,
            message.id,
            may_settle=self.may_settle(reader, question),
            by_bot=not _by_a_person(message),
        )
        if refused:
            await tell(interaction, f"accept-{refused}", reader.language)
            if refused == "already":
                # The card may still show the state from before, if the process ended in between.
                await self.threads.show_state(reader.guild, question.question_id)
            return
        months = reader.community.check_months
        accepted = await question_states.accept(
            self.bot.store,
            question,
            Answer(message.id, author.id, links.clean(message.content)[:ANSWER_LONGEST]),
            now,
            by=self.signed(reader, question),
            thanked=await self._counts(reader, question, author.id),
            check_at=now + months * rules.MONTH if months else None,
        )
        if not accepted:
            await tell(interaction, "question-changed", reader.language)
            return
        self.bot.notices.wake()
        await self._thank(interaction, reader, question, author.id)
        trouble = await self.threads.show_state(reader.guild, question.question_id)
        if trouble:
            await tell(interaction, trouble, reader.language)
        await self.threads.look_whether_deleted(reader.guild, message.id)

    async def _counts(self, reader: Reader, question: Question, author_id: int) -> bool:
        since = self.bot.seconds() - rules.THANK_BACK
        which = (reader.guild_id, reader.user_id, author_id, since)
        return rules.counts(
            question,
            author_id,
            reader.user_id,
            by_asker=self.asked_by(question, reader.user_id),
            back=await question_states.thanked_back(self.bot.store, *which),
        )

    async def _thank(
        self, interaction: Interaction, reader: Reader, question: Question, author_id: int
    ) -> None:
        """The line in the thread. Whoever asked is told if somebody else chose, and may undo it."""
        helper, act = f"<@{author_id}>", (interaction, reader, question)
        if self.asked_by(question, reader.user_id):
            # An asker without a name is thanked like anybody else for their own answer.
            own = author_id == question.asker_id
            key = "accepted-own" if own else "accepted"
            await self.announce(*act, reader.public(key, helper=helper))
            return
        by, asker = f"<@{reader.user_id}>", asker_of(question, reader.public_language)
        line = reader.public("accepted-for", helper=helper, by=by, asker=asker)
        label = reader.public("question-button-reopen")
        await self.announce(*act, line, button(label, "question.reopen", question.question_id))

    # Also helped…

    @answers("question.helpful")
    async def ask_what_helped(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "helpful")
        if found is None:
            return
        reader, question = found
        await interaction.response.defer(ephemeral=True, thinking=True)
        written = await self._written(interaction, reader, question)
        if written is not None:
            others = [one for one in written if one.message_id != question.answer_message_id]
            await show(interaction, helped_card(reader, question, others))

    @answers("question.helped")
    async def helped_chosen(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "helpful")
        if found is None:
            return
        reader, question = found
        await interaction.response.defer()
        store, which = self.bot.store, (reader.guild_id, question.question_id)
        marked = {one for one, _ in await question_states.helpful(store, *which)}
        wanted = {number(value) for value in press.values[:MOST]}
        for message_id in marked - wanted:
            await question_states.unmark_helpful(store, *which, message_id)
        for message_id in sorted(wanted - marked):
            message = await self._message(question, str(message_id))
            if message is None or message.author.bot:
                continue
            await question_states.mark_helpful(
                store,
                question,
                message_id,
                message.author.id,
                self.signed(reader, question),
                self.bot.seconds(),
                thanked=await self._counts(reader, question, message.author.id),
            )
            await self.threads.look_whether_deleted(reader.guild, message_id)
        await self.threads.show_state(reader.guild, question.question_id)
        done = Card(reader.text("helped-done"), colour=SOLVED_COLOUR)
        await interaction.edit_original_response(view=done)

    # The thread's messages

    async def _message(self, question: Question, message_id: str) -> discord.Message | None:
        """A message of the question's thread; None when it is gone, or hidden."""
        thread = self.bot.get_partial_messageable(
            question.thread_id or 0, guild_id=question.guild_id
        )
        try:
            return await thread.fetch_message(number(message_id))
        except channels.TROUBLE:
            return None

    async def _written(
        self, interaction: Interaction, reader: Reader, question: Question
    ) -> list[Written] | None:
        """The thread's latest messages by people, those that helped before others.

        None when Discord does not show them, and they were told so.
        """
        thread = self.bot.get_partial_messageable(
            question.thread_id or 0, guild_id=question.guild_id
        )
        place = reader.guild.get_channel(question.channel_id or 0)
        if place and channels.missing(place, ("view_channel", "read_message_history")):
            # Discord would show an empty thread.
            await tell(interaction, "solved-hidden", reader.language)
            return None
        try:
            latest = [one async for one in thread.history(limit=LOOKED_AT)]
        except channels.TROUBLE:
            gone = await self.threads.gone(reader.guild, question)
            await tell(interaction, "question-gone" if gone else "solved-hidden", reader.language)
            return None
        which = (reader.guild_id, question.question_id)
        marked = {one for one, _ in await question_states.helpful(self.bot.store, *which)}
        known = {one.id for one in latest}
        older = [await self._message(question, str(one)) for one in sorted(marked - known)[:MOST]]
        people = [one for one in (*latest, *older) if one and _by_a_person(one)]
        people.sort(key=lambda one: (one.id not in marked, -one.id))
        return [
            Written(
                one.id,
                one.author.display_name,
                one.clean_content,
                self.bot.seconds() - int(one.created_at.timestamp()),
                helped=one.id in marked,
            )
            for one in people
        ]


def _by_a_person(message: discord.Message) -> bool:
    """Written by somebody, and not by a bot, a webhook or Discord itself."""
    usual = (discord.MessageType.default, discord.MessageType.reply)
    return message.type in usual and not message.author.bot and message.webhook_id is None
