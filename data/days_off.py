"""Days off: local dates on which no prompt is posted."""

from collections.abc import Collection

from data.store import Store

MOST_DAYS_OFF = 100


async def listed(store: Store, guild_id: int) -> list[str]:
    """Local ISO dates on which no prompt is posted, the first first."""
    rows = await store.read(
        "SELECT local_date FROM holidays WHERE guild_id = ? ORDER BY local_date", (guild_id,)
    )
    return [row["local_date"] for row in rows]


async def put(store: Store, guild_id: int, dates: Collection[str]) -> list[str] | None:
    """Have these days off and no others; None, and nothing is changed, when they are too many."""
    chosen = sorted(set(dates))
    if len(chosen) > MOST_DAYS_OFF:
        return None
    async with store.write() as tx:
        await tx.run("DELETE FROM holidays WHERE guild_id = ?", (guild_id,))
        await tx.run_many(
            "INSERT INTO holidays (guild_id, local_date) VALUES (?, ?)",
            [(guild_id, one) for one in chosen],
        )
    return chosen
