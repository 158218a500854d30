"""What came back from a site: a page, its text and its title, or why there is none."""

import codecs
import contextlib
import re
from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser

from bot.links import clean

LONGEST_TITLE = 200

_CHARSET = re.compile(
    r"utf-?8|utf-16(le|be)?|(iso-8859|windows)-\d{1,4}|koi8-[ru]|latin1|us-ascii"
    r"|shift_jis|euc-(jp|kr)|iso-2022-jp|gb(k|2312|18030)|big5"
)
# What is called the left is meant as the right, for browsers as well.
_MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"} | dict.fromkeys(
    ("gbk", "gb2312"), "gb18030"
)
_IN_META = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class Failure(StrEnum):
    """Why there is no page."""

    REFUSED = "refused"
    """It is not ours to open."""
    NO_SUCH_NAME = "no-such-name"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Page:
    """`body` is its beginning as far as it was wanted, and empty when it was not.

    `whole` says that nothing was left unread. `location` is where a redirect leads.
    """

    status: int
    kind: str
    charset: str | None
    location: str | None
    body: bytes = b""
    whole: bool = False

    @property
    def there(self) -> bool:
        return 200 <= self.status < 300


def text_of(page: Page) -> str:
    """Decoded as the page says, else as UTF-8; never fails."""
    for mark, codec in _MARKS.items():
        if page.body.startswith(mark):
            return page.body.decode(codec, "replace")
    label = (page.charset or "").strip().lower()
    if not label and (found := _IN_META.search(page.body, 0, 1024)):
        label = found[1].decode("ascii", "replace").lower()
        if label.startswith("utf-16"):
            # It could not have been read as ASCII if it were true.
            label = "utf-8"
    # Python knows encodings that no page is meant to choose, some of them slow.
    if not _CHARSET.fullmatch(label):
        label = "utf-8"
    try:
        return page.body.decode(_MEANT.get(label, label), "replace")
    except LookupError:
        return page.body.decode("utf-8", "replace")


class _Titles(HTMLParser):
    """Hears the titles a page gives itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shared: str | None = None
        self.own: list[str] | None = None
        self._listening = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title" and self.own is None:
            self.own, self._listening = [], True
        elif tag == "meta" and not self.shared:
            said = dict(attrs)
            if "og:title" in (said.get("property"), said.get("name")):
                self.shared = said.get("content")

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._listening = False

    def handle_data(self, data: str) -> None:
        if self._listening and self.own is not None:
            self.own.append(data)


def title_of(page: Page) -> str | None:
    """The title for sharing, else the page's own, as one line of plain text.

    Takes up to a second for a page that is made to be slow: call it in a thread.
    """
    heard = _Titles()
    # Not closed at the end: what it would still look for takes minutes in a page made for that.
    # On a broken declaration the parser of some Pythons gives up. What it heard until then stands.
    with contextlib.suppress(AssertionError):
        heard.feed(text_of(page))
    return _line(heard.shared or "") or _line("".join(heard.own or ()))


def _line(raw: str) -> str | None:
    folded = " ".join(clean(raw[:5_000]).split())
    # Joiners alone would be nothing to see.
    if not folded.strip("\u200c\u200d "):
        return None
    if len(folded) > LONGEST_TITLE:
        return folded[: LONGEST_TITLE - 1].rstrip() + "…"
    return folded
