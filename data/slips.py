"""Which words differ from another by a slip of the finger."""

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

LEAST = 4
"""Letters of a word in which one slip is forgiven; of twice as many, two."""


def allowed(word: str) -> int:
    """How many slips a word of this length may hold."""
    return min(len(word) // LEAST, 2)


def near(word: str, others: Sequence[str], edits: int) -> set[int]:
    """The places of those of the others that are `within` so many edits of the word."""
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {place for _, _, place in found}


def within(one: str, other: str, edits: int) -> bool:
    """Whether so many letters put in, left out, changed or swapped make one of the other."""
    return OSA.distance(one, other, score_cutoff=edits) <= edits
