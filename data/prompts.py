"""The pool of reflection prompts."""

from dataclasses import dataclass

from data.deliveries import Delivery, delivery_of
from data.store import Store

MOST_PROMPTS = 500


@dataclass(frozen=True, slots=True)
class Prompt:
    """`last_used` is UTC seconds of its latest post, None while it waits for its first."""

    prompt_id: int
    guild_id: int
    text: str
    theme: str
    last_used: int | None


_PROMPT = (
    "SELECT p.prompt_id, p.guild_id, p.text, p.theme,"
    " (SELECT max(d.due_at) FROM deliveries d WHERE d.guild_id = p.guild_id"
    "   AND d.prompt_id = p.prompt_id AND d.state IN ('sending', 'sent')) AS last_used"
    " FROM prompts p "
)
# The order of use: never used first, then longest ago.
_IN_ORDER = "WHERE p.guild_id = ?1 ORDER BY last_used IS NOT NULL, last_used, p.prompt_id"


async def add(
    store: Store, guild_id: int, text: str, theme: str, author_id: int, at: int
) -> Prompt | None:
    """Put a prompt in the pool. None when the pool is full."""
    async with store.write() as tx:
        row = await tx.run_one(
            "INSERT INTO prompts (guild_id, text, theme, author_id, added_at)"
            " SELECT ?1, ?2, ?3, ?4, ?5"
            " WHERE (SELECT count(*) FROM prompts WHERE guild_id = ?1) < ?6 RETURNING prompt_id",
            (guild_id, text, theme, author_id, at, MOST_PROMPTS),
        )
    return Prompt(row["prompt_id"], guild_id, text, theme, None) if row else None


async def pool(store: Store, guild_id: int) -> list[Prompt]:
    """All prompts in the order they will be used."""
    rows = await store.read(_PROMPT + _IN_ORDER, (guild_id,))
    return [Prompt(**dict(row)) for row in rows]


async def choose(store: Store, delivery: Delivery) -> Delivery | None:
    """Give a delivery the pool's next prompt for good, so that every retry posts the same text.

    None when the pool is empty.
    """
    if delivery.prompt_text:
        return delivery
    async with store.write() as tx:
        following = await tx.run_one(_PROMPT + _IN_ORDER + " LIMIT 1", (delivery.guild_id,))
        if following is None:
            return None
        row = await tx.run_one(
            "UPDATE deliveries SET prompt_id = ?, prompt_text = ?"
            " WHERE guild_id = ? AND delivery_id = ? RETURNING *",
            (
                following["prompt_id"],
                following["text"],
                delivery.guild_id,
                delivery.delivery_id,
            ),
        )
    return delivery_of(row) if row else None


async def remove(store: Store, guild_id: int, prompt_id: int) -> bool:
    """Take a prompt out of the pool; its earlier posts keep their text."""
    async with store.write() as tx:
        row = await tx.run_one(
            "DELETE FROM prompts WHERE guild_id = ? AND prompt_id = ? RETURNING 1",
            (guild_id, prompt_id),
        )
    return row is not None
