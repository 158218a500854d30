"""Stories about many tips at once: taken in from a file or a channel, and taken along."""

import csv
import io
import json
import logging
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, cast

import discord
import pytest
from simcord.results import InteractionResult

from cogs.tips import transfer_out
from cogs.tips.transfer_rows import of_file
from data import import_pieces, imports
from data.imports import Import
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk
from tests.features.scenes import delete_everything, hidden

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<DL><p>
    <DT><H3>Excel</H3>
    <DL><p>
        <DT><A HREF="https://a.example/pivot" ADD_DATE="1700000000" TAGS="office">Pivot tables</A>
        <DD>Saves an hour.
        <DT><A HREF="https://b.example/keys">Keyboard shortcuts</A>
    </DL><p>
</DL><p>
"""
TABLE = """url;title;note
https://a.example/1;First;Good.
https://b.example/2;Second;
https://a.example/1?utm_source=mail;Again;
;=Third;
javascript:alert(1);=cmd();
"""


async def bring(
    circle: Circle, content: str | bytes, actor: Any = None, channel: Any = None
) -> InteractionResult:
    """Mo, or another moderator, gives a file to be imported."""
    data = content if isinstance(content, bytes) else content.encode()
    shown: InteractionResult = await (actor or circle.mo).slash(
        channel or circle.talk, "tip import", file=("links.csv", data)
    )
    return shown


def many(count: int, site: str = "example.org") -> str:
    return "url,title\n" + "".join(f"https://{site}/{one},Page {one}\n" for one in range(count))


async def press(circle: Circle, message: Any, label: str, actor: Any = None) -> str:
    """Press a button under what only this person sees; returns what stands there then."""
    actor = actor or circle.mo
    result = await actor.click(message, label=label)
    seen = circle.env.backend.get_message(message.channel_id, message.id)
    now = "\n".join(_texts(seen.components))
    more = [*([result.response] if result.response else []), *result.followups]
    return "\n".join([now, *(text_of(one) for one in more if one.id != message.id)])


def _texts(components: Any) -> list[str]:
    return [
        str(part[name])
        for part in walk(components)
        for name in ("content", "label")
        if part.get(name)
    ]


def button_id(message: Any, name: str) -> str:
    """The whole id of the button that is answered by `name`."""
    return next(
        str(part["custom_id"])
        for part in walk(raw_components(message))
        if str(part.get("custom_id")).startswith(f"{name}:")
    )


def posted(circle: Circle) -> list[str]:
    """What everybody sees."""
    seen = [*circle.talk.history(), *circle.tips.history()]
    return [text_of(one) for one in seen if not one.flags.ephemeral]


async def searched(circle: Circle, words: str = "", actor: Any = None) -> str:
    options = {"words": words} if words else {}
    return told(await (actor or circle.ben).slash(circle.talk, "tip search", **options))


def no_longer_manager(circle: Circle) -> None:
    circle.guild.roles["Managers"]._role.permissions = 0


class Interrupted:
    """The work on imports breaks off after so many pieces, as if the process had ended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, pieces: int) -> None:
        self.put_piece = import_pieces.put_piece
        self.left = pieces
        monkeypatch.setattr(import_pieces, "PIECE", 2)
        monkeypatch.setattr(import_pieces, "put_piece", self)

    async def __call__(self, *args: Any) -> Import | None:
        if self.left == 0:
            raise RuntimeError("the process ended")
        self.left -= 1
        return await self.put_piece(*args)


def clock(circle: Circle, step: float) -> Callable[[], datetime]:
    """A clock that goes on by so many seconds whenever it is looked at."""
    moment = circle.env.now()

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=step)
        return moment

    return now


# A file


async def test_a_first_look_changes_nothing(circle: Circle) -> None:
    shown = told(await bring(circle, BOOKMARKS))
    assert "2 links can become tips" in shown
    assert "Everybody here will find them" in shown
    assert "- Pivot tables · a.example\n- Keyboard shortcuts · b.example" in shown
    assert {"Import 2", "Cancel"} <= set(shown.split("\n"))
    assert "No tips" in await searched(circle)
    assert posted(circle) == []


