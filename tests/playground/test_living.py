"""The page keeps up with the world: nothing is lost, and nothing is redrawn without a reason."""

import logging
from typing import Any

import aiohttp
import pytest
from yarl import URL

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def post(guest: aiohttp.ClientSession, link: URL, path: str, body: object) -> Any:
    async with guest.post(path, json=body, headers={"Origin": str(link.origin())}) as response:
        assert response.status == 200
        return await response.json()


async def frame(guest: aiohttp.ClientSession, context: str) -> Any:
    """What the frame shows at the moment."""
    async with guest.get("/api/state", headers={"X-Simcord-Context": context}) as response:
        return await response.json()


async def test_the_frame_is_redrawn_when_time_has_passed_and_not_before(
    guest: aiohttp.ClientSession, link: URL
) -> None:
    page = await post(guest, link, "/api/pages", {})
    context = page["context"]["id"]
    async with guest.get("/play/state") as response:
        state = await response.json()
    assert (await frame(guest, context))["publishedRevision"] == page["publishedRevision"]
    async with guest.get("/play/state", params={"since": state["version"]}) as response:
        assert response.status == 204

    await post(guest, link, "/play/clock", {"step": "hour"})
    later = await frame(guest, context)
    assert later["publishedRevision"] > page["publishedRevision"]
    assert later["profile"]["presentationTime"] > page["profile"]["presentationTime"]


async def test_a_press_on_a_page_that_has_just_changed_still_counts(
    guest: aiohttp.ClientSession, link: URL
) -> None:
    origin = {"Origin": str(link.origin())}
    async with guest.post("/api/pages", json={}, headers=origin) as response:
        page = await response.json()
    async with guest.post("/play/clock", json={"step": "hour"}, headers=origin) as response:
        assert response.status == 200
    said = {
        "protocol_version": 3,
        "sequence": 1,
        "request_id": "first",
        "generation": page["context"]["generation"],
        "bot_generation": page["botGeneration"],
        "published_revision": page["publishedRevision"],
        "kind": "send_message",
        "content": "Good morning",
    }
    headers = {**origin, "X-Simcord-Context": page["context"]["id"]}
    async with guest.post("/api/action", json=said, headers=headers) as response:
        receipt = await response.json()
    assert (receipt["rejected"], receipt["settlement"]) == (False, "settled")


async def test_what_the_bot_logs_as_an_error_is_told_until_dismissed(
    guest: aiohttp.ClientSession, link: URL
) -> None:
    logging.getLogger("bot.ui").error("Error a1b2c3 in tip share", exc_info=ValueError("no ink"))
    async with guest.get("/play/state") as response:
        told = (await response.json())["errors"]
    assert told == ["The bot raised an error. Error a1b2c3 in tip share (ValueError: no ink)"]
    origin = {"Origin": str(link.origin())}
    async with guest.post("/play/dismiss", json={}, headers=origin) as response:
        assert (await response.json())["errors"] == []
