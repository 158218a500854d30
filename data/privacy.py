"""Everything about one member: export it, or erase it, across all tables."""

import json
from typing import Any

from data import anonymous, indexing, question_blocks, question_states, questions, tips
from data.anonymous import Authors
from data.question_blocks import Askers
from data.store import Store, Transaction

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
    ("question_people", "user_id"),
    ("question_helpful", "author_id"),
    ("question_thanks", "user_id"),
    ("question_drafts", "user_id"),
    ("helper_topics", "user_id"),
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
    ("questions", "closed_by"),
    ("question_helpful", "marked_by"),
    ("question_blocks", "blocked_by"),
)
# What a moderator did to the work of others: exported as what was done, not as their work.
DONE = {
    ("tips", "state_by"): "tip_id, state, state_at",
    ("reports", "closed_by"): "report_id, closed_at",
    ("anonymous_blocks", "blocked_by"): "delivery_id, blocked_at",
    ("questions", "closed_by"): "question_id, closed_why, closed_words",
    ("question_helpful", "marked_by"): "question_id, message_id, marked_at",
    ("question_blocks", "blocked_by"): "question_id, blocked_at",
}
# An answer in somebody else's question: exported, and taken out of the question on erasure.
ANSWERS = ("questions", "answer_author_id")
_ASKED = ("questions", "unnamed_questions")


async def export(
    store: Store, guild_id: int, user_id: int, authors: Authors = (), askers: Askers = ()
) -> dict[str, list[dict[str, Any]]]:
    """Every row that belongs to or names this member in this community, by table.

    By the member's hashes, `authors` and `askers`, their anonymous answers are found, and what they
    asked without their name.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for table, column in (*MEMBERS_OWN, *SIGNED):
        rows = await _rows(store, table, column, guild_id, user_id)
        found[f"{table}_{column}" if (table, column) in DONE else table] = rows
    found["unnamed_questions"] = await _unnamed(store, guild_id, askers)
    for row in found["questions"]:
        # Only that of a nameless one says whose it is, and that is not one of these.
        del row["asker"]
    for kind, table in (("tip", "tips"), *(("question", one) for one in _ASKED)):
        for row in found[table]:
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


async def _unnamed(store: Store, guild_id: int, askers: Askers) -> list[dict[str, Any]]:
    """What they asked without their name, with the messages in which I passed on more of it."""
    found = []
    for question_id in await question_blocks.own(store, guild_id, askers):
        which = (guild_id, question_id)
        (row,) = await store.read(
            "SELECT * FROM questions WHERE guild_id = ? AND question_id = ?", which
        )
        replies = await store.read(
            "SELECT message_id FROM question_replies"
            " WHERE guild_id = ? AND question_id = ? AND message_id > 0 ORDER BY message_id",
            which,
        )
        asked = dict(row)
        del asked["asker"], asked["asker_id"], asked["closed_by"]
        found.append({**asked, "replies": [one["message_id"] for one in replies]})
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


async def erase(
    store: Store, guild_id: int, user_id: int, authors: Authors = (), askers: Askers = ()
) -> None:
    """Delete what the member made and take their name off the rest, in one transaction.

    By the member's hashes, `authors` and `askers`, their anonymous answers are found, and what they
    asked without their name. A block stays: it names nobody, and would be lifted by an erasure.
    What stands in Discord is noted as leftovers in the same transaction; questions of others that
    lost their accepted answer get a stale card, as it names the member.
    """
    who = (guild_id, user_id)
    unnamed = await question_blocks.own(store, guild_id, askers)
    async with store.write() as tx:
        await tx.run(
            "INSERT OR IGNORE INTO leftovers (guild_id, channel_id, message_id)"
            " SELECT guild_id, channel_id, message_id FROM tips"
            "  WHERE guild_id = ?1 AND sharer_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, channel_id, message_id FROM drafts"
            "  WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, place_id, message_id FROM question_drafts"
            "  WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, channel_id, message_id FROM reflections"
            "  WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL UNION ALL"
            " SELECT guild_id, place_id, message_id FROM question_drafts"
            "  WHERE guild_id = ?1 AND user_id = ?2 AND message_id IS NOT NULL",
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
        await indexing.remove(tx, guild_id, "tip", [row["tip_id"] for row in shared])
        # Tips of others whose cards show a note of theirs.
        noted = await tx.run("SELECT tip_id FROM tip_notes WHERE guild_id = ? AND user_id = ?", who)
        await _erase_questions(tx, guild_id, user_id, unnamed)
        # Questions of others whose answers had become these tips.
        await tx.run(
            "UPDATE questions SET tip_id = NULL WHERE guild_id = ?"
            " AND tip_id IN (SELECT value FROM json_each(?))",
            (guild_id, json.dumps([row["tip_id"] for row in shared])),
        )
        # Questions of others whose cards name them.
        await tx.run(
            "UPDATE questions SET card_stale = 1 WHERE guild_id = ?1 AND question_id IN ("
            "SELECT question_id FROM question_people WHERE guild_id = ?1 AND user_id = ?2"
            " AND helps = 1 UNION SELECT question_id FROM question_helpful"
            " WHERE guild_id = ?1 AND author_id = ?2)",
            who,
        )
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
            question_states.OPEN + " WHERE guild_id = ? AND answer_author_id = ?"
            " RETURNING question_id",
            who,
        )
        for row in answered:
            question = await questions.within(tx, guild_id, row["question_id"])
            assert question is not None
            await questions.index(tx, question)
        await indexing.forget(tx)
    await indexing.forget_all(store)
    await store.empty_log()


async def _erase_questions(
    tx: Transaction, guild_id: int, user_id: int, unnamed: list[int]
) -> None:
    """All that the member asked, with their name or without, and what stands in Discord of it."""
    rows = await tx.run(
        "SELECT question_id FROM questions WHERE guild_id = ?1 AND (asker_id = ?2"
        " OR question_id IN (SELECT value FROM json_each(?3)))",
        (guild_id, user_id, json.dumps(unnamed)),
    )
    asked = [row["question_id"] for row in rows]
    which = (guild_id, json.dumps(asked))
    await tx.run(
        "WITH these AS (SELECT * FROM questions WHERE guild_id = ?1"
        " AND question_id IN (SELECT value FROM json_each(?2)))"
        " INSERT OR IGNORE INTO leftovers (guild_id, channel_id, message_id)"
        " SELECT guild_id, card_channel_id, card_message_id FROM these"
        "  WHERE card_message_id IS NOT NULL UNION ALL"
        # A post made by hand has the name its author gave it.
        " SELECT guild_id, thread_id, 0 FROM these"
        "  WHERE thread_id IS NOT NULL AND by_hand = 0 UNION ALL"
        " SELECT q.guild_id, q.thread_id, r.message_id FROM question_replies r"
        "  JOIN these q ON q.guild_id = r.guild_id AND q.question_id = r.question_id"
        "  WHERE r.message_id > 0 AND q.thread_id IS NOT NULL",
        which,
    )
    # The card of a duplicate shows the title of what it is one of.
    await tx.run(
        "UPDATE questions SET duplicate_of = NULL, card_stale = 1 WHERE guild_id = ?"
        " AND duplicate_of IN (SELECT value FROM json_each(?))",
        which,
    )
    await indexing.remove(tx, guild_id, "question", asked)
    await tx.run(
        "DELETE FROM questions WHERE guild_id = ?"
        " AND question_id IN (SELECT value FROM json_each(?))",
        which,
    )
