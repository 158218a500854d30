"""Who is reminded of which prompt, and who is away."""

import pytest

from cogs.reflections.reminders import AFTER, BEFORE, remind_at
from data import communities, deliveries, notices, privacy, reflect_reminders
from data.communities import Own
from data.deliveries import Delivery
from data.notices import DIGEST, REFLECT, REMINDER
from data.store import Store
from tests.data.made import AINO, BEN, MO, NOW, A, B, a_delivery, everything

DAY = 86_400


@pytest.mark.parametrize(
    ("following", "due"),
    [
        (None, AFTER),
        (7 * DAY, AFTER),
        (AFTER + BEFORE, AFTER),
        (AFTER + BEFORE - 1, AFTER - 1),
        (BEFORE + 1, 1),
        (BEFORE, None),
        (1, None),
        # A run that has come tells nothing about the one after it.
        (0, AFTER),
        (-7 * DAY, AFTER),
    ],
)
def test_it_is_two_days_after_a_prompt_or_one_before_the_next(
    following: int | None, due: int | None
) -> None:
    found = remind_at(NOW, None if following is None else NOW + following)
    assert found == (None if due is None else NOW + due)


async def a_post(store: Store, guild: int = A) -> Delivery:
    made = await a_delivery(store, guild)
    await deliveries.finish(store, made, "sent", message_id=9)
    return made


async def held(store: Store, user: int, guild: int = A) -> list[tuple[int, int]]:
    found = await notices.of_member(store, guild, user, REFLECT)
    return [(one.item_id, one.due_at) for one in found]


async def test_everybody_who_wants_one_gets_one_for_each_post(store: Store) -> None:
    await reflect_reminders.want(store, A, AINO)
    await reflect_reminders.want(store, B, BEN)
    post, there = await a_post(store), await a_post(store, B)
    await a_delivery(store)
    waiting = await reflect_reminders.to_put(store)
    assert [one.delivery_id for one in waiting] == [post.delivery_id, there.delivery_id]
    for _ in range(2):
        await reflect_reminders.put(store, A, post.delivery_id, NOW + DAY)
    assert await held(store, AINO) == [(post.delivery_id, NOW + DAY)]
    assert await held(store, BEN) == []
    assert [one.guild_id for one in await reflect_reminders.to_put(store)] == [B]
    # Told once, it does not come again.
    (one,) = await notices.of_member(store, A, AINO, REFLECT)
    await notices.done(store, one, None)
    await reflect_reminders.put(store, A, post.delivery_id, NOW + DAY)
    assert await held(store, AINO) == []


async def test_where_there_is_no_time_nobody_gets_one(store: Store) -> None:
    await reflect_reminders.want(store, A, AINO)
    post = await a_post(store)
    await reflect_reminders.put(store, A, post.delivery_id, None)
    assert await held(store, AINO) == []
    assert await reflect_reminders.to_put(store) == []


async def test_one_stop_ends_them_and_nothing_else(store: Store) -> None:
    for who in (AINO, BEN):
        await reflect_reminders.want(store, A, who)
        await communities.choose_reminders(store, A, who, by_dm=True)
    post = await a_post(store)
    await reflect_reminders.put(store, A, post.delivery_id, NOW)
    await notices.stop(store, A, AINO, (REFLECT,))
    assert await communities.own(store, A, AINO) == Own(reminders_by_dm=True)
    assert await held(store, AINO) == []
    assert len(await held(store, BEN)) == 1
    await notices.stop(store, A, BEN)
    assert await communities.own(store, A, BEN) == Own()
    assert await held(store, BEN) == []


async def test_who_is_away_is_written_to_when_they_are_back(store: Store) -> None:
    for who in (AINO, BEN):
        await notices.choose_digest(store, A, who, "day", NOW)
        await communities.choose_reminders(store, A, who, by_dm=True)
        await notices.put(store, A, who, REMINDER, 1, NOW)
    await communities.choose_away(store, A, AINO, NOW + DAY)
    await communities.choose_away(store, B, BEN, NOW + DAY)
    assert {one.user_id for one in await notices.due(store, NOW + DAY - 1)} == {BEN}
    assert {one.user_id for one in await notices.due(store, NOW + DAY)} == {AINO, BEN}
    # Their coming back is a moment to look.
    assert await notices.next_due(store, NOW) == NOW + DAY
    assert await notices.next_due(store, NOW + DAY) is None
    (digest,) = await notices.of_member(store, A, AINO, DIGEST)
    assert not await notices.sending(store, digest, NOW)
    await communities.choose_away(store, A, AINO, None)
    assert await notices.sending(store, digest, NOW)
    assert {one.user_id for one in await notices.due(store, NOW)} == {AINO, BEN}


async def test_the_next_moment_is_the_sooner_of_both(store: Store) -> None:
    await notices.choose_digest(store, A, AINO, "day", NOW + 5)
    await communities.choose_away(store, A, BEN, NOW + 9)
    assert await notices.next_due(store, NOW) == NOW + 5
    assert await notices.next_due(store, NOW + 5) == NOW + 9


async def test_all_of_it_is_exported_and_erased(store: Store) -> None:
    for who in (AINO, MO):
        await reflect_reminders.want(store, A, who)
        await communities.choose_away(store, A, who, NOW + DAY)
    post = await a_post(store)
    await reflect_reminders.put(store, A, post.delivery_id, NOW)
    exported = await privacy.export(store, A, AINO)
    (member,) = exported["members"]
    assert (member["reflect_reminders"], member["away_until"]) == (1, NOW + DAY)
    assert [one["kind"] for one in exported["notices"]] == [REFLECT]
    await privacy.erase(store, A, AINO)
    assert str(AINO) not in repr(await everything(store))
    assert len(await held(store, MO)) == 1
