"""Links as they are read, and the one function that makes stored text safe to show."""

import ipaddress
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from yarl import URL

from bot import link_key, link_text

LONGEST = 2_000
"""Characters of a link."""


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


_LIKE_A_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"(.*?)(?::([0-9]{0,5}))?")
_WWW = re.compile(r"(?:www\.)+(?=.+\.)")
# Letters and marks that are nothing to look at, which Unicode does not count as format characters.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")


def canonical(raw: str) -> Link | Refusal:
    """Read a link as typed or pasted. Never raises; a missing scheme is taken as https."""
    typed = raw.strip()
    if typed.startswith("<") and typed.endswith(">"):
        typed = typed[1:-1].strip()
    if not typed:
        return Refusal.EMPTY
    if len(typed) > LONGEST:
        return Refusal.TOO_LONG
    plain = typed.isascii() and typed.isprintable()
    if not plain and any(_hidden(character) or character in _BLANKS for character in typed):
        return Refusal.HIDDEN_CHARACTERS
    # Browsers read a backslash as a slash, so that "https://a.org\\@b.org" leads to a.org.
    if "\\" in typed or len(typed.split(None, 1)) > 1:
        return Refusal.NOT_A_LINK
    url = typed
    if not url[:8].lower().startswith(("http://", "https://")):
        scheme = _LIKE_A_SCHEME.match(url)
        # "example.org:8080/x" is a host and a port, "mailto:me" a scheme.
        if scheme and not re.match(r"[^:/]+\.[^:/]+:\d{1,5}(/|$)", url):
            return Refusal.SCHEME
        url = "https://" + url.removeprefix("//")
    # Encoded is longer.
    url = _unmistakable(url)
    if len(url) > LONGEST:
        return Refusal.TOO_LONG
    address = url.partition("://")[2]
    authority = re.split(r"[/?#]", address, maxsplit=1)[0]
    if "@" in authority:
        return Refusal.USER_NAME
    read = _HOST_AND_PORT.fullmatch(authority)
    if not read or int(read[2] or 0) > 65_535:
        return Refusal.NOT_A_LINK
    if not read[1]:
        return Refusal.NO_HOST
    host = _host(read[1])
    if host is None:
        return Refusal.NOT_A_LINK
    port = int(read[2]) if read[2] and int(read[2]) not in {80, 443} else None
    key = link_key.key(host, port, address[len(authority) :])
    return Link(url, key, _WWW.sub("", host), "xn--" in host)


def _host(raw: str) -> str | None:
    """The host in lower case and ASCII, an IPv6 address without its brackets, None when it is none.

    A name in other scripts becomes its xn-- form.
    """
    host = raw
    if raw.startswith("["):
        try:
            address = ipaddress.IPv6Address(raw[1:-1] if raw.endswith("]") else "")
        except ValueError:
            return None
        if address.scope_id:  # a network card of one computer
            return None
        if inside := address.ipv4_mapped:
            # Python 3.13 writes it another way than 3.11, and a stored key has to stay.
            return f"::ffff:{int(inside) >> 16:x}:{int(inside) & 0xFFFF:x}"
        return address.compressed
    if not raw.isascii():
        try:
            host = URL(f"https://{raw}").raw_host or ""
        except (ValueError, UnicodeError):
            return None
    host = host.lower().removesuffix(".")
    if link_key.is_name(host):
        return host
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        return None


def _unmistakable(url: str) -> str:
    """Encode what Discord would take for the end of the address and the beginning of a mention."""
    for mark in '<>"`':
        url = url.replace(mark, f"%{ord(mark):02X}")
    return url


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
    cut = min(len(stored), limit)
    # No character is shown as more than four, so the longest one is not jumped over.
    while cut > 0 and (over := len(show(stored[:cut])) - limit + 1) > 0:
        cut -= max(1, over // 4)
    ended = show(stored[: max(cut, 0)].rstrip()) + "…"
    return ended if len(ended) <= limit else ""


def coded(stored: str) -> str:
    """A short stored text, such as a topic, in a box of its own."""
    return f"`{stored.replace('`', '')}`"


def masked(label: str, url: str) -> str:
    """A link under a label that is ready to show; neither can end the link early."""
    safe = _unmistakable(url).replace("(", "%28").replace(")", "%29")
    # An address inside a label would be a link of its own.
    return f"[{label.replace('://', ':' + chr(0x200B) + '//')}](<{safe}>)"


# A jump link leads to a message, not to a page. Discord's attachments expire after a day.
_DISCORDS_OWN = (
    "discord.com/channels/",
    *(
        f"{host}/{kind}/"
        for host in ("cdn.discordapp.com", "media.discordapp.net")
        for kind in ("attachments", "ephemeral-attachments")
    ),
)


def links_in(text: str, most: int = 25) -> list[Link]:
    """The links in a message that can be shared, in their order, each page once."""
    found: dict[str, Link] = {}
    for part in link_text.parts(text):
        inside = links_in(part.label, most) if "://" in part.label else []
        for link in (*inside, _to_share(part.address)):
            if link:
                found.setdefault(link.key, link)
        if len(found) >= most:
            break
    return list(found.values())[:most]


def without_links(text: str) -> str:
    """A message without the links `links_in` finds and without mentions, for a note about them.

    The label of a link stays. The text still has to be cleaned.
    """
    return link_text.without(text, lambda address: _to_share(address) is not None)


def _to_share(address: str) -> Link | None:
    link = canonical(address)
    return link if isinstance(link, Link) and not link.key.startswith(_DISCORDS_OWN) else None
