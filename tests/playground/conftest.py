"""One circle for each file of tests, and ways to visit it.

Without a browser on the machine the tests that need one are skipped, and say so.
"""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext
from yarl import URL

from tests.playground import visiting
from tests.playground.visiting import link_in, playground


def _find() -> None:
    if visiting.chromium() is None:
        pytest.skip("no Chromium on this machine; CHROMIUM may name one")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk() -> AsyncIterator[BrowserContext]:
    _find()
    async with visiting.browser() as chrome:
        yield chrome


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def phone() -> AsyncIterator[BrowserContext]:
    _find()
    async with visiting.browser(visiting.PHONE) as chrome:
        yield chrome


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def link() -> AsyncIterator[URL]:
    async with playground("en") as announcement:
        yield URL(link_in(announcement))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def guest(link: URL) -> AsyncIterator[aiohttp.ClientSession]:
    """A browser that has opened the link."""
    jar = aiohttp.CookieJar(unsafe=True)  # unsafe: cookies for an address, not a name
    async with aiohttp.ClientSession(link.origin(), cookie_jar=jar) as session:
        async with session.get(link) as response:
            assert response.status == 200
        yield session
