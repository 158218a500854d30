"""Cards posted by themselves about a question: each once, whatever happens to the process.

A row stands in the store before the request goes out. Whoever finds a row without a message, and
did not make it in the same breath, looks for the card in the channel by the id of its button before
posting it. Members are named by an edit, which pings nobody.
"""

import logging
from datetime import UTC, datetime, timedelta

import discord

from bot import channels
from bot.app import Vinkki
from bot.channels import TROUBLE, message_at, missing, tell_moderators
from bot.i18n import Language
from bot.pace import Pace
from bot.pauses import PROBE_EVERY
from bot.reader import language_of
from bot.ui import Card, component_id, component_ids
from cogs.questions.helper_ui import MARK, call_card, check_card, idle_card, named
from data import helpers, pauses, question_posts, questions
from data.pauses import Why
from data.question_posts import Post
from data.questions import Question

A_SECOND = 5
"""Posts that begin in any second, over all communities: Discord takes 50 requests in all."""
UNKNOWN_CHANNEL, UNKNOWN_MESSAGE = 10003, 10008

log = logging.getLogger(__name__)


class Outreach:
    """Sends what the store says is to be sent, and keeps it in step."""

    def __init__(self, bot: Vinkki) -> None:
        self.bot = bot
        self._pace = Pace(A_SECOND)
        self._new: set[tuple[str, int, int]] = set()

    def made(self, post: Post) -> Post:
        """No request went out yet for this one, so there is nothing to look for."""
        self._new.add(post.key)
        return post

    async def open_for(
        self, guild: discord.Guild, channel_id: int, needed: tuple[str, ...]
    ) -> bool:
        """Whether we can post in a channel; if not, moderators hear of it once."""
        pause = await pauses.get(self.bot.store, guild.id, channel_id)
        if pause and pause.probe_at is not None:
            return False
        channel = guild.get_channel(channel_id)
        if channel is None:
            try:
                await guild.fetch_channel(channel_id)
            except (discord.NotFound, discord.InvalidData):
                await self._pause(guild, channel_id, "gone")
            except discord.Forbidden:
                await self._pause(guild, channel_id, "forbidden")
            return False
        if missing(channel, needed):
            await self._pause(guild, channel_id, "forbidden")
            return False
        return True

    async def _pause(self, guild: discord.Guild, channel_id: int, why: Why) -> None:
        """Leave a channel alone for a while. Told before it is noted: rather twice than never."""
        store = self.bot.store
        known = await pauses.get(store, guild.id, channel_id)
        if known is None or known.why != why:
            log.warning("A channel for questions is %s", why)
            await tell_moderators(
                store, guild, f"helpers-trouble-{why}", channel=f"<#{channel_id}>"
            )
        await pauses.put(store, guild.id, channel_id, why, self.bot.seconds() + PROBE_EVERY)

    async def send(self, guild: discord.Guild, post: Post) -> bool:
        """Post what is to be posted. False when it has to wait. Raises what TROUBLE names."""
        question = await questions.get(self.bot.store, guild.id, post.question_id)
        parent = post.channel_id
        needed: tuple[str, ...] = channels.TO_POST_ONCE
        if post.kind == "idle":
            # A thread has its channel's permissions; the thread of an erased question may stand.
            parent = question.channel_id or 0 if question else 0
            needed = channels.TO_ASK_IN_THREADS
        if parent and not await self.open_for(guild, parent, needed):
            return False
        try:
            message_id = await self._stand(guild, post, question)
        except discord.Forbidden:
            if parent:
                await self._pause(guild, parent, "forbidden")
            return False
        except discord.NotFound as gone:
            if gone.code != UNKNOWN_CHANNEL:
                return False
            if post.kind != "idle":
                await self._pause(guild, parent, "gone")
                return False
            # A deleted thread takes its question with it.
            await questions.remove(self.bot.store, guild.id, post.question_id)
            await question_posts.drop(self.bot.store, post)
            return True
        if message_id is None:
            await question_posts.drop(self.bot.store, post)
            return True
        if await pauses.get(self.bot.store, guild.id, parent):
            await pauses.over(self.bot.store, guild.id, parent)
        stands = await question_posts.posted(self.bot.store, post, message_id, self.bot.seconds())
        return stands is None or await self.draw(guild, stands)

    async def _stand(
        self, guild: discord.Guild, post: Post, question: Question | None
    ) -> int | None:
        """The message that stands in the channel by now, None when none is wanted any more."""
        channel = self.bot.get_partial_messageable(post.channel_id, guild_id=guild.id)
        if post.key not in self._new and (found := await self._find(channel, post)):
            return found
        if question is None or not _wanted(post, question):
            return None
        card = await self._card(guild, post, question, await language_of(self.bot.store, guild))
        await self._pace.turn()
        self._new.discard(post.key)
        nonce = f"{post.kind}{post.question_id}:{post.sending_at:x}"
        try:
            return (await channel.send(view=card, nonce=nonce)).id
        except discord.NotFound as gone:
            if gone.code != UNKNOWN_MESSAGE:
                raise
            # Discord knew the nonce, and the message was deleted since: it was posted.
            return question_posts.DELETED

    async def _find(self, channel: discord.PartialMessageable, post: Post) -> int | None:
        wanted = component_id(MARK[post.kind], post.question_id)
        # A clock set back meanwhile must not hide it.
        since = min(post.sending_at, self.bot.seconds())
        after = datetime.fromtimestamp(since, UTC) - timedelta(minutes=5)
        async for message in channel.history(limit=1000, after=after):
            if message.author == self.bot.user and wanted in component_ids(message):
                return message.id
        return None

    async def draw(self, guild: discord.Guild, post: Post) -> bool:
        """Show how things stand. False when it has to wait. Raises what TROUBLE names."""
        store = self.bot.store
        question = await questions.get(store, guild.id, post.question_id)
        if not post.message_id:
            await (question_posts.drawn if question else question_posts.drop)(store, post)
            return True
        where = (guild.id, post.channel_id, post.message_id)
        if question is None:
            if not await channels.delete_message(self.bot, *where):
                return False
            await question_posts.drop(store, post)
            return True
        asked = await helpers.called(store, guild.id, post.question_id)
        language = await language_of(store, guild)
        card = await self._card(guild, post, question, language, asked, with_helper=True)
        try:
            await channels.redraw_message(self.bot, *where, card)
        except discord.NotFound:
            await question_posts.lost(store, post)
        except discord.Forbidden:
            return False
        else:
            await question_posts.drawn(store, post)
        return True

    async def _card(
        self,
        guild: discord.Guild,
        post: Post,
        question: Question,
        language: Language,
        asked: list[int] | None = None,
        *,
        with_helper: bool = False,
    ) -> Card:
        if post.kind == "idle":
            return idle_card(question, language)
        name = named(guild, question, post.channel_id)
        if post.kind == "check":
            return check_card(question, name, language, with_helper=with_helper)
        return call_card(question, name, language, asked or ())

    async def draw_all(self, guild: discord.Guild) -> int:
        """Draw every card of a community that does not show how things stand; returns how many
        stay as they were. What was never posted is left to the rounds."""
        kept = 0
        for post in await question_posts.undone(self.bot.store, guild.id):
            if post.message_id is None:
                continue
            try:
                kept += not await self.draw(guild, post)
            except TROUBLE as trouble:
                log.info("A card about question %d stays: %s", post.question_id, trouble)
                kept += 1
        return kept


async def fetch_thread(guild: discord.Guild, question: Question) -> discord.Thread | None:
    """The question's thread as Discord has it now, archived or not; None when it is gone."""
    try:
        thread = await guild.fetch_channel(question.thread_id or 0)
    except (discord.NotFound, discord.InvalidData):
        return None
    return thread if isinstance(thread, discord.Thread) else None


async def left_alone(bot: Vinkki, question: Question, thread: discord.Thread) -> bool:
    """Whether somebody pinned or locked it: then nobody is asked and nothing is closed."""
    if thread.locked or thread.flags.pinned:
        return True
    if question.card_channel_id in (None, thread.id) or question.card_message_id is None:
        return False
    # In a text channel it is the card that can be pinned.
    where = (question.guild_id, question.card_channel_id or 0, question.card_message_id)
    try:
        return (await message_at(bot, *where).fetch()).pinned
    except (discord.NotFound, discord.Forbidden):
        return False


def _wanted(post: Post, question: Question) -> bool:
    """Whether a card that does not stand anywhere yet still has something to ask."""
    if post.kind == "check":
        return question.state == "solved" and question.outdated_at is None
    if question.state != "open":
        return False
    if post.kind == "idle":
        return question.idle_at is not None
    return question.answered_at is None and not question.helpers
