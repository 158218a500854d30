"""Imports at work: rows become tips piece by piece, or what came of them is taken away again."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from data import imports, indexing, tips, topics
from data.imports import Import, import_of, within
from data.store import Row, Transaction, transaction
from data.topic_changes import TIPS_REDRAWN

PIECE = 200
"""Rows of one transaction: everybody else's writes get their turn after each."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How the readers of an import's place see the community, as of this piece.

    `places` are those in which a tip counts as here already. `open` says that what is said in the
    place may be told everywhere: else a note stays out of a tip that others see.
    """

    places: tuple[int, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """An undo after one step; `kept` is known at its end, when the import is gone."""

    now: Import
    kept: int | None


@transaction
async def put_piece(
    tx: Transaction, guild_id: int, import_id: int, sharing: Sharing, at: int
) -> Import | None:
    """Make tips of the next rows. None when the import does not run.

    A link that is here already stays as it is; the row's note is added to it where its sharer has
    none there. What moderators hid stays hidden. Its last piece makes the import 'done'.
    """
    before = await within(tx, guild_id, import_id, "running")
    if before is None:
        return None
    rows = await tx.run(
        "SELECT * FROM import_rows WHERE guild_id = ? AND import_id = ? ORDER BY line LIMIT ?",
        (guild_id, import_id, PIECE),
    )
    known = await _known(tx, before, rows, sharing)
    live = await tx.run_one(imports.LIVE, (guild_id,))
    assert live is not None
    fresh = [row for row in rows if row["line"] not in known]
    fitting = fresh[: max(0, imports.MOST_LIVE - live["live"])]
    await _add(tx, before, fitting)
    noted = [(row, known[row["line"]]) for row in rows if row["line"] in known and row["note"]]
    await _add_notes(tx, before, noted, sharing, at)
    await tx.run(
        "DELETE FROM import_rows WHERE guild_id = ? AND import_id = ? AND line <= ?",
        (guild_id, import_id, rows[-1]["line"] if rows else 0),
    )
    state = "running" if len(rows) == PIECE else "done"
    after = await tx.run_one(
        "UPDATE imports SET state = ?, added = added + ?, known = known + ?"
        " WHERE guild_id = ? AND import_id = ? RETURNING *",
        (state, len(fitting), len(known), guild_id, import_id),
    )
    assert after is not None
    return import_of(after)


async def _known(tx: Transaction, one: Import, rows: list[Row], sharing: Sharing) -> dict[int, Row]:
    """For each line whose link is here already, the tip that has it."""
    if not rows:
        return {}
    found = await tx.run(
        "SELECT r.line, t.tip_id, t.state, t.note, t.sharer_id, t.place_id,"
        " EXISTS (SELECT 1 FROM tip_notes n WHERE n.guild_id = t.guild_id"
        "  AND n.tip_id = t.tip_id AND n.user_id = r.sharer_id) AS noted,"
        " (SELECT count(*) FROM tip_notes n WHERE n.guild_id = t.guild_id"
        "  AND n.tip_id = t.tip_id) AS notes"
        " FROM import_rows r JOIN tips t ON t.guild_id = r.guild_id AND t.link_key = r.link_key"
        "  AND t.state <> 'removed' AND t.place_id IN (SELECT value FROM json_each(?))"
        " WHERE r.guild_id = ? AND r.import_id = ? AND r.line <= ?"
        # The last one counts: what was hidden, else what stands in the same place.
        " ORDER BY r.line, t.state DESC, t.place_id = ?, t.tip_id DESC",
        (
            json.dumps([one.place_id, *sharing.places]),
            one.guild_id,
            one.import_id,
            rows[-1]["line"],
            one.place_id,
        ),
    )
    return {row["line"]: row for row in found}


async def _add(tx: Transaction, one: Import, rows: list[Row]) -> None:
    added = await tx.run(
        "INSERT INTO tips (guild_id, link_key, url, host, title, note, sharer_id, shared_at,"
        "  place_id, import_id)"
        " SELECT guild_id, link_key, url, host, title, note, sharer_id, shared_at, ?, import_id"
        " FROM import_rows WHERE guild_id = ? AND import_id = ?"
        "  AND line IN (SELECT value FROM json_each(?)) ORDER BY line RETURNING tip_id, link_key",
        (one.place_id, one.guild_id, one.import_id, json.dumps([row["line"] for row in rows])),
    )
    tip_ids = {row["link_key"]: row["tip_id"] for row in added}
    written = {row["link_key"]: row["topics"].split("\n") for row in rows if row["topics"]}
    called = await tx.run(
        f"{topics.NOW_CALLED} SELECT written, topic FROM now",
        (json.dumps(sorted({topic for some in written.values() for topic in some})), one.guild_id),
    )
    names = {row["written"]: row["topic"] for row in called}
    await tx.run_many(
        "INSERT INTO tip_topics (guild_id, tip_id, written, topic) VALUES (?, ?, ?, ?)",
        [
            (one.guild_id, tip_ids[key], topic, names[topic])
            for key, some in written.items()
            for topic in dict.fromkeys(some)
        ],
    )
    await indexing.put_all(
        tx,
        one.guild_id,
        "tip",
        map(tips.document, await _these(tx, one.guild_id, tip_ids.values())),
    )


async def _add_notes(
    tx: Transaction, one: Import, noted: list[tuple[Row, Row]], sharing: Sharing, at: int
) -> None:
    """Add rows' notes to the tips there are, as data.tip_marks.add_note does, but replace none."""
    changed = set()
    for row, tip in noted:
        told_there = sharing.open or tip["place_id"] == one.place_id
        if tip["state"] != "live" or not told_there:
            continue
        if tip["sharer_id"] == row["sharer_id"]:
            if tip["note"]:
                continue
            await tx.run(
                "UPDATE tips SET note = ? WHERE guild_id = ? AND tip_id = ?",
                (row["note"], one.guild_id, tip["tip_id"]),
            )
        elif tip["noted"] or tip["notes"] >= tips.MOST_NOTES:
            continue
        else:
            await tx.run(
                "INSERT INTO tip_notes (guild_id, tip_id, user_id, note, written_at)"
                " VALUES (?, ?, ?, ?, ?)",
                (one.guild_id, tip["tip_id"], row["sharer_id"], row["note"], at),
            )
        changed.add(tip["tip_id"])
    if not changed:
        return
    found = await _these(tx, one.guild_id, changed)
    await indexing.rewrite(tx, one.guild_id, "tip", map(tips.document, found))
    # Thousands of cards would take Discord hours; the rest show the note when they are drawn next.
    await tx.run(
        "UPDATE tips SET card_stale = 1 WHERE guild_id = ?1 AND tip_id IN ("
        " SELECT value FROM json_each(?2) LIMIT max(0, ?3 -"
        "  (SELECT count(*) FROM tips WHERE guild_id = ?1 AND card_stale = 1)))",
        (
            one.guild_id,
            json.dumps([tip.tip_id for tip in found if tip.message_id]),
            TIPS_REDRAWN,
        ),
    )


