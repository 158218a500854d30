"""A member's own journal: what they wrote, under their name or not, and finding it again.

It is in no index that others search.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal

from data import anonymous, reflections
from data.anonymous import Answer, Authors
from data.reflections import Reflection
from data.store import Store

Entry = Reflection | Answer
Standing = Literal["open", "anonymous", "private", "held", "short"]

DAY = 86_400
MONTH = 30 * DAY
ABOUT = 5 * DAY
"""How far from a month ago an entry may be to be shown as one."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MOST_WORDS = 12
_LEAST = 3
"""Letters that are left when an ending goes; two, when it is the last vowel of a short word."""
_IN_COMPOUNDS = 5
"""Letters of a word's stem from which on it is also found inside a longer word."""

# What Finnish and English put behind a word: -kin and its like, whose it is, then cases, persons
# and the rest. Plural -s is no ending after the vowels of "ajatus" and "asiakas".
_OUTER = ("kaan", "kään", "kin", "han", "hän", "'s", "’s")
_OWNERS = ("nsa", "nsä", "mme", "nne", "ni", "si")
_INNER = (
    *("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "tta", "ttä", "na"),
    *("nä", "ta", "tä", "ja", "jä", "a", "ä", "n", "t", "en", "in", "an", "än", "on", "ön", "un"),
    *("yn", "hin", "hen", "seen", "siin", "den", "ten", "tten", "jen", "nut", "nyt", "neet"),
    *("ing", "er", "ed", "ers", "ings", "es"),
)
_TURNED = (("nen", "s"), ("ied", "y"), ("ies", "y"), ("kkaa", "kas"), ("kkää", "käs"))
_NO_PLURAL = tuple("aiuyäös'’")
_VOWELS = "aeiouyäö"
# How the sound at the end of a stem weakens and strengthens, as one of the two.
_GRADES = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("ng", "nk"), ("mm", "mp"), ("nn", "nt")),
    *(("ll", "lt"), ("rr", "rt"), ("d", "t"), ("v", "p"), ("ks", "s")),
)


async def entries(store: Store, guild_id: int, user_id: int, authors: Authors = ()) -> list[Entry]:
    """Everything this member wrote, newest prompt first; `authors` are theirs for each prompt."""
    named = await reflections.journal(store, guild_id, user_id)
    unnamed = await anonymous.own(store, guild_id, authors)
    return sorted([*named, *unnamed], key=lambda one: one.delivery_id, reverse=True)


def find(held: Sequence[Entry], words: str) -> list[Entry]:
    """Those of these entries that hold every word in some form, in the order they have."""
    return [one for one in held if matches(words, _all_of(one))]


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


def matches(words: str, text: str) -> bool:
    """Whether a text holds every word, in whatever form; nothing is found by no words.

    A word is found by its beginning, by another form of it in Finnish or English, and inside a
    compound. It would rather find too much than miss what somebody knows they wrote; yet "tauko"
    does not find "tauolla", where the k is gone, nor "aika" find "ajan".
    """
    wanted = _words(words)[:_MOST_WORDS]
    held = set(_words(text))
    return bool(wanted) and all(_found(one, held) for one in wanted)


def _found(word: str, held: set[str]) -> bool:
    if any(one.startswith(word) for one in held):
        return True
    stems = _stems(word)
    inside = [one for one in stems if len(one) >= _IN_COMPOUNDS]
    return any(
        any(stem in one for stem in inside)
        # Only the end of a word changes.
        or (one[0] == word[0] and not stems.isdisjoint(_stems(one)))
        for one in held
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=20_000)
def _stems(word: str) -> frozenset[str]:
    """What a word may be without its endings; two forms of one word have one of these in common."""
    bare = {word}
    for endings in (_OUTER, _OWNERS):
        bare |= set(_without(bare, endings))
    bare |= set(_without(bare, _INNER))
    for turned, into in _TURNED:
        bare |= {one.removesuffix(turned) + into for one in bare if one.endswith(turned)}
    bare |= {one[:-1] for one in bare if one.endswith("s") and not one[:-1].endswith(_NO_PLURAL)}
    found = set()
    for one in bare:
        end = one.rstrip(_VOWELS + "j")
        end = end if len(end) >= _LEAST or (len(end) == 2 and len(one) <= _LEAST) else one
        found.add(end)
        found |= {end[: -len(weak)] + strong for weak, strong in _GRADES if end.endswith(weak)}
        if len(end) > _LEAST and end[-1] == end[-2]:
            found.add(end[:-1])
    return frozenset(found)


def _without(words: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        for end in endings:
            if word.endswith(end) and len(word) - len(end) >= _LEAST:
                yield word[: -len(end)]
