"""What the parts of the feature have in common: who may do what, and where a question is."""

from typing import Any

import discord
from discord import app_commands, ui

from bot import channels
from bot.app import Vinkki
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press
from bot.ui import CLOSED_COLOUR, Buttons, Card, Interaction, redraw, say, tell
from cogs.questions import rules
from cogs.questions.threads import Threads
from data import question_blocks, question_states, questions
from data.communities import Community
from data.questions import Question


class QuestionPart(Feature):
    """Each part is a class of its own; cog.py puts them together."""

    question = app_commands.Group(
        name="question", description=described("command-question"), guild_only=True
    )

    def __init__(self, bot: Vinkki) -> None:
        super().__init__(bot)
        self.threads = Threads(bot)

    def asked_by(self, question: Question, user_id: int) -> bool:
        """Whether this person asked it, with their name or without."""
        if question.asker is None:
            return question.asker_id == user_id
        return question.asker == self.bot.secret.asker(
            question.guild_id, question.question_id, user_id
        )

    async def unnamed_today(self, reader: Reader) -> int:
        """How many questions this reader asked without a name within a day."""
        since = self.bot.seconds() - rules.DAY
        asked = await question_blocks.unnamed(self.bot.store, reader.guild_id, since)
        return sum(self._hash(reader, one) == asker for one, asker in asked)

    async def unnamed_blocked(self, reader: Reader) -> bool:
        """Whether moderators let this reader ask without a name no more."""
        if not await question_blocks.there_are(self.bot.store, reader.guild_id):
            return False
        blocks = await question_blocks.listed(self.bot.store, reader.guild_id)
        return any(self._hash(reader, one.question_id) == one.asker for one in blocks)

    def _hash(self, reader: Reader, question_id: int) -> bytes:
        return self.bot.secret.asker(reader.guild_id, question_id, reader.user_id)

    def may_settle(self, reader: Reader, question: Question) -> bool:
        """Whether they may accept, reopen or close: who asked, moderators, the helper role."""
        role = reader.community.helper_role_id
        # The @everyone role has the guild's own id.
        helper = role not in (None, reader.guild_id) and reader.member.get_role(role or 0)
        return rules.may_settle(
            asker=self.asked_by(question, reader.user_id),
            moderator=reader.moderator,
            helper=bool(helper),
        )

    async def pressed(
        self,
        interaction: Interaction,
        press: Press,
        act: rules.Act | None = None,
        *,
        unseen: str = "question-gone",
    ) -> tuple[Reader, Question] | None:
        """The question a press is about, None when they were told that it is gone.

        So it is for whoever may not see it, in the words of `unseen`. With an `act`, also when its
        state does not allow it, or the presser may not do it.
        """
        reader = await self.bot.reader(interaction)
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question is None:
            await tell(interaction, "question-gone", reader.language)
            return None
        # Until its thread is made, only its card tells where it is asked.
        if not channels.may_read(reader.member, question.channel_id or question.card_channel_id):
            await tell(interaction, unseen, reader.language)
            return None
        if act is not None and await self.refused(interaction, reader, question, act):
            return None
        return reader, question

    async def refused(
        self, interaction: Interaction, reader: Reader, question: Question, act: rules.Act
    ) -> bool:
        """Whether an act is not possible now, or not theirs to do; they were told so."""
        if rules.after(question.state, act) is None:
            await tell(interaction, f"question-cannot-{act}", reader.language)
            # The card may still show the state from before.
            await self.threads.show_state(reader.guild, question.question_id)
            return True
        if act not in rules.SETTLING:
            return False
        if not self.may_settle(reader, question):
            await tell(interaction, "accept-not-asker", reader.language)
            return True
        if rules.held(question, moderator=reader.moderator):
            await tell(interaction, "question-held", reader.language)
            return True
        return False

    def signed(self, reader: Reader, question: Question) -> int | None:
        """Whose act is kept: nobody's where the asker has no name."""
        unnamed = question.asker is not None and self.asked_by(question, reader.user_id)
        return None if unnamed else reader.user_id

    async def open_again(self, question: Question, community: Community) -> bool:
        """Open it in the store, and look for helpers as if it were new; False when it changed."""
        now = self.bot.seconds()
        nudge_at = rules.nudge_again(now, community.nudge_hours)
        if not await question_states.reopen(self.bot.store, question, now, nudge_at):
            return False
        self.bot.dispatch("questions_waiting")
        return True

    async def announce(
        self,
        interaction: Interaction,
        reader: Reader,
        question: Question,
        sentence: str,
        *buttons: ui.Button[Any],
    ) -> None:
        """Answer an act that ended or reopened a question, and say it in its thread for everybody.

        A public answer says who gave the command: in the thread of an asker without a name
        it would tell who that is.
        """
        named = question.asker is None
        if interaction.type is discord.InteractionType.application_command and named:
            await interaction.response.send_message(sentence, view=Buttons(*buttons))
            return
        done = reader.text("question-done", thread=f"<#{question.thread_id}>")
        if interaction.type is discord.InteractionType.application_command:
            await say(interaction, done)
        elif interaction.channel_id == question.thread_id:
            # The panel goes: what it led to stands right below it.
            await interaction.response.defer()
            await interaction.delete_original_response()
        else:
            await redraw(interaction, Card(done, colour=CLOSED_COLOUR))
        await self.threads.say(question, sentence, *buttons)
