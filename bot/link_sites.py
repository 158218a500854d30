"""How well-known sites write the links to one page, and which of the forms stands for all.

Sources: lobsters (arXiv, RFCs, YouTube), ClearURLs (what follows ref= at Amazon), the sites' own
share buttons (the rest).
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`written` is a host and path, `one` stands for all of them, `kept` chooses parameters.

    What the groups of `written` hold stands in `one` as \\1 and \\2.
    """

    written: re.Pattern[str]
    one: str
    kept: re.Pattern[str]


def _forms(*rows: tuple[str, str, str]) -> tuple[Form, ...]:
    return tuple(Form(re.compile(one), two, re.compile(three)) for one, two, three in rows)


NOTHING = r"(?!)"
# A list that YouTube makes for its reader, a mix or "watch later", is nobody else's.
LIST = r"list=(?!RD|WL$|LL$).+"
DOCUMENT = r"(document|drawings|presentation|spreadsheets)"
VIEW = r"(?:edit|view|preview|mobilebasic)"
QUESTIONS = _forms(
    (r"([a-z.]+)/questions/\d+/[^/]+/(\d+)", r"\1/a/\2", NOTHING),
    # Behind /q/ and /a/ stands who shared it.
    (r"([a-z.]+)/(?:questions|q)/(\d+)(?:/[^/]*)?", r"\1/questions/\2", NOTHING),
    (r"([a-z.]+)/a/(\d+)(?:/\d+)?", r"\1/a/\2", NOTHING),
)

