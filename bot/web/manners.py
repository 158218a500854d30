"""How the bot behaves on other people's sites: it obeys robots.txt and takes its time."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser

from yarl import URL

from bot.web.pages import Failure, Page, text_of

NAME = "Vinkki"
"""What robots.txt calls us."""
LONGEST_RULES = 64 * 1024
"""Bytes of a robots.txt. Of one that is longer we know too little to go on."""
RULES_LAST = timedelta(days=1)
MOST_SITES = 64
"""Sites whose rules are kept. Rules made to be large take 1 MB a site."""
KEPT_OUT = {401, 403}
"""Answers that say no for the whole site; other refusals say that it has no rules."""
TOO_MANY = 429
NOBODY = "User-agent: *\nDisallow: /"


class Robots:
    """What sites allow, read with `read` and kept for a day."""

    def __init__(
        self, read: Callable[[URL], Awaitable[Page | Failure]], now: Callable[[], datetime]
    ) -> None:
        self._read = read
        self._now = now
        self._rules: dict[str, tuple[datetime, RobotFileParser]] = {}

    async def allow(self, url: URL) -> bool:
        """Whether the page may be visited; not when its site does not answer the question."""
        rules = await self._of(url.origin())
        try:
            return rules is None or rules.can_fetch(NAME, str(url))
        except ValueError:
            return False

    async def _of(self, site: URL) -> RobotFileParser | None:
        """None when there is no site. An answer is kept, a failure to answer is not."""
        now = self._now()
        known = self._rules.get(str(site))
        if known and timedelta(0) <= now - known[0] < RULES_LAST:
            return known[1]
        page = await self._read(site / "robots.txt")
        if page is Failure.NO_SUCH_NAME:
            return None
        if isinstance(page, Failure) or page.status == TOO_MANY or page.status >= 500:
            return _rules(NOBODY)
        if page.there:
            rules = _rules(text_of(page) if page.whole else NOBODY)
        else:
            rules = _rules(NOBODY if page.status in KEPT_OUT else "")
        self._rules.pop(str(site), None)
        self._rules[str(site)] = now, rules
        while len(self._rules) > MOST_SITES:
            del self._rules[next(iter(self._rules))]
        return rules


def _rules(text: str) -> RobotFileParser:
    rules = RobotFileParser()
    try:
        rules.parse(text.splitlines())
    except ValueError:
        # Something in it is no path. Who cannot read a rule does not go in.
        rules = RobotFileParser()
        rules.parse(NOBODY.splitlines())
    return rules


@dataclass(slots=True)
class _Turn:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    ended: datetime | None = None


class Turns:
    """One request at a time to a host, and `gap` seconds from its end to the next one."""

    def __init__(
        self,
        gap: float,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[object]],
    ) -> None:
        self._gap = gap
        self._now = now
        self._sleep = sleep
        self._turns: dict[str, _Turn] = {}

    @contextlib.asynccontextmanager
    async def of(self, host: str) -> AsyncIterator[None]:
        """Wait for the host's turn; it lasts as long as the block."""
        turn = self._turns.setdefault(host, _Turn())
        turn.waiting += 1
        try:
            async with turn.lock:
                if wait := self._wait(turn):
                    await self._sleep(wait)
                try:
                    yield
                finally:
                    turn.ended = self._now()
        finally:
            turn.waiting -= 1
            self._forget()

    def _wait(self, turn: _Turn) -> float:
        if turn.ended is None:
            return 0
        # A clock that was set back must not make anybody wait until it is there again.
        passed = max(0.0, (self._now() - turn.ended).total_seconds())
        return max(0.0, self._gap - passed)

    def _forget(self) -> None:
        """Hosts nobody waits for, and that may be visited again at once."""
        for host, turn in list(self._turns.items()):
            if not turn.waiting and not self._wait(turn):
                del self._turns[host]
