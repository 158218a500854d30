"""How a question ends: accepted answers, reopening, closing."""

import discord

from bot import links
from bot.router import Press, answers
from bot.ui import Interaction, tell
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from data import question_states, questions
from data.question_states import Answer

ANSWER_LONGEST = 4_000


class Settling(QuestionPart):
    """Accept answer in a message's menu, and the buttons on the card."""

    async def accept_from_menu(self, interaction: Interaction, message: discord.Message) -> None:
        reader = await self.bot.reader(interaction)
        question = await questions.in_thread(self.bot.store, reader.guild_id, message.channel.id)
        if question is None:
            await tell(interaction, "accept-not-here", reader.language)
            return
        refused = rules.refuse_answer(
            question,
            message.id,
            may_settle=self.may_settle(reader, question),
            by_bot=message.author.bot,
        )
        if refused:
            await tell(interaction, f"accept-{refused}", reader.language)
            if refused == "already":
                # The card may still show the state from before, if the process ended in between.
                await self.threads.show_state(reader.guild, question.question_id)
            return
        answer = Answer(
            message.id, message.author.id, links.clean(message.content)[:ANSWER_LONGEST]
        )
        if not await question_states.accept(
            self.bot.store, question, answer, self.bot.seconds(), thanked=True
        ):
            await tell(interaction, "question-changed", reader.language)
            return
        own = message.author.id == question.asker_id
        key = "accepted-own" if own else "accepted"
        await interaction.response.send_message(
            reader.public(key, helper=f"<@{message.author.id}>")
        )
        trouble = await self.threads.show_state(reader.guild, question.question_id)
        if trouble:
            await tell(interaction, trouble, reader.language)

    @answers("question.reopen")
    async def reopen_pressed(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "reopen")
        if found is None:
            return
        reader, question = found
        if not await question_states.reopen(self.bot.store, question, self.bot.seconds()):
            await tell(interaction, "question-changed", reader.language)
            return
        await interaction.response.defer()
        await self.threads.show_state(reader.guild, question.question_id)
