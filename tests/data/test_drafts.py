"""What somebody is about to share: kept for a day, offered for a quarter of an hour."""

import asyncio
import sqlite3

import pytest

from data import drafts, leftovers
from data.drafts import LASTS, MOST_PER_MEMBER, OFFER_LASTS, Draft
from data.leftovers import Leftover
from data.store import Store
from tests.data.made import AINO, BEN, HERE, MO, NOW, A, B, everything

LINKS = ("https://example.org/a", "https://example.org/b?x=\"'")


async def keep(
    store: Store,
    user: int = AINO,
    links: tuple[str, ...] = LINKS,
    at: int = NOW,
    guild_id: int = A,
    message: int | None = None,
) -> Draft:
    draft = await drafts.keep(store, guild_id, user, links, "Why.", "excel, data", at)
    if message:
        await drafts.offered(store, guild_id, draft.draft_id, HERE, message)
    return draft


async def kept(store: Store, user: int = AINO, guild_id: int = A) -> list[int]:
    rows = await store.read(
        "SELECT draft_id FROM drafts WHERE guild_id = ? AND user_id = ? ORDER BY draft_id",
        (guild_id, user),
    )
    return [row["draft_id"] for row in rows]


async def test_a_draft_is_kept_as_it_was_written(store: Store) -> None:
    draft = await keep(store)
    assert draft == Draft(draft.draft_id, A, AINO, LINKS, "Why.", "excel, data", NOW, None, None)
    assert await drafts.get(store, A, AINO, draft.draft_id) == draft
    await drafts.offered(store, A, draft.draft_id, HERE, 61)
    again = await drafts.get(store, A, AINO, draft.draft_id)
    assert again is not None
    assert (again.channel_id, again.message_id) == (HERE, 61)


@pytest.mark.parametrize(("guild_id", "user"), [(A, BEN), (B, AINO)])
async def test_it_is_ones_own(store: Store, guild_id: int, user: int) -> None:
    """Its number stands on a button that others see."""
    draft = await keep(store, message=61)
    before = await everything(store)
    assert await drafts.get(store, guild_id, user, draft.draft_id) is None
    assert not await drafts.standing(store, guild_id, user, LINKS)
    await drafts.drop(store, guild_id, user, draft.draft_id)
    assert await everything(store) == before


async def test_the_oldest_of_a_member_give_way(store: Store) -> None:
    assert MOST_PER_MEMBER == 20
    others = [await keep(store, BEN), await keep(store, guild_id=B)]
    made = [await keep(store, at=NOW - number) for number in range(MOST_PER_MEMBER + 3)]
    assert await kept(store) == [one.draft_id for one in made[3:]]
    assert await kept(store, BEN) == [others[0].draft_id]
    assert await kept(store, AINO, B) == [others[1].draft_id]
    assert await leftovers.waiting(store) == []


async def test_so_many_are_kept_however_fast_they_come(store: Store) -> None:
    await asyncio.gather(*(keep(store) for _ in range(MOST_PER_MEMBER + 10)))
    assert len(await kept(store)) == MOST_PER_MEMBER


async def test_offers_that_give_way_are_taken_out_of_discord(store: Store) -> None:
    """Whoever mentions the bot again and again has no more than so many offers standing."""
    for number in range(MOST_PER_MEMBER + 2):
        await keep(store, message=100 + number)
    assert len(await kept(store)) == MOST_PER_MEMBER
    assert await leftovers.waiting(store) == [Leftover(A, HERE, 100), Leftover(A, HERE, 101)]


async def test_an_offer_that_comes_too_late_is_left_over(store: Store) -> None:
    """The draft was used, or its member erased, while Discord was still posting the offer."""
    draft = await keep(store)
    await drafts.drop(store, A, AINO, draft.draft_id)
    assert await leftovers.waiting(store) == []
    await drafts.offered(store, A, draft.draft_id, HERE, 61)
    assert await leftovers.waiting(store) == [Leftover(A, HERE, 61)]


