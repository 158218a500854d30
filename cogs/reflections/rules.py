"""Decisions about reflections: no Discord, no database, no clock."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from data.reflections import SeenBy
    from data.schedules import Audience

LONGEST = 1_800
INTENTION_LONGEST = 200
OUTCOME_LONGEST = 300
JOURNAL_PAGE = 3
"""Entries on a page of the journal: three of the longest fit in a card."""

Wish = Literal["open", "open-intention", "anonymous", "private"]
"""What a writer chooses in the form: who sees the answer, and whether its intention too."""

_OFFERED: "dict[Audience, tuple[Wish, ...]]" = {
    "open": ("open", "open-intention"),
    "anonymous": ("anonymous",),
    "private": ("private",),
    "choice": ("open", "open-intention", "anonymous", "private"),
}


def offered(allowed: "Audience", *, closed: bool = False) -> tuple[Wish, ...]:
    """What may be chosen, the first offered first.

    A prompt that is `closed` takes no more anonymous answers: nobody would come to stand beside
    them.
    """
    found = tuple(one for one in _OFFERED[allowed] if not (closed and one == "anonymous"))
    return found or ("private",)


def settled(allowed: "Audience", wished: str) -> Wish:
    """What the writer wished, where the schedule allows it.

    A forged or missing wish never makes it more public than the writer could have meant.
    """
    choices = offered(allowed)
    for one in choices:
        if one == wished:
            return one
    return "private" if "private" in choices else choices[0]


def seen_by(wish: Wish) -> "SeenBy":
    return "open" if wish == "open-intention" else wish
