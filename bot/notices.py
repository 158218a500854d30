"""What one member is told by itself: beside their next answer, or by direct message if they asked.

A direct message is told at most once and in doubt not at all: its row is marked before the request
goes out, the nonce lets Discord drop a repeat within a minute, and what is older counts as told.
Whom Discord does not let us write to is not written to again until they ask for it anew.
"""

import asyncio
import hashlib
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import aiohttp
import discord

from bot import i18n, links
from bot.channels import TROUBLE
from bot.i18n import Language
from bot.reader import Reader, public_language, zone
from bot.recurrence import runs
from bot.rounds import LONGEST_NAP, Rounds
from bot.router import Press
from bot.ui import TIP_COLOUR, Card, Interaction, button, show, spoken, tell
from data import communities, notices
from data.communities import Rhythm
from data.notices import DIGEST, KEEP, QUESTION, REFLECT, REMINDER, Notice

if TYPE_CHECKING:
    from bot.app import Vinkki

NONCE_LASTS = 60
"""Seconds in which Discord surely still knows a nonce ("the past few minutes")."""
FIRST_RETRY, LAST_RETRY = 30, 6 * 3600
A_FEW, GAP = 5, 5
"""Direct messages that go out at a time, and seconds until the next few."""
QUIET, PAUSE = 900, 6 * 3600
"""Seconds without any direct message, and without one to this member, after TOO_FAST."""
TOLD_AT_ONCE = 5
"""Reminders beside one answer."""
DIGEST_MINUTE = 9 * 60
"""When digests come, in minutes from the community's midnight."""

TOO_FAST = 40003
UNREACHABLE = {50007, 50278}
UNKNOWN_MEMBER, UNKNOWN_USER = 10007, 10013
UNKNOWN_MESSAGE = 10008

