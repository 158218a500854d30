"""Two communities never see each other, whatever is asked of the store."""

import asyncio
import inspect
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import data
from data import (
    anonymous,
    anonymous_blocks,
    claims,
    closing,
    communities,
    days_off,
    deliveries,
    departures,
    digest_material,
    digests,
    drafts,
    found,
    freshness,
    helpers,
    import_pieces,
    imports,
    indexing,
    journal,
    kept_answers,
    leftovers,
    link_channels,
    notices,
    pauses,
    privacy,
    prompts,
    question_blocks,
    question_drafts,
    question_people,
    question_posts,
    question_replies,
    question_rounds,
    question_states,
    questions,
    reflect_reminders,
    reflections,
    reindexing,
    reports,
    schedule_changes,
    schedules,
    search,
    search_narrowing,
    starters,
    suggestions,
    synonyms,
    tip_lists,
    tip_marks,
    tips,
    topic_changes,
    topics,
)
from data.store import Store, Transaction
from tests.data.filled import AIMED, GIVEN, WORD, fill
from tests.data.made import (
    AINO,
    HERE,
    NOW,
    A,
    B,
    a_delivery,
    a_tip,
    everything,
    sight,
)

MODULES = [
    *(anonymous, anonymous_blocks),
    claims,
    *(closing, journal, reflect_reminders),
    *(days_off, schedule_changes),
    *(communities, deliveries, digest_material, digests, drafts, freshness, import_pieces),
    *(imports, leftovers, link_channels, notices, pauses, privacy, prompts, questions, reflections),
    *(starters, suggestions, departures, question_blocks, question_people, question_states),
    *(found, reindexing, search_narrowing, synonyms),
    *(kept_answers, question_replies, question_drafts),
    *(helpers, question_posts, question_rounds),
    *(reports, schedules, indexing, search, tip_lists, tip_marks, tips, topic_changes, topics),
]
# These look after every community, for the bot and not for a person: they take no id from anybody.
FOR_ALL = {
    *("anonymous.waiting", "anonymous.sweep", "anonymous.next_moment"),
    *("closing.to_close", "reflect_reminders.to_put"),
    *("schedules.due", "deliveries.next_moment", "deliveries.recover"),
    *("deliveries.waiting", "deliveries.halves", "deliveries.untold", "deliveries.claim_all"),
    "schedule_changes.untold",
    *("departures.compare", "departures.due", "departures.next_left", "departures.tables"),
    *("claims.surroundings", "pauses.due", "pauses.next_due"),
    "question_replies.begun",
    *("questions.unopened", "questions.to_look_at", "indexing.forget", "tips.purge"),
    *("drafts.sweep", "drafts.next_sweep"),
    *("indexing.forgetting", "indexing.forget_all", "indexing.tidy"),
    *("notices.due", "notices.next_due", "imports.to_do", "imports.sweep"),
    *("freshness.to_look_at", "prompts.posting", "reflections.doubtful"),
    *("reindexing.needed", "reindexing.some"),
    *("question_drafts.sweep", "question_drafts.next_sweep", "questions.uncarded"),
    *("question_rounds.due", "question_rounds.next_call", "question_rounds.untold"),
}
# These take a record or a transaction that was got by an id before.
WITH_RECORD = {
    *("deliveries.claim", "deliveries.postpone", "deliveries.sending", "deliveries.finish"),
    "questions.drawn",
    *("question_posts.drawn", "question_posts.lost", "question_posts.drop"),
}


def functions() -> dict[str, Callable[..., Any]]:
    return {
        f"{module.__name__.removeprefix('data.')}.{name}": function
        for module in MODULES
        for name, function in vars(module).items()
        if inspect.iscoroutinefunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
    }


def arguments(name: str, full: dict[str, Any], guild: int) -> dict[str, Any]:
    """The other community's id, with the ids of things that are not its own."""
    module, function = name.partition(".")[0], functions()[name]
    known = {**GIVEN, **full, **AIMED.get(name, {}), **full["aimed"].get(name, {})}
    chosen: dict[str, Any] = {}
    for one, parameter in inspect.signature(function).parameters.items():
        if one in ("store", "tx") or parameter.kind is parameter.VAR_POSITIONAL:
            continue
        if one == "guild_id":
            chosen[one] = guild
            continue
        if one not in known and parameter.default is not parameter.empty:
            continue
        chosen[one] = known[one]
        if is_dataclass(chosen[one]) and "guild_id" in {each.name for each in fields(chosen[one])}:
            chosen[one] = replace(chosen[one], guild_id=guild)  # type: ignore[type-var]
    if function is prompts.choose:
        chosen["delivery"] = replace(chosen["delivery"], prompt_text="")
    if module == "notices":
        chosen = {**chosen, "kind": notices.REMINDER} if "kind" in chosen else chosen
    elif module in ("indexing", "search", "search_narrowing", "reports") and "kind" in chosen:
        chosen["kind"] = "tip"
    return chosen


async def call(store: Store, function: Callable[..., Any], given: dict[str, Any]) -> Any:
    # One that is a transaction of its own is called with the store.
    if "tx" not in inspect.signature(function, follow_wrapped=False).parameters:
        return await function(store, **given)
    async with store.write() as tx:
        assert isinstance(tx, Transaction)
        return await function(tx, **given)


