"""Decisions about tips: no Discord, no database, no clock."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.tips import Tip

NOTE_LONGEST = 1_000
OUTCOME_LONGEST = 200
REPORT_LONGEST = 500
DAY = 86_400
REMIND_IN = (1, 7, 30)
"""Days after which a member can be reminded of a tip."""
OLDER = 30 * DAY
"""Seconds after which a tip is an older gem."""


def may_remove(tip: "Tip", user_id: int, moderator: bool) -> bool:
    """What moderators hid stays theirs to decide: removed, its link could be shared anew."""
    return moderator or (tip.sharer_id == user_id and tip.state != "hidden")


def may_edit(tip: "Tip", user_id: int, moderator: bool) -> bool:
    """Moderators may put link and topics right; the note stays the sharer's own words."""
    return may_remove(tip, user_id, moderator)


def may_thank(tip: "Tip", user_id: int) -> bool:
    """Thanks are for somebody else's tip."""
    return tip.sharer_id != user_id
