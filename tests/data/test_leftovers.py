"""What an erasure leaves standing in Discord is noted, to be taken out there."""

from data import leftovers, privacy, questions, tips
from data.leftovers import Leftover
from data.store import Store
from tests.data.circle import asked_by, circle, offered, reflected, tip_of
from tests.data.made import (
    AINO,
    HERE,
    A,
    B,
    a_delivery,
    a_question,
    a_reflection,
    an_unposted_tip,
    everything,
)


async def test_what_stands_in_discord_is_noted_to_be_taken_out(store: Store) -> None:
    await circle(store)
    for leftover in await leftovers.waiting(store):
        await leftovers.taken_out(store, leftover)
    tip = await tip_of(store, AINO)
    own = await asked_by(store, AINO)
    assert None not in (tip.message_id, own.card_message_id, own.thread_id)
    await privacy.erase(store, A, AINO)
    noted = [
        Leftover(A, tip.channel_id, tip.message_id),  # type: ignore[arg-type]
        Leftover(A, 12, reflected(AINO)),
        Leftover(A, 12, offered(AINO)),
        Leftover(A, own.card_channel_id, own.card_message_id),  # type: ignore[arg-type]
        Leftover(A, own.thread_id, 0),  # type: ignore[arg-type]
    ]
    assert {*await leftovers.waiting(store, A)} == {*noted}
    assert {*await leftovers.waiting(store)} == {*noted}
    assert await leftovers.waiting(store, B) == []
    # A second time there is nothing more, and each is crossed out for itself.
    await privacy.erase(store, A, AINO)
    assert len(await leftovers.waiting(store)) == len(noted)
    for done, leftover in enumerate(noted, start=1):
        await leftovers.taken_out(store, Leftover(B, leftover.channel_id, leftover.message_id))
        await leftovers.taken_out(store, leftover)
        assert {*await leftovers.waiting(store)} == {*noted[done:]}


async def test_what_was_never_posted_leaves_nothing_to_take_out(store: Store) -> None:
    await an_unposted_tip(store)
    await a_reflection(store, await a_delivery(store))
    await a_question(store)
    await privacy.erase(store, A, AINO)
    assert await leftovers.waiting(store) == []


async def test_a_message_that_was_noted_before_is_noted_once(store: Store) -> None:
    """Discord kept it at the first erasure, and a second one comes upon it again."""
    for link in ("a.org", "b.org"):
        tip = await an_unposted_tip(store, link=link)
        await tips.posted(store, A, tip.tip_id, 11, 101, HERE)
        await privacy.erase(store, A, AINO)
        assert await tips.get(store, A, tip.tip_id) is None
        assert await leftovers.waiting(store) == [Leftover(A, 11, 101)]


async def test_a_card_without_its_thread_is_noted_alone(store: Store) -> None:
    question = await a_question(store)
    await questions.carded(store, A, question.question_id, HERE, 77)
    await privacy.erase(store, A, AINO)
    assert await leftovers.waiting(store) == [Leftover(A, HERE, 77)]


async def test_the_notes_name_nobody(store: Store) -> None:
    await circle(store)
    before = (await everything(store))["leftovers"]
    await privacy.erase(store, A, AINO)
    rows = (await everything(store))["leftovers"]
    assert len(rows) == len(before) + 5
    assert [row["name"] for row in await store.read("PRAGMA table_info(leftovers)")] == [
        "guild_id",
        "channel_id",
        "message_id",
    ]
    assert AINO not in {value for row in rows for value in row}
