"""Decisions about tips: no Discord, no database, no clock."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.tips import Tip

NOTE_LONGEST = 1_000


def may_remove(tip: "Tip", user_id: int, moderator: bool) -> bool:
    return moderator or tip.sharer_id == user_id


def may_thank(tip: "Tip", user_id: int) -> bool:
    """Thanks are for somebody else's tip."""
    return tip.sharer_id != user_id
