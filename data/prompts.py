"""The pool of reflection prompts: their order, and which one comes next."""

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from data.closing import COUNTS, answers_of
from data.communities import Community
from data.deliveries import Delivery, delivery_of
from data.schedules import RUNNING, Pick
from data.store import Row, Store, Transaction

MOST_PROMPTS = 500
"""Suggestions that wait have a limit of their own, in data.suggestions."""
DAY, WEEK = 86_400, 7 * 86_400

State = Literal["suggested", "ready", "retired"]
Place = Literal["first", "earlier", "later"]


@dataclass(frozen=True, slots=True)
class Prompt:
    """`position` is its place among those that are ready, the smallest first.

    `last_used` is UTC seconds of its latest post, None while it waits for its first.
    """

    prompt_id: int
    guild_id: int
    text: str
    theme: str
    state: State
    position: int
    author_id: int | None
    added_at: int
    last_used: int | None

    def rested(self, weeks: int, at: int) -> bool:
        """Whether a post at this moment may use it, where a used prompt rests for these weeks."""
        # A day early: clocks change, and a post may have been a little late.
        return not weeks or self.last_used is None or self.rests_until(weeks) - DAY <= at

    def rests_until(self, weeks: int) -> int:
        return (self.last_used or 0) + weeks * WEEK


@dataclass(frozen=True, slots=True)
class Use:
    """How often a prompt was posted, and how many answers that got in all, as far as it is told."""

    posts: int = 0
    answers: int = 0


# What did not come about is no use; what is on its way is one.
_USED = "d.kind = 'prompt' AND d.state NOT IN ('failed', 'skipped')"
_PROMPT = (
    "SELECT p.prompt_id, p.guild_id, p.text, p.theme, p.state, p.position, p.author_id, p.added_at,"
    " (SELECT max(d.due_at) FROM deliveries d WHERE d.guild_id = p.guild_id"
    f"   AND d.prompt_id = p.prompt_id AND {_USED}) AS last_used"
    " FROM prompts p "
)
_IN_ORDER = " ORDER BY p.state = 'retired', p.position, p.prompt_id"
LAST = "(SELECT coalesce(max(position), 0) + 1 FROM prompts WHERE guild_id = ?1)"
"""The place behind all others in the community ?1."""
COUNT = "(SELECT count(*) FROM prompts WHERE guild_id = ?1 AND state <> 'suggested')"
"""How many prompts the pool of the community ?1 has."""


async def add(
    store: Store, guild_id: int, text: str, theme: str, author_id: int, at: int
) -> Prompt | None:
    """Put a prompt at the pool's end. None when the pool is full."""
    async with store.write() as tx:
        row = await tx.run_one(
            "INSERT INTO prompts (guild_id, text, theme, author_id, added_at, position)"
            f" SELECT ?1, ?2, ?3, ?4, ?5, {LAST} WHERE {COUNT} < ?6 RETURNING prompt_id",
            (guild_id, text, await spelled(tx, guild_id, theme), author_id, at, MOST_PROMPTS),
        )
        return await within(tx, guild_id, row["prompt_id"]) if row else None


async def pool(store: Store, guild_id: int) -> list[Prompt]:
    """All prompts in the order they will be used, then those that are retired."""
    rows = await store.read(
        _PROMPT + "WHERE p.guild_id = ? AND p.state <> 'suggested'" + _IN_ORDER, (guild_id,)
    )
    return [_prompt(row) for row in rows]


async def get(store: Store, guild_id: int, prompt_id: int) -> Prompt | None:
    """A prompt of the pool."""
    row = await store.read_one(
        _PROMPT + "WHERE p.guild_id = ? AND p.prompt_id = ? AND p.state <> 'suggested'",
        (guild_id, prompt_id),
    )
    return _prompt(row) if row else None


async def uses(
    store: Store, guild_id: int, prompt_ids: Iterable[int], least: int
) -> Mapping[int, Use]:
    """What became of these prompts so far; those never posted are left out.

    Of a post that is still open only the answers in its thread count: a number that grows as
    somebody writes unseen would tell when. Of a closed one as many as may be told by `least`.
    """
    rows = await store.read(
        f"SELECT d.prompt_id, d.closed_at, {COUNTS} FROM deliveries d"
        " WHERE d.guild_id = ? AND d.kind = 'prompt' AND d.state = 'sent'"
        " AND d.prompt_id IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps([*prompt_ids])),
    )
    found: dict[int, Use] = {}
    for row in rows:
        answers = answers_of(row)
        told = answers.seen if row["closed_at"] is None else answers.told(least)
        before = found.get(row["prompt_id"], Use())
        found[row["prompt_id"]] = Use(before.posts + 1, before.answers + told)
    return found


