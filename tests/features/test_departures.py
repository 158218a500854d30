"""Stories about a community that removes the bot, and may take it back."""

from typing import Any

import pytest
from simcord.backend import serializers

from bot.departures import KEPT
from tests.features.circle import Circle, text_of, told
from tests.features.scenes import schedule_prompt

pytestmark = pytest.mark.simcord(settle_timeout=60)

DAY = 86_400


@pytest.fixture
async def living(circle: Circle) -> Circle:
    """A community with a tip and a schedule, and another beside it."""
    await schedule_prompt(circle)
    await circle.share(circle.ben, "https://a.example", topics="excel")
    circle.another_guild()
    await circle.env.settle()
    return circle


async def removed(circle: Circle, **more: Any) -> None:
    circle.env.backend.emit("GUILD_DELETE", {"id": str(circle.guild.id), **more})
    await circle.env.settle()


async def taken_back(circle: Circle) -> None:
    backend = circle.env.backend
    stored = backend.get_guild(circle.guild.id)
    backend.emit("GUILD_CREATE", serializers.guild_create_payload(backend, stored))
    await circle.env.settle()


async def kept(circle: Circle) -> list[str]:
    """The tables that hold something of the community."""
    store, here = circle.bot.store, (circle.guild.id,)
    tables = ("communities", "tips", "tip_topics", "documents", "schedules", "prompts")
    return [
        one for one in tables if await store.read(f"SELECT 1 FROM {one} WHERE guild_id = ?", here)
    ]


def posts(circle: Circle) -> int:
    return sum("Something to reflect on" in text_of(one) for one in circle.prompts.history())


async def test_back_within_thirty_days_it_is_as_it_was(living: Circle) -> None:
    await removed(living)
    await living.env.advance_time(KEPT - DAY)
    assert posts(living) == 0
    assert len(await kept(living)) == 6
    await taken_back(living)
    shown = told(await living.ben.slash(living.talk, "tip search", words="excel"))
    assert "a.example" in shown
    before = posts(living)
    await living.env.advance_time(7 * DAY)
    assert posts(living) > before
    await living.env.advance_time(KEPT)
    assert len(await kept(living)) == 6


@pytest.mark.parametrize("restarted", [False, True])
async def test_after_thirty_days_nothing_is_kept(living: Circle, restarted: bool) -> None:
    await removed(living)
    living.env.backend.remove_guild(living.guild.id)
    await living.env.settle()
    await living.env.advance_time(KEPT - DAY)
    if restarted:
        await living.restart()
    assert len(await kept(living)) == 6
    await living.env.advance_time(DAY + 60)
    assert await kept(living) == []
    for path in living.database.parent.glob("vinkki.db-wal"):
        assert b"a.example" not in path.read_bytes()


async def test_a_removal_while_nobody_looked_counts_from_the_next_start(living: Circle) -> None:
    living.env.backend.guilds.pop(living.guild.id)
    await living.restart()
    await living.env.settle()
    rows = await living.bot.store.read("SELECT * FROM departures")
    assert [tuple(row) for row in rows] == [(living.guild.id, living.bot.seconds())]
    await living.env.advance_time(KEPT + 60)
    assert await kept(living) == []


async def test_an_outage_is_no_removal(living: Circle) -> None:
    await removed(living, unavailable=True)
    await living.env.advance_time(KEPT + DAY)
    await living.restart()
    await living.env.advance_time(KEPT + DAY)
    assert len(await kept(living)) == 6
