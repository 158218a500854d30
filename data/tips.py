"""Link tips: a link, why it helps, its topics, and whom it helped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data import search
from data.store import Row, Store, Transaction

DAY = 86_400
DAILY_PER_MEMBER = 30
DAILY_PER_GUILD = 1_000


@dataclass(frozen=True, slots=True)
class Tip:
    """`shared_at` is UTC seconds; channel and message are None until the card is posted."""

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

    The unique index on (guild_id, link_key) decides between two who share at once.
    """
    async with store.write() as tx:
        existing = await tx.run_one(
            _SELECT + "WHERE t.guild_id = ? AND t.link_key = ?", (new.guild_id, new.link_key)
        )
        if existing:
            return _tip(existing), False
        counts = await tx.run_one(
            "SELECT (SELECT count(*) FROM tips"
            "         WHERE guild_id = ?1 AND sharer_id = ?2 AND shared_at > ?3) AS by_member,"
            "       (SELECT count(*) FROM tips"
            "         WHERE guild_id = ?1 AND shared_at > ?3) AS by_all",
            (new.guild_id, new.sharer_id, new.shared_at - DAY),
        )
        assert counts is not None
        if counts["by_member"] >= DAILY_PER_MEMBER:
            return "by member"
        if counts["by_all"] >= DAILY_PER_GUILD:
            return "by all"
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
    store: Store, guild_id: int, tip_id: int, channel_id: int, message_id: int
) -> bool:
    """Remember where the card is. False when the tip was removed meanwhile."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE tips SET channel_id = ?, message_id = ? WHERE guild_id = ? AND tip_id = ?"
            " RETURNING tip_id",
            (channel_id, message_id, guild_id, tip_id),
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
        await search.remove(tx, guild_id, "tip", [tip_id])
        await tx.run("DELETE FROM tips WHERE guild_id = ? AND tip_id = ?", (guild_id, tip_id))


async def find(
    store: Store,
    guild_id: int,
    *,
    words: str | None = None,
    topic: str | None = None,
    by: int | None = None,
) -> list[Tip]:
    """Tips that fit everything given: best first when there are words, else newest first.

    At most 200.
    """
    wheres, values = ["t.guild_id = ?"], list[int | str]([guild_id])
    ranked: Sequence[int] = ()
    if words:
        ranked = await search.find(store, guild_id, "tip", words)
        wheres.append(f"t.tip_id IN ({','.join('?' * len(ranked))})")
        values += ranked
    if topic:
        wheres.append(
            "EXISTS (SELECT 1 FROM tip_topics o"
            " WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id AND o.topic = ?)"
        )
        values.append(topic)
    if by is not None:
        wheres.append("t.sharer_id = ?")
        values.append(by)
    rows = await store.read(
        _SELECT + f"WHERE {' AND '.join(wheres)} ORDER BY t.tip_id DESC LIMIT 200", values
    )
    found = [_tip(row) for row in rows]
    if words:
        rank = {tip_id: place for place, tip_id in enumerate(ranked)}
        found.sort(key=lambda tip: rank[tip.tip_id])
    return found


async def topics(store: Store, guild_id: int, beginning: str, limit: int = 25) -> list[str]:
    """Topics in use that begin so, most used first."""
    rows = await store.read(
        "SELECT topic FROM tip_topics WHERE guild_id = ? AND topic >= ? AND topic < ?"
        " GROUP BY topic ORDER BY count(*) DESC, topic LIMIT ?",
        (guild_id, beginning, beginning + "\U0010ffff", limit),
    )
    return [row["topic"] for row in rows]


async def newest(store: Store, guild_id: int, part: str, limit: int = 25) -> list[Tip]:
    """The newest tips whose link or note holds `part` (case ignored), for autocomplete."""
    rows = await store.read(
        _SELECT + "WHERE t.guild_id = ?1 AND (instr(lower(t.link_key), lower(?2))"
        " OR instr(lower(t.note), lower(?2))) ORDER BY t.tip_id DESC LIMIT ?3",
        (guild_id, part, limit),
    )
    return [_tip(row) for row in rows]
