"""What Finnish and English put behind a word, and what may have stood there before."""

from collections.abc import Iterable, Iterator

LEAST = 3
"""Letters that are left when an ending goes."""

# -kin and its like, whose it is, then cases, persons and the rest.
_OUTER = ("kaan", "kään", "kin", "han", "hän")
_OWNERS = ("nsa", "nsä", "mme", "nne", "ni", "si")
_INNER = (
    *("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "tta", "ttä", "na"),
    *("nä", "ta", "tä", "ja", "jä", "a", "ä", "n", "t", "en", "in", "an", "än", "on", "ön", "un"),
    *("yn", "hin", "hen", "seen", "siin", "den", "ten", "tten", "jen", "iin", "eja", "ejä", "ien"),
)
_TURNED = (("nen", "s"), ("kkaa", "kas"), ("kkää", "käs"))
# Behind a word that no dictionary has only these are surely endings: "kanban" has none.
_SURE = (
    *("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "eihin", "eista"),
    *("eissa", "eilla", "eille", "eiltä", "eillä", "eissä", "eistä", "eiden", "eja", "ejä", "iin"),
    *("ien", "it", "in", "ia", "iä"),
)
_NOMINATIVES = (("ukse", "us"), ("ykse", "ys"), ("ise", "inen"))
_VOWELS = "aeiouyäö"
# How the sound at the end of a stem weakens and strengthens, as one of the two.
_GRADES = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("ng", "nk"), ("mm", "mp"), ("nn", "nt")),
    *(
        ("ll", "lt"),
        ("rr", "rt"),
        ("d", "t"),
        ("v", "p"),
        ("k", "kk"),
        ("p", "pp"),
        ("t", "tt"),
        ("j", "ik"),
    ),
)


def bare(word: str) -> set[str]:
    """What the word may be without its Finnish endings; most of it is no word at all."""
    found = {word}
    for endings in (_OUTER, _OWNERS, _INNER):
        found |= set(_without(found, endings))
    for turned, into in _TURNED:
        found |= {one.removesuffix(turned) + into for one in found if one.endswith(turned)}
    return found | {strong for one in found for strong in _stronger(one)}


def stem(word: str) -> str:
    """A word that no dictionary has, without what is surely an ending: the same for its forms."""
    for end in _OUTER[:3]:
        if len(word) - len(end) > LEAST and word.endswith(end):
            word = word.removesuffix(end)
            break
    for end in sorted(_SURE, key=len, reverse=True):
        rest = word.removesuffix(end)
        # "in" is an ending behind a consonant; what begins with i is one nowhere else.
        if rest != word and len(rest) >= LEAST and (end[0] not in "ie" or rest[-1] not in _VOWELS):
            word = rest
            break
    else:
        if (len(word) > LEAST + 1 and word[-1] in "nt" and word[-2] in _VOWELS) or (
            len(word) > LEAST + 1 and word[-1] == "s" and word[-2] not in "aiuysäö"
        ):
            word = word[:-1]
    for turned, into in _NOMINATIVES:
        if word.endswith(turned):
            return word.removesuffix(turned) + into
    # The vowel that a borrowed word gets before an ending: Excel, Excelissä.
    if len(word) > LEAST and word[-1] == "i" and word[-2] not in _VOWELS:
        word = word[:-1]
    return word


def _without(words: Iterable[str], endings: tuple[str, ...]) -> Iterator[str]:
    for word in words:
        for end in endings:
            if word.endswith(end) and len(word) - len(end) >= LEAST:
                yield word[: -len(end)]


def _stronger(word: str) -> Iterator[str]:
    """The word as it is where its last consonants are strong: "avu", "apu"."""
    end = word.rstrip(_VOWELS)
    vowels = word[len(end) :]
    if len(end) < 1 or not vowels:
        return
    for weak, strong in _GRADES:
        if end.endswith(weak):
            yield end[: -len(weak)] + strong + vowels
