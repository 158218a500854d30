"""Things to put into a store, with only what a test cares about named."""

from typing import Any

from data import (
    deliveries,
    question_states,
    questions,
    reflections,
    reindexing,
    schedules,
    tips,
)
from data.deliveries import Delivery
from data.question_states import Answer
from data.questions import New, Question
from data.reflections import Reflection
from data.schedules import Audience, Run, Schedule
from data.store import Store
from data.tips import NewTip, Sight, Tip

A, B = 1001, 2002
"""Two communities."""
AINO, BEN, MO = 7_000_000_000_000_001, 7_000_000_000_000_002, 7_000_000_000_000_003
"""Their members, with ids as long as Discord's."""
HERE, THERE = 31, 32
"""Channels whose readers see what was shared there."""
NOW = 1_795_400_000
FIRST = Run("2026-11-23", NOW)


def new_tip(guild_id: int = A, link: str = "example.org/a", **more: object) -> NewTip:
    values = {
        "link_key": link,
        "url": f"https://{link}",
        "host": link.split("/")[0],
        "note": "It helps.",
        "topics": (),
        "sharer_id": AINO,
        "shared_at": NOW,
        "place_id": HERE,
    }
    return NewTip(guild_id=guild_id, **{**values, **more})  # type: ignore[arg-type]


async def share(
    store: Store, new: NewTip, places: tuple[int, ...] = (HERE, THERE)
) -> tuple[Tip, bool] | tips.Unshared:
    """Share as somebody who sees these places."""
    return await tips.add(store, new, Sight(new.guild_id, new.sharer_id, places))


async def a_tip(
    store: Store,
    guild_id: int = A,
    link: str = "example.org/a",
    place: int | None = HERE,
    **more: object,
) -> Tip:
    """A tip whose card stands in a place, under the tip's number and a hundred."""
    tip = await an_unposted_tip(store, guild_id, link, place_id=place, **more)
    assert await tips.posted(store, guild_id, tip.tip_id, HERE, tip.tip_id + 100, place)
    return await now_is(store, tip)


async def an_unposted_tip(
    store: Store, guild_id: int = A, link: str = "example.org/a", **more: object
) -> Tip:
    """Shared by somebody who sees nothing but their own, so that it is new wherever it can be."""
    added = await share(store, new_tip(guild_id, link, **more), places=())
    assert not isinstance(added, str)
    assert added[1]
    return added[0]


async def now_is(store: Store, tip: Tip) -> Tip:
    """The tip as it stands in the store now."""
    found = await tips.get(store, tip.guild_id, tip.tip_id)
    assert found is not None
    return found


async def edit(store: Store, tip: Tip, link: str = "", **more: Any) -> Tip | str | None:
    """Change only what is named."""
    link = link or tip.link_key
    given = {"url": f"https://{link}", "host": link.split("/")[0], "note": tip.note}
    given |= {"topics_written": tip.topics, **more}
    return await tips.edit(store, tip.guild_id, tip.tip_id, link_key=link, **given)


def sight(guild_id: int = A, user: int = MO, places: tuple[int, ...] = (HERE, THERE)) -> Sight:
    """What a reader of these places sees."""
    return Sight(guild_id, user, places)


def new_question(
    asker: int = AINO,
    title: str = "How do I merge cells?",
    details: str = "",
    topics: tuple[str, ...] = (),
    at: int = NOW,
    **more: Any,
) -> New:
    return New(asker_id=asker, title=title, details=details, topics=topics, at=at, **more)


async def answered(
    store: Store,
    question: Question,
    message: int,
    author: int,
    text: str = "So.",
    at: int = NOW,
    **more: Any,
) -> Question:
    """The question with this message as its accepted answer."""
    was = await questions.get(store, question.guild_id, question.question_id)
    assert was is not None
    assert await question_states.accept(store, was, Answer(message, author, text), at, **more)
    now = await questions.get(store, question.guild_id, question.question_id)
    assert now is not None
    return now


async def a_question(
    store: Store,
    guild_id: int = A,
    title: str = "How do I merge cells?",
    details: str = "",
    topics: tuple[str, ...] = (),
    asker: int = AINO,
    at: int = NOW,
    thread: int | None = None,
    place: int = HERE,
    **more: Any,
) -> Question:
    new = new_question(asker, title, details, topics, at, **more)
    added = await questions.add(store, guild_id, new)
    assert not isinstance(added, str)
    if thread is not None:
        assert await questions.carded(store, guild_id, added.question_id, place, thread + 1)
        assert await questions.opened(store, guild_id, added.question_id, place, thread)
    found = await questions.get(store, guild_id, added.question_id)
    assert found is not None
    return found


async def a_schedule(
    store: Store,
    guild_id: int = A,
    first: Run = FIRST,
    visibility: Audience = "choice",
    by: int = MO,
) -> Schedule:
    made = await schedules.add(
        store, guild_id, "prompt", guild_id + 50, 0, 540, "week", visibility, by, first
    )
    assert made is not None
    return made


async def a_delivery(
    store: Store, guild_id: int = A, text: str = "What did you learn?"
) -> Delivery:
    return await deliveries.deliver_now(
        store, guild_id, "prompt", guild_id + 50, "choice", 1, text, "2026-11-23", NOW
    )


async def a_reflection(
    store: Store, delivery: Delivery, user: int = AINO, text: str = "I learned to ask."
) -> Reflection:
    return await reflections.write(
        store, delivery.guild_id, delivery.delivery_id, user, text, "private", NOW
    )


async def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the search index's own too."""
    names = await store.read("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        name: [tuple(row) for row in await store.read(f'SELECT * FROM "{name}"')]
        for (name,) in names
    }


async def reindexed(store: Store) -> None:
    """As the bot does it in the background after an upgrade."""
    while await reindexing.needed(store):
        await reindexing.some(store)