STOP = "notice.stop"
"""What answers the button under every direct message."""
STOPPED = {
    REMINDER: "notice-stopped-reminder",
    QUESTION: "notice-stopped-reminder",
    DIGEST: "notice-stopped-digest",
    REFLECT: "notice-stopped-reflect",
    # One choice in /me stands for both.
    KEEP: "notice-stopped-reminder",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a feature adds: how its notices are told, and when again."""

    compose: Callable[[Notice, discord.Member, Language], Awaitable[Card | None]]
    """The direct message, or None when there is nothing to tell (any more).

    The member was fetched just now: check what they may see. Whence it comes and the button that
    stops it are put under it, so the card leaves room for 4 components and 300 characters. Other
    buttons would be pressed outside any community, where no reader is known: link instead.
    """
    following: Callable[[Notice, int], Awaitable[int | None]] | None = None
    """When it is due again after the moment `now`, None for never: the row goes then."""
    line: Callable[[Notice, Reader], Awaitable[str | None]] | None = None
    """What is told beside an answer, at most 600 characters; None when there is nothing to tell."""


class Notices(Rounds):
    """Tells what is due. Whoever puts a notice wakes it."""

    def __init__(self, bot: "Vinkki") -> None:
        super().__init__(bot, "notices")
        self._kinds: dict[str, Kind] = {}
        # What must wait longer than its row says; a restart may forget it.
        self._tries: dict[str, int] = {}
        self._again: dict[str, int] = {}
        self._paused: dict[int, int] = {}
        self._quiet_until = 0
        self._telling: set[tuple[int, int]] = set()
        bot.router.add(STOP, self._stop_pressed)

    def add(self, name: str, kind: Kind) -> None:
        self._kinds[name] = kind

    def remove(self, name: str) -> None:
        del self._kinds[name]

    async def next_digest(self, notice: Notice, now: int) -> int | None:
        """When a member's digest is due again: a digest's `following`."""
        own = await communities.own(self._bot.store, notice.guild_id, notice.user_id)
        if own.digest is None:
            return None
        guild = self._bot.get_guild(notice.guild_id)
        # It was there a moment ago; when it is back, this is asked again.
        assert guild is not None
        community = await communities.get(self._bot.store, guild.id)
        return digest_due(own.digest, zone(community, guild), now)

    # At the member's next use

    async def tell_beside(self, interaction: Interaction) -> None:
        """Tell a member's due reminders beside an answer they just got, for their eyes alone."""
        guild_id = interaction.guild_id
        if guild_id is None:
            return
        who = (guild_id, interaction.user.id)
        # Two presses at once would both be told.
        if who in self._telling:
            return
        self._telling.add(who)
        try:
            now = self._bot.seconds()
            waiting = await notices.waiting(self._bot.store, *who, now, TOLD_AT_ONCE + 1)
            if waiting:
                await self._tell_lines(interaction, waiting)
        finally:
            self._telling.discard(who)

    async def _tell_lines(self, interaction: Interaction, waiting: list[Notice]) -> None:
        reader = await self._bot.reader(interaction)
        lines, over = [], []
        for notice in waiting[:TOLD_AT_ONCE]:
            kind = self._kinds.get(notice.kind)
            if kind is None or kind.line is None:
                continue
            try:
                line = await kind.line(notice, reader)
            except Exception:
                log.exception("A %s could not be put in words", notice.kind)
                continue
            over.append(notice)
            if line:
                lines.append(line)
        if lines:
            more = reader.text("notice-more") if len(waiting) > TOLD_AT_ONCE else ""
            card = Card(reader.text("notice-title"), "\n".join(lines), more, colour=TIP_COLOUR)
            await show(interaction, card)
        # Only now: if the process ends in between, they are told twice, which does no harm.
        for notice in over:
            await notices.done(self._bot.store, notice, None)

    # By direct message

    async def _pass(self) -> float | None:
        """Send the few that are due the longest."""
        began = self._bot.seconds()
        due = await notices.due(self._bot.store, began)
        self._forget({nonce(one) for one in due}, began)
        ready = [one for one in due if self._ready(one, began)]
        few: dict[int, Notice] = {}
        for one in ready:
            if len(few) < A_FEW:
                few.setdefault(one.user_id, one)
        await asyncio.gather(*(self._try(one) for one in few.values()))
        if len(few) < len(ready):
            return GAP
        moments = {*self._again.values(), *self._paused.values(), self._quiet_until}
        if coming := await notices.next_due(self._bot.store, began):
            moments.add(coming)
        if due:
            # What waits for its community to be back has no moment of its own.
            moments.add(began + LONGEST_NAP)
        # What came due during the pass is still to do.
        following = min((one for one in moments if one > began), default=None)
        return max(following - self._bot.now().timestamp(), 0) if following else None

    def _forget(self, due: set[str], now: int) -> None:
        """Keep nothing of notices that are gone, and no pause that is over."""
        self._tries = {name: tries for name, tries in self._tries.items() if name in due}
        self._again = {name: at for name, at in self._again.items() if name in due}
        self._paused = {user_id: at for user_id, at in self._paused.items() if at > now}

    def _ready(self, notice: Notice, now: int) -> bool:
        guild = self._bot.get_guild(notice.guild_id)
        return (
            notice.kind in self._kinds
            and guild is not None
            and not guild.unavailable
            and notice.user_id not in self._paused
            and max(self._again.get(nonce(notice), 0), self._quiet_until) <= now
        )

    async def _try(self, notice: Notice) -> None:
        try:
            await self._send(notice)
        except TROUBLE as trouble:
            log.warning("A %s will be tried again: %s", notice.kind, trouble)
            self._later(notice)
        except Exception:
            log.exception("A %s could not be sent", notice.kind)
            self._later(notice)

    async def _send(self, notice: Notice) -> None:
        kind, guild = self._kinds.get(notice.kind), self._bot.get_guild(notice.guild_id)
        if kind is None or guild is None:
            return
        store, now = self._bot.store, self._bot.seconds()
        # Asked first, so that what breaks here breaks before anything is sent.
        following = await kind.following(notice, now) if kind.following else None
        if notice.sending_at is not None and now - notice.sending_at > NONCE_LASTS:
            await notices.done(store, notice, following)
            return
        try:
            member = await guild.fetch_member(notice.user_id)
        except discord.NotFound as gone:
            if gone.code not in (UNKNOWN_MEMBER, UNKNOWN_USER):
                raise
            await notices.done(store, notice, None)
            if notice.kind == REFLECT:
                # Who left gets no more of them; a digest ends with its row.
                await notices.stop(store, notice.guild_id, notice.user_id, (REFLECT,))
            return
        own = await communities.own(store, guild.id, member.id)
        community = await communities.get(store, guild.id)
        language = own.language or own.reads_in or public_language(community, guild)
        card = await kind.compose(notice, member, language)
        if card is None:
            await notices.done(store, notice, following)
            return
        whence = i18n.text(language, "notice-from", community=links.one_line(guild.name, 100))
        card.add_item(discord.ui.TextDisplay(whence))
        stop = button(i18n.text(language, "notice-stop"), STOP, notice.kind, guild.id)
        card.add_item(discord.ui.ActionRow(stop))
        try:
            channel = await member.create_dm()
            if not await notices.sending(store, notice, self._bot.seconds()):
                return
            await channel.send(view=card, nonce=nonce(notice))
        except discord.HTTPException as refused:
            if refused.code != UNKNOWN_MESSAGE:
                await self._refused(notice, refused)
                return
            # Discord knew the nonce, and the message was deleted since: it was told.
        except aiohttp.ClientConnectorError:
            await self._unsent(notice)
            raise
        await notices.done(store, notice, following)

    async def _refused(self, notice: Notice, refused: discord.HTTPException) -> None:
        if refused.code in UNREACHABLE:
            log.info("A member takes no direct messages: they get none any more")
            await notices.stop(self._bot.store, notice.guild_id, notice.user_id)
            return
        if refused.status < 500:
            await self._unsent(notice)
        if refused.code == TOO_FAST:
            self._quiet_until = self._bot.seconds() + QUIET
            self._paused[notice.user_id] = self._bot.seconds() + PAUSE
        raise refused

    async def _unsent(self, notice: Notice) -> None:
        # An earlier try may have gone out all the same.
        if notice.sending_at is None:
            await notices.unsent(self._bot.store, notice)

    def _later(self, notice: Notice) -> None:
        name = nonce(notice)
        tries = self._tries.get(name, 0)
        longest = min(FIRST_RETRY * 2 ** min(tries, 16), LAST_RETRY)
        spread = random.uniform(0.75, 1.25)  # noqa: S311 - spreads retries, no secret
        self._tries[name] = tries + 1
        self._again[name] = self._bot.seconds() + int(longest * spread)

    async def _stop_pressed(self, interaction: Interaction, press: Press) -> None:
        kind = press.args[0] if press.args else ""
        if kind not in STOPPED:
            await tell(interaction, "error-outdated")
            return
        # A direct message comes from no community, so the id has to say which one. It is harmless:
        # nothing changes but what the presser chose there for themselves, and nothing is shown.
        await notices.stop(self._bot.store, press.number(1), interaction.user.id, (kind,))
        await tell(interaction, STOPPED[kind], spoken(interaction))


def nonce(notice: Notice) -> str:
    """The same for a notice and its time, whichever process asks; 25 characters, Discord's most."""
    what = ":".join(map(str, (*notice.key, notice.due_at)))
    return f"vinkki-{hashlib.blake2b(what.encode(), digest_size=9).hexdigest()}"


def digest_due(rhythm: Rhythm, zone: ZoneInfo, after: int) -> int:
    """The next nine o'clock after a moment (both UTC seconds); a weekly digest's is on Monday."""
    # Early enough in every zone.
    start = datetime.fromtimestamp(after, UTC).date() - timedelta(days=1)
    days = range(7) if rhythm == "day" else (0,)
    return min(next(runs("week", day, DIGEST_MINUTE, zone, start, after)).due for day in days)
