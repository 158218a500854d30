"""What stands in Discord and must go: noted in the transaction that removes what it shows."""

from dataclasses import dataclass

from data.store import Store, Transaction, transaction


@dataclass(frozen=True, slots=True)
class Leftover:
    """A message to delete; message 0 is the thread's own name, to be taken off."""

    guild_id: int
    channel_id: int
    message_id: int


async def note(tx: Transaction, guild_id: int, channel_id: int, message_id: int) -> None:
    await tx.run(
        "INSERT OR IGNORE INTO leftovers (guild_id, channel_id, message_id) VALUES (?, ?, ?)",
        (guild_id, channel_id, message_id),
    )


async def waiting(store: Store, guild_id: int | None = None) -> list[Leftover]:
    """What is left to take out of Discord, in one community or in all."""
    rows = await store.read(
        "SELECT * FROM leftovers WHERE ?1 IS NULL OR guild_id = ?1", (guild_id,)
    )
    return [Leftover(**dict(row)) for row in rows]


@transaction
async def taken_out(tx: Transaction, leftover: Leftover) -> None:
    await tx.run(
        "DELETE FROM leftovers WHERE guild_id = ? AND channel_id = ? AND message_id = ?",
        (leftover.guild_id, leftover.channel_id, leftover.message_id),
    )
