"""How tips look to one reader: a tip with all that belongs to it, lists, reminders."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot import links
from bot.channels import jump
from bot.i18n import stamp
from bot.reader import Reader
from bot.tip_lines import tip_line, tip_name
from bot.ui import TIP_COLOUR, Card, button, component_id, flat, pager, pick_menu
from cogs.tips import rules
from cogs.tips.ui import marks, tip_head
from data.drafts import Draft
from data.questions import Question
from data.tip_marks import Outcome, Own
from data.tips import Note, Tip

_TEXT = 3_800
"""Characters of a view's text; Discord allows 4,000 in all."""
_NOTES, _OUTCOMES = 6, 4


@dataclass(frozen=True, slots=True)
class Whole:
    """A tip, and what belongs to it for one reader."""

    tip: Tip
    own: Own
    outcomes: Sequence[Outcome] = ()
    question: Question | None = None
    """What it was an answer to, if this reader may see that."""


def tip_view(whole: Whole, reader: Reader) -> Card:
    """One tip for one reader, as much of it as fits."""
    tip = whole.tip
    head = []
    if tip.state != "live":
        head.append(reader.text(f"tip-{tip.state}-by", when=stamp(tip.state_at or 0, "R")))
    head.append(tip_head(tip, reader.language))
    if tip.title:
        head.append(f"**{links.one_line(tip.title, 200)}**")
    tail = [
        reader.text("tip-by", sharer=f"<@{tip.sharer_id}>", when=stamp(tip.shared_at, "R")),
        *marks(tip, reader.language),
        tip.url,
    ]
    if (question := whole.question) and question.thread_id:
        asked = links.masked(
            links.one_line(question.title, 90),
            f"https://discord.com/channels/{question.guild_id}/{question.thread_id}",
        )
        tail.append(reader.text("tip-answered", question=asked))
    if tip.channel_id and tip.message_id:
        tail.append(
            reader.text("tip-card-at", where=jump(tip.guild_id, tip.channel_id, tip.message_id))
        )
    added = _added(whole, reader)
    fixed = "\n".join(filter(None, [*head, *tail]))
    room = _TEXT - len(fixed)
    note = links.shortened(tip.note, min(room, 1_500))
    lines = [*head, note, *tail]
    room -= len(note)
    for line in added:
        if len(line) + 1 < room:
            lines.append(line)
            room -= len(line) + 1
    return Card("\n".join(filter(None, lines)), *_rows(whole, reader), colour=TIP_COLOUR)


def _added(whole: Whole, reader: Reader) -> list[str]:
    """What others say, and what came of it."""
    lines = []
    if whole.tip.notes:
        lines.append(reader.text("tip-notes", count=len(whole.tip.notes)))
        lines += [
            f"{links.quoted(one.note, 300)} – <@{one.user_id}>" for one in whole.tip.notes[-_NOTES:]
        ]
    if whole.outcomes:
        lines.append(reader.text("tip-outcomes"))
        lines += [
            f"{links.quoted(one.outcome, 260)} – <@{one.user_id}>"
            for one in whole.outcomes[:_OUTCOMES]
        ]
    return lines


def _rows(whole: Whole, reader: Reader) -> list[list[ui.Item[Any]]]:
    tip, which = whole.tip, whole.tip.tip_id
    mine = tip.sharer_id == reader.user_id
    if tip.state != "live":
        return [
            [
                button(reader.text("tip-restore"), "tip.restore", which),
                *(
                    [button(reader.text("button-remove"), "tip.remove", which)]
                    if tip.state == "hidden"
                    else []
                ),
            ]
        ]
    noted = any(one.user_id == reader.user_id for one in tip.notes)
    first: list[ui.Item[Any]] = [
        button(
            reader.text("tip-helped", count=tip.thanks),
            "tip.thank-here",
            which,
            style=discord.ButtonStyle.primary,
        ),
        button(reader.text("tip-unsave" if whole.own.saved else "tip-save"), "tip.keep", which),
        button(reader.text("tip-remind"), "tip.remind", which),
    ]
    if not mine:
        first += [
            button(reader.text("tip-my-note" if noted else "tip-add-note"), "tip.note", which),
            button(reader.text("tip-outcome"), "tip.outcome", which),
        ]
    second: list[ui.Item[Any]] = []
    if rules.may_edit(tip, reader.user_id, reader.moderator):
        key = "tip-not-outdated" if tip.outdated_at else "tip-mark-outdated"
        second += [
            button(reader.text("tip-edit"), "tip.edit", which),
            button(reader.text(key), "tip.outdated", which),
        ]
    if not mine:
        second.append(button(reader.text("tip-report"), "tip.report", which))
    if rules.may_remove(tip, reader.user_id, reader.moderator):
        second.append(button(reader.text("button-remove"), "tip.remove", which))
    rows = [first, second]
    if reader.moderator:
        key = "tip-unfeature" if tip.featured_at else "tip-feature"
        rows.append(
            [
                button(reader.text(key), "tip.feature", which),
                button(reader.text("tip-retag"), "tip.retag", which),
                button(reader.text("tip-hide"), "tip.hide", which),
            ]
        )
        if tip.notes or whole.outcomes:
            rows.append([_strip_menu(tip, whole.outcomes, reader)])
    return rows


