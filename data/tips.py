"""Link tips: a link, why it helps, and what becomes of it: edited, hidden, removed, restored."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from data import indexing, leftovers, topics
from data.store import Row, Store, Transaction, distinct, page_start, transaction

DAY = 86_400
DAILY_PER_MEMBER = 30
DAILY_PER_GUILD = 1_000
MOST_NOTES = 20
"""Notes that others may add to one tip."""
POSTING = 60
"""Seconds within which a card surely is posted, or never will be."""
RESTORABLE = 30 * DAY
"""Seconds for which a removed tip can be restored; then it is gone for good."""

State = Literal["live", "hidden", "removed"]
Gone = Literal["hidden", "removed"]
Mark = Literal["featured_at", "outdated_at"]


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody other than the sharer says about the tip."""

    user_id: int
    note: str
    written_at: int


@dataclass(frozen=True, slots=True)
class Tip:
    """Times are UTC seconds; channel and message are None until the card is posted.

    `place_id` is the channel whose readers may see the tip, the guild's own id for everybody, and
    None for the sharer alone. `import_id` is set for tips that came in a file and have no card,
    `question_id` for those that an accepted answer became.
    """

    tip_id: int
    guild_id: int
    link_key: str
    url: str
    host: str
    title: str
    note: str
    sharer_id: int
    shared_at: int
    channel_id: int | None
    message_id: int | None
    place_id: int | None
    state: State
    state_at: int | None
    state_by: int | None
    featured_at: int | None
    outdated_at: int | None
    checked_at: int
    dead_since: int | None
    import_id: int | None
    card_stale: int
    topics: tuple[str, ...]
    thanks: int
    notes: tuple[Note, ...]
    question_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewTip:
    guild_id: int
    link_key: str
    url: str
    host: str
    note: str
    topics: tuple[str, ...]
    sharer_id: int
    shared_at: int
    place_id: int | None
    """Where its card is meant to stand."""
    question_id: int | None = None
    """The question that the sharer's own accepted answer solved."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one reader may see: live tips of these places, and their own."""

    guild_id: int
    user_id: int
    places: tuple[int, ...]

    @property
    def where(self) -> str:
        return f"{self.anywhere} AND t.state = 'live'"

    @property
    def anywhere(self) -> str:
        """Also what is hidden or removed."""
        return (
            "t.guild_id = ? AND (t.place_id IN (SELECT value FROM json_each(?)) OR t.sharer_id = ?)"
        )

    @property
    def values(self) -> list[Any]:
        return [self.guild_id, json.dumps(self.places), self.user_id]


# The + keeps the sorting from choosing the index by topic, which would read every topic there is.
SELECT = (
    "SELECT t.*,"
    " (SELECT group_concat(topic, char(10)) FROM (SELECT DISTINCT topic FROM tip_topics o"
    "   WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id ORDER BY +topic)) AS topics,"
    " (SELECT count(*) FROM tip_thanks h"
    "   WHERE h.guild_id = t.guild_id AND h.tip_id = t.tip_id) AS thanks,"
    " (SELECT json_group_array(json_array(user_id, note, written_at)) FROM"
    "   (SELECT * FROM tip_notes n WHERE n.guild_id = t.guild_id AND n.tip_id = t.tip_id"
    "    ORDER BY written_at, user_id)) AS notes"
    " FROM tips t "
)
"""Every reading of tips begins so; `tip_of` makes the records."""


def tip_of(row: Row) -> Tip:
    values = dict(row)
    names, notes = values.pop("topics"), json.loads(values.pop("notes"))
    return Tip(
        **values,
        topics=tuple(names.split("\n")) if names else (),
        notes=tuple(Note(*one) for one in notes),
    )


Unshared = Literal["by member", "by all", "hidden"]


