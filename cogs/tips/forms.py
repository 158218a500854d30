"""The forms of tips: each is a title and its parts, for `bot.ui.ask`."""

from typing import get_args

from bot import links, topics
from bot.reader import Reader
from bot.ui import Choice, Field
from cogs.tips.rules import NOTE_LONGEST, OUTCOME_LONGEST, REPORT_LONGEST
from data.reports import Reason
from data.tips import Tip

Form = tuple[str, list[Field | Choice]]
Told = tuple[str, list[Field | Choice | str]]
"""A form with a sentence to read in it."""
_TOPICS = 200


def share_form(reader: Reader, link: str = "", note: str = "", topics_typed: str = "") -> Form:
    """Asks why a link helps."""
    return reader.text("tip-form-title"), [
        _link(reader, link),
        _note(reader, note),
        _topics(reader, topics_typed),
    ]


def answer_form(reader: Reader, link: str, note: str, topics_typed: str) -> Told:
    """An accepted answer of the reader's own, about to become a tip under their name."""
    title, parts = share_form(reader, link, note, topics_typed)
    return title, [*parts, reader.text("tip-answer-told")]


def edit_form(reader: Reader, tip: Tip) -> Form:
    """What may be changed: a moderator leaves the sharer's own words alone."""
    parts: list[Field | Choice] = [_link(reader, tip.url)]
    if tip.sharer_id == reader.user_id:
        parts.append(_note(reader, tip.note))
    return reader.text("tip-edit-title"), [*parts, _topics(reader, ", ".join(tip.topics))]


def retag_form(reader: Reader, tip: Tip) -> Form:
    return reader.text("tip-retag-title"), [_topics(reader, ", ".join(tip.topics))]


def note_form(reader: Reader, own: str) -> Form:
    """What this member adds to somebody's tip; empty takes it off."""
    return reader.text("tip-note-title"), [
        Field(
            "note",
            reader.text("tip-form-note"),
            longest=NOTE_LONGEST,
            help=reader.text("tip-note-help"),
            value=own,
            paragraph=True,
            required=False,
        )
    ]


def outcome_form(reader: Reader, own: str) -> Form:
    """What came of a tip, in one line; empty takes it off."""
    return reader.text("tip-outcome-title"), [
        Field(
            "outcome",
            reader.text("tip-outcome-label"),
            longest=OUTCOME_LONGEST,
            help=reader.text("tip-outcome-help"),
            value=own,
            required=False,
        )
    ]


def report_form(reader: Reader) -> Form:
    reasons = tuple((reason, reader.text(f"report-{reason}"), False) for reason in get_args(Reason))
    return reader.text("report-title"), [
        Choice("reason", reader.text("report-reason"), reasons),
        Field(
            "text",
            reader.text("report-text"),
            longest=REPORT_LONGEST,
            help=reader.text("report-help"),
            paragraph=True,
            required=False,
        ),
    ]


def _link(reader: Reader, value: str) -> Field:
    # A link that is too long stays out, so that the form can open; it is refused when sent.
    return Field(
        "link",
        reader.text("tip-form-link"),
        longest=links.LONGEST,
        value=value[: links.LONGEST],
    )


def _note(reader: Reader, value: str) -> Field:
    return Field(
        "note",
        reader.text("tip-form-note"),
        longest=NOTE_LONGEST,
        help=reader.text("tip-form-note-help"),
        value=value[:NOTE_LONGEST],
        paragraph=True,
    )


def _topics(reader: Reader, value: str) -> Field:
    return Field(
        "topics",
        reader.text("tip-form-topics"),
        longest=_TOPICS,
        help=reader.text("tip-form-topics-help", most=topics.MOST),
        value=value[:_TOPICS],
        required=False,
    )
