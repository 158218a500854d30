"""What members wrote, each their own."""

import asyncio

from data import deliveries, reflections
from data.store import Store
from tests.data.made import AINO, BEN, MO, NOW, A, B, a_delivery, a_reflection


async def test_writing_again_replaces_the_text_and_keeps_the_place(store: Store) -> None:
    delivery = await a_delivery(store)
    first = await a_reflection(store, delivery, text="First thoughts.")
    assert await reflections.posted(store, A, first.reflection_id, 5, 6)
    second = await reflections.write(
        store, A, delivery.delivery_id, AINO, "Second thoughts.", "open", NOW + 60
    )
    assert second.reflection_id == first.reflection_id
    assert (second.text, second.visibility) == ("Second thoughts.", "open")
    assert (second.channel_id, second.message_id) == (5, 6)
    assert second.prompt_text == delivery.prompt_text
    assert await reflections.journal(store, A, AINO) == [second]


async def test_sending_twice_at_once_is_one_reflection(store: Store) -> None:
    delivery = await a_delivery(store)
    written = await asyncio.gather(*(a_reflection(store, delivery) for _ in range(5)))
    assert len({one.reflection_id for one in written}) == 1


async def test_a_journal_is_its_writers_own_newest_first(store: Store) -> None:
    deliveries = [await a_delivery(store, text=text) for text in ("one", "two", "three")]
    for delivery in deliveries:
        await a_reflection(store, delivery, AINO, f"Aino on {delivery.prompt_text}")
    await a_reflection(store, deliveries[0], BEN, "Ben on one")
    assert [one.text for one in await reflections.journal(store, A, AINO)] == [
        "Aino on three",
        "Aino on two",
        "Aino on one",
    ]
    assert [one.text for one in await reflections.journal(store, A, BEN)] == ["Ben on one"]
    assert await reflections.journal(store, B, AINO) == []


async def test_only_the_writer_takes_a_reflection_away(store: Store) -> None:
    delivery = await a_delivery(store)
    written = await a_reflection(store, delivery, AINO)
    assert await reflections.remove(store, A, written.reflection_id, BEN) is None
    assert await reflections.remove(store, B, written.reflection_id, AINO) is None
    assert await reflections.of_member(store, A, delivery.delivery_id, AINO) == written
    assert await reflections.remove(store, A, written.reflection_id, AINO) == written
    assert await reflections.remove(store, A, written.reflection_id, AINO) is None
    assert await reflections.of_member(store, A, delivery.delivery_id, AINO) is None


async def test_another_member_has_written_nothing(store: Store) -> None:
    delivery = await a_delivery(store)
    await a_reflection(store, delivery, AINO)
    assert await reflections.of_member(store, A, delivery.delivery_id, BEN) is None


async def test_a_message_that_was_taken_away_stands_nowhere(store: Store) -> None:
    delivery = await a_delivery(store)
    written = await a_reflection(store, delivery)
    await reflections.posted(store, A, written.reflection_id, 5, 6)
    await reflections.posted(store, A, written.reflection_id, None, None)
    assert await reflections.of_member(store, A, delivery.delivery_id, AINO) == written


async def test_what_was_removed_meanwhile_stands_nowhere(store: Store) -> None:
    """So that its message is deleted again."""
    delivery = await a_delivery(store)
    written = await a_reflection(store, delivery)
    assert not await reflections.posted(store, B, written.reflection_id, 5, 6)
    await reflections.remove(store, A, written.reflection_id, AINO)
    assert not await reflections.posted(store, A, written.reflection_id, 5, 6)


async def test_what_is_deleted_in_discord_stays_in_the_journal(store: Store) -> None:
    delivery = await a_delivery(store)
    written = {
        message: await a_reflection(store, delivery, who, f"text {message}")
        for message, who in ((6, AINO), (7, BEN), (8, MO))
    }
    for message, one in written.items():
        await reflections.posted(store, A, one.reflection_id, 5, message)
    elsewhere = await a_reflection(store, await a_delivery(store, B))
    await reflections.posted(store, B, elsewhere.reflection_id, 5, 6)

    await reflections.unposted(store, A, {6, 7, 99})

    for message, one in written.items():
        (now,) = await reflections.journal(store, A, one.user_id)
        assert now.text == f"text {message}"
        assert (now.channel_id, now.message_id) == ((5, 8) if message == 8 else (None, None))
    (there,) = await reflections.journal(store, B, AINO)
    assert (there.channel_id, there.message_id) == (5, 6)


async def test_one_that_may_stand_is_in_doubt_until_it_is_found(store: Store) -> None:
    delivery = await a_delivery(store)
    who = (store, A, delivery.delivery_id)
    opened = await reflections.write(*who, AINO, "Mine.", "open", NOW)
    await reflections.write(*who, BEN, "For me.", "private", NOW)
    # Without a thread it stands nowhere.
    assert await reflections.doubtful(store, NOW) == []
    await deliveries.set_thread(store, A, delivery.delivery_id, 5)
    assert await reflections.doubtful(store, NOW) == [opened]
    assert await reflections.doubtful(store, NOW + 1) == []
    await reflections.found(store, A, opened.reflection_id, 5, 6)
    assert await reflections.doubtful(store, NOW) == []
    # What is known is not told anew, and what is private stands nowhere.
    await reflections.found(store, A, opened.reflection_id, 5, 7)
    kept = await reflections.of_member(*who, AINO)
    assert kept is not None
    assert kept.message_id == 6
    for_me = await reflections.of_member(*who, BEN)
    assert for_me is not None
    await reflections.found(store, A, for_me.reflection_id, 5, 8)
    assert await reflections.of_member(*who, BEN) == for_me
