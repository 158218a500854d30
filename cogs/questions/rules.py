"""Decisions about questions: no Discord, no database, no clock."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from data.questions import Question, State, Why

TITLE_LONGEST = 100
DETAILS_LONGEST = 1_500
REASON_LONGEST = 200
SOLVED_TAGS = ("solved", "ratkaistu")
MOST_TAGS = 5
"""Tags on a forum post, by Discord's limit."""
HOUR, DAY = 3_600, 86_400
MONTH = 30 * DAY

Act = Literal[
    "accept", "helpful", "reopen", "close", "help", "follow", "still-needed", "write", "validate"
]
"""What can be done to a question; docs/questions.md has who may do it."""
SETTLING: tuple[Act, ...] = ("accept", "helpful", "reopen", "close")
"""Not everybody's to do; see `may_settle`."""
Refused = Literal["not-asker", "from-bot", "already"]

# What state each act leads to; a missing pair is refused, in the words of question-cannot-<act>.
NEXT: dict[tuple["State", Act], "State"] = {
    ("open", "accept"): "solved",
    ("open", "helpful"): "open",
    ("open", "close"): "closed",
    ("open", "help"): "open",
    ("open", "follow"): "open",
    ("open", "still-needed"): "open",
    ("open", "write"): "open",
    ("solved", "accept"): "solved",
    ("solved", "helpful"): "solved",
    ("solved", "reopen"): "open",
    ("solved", "follow"): "solved",
    ("solved", "write"): "solved",
    ("solved", "validate"): "solved",
    ("closed", "accept"): "solved",
    ("closed", "helpful"): "closed",
    ("closed", "reopen"): "open",
    ("closed", "follow"): "closed",
    ("closed", "write"): "closed",
}


def after(state: "State", act: Act) -> "State | None":
    """The state an act leads to, None when it is refused."""
    return NEXT.get((state, act))


def reopens(question: "Question", *, by_asker: bool, locked: bool) -> bool:
    """Whether writing in the thread opens the question again.

    Only the asker's own words do, and not against a moderator or beside an original.
    """
    ended: tuple[Why, ...] = ("idle", "unneeded")
    return by_asker and not locked and question.state == "closed" and question.closed_why in ended


def may_settle(*, asker: bool, moderator: bool, helper: bool = False) -> bool:
    """Whether this person may accept an answer, reopen or close the question."""
    return asker or moderator or helper


def refuse_answer(
    question: "Question", message_id: int, *, may_settle: bool, by_bot: bool
) -> Refused | None:
    """Why this message cannot become the accepted answer, None when it can.

    An asker may accept their own answer: people do find the solution themselves.
    """
    if not may_settle:
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