async def test_what_was_imported_is_found_by_all(circle: Circle) -> None:
    await circle.set_up(tips=circle.tips)
    card = answer(await bring(circle, BOOKMARKS))
    ended = await press(circle, card, "Import 2")
    assert "Added 2 tips." in ended
    assert "Undo import" in ended
    assert "**[Pivot tables](<https://a.example/pivot>)** Saves an hour." in await searched(
        circle, "pivot"
    )
    shown = told(await circle.aino.slash(circle.talk, "tip show", tip="https://a.example/pivot"))
    assert f"<@{circle.mo.id}>" in shown
    assert "<t:1700000000:R>" in shown
    assert "`excel` `office`" in shown
    assert posted(circle) == []


async def test_what_is_here_already_stays_and_gains_a_note(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", "Ben's words.")
    card = await bring(circle, TABLE)
    assert "1 is here already. 1 repeat was merged." in told(card)
    assert "Added 1 tip. 1 was here already." in await press(circle, card.response, "Import 1")
    assert "2 tips" in await searched(circle)
    (public,) = posted(circle)
    assert "Ben's words." in public
    assert f"> Good. – <@{circle.mo.id}>" in public


async def test_nothing_new_needs_no_button(circle: Circle) -> None:
    await press(circle, answer(await bring(circle, many(2))), "Import 2")
    shown = answer(await bring(circle, many(2)))
    assert "nothing new to import" in text_of(shown)
    assert "2 are here already." in text_of(shown)
    assert not [one for one in walk(raw_components(shown)) if "custom_id" in one]
    (count,) = await circle.bot.store.read("SELECT count(*) FROM import_rows")
    assert count[0] == 0


@pytest.mark.parametrize(
    ("speaks", "header", "reasons", "count"),
    [
        (
            "en-US",
            "line;reason;text",
            ("There is no link in this row.", "I share web links only"),
            "2 lines could not be read.",
        ),
        (
            "fi",
            "rivi;syy;teksti",
            ("Rivillä ei ole linkkiä.", "Jaan vain verkkolinkkejä"),
            "2 riviä jäi lukematta.",
        ),
    ],
)
async def test_lines_that_cannot_be_read_are_told(
    circle: Circle, speaks: str, header: str, reasons: tuple[str, str], count: str
) -> None:
    circle.speaks(circle.mo, speaks)
    result = await bring(circle, TABLE)
    assert count in told(result)
    table = file_of(circle.env, result)
    assert table.startswith("\ufeff" + header)
    lines = list(csv.reader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";"))[1:]
    assert [one[0] for one in lines] == ["5", "6"]
    assert all(one[1].startswith(reason) for one, reason in zip(lines, reasons, strict=True))
    # A formula in the file must not run in the moderator's spreadsheet.
    assert [one[2] for one in lines] == ["'=Third", "javascript:alert(1)"]


