"""What stands in a digest: no Discord, no database, no clock."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.digest_material import Candidate, Material
    from data.digests import Pick

MOST_FEATURED = 5
MOST_TOPICS = 6
EACH = 3
"""New tips under one topic."""
WITHOUT_TOPICS = 9
"""New tips where none of them has a topic."""
TURNS = 26
"""Older tips that take turns where nobody remembers which was shown before."""


def choose(found: "Material", turn: int = 0, avoided: Iterable[str] = ()) -> "list[Pick]":
    """The tips of a digest, each once and in its order; none when nothing is new.

    `turn` picks one of those that can be brought back, and what is from another field has none of
    the topics `avoided`.
    """
    if not found.new:
        return []
    shown: set[int] = set()
    featured = _take(found.featured, shown, MOST_FEATURED)
    helpful = _take(found.helpful, shown, 1)
    new = list(_by_topic(found.new, shown))
    seen = {topic for one in found.new for topic in one.topics}.union(avoided)
    gem = _take(_brought_back(found.gems, found, shown, turn), shown, 1)
    elsewhere = (one for one in found.others if one.topics and seen.isdisjoint(one.topics))
    other = _take(_brought_back(elsewhere, found, shown, turn), shown, 1)
    return [
        *(("featured", "", one.tip_id) for one in featured),
        *(("new", topic, one.tip_id) for topic, one in new),
        *(("helpful", "", one.tip_id) for one in helpful),
        *(("gem", "", one.tip_id) for one in gem),
        *(("elsewhere", "", one.tip_id) for one in other),
    ]


def _take(some: "Iterable[Candidate]", shown: set[int], most: int) -> "list[Candidate]":
    """The first few of those that are not shown yet; they are from now on."""
    taken: list[Candidate] = []
    for one in some:
        if len(taken) < most and one.tip_id not in shown:
            taken.append(one)
            shown.add(one.tip_id)
    return taken


def _brought_back(
    some: "Iterable[Candidate]", found: "Material", shown: set[int], turn: int
) -> "Sequence[Candidate]":
    """The one whose turn it is, of those that can be brought back."""
    passed = found.passed | shown
    # The same tip may be among the helpful and the recent ones.
    able = list({one.tip_id: one for one in some if one.tip_id not in passed}.values())[:TURNS]
    return able[turn % len(able) :][:1] if able else []


def _by_topic(new: "Sequence[Candidate]", shown: set[int]) -> "Iterator[tuple[str, Candidate]]":
    """New tips under the topics that most of them have, the most helpful of each topic first."""
    counted = Counter(topic for one in new for topic in one.topics)
    best = sorted(new, key=lambda one: (-one.thanks, -one.shared_at, -one.tip_id))
    topics = 0
    for topic in sorted(counted, key=lambda topic: (-counted[topic], topic)):
        if topics == MOST_TOPICS:
            break
        under = _take((one for one in best if topic in one.topics), shown, EACH)
        topics += bool(under)
        yield from ((topic, one) for one in under)
    most = EACH if counted else WITHOUT_TOPICS
    yield from (("", one) for one in _take((o for o in best if not o.topics), shown, most))
