"""Opening shared links: what gets past the guard, what a title is, and which links are dead.

The sites are real servers on loopback; nothing else is ever connected to.
"""

import asyncio
import gzip
import ipaddress
import logging
import socket
import threading
import tracemalloc
import zlib
from asyncio.selector_events import BaseSelectorEventLoop
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.web import addresses, manners
from bot.web.addresses import LOOKUPS_AT_ONCE, Address, Names, is_public
from bot.web.fetch import GAP, LONGEST_HEADER, LONGEST_PAGE, Fetcher, Verdict
from bot.web.manners import LONGEST_RULES, Turns

HERE = "127.0.0.1"
ELSEWHERE = "127.0.0.2"
PATIENCE = 5
"""Seconds after which something that should have been cut off was not."""

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Clock:
    """Stands still unless somebody sleeps or a test moves it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 12, tzinfo=UTC)
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)


class Site:
    """A server that notes what it is asked. Without an answer of its own a path is a 404."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[web.BaseRequest] = []
        self.port = 0

    @property
    def asked(self) -> list[str]:
        return [f"{one.method} {one.path}" for one in self.requests]

    def url(self, path: str = "/", host: str = HERE) -> str:
        return f"http://{host}:{self.port}{path}"

    def answer(self, path: str, status: int = 200, **given: Any) -> None:
        async def respond(request: web.Request) -> web.StreamResponse:
            return web.Response(status=status, **given)

        self.answers[path] = respond

    def page(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer(path, status, body=raw, headers={"Content-Type": "text/html", **given})

    def redirect(self, path: str, to: str, status: int = 302, **headers: str) -> None:
        self.answer(path, status, headers={"Location": to, **headers})

    def stream(self, path: str, send: Callable[[web.StreamResponse], Awaitable[None]]) -> None:
        async def respond(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": "text/html"})
            await response.prepare(request)
            await send(response)
            return response

        self.answers[path] = respond

    async def respond(self, request: web.BaseRequest) -> web.StreamResponse:
        self.requests.append(request)
        if answer := self.answers.get(request.path):
            try:
                return await answer(request)  # type: ignore[arg-type]
            except ConnectionError:
                pass
        return web.Response(status=404)

    @asynccontextmanager
    async def running(self, *hosts: str) -> AsyncIterator["Site"]:
        server = web.Server(self.respond, handler_cancellation=True)
        runner = web.ServerRunner(server, shutdown_timeout=0.01)
        await runner.setup()
        try:
            for host in hosts:
                await web.TCPSite(runner, host, self.port).start()
                self.port = runner.addresses[0][1]
            yield self
        finally:
            await runner.cleanup()


class Lookups:
    """Names as a test sets them; every other name is this machine."""

    def __init__(self) -> None:
        self.known: dict[str, list[str] | list[list[str]] | int] = {}
        self.asked: list[str] = []

    async def __call__(self, host: str) -> list[str]:
        self.asked.append(host)
        found = self.known.get(host, [HERE])
        if isinstance(found, int):
            raise socket.gaierror(found, "no")
        if isinstance(found[0], list):
            return found.pop(0)  # type: ignore[return-value]
        return found  # type: ignore[return-value]


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Where connections were tried. None leaves loopback, whatever the guard lets through."""
    tried: list[str] = []
    connect = BaseSelectorEventLoop.sock_connect

    async def watch(self: Any, sock: socket.socket, address: tuple[Any, ...]) -> None:
        tried.append(address[0])
        if not ipaddress.ip_address(address[0]).is_loopback:
            raise ConnectionRefusedError(address[0])
        await connect(self, sock, address)

    monkeypatch.setattr(BaseSelectorEventLoop, "sock_connect", watch)
    yield tried
    assert {one for one in tried if not one.startswith("127.")} == set()


@pytest.fixture
async def site(connected: list[str]) -> AsyncIterator[Site]:
    async with Site().running(HERE) as site:
        yield site


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def names() -> Lookups:
    return Lookups()


def loopback(address: Address) -> bool:
    return str(address) == HERE


Open = Callable[..., Fetcher]


@pytest.fixture
async def opened(site: Site, clock: Clock, names: Lookups) -> AsyncIterator[Open]:
    """Makes fetchers that may go to the site, and closes them."""
    made: list[Fetcher] = []

    def make(**given: Any) -> Fetcher:
        usual = {
            "allowed": loopback,
            "ports": {site.port},
            "lookup": names,
            "sleep": clock.sleep,
        }
        made.append(Fetcher(clock.now, **{**usual, **given}))
        made[-1].open()
        return made[-1]

    yield make
    for one in made:
        await one.close()


@pytest.fixture
async def fetcher(opened: Open) -> Fetcher:
    return opened()


# Where it goes


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "93.184.216.34", "192.0.1.1", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8"],
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


PRIVATE = [
    *("127.0.0.1", "127.255.0.1", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.0.170", "192.88.99.1", "198.18.0.1"),
    *("192.0.2.1", "203.0.113.1", "224.0.0.1", "224.0.1.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:192.0.0.8"),
    *("64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::"),
    *("2001::1", "2001:20::1", "2001:4:112::1", "2001:db8::1"),
    *("3fff::1", "100::1", "5f00::1", "fc00::1", "fd12::1"),
    *("fe80::1", "fe80::1%eth0", "2606:4700::1111%eth0", "fec0::1", "ff02::1", "ff0e::1"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_other_address_is(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


LITERALS = [
    *("127.0.0.1", "127.1", "127.0.0.1.", "0x7f000001", "0x7f.0.0.1", "2130706433"),
    *("017700000001", "0177.0.0.1", "１２７.0.0.1", "127。0。0。1", "localhost", "0.0.0.0", "0"),
    *("[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]"),
    *("[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fec0::1]", "[fe80::1]", "[fe80::1%25lo]"),
    *("169.254.169.254", "10.0.0.1", "192.168.1.1", "100.64.0.1", "192.0.0.8"),
]


@pytest.mark.parametrize("host", LITERALS)
async def test_no_way_of_writing_an_address_leads_to_it(
    host: str, site: Site, opened: Open, connected: list[str]
) -> None:
    site.page("/", "<title>secret</title>")
    # The system's own lookup, which knows every notation there is.
    fetcher = opened(allowed=is_public, lookup=None)
    assert await fetcher.title(f"http://{host}:{site.port}/") is None
    assert await fetcher.alive(f"http://{host}:{site.port}/") == "unknown"
    assert connected == []


@pytest.mark.parametrize("address", PRIVATE)
async def test_no_name_leads_to_such_an_address(
    address: str, site: Site, opened: Open, names: Lookups, connected: list[str]
) -> None:
    names.known = {"a.test": [address], "b.test": ["1.1.1.1", address]}
    fetcher = opened(allowed=is_public)
    for host in names.known:
        assert await fetcher.title(site.url(host=host)) is None
        assert await fetcher.alive(site.url(host=host)) == "unknown"
    assert connected == []


@pytest.mark.parametrize("host", ["a.test", "b.test", "localhost", HERE])
async def test_an_address_that_is_allowed_is_connected_to(
    host: str, site: Site, opened: Open, connected: list[str]
) -> None:
    """So that the refusals above are not for another reason."""
    site.page("/", "<title>Hello</title>")
    fetcher = opened(lookup=None) if host == "localhost" else opened()
    assert await fetcher.title(site.url(host=host)) == "Hello"
    assert connected == [HERE]


def elsewhere(address: Address) -> bool:
    return str(address) == ELSEWHERE


async def test_a_name_that_changes_its_address_is_followed_nowhere_else(
    clock: Clock, names: Lookups, connected: list[str]
) -> None:
    names.known["a.test"] = [[ELSEWHERE], [HERE], [HERE]]
    try:
        running = Site().running(ELSEWHERE, HERE)
        site = await running.__aenter__()
    except OSError:
        pytest.skip(f"this system has no {ELSEWHERE}")
    site.redirect("/", "/secret")
    site.page("/secret", "<title>secret</title>")
    async with Fetcher(
        clock.now, allowed=elsewhere, ports={site.port}, lookup=names, sleep=clock.sleep
    ) as fetcher:
        assert await fetcher.title(site.url(host="a.test")) is None
        # The first answer was the one connected to: nothing is looked up twice.
        assert (site.asked, connected) == (["GET /"], [ELSEWHERE])
        assert await fetcher.title(site.url("/secret", host="a.test")) is None
        assert site.asked == ["GET /"]
    assert connected == [ELSEWHERE]
    await running.__aexit__(None, None, None)


async def test_one_private_address_among_others_is_one_too_many(
    opened: Open, site: Site, names: Lookups, connected: list[str]
) -> None:
    names.known["a.test"] = [HERE, "10.0.0.1"]
    site.page("/", "<title>Hello</title>")
    assert await opened().title(site.url(host="a.test")) is None
    assert connected == []


async def test_a_lookup_that_gives_no_address_is_not_looked_up_again(
    opened: Open, site: Site, names: Lookups, connected: list[str]
) -> None:
    names.known["a.test"] = ["localhost"]
    assert await opened(allowed=lambda _: True).title(site.url(host="a.test")) is None
    assert connected == []


REFUSED = [
    *("file:///etc/hostname", "ftp://{}/", "gopher://{}/", "data:text/html,<title>x</title>"),
    *("javascript:1", "ws://{}/", "unix://{}/", "tcp://{}/", "//{}/", "/", "", "http://", "{}"),
    *("http://me@{}/", "http://me:secret@{}/", "http://:secret@{}/", "http://[::1", "http://a:b/"),
    *("HTTP://[:;]", "http://[]@", "http://[::1]:x/", "http://[::1]x/"),
    *("http://127.0.0.1:22/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/", "http://a b.test/"),
    *("http://127.0.0.1/", "https://127.0.0.1/", "http://" + "a" * 70 + ".test:22/"),
]


@pytest.mark.parametrize("url", REFUSED)
async def test_what_is_no_plain_address_of_a_page_is_not_opened(
    url: str, site: Site, fetcher: Fetcher, names: Lookups, connected: list[str]
) -> None:
    site.page("/", "<title>secret</title>")
    url = url.format(f"{HERE}:{site.port}")
    assert await fetcher.title(url) is None
    assert await fetcher.alive(url) == "unknown"
    assert (connected, names.asked) == ([], [])


async def test_outside_tests_only_the_web_is_open(clock: Clock, connected: list[str]) -> None:
    async with Fetcher(clock.now, allowed=loopback, sleep=clock.sleep) as fetcher:
        for port in (1, 22, 8000, 8080, 8443):
            assert await fetcher.title(f"http://{HERE}:{port}/") is None
        assert connected == []
        for url in (f"http://{HERE}/", f"https://{HERE}/"):
            await fetcher.title(url)
        assert connected == [HERE, HERE]


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=40)
    | st.text("htps:/@[]%.?#\\1aä -", max_size=30).map("http://".__add__)
    | st.text(max_size=20).map("https://{}/".format)
)
@example("http://[:-]")
@example("http://[]@")
@example("http://xn--")
def test_whatever_the_link_is_nothing_is_raised(url: str) -> None:
    async def nobody(host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "no")

    async def look() -> None:
        async with Fetcher(
            lambda: datetime(2026, 3, 2, tzinfo=UTC), allowed=lambda _: False, lookup=nobody, gap=0
        ) as fetcher:
            assert await fetcher.title(url) is None
            assert await fetcher.alive(url) == "unknown"

    asyncio.run(look())


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed(status: int, site: Site, fetcher: Fetcher) -> None:
    site.redirect("/", "page?a=1#part", status)
    site.page("/page", "<title>Hello</title>")
    assert await fetcher.title(site.url()) == "Hello"
    assert site.requests[-1].path_qs == "/page?a=1"


@pytest.mark.parametrize(("hops", "title"), [(3, "Hello"), (4, None)])
async def test_three_redirects_are_followed_and_no_more(
    hops: int, title: str | None, site: Site, fetcher: Fetcher
) -> None:
    for hop in range(hops):
        site.redirect(f"/{hop}", f"/{hop + 1}")
    site.page(f"/{hops}", "<title>Hello</title>")
    assert await fetcher.title(site.url("/0")) == title
    assert len(site.asked) == 4


@pytest.mark.parametrize("to", ["/", "/b", ""])
async def test_a_circle_of_redirects_ends(to: str, site: Site, fetcher: Fetcher) -> None:
    site.redirect("/", to)
    site.redirect("/b", "/")
    assert await fetcher.title(site.url()) is None
    assert len(site.asked) == 4
    assert await fetcher.alive(site.url()) == "unknown"


@pytest.mark.parametrize(
    "to",
    [
        *("http://127.0.0.2:{port}/", "http://[::1]:{port}/"),
        *("http://private.test:{port}/", "//127.0.0.2:{port}/", "http://169.254.169.254:{port}/"),
        *("http://127.0.0.1:22/", "https://127.0.0.1/", "http://me@127.0.0.1:{port}/secret"),
        *("http://me:you@127.0.0.1:{port}/secret", "file:///etc/hostname", "ftp://127.0.0.1/"),
        *(
            "http://[::1",
            "http://127.0.0.1:x/",
            "HTTP://[:;]",
            "http://[]@",
            "data:text/html,<title>x</title>",
        ),
    ],
)
async def test_a_redirect_leads_nowhere_a_link_would_not(
    to: str, site: Site, fetcher: Fetcher, names: Lookups, connected: list[str]
) -> None:
    names.known["private.test"] = ["10.0.0.1"]
    site.redirect("/", to.format(port=site.port))
    site.page("/secret", "<title>secret</title>")
    assert await fetcher.title(site.url()) is None
    assert site.asked == ["GET /"]
    assert await fetcher.alive(site.url()) == "unknown"
    assert set(connected) == {HERE}
    assert "GET /secret" not in site.asked


async def test_only_a_redirect_redirects(site: Site, fetcher: Fetcher) -> None:
    site.page("/", "<title>Hello</title>", Location="/page")
    assert await fetcher.title(site.url()) == "Hello"


# What it takes along


async def test_nothing_is_carried_from_one_request_to_the_next(
    site: Site, fetcher: Fetcher
) -> None:
    # Only names have cookies.
    site.redirect("/", "/page", **{"Set-Cookie": "who=me; Path=/"})
    site.page("/page", "<title>Hello</title>", Set_Cookie="again=me; Path=/")
    for _ in range(2):
        assert await fetcher.title(site.url("/?from=me", host="a.test")) == "Hello"
        assert await fetcher.alive(site.url("/?from=me", host="a.test")) == "alive"
    assert len(site.requests) == 9
    ours = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    for request in site.requests:
        assert set(request.headers) == ours
        assert request.headers["User-Agent"] == "Vinkki/0.1 (self-hosted Discord bot)"
        assert request.headers["Accept-Encoding"] == "gzip"


async def test_a_proxy_of_the_environment_is_not_used(
    site: Site, opened: Open, names: Lookups, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Site().running(HERE) as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
            monkeypatch.setenv(name.upper(), proxy.url())
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        site.page("/", "<title>Hello</title>")
        assert await opened(ports={site.port, proxy.port}).title(site.url(host="a.test")) == "Hello"
        assert proxy.requests == []


async def test_the_log_has_no_more_of_a_link_than_its_host(
    site: Site, fetcher: Fetcher, names: Lookups, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    names.known["gone.test"] = socket.EAI_NONAME
    site.redirect("/", "http://gone.test:1/hidden?hidden=1")
    site.page("/broken", b"hidden", Content_Encoding="gzip")
    for path in ("/", "/broken", "/missing"):
        await fetcher.title(site.url(f"{path}?hidden=1"))
        await fetcher.alive(site.url(f"{path}?hidden=1"))
    await fetcher.title(f"http://gone.test:{site.port}/hidden?hidden=1")
    logged = [one.getMessage() for one in caplog.records if one.name.startswith("bot")]
    assert "gone.test could not be opened: ClientConnectorDNSError" in logged
    ours = [one for one in caplog.records if not one.name.startswith("aiohttp.access")]
    assert not any("hidden" in one.getMessage() or one.exc_info for one in ours)


# How much it reads


async def test_a_title_is_read_and_what_follows_is_not_waited_for(
    site: Site, fetcher: Fetcher
) -> None:
    async def send(response: web.StreamResponse) -> None:
        for part in (b"<title>Hel", b"lo</title></he", b"ad><bod"):
            await response.write(part)
            # So that they arrive one by one.
            await asyncio.sleep(0.05)
        await asyncio.Event().wait()

    site.stream("/", send)
    async with asyncio.timeout(PATIENCE):
        assert await fetcher.title(site.url()) == "Hello"


async def test_a_page_without_an_end_is_cut(site: Site, fetcher: Fetcher) -> None:
    async def send(response: web.StreamResponse) -> None:
        await response.write(b"<title>Hello</title>")
        while True:
            await response.write(b" " * 65_536)

    site.stream("/", send)
    async with asyncio.timeout(PATIENCE):
        assert await fetcher.title(site.url()) == "Hello"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("before", "title"), [(LONGEST_PAGE - 60, "Hello"), (LONGEST_PAGE, None), (1 << 24, None)]
)
async def test_a_title_far_down_is_not_looked_for(
    packed: bool, before: int, title: str | None, site: Site, fetcher: Fetcher
) -> None:
    body = b" " * before + b"<title>Hello</title>"
    if packed:
        site.page("/", gzip.compress(body), Content_Encoding="gzip")
    else:
        site.page("/", body)
    assert await fetcher.title(site.url()) == title


async def test_a_bomb_is_not_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.page("/", gzip.compress(b"\0" * (64 << 20), 9), Content_Encoding="gzip")
    await fetcher.title(site.url())
    tracemalloc.start()
    try:
        assert await fetcher.title(site.url()) is None
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


async def test_nothing_is_read_behind_the_packed_part(site: Site, fetcher: Fetcher) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
        )
        await response.prepare(request)
        await response.write(gzip.compress(b"<title>Hello</title>"))
        await asyncio.Event().wait()
        return response

    site.answers["/"] = respond
    async with asyncio.timeout(PATIENCE):
        assert await fetcher.title(site.url()) == "Hello"


async def test_what_unpacks_to_nothing_is_not_read_for_ever(site: Site, fetcher: Fetcher) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
        )
        await response.prepare(request)
        packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
        packed = packer.compress(b"<title>Hello</title>") + packer.flush(zlib.Z_FULL_FLUSH)
        await response.write(packed)
        while True:
            await response.write(b"\0\0\0\xff\xff" * 10_000)

    site.answers["/"] = respond
    async with asyncio.timeout(PATIENCE):
        assert await fetcher.title(site.url()) == "Hello"


@pytest.mark.parametrize("packing", ["br", "deflate", "zstd", "gzip, gzip", "x"])
async def test_a_packing_that_was_not_asked_for_is_left_alone(
    packing: str, site: Site, fetcher: Fetcher
) -> None:
    site.page("/", "<title>Hello</title>", Content_Encoding=packing)
    assert await fetcher.title(site.url()) is None


async def never(response: web.StreamResponse) -> None:
    await asyncio.Event().wait()


async def dripping(response: web.StreamResponse) -> None:
    while True:
        await response.write(b" ")
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("send", [never, dripping])
async def test_a_slow_page_is_given_up(
    send: Callable[[web.StreamResponse], Awaitable[None]], site: Site, opened: Open
) -> None:
    site.stream("/", send)
    async with asyncio.timeout(PATIENCE):
        assert await opened(seconds=0.1).title(site.url()) is None


async def test_a_slow_answer_is_given_up(site: Site, opened: Open) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        await asyncio.Event().wait()
        raise AssertionError

    site.answers["/"] = respond
    async with asyncio.timeout(PATIENCE):
        fetcher = opened(seconds=0.1)
        assert await fetcher.title(site.url()) is None
        assert await fetcher.alive(site.url()) == "unknown"


async def test_slow_names_are_given_up(site: Site, opened: Open) -> None:
    async def lookup(host: str) -> list[str]:
        await asyncio.Event().wait()
        return []

    async with asyncio.timeout(PATIENCE):
        fetcher = opened(seconds=0.1, lookup=lookup)
        assert await fetcher.title(site.url(host="a.test")) is None
        assert await fetcher.alive(site.url(host="a.test")) == "unknown"


async def test_the_time_is_for_all_redirects_together(site: Site, opened: Open) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.1)
        return web.Response(status=302, headers={"Location": f"/{len(site.requests)}"})

    for number in range(3):
        site.answers[f"/{number}"] = respond
    site.page("/3", "<title>Hello</title>")
    # Enough for each of them, and for all of them never.
    assert await opened(seconds=0.29).title(site.url("/0")) is None
    site.requests.clear()
    assert await opened().title(site.url("/0")) == "Hello"


# Titles


@pytest.mark.parametrize(
    "kind", ["text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", "text/html;;x"]
)
async def test_a_page_has_a_title(kind: str, site: Site, fetcher: Fetcher) -> None:
    site.page("/", "<title>Hello</title>", Content_Type=kind)
    assert await fetcher.title(site.url()) == "Hello"


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/pdf", "image/svg+xml", "application/json", "text/htmlx", "html"],
)
async def test_what_is_no_page_has_none(kind: str, site: Site, fetcher: Fetcher) -> None:
    site.page("/", "<title>Hello</title>", Content_Type=kind)
    assert await fetcher.title(site.url()) is None


async def test_a_page_may_have_long_headers(site: Site, fetcher: Fetcher) -> None:
    policy = "x" * (LONGEST_HEADER - 100)
    site.page("/", "<title>Hello</title>", Content_Security_Policy=policy)
    assert await fetcher.title(site.url()) == "Hello"


@pytest.mark.parametrize("status", [204, 300, 304, 400, 403, 404, 500, 503, 999])
async def test_the_title_of_a_refusal_is_not_the_pages(
    status: int, site: Site, fetcher: Fetcher
) -> None:
    site.page("/", "<title>Hello</title>", status)
    assert await fetcher.title(site.url()) is None


async def test_a_page_is_read_in_its_charset(site: Site, fetcher: Fetcher) -> None:
    site.page(
        "/", "<title>Pöytä</title>".encode("cp1252"), Content_Type="text/html; charset=cp1252"
    )
    site.page(
        "/named",
        "<title>Pöytä</title>".encode("cp1252"),
        Content_Type="text/html;charset=ISO-8859-1",
    )
    assert await fetcher.title(site.url()) == "P\ufffdyt\ufffd"
    assert await fetcher.title(site.url("/named")) == "Pöytä"


# Dead or alive


@pytest.mark.parametrize(
    ("head", "get", "verdict"),
    [
        (200, None, "alive"),
        (204, None, "alive"),
        *((refused, 200, "alive") for refused in (400, 403, 404, 405, 410, 501)),
        *((refused, 404, "dead") for refused in (403, 404, 405, 410, 501)),
        *((refused, 410, "dead") for refused in (404, 405, 410)),
        *((405, other, "unknown") for other in (300, 304, 400, 401, 403, 405, 429, 451, 500, 503)),
        *((other, None, "unknown") for other in (300, 304, 401, 406, 429, 451, 500, 502, 503, 999)),
    ],
)
async def test_a_link_is_dead_when_its_site_says_so(
    head: int, get: int | None, verdict: Verdict, site: Site, fetcher: Fetcher
) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        return web.Response(status=head if request.method == "HEAD" else get or 200)

    site.answers["/page"] = respond
    assert await fetcher.alive(site.url("/page?a=1")) == verdict
    asked = ["GET /robots.txt", "HEAD /page"] + ["GET /page"] * (get is not None)
    assert site.asked == asked


async def test_a_large_page_is_not_read_to_see_that_it_is_there(
    site: Site, fetcher: Fetcher
) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        if request.method == "HEAD":
            return web.Response(status=405)
        response = web.StreamResponse()
        await response.prepare(request)
        await asyncio.Event().wait()
        return response

    site.answers["/"] = respond
    async with asyncio.timeout(PATIENCE):
        assert await fetcher.alive(site.url()) == "alive"


@pytest.mark.parametrize(("status", "verdict"), [(200, "alive"), (404, "dead"), (500, "unknown")])
async def test_a_redirect_is_as_alive_as_where_it_leads(
    status: int, verdict: Verdict, site: Site, fetcher: Fetcher
) -> None:
    site.redirect("/", "/page", 301)
    site.answer("/page", status)
    assert await fetcher.alive(site.url()) == verdict


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (socket.EAI_NONAME, "dead"),
        (socket.EAI_AGAIN, "unknown"),
        (socket.EAI_FAIL, "unknown"),
        (socket.EAI_NODATA, "unknown"),
    ],
)
async def test_a_link_whose_name_is_gone_is_dead(
    answer: int, verdict: Verdict, site: Site, fetcher: Fetcher, names: Lookups
) -> None:
    names.known["gone.test"] = answer
    site.redirect("/", site.url(host="gone.test"))
    assert await fetcher.alive(site.url(host="gone.test")) == verdict
    assert await fetcher.alive(site.url()) == verdict
    assert await fetcher.title(site.url(host="gone.test")) is None


async def test_no_link_is_dead_for_a_name_server_that_knows_nothing(
    site: Site, fetcher: Fetcher, names: Lookups
) -> None:
    names.known = {"gone.test": socket.EAI_NONAME, "discord.com": socket.EAI_NONAME}
    assert await fetcher.alive(site.url(host="gone.test")) == "unknown"
    assert names.asked[-1] == "discord.com"


async def test_trouble_is_not_death(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    assert await fetcher.alive(f"https://{HERE}:{site.port}/") == "unknown"
    assert await fetcher.title(f"https://{HERE}:{site.port}/") is None
    async with Site().running(HERE) as ended:
        pass
    async with Fetcher(clock.now, allowed=loopback, ports={ended.port}, gap=0) as fetcher:
        assert await fetcher.alive(ended.url()) == "unknown"
        assert await fetcher.title(ended.url()) is None


HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "said",
    [
        *(b"", b"\0\xff" * 99, b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 OK OK\r\n\r\n", b"<title>x</title>"),
        *(HTML[:20], HTML + b"Content-Length: x\r\n\r\n", HTML + b"Content-Length: 99\r\n\r\n<"),
        *(HTML + b"Transfer-Encoding: chunked\r\n\r\nx\r\n", HTML + b"x" * 99_999),
        *(HTML + b"a: b\0c\r\n\r\n", HTML + b"Content-Encoding: gzip\r\n\r\n<title>x</title>"),
        *(
            HTML[:9] + b"302 x\r\nLocation: " + to + b"\r\n\r\n"
            for to in (b"\xff\xfe", b"http://[")
        ),
        *(b"HTTP/1.1 101 x\r\n\r\n", b"HTTP/1.1 100 x\r\n\r\n" * 99, b"a: b\r\n" * 9_999),
    ],
)
async def test_whatever_a_server_says_nothing_is_raised(
    said: bytes, clock: Clock, connected: list[str]
) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            asked = await reader.readuntil(b"\r\n\r\n")
            rules = b"HTTP/1.1 404 x\r\nContent-Length: 0\r\n\r\n"
            writer.write(rules if said and b"robots.txt" in asked else said)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, HERE)
    async with server:
        port = server.sockets[0].getsockname()[1]
        async with Fetcher(clock.now, allowed=loopback, ports={port}, gap=0, seconds=2) as fetcher:
            assert await fetcher.title(f"http://{HERE}:{port}/") is None
            verdict = await fetcher.alive(f"http://{HERE}:{port}/")
            # Some say well enough that the page is there, and only its text is broken.
            assert verdict == "unknown" or said.startswith(HTML)


async def test_a_closed_fetcher_finds_nothing(site: Site, fetcher: Fetcher) -> None:
    site.page("/", "<title>Hello</title>")
    waiting = asyncio.create_task(fetcher.title(site.url(host="a.test")))
    await asyncio.sleep(0)
    await fetcher.close()
    await fetcher.close()
    assert await waiting is None
    assert await fetcher.title(site.url()) is None
    assert await fetcher.alive(site.url(host="a.test")) == "unknown"


async def test_closing_does_not_wait_for_names(
    site: Site, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = threading.Event()

    def lookup(host: str) -> list[str]:
        answered.wait(PATIENCE)
        raise socket.gaierror(socket.EAI_NONAME, "no")

    monkeypatch.setattr(addresses, "_system_lookup", lookup)
    fetcher = opened(lookup=None)
    hosts = [f"{number}.test" for number in range(LOOKUPS_AT_ONCE + 2)]
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        titles = [group.create_task(fetcher.title(site.url(host=host))) for host in hosts[::2]]
        verdicts = [group.create_task(fetcher.alive(site.url(host=host))) for host in hosts[1::2]]
        await asyncio.sleep(0.05)
        await fetcher.close()
        answered.set()
    assert {one.result() for one in titles} == {None}
    assert {one.result() for one in verdicts} == {"unknown"}


async def test_no_names_are_looked_up_after_closing() -> None:
    names = Names(is_public)
    await names.close()
    with pytest.raises(OSError, match="any more"):
        await names.resolve("localhost")


# Manners


NO = "User-agent: *\nDisallow: "


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("", True),
        (NO, True),
        (NO + "/", False),
        (NO + "/pa", False),
        (NO + "/other", True),
        (NO + "/page?a", False),
        ("\ufeff" + NO + "/", False),
        ("User-agent: Vinkki\nDisallow: /", False),
        ("User-agent: vinkki\r\nDisallow: /\r\n", False),
        ("User-agent: Somebody\nDisallow: /", True),
        ("User-agent: Vinkki\nAllow: /\n\n" + NO + "/", True),
        (NO + "//[", False),
        ("<html>" * 99, True),
        ("\0\n:\nDisallow: /", True),
        ("# " + "x" * LONGEST_RULES, False),
    ],
)
async def test_what_a_site_forbids_is_not_visited(
    rules: str, allowed: bool, site: Site, fetcher: Fetcher
) -> None:
    site.page("/robots.txt", rules, Content_Type="text/plain; charset=utf-8")
    site.page("/page", "")
    assert await fetcher.alive(site.url("/page?a=1")) == ("alive" if allowed else "unknown")
    assert site.asked == ["GET /robots.txt", "HEAD /page"][: 1 + allowed]


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(404, True), (400, True), (410, True), (401, False), (403, False), (429, False), (503, False)],
)
async def test_a_site_without_rules_is_visited_unless_it_refuses(
    status: int, allowed: bool, site: Site, fetcher: Fetcher
) -> None:
    site.answer("/robots.txt", status)
    site.page("/", "")
    assert await fetcher.alive(site.url()) == ("alive" if allowed else "unknown")
    assert ("HEAD /" in site.asked) is allowed


async def test_a_site_whose_rules_cannot_be_had_is_not_visited(site: Site, opened: Open) -> None:
    site.stream("/robots.txt", never)
    site.page("/", "")
    assert await opened(seconds=0.1).alive(site.url()) == "unknown"
    assert site.asked == ["GET /robots.txt"]


async def test_rules_hold_where_a_redirect_leads(
    site: Site, fetcher: Fetcher, names: Lookups
) -> None:
    async def respond(request: web.Request) -> web.StreamResponse:
        return web.Response(text=NO + ("/" if request.host.startswith("b.") else ""))

    site.answers["/robots.txt"] = respond
    site.redirect("/", site.url("/page", host="b.test"))
    site.page("/page", "")
    assert await fetcher.alive(site.url(host="a.test")) == "unknown"
    assert site.asked == ["GET /robots.txt", "HEAD /", "GET /robots.txt"]


async def test_rules_are_fetched_with_the_same_guard(
    site: Site, fetcher: Fetcher, connected: list[str]
) -> None:
    site.redirect("/robots.txt", "http://10.0.0.1/robots.txt")
    site.page("/", "")
    assert await fetcher.alive(site.url()) == "unknown"
    assert set(connected) == {HERE}
    assert site.asked == ["GET /robots.txt"]


async def test_rules_are_asked_for_once_a_day(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    def asked() -> int:
        return site.asked.count("GET /robots.txt")

    site.answer("/robots.txt", 503)
    site.page("/", "")
    assert await fetcher.alive(site.url()) == "unknown"
    site.page("/robots.txt", NO)
    # A failure is not kept.
    assert await fetcher.alive(site.url()) == "alive"
    assert asked() == 2
    clock.time += timedelta(hours=23)
    assert await fetcher.alive(site.url()) == "alive"
    assert asked() == 2
    site.page("/robots.txt", NO + "/")
    clock.time += timedelta(hours=1)
    assert await fetcher.alive(site.url()) == "unknown"
    assert asked() == 3


async def test_the_rules_of_few_sites_are_kept(
    site: Site, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manners, "MOST_SITES", 2)
    site.page("/", "")
    for host in ("a.test", "b.test", "c.test", "b.test", "c.test"):
        assert await fetcher.alive(site.url(host=host)) == "alive"
    assert site.asked.count("GET /robots.txt") == 3
    await fetcher.alive(site.url(host="a.test"))
    assert site.asked.count("GET /robots.txt") == 4


async def test_a_title_is_fetched_for_who_asked_and_needs_no_rules(
    site: Site, fetcher: Fetcher
) -> None:
    site.page("/robots.txt", NO + "/")
    site.page("/", "<title>Hello</title>")
    assert await fetcher.title(site.url()) == "Hello"
    assert site.asked == ["GET /"]


async def test_a_host_is_asked_one_thing_at_a_time(site: Site, fetcher: Fetcher) -> None:
    inside: list[int] = []
    now = 0

    async def respond(request: web.Request) -> web.StreamResponse:
        nonlocal now
        now += 1
        inside.append(now)
        await asyncio.sleep(0.02)
        now -= 1
        return web.Response(text="<title>Hello</title>", content_type="text/html")

    site.answers["/"] = respond
    url = site.url(host="a.test")
    await asyncio.gather(*(ask(url) for ask in (fetcher.title, fetcher.alive) * 2))
    assert set(inside) == {1}


async def test_there_is_a_pause_between_two_requests_to_a_host(
    site: Site, fetcher: Fetcher, clock: Clock
) -> None:
    site.answer("/", 405)
    await fetcher.alive(site.url())
    assert site.asked == ["GET /robots.txt", "HEAD /", "GET /"]
    assert clock.slept == [GAP, GAP]
    await fetcher.title(site.url(host="a.test"))
    assert clock.slept == [GAP, GAP]
    clock.time += timedelta(seconds=GAP / 4)
    await fetcher.title(site.url(host="A.test"))
    assert clock.slept == [GAP, GAP, GAP * 3 / 4]
    clock.time += timedelta(seconds=GAP)
    await fetcher.title(site.url(host="a.test"))
    assert len(clock.slept) == 3
    clock.time -= timedelta(days=1)
    await fetcher.title(site.url(host="a.test"))
    assert clock.slept[3:] == [GAP]


async def test_a_turn_that_was_given_up_is_the_next_ones(clock: Clock) -> None:
    turns = Turns(1, clock.now, clock.sleep)
    with pytest.raises(ZeroDivisionError):
        async with turns.of("a"):
            raise ZeroDivisionError
    async with asyncio.timeout(PATIENCE), turns.of("a"):
        assert clock.slept == [1]


async def test_a_turn_lasts_while_others_have_theirs(clock: Clock) -> None:
    turns = Turns(1, clock.now, clock.sleep)
    entered = False

    async def enter() -> None:
        nonlocal entered
        async with turns.of("a"):
            entered = True

    async with turns.of("a"):
        pass
    async with turns.of("a"):
        clock.time += timedelta(seconds=1)
        async with turns.of("b"):
            pass
        waiting = asyncio.create_task(enter())
        for _ in range(9):
            await asyncio.sleep(0)
        assert not entered
    await waiting


async def test_hosts_are_forgotten_when_they_may_be_asked_again(clock: Clock) -> None:
    turns = Turns(10, clock.now, clock.sleep)
    for number in range(50):
        async with turns.of(f"{number}.test"):
            clock.time += timedelta(seconds=1)
    assert len(turns._turns) == 10