def tells(result: Any) -> bool:
    """Whether there is anything in it: neither ([], 0) nor {"tips": []} is."""
    if isinstance(result, dict):
        return any(result.values())
    return any(result) if isinstance(result, tuple) else bool(result)


def of_guild(rows: dict[str, list[tuple[object, ...]]], columns: dict[str, int], guild: int) -> Any:
    return {
        name: [row for row in rows[name] if row[place] == guild] for name, place in columns.items()
    }


async def guild_columns(store: Store) -> dict[str, int]:
    found = {}
    for row in await store.read("SELECT name FROM sqlite_master WHERE type = 'table'"):
        names = [one["name"] for one in await store.read(f'PRAGMA table_info("{row["name"]}")')]
        if "guild_id" in names:
            found[row["name"]] = names.index("guild_id")
    return found


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A file with a community that has one of everything, and what its things can be asked by."""
    path = tmp_path_factory.mktemp("filled") / "vinkki.db"

    async def make() -> dict[str, Any]:
        store = await Store.open(path)
        full = await fill(store, A)
        await store.close()
        return full

    return path, asyncio.run(make())


@pytest.fixture
async def filled(once: tuple[Path, dict[str, Any]], database: Path) -> AsyncIterator[Store]:
    """A copy of it, to do with what one likes."""
    shutil.copy(once[0], database)
    store = await Store.open(database)
    yield store
    await store.close()


@pytest.mark.parametrize("name", sorted(functions().keys() - FOR_ALL))
async def test_with_another_communitys_id_nothing_is_seen_or_changed(
    filled: Store, once: tuple[Path, dict[str, Any]], name: str
) -> None:
    columns = await guild_columns(filled)
    assert len(columns) > 20
    before = of_guild(await everything(filled), columns, A)
    given = arguments(name, once[1], B)
    try:
        result = await call(filled, functions()[name], given)
    except sqlite3.IntegrityError:
        result = None  # A row of one community cannot point into another.
    assert of_guild(await everything(filled), columns, A) == before
    assert WORD not in repr(result)
    assert result is not True
    # What was not asked for with text of its own comes back empty.
    assert str(A) not in repr(result)


@pytest.mark.parametrize("name", sorted(functions().keys() - FOR_ALL - WITH_RECORD))
async def test_with_its_own_id_the_same_call_does_something(
    filled: Store, once: tuple[Path, dict[str, Any]], name: str
) -> None:
    """Else the test above would prove nothing."""
    before = await everything(filled)
    result = await call(filled, functions()[name], arguments(name, once[1], A))
    assert tells(result) or await everything(filled) != before


def test_every_function_takes_a_community_or_is_known_not_to() -> None:
    records = {"delivery", "schedule", "question", "new", "sight", "leftover", "tip"}
    records |= {"notice", "post"}
    for name, function in functions().items():
        takes = inspect.signature(function).parameters.keys()
        assert name in FOR_ALL or {"guild_id", *records} & takes, name
    assert functions().keys() >= FOR_ALL | WITH_RECORD


def test_no_module_of_features_is_left_out() -> None:
    core = {"__init__", "bot_state", "lock", "migrate", "store"}
    # What becomes of words, whoever wrote them.
    core |= {"dictionaries", "endings", "marks", "matching", "query", "ranking", "slips", "words"}
    there = {path.stem for path in Path(data.__path__[0]).glob("*.py")}
    assert {module.__name__.removeprefix("data.") for module in MODULES} == there - core


async def test_there_is_one_of_everything(filled: Store) -> None:
    """A table that is empty above would be one nobody looked into."""
    rows, columns = await everything(filled), await guild_columns(filled)
    assert [name for name in columns if not of_guild(rows, columns, A)[name]] == []


async def test_two_communities_may_hold_the_same_things(store: Store) -> None:
    await fill(store, A)
    await fill(store, B)
    for guild in (A, B):
        shown, total = await tip_lists.find(store, sight(guild), words=WORD)
        # One by a member, two that imports brought.
        assert ([tip.guild_id for tip in shown], total) == ([guild] * 3, 3)
        assert (await tip_lists.find(store, sight(guild)))[1] == 3
        assert await topics.known(store, guild, (HERE,)) == [WORD, "excel"]
        assert (await questions.listed(store, guild, [HERE]))[1] == 3
        assert len(await prompts.pool(store, guild)) == 4
        assert len(await schedules.of_guild(store, guild)) == 2
        assert len(await reflections.journal(store, guild, AINO)) == 1
    await privacy.erase(store, A, AINO)
    assert (await tip_lists.find(store, sight(A), words=WORD))[1] == 2
    assert (await tip_lists.find(store, sight(B), words=WORD))[1] == 3
    assert len(await reflections.journal(store, B, AINO)) == 1


async def test_a_row_cannot_point_into_another_community(store: Store) -> None:
    delivery = await a_delivery(store, A)
    with pytest.raises(sqlite3.IntegrityError):
        await reflections.write(store, B, delivery.delivery_id, AINO, "x", "open", NOW)
    tip = await a_tip(store, A)
    with pytest.raises(sqlite3.IntegrityError):
        async with store.write() as tx:
            await tx.run("INSERT INTO tip_topics VALUES (?, ?, 'x', 'x')", (B, tip.tip_id))
