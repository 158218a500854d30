"""Topics that moderators merged or renamed: what counts as what, made and taken back."""

import json
from dataclasses import dataclass
from typing import Literal

from data import indexing, questions, tips
from data.store import Store, Transaction, transaction
from data.topics import NOW_CALLED

TIPS_REDRAWN = 50
"""Cards that are drawn anew at once, those of the latest tips.

Discord limits how often a bot may change its messages, older ones most of all, and thousands would
take it hours. Cards of older tips show the new name when something else has them drawn.
"""
QUESTIONS_REDRAWN = 10
"""The same for open questions: in a forum, drawing one opens its archived thread again."""

Refused = Literal["same", "already", "unknown", "circle", "unknown-into"]


@dataclass(frozen=True, slots=True)
class Change:
    """`topic` counts, or counted until now, as `becomes`; and how much that concerned."""

    topic: str
    becomes: str
    joined: bool = False
    """Whether the other name was in use before."""
    tips: int = 0
    questions: int = 0
    followers: int = 0


@transaction
async def merge(
    tx: Transaction, guild_id: int, topic: str, into: str, by: int, at: int, *, new: bool = False
) -> Change | Refused:
    """Make one topic count as another, for all there is and all that will come.

    `new` allows a name that nobody has used. "already" when the topic counts as another; "circle"
    when the other one counts as this.
    """
    if topic == into:
        return "same"
    if await _now_called(tx, guild_id, topic) != topic:
        return "already"
    if not await _used(tx, guild_id, topic):
        return "unknown"
    becomes = await _now_called(tx, guild_id, into)
    if becomes == topic:
        return "circle"
    joined = await _used(tx, guild_id, becomes)
    if not (joined or new or becomes != into):
        return "unknown-into"
    await tx.run(
        "INSERT INTO topic_changes (guild_id, topic, becomes, changed_by, changed_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (guild_id, topic, becomes, by, at),
    )
    return Change(topic, becomes, joined, *await _call(tx, guild_id, topic, becomes))


@transaction
async def undo(tx: Transaction, guild_id: int, topic: str) -> Change | None:
    """Make a topic count as itself again, with all that counted as it. None: there is no change."""
    row = await tx.run_one(
        "DELETE FROM topic_changes WHERE guild_id = ? AND topic = ? RETURNING becomes",
        (guild_id, topic),
    )
    if row is None:
        return None
    return Change(topic, row["becomes"], False, *await _call(tx, guild_id, topic, topic))


async def changes(store: Store, guild_id: int, typed: str = "", limit: int = 25) -> list[Change]:
    """What counts as what, for each pair that holds what is typed, latest first."""
    rows = await store.read(
        "SELECT topic, becomes FROM topic_changes"
        " WHERE guild_id = ?1 AND (instr(topic, ?2) OR instr(becomes, ?2))"
        " ORDER BY changed_at DESC, topic LIMIT ?3",
        (guild_id, typed, limit),
    )
    return [Change(row["topic"], row["becomes"]) for row in rows]


async def _now_called(tx: Transaction, guild_id: int, topic: str) -> str:
    row = await tx.run_one(f"{NOW_CALLED} SELECT topic FROM now", (json.dumps([topic]), guild_id))
    return str(row["topic"]) if row else topic


async def _used(tx: Transaction, guild_id: int, topic: str) -> bool:
    row = await tx.run_one(
        "SELECT EXISTS (SELECT 1 FROM tip_topics WHERE guild_id = ?1 AND topic = ?2)"
        " OR EXISTS (SELECT 1 FROM question_topics WHERE guild_id = ?1 AND topic = ?2)"
        " OR EXISTS (SELECT 1 FROM topic_follows WHERE guild_id = ?1 AND topic = ?2)"
        " OR EXISTS (SELECT 1 FROM helper_topics WHERE guild_id = ?1 AND topic = ?2) AS used",
        (guild_id, topic),
    )
    return bool(row and row["used"])


async def _call(tx: Transaction, guild_id: int, topic: str, name: str) -> tuple[int, int, int]:
    """Call by `name` what was written as the topic or as one that became it.

    Returns how many tips and questions in sight of anybody, and how many followers, that concerns.
    """
    rows = await tx.run(
        "WITH RECURSIVE under (name) AS (SELECT ?2 UNION"
        " SELECT c.topic FROM topic_changes c JOIN under u ON c.becomes = u.name"
        "  WHERE c.guild_id = ?1) SELECT name FROM under",
        (guild_id, topic),
    )
    written = json.dumps([row["name"] for row in rows])

    async def concerned(table: str, owner: str) -> set[int]:
        changed = await tx.run(
            f"UPDATE {table} SET topic = ? WHERE guild_id = ?"
            f" AND written IN (SELECT value FROM json_each(?)) RETURNING {owner}",
            (name, guild_id, written),
        )
        return {row[owner] for row in changed}

    await concerned("helper_topics", "user_id")
    return (
        await _renew_tips(tx, guild_id, await concerned("tip_topics", "tip_id")),
        await _renew_questions(tx, guild_id, await concerned("question_topics", "question_id")),
        len(await concerned("topic_follows", "user_id")),
    )


async def _renew_tips(tx: Transaction, guild_id: int, tip_ids: set[int]) -> int:
    """Bring search and cards in step with tips that changed; returns how many are live."""
    rows = await tx.run(
        tips.SELECT + "WHERE t.guild_id = ? AND t.state = 'live'"
        " AND t.tip_id IN (SELECT value FROM json_each(?)) ORDER BY t.tip_id DESC",
        (guild_id, json.dumps([*tip_ids])),
    )
    live = [tips.tip_of(row) for row in rows]
    # All at once: one by one, thousands would keep everybody else from writing for seconds.
    await indexing.rewrite(tx, guild_id, "tip", map(tips.document, live))
    carded = [tip.tip_id for tip in live if tip.message_id]
    await tx.run(
        "UPDATE tips SET card_stale = 1"
        " WHERE guild_id = ? AND tip_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps(carded[:TIPS_REDRAWN])),
    )
    return len(live)


async def _renew_questions(tx: Transaction, guild_id: int, question_ids: set[int]) -> int:
    """As with tips; only open questions get a new card."""
    rows = await tx.run(
        questions.SELECT + "WHERE q.guild_id = ?"
        " AND q.question_id IN (SELECT value FROM json_each(?)) ORDER BY q.question_id DESC",
        (guild_id, json.dumps([*question_ids])),
    )
    found = [questions.question_of(row) for row in rows]
    await indexing.rewrite(tx, guild_id, "question", map(questions.document, found))
    carded = [one.question_id for one in found if one.state == "open" and one.card_message_id]
    await tx.run(
        "UPDATE questions SET card_stale = 1"
        " WHERE guild_id = ? AND question_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps(carded[:QUESTIONS_REDRAWN])),
    )
    return len(found)
