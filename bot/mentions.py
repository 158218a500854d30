"""What a message that mentions the bot wants: to share a link, or to ask a question.

Two features listen to mentions without knowing one another; by these rules exactly one answers.
"""

import re

from bot import link_text, links

_HASHTAG = re.compile(r"(?:^|(?<=\s))#([^\s#,.;:!?]{2,30})")
# A question mark at the end, behind a word, with what may close a sentence around it.
_ASKING = re.compile(r"\w[^\w?？]*[?？][?？!…\s*_~|)\]\"'”’»]*\Z")


def mentioned(text: str, user_id: int) -> bool:
    """By name in the text: a reply to one of our messages mentions us too, unasked."""
    return re.search(rf"<@!?{user_id}>", text) is not None


def question_in(text: str, user_id: int) -> str | None:
    """What a message asks that begins or ends with a mention; None when it asks nothing.

    A link or a topic behind the question mark is no part of the question's end.
    """
    if not re.match(rf"\s*<@!?{user_id}>|(?s:.*)<@!?{user_id}>\s*\Z", text):
        return None
    asked = link_text.without(text, lambda _: False).lstrip(" ,:;–—-")
    words, _ = without_topics(links.without_links(asked))
    return asked if _ASKING.search(words) else None


def without_topics(text: str) -> tuple[str, str]:
    """A message's words without its #topics, and the topics as they are typed in a form."""
    chosen = _HASHTAG.findall(text)
    if not chosen:
        return text, ""
    lines = (" ".join(line.split()) for line in _HASHTAG.sub("", text).split("\n"))
    return "\n".join(lines).strip(), ", ".join(chosen)