async def themes(store: Store, guild_id: int) -> list[str]:
    """The themes of the pool, by name."""
    rows = await store.read(
        "SELECT DISTINCT theme FROM prompts"
        " WHERE guild_id = ? AND theme <> '' AND state <> 'suggested'",
        (guild_id,),
    )
    return sorted((row["theme"] for row in rows), key=str.casefold)


async def posting(store: Store) -> list[int]:
    """The communities in which prompts are posted by a schedule, and one was posted already."""
    rows = await store.read(
        "SELECT DISTINCT s.guild_id FROM schedules s WHERE s.kind = 'prompt'"
        f" AND {RUNNING} AND EXISTS (SELECT 1 FROM deliveries d"
        "  WHERE d.guild_id = s.guild_id AND d.kind = 'prompt' AND d.state = 'sent')"
    )
    return [row["guild_id"] for row in rows]


async def choose(store: Store, delivery: Delivery) -> Delivery | None:
    """Give a delivery the pool's next prompt for good, so that every retry posts the same text.

    The next one is what its schedule's theme and way of picking say. None when nothing is ready.
    """
    if delivery.prompt_text:
        return delivery
    which = (delivery.guild_id, delivery.delivery_id)
    async with store.write() as tx:
        stored = await tx.run_one(
            "SELECT * FROM deliveries WHERE guild_id = ? AND delivery_id = ?", which
        )
        if stored is None or stored["prompt_text"]:
            # Whoever sent it at the same time chose already.
            return delivery_of(stored) if stored else None
        how = await tx.run_one(
            "SELECT pick, theme FROM schedules WHERE guild_id = ? AND schedule_id = ?",
            (delivery.guild_id, delivery.schedule_id),
        )
        pick: Pick = how["pick"] if how else "order"
        theme = how["theme"] if how else ""
        chosen = await _next(tx, delivery.guild_id, delivery.due_at, pick, theme, str(which))
        if chosen is None:
            return None
        await _to_the_end(tx, chosen)
        row = await tx.run_one(
            "UPDATE deliveries SET prompt_id = ?, prompt_text = ?"
            " WHERE guild_id = ? AND delivery_id = ? RETURNING *",
            (chosen.prompt_id, chosen.text, *which),
        )
    assert row is not None
    return delivery_of(row)


async def take(store: Store, guild_id: int, prompt_id: int | None, at: int) -> Prompt | None:
    """The prompt that is asked for or, without an id, the next one, for a post beside schedules.

    It goes to the end. One that is asked for is taken even when it rests or is retired.
    """
    async with store.write() as tx:
        if prompt_id is None:
            chosen = await _next(tx, guild_id, at, "order", "", "")
        else:
            chosen = await within(tx, guild_id, prompt_id)
        if chosen is None or chosen.state == "suggested":
            return None
        await _to_the_end(tx, chosen)
    return chosen


async def _next(
    tx: Transaction, guild_id: int, at: int, pick: Pick, theme: str, seed: str
) -> Prompt | None:
    own = await tx.run_one("SELECT rest_weeks FROM communities WHERE guild_id = ?", (guild_id,))
    weeks = own["rest_weeks"] if own else Community(guild_id).rest_weeks
    rows = await tx.run(
        _PROMPT + "WHERE p.guild_id = ? AND p.state = 'ready'" + _IN_ORDER, (guild_id,)
    )
    ready = [
        one for one in map(_prompt, rows) if not theme or one.theme.casefold() == theme.casefold()
    ]
    usable = [one for one in ready if one.rested(weeks, at)]
    if not usable or pick == "order":
        return usable[0] if usable else None
    used = await tx.run(
        "SELECT d.prompt_id FROM deliveries d WHERE d.guild_id = ? AND d.prompt_id IS NOT NULL"
        f" AND {_USED} ORDER BY d.due_at, d.delivery_id",
        (guild_id,),
    )
    fresh = _not_yet({one.prompt_id for one in ready}, (row["prompt_id"] for row in used))
    usable = [one for one in usable if one.prompt_id in fresh] or usable
    # The seed makes the choice the same however often it is made.
    return random.Random(seed).choice(usable)  # noqa: S311 - no secret


