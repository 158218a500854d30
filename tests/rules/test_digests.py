"""What stands in a digest, chosen from what there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.digests.rules import EACH, MOST_FEATURED, MOST_TOPICS, WITHOUT_TOPICS, choose
from data.digest_material import Candidate, Material
from data.digests import Pick

NOW = 1_795_400_000


def tip(number: int, topics: str = "", thanks: int = 0) -> Candidate:
    """A later number was shared later."""
    return Candidate(number, tuple(sorted(topics.split())), thanks, NOW + number)


def made_of(*new: Candidate, **more: object) -> Material:
    return Material(len(new), new, **more)  # type: ignore[arg-type]


def of(part: str, picks: list[Pick]) -> list[int]:
    return [tip_id for one, _, tip_id in picks if one == part]


def by_topic(picks: list[Pick]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for part, topic, tip_id in picks:
        if part == "new":
            found.setdefault(topic, []).append(tip_id)
    return found


ALL = [
    pytest.param([], {}, id="nothing new"),
    pytest.param([tip(1)], {"": [1]}, id="no topics"),
    pytest.param([tip(1, "a"), tip(2)], {"a": [1], "": [2]}, id="what has no topic comes last"),
    pytest.param(
        [tip(1, "z"), tip(2, "a"), tip(3, "z")], {"z": [3, 1], "a": [2]}, id="most tips first"
    ),
    pytest.param([tip(1, "b"), tip(2, "a")], {"a": [2], "b": [1]}, id="then by name"),
    pytest.param(
        [tip(1, "a b"), tip(2, "a"), tip(3, "b"), tip(4, "b")],
        {"b": [4, 3, 1], "a": [2]},
        id="a tip with two topics stands under the larger",
    ),
    pytest.param(
        [tip(1, "a b"), tip(2, "a b")], {"a": [2, 1]}, id="a topic without tips left is left out"
    ),
    pytest.param(
        [tip(1, "a b c d e f"), tip(2, "z")], {"a": [1], "z": [2]}, id="and makes room for another"
    ),
    pytest.param(
        [tip(1, "a", 9), tip(2, "a"), tip(3, "a", 1), tip(4, "a"), tip(5, "a")],
        {"a": [1, 3, 5]},
        id="three a topic: the most helpful, then the newest",
    ),
    pytest.param(
        [tip(number) for number in range(1, 20)],
        {"": list(range(19, 19 - WITHOUT_TOPICS, -1))},
        id="nine where nobody uses topics",
    ),
    pytest.param(
        [tip(9, "a"), *(tip(number) for number in range(1, 9))],
        {"a": [9], "": [8, 7, 6]},
        id="three without a topic beside others",
    ),
]


@pytest.mark.parametrize(("new", "shown"), ALL)
def test_new_tips_stand_under_their_topics(
    new: list[Candidate], shown: dict[str, list[int]]
) -> None:
    assert by_topic(choose(made_of(*new))) == shown


def test_so_many_topics_and_no_more() -> None:
    new = [tip(10 * number + many, f"t{number}") for number in range(9) for many in range(9)]
    shown = by_topic(choose(made_of(*new, tip(99))))
    assert list(shown) == ["t0", "t1", "t2", "t3", "t4", "t5", ""]
    assert len(shown) == MOST_TOPICS + 1
    assert [len(under) for under in shown.values()] == [EACH] * MOST_TOPICS + [1]


def test_the_parts_come_in_their_order() -> None:
    found = made_of(
        tip(10, "a"),
        featured=[tip(20)],
        helpful=[tip(30)],
        gems=[tip(40)],
        others=[tip(50, "z")],
    )
    assert choose(found) == [
        ("featured", "", 20),
        ("new", "a", 10),
        ("helpful", "", 30),
        ("gem", "", 40),
        ("elsewhere", "", 50),
    ]


def test_without_new_tips_there_is_no_digest() -> None:
    others = {"helpful": [tip(3)], "gems": [tip(1)], "others": [tip(2, "z")], "featured": [tip(4)]}
    assert choose(made_of(**others)) == []


def test_a_tip_stands_once_and_where_it_says_most() -> None:
    """Picked by moderators, else what helped, else new under its topic."""
    new = [tip(1, "a"), tip(2, "a"), tip(3, "a")]
    found = made_of(*new, featured=[new[0]], helpful=[new[0], new[1]])
    assert choose(found) == [("featured", "", 1), ("new", "a", 3), ("helpful", "", 2)]


def test_moderators_may_pick_so_many() -> None:
    picks = choose(made_of(tip(1), featured=[tip(number) for number in range(20, 30)]))
    assert of("featured", picks) == list(range(20, 20 + MOST_FEATURED))


@pytest.mark.parametrize(
    ("gems", "lately", "gem"),
    [
        ([], set(), []),
        ([7, 8], set(), [7]),
        ([7, 8], {7}, [8]),
        ([7, 8], {7, 8}, []),
        # The new tip itself.
        ([1, 8], set(), [8]),
    ],
)
def test_a_gem_is_brought_back_once_in_a_while(
    gems: list[int], lately: set[int], gem: list[int]
) -> None:
    found = made_of(tip(1), gems=[tip(one) for one in gems], passed=frozenset(lately))
    assert of("gem", choose(found)) == gem


@pytest.mark.parametrize(
    ("others", "elsewhere"),
    [
        ([tip(5, "z")], [5]),
        # Of a field that is new this week as well.
        ([tip(5, "a z"), tip(6, "y")], [6]),
        ([tip(5, "b")], []),
        # Of no field anybody named.
        ([tip(5)], []),
        # The gem already.
        ([tip(40, "z"), tip(6, "y")], [6]),
        # Brought back lately.
        ([tip(66, "z"), tip(6, "y")], [6]),
        # Among what helped lately and among the recent ones.
        ([tip(5, "z"), tip(5, "z")], [5]),
    ],
)
def test_from_another_field_means_none_of_the_new_topics(
    others: list[Candidate], elsewhere: list[int]
) -> None:
    found = made_of(tip(1, "a b"), others=others, gems=[tip(40, "z")], passed=frozenset({66}))
    assert of("elsewhere", choose(found)) == elsewhere


def test_from_another_field_means_none_that_is_followed() -> None:
    found = made_of(tip(1, "a"), others=[tip(5, "b"), tip(6, "z")])
    assert of("elsewhere", choose(found, avoided=["b"])) == [6]


def test_gems_take_turns_where_nobody_remembers() -> None:
    found = made_of(tip(1), gems=[tip(number) for number in (7, 8, 9)])
    assert [of("gem", choose(found, turn)) for turn in range(4)] == [[7], [8], [9], [7]]
    many = made_of(tip(1), gems=[tip(number) for number in range(100, 200)])
    weekly = {of("gem", choose(many, turn))[0] for turn in range(0, 7 * 26, 7)}
    assert weekly == set(range(100, 126))


candidates = st.lists(
    st.builds(
        tip,
        st.integers(1, 40),
        st.lists(st.sampled_from("abcdefghij"), max_size=5, unique=True).map(" ".join),
        st.integers(0, 3),
    ),
    max_size=40,
    unique_by=lambda one: one.tip_id,
)


@settings(deadline=None, max_examples=200)
@given(candidates, candidates, candidates, candidates, candidates, st.integers(0, 60))
def test_whatever_there_is_no_tip_stands_twice(
    new: list[Candidate],
    featured: list[Candidate],
    helpful: list[Candidate],
    gems: list[Candidate],
    others: list[Candidate],
    turn: int,
) -> None:
    found = made_of(*new, featured=featured, helpful=helpful, gems=gems, others=others)
    picks = choose(found, turn)
    shown = [tip_id for _, _, tip_id in picks]
    assert len(shown) == len(set(shown)) <= MOST_FEATURED + EACH * (MOST_TOPICS + 1) + 3
    assert bool(picks) == bool(new)
    groups = by_topic(picks)
    assert len(groups) <= MOST_TOPICS + 1
    assert all(len(under) <= max(EACH, WITHOUT_TOPICS) for under in groups.values())
    topics = {one.tip_id: one.topics for one in new}
    assert all(topic in topics[one] for topic, under in groups.items() if topic for one in under)
    # The same again, as a retry has it.
    assert choose(found, turn) == picks
