"""Who may settle a question, which answer counts, and which tags fit."""

from dataclasses import dataclass, replace

import pytest

from cogs.questions.rules import (
    MOST_TAGS,
    may_settle,
    refuse_answer,
    solved_tag,
    topic_tags,
)
from data.questions import Question

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
    ("user", "moderator", "may"),
    [(ASKER, False, True), (ASKER, True, True), (OTHER, True, True), (OTHER, False, False)],
)
def test_the_asker_or_a_moderator_settles(user: int, moderator: bool, may: bool) -> None:
    assert may_settle(OPEN, user, moderator) is may


@pytest.mark.parametrize(
    ("question", "user", "moderator", "message", "by_bot", "refused"),
    [
        (OPEN, ASKER, False, ANSWER, False, None),
        (OPEN, OTHER, True, ANSWER, False, None),
        (OPEN, OTHER, False, ANSWER, False, "not-asker"),
        (OPEN, OTHER, False, ANSWER, True, "not-asker"),
        (OPEN, ASKER, False, ANSWER, True, "from-bot"),
        (OPEN, OTHER, True, ANSWER, True, "from-bot"),
        (SOLVED, ASKER, False, ANSWER, False, "already"),
        (SOLVED, ASKER, False, ANSWER + 1, False, None),
        (SOLVED, OTHER, False, ANSWER, False, "not-asker"),
    ],
)
def test_an_answer_is_refused_for_one_reason(
    question: Question, user: int, moderator: bool, message: int, by_bot: bool, refused: str | None
) -> None:
    assert refuse_answer(question, user, moderator, message, by_bot) == refused


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
