"""Whether two words differ by a slip of the finger."""

LEAST = 4
"""Letters of a word in which one slip is forgiven; of twice as many, two."""


def allowed(word: str) -> int:
    """How many slips a word of this length may hold."""
    return min(len(word) // LEAST, 2)


def within(one: str, other: str, edits: int) -> bool:
    """Whether so many letters put in, left out, changed or swapped make one of the other."""
    if abs(len(one) - len(other)) > edits:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if not one or not other:
        return len(one) + len(other) <= edits
    return edits > 0 and (
        within(one[1:], other, edits - 1)
        or within(one, other[1:], edits - 1)
        or within(one[1:], other[1:], edits - 1)
        or (one[:2] == other[1::-1] and within(one[2:], other[2:], edits - 1))
    )
