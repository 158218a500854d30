"""Channels in which links are offered to be saved."""

from data.store import Store, Transaction, transaction

MOST = 25


async def of_guild(store: Store, guild_id: int) -> list[int]:
    rows = await store.read(
        "SELECT channel_id FROM link_channels WHERE guild_id = ? ORDER BY channel_id", (guild_id,)
    )
    return [row["channel_id"] for row in rows]


async def has(store: Store, guild_id: int, channel_id: int) -> bool:
    row = await store.read_one(
        "SELECT 1 FROM link_channels WHERE guild_id = ? AND channel_id = ?", (guild_id, channel_id)
    )
    return row is not None


@transaction
async def choose(tx: Transaction, guild_id: int, channel_ids: tuple[int, ...]) -> None:
    """Exactly these from now on, at most 25."""
    await tx.run("DELETE FROM link_channels WHERE guild_id = ?", (guild_id,))
    await tx.run_many(
        "INSERT OR IGNORE INTO link_channels (guild_id, channel_id) VALUES (?, ?)",
        [(guild_id, channel_id) for channel_id in channel_ids[:MOST]],
    )
