"""Nobody left alone: taking a question on, saying that help is still needed, that answers hold."""

import discord
from discord.ext import commands

from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, tell
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.upkeep import Upkeep
from data import helpers, question_rounds, question_states
from data.questions import Question

CHECK_MONTHS = 6
"""When a community stopped asking meanwhile, and goes on later."""
UNSEEN = "helpers-cannot-see"
"""Said in the helpers' channel, where more people may be than in the question's."""


class Helping(QuestionPart):
    """The buttons under what the rounds post, and the rounds themselves."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self.upkeep = Upkeep(self.bot, self.threads, self.asked_by)
        self.bot.rounds.append(self.upkeep)
        self.bot.redraws.append(self.upkeep.outreach.draw_all)

    async def cog_unload(self) -> None:
        self.bot.redraws.remove(self.upkeep.outreach.draw_all)
        self.bot.rounds.remove(self.upkeep)
        await super().cog_unload()

    @commands.Cog.listener("on_guild_available")
    async def look_at_guild(self, _: discord.Guild) -> None:
        self.upkeep.wake()

    @commands.Cog.listener("on_questions_waiting")
    async def look_again(self) -> None:
        """Something may be due before the rounds would look again."""
        self.upkeep.wake()

    @commands.Cog.listener("on_question_changed")
    async def keep_in_step(self, guild: discord.Guild) -> None:
        await self.upkeep.outreach.draw_all(guild)

    # Helpers

    @answers("question.take")
    async def take(self, interaction: Interaction, press: Press) -> None:
        found = await self._may_help(interaction, press)
        if found is None:
            return
        reader, question = found
        which = (reader.guild_id, question.question_id)
        taken = await helpers.take(self.bot.store, *which, reader.user_id)
        thread = f"<#{question.thread_id}>"
        await tell(interaction, f"helpers-{taken}", reader.language, thread=thread)
        await self.threads.show_state(reader.guild, question.question_id)

    @answers("question.not-now")
    async def not_now(self, interaction: Interaction, press: Press) -> None:
        found = await self._may_help(interaction, press)
        if found is None:
            return
        reader, question = found
        which = (reader.guild_id, question.question_id)
        if not await helpers.decline(self.bot.store, *which, reader.user_id):
            await tell(interaction, "helpers-not-asked", reader.language)
            return
        await tell(interaction, "helpers-declined", reader.language)
        if question.state == "open" and not question.helpers:
            # As many as there may be room for: others may say so in the same moment.
            others = await self.upkeep.choose(reader.guild, question, helpers.MOST_CALLED)
            await helpers.call(self.bot.store, *which, others, self.bot.seconds())
        await self.upkeep.outreach.draw_all(reader.guild)

    async def _may_help(
        self, interaction: Interaction, press: Press
    ) -> tuple[Reader, Question] | None:
        """The question, if it is open to this presser's help; otherwise they are told why not."""
        found = await self.pressed(interaction, press, unseen=UNSEEN)
        if found is None:
            return None
        reader, question = found
        if self.asked_by(question, reader.user_id):
            await tell(interaction, "helpers-own", reader.language)
            return None
        return found

    # Quiet threads

    @answers("question.still-needed")
    async def still_needed(self, interaction: Interaction, press: Press) -> None:
        found = await self._may_settle_pressed(interaction, press)
        if found is None:
            return
        reader, question = found
        now, which = self.bot.seconds(), (reader.guild_id, question.question_id)
        locked = isinstance(interaction.channel, discord.Thread) and interaction.channel.locked
        if question.state == "open":
            done = await question_rounds.spoke(self.bot.store, *which, now)
        elif rules.reopens(question, by_asker=True, locked=locked):
            done = await self.open_again(question, reader.community)
        else:
            await tell(interaction, "question-cannot-still-needed", reader.language)
            await self.upkeep.outreach.draw_all(reader.guild)
            return
        key = "helpers-goes-on" if done else "question-changed"
        await tell(interaction, key, reader.language)
        await self.threads.show_state(reader.guild, question.question_id)

    @answers("question.unneeded")
    async def unneeded(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "close")
        if found is None:
            return
        reader, question = found
        by = self.signed(reader, question)
        done = await question_states.close(
            self.bot.store, question, "unneeded", by, at=self.bot.seconds()
        )
        self.bot.notices.wake()
        await tell(interaction, "helpers-closed" if done else "question-changed", reader.language)
        await self.threads.show_state(reader.guild, question.question_id)

    async def _may_settle_pressed(
        self, interaction: Interaction, press: Press
    ) -> tuple[Reader, Question] | None:
        found = await self.pressed(interaction, press)
        if found and not self.may_settle(*found):
            await tell(interaction, "accept-not-asker", found[0].language)
            return None
        return found

    # Old answers: whoever may see the question says so, and may change it

    @answers("question.still-valid")
    async def still_valid(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "validate", unseen=UNSEEN)
        if found is None:
            return
        reader, question = found
        months = reader.community.check_months or CHECK_MONTHS
        again = self.bot.seconds() + months * rules.MONTH
        done = await question_states.still_valid(self.bot.store, question, again)
        await self._validated(interaction, reader, question, "helpers-valid", done=done)

    @answers("question.outdated")
    async def outdated(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "validate", unseen=UNSEEN)
        if found is None:
            return
        reader, question = found
        done = await question_states.outdated(self.bot.store, question, self.bot.seconds())
        await self._validated(interaction, reader, question, "helpers-marked", done=done)

    async def _validated(
        self, interaction: Interaction, reader: Reader, question: Question, key: str, *, done: bool
    ) -> None:
        await tell(interaction, key if done else "question-changed", reader.language)
        await self.threads.show_state(reader.guild, question.question_id)
