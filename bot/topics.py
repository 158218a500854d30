"""Topics of tips and questions: how they are written down."""

import re

from bot.links import clean
from bot.topic_names import similar as similar

MOST = 5
LONGEST = 30


def read(raw: str | None) -> tuple[str, ...]:
    """Topics out of "excel, Teams" or "#excel #teams", without repeats.

    Commas separate; spaces do when every word begins with #. Case, a leading # and spaces round a
    topic make no difference. `problem` says what is wrong with the result.
    """
    text = clean(raw or "").casefold()
    parts = re.split(r"[,;\n]", text)
    if len(parts) == 1 and all(word.startswith("#") for word in text.split()):
        parts = re.split(r"[#\s]+", text)
    topics = (" ".join(re.sub(r"^[#\s]+", "", part).split()) for part in parts)
    return tuple(dict.fromkeys(topic for topic in topics if topic))


def problem(topics: tuple[str, ...], most: int = MOST) -> tuple[str, int] | None:
    """The key of a sentence that says what is wrong, and the limit it names; None when fine."""
    if any(len(topic) > LONGEST for topic in topics):
        return "topic-too-long", LONGEST
    return ("topics-too-many", most) if len(topics) > most else None


def read_one(raw: str | None) -> str:
    """The topic to look for, "" for none; one that is too long finds nothing as it is."""
    return "".join(read(raw)[:1])[:LONGEST]


def typed(raw: str) -> str:
    """The beginning of a topic, as far as somebody has typed it."""
    return " ".join(clean(raw).casefold().lstrip("#").split())