def _not_yet(among: set[int], used: Iterable[int]) -> set[int]:
    """Those that were not used since all the others were, given what was used one after another."""
    round_: set[int] = set()
    for one in used:
        if one in among:
            round_.add(one)
            if round_ == among:
                # The last of a round is not the first of the next.
                round_ = {one}
    return among - round_


async def _to_the_end(tx: Transaction, prompt: Prompt) -> None:
    await tx.run(
        f"UPDATE prompts SET position = {LAST} WHERE guild_id = ?1 AND prompt_id = ?2",
        (prompt.guild_id, prompt.prompt_id),
    )


async def edit(store: Store, guild_id: int, prompt_id: int, text: str, theme: str) -> Prompt | None:
    """Change a prompt of the pool; its earlier posts keep their text."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE prompts SET text = ?, theme = ?"
            " WHERE guild_id = ? AND prompt_id = ? AND state <> 'suggested' RETURNING 1",
            (text, await spelled(tx, guild_id, theme), guild_id, prompt_id),
        )
        return await within(tx, guild_id, prompt_id) if row else None


async def move(store: Store, guild_id: int, prompt_id: int, place: Place) -> bool:
    """Change a prompt's place among those that are ready. False when it is not one of them."""
    async with store.write() as tx:
        rows = await tx.run(
            "SELECT prompt_id, position FROM prompts p WHERE guild_id = ? AND state = 'ready'"
            + _IN_ORDER,
            (guild_id,),
        )
        order = [row["prompt_id"] for row in rows]
        if prompt_id not in order:
            return False
        here = order.index(prompt_id)
        to = {"first": 0, "earlier": max(here - 1, 0), "later": here + 1}[place]
        order.insert(to, order.pop(here))
        # The places there are, dealt out anew: the retired ones keep theirs.
        await tx.run_many(
            "UPDATE prompts SET position = ? WHERE guild_id = ? AND prompt_id = ?",
            [
                (row["position"], guild_id, one)
                for row, one in zip(rows, order, strict=True)
                if row["prompt_id"] != one
            ],
        )
    return True


async def retire(store: Store, guild_id: int, prompt_id: int) -> bool:
    """Keep a prompt without using it. False when it was not ready."""
    async with store.write() as tx:
        row = await tx.run_one(
            "UPDATE prompts SET state = 'retired'"
            " WHERE guild_id = ? AND prompt_id = ? AND state = 'ready' RETURNING 1",
            (guild_id, prompt_id),
        )
    return row is not None


async def reuse(store: Store, guild_id: int, prompt_id: int) -> bool:
    """Put a retired prompt at the end of those that are ready. False when it was not retired."""
    async with store.write() as tx:
        row = await tx.run_one(
            f"UPDATE prompts SET state = 'ready', position = {LAST}"
            " WHERE guild_id = ?1 AND prompt_id = ?2 AND state = 'retired' RETURNING 1",
            (guild_id, prompt_id),
        )
    return row is not None


async def remove(store: Store, guild_id: int, prompt_id: int) -> bool:
    """Take a prompt out of the pool; its earlier posts keep their text."""
    async with store.write() as tx:
        row = await tx.run_one(
            "DELETE FROM prompts"
            " WHERE guild_id = ? AND prompt_id = ? AND state <> 'suggested' RETURNING 1",
            (guild_id, prompt_id),
        )
    return row is not None


async def within(tx: Transaction, guild_id: int, prompt_id: int) -> Prompt | None:
    """A prompt in any state, as a transaction sees it."""
    row = await tx.run_one(
        _PROMPT + "WHERE p.guild_id = ? AND p.prompt_id = ?", (guild_id, prompt_id)
    )
    return _prompt(row) if row else None


async def spelled(tx: Transaction, guild_id: int, theme: str) -> str:
    """A theme as the pool writes it already, so that "Habits" and "habits" are one."""
    rows = await tx.run(
        "SELECT DISTINCT theme FROM prompts WHERE guild_id = ? AND state <> 'suggested'",
        (guild_id,),
    )
    alike = (row["theme"] for row in rows if row["theme"].casefold() == theme.casefold())
    return next(alike, theme)


def _prompt(row: Row) -> Prompt:
    return Prompt(**dict(row))
