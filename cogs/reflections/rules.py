"""Decisions about reflections: no Discord, no database, no clock."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.reflections import Visibility
    from data.schedules import Audience

LONGEST = 1_800
JOURNAL_PAGE = 3
"""Entries on a page of the journal: three of the longest fit in a card."""


def audiences(allowed: "Audience") -> "tuple[Visibility, ...]":
    """Who may be chosen to see a reflection; the first is offered first."""
    return ("open", "private") if allowed == "choice" else (allowed,)


def settled(allowed: "Audience", wished: str) -> "Visibility":
    """Who sees a reflection: what the writer wished where the schedule allows it.

    A forged or missing wish never makes it more public than the writer could have meant.
    """
    offered = audiences(allowed)
    for one in offered:
        if one == wished:
            return one
    return offered[-1]
