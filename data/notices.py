"""What a member is told by itself: reminders of items and of prompts, and their digest.

Each has its time. A digest's row and `members.digest` stand and fall together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.communities import Rhythm
from data.store import Row, Store, Transaction

REMINDER = "reminder"
"""Told once: by direct message to those who asked for that, to others at their next use."""
DIGEST = "digest"
"""Told again and again, by direct message alone; its item is 0."""
REFLECT = "reflect"
"""Told once for a prompt, by direct message alone; its item is the delivery."""
QUESTION = "question"
"""How a question ended, told once as a reminder is; its item is the question."""
KEEP = "keep"
"""Somebody would keep their answer as a tip: told as a reminder is; its item is the question."""
BESIDE = (REMINDER, QUESTION, KEEP)
"""Told at the member's next use, unless they asked for direct messages."""
MOST = 200
"""Reminders a member may have set in one community."""

_IS_BESIDE = f"kind IN {BESIDE}"
# The others are a wish for direct messages; for these there is a choice beside it.
_BY_DM = (
    f"(NOT n.{_IS_BESIDE} OR EXISTS (SELECT 1 FROM members m"
    " WHERE m.guild_id = n.guild_id AND m.user_id = n.user_id AND m.reminders_by_dm = 1))"
)
# Takes the moment now. Who is away is written to when they are back.
_HERE = (
    "NOT EXISTS (SELECT 1 FROM members m WHERE m.guild_id = n.guild_id"
    " AND m.user_id = n.user_id AND m.away_until > ?)"
)
_THIS = "guild_id = ? AND user_id = ? AND kind = ? AND item_id = ?"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell one member, due at `due_at` (UTC seconds).

    `sending_at` is set from just before a direct message goes out until it is known how that ended.
    """

    guild_id: int
    user_id: int
    kind: str
    item_id: int
    due_at: int
    sending_at: int | None

    @property
    def key(self) -> tuple[int, int, str, int]:
        return self.guild_id, self.user_id, self.kind, self.item_id


def notice_of(row: Row) -> Notice:
    """A row of the whole notices table as its record."""
    return Notice(**dict(row))


async def put(
    store: Store, guild_id: int, user_id: int, kind: str, item_id: int, due_at: int
) -> Literal["set", "full"]:
    """Set a notice, or move the one there is; "full" when the member has MOST others.

    Call the bot's `notices.wake()` after it: the new one may be the next.
    """
    async with store.write() as tx:
        others = await tx.run_one(
            "SELECT count(*) AS held FROM notices"
            " WHERE guild_id = ? AND user_id = ? AND kind = ? AND item_id <> ?",
            (guild_id, user_id, kind, item_id),
        )
        assert others is not None
        if others["held"] >= MOST:
            return "full"
        await _put(tx, guild_id, user_id, kind, item_id, due_at)
    return "set"


async def _put(
    tx: Transaction, guild_id: int, user_id: int, kind: str, item_id: int, due_at: int
) -> None:
    await tx.run(
        "INSERT INTO notices (guild_id, user_id, kind, item_id, due_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET due_at = excluded.due_at, sending_at = NULL",
        (guild_id, user_id, kind, item_id, due_at),
    )


async def cancel(store: Store, guild_id: int, user_id: int, kind: str, item_id: int) -> bool:
    """Take a reminder back. False when there was none. A digest goes by `choose_digest`."""
    async with store.write() as tx:
        row = await tx.run_one(
            f"DELETE FROM notices WHERE {_THIS} RETURNING 1", (guild_id, user_id, kind, item_id)
        )
    return row is not None


async def of_member(store: Store, guild_id: int, user_id: int, kind: str) -> list[Notice]:
    """All of this kind that a member has set, the soonest first."""
    rows = await store.read(
        "SELECT * FROM notices WHERE guild_id = ? AND user_id = ? AND kind = ?"
        " ORDER BY due_at, item_id",
        (guild_id, user_id, kind),
    )
    return [notice_of(row) for row in rows]


async def waiting(store: Store, guild_id: int, user_id: int, now: int, limit: int) -> list[Notice]:
    """A member's due reminders that are to be told at their next use, the longest due first."""
    rows = await store.read(
        "SELECT n.* FROM notices n WHERE n.guild_id = ? AND n.user_id = ?"
        f" AND n.{_IS_BESIDE} AND n.due_at <= ? AND NOT {_BY_DM}"
        " ORDER BY n.due_at, n.item_id LIMIT ?",
        (guild_id, user_id, now, limit),
    )
    return [notice_of(row) for row in rows]


