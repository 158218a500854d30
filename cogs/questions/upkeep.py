"""Rounds: looks for helpers, asks who went quiet, whether answers hold, and tells moderators.

What is to do stands in the store. Each community has a task of its own, so that what hangs in one
holds up no other; only when to try again is kept in memory, and a restart may forget it.
"""

import asyncio
import logging
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import discord

from bot import channels
from bot.app import Vinkki
from bot.channels import TROUBLE
from bot.leftovers import take_out
from bot.reader import public_language, zone
from bot.recurrence import quiet_until, runs
from bot.rounds import IDLE_NAP, Rounds
from cogs.questions.helper_ui import named, week_line
from cogs.questions.outreach import Outreach, fetch_thread, left_alone
from cogs.questions.threads import Threads
from data import communities, helpers, question_posts, question_rounds, question_states, questions
from data.communities import Community
from data.question_posts import Post
from data.question_rounds import DAY, Due
from data.questions import Question

A_FEW, GAP = 5, 5
"""Things done for a community at a time, and seconds until the next few."""
AT_LEAST = 60
"""Seconds until the same thing is looked at again, however that ended."""
FIRST_RETRY, LAST_RETRY = 60, 6 * 3600
HELD = 2 * 3600
"""Seconds until a channel that is closed to us is thought of again."""
WEEK = 7 * DAY
MONDAY, WEEK_MINUTE = 0, 9 * 60
"""When moderators hear how many questions are open, in their own time."""

Key = tuple[str, int, int]

log = logging.getLogger(__name__)


