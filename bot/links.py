"""The one URL normaliser, and the one function that makes stored text safe to show."""

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from yarl import URL

LONGEST = 1_500
"""Characters of a link. The card is one message of 2,000, and the link must stand whole in it."""


class Refusal(StrEnum):
    """Why a text is not a link that can be shared."""

    EMPTY = "empty"
    NOT_A_LINK = "not-a-link"
    SCHEME = "scheme"
    NO_HOST = "no-host"
    USER_NAME = "user-name"
    HIDDEN_CHARACTERS = "hidden-characters"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Link:
    """`url` is what was shared and is opened, `key` what makes two links the same, `host` is shown.

    `cautious` says that the host's name could be taken for another: it is shown in its xn-- form.
    """

    url: str
    key: str
    host: str
    cautious: bool


# Query parameters that say where a reader came from and change nothing on the page.
_TRACKERS = re.compile(
    r"(utm_.*|mc_[ce]id|mkt_tok|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid"
    r"|ttclid|igshid|igsh|li_fat_id|_hsenc|_hsmi|oly_(anon|enc)_id|vero_id|_openstat|spm"
    r"|wickedid|s_cid|ref_src|ref_url|cmpid|_ga|_gl|epik|rb_clickid)"
)
_TRACKERS_OF = {"open.spotify.com": {"si"}, "youtube.com": {"si", "feature", "pp"}}
_LIKE_A_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_YOUTUBE = {"youtube.com", "youtube-nocookie.com", "music.youtube.com"}


def canonical(raw: str) -> Link | Refusal:
    """Read a link as typed or pasted. Never raises; a missing scheme is taken as https."""
    typed = raw.strip()
    if typed.startswith("<") and typed.endswith(">"):
        typed = typed[1:-1].strip()
    if not typed:
        return Refusal.EMPTY
    if len(typed) > LONGEST:
        return Refusal.TOO_LONG
    if any(_hidden(character) for character in typed):
        return Refusal.HIDDEN_CHARACTERS
    # Browsers read a backslash as a slash, so that "https://a.org\\@b.org" leads to a.org.
    if any(character.isspace() or character == "\\" for character in typed):
        return Refusal.NOT_A_LINK
    url = typed
    if not url.lower().startswith(("http://", "https://")):
        scheme = _LIKE_A_SCHEME.match(url)
        # "example.org:8080/x" is a host and a port, "mailto:me" a scheme.
        if scheme and not re.match(r"[^:/]+\.[^:/]+:\d{1,5}(/|$)", url):
            return Refusal.SCHEME
        url = "https://" + url.removeprefix("//")
        if len(url) > LONGEST:
            return Refusal.TOO_LONG
    try:
        parsed = URL(url)
        host, port = parsed.host, parsed.port
        ascii_host = (parsed.raw_host or "").rstrip(".").lower()
    except (ValueError, UnicodeError):
        return Refusal.NOT_A_LINK
    if not host or not ascii_host:
        return Refusal.NO_HOST
    if "@" in re.split(r"[/?#]", url.split("://", 1)[1], maxsplit=1)[0]:
        return Refusal.USER_NAME
    if not _plausible_host(ascii_host):
        return Refusal.NOT_A_LINK
    try:
        key = _key(parsed, ascii_host, port)
    except (ValueError, UnicodeError):
        return Refusal.NOT_A_LINK
    return Link(_unmistakable(url), key, _plain_host(ascii_host, "www."), "xn--" in ascii_host)


def _unmistakable(url: str) -> str:
    """Encode what Discord would take for the end of the address and the beginning of a mention."""
    return "".join(f"%{ord(one):02X}" if one in '<>"`' else one for one in url)


def _plain_host(host: str, *prefixes: str) -> str:
    """The host without these prefixes, as long as a domain and its ending remain."""
    for prefix in prefixes:
        if host.startswith(prefix) and host.count(".") >= 2:
            return _plain_host(host.removeprefix(prefix), *prefixes)
    return host


