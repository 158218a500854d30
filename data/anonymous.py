"""Anonymous answers: known by a hash of their writer, held until there are enough of them."""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from data import leftovers
from data.deliveries import Delivery
from data.store import Row, Store, Transaction

State = Literal["held", "shown", "short", "removed"]
Authors = Sequence[tuple[int, bytes]]
"""Prompts (delivery ids) and one member's hash for each."""

DAY = 86_400
OPEN_LONGEST = 40 * DAY
"""Seconds after which a prompt that no other followed counts as closed."""
KEPT = 30 * DAY
"""Seconds after the closing for which an answer that cannot be shown waits for its writer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`least` is how many answers were promised to be shown together.

    One that is `shown` without a message is about to be posted.
    """

    answer_id: int
    guild_id: int
    delivery_id: int
    author: bytes = field(repr=False)
    text: str
    intention: str
    outcome: str
    least: int
    state: State
    channel_id: int | None
    message_id: int | None
    prompt_text: str
    asked_at: int
    """When the prompt came: an answer keeps no time of its own."""


_ANSWER = (
    "SELECT a.*, d.prompt_text, d.due_at AS asked_at FROM anonymous_answers a"
    " JOIN deliveries d ON d.guild_id = a.guild_id AND d.delivery_id = a.delivery_id "
)
# From when on a prompt is closed, and takes no new anonymous answers; see `over`.
_UNSETTLED = "(state <> 'shown' OR message_id IS NULL)"  # as in the index of the few that are
_CLOSING = f"min(coalesce(d.closed_at, d.due_at + {OPEN_LONGEST}), d.due_at + {OPEN_LONGEST})"


def over(delivery: Delivery, now: int) -> bool:
    """Whether a prompt takes no new anonymous answers any more."""
    longest = delivery.due_at + OPEN_LONGEST
    return min(delivery.closed_at or longest, longest) <= now


async def write(
    store: Store,
    guild_id: int,
    delivery_id: int,
    author: bytes,
    text: str,
    intention: str,
    least: int,
    now: int,
    *,
    instead_of: int | None = None,
) -> Answer | None:
    """Save what somebody wrote; None when the prompt is closed and this would be a new answer.

    Writing again changes the text, and never makes `least` smaller; one that was removed is held
    anew. When it makes the answers
    enough they are all to be shown. It takes the place of a reflection of the same writer.
    """
    async with store.write() as tx:
        outcome = ""
        open_now = await tx.run_one(
            "SELECT 1 FROM deliveries d WHERE d.guild_id = ? AND d.delivery_id = ?"
            f" AND {_CLOSING} > ?",
            (guild_id, delivery_id, now),
        )
        earlier = await of_author(tx, guild_id, delivery_id, author)
        if earlier is None and open_now is None:
            return None
        if instead_of is not None:
            moved = await tx.run_one(
                "DELETE FROM reflections WHERE guild_id = ? AND delivery_id = ?"
                " AND reflection_id = ? RETURNING outcome",
                (guild_id, delivery_id, instead_of),
            )
            outcome = moved["outcome"] if moved else ""
        # The id is random, so the order of the rows is none of time.
        await tx.run(
            "INSERT INTO anonymous_answers (answer_id, guild_id, delivery_id, author, text,"
            " intention, outcome, least) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (guild_id, delivery_id, author) DO UPDATE SET text = excluded.text,"
            " intention = excluded.intention,"
            " least = iif(state = 'shown', least, max(least, excluded.least)),"
            " state = CASE state WHEN 'removed' THEN ? ELSE state END",
            (
                *(secrets.randbits(62), guild_id, delivery_id, author, text, intention, outcome),
                *(least, "held" if open_now else "short"),
            ),
        )
        await _release(tx, guild_id, delivery_id)
        saved = await of_author(tx, guild_id, delivery_id, author)
    assert saved is not None
    return saved


async def close(store: Store, guild_id: int, delivery_id: int) -> None:
    """The prompt is over: what is still held is shown if there are enough in all, else short."""
    async with store.write() as tx:
        await _close(tx, guild_id, delivery_id)


async def settle(store: Store, guild_id: int, delivery_id: int, now: int) -> list[Answer]:
    """Show what can be shown by now; returns what is still to be posted, in an order of no time."""
    async with store.write() as tx:
        over = await tx.run_one(
            "SELECT 1 FROM deliveries d WHERE d.guild_id = ? AND d.delivery_id = ?"
            f" AND {_CLOSING} <= ?",
            (guild_id, delivery_id, now),
        )
        await (_close if over else _release)(tx, guild_id, delivery_id)
        rows = await tx.run(
            _ANSWER + "WHERE a.guild_id = ? AND a.delivery_id = ? AND a.state = 'shown'"
            " AND a.message_id IS NULL ORDER BY a.answer_id",
            (guild_id, delivery_id),
        )
    return [_answer(row) for row in rows]


