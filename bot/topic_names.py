"""Which topics, written in different ways, probably mean the same."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.slips import within

_APART = "[\\s_.'’\u2010-\u2015-]+"
# Between two digits they tell numbers apart: "3.11" is not "311".
_BETWEEN = re.compile(rf"(?<=[^\W\d_]){_APART}(?=[^\W_])|(?<=[^\W_]){_APART}(?=[^\W\d_])")
# "c", "c++" and "c#" differ, and so do "windows 10" and "windows 11".
_SIGNS = re.compile(r"\d+|[^\w\s]")
_ENDED = ".-_ '!?:"
_SHORTEST = 3
"""Letters that a word has without its plural's ending."""

# How a Finnish consonant that weakens in the plural stands in the dictionary: taulukot, taulukko.
_STRONG = {
    "nn": ("nt",),
    "ll": ("lt",),
    "rr": ("rt",),
    "mm": ("mp",),
    "ng": ("nk",),
    "k": ("kk",),
    "p": ("pp",),
    "t": ("tt",),
    "d": ("t",),
    "v": ("p", "k"),
}
# Words in -e go the other way: laitteet, laite.
_WEAK = {
    "nt": "nn",
    "kk": "k",
    "pp": "p",
    "tt": "t",
    "t": "d",
    "p": "v",
    "k": "",
}
_ENDINGS = (
    ("set", "nen"),
    ("kset", "s"),
    ("udet", "us"),
    ("ydet", "ys"),
    ("imet", "in"),
    ("ttimet", "tin"),
    ("enet", "en"),
)
_FAR = 5
"""Farther than anything that is near."""


def similar(written: str, known: Sequence[str]) -> str | None:
    """The known topic that was probably meant; None when it is known itself, or none is near.

    Of several equally near ones it is the first. All are as bot.topics.read makes them.
    """
    if written in known:
        return None
    meant = _shape(written)
    nearest, found = _FAR, None
    for topic in known:
        # Nobody mistypes the first letter, and it leaves few to look at closely.
        if topic[:1] != written[:1] and _plain(topic[:1]) != meant.plain[:1]:
            continue
        distance = _distance(meant, _shape(topic), nearest)
        if distance < nearest:
            nearest, found = distance, topic
    return found


@dataclass(frozen=True, slots=True)
class _Shape:
    key: str
    """Without what stands between words."""
    plain: str
    """Without dots and accents, as it comes from a keyboard that has none."""
    signs: tuple[str, ...]
    """Numbers, and characters that are neither letters nor digits."""
    letters: int
    singulars: frozenset[str]


@lru_cache(maxsize=4096)
def _shape(topic: str) -> _Shape:
    key = _BETWEEN.sub("", topic).rstrip(_ENDED) or topic
    return _Shape(
        key=key,
        plain=_plain(key),
        signs=tuple(_SIGNS.findall(key)),
        letters=sum(map(str.isalpha, key)),
        singulars=frozenset(_singulars(key)),
    )


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def _distance(one: _Shape, other: _Shape, nearest: int) -> int:
    """0 the same but for spaces and dashes, 1 a plural, 2 without dots, then 2 + slips; or far."""
    if one.signs != other.signs:
        return _FAR
    if one.key == other.key:
        return 0
    if one.key in other.singulars or other.key in one.singulars:
        return 1
    if one.plain == other.plain and one.letters >= 6 and one.plain in (one.key, other.key):
        return 2
    fewer, more = sorted((one.letters, other.letters))
    for edits, enough in ((1, 5), (2, 9)):
        if nearest <= 2 + edits or more < enough:
            break
        # Where one has fewer, the slip may be a letter left out within: "exel", but not "star(t)".
        inside = fewer == enough - 1 and one.key[-1:] == other.key[-1:]
        if (fewer >= enough or inside) and within(one.key, other.key, edits):
            return 2 + edits
    return _FAR


def _singulars(word: str) -> set[str]:
    """What the word may be a plural of, in English and in Finnish; most of it is no word at all."""
    found: set[str] = set()
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        found.add(word[:-1])
        if word.endswith("ies"):
            found.add(word[:-3] + "y")
        if word.endswith(("ses", "xes", "zes", "ches", "shes")):
            found.add(word[:-2])
    if word.endswith("t") and _ends_in_vowel(word[:-1]):
        found |= _strong(word[:-1])
        found |= {word.removesuffix(end) + base for end, base in _ENDINGS if word.endswith(end)}
        if word.endswith("eet"):
            found |= _weak(word[:-2])
        elif word.endswith("et"):
            found |= {stem[:-1] + "i" for stem in _strong(word[:-1])}
        elif word.endswith("it"):
            found.add(word[:-2])
    return {one for one in found if len(one) >= _SHORTEST}


def _ends_in_vowel(word: str) -> bool:
    return word.endswith(tuple("aeiouyäöå"))


def _strong(stem: str) -> set[str]:
    """The stem, and the stem as it is where its last consonant is not weakened."""
    body, vowel = stem[:-1], stem[-1:]
    found = {stem}
    for weak, strong in _STRONG.items():
        if body.endswith(weak):
            found |= {body.removesuffix(weak) + one + vowel for one in strong}
    if _ends_in_vowel(body):
        found.add(f"{body}k{vowel}")
    return found


def _weak(stem: str) -> set[str]:
    """The stem, and the stem as it is where its last consonant is weakened."""
    body, vowel = stem[:-1], stem[-1:]
    return {stem} | {
        body.removesuffix(strong) + weak + vowel
        for strong, weak in _WEAK.items()
        if body.endswith(strong)
    }
