"""Goes round by itself: does what is due, then sleeps until there may be more."""

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.app import Vinkki

LONGEST_NAP = 1800
"""Seconds after which the wall clock is asked again at the latest, whatever it said before."""
IDLE_NAP = 6 * 3600
"""The same where nothing is to come, so that no clock counts."""
SPREAD = 0.2
"""How much shorter a nap may be by chance, so that not all rounds look at the same moment."""
AFTER_TROUBLE = 30
"""Seconds until a round that broke is gone again."""
PATIENCE = 5
"""Seconds for which a round waits for what is done in communities."""
AT_ONCE = 16
"""Communities in which something is done at the same time."""

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
        longest -= random.randrange(1 + int(SPREAD * longest))  # noqa: S311 - no secret
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(longest if seconds is None else min(seconds, longest)):
                await self._wake.wait()


class CommunityRounds(Rounds):
    """Rounds that do something in each community, and where none holds up the others."""

    def __init__(self, bot: "Vinkki", name: str) -> None:
        super().__init__(bot, name)
        self._busy: dict[int, asyncio.Task[bool]] = {}
        self._room = asyncio.Semaphore(AT_ONCE)

    async def _each(self, work: Mapping[int, Callable[[], Coroutine[Any, Any, bool]]]) -> bool:
        """Work in these communities at once; False when something is to be tried again.

        What takes longer goes on by itself. Its community is left alone meanwhile, and looked at
        once more when it is done.
        """
        for guild_id, do in work.items():
            if guild_id not in self._busy:
                name = f"{self._name} of {guild_id}"
                self._busy[guild_id] = asyncio.create_task(self._in_turn(do), name=name)
        if not self._busy:
            return True
        done, late = await asyncio.wait(self._busy.values(), timeout=PATIENCE)
        self._busy = {one: task for one, task in self._busy.items() if task in late}
        for task in late:
            task.add_done_callback(lambda _: self.wake())
        # Each is asked, so that none breaks unheard.
        ended = [task.result() for task in done]
        return all(ended)

    async def _in_turn(self, do: Callable[[], Coroutine[Any, Any, bool]]) -> bool:
        async with self._room:
            return await do()

    async def stop(self) -> None:
        await super().stop()
        for task in self._busy.values():
            task.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)