@pytest.mark.parametrize("message", [None, 61])
async def test_a_draft_that_was_used_is_gone_with_its_offer(
    store: Store, message: int | None
) -> None:
    draft = await keep(store, message=message)
    other = await keep(store, message=62)
    await drafts.drop(store, A, AINO, draft.draft_id)
    await drafts.drop(store, A, AINO, draft.draft_id)
    assert await drafts.get(store, A, AINO, draft.draft_id) is None
    assert await kept(store) == [other.draft_id]
    assert await leftovers.waiting(store) == ([Leftover(A, HERE, 61)] if message else [])


async def test_both_are_one_transaction(store: Store) -> None:
    draft = await keep(store, message=61)
    async with store.write() as tx:
        await tx.run(
            "CREATE TRIGGER t BEFORE INSERT ON leftovers BEGIN SELECT RAISE(ABORT, 's'); END"
        )
    before = await everything(store)
    with pytest.raises(sqlite3.IntegrityError):
        await drafts.drop(store, A, AINO, draft.draft_id)
    with pytest.raises(sqlite3.IntegrityError):
        await drafts.sweep(store, NOW + LASTS)
    assert await everything(store) == before


async def test_the_same_links_are_offered_once_at_a_time(store: Store) -> None:
    draft = await keep(store)
    assert not await drafts.standing(store, A, AINO, LINKS)  # A form is no offer.
    await drafts.offered(store, A, draft.draft_id, HERE, 61)
    assert await drafts.standing(store, A, AINO, LINKS)
    for other in (LINKS[:1], LINKS[::-1], ()):
        assert not await drafts.standing(store, A, AINO, other)
    await drafts.drop(store, A, AINO, draft.draft_id)
    assert not await drafts.standing(store, A, AINO, LINKS)


@pytest.mark.parametrize(
    ("age", "message", "goes"),
    [
        (OFFER_LASTS - 1, 61, False),
        (OFFER_LASTS, 61, True),
        (OFFER_LASTS, None, False),
        (LASTS - 1, None, False),
        (LASTS, None, True),
        (LASTS, 61, True),
    ],
)
async def test_the_old_are_swept(store: Store, age: int, message: int | None, goes: bool) -> None:
    assert (OFFER_LASTS, LASTS) == (15 * 60, 24 * 60 * 60)
    draft = await keep(store, message=message)
    await drafts.sweep(store, NOW + age)
    assert await kept(store) == ([] if goes else [draft.draft_id])
    noted = [Leftover(A, HERE, 61)] if goes and message else []
    assert await leftovers.waiting(store) == noted


async def test_the_sweep_goes_through_every_community(store: Store) -> None:
    for guild_id in (A, B):
        for user, message in ((AINO, 61), (BEN, 62), (MO, None)):
            await keep(store, user, guild_id=guild_id, message=message)
    await drafts.sweep(store, NOW + OFFER_LASTS)
    assert {*await leftovers.waiting(store)} == {
        Leftover(guild_id, HERE, message) for guild_id in (A, B) for message in (61, 62)
    }
    for guild_id in (A, B):
        assert [len(await kept(store, who, guild_id)) for who in (AINO, BEN, MO)] == [0, 0, 1]


async def test_the_next_sweep_is_when_the_oldest_offer_ends(store: Store) -> None:
    assert await drafts.next_sweep(store) is None
    await keep(store, at=NOW - 500)
    assert await drafts.next_sweep(store) is None
    await keep(store, at=NOW - 100, message=61)
    await keep(store, BEN, at=NOW, message=62, guild_id=B)
    following = await drafts.next_sweep(store)
    assert following == NOW - 100 + OFFER_LASTS
    await drafts.sweep(store, following)
    assert await drafts.next_sweep(store) == NOW + OFFER_LASTS
