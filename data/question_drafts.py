"""What somebody is about to ask, until they say whether an earlier question solved it."""

import secrets
from dataclasses import dataclass
from typing import Literal

from data import leftovers
from data.questions import Origin, Question, within
from data.store import Row, Store, Transaction, transaction

LASTS = 86_400
"""Seconds for which a draft is kept, and for which its card stands in a channel."""
WAITS = 3_600
"""Seconds for which the form brings it back by itself."""
MOST_PER_MEMBER = 20
MOST_UNNAMED = 200
"""In one community: whose they are is not known, so they are counted together."""

Outcome = Literal["shown", "solved", "asked"]
"""Earlier questions were shown; one of them solved it; it was asked all the same."""

_NOBODY = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """What is to be asked, and how."""

    title: str
    details: str = ""
    topics: tuple[str, ...] = ()
    unnamed: bool = False
    born_of: Origin = ""

    @property
    def typed(self) -> str:
        """All of it, to be given back."""
        return f"{self.title}\n\n{self.details}".strip()


@dataclass(frozen=True, slots=True)
class Draft:
    """Somebody's wording. `user_id` is None for one without a name: it belongs to whoever knows its
    number, which only its writer was ever shown.

    The message, if any, is our card in a channel, where all see it.
    """

    draft_id: int
    guild_id: int
    user_id: int | None
    wording: Wording
    place_id: int
    message_id: int | None
    made_at: int

    def belongs_to(self, user_id: int) -> bool:
        return self.user_id is None or self.user_id == user_id


def _draft(row: Row) -> Draft:
    topics = tuple(row["topics"].split("\n")) if row["topics"] else ()
    return Draft(
        row["draft_id"],
        row["guild_id"],
        None if row["user_id"] == _NOBODY else row["user_id"],
        Wording(row["title"], row["details"], topics, bool(row["unnamed"]), row["born_of"]),
        row["place_id"],
        row["message_id"],
        row["made_at"],
    )


@transaction
async def keep(
    tx: Transaction,
    guild_id: int,
    user_id: int,
    wording: Wording,
    place_id: int,
    at: int,
    instead_of: int = 0,
) -> Draft:
    """Keep a draft, in place of the one it was made from; a member's oldest ones give way.

    Who writes one without a name is not kept.
    """
    owner = _NOBODY if wording.unnamed else user_id
    most = MOST_UNNAMED if wording.unnamed else MOST_PER_MEMBER
    await _drop(tx, guild_id, user_id, instead_of)
    oldest = await tx.run(
        "DELETE FROM question_drafts WHERE guild_id = ?1 AND user_id = ?2"
        " AND draft_id NOT IN (SELECT draft_id FROM question_drafts WHERE guild_id = ?1"
        "  AND user_id = ?2 ORDER BY made_at DESC, draft_id LIMIT ?3) RETURNING *",
        (guild_id, owner, most - 1),
    )
    await _take_out(tx, oldest)
    row = await tx.run_one(
        "INSERT INTO question_drafts (draft_id, guild_id, user_id, title, details, topics,"
        " unnamed, born_of, place_id, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        (
            # Nobody guesses it, and it tells nothing of another's.
            *(secrets.randbits(62) + 1, guild_id, owner, wording.title, wording.details),
            *("\n".join(wording.topics), wording.unnamed, wording.born_of, place_id, at),
        ),
    )
    assert row is not None
    return _draft(row)


async def get(store: Store, guild_id: int, draft_id: int) -> Draft | None:
    """A draft by its number; whose it is, `belongs_to` tells."""
    row = await store.read_one(
        "SELECT * FROM question_drafts WHERE guild_id = ? AND draft_id = ?", (guild_id, draft_id)
    )
    return _draft(row) if row else None


async def waiting(store: Store, guild_id: int, user_id: int, since: int) -> Draft | None:
    """The newest draft of a member, under their name, made after a moment."""
    row = store.look_up(
        "SELECT * FROM question_drafts WHERE guild_id = ? AND user_id = ? AND made_at > ?"
        " ORDER BY made_at DESC LIMIT 1",
        (guild_id, user_id, since),
    )
    return _draft(row) if row else None


@transaction
async def offered(
    tx: Transaction, guild_id: int, draft_id: int, channel_id: int, message_id: int
) -> None:
    """Remember our card in the draft's place, so that it can be taken away again.

    When the draft is gone already the card is a leftover at once.
    """
    row = await tx.run_one(
        "UPDATE question_drafts SET message_id = ? WHERE guild_id = ? AND draft_id = ? RETURNING 1",
        (message_id, guild_id, draft_id),
    )
    if row is None:
        await leftovers.note(tx, guild_id, channel_id, message_id)


