"""Everything about one member: export it, or erase it, across all tables."""

from typing import Any

from data import anonymous, questions, search, tips
from data.anonymous import Authors
from data.store import Store

# What is exported, and what each table holds of a member: (table, column that names the member).
MEMBERS_OWN = (
    ("members", "user_id"),
    ("tips", "sharer_id"),
    ("tip_notes", "user_id"),
    ("tip_thanks", "user_id"),
    ("tip_saves", "user_id"),
    ("topic_follows", "user_id"),
    ("notices", "user_id"),
    ("drafts", "user_id"),
    ("reports", "user_id"),
    ("import_rows", "sharer_id"),
    ("reflections", "user_id"),
    ("questions", "asker_id"),
)
# The community's own work, in which a member's id stands beside it: the id goes, the work stays.
SIGNED = (
    ("prompts", "author_id"),
    ("schedules", "created_by"),
    ("tips", "state_by"),
    ("topic_changes", "changed_by"),
    ("reports", "closed_by"),
    ("imports", "user_id"),
    ("anonymous_blocks", "blocked_by"),
)
# What a moderator did to the work of others: exported as what was done, not as their work.
DONE = {
    ("tips", "state_by"): "tip_id, state, state_at",
    ("reports", "closed_by"): "report_id, closed_at",
    ("anonymous_blocks", "blocked_by"): "delivery_id, blocked_at",
}
# An answer in somebody else's question: exported, and taken out of the question on erasure.
ANSWERS = ("questions", "answer_author_id")


async def export(
    store: Store, guild_id: int, user_id: int, authors: Authors = ()
) -> dict[str, list[dict[str, Any]]]:
    """Every row that belongs to or names this member in this community, by table.

    By the member's hashes, `authors`, their anonymous answers are found.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for table, column in (*MEMBERS_OWN, *SIGNED):
        rows = await _rows(store, table, column, guild_id, user_id)
        found[f"{table}_{column}" if (table, column) in DONE else table] = rows
    for kind in ("tip", "question"):
        for row in found[f"{kind}s"]:
            topics = await store.read(
                f"SELECT written FROM {kind}_topics WHERE guild_id = ? AND {kind}_id = ?",
                (guild_id, row[f"{kind}_id"]),
            )
            row["topics"] = [one["written"] for one in topics]
    for table, column in DONE:
        for row in found.get(table, ()):
            # Which moderator it was is not the member's own.
            del row[column]
    for row in found["reflections"]:
        (prompt,) = await store.read(
            "SELECT prompt_text FROM deliveries WHERE guild_id = ? AND delivery_id = ?",
            (guild_id, row["delivery_id"]),
        )
        row["prompt"] = prompt["prompt_text"]
    found["anonymous_answers"] = [
        {
            "prompt": one.prompt_text,
            "text": one.text,
            "intention": one.intention,
            "outcome": one.outcome,
            "state": one.state,
            "channel_id": one.channel_id,
            "message_id": one.message_id,
        }
        for one in await anonymous.own(store, guild_id, authors)
    ]
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
    what = DONE.get((table, column), "*")
    rows = await store.read(
        f"SELECT {what} FROM {table} WHERE guild_id = ? AND {column} = ?",
        (guild_id, user_id),
    )
    return [dict(row) for row in rows]


async def erase(store: Store, guild_id: int, user_id: int, authors: Authors = ()) -> None:
    """Delete what the member made and take their name off the rest, in one transaction.

    By the member's hashes, `authors`, their anonymous answers are found. A block stays: it names
    nobody, and would be lifted by an erasure.
    What stands in Discord is noted as leftovers in the same transaction; questions of others that
    lost their accepted answer get a stale card, as it names the member.
    """
    who = (guild_id, user_id)
    async with store.write() as tx:
        await tx.run(
            "INSERT OR IGNORE INTO leftovers (guild_id, channel_id, message_id)"
            " SELECT guild_id, channel_id, message_id FROM tips"
            "  WHERE guild_id = ?1 AND sharer_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, channel_id, message_id FROM drafts"
            "  WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, channel_id, message_id FROM reflections"
            "  WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, card_channel_id, card_message_id FROM questions"
            "  WHERE guild_id = ?1 AND asker_id = ?2 AND card_message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, thread_id, 0 FROM questions"
            "  WHERE guild_id = ?1 AND asker_id = ?2 AND thread_id IS NOT NULL",
            who,
        )
        for delivery_id, author in authors:
            if answer := await anonymous.of_author(tx, guild_id, delivery_id, author):
                await anonymous.gone(tx, guild_id, answer.answer_id)
        # A prompt that moderators took is the pool's; one that waits is the member's own.
        await tx.run(
            "DELETE FROM prompts WHERE guild_id = ? AND author_id = ? AND state = 'suggested'", who
        )
        shared = await tx.run("SELECT tip_id FROM tips WHERE guild_id = ? AND sharer_id = ?", who)
        await search.remove(tx, guild_id, "tip", [row["tip_id"] for row in shared])
        # Tips of others whose cards show a note of theirs.
        noted = await tx.run("SELECT tip_id FROM tip_notes WHERE guild_id = ? AND user_id = ?", who)
        asked = await tx.run(
            "SELECT question_id FROM questions WHERE guild_id = ? AND asker_id = ?", who
        )
        await search.remove(tx, guild_id, "question", [row["question_id"] for row in asked])
        for table, column in MEMBERS_OWN:
            await tx.run(f"DELETE FROM {table} WHERE guild_id = ? AND {column} = ?", who)
        for table, column in SIGNED:
            await tx.run(
                f"UPDATE {table} SET {column} = NULL WHERE guild_id = ? AND {column} = ?",
                who,
            )
        for row in noted:
            await tips.changed(tx, guild_id, row["tip_id"])
        answered = await tx.run(
            "UPDATE questions SET state = 'open', card_stale = 1, solved_at = NULL,"
            " answer_message_id = NULL, answer_author_id = NULL, answer_text = ''"
            " WHERE guild_id = ? AND answer_author_id = ? RETURNING question_id",
            who,
        )
        for row in answered:
            question = await questions.within(tx, guild_id, row["question_id"])
            assert question is not None
            await questions.index(tx, question)
        await search.forget(tx)
    await search.forget_all(store)
    await store.empty_log()