def _strip_menu(tip: Tip, outcomes: Sequence[Outcome], reader: Reader) -> ui.Select[Any]:
    """For moderators: take one person's words off a tip."""
    words: list[Note | Outcome] = [*tip.notes[-12:], *outcomes[:12]]
    options = [
        discord.SelectOption(
            value=f"{'note' if isinstance(one, Note) else 'outcome'}:{one.user_id}",
            label=flat(one.note if isinstance(one, Note) else one.outcome, 100),
        )
        for one in words
    ]
    return ui.Select(
        custom_id=component_id("tip.strip", tip.tip_id),
        placeholder=reader.text("tip-strip"),
        options=options,
    )


def list_card(
    reader: Reader,
    heading: str,
    tips: Sequence[Tip],
    page: int,
    pages: int,
    *args: str | int,
    kept: str = "",
    more: Sequence[ui.Item[Any]] = (),
) -> Card:
    """A page of tips, with a menu that opens one of them; `more` are buttons of this list."""
    named = [(tip.tip_id, tip.title or tip.host, tip.note) for tip in tips]
    return Card(
        heading,
        "\n".join(tip_line(tip, reader.language) for tip in tips),
        [pick_menu("tip.pick", reader.text("tip-open-menu"), named)] if tips else "",
        [*pager(page, pages, "tip.page", *args, kept=kept), *more],
        colour=TIP_COLOUR,
    )


def remind_card(tip: Tip, own: Own, reader: Reader) -> Card:
    """When to be reminded of a tip."""
    lines = [reader.text("tip-remind-ask", name=tip_name(tip))]
    row: list[ui.Item[Any]] = [
        button(reader.text(f"tip-remind-{days}"), "tip.remind-in", tip.tip_id, days)
        for days in rules.REMIND_IN
    ]
    if own.remind_at:
        lines.append(reader.text("tip-remind-set", when=stamp(own.remind_at, "D")))
        row.append(button(reader.text("tip-remind-off"), "tip.remind-off", tip.tip_id))
    return Card("\n".join(lines), row, colour=TIP_COLOUR)


def duplicate_offer(tip: Tip, draft: Draft, reader: Reader) -> Card:
    """The same for everybody to see: nothing of the tip, and a button that shows it."""
    see = button(reader.text("tip-duplicate-see"), "tip.twice", tip.tip_id, draft.draft_id)
    heading = reader.text("tip-duplicate-here", member=f"<@{draft.user_id}>")
    return Card(heading, [see], colour=TIP_COLOUR)


def duplicate_view(tip: Tip, reader: Reader, draft: Draft) -> Card:
    """The tip there is, for somebody who shares its link again; the draft keeps their note."""
    own = tip.sharer_id == reader.user_id
    heading = reader.text(
        "tip-duplicate-own" if own else "tip-duplicate",
        sharer=f"<@{tip.sharer_id}>",
        when=stamp(tip.shared_at, "R"),
    )
    if tip.channel_id and tip.message_id:
        where = jump(tip.guild_id, tip.channel_id, tip.message_id)
        heading += " " + reader.text("tip-card-link", where=where)
    lines = [heading, f"**{tip_name(tip)}**"]
    if tip.note:
        lines.append(links.quoted(tip.note, 600))
    yours = ""
    row = [button(reader.text("tip-more"), "tip.more", tip.tip_id)]
    if not own:
        if draft.note:
            yours = reader.text("tip-your-note") + "\n" + links.quoted(draft.note, 1_500)
        row = [
            button(
                reader.text("tip-add-note"),
                "tip.note",
                tip.tip_id,
                draft.draft_id,
                style=discord.ButtonStyle.primary,
            ),
            button(reader.text("tip-helped", count=tip.thanks), "tip.thank-too", tip.tip_id),
            *row,
        ]
    return Card("\n".join(lines), yours, row, colour=TIP_COLOUR)
