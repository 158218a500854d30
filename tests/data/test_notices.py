"""What members are to be told by themselves: due, marked, told, moved on."""

import asyncio
from dataclasses import replace

import pytest

from data import communities, notices
from data.communities import Own
from data.notices import DIGEST, MOST, REMINDER, Notice
from data.store import Store
from tests.data.made import AINO, BEN, NOW, A, B

DAY = 86_400


async def remind(
    store: Store, guild: int = A, user: int = AINO, item: int = 1, at: int = NOW
) -> Notice:
    assert await notices.put(store, guild, user, REMINDER, item, at) == "set"
    return await the_one(store, guild, user, REMINDER, item)


async def digest(store: Store, guild: int = A, user: int = AINO, at: int = NOW) -> Notice:
    await notices.choose_digest(store, guild, user, "day", at)
    return await the_one(store, guild, user, DIGEST)


async def the_one(
    store: Store, guild: int = A, user: int = AINO, kind: str = REMINDER, item: int | None = None
) -> Notice:
    found = await notices.of_member(store, guild, user, kind)
    (one,) = [one for one in found if item in (None, one.item_id)]
    return one


async def by_dm(store: Store, guild: int = A, user: int = AINO) -> None:
    await communities.choose_reminders(store, guild, user, by_dm=True)


async def test_setting_it_again_moves_it(store: Store) -> None:
    await remind(store, at=NOW)
    await by_dm(store)
    assert await notices.sending(store, await the_one(store), NOW)
    await remind(store, at=NOW + DAY)
    assert await the_one(store) == Notice(A, AINO, REMINDER, 1, NOW + DAY, None)


async def test_it_can_be_taken_back_once(store: Store) -> None:
    await remind(store, item=1)
    await remind(store, item=2)
    assert await notices.cancel(store, A, AINO, REMINDER, 1)
    assert not await notices.cancel(store, A, AINO, REMINDER, 1)
    assert not await notices.cancel(store, A, BEN, REMINDER, 2)
    assert not await notices.cancel(store, B, AINO, REMINDER, 2)
    assert (await the_one(store)).item_id == 2


async def test_reminders_are_listed_soonest_first(store: Store) -> None:
    for item, at in ((1, NOW + 3), (2, NOW + 1), (3, NOW + 2)):
        await remind(store, item=item, at=at)
    await remind(store, user=BEN, item=4)
    await remind(store, guild=B, item=5)
    await digest(store)
    found = await notices.of_member(store, A, AINO, REMINDER)
    assert [one.item_id for one in found] == [2, 3, 1]


async def test_there_is_room_for_so_many_and_no_more(store: Store) -> None:
    ended = await asyncio.gather(
        *(notices.put(store, A, AINO, REMINDER, item, NOW) for item in range(MOST + 3))
    )
    assert (ended.count("set"), ended.count("full")) == (MOST, 3)
    held = await notices.of_member(store, A, AINO, REMINDER)
    assert len(held) == MOST
    # What is there can be moved, and others have room of their own.
    assert await notices.put(store, A, AINO, REMINDER, held[0].item_id, NOW + DAY) == "set"
    assert await notices.put(store, A, BEN, REMINDER, 999, NOW) == "set"
    assert await notices.put(store, B, AINO, REMINDER, 999, NOW) == "set"
    assert await notices.put(store, A, AINO, DIGEST, 0, NOW) == "set"


async def test_a_reminder_is_due_where_its_member_wants_it(store: Store) -> None:
    await remind(store, item=1)
    await remind(store, item=2, at=NOW + 1)
    await remind(store, guild=B, item=3)
    await remind(store, user=BEN, item=4)
    await by_dm(store, user=BEN)
    assert [one.item_id for one in await notices.due(store, NOW)] == [4]
    waiting = await notices.waiting(store, A, AINO, NOW, 10)
    assert [one.item_id for one in waiting] == [1]
    assert await notices.waiting(store, A, BEN, NOW, 10) == []
    await by_dm(store)
    assert await notices.waiting(store, A, AINO, NOW + 1, 10) == []
    assert {one.item_id for one in await notices.due(store, NOW + 1)} == {1, 2, 4}
    await communities.choose_reminders(store, A, AINO, by_dm=False)
    waiting = await notices.waiting(store, A, AINO, NOW + 1, 10)
    assert [one.item_id for one in waiting] == [1, 2]
    waiting = await notices.waiting(store, A, AINO, NOW + 1, 1)
    assert [one.item_id for one in waiting] == [1]
    assert [one.item_id for one in await notices.waiting(store, B, AINO, NOW, 10)] == [3]


async def test_a_digest_goes_by_direct_message_alone(store: Store) -> None:
    await digest(store)
    assert [one.kind for one in await notices.due(store, NOW)] == [DIGEST]
    assert await notices.waiting(store, A, AINO, NOW, 10) == []


async def test_the_next_moment_is_that_of_a_direct_message(store: Store) -> None:
    assert await notices.next_due(store, NOW) is None
    await remind(store, at=NOW + 1)
    assert await notices.next_due(store, NOW) is None
    await digest(store, user=BEN, at=NOW + 3)
    assert await notices.next_due(store, NOW) == NOW + 3
    await by_dm(store)
    assert await notices.next_due(store, NOW) == NOW + 1
    assert await notices.next_due(store, NOW + 1) == NOW + 3


async def test_one_of_many_takes_it(store: Store) -> None:
    one = await digest(store)
    taken = await asyncio.gather(*(notices.sending(store, one, NOW + n) for n in range(5)))
    assert taken.count(True) == 1


