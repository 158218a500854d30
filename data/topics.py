"""Topics: how they are put on things, what they are called now, and who follows them."""

import json
from typing import TYPE_CHECKING, Literal

from data.store import Store, Transaction, transaction

if TYPE_CHECKING:
    from data.tips import Sight

Table = Literal["tip_topics", "question_topics"]
_OWNER = {"tip_topics": "tip_id", "question_topics": "question_id"}

MOST_FOLLOWED = 50
"""Topics a member may follow in one community."""

# ?1 is a JSON list of topics as they were written, ?2 the community. A chain is as long as
# moderators made it; UNION, not UNION ALL, ends it even where it were a circle.
NOW_CALLED = (
    "WITH RECURSIVE step (written, topic) AS ("
    " SELECT value, value FROM json_each(?1) UNION"
    " SELECT s.written, c.becomes FROM step s"
    "  JOIN topic_changes c ON c.guild_id = ?2 AND c.topic = s.topic),"
    " now (written, topic) AS (SELECT written, topic FROM step s WHERE NOT EXISTS"
    "  (SELECT 1 FROM topic_changes c WHERE c.guild_id = ?2 AND c.topic = s.topic)) "
)
"""The beginning of a statement that may ask `now (written, topic)` what counts for what."""


async def put(
    tx: Transaction, table: Table, guild_id: int, item_id: int, written: tuple[str, ...]
) -> None:
    """Put topics on an item, under the names that merges gave them."""
    if not written:
        return
    await tx.run(
        f"{NOW_CALLED} INSERT OR IGNORE INTO {table} (guild_id, {_OWNER[table]}, written, topic)"
        " SELECT ?2, ?3, written, topic FROM now",
        (json.dumps(written), guild_id, item_id),
    )


async def now_called(store: Store, guild_id: int, topic: str) -> str:
    """What a topic counts as: itself, or what moderators merged or renamed it to."""
    if not topic:
        return topic
    row = await store.read_one(
        f"{NOW_CALLED} SELECT topic FROM now", (json.dumps([topic]), guild_id)
    )
    return row["topic"] if row else topic


async def beginning(
    store: Store, guild_id: int, places: tuple[int, ...], typed: str, limit: int = 25
) -> list[str]:
    """Topics of live tips of these places that begin so, most used first."""
    rows = await store.read(
        "SELECT topic FROM topic_uses WHERE guild_id = ? AND topic >= ? AND topic < ?"
        " AND place_id IN (SELECT value FROM json_each(?)) AND uses > 0"
        " GROUP BY topic ORDER BY sum(uses) DESC, topic LIMIT ?",
        (guild_id, typed, typed + "\U0010ffff", json.dumps(places), limit),
    )
    return [row["topic"] for row in rows]


async def known(
    store: Store, guild_id: int, places: tuple[int, ...], limit: int = 1_000
) -> list[str]:
    """Topics of live tips of these places, most used first."""
    return await beginning(store, guild_id, places, "", limit)


async def known_before(
    store: Store, guild_id: int, places: tuple[int, ...], written: tuple[str, ...]
) -> list[str]:
    """Topics that were known before a tip came with those written; they may be among them."""
    rows = await store.read(
        "SELECT topic FROM topic_uses WHERE guild_id = ?"
        " AND place_id IN (SELECT value FROM json_each(?)) AND uses > 0"
        " GROUP BY topic HAVING sum(uses) > (topic IN (SELECT value FROM json_each(?)))"
        " ORDER BY sum(uses) DESC, topic LIMIT 1000",
        (guild_id, json.dumps(places), json.dumps(written)),
    )
    return [row["topic"] for row in rows]


# Following


@transaction
async def follow(
    tx: Transaction, guild_id: int, user_id: int, written: tuple[str, ...], at: int
) -> list[str]:
    """Follow topics; returns those of them that are followed now, as they are called now.

    Fewer than asked for when the member follows as many as one may.
    """
    followed = []
    rows = await tx.run(
        f"{NOW_CALLED} SELECT written, topic FROM now", (json.dumps(written), guild_id)
    )
    names = {row["written"]: row["topic"] for row in rows}
    held = {
        row["topic"]
        for row in await tx.run(
            "SELECT topic FROM topic_follows WHERE guild_id = ? AND user_id = ?",
            (guild_id, user_id),
        )
    }
    for one in written:
        topic = names[one]
        if topic not in held and len(held) < MOST_FOLLOWED:
            await tx.run(
                "INSERT INTO topic_follows (guild_id, user_id, written, topic, followed_at)"
                " VALUES (?, ?, ?, ?, ?)",
                (guild_id, user_id, one, topic, at),
            )
            held.add(topic)
        if topic in held and topic not in followed:
            followed.append(topic)
    return followed


@transaction
async def unfollow(
    tx: Transaction, guild_id: int, user_id: int, written: tuple[str, ...]
) -> list[str]:
    """Follow these no more, whatever they are called now; returns those that were followed."""
    rows = await tx.run(
        f"{NOW_CALLED} DELETE FROM topic_follows WHERE guild_id = ?2 AND user_id = ?3"
        " AND topic IN (SELECT topic FROM now) RETURNING topic",
        (json.dumps(written), guild_id, user_id),
    )
    return sorted({row["topic"] for row in rows})


async def followed(store: Store, guild_id: int, user_id: int) -> list[str]:
    """What a member follows, each topic once, in the alphabet's order."""
    rows = await store.read(
        "SELECT DISTINCT topic FROM topic_follows WHERE guild_id = ? AND user_id = ?"
        " ORDER BY topic",
        (guild_id, user_id),
    )
    return [row["topic"] for row in rows]


async def new_tips(store: Store, sight: "Sight", followed: list[str], since: int) -> dict[str, int]:
    """How many tips in sight came with each of these topics after a moment; none: left out."""
    # CROSS has the tips chosen by their time and not by topic: new ones are few.
    rows = await store.read(
        "SELECT o.topic, count(DISTINCT t.tip_id) AS tips FROM tips t"
        " CROSS JOIN tip_topics o ON o.guild_id = t.guild_id AND o.tip_id = t.tip_id"
        f" WHERE {sight.where} AND t.shared_at > ?"
        " AND o.topic IN (SELECT value FROM json_each(?)) GROUP BY o.topic",
        (*sight.values, since, json.dumps(followed)),
    )
    return {row["topic"]: row["tips"] for row in rows}
