"""Two communities never see each other, whatever is asked of the store."""

import inspect
import sqlite3
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

import data
from data import (
    communities,
    deliveries,
    privacy,
    prompts,
    questions,
    reflections,
    schedules,
    search,
    tips,
)
from data.schedules import Run
from data.store import Store, Transaction
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    A,
    B,
    a_delivery,
    a_question,
    a_reflection,
    a_schedule,
    a_tip,
    everything,
    new_tip,
    sight,
)

WORD = "kvasaari"
LEFT = 7_000_000_000_000_004
"""A member whose data was erased."""
MODULES = [
    *(communities, deliveries, privacy, prompts, questions, reflections, schedules, search, tips)
]
# These look after every community, for the bot and not for a person: they take no id from anybody.
FOR_ALL = {
    *("schedules.due", "deliveries.to_do", "deliveries.next_moment", "deliveries.recover"),
    *("questions.unopened", "search.forget"),
}
# These take a record or a transaction that was got by an id before.
WITH_RECORD = {
    *("deliveries.claim", "deliveries.postpone", "deliveries.sending", "deliveries.finish"),
    "questions.drawn",
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


async def fill(store: Store, guild: int) -> dict[str, Any]:
    """Give a community one of everything; returns what its things can be asked for by."""
    tip = await a_tip(store, guild, "example.org/a", note=WORD, topics=("excel",))
    await tips.thank(store, guild, tip.tip_id, BEN, NOW)
    question = await a_question(
        store, guild, f"Where is {WORD}?", topics=("excel",), thread=41_000 + guild
    )
    await questions.accept(store, guild, question.question_id, 51_000 + guild, BEN, WORD, NOW)
    prompt = await prompts.add(store, guild, WORD, "theme", MO, NOW)
    assert prompt is not None
    schedule = await a_schedule(store, guild)
    await deliveries.claim(store, schedule, [GIVEN["first"]], GIVEN["following"], NOW, 3600)
    delivery = await a_delivery(store, guild, WORD)
    await deliveries.finish(store, delivery, "sent", message_id=61)
    await deliveries.set_thread(store, guild, delivery.delivery_id, 63)
    reflection = await a_reflection(store, delivery, AINO, WORD)
    await reflections.posted(store, guild, reflection.reflection_id, 63, 64)
    await a_tip(store, guild, "example.org/left", place=81, sharer_id=LEFT)
    await privacy.erase(store, guild, LEFT)
    (leftover,) = await privacy.leftovers(store, guild)
    await communities.choose(store, guild, "tips_channel_id", 71)
    await communities.choose_language(store, guild, AINO, "fi")
    return {
        "tip_id": tip.tip_id,
        "link_key": tip.link_key,
        "user_id": AINO,
        "asker_id": AINO,
        "author_id": AINO,
        "created_by": AINO,
        "question_id": question.question_id,
        "thread_id": question.thread_id,
        "message_id": 51_000 + guild,
        "message_ids": [tip.message_id, 51_000 + guild, 64],
        "place_id": HERE,
        "places": (HERE,),
        "sight": sight(guild, AINO, (HERE,)),
        "leftover": leftover,
        "prompt_id": prompt.prompt_id,
        "schedule_id": schedule.schedule_id,
        "delivery_id": delivery.delivery_id,
        "delivery": delivery,
        "schedule": schedule,
        "reflection_id": reflection.reflection_id,
        "channel_id": 81,
        "card_channel_id": 81,
        "card_message_id": 82,
        "words": WORD,
        "topic": "excel",
        "beginning": "",
        "item_id": tip.tip_id,
        "item_ids": [tip.tip_id],
        "question": question,
        "new": new_tip(guild, "example.org/a"),
    }


GIVEN: dict[str, Any] = {
    "kind": "prompt",
    "state": "solved",
    "visibility": "private",
    "every": "week",
    "weekday": 0,
    "minute": 0,
    "first": Run("2026-11-23", NOW),
    "run": Run("2030-01-01", NOW + 99),
    "runs": [Run("2026-11-23", NOW)],
    "following": Run("2026-11-30", NOW + 604_800),
    "text": "intruder",
    "title": "intruder",
    "body": "intruder",
    "details": "intruder",
    "theme": "intruder",
    "topics": ("intruder",),
    "prompt_text": "intruder",
    "local_date": "2026-11-23",
    "reason": "gone",
    "choice": "tips_channel_id",
    "value": 666,
    "language": "en",
    "by": 0,
    "to": 91,
    "offset": 0,
    "at": NOW,
    "now": NOW,
    "limit": 100,
    "grace": 3600,
    "try_at": NOW,
    "try_again_at": NOW,
}


def arguments(function: Callable[..., Any], full: dict[str, Any], guild: int) -> dict[str, Any]:
    """The other community's id, with the ids of things that are not its own."""
    chosen: dict[str, Any] = {}
    for name in inspect.signature(function).parameters:
        if name in ("store", "tx"):
            continue
        if name == "guild_id":
            chosen[name] = guild
        elif name in full:
            chosen[name] = full[name]
        else:
            chosen[name] = GIVEN[name]
        if is_dataclass(chosen[name]) and "guild_id" in {one.name for one in fields(chosen[name])}:
            chosen[name] = replace(chosen[name], guild_id=guild)  # type: ignore[type-var]
    if function is prompts.choose:
        chosen["delivery"] = replace(chosen["delivery"], prompt_text="")
    if function is deliveries.thread_deleted:
        chosen["thread_id"] = 63
    if function is search.find or "item_id" in chosen or "item_ids" in chosen:
        chosen["kind"] = "tip"
    return chosen


async def call(store: Store, function: Callable[..., Any], given: dict[str, Any]) -> Any:
    if "tx" not in inspect.signature(function).parameters:
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


@pytest.mark.parametrize("name", sorted(functions().keys() - FOR_ALL))
async def test_with_another_communitys_id_nothing_is_seen_or_changed(
    store: Store, name: str
) -> None:
    full = await fill(store, A)
    columns = await guild_columns(store)
    assert len(columns) > 8
    before = of_guild(await everything(store), columns, A)
    function = functions()[name]
    given = arguments(function, full, B)
    try:
        result = await call(store, function, given)
    except sqlite3.IntegrityError:
        result = None  # A row of one community cannot point into another.
    assert of_guild(await everything(store), columns, A) == before
    assert WORD not in repr(result)
    # What was not asked for with text of its own comes back empty.
    assert str(A) not in repr(result)


@pytest.mark.parametrize("name", sorted(functions().keys() - FOR_ALL - WITH_RECORD))
async def test_with_its_own_id_the_same_call_does_something(store: Store, name: str) -> None:
    """Else the test above would prove nothing."""
    full = await fill(store, A)
    before = await everything(store)
    given = arguments(functions()[name], full, A)
    result = await call(store, functions()[name], given)
    assert tells(result) or await everything(store) != before


def test_every_function_takes_a_community_or_is_known_not_to() -> None:
    records = {"delivery", "schedule", "question", "new", "sight", "leftover"}
    for name, function in functions().items():
        takes = inspect.signature(function).parameters.keys()
        assert name in FOR_ALL or {"guild_id", *records} & takes, name
    assert functions().keys() >= FOR_ALL | WITH_RECORD


def test_no_module_of_features_is_left_out() -> None:
    core = {"__init__", "bot_state", "lock", "migrate", "store"}
    there = {path.stem for path in Path(data.__path__[0]).glob("*.py")}
    assert {module.__name__.removeprefix("data.") for module in MODULES} == there - core


async def test_two_communities_may_hold_the_same_things(store: Store) -> None:
    await fill(store, A)
    await fill(store, B)
    for guild in (A, B):
        shown, total = await tips.find(store, sight(guild), words=WORD)
        assert ([tip.guild_id for tip in shown], total) == ([guild], 1)
        assert (await tips.find(store, sight(guild)))[1] == 1
        assert await tips.topics(store, sight(guild), "") == ["excel"]
        assert (await questions.listed(store, guild, [HERE]))[1] == 1
        assert len(await prompts.pool(store, guild)) == 1
        assert len(await schedules.of_guild(store, guild)) == 1
        assert len(await reflections.journal(store, guild, AINO)) == 1
    await privacy.erase(store, A, AINO)
    assert await tips.find(store, sight(A), words=WORD) == ([], 0)
    assert (await tips.find(store, sight(B), words=WORD))[1] == 1
    assert len(await reflections.journal(store, B, AINO)) == 1


async def test_a_row_cannot_point_into_another_community(store: Store) -> None:
    delivery = await a_delivery(store, A)
    with pytest.raises(sqlite3.IntegrityError):
        await reflections.write(store, B, delivery.delivery_id, AINO, "x", "open", NOW)
    tip = await a_tip(store, A)
    with pytest.raises(sqlite3.IntegrityError):
        async with store.write() as tx:
            await tx.run("INSERT INTO tip_topics VALUES (?, ?, 'x')", (B, tip.tip_id))
