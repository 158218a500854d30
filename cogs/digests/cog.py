"""/digest: what is new, posted every week, shown to whoever asks, or told to one member."""

import logging
from zoneinfo import ZoneInfo

import discord
from discord import app_commands
from discord.ext import commands

from bot import channels, delivery, links, notices, planning
from bot.i18n import Language, described
from bot.reader import Reader, language_of, zone
from bot.router import Feature, Press, answers
from bot.ui import TIP_COLOUR, Card, Interaction, redraw, say, show, tell
from cogs.digests import rules
from cogs.digests.ui import (
    STOP_POSTS,
    follow_card,
    own_card,
    posted_card,
    schedule_card,
    shown_card,
    topics_of,
)
from data import communities, deliveries, digest_material, digests, schedules, tips, topics
from data.communities import Rhythm
from data.deliveries import Delivery
from data.digests import KIND, Digest
from data.notices import DIGEST, Notice
from data.tips import DAY, Sight

log = logging.getLogger(__name__)

NOBODY = 0
"""Whose sight is everybody's: they shared nothing of their own."""
LENGTH: dict[Rhythm, int] = {"day": DAY, "week": digest_material.WEEK}
SHIFT = 2 * 3600
"""More seconds than clocks are ever moved by."""


class Digests(Feature):
    """Digests of tips."""

    digest = app_commands.Group(
        name="digest", description=described("command-digest"), guild_only=True
    )

    async def cog_load(self) -> None:
        await super().cog_load()
        posts = delivery.Kind(
            STOP_POSTS, self._compose, self._posted, thread=False, tell_empty=False
        )
        self.bot.deliveries.add(KIND, posts)
        own = notices.Kind(self._compose_own, following=self.bot.notices.next_digest)
        self.bot.notices.add(DIGEST, own)
        self.bot.redraws.append(self._draw_stale)

    async def cog_unload(self) -> None:
        self.bot.redraws.remove(self._draw_stale)
        self.bot.notices.remove(DIGEST)
        self.bot.deliveries.remove(KIND)
        await super().cog_unload()

    @digest.command(name="schedule", description=described("command-digest-schedule"))
    @app_commands.describe(
        channel=described("option-digest-channel"),
        day=described("option-schedule-day"),
        time=described("option-schedule-time"),
    )
    async def schedule(
        self,
        interaction: Interaction,
        channel: discord.TextChannel | None = None,
        day: str = "monday",
        time: str = "9:00",
    ) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        when = await planning.moment(interaction, reader, day, time)
        if when is None:
            return
        channel_id = channel.id if channel else reader.community.tips_channel_id
        where = await planning.channel(
            interaction, reader, channel_id, none="digest-no-channel", thread=False
        )
        if where is None:
            return
        made = await schedules.add(
            self.bot.store,
            reader.guild_id,
            KIND,
            where.id,
            *when,
            "week",
            "open",
            reader.user_id,
            planning.first_run(self.bot, reader, "week", *when),
            alone=True,
        )
        if made is None:
            await say(interaction, reader.text("schedule-full", most=schedules.MOST_SCHEDULES))
            return
        self.bot.deliveries.wake()
        preview = await self._preview(reader, where.id)
        note = reader.text("digest-preview" if preview else "digest-preview-none")
        coming = await planning.coming(self.bot, reader, made)
        await show(interaction, schedule_card(reader, made, coming, note))
        if preview:
            await show(interaction, preview)

    async def _preview(self, reader: Reader, channel_id: int) -> Card | None:
        """The post as it would be now, or None when nothing is new."""
        until = self.bot.seconds() + 1
        since = await digests.begins(self.bot.store, reader.guild_id, until)
        digest = await self._make(await self._sight(reader.guild, channel_id), since, until)
        return shown_card(digest, reader.public_language) if digest else None

    @schedule.autocomplete("day")
    async def suggest_day(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return planning.days(await self.bot.reader(interaction), typed)

    @digest.command(name="stop", description=described("command-digest-stop"))
    async def stop(self, interaction: Interaction) -> None:
        await self._stop(interaction)

    @answers("digest.stop")
    async def stop_from_button(self, interaction: Interaction, _: Press) -> None:
        await self._stop(interaction)

    async def _stop(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        stopped = await schedules.remove(self.bot.store, reader.guild_id, KIND)
        self.bot.deliveries.wake()
        await tell(
            interaction, "digest-stopped" if stopped else "digest-not-scheduled", reader.language
        )

    @digest.command(name="show", description=described("command-digest-show"))
    async def show(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        until = self.bot.seconds() + 1
        sight = await self._sight_of(reader.member)
        digest = await self._make(sight, until - digest_material.WEEK, until)
        if digest:
            await show(interaction, shown_card(digest, reader.language))
        else:
            await say(interaction, reader.text("digest-nothing"))

    # Following the topics of a post

    @answers("digest.follow")
    async def follow(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        offered = await self._topics(reader, press.number())
        held = await topics.followed(self.bot.store, reader.guild_id, reader.user_id)
        left = [one for one in offered if one not in held]
        if left:
            await show(interaction, follow_card(reader, left, press.number()))
        else:
            await say(interaction, reader.text("digest-topics-all" if offered else "digest-empty"))

    @answers("digest.topics")
    async def follow_chosen(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        offered = await self._topics(reader, press.number())
        chosen = tuple(one for one in press.values if one in offered)
        followed = await topics.follow(
            self.bot.store, reader.guild_id, reader.user_id, chosen, self.bot.seconds()
        )
        names = ", ".join(map(links.coded, followed))
        sentences = [reader.text("digest-followed", topics=names)] if followed else []
        if len(followed) < len(chosen):
            sentences.append(reader.text("topic-most", most=topics.MOST_FOLLOWED))
        sentence = "\n".join(sentences) or reader.text("digest-empty")
        await redraw(interaction, Card(sentence, colour=TIP_COLOUR))

    async def _topics(self, reader: Reader, delivery_id: int) -> list[str]:
        """The topics of a post, for those who may read it: the id of another can be made up."""
        post = await deliveries.get(self.bot.store, reader.guild_id, delivery_id)
        if post is None or not channels.may_read(reader.member, post.channel_id):
            return []
        digest = await self._kept(reader.guild, post)
        return topics_of(digest) if digest else []

    # Making one

    async def _sight(self, guild: discord.Guild, channel_id: int) -> Sight:
        """What everybody who reads a channel may see."""
        places = await tips.places(self.bot.store, guild.id)
        return Sight(guild.id, NOBODY, channels.open_in(guild, channel_id, places))

    async def _sight_of(self, member: discord.Member) -> Sight:
        places = await tips.places(self.bot.store, member.guild.id)
        return Sight(member.guild.id, member.id, channels.readable(member, places))

    async def _make(self, sight: Sight, since: int, until: int) -> Digest | None:
        found = await digest_material.for_all(self.bot.store, sight, since, until)
        picks = rules.choose(found)
        if not picks:
            return None
        return await digests.made(self.bot.store, sight, since, found.new_tips, picks)

    # The weekly post

    async def _compose(self, post: Delivery, guild: discord.Guild) -> Card | None:
        digest = await self._kept(guild, post) or await self._choose(guild, post)
        if digest is None or not digest.new_tips or not digest.items:
            return None
        return posted_card(digest, await language_of(self.bot.store, guild), post.delivery_id)

    async def _choose(self, guild: discord.Guild, post: Delivery) -> Digest | None:
        sight = await self._sight(guild, post.channel_id)
        since = await digests.begins(self.bot.store, guild.id, post.due_at)
        found = await digest_material.for_all(self.bot.store, sight, since, post.due_at)
        picks = rules.choose(found)
        if not picks:
            return None
        await digests.keep(self.bot.store, guild.id, post.delivery_id, since, picks)
        return await self._kept(guild, post)

    async def _kept(self, guild: discord.Guild, post: Delivery) -> Digest | None:
        """What was chosen for a post, as everybody may see it now."""
        sight = await self._sight(guild, post.channel_id)
        return await digests.get(self.bot.store, sight, post.delivery_id)

    async def _posted(self, post: Delivery) -> None:
        """What went while the post was on its way is taken out of it."""
        if guild := self.bot.get_guild(post.guild_id):
            await self._draw(guild, post.delivery_id)

    async def _draw_stale(self, guild: discord.Guild) -> int:
        """Draw every post that shows what is gone or changed; returns how many stay as they are."""
        stale = await digests.stale(self.bot.store, guild.id)
        drawn = [await self._draw(guild, delivery_id) for _, delivery_id in stale]
        return drawn.count(False)

    async def _draw(self, guild: discord.Guild, delivery_id: int) -> bool:
        """False when Discord did not let us; it is tried again with the next change and start."""
        post = await deliveries.get(self.bot.store, guild.id, delivery_id)
        digest = await self._kept(guild, post) if post else None
        if not post or not post.message_id or not digest or not digest.stale:
            return True
        card = posted_card(digest, await language_of(self.bot.store, guild), delivery_id)
        try:
            where = (guild.id, post.channel_id, post.message_id)
            await channels.redraw_message(self.bot, *where, card)
        except discord.NotFound:
            log.info("The digest %d is no longer in its channel", delivery_id)
        except channels.TROUBLE as trouble:
            log.info("The digest %d stays as it is: %s", delivery_id, trouble)
            return False
        await digests.drawn(self.bot.store, guild.id, delivery_id, digest)
        return True

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Go on with the posts that the last process could not draw."""
        for guild_id, delivery_id in await digests.stale(self.bot.store):
            if guild := self.bot.get_guild(guild_id):
                await self._draw(guild, delivery_id)

    # A member's own

    async def _compose_own(
        self, notice: Notice, member: discord.Member, language: Language
    ) -> Card | None:
        store, guild = self.bot.store, member.guild
        wanted = await topics.followed(store, guild.id, member.id)
        if not wanted:
            return None
        rhythm = (await communities.own(store, guild.id, member.id)).digest or "week"
        local = zone(await communities.get(store, guild.id), guild)
        since = last_due(rhythm, local, notice.due_at - 1)
        # What came while they could not be told is in this one, and the next begins here.
        until = last_due(rhythm, local, self.bot.seconds())
        sight = await self._sight_of(member)
        # Nobody remembers what they were shown: topics take turns, and so do the gems of each.
        turn = until // LENGTH[rhythm]
        found = await digest_material.for_member(store, sight, wanted, since, until, turn)
        picks = rules.choose(found, turn // len(wanted), wanted)
        if not picks:
            return None
        return own_card(await digests.made(store, sight, since, found.new_tips, picks), language)


def last_due(rhythm: Rhythm, local: ZoneInfo, at: int) -> int:
    """The latest moment, at most `at`, at which members' own digests were due."""
    due = notices.digest_due(rhythm, local, at - LENGTH[rhythm] - SHIFT)
    while (following := notices.digest_due(rhythm, local, due)) <= at:
        due = following
    return due