@transaction
async def drop(tx: Transaction, guild_id: int, user_id: int, draft_id: int) -> None:
    """A draft was used elsewhere: it goes, and its card is noted as a leftover."""
    await _drop(tx, guild_id, user_id, draft_id)


@transaction
async def solved(
    tx: Transaction, draft: Draft, question: Question, at: int
) -> Literal["done", "gone", "changed"]:
    """An earlier question solved it: nothing is asked, its helper is thanked, and it is counted.

    Of one that is still open the writer follows the end. "gone" when the draft was used meanwhile,
    "changed" when the question stands otherwise by now.
    """
    which = (draft.guild_id, draft.draft_id)
    if not await tx.run("SELECT 1 FROM question_drafts WHERE guild_id = ? AND draft_id = ?", which):
        return "gone"
    now = await within(tx, draft.guild_id, question.question_id)
    if now is None or (now.state, now.answer_message_id) != (
        question.state,
        question.answer_message_id,
    ):
        return "changed"
    await tx.run("DELETE FROM question_drafts WHERE guild_id = ? AND draft_id = ?", which)
    # What was to be asked without a name leaves no row with one.
    if draft.user_id is not None:
        await _grateful(tx, now, draft.user_id, at)
    await _count(tx, draft.guild_id, "solved")
    return "done"


@transaction
async def same(tx: Transaction, question: Question, original: Question, at: int) -> None:
    """The asker of a post says that an earlier question solved it: as `solved`, without a draft."""
    now = await within(tx, question.guild_id, original.question_id)
    if now and question.asker_id is not None:
        await _grateful(tx, now, question.asker_id, at)
    await _count(tx, question.guild_id, "solved")


@transaction
async def count(tx: Transaction, guild_id: int, outcome: Outcome) -> None:
    """Once more earlier questions were shown, or it was asked all the same."""
    await _count(tx, guild_id, outcome)


async def counts(store: Store, guild_id: int) -> dict[Outcome, int]:
    rows = await store.read(
        "SELECT outcome, count FROM similar_counts WHERE guild_id = ?", (guild_id,)
    )
    return {row["outcome"]: row["count"] for row in rows}


@transaction
async def sweep(tx: Transaction, now: int) -> None:
    """Drop old drafts of every community; cards nobody answered are noted as leftovers."""
    old = await tx.run("DELETE FROM question_drafts WHERE made_at <= ? RETURNING *", (now - LASTS,))
    await _take_out(tx, old)


async def next_sweep(store: Store) -> int | None:
    """UTC seconds at which the oldest draft goes; None without one."""
    row = await store.read_one("SELECT min(made_at) AS oldest FROM question_drafts")
    return row["oldest"] + LASTS if row and row["oldest"] is not None else None


async def _drop(tx: Transaction, guild_id: int, user_id: int, draft_id: int) -> None:
    gone = await tx.run(
        "DELETE FROM question_drafts"
        " WHERE guild_id = ? AND draft_id = ? AND user_id IN (?, ?) RETURNING *",
        (guild_id, draft_id, user_id, _NOBODY),
    )
    await _take_out(tx, gone)


async def _take_out(tx: Transaction, gone: list[Row]) -> None:
    for one in gone:
        if one["message_id"]:
            await leftovers.note(tx, one["guild_id"], one["place_id"], one["message_id"])


async def _grateful(tx: Transaction, question: Question, user_id: int, at: int) -> None:
    which = (question.guild_id, question.question_id, user_id)
    if question.state == "open" and user_id != question.asker_id:
        await tx.run(
            "INSERT INTO question_people (guild_id, question_id, user_id, follows)"
            " VALUES (?, ?, ?, 1)"
            " ON CONFLICT (guild_id, question_id, user_id) DO UPDATE SET follows = 1",
            which,
        )
        await tx.run(
            "UPDATE questions SET card_stale = 1 WHERE guild_id = ? AND question_id = ?",
            which[:2],
        )
    # Nobody thanks themselves, and who asked it has thanked by accepting.
    elif question.state == "solved" and user_id not in (
        question.asker_id,
        question.answer_author_id,
    ):
        await tx.run(
            "INSERT INTO question_thanks (guild_id, question_id, user_id, thanked_at)"
            " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            (*which, at),
        )


async def _count(tx: Transaction, guild_id: int, outcome: Outcome) -> None:
    await tx.run(
        "INSERT INTO similar_counts (guild_id, outcome, count) VALUES (?, ?, 1)"
        " ON CONFLICT (guild_id, outcome) DO UPDATE SET count = count + 1",
        (guild_id, outcome),
    )
