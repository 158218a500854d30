"""What a member does with a tip: helped me, what came of it, a note, save, remind me."""

import discord

from bot import links
from bot.i18n import Language, stamp
from bot.notices import Kind
from bot.reader import Reader
from bot.router import Press, answers
from bot.tip_lines import tip_line, tip_name
from bot.ui import TIP_COLOUR, Buttons, Card, Interaction, ask, button, redraw, say, tell
from cogs.tips import rules
from cogs.tips.base import TipPart
from cogs.tips.forms import note_form, outcome_form
from cogs.tips.ui import new_card, shown_host
from cogs.tips.views import remind_card, tip_view
from data import communities, drafts, notices, tip_marks, tips
from data.notices import REMINDER, Notice
from data.tips import Tip


class Keeping(TipPart):
    """The card's buttons, and those of a tip's whole view."""

    async def cog_load(self) -> None:
        await super().cog_load()
        self.bot.notices.add(REMINDER, Kind(compose=self._remind_by_dm, line=self._remind_line))

    async def cog_unload(self) -> None:
        self.bot.notices.remove(REMINDER)
        await super().cog_unload()

    # Helped me

    @answers("tip.thank")
    async def thank_on_card(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self._thank(interaction, reader, press.number())
        if tip is None:
            return
        card = new_card(tip, reader.public_language)
        await interaction.response.edit_message(**card)
        own = await tip_marks.own(self.bot.store, reader.guild_id, tip.tip_id, reader.user_id)
        if own.thanked and not own.outcome:
            label = reader.text("tip-outcome")
            await interaction.followup.send(
                reader.text("tip-thanked"),
                view=Buttons(button(label, "tip.outcome", tip.tip_id)),
                ephemeral=True,
            )

    @answers("tip.thank-here")
    async def thank_in_view(self, interaction: Interaction, press: Press) -> None:
        """Thanks from a reader's own view of the tip: the card in the channel follows."""
        reader = await self.bot.reader(interaction)
        tip = await self._thank(interaction, reader, press.number())
        if tip:
            await redraw(interaction, tip_view(await self.whole(reader, tip), reader))
            await self.cards.show_thanks(tip, reader.public_language)

    @answers("tip.thank-too")
    async def thank_beside(self, interaction: Interaction, press: Press) -> None:
        """Thanks from where the tip is only mentioned."""
        reader = await self.bot.reader(interaction)
        tip = await self._thank(interaction, reader, press.number())
        if tip:
            await self.show_whole(interaction, reader, tip)
            await self.cards.show_thanks(tip, reader.public_language)

    async def _thank(self, interaction: Interaction, reader: Reader, tip_id: int) -> Tip | None:
        tip = await self.pressed(interaction, reader, tip_id)
        if tip is None:
            return None
        if not rules.may_thank(tip, reader.user_id):
            await tell(interaction, "tip-own-thanks", reader.language)
            return None
        thanked = await tip_marks.thank(
            self.bot.store, reader.guild_id, tip_id, reader.user_id, self.bot.seconds()
        )
        if thanked is None or thanked.state != "live":
            await tell(interaction, "tip-unknown", reader.language)
            return None
        return thanked

    @answers("tip.outcome")
    async def ask_outcome(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip is None:
            return
        if not rules.may_thank(tip, reader.user_id):
            await tell(interaction, "tip-own-thanks", reader.language)
            return
        own = await tip_marks.own(self.bot.store, reader.guild_id, tip.tip_id, reader.user_id)
        await ask(interaction, *outcome_form(reader, own.outcome), "tip.outcome-told", tip.tip_id)

    @answers("tip.outcome-told")
    async def tell_outcome(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        outcome = " ".join(links.clean(press.fields.get("outcome", "")).split())
        if len(outcome) > rules.OUTCOME_LONGEST:
            most = rules.OUTCOME_LONGEST
            await say(interaction, reader.text("tip-outcome-too-long", most=most), outcome)
            return
        tip = await self.seen(reader, press.number())
        if tip is None or not rules.may_thank(tip, reader.user_id):
            await say(interaction, reader.text("tip-unknown"), outcome)
            return
        which = (reader.guild_id, tip.tip_id, reader.user_id)
        if not outcome:
            await tip_marks.take_outcome(self.bot.store, *which)
            await say(interaction, reader.text("tip-outcome-off"))
            return
        now = self.bot.seconds()
        if not await tip_marks.tell_outcome(self.bot.store, *which, outcome, now):
            await say(interaction, reader.text("tip-unknown"), outcome)
            return
        await say(interaction, reader.text("tip-outcome-kept"))
        thanked = await tips.get(self.bot.store, reader.guild_id, tip.tip_id)
        if thanked:
            await self.cards.show_thanks(thanked, reader.public_language)

    # A note of one's own

    @answers("tip.note")
    async def ask_note(self, interaction: Interaction, press: Press) -> None:
        """Add the note that was typed for a link shared already, or ask for one."""
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip is None:
            return
        draft = await drafts.get(self.bot.store, reader.guild_id, reader.user_id, press.number(1))
        if draft and draft.note:
            await self._add_note(interaction, reader, tip, draft.note)
            await drafts.drop(self.bot.store, reader.guild_id, reader.user_id, draft.draft_id)
            return
        own = next((one.note for one in tip.notes if one.user_id == reader.user_id), "")
        if tip.sharer_id == reader.user_id:
            own = tip.note
        await ask(interaction, *note_form(reader, own), "tip.noted", tip.tip_id)

    @answers("tip.noted")
    async def note_given(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        note = links.clean(press.fields.get("note", ""))
        tip = await self.seen(reader, press.number())
        if tip is None or tip.state != "live":
            await say(interaction, reader.text("tip-unknown"), note)
            return
        await self._add_note(interaction, reader, tip, note)

    async def _add_note(
        self, interaction: Interaction, reader: Reader, tip: Tip, note: str
    ) -> None:
        if len(note) > rules.NOTE_LONGEST:
            key = "tip-note-too-long"
            sentence = reader.text(key, count=len(note), most=rules.NOTE_LONGEST)
            await say(interaction, sentence, note)
            return
        which = (reader.guild_id, tip.tip_id, reader.user_id)
        if not note and tip.sharer_id == reader.user_id:
            await say(interaction, reader.text("tip-note-empty"))
            return
        if not note:
            await tip_marks.take_note(self.bot.store, *which)
            await say(interaction, reader.text("tip-note-off"))
        else:
            changed = await tip_marks.add_note(self.bot.store, *which, note, self.bot.seconds())
            if changed is None or changed == "full":
                key = "tip-notes-full" if changed else "tip-unknown"
                await say(interaction, reader.text(key, most=tips.MOST_NOTES), note)
                return
            await say(interaction, reader.text("tip-note-added", host=shown_host(tip)))
        await self.bot.tidy(reader.guild)

    # Save

    @answers("tip.save")
    async def save(self, interaction: Interaction, press: Press) -> None:
        """From the card: keep it; pressing again offers to take it off the list."""
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip is None:
            return
        ended = await self._save(reader, tip)
        more = []
        if ended in {"saved", "already"}:
            more = [button(reader.text("tip-unsave"), "tip.unsave", tip.tip_id)]
        await interaction.response.send_message(
            reader.text(f"tip-save-{ended}", most=tip_marks.MOST_SAVED),
            view=Buttons(*more),
            ephemeral=True,
        )

    async def _save(self, reader: Reader, tip: Tip) -> str:
        return await tip_marks.save(
            self.bot.store, reader.guild_id, tip.tip_id, reader.user_id, self.bot.seconds()
        )

    @answers("tip.unsave")
    async def unsave(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await tip_marks.unsave(self.bot.store, reader.guild_id, press.number(), reader.user_id)
        await interaction.response.edit_message(content=reader.text("tip-unsaved"), view=None)

    @answers("tip.keep")
    async def save_in_view(self, interaction: Interaction, press: Press) -> None:
        """From the whole view: on and off."""
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip is None:
            return
        ended = await self._save(reader, tip)
        if ended == "already":
            await tip_marks.unsave(self.bot.store, reader.guild_id, tip.tip_id, reader.user_id)
        elif ended != "saved":
            await say(interaction, reader.text(f"tip-save-{ended}", most=tip_marks.MOST_SAVED))
            return
        await redraw(interaction, tip_view(await self.whole(reader, tip), reader))

    # Remind me

    @answers("tip.remind")
    async def ask_when(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        if tip:
            own = await tip_marks.own(self.bot.store, reader.guild_id, tip.tip_id, reader.user_id)
            await interaction.response.send_message(
                view=remind_card(tip, own, reader), ephemeral=True
            )

    @answers("tip.remind-in")
    async def remind(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        tip = await self.pressed(interaction, reader, press.number())
        days = press.number(1)
        if tip is None:
            return
        if days not in rules.REMIND_IN:
            await tell(interaction, "error-outdated", reader.language)
            return
        due = self.bot.seconds() + days * rules.DAY
        which = (reader.guild_id, reader.user_id, REMINDER, tip.tip_id)
        ended = await notices.put(self.bot.store, *which, due)
        if ended == "full":
            sentence = reader.text("tip-remind-full")
        else:
            self.bot.notices.wake()
            own = await communities.own(self.bot.store, reader.guild_id, reader.user_id)
            key = "tip-remind-dm" if own.reminders_by_dm else "tip-remind-here"
            sentence = reader.text(key, when=stamp(due, "D"))
        await redraw(interaction, Card(sentence, colour=TIP_COLOUR))

    @answers("tip.remind-off")
    async def forget_reminder(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        which = (reader.guild_id, reader.user_id, REMINDER, press.number())
        await notices.cancel(self.bot.store, *which)
        await redraw(interaction, Card(reader.text("tip-remind-cancelled"), colour=TIP_COLOUR))

    async def _remind_line(self, notice: Notice, reader: Reader) -> str | None:
        tip = await self.seen(reader, notice.item_id)
        if tip is None or tip.state != "live":
            return None
        return tip_line(tip, reader.language)

    async def _remind_by_dm(
        self, notice: Notice, member: discord.Member, language: Language
    ) -> Card | None:
        tip = await tips.get(self.bot.store, notice.guild_id, notice.item_id)
        reader = await self.bot.reader_of_member(member, language)
        if tip is None or tip.state != "live" or not self.visible(reader, tip):
            return None
        heading = reader.text("tip-reminder", name=tip_name(tip))
        return Card(heading, tip_line(tip, language), tip.url, colour=TIP_COLOUR)
