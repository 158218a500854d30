"""What is asked often is looked up: SQLite reads no table from end to end for it."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from data import (
    communities,
    drafts,
    link_channels,
    notices,
    question_blocks,
    question_drafts,
    reports,
    tip_lists,
    tip_marks,
    tips,
    topics,
)
from data.store import Parameters, Row, Store, Transaction
from tests.data.made import AINO, BEN, HERE, NOW, A, a_tip, edit, new_tip, now_is, share, sight

Asked = list[tuple[str, tuple[Any, ...]]]

# Indexes of a few: what is not as its card shows it, and what was taken away.
SMALL = {"tips_stale", "tips_out_of_sight"}

_NAMED = re.compile(
    r"\b(?:FROM|JOIN|INTO|UPDATE(?: OR \w+)?) (\w+)"
    r"(?: (?:AS )?(?!WHERE|SET|ON|JOIN|LEFT|GROUP|ORDER|VALUES|SELECT|UNION|LIMIT)(\w+))?"
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Every statement that is run from here on, in a transaction or beside one."""
    seen: Asked = []

    def watched(run: Callable[..., Awaitable[list[Row]]]) -> Callable[..., Awaitable[list[Row]]]:
        async def watch(self: object, sql: str, parameters: Parameters = ()) -> list[Row]:
            values = tuple(parameters)
            seen.append((sql, values))
            return await run(self, sql, values)

        return watch

    look_up = Store.look_up

    def watch_look_up(self: Store, sql: str, parameters: Parameters = ()) -> Row | None:
        seen.append((sql, tuple(parameters)))
        return look_up(self, sql, parameters)

    monkeypatch.setattr(Store, "look_up", watch_look_up)
    monkeypatch.setattr(Store, "read", watched(Store.read))
    monkeypatch.setattr(Transaction, "run", watched(Transaction.run))
    return seen


async def steps(store: Store, asked: Asked) -> list[tuple[str, str]]:
    """How SQLite would go about each statement: (table, step), for tables of ours."""
    ours = {row["name"] for row in await store.read("SELECT name FROM sqlite_master")}
    found = []
    for sql, values in [*asked]:
        tables = {alias or table: table for table, alias in _NAMED.findall(sql)}
        for row in await store.read("EXPLAIN QUERY PLAN " + sql, values):
            how = re.match(r"(SCAN|SEARCH) (\w+)", row["detail"])
            # An index of words is asked by words.
            if how and tables.get(how[2], how[2]) in ours and "VIRTUAL TABLE" not in row["detail"]:
                found.append((tables.get(how[2], how[2]), row["detail"]))
    return found


def whole(found: list[tuple[str, str]]) -> list[str]:
    """The steps that read a table, or a large index, from end to end."""
    return [
        step
        for _, step in found
        if step.startswith("SCAN") and not any(step.endswith(f" {name}") for name in SMALL)
    ]