async def test_when_every_line_is_bad_the_file_says_why(circle: Circle) -> None:
    result = await bring(circle, "url\nmailto:a@b.example\n")
    assert "None of its lines can become a tip." in told(result)
    assert "mailto:a@b.example" in file_of(circle.env, result)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "That file is empty."),
        (b"  \n \n", "That file is empty."),
        (b"PK\x03\x04\x00\x00", "I cannot read that file."),
        (b"title,note\nPivot,good\n", "I found no links in that file."),
        (b"https://a.example/1\n" * 11, "That file has more than 50,000 rows."),
    ],
)
async def test_a_file_that_cannot_be_read(
    circle: Circle, content: bytes, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cogs.tips.formats.reading.MOST", 10)
    assert sentence in told(await bring(circle, content))


async def test_a_file_that_is_too_large_is_not_even_fetched(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.Attachment, "read", _never)
    content = b"https://a.example/1\n".ljust(10 * 2**20 + 1)
    assert "too large: 10 MB fit" in told(await bring(circle, content))


async def _never(*_: object) -> bytes:
    raise AssertionError("it was fetched")


async def test_a_file_is_read_beside_everything_else(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def read(*args: Any) -> Any:
        threads.append(threading.current_thread())
        return of_file(*args)

    monkeypatch.setattr("cogs.tips.transfer.of_file", read)
    await bring(circle, BOOKMARKS)
    assert threads
    assert threading.main_thread() not in threads


async def test_it_takes_one_thing_to_read(circle: Circle) -> None:
    assert "one thing to read" in told(await circle.mo.slash(circle.talk, "tip import"))
    both = {"file": ("a.csv", b"https://a.example/1"), "channel": circle.talk}
    assert "one thing to read" in told(await circle.mo.slash(circle.talk, "tip import", **both))


async def test_only_moderators_import(circle: Circle) -> None:
    assert "That is for moderators" in told(await bring(circle, BOOKMARKS, circle.ben))
    card = answer(await bring(circle, BOOKMARKS))
    no_longer_manager(circle)
    assert "That is for moderators" in await press(circle, card, "Import 2")
    assert "That is for moderators" in await press(circle, card, "Cancel")
    assert "No tips" in await searched(circle)


async def test_a_moderator_thinks_better_of_it(circle: Circle) -> None:
    card = answer(await bring(circle, BOOKMARKS))
    assert "Nothing was imported." in await press(circle, card, "Cancel")
    assert "No tips" in await searched(circle)
    (count,) = await circle.bot.store.read("SELECT count(*) FROM import_rows")
    assert count[0] == 0


async def test_what_nobody_decides_on_is_let_go(circle: Circle) -> None:
    card = answer(await bring(circle, BOOKMARKS))
    await circle.env.advance_time(imports.DAY + 3600)
    (count,) = await circle.bot.store.read("SELECT count(*) FROM import_rows")
    assert count[0] == 0
    assert "This import is over" in await press(circle, card, "Import 2")


async def test_an_import_starts_once(circle: Circle, monkeypatch: pytest.MonkeyPatch) -> None:
    card = answer(await bring(circle, many(5)))
    buttons = circle.env.backend.get_message(circle.talk.id, card.id).components
    Interrupted(monkeypatch, 1)
    await circle.mo.click(card, label="Import 5")
    # A second press that was under way in the same moment.
    circle.env.backend.get_message(circle.talk.id, card.id).components = buttons
    assert "This import is over" in await press(circle, card, "Import 5")
    monkeypatch.undo()
    await circle.env.advance_time(60)
    assert "5 tips" in await searched(circle)


async def test_one_import_runs_at_a_time(
    circle: Circle, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = answer(await bring(circle, many(5)))
    ella = circle.ella
    circle.guild.default_role._role.permissions |= discord.Permissions(manage_guild=True).value
    second = answer(await bring(circle, many(3, "other.example"), ella))
    Interrupted(monkeypatch, 1)
    with caplog.at_level(logging.CRITICAL):
        shown = await press(circle, first, "Import 5")
    assert "Importing: 0 of 5" in shown
    refused = "An import is running here: 2 of 5."
    assert refused in told(await bring(circle, BOOKMARKS))
    assert refused in await press(circle, second, "Import 3", ella)


async def test_after_a_restart_in_the_middle_it_ends_with_the_right_number(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    await circle.set_up(moderators=circle.moderators)
    card = answer(await bring(circle, many(9)))
    with monkeypatch.context() as patch:
        Interrupted(patch, 2)
        await circle.mo.click(card, label="Import 9")
        assert "4 tips" in await searched(circle)
    await circle.restart()
    (end,) = circle.moderators.history()
    assert "Added 9 tips." in text_of(end)
    assert "9 tips" in await searched(circle)
    # Its button lasts, and what it does is told in private.
    await circle.restart()
    result = await circle.mo.click(end, label="Undo import")
    assert "The import is undone: 9 tips are gone." in told(result)
    assert "Added 9 tips." in text_of(circle.moderators.history()[0])
    assert "No tips" in await searched(circle)


async def test_how_far_it_is_is_shown_now_and_then(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = answer(await bring(circle, many(9)))
    monkeypatch.setattr(import_pieces, "PIECE", 1)
    circle.bot.now = clock(circle, 0.4)
    circle.env.http_requests.clear()
    assert "Added 9 tips." in await press(circle, card, "Import 9")
    shown = [
        next(iter(_texts((one.json or {}).get("components", ()))))
        for one in circle.env.http_requests
        if one.method == "PATCH" and one.path.endswith("/@original")
    ]
    steps = [one for one in shown if "Importing" in one]
    assert 2 <= len(steps) < 9
    assert len(set(steps)) == len(steps)


@pytest.mark.parametrize("set_up", [True, False])
async def test_after_a_quarter_of_an_hour_the_moderators_are_told(
    circle: Circle, monkeypatch: pytest.MonkeyPatch, set_up: bool
) -> None:
    if set_up:
        await circle.set_up(moderators=circle.moderators)
    card = answer(await bring(circle, many(3)))
    monkeypatch.setattr(import_pieces, "PIECE", 1)
    circle.bot.now = clock(circle, 600)
    shown = await press(circle, card, "Import 3")
    assert "Added" not in shown
    assert ["Added 3 tips." in text_of(one) for one in circle.moderators.history()] == [
        True
    ] * set_up
    assert "3 tips" in await searched(circle)


async def test_a_full_community_says_so(circle: Circle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "MOST_LIVE", 2)
    card = answer(await bring(circle, many(5)))
    assert "3 do not fit" in text_of(card)
    assert "Added 2 tips. 3 did not fit" in await press(circle, card, "Import 2")
    shown = told(await bring(circle, many(1, "other.example")))
    assert "1 does not fit" in shown
    assert "nothing new" not in shown


async def test_an_undo_leaves_what_somebody_uses(circle: Circle) -> None:
    card = answer(await bring(circle, many(4)))
    await press(circle, card, "Import 4")
    for number, label in ((1, "Helped me"), (2, "Save")):
        link = f"https://example.org/{number}"
        shown = answer(await circle.ben.slash(circle.talk, "tip show", tip=link))
        await circle.ben.click(shown, label=label)
    ended = await press(circle, card, "Undo import")
    assert "The import is undone: 2 tips are gone. 2 stay" in ended
    assert "Undo import" not in ended
    left = await searched(circle)
    assert "2 tips" in left
    assert "Page 1" in left
    assert "Page 2" in left
    assert "Added 2 tips. 2 were here already." in await press(
        circle, answer(await bring(circle, many(4))), "Import 2"
    )


async def test_only_moderators_undo(circle: Circle) -> None:
    card = answer(await bring(circle, many(2)))
    await press(circle, card, "Import 2")
    no_longer_manager(circle)
    assert "That is for moderators" in await press(circle, card, "Undo import")
    assert "2 tips" in await searched(circle)


async def test_two_communities_stay_apart(circle: Circle) -> None:
    _, elsewhere, eve = circle.another_guild()
    await circle.env.settle()
    eve.guild.default_role._role.permissions |= discord.Permissions(manage_guild=True).value
    ours = answer(await bring(circle, many(2)))
    theirs = answer(await bring(circle, many(3), eve, elsewhere))
    # Eve's buttons carry the id of Circle's import.
    for name in ("import.start", "import.cancel"):
        for part in walk(circle.env.backend.get_message(elsewhere.id, theirs.id).components):
            if part.get("custom_id") == button_id(theirs, name):
                cast(dict[str, Any], part)["custom_id"] = button_id(ours, name)
    assert "This import is over" in await press(circle, theirs, "Import 3", eve)
    assert "This import is over" in await press(circle, theirs, "Cancel", eve)
    assert "No tips" in told(await eve.slash(elsewhere, "tip search"))
    assert "Added 2 tips." in await press(circle, ours, "Import 2")
    assert "No tips" in told(await eve.slash(elsewhere, "tip search"))
    fresh = answer(await bring(circle, many(3), eve, elsewhere))
    assert "Added 3 tips." in await press(circle, fresh, "Import 3", eve)
    assert "2 tips" in await searched(circle)


# A channel


class TestOfAChannel:
    @pytest.fixture
    def settings(self) -> dict[str, str]:
        return {"MESSAGE_CONTENT": "on"}

    async def hear(self, circle: Circle, channel: Any = None, actor: Any = None) -> Any:
        where = channel or circle.questions
        return await (actor or circle.mo).slash(circle.talk, "tip import", channel=where)

    async def test_its_links_become_tips_of_those_who_shared_them(self, circle: Circle) -> None:
        await circle.ben.send(circle.questions, "Pivot tables at last: https://a.example/1")
        await circle.ella.send(circle.questions, "https://a.example/1 again, https://b.example/2")
        await circle.ella.send(circle.questions, "No link here.")
        result = await self.hear(circle)
        assert "2 links can become tips" in told(result)
        assert f"Whoever can see <#{circle.questions.id}> will find them" in told(result)
        assert "Added 2 tips." in await press(circle, answer(result), "Import 2")
        shown = told(await circle.ella.slash(circle.talk, "tip show", tip="https://a.example/1"))
        assert f"<@{circle.ben.id}>" in shown
        assert "Pivot tables at last" in shown
        assert "1 tip you shared" in told(await circle.ella.slash(circle.talk, "tip mine"))
        assert "No tips" not in told(await circle.ben.slash(circle.talk, "tip mine"))

    async def test_the_first_who_says_something_is_the_sharer(self, circle: Circle) -> None:
        await circle.ben.send(circle.questions, "https://a.example/1")
        await circle.ella.send(circle.questions, "https://a.example/1 saves an hour")
        await circle.aino.send(circle.questions, "https://a.example/1 on hyvä")
        await press(circle, answer(await self.hear(circle)), "Import 1")
        shown = told(await circle.ben.slash(circle.talk, "tip show", tip="https://a.example/1"))
        assert f"Shared by <@{circle.ella.id}>" in shown
        assert "saves an hour" in shown

    async def test_discords_preview_gives_the_title(self, circle: Circle) -> None:
        await circle.ben.send(circle.questions, "Look: https://a.example/1 https://b.example/2")
        (message,) = circle.questions.history()
        stored = circle.env.backend.get_message(circle.questions.id, message.id)
        stored.embeds = [{"type": "link", "url": "https://a.example/1", "title": "*Pivot* tables"}]
        shown = shown_now(circle, await self.hear(circle))
        assert "- \\*Pivot\\* tables · a.example\n- b.example" in shown

    async def test_what_bots_wrote_is_left_out(self, circle: Circle) -> None:
        await circle.share(circle.ben, "https://a.example/1")  # a card of ours stands there
        result = await self.hear(circle, circle.talk)
        assert "no link that somebody shared" in shown_now(circle, result)

    async def test_only_those_who_see_the_channel_find_them(self, circle: Circle) -> None:
        channel = await hidden(circle, circle.mo, circle.ben)
        await circle.ben.send(channel, "Secret plans https://a.example/1")
        card = answer(await self.hear(circle, channel))
        await press(circle, card, "Import 1")
        assert "Secret plans" in await searched(circle)
        assert "No tips" in await searched(circle, actor=circle.ella)

    async def test_a_word_from_a_hidden_channel_is_not_told_elsewhere(self, circle: Circle) -> None:
        await press(circle, answer(await bring(circle, many(1))), "Import 1")
        channel = await hidden(circle, circle.mo, circle.ben)
        await circle.ben.send(channel, "Between us: https://example.org/0 https://a.example/1")
        await press(circle, answer(await self.hear(circle, channel)), "Import 1")
        shown = told(await circle.ella.slash(circle.talk, "tip show", tip="https://example.org/0"))
        assert "Between us" not in shown

    async def test_who_leaves_takes_their_links_along(self, circle: Circle) -> None:
        await circle.ben.send(circle.questions, "Mine https://a.example/1")
        await circle.ella.send(circle.questions, "Hers https://b.example/2")
        card = answer(await self.hear(circle))
        await delete_everything(circle, circle.ben)
        assert "Added 1 tip." in await press(circle, card, "Import 2")
        assert "a.example" not in await searched(circle)

    async def test_a_channel_the_moderator_or_the_bot_cannot_read(self, circle: Circle) -> None:
        await circle.permit(circle.questions, circle.guild.me, read_message_history=False)
        lacking = told(await self.hear(circle))
        assert "I lack Read Message History there" in lacking
        await circle.permit(circle.questions, circle.mo, read_message_history=False)
        assert "You cannot read" in told(await self.hear(circle))

    async def test_a_long_channel_shows_how_far_it_is(self, circle: Circle) -> None:
        for number in range(5):
            await circle.ben.send(circle.questions, f"Page https://example.org/{number}")
        circle.bot.now = clock(circle, 1)
        result = await self.hear(circle)
        shown = [
            next(iter(_texts((one.json or {}).get("components", ()))))
            for one in circle.env.http_requests
            if one.method == "PATCH" and one.path.endswith("/@original")
        ]
        assert "2 messages so far" in shown[0] or "3 messages so far" in shown[0]
        assert "5 links can become tips" in shown_now(circle, result)

    async def test_only_the_latest_messages_are_read(
        self, circle: Circle, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("cogs.tips.transfer.MOST_MESSAGES", 2)
        for number in range(5):
            await circle.ben.send(circle.questions, f"Page https://example.org/{number}")
        shown = shown_now(circle, await self.hear(circle))
        assert "2 links can become tips" in shown

    async def test_discord_stops_answering(self, circle: Circle) -> None:
        circle.env.inject_error(
            "GET", f"/channels/{circle.questions.id}/messages", status=403, code=50001
        )
        shown = shown_now(circle, await self.hear(circle))
        assert "did not let me read" in shown


def shown_now(circle: Circle, result: InteractionResult) -> str:
    """What stands where the first answer was."""
    assert result.response
    seen = circle.env.backend.get_message(result.response.channel_id, result.response.id)
    return "\n".join(_texts(seen.components))


async def test_without_the_setting_no_channel_is_read(circle: Circle) -> None:
    await circle.ben.send(circle.questions, "https://a.example/1")
    shown = told(await circle.mo.slash(circle.talk, "tip import", channel=circle.questions))
    assert "`MESSAGE_CONTENT=on`" in shown
    assert "can become" not in shown


# Taken along


async def export(circle: Circle, actor: Any, **options: str) -> str:
    return file_of(circle.env, await actor.slash(circle.talk, "tip export", **options))


async def test_ones_own_tips_are_for_the_browser(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", "Pivot & more.", topics="excel")
    await circle.share(circle.ella, "https://b.example/2")
    result = await circle.ben.slash(circle.talk, "tip export")
    assert "1 tip to take along." in told(result)
    page = file_of(circle.env, result)
    assert '<A HREF="https://a.example/1"' in page
    assert "Pivot &amp; more." in page
    assert "b.example" not in page
    assert answer(result).attachments[0].filename == "vinkki.html"


async def test_the_list_of_saved_tips_has_its_button(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, "https://a.example/1", "=1+1"))
    await circle.aino.click(card, label="Save")
    shown = answer(await circle.aino.slash(circle.talk, "tip saved"))
    asked = answer(await circle.aino.click(shown, label="Vie"))
    assert "Millainen tiedosto?" in text_of(asked)
    result = await circle.aino.click(asked, label="Taulukko (CSV)")
    assert "1 vinkki mukaasi." in told(result)
    (row,) = csv.DictReader(io.StringIO(file_of(circle.env, result).removeprefix("\ufeff")))
    # Nothing a spreadsheet would run, and nobody's name.
    assert (row["url"], row["note"], row["sharer"]) == ("https://a.example/1", "'=1+1", "")


async def test_names_of_others_stay(circle: Circle) -> None:
    card = answer(await circle.share(circle.ben, "https://a.example/1", "Ben's words."))
    await circle.ella.click(card, label="Save")
    shown = answer(await circle.ella.slash(circle.talk, "tip show", tip="https://a.example/1"))
    form = await circle.ella.click(shown, label="Add my note")
    await circle.ella.submit_modal(form, {"note": "Ella's words."})
    for actor, of, sharer in (
        (circle.ben, "mine", "ben"),
        (circle.ella, "saved", ""),
        (circle.mo, "all", ""),
    ):
        for kind in ("json", "csv", "atom", "bookmarks"):
            text = await export(circle, actor, list=of, format=kind)
            assert "a.example/1" in text
            assert str(circle.ben.id) not in text
            assert str(circle.ella.id) not in text
            assert "ella" not in text
            assert ": Ella's words." not in text
            if kind == "json":
                (one,) = json.loads(text)
                assert one["sharer"] == sharer
                assert one["notes"] == [{"author": "", "note": "Ella's words."}]
                assert (one["note"], one["thanks"]) == ("Ben's words.", 0)


async def test_the_feed_bears_the_communitys_name(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1", "Good.")
    feed = ET.fromstring(await export(circle, circle.ben, format="atom"))
    name = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{name}title") == "Circle"
    assert feed.findtext(f"{name}entry/{name}title") == "a.example"
    assert feed.findtext(f"{name}entry/{name}summary") == "Good."


async def test_everything_is_for_moderators_and_in_their_sight(circle: Circle) -> None:
    channel = await hidden(circle, circle.ben)
    await circle.ben.slash(channel, "tip share", link="https://a.example/secret", note="Secret.")
    await circle.share(circle.ella, "https://b.example/2")
    refused = told(await circle.ben.slash(circle.talk, "tip export", list="all"))
    assert "That is for moderators" in refused
    text = await export(circle, circle.mo, list="all", format="json")
    assert [one["url"] for one in json.loads(text)] == ["https://b.example/2"]


async def test_a_forged_button_gives_no_more_than_the_command(circle: Circle) -> None:
    await circle.share(circle.ben, "https://a.example/1")
    await circle.share(circle.ella, "https://b.example/2")
    shown = answer(await circle.ben.slash(circle.talk, "tip mine"))
    asked = answer(await circle.ben.click(shown, label="Export"))
    for part in walk(circle.env.backend.get_message(circle.talk.id, asked.id).components):
        if part.get("custom_id") == "tip.export-as:mine:json":
            cast(dict[str, Any], part)["custom_id"] = "tip.export-as:all:json"
    assert "That is for moderators" in told(await circle.ben.click(asked, label="JSON"))


@pytest.mark.parametrize("of", ["mine", "saved", "all"])
async def test_there_is_nothing_to_take_along(circle: Circle, of: str) -> None:
    result = await circle.mo.slash(circle.talk, "tip export", list=of)
    assert not answer(result).attachments
    assert "`/tip share`" in told(result) or "Save" in told(result)


@pytest.mark.parametrize("kind", ["bookmarks", "csv", "json", "atom"])
async def test_a_file_is_no_larger_than_discord_takes(
    circle: Circle, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer_out, "LARGEST", 2_000)
    monkeypatch.setattr(transfer_out, "AT_ONCE", 4)
    await press(circle, answer(await bring(circle, many(30))), "Import 30")
    result = await circle.mo.slash(circle.talk, "tip export", format=kind)
    text = file_of(circle.env, result)
    assert 1_500 < len(text.encode()) <= 2_000
    count = text.count("https://example.org/")
    assert f"The newest {count} of 30 tips" in told(result)
    assert "https://example.org/29" in text
    assert "https://example.org/0" not in text


async def test_what_was_taken_along_can_be_brought_again(circle: Circle) -> None:
    await press(circle, answer(await bring(circle, BOOKMARKS)), "Import 2")
    for kind in ("bookmarks", "csv"):
        text = await export(circle, circle.mo, format=kind)
        assert "nothing new" in told(await bring(circle, text))
