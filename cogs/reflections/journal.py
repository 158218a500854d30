"""/journal: what a member wrote, to read, find and take along."""

from discord import app_commands

from bot.i18n import described
from bot.reader import Reader, zone
from bot.router import Press, answers, number
from bot.ui import Card, Interaction, TextFile, kept_words, picks, redraw, say, show, tell
from cogs.reflections.base import ReflectionPart
from cogs.reflections.journal_file import NAME, document
from cogs.reflections.journal_ui import entry_card, found_card, journal_card
from data import anonymous, journal, reflections
from data.journal import Entry
from data.reflections import Reflection

Words = app_commands.Range[str, 1, 90]
_ANONYMOUS = "a"


class Journal(ReflectionPart):
    """A member's own reflections, which nobody else sees here."""

    journal = app_commands.Group(
        name="journal", description=described("command-journal"), guild_only=True
    )

    @journal.command(name="list", description=described("command-journal-list"))
    async def list_journal(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._journal(reader, 0))

    @answers("journal.page")
    async def turn_journal(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        await redraw(interaction, await self._journal(reader, press.number()))

    async def _journal(self, reader: Reader, page: int) -> Card:
        entries = await self._entries(reader)
        earlier = journal.month_ago(entries, self.bot.seconds())
        return journal_card(reader, entries, page, earlier)

    @answers("journal.open")
    async def open_entry(self, interaction: Interaction, press: Press) -> None:
        """One entry whole, to change it or take it back."""
        reader = await self.bot.reader(interaction)
        wanted = number(press.values[0]) if press.values else 0
        held = await self._entries(reader)
        entry = next((one for one in held if one.delivery_id == wanted), None)
        if entry is None:
            await tell(interaction, "journal-unknown", reader.language)
            return
        changeable = await self.answerable(reader, wanted) is not None
        await redraw(interaction, entry_card(reader, entry, changeable=changeable))

    @journal.command(name="search", description=described("command-journal-search"))
    @app_commands.describe(words=described("option-journal-words"))
    async def search_journal(self, interaction: Interaction, words: Words) -> None:
        reader = await self.bot.reader(interaction)
        await show(interaction, await self._found(reader, words, 0))

    @answers("journal.found")
    async def turn_found(self, interaction: Interaction, press: Press) -> None:
        reader = await self.bot.reader(interaction)
        words = kept_words(interaction)
        await redraw(interaction, await self._found(reader, words, press.number()))

    async def _found(self, reader: Reader, words: str, page: int) -> Card:
        found = journal.find(await self._entries(reader), words)
        return found_card(reader, words, found, page)

    @journal.command(name="export", description=described("command-journal-export"))
    async def export_journal(self, interaction: Interaction) -> None:
        reader = await self.bot.reader(interaction)
        entries = await self._entries(reader)
        if not entries:
            await tell(interaction, "journal-empty", reader.language)
            return
        await interaction.response.defer(ephemeral=True)
        where = zone(reader.community, reader.guild)
        text, count = document(reader, entries, where, reader.guild.filesize_limit)
        key = "journal-exported" if count == len(entries) else "journal-exported-some"
        await interaction.followup.send(
            reader.text(key, count=count, total=len(entries)),
            file=TextFile(text, NAME),
            ephemeral=True,
        )

    @journal.command(name="remove", description=described("command-journal-remove"))
    @app_commands.describe(entry=described("option-journal-entry"))
    async def remove_entry(self, interaction: Interaction, entry: str) -> None:
        reader = await self.bot.reader(interaction)
        store, guild_id, user_id = self.bot.store, reader.guild_id, reader.user_id
        if entry.startswith(_ANONYMOUS):
            held = {_named(one): one for one in await self._entries(reader)}
            found = held.get(entry)
            if found:
                which = number(entry.removeprefix(_ANONYMOUS))
                found = await anonymous.take_back(store, guild_id, which) or found
        else:
            found = await reflections.remove(store, guild_id, number(entry), user_id)
        if found is None:
            await tell(interaction, "journal-unknown", reader.language)
            return
        await interaction.response.defer(ephemeral=True)
        if isinstance(found, Reflection):
            gone = await self.withdraw(found)
        else:
            gone = await self.is_out(found)
        await say(interaction, reader.text("journal-removed" if gone else "journal-removed-stays"))

    @remove_entry.autocomplete("entry")
    async def suggest_entry(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        reader = await self.bot.reader(interaction)
        return picks(typed, [(_named(one), one.text) for one in await self._entries(reader)])

    async def _entries(self, reader: Reader) -> list[Entry]:
        store, guild_id, user_id = self.bot.store, reader.guild_id, reader.user_id
        authors = await self.bot.secret.authors(store, guild_id, user_id)
        return await journal.entries(store, guild_id, user_id, authors)


def _named(entry: Entry) -> str:
    """What the command calls an entry; the two kinds are counted apart."""
    if isinstance(entry, Reflection):
        return str(entry.reflection_id)
    return f"{_ANONYMOUS}{entry.answer_id}"