@transaction
async def add(tx: Transaction, new: NewTip, sight: Sight) -> tuple[Tip, bool] | Unshared:
    """Share a link: (the tip, whether it is new), or whose daily quota is used up.

    A tip with the same link that the sharer can see, or that stands where the new one would, is the
    tip there is: the transaction decides between two who share at once, and an index backs it.
    Tips whose cards never came to be, because the process ended or Discord refused, give way.
    "hidden" when moderators took the link out of sight.
    """
    there = await tx.run(
        "SELECT t.tip_id, t.state, t.message_id, t.import_id, t.state_at, t.shared_at"
        " FROM tips t WHERE t.guild_id = ?1 AND t.link_key = ?2 AND t.state <> 'removed'"
        " AND (t.place_id IN (SELECT value FROM json_each(?3)) OR t.place_id = ?4"
        "      OR t.sharer_id = ?5)"
        " ORDER BY +t.tip_id",
        (
            new.guild_id,
            new.link_key,
            json.dumps(sight.places),
            new.place_id,
            new.sharer_id,
        ),
    )
    if any(one["state"] == "hidden" for one in there):
        return "hidden"
    before = new.shared_at - POSTING
    giving_way = [one["tip_id"] for one in there if _unposted(one, before)]
    for one in there:
        if one["tip_id"] not in giving_way:
            tip = await get_within(tx, new.guild_id, one["tip_id"])
            assert tip is not None
            return tip, False
    counts = await tx.run_one(
        "SELECT count(*) FILTER (WHERE sharer_id = ?) AS by_member, count(*) AS by_all"
        " FROM tips WHERE guild_id = ? AND shared_at > ? AND import_id IS NULL"
        " AND tip_id NOT IN (SELECT value FROM json_each(?))",
        (new.sharer_id, new.guild_id, new.shared_at - DAY, json.dumps(giving_way)),
    )
    assert counts is not None
    if counts["by_member"] >= DAILY_PER_MEMBER:
        return "by member"
    if counts["by_all"] >= DAILY_PER_GUILD:
        return "by all"
    for tip_id in giving_way:
        await _delete(tx, new.guild_id, tip_id)
    row = await tx.run_one(
        "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at, place_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING tip_id",
        (
            new.guild_id,
            new.link_key,
            new.url,
            new.host,
            new.note,
            new.sharer_id,
            new.shared_at,
            new.place_id,
        ),
    )
    assert row is not None
    await topics.put(tx, "tip_topics", new.guild_id, row["tip_id"], new.topics)
    if new.question_id:
        await _keep_answer(tx, new, row["tip_id"])
    tip = await get_within(tx, new.guild_id, row["tip_id"])
    assert tip is not None
    await indexing.add(tx, tip.guild_id, "tip", *document(tip))
    return tip, True


async def _keep_answer(tx: Transaction, new: NewTip, tip_id: int) -> None:
    """Let the tip and the question it came from know of each other, if the answer still stands."""
    question = (new.guild_id, new.question_id)
    answered = await tx.run_one(
        "UPDATE questions SET tip_id = ? WHERE guild_id = ? AND question_id = ?"
        " AND state = 'solved' AND answer_author_id = ? RETURNING 1",
        (tip_id, *question, new.sharer_id),
    )
    if answered:
        await tx.run(
            "UPDATE tips SET question_id = ? WHERE guild_id = ? AND tip_id = ?",
            (new.question_id, new.guild_id, tip_id),
        )


def _unposted(row: Row, before: int) -> bool:
    return (
        row["message_id"] is None
        and row["import_id"] is None
        and row["state_at"] is None
        and row["shared_at"] < before
    )


def document(tip: Tip) -> tuple[int, str, str]:
    """What the search knows of a tip: its number, what weighs most, and the rest."""
    title = " ".join(filter(None, (tip.title, tip.host, *tip.topics)))
    return tip.tip_id, title, "\n".join((tip.note, *(one.note for one in tip.notes), tip.link_key))


async def index(tx: Transaction, tip: Tip) -> None:
    """Bring the search in step with a tip, within the transaction that changes it."""
    await indexing.put(tx, tip.guild_id, "tip", *document(tip))


async def get(store: Store, guild_id: int, tip_id: int) -> Tip | None:
    """The tip in whatever state it is."""
    row = await store.read_one(SELECT + "WHERE t.guild_id = ? AND t.tip_id = ?", (guild_id, tip_id))
    return tip_of(row) if row else None


async def by_key(store: Store, sight: Sight, link_key: str) -> Tip | None:
    """The live tip with this link that the reader sees."""
    # What is removed is not in the index by link, and + keeps the sorting from choosing another.
    row = await store.read_one(
        f"{SELECT} WHERE {sight.where} AND t.state <> 'removed' AND t.link_key = ?"
        " ORDER BY +t.tip_id LIMIT 1",
        (*sight.values, link_key),
    )
    return tip_of(row) if row else None


async def by_card(store: Store, guild_id: int, message_id: int) -> Tip | None:
    row = await store.read_one(
        SELECT + "WHERE t.guild_id = ? AND t.message_id = ?", (guild_id, message_id)
    )
    return tip_of(row) if row else None


async def get_within(tx: Transaction, guild_id: int, tip_id: int) -> Tip | None:
    row = await tx.run_one(SELECT + "WHERE t.guild_id = ? AND t.tip_id = ?", (guild_id, tip_id))
    return tip_of(row) if row else None


