"""Nobody but the browser with the link reaches the playground."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from yarl import URL

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module")
async def stranger(link: URL) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(link.origin()) as session:
        yield session


PATHS = ["/", "/play/page.js", "/play/state", "/frame", "/app.js", "/api/state", "/?token=wrong"]


@pytest.mark.parametrize("path", PATHS)
async def test_without_the_token_every_path_is_closed(
    stranger: aiohttp.ClientSession, path: str
) -> None:
    async with stranger.get(path, allow_redirects=False) as response:
        assert response.status == 403
        assert "Set-Cookie" not in response.headers


async def test_the_token_leaves_the_address_for_a_cookie_scripts_cannot_read(link: URL) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(link, allow_redirects=False) as response,
    ):
        assert (response.status, response.headers["Location"]) == (303, "/")
        cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("path", ["/", "/play/state", "/app.js"])
async def test_another_name_for_this_machine_is_refused(
    guest: aiohttp.ClientSession, path: str
) -> None:
    async with guest.get(path, headers={"Host": "rebound.example:8765"}) as response:
        assert response.status == 403


async def test_another_page_cannot_act(guest: aiohttp.ClientSession, link: URL) -> None:
    for origin in ("https://elsewhere.example", "null", f"http://127.0.0.1:{link.port}0"):
        headers = {"Origin": origin}
        async with guest.post("/play/clock", json={"step": "hour"}, headers=headers) as response:
            assert response.status == 403
    async with guest.post("/play/clock", json={"step": "hour"}) as response:
        assert response.status == 403, "a browser always names the origin of a POST"


async def test_our_own_page_can_act(guest: aiohttp.ClientSession, link: URL) -> None:
    headers = {"Origin": str(link.origin())}
    async with guest.get("/play/state") as response:
        before = (await response.json())["now"]
    async with guest.post("/play/clock", json={"step": "hour"}, headers=headers) as response:
        assert (await response.json())["now"] > before


@pytest.mark.parametrize("path", ["show", "clock", "menu", "dismiss"])
async def test_looking_never_acts(guest: aiohttp.ClientSession, path: str) -> None:
    async with guest.get(f"/play/{path}") as response:
        assert response.status == 405


@pytest.mark.parametrize("path", ["/frame", "/", "/play/state", "/app.js"])
async def test_only_our_own_page_may_frame_it(guest: aiohttp.ClientSession, path: str) -> None:
    async with guest.get(path) as response:
        policy = response.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    "path", ["/protocol.schema.json", "/vendor/../protocol.schema.json", "/api/nothing", "/x.js"]
)
async def test_only_what_the_frame_needs_is_passed_on(
    guest: aiohttp.ClientSession, path: str
) -> None:
    async with guest.get(URL(path, encoded=True)) as response:
        assert response.status == 404