# By site, its subdomains included; "amazon" and "google" are those of every country.
FORMS: dict[str, tuple[Form, ...]] = {
    "amazon": _forms(
        (
            r"(amazon\.[a-z.]+)(?:/.*)?/(?:dp|gp/product|gp/aw/d)/([A-Z0-9]{10})(?:/.*)?",
            r"\1/dp/\2",
            NOTHING,
        ),
    ),
    "arxiv.org": _forms(
        (
            r"arxiv\.org/(?:abs|html|pdf)/(\d{4}\.\d{4,5}(?:v\d+)?)(?:\.pdf)?",
            r"arxiv.org/abs/\1",
            NOTHING,
        ),
    ),
    "github.com": _forms(
        (r"github\.com/([^/]+)/([^/]+?)(?:\.git)*", r"github.com/\1/\2", r"(?!tab=readme).*"),
    ),
    "google": _forms(
        # Of the many parameters of a search these alone choose what is found.
        (
            r"(google\.[a-z.]+)/search",
            r"\1/search",
            r"(?:q|tbm|udm|tbs|start|hl|gl|lr|cr|as_\w+)=.*",
        ),
        (
            rf"docs\.google\.com/{DOCUMENT}/(?:u/\d+/)?d/([\w-]+)(?:/{VIEW})?",
            r"docs.google.com/\1/d/\2",
            NOTHING,
        ),
        (
            r"docs\.google\.com/forms/(?:u/\d+/)?d/e/([\w-]+)/viewform",
            r"docs.google.com/forms/d/e/\1/viewform",
            r"entry\..*",
        ),
        (
            rf"drive\.google\.com/file/(?:u/\d+/)?d/([\w-]+)(?:/{VIEW})?",
            r"drive.google.com/file/d/\1",
            NOTHING,
        ),
        (
            r"drive\.google\.com/drive/(?:u/\d+/)?folders/([\w-]+)",
            r"drive.google.com/drive/folders/\1",
            NOTHING,
        ),
    ),
    "instagram.com": _forms(
        (
            r"instagram\.com/(?:[\w.]+/)?(?:p|reel|reels|tv)/([\w-]+)",
            r"instagram.com/p/\1",
            NOTHING,
        ),
    ),
    "linkedin.com": _forms(
        (
            r"linkedin\.com/posts/.*-(activity|share|ugcPost)-(\d{15,20})(?:-[\w-]+)?",
            r"linkedin.com/feed/update/urn:li:\1:\2",
            NOTHING,
        ),
        # u names the organisation that pays for the course.
        (r"linkedin\.com/learning/(.+)", r"linkedin.com/learning/\1", r"(?!u=).*"),
    ),
    "medium.com": _forms(
        (
            r"(?:[\w-]+\.)?medium\.com/(?:.*-|(?:amp/)?p/)([0-9a-f]{11,12})",
            r"medium.com/p/\1",
            NOTHING,
        ),
    ),
    "redd.it": _forms((r"redd\.it/(\w+)", r"reddit.com/comments/\1", NOTHING)),
    "reddit.com": _forms(
        (
            r"reddit\.com/(?:(?:r|u|user)/[^/]+/)?comments/(\w+)(?:/[^/]*)?",
            r"reddit.com/comments/\1",
            NOTHING,
        ),
        (
            r"reddit\.com/(?:(?:r|u|user)/[^/]+/)?comments/(\w+)/[^/]+/(\w+)",
            r"reddit.com/comments/\1/comment/\2",
            NOTHING,
        ),
    ),
    "rfc-editor.org": _forms(
        (r"rfc-editor\.org/(?:info|rfc)/rfc(\d+)(?:\.\w+)?", r"rfc-editor.org/rfc/rfc\1", NOTHING),
    ),
    "spotify.com": _forms(
        (
            r"open\.spotify\.com/(?:intl-[a-z]+/)?(?:embed/)?(\w+)/(\w+)",
            r"open.spotify.com/\1/\2",
            NOTHING,
        ),
    ),
    "tiktok.com": _forms(
        (r"tiktok\.com/@[^/]*/(photo|video)/(\d+)", r"tiktok.com/@/\1/\2", NOTHING),
    ),
    "x.com": _forms(
        (r"x\.com/(?:i/web|[^/]+)/status(?:es)?/(\d+)(?:/.*)?", r"x.com/i/status/\1", NOTHING),
    ),
    "youtu.be": _forms((r"youtu\.be/([\w-]+)", r"youtube.com/watch?v=\1", LIST)),
    "youtube.com": _forms(
        (r"(?:music\.)?youtube\.com/watch", "youtube.com/watch", rf"v=.*|{LIST}"),
        (
            r"(?:music\.)?youtube\.com/(?:playlist|embed/videoseries)",
            "youtube.com/playlist",
            r"list=.*",
        ),
        (r"youtube\.com/(?:e|embed|live|shorts|v)/([\w-]+)", r"youtube.com/watch?v=\1", LIST),
    ),
    "askubuntu.com": QUESTIONS,
    "serverfault.com": QUESTIONS,
    "stackexchange.com": QUESTIONS,
    "stackoverflow.com": QUESTIONS,
    "superuser.com": QUESTIONS,
    # No forms, but projects called "amp" that are no AMP pages. The sites above have none either.
    "bitbucket.org": (),
    "codeberg.org": (),
    "gitlab.com": (),
}

OTHER_NAMES = {
    "canary.discordapp.com": "discord.com",
    "discordapp.com": "discord.com",
    "fb.com": "facebook.com",
    "fixupx.com": "x.com",
    "fxtwitter.com": "x.com",
    "ptb.discordapp.com": "discord.com",
    "twitter.com": "x.com",
    "vxtwitter.com": "x.com",
    "youtube-nocookie.com": "youtube.com",
}

# Subdomains with the same pages as the site itself.
SAME_PAGES = {
    "amazon": re.compile(r"smile"),
    "discord.com": re.compile(r"canary|ptb"),
    "facebook.com": re.compile(r"[a-z]{2}-[a-z]{2}|mbasic|touch|web"),
    "linkedin.com": re.compile(r"[a-z]{2}"),
    "reddit.com": re.compile(r"i|new|np|old|sh"),
}

# What stands behind # here is the page itself: a drawing, a program, a map, a letter.
PAGE_IS_FRAGMENT = re.compile(
    r"app\.diagrams\.net|babeljs\.io/repl|earth\.nullschool\.net|excalidraw\.com|geojson\.io"
    r"|gchq\.github\.io/CyberChef|mail\.google\.com/.*|mermaid\.live/.*|openstreetmap\.org"
    r"|play\.vuejs\.org|pythontutor\.com/.*|snap\.berkeley\.edu/snap/snap\.html"
    r"|svelte\.dev/playground/.*|translate\.google\.com|typescriptlang\.org/play"
)
