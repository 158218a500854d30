"""Stories about links that stop opening, on a server of our own on this machine."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web

from bot.web.fetch import Fetcher
from cogs.tips.cog import Tips
from tests.features.circle import Circle, told

HOUR, DAY = 3_600, 86_400


class Site:
    """Two pages; one of them can go."""

    def __init__(self) -> None:
        self.gone = False
        self.asked: list[str] = []

    async def page(self, request: web.Request) -> web.Response:
        self.asked.append(f"{request.method} {request.path}")
        if request.path == "/robots.txt":
            return web.Response(text="User-agent: *\nDisallow: /private")
        if self.gone:
            return web.Response(status=404)
        return web.Response(text="<title>Pivot tables, explained</title>", content_type="text/html")


@pytest.fixture
def settings() -> dict[str, str]:
    return {"FETCH_LINKS": "on"}


@pytest.fixture
async def site(circle: Circle) -> AsyncIterator[tuple[Site, str]]:
    """A site on loopback, and its address; the bot's guard lets it pass here alone."""
    site = Site()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", site.page)
    runner = web.AppRunner(app)
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0)
    await place.start()
    port = runner.addresses[0][1]
    feature = circle.bot.get_cog("Tips")
    assert isinstance(feature, Tips)
    assert feature.freshness is not None
    await feature.freshness.fetcher.close()
    feature.freshness.fetcher = Fetcher(circle.bot.now, allowed=lambda _: True, ports={port}, gap=0)
    feature.freshness.fetcher.open()
    yield site, f"http://127.0.0.1:{port}"
    await feature.freshness.fetcher.close()
    await runner.cleanup()


async def test_a_title_is_found_and_a_dead_link_flagged_until_it_opens_again(
    circle: Circle, site: tuple[Site, str]
) -> None:
    pages, address = site
    await circle.share(circle.ben, f"{address}/guide", "It helps.")
    await later(circle, HOUR)
    found = told(await circle.ella.slash(circle.talk, "tip search", words="explained"))
    assert "Pivot tables, explained" in found
    pages.gone = True
    await later(circle, 31 * DAY)
    assert "did not open" in circle.talk.history()[0].content
    assert "linkki rikki" in told(await circle.aino.slash(circle.talk, "tip search"))
    pages.gone = False
    await later(circle, (31 + 8) * DAY)
    assert "did not open" not in circle.talk.history()[0].content


async def test_a_page_robots_may_not_open_is_left_alone(
    circle: Circle, site: tuple[Site, str]
) -> None:
    pages, address = site
    await circle.share(circle.ben, f"{address}/private/guide", "It helps.")
    await later(circle, HOUR)
    assert pages.asked == ["GET /robots.txt"]


async def later(circle: Circle, seconds: int) -> None:
    """The site is asked once more, so many seconds from when the story began."""
    feature = circle.bot.get_cog("Tips")
    assert isinstance(feature, Tips)
    assert feature.freshness is not None
    now, park = circle.bot.now, circle.bot.park
    circle.bot.now = lambda: now() + timedelta(seconds=seconds)
    # The network's time is real, and this round is the test's own, not the bot's.
    circle.bot.park = lambda waiting, *, reason: waiting
    await feature.freshness._pass()
    circle.bot.now, circle.bot.park = now, park