CALLS: dict[str, Callable[[Store], Awaitable[object]]] = {
    "share": lambda store: share(store, new_tip(link="new.org", topics=("excel",))),
    "share again": lambda store: share(store, new_tip()),
    "by key": lambda store: tips.by_key(store, sight(), "example.org/a"),
    "by card": lambda store: tips.by_card(store, A, 101),
    "get": lambda store: tips.get(store, A, 1),
    "card deleted": lambda store: tips.card_deleted(store, A, [101], NOW),
    "places": lambda store: tips.places(store, A),
    "stale": lambda store: tips.stale(store, A),
    "stale anywhere": tips.stale,
    "purge": lambda store: tips.purge(store, NOW),
    "out of sight": lambda store: tips.out_of_sight(store, A, 25),
    "suggest": lambda store: tip_lists.suggest(store, sight(), ""),
    "suggest words": lambda store: tip_lists.suggest(store, sight(), "help"),
    "find": lambda store: tip_lists.find(store, sight()),
    "find words": lambda store: tip_lists.find(store, sight(), words="help", topic="excel"),
    "saved": lambda store: tip_lists.find(store, sight(), of="saved"),
    "mine": lambda store: tip_lists.find(store, sight(), of="mine"),
    "by chance": lambda store: tip_lists.by_chance(store, sight(), "excel", NOW, 3),
    "beginning": lambda store: topics.beginning(store, A, (HERE,), "ex"),
    "known": lambda store: topics.known(store, A, (HERE,)),
    "known before": lambda store: topics.known_before(store, A, (HERE,), ("excel",)),
    "reader": lambda store: communities.with_member(store, A, BEN),
    "own": lambda store: tip_marks.own(store, A, 1, BEN),
    "thank": lambda store: tip_marks.thank(store, A, 1, BEN, NOW),
    "outcomes": lambda store: tip_marks.outcomes(store, A, 1),
    "save": lambda store: tip_marks.save(store, A, 1, BEN, NOW),
    "add note": lambda store: tip_marks.add_note(store, A, 1, BEN, "Mine.", NOW),
    "reminders of a member": lambda store: notices.of_member(store, A, BEN, notices.REMINDER),
    "due to a member": lambda store: notices.waiting(store, A, BEN, NOW, 3),
    "due": lambda store: notices.due(store, NOW),
    "next due": lambda store: notices.next_due(store, NOW),
    "remind": lambda store: notices.put(store, A, BEN, notices.REMINDER, 1, NOW),
    "keep a draft": lambda store: drafts.keep(store, A, BEN, ("x",), "", "", NOW),
    "offered already": lambda store: drafts.standing(store, A, BEN, ("x",)),
    "sweep": lambda store: drafts.sweep(store, NOW),
    "next sweep": drafts.next_sweep,
    "report": lambda store: reports.add(store, A, "tip", 1, BEN, "spam", "", NOW),
    "reports": lambda store: reports.waiting(store, A),
    "close": lambda store: reports.close(store, A, "tip", 1, BEN, NOW),
    "anybody blocked": lambda store: question_blocks.there_are(store, A),
    "draft of a member": lambda store: question_drafts.waiting(store, A, BEN, NOW),
    "offered here": lambda store: link_channels.has(store, A, HERE),
}
# Where one thing is meant, not even its community's own tips are gone through.
ONE_THING = {
    *("share", "share again", "by key", "by card", "get", "card deleted", "own", "thank"),
    *("reader", "outcomes", "save", "add note", "report", "stale", "purge"),
}


@pytest.mark.parametrize("name", CALLS)
async def test_no_table_is_read_from_end_to_end(store: Store, asked: Asked, name: str) -> None:
    await a_tip(store, topics=("excel",))
    asked.clear()
    await CALLS[name](store)
    assert asked
    found = await steps(store, asked)
    assert found
    assert whole(found) == []
    if name in ONE_THING:
        assert [step for _, step in found if "(guild_id=?)" in step] == []


async def test_nor_for_a_change(store: Store, asked: Asked) -> None:
    tip = await a_tip(store, topics=("excel",), sharer_id=AINO)
    asked.clear()
    await edit(store, tip, "new.org", topics_written=("data",))
    await tips.retag(store, A, tip.tip_id, ("teams",))
    await tips.mark(store, A, tip.tip_id, "featured_at", NOW)
    await tips.drawn(store, await now_is(store, tip))
    await tips.take_away(store, A, tip.tip_id, "hidden", BEN, NOW)
    await tips.bring_back(store, A, tip.tip_id, NOW)
    assert whole(await steps(store, asked)) == []


async def test_nor_by_a_trigger(store: Store, asked: Asked) -> None:
    """They are run with each change, and the plan of a statement does not tell theirs."""
    rows = await store.read("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    assert len(rows) > 6
    asked.clear()
    for row in rows:
        body = re.sub(r"--.*", "", row["sql"]).partition("BEGIN")[2].rpartition("END")[0]
        plain = re.sub(r"\b(?:NEW|OLD)\.\w+", "1", body)
        asked += [(" ".join(one.split()), ()) for one in plain.split(";") if one.strip()]
    number = len(asked)
    found = await steps(store, asked)
    assert len(found) >= number >= len(rows)
    assert whole(found) == []
    assert [step for table, step in found if table == "tips" and "(guild_id=?)" in step] == []


async def test_a_reading_from_end_to_end_would_be_seen(store: Store, asked: Asked) -> None:
    """Else the tests above would prove nothing."""
    for sql in (
        "SELECT * FROM tips",
        "SELECT count(*) FROM tips t WHERE t.url = ''",
        "SELECT 1 FROM members m JOIN tips t ON t.url = '' WHERE m.guild_id = 1 AND m.user_id = 1",
        "UPDATE tips SET note = '' WHERE state = 'removed'",
        "DELETE FROM tip_notes WHERE user_id = 1",
        "SELECT * FROM tips t WHERE t.card_stale = 1 AND t.state = 'live'",
    ):
        asked[:] = [(sql, ())]
        assert whole(await steps(store, asked)), sql
