"""Posts: a prompt now, and what a delivery puts in the channel."""

import logging

import discord
from discord import app_commands

from bot import channels
from bot.delivery import PROMPT, REFLECT, Kind, thread_of
from bot.i18n import described
from bot.reader import language_of, zone
from bot.router import number
from bot.ui import Card, Interaction, say
from cogs.prompts.base import Choices, PromptPart
from cogs.prompts.ui import prompt_card
from data import deliveries, prompts
from data.deliveries import Delivery

log = logging.getLogger(__name__)


class Posting(PromptPart):
    """/prompt post, and what the scheduled posts are made of."""

    async def cog_load(self) -> None:
        await super().cog_load()
        kind = Kind(REFLECT, self._compose, self._open_thread, thread=True, tell_empty=True)
        self.bot.deliveries.add(PROMPT, kind)

    async def cog_unload(self) -> None:
        self.bot.deliveries.remove(PROMPT)
        await super().cog_unload()

    @PromptPart.prompt.command(name="post", description=described("command-prompt-post"))
    @app_commands.describe(
        prompt=described("option-prompt-post-prompt"), channel=described("option-schedule-channel")
    )
    async def post(
        self,
        interaction: Interaction,
        prompt: str | None = None,
        channel: discord.TextChannel | None = None,
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        where = await self.postable(interaction, reader, channel)
        if where is None:
            return
        wanted = number(prompt) if prompt is not None else None
        now = self.bot.seconds()
        chosen = await prompts.take(self.bot.store, reader.guild_id, wanted, now)
        if chosen is None:
            key = "prompt-none" if prompt is None else "prompt-unknown"
            await say(interaction, reader.text(key))
            return
        await interaction.response.defer(ephemeral=True)
        made = await deliveries.deliver_now(
            self.bot.store,
            reader.guild_id,
            PROMPT,
            where.id,
            "choice",
            chosen.prompt_id,
            chosen.text,
            self.bot.now().astimezone(zone(reader.community, reader.guild)).date().isoformat(),
            self.bot.seconds(),
        )
        ended = await self.bot.deliveries.send(made)
        if ended.state == "sent":
            sentence = reader.text("prompt-posted", channel=where.mention)
        elif ended.state in ("pending", "sending"):
            sentence = reader.text("prompt-post-later", channel=where.mention)
        else:
            reason = reader.text(f"delivery-reason-{ended.reason}")
            sentence = reader.text("prompt-not-posted", channel=where.mention, reason=reason)
        await say(interaction, sentence)

    async def _compose(self, delivery: Delivery, guild: discord.Guild) -> Card | None:
        chosen = await prompts.choose(self.bot.store, delivery)
        return prompt_card(chosen, await language_of(self.bot.store, guild)) if chosen else None

    async def _open_thread(self, delivery: Delivery) -> None:
        """Open the thread for the answers. What fails here is tried again by the first answer."""
        # Others go by what stands in the store; this only says that there is something new.
        self.bot.dispatch("prompt_posted")
        if delivery.visibility == "private":
            # Nothing would ever stand in it.
            return
        try:
            await thread_of(self.bot, delivery.guild_id, delivery.delivery_id)
        except channels.TROUBLE as trouble:
            log.warning("No thread for delivery %d yet: %s", delivery.delivery_id, trouble)

    @post.autocomplete("prompt")
    async def suggest_posted(self, interaction: Interaction, typed: str) -> Choices:
        return await self.prompt_choices(interaction, typed)
