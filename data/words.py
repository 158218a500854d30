"""A text's words as the search knows them: the word in the dictionary, its other forms, its parts.

Whatever is searched or found goes through here, in both languages at once, because people mix them.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries.dictionary_factory import DictionaryFactory

from data import dictionaries, endings
from data.dictionaries import Dictionary

VERSION = 1
"""Goes up with every change of what this file or the dictionaries make of a text."""

LONGEST = 48
"""Characters of a word that count."""
_KNOWN_AT_ONCE = 30_000
_LEAST_PART = 3
_LEAST_COMPOUND = 7
_LEAST_LOAN = 4
_LEAST_UNKNOWN = 5
# Words of three letters that many others are made of; of other short ones chance makes words.
_SHORT_PARTS = frozenset(
    [
        "työ",
        "äly",
        "etä",
        "apu",
        "maa",
        "tie",
        "koe",
        "osa",
        "ala",
        "ryhmä",
        "web",
        "app",
        "api",
        "pdf",
        "yhteis",
    ]
)

# "API:n" and "team's" are API and team.
_CASES = (
    "n|a|ä|t|na|nä|ta|tä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|iin|hin|ien|in|ia|iä|issa|ille"
)
WORD = re.compile(rf"[^\W_]+(?:(?:['’]s|:(?:{_CASES}))(?![^\W_]))?")
_TAIL = re.compile(r"['’:].*")
_JOINED = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_DASH = re.compile(r"[-‐‑]")

_ENGLISH = """
a all also always an and any are as at be been but by can could did do does for from get got had
has have he her his how i if in into is it its just like make many me more most much my need
never no not of on or our out she should so some somebody than that the their them then there
they this to up us use very want was way we were what when where which who why will with would
you your
"""
_FINNISH = """
aina aivan ei en et emme ette eivät että haluan he hän ihan itse ja jo jonkun jos joka joku
jotain jotka jotta kai kaikki kanssa koska koskaan kuin kuinka kun kuka me mikä miksi millä
millainen miten mitä missä mistä mihin minne mutta myös minä ne niin no nyt ole olen olet olemme
olette ovat oli olla on onko pitää saa saan saada saako se sekä sen sinä sitä siitä tai te tehdä
teen tämä tää tuo vai vain vielä voi voiko voin vaan voisi yksi
"""
STOP = frozenset((_ENGLISH + _FINNISH).split())
"""Words that say little of what a text is about."""


def load() -> None:
    """Have the dictionaries ready. Takes long the first time ever on a machine."""
    _dictionaries()


@dataclass(frozen=True, slots=True)
class Word:
    """`lemma` is the word in the dictionary, or what comes nearest to it.

    `forms` are other words it may be a form of, `parts` what a compound is made of.
    """

    lemma: str
    forms: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (self.lemma, *self.forms)


@dataclass(frozen=True, slots=True)
class Document:
    """What the index holds of a title and a text: words with spaces between, in their order."""

    title: str
    body: str
    forms: str
    parts: str


def document(title: str, body: str) -> Document:
    above, below = [*of(title)], [*of(body)]
    words = dict.fromkeys((*above, *below))
    forms = dict.fromkeys(form for one in words for form in one.forms)
    forms |= dict.fromkeys(_joined(f"{title}\n{body}"))
    parts = dict.fromkeys(part for one in words for part in _parts(one))
    return Document(*(" ".join(some) for some in (_lemmas(above), _lemmas(below), forms, parts)))


def of(text: str) -> Iterator[Word]:
    return map(word, split(text))


def split(text: str) -> list[str]:
    """The words of a text as they are written, but for capitals and what hangs on them."""
    return [_TAIL.sub("", one)[:LONGEST] for one in WORD.findall(plain(text))]


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@functools.lru_cache(maxsize=_KNOWN_AT_ONCE)
def word(written: str) -> Word:
    """What a written word is; `split` makes them."""
    if not written.isalpha() or len(written) < _LEAST_PART:
        return Word(written)
    finnish, english = _look_up(written, "fi"), _look_up(written, "en")
    found = [one for one in (finnish, english) if one]
    if found:
        # "työ" is a form of another word too, but first of all it is itself.
        if finnish != written and _look_up(f"{written}n", "fi") == written:
            found.insert(0, written)
        if finnish:
            found += _ambiguous(written)
            # "Jaa" is told to somebody: jaan, jakaa.
            if told := _look_up(f"{written}n", "fi"):
                found.append(told)
    else:
        found = [*_guesses(written)]
    found += [near for one in found for near in _near(one)]
    lemma, *others = dict.fromkeys(found)
    return Word(lemma, tuple(others), _made_of(lemma))


def _parts(one: Word) -> Iterator[str]:
    """What a compound is made of, and what that is made of."""
    for part in one.parts:
        yield part
        yield from word(part).parts


def _lemmas(words: Iterable[Word]) -> Iterator[str]:
    return (one.lemma for one in words)


def _joined(text: str) -> Iterator[str]:
    """Words with a dash in them, as they are written without it."""
    return (_DASH.sub("", one)[:LONGEST] for one in _JOINED.findall(plain(text)))


@functools.cache
def _dictionaries() -> dict[str, Dictionary]:
    return dictionaries.load()


class _Ours(DictionaryFactory):
    def get_dictionary(self, lang: str) -> Dictionary:
        return _dictionaries()[lang]


@functools.cache
def _rules() -> DefaultStrategy:
    return DefaultStrategy(dictionary_factory=_Ours())


def _look_up(written: str, language: str) -> str | None:
    """The word in the dictionary that this is a form of; None when it is not in there."""
    held = _dictionaries()[language]
    found = held.get(written) or held.get(written.capitalize())
    # Some entries end in a full stop or hold a space.
    match = WORD.match(found.casefold()) if found else None
    return match[0] if match else None


def _ambiguous(written: str) -> list[str]:
    """Other words that the same letters may be a form of: "avusta" is of apu and of avustaa."""
    return [one for one in sorted(endings.bare(written)) if _look_up(one, "fi") == one != written]


def _guesses(written: str) -> Iterator[str]:
    """What a word that is in no dictionary may be a form of, the likeliest first."""
    if len(written) >= _LEAST_COMPOUND and (pieces := _pieces(written)):
        yield written[: _last_at(written, pieces)] + pieces[-1]
        return
    stem = endings.stem(written)
    for one in (stem, *sorted(endings.bare(written), key=len, reverse=True)):
        if one != written and one in (_look_up(one, "en"), _look_up(one, "fi")):
            yield one
            break
    guess = _rules().get_lemma(written, "fi")
    if guess and guess != written and _look_up(guess, "fi"):
        yield guess
    yield stem
    yield written


def _near(lemma: str) -> Iterator[str]:
    """What is the same for whoever searches: what is done and doing it, a word and its loan."""
    yield from _doing(lemma)
    if again := _look_up(lemma, "fi") or _look_up(lemma, "en"):
        yield again
    if len(lemma) >= _LEAST_LOAN:
        doubled = lemma[-2] == lemma[-3]
        for loan in (lemma[:-1], *([lemma[:-2]] if doubled else ())) if lemma[-1] == "i" else ():
            if _look_up(loan, "en") == loan:
                yield loan
                break
    if len(lemma) >= _LEAST_PART and lemma[-1] not in "aeiouyäö":
        for loan in (f"{lemma}i", f"{lemma}{lemma[-1]}i"):
            if _look_up(loan, "fi") == loan and len(loan) >= _LEAST_LOAN:
                yield loan


_FINNISH_DOING = (
    *(("minen", "n"), ("minen", "a"), ("minen", "ä"), ("minen", "va"), ("minen", "vä")),
    *(("tus", "ttaa"), ("tys", "ttää"), ("nti", "da"), ("lu", "lla"), ("ly", "llä")),
    *(("o", "aa"), ("ö", "ää")),
)
"""How a name of what is done ends, and a form of the verb: opetus, opettaa; nimeäminen, nimeän."""
_ENGLISH_DOING = (
    *(("ing", ""), ("ing", "e"), ("ication", "y"), ("ation", ""), ("ation", "e"), ("ation", "ate")),
    *(("ion", ""), ("ion", "e"), ("ment", ""), ("er", ""), ("er", "e"), ("ility", "le")),
    *(("ness", ""), ("ly", "")),
)


def _doing(lemma: str) -> Iterator[str]:
    for language, endings_of in (("fi", _FINNISH_DOING), ("en", _ENGLISH_DOING)):
        for name, verb in endings_of:
            if lemma.endswith(name) and len(lemma) - len(name) >= _LEAST_PART:
                form = lemma.removesuffix(name) + verb
                found = _look_up(form, language)
                if found and (found == form or name == "minen"):
                    yield found


def _made_of(lemma: str) -> tuple[str, ...]:
    if len(lemma) < _LEAST_COMPOUND:
        return ()
    if pieces := _pieces(lemma, whole=False):
        return pieces
    if _look_up(lemma, "fi") or _look_up(lemma, "en"):
        return ()
    # Of an unknown word, the beginning at least may be known: "uravalmennus".
    for at in range(len(lemma) - _LEAST_UNKNOWN, _LEAST_PART - 1, -1):
        if first := _first_part(lemma[:at]):
            return (first, lemma[at:])
    return ()


def _pieces(written: str, *, whole: bool = True) -> tuple[str, ...]:
    """The words a compound is made of, the last in the dictionary's form; () when it is none.

    As few as there can be, and of several ways the most even one. `whole`: it may be one word.
    """
    if whole and (known := _look_up(written, "fi") or _look_up(written, "en")) and _is_part(known):
        return (known,)
    best: tuple[str, ...] = ()
    for at in range(_LEAST_PART, len(written) - _LEAST_PART + 1):
        first = _first_part(written[:at])
        rest = _rest(written[at:]) if first else ()
        # Between short words chance has its way: "disc", "orda".
        if not first or not rest or (first == _look_up(written[:at], "en") and len(rest[-1]) < 5):
            continue
        if not best or (-len(rest), _least(first, *rest)) > (1 - len(best), _least(*best)):
            best = (first, *rest)
    return best


@functools.lru_cache(maxsize=_KNOWN_AT_ONCE)
def _rest(written: str) -> tuple[str, ...]:
    return _pieces(written)


def _least(*pieces: str) -> int:
    return min(map(len, pieces))


def _is_part(one: str) -> bool:
    return len(one) > _LEAST_PART or one in _SHORT_PARTS


def _last_at(written: str, pieces: tuple[str, ...]) -> int:
    """Where the last of a compound's words begins."""
    return next(
        at
        for at in range(len(written) - _LEAST_PART, 0, -1)
        if _rest(written[at:]) == pieces[-1:] and _first_fits(written[:at], pieces[:-1])
    )


def _first_fits(written: str, pieces: tuple[str, ...]) -> bool:
    """Whether these are the first words of a compound."""
    if len(pieces) == 1:
        return _first_part(written) == pieces[0]
    return any(
        _first_part(written[:at]) == pieces[0] and _first_fits(written[at:], pieces[1:])
        for at in range(_LEAST_PART, len(written) - _LEAST_PART + 1)
    )


@functools.lru_cache(maxsize=_KNOWN_AT_ONCE)
def _first_part(written: str) -> str | None:
    """The word that a compound may begin with: as it is, or whose it is ("salasanan")."""
    found = _look_up(written, "fi")
    if found is None:
        found = _look_up(written, "en")
        if found is not None and found != written:
            found = None
    elif found != written and not written.endswith("n"):
        found = None
    if found is None and written.endswith("s"):
        # "Ihmis" of ihminen, "oppimis" of oppiminen.
        found = _look_up(f"{written[:-1]}nen", "fi") or _look_up(f"{written[:-1]}sen", "fi")
    return found if found and (_is_part(written) or written in _SHORT_PARTS) else None
