"""Opens shared links for their titles and to see whether they are dead; off unless turned on.

Whoever shares a link chooses where the bot goes. So it goes to public addresses alone, looks again
after each redirect, carries nothing along, and stops reading early.
"""

import asyncio
import logging
import re
import zlib
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Self

import aiohttp
from yarl import URL

from bot.web.addresses import Address, Lookup, Names, connector, is_public, no_such_name
from bot.web.manners import LONGEST_RULES, NAME, Robots, Turns
from bot.web.pages import Failure, Page, title_of

Verdict = Literal["alive", "dead", "unknown"]

PORTS = frozenset({80, 443})
REDIRECTS = 3
LONGEST_PAGE = 512 * 1024
"""Bytes, unpacked."""
LONGEST_HEADER = 16 * 1024
SECONDS = 5.0
"""On the network for one question and all its redirects; waiting for a turn is not counted."""
GAP = 2.0
"""Seconds between two requests to one host."""
SURELY_THERE = "discord.com"
"""A name that exists. If it cannot be found either, the name server is the one to blame."""

GONE = {404, 410}
HEAD_REFUSED = {400, 403, 404, 405, 410, 501}
"""What servers say to HEAD about pages that are there; GET is asked before it is believed."""
_REDIRECT = {301, 302, 303, 307, 308}
_HEADERS = {
    "User-Agent": f"{NAME}/0.1 (self-hosted Discord bot)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.1",
    "Accept-Encoding": "gzip",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How many bytes of a page, of which kinds, and what ends the part that matters."""

    most: int
    kinds: Collection[str] | None = None
    until: re.Pattern[bytes] | None = None

    def takes(self, page: Page) -> bool:
        return page.there and self.most > 0 and (self.kinds is None or page.kind in self.kinds)


_NOTHING = _Wanted(0)
_RULES = _Wanted(LONGEST_RULES)
_HEAD = _Wanted(
    LONGEST_PAGE,
    ("text/html", "application/xhtml+xml"),
    re.compile(rb"</head|<body", re.IGNORECASE),
)
LONGEST_MARK = len("</head")


class Fetcher:
    """Opens pages between open() and close(); neither `title` nor `alive` raises for the network.

    The clock is the bot's. `allowed`, `ports` and `lookup` are for tests, which stay on loopback.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        allowed: Callable[[Address], bool] = is_public,
        ports: Collection[int] = PORTS,
        lookup: Lookup | None = None,
        seconds: float = SECONDS,
        gap: float = GAP,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._allowed = allowed
        self._ports = ports
        self._lookup = lookup
        self._seconds = seconds
        self._turns = Turns(gap, now, sleep)
        self._robots = Robots(lambda url: self._open("GET", url, _RULES), now)
        self._names: Names | None = None
        self._session: aiohttp.ClientSession | None = None

    def open(self) -> None:
        self._names = Names(self._allowed, self._lookup)
        self._session = aiohttp.ClientSession(
            connector=connector(self._allowed, self._names),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=_HEADERS,
            trust_env=False,
            # Unpacked here, with a limit.
            auto_decompress=False,
            # Content policies are often longer than the usual limit.
            max_field_size=LONGEST_HEADER,
        )

    async def close(self) -> None:
        """Give up what is under way. Calling it again does nothing."""
        if self._session is not None and self._names is not None:
            await self._session.close()
            await self._names.close()

    async def __aenter__(self) -> Self:
        self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def title(self, url: str) -> str | None:
        """The page's title as one line of at most 200 characters; None when it has none for us."""
        address = _read(url)
        page = address and await self._open("GET", address, _HEAD)
        if not isinstance(page, Page) or not page.body:
            return None
        return await asyncio.to_thread(title_of, page)

    async def alive(self, url: str) -> Verdict:
        """Ask gently. "dead" is what the site itself, or its name's absence, says for certain."""
        address = _read(url)
        if address is None:
            return "unknown"
        page = await self._open("HEAD", address, politely=True)
        if isinstance(page, Page) and page.status in HEAD_REFUSED:
            page = await self._open("GET", address, politely=True)
        if page is Failure.NO_SUCH_NAME:
            return "dead" if await self._names_are_found() else "unknown"
        if isinstance(page, Page) and page.there:
            return "alive"
        return "dead" if isinstance(page, Page) and page.status in GONE else "unknown"

    async def _names_are_found(self) -> bool:
        assert self._names is not None
        try:
            async with asyncio.timeout(self._seconds):
                return bool(await self._names.resolve(SURELY_THERE))
        except (OSError, ValueError):
            return False

    async def _open(
        self, method: str, url: URL, wanted: _Wanted = _NOTHING, *, politely: bool = False
    ) -> Page | Failure:
        """What stands behind at most three redirects, each of them looked at like the first."""
        clock = asyncio.get_running_loop().time
        left = self._seconds
        for _ in range(1 + REDIRECTS):
            if not self._ours_to_open(url):
                return Failure.REFUSED
            if politely and not await self._robots.allow(url):
                return Failure.REFUSED
            async with self._turns.of(url.raw_host or ""):
                began = clock()
                page = await self._request(method, url, wanted, left)
                left -= clock() - began
            if isinstance(page, Failure) or page.location is None:
                return page
            following = _read(page.location, url)
            if following is None:
                return Failure.REFUSED
            url = following
        return Failure.REFUSED

    def _ours_to_open(self, url: URL) -> bool:
        return (
            url.scheme in {"http", "https"}
            and bool(url.raw_host)
            and url.port in self._ports
            and url.user is None
            and url.password is None
        )

    async def _request(
        self, method: str, url: URL, wanted: _Wanted, seconds: float
    ) -> Page | Failure:
        assert self._session is not None, "open() comes first"
        if self._session.closed:
            return Failure.TROUBLE
        try:
            async with (
                asyncio.timeout(seconds),
                self._session.request(method, url, allow_redirects=False) as response,
            ):
                location = response.headers.get("Location")
                page = Page(
                    status=response.status,
                    kind=response.content_type,
                    charset=response.charset,
                    location=location if response.status in _REDIRECT else None,
                )
                return await _with_body(page, response, wanted) if wanted.takes(page) else page
        except (aiohttp.ClientError, OSError, ValueError, zlib.error) as error:
            # The host alone: what follows it in a link may be a secret.
            log.debug("%s could not be opened: %s", url.raw_host, type(error).__name__)
            return Failure.NO_SUCH_NAME if no_such_name(error) else Failure.TROUBLE


def _read(raw: str, base: URL | None = None) -> URL | None:
    try:
        url = URL(raw)
        # Written out and read again, since some of what yarl takes it cannot read once it wrote it.
        return URL(str(base.join(url) if base else url))
    except (ValueError, TypeError, IndexError):
        return None


async def _with_body(page: Page, response: aiohttp.ClientResponse, wanted: _Wanted) -> Page:
    """As much as is wanted, unpacked. Raises zlib.error for what is not packed as it says."""
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in {"", "identity", "gzip"}:
        return page
    unpacker = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS) if packing == "gzip" else None
    body = bytearray()
    arrived = 0
    ended = False
    async for chunk in response.content.iter_any():
        before, room = len(body), wanted.most - len(body)
        body += unpacker.decompress(chunk, room) if unpacker else chunk[:room]
        arrived += len(chunk)
        # What comes after the packed part, or unpacks to nothing, is not waited for either.
        if max(len(body), arrived) >= wanted.most or (unpacker and unpacker.eof):
            break
        if wanted.until and wanted.until.search(body, max(0, before - LONGEST_MARK)):
            break
    else:
        ended = True
    if unpacker:
        ended = unpacker.eof and not unpacker.unused_data
    return replace(page, body=bytes(body), whole=ended)
