"""What members do with a tip: "helped me" and what came of it, notes of their own, saves."""

from dataclasses import dataclass
from typing import Literal

from data import tips
from data.store import Store, Transaction, transaction
from data.tips import Tip

MOST_SAVED = 5_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a tip for one whom it helped."""

    user_id: int
    outcome: str
    thanked_at: int


@dataclass(frozen=True, slots=True)
class Own:
    """How one member stands to a tip."""

    thanked: bool
    outcome: str
    saved: bool
    remind_at: int | None


@transaction
async def thank(tx: Transaction, guild_id: int, tip_id: int, user_id: int, at: int) -> Tip | None:
    """Turn this member's "helped me" on, or off when it was on. None when the tip is gone."""
    removed = await tx.run_one(
        "DELETE FROM tip_thanks WHERE guild_id = ? AND tip_id = ? AND user_id = ? RETURNING 1",
        (guild_id, tip_id, user_id),
    )
    if removed is None:
        await tx.run(
            "INSERT INTO tip_thanks (guild_id, tip_id, user_id, thanked_at)"
            " SELECT guild_id, tip_id, ?, ? FROM tips"
            " WHERE guild_id = ? AND tip_id = ? AND state = 'live'",
            (user_id, at, guild_id, tip_id),
        )
    return await tips.get_within(tx, guild_id, tip_id)


@transaction
async def tell_outcome(
    tx: Transaction, guild_id: int, tip_id: int, user_id: int, outcome: str, at: int
) -> bool:
    """Keep what came of it, with a "helped me" if there was none. False when the tip is gone."""
    row = await tx.run_one(
        "INSERT INTO tip_thanks (guild_id, tip_id, user_id, thanked_at, outcome)"
        " SELECT guild_id, tip_id, ?, ?, ? FROM tips"
        " WHERE guild_id = ? AND tip_id = ? AND state = 'live'"
        " ON CONFLICT DO UPDATE SET outcome = excluded.outcome RETURNING 1",
        (user_id, at, outcome, guild_id, tip_id),
    )
    return row is not None


async def outcomes(store: Store, guild_id: int, tip_id: int, limit: int = 20) -> list[Outcome]:
    # The + keeps the sorting from choosing the index by time, which would read every thank.
    rows = await store.read(
        "SELECT user_id, outcome, thanked_at FROM tip_thanks"
        " WHERE guild_id = ? AND tip_id = ? AND outcome <> ''"
        " ORDER BY +thanked_at DESC, user_id LIMIT ?",
        (guild_id, tip_id, limit),
    )
    return [Outcome(**dict(row)) for row in rows]


@transaction
async def take_outcome(tx: Transaction, guild_id: int, tip_id: int, user_id: int) -> None:
    """Take one member's outcome note off; their "helped me" stays."""
    await tx.run(
        "UPDATE tip_thanks SET outcome = '' WHERE guild_id = ? AND tip_id = ? AND user_id = ?",
        (guild_id, tip_id, user_id),
    )


async def own(store: Store, guild_id: int, tip_id: int, user_id: int) -> Own:
    row = await store.read_one(
        "SELECT h.user_id IS NOT NULL AS thanked, coalesce(h.outcome, '') AS outcome,"
        " s.user_id IS NOT NULL AS saved, n.due_at AS remind_at"
        " FROM (SELECT ? AS guild, ? AS tip, ? AS user)"
        " LEFT JOIN tip_thanks h ON h.guild_id = guild AND h.tip_id = tip AND h.user_id = user"
        " LEFT JOIN tip_saves s ON s.guild_id = guild AND s.tip_id = tip AND s.user_id = user"
        " LEFT JOIN notices n ON n.guild_id = guild AND n.item_id = tip AND n.user_id = user"
        "  AND n.kind = 'reminder'",
        (guild_id, tip_id, user_id),
    )
    assert row is not None
    return Own(bool(row["thanked"]), row["outcome"], bool(row["saved"]), row["remind_at"])


@transaction
async def save(
    tx: Transaction, guild_id: int, tip_id: int, user_id: int, at: int
) -> Literal["saved", "already", "full", "gone"]:
    """Put a tip on this member's list."""
    there = await tx.run_one(
        "SELECT 1 FROM tip_saves WHERE guild_id = ? AND user_id = ? AND tip_id = ?",
        (guild_id, user_id, tip_id),
    )
    if there:
        return "already"
    count = await tx.run_one(
        "SELECT count(*) AS saved FROM tip_saves WHERE guild_id = ? AND user_id = ?",
        (guild_id, user_id),
    )
    assert count is not None
    if count["saved"] >= MOST_SAVED:
        return "full"
    row = await tx.run_one(
        "INSERT INTO tip_saves (guild_id, user_id, tip_id, saved_at)"
        " SELECT guild_id, ?, tip_id, ? FROM tips"
        " WHERE guild_id = ? AND tip_id = ? AND state = 'live' RETURNING 1",
        (user_id, at, guild_id, tip_id),
    )
    return "saved" if row else "gone"


@transaction
async def unsave(tx: Transaction, guild_id: int, tip_id: int, user_id: int) -> None:
    await tx.run(
        "DELETE FROM tip_saves WHERE guild_id = ? AND user_id = ? AND tip_id = ?",
        (guild_id, user_id, tip_id),
    )


@transaction
async def add_note(
    tx: Transaction, guild_id: int, tip_id: int, user_id: int, note: str, at: int
) -> Tip | Literal["full"] | None:
    """Keep what this member says about a tip, in place of what they said before.

    The sharer's own note is the tip's note. None when the tip is gone.
    """
    tip = await tips.get_within(tx, guild_id, tip_id)
    if tip is None or tip.state != "live":
        return None
    others = [one for one in tip.notes if one.user_id != user_id]
    if tip.sharer_id == user_id:
        await tx.run(
            "UPDATE tips SET note = ? WHERE guild_id = ? AND tip_id = ?",
            (note, guild_id, tip_id),
        )
    elif len(others) >= tips.MOST_NOTES:
        return "full"
    else:
        await tx.run(
            "INSERT INTO tip_notes (guild_id, tip_id, user_id, note, written_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET note = excluded.note, written_at = excluded.written_at",
            (guild_id, tip_id, user_id, note, at),
        )
    return await tips.changed(tx, guild_id, tip_id)


@transaction
async def take_note(tx: Transaction, guild_id: int, tip_id: int, user_id: int) -> Tip | None:
    """Take one member's note off a tip."""
    await tx.run(
        "DELETE FROM tip_notes WHERE guild_id = ? AND tip_id = ? AND user_id = ?",
        (guild_id, tip_id, user_id),
    )
    return await tips.changed(tx, guild_id, tip_id)
