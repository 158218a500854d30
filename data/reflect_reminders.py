"""Who wants to be reminded of a prompt they have not answered, and their notices of it."""

from data.deliveries import Delivery, delivery_of
from data.notices import REFLECT
from data.store import Store


async def want(store: Store, guild_id: int, user_id: int) -> None:
    """From the next post on. What ends it is `notices.stop`."""
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO members (guild_id, user_id, reflect_reminders) VALUES (?, ?, 1)"
            " ON CONFLICT (guild_id, user_id) DO UPDATE SET reflect_reminders = 1",
            (guild_id, user_id),
        )


async def to_put(store: Store) -> list[Delivery]:
    """Posts in every community for which nobody has their notice yet."""
    rows = await store.read(
        "SELECT * FROM deliveries"
        " WHERE kind = 'prompt' AND state = 'sent' AND reminders_put = 0 ORDER BY delivery_id"
    )
    return [delivery_of(row) for row in rows]


async def put(store: Store, guild_id: int, delivery_id: int, due_at: int | None) -> None:
    """Give a notice to everybody who wants one, once; None when it is too late for any.

    Call the bot's `notices.wake()` after it. Whether there is anything left to remind of is asked
    when it is told.
    """
    async with store.write() as tx:
        post = await tx.run_one(
            "UPDATE deliveries SET reminders_put = 1"
            " WHERE guild_id = ? AND delivery_id = ? AND reminders_put = 0 RETURNING 1",
            (guild_id, delivery_id),
        )
        if post and due_at is not None:
            await tx.run(
                "INSERT INTO notices (guild_id, user_id, kind, item_id, due_at)"
                " SELECT guild_id, user_id, ?, ?, ? FROM members"
                " WHERE guild_id = ? AND reflect_reminders = 1 ON CONFLICT DO NOTHING",
                (REFLECT, delivery_id, due_at, guild_id),
            )
