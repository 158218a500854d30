"""/setup for moderators, /me for everybody."""

from discord import app_commands
from discord.utils import time_snowflake

from bot import channels, links, topics
from bot.i18n import described
from bot.notices import digest_due
from bot.reader import Reader, zone
from bot.router import Press, answers, number
from bot.ui import Card, Field, Interaction, ask, redraw, say, show, tell
from cogs.settings import rules
from cogs.settings.question_setup import QuestionSetup
from cogs.settings.question_ui import Helping, topics_form
from cogs.settings.ui import PLACES, me_card, setup_card, synonyms_card
from data import (
    communities,
    helpers,
    link_channels,
    notices,
    questions,
    reflect_reminders,
    synonyms,
)
from data.communities import LANGUAGES, RHYTHMS, Language
from data.notices import REFLECT
from data.questions import Question

MATCHING = 2
"""Open questions that a member's own panel shows."""


class SettingsFeature(QuestionSetup):
    """The community's choices and each member's own."""

    @app_commands.command(name="setup", description=described("command-setup"))
    @app_commands.guild_only()
    async def setup(self, interaction: Interaction) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await show(interaction, await self._setup(reader))

    async def _setup(self, reader: Reader) -> Card:
        offered = None
        if self.bot.settings.message_content:
            offered = await link_channels.of_guild(self.bot.store, reader.guild_id)
        return setup_card(reader, self.bot.now(), offered)

    @answers("setup.channel")
    async def choose_channel(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        place = next(one for one in PLACES if press.args == (one.key,))
        channel_id = int(press.values[0]) if press.values else None
        if channel_id is not None and reader.guild.get_channel(channel_id) is None:
            await tell(interaction, "setup-cannot-see", reader.language, channel=f"<#{channel_id}>")
            return
        await communities.choose(self.bot.store, reader.guild_id, place.choice, channel_id)
        if place.key == "questions":
            # What stands in the forum by now was not asked here.
            now = time_snowflake(self.bot.now())
            await communities.post_seen(self.bot.store, reader.guild_id, now)
        self.bot.dispatch("questions_waiting")
        await self._redraw(interaction)

    @answers("setup.links")
    async def choose_link_channels(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        chosen = [number(value) for value in press.values]
        known = tuple(one for one in chosen if reader.guild.get_channel(one))
        await link_channels.choose(self.bot.store, reader.guild_id, known)
        await self._redraw(interaction)

    @answers("setup.role")
    async def choose_role(self, interaction: Interaction, press: Press) -> None:
        await self._choose_role(interaction, press, "moderator_role_id")

    @answers("setup.helper-role")
    async def choose_helper_role(self, interaction: Interaction, press: Press) -> None:
        await self._choose_role(interaction, press, "helper_role_id")

    async def _choose_role(self, interaction: Interaction, press: Press, choice: str) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        role_id = int(press.values[0]) if press.values else None
        if role_id == reader.guild_id:
            await tell(interaction, "setup-role-everyone", reader.language)
            return
        await communities.choose(self.bot.store, reader.guild_id, choice, role_id)
        await self._redraw(interaction)

    @answers("setup.back")
    async def back(self, interaction: Interaction, _: Press) -> None:
        if await self.bot.moderator(interaction):
            await self._redraw(interaction)

    @answers("setup.language")
    async def choose_language(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        other: Language = "fi" if reader.public_language == "en" else "en"
        before = zone(reader.community, reader.guild)
        await communities.choose(self.bot.store, reader.guild_id, "language", other)
        if reader.community.timezone is None:
            # Until it is chosen the zone goes with the language; a change of one keeps the other.
            await communities.choose(self.bot.store, reader.guild_id, "timezone", before.key)
        await self._redraw(interaction)

    @answers("setup.zone")
    async def ask_zone(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        field = Field(
            "zone",
            reader.text("setup-zone-label"),
            longest=60,
            help=reader.text("setup-zone-help"),
            value=zone(reader.community, reader.guild).key,
        )
        await ask(interaction, reader.text("setup-zone-title"), [field], "setup.zone-given")

    @answers("setup.zone-given")
    async def choose_zone(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        typed = press.fields.get("zone", "")
        found = rules.find_zone(typed)
        if found is None:
            near = ", ".join(rules.similar_zones(typed))
            key = "setup-zone-unknown-near" if near else "setup-zone-unknown"
            await say(interaction, reader.text(key, near=near))
            return
        await communities.choose(self.bot.store, reader.guild_id, "timezone", found)
        await self.bot.deliveries.reschedule(reader.guild)
        await self._redraw(interaction)

    # Words that mean the same

    @answers("setup.synonyms")
    async def show_synonyms(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            await self._redraw_synonyms(interaction, reader)

    @answers("setup.synonyms-change")
    async def ask_synonyms(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        field = Field(
            "lines",
            reader.text("synonyms-label"),
            longest=synonyms.LONGEST,
            help=reader.text("synonyms-help"),
            value=await synonyms.text(self.bot.store, reader.guild_id),
            paragraph=True,
            required=False,
        )
        await ask(interaction, reader.text("synonyms-form"), [field], "setup.synonyms-given")

    @answers("setup.synonyms-given")
    async def change_synonyms(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        lines = links.clean(press.fields.get("lines", ""))
        await synonyms.change(self.bot.store, reader.guild_id, lines)
        await self._redraw_synonyms(interaction, reader)

    @answers("setup.synonyms-undo")
    async def undo_synonyms(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        await synonyms.undo(self.bot.store, reader.guild_id)
        await self._redraw_synonyms(interaction, reader)

    async def _redraw_synonyms(self, interaction: Interaction, reader: Reader) -> None:
        lines = await synonyms.text(self.bot.store, reader.guild_id)
        undoable = await synonyms.undoable(self.bot.store, reader.guild_id)
        written = [one for one in lines.splitlines() if one.strip()]
        unused = len(written) - len(synonyms.groups(lines))
        card = synonyms_card(reader, lines, undoable=undoable, unused=unused)
        await redraw(interaction, card)

    async def _redraw(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._setup(reader))

    @app_commands.command(name="me", description=described("command-me"))
    @app_commands.guild_only()
    async def me(self, interaction: Interaction) -> None:
        await show(interaction, await self._me(await self.bot.reader(interaction)))

    async def _me(self, reader: Reader) -> Card:
        store, who = self.bot.store, (reader.guild_id, reader.user_id)
        places = channels.readable(reader.member, await questions.places(store, reader.guild_id))
        matching = await helpers.matching(store, *who, places, 10)
        others = [one for one in matching if not self._asked_unnamed(reader, one)]
        helping = Helping(
            await helpers.topics(store, *who),
            await helpers.given(store, *who),
            others[:MATCHING],
        )
        own = await communities.own(store, *who)
        return me_card(reader, own, self.bot.seconds(), helping)

    def _asked_unnamed(self, reader: Reader, question: Question) -> bool:
        secret = self.bot.secret.asker(reader.guild_id, question.question_id, reader.user_id)
        return question.asker == secret

    @answers("me.helper-topics")
    async def ask_helper_topics(self, interaction: Interaction, _: Press) -> None:
        reader = await self.bot.reader(interaction)
        chosen = await helpers.topics(self.bot.store, reader.guild_id, reader.user_id)
        await ask(interaction, *topics_form(reader, chosen), "me.helper-given")

    @answers("me.helper-given")
    async def choose_helper_topics(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        typed = press.fields.get("topics", "")
        chosen = topics.read(typed)
        if wrong := topics.problem(chosen, helpers.MOST_TOPICS):
            await say(interaction, reader.text(wrong[0], most=wrong[1]), typed)
            return
        await helpers.choose_topics(self.bot.store, reader.guild_id, reader.user_id, chosen)
        await self._redraw_own(interaction)

    @answers("me.language")
    async def choose_own_language(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        chosen = press.values[0] if press.values else "auto"
        own = next((one for one in LANGUAGES if one == chosen), None)
        await communities.choose_language(self.bot.store, reader.guild_id, reader.user_id, own)
        await self._redraw_own(interaction)

    @answers("me.reminders")
    async def choose_reminders(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        # What the button said when it was pressed counts, not the opposite of what holds by now.
        by_dm = press.args == ("on",)
        await communities.choose_reminders(
            self.bot.store, reader.guild_id, reader.user_id, by_dm=by_dm
        )
        await self._told_from_now_on(interaction, reader)

    @answers("me.digest")
    async def choose_digest(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        rhythm = next((one for one in RHYTHMS if press.values == (one,)), None)
        where = zone(reader.community, reader.guild)
        due = digest_due(rhythm, where, self.bot.seconds()) if rhythm else None
        await notices.choose_digest(self.bot.store, reader.guild_id, reader.user_id, rhythm, due)
        await self._told_from_now_on(interaction, reader)

    @answers("me.reflect")
    async def choose_reflect_reminders(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        who = (reader.guild_id, reader.user_id)
        if press.args == ("on",):
            await reflect_reminders.want(self.bot.store, *who)
        else:
            await notices.stop(self.bot.store, *who, (REFLECT,))
        await self._told_from_now_on(interaction, reader)

    @answers("me.away")
    async def choose_away(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        chosen = press.values[0] if press.values else ""
        if chosen in rules.AWAY:
            until = self.bot.seconds() + rules.AWAY[chosen]
            await communities.choose_away(self.bot.store, reader.guild_id, reader.user_id, until)
        elif chosen == "off":
            await communities.choose_away(self.bot.store, reader.guild_id, reader.user_id, None)
            self.bot.notices.wake()
        await self._redraw_own(interaction)

    async def _told_from_now_on(self, interaction: Interaction, reader: Reader) -> None:
        await communities.keep_language(
            self.bot.store, reader.guild_id, reader.user_id, reader.language
        )
        self.bot.notices.wake()
        await self._redraw_own(interaction)

    async def _redraw_own(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._me(reader))
