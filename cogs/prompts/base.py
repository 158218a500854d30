"""What the parts of /prompt have in common: the group, the channel, and what can be picked."""

import discord
from discord import app_commands

from bot import links, planning
from bot.delivery import PROMPT
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature
from bot.ui import Interaction, picks, say
from cogs.prompts import rules
from cogs.prompts.schedule_ui import schedule_name
from data import prompts, schedules

Choices = list[app_commands.Choice[str]]


class PromptPart(Feature):
    """Each part is a class of its own; cog.py puts them together."""

    prompt = app_commands.Group(
        name="prompt", description=described("command-prompt"), guild_only=True
    )

    async def postable(
        self, interaction: Interaction, reader: Reader, given: discord.TextChannel | None
    ) -> discord.TextChannel | None:
        """The channel given or set up, if a prompt can be posted there; otherwise they are told."""
        channel_id = given.id if given else reader.community.prompts_channel_id
        none = "schedule-no-channel"
        return await planning.channel(interaction, reader, channel_id, none=none, thread=True)

    async def prompt_choices(self, interaction: Interaction, typed: str) -> Choices:
        """The prompts of the pool, for moderators."""
        reader = await self.bot.reader(interaction)
        if not reader.moderator:
            return []
        pool = await prompts.pool(self.bot.store, reader.guild_id)
        return picks(typed, [(one.prompt_id, one.text) for one in pool])

    async def theme_choices(self, interaction: Interaction, typed: str) -> Choices:
        """The pool's themes, for moderators; a new one may be typed all the same."""
        reader = await self.bot.reader(interaction)
        if not reader.moderator:
            return []
        known = await prompts.themes(self.bot.store, reader.guild_id)
        wanted = typed.strip().casefold()
        found = [one for one in known if wanted in one.casefold()][:25]
        return [app_commands.Choice(name=one, value=one) for one in found]

    async def fitting(
        self, interaction: Interaction, reader: Reader, typed: str, theme: str = ""
    ) -> tuple[str, str] | None:
        """What was typed as a prompt and its theme; if it cannot be one they are told, and None."""
        text, theme = links.clean(typed), " ".join(links.clean(theme).split())
        if not text:
            await say(interaction, reader.text("prompt-empty"))
        elif len(text) > rules.PROMPT_LONGEST:
            most, count = rules.PROMPT_LONGEST, len(text)
            await say(interaction, reader.text("prompt-too-long", count=count, most=most), text)
        elif len(theme) > rules.THEME_LONGEST:
            most = rules.THEME_LONGEST
            await say(interaction, reader.text("prompt-theme-too-long", most=most), text)
        else:
            return text, theme
        return None

    async def schedule_choices(self, interaction: Interaction, typed: str) -> Choices:
        """The schedules there are, for moderators."""
        reader = await self.bot.reader(interaction)
        if not reader.moderator:
            return []
        made = await schedules.of_guild(self.bot.store, reader.guild_id, PROMPT)
        return picks(typed, [(one.schedule_id, schedule_name(reader, one)) for one in made])
