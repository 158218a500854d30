"""A reflection becomes a question: one's own, in the form, and as much of it as one sends."""

from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, tell
from cogs.questions import rules
from cogs.questions.ask import Asking
from data import anonymous, reflections
from data.question_drafts import Wording


class FromReflections(Asking):
    """What answers the button beside a reflection."""

    @answers("question.from-reflection")
    async def ask_about_reflection(self, interaction: Interaction, press: Press) -> None:
        """The id is the prompt's, so whoever presses gets their own, or nothing."""
        reader = await self.bot.reader(interaction)
        wording = await self._reflected(reader, press.number())
        if wording is None:
            await tell(interaction, "ask-reflection-gone", reader.language)
        else:
            await self.ask_with(interaction, reader, wording)

    async def _reflected(self, reader: Reader, delivery_id: int) -> Wording | None:
        """What the reader wrote to a prompt, as the details; without a name what had none."""
        store, which = self.bot.store, (reader.guild_id, delivery_id)
        named = await reflections.of_member(store, *which, reader.user_id)
        if named:
            details, unnamed = named.text, False
        else:
            author = self.bot.secret.author(*which, reader.user_id)
            found = await anonymous.own(store, reader.guild_id, [(delivery_id, author)])
            if not found:
                return None
            details, unnamed = found[0].text, True
        return Wording("", details[: rules.DETAILS_LONGEST], (), unnamed, "reflection")
