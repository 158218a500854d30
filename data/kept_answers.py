"""Accepted answers that somebody would keep as a tip: their authors are asked, each once."""

from data.store import Store, Transaction, transaction


async def asked(store: Store, guild_id: int, question_id: int) -> bool:
    """Whether the author of the answer that is accepted now was asked already."""
    row = await store.read_one(
        "SELECT 1 FROM questions WHERE guild_id = ? AND question_id = ?"
        " AND keep_asked = answer_message_id",
        (guild_id, question_id),
    )
    return row is not None


@transaction
async def ask(tx: Transaction, guild_id: int, question_id: int) -> None:
    """Remember that they were; another answer is another question to another author."""
    await tx.run(
        "UPDATE questions SET keep_asked = answer_message_id"
        " WHERE guild_id = ? AND question_id = ?",
        (guild_id, question_id),
    )
