"""How well a document fits what was searched for: BM25F, with the community's own frequencies."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from data.matching import Term

# Chosen on the half of the labelled sets that is not reported; see docs/search.md.
TITLE, BODY, FORMS, PARTS = 3.0, 1.0, 0.7, 0.4
SATURATION = 1.2
SHORT_TITLE, SHORT_BODY = 0.3, 0.5
"""How much it counts that a text is shorter than most."""
BY_NUMBER = 0.6
"""How much of its share by number a text at least counts to hold."""
NEXT_TO = 0.15
"""What it adds when two words stand side by side as they were typed."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much a community has: documents, and characters in all their titles and bodies."""

    documents: int = 0
    title: int = 0
    body: int = 0


class Ranking:
    """Scores documents for one search."""

    def __init__(self, terms: Sequence[Term], sizes: Sizes) -> None:
        self._count = len(terms)
        documents = max(sizes.documents, 1)
        self._title_length = max(sizes.title / documents, 1.0)
        self._body_length = max(sizes.body / documents, 1.0)
        self.worth = [
            math.log(1 + (documents - min(one.documents, documents) + 0.5) / (one.documents + 0.5))
            for one in terms
        ]
        self._most = sum(self.worth) or 1.0
        self._tokens: dict[str, list[tuple[int, float]]] = {}
        self._begun: list[tuple[str, tuple[int, float]]] = []
        self._several: list[tuple[tuple[str, ...], bool, int, float]] = []
        for number, term in enumerate(terms):
            for way in term.ways:
                if len(way.tokens) > 1:
                    self._several.append((way.tokens, way.apart, number, way.weight))
                elif way.begun:
                    self._begun.append((way.tokens[0], (number, way.weight)))
                else:
                    self._tokens.setdefault(way.tokens[0], []).append((number, way.weight))
        # Asked all at once, because hardly any token begins with one of them.
        self._begins = tuple(one for one, _ in self._begun)

    def score(self, title: str, body: str, forms: str, parts: str) -> tuple[float, float]:
        """How well it fits, and which share of what was searched for it holds.

        The share is by worth, or by number where that is more: among few, worth says little.
        """
        found = [0.0] * self._count
        near = 0.0
        norm = 1 - SHORT_TITLE + SHORT_TITLE * len(title) / self._title_length
        near += self._add(found, title.split(), TITLE / norm)
        norm = 1 - SHORT_BODY + SHORT_BODY * len(body) / self._body_length
        near += self._add(found, body.split(), BODY / norm)
        for words, value in ((forms, FORMS / norm), (parts, PARTS / norm)):
            # There each stands once, in no order.
            for token in self._tokens.keys() & words.split():
                for number, weight in self._tokens[token]:
                    found[number] += value * weight
        for tokens, apart, number, weight in self._several:
            for text, value in ((title, TITLE), (body, BODY), (parts, PARTS)):
                if _holds(text, tokens, apart=apart):
                    found[number] += value * weight
        score = held = number_held = 0.0
        for amount, worth in zip(found, self.worth, strict=True):
            if amount:
                score += worth * amount * (SATURATION + 1) / (amount + SATURATION)
                held += worth
                number_held += 1
        share = max(held / self._most, BY_NUMBER * number_held / max(self._count, 1))
        return score * (1 + NEXT_TO * near), share

    def _add(self, found: list[float], tokens: list[str], value: float) -> int:
        """Adds what these tokens are worth; returns how often two terms stand side by side."""
        near, last, last_at = 0, -2, -2
        for at, hits in enumerate(map(self._tokens.get, tokens)):
            if hits is None:
                if not (self._begins and tokens[at].startswith(self._begins)):
                    continue
                hits = [next(one for begun, one in self._begun if tokens[at].startswith(begun))]
            for number, weight in hits:
                found[number] += value * weight
            number = hits[-1][0]
            if at == last_at + 1 and number == last + 1:
                near += 1
            last, last_at = number, at
        return near


def _holds(text: str, tokens: tuple[str, ...], *, apart: bool) -> bool:
    if tokens[0] not in text:
        return False
    padded = f" {text} "
    if apart:
        return all(f" {one} " in padded for one in tokens)
    return f" {' '.join(tokens)} " in padded
