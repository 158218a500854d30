"""Finding, among everything that can be found; data.indexing has put it there."""

import heapq
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from data import matching, query, slips, synonyms, words
from data.matching import Kind, Term, Way
from data.query import Query
from data.ranking import Ranking, Sizes
from data.search_narrowing import narrowed, newest_narrowed, priors
from data.store import Reading, Row, Store

FEW = 8
"""Hits below which a search is widened: to beginnings and compounds, then to slips."""
_SCORED = 80
"""Documents that are looked at closely; what comes after them stays as the index had it."""
_BROAD = 1_500
"""Documents above which the index is not asked to rank: it would read the size of each."""
_COUNTED = 1_000
"""Documents up to which those that hold a word are counted."""
_LOOKED_THROUGH = 4_000
"""Documents that are looked through for what holds some of the words."""
_OF_EACH = 1_000
"""The same for each word."""
_TOGETHER = 4
"""Words that are looked for together where each alone is in too many documents."""
_TELLING = 3
"""Words that say something, from which on the others are left out of a similar text."""
_LEAST_SIMILAR = 0.2
"""How much of a text, by the worth of its words, a similar one has to hold."""
_LEAST_HELD = 0.3
"""The same of what somebody searches for, where nothing holds all of it."""
_MOST_TERMS = 16
_MOST_SLIPS = 6
_MOST_TYPED = 12
_LEAST_TYPED = 4
"""Letters that are left of a word whose end finds nothing while it is typed."""

