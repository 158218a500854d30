"""Link tips: a link, why it helps, its topics, and whom it helped."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data import search
from data.store import Row, Store, Transaction, page_start

DAY = 86_400
DAILY_PER_MEMBER = 30
DAILY_PER_GUILD = 1_000
POSTING = 60
"""Seconds within which a card surely is posted, or never will be."""
MOST_FOUND = 1_000
"""Matches of a search that are looked at, best first."""


@dataclass(frozen=True, slots=True)
class Tip:
    """`shared_at` is UTC seconds; channel and message are None until the card is posted.

    `place_id` is the channel whose readers may see the tip, the guild's own id for everybody, and
    None for the sharer alone.
    """

    tip_id: int
    guild_id: int
    link_key: str
    url: str
    host: str
    note: str
    sharer_id: int
    shared_at: int
    channel_id: int | None
    message_id: int | None
    place_id: int | None
    topics: tuple[str, ...]
    thanks: int


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


_SELECT = (
    "SELECT t.*,"
    " (SELECT group_concat(topic, char(10)) FROM (SELECT topic FROM tip_topics o"
    "   WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id ORDER BY topic)) AS topics,"
    " (SELECT count(*) FROM tip_thanks h"
    "   WHERE h.guild_id = t.guild_id AND h.tip_id = t.tip_id) AS thanks"
    " FROM tips t "
)


def _tip(row: Row) -> Tip:
    values = dict(row)
    topics = values.pop("topics")
    return Tip(**values, topics=tuple(topics.split("\n")) if topics else ())


async def add(store: Store, new: NewTip) -> tuple[Tip, bool] | Literal["by member", "by all"]:
    """Share a link: (the tip, whether it is new), or whose daily quota is used up.

    The unique index on (guild_id, link_key) decides between two who share at once. A tip whose card
    never came to be, because the process ended or Discord refused, gives way to a new one.
    """
    async with store.write() as tx:
        existing = await tx.run_one(
            _SELECT + "WHERE t.guild_id = ? AND t.link_key = ?", (new.guild_id, new.link_key)
        )
        if existing and (
            existing["message_id"] is not None or new.shared_at - existing["shared_at"] <= POSTING
        ):
            return _tip(existing), False
        counts = await tx.run_one(
            "SELECT (SELECT count(*) FROM tips WHERE guild_id = ?1 AND sharer_id = ?2"
            "         AND shared_at > ?3 AND link_key <> ?4) AS by_member,"
            "       (SELECT count(*) FROM tips WHERE guild_id = ?1"
            "         AND shared_at > ?3 AND link_key <> ?4) AS by_all",
            (new.guild_id, new.sharer_id, new.shared_at - DAY, new.link_key),
        )
        assert counts is not None
        if counts["by_member"] >= DAILY_PER_MEMBER:
            return "by member"
        if counts["by_all"] >= DAILY_PER_GUILD:
            return "by all"
        if existing:
            await _remove(tx, new.guild_id, existing["tip_id"])
        row = await tx.run_one(
            "INSERT INTO tips (guild_id, link_key, url, host, note, sharer_id, shared_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING tip_id",
            (new.guild_id, new.link_key, new.url, new.host, new.note, new.sharer_id, new.shared_at),
        )
        assert row is not None
        tip_id = row["tip_id"]
        await tx.run_many(
            "INSERT INTO tip_topics (guild_id, tip_id, topic) VALUES (?, ?, ?)",
            [(new.guild_id, tip_id, topic) for topic in new.topics],
        )
        title = " ".join((new.host, *new.topics))
        await search.put(tx, new.guild_id, "tip", tip_id, title, f"{new.note} {new.link_key}")
        saved = await _get(tx, new.guild_id, tip_id)
    assert saved is not None
    return saved, True


async def get(store: Store, guild_id: int, tip_id: int) -> Tip | None:
    row = await store.read_one(
        _SELECT + "WHERE t.guild_id = ? AND t.tip_id = ?", (guild_id, tip_id)
    )
    return _tip(row) if row else None


async def by_key(store: Store, guild_id: int, link_key: str) -> Tip | None:
    row = await store.read_one(
        _SELECT + "WHERE t.guild_id = ? AND t.link_key = ?", (guild_id, link_key)
    )
    return _tip(row) if row else None


async def _get(tx: Transaction, guild_id: int, tip_id: int) -> Tip | None:
    row = await tx.run_one(_SELECT + "WHERE t.guild_id = ? AND t.tip_id = ?", (guild_id, tip_id))
    return _tip(row) if row else None


async def posted(
    store: Store,
    guild_id: int,
    tip_id: int,
    channel_id: int,
    message_id: int,
    place_id: int | None,
) -> bool:
    """Remember where the card is. False when the tip was removed meanwhile."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE tips SET channel_id = ?, message_id = ?, place_id = ?"
            " WHERE guild_id = ? AND tip_id = ? RETURNING tip_id",
            (channel_id, message_id, place_id, guild_id, tip_id),
        )
    return row is not None