def _key(parsed: URL, host: str, port: int | None) -> str:
    """http and https, www and mobile hosts, trackers, order and fragments make no difference."""
    host = _plain_host(host, "www.", "m.", "mobile.")
    path = re.sub(r"/{2,}", "/", parsed.raw_path).rstrip("/")
    # Taken as written: decoding would make two different pages of an old encoding the same.
    query = [part for part in parsed.raw_query_string.replace("%20", "+").split("&") if part]
    if host == "youtu.be" and path.count("/") == 1:
        host, query, path = "youtube.com", [f"v={path[1:]}", *query], "/watch"
    elif host in _YOUTUBE:
        host = "youtube.com"
        if found := re.fullmatch(r"/(?:shorts|embed|live|v)/([\w-]+)", path):
            query, path = [f"v={found[1]}", *query], "/watch"
    names = {part: part.partition("=")[0] for part in query}
    trackers = _TRACKERS_OF.get(host, set())
    kept = [
        part
        for part in query
        if names[part] not in trackers and not _TRACKERS.fullmatch(names[part])
    ]
    if host == "youtube.com" and path == "/watch":
        kept = [part for part in kept if names[part] in {"v", "list"}]
    # A fragment that begins with ! or / chooses the page in the browser; others only scroll to it.
    fragment = parsed.raw_fragment if parsed.raw_fragment.startswith(("!", "/")) else ""
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port not in _DEFAULT_PORTS.values():
        host = f"{host}:{port}"
    return (
        host
        + path
        + ("?" + "&".join(sorted(kept)) if kept else "")
        + ("#" + fragment if fragment else "")
    )


def _plausible_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        labels = host.split(".")
        return len(labels) >= 2 and all(
            re.fullmatch(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", label) for label in labels
        )
    return True


def _hidden(character: str) -> bool:
    """Control, bidirectional and zero-width characters, and those without a meaning."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


# Joiners hold emoji together; every other format character can only mislead.
_JOINERS = {"\u200c", "\u200d"}
# A bare address stays one that can be pressed, because it shows where it leads. It goes on, as it
# does for Discord, until a space or a "<".
_URL = re.compile(r"(https?://[^\s<]+)", re.IGNORECASE)
_FORMATTING = re.compile(r"([\\*_~|`\[\]<])")
_LINE_START = re.compile(r"^(\s*\d*)([-+#>]|[.)](?=\s))", re.MULTILINE)
_EVERYBODY = re.compile(r"@(?=everyone|here)", re.IGNORECASE)


def clean(raw: str) -> str:
    """A member's text as it is stored: without hidden characters and needless blank lines."""
    kept = "".join(
        character
        for character in raw.replace("\r\n", "\n").replace("\r", "\n")
        if character in "\n\t" or character in _JOINERS or not _hidden(character)
    )
    # One letter, one code: an "ä" typed as a and dots is found like any other.
    return re.sub(r"\n{3,}", "\n\n", unicodedata.normalize("NFC", kept)).strip()


def escape(stored: str) -> str:
    """Stored text as plain text in Discord: no formatting, mention, masked link or heading."""
    parts = _URL.split(stored)
    parts[::2] = [_EVERYBODY.sub("@\u200b", _FORMATTING.sub(r"\\\1", part)) for part in parts[::2]]
    # A backslash right behind an address would belong to it, and escape nothing.
    text = "".join(
        f" {part}" if place and not place % 2 and part.startswith("\\") else part
        for place, part in enumerate(parts)
    )
    return _LINE_START.sub(r"\1\\\2", text)


def shortened(stored: str, limit: int) -> str:
    """Escaped text of at most `limit` characters; what is cut ends with an ellipsis."""
    return _fitting(stored, limit, escape)


def one_line(stored: str, limit: int) -> str:
    """Escaped text on a single line, for lists and titles."""
    return _fitting(" ".join(stored.split()), limit, escape)


def quoted(stored: str, limit: int) -> str:
    """Escaped text as a Discord quote of at most `limit` characters in all."""
    return _fitting(stored, limit, lambda text: "> " + escape(text).replace("\n", "\n> "))


def _fitting(stored: str, limit: int, show: Callable[[str], str]) -> str:
    """What `show` makes of the text, or of its longest beginning for which that fits."""
    if len(whole := show(stored)) <= limit:
        return whole
    low, high = 0, min(len(stored), max(limit, 0))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if len(show(stored[:middle])) < limit else (low, middle - 1)
    ended = show(stored[:low].rstrip()) + "…"
    return ended if len(ended) <= limit else ""


def coded(stored: str) -> str:
    """A short stored text, such as a topic, in a box of its own."""
    return f"`{stored.replace('`', '')}`"


def masked(label: str, url: str) -> str:
    """A link under a label that is ready to show; neither can end the link early."""
    safe = _unmistakable(url).replace("(", "%28").replace(")", "%29")
    # An address inside a label would be a link of its own.
    return f"[{label.replace('://', ':' + chr(0x200B) + '//')}](<{safe}>)"
