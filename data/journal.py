"""A member's own journal: what they wrote, under their name or not, and finding it again.

It is in no index that others search.
"""

from collections.abc import Sequence
from typing import Literal

from data import anonymous, reflections, words
from data.anonymous import Answer, Authors
from data.reflections import Reflection
from data.store import Store

Entry = Reflection | Answer
Standing = Literal["open", "anonymous", "private", "held", "short"]

DAY = 86_400
MONTH = 30 * DAY
ABOUT = 5 * DAY
"""How far from a month ago an entry may be to be shown as one."""

_MOST_WORDS = 12
_IN_COMPOUNDS = 5
"""Letters of a word from which on it is also found inside a longer one."""


async def entries(store: Store, guild_id: int, user_id: int, authors: Authors = ()) -> list[Entry]:
    """Everything this member wrote, newest prompt first; `authors` are theirs for each prompt."""
    named = await reflections.journal(store, guild_id, user_id)
    unnamed = await anonymous.own(store, guild_id, authors)
    return sorted([*named, *unnamed], key=lambda one: one.delivery_id, reverse=True)


def find(held: Sequence[Entry], typed: str) -> list[Entry]:
    """Those of these entries that hold every word in some form, in the order they have."""
    return [one for one in held if matches(typed, _all_of(one))]


def written_at(entry: Entry) -> int:
    return entry.asked_at if isinstance(entry, Answer) else entry.written_at


def seen_by(entry: Entry) -> Standing:
    """Who sees it, or why nobody does: it is held until there are more, or too few came."""
    if isinstance(entry, Answer):
        return entry.state if entry.state in ("held", "short") else "anonymous"
    return entry.visibility


def month_ago(held: Sequence[Entry], now: int) -> Entry | None:
    """The entry that was written the nearest to a month ago, if there is one about then."""

    def off(entry: Entry) -> int:
        return abs(now - written_at(entry) - MONTH)

    return min((one for one in held if off(one) <= ABOUT), key=off, default=None)


def _all_of(entry: Entry) -> str:
    return "\n".join((entry.prompt_text, entry.text, entry.intention, entry.outcome))


def matches(typed: str, text: str) -> bool:
    """Whether a text holds every word, in whatever form; nothing is found by no words.

    A word is found by its beginning, by another form of it in Finnish or English, and inside a
    compound: as the search finds it, but without the slips. It would rather find too much than miss
    what somebody knows they wrote.
    """
    wanted = words.split(typed)[:_MOST_WORDS]
    held = set(words.split(text))
    return bool(wanted) and all(_found(one, held) for one in wanted)


def _found(written: str, held: set[str]) -> bool:
    if any(one.startswith(written) for one in held):
        return True
    forms = set(words.word(written).all)
    inside = [one for one in forms if len(one) >= _IN_COMPOUNDS]
    for one in map(words.word, held):
        if not forms.isdisjoint((*one.all, *one.parts)):
            return True
        if any(form in one.lemma for form in inside):
            return True
    return False