@transaction
async def take_piece(tx: Transaction, guild_id: int, import_id: int) -> Taken | None:
    """Take away the next part of an import that is to go. None when there is none.

    A tip that somebody thanked for, saved or added a note to stays, and so does what moderators
    took out of sight.
    """
    before = await within(tx, guild_id, import_id, "undone")
    if before is None:
        return None
    rows = await tx.run(
        "DELETE FROM import_rows WHERE guild_id = ?1 AND import_id = ?2 AND line IN ("
        " SELECT line FROM import_rows WHERE guild_id = ?1 AND import_id = ?2 LIMIT ?3)"
        " RETURNING 1",
        (guild_id, import_id, imports.KEPT_AT_ONCE),
    )
    if len(rows) == imports.KEPT_AT_ONCE:
        return Taken(before, None)
    gone = await tx.run(
        "SELECT tip_id FROM tips t WHERE guild_id = ? AND import_id = ? AND state = 'live'"
        + "".join(
            f" AND NOT EXISTS (SELECT 1 FROM {table} o"
            " WHERE o.guild_id = t.guild_id AND o.tip_id = t.tip_id)"
            for table in ("tip_thanks", "tip_saves", "tip_notes")
        )
        + " LIMIT ?",
        (guild_id, import_id, PIECE),
    )
    tip_ids = [row["tip_id"] for row in gone]
    await indexing.remove(tx, guild_id, "tip", tip_ids)
    await tx.run(
        "DELETE FROM tips WHERE guild_id = ? AND tip_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps(tip_ids)),
    )
    after = await tx.run_one(
        "UPDATE imports SET known = known + ? WHERE guild_id = ? AND import_id = ? RETURNING *",
        (len(tip_ids), guild_id, import_id),
    )
    assert after is not None
    if len(tip_ids) == PIECE:
        return Taken(import_of(after), None)
    kept = await tx.run_one(
        "SELECT count(*) AS kept FROM tips WHERE guild_id = ? AND import_id = ? AND state = 'live'",
        (guild_id, import_id),
    )
    assert kept is not None
    await tx.run("DELETE FROM imports WHERE guild_id = ? AND import_id = ?", (guild_id, import_id))
    return Taken(import_of(after), kept["kept"])


async def _these(tx: Transaction, guild_id: int, tip_ids: Iterable[int]) -> list[tips.Tip]:
    rows = await tx.run(
        tips.SELECT + "WHERE t.guild_id = ? AND t.tip_id IN (SELECT value FROM json_each(?))"
        " ORDER BY t.tip_id",
        (guild_id, json.dumps([*tip_ids])),
    )
    return [tips.tip_of(row) for row in rows]
