"""What communities and their members choose."""

import dataclasses
import sqlite3

import pytest

from data import communities
from data.communities import Community
from data.store import Store
from tests.data.made import AINO, BEN, A, B


async def test_a_community_never_seen_has_chosen_nothing(store: Store) -> None:
    assert await communities.get(store, A) == Community(A)
    assert await communities.with_member(store, A, AINO) == (Community(A), None)


async def test_each_choice_leaves_the_others(store: Store) -> None:
    chosen: dict[str, int | str] = {
        field.name: number
        for number, field in enumerate(dataclasses.fields(Community), start=10)
        if field.name != "guild_id"
    }
    chosen |= {"language": "fi", "timezone": "Europe/Helsinki"}
    for name, value in chosen.items():
        await communities.choose(store, A, name, value)
    assert await communities.get(store, A) == Community(A, **chosen)  # type: ignore[arg-type]
    assert await communities.get(store, B) == Community(B)
    await communities.choose(store, A, "language", None)
    assert await communities.get(store, A) == Community(A, **{**chosen, "language": None})  # type: ignore[arg-type]


@pytest.mark.parametrize("choice", ["", "nothing", "language = 'fi' --", "rowid"])
async def test_only_a_choice_there_is_can_be_made(store: Store, choice: str) -> None:
    with pytest.raises(ValueError, match=choice or "^$"):
        await communities.choose(store, A, choice, 1)


@pytest.mark.parametrize(("choice", "value"), [("language", "sv"), ("tips_channel_id", "here")])
async def test_a_value_that_cannot_be_is_not_kept(store: Store, choice: str, value: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        await communities.choose(store, A, choice, value)
    assert await communities.get(store, A) == Community(A)


async def test_a_members_language_is_theirs_in_this_community(store: Store) -> None:
    await communities.choose_language(store, A, AINO, "fi")
    await communities.choose(store, A, "language", "en")
    assert await communities.with_member(store, A, AINO) == (Community(A, language="en"), "fi")
    assert (await communities.with_member(store, A, BEN))[1] is None
    assert (await communities.with_member(store, B, AINO))[1] is None
    await communities.choose_language(store, A, AINO, None)
    assert (await communities.with_member(store, A, AINO))[1] is None


async def test_the_newest_post_that_was_seen_stays_the_newest(store: Store) -> None:
    for post_id, newest in ((5, 5), (9, 9), (7, 9)):
        await communities.post_seen(store, A, post_id)
        assert (await communities.get(store, A)).last_post_id == newest