async def due(store: Store, now: int) -> list[Notice]:
    """What is to go out by direct message, in every community, the longest due first."""
    rows = await store.read(
        f"SELECT n.* FROM notices n WHERE n.due_at <= ? AND {_BY_DM} AND {_HERE} ORDER BY n.due_at",
        (now, now),
    )
    return [notice_of(row) for row in rows]


async def next_due(store: Store, now: int) -> int | None:
    """UTC seconds of the next moment after `now` at which there may be a direct message to send.

    None when none is known to come. A member coming back is such a moment.
    """
    row = await store.read_one(
        "SELECT min(at) AS at FROM ("
        f" SELECT * FROM (SELECT n.due_at AS at FROM notices n WHERE n.due_at > ?1 AND {_BY_DM}"
        "  ORDER BY n.due_at LIMIT 1)"
        " UNION ALL SELECT min(away_until) FROM members WHERE away_until > ?1)",
        (now,),
    )
    return row["at"] if row else None


async def sending(store: Store, notice: Notice, now: int) -> bool:
    """Record that the message is about to go out. False when it is not wanted any more.

    A message that is sent again keeps the time of the first try: its doubt began then.
    """
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE notices AS n SET sending_at = coalesce(sending_at, ?)"
            f" WHERE {_THIS} AND due_at = ? AND sending_at IS ? AND {_BY_DM} AND {_HERE}"
            " RETURNING 1",
            (now, *notice.key, notice.due_at, notice.sending_at, now),
        )
    return row is not None


async def unsent(store: Store, notice: Notice) -> None:
    """The message surely did not go out, and stays due."""
    async with store.write() as tx:
        await tx.run(
            f"UPDATE notices SET sending_at = NULL WHERE {_THIS} AND due_at = ?",
            (*notice.key, notice.due_at),
        )


async def done(store: Store, notice: Notice, following: int | None) -> None:
    """Told, or nothing to tell: it is due again at `following`, or gone.

    One that was moved or taken back meanwhile stays as it is.
    """
    async with store.write() as tx:
        if following is not None:
            await tx.run(
                f"UPDATE notices SET due_at = ?, sending_at = NULL WHERE {_THIS} AND due_at = ?",
                (following, *notice.key, notice.due_at),
            )
            return
        row = await tx.run_one(
            f"DELETE FROM notices WHERE {_THIS} AND due_at = ? RETURNING 1",
            (*notice.key, notice.due_at),
        )
        if row and notice.kind == DIGEST:
            await _no_digest(tx, notice.guild_id, notice.user_id)


async def choose_digest(
    store: Store, guild_id: int, user_id: int, rhythm: Rhythm | None, due_at: int | None
) -> None:
    """A member's own digest: none, or every day or week from `due_at` on."""
    async with store.write() as tx:
        if rhythm is None or due_at is None:
            await _no_digest(tx, guild_id, user_id)
            return
        await tx.run(
            "INSERT INTO members (guild_id, user_id, digest) VALUES (?, ?, ?)"
            " ON CONFLICT (guild_id, user_id) DO UPDATE SET digest = excluded.digest",
            (guild_id, user_id, rhythm),
        )
        await _put(tx, guild_id, user_id, DIGEST, 0, due_at)


async def stop(
    store: Store, guild_id: int, user_id: int, kinds: Sequence[str] = (REMINDER, DIGEST, REFLECT)
) -> None:
    """No more direct messages of these kinds. What is told beside an answer stays, for that."""
    async with store.write() as tx:
        if DIGEST in kinds:
            await _no_digest(tx, guild_id, user_id)
        if REFLECT in kinds:
            await tx.run(
                "UPDATE members SET reflect_reminders = 0 WHERE guild_id = ? AND user_id = ?",
                (guild_id, user_id),
            )
            await tx.run(
                "DELETE FROM notices WHERE guild_id = ? AND user_id = ? AND kind = ?",
                (guild_id, user_id, REFLECT),
            )
        if not set(BESIDE).isdisjoint(kinds):
            await tx.run(
                "UPDATE members SET reminders_by_dm = 0 WHERE guild_id = ? AND user_id = ?",
                (guild_id, user_id),
            )
            await tx.run(
                "UPDATE notices SET sending_at = NULL"
                f" WHERE guild_id = ? AND user_id = ? AND {_IS_BESIDE}",
                (guild_id, user_id),
            )


async def _no_digest(tx: Transaction, guild_id: int, user_id: int) -> None:
    await tx.run(
        "UPDATE members SET digest = NULL WHERE guild_id = ? AND user_id = ?", (guild_id, user_id)
    )
    await tx.run(
        "DELETE FROM notices WHERE guild_id = ? AND user_id = ? AND kind = ?",
        (guild_id, user_id, DIGEST),
    )
