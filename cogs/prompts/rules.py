"""Decisions about prompts: no Discord, no database, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from data.prompts import Prompt

PROMPT_LONGEST = 500
THEME_LONGEST = 40
RESTS = (0, 4, 13, 26, 52)
"""Weeks for which a used prompt may rest."""
AHEAD = 14 * 86_400
"""Seconds before a pool runs dry at which moderators are told."""

Item = TypeVar("Item")


def dry_at(
    runs: Iterable[tuple[int, str]], ready: Sequence["Prompt"], rest_weeks: int
) -> int | None:
    """When the first of these runs is due that will find no prompt; None when each finds one.

    A run is its moment (UTC seconds) and its schedule's theme, '' for all.
    """
    left = list(ready)
    for due, theme in sorted(runs):
        wanted = theme.casefold()
        fits = (one for one in left if not theme or one.theme.casefold() == wanted)
        taken = next((one for one in fits if one.rested(rest_weeks, due)), None)
        if taken is None:
            return due
        left.remove(taken)
        left.append(replace(taken, last_used=due))
    return None


def in_turn(groups: Iterable[Sequence[Item]]) -> list[Item]:
    """One of each group after another, then the second of each, and so on."""
    nothing = object()
    rows = zip_longest(*groups, fillvalue=nothing)
    return [one for one in chain.from_iterable(rows) if one is not nothing]  # type: ignore[misc]
