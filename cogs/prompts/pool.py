"""The pool of prompts: what is in it, and in which order it is used."""

from typing import get_args

from discord import app_commands

from bot import links
from bot.delivery import PROMPT
from bot.i18n import described
from bot.reader import Reader
from bot.router import Press, answers, number
from bot.ui import Card, Interaction, ask, redraw, say, show, tell
from cogs.prompts import rules
from cogs.prompts.base import Choices, PromptPart
from cogs.prompts.views import add_form, edit_form, one_card, pool_card, remove_card
from data import communities, prompts, schedules, suggestions
from data.prompts import Place, Prompt


class Pool(PromptPart):
    """/prompt add, edit, list and remove, and what is pressed in the list."""

    @PromptPart.prompt.command(name="add", description=described("command-prompt-add"))
    @app_commands.describe(
        text=described("option-prompt-add-text"), theme=described("option-prompt-add-theme")
    )
    async def add(
        self, interaction: Interaction, text: str | None = None, theme: str | None = None
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        if text is None or not links.clean(text):
            await ask(interaction, *add_form(reader, theme or ""), "prompt.add")
            return
        await self._add(interaction, reader, text, theme or "")

    @answers("prompt.add")
    async def add_from_form(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            given = press.fields
            await self._add(interaction, reader, given.get("text", ""), given.get("theme", ""))

    async def _add(self, interaction: Interaction, reader: Reader, typed: str, theme: str) -> None:
        fitting = await self.fitting(interaction, reader, typed, theme)
        if fitting is None:
            return
        text, _ = fitting
        added = await prompts.add(
            self.bot.store, reader.guild_id, *fitting, reader.user_id, self.bot.seconds()
        )
        if added is None:
            await say(interaction, reader.text("prompt-pool-full", most=prompts.MOST_PROMPTS), text)
            return
        pool = await prompts.pool(self.bot.store, reader.guild_id)
        scheduled = await schedules.of_guild(self.bot.store, reader.guild_id, PROMPT)
        key = "prompt-added" if scheduled or len(pool) > 1 else "prompt-added-schedule"
        await say(interaction, reader.text(key, count=len(pool), text=links.one_line(text, 300)))

    # The list

    @PromptPart.prompt.command(name="list", description=described("command-prompt-list"))
    async def list_pool(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await show(interaction, await self._pool(reader, 0))

    @answers("prompt.page")
    async def turn_pool(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await redraw(interaction, await self._pool(reader, press.number()))

    async def _pool(self, reader: Reader, page: int) -> Card:
        store, guild_id = self.bot.store, reader.guild_id
        pool = await prompts.pool(store, guild_id)
        used = [one.prompt_id for one in pool if one.last_used is not None]
        least = reader.community.anonymous_least
        uses = await prompts.uses(store, guild_id, used, least)
        _, waiting = await suggestions.waiting(store, guild_id, 1)
        return pool_card(reader, pool, page, uses, waiting, self.bot.seconds())

    @answers("prompt.rest")
    async def choose_rest(self, interaction: Interaction, press: Press) -> None:
        """For how long a used prompt rests."""
        if await self.bot.moderator(interaction) is None:
            return
        weeks = number(press.values[0]) if press.values else -1
        reader = await self.bot.reader(interaction)
        if weeks in rules.RESTS:
            await communities.choose(self.bot.store, reader.guild_id, "rest_weeks", weeks)
            reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._pool(reader, press.number()))

    # One prompt

    @answers("prompt.pick")
    async def pick(self, interaction: Interaction, press: Press) -> None:
        await self._open(interaction, number(press.values[0]) if press.values else 0)

    @answers("prompt.open")
    async def open_one(self, interaction: Interaction, press: Press) -> None:
        await self._open(interaction, press.number())

    async def _open(self, interaction: Interaction, prompt_id: int) -> None:
        reader = await self.bot.moderator(interaction)
        prompt = await self._asked_for(interaction, reader, prompt_id)
        if reader and prompt:
            await redraw(interaction, await self._one(reader, prompt))

    async def _asked_for(
        self, interaction: Interaction, reader: Reader | None, prompt_id: int
    ) -> Prompt | None:
        """The prompt, if a moderator asks for it; they are told when it is gone."""
        if reader is None:
            return None
        found = await prompts.get(self.bot.store, reader.guild_id, prompt_id)
        if found is None:
            await tell(interaction, "prompt-unknown", reader.language)
        return found

    async def _one(self, reader: Reader, prompt: Prompt) -> Card:
        store, guild_id = self.bot.store, reader.guild_id
        pool = await prompts.pool(store, guild_id)
        now = next((one for one in pool if one.prompt_id == prompt.prompt_id), None)
        if now is None:
            # Removed in the same moment.
            return await self._pool(reader, 0)
        least = reader.community.anonymous_least
        uses = await prompts.uses(store, guild_id, [now.prompt_id], least)
        return one_card(reader, pool, now, uses, self.bot.seconds())

    @answers("prompt.move")
    async def move(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        prompt = await self._asked_for(interaction, reader, press.number())
        if reader is None or prompt is None:
            return
        places: dict[str, Place] = {one: one for one in get_args(Place)}
        place = places.get(press.args[1] if len(press.args) > 1 else "")
        if place:
            await prompts.move(self.bot.store, reader.guild_id, prompt.prompt_id, place)
        await redraw(interaction, await self._one(reader, prompt))

    @answers("prompt.retire")
    async def retire(self, interaction: Interaction, press: Press) -> None:
        """Keep it without using it."""
        reader = await self.bot.moderator(interaction)
        prompt = await self._asked_for(interaction, reader, press.number())
        if reader and prompt:
            await prompts.retire(self.bot.store, reader.guild_id, prompt.prompt_id)
            await redraw(interaction, await self._one(reader, prompt))

    @answers("prompt.reuse")
    async def reuse(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        prompt = await self._asked_for(interaction, reader, press.number())
        if reader and prompt:
            await prompts.reuse(self.bot.store, reader.guild_id, prompt.prompt_id)
            await redraw(interaction, await self._one(reader, prompt))

    # Editing

    @PromptPart.prompt.command(name="edit", description=described("command-prompt-edit"))
    @app_commands.describe(prompt=described("option-prompt"))
    async def edit(self, interaction: Interaction, prompt: str) -> None:
        await self._ask_edit(interaction, number(prompt))

    @answers("prompt.edit")
    async def edit_pressed(self, interaction: Interaction, press: Press) -> None:
        await self._ask_edit(interaction, press.number())

    async def _ask_edit(self, interaction: Interaction, prompt_id: int) -> None:
        reader = await self.bot.moderator(interaction)
        prompt = await self._asked_for(interaction, reader, prompt_id)
        if reader and prompt:
            await ask(interaction, *edit_form(reader, prompt), "prompt.edited", prompt.prompt_id)

    @answers("prompt.edited")
    async def edited(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        given = press.fields
        fitting = await self.fitting(
            interaction, reader, given.get("text", ""), given.get("theme", "")
        )
        if fitting is None:
            return
        edited = await prompts.edit(self.bot.store, reader.guild_id, press.number(), *fitting)
        if edited is None:
            await say(interaction, reader.text("prompt-unknown"), fitting[0])
        elif interaction.message:
            await redraw(interaction, await self._one(reader, edited))
        else:
            await show(interaction, await self._one(reader, edited))

    # Removing

    @PromptPart.prompt.command(name="remove", description=described("command-prompt-remove"))
    @app_commands.describe(prompt=described("option-prompt"))
    async def remove(self, interaction: Interaction, prompt: str) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        removed = await prompts.remove(self.bot.store, reader.guild_id, number(prompt))
        await tell(interaction, "prompt-removed" if removed else "prompt-unknown", reader.language)

    @answers("prompt.remove")
    async def ask_remove(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        prompt = await self._asked_for(interaction, reader, press.number())
        if reader and prompt:
            await redraw(interaction, remove_card(reader, prompt))

    @answers("prompt.remove-sure")
    async def remove_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await prompts.remove(self.bot.store, reader.guild_id, press.number())
            await redraw(interaction, await self._pool(reader, 0))

    # What can be picked

    @add.autocomplete("theme")
    async def suggest_theme(self, interaction: Interaction, typed: str) -> Choices:
        return await self.theme_choices(interaction, typed)

    @edit.autocomplete("prompt")
    @remove.autocomplete("prompt")
    async def suggest_prompt(self, interaction: Interaction, typed: str) -> Choices:
        return await self.prompt_choices(interaction, typed)
