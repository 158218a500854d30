"""Anonymous answers: held until there are enough, their writers known by a hash alone."""

import asyncio
import random
import sqlite3
from pathlib import Path

import pytest

from bot.secret import FILE, LENGTH, KeyRefused, Secret, beside
from data import (
    anonymous,
    anonymous_blocks,
    closing,
    deliveries,
    leftovers,
    privacy,
    reflections,
)
from data.anonymous import DAY, KEPT, OPEN_LONGEST, Answer
from data.deliveries import Delivery
from data.store import Store
from tests.data.made import AINO, BEN, MO, NOW, A, B, a_delivery, a_reflection, everything

SECRET = Secret(bytes(32))


async def write(
    store: Store,
    delivery: Delivery,
    user: int,
    text: str = "Quiet words.",
    least: int = 3,
    now: int = NOW,
) -> Answer | None:
    author = SECRET.author(delivery.guild_id, delivery.delivery_id, user)
    which = (delivery.guild_id, delivery.delivery_id)
    return await anonymous.write(store, *which, author, text, "", least, now)


async def states(store: Store, delivery: Delivery) -> list[str]:
    rows = await store.read(
        "SELECT state FROM anonymous_answers WHERE delivery_id = ?", (delivery.delivery_id,)
    )
    return sorted(row["state"] for row in rows)


async def settle(store: Store, delivery: Delivery, now: int = NOW) -> list[Answer]:
    return await anonymous.settle(store, delivery.guild_id, delivery.delivery_id, now)


# When they are shown


@pytest.mark.parametrize("least", [3, 5])
async def test_nothing_is_shown_until_there_are_enough(store: Store, least: int) -> None:
    delivery = await a_delivery(store)
    for user in range(1, least):
        await write(store, delivery, user, least=least)
        assert await settle(store, delivery) == []
    await write(store, delivery, least, least=least)
    assert len(await settle(store, delivery)) == least
    assert set(await states(store, delivery)) == {"shown"}