async def thank(store: Store, guild_id: int, tip_id: int, user_id: int, at: int) -> Tip | None:
    """Turn this member's "helped me" on, or off when it was on. None when the tip is gone."""
    async with store.write() as tx:
        removed = await tx.run_one(
            "DELETE FROM tip_thanks WHERE guild_id = ? AND tip_id = ? AND user_id = ? RETURNING 1",
            (guild_id, tip_id, user_id),
        )
        if removed is None:
            await tx.run(
                "INSERT INTO tip_thanks (guild_id, tip_id, user_id, thanked_at)"
                " SELECT guild_id, tip_id, ?, ? FROM tips WHERE guild_id = ? AND tip_id = ?",
                (user_id, at, guild_id, tip_id),
            )
        return await _get(tx, guild_id, tip_id)


async def remove(store: Store, guild_id: int, tip_id: int) -> None:
    async with store.write() as tx:
        await _remove(tx, guild_id, tip_id)


async def _remove(tx: Transaction, guild_id: int, tip_id: int) -> None:
    await search.remove(tx, guild_id, "tip", [tip_id])
    await tx.run("DELETE FROM tips WHERE guild_id = ? AND tip_id = ?", (guild_id, tip_id))


async def remove_posted(store: Store, guild_id: int, message_ids: Iterable[int]) -> None:
    """Remove the tips whose cards were deleted in Discord."""
    # Called for every deleted message: most are no cards, and need no transaction.
    rows = await store.read(
        "SELECT tip_id FROM tips WHERE guild_id = ?"
        " AND message_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps([*message_ids])),
    )
    for row in rows:
        await remove(store, guild_id, row["tip_id"])


async def places(store: Store, guild_id: int) -> list[int]:
    """Every place tips were shared in, to ask which of them a reader may see."""
    rows = await store.read(
        "SELECT DISTINCT place_id FROM tips WHERE guild_id = ? AND place_id IS NOT NULL",
        (guild_id,),
    )
    return [row["place_id"] for row in rows]


async def move_place(store: Store, guild_id: int, place_id: int, to: int) -> None:
    """A place is gone: its tips are seen by the readers of another."""
    async with store.write() as tx:
        await tx.run(
            "UPDATE tips SET place_id = ? WHERE guild_id = ? AND place_id = ?",
            (to, guild_id, place_id),
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """What one reader may see: tips of these places, and their own."""

    guild_id: int
    user_id: int
    places: tuple[int, ...]

    @property
    def where(self) -> str:
        return (
            "t.guild_id = ? AND (t.place_id IN (SELECT value FROM json_each(?)) OR t.sharer_id = ?)"
        )

    @property
    def values(self) -> list[int | str]:
        return [self.guild_id, json.dumps(self.places), self.user_id]


async def find(
    store: Store,
    sight: Sight,
    *,
    words: str = "",
    topic: str = "",
    by: int = 0,
    limit: int = 10,
    offset: int = 0,
) -> tuple[list[Tip], int]:
    """Tips in sight that fit everything given, and how many there are in all.

    Best first when there are words, else newest first. An offset past the end shows the last page.
    """
    where, values = sight.where, sight.values
    if topic:
        where += (
            " AND EXISTS (SELECT 1 FROM tip_topics o"
            " WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id AND o.topic = ?)"
        )
        values.append(topic)
    if by:
        where += " AND t.sharer_id = ?"
        values.append(by)
    if not words:
        (count,) = await store.read(f"SELECT count(*) FROM tips t WHERE {where}", values)
        rows = await store.read(
            f"{_SELECT} WHERE {where} ORDER BY t.tip_id DESC LIMIT ? OFFSET ?",
            (*values, limit, page_start(offset, limit, count[0])),
        )
        return [_tip(row) for row in rows], count[0]
    ranked = await search.find(store, sight.guild_id, "tip", words, MOST_FOUND)
    rows = await store.read(
        f"SELECT t.tip_id FROM tips t WHERE {where}"
        " AND t.tip_id IN (SELECT value FROM json_each(?))",
        (*values, json.dumps(ranked)),
    )
    seen = {row["tip_id"] for row in rows}
    best = [tip_id for tip_id in ranked if tip_id in seen]
    offset = page_start(offset, limit, len(best))
    page = best[offset : offset + limit]
    rows = await store.read(
        _SELECT + "WHERE t.guild_id = ? AND t.tip_id IN (SELECT value FROM json_each(?))",
        (sight.guild_id, json.dumps(page)),
    )
    tips = {row["tip_id"]: _tip(row) for row in rows}
    return [tips[tip_id] for tip_id in page if tip_id in tips], len(best)


async def topics(store: Store, sight: Sight, beginning: str, limit: int = 25) -> list[str]:
    """Topics of tips in sight that begin so, most used first."""
    rows = await store.read(
        "SELECT o.topic FROM tip_topics o"
        " JOIN tips t ON t.guild_id = o.guild_id AND t.tip_id = o.tip_id"
        f" WHERE {sight.where} AND o.topic >= ? AND o.topic < ?"
        " GROUP BY o.topic ORDER BY count(*) DESC, o.topic LIMIT ?",
        (*sight.values, beginning, beginning + "\U0010ffff", limit),
    )
    return [row["topic"] for row in rows]