async def _release(tx: Transaction, guild_id: int, delivery_id: int) -> None:
    """As many together as was promised, each time anew: a single late one could be linked."""
    which = (guild_id, delivery_id)
    await tx.run(
        "UPDATE anonymous_answers SET state = 'shown'"
        " WHERE guild_id = ?1 AND delivery_id = ?2 AND state = 'held'"
        " AND (SELECT count(*) >= max(least) FROM anonymous_answers"
        "  WHERE guild_id = ?1 AND delivery_id = ?2 AND state = 'held')",
        which,
    )


async def _close(tx: Transaction, guild_id: int, delivery_id: int) -> None:
    which = (guild_id, delivery_id)
    await tx.run(
        "UPDATE anonymous_answers SET state = CASE"
        " WHEN (SELECT count(*) >= max(least) FROM anonymous_answers WHERE guild_id = ?1"
        "  AND delivery_id = ?2 AND state IN ('held', 'shown')) THEN 'shown' ELSE 'short' END"
        " WHERE guild_id = ?1 AND delivery_id = ?2 AND state = 'held'",
        which,
    )


async def stranded(store: Store, guild_id: int, delivery_id: int) -> None:
    """The prompt's post is gone: what was not posted yet waits for its writer."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE anonymous_answers SET state = 'short'"
            " WHERE guild_id = ? AND delivery_id = ? AND state = 'shown' AND message_id IS NULL",
            (guild_id, delivery_id),
        )


async def posted(
    store: Store, guild_id: int, answer_id: int, channel_id: int, message_id: int
) -> Answer | None:
    """Remember where an answer stands; returns it as it is now, None when it was taken back."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE anonymous_answers SET channel_id = ?, message_id = ?"
            " WHERE guild_id = ? AND answer_id = ? AND state = 'shown'",
            (channel_id, message_id, guild_id, answer_id),
        )
        row = await tx.run_one(
            _ANSWER + "WHERE a.guild_id = ? AND a.answer_id = ? AND a.message_id = ?",
            (guild_id, answer_id, message_id),
        )
    return _answer(row) if row else None


async def waiting(store: Store) -> list[tuple[int, int]]:
    """The prompts (guild and delivery ids) of every community with something to settle or post."""
    rows = await store.read(
        "SELECT DISTINCT guild_id, delivery_id FROM anonymous_answers"
        f" WHERE {_UNSETTLED} AND state IN ('held', 'shown')"
    )
    return [(row["guild_id"], row["delivery_id"]) for row in rows]


async def sweep(store: Store, now: int) -> None:
    """Take away, in every community, what could not be shown and waited long enough."""
    async with store.write() as tx:
        await tx.run(
            f"DELETE FROM anonymous_answers AS a WHERE {_UNSETTLED}"
            " AND a.state IN ('short', 'removed')"
            " AND EXISTS (SELECT 1 FROM deliveries d WHERE d.guild_id = a.guild_id"
            f"  AND d.delivery_id = a.delivery_id AND {_CLOSING} + {KEPT} <= ?)",
            (now,),
        )


async def next_moment(store: Store, now: int) -> int | None:
    """UTC seconds of the next closing or sweep after `now`, None when there is none to come."""
    row = await store.read_one(
        f"SELECT min(at) AS at FROM (SELECT {_CLOSING} + iif(a.state = 'held', 0, {KEPT}) AS at"
        " FROM anonymous_answers a JOIN deliveries d"
        "  ON d.guild_id = a.guild_id AND d.delivery_id = a.delivery_id"
        f" WHERE {_UNSETTLED.replace('state', 'a.state').replace('message', 'a.message')}"
        " AND a.state <> 'shown') WHERE at > ?",
        (now,),
    )
    return row["at"] if row else None


async def get(store: Store, guild_id: int, answer_id: int) -> Answer | None:
    row = await store.read_one(
        _ANSWER + "WHERE a.guild_id = ? AND a.answer_id = ?", (guild_id, answer_id)
    )
    return _answer(row) if row else None


async def own(store: Store, guild_id: int, authors: Authors) -> list[Answer]:
    """One member's answers, the newest prompt's first; the hashes are theirs for each prompt."""
    rows = await store.read(
        "SELECT a.*, d.prompt_text, d.due_at AS asked_at"
        " FROM json_each(?2) AS one JOIN anonymous_answers a"
        "  ON a.guild_id = ?1 AND a.delivery_id = json_extract(one.value, '$[0]')"
        "  AND hex(a.author) = json_extract(one.value, '$[1]')"
        " JOIN deliveries d ON d.guild_id = a.guild_id AND d.delivery_id = a.delivery_id"
        " ORDER BY a.delivery_id DESC",
        (guild_id, pairs(authors)),
    )
    return [_answer(row) for row in rows]


