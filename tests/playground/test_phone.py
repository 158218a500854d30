"""The same page on a phone, in Finnish."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, expect

from tests.playground.visiting import Visitor, link_in, playground, visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def link() -> AsyncIterator[str]:
    async with playground("fi") as announcement:
        yield link_in(announcement)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def aino(phone: BrowserContext, link: str) -> AsyncIterator[Visitor]:
    async with visitor(phone, link) as guest:
        yield guest


async def test_a_tip_is_shared_in_finnish(aino: Visitor) -> None:
    await aino.open_drawer()
    await aino.open("vinkit")
    await aino.command("tip share", link="https://www.finlex.fi/")
    await aino.fill_form("https://www.finlex.fi/", "Lait ajan tasalla, kun sopimus mietityttää.")
    await expect(aino.message("Lait ajan tasalla")).to_contain_text("Tästä oli apua")
    await expect(aino.message("Vain sinä näet tämän")).to_contain_text("Jaettu")


async def test_the_drawer_opens_leads_on_and_closes(aino: Visitor) -> None:
    drawer = aino.page.locator("#places")
    await expect(drawer).to_be_hidden()
    await aino.open_drawer()
    await aino.page.keyboard.press("Escape")
    await expect(drawer).to_be_hidden()
    await aino.open_drawer()
    await aino.open("kahvihuone")
    await expect(drawer).to_be_hidden()


async def test_nothing_needs_sideways_scrolling(aino: Visitor) -> None:
    frame = aino.page.frames[1]
    for place in ("vinkit", "tervetuloa"):
        await aino.open_drawer()
        await aino.open(place)
        assert await aino.page.evaluate(OVERFLOW) <= 0
        assert await frame.evaluate(OVERFLOW) <= 0


async def test_a_message_has_its_menu_without_a_mouse(aino: Visitor) -> None:
    await aino.open_drawer()
    await aino.open("vinkit")
    tip = aino.message("doodle.com")
    await expect(tip.locator(".message-context-actions")).to_have_css("opacity", "1")
    await tip.locator(".menu-button").tap()
    await expect(aino.frame.get_by_role("menuitem", name="Accept answer")).to_be_visible()


async def test_the_forum_lists_its_questions(aino: Visitor) -> None:
    await aino.open_drawer()
    await aino.page.locator(".place").get_by_text("kysymykset", exact=True).click()
    await aino.page.locator("#posts").get_by_role("button", name="Miten kirjoitat").click()
    await expect(aino.message("Kirjoita päätökset väliotsikoiksi")).to_be_visible()