@transaction
async def posted(
    tx: Transaction,
    guild_id: int,
    tip_id: int,
    channel_id: int,
    message_id: int,
    place_id: int | None,
) -> bool:
    """Remember where the card is. False when the tip was removed meanwhile."""
    row = await tx.run_one(
        "UPDATE OR IGNORE tips SET channel_id = ?, message_id = ?, place_id = ?"
        " WHERE guild_id = ? AND tip_id = ? AND state = 'live' RETURNING tip_id",
        (channel_id, message_id, place_id, guild_id, tip_id),
    )
    return row is not None


@transaction
async def edit(
    tx: Transaction,
    guild_id: int,
    tip_id: int,
    *,
    link_key: str,
    url: str,
    host: str,
    note: str,
    topics_written: tuple[str, ...],
) -> Tip | Literal["taken"] | None:
    """Change a live tip. "taken" when another tip of the same place has the link already."""
    before = await get_within(tx, guild_id, tip_id)
    if before is None or before.state != "live":
        return None
    row = await tx.run_one(
        "UPDATE OR IGNORE tips SET link_key = ?1, url = ?2, host = ?3, note = ?4,"
        " title = CASE link_key WHEN ?1 THEN title ELSE '' END,"
        " checked_at = CASE link_key WHEN ?1 THEN checked_at ELSE 0 END,"
        " dead_since = CASE link_key WHEN ?1 THEN dead_since END"
        " WHERE guild_id = ?5 AND tip_id = ?6 RETURNING 1",
        (link_key, url, host, note, guild_id, tip_id),
    )
    if row is None:
        return "taken"
    await _put_topics(tx, before, topics_written)
    return await changed(tx, guild_id, tip_id)


@transaction
async def retag(
    tx: Transaction, guild_id: int, tip_id: int, topics_written: tuple[str, ...]
) -> Tip | None:
    """Give a live tip other topics."""
    before = await get_within(tx, guild_id, tip_id)
    if before is None or before.state != "live":
        return None
    await _put_topics(tx, before, topics_written)
    return await changed(tx, guild_id, tip_id)


async def changed(tx: Transaction, guild_id: int, tip_id: int) -> Tip | None:
    """Bring the search in step with a changed tip and call its card stale, within the change."""
    await tx.run(
        "UPDATE tips SET card_stale = 1 WHERE guild_id = ? AND tip_id = ? AND state = 'live'",
        (guild_id, tip_id),
    )
    tip = await get_within(tx, guild_id, tip_id)
    if tip and tip.state == "live":
        await index(tx, tip)
    return tip


async def _put_topics(tx: Transaction, before: Tip, written: tuple[str, ...]) -> None:
    """Topics that stay keep how they were once written."""
    await tx.run(
        "DELETE FROM tip_topics WHERE guild_id = ? AND tip_id = ?"
        " AND topic NOT IN (SELECT value FROM json_each(?))",
        (before.guild_id, before.tip_id, json.dumps(written)),
    )
    added = tuple(one for one in written if one not in before.topics)
    await topics.put(tx, "tip_topics", before.guild_id, before.tip_id, added)


@transaction
async def titled(tx: Transaction, guild_id: int, tip_id: int, title: str) -> None:
    """Keep the page's title, for lists and for the search."""
    await tx.run(
        "UPDATE tips SET title = ? WHERE guild_id = ? AND tip_id = ?",
        (title, guild_id, tip_id),
    )
    tip = await get_within(tx, guild_id, tip_id)
    if tip and tip.state == "live":
        await index(tx, tip)


@transaction
async def mark(
    tx: Transaction, guild_id: int, tip_id: int, name: Mark, at: int | None
) -> Tip | None:
    """Set or take off (None) one of a live tip's marks."""
    await tx.run(
        f"UPDATE tips SET {name} = ?, card_stale = 1"
        " WHERE guild_id = ? AND tip_id = ? AND state = 'live'",
        (at, guild_id, tip_id),
    )
    tip = await get_within(tx, guild_id, tip_id)
    return tip if tip and tip.state == "live" else None


# Out of sight, and back


@transaction
async def take_away(
    tx: Transaction,
    guild_id: int,
    tip_id: int,
    state: Gone,
    by: int | None,
    at: int,
) -> Tip | None:
    """Hide or remove a tip: out of search and lists, its card noted as a leftover.

    Returns it as it was, None when there is none in sight (a hidden tip can still be removed).
    """
    tip = await get_within(tx, guild_id, tip_id)
    if tip is None or tip.state in {"removed", state}:
        return None
    await _take_away(tx, tip, state, by, at)
    if tip.channel_id and tip.message_id:
        await leftovers.note(tx, guild_id, tip.channel_id, tip.message_id)
    return tip


