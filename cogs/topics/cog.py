"""/topic: follow, unfollow and list for members; merge, rename and undo for moderators."""

from discord import app_commands

from bot import channels, links
from bot.i18n import described
from bot.reader import Reader
from bot.router import Feature, Press, answers
from bot.topics import LONGEST, read, similar, typed
from bot.ui import Card, Interaction, redraw, say, show
from cogs.topics.ui import PAGE, change_text, list_card
from data import questions, tips, topic_changes, topics
from data.tips import DAY, Sight
from data.topic_changes import Change

NEW = 7 * DAY
"""Seconds for which a tip is new in the list."""

Choices = list[app_commands.Choice[str]]


class Topics(Feature):
    """Topics of tips and questions."""

    topic = app_commands.Group(
        name="topic", description=described("command-topic"), guild_only=True
    )

    # What a member hears about

    @topic.command(name="follow", description=described("command-topic-follow"))
    @app_commands.describe(topic=described("option-topic-follow"))
    async def follow(self, interaction: Interaction, topic: str) -> None:
        reader = await self.bot.reader(interaction)
        wanted = _one(topic)
        if wanted is None:
            await say(interaction, reader.text("topic-one", most=LONGEST))
            return
        store, who = self.bot.store, (reader.guild_id, reader.user_id)
        followed = await topics.follow(store, *who, (wanted,), self.bot.seconds())
        if not followed:
            await say(interaction, reader.text("topic-most", most=topics.MOST_FOLLOWED))
            return
        sight = await self._sight(reader)
        near = similar(followed[0], await topics.known(store, reader.guild_id, sight.places))
        if near is None:
            await say(interaction, reader.text("topic-followed", topic=links.coded(followed[0])))
            return
        names = {"topic": links.coded(followed[0]), "near": links.coded(near)}
        await say(interaction, reader.text("topic-followed-near", **names))

    @topic.command(name="unfollow", description=described("command-topic-unfollow"))
    @app_commands.describe(topic=described("option-topic-unfollow"))
    async def unfollow(self, interaction: Interaction, topic: str) -> None:
        reader = await self.bot.reader(interaction)
        unwanted = _one(topic)
        if unwanted is None:
            await say(interaction, reader.text("topic-one", most=LONGEST))
            return
        left = await topics.unfollow(self.bot.store, reader.guild_id, reader.user_id, (unwanted,))
        key = "topic-unfollowed" if left else "topic-not-followed"
        name = links.coded(left[0] if left else unwanted)
        await say(interaction, reader.text(key, topic=name))

    @topic.command(name="list", description=described("command-topic-list"))
    async def list_topics(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._list(reader, 0))

    @answers("topic.page")
    async def turn_page(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._list(reader, press.number()))

    @answers("topic.follow-some")
    async def follow_some(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        wanted = _all_of(press)
        followed = await topics.follow(
            self.bot.store, reader.guild_id, reader.user_id, wanted, self.bot.seconds()
        )
        await redraw(interaction, await self._list(reader, press.number()))
        if wanted and not followed:
            await say(interaction, reader.text("topic-most", most=topics.MOST_FOLLOWED))

    @answers("topic.unfollow-some")
    async def unfollow_some(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await topics.unfollow(self.bot.store, reader.guild_id, reader.user_id, _all_of(press))
        await redraw(interaction, await self._list(reader, press.number()))

    async def _list(self, reader: Reader, page: int) -> Card:
        store, sight = self.bot.store, await self._sight(reader)
        followed = await topics.followed(store, reader.guild_id, reader.user_id)
        new = await topics.new_tips(store, sight, followed, self.bot.seconds() - NEW)
        used = await topics.known(store, reader.guild_id, sight.places, len(followed) + PAGE)
        others = [topic for topic in used if topic not in followed]
        return list_card(reader, followed, new, others[:PAGE], page)

    async def _sight(self, reader: Reader) -> Sight:
        places = await tips.places(self.bot.store, reader.guild_id)
        return Sight(reader.guild_id, reader.user_id, channels.readable(reader.member, places))

    # Order among topics

    @topic.command(name="merge", description=described("command-topic-merge"))
    @app_commands.describe(
        topic=described("option-topic-merge-topic"), into=described("option-topic-merge-into")
    )
    async def merge(self, interaction: Interaction, topic: str, into: str) -> None:
        await self._change(interaction, topic, into, new=False)

    @topic.command(name="rename", description=described("command-topic-rename"))
    @app_commands.describe(
        topic=described("option-topic-rename-topic"), name=described("option-topic-rename-name")
    )
    async def rename(self, interaction: Interaction, topic: str, name: str) -> None:
        await self._change(interaction, topic, name, new=True)

    async def _change(self, interaction: Interaction, topic: str, into: str, *, new: bool) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        one, other = _one(topic), _one(into)
        if one is None or other is None:
            await say(interaction, reader.text("topic-one", most=LONGEST))
            return
        # Thousands of tips take a moment.
        await interaction.response.defer(ephemeral=True)
        store, by = self.bot.store, reader.user_id
        done = await topic_changes.merge(
            store, reader.guild_id, one, other, by, self.bot.seconds(), new=new
        )
        if not isinstance(done, Change):
            becomes = links.coded(await topics.now_called(store, reader.guild_id, one))
            names = {"topic": links.coded(one), "into": links.coded(other), "becomes": becomes}
            await say(interaction, reader.text(f"topic-refused-{done}", **names))
            return
        key = "topic-merged" if done.joined or not new else "topic-renamed"
        await say(interaction, change_text(reader, key, done))
        await self.bot.tidy(reader.guild)

    @topic.command(name="undo", description=described("command-topic-undo"))
    @app_commands.describe(topic=described("option-topic-undo"))
    async def undo(self, interaction: Interaction, topic: str) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        one = _one(topic)
        if one is None:
            await say(interaction, reader.text("topic-one", most=LONGEST))
            return
        await interaction.response.defer(ephemeral=True)
        undone = await topic_changes.undo(self.bot.store, reader.guild_id, one)
        if undone is None:
            await say(interaction, reader.text("topic-undo-none", topic=links.coded(one)))
            return
        await say(interaction, change_text(reader, "topic-undone", undone))
        await self.bot.tidy(reader.guild)

    # While somebody types

    @follow.autocomplete("topic")
    async def suggest(self, interaction: Interaction, current: str) -> Choices:
        reader = await self.bot.reader(interaction)
        places = (await self._sight(reader)).places
        return _choices(
            await topics.beginning(self.bot.store, reader.guild_id, places, typed(current))
        )

    @unfollow.autocomplete("topic")
    async def suggest_followed(self, interaction: Interaction, current: str) -> Choices:
        reader = await self.bot.reader(interaction)
        followed = await topics.followed(self.bot.store, reader.guild_id, reader.user_id)
        return _choices([one for one in followed if one.startswith(typed(current))])

    @merge.autocomplete("topic")
    @merge.autocomplete("into")
    @rename.autocomplete("topic")
    async def suggest_used(self, interaction: Interaction, current: str) -> Choices:
        """Topics of tips, then of questions; in what the moderator may read, as for everybody."""
        reader = await self.bot.reader(interaction)
        store, guild_id, beginning = self.bot.store, reader.guild_id, typed(current)
        places = (await self._sight(reader)).places
        shared = await topics.beginning(store, guild_id, places, beginning)
        asked_in = channels.readable(reader.member, await questions.places(store, guild_id))
        asked = await questions.topics(store, guild_id, asked_in, beginning)
        return _choices([*dict.fromkeys((*shared, *asked))])

    @undo.autocomplete("topic")
    async def suggest_changes(self, interaction: Interaction, current: str) -> Choices:
        reader = await self.bot.reader(interaction)
        if not reader.moderator:
            return []
        made = await topic_changes.changes(self.bot.store, reader.guild_id, typed(current))
        return [
            app_commands.Choice(name=f"{one.topic} → {one.becomes}", value=one.topic)
            for one in made
        ]


def _one(written: str) -> str | None:
    """The one topic that was given, or None."""
    found = read(written)
    return found[0] if len(found) == 1 and len(found[0]) <= LONGEST else None


def _all_of(press: Press) -> tuple[str, ...]:
    """A menu's topics, as far as they are some."""
    return tuple(one for one in press.values[:PAGE] if _one(one) == one)


def _choices(found: list[str]) -> Choices:
    return [app_commands.Choice(name=one, value=one) for one in found[:25]]
