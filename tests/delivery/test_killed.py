"""A real process, ended by SIGKILL at each step and started again: one post, one thread."""

import signal

import pytest

from tests.delivery.conftest import Bot
from tests.delivery.standin import PROMPTS, Fault, Standin
from tests.delivery.table import KILLED

POST = f"/channels/{PROMPTS}/messages"
THREAD = f"{POST}/*/threads"
WITHIN = {
    "claimed": "after claim_all",
    "marked as sending": "after sending",
    "answered": "before finish",
    "marked as sent": "after finish",
    "thread noted": "after set_thread",
}
"""Steps at which the process ends itself."""
ON_THE_WIRE = {
    "asked, not taken": ("POST", POST, "before"),
    "taken, not answered": ("POST", POST, "after"),
    "thread asked for, not made": ("POST", THREAD, "before"),
    "thread made, not answered": ("POST", THREAD, "after"),
}
"""Steps at which Discord sees it end."""


@pytest.mark.parametrize(("step", "later"), KILLED)
async def test_killed_and_started_again_it_stands_once(
    bot: Bot, discord: Standin, step: str, later: str
) -> None:
    if step in ON_THE_WIRE:
        method, path, when = ON_THE_WIRE[step]
        discord.faults.append(Fault(method, path, hang=True, **{when: bot.kill}))
    await bot.start(WITHIN.get(step, ""))
    assert await bot.ended() == -signal.SIGKILL, bot.said
    if later == "minutes later":
        discord.forget_nonces()
        bot.change("UPDATE deliveries SET sending_at = sending_at - 600")
    await bot.start()
    await bot.until(("sent", ""))
    assert await bot.stop() == 0
    assert len(discord.posts) == len(discord.threads) == 1, discord.asked
    (row,) = bot.rows("SELECT message_id, thread_id FROM deliveries")
    assert str(row["message_id"]) == discord.posts[0]["id"]
    assert row["thread_id"] == row["message_id"]
    assert "not posted" not in discord.told
    assert "skipped" not in discord.told


async def test_killed_after_discord_took_it_and_deleted_before_the_restart(
    bot: Bot, discord: Standin
) -> None:
    discord.faults.append(Fault("POST", POST, hang=True, after=bot.kill))
    await bot.start()
    await bot.ended()
    discord.posts.clear()
    discord.faults.append(Fault("POST", POST, status=404, code=10008))
    await bot.start()
    await bot.until(("sent", ""))
    assert await bot.stop() == 0
    assert not discord.posts
    assert not discord.threads


async def test_a_token_reset_while_it_runs_ends_the_process(bot: Bot, discord: Standin) -> None:
    await bot.start()
    await bot.until(("sent", ""))
    await discord.close_gateway(4004)
    assert await bot.ended() == 77
    assert "DISCORD_TOKEN" in bot.said[-1]
    assert "Traceback" not in bot.said[-1]
