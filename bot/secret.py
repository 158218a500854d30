"""The key that binds what is said without a name to who said it: never in the database."""

import contextlib
import hmac
import os
import secrets
import stat
from pathlib import Path

from data import anonymous, bot_state, question_blocks
from data.store import Store

FILE = "anonymous.key"
LENGTH = 32
"""Bytes of the key."""
AUTHOR = 16
"""Bytes of a writer's hash."""

CHANGED = (
    "Another key binds anonymous answers and questions than before: their writers can no longer "
    "change or take back those given until now, and earlier blocks stop nobody. If you have the "
    "old key, bring it back."
)
_KNOWN_BY = "anonymous key"
_SINCE = "anonymous key since"


class KeyRefused(Exception):
    """The key's file cannot be used; the message says why, and what to do."""


class Secret:
    """Tells a writer's hash. The key itself is in no text made of it."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        self._key = key

    def author(self, guild_id: int, delivery_id: int, user_id: int) -> bytes:
        """Who wrote an answer to one prompt: another hash for each, so none can be linked."""
        message = f"{guild_id}|{delivery_id}|{user_id}".encode()
        return hmac.digest(self._key, message, "sha256")[:AUTHOR]

    def asker(self, guild_id: int, question_id: int, user_id: int) -> bytes:
        """Who asked one question without their name: another hash for each, as above."""
        message = f"question|{guild_id}|{question_id}|{user_id}".encode()
        return hmac.digest(self._key, message, "sha256")[:AUTHOR]

    async def authors(self, store: Store, guild_id: int, user_id: int) -> list[tuple[int, bytes]]:
        """This member's hash for each prompt that has anonymous answers, the newest first."""
        answered = await anonymous.answered(store, guild_id)
        return [(one, self.author(guild_id, one, user_id)) for one in answered]

    async def askers(self, store: Store, guild_id: int, user_id: int) -> list[tuple[int, bytes]]:
        """This member's hash for each question that was asked without a name, the newest first."""
        asked = await question_blocks.unnamed(store, guild_id)
        return [(one, self.asker(guild_id, one, user_id)) for one, _ in asked]

    def fingerprint(self) -> str:
        """Tells two keys apart, and nothing about either."""
        return hmac.digest(self._key, b"fingerprint", "sha256")[:8].hex()

    async def changed(self, store: Store) -> bool:
        """Whether the database was used with another key before."""
        known = await bot_state.get(store, _KNOWN_BY)
        return known is not None and known != self.fingerprint()

    async def remember(self, store: Store, at: int) -> None:
        if await self.changed(store):
            await bot_state.put(store, _SINCE, str(at))
        await bot_state.put(store, _KNOWN_BY, self.fingerprint())

    async def since(self, store: Store) -> int:
        """When this key took the place of another (UTC seconds); 0 when it never did.

        What was said without a name before that is nobody's any more.
        """
        return int(await bot_state.get(store, _SINCE) or 0)


def beside(database: Path) -> Secret:
    """The key in the database's folder, made when there is none. Raises KeyRefused."""
    path = database.parent / FILE
    try:
        return Secret(_read(path))
    except FileNotFoundError:
        pass
    except OSError as error:
        raise KeyRefused(f"The key {path} cannot be read: {error}") from None
    try:
        return Secret(_make(path))
    except OSError as error:
        raise KeyRefused(f"The key {path} cannot be made: {error}") from None


def _read(path: Path) -> bytes:
    mode = path.stat().st_mode
    # Windows keeps its permissions elsewhere.
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise KeyRefused(
            f"The key {path} can be read by others. Close it with `chmod 600`, and think about "
            "who may have a copy."
        )
    key = path.read_bytes()
    if len(key) != LENGTH:
        raise KeyRefused(
            f"The key {path} has {len(key)} bytes instead of {LENGTH}. Bring back your copy of it; "
            "if there is none, delete it, and a new one is made."
        )
    return key


def _make(path: Path) -> bytes:
    key = secrets.token_bytes(LENGTH)
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(file, "wb") as out:
            out.write(key)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        # Half a key would be refused at every later start.
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return key
