"""What the bot remembers for itself between starts."""

from data.store import Store, Transaction, transaction


async def get(store: Store, name: str) -> str | None:
    row = await store.read_one("SELECT value FROM bot_state WHERE name = ?", (name,))
    return row["value"] if row else None


@transaction
async def put(tx: Transaction, name: str, value: str) -> None:
    await tx.run(
        "INSERT INTO bot_state (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