async def test_those_who_come_later_wait_for_as_many_again(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in range(1, 6):
        await write(store, delivery, user)
    assert await states(store, delivery) == ["held", "held", "shown", "shown", "shown"]
    await write(store, delivery, 6)
    assert set(await states(store, delivery)) == {"shown"}


async def test_what_was_promised_to_a_writer_holds(store: Store) -> None:
    """Also when moderators ask for fewer meanwhile."""
    delivery = await a_delivery(store)
    await write(store, delivery, 1, least=5)
    for user in (2, 3, 4):
        await write(store, delivery, user, least=3)
    assert set(await states(store, delivery)) == {"held"}
    await write(store, delivery, 5, least=3)
    assert set(await states(store, delivery)) == {"shown"}


async def test_many_at_once_are_counted_once_each(store: Store) -> None:
    delivery = await a_delivery(store)
    await asyncio.gather(*(write(store, delivery, user % 2 + 1) for user in range(10)))
    assert await states(store, delivery) == ["held", "held"]


@pytest.mark.parametrize(
    ("writers", "ended"),
    [
        (2, ["short", "short"]),
        (3, ["shown"] * 3),
        (4, ["shown"] * 4),
        (5, ["shown"] * 5),
    ],
)
async def test_the_closing_shows_the_rest_if_there_are_enough_in_all(
    store: Store, writers: int, ended: list[str]
) -> None:
    delivery = await a_delivery(store)
    for user in range(writers):
        await write(store, delivery, user + 1)
    await anonymous.close(store, A, delivery.delivery_id)
    assert await states(store, delivery) == ended


async def test_those_taken_back_do_not_count(store: Store) -> None:
    delivery = await a_delivery(store)
    written = [await write(store, delivery, user) for user in range(1, 5)]
    for one in written[:2]:
        assert one is not None
        await anonymous.take_back(store, A, one.answer_id)
    await anonymous.close(store, A, delivery.delivery_id)
    assert await states(store, delivery) == ["short", "shown"]


async def test_a_prompt_no_other_follows_closes_by_itself(store: Store) -> None:
    delivery = await a_delivery(store)
    await write(store, delivery, AINO)
    assert await anonymous.waiting(store) == [(A, delivery.delivery_id)]
    assert await anonymous.next_moment(store, NOW) == NOW + OPEN_LONGEST
    await settle(store, delivery, NOW + OPEN_LONGEST - 1)
    assert await states(store, delivery) == ["held"]
    await settle(store, delivery, NOW + OPEN_LONGEST)
    assert await states(store, delivery) == ["short"]
    assert await anonymous.waiting(store) == []


async def test_a_closed_prompt_takes_changes_and_nothing_new(store: Store) -> None:
    delivery = await a_delivery(store)
    await write(store, delivery, AINO, "First.")
    over = NOW + OPEN_LONGEST
    await settle(store, delivery, over)
    assert await write(store, delivery, BEN, now=over) is None
    changed = await write(store, delivery, AINO, "Second.", now=over)
    assert changed is not None
    assert (changed.text, changed.state) == ("Second.", "short")


async def test_what_could_not_be_shown_goes_in_the_end(store: Store) -> None:
    delivery = await a_delivery(store)
    await write(store, delivery, AINO)
    over = NOW + OPEN_LONGEST
    await settle(store, delivery, over)
    assert await anonymous.next_moment(store, over) == over + KEPT
    await anonymous.sweep(store, over + KEPT - 1)
    assert await states(store, delivery) == ["short"]
    await anonymous.sweep(store, over + KEPT)
    assert await states(store, delivery) == []
    assert await anonymous.next_moment(store, over + KEPT) is None


async def test_shown_and_held_ones_are_never_swept(store: Store) -> None:
    first, second = await a_delivery(store), await a_delivery(store)
    for user in (1, 2, 3):
        await write(store, first, user)
    await write(store, second, 1)
    await anonymous.sweep(store, NOW + OPEN_LONGEST + KEPT + DAY)
    assert len(await states(store, first) + await states(store, second)) == 4


# Nothing tells who, or when


async def test_the_order_is_none_of_time(store: Store) -> None:
    """Of twelve answers in a row, all in the order they came: once in 479 million."""
    delivery = await a_delivery(store)
    for user in range(12):
        await write(store, delivery, user, f"{user:02}", least=12)
    shown = [one.text for one in await settle(store, delivery)]
    assert sorted(shown) != shown
    rows = await store.read("SELECT text FROM anonymous_answers")
    assert [row["text"] for row in rows] != sorted(shown)


async def test_there_is_no_time_in_the_row(store: Store) -> None:
    info = await store.read("PRAGMA table_info(anonymous_answers)")
    assert not [row["name"] for row in info if row["name"].endswith("_at")]
    assert not [row["name"] for row in info if "user" in row["name"]]


async def test_two_prompts_answers_cannot_be_linked(store: Store) -> None:
    first, second = await a_delivery(store), await a_delivery(store)
    one, other = await write(store, first, AINO), await write(store, second, AINO)
    assert one is not None
    assert other is not None
    assert one.author != other.author
    assert SECRET.author(B, first.delivery_id, AINO) != one.author
    assert Secret(b"x" * 32).author(A, first.delivery_id, AINO) != one.author


def test_no_two_prompts_or_members_share_a_hash() -> None:
    """Nor do ids that read the same when they are put one behind the other."""
    ids = [(1, 11), (11, 1), (111, 1), (1, 111), (11, 11)]
    hashes = {SECRET.author(A, *one) for one in ids}
    assert len(hashes) == len(ids)
    assert {len(one) for one in hashes} == {16}


async def test_the_file_does_not_hold_the_writers_id(store: Store, database: Path) -> None:
    """Nor does its log; before and after an open answer became an anonymous one."""
    delivery = await a_delivery(store)
    who = 7_123_456_789_012_345
    named = await a_reflection(store, delivery, who, "Words of mine.")
    assert holds(database, who)
    author = SECRET.author(A, delivery.delivery_id, who)
    await anonymous.write(
        store,
        *(A, delivery.delivery_id, author, "Words of mine.", "", 3, NOW),
        instead_of=named.reflection_id,
    )
    await store.empty_log()
    assert not holds(database, who)
    for rows in (await everything(store)).values():
        assert not any(who in row or str(who) in repr(row) for row in rows)
    await anonymous.close(store, A, delivery.delivery_id)
    await settle(store, delivery)
    assert not holds(database, who)


def holds(database: Path, user: int) -> bool:
    """Whether the id stands in the database's files, as a number or as text."""
    files = [database, *database.parent.glob(f"{database.name}-wal")]
    content = b"".join(path.read_bytes() for path in files)
    return user.to_bytes(8, "big").lstrip(b"\0") in content or str(user).encode() in content


def test_no_text_made_of_an_answer_holds_the_hash() -> None:
    one = Answer(1, A, 2, b"q" * 16, "x", "", "", 3, "held", None, None, "", 0)
    assert "q" * 5 not in repr(one)
    assert "_key" not in repr(SECRET)


async def test_another_key_is_noticed_until_it_is_the_known_one(store: Store) -> None:
    first, other = Secret(b"1" * LENGTH), Secret(b"2" * LENGTH)
    assert not await first.changed(store)
    assert not await other.changed(store)
    await first.remember(store, NOW)
    assert not await first.changed(store)
    assert await other.changed(store)
    await other.remember(store, NOW)
    assert not await other.changed(store)
    assert (b"1" * 4).hex() not in first.fingerprint()


# The writer's own


async def test_writing_again_changes_the_one_answer(store: Store) -> None:
    delivery = await a_delivery(store)
    first = await write(store, delivery, AINO, "First.")
    second = await write(store, delivery, AINO, "Second.")
    assert first is not None
    assert second is not None
    assert (second.answer_id, second.text) == (first.answer_id, "Second.")


async def test_ones_own_are_found_by_the_hash(store: Store) -> None:
    posts = [await a_delivery(store, text=text) for text in ("one", "two")]
    for post in posts:
        await write(store, post, AINO, f"Aino on {post.prompt_text}")
        await write(store, post, BEN, f"Ben on {post.prompt_text}")
    await write(store, await a_delivery(store, B), AINO, "elsewhere")
    authors = await SECRET.authors(store, A, AINO)
    assert [one for one, _ in authors] == [posts[1].delivery_id, posts[0].delivery_id]
    found = await anonymous.own(store, A, authors)
    assert [one.text for one in found] == ["Aino on two", "Aino on one"]
    assert await anonymous.own(store, A, await SECRET.authors(store, A, MO)) == []
    assert await anonymous.own(store, B, authors) == []


async def test_under_a_name_it_is_no_longer_anonymous(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user)
    (one, *_) = await settle(store, delivery)
    await anonymous.posted(store, A, one.answer_id, 5, 6)
    (whose,) = [
        who for who in (AINO, BEN, MO) if SECRET.author(A, delivery.delivery_id, who) == one.author
    ]
    await reflections.write(
        *(store, A, delivery.delivery_id, whose, "My own.", "open", NOW), author=one.author
    )
    assert await anonymous.get(store, A, one.answer_id) is None
    assert [left.message_id for left in await leftovers.waiting(store, A)] == [6]


async def test_its_outcome_comes_along(store: Store) -> None:
    delivery = await a_delivery(store)
    one = await write(store, delivery, AINO)
    assert one is not None
    await anonymous.tell_outcome(store, A, one.answer_id, "It went well.")
    await reflections.write(
        *(store, A, delivery.delivery_id, AINO, "Mine.", "private", NOW), author=one.author
    )
    named = await reflections.of_member(store, A, delivery.delivery_id, AINO)
    assert named is not None
    assert named.outcome == "It went well."
    back = await anonymous.write(
        *(store, A, delivery.delivery_id, one.author, "Again.", "", 3, NOW),
        instead_of=named.reflection_id,
    )
    assert back is not None
    assert back.outcome == "It went well."
    assert await reflections.of_member(store, A, delivery.delivery_id, AINO) is None


async def test_one_that_could_not_be_shown_is_kept_by_its_writer(store: Store) -> None:
    delivery = await a_delivery(store)
    one = await write(store, delivery, AINO)
    assert one is not None
    assert await anonymous.keep(store, A, one.answer_id, AINO, NOW) is None
    await anonymous.close(store, A, delivery.delivery_id)
    assert await anonymous.keep(store, A, one.answer_id, AINO, NOW) is not None
    assert await anonymous.keep(store, A, one.answer_id, AINO, NOW) is None
    (entry,) = await reflections.journal(store, A, AINO)
    assert (entry.text, entry.visibility) == ("Quiet words.", "private")
    assert await states(store, delivery) == []


async def test_export_and_erasure_find_it(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user, f"By {user}.")
    for place, one in enumerate(await settle(store, delivery)):
        await anonymous.posted(store, A, one.answer_id, 5, 60 + place)
    authors = await SECRET.authors(store, A, AINO)
    found = await privacy.export(store, A, AINO, authors)
    assert [one["text"] for one in found["anonymous_answers"]] == [f"By {AINO}."]
    assert "author" not in found["anonymous_answers"][0]
    assert str(AINO) not in repr(await privacy.export(store, A, BEN, await of(store, BEN)))
    await privacy.erase(store, A, AINO, authors)
    assert len(await states(store, delivery)) == 2
    assert len(await leftovers.waiting(store, A)) == 1
    assert (await privacy.export(store, A, AINO, authors))["anonymous_answers"] == []


async def of(store: Store, user: int) -> list[tuple[int, bytes]]:
    return await SECRET.authors(store, A, user)


# In Discord


async def test_one_is_posted_once_and_not_again_when_deleted(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user)
    first, second, third = await settle(store, delivery)
    assert await anonymous.posted(store, A, first.answer_id, 5, 6) is not None
    assert await settle(store, delivery) == [second, third]
    await anonymous.messages_deleted(store, A, [6, 7])
    assert await settle(store, delivery) == [second, third]
    assert await states(store, delivery) == ["removed", "shown", "shown"]


async def test_one_taken_back_meanwhile_stands_nowhere(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user)
    first, *_ = await settle(store, delivery)
    await anonymous.take_back(store, A, first.answer_id)
    assert await anonymous.posted(store, A, first.answer_id, 5, 6) is None


async def test_a_removed_one_waits_for_others_when_it_is_written_anew(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user)
    first, *_ = await settle(store, delivery)
    await anonymous.posted(store, A, first.answer_id, 5, 6)
    assert await anonymous.remove(store, A, first.answer_id)
    assert not await anonymous.remove(store, A, first.answer_id)
    assert [one.message_id for one in await leftovers.waiting(store, A)] == [6]
    again = await anonymous.write(
        store, A, delivery.delivery_id, first.author, "Milder.", "", 3, NOW
    )
    assert again is not None
    assert again.state == "held"


async def test_without_the_post_they_wait_for_their_writers(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user)
    first, *_ = await settle(store, delivery)
    await anonymous.posted(store, A, first.answer_id, 5, 6)
    await anonymous.stranded(store, A, delivery.delivery_id)
    assert await states(store, delivery) == ["short", "short", "shown"]


# Blocks


async def test_a_block_names_a_hash_and_is_lifted(store: Store) -> None:
    delivery = await a_delivery(store)
    held = await write(store, delivery, AINO)
    assert held is not None
    # Nobody has seen it yet.
    assert not await anonymous_blocks.add(store, A, held.answer_id, MO, NOW)
    for user in (BEN, MO):
        await write(store, delivery, user)
    assert await anonymous_blocks.add(store, A, held.answer_id, MO, NOW)
    assert not await anonymous_blocks.add(store, A, held.answer_id, BEN, NOW)
    (block,) = await anonymous_blocks.listed(store, A)
    assert (block.author, block.text, block.blocked_by) == (held.author, "Quiet words.", MO)
    assert await anonymous_blocks.listed(store, B) == []
    assert not await anonymous_blocks.lift(store, A, delivery.delivery_id, b"")
    assert await anonymous_blocks.lift(store, A, delivery.delivery_id, held.author)
    assert await anonymous_blocks.listed(store, A) == []


async def test_an_erasure_does_not_lift_a_block(store: Store) -> None:
    delivery = await a_delivery(store)
    for user in (AINO, BEN, MO):
        await write(store, delivery, user)
    one = (await anonymous.own(store, A, await of(store, AINO)))[0]
    await anonymous_blocks.add(store, A, one.answer_id, MO, NOW)
    await privacy.erase(store, A, AINO, await of(store, AINO))
    (block,) = await anonymous_blocks.listed(store, A)
    assert (block.author, block.text) == (one.author, None)


async def test_an_answer_belongs_to_its_communitys_prompt(store: Store) -> None:
    delivery = await a_delivery(store)
    args = (delivery.delivery_id, bytes(16), "x", "", 3, NOW)
    assert await anonymous.write(store, B, *args) is None
    with pytest.raises(sqlite3.IntegrityError):
        async with store.write() as tx:
            await tx.run(
                "INSERT INTO anonymous_answers (answer_id, guild_id, delivery_id, author, text,"
                " least) VALUES (1, ?, ?, x'00', 'x', 3)",
                (B, delivery.delivery_id),
            )


# The key


def test_the_key_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    first = beside(tmp_path / "vinkki.db")
    file = tmp_path / FILE
    assert file.stat().st_mode & 0o777 == 0o600
    assert len(file.read_bytes()) == 32
    assert beside(tmp_path / "vinkki.db").author(A, 1, AINO) == first.author(A, 1, AINO)
    other = tmp_path / "other"
    other.mkdir()
    assert beside(other / "vinkki.db").author(A, 1, AINO) != first.author(A, 1, AINO)


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    beside(tmp_path / "vinkki.db")
    (tmp_path / FILE).chmod(mode)
    with pytest.raises(KeyRefused, match="can be read by others"):
        beside(tmp_path / "vinkki.db")


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_of_another_length_is_refused(tmp_path: Path, length: int) -> None:
    (tmp_path / FILE).write_bytes(random.randbytes(length))
    (tmp_path / FILE).chmod(0o600)
    with pytest.raises(KeyRefused, match=f"has {length} bytes"):
        beside(tmp_path / "vinkki.db")


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir(mode=0o700)
    with pytest.raises(KeyRefused, match="cannot be read"):
        beside(tmp_path / "vinkki.db")


@pytest.mark.parametrize(
    ("closed_at", "now", "over"),
    [
        (None, NOW, False),
        (None, NOW + OPEN_LONGEST - 1, False),
        (None, NOW + OPEN_LONGEST, True),
        (NOW + 5, NOW + 4, False),
        (NOW + 5, NOW + 5, True),
        (NOW + OPEN_LONGEST + 9, NOW + OPEN_LONGEST, True),
    ],
)
async def test_what_is_over_is_over_in_the_store_too(
    store: Store, closed_at: int | None, now: int, over: bool
) -> None:
    delivery = await a_delivery(store)
    if closed_at is not None:
        await closing.closed(store, A, delivery.delivery_id, closed_at)
    now_is = await deliveries.get(store, A, delivery.delivery_id)
    assert now_is is not None
    assert anonymous.over(now_is, now) is over
    assert (await write(store, delivery, AINO, now=now) is None) is over


async def test_asking_at_every_use_reads_only_what_is_unsettled(store: Store) -> None:
    """A community has thousands of posted answers, and few that wait for their writers."""
    plans = await store.read(
        "EXPLAIN QUERY PLAN SELECT DISTINCT delivery_id FROM anonymous_answers WHERE guild_id = 1"
        " AND (state <> 'shown' OR message_id IS NULL) AND state = 'short'"
    )
    assert "anonymous_answers_unsettled" in plans[0]["detail"]
