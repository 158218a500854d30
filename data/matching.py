"""What a word that is searched for may stand for, and how the index is asked for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from data import words
from data.synonyms import Synonyms

Level = Literal["exact", "beginning", "part", "slip"]

# How much of a word's weight each way to find it keeps.
LEMMA, FORM, SYNONYM, BEGINNING, PART, KIN, SLIP = 1.0, 0.7, 0.8, 0.5, 0.45, 0.35, 0.35
_LEAST_BEGINNING = 3
_LEAST_CUT, _CUT = 7, 2
Kind = Literal["tip", "question"]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to find a word: its tokens, one after the other or, when `apart`, anywhere."""

    tokens: tuple[str, ...]
    weight: float
    begun: bool = False
    """Whether a longer word that begins so will do."""
    apart: bool = False


@dataclass(slots=True)
class Term:
    """One of the words somebody searches for, with all ways to find it, the best ones first."""

    written: str
    ways: list[Way] = field(default_factory=list)
    documents: int = 0
    """How many documents of the community have it in the best ways."""

    def as_written(self) -> "Term":
        """Itself without the longer words that begin so."""
        return Term(self.written, [one for one in self.ways if not one.begun], self.documents)

    def add(self, ways: Iterable[Way]) -> bool:
        """Whether there is a new one among them."""
        known = {(one.tokens, one.begun, one.apart) for one in self.ways}
        new = [one for one in ways if (one.tokens, one.begun, one.apart) not in known]
        self.ways += dict.fromkeys(new)
        return bool(new)


def key(guild_id: int, kind: Kind) -> str:
    """What every word of a community's documents of a kind begins with in the index.

    It is of one length, so none begins like another with a letter more.
    """
    return f"{guild_id & (2**64 - 1):016x}{kind[0]}"


def terms(written: Sequence[str], synonyms: Synonyms) -> list[Term]:
    """A term for each word, and one for several that have a synonym together."""
    found = []
    at = 0
    while at < len(written):
        size = next((size for size in (3, 2) if _lemmas(written[at : at + size]) in synonyms), 1)
        some = written[at : at + size]
        term = exact(some[0]) if size == 1 else phrase(some)
        for name in [_lemmas(some)] if size > 1 else [(one,) for one in words.word(some[0]).all]:
            term.add(Way(other, SYNONYM) for other in synonyms.get(name, ()))
        if size > 1:
            term.add([Way(_lemmas(some), PART, apart=True)])
        found.append(term)
        at += size
    return found


def exact(written: str) -> Term:
    word = words.word(written)
    return Term(written, [Way((word.lemma,), LEMMA), *(Way((one,), FORM) for one in word.forms)])


def phrase(written: Sequence[str]) -> Term:
    return Term(" ".join(written), [Way(_lemmas(written), LEMMA)])


def _lemmas(written: Sequence[str]) -> tuple[str, ...]:
    return tuple(words.word(one).lemma for one in written)


def beginnings(written: str) -> list[Way]:
    """Longer words that begin so; what is left of a word without its ending counts as well."""
    word = words.word(written)
    begun = [one for one in word.all if len(one) > _LEAST_BEGINNING]
    # Of two letters half of a community's words may begin.
    begun = [written, *begun] if len(written) >= _LEAST_BEGINNING else begun
    ways = [Way((one,), BEGINNING, begun=True) for one in dict.fromkeys(begun)]
    # Words that come from one another differ in their last letters: accessible, accessibility.
    cut = dict.fromkeys(one[:-_CUT] for one in word.all if len(one) >= _LEAST_CUT)
    return [*ways, *(Way((one,), KIN, begun=True) for one in cut)]


def parts(written: str) -> list[Way]:
    """The parts of the compound it is, each somewhere."""
    word = words.word(written)
    return [Way(word.parts, PART, apart=True)] if word.parts else []


def asked(
    key: str,
    terms: Iterable[Term],
    without: Iterable[Term],
    *,
    deep: bool = False,
    title: bool = False,
) -> str:
    """The index's own query for documents that hold every term. No word of it is an operator.

    `deep` also looks at the parts of compounds, `title` nowhere but there.
    """
    where = "title" if title else "title body forms parts" if deep else "title body forms"
    wanted = " AND ".join(_any(key, term) for term in terms)
    unwanted = " OR ".join(_any(key, term) for term in without)
    text = f"{{{where}}} : ({wanted})"
    return f"{text} NOT ({{title body forms}} : ({unwanted}))" if unwanted else text


def any_of(key: str, terms: Iterable[Term], without: Iterable[Term] = ()) -> str:
    """The same for documents that hold one of the terms."""
    text = "{title body forms parts} : (" + " OR ".join(_any(key, term) for term in terms) + ")"
    unwanted = " OR ".join(_any(key, term) for term in without)
    return f"{text} NOT ({{title body forms}} : ({unwanted}))" if unwanted else text


def _any(key: str, term: Term) -> str:
    begun = tuple(way.tokens[0] for way in term.ways if way.begun)
    # What begins like another way is found by that one already, and would be looked for twice.
    ways = (way for way in term.ways if way.apart or not _covered(way, begun))
    return "(" + " OR ".join(dict.fromkeys(_way(key, way) for way in ways)) + ")"


def _covered(way: Way, begun: Iterable[str]) -> bool:
    (first, *more) = way.tokens
    return not more and any(
        first.startswith(one) and (not way.begun or first != one) for one in begun
    )


def _way(key: str, way: Way) -> str:
    # A token holds letters and digits alone, so a quoted one cannot end early.
    tokens = [key + one for one in way.tokens]
    if way.apart:
        return "(" + " AND ".join(f'"{one}"' for one in tokens) + ")"
    return '"' + " ".join(tokens) + '"' + ("*" if way.begun else "")
