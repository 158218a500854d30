"""Prompts that members suggest, and what moderators make of them in /review."""

from bot import channels, i18n, links
from bot.i18n import Language
from bot.reader import Reader
from bot.router import Press, answers
from bot.ui import Buttons, Card, Interaction, ask, button, redraw, say, show
from cogs.prompts.base import PromptPart
from cogs.prompts.views import SUGGESTIONS, edit_form, suggest_form, suggestions_card
from data import prompts, suggestions
from data.prompts import Prompt


class Suggesting(PromptPart):
    """The card's button, and the list behind "Suggested prompts"."""

    @answers("prompt.suggest")
    async def ask_suggestion(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await ask(interaction, *suggest_form(reader), "prompt.suggested")

    @answers("prompt.suggested")
    async def suggested(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        fitting = await self.fitting(interaction, reader, press.fields.get("text", ""))
        if fitting is None:
            return
        text, _ = fitting
        kept = await suggestions.suggest(
            self.bot.store, reader.guild_id, text, reader.user_id, self.bot.seconds()
        )
        if kept == "own full":
            most = suggestions.MOST_OWN
            await say(interaction, reader.text("suggestion-own-full", most=most), text)
        elif kept == "full":
            await say(interaction, reader.text("suggestion-full"), text)
        else:
            await say(interaction, reader.text("suggestion-kept"))
            await channels.tell_moderators(
                self.bot.store,
                reader.guild,
                "suggestion-notice",
                view=_to_the_list,
                text=links.one_line(text, 600),
            )

    # For moderators

    @answers("prompt.waiting")
    async def show_suggestions(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await show(interaction, await self._waiting(reader, 0))

    @answers("prompt.suggestions")
    async def turn_suggestions(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._waiting(reader, press.number()))

    async def _waiting(self, reader: Reader, page: int, done: str = "") -> Card:
        found, count = await suggestions.waiting(
            self.bot.store, reader.guild_id, SUGGESTIONS, page * SUGGESTIONS
        )
        return suggestions_card(reader, found, count, page, done)

    @answers("prompt.approve")
    async def approve(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        found = await self._suggestion(reader, press.number())
        if reader is None:
            return
        done = await self._approve(reader, found) if found else reader.text("suggestion-gone")
        await redraw(interaction, await self._waiting(reader, 0, done))

    async def _suggestion(self, reader: Reader | None, prompt_id: int) -> Prompt | None:
        if reader is None:
            return None
        return await suggestions.get(self.bot.store, reader.guild_id, prompt_id)

    async def _approve(
        self, reader: Reader, found: Prompt, text: str | None = None, theme: str = ""
    ) -> str:
        """Returns what came of it."""
        which = (reader.guild_id, found.prompt_id)
        ended = await suggestions.approve(self.bot.store, *which, text, theme)
        if ended == "approved":
            shown = links.quoted(found.text if text is None else text, 600)
            return reader.text("suggestion-approved", text=shown)
        if ended == "full":
            return reader.text("suggestion-pool-full", most=prompts.MOST_PROMPTS)
        return reader.text("suggestion-gone")

    @answers("prompt.approve-edit")
    async def ask_approve(self, interaction: Interaction, press: Press) -> None:
        """The suggestion as a form; what is sent comes into the pool."""
        reader = await self.bot.moderator(interaction)
        found = await self._suggestion(reader, press.number())
        if reader is None:
            return
        if found is None:
            gone = reader.text("suggestion-gone")
            await redraw(interaction, await self._waiting(reader, 0, gone))
            return
        await ask(interaction, *edit_form(reader, found), "prompt.approve-edited", found.prompt_id)

    @answers("prompt.approve-edited")
    async def approve_edited(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        given = press.fields
        fitting = await self.fitting(
            interaction, reader, given.get("text", ""), given.get("theme", "")
        )
        if fitting is None:
            return
        found = await self._suggestion(reader, press.number())
        if found is None:
            # What was typed is not lost.
            await say(interaction, reader.text("suggestion-gone"), fitting[0])
            return
        done = await self._approve(reader, found, *fitting)
        await redraw(interaction, await self._waiting(reader, 0, done))

    @answers("prompt.decline")
    async def decline(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        found = await self._suggestion(reader, press.number())
        if reader is None:
            return
        done = reader.text("suggestion-gone")
        if found and await suggestions.decline(self.bot.store, reader.guild_id, found.prompt_id):
            # Whole, so that it can be added after all.
            done = reader.text("suggestion-declined", text=links.quoted(found.text, 600))
        await redraw(interaction, await self._waiting(reader, 0, done))


def _to_the_list(language: Language) -> Buttons:
    return Buttons(button(i18n.text(language, "suggestions-see"), "prompt.waiting"))
