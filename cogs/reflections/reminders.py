"""Reminders to reflect: once a prompt, to those who asked for them and have not answered."""

import discord
from discord.ext import commands

from bot import channels, links, notices
from bot.delivery import PROMPT
from bot.i18n import Language
from bot.rounds import Rounds
from bot.ui import PROMPT_COLOUR, Card
from cogs.reflections.base import ReflectionPart
from data import anonymous, closing, reflect_reminders, reflections, schedules
from data.deliveries import Delivery, get
from data.notices import REFLECT, Notice

AFTER = 2 * 86_400
"""Seconds from a post until its reminders."""
BEFORE = 86_400
"""Seconds from a reminder until the next prompt, at the least."""


def remind_at(posted: int, following: int | None) -> int | None:
    """When to remind of a post, given when the next comes; None when that leaves no time."""
    due = posted + AFTER
    if following is not None and following > posted:
        due = min(due, following - BEFORE)
    return due if due > posted else None


class Setting(Rounds):
    """Gives everybody who wants one their notice of each new post."""

    async def _pass(self) -> float | None:
        posts = await reflect_reminders.to_put(self._bot.store)
        for post in posts:
            following = await self._following(post)
            due = remind_at(post.sending_at or post.due_at, following)
            await reflect_reminders.put(self._bot.store, post.guild_id, post.delivery_id, due)
        if posts:
            self._bot.notices.wake()
        return None

    async def _following(self, post: Delivery) -> int | None:
        """When the next prompt of the same schedule comes, if one is known to."""
        of_guild = await schedules.of_guild(self._bot.store, post.guild_id, PROMPT)
        found = [one for one in of_guild if one.schedule_id == post.schedule_id]
        return found[0].next_due if found and found[0].paused_at is None else None


class Reminding(ReflectionPart):
    """What a reminder says, and whether there is still something to remind of."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.notices.add(REFLECT, notices.Kind(self._compose_reminder))
        self.setting = Setting(self.bot, "reminders to set")
        self.bot.rounds.append(self.setting)

    async def cog_unload(self) -> None:
        self.bot.rounds.remove(self.setting)
        self.bot.notices.remove(REFLECT)
        await super().cog_unload()

    @commands.Cog.listener("on_prompt_posted")
    async def set_reminders(self) -> None:
        self.setting.wake()

    async def _compose_reminder(
        self, notice: Notice, member: discord.Member, language: Language
    ) -> Card | None:
        which = (notice.guild_id, notice.item_id)
        post = await get(self.bot.store, *which)
        if post is None or post.message_id is None or await closing.over(self.bot.store, *which):
            return None
        if not channels.may_read(member, post.channel_id) or await self._answered(post, member):
            return None
        reader = await self.bot.reader_of_member(member, language)
        where = channels.jump(post.guild_id, post.channel_id, post.message_id)
        return Card(
            reader.text("reflect-reminder"),
            f"## {links.one_line(post.prompt_text, 1_000)}",
            reader.text("reflect-reminder-open", where=where),
            colour=PROMPT_COLOUR,
        )

    async def _answered(self, post: Delivery, member: discord.Member) -> bool:
        which = (post.guild_id, post.delivery_id)
        if await reflections.of_member(self.bot.store, *which, member.id):
            return True
        author = self.bot.secret.author(*which, member.id)
        own = await anonymous.own(self.bot.store, post.guild_id, [(post.delivery_id, author)])
        return bool(own)
