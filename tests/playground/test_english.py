"""A newcomer's first quarter of an hour, in English, in a real browser."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, expect

from tests.playground.visiting import Visitor, link_in, playground, visitor

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def link() -> AsyncIterator[str]:
    async with playground("en") as announcement:
        yield link_in(announcement)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def page(desk: BrowserContext, link: str) -> AsyncIterator[Visitor]:
    async with visitor(desk, link) as guest:
        yield guest


@pytest_asyncio.fixture(loop_scope="module")
async def maya(page: Visitor) -> Visitor:
    await page.view_as("Maya Patel")
    return page


async def test_the_circle_has_tips_and_a_question_already(maya: Visitor) -> None:
    await maya.open("tips")
    await expect(maya.message("doodle.com")).to_contain_text("Helped me")
    await maya.open("How do you keep minutes while taking part?")
    await expect(maya.message("Write the decisions")).to_contain_text("Tom Walsh")


async def test_a_tip_shared_in_the_picker_becomes_a_card(maya: Visitor) -> None:
    await maya.open("tips")
    await maya.command("tip share", link="https://www.gov.uk/bank-holidays")
    await maya.fill_form("https://www.gov.uk/bank-holidays", "Check it before you book a Monday.")
    await expect(maya.message("Check it before you book")).to_contain_text("gov.uk")


async def test_the_weekly_question_comes_with_the_week_and_takes_an_answer(maya: Visitor) -> None:
    await maya.open("weekly-question")
    await maya.pass_time("+1 week")
    await maya.press(maya.message("What did you stop doing"), "Reflect")
    await maya.fill_form("I stopped printing agendas. Nobody noticed.")
    await maya.page.get_by_role("status").get_by_role("button", name="Open").click()
    await expect(maya.message("I stopped printing agendas")).to_contain_text("Maya Patel")


async def test_a_question_is_asked_answered_and_solved(maya: Visitor) -> None:
    await maya.open("welcome")
    await maya.command("ask")
    details = "Three trips share one invoice, and the system wants a number for each."
    await maya.fill_form("How do I number travel invoices?", details)
    await maya.open("How do I number travel invoices?")
    await maya.view_as("Tom Walsh")
    await maya.say("Use the trip's first day as the number.")
    await maya.view_as("Maya Patel")
    await maya.solve("Three trips share", "Solved…", "the trip's first day")
    await expect(maya.message("Three trips share")).to_contain_text("Solved by @Tom Walsh")


async def test_only_moderators_see_the_moderators_channel(maya: Visitor) -> None:
    room = maya.page.locator(".place").get_by_text("moderators", exact=True)
    await expect(room).to_have_count(0)
    await maya.view_as("Hannah Reed · Moderator")
    await expect(room).to_be_visible()
    await maya.open("moderators")
    await maya.view_as("Maya Patel")
    await expect(maya.frame.locator("#channel-name")).to_have_text("welcome")


async def test_a_refusal_is_told_in_words_and_can_be_dismissed(maya: Visitor) -> None:
    strip = maya.page.get_by_role("alert")
    await expect(strip).to_be_hidden()
    message = await maya.messages.last.get_attribute("data-message-id")
    await maya.page.evaluate("id => playground.run('No such menu', id)", message)
    await expect(strip).to_contain_text("A member could not do that on Discord.")
    await strip.get_by_role("button", name="Dismiss").click()
    await expect(strip).to_be_hidden()
