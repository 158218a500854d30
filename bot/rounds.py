"""Goes round by itself: does what is due, then sleeps until there may be more."""

import asyncio
import contextlib
import logging
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.app import Vinkki

LONGEST_NAP = 1800
"""Seconds after which the wall clock is asked again at the latest, whatever it said before."""
IDLE_NAP = 6 * 3600
"""The same where nothing is to come, so that no clock counts."""
AFTER_TROUBLE = 30
"""Seconds until a round that broke is gone again."""

log = logging.getLogger(__name__)


class Rounds:
    """One task from `start` to `stop`; whoever makes one says what a round is."""

    def __init__(self, bot: "Vinkki", name: str) -> None:
        self._bot = bot
        self._name = name
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run(), name=self._name)

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def wake(self) -> None:
        """Look again now: something new may be due before the rest."""
        self._wake.set()

    async def _pass(self) -> float | None:
        """Do all there is to do now; returns the seconds until there may be more.

        None when nothing is known to come: whoever makes more wakes it.
        """
        raise NotImplementedError

    async def _run(self) -> None:
        # Before READY no guild is known, and everything in one would seem to be gone.
        await self._bot.park(self._bot.wait_until_ready(), reason="connecting")
        while True:
            self._wake.clear()
            seconds: float | None
            try:
                seconds = await asyncio.create_task(self._pass())
            except Exception:
                log.exception("What is due among %s could not be looked at", self._name)
                seconds = AFTER_TROUBLE
            await self._bot.park(self._nap(seconds), reason=f"waiting for the next of {self._name}")

    async def _nap(self, seconds: float | None) -> None:
        longest = IDLE_NAP if seconds is None else LONGEST_NAP
        # Rounds that only look need not all do so at the same moment.
        longest -= random.randrange(longest // 5)  # noqa: S311 - no secret
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(longest if seconds is None else min(seconds, longest)):
                await self._wake.wait()
