"""Members point moderators at a message: each member once at each, and a few times a day."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from bot import channels
from bot.reader import Reader
from bot.ui import Interaction, say, tell

if TYPE_CHECKING:
    from bot.app import Vinkki

DAY = 86_400
MOST = 5
"""Reports a day from one member of a community."""


class Reports:
    """Who told moderators of what, and when; a restart may forget it."""

    def __init__(self, bot: "Vinkki") -> None:
        self._bot = bot
        self._told: dict[tuple[int, int], dict[Hashable, int]] = {}

    async def add(
        self, interaction: Interaction, reader: Reader, what: Hashable, line: str, where: str
    ) -> None:
        """Post one line with a link to moderators, and say so; or say why not.

        `line` is the key of the sentence, in which nobody is named.
        """
        now, who = self._bot.seconds(), (reader.guild_id, reader.user_id)
        earlier = self._told.get(who, {})
        lately = {one: at for one, at in earlier.items() if now - at < DAY}
        self._told[who] = lately
        if what in lately or len(lately) >= MOST:
            key = "reported-before" if what in lately else "reported-enough"
            await tell(interaction, key, reader.language)
            return
        # At once, so that two presses are one report.
        lately[what] = now
        await interaction.response.defer(ephemeral=True)
        told = await channels.tell_moderators(self._bot.store, reader.guild, line, where=where)
        if not told:
            del lately[what]
        await say(interaction, reader.text("reported" if told else "reported-not"))
