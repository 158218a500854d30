"""Opens a playground, and a browser on it, for the tests and the screenshots."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Literal

from playwright.async_api import (
    BrowserContext,
    FrameLocator,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
)

from bot.playground import serve
from bot.settings import Settings

DESK = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)


@asynccontextmanager
async def playground(language: Literal["en", "fi"], port: int = 0) -> AsyncIterator[str]:
    """Serve a fresh circle on a free port; yields what was announced."""
    settings = replace(Settings(), playground_language=language, playground_port=port)
    told: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve(settings, announce=told.set_result))
    try:
        await asyncio.wait((serving, told), return_when=asyncio.FIRST_COMPLETED)
        if serving.done():
            await serving
        yield told.result()
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


def link_in(announcement: str) -> str:
    return next(word for word in announcement.split() if word.startswith("http://"))


def chromium() -> str | None:
    """The browser CHROMIUM names, or the one on this machine, or None."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


@asynccontextmanager
async def browser(size: ViewportSize = DESK) -> AsyncIterator[BrowserContext]:
    """Chromium with one cache for all its pages; the size of a phone also makes it touch."""
    async with async_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chrome = await playwright.chromium.launch(executable_path=chromium(), args=flags)
        touch = size is PHONE
        try:
            yield await chrome.new_context(viewport=size, has_touch=touch, is_mobile=touch)
        finally:
            await chrome.close()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the page: clicks and types, and reads what is there."""

    page: Page

    @property
    def frame(self) -> FrameLocator:
        return self.page.frame_locator("#frame")

    @property
    def messages(self) -> Locator:
        return self.frame.locator("[data-message-id]")

    def message(self, text: str) -> Locator:
        """The newest message that holds `text`."""
        return self.messages.filter(has_text=text, visible=True).last

    async def ready(self) -> None:
        await self.frame.locator("#preview-app[aria-busy=false]").wait_for()

    async def open(self, place: str) -> None:
        """Choose a channel or thread from the list on the left; the frame then shows it."""
        button = self.page.locator(".place", has=self.page.get_by_text(place, exact=True))
        await button.click()
        await self.frame.locator("#channel-name", has_text=place).wait_for()
        await self.ready()

    async def open_drawer(self) -> None:
        """On a phone the list of places is behind a button."""
        await self.page.locator("#drawer").click()
        await self.page.locator("#places").wait_for(state="visible")

    async def view_as(self, name: str) -> None:
        chosen = self.page.locator("#member")
        if await chosen.evaluate("it => it.selectedOptions[0].label") == name:
            return
        screen = await self.page.locator("#frame").get_attribute("src")
        await chosen.select_option(label=name)
        await self.page.wait_for_function(
            "screen => document.getElementById('frame').getAttribute('src') !== screen", arg=screen
        )
        await self.ready()

    async def pass_time(self, label: str) -> None:
        """Press a button of the clock and wait until the time has come."""
        before = await self.page.locator("#now").get_attribute("datetime")
        await self.page.locator(".clock").get_by_role("button", name=label).click()
        await self.page.wait_for_function(
            "before => document.getElementById('now').dateTime !== before", arg=before
        )

    async def say(self, text: str) -> None:
        await self.frame.locator("#channel-composer-input").fill(text)
        await self.page.keyboard.press("Enter")
        await self.message(text).wait_for()

    async def command(self, name: str, /, **options: str) -> None:
        """Type a slash command, choose it in the picker, fill in its options and send it."""
        composer = self.frame.locator(".composer-row textarea")
        await composer.fill("")
        await composer.press_sequentially(f"/{name}")
        await self.frame.get_by_role("option").filter(has_text=f"/{name}").first.click()
        await self.frame.locator(".command-chip").wait_for()
        for option, value in options.items():
            await self.frame.locator(f".command-option-input[data-option='{option}']").fill(value)
        await self.frame.locator("#send-message").click()

    async def fill_form(self, *answers: str, pick: str = "") -> None:
        """Fill in the form's fields from the top, pick this in its menu, and send it."""
        form = self.frame.locator("[role=dialog]")
        await form.wait_for()
        for field, answer in zip(
            await form.locator("input, textarea").all(), answers, strict=False
        ):
            await field.fill(answer)
        if pick:
            await form.get_by_role("combobox").click()
            await self.frame.get_by_role("option").filter(has_text=pick, visible=True).click()
        await form.locator(".modal-actions button").last.click()
        await form.wait_for(state="hidden")

    async def press(self, message: Locator, label: str) -> None:
        await message.get_by_role("button", name=label).click()

    async def solve(self, question: str, label: str, answer: str) -> None:
        """On the card of this question, say that this answer solved it."""
        await self.press(self.message(question), label)
        panel = self.messages.filter(has=self.frame.get_by_role("combobox")).last
        await panel.get_by_role("combobox").click()
        await self.frame.get_by_role("option").filter(has_text=answer, visible=True).click()
        await panel.get_by_role("combobox").wait_for(state="detached")

    async def choose(self, message: Locator, command: str) -> None:
        """Run a command from a message's menu."""
        await message.hover()
        await message.locator(".menu-button").click()
        await self.frame.get_by_role("menuitem", name=command).click()


@asynccontextmanager
async def visitor(chrome: BrowserContext, link: str) -> AsyncIterator[Visitor]:
    page = await chrome.new_page()
    page.set_default_timeout(8000)
    try:
        await page.goto(link)
        guest = Visitor(page)
        await guest.ready()
        yield guest
    finally:
        await page.close()
