"""Who helps with a question, and who wants to hear how it ends."""

from typing import Literal

from data.questions import Question
from data.store import Transaction, transaction

Part = Literal["helps", "follows"]


@transaction
async def toggle(tx: Transaction, question: Question, user_id: int, part: Part) -> bool | None:
    """Take part in an open question, or not any more; None when it is not open (any more)."""
    which = (question.guild_id, question.question_id)
    row = await tx.run_one(
        f"INSERT INTO question_people (guild_id, question_id, user_id, {part})"
        " SELECT guild_id, question_id, ?, 1 FROM questions"
        "  WHERE guild_id = ? AND question_id = ? AND state = 'open'"
        " ON CONFLICT (guild_id, question_id, user_id)"
        f" DO UPDATE SET {part} = 1 - {part} RETURNING {part}",
        (user_id, *which),
    )
    if row is None:
        return None
    await tx.run(
        "UPDATE questions SET card_stale = 1 WHERE guild_id = ? AND question_id = ?", which
    )
    # Nothing is kept of who took part for a moment.
    await tx.run(
        "DELETE FROM question_people WHERE guild_id = ? AND question_id = ? AND user_id = ?"
        " AND helps = 0 AND follows = 0 AND called = ''",
        (*which, user_id),
    )
    return bool(row[0])
