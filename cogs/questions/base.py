"""What the parts of the feature have in common: who may do what, and where a question is."""

from bot.app import Vinkki
from bot.reader import Reader
from bot.router import Feature, Press
from bot.ui import Interaction, tell
from cogs.questions import rules
from cogs.questions.threads import Threads
from data import question_blocks, questions
from data.questions import Question


class QuestionPart(Feature):
    """Each part is a class of its own; cog.py puts them together."""

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
        self, interaction: Interaction, press: Press, act: rules.Act | None = None
    ) -> tuple[Reader, Question] | None:
        """The question a press is about, None when they were told that it is gone.

        With an `act`, also when its state does not allow it, or the presser may not settle it.
        """
        reader = await self.bot.reader(interaction)
        question = await questions.get(self.bot.store, reader.guild_id, press.number())
        if question is None:
            await tell(interaction, "question-gone", reader.language)
            return None
        if act is not None and rules.after(question.state, act) is None:
            await tell(interaction, f"question-cannot-{act}", reader.language)
            # The card may still show the state from before.
            await self.threads.show_state(reader.guild, question.question_id)
            return None
        if act in ("accept", "helpful", "reopen", "close") and not self.may_settle(
            reader, question
        ):
            await tell(interaction, "accept-not-asker", reader.language)
            return None
        return reader, question
