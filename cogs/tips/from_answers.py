"""An accepted answer becomes a tip: its author's, and by nobody's press but theirs."""

import discord

from bot import channels, links
from bot.channels import jump
from bot.i18n import Language
from bot.notices import Kind
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import TIP_COLOUR, Card, Interaction, ask, say, tell
from cogs.tips import rules
from cogs.tips.asked import ByInteraction
from cogs.tips.forms import answer_form
from cogs.tips.share import Sharing
from data import kept_answers, notices, questions, tips
from data.notices import KEEP, Notice
from data.questions import Question


class FromAnswers(Sharing):
    """Keep as tip, on a solved question's card."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.notices.add(KEEP, Kind(compose=self._wish_by_dm, line=self._wish_line))

    async def cog_unload(self) -> None:
        self.bot.notices.remove(KEEP)
        await super().cog_unload()

    @answers("question.keep")
    async def keep_answer(self, interaction: Interaction, press: Press) -> None:
        """For the answer's author a form; by anybody else's press the author is asked."""
        reader = await self.bot.reader(interaction)
        question = await self._answered(reader, press.number())
        if question is None:
            await tell(interaction, "tip-answer-gone", reader.language)
            return
        tip = await tips.get(self.bot.store, reader.guild_id, question.tip_id or 0)
        if tip and tip.state == "live":
            if self.visible(reader, tip):
                await self.show_whole(interaction, reader, tip)
            else:
                await tell(interaction, "tip-answer-elsewhere", reader.language)
        elif question.answer_author_id == reader.user_id:
            form = answer_form(reader, *_prefilled(question))
            await ask(interaction, *form, "tip.from-answer", question.question_id)
        else:
            await self._ask_author(interaction, reader, question)

    async def _answered(self, reader: Reader, question_id: int) -> Question | None:
        """A solved question this reader may see."""
        question = await questions.get(self.bot.store, reader.guild_id, question_id)
        if question is None or not channels.may_read(reader.member, question.channel_id):
            return None
        return question if question.state == "solved" else None

    @answers("tip.from-answer")
    async def answer_given(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        given = press.fields
        question = await self._answered(reader, press.number())
        if question is None or question.answer_author_id != reader.user_id:
            note = links.clean(given.get("note", ""))
            await say(interaction, reader.text("tip-answer-changed"), note)
            return
        await self.share_link(
            ByInteraction(interaction),
            reader,
            given.get("link", ""),
            given.get("note", ""),
            given.get("topics"),
            question_id=question.question_id,
        )

    async def _ask_author(
        self, interaction: Interaction, reader: Reader, question: Question
    ) -> None:
        """Once for an answer, whoever presses."""
        store, which = self.bot.store, (reader.guild_id, question.question_id)
        if await kept_answers.asked(store, *which):
            await tell(interaction, "tip-answer-asked-before", reader.language)
            return
        assert question.answer_author_id is not None
        who = (reader.guild_id, question.answer_author_id)
        # Twice does no harm, if the process ends in between.
        await notices.put(store, *who, KEEP, question.question_id, self.bot.seconds())
        await kept_answers.ask(store, *which)
        self.bot.notices.wake()
        await tell(interaction, "tip-answer-asked", reader.language)

    # What the author is told

    async def _wish_line(self, notice: Notice, reader: Reader) -> str | None:
        question = await self._answered(reader, notice.item_id)
        if question is None or question.answer_author_id != reader.user_id:
            return None
        tip = await tips.get(self.bot.store, reader.guild_id, question.tip_id or 0)
        if tip and tip.state == "live":
            return None
        where = (question.guild_id, question.card_channel_id or 0, question.card_message_id or 0)
        name = links.masked(links.one_line(question.title, 90), jump(*where))
        return reader.text("tip-answer-wish", question=name)

    async def _wish_by_dm(
        self, notice: Notice, member: discord.Member, language: Language
    ) -> Card | None:
        reader = await self.bot.reader_of_member(member, language)
        line = await self._wish_line(notice, reader)
        return Card(line, colour=TIP_COLOUR) if line else None


def _prefilled(question: Question) -> tuple[str, str, str]:
    """Link, note and topics: the first page it links to, else the answer itself."""
    found = links.links_in(question.answer_text, 1)
    assert question.thread_id is not None
    assert question.answer_message_id is not None
    where = jump(question.guild_id, question.thread_id, question.answer_message_id)
    note = links.clean(links.without_links(question.answer_text)) if found else question.answer_text
    return (
        found[0].url if found else where,
        note[: rules.NOTE_LONGEST],
        ", ".join(question.topics),
    )