def pairs(authors: Authors) -> str:
    """Prompts and hashes as JSON, for a query."""
    return json.dumps([[delivery_id, author.hex().upper()] for delivery_id, author in authors])


async def answered(store: Store, guild_id: int) -> list[int]:
    """The prompts (delivery ids) that have anonymous answers, the newest first."""
    rows = await store.read(
        "SELECT DISTINCT delivery_id FROM anonymous_answers"
        " WHERE guild_id = ? ORDER BY delivery_id DESC",
        (guild_id,),
    )
    return [row["delivery_id"] for row in rows]


async def undecided(store: Store, guild_id: int) -> list[int]:
    """The prompts (delivery ids) with answers that could not be shown. Asked at every use."""
    rows = await store.read(
        "SELECT DISTINCT delivery_id FROM anonymous_answers"
        f" WHERE guild_id = ? AND {_UNSETTLED} AND state = 'short'",
        (guild_id,),
    )
    return [row["delivery_id"] for row in rows]


async def tell_outcome(store: Store, guild_id: int, answer_id: int, outcome: str) -> None:
    """What came of the intention in one's own answer."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE anonymous_answers SET outcome = ? WHERE guild_id = ? AND answer_id = ?",
            (outcome, guild_id, answer_id),
        )


async def take_back(store: Store, guild_id: int, answer_id: int) -> Answer | None:
    """An answer goes for good, and its message is a leftover; returns what it was."""
    async with store.write() as tx:
        row = await tx.run_one(
            _ANSWER + "WHERE a.guild_id = ? AND a.answer_id = ?", (guild_id, answer_id)
        )
        await gone(tx, guild_id, answer_id)
    return _answer(row) if row else None


async def gone(tx: Transaction, guild_id: int, answer_id: int) -> None:
    """Delete an answer's row and note its message as a leftover."""
    row = await tx.run_one(
        "DELETE FROM anonymous_answers WHERE guild_id = ? AND answer_id = ?"
        " RETURNING channel_id, message_id",
        (guild_id, answer_id),
    )
    if row and row["message_id"]:
        await leftovers.note(tx, guild_id, row["channel_id"], row["message_id"])


async def keep(store: Store, guild_id: int, answer_id: int, user_id: int, now: int) -> int | None:
    """Put an answer that cannot be shown into its writer's journal; returns the entry's number.

    None when it is gone, or the writer has an entry for the prompt already.
    """
    async with store.write() as tx:
        row = await tx.run_one(
            "INSERT INTO reflections (guild_id, delivery_id, user_id, text, visibility, written_at,"
            " intention, outcome)"
            " SELECT guild_id, delivery_id, ?, text, 'private', ?, intention, outcome"
            " FROM anonymous_answers WHERE guild_id = ? AND answer_id = ? AND state = 'short'"
            " ON CONFLICT DO NOTHING RETURNING reflection_id",
            (user_id, now, guild_id, answer_id),
        )
        if row is None:
            return None
        await tx.run(
            "DELETE FROM anonymous_answers WHERE guild_id = ? AND answer_id = ?",
            (guild_id, answer_id),
        )
    return int(row["reflection_id"])


async def remove(store: Store, guild_id: int, answer_id: int) -> bool:
    """A moderator takes an answer out of sight: its message goes, its writer still sees it."""
    async with store.write() as tx:
        row = await tx.run_one(
            "SELECT channel_id, message_id FROM anonymous_answers"
            " WHERE guild_id = ? AND answer_id = ? AND message_id IS NOT NULL",
            (guild_id, answer_id),
        )
        if row is None:
            return False
        await leftovers.note(tx, guild_id, row["channel_id"], row["message_id"])
        await _removed(tx, guild_id, [row["message_id"]])
    return True


async def messages_deleted(store: Store, guild_id: int, message_ids: Iterable[int]) -> None:
    """These messages were deleted in Discord, and the answers in them are not posted again."""
    ids = [*message_ids]
    # Called for every deleted message: most are no answers, and need no transaction.
    found = await store.read(
        "SELECT 1 FROM anonymous_answers WHERE guild_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps(ids)),
    )
    if found:
        async with store.write() as tx:
            await _removed(tx, guild_id, ids)


async def _removed(tx: Transaction, guild_id: int, message_ids: list[int]) -> None:
    await tx.run(
        "UPDATE anonymous_answers SET state = 'removed', channel_id = NULL, message_id = NULL"
        " WHERE guild_id = ? AND message_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps(message_ids)),
    )


async def of_author(
    tx: Transaction, guild_id: int, delivery_id: int, author: bytes
) -> Answer | None:
    """The answer this writer gave to a prompt, within a transaction."""
    row = await tx.run_one(
        _ANSWER + "WHERE a.guild_id = ? AND a.delivery_id = ? AND a.author = ?",
        (guild_id, delivery_id, author),
    )
    return _answer(row) if row else None


def _answer(row: Row) -> Answer:
    return Answer(**dict(row))
