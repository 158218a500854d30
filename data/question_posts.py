"""What is posted by itself about a question, each once, and whether it shows how things stand.

A row is committed before the request goes out, and has its message's number after. It outlives its
question until the message is gone too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data import helpers, leftovers
from data.questions import Question
from data.store import Row, Store, Transaction, transaction

Kind = Literal["call", "idle", "check"]
"""To find helpers, whether the asker still needs help, whether an answer still holds."""
DELETED = 0
"""The message of one that somebody deleted: it is not posted again."""


@dataclass(frozen=True, slots=True)
class Post:
    """From `sending_at` (UTC seconds) on it may stand in the channel; where, `message_id` says."""

    guild_id: int
    question_id: int
    kind: Kind
    channel_id: int
    sending_at: int
    message_id: int | None
    stale: int

    @property
    def key(self) -> tuple[str, int, int]:
        return self.kind, self.guild_id, self.question_id


_WHICH = " WHERE guild_id = ? AND question_id = ? AND kind = ?"


def _post(row: Row) -> Post:
    return Post(**dict(row))


def _which(post: Post) -> tuple[int, int, Kind]:
    return post.guild_id, post.question_id, post.kind


@transaction
async def call(
    tx: Transaction, question: Question, channel_id: int, user_ids: Iterable[int], at: int
) -> Post | None:
    """A card is about to look for helpers, these by name. None when it was, or needs none."""
    which = (question.guild_id, question.question_id)
    wanted = await tx.run_one(
        "UPDATE questions SET nudge_at = NULL WHERE guild_id = ?1 AND question_id = ?2"
        " AND nudge_at IS NOT NULL RETURNING state = 'open' AND answered_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM question_people p WHERE p.guild_id = ?1"
        "  AND p.question_id = ?2 AND p.helps = 1) AS so",
        which,
    )
    if not wanted or not wanted["so"]:
        return None
    row = await tx.run_one(
        "INSERT INTO question_posts (guild_id, question_id, kind, channel_id, sending_at)"
        " VALUES (?, ?, 'call', ?, ?) ON CONFLICT DO NOTHING RETURNING *",
        (*which, channel_id, at),
    )
    if row is None:
        return None
    await helpers.call_within(tx, *which, user_ids, at)
    return _post(row)


@transaction
async def ask_idle(tx: Transaction, question: Question, channel_id: int, at: int) -> Post | None:
    """The asker is about to be asked whether they still need help; None when that changed."""
    done = await tx.run_one(
        "UPDATE questions SET idle_at = ? WHERE guild_id = ? AND question_id = ?"
        " AND state = 'open' AND idle_at IS NULL AND active_at = ? RETURNING 1",
        (at, question.guild_id, question.question_id, question.active_at),
    )
    return await _anew(tx, question, "idle", channel_id, at) if done else None


@transaction
async def ask_check(tx: Transaction, question: Question, channel_id: int, at: int) -> Post | None:
    """Helpers are about to be asked whether an answer still holds; None when that changed."""
    done = await tx.run_one(
        "UPDATE questions SET check_at = NULL WHERE guild_id = ? AND question_id = ?"
        " AND state = 'solved' AND check_at <= ? RETURNING 1",
        (question.guild_id, question.question_id, at),
    )
    return await _anew(tx, question, "check", channel_id, at) if done else None


async def _anew(tx: Transaction, question: Question, kind: Kind, channel_id: int, at: int) -> Post:
    """In the place of an earlier one, which is deleted."""
    which = (question.guild_id, question.question_id, kind)
    earlier = await tx.run_one("SELECT * FROM question_posts" + _WHICH, which)
    if earlier and earlier["message_id"]:
        await leftovers.note(tx, which[0], earlier["channel_id"], earlier["message_id"])
    row = await tx.run_one(
        "INSERT OR REPLACE INTO question_posts"
        " (guild_id, question_id, kind, channel_id, sending_at) VALUES (?, ?, ?, ?, ?) RETURNING *",
        (*which, channel_id, at),
    )
    assert row is not None
    return _post(row)


@transaction
async def posted(tx: Transaction, post: Post, message_id: int, at: int) -> Post | None:
    """It stands there now; who is named is still to be added. An idle one counts from now on.

    None when its row is gone.
    """
    await tx.run(
        "UPDATE question_posts SET message_id = ?, stale = stale + 1" + _WHICH,
        (message_id, *_which(post)),
    )
    if post.kind == "idle":
        await tx.run(
            "UPDATE questions SET idle_at = ? WHERE guild_id = ? AND question_id = ?"
            " AND idle_at IS NOT NULL",
            (at, post.guild_id, post.question_id),
        )
    row = await tx.run_one("SELECT * FROM question_posts" + _WHICH, _which(post))
    return _post(row) if row else None


@transaction
async def drawn(tx: Transaction, post: Post) -> None:
    """It shows how things stand, unless they changed again meanwhile."""
    await tx.run(
        "UPDATE question_posts SET stale = 0" + _WHICH + " AND stale = ?",
        (*_which(post), post.stale),
    )


@transaction
async def lost(tx: Transaction, post: Post) -> None:
    """Somebody deleted it."""
    await tx.run(
        "UPDATE question_posts SET message_id = ?, stale = 0" + _WHICH,
        (DELETED, *_which(post)),
    )


@transaction
async def drop(tx: Transaction, post: Post) -> None:
    """It never stood there, or its question is gone and it is too."""
    await tx.run("DELETE FROM question_posts" + _WHICH, _which(post))


async def get(store: Store, guild_id: int, question_id: int, kind: Kind) -> Post | None:
    row = await store.read_one(
        "SELECT * FROM question_posts" + _WHICH, (guild_id, question_id, kind)
    )
    return _post(row) if row else None


async def undone(store: Store, guild_id: int | None = None) -> list[Post]:
    """What is to be posted or drawn, in one community or in all, the oldest first."""
    rows = await store.read(
        "SELECT * FROM question_posts WHERE (message_id IS NULL OR stale > 0)"
        " AND (?1 IS NULL OR guild_id = ?1) ORDER BY sending_at",
        (guild_id,),
    )
    return [_post(row) for row in rows]
