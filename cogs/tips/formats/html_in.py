"""Bookmark files of browsers and bookmark services, taken apart into rows."""

import re
from collections.abc import Iterator
from html import unescape

from cogs.tips.formats.rows import Bad, Found, brief, topic_of

MARKUP = re.compile(r"\s*<(?:[!?]|/?[a-z][a-z0-9]*[\s>])", re.IGNORECASE)
# The standard library's HTML parser needs time squared for what is never closed (43 s for 180 KB),
# and takes a <script> in a title for the end of everything. Here a quote or a comment that nobody
# closes runs to the end of the file, as in browsers, and nothing is looked at twice.
_TAG = re.compile(
    r"(?:<!--.*?(?:--(?=>)|\Z)"
    r"|<[!?][^>]*+"
    r"|<(?P<name>/?[a-z][a-z0-9]*+)"
    r"""(?P<rest>(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+))(?P<whole>>)?""",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])([\w-]++)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.ASCII
)
# Firefox leaves an & in an address as it is: "?a=1&copy=2" has no © in it.
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|\w{1,31});", re.IGNORECASE | re.ASCII)

# Looked at for each link of a folder: however deep and long they are, one file is soon read.
_DEEPEST = 10
_LONGEST = 200


def _attributes(tag: str) -> dict[str, str]:
    return {
        found[1].lower(): _REFERENCE.sub(lambda one: unescape(one[0]), found[found.lastindex or 0])
        for found in _ATTRIBUTE.finditer(tag)
    }


def bookmarks(text: str) -> Iterator[Found | Bad]:
    """The Netscape bookmark file, as Microsoft wrote it down and every browser writes it.

    Of TAGS and folders become topics, the innermost folder first; a <DD> after a link is its note.
    A list of links in any other HTML is read as well.
    """
    line, end = 1, 0
    found: Found | None = None
    folders: list[str] = []
    heading: list[str] = []
    words: list[str] | None = None
    for token in _TAG.finditer(text):
        start = token.start()
        if words is not None:
            words.append(unescape(text[end:start]))
        line += text.count("\n", end, start)
        if not token["whole"]:
            if found:
                yield found
            yield Bad(line, "unfinished", brief(token[0]))
            return
        name = (token["name"] or "").lower()
        if found and name in {"a", "dt", "h3", "dl", "/dl"}:
            yield found
            found = None
        match name:
            case "a":
                has = _attributes(token["rest"])
                if "href" in has:
                    about = [has.get("tags", ""), *map(topic_of, reversed(folders[-_DEEPEST:]))]
                    date = has.get("add_date") or has.get("time_added", "")
                    found = Found(line, has["href"], date, about)
                words = found.title if found else None
            case "dd":
                words = found.note if found else None
            case "h3":
                heading = []
                root = any(one.endswith("_folder") for one in _attributes(token["rest"]))
                words = None if root else heading
            case "dl":
                folders.append("".join(heading)[:_LONGEST])
                words, heading = None, []
            case "/dl":
                words = None
                if folders:
                    folders.pop()
            case "br" | "p":
                if words is not None:
                    words.append("\n")
            case "/a" | "/h3" | "/dd" | "dt" | "li" | "hr":
                words = None
        line += text.count("\n", start, token.end())
        end = token.end()
    if words is not None:
        words.append(unescape(text[end:]))
    if found:
        yield found
