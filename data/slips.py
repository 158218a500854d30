"""Whether two words differ by a slip of the finger."""

from rapidfuzz.distance import OSA

LEAST = 4
"""Letters of a word in which one slip is forgiven; of twice as many, two."""


def allowed(word: str) -> int:
    """How many slips a word of this length may hold."""
    return min(len(word) // LEAST, 2)


def within(one: str, other: str, edits: int) -> bool:
    """Whether so many letters put in, left out, changed or swapped make one of the other."""
    return OSA.distance(one, other, score_cutoff=edits) <= edits
