"""Which words of a text are why it was found."""

import re
from dataclasses import dataclass

from data import matching, slips, words
from data.query import Query
from data.synonyms import Synonyms

# A piece of an address is not marked: it would end the link.
_ADDRESS = re.compile(r"[a-z]+://\S+|<[@#][^>]*>", re.IGNORECASE)
_LEAST_INSIDE = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """Finds in texts what one search was after."""

    forms: frozenset[str]
    begun: tuple[str, ...]

    def spans(self, text: str) -> list[tuple[int, int]]:
        """From where to where each of them stands in a text, in its order."""
        kept_out = [one.span() for one in _ADDRESS.finditer(text)]
        found = []
        for one in words.WORD.finditer(text):
            start, end = one.span()
            if any(start < out and into < end for into, out in kept_out):
                continue
            if self._is_one(one[0]):
                found.append((start, end))
        return found

    def _is_one(self, written: str) -> bool:
        split = words.split(written)
        if not split:
            return False
        word = words.word(split[0])
        if not self.forms.isdisjoint((*word.all, *word.parts)):
            return True
        return any(_near(begun, split[0], word.lemma) for begun in self.begun)


def _near(wanted: str, written: str, lemma: str) -> bool:
    """Whether a word begins so, has it inside, or differs by a slip."""
    if written.startswith(wanted) or (len(wanted) >= _LEAST_INSIDE and wanted in written):
        return True
    edits = slips.allowed(wanted)
    return edits > 0 and any(slips.within(wanted, one, edits) for one in (written, lemma))


def of(wanted: Query, synonyms: Synonyms) -> Marks:
    terms = matching.terms(wanted.content, synonyms)
    terms += map(matching.phrase, wanted.phrases)
    forms = {token for term in terms for way in term.ways for token in way.tokens}
    forms |= {part for one in wanted.content for part in words.word(one).parts}
    return Marks(frozenset(forms), tuple(dict.fromkeys(wanted.content)))