_RANKED = "bm25(documents_index, 3.0, 1.0, 0.7, 0.4)"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found. `score` compares hits of one search, also of another kind."""

    kind: Kind
    item_id: int
    score: float
    exact: bool
    """Whether it holds the words themselves, in whatever form, and not only something near them."""


async def find(store: Store, guild_id: int, kind: Kind, words: str, limit: int = 200) -> list[int]:
    """Ids of the items that fit what was typed, best first; see data.query for what can be typed.

    When few hold the words themselves, those follow that hold what is near to them: longer words
    that begin so, compounds, slips of the finger.
    """
    found = await hits(store, guild_id, kind, query.parse(words), limit)
    return [one.item_id for one in found]


async def hits(
    store: Store, guild_id: int, kind: Kind, wanted: Query, limit: int = 200, *, reader: int = 0
) -> list[Hit]:
    """As `find`; `reader` is who "by:me" means."""
    if not _of_kind(kind, wanted):
        return []
    by = (*wanted.by, *([reader] if wanted.by_me else []))
    if not wanted.text:
        if not wanted.narrowed:
            return []
        newest = await newest_narrowed(store, guild_id, kind, wanted.topics, by, limit)
        left = await _without(store, guild_id, kind, wanted, newest)
        solved = await narrowed(store, guild_id, kind, left, (), (), wanted.sorts)
        return [Hit(kind, item_id, 0.0, exact=True) for item_id in solved]

    async def search(here: Reading) -> list[Hit]:
        known = await synonyms.of(here, guild_id)
        found = await _Search(here, guild_id, kind, known).widening(wanted, limit)
        if wanted.topics or by or wanted.sorts:
            ids = [one.item_id for one in found]
            fitting = (wanted.topics, by, wanted.sorts)
            kept = set(await narrowed(here, guild_id, kind, ids, *fitting))
            found = [one for one in found if one.item_id in kept]
        return found[:limit]

    return await store.reading(search)


async def similar(store: Store, guild_id: int, kind: Kind, text: str, limit: int = 50) -> list[int]:
    """Ids of the items that say much of what this text says, in whatever words, best first."""

    async def search(here: Reading) -> list[Hit]:
        known = await synonyms.of(here, guild_id)
        return await _Search(here, guild_id, kind, known).similar(text, limit)

    return [one.item_id for one in await store.reading(search)]


async def newest(
    store: Store, guild_id: int, kind: Kind, typed: str, limit: int = 200
) -> list[int]:
    """As `find` while somebody types, the items that came last first: ranking all is too slow.

    Each word may be the beginning of a longer one.
    """
    written = list(dict.fromkeys(words.split(typed)))[:_MOST_TYPED]
    if not written:
        return []
    key = matching.key(guild_id, kind)
    while True:
        terms = [_typed(one) for one in written]
        rows = await store.read(
            "SELECT d.item_id FROM documents_index i JOIN documents d ON d.document_id = i.rowid"
            " WHERE documents_index MATCH ? AND d.guild_id = ? AND d.kind = ?"
            " ORDER BY i.rowid DESC LIMIT ?",
            (matching.asked(key, terms, [], deep=False), guild_id, kind, limit),
        )
        # The end of an inflected word may be one that no word in the dictionary has.
        if rows or len(written[-1]) <= _LEAST_TYPED:
            return [row["item_id"] for row in rows]
        written[-1] = written[-1][:-1]


def _typed(written: str) -> Term:
    term = Term(written, [Way((written,), matching.BEGINNING, begun=True)])
    word = words.word(written)
    term.add(Way((one,), matching.FORM) for one in word.all if not one.startswith(written))
    return term


def _of_kind(kind: Kind, wanted: Query) -> bool:
    sorts = wanted.sorts
    return not sorts or kind in sorts or (kind == "question" and "answer" in sorts)


async def _without(
    store: Store, guild_id: int, kind: Kind, wanted: Query, item_ids: Sequence[int]
) -> list[int]:
    """Those of the items that hold none of what is unwanted."""
    if not wanted.without or not item_ids:
        return [*item_ids]
    match = matching.any_of(matching.key(guild_id, kind), map(matching.phrase, wanted.without))
    rows = await store.read(
        "SELECT item_id FROM documents WHERE guild_id = ?1 AND kind = ?2"
        " AND item_id IN (SELECT value FROM json_each(?3))"
        " AND document_id IN (SELECT rowid FROM documents_index WHERE documents_index MATCH ?4)",
        (guild_id, kind, json.dumps([*item_ids]), match),
    )
    unwanted = {row["item_id"] for row in rows}
    return [item_id for item_id in item_ids if item_id not in unwanted]


class _Search:
    """One search of one kind in one community."""

    def __init__(self, here: Reading, guild_id: int, kind: Kind, known: synonyms.Synonyms) -> None:
        self._here = here
        self._guild_id = guild_id
        self._kind: Kind = kind
        self._key = matching.key(guild_id, kind)
        self._synonyms = known
        self._sizes = Sizes()

    async def widening(self, wanted: Query, limit: int) -> list[Hit]:
        """What holds all of it; when that is little, what holds something near comes after."""
        single = matching.terms(wanted.content, self._synonyms)
        terms = [*single, *map(matching.phrase, wanted.phrases)]
        without = [*map(matching.phrase, wanted.without)]
        await self._count(terms)
        # What says little counts for the order alone.
        little = [matching.exact(one) for one in wanted.words if one not in wanted.content]
        found = await self._all_of(terms, without, limit, little=little)
        for level in (self._near, self._slipped):
            if len(found) >= min(FEW, limit):
                break
            if await level(single):
                known = {one.item_id for one in found}
                found += await self._all_of(terms, without, limit, deep=True, known=known)
        if not found and len(terms) > 1:
            found = await self._some_of(terms, _LEAST_HELD, limit, without)
        return found

    async def _near(self, terms: list[Term]) -> bool:
        """Longer words that begin so, words that come from the same, compounds."""
        for term in terms:
            term.add(matching.beginnings(term.written))
            term.add(matching.parts(term.written))
        # Even where a word has nothing near it, it may be in a compound.
        return True

    async def _slipped(self, terms: list[Term]) -> bool:
        found = [term.add(await self._slips(term)) for term in terms if not term.documents]
        return any(found)

    async def _slips(self, term: Term) -> list[Way]:
        """Words of the community that differ by a slip, the most used first."""
        edits = slips.allowed(term.written)
        if not edits:
            return []
        first = self._key + term.written[0]
        written = {term.written, words.word(term.written).lemma}
        lengths = [*map(len, written)]
        rows = await self._here.read(
            "SELECT substr(term, ?3) AS word, doc FROM documents_words"
            " WHERE term >= ?1 AND term < ?2 AND length(term) BETWEEN ?4 AND ?5",
            (
                *(first, first + "\U0010ffff", len(self._key) + 1),
                *(len(self._key) + min(lengths) - edits, len(self._key) + max(lengths) + edits),
            ),
        )
        others = [row["word"] for row in rows]
        places = set().union(*(slips.near(one, others, edits) for one in written))
        near = [(rows[place]["doc"], others[place]) for place in places]
        return [
            Way((word,), matching.SLIP)
            for _, word in islice(sorted(near, reverse=True), _MOST_SLIPS)
        ]

    async def similar(self, text: str, limit: int) -> list[Hit]:
        written = list(dict.fromkeys(words.split(text)))
        telling = [one for one in written if one not in words.STOP]
        # A short text is known by its small words as well.
        chosen = telling if len(telling) >= _TELLING else written
        terms = matching.terms(chosen, self._synonyms)
        await self._count(terms)
        terms = [one for one in terms if one.documents]
        if telling and not any(one.written in telling for one in terms):
            # Two questions that begin with "How do I" are not alike by that.
            return []
        return await self._some_of(terms, _LEAST_SIMILAR, limit)

    async def _some_of(
        self, terms: list[Term], least: float, limit: int, without: Sequence[Term] = ()
    ) -> list[Hit]:
        """What holds at least this share of the terms, by their worth."""
        # What few have tells most, and is found the fastest.
        terms = sorted(terms, key=lambda one: one.documents)[:_MOST_TERMS]
        if not terms:
            return []
        ranking = Ranking(terms, self._sizes)
        scored: dict[int, float] = {}
        for row in await self._texts(await self._likeliest(terms, ranking.worth, without)):
            score, held = ranking.score(row["title"], row["body"], row["forms"], row["parts"])
            if held >= least:
                scored[row["item_id"]] = score * held
        return await self._best(scored, {}, limit, exact=False)

    async def _likeliest(
        self, terms: Sequence[Term], worth: Sequence[float], without: Sequence[Term]
    ) -> list[int]:
        """Documents that hold most of the terms by their worth; of those like it, the newest.

        The rarest terms come first. Of what very many hold only the newest are looked through,
        and those that hold several of the terms, which may be old.
        """
        held: dict[int, float] = {}
        sizes = accumulate(min(one.documents, _OF_EACH) for one in terms)
        first = terms[: 1 + sum(size < _LOOKED_THROUGH for size in sizes)]
        # Where a word itself is found, longer ones that begin so would only add to it.
        sure = [one.as_written() if one.documents >= FEW else one for one in first]
        matches = [matching.any_of(self._key, [one], without) for one in sure]
        rows = await self._here.read(
            "SELECT (SELECT json_group_array(rowid) FROM"
            " (SELECT rowid FROM documents_index WHERE documents_index MATCH j.value"
            "  ORDER BY rowid DESC LIMIT ?2)) FROM json_each(?1) j",
            (json.dumps(matches), _OF_EACH),
        )
        for row, value in zip(rows, worth, strict=False):
            for one in json.loads(row[0]):
                held[one] = held.get(one, 0.0) + value
        common = any(one.documents > _OF_EACH for one in first)
        for count in range(2, _TOGETHER + 1) if common else ():
            some = terms[:count]
            match = matching.asked(self._key, some, without, deep=True)
            for one in await self._documents(match, _SCORED):
                held[one] = max(held.get(one, 0.0), sum(worth[:count]))
        likeliest = heapq.nlargest(_SCORED, zip(held.values(), held, strict=True))
        return [one for _, one in likeliest]

    async def _all_of(
        self,
        terms: list[Term],
        without: list[Term],
        limit: int,
        *,
        deep: bool = False,
        known: Iterable[int] = (),
        little: Sequence[Term] = (),
    ) -> list[Hit]:
        match = matching.asked(self._key, terms, without, deep=deep)
        # One more than are scored tells whether there is anything to choose from.
        found = await self._documents(match, max(limit, _SCORED + 1))
        if len(found) > _SCORED:
            if min(one.documents for one in terms) > _BROAD:
                # Among the newest of many, those come first whose title has the words.
                titled = matching.asked(self._key, terms, without, deep=deep, title=True)
                first = await self._documents(titled, _SCORED // 2)
            else:
                first = await self._documents(match, _SCORED, order=_RANKED)
            found = [*dict.fromkeys((*first, *found))]
        rows = [row for row in await self._texts(found) if row["item_id"] not in known]
        ranking = Ranking([*terms, *little], self._sizes)
        scored = {
            row["item_id"]: ranking.score(row["title"], row["body"], row["forms"], row["parts"])[0]
            for row in rows[:_SCORED]
        }
        rest = [row["item_id"] for row in rows[_SCORED:]]
        exact = not deep and all(not way.begun for one in terms for way in one.ways)
        return await self._best(scored, rest, limit, exact=exact)

    async def _best(
        self, scored: dict[int, float], rest: Iterable[int], limit: int, *, exact: bool
    ) -> list[Hit]:
        """Best first; of equal ones the newest."""
        if scored:
            weights = await priors(self._here, self._guild_id, self._kind, [*scored])
            for item_id, weight in weights.items():
                scored[item_id] *= weight
        best = sorted(scored.items(), key=lambda one: (-one[1], -one[0]))
        found = [Hit(self._kind, item_id, score, exact) for item_id, score in best]
        found += [Hit(self._kind, item_id, 0.0, exact) for item_id in rest]
        return found[:limit]

    async def _documents(self, match: str, limit: int, order: str = "rowid DESC") -> list[int]:
        """Numbers of documents in the index, the newest first unless they are ranked."""
        (row,) = await self._here.read(
            "SELECT json_group_array(rowid) FROM (SELECT rowid FROM documents_index"
            f" WHERE documents_index MATCH ? ORDER BY {order} LIMIT ?)",
            (match, limit),
        )
        documents: list[int] = json.loads(row[0])
        return documents

    async def _texts(self, documents: Sequence[int]) -> list[Row]:
        """What the index holds of them, in their order."""
        return await self._here.read(
            "SELECT d.item_id, d.title, d.body, d.forms, d.parts FROM json_each(?1) j"
            " CROSS JOIN documents d ON d.document_id = j.value"
            " WHERE +d.guild_id = ?2 AND +d.kind = ?3 ORDER BY j.key",
            (json.dumps(documents), self._guild_id, self._kind),
        )

    async def _count(self, terms: Sequence[Term]) -> None:
        """How many documents have each term, and how much there is to find at all.

        Beyond _COUNTED it is an estimate, by how far back so many of them reach.
        """
        tokens = [*{way.tokens[0] for term in terms for way in term.ways}]
        rows = await self._here.read(
            "SELECT j.key AS token, (SELECT json_array(count(*), min(rowid)) FROM"
            " (SELECT rowid FROM documents_index WHERE documents_index MATCH j.value"
            "  ORDER BY rowid DESC LIMIT ?2)) AS found FROM json_each(?1) j",
            (json.dumps([f'"{self._key}{one}"' for one in tokens]), _COUNTED),
        )
        all_there_is = await self._here.read(
            "SELECT documents, title, body,"
            " (SELECT min(document_id) FROM (SELECT document_id FROM documents"
            "  WHERE guild_id = ?1 AND kind = ?2 ORDER BY item_id LIMIT 10)) AS first,"
            " (SELECT max(document_id) FROM (SELECT document_id FROM documents"
            "  WHERE guild_id = ?1 AND kind = ?2 ORDER BY item_id DESC LIMIT 10)) AS last"
            " FROM document_sizes WHERE guild_id = ?1 AND kind = ?2",
            (self._guild_id, self._kind),
        )
        held = dict.fromkeys(tokens, 0)
        for here in all_there_is:
            self._sizes = Sizes(here["documents"], here["title"], here["body"])
            for row in rows:
                count, oldest = json.loads(row["found"])
                if count == _COUNTED:
                    # An item that was changed is among the newest, even the first there was:
                    # hence ten at each end.
                    first, last = min(here["first"], oldest), max(here["last"], oldest)
                    share = (last - oldest + 1) / (last - first + 1)
                    count = round(count / max(share, 0.01))
                held[tokens[row["token"]]] = count
        for term in terms:
            several = sum(held[way.tokens[0]] for way in term.ways)
            term.documents = min(several, self._sizes.documents)
