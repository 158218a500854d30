"""A digest: reading what it can be made of, choosing, remembering it, and reading it again."""

from functools import partial
from statistics import mean

from benchmarks.community import GUILD, LARGE, NOW, PLACES, SIGHT, Communities
from benchmarks.table import Line, show, timed
from cogs.digests import rules
from data import deliveries, digest_material, digests, tips, topics
from data.deliveries import Delivery
from data.digest_material import WEEK
from data.digests import Digest
from data.store import Store
from data.tips import Sight

FEW = 10_000
"""Ten weeks of tips: as much news each week, and little behind it."""
FOLLOWED = 8
GOAL = 0.05


async def main(communities: Communities) -> None:
    async with communities.of(FEW) as store:
        lines = [await _posts(store, FEW, weeks=1, times=8)]
    async with communities.of(LARGE) as store:
        lines.append(await _posts(store, LARGE, weeks=1, times=26, goal=GOAL))
        lines.append(await _own(store))
    async with communities.of(LARGE) as store:
        lines.append(await _posts(store, LARGE, weeks=2, times=13, goal=GOAL))
    show("A digest, from the store to what stands in it", lines)


async def _posts(
    store: Store, count: int, *, weeks: int, times: int, goal: float | None = None
) -> Line:
    """One after the other up to now: what stood in the last ones counts for the next."""
    taken, news = [], []
    for back in range(times, -1, -1):
        at = NOW - back * weeks * WEEK
        post = await deliveries.deliver_now(
            store, GUILD, "digest", PLACES[0], "open", 0, "", "", at
        )
        taken += await timed([partial(_compose, store, post)])
        await deliveries.finish(store, post, "sent", message_id=post.delivery_id)
        news.append(await digest_material.count(store, SIGHT, at - weeks * WEEK, at))
    told = f"{weeks} week{'s'[: weeks - 1]}, {mean(news):,.0f} new of {count:,} tips"
    # The first of all tells of a single week.
    return Line(told, taken[1:], goal)


async def _compose(store: Store, post: Delivery) -> None:
    """As cogs.digests composes a post."""
    assert await digests.get(store, await _sight(store), post.delivery_id) is None
    sight = await _sight(store)
    since = await digests.begins(store, GUILD, post.due_at)
    found = await digest_material.for_all(store, sight, since, post.due_at)
    picks = rules.choose(found)
    await digests.keep(store, GUILD, post.delivery_id, since, picks)
    digest = await digests.get(store, await _sight(store), post.delivery_id)
    assert digest
    assert len(digest.items) > rules.MOST_TOPICS


async def _own(store: Store) -> Line:
    wanted = await topics.known(store, GUILD, SIGHT.places, FOLLOWED)
    taken = await timed(
        partial(_compose_own, store, wanted, NOW - back * WEEK) for back in range(26)
    )
    return Line(f"a member's own, {FOLLOWED} topics, of {LARGE:,} tips", taken, GOAL)


async def _compose_own(store: Store, wanted: list[str], at: int) -> Digest:
    sight = await _sight(store)
    turn = at // WEEK
    found = await digest_material.for_member(store, sight, wanted, at - WEEK, at, turn)
    picks = rules.choose(found, turn // len(wanted), wanted)
    return await digests.made(store, sight, at - WEEK, found.new_tips, picks)


async def _sight(store: Store) -> Sight:
    places = await tips.places(store, GUILD)
    return Sight(GUILD, SIGHT.user_id, tuple(one for one in places if one in SIGHT.places))
