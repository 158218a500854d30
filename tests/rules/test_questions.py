"""Who may settle a question, which answer counts, and which tags fit."""

from dataclasses import dataclass, replace

import pytest

from cogs.questions.rules import (
    MOST_TAGS,
    counts,
    held,
    may_settle,
    nudge_again,
    refuse_answer,
    reopens,
    solved_tag,
    thanked,
    topic_tags,
)
from data.questions import Question, Why

ASKER, OTHER, ANSWER = 1, 2, 100

# What else a question holds makes no difference.
OPEN = Question(**{**dict.fromkeys(Question.__slots__), "asker_id": ASKER, "state": "open"})  # type: ignore[arg-type]
SOLVED = replace(OPEN, state="solved", answer_message_id=ANSWER)


@dataclass
class Tag:
    name: str


def tags(*names: str) -> list[Tag]:
    return [Tag(name) for name in names]


@pytest.mark.parametrize(
    ("asker", "moderator", "helper", "may"),
    [
        (True, False, False, True),
        (False, True, False, True),
        (False, False, True, True),
        (True, True, True, True),
        (False, False, False, False),
    ],
)
def test_askers_moderators_and_helpers_settle(
    asker: bool, moderator: bool, helper: bool, may: bool
) -> None:
    assert may_settle(asker=asker, moderator=moderator, helper=helper) is may


@pytest.mark.parametrize(
    ("question", "message", "may", "by_bot", "refused"),
    [
        (OPEN, ANSWER, True, False, None),
        (OPEN, ANSWER, False, False, "not-asker"),
        (OPEN, ANSWER, False, True, "not-asker"),
        (OPEN, ANSWER, True, True, "from-bot"),
        (SOLVED, ANSWER, True, False, "already"),
        (SOLVED, ANSWER + 1, True, False, None),
        (SOLVED, ANSWER, False, False, "not-asker"),
    ],
)
def test_an_answer_is_refused_for_one_reason(
    question: Question, message: int, may: bool, by_bot: bool, refused: str | None
) -> None:
    assert refuse_answer(question, message, may_settle=may, by_bot=by_bot) == refused


@pytest.mark.parametrize(
    ("why", "by_asker", "locked", "opens"),
    [
        ("idle", True, False, True),
        ("unneeded", True, False, True),
        ("idle", False, False, False),
        ("idle", True, True, False),
        ("moderator", True, False, False),
        ("duplicate", True, False, False),
    ],
)
def test_the_askers_own_words_open_what_went_quiet(
    why: Why, by_asker: bool, locked: bool, opens: bool
) -> None:
    closed = replace(OPEN, state="closed", closed_why=why)
    assert reopens(closed, by_asker=by_asker, locked=locked) is opens
    assert not reopens(replace(closed, state="open"), by_asker=by_asker, locked=locked)


def test_what_moderators_closed_is_theirs_to_open() -> None:
    closed = replace(OPEN, state="closed", closed_why="moderator")
    assert held(closed, moderator=False)
    assert not held(closed, moderator=True)
    assert not held(replace(closed, closed_why="idle"), moderator=False)


@pytest.mark.parametrize(
    ("author", "presser", "by_asker", "back", "does"),
    [
        (OTHER, ASKER, True, False, True),
        (OTHER, ASKER, True, True, False),
        (ASKER, ASKER, True, False, False),
        (ASKER, 3, False, False, False),
        (3, 3, False, False, False),
        (OTHER, 3, False, False, True),
    ],
)
def test_who_is_thanked(author: int, presser: int, by_asker: bool, back: bool, does: bool) -> None:
    assert counts(OPEN, author, presser, by_asker=by_asker, back=back) is does


@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize("author", [ASKER, OTHER])
def test_thanks_never_tell_who_asked_without_a_name(author: int, back: bool) -> None:
    unnamed = replace(OPEN, asker_id=None, asker=b"hash")
    assert counts(unnamed, author, ASKER, by_asker=True, back=back)


def test_helpers_are_looked_for_once_in_a_questions_life() -> None:
    assert nudge_again(1_000, 24) == 1_000 + 24 * 3_600
    assert nudge_again(1_000, 0) is None


@pytest.mark.parametrize(
    "words",
    [
        *("Thanks", "thank you so much!", "Ty", "THX", "tysm <3", "That worked.", "it works now"),
        *("solved it", "Solved, thanks @ella", "that helped"),
        *("Kiitos!", "kiitti", "Suurkiitos avusta", "Ratkesi.", "nyt toimii", "Tuo auttoi"),
    ],
)
def test_thanks_are_understood(words: str) -> None:
    assert thanked(words)


@pytest.mark.parametrize(
    "words",
    [
        *("", "ok", "party", "thanksgiving is near", "working on it", "kiitosmieli"),
        *("Thanks, but which one?", "Does that work? Thanks", "Thanks in advance"),
        *(
            "It still fails, thanks",
            "that didn't help, thanks",
            "That didn\u2019t work",
            "no thanks",
        ),
        *("Kiitos etukäteen", "Kiitos, mutta ei toimi", "ei ratkennut, kiitos", "Toimiiko tuo?"),
        *("kiitos, kokeilen vielä", "Eivät auttaneet, kiitos"),
        "Thanks. " + "Here is all I have tried so far. " * 10,
    ],
)
def test_what_only_sounds_like_thanks_is_not(words: str) -> None:
    assert not thanked(words)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ((), None),
        (("Excel",), None),
        (("Excel", "Solved"), "Solved"),
        (("ratkaistu", "Excel"), "ratkaistu"),
        (("RATKAISTU",), "RATKAISTU"),
        (("Unsolved",), None),
    ],
)
def test_the_solved_tag_is_known_in_both_languages(
    names: tuple[str, ...], found: str | None
) -> None:
    tag = solved_tag(tags(*names))
    assert (tag.name if tag else None) == found


@pytest.mark.parametrize(
    ("names", "topics", "required", "fitting"),
    [
        (("Excel", "Teams"), ("excel",), False, ["Excel"]),
        (("Excel", "Teams"), ("word",), False, []),
        (("Excel", "Teams"), ("word",), True, ["Excel"]),
        (("Excel",), (), True, ["Excel"]),
        ((), ("excel",), True, []),
        # The solved tag never says that a new question is solved,
        (("Solved", "Excel"), ("solved",), False, []),
        (("Solved", "Excel"), (), True, ["Excel"]),
        # unless the forum has no other and takes no post without one.
        (("Solved",), (), True, ["Solved"]),
    ],
)
def test_tags_follow_the_topics(
    names: tuple[str, ...], topics: tuple[str, ...], required: bool, fitting: list[str]
) -> None:
    assert [tag.name for tag in topic_tags(tags(*names), topics, required=required)] == fitting


def test_there_is_room_left_for_the_solved_tag() -> None:
    names = [f"t{number}" for number in range(MOST_TAGS + 2)]
    assert len(topic_tags(tags(*names, "Solved"), names, required=False)) == MOST_TAGS - 1
