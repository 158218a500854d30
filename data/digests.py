"""Digests: what was chosen for one, and whether its post shows that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data import digest_material, tip_lists, tip_marks
from data.digest_material import WEEK
from data.store import Store, Transaction, transaction
from data.tips import Sight, Tip

KIND = "digest"
"""What its schedule and its deliveries are called."""
LONGEST_AGO = 4 * WEEK
"""Seconds that a digest looks back at most, however long ago the last one was."""

Part = Literal["featured", "new", "helpful", "gem", "elsewhere"]
Pick = tuple[Part, str, int]
"""What stands in a digest: the part, the topic it stands under ("" for none), and the tip."""


@dataclass(frozen=True, slots=True)
class Item:
    """A tip where it stands in a digest; `outcome` is what came of it, for one whom it helped."""

    part: Part
    topic: str
    tip: Tip
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest in somebody's sight, about what was shared from `since` on."""

    since: int
    new_tips: int
    items: tuple[Item, ...]
    stale: int = 0


async def begins(store: Store, guild_id: int, until: int) -> int:
    """From when on a digest tells: since the last one that was posted.

    The first of all tells of a week, and what it would have told when it could not be posted.
    """
    row = await store.read_one(
        "SELECT coalesce(max(CASE state WHEN 'sent' THEN due_at END), min(due_at) - ?) AS since"
        " FROM deliveries WHERE guild_id = ? AND kind = ? AND due_at < ?",
        (WEEK, guild_id, KIND, until),
    )
    since = row["since"] if row else None
    return max(until - WEEK if since is None else since, until - LONGEST_AGO)


async def made(
    store: Store, sight: Sight, since: int, new_tips: int, picks: Sequence[Pick], stale: int = 0
) -> Digest:
    """The digest of what was picked, as far as it is in sight now."""
    found = await tip_lists.these(store, sight, [tip_id for _, _, tip_id in picks])
    there = {tip.tip_id: tip for tip in found}
    items = []
    for part, topic, tip_id in picks:
        if tip := there.get(tip_id):
            told = ""
            if part == "helpful":
                latest = await tip_marks.outcomes(store, sight.guild_id, tip_id, 1)
                told = latest[0].outcome if latest else ""
            items.append(Item(part, topic, tip, told))
    return Digest(since, new_tips, tuple(items), stale)


# What was posted


@transaction
async def keep(
    tx: Transaction, guild_id: int, delivery_id: int, since: int, picks: Sequence[Pick]
) -> None:
    """Remember what was picked for a delivery; what was picked for it before stays as it is."""
    row = await tx.run_one(
        "INSERT INTO digests (guild_id, delivery_id, since) VALUES (?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING 1",
        (guild_id, delivery_id, since),
    )
    if row is None:
        return
    # A tip may have gone for good since it was picked.
    await tx.run_many(
        "INSERT INTO digest_items (guild_id, delivery_id, position, part, topic, tip_id)"
        " SELECT guild_id, ?, ?, ?, ?, tip_id FROM tips WHERE guild_id = ? AND tip_id = ?",
        [
            (delivery_id, position, part, topic, guild_id, tip_id)
            for position, (part, topic, tip_id) in enumerate(picks)
        ],
    )


async def get(store: Store, sight: Sight, delivery_id: int) -> Digest | None:
    """What was picked for a delivery, as it is now; None when nothing was yet."""
    # Asked first: a change that comes while the rest is read stays one that was not drawn.
    row = await store.read_one(
        "SELECT g.since, g.stale, d.due_at FROM digests g"
        " JOIN deliveries d ON d.guild_id = g.guild_id AND d.delivery_id = g.delivery_id"
        " WHERE g.guild_id = ? AND g.delivery_id = ?",
        (sight.guild_id, delivery_id),
    )
    if row is None:
        return None
    items = await store.read(
        "SELECT part, topic, tip_id FROM digest_items WHERE guild_id = ? AND delivery_id = ?"
        " ORDER BY position",
        (sight.guild_id, delivery_id),
    )
    picks = [(item["part"], item["topic"], item["tip_id"]) for item in items]
    count = await digest_material.count(store, sight, row["since"], row["due_at"])
    return await made(store, sight, row["since"], count, picks, row["stale"])


async def stale(store: Store, guild_id: int | None = None) -> list[tuple[int, int]]:
    """(guild, delivery) of posts that do not show their digest as it is, of one guild or of all."""
    rows = await store.read(
        "SELECT g.guild_id, g.delivery_id FROM digests g"
        " JOIN deliveries d ON d.guild_id = g.guild_id AND d.delivery_id = g.delivery_id"
        " WHERE g.stale > 0 AND (?1 IS NULL OR g.guild_id = ?1) AND d.message_id IS NOT NULL",
        (guild_id,),
    )
    return [(row["guild_id"], row["delivery_id"]) for row in rows]


@transaction
async def drawn(tx: Transaction, guild_id: int, delivery_id: int, digest: Digest) -> None:
    """The post shows this digest; what changed since it was read keeps it stale."""
    await tx.run(
        "UPDATE digests SET stale = 0 WHERE guild_id = ? AND delivery_id = ? AND stale = ?",
        (guild_id, delivery_id, digest.stale),
    )
