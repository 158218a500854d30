"""Prompts that nobody answers: their schedule is paused by itself, and moderators are told once."""

import logging
from collections import defaultdict
from typing import TYPE_CHECKING

from bot import i18n
from bot.channels import tell_moderators
from bot.i18n import Language
from bot.ui import Buttons, button
from data import schedule_changes
from data.schedules import Schedule

if TYPE_CHECKING:
    from bot.app import Vinkki

POSTS = 3
"""Prompts in a row without an answer, after which a schedule is paused."""
RESUME = "schedule.resume"
"""What ends a schedule's pause."""

log = logging.getLogger(__name__)


class Quiet:
    """Those that moderators are still to be told of, by community."""

    def __init__(self, bot: "Vinkki") -> None:
        self._bot = bot
        self.untold: defaultdict[int, list[Schedule]] = defaultdict(list)

    async def rests(self, schedule: Schedule) -> bool:
        """Whether a schedule whose run has come is paused instead."""
        where = (schedule.guild_id, schedule.schedule_id)
        if not await schedule_changes.rest(self._bot.store, *where, POSTS, self._bot.seconds()):
            return False
        log.info("Schedule %d is paused: nobody answers", schedule.schedule_id)
        # Not told here: a channel that hangs must not hold up other communities' runs.
        self.untold[schedule.guild_id].append(schedule)
        return True

    async def recover(self) -> None:
        """What an earlier process could not tell is told by this one."""
        for schedule in await schedule_changes.untold(self._bot.store):
            self.untold[schedule.guild_id].append(schedule)

    async def tell(self, guild_id: int) -> None:
        guild = self._bot.get_guild(guild_id)
        for schedule in self.untold.pop(guild_id, ()):
            if guild is None:
                return

            def go_on(language: Language, schedule_id: int = schedule.schedule_id) -> Buttons:
                return Buttons(button(i18n.text(language, "schedule-go-on"), RESUME, schedule_id))

            where = f"<#{schedule.channel_id}>"
            told = await tell_moderators(
                self._bot.store, guild, "schedule-quiet", view=go_on, channel=where, count=POSTS
            )
            if told:
                await schedule_changes.told(self._bot.store, guild.id, schedule.schedule_id)
