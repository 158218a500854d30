"""Lets so many through a second, in the order they came."""

import asyncio
from collections import deque


class Pace:
    """`await pace.turn()` before each request. Up to `most` go at once, and no wait is for nothing.

    Requests are counted when they begin: one that hangs holds up no other.
    """

    def __init__(self, most: int, seconds: float = 1.0) -> None:
        self._seconds = seconds
        self._begun: deque[float] = deque(maxlen=most)
        self._queue = asyncio.Lock()

    async def turn(self) -> None:
        async with self._queue:
            clock = asyncio.get_running_loop().time
            if len(self._begun) == self._begun.maxlen:
                wait = self._begun[0] + self._seconds - clock()
                if wait > 0:
                    await asyncio.sleep(wait)
            self._begun.append(clock())
