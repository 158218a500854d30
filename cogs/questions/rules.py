"""Decisions about questions: no Discord, no database, no clock."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from data.questions import Question

TITLE_LONGEST = 100
DETAILS_LONGEST = 1_500
SOLVED_TAGS = ("solved", "ratkaistu")
MOST_TAGS = 5
"""Tags on a forum post, by Discord's limit."""

Refused = Literal["not-asker", "from-bot", "already"]


def may_settle(question: "Question", user_id: int, moderator: bool) -> bool:
    """Whether this person may accept an answer or reopen the question."""
    return moderator or question.asker_id == user_id


def refuse_answer(
    question: "Question", user_id: int, moderator: bool, message_id: int, by_bot: bool
) -> Refused | None:
    """Why this message cannot become the accepted answer, None when it can.

    An asker may accept their own answer: people do find the solution themselves.
    """
    if not may_settle(question, user_id, moderator):
        return "not-asker"
    if by_bot:
        return "from-bot"
    if question.answer_message_id == message_id:
        return "already"
    return None


class Tag(Protocol):
    """A forum's tag."""

    name: str


AnyTag = TypeVar("AnyTag", bound=Tag)


def solved_tag(available: Iterable[AnyTag]) -> AnyTag | None:
    return next((tag for tag in available if tag.name.casefold() in SOLVED_TAGS), None)


def topic_tags(
    available: Sequence[AnyTag], topics: Iterable[str], *, required: bool
) -> list[AnyTag]:
    """The forum's tags named like the topics, leaving room for the solved tag.

    A forum that requires a tag gets its first one when no topic fits.
    """
    wanted = {topic.casefold() for topic in topics}
    free = [tag for tag in available if tag.name.casefold() not in SOLVED_TAGS]
    fitting = [tag for tag in free if tag.name.casefold() in wanted]
    if not fitting and required:
        fitting = free[:1] or list(available[:1])
    return fitting[: MOST_TAGS - 1]
