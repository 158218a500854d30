"""What becomes of a tip: edited, marked, reported, taken away and brought back."""

from typing import get_args

from discord import app_commands

from bot import channels, links, topics
from bot.i18n import Language, described, text
from bot.reader import Reader
from bot.router import Press, answers, number
from bot.tip_lines import tip_name
from bot.ui import Buttons, Interaction, ask, button, redraw, say, tell
from cogs.tips import rules
from cogs.tips.base import TipPart
from cogs.tips.forms import edit_form, report_form, retag_form
from cogs.tips.ui import shown_host
from cogs.tips.views import tip_view
from data import reports, tip_marks, tips
from data.reports import Reason
from data.tips import Mark, Tip


class Changing(TipPart):
    """/tip edit and remove, and the buttons for sharers, reporters and moderators."""

    # Edit

    @TipPart.tip.command(name="edit", description=described("command-tip-edit"))
    @app_commands.describe(tip=described("option-tip"))
    async def edit(self, interaction: Interaction, tip: str) -> None:
        reader = await self.bot.reader(interaction)
        await self._ask_edit(interaction, reader, await self.chosen(reader, tip))

    @answers("tip.edit")
    async def edit_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await self._ask_edit(interaction, reader, await self.seen(reader, press.number()))

    async def _ask_edit(self, interaction: Interaction, reader: Reader, tip: Tip | None) -> None:
        if await self._editable(interaction, reader, tip) and tip:
            await ask(interaction, *edit_form(reader, tip), "tip.edited", tip.tip_id)

    async def _editable(
        self, interaction: Interaction, reader: Reader, tip: Tip | None, typed: str = ""
    ) -> bool:
        if tip is None or tip.state != "live":
            await say(interaction, reader.text("tip-unknown"), typed)
            return False
        if not rules.may_edit(tip, reader.user_id, reader.moderator):
            await say(interaction, reader.text("tip-not-yours-to-edit"), typed)
            return False
        return True

    @answers("tip.edited")
    async def edited(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self.seen(reader, press.number())
        note = links.clean(press.fields.get("note", tip.note if tip else ""))
        if not await self._editable(interaction, reader, tip, note) or tip is None:
            return
        if tip.sharer_id != reader.user_id:
            note = tip.note
        found = links.canonical(press.fields.get("link", ""))
        if isinstance(found, links.Refusal):
            await say(interaction, reader.text(f"link-{found}", most=links.LONGEST), note)
            return
        if not note and tip.sharer_id == reader.user_id:
            await say(interaction, reader.text("tip-note-empty"))
            return
        if len(note) > rules.NOTE_LONGEST:
            key = "tip-note-too-long"
            sentence = reader.text(key, count=len(note), most=rules.NOTE_LONGEST)
            await say(interaction, sentence, note)
            return
        chosen = topics.read(press.fields.get("topics"))
        if wrong := topics.problem(chosen):
            await say(interaction, reader.text(wrong[0], most=wrong[1]), note)
            return
        changed = await tips.edit(
            self.bot.store,
            reader.guild_id,
            tip.tip_id,
            link_key=found.key,
            url=found.url,
            host=found.host,
            note=note,
            topics_written=chosen,
        )
        if changed is None or changed == "taken":
            key = "tip-link-taken" if changed else "tip-unknown"
            await say(interaction, reader.text(key), note)
            return
        await self._tell_changed(interaction, reader, changed, "tip-edited")

    async def _tell_changed(
        self, interaction: Interaction, reader: Reader, tip: Tip, key: str
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        await self.bot.tidy(reader.guild)
        await say(interaction, reader.text(key, host=shown_host(tip)))

    @answers("tip.retag")
    async def ask_topics(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        tip = await self.pressed(interaction, reader, press.number()) if reader else None
        if reader and tip:
            await ask(interaction, *retag_form(reader, tip), "tip.retagged", tip.tip_id)

    @answers("tip.retagged")
    async def retag(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        chosen = topics.read(press.fields.get("topics"))
        if wrong := topics.problem(chosen):
            await say(interaction, reader.text(wrong[0], most=wrong[1]))
            return
        tip = await self.pressed(interaction, reader, press.number())
        if tip is None:
            return
        changed = await tips.retag(self.bot.store, reader.guild_id, tip.tip_id, chosen)
        if changed is None:
            await tell(interaction, "tip-unknown", reader.language)
            return
        await self._tell_changed(interaction, reader, changed, "tip-retagged")

    @answers("tip.outdated")
    async def mark_outdated(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self.seen(reader, press.number())
        if await self._editable(interaction, reader, tip) and tip:
            await self._mark(interaction, reader, tip, "outdated_at")

    @answers("tip.feature")
    async def feature(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        tip = await self.pressed(interaction, reader, press.number()) if reader else None
        if reader and tip:
            await self._mark(interaction, reader, tip, "featured_at")

    async def _mark(self, interaction: Interaction, reader: Reader, tip: Tip, name: Mark) -> None:
        """Set a mark, or take it off when it was set."""
        at = None if getattr(tip, name) else self.bot.seconds()
        changed = await tips.mark(self.bot.store, reader.guild_id, tip.tip_id, name, at)
        if changed is None:
            await tell(interaction, "tip-unknown", reader.language)
            return
        await redraw(interaction, tip_view(await self.whole(reader, changed), reader))
        await self.bot.tidy(reader.guild)

    @answers("tip.strip")
    async def strip(self, interaction: Interaction, press: Press) -> None:
        """A moderator takes one person's note or outcome off a tip."""
        reader = await self.bot.moderator(interaction)
        tip = await self.pressed(interaction, reader, press.number()) if reader else None
        if reader is None or tip is None:
            return
        what, _, user = "".join(press.values[:1]).partition(":")
        which = (reader.guild_id, tip.tip_id, number(user))
        if what == "note":
            await tip_marks.take_note(self.bot.store, *which)
        else:
            await tip_marks.take_outcome(self.bot.store, *which)
        tip = await tips.get(self.bot.store, reader.guild_id, tip.tip_id) or tip
        await redraw(interaction, tip_view(await self.whole(reader, tip), reader))
        await self.bot.tidy(reader.guild)

    # Take away, bring back

    @TipPart.tip.command(name="remove", description=described("command-tip-remove"))
    @app_commands.describe(tip=described("option-tip"))
    async def remove(self, interaction: Interaction, tip: str) -> None:
        reader = await self.bot.reader(interaction)
        found = await self.chosen(reader, tip)
        if found is None and reader.moderator:
            found = await self._anywhere(reader, tip)
        await self._remove(interaction, reader, found)

    async def _anywhere(self, reader: Reader, typed: str) -> Tip | None:
        """For moderators, who can remove what stands in a channel they cannot see."""
        link = links.canonical(typed)
        if isinstance(link, links.Refusal):
            return await tips.get(self.bot.store, reader.guild_id, number(typed))
        places = await tips.places(self.bot.store, reader.guild_id)
        sight = tips.Sight(reader.guild_id, reader.user_id, tuple(places))
        return await tips.by_key(self.bot.store, sight, link.key)

    @answers("tip.remove")
    async def remove_pressed(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await tips.get(self.bot.store, reader.guild_id, press.number())
        await self._remove(interaction, reader, tip)

    async def _remove(self, interaction: Interaction, reader: Reader, tip: Tip | None) -> None:
        if tip and not rules.may_remove(tip, reader.user_id, reader.moderator):
            await tell(interaction, "tip-not-yours", reader.language)
            return
        await self._take_away(interaction, reader, tip, "removed")

    @answers("tip.hide")
    async def hide(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader:
            tip = await tips.get(self.bot.store, reader.guild_id, press.number())
            await self._take_away(interaction, reader, tip, "hidden")

    async def _take_away(
        self,
        interaction: Interaction,
        reader: Reader,
        tip: Tip | None,
        state: tips.Gone,
    ) -> None:
        await interaction.response.defer(ephemeral=True)
        now = self.bot.seconds()
        taken = tip and await tips.take_away(
            self.bot.store, reader.guild_id, tip.tip_id, state, reader.user_id, now
        )
        if taken is None:
            await tell(interaction, "tip-unknown", reader.language)
            return
        if reader.moderator:
            by = reader.user_id
            await reports.close(self.bot.store, reader.guild_id, "tip", taken.tip_id, by, now)
        kept = await self.bot.tidy(reader.guild)
        key = f"tip-{state}-card-stays" if kept else f"tip-{state}"
        await say(interaction, reader.text(key, host=shown_host(taken)))

    @answers("tip.restore")
    async def restore(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        await interaction.response.defer(ephemeral=True)
        tip = await tips.bring_back(
            self.bot.store, reader.guild_id, press.number(), self.bot.seconds()
        )
        if tip is None or tip == "taken":
            key = "tip-restore-taken" if tip else "tip-restore-gone"
            await tell(interaction, key, reader.language)
            return
        posted = tip.import_id is not None or await self.cards.post_again(tip, reader.guild)
        await self.bot.tidy(reader.guild)
        key = "tip-restored" if posted else "tip-restored-without-card"
        await say(interaction, reader.text(key, host=shown_host(tip)))

    # Reports

    @answers("tip.report")
    async def ask_report(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip:
            await ask(interaction, *report_form(reader), "tip.reported", tip.tip_id)

    @answers("tip.reported")
    async def report(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        words = links.clean(press.fields.get("text", ""))[: rules.REPORT_LONGEST]
        given = press.fields.get("reason", "")
        reason: Reason = next((one for one in get_args(Reason) if one == given), "other")
        tip = await self.seen(reader, press.number())
        if tip is None or tip.state != "live":
            await say(interaction, reader.text("tip-unknown"), words)
            return
        made = await reports.add(
            self.bot.store,
            reader.guild_id,
            "tip",
            tip.tip_id,
            reader.user_id,
            reason,
            words,
            self.bot.seconds(),
        )
        if made == "full":
            await say(interaction, reader.text("report-full"), words)
            return
        await say(interaction, reader.text("report-kept"))
        if made != "again":
            await channels.tell_moderators(
                self.bot.store,
                reader.guild,
                "report-notice",
                view=lambda language: _report_buttons(tip, language),
                name=tip_name(tip),
                reason=reader.public(f"report-{reason}"),
                text=links.one_line(words, 300),
            )

    @answers("tip.report-close")
    async def close_report(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.moderator(interaction)
        if reader is None:
            return
        closed = await reports.close(
            self.bot.store,
            reader.guild_id,
            "tip",
            press.number(),
            reader.user_id,
            self.bot.seconds(),
        )
        await say(interaction, reader.text("report-closed" if closed else "report-closed-already"))

    @edit.autocomplete("tip")
    @remove.autocomplete("tip")
    async def suggest_changed(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self.suggestions(interaction, typed)


def _report_buttons(tip: Tip, language: Language) -> Buttons:
    return Buttons(
        button(text(language, "report-open"), "tip.open", tip.tip_id),
        button(text(language, "tip-hide"), "tip.hide", tip.tip_id),
        button(text(language, "report-keep"), "tip.report-close", tip.tip_id),
    )