async def test_the_doubt_begins_with_the_first_try(store: Store) -> None:
    one = await digest(store)
    assert await notices.sending(store, one, NOW)
    again = await the_one(store, kind=DIGEST)
    assert again.sending_at == NOW
    assert await notices.sending(store, again, NOW + 30)
    assert (await the_one(store, kind=DIGEST)).sending_at == NOW
    await notices.unsent(store, again)
    assert (await the_one(store, kind=DIGEST)).sending_at is None


async def test_what_is_not_wanted_any_more_is_not_taken(store: Store) -> None:
    moved = await remind(store)
    await by_dm(store)
    await remind(store, at=NOW + DAY)
    assert not await notices.sending(store, moved, NOW)
    declined = await the_one(store)
    await communities.choose_reminders(store, A, AINO, by_dm=False)
    assert not await notices.sending(store, declined, NOW)
    await by_dm(store)
    assert not await notices.sending(store, replace(declined, guild_id=B), NOW)
    await notices.cancel(store, A, AINO, REMINDER, 1)
    assert not await notices.sending(store, declined, NOW)


async def test_told_it_moves_on_or_goes(store: Store) -> None:
    one = await digest(store)
    assert await notices.sending(store, one, NOW)
    await notices.done(store, one, NOW + DAY)
    assert await the_one(store, kind=DIGEST) == replace(one, due_at=NOW + DAY)
    await notices.done(store, await remind(store), None)
    assert await notices.of_member(store, A, AINO, REMINDER) == []


async def test_what_was_moved_meanwhile_stays(store: Store) -> None:
    before = await remind(store)
    moved = await remind(store, at=NOW + DAY)
    await notices.done(store, before, None)
    await notices.done(store, before, NOW + 9)
    await notices.unsent(store, before)
    assert await the_one(store) == moved


async def test_what_was_taken_back_meanwhile_does_not_come_again(store: Store) -> None:
    one = await digest(store)
    await notices.choose_digest(store, A, AINO, None, None)
    await notices.done(store, one, NOW + DAY)
    assert await notices.of_member(store, A, AINO, DIGEST) == []


async def test_a_digest_and_its_choice_stand_and_fall_together(store: Store) -> None:
    async def both() -> tuple[str | None, int]:
        chosen = (await communities.own(store, A, AINO)).digest
        return chosen, len(await notices.of_member(store, A, AINO, DIGEST))

    assert await both() == (None, 0)
    await notices.choose_digest(store, A, AINO, "week", NOW)
    assert await both() == ("week", 1)
    await notices.choose_digest(store, A, AINO, "day", NOW + 1)
    assert await both() == ("day", 1)
    await notices.done(store, await the_one(store, kind=DIGEST), None)
    assert await both() == (None, 0)
    await digest(store)
    await notices.stop(store, A, AINO, (DIGEST,))
    assert await both() == (None, 0)
    await notices.choose_digest(store, A, AINO, None, None)
    assert await both() == (None, 0)


@pytest.mark.parametrize(
    ("kinds", "left"),
    [
        ((REMINDER,), Own("fi", False, "day")),
        ((DIGEST,), Own("fi", True, None)),
        ((REMINDER, DIGEST), Own("fi", False, None)),
    ],
)
async def test_stopped_is_what_the_member_said_and_nothing_else(
    store: Store, kinds: tuple[str, ...], left: Own
) -> None:
    for guild, user in ((A, AINO), (A, BEN), (B, AINO)):
        await communities.choose_language(store, guild, user, "fi")
        await by_dm(store, guild, user)
        await digest(store, guild, user)
        await remind(store, guild, user)
    assert await notices.sending(store, await the_one(store), NOW)
    await notices.stop(store, A, AINO, kinds)
    assert await communities.own(store, A, AINO) == left
    # The reminder itself stays, for the next use.
    kept = await the_one(store)
    assert kept.sending_at == (None if REMINDER in kinds else NOW)
    for guild, user in ((A, BEN), (B, AINO)):
        assert await communities.own(store, guild, user) == Own("fi", True, "day")
        assert len(await notices.of_member(store, guild, user, DIGEST)) == 1


async def test_stopping_what_was_never_asked_for_leaves_no_trace(store: Store) -> None:
    await notices.stop(store, A, AINO)
    assert await store.read("SELECT * FROM members") == []


async def test_a_members_choices_are_theirs_in_this_community(store: Store) -> None:
    assert await communities.own(store, A, AINO) == Own()
    await by_dm(store)
    assert await communities.own(store, A, AINO) == Own(None, True, None)
    assert await communities.own(store, A, BEN) == Own()
    assert await communities.own(store, B, AINO) == Own()


async def test_what_waits_for_a_member_is_one_look_into_an_index(store: Store) -> None:
    """It is asked after every answer."""
    asked = []
    read = store.read

    async def listening(sql: str, parameters: object = ()) -> object:
        asked.append((sql, parameters))
        return await read(sql, parameters)  # type: ignore[arg-type]

    store.read = listening  # type: ignore[assignment, method-assign]
    await notices.waiting(store, A, AINO, NOW, 5)
    ((sql, parameters),) = asked
    plan = await read(f"EXPLAIN QUERY PLAN {sql}", parameters)  # type: ignore[arg-type]
    steps = [row["detail"] for row in plan]
    assert not any("SCAN" in step for step in steps), steps
    assert any("guild_id=? AND user_id=? AND kind=?" in step for step in steps), steps
