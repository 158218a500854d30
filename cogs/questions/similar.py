"""What was asked before, shown before a new question is made, and what comes of it."""

from collections.abc import Iterable

from bot import channels
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Interaction, redraw, tell
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.similar_ui import settled_card
from data import question_drafts, questions, search
from data.question_drafts import Draft
from data.questions import Question

_LOOKED_AT = 50
"""Questions the search gives, of which some stand where the reader may not look."""


class Similar(QuestionPart):
    """Earlier questions, and This solved it."""

    async def similar_to(
        self, guild_id: int, title: str, places: Iterable[int], but: int = 0
    ) -> list[Question]:
        """Those to show of the questions in these channels that are like this one."""
        found = await search.similar(self.bot.store, guild_id, "question", title, _LOOKED_AT)
        seen = await questions.chosen(self.bot.store, guild_id, found, places)
        return rules.nearest(seen, but)

    async def drafted(self, interaction: Interaction, reader: Reader, number: int) -> Draft | None:
        """The reader's own draft a button is about; otherwise they are told why not."""
        draft = await question_drafts.get(self.bot.store, reader.guild_id, number)
        if draft is None:
            await tell(interaction, "similar-over", reader.language)
            return None
        if not draft.belongs_to(reader.user_id):
            await tell(interaction, "similar-others", reader.language)
            return None
        return draft

    @answers("question.solved-this")
    async def solved_this(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        draft = await self.drafted(interaction, reader, press.number())
        if draft is None:
            return
        question = await questions.get(self.bot.store, reader.guild_id, press.number(1))
        if question is None or not channels.may_read(reader.member, question.channel_id):
            await tell(interaction, "question-gone", reader.language)
            return
        # Without a name nobody can follow.
        fits = question.state == "solved" or (question.state == "open" and draft.user_id)
        done = "changed"
        if fits:
            now = self.bot.seconds()
            done = await question_drafts.solved(self.bot.store, draft, question, now)
        if done != "done":
            key = "similar-over" if done == "gone" else "similar-changed"
            await tell(interaction, key, reader.language)
            return
        public = seen_by_all(interaction)
        language = reader.public_language if public else reader.language
        await redraw(interaction, settled_card(question, draft, language, public=public))
        if question.state == "open":
            # How many follow stands on its card.
            await self.threads.show_state(reader.guild, question.question_id)


def seen_by_all(interaction: Interaction) -> bool:
    """Whether the pressed card stands in the channel, and not before one pair of eyes."""
    return interaction.message is not None and not interaction.message.flags.ephemeral