async def _take_away(tx: Transaction, tip: Tip, state: State, by: int | None, at: int) -> None:
    await indexing.remove(tx, tip.guild_id, "tip", [tip.tip_id])
    await tx.run(
        "UPDATE tips SET state = ?, state_by = ?, state_at = ?, message_id = NULL, card_stale = 0"
        " WHERE guild_id = ? AND tip_id = ?",
        (state, by, at, tip.guild_id, tip.tip_id),
    )


@transaction
async def bring_back(
    tx: Transaction, guild_id: int, tip_id: int, at: int
) -> Tip | Literal["taken"] | None:
    """Show a hidden or removed tip again; its card is still to be posted.

    "taken" when its link has been shared anew in its place, None when there is nothing to restore.
    """
    tip = await get_within(tx, guild_id, tip_id)
    if tip is None or tip.state == "live":
        return None
    row = await tx.run_one(
        "UPDATE OR IGNORE tips SET state = 'live', state_by = NULL, state_at = ?"
        " WHERE guild_id = ? AND tip_id = ? RETURNING 1",
        (at, guild_id, tip_id),
    )
    if row is None:
        return "taken"
    tip = await get_within(tx, guild_id, tip_id)
    assert tip is not None
    await index(tx, tip)
    return tip


async def out_of_sight(
    store: Store, guild_id: int, limit: int, offset: int = 0
) -> tuple[list[Tip], int]:
    """What was hidden or removed and can come back, latest first, and how many there are."""
    (count,) = await store.read(
        "SELECT count(*) FROM tips WHERE guild_id = ? AND state <> 'live'", (guild_id,)
    )
    rows = await store.read(
        f"{SELECT} WHERE t.guild_id = ? AND t.state <> 'live'"
        " ORDER BY t.state_at DESC, t.tip_id DESC LIMIT ? OFFSET ?",
        (guild_id, limit, page_start(offset, limit, count[0])),
    )
    return [tip_of(row) for row in rows], count[0]


@transaction
async def purge(tx: Transaction, now: int) -> int:
    """Delete for good what was removed more than 30 days ago, in every community."""
    rows = await tx.run(
        # "<> 'live'" is what the index of those is made for.
        "DELETE FROM tips WHERE state <> 'live' AND state = 'removed' AND state_at <= ?"
        " RETURNING 1",
        (now - RESTORABLE,),
    )
    return len(rows)


async def card_deleted(
    store: Store, guild_id: int, message_ids: Iterable[int], at: int
) -> list[Tip]:
    """Remove the tips whose cards were deleted in Discord; returns them as they were."""
    # Called for every deleted message: most are no cards, and need no transaction.
    rows = await store.read(
        "SELECT tip_id FROM tips WHERE guild_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps([*message_ids])),
    )
    return await _remove(store, guild_id, [row["tip_id"] for row in rows], at) if rows else []


@transaction
async def _remove(tx: Transaction, guild_id: int, tip_ids: list[int], at: int) -> list[Tip]:
    removed = []
    for tip_id in tip_ids:
        tip = await get_within(tx, guild_id, tip_id)
        if tip and tip.state == "live":
            await _take_away(tx, tip, "removed", None, at)
            removed.append(tip)
    return removed


async def _delete(tx: Transaction, guild_id: int, tip_id: int) -> None:
    await indexing.remove(tx, guild_id, "tip", [tip_id])
    await tx.run("DELETE FROM tips WHERE guild_id = ? AND tip_id = ?", (guild_id, tip_id))


# Where tips stand


async def places(store: Store, guild_id: int) -> list[int]:
    """Every place tips were shared in, to ask which of them a reader may see."""
    rows = await store.read(distinct("tips", "place_id"), (guild_id,))
    return [row["value"] for row in rows]


@transaction
async def move_place(tx: Transaction, guild_id: int, place_id: int, to: int) -> None:
    """A place is gone: its tips are seen by the readers of another."""
    await tx.run(
        "UPDATE OR IGNORE tips SET place_id = ? WHERE guild_id = ? AND place_id = ?",
        (to, guild_id, place_id),
    )


async def stale(store: Store, guild_id: int | None = None) -> list[Tip]:
    """Tips whose card does not show them as they are, in one community or in all."""
    # The + keeps SQLite from an index of all live tips.
    rows = await store.read(
        SELECT + "WHERE t.card_stale = 1 AND +t.state = 'live' AND (?1 IS NULL OR t.guild_id = ?1)",
        (guild_id,),
    )
    return [tip_of(row) for row in rows]


@transaction
async def drawn(tx: Transaction, tip: Tip) -> None:
    """The card shows this record; what changed since keeps it stale."""
    now = await get_within(tx, tip.guild_id, tip.tip_id)
    if now == tip:
        await tx.run(
            "UPDATE tips SET card_stale = 0 WHERE guild_id = ? AND tip_id = ?",
            (tip.guild_id, tip.tip_id),
        )
