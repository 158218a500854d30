"""Decisions about questions: no Discord, no database, no clock."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from data.questions import Question, State, Why

TITLE_LONGEST = 100
DETAILS_LONGEST = 1_500
REASON_LONGEST = 200
REPLY_LONGEST = 1_800
"""What an asker without a name adds at a time."""
SOLVED_TAGS = ("solved", "ratkaistu")
MOST_TAGS = 5
"""Tags on a forum post, by Discord's limit."""
HOUR, DAY = 3_600, 86_400
SIMILAR = 5
"""Earlier questions that are shown."""
_NEAR = 10
"""Of so many that fit best, those that are solved come first."""
MONTH = 30 * DAY
THANK_BACK = DAY
"""Seconds in which two who accept each other's answers are thanked once."""
UNNEEDED = "unneeded"
DUPLICATE = "duplicate:"
"""What `/question close` takes as a reason besides free words; a question's number follows."""

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
    ("open", "close"): "closed",
    ("open", "help"): "open",
    ("open", "follow"): "open",
    ("open", "still-needed"): "open",
    ("open", "write"): "open",
    ("solved", "accept"): "solved",
    ("solved", "helpful"): "solved",
    ("solved", "reopen"): "open",
    ("solved", "write"): "solved",
    ("solved", "validate"): "solved",
    ("closed", "accept"): "solved",
    ("closed", "reopen"): "open",
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


def nudge_again(now: int, hours: int) -> int | None:
    """When helpers are looked for after it is open again, None for never.

    The store sees to it that this happens once in a question's life.
    """
    return now + hours * HOUR if hours else None


def may_settle(*, asker: bool, moderator: bool, helper: bool = False) -> bool:
    """Whether this person may accept an answer, reopen or close the question."""
    return asker or moderator or helper


def held(question: "Question", *, moderator: bool) -> bool:
    """Whether moderators closed it, so that nobody else brings it back."""
    return question.closed_why == "moderator" and not moderator


def counts(
    question: "Question", author_id: int, presser_id: int, *, by_asker: bool, back: bool
) -> bool:
    """Whether accepting this author's answer counts as thanks.

    Nobody thanks themselves, and nobody is thanked `back` for thanks of a moment ago. An asker
    without a name always thanks: not to would tell who they are.
    """
    if question.asker is not None and by_asker:
        return True
    return author_id not in (presser_id, question.asker_id) and not back


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


_THANKS = re.compile(
    r"\b(kiitos|kiitti|kiitoksia|suurkiitos|ratkesi|onnistui|toimii|auttoi"
    r"|thanks|thank you|thx|ty|tysm|solved|works|worked|that helped)\b"
)
_NOT_YET = re.compile(
    r"\?|n't\b|\b(not|no|but|still|in advance"
    r"|ei|en|eivät|mutta|vielä|edelleen|etukäteen|valmiiksi)\b"
)
_LONG = 200


def thanked(text: str) -> bool:
    """Whether these words say that an answer helped, and nothing is asked or missing still."""
    plain = text.casefold().replace("\u2019", "'")
    return len(plain) <= _LONG and bool(_THANKS.search(plain)) and not _NOT_YET.search(plain)


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


# Before a question is asked


def nearest(found: Iterable["Question"], but: int = 0) -> list["Question"]:
    """Of questions that fit best first, those to show: solved ones first, out of date ones last.

    What was closed without an answer helps nobody.
    """
    near = [one for one in found if one.state != "closed" and one.question_id != but][:_NEAR]
    near.sort(key=lambda one: (one.state != "solved", one.outdated_at is not None))
    return near[:SIMILAR]


def solved_first(found: Iterable["Question"]) -> list["Question"]:
    """What a search found, best first: solved ones before open ones, out of date ones last."""
    order = {"solved": 0, "open": 1, "closed": 2}
    return sorted(found, key=lambda one: (order[one.state], one.outdated_at is not None))


def title_and_details(text: str) -> tuple[str, str]:
    """A question written as one text: in one line, and the rest.

    When the first line is too long, its question is looked for; all of it stays in the details.
    """
    first, _, rest = text.strip().partition("\n")
    line = " ".join(first.split())
    if len(line) <= TITLE_LONGEST and ("?" in line or not rest.strip()):
        return line, rest.strip()
    sentences = re.split(r"(?<=[.!?？…])\s+", " ".join(text.split()))
    asking = [one for one in sentences if one.endswith(("?", "？")) and len(one) <= TITLE_LONGEST]
    if asking:
        return asking[-1], text.strip()
    whole = " ".join(text.split())
    return whole[: TITLE_LONGEST - 1].rstrip() + "…", text.strip()
