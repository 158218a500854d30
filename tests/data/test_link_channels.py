"""The channels in which links are offered to be saved."""

from data import link_channels
from data.link_channels import MOST
from data.store import Store
from tests.data.made import HERE, THERE, A, B


async def test_exactly_those_that_were_chosen(store: Store) -> None:
    assert await link_channels.of_guild(store, A) == []
    await link_channels.choose(store, A, (THERE, HERE, THERE))
    assert await link_channels.of_guild(store, A) == [HERE, THERE]
    assert await link_channels.has(store, A, HERE)
    await link_channels.choose(store, A, (THERE, 77))
    assert await link_channels.of_guild(store, A) == [THERE, 77]
    assert not await link_channels.has(store, A, HERE)
    await link_channels.choose(store, A, ())
    assert await link_channels.of_guild(store, A) == []


async def test_another_community_chooses_for_itself(store: Store) -> None:
    await link_channels.choose(store, A, (HERE,))
    await link_channels.choose(store, B, (HERE, THERE))
    await link_channels.choose(store, A, (77,))
    assert await link_channels.of_guild(store, B) == [HERE, THERE]
    assert not await link_channels.has(store, A, THERE)
    assert not await link_channels.has(store, B, 77)


async def test_there_are_no_more_than_a_menu_holds(store: Store) -> None:
    assert MOST == 25
    await link_channels.choose(store, A, tuple(range(40)))
    assert await link_channels.of_guild(store, A) == [*range(MOST)]
