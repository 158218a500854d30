"""Topics of tips and questions: how they are written down."""

import re

from bot.links import clean

MOST = 5
LONGEST = 30


def read(raw: str | None) -> tuple[str, ...] | str:
    """Topics out of "excel, Teams #outlook", without repeats; or the first one that is too long.

    Commas separate; without a comma, spaces do when every word begins with #. Case, # and spaces
    round a topic make no difference. More than MOST are returned as they are: the caller says so.
    """
    words = clean(raw or "").casefold()
    separator = r"[,;\n]" if re.search(r"[,;\n]", words) or not words.startswith("#") else r"[#\s]+"
    found: list[str] = []
    for part in re.split(separator, words):
        topic = " ".join(part.strip(" #").split())
        if len(topic) > LONGEST:
            return topic
        if topic and topic not in found:
            found.append(topic)
    return tuple(found)
