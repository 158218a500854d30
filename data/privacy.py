"""Everything about one member: export it, or erase it, across all tables."""

from dataclasses import dataclass
from typing import Any

from data import questions, search
from data.store import Store

# What is exported, and what each table holds of a member: (table, column that names the member).
MEMBERS_OWN = (
    ("members", "user_id"),
    ("tips", "sharer_id"),
    ("tip_thanks", "user_id"),
    ("reflections", "user_id"),
    ("questions", "asker_id"),
)
# The community's own work, in which a member's id stands beside it: the id goes, the work stays.
SIGNED = (
    ("prompts", "author_id"),
    ("schedules", "created_by"),
)
# An answer in somebody else's question: exported, and taken out of the question on erasure.
ANSWERS = ("questions", "answer_author_id")


@dataclass(frozen=True, slots=True)
class Erased:
    """What has to be undone in Discord after an erasure."""

    messages: tuple[tuple[int, int], ...]
    """(channel id, message id) of posted tips and reflections, to be deleted."""
    questions: tuple[int, ...]
    """Questions of others that lost their accepted answer: their cards need drawing again."""
    cards: tuple[tuple[int, int], ...]
    """(channel id, message id) of the member's own questions' cards, to be deleted."""
    threads: tuple[int, ...]
    """Threads of the member's own questions: others wrote there, so they lose their name only."""


async def export(store: Store, guild_id: int, user_id: int) -> dict[str, list[dict[str, Any]]]:
    """Every row that belongs to or names this member in this community, by table."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, column in (*MEMBERS_OWN, *SIGNED):
        found[table] = await _rows(store, table, column, guild_id, user_id)
    found["accepted_answers"] = [
        {
            "question_id": row["question_id"],
            "answer_message_id": row["answer_message_id"],
            "answer_text": row["answer_text"],
        }
        for row in await _rows(store, *ANSWERS, guild_id, user_id)
    ]
    return found


async def _rows(
    store: Store, table: str, column: str, guild_id: int, user_id: int
) -> list[dict[str, Any]]:
    rows = await store.read(
        f"SELECT * FROM {table} WHERE guild_id = ? AND {column} = ?",  # noqa: S608 - names above
        (guild_id, user_id),
    )
    return [dict(row) for row in rows]


async def erase(store: Store, guild_id: int, user_id: int) -> Erased:
    """Delete what the member made and take their name off the rest, in one transaction."""
    who = (guild_id, user_id)
    async with store.write() as tx:
        messages = await tx.run(
            "SELECT channel_id, message_id FROM tips"
            " WHERE guild_id = ?1 AND sharer_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT channel_id, message_id FROM reflections"
            " WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL",
            who,
        )
        cards = await tx.run(
            "SELECT card_channel_id, card_message_id, thread_id FROM questions"
            " WHERE guild_id = ? AND asker_id = ? AND card_message_id IS NOT NULL",
            who,
        )
        shared = await tx.run("SELECT tip_id FROM tips WHERE guild_id = ? AND sharer_id = ?", who)
        await search.remove(tx, guild_id, "tip", [row["tip_id"] for row in shared])
        asked = await tx.run(
            "SELECT question_id FROM questions WHERE guild_id = ? AND asker_id = ?", who
        )
        await search.remove(tx, guild_id, "question", [row["question_id"] for row in asked])
        for table, column in MEMBERS_OWN:
            await tx.run(f"DELETE FROM {table} WHERE guild_id = ? AND {column} = ?", who)  # noqa: S608
        for table, column in SIGNED:
            await tx.run(
                f"UPDATE {table} SET {column} = NULL WHERE guild_id = ? AND {column} = ?",  # noqa: S608
                who,
            )
        answered = await tx.run(
            "UPDATE questions SET state = 'open', solved_at = NULL, answer_message_id = NULL,"
            " answer_author_id = NULL, answer_text = ''"
            " WHERE guild_id = ? AND answer_author_id = ? RETURNING question_id",
            who,
        )
        for row in answered:
            question = await questions.within(tx, guild_id, row["question_id"])
            assert question is not None
            await questions.index(tx, question)
    return Erased(
        messages=tuple((row["channel_id"], row["message_id"]) for row in messages),
        questions=tuple(row["question_id"] for row in answered),
        cards=tuple((row["card_channel_id"], row["card_message_id"]) for row in cards),
        threads=tuple(row["thread_id"] for row in cards),
    )
