"""How a question is closed for a reason, and opened again."""

from typing import Literal

from discord import app_commands

from bot import channels, links
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers, number
from bot.ui import Interaction, button, flat, tell
from cogs.questions import rules
from cogs.questions.base import QuestionPart
from cogs.questions.ui import closed_line
from data import question_states, questions, search
from data.questions import Question, Why

LOOKED_AT = 50
"""Similar questions among which those are looked for that the reader may see."""
MOST = 25


class Closing(QuestionPart):
    """/question close and /question reopen, and the buttons that do the same."""

    @QuestionPart.question.command(name="close", description=described("command-question-close"))
    @app_commands.describe(reason=described("option-question-close-reason"))
    async def close(
        self,
        interaction: Interaction,
        reason: app_commands.Range[str, 1, rules.REASON_LONGEST] | None = None,
    ) -> None:
        found = await self._here(interaction, "close")
        if found is None:
            return
        reader, question = found
        words = " ".join(links.clean(reason or "").split())
        if words.startswith(rules.DUPLICATE):
            await self._close_as_duplicate(interaction, reader, question, words)
            return
        unneeded = words in (rules.UNNEEDED, reader.text("question-reason-unneeded"))
        own = self.asked_by(question, reader.user_id)
        why: Why = "unneeded" if unneeded or own or not reader.moderator else "moderator"
        await self._close(interaction, reader, question, why, "" if unneeded else words)

    @answers("question.no-need")
    async def no_need(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "close")
        if found:
            await self._close(interaction, *found, "unneeded")

    @QuestionPart.question.command(name="reopen", description=described("command-question-reopen"))
    async def reopen(self, interaction: Interaction) -> None:
        found = await self._here(interaction, "reopen")
        if found is None:
            return
        reader, question = found
        if await self._open_again(interaction, reader, question):
            await self.announce(interaction, reader, question, self._reopened(reader, question))
            trouble = await self.threads.show_state(reader.guild, question.question_id)
            if trouble:
                await tell(interaction, trouble, reader.language)

    @answers("question.reopen")
    async def reopen_pressed(self, interaction: Interaction, press: Press) -> None:
        found = await self.pressed(interaction, press, "reopen")
        if found is None:
            return
        reader, question = found
        if await self._open_again(interaction, reader, question):
            await interaction.response.defer()
            await self.threads.say(question, self._reopened(reader, question))
            await self.threads.show_state(reader.guild, question.question_id)

    async def _here(
        self, interaction: Interaction, act: Literal["close", "reopen"]
    ) -> tuple[Reader, Question] | None:
        """The question of the thread a command was given in; None when they were told why not."""
        reader = await self.bot.reader(interaction)
        question = await questions.in_thread(
            self.bot.store, reader.guild_id, interaction.channel_id or 0
        )
        if question is None:
            await tell(interaction, "question-not-here", reader.language)
            return None
        if await self.refused(interaction, reader, question, act):
            return None
        return reader, question

    async def _close(
        self,
        interaction: Interaction,
        reader: Reader,
        question: Question,
        why: Why,
        words: str = "",
        original: Question | None = None,
    ) -> None:
        closed = await question_states.close(
            self.bot.store,
            question,
            why,
            self.signed(reader, question),
            at=self.bot.seconds(),
            words=words,
            duplicate_of=original.question_id if original else None,
        )
        now = await questions.get(self.bot.store, reader.guild_id, question.question_id)
        if not closed or now is None:
            await tell(interaction, "question-changed", reader.language)
            return
        self.bot.notices.wake()
        public, place = None, question.channel_id or 0
        if original and channels.open_in(reader.guild, place, [original.channel_id or 0]):
            public = original
        line = f"⚪ {closed_line(now, reader.public_language, public)}"
        reopen = button(
            reader.public("question-button-reopen"), "question.reopen", question.question_id
        )
        await self.announce(interaction, reader, question, line, reopen)
        # The original's card counts its new followers, and other duplicates name another original.
        await self.bot.tidy(reader.guild)
        trouble = await self.threads.show_state(reader.guild, question.question_id)
        if trouble:
            await tell(interaction, trouble, reader.language)

    async def _close_as_duplicate(
        self, interaction: Interaction, reader: Reader, question: Question, reason: str
    ) -> None:
        chosen = number(reason.removeprefix(rules.DUPLICATE))
        other = await questions.get(self.bot.store, reader.guild_id, chosen)
        if other and other.duplicate_of is not None:
            other = await questions.get(self.bot.store, reader.guild_id, other.duplicate_of)
        if other is None or not self._may_be_original(reader, other):
            await tell(interaction, "question-original-gone", reader.language)
        elif other.question_id == question.question_id:
            await tell(interaction, "question-original-itself", reader.language)
        else:
            await self._close(interaction, reader, question, "duplicate", original=other)

    def _may_be_original(self, reader: Reader, other: Question) -> bool:
        posted = other.thread_id is not None and other.closed_why != "moderator"
        return posted and channels.may_read(reader.member, other.channel_id)

    @close.autocomplete("reason")
    async def suggest_reason(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """No longer needed, then what it may be a duplicate of, then the words as they are."""
        reader = await self.bot.reader(interaction)
        question = await questions.in_thread(
            self.bot.store, reader.guild_id, interaction.channel_id or 0
        )
        unneeded = reader.text("question-reason-unneeded")
        words = " ".join(links.clean(typed).split())
        rows: list[app_commands.Choice[str]] = []
        if words.casefold() in unneeded.casefold():
            rows.append(app_commands.Choice(name=unneeded, value=rules.UNNEEDED))
        elif words:
            rows.append(app_commands.Choice(name=words[:100], value=words[:100]))
        if question is None:
            return rows
        about = words or f"{question.title} {question.details}"
        found = await search.similar(self.bot.store, reader.guild_id, "question", about, LOOKED_AT)
        places = await questions.places(self.bot.store, reader.guild_id)
        seen = channels.readable(reader.member, places)
        for other in await questions.chosen(self.bot.store, reader.guild_id, found, seen):
            if other.question_id != question.question_id:
                name = flat(reader.text("question-reason-duplicate", title=other.title), 100)
                value = f"{rules.DUPLICATE}{other.question_id}"
                rows.append(app_commands.Choice(name=name, value=value))
        return rows[:MOST]

    async def _open_again(
        self, interaction: Interaction, reader: Reader, question: Question
    ) -> bool:
        """Open it in the store; False when they were told why not."""
        if not reader.moderator and await self.threads.locked(reader.guild, question):
            await tell(interaction, "question-locked", reader.language)
            return False
        if await self.open_again(question, reader.community):
            return True
        await tell(interaction, "question-changed", reader.language)
        return False

    def _reopened(self, reader: Reader, question: Question) -> str:
        who = self.signed(reader, question)
        named = f"<@{who}>" if who else reader.public("question-asker-unnamed")
        return reader.public("question-reopened", who=named)