class Upkeep(Rounds):
    """`asked_by` tells whether somebody asked a question, with their name or without."""

    def __init__(
        self, bot: Vinkki, threads: Threads, asked_by: Callable[[Question, int], bool]
    ) -> None:
        super().__init__(bot, "questions nobody looks after")
        self.outreach = Outreach(bot)
        self._threads = threads
        self._asked_by = asked_by
        self._started = bot.seconds()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._again: dict[Key, int] = {}
        self._tries: dict[Key, int] = {}

    async def stop(self) -> None:
        await super().stop()
        for task in [*self._busy.values()]:
            task.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def _pass(self) -> float | None:
        """Begin all there is to do now; returns the seconds until there may be more."""
        now = self._bot.seconds()
        self._again = {key: at for key, at in self._again.items() if at > now}
        work: defaultdict[int, list[Post | Due]] = defaultdict(list)
        for post in await question_posts.undone(self._bot.store):
            work[post.guild_id].append(post)
        for due in await question_rounds.due(self._bot.store, now):
            work[due.guild_id].append(due)
        weeks, next_week = await self._weeks(now)
        for guild_id in {*work, *weeks} - self._busy.keys():
            guild = self._bot.get_guild(guild_id)
            if guild is None or guild.unavailable:
                continue
            ready = [one for one in work[guild_id] if one.key not in self._again]
            if ready or guild_id in weeks:
                serving = self._serve(guild, ready, weeks.get(guild_id))
                name = f"questions of {guild_id}"
                self._busy[guild_id] = asyncio.create_task(serving, name=name)
        # The rest is in no hurry.
        coming = await question_rounds.next_call(self._bot.store, now)
        moments = [*self._again.values(), *(one for one in (coming, next_week) if one)]
        moment = min(moments, default=None)
        if moment is None or moment > now + IDLE_NAP:
            return None
        return max(moment - self._bot.now().timestamp(), 1)

    async def _serve(
        self, guild: discord.Guild, work: list[Post | Due], monday: int | None
    ) -> None:
        """Do all there is to do now in one community, a few at a time."""
        try:
            if monday is not None:
                await self._try(("week", guild.id, 0), self._tell_week(guild, monday))
            for place, one in enumerate(work):
                if place and place % A_FEW == 0:
                    await self._bot.park(asyncio.sleep(GAP), reason="not all at once")
                doing = self._post(guild, one) if isinstance(one, Post) else self._do(guild, one)
                await self._try(one.key, doing)
        finally:
            del self._busy[guild.id]
            # What came due meanwhile was left to the next pass.
            self.wake()

    async def _try(self, key: Key, doing: Awaitable[int]) -> None:
        """Do one thing; it says in how many seconds to look again, if it is still to do then."""
        try:
            wait = await doing
        except TROUBLE as trouble:
            log.warning("Something about a question waits: %s", trouble)
            wait = self._backoff(key)
        except Exception:
            log.exception("Something about a question could not be done")
            wait = self._backoff(key)
        else:
            self._tries.pop(key, None)
        self._again[key] = self._bot.seconds() + max(wait, AT_LEAST)

    def _backoff(self, key: Key) -> int:
        tries = self._tries.get(key, 0)
        self._tries[key] = tries + 1
        longest = min(FIRST_RETRY * 2 ** min(tries, 10), LAST_RETRY)
        return int(longest * random.uniform(0.75, 1.25))  # noqa: S311 - spreads retries, no secret

    async def _post(self, guild: discord.Guild, post: Post) -> int:
        act = self.outreach.send if post.message_id is None else self.outreach.draw
        return 0 if await act(guild, post) else HELD

    async def _do(self, guild: discord.Guild, due: Due) -> int:
        question = await questions.get(self._bot.store, guild.id, due.question_id)
        community = await communities.get(self._bot.store, guild.id)
        if question is None or question.thread_id is None:
            return 0
        now, first, last = self._bot.seconds(), community.quiet_from, community.quiet_to
        quiet = quiet_until(now, first, last, zone(community, guild))
        if quiet is not None and due.act != "close":
            return quiet - now
        if due.act == "call":
            return await self._call(guild, community, question)
        if due.act == "check":
            return await self._check(guild, community, question)
        return await self._idle(guild, question, closing=due.act == "close")

    # Helpers

    async def _call(self, guild: discord.Guild, community: Community, question: Question) -> int:
        """Look for helpers in their channel, once for each question."""
        now, store = self._bot.seconds(), self._bot.store
        channel_id = community.helpers_channel_id or 0
        if not await self.outreach.open_for(guild, channel_id, channels.TO_POST_ONCE):
            return HELD
        thread = await fetch_thread(guild, question)
        if thread is None:
            await questions.remove(store, guild.id, question.question_id)
            return 0
        if at := await self._answer_in(thread, question):
            await question_rounds.answered(store, guild.id, question.question_id, at)
            return 0
        chosen = await self.choose(guild, question, helpers.MOST_CALLED)
        post = await question_posts.call(store, question, channel_id, chosen, now)
        return await self._post(guild, self.outreach.made(post)) if post else 0

    async def _answer_in(self, thread: discord.Thread, question: Question) -> int | None:
        """When somebody else wrote in the thread, which we may have missed; None if nobody did."""
        parent = thread.parent
        if parent is None or channels.missing(parent, ("read_message_history",)):
            return None
        async for message in thread.history(limit=20):
            by_asker = self._asked_by(question, message.author.id)
            if not (message.author.bot or by_asker or message.is_system()):
                return int(message.created_at.timestamp())
        return None

    async def choose(self, guild: discord.Guild, question: Question, most: int) -> list[int]:
        """Up to so many who offer help, may see the question now and were not asked the longest."""
        which = (guild.id, question.question_id)
        found: list[int] = []
        for user_id in await helpers.candidates(self._bot.store, *which, self._bot.seconds()):
            if len(found) == most:
                break
            if self._asked_by(question, user_id):
                continue
            try:
                member = await guild.fetch_member(user_id)
            except discord.NotFound:
                await helpers.forget(self._bot.store, guild.id, user_id)
                continue
            if channels.may_read(member, question.channel_id):
                found.append(user_id)
        return found

    async def _check(self, guild: discord.Guild, community: Community, question: Question) -> int:
        """Ask helpers whether an accepted answer still holds."""
        now = self._bot.seconds()
        channel_id = community.helpers_channel_id or 0
        if not await self.outreach.open_for(guild, channel_id, channels.TO_POST_ONCE):
            return HELD
        post = await question_posts.ask_check(self._bot.store, question, channel_id, now)
        return await self._send_anew(guild, post)

    # Quiet threads

    async def _idle(self, guild: discord.Guild, question: Question, *, closing: bool) -> int:
        """Ask once whether help is still needed; without an answer, close."""
        store, which = self._bot.store, (guild.id, question.question_id)
        assert question.thread_id is not None
        if not await self.outreach.open_for(
            guild, question.channel_id or 0, channels.TO_ASK_IN_THREADS
        ):
            return HELD
        thread = await fetch_thread(guild, question)
        if thread is None:
            await questions.remove(store, *which)
            return 0
        if await left_alone(self._bot, question, thread):
            return DAY
        # What was written while we were away counts too.
        if last := await self._last_written(thread, question):
            await question_rounds.spoke(store, *which, last)
            return 0
        if closing:
            now = self._bot.seconds()
            if await question_states.close(store, question, "idle", at=now):
                self._bot.notices.wake()
                await self._threads.show_state(guild, question.question_id)
            return 0
        now = self._bot.seconds()
        post = await question_posts.ask_idle(store, question, thread.id, now)
        return await self._send_anew(guild, post)

    async def _last_written(self, thread: discord.Thread, question: Question) -> int | None:
        """When a person wrote last, if that is later than we know."""
        after = datetime.fromtimestamp(question.active_at + 1, UTC)
        async for message in thread.history(limit=20, after=after, oldest_first=False):
            if not (message.author.bot or message.is_system()):
                return int(message.created_at.timestamp())
        return None

    async def _send_anew(self, guild: discord.Guild, post: Post | None) -> int:
        if post is None:
            return 0
        wait = await self._post(guild, self.outreach.made(post))
        # An earlier card of the same kind goes.
        await take_out(self._bot, guild.id)
        return wait

    # The weekly line

    async def _weeks(self, now: int) -> tuple[dict[int, int], int | None]:
        """Whose week began, and when, and when the next one's begins of those near to it."""
        begun: dict[int, int] = {}
        coming: int | None = None
        untold = await question_rounds.untold(self._bot.store, now - WEEK + DAY)
        for place, community in enumerate(untold):
            if place % 50 == 0:
                await asyncio.sleep(0)
            guild = self._bot.get_guild(community.guild_id)
            if guild is None or guild.unavailable or ("week", guild.id, 0) in self._again:
                continue
            monday, following = mondays(community, guild, now)
            if community.open_told_at is None:
                # A week that began before they chose a channel is not told.
                await question_rounds.told(self._bot.store, guild.id, monday)
            elif community.open_told_at < monday:
                begun[guild.id] = monday
            else:
                coming = min(coming or following, following)
        return begun, coming

    async def _tell_week(self, guild: discord.Guild, monday: int) -> int:
        store, now = self._bot.store, self._bot.seconds()
        community = await communities.get(store, guild.id)
        channel = guild.get_channel(community.moderators_channel_id or 0)
        open_now = await question_rounds.open_now(store, guild.id)
        if (
            now - monday <= DAY
            and open_now.oldest
            and isinstance(channel, discord.TextChannel)
            and not channels.missing(channel, channels.TO_POST)
            and not await self._told_before(channel, monday)
        ):
            name = named(guild, open_now.oldest, channel.id)
            language = public_language(community, guild)
            line = week_line(open_now, open_now.oldest, name, monday, language)
            try:
                await channel.send(line, nonce=f"open:{monday}")
            except (discord.Forbidden, discord.NotFound) as refused:
                log.info("Moderators are not told of open questions: %s", refused)
        await question_rounds.told(store, guild.id, monday)
        return 0

    async def _told_before(self, channel: discord.TextChannel, monday: int) -> bool:
        """Whether this line stands there: a process may have ended before it could note that."""
        if self._started < monday and ("week", channel.guild.id, 0) not in self._tries:
            return False
        if channels.missing(channel, ("read_message_history",)):
            return False
        after = datetime.fromtimestamp(monday, UTC) - timedelta(minutes=5)
        async for message in channel.history(limit=1000, after=after):
            if message.author == self._bot.user and f"<t:{monday}:D>" in message.content:
                return True
        return False


def mondays(community: Community, guild: discord.Guild, now: int) -> tuple[int, int]:
    """The latest Monday at nine in the community, and the next (UTC seconds)."""
    where = zone(community, guild)
    start = datetime.fromtimestamp(now, UTC).date() - timedelta(days=15)
    latest = 0
    for run in runs("week", MONDAY, WEEK_MINUTE, where, start, now - WEEK - DAY):
        if run.due > now:
            return latest, run.due
        latest = run.due
    raise AssertionError("weeks have no end")
