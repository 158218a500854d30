"""The moderators' queue as cards."""

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot import links
from bot.i18n import stamp
from bot.reader import Reader
from bot.tip_lines import tip_name
from bot.ui import CLOSED_COLOUR, Card, button, last_page, pager, pick_menu
from data.reports import Report
from data.tips import Tip

REPORTS = 5
"""Reports on a page: each has its own row of buttons, and a card has 40 components."""


def reports_card(
    reader: Reader,
    reported: Sequence[tuple[Report, Tip | None]],
    count: int,
    gone: int,
    suggested: int,
    blocked: int,
    askers: int,
    page: int,
) -> Card:
    """`gone` tips can come back, `suggested` prompts wait, `blocked` writers of anonymous answers
    and `askers` of nameless questions can be let in again: each has a list of its own."""
    blocks: list[str | list[ui.Item[Any]]] = [reader.text("review-title", count=count)]
    for report, tip in reported:
        blocks.append(_report(reader, report, tip))
        row: list[ui.Item[Any]] = []
        if tip:
            row.append(button(reader.text("report-open"), "tip.open", tip.tip_id))
        if tip and tip.state == "live":
            row.append(button(reader.text("tip-hide"), "tip.hide", tip.tip_id))
        row.append(button(reader.text("report-keep"), "tip.report-close", report.item_id))
        blocks.append(row)
    last = last_page(count, REPORTS)
    blocks.append([*pager(min(page, last), last + 1, "review.page")])
    below: list[ui.Item[Any]] = []
    if suggested:
        label = reader.text("review-suggested", count=suggested)
        below.append(button(label, "prompt.suggestions", 0))
    if gone:
        below.append(button(reader.text("review-gone", count=gone), "review.gone", 0))
    if blocked:
        label = reader.text("review-blocks", count=blocked)
        below.append(button(label, "anonymous.blocks", 0))
    if askers:
        label = reader.text("review-askers", count=askers)
        below.append(button(label, "question.blocks", 0))
    return Card(*blocks, below, colour=CLOSED_COLOUR)


def _report(reader: Reader, report: Report, tip: Tip | None) -> str:
    return reader.text(
        "review-report",
        name=tip_name(tip) if tip else "–",
        reason=reader.text(f"report-{report.reason}"),
        member=f"<@{report.user_id}>",
        when=stamp(report.reported_at, "R"),
        text=links.one_line(report.text, 300),
    )


def gone_card(reader: Reader, tips: Sequence[Tip], count: int, page: int) -> Card:
    last = last_page(count)
    lines = [
        reader.text(f"review-{tip.state}", name=tip_name(tip), when=stamp(tip.state_at or 0, "R"))
        for tip in tips
    ]
    named = [(tip.tip_id, tip.title or tip.host, tip.note) for tip in tips]
    return Card(
        reader.text("review-gone-title", count=count),
        "\n".join(lines),
        [pick_menu("tip.pick", reader.text("tip-open-menu"), named)] if tips else "",
        [
            *pager(min(page, last), last + 1, "review.gone"),
            button(reader.text("review-back"), "review.page", 0),
        ],
        colour=CLOSED_COLOUR,
    )
