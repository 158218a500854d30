"""What somebody typed into a search: words, "phrases", -without, topic:, by:, kind:.

Whatever is none of these is words. There is no wrong query.
"""

import re
from dataclasses import dataclass
from typing import Literal

from data import words

Sort = Literal["tip", "question", "answer"]
"""What kind: may name; an answer is a question with an accepted one."""

MOST = 12
"""Words that count, of those that are to be there and of those that are not."""

_QUOTES = '"”“„»«'
_PIECE = re.compile(
    rf"(?P<minus>(?<![^\s(])-)?"
    rf"(?:(?P<name>[^\W\d_]+):)?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]|(?P<plain>[^\s{_QUOTES}]+))"
)
_NAMES = {
    **dict.fromkeys(("topic", "topics", "aihe", "aiheet"), "topic"),
    **dict.fromkeys(("by", "from", "kuka", "tekijä"), "by"),
    **dict.fromkeys(("kind", "type", "laji", "tyyppi"), "kind"),
}
_SORTS: dict[str, Sort] = {
    **dict.fromkeys(("tip", "tips", "vinkki", "vinkit"), "tip"),
    **dict.fromkeys(("question", "questions", "kysymys", "kysymykset"), "question"),
    **dict.fromkeys(("answer", "answers", "vastaus", "vastaukset"), "answer"),
}
_SELF = ("me", "minä", "minulta")
_MEMBER = re.compile(r"<@!?(\d{1,19})>|@?(\d{5,19})")


@dataclass(frozen=True, slots=True)
class Query:
    """`words` are single words as they were typed; all but the stop words have to be there.

    A phrase stands as it was typed, but for the forms of its words, and nothing near it will do.
    `by` are members' ids, `by_me` the reader themselves. Empty of everything: it finds nothing.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    without: tuple[tuple[str, ...], ...] = ()
    topics: tuple[str, ...] = ()
    by: tuple[int, ...] = ()
    by_me: bool = False
    sorts: frozenset[Sort] = frozenset()

    @property
    def text(self) -> bool:
        return bool(self.words or self.phrases)

    @property
    def narrowed(self) -> bool:
        """Whether it finds something without words."""
        return bool(self.topics or self.by or self.by_me or self.sorts)

    @property
    def content(self) -> tuple[str, ...]:
        """The words that have to be there: all of them where none says much."""
        telling = tuple(one for one in self.words if one not in words.STOP)
        return telling if telling or self.phrases else self.words


def parse(typed: str) -> Query:
    found: dict[str, list[str]] = {"words": [], "topic": []}
    phrases: list[tuple[str, ...]] = []
    without: list[tuple[str, ...]] = []
    by: list[int] = []
    sorts: set[Sort] = set()
    by_me = False
    for piece in _PIECE.finditer(typed):
        name = _NAMES.get(words.plain(piece["name"] or ""))
        value = (piece["phrase"] if piece["plain"] is None else piece["plain"]).strip()
        minus = piece["minus"] is not None
        if name == "topic" and not minus and (topic := _topic(value)):
            found["topic"].append(topic)
        elif name == "by" and not minus and (member := _MEMBER.fullmatch(value)):
            by.append(min(int(member[1] or member[2]), 2**63 - 1))
        elif name == "by" and not minus and words.plain(value) in _SELF:
            by_me = True
        elif name == "kind" and not minus and (sort := _SORTS.get(words.plain(value))):
            sorts.add(sort)
        else:
            # What only looked like a name is words like the rest of it.
            split = tuple(words.split(piece[0].removeprefix("-") if minus else piece[0]))
            if minus and split:
                without.append(split[:MOST])
            elif piece["phrase"] is not None and split and not piece["name"]:
                phrases.append(split[:MOST])
            else:
                found["words"] += split
    if without and not (found["words"] or phrases or found["topic"] or by or by_me or sorts):
        # There is nothing to leave them out of.
        found["words"] = [one for some in without for one in some]
        without.clear()
    return Query(
        words=tuple(dict.fromkeys(found["words"]))[:MOST],
        phrases=tuple(dict.fromkeys(phrases))[:MOST],
        without=tuple(dict.fromkeys(without))[:MOST],
        topics=tuple(dict.fromkeys(found["topic"]))[:MOST],
        by=tuple(dict.fromkeys(by))[:MOST],
        by_me=by_me,
        sorts=frozenset(sorts),
    )


def _topic(value: str) -> str:
    """A topic as bot.topics.read writes it."""
    return " ".join(words.plain(value).lstrip("#").split())
