"""The pool of prompts: its order, which one comes next, suggestions, and starter sets."""

import asyncio
import itertools
from typing import Any

import pytest

from data import anonymous, communities, deliveries, privacy, prompts, starters, suggestions
from data.deliveries import Delivery
from data.prompts import MOST_PROMPTS, WEEK, Place, Use
from data.store import Store
from data.suggestions import MOST_OWN, MOST_WAITING
from tests.data.made import AINO, BEN, MO, NOW, A, B, a_delivery, a_reflection, a_schedule

DAY = 86_400


async def a_prompt(store: Store, text: str, guild: int = A, theme: str = "") -> int:
    added = await prompts.add(store, guild, text, theme, MO, NOW)
    assert added is not None
    return added.prompt_id


async def prompts_of(store: Store, *texts: str) -> list[int]:
    return [await a_prompt(store, text) for text in texts]


async def rest(store: Store, weeks: int, guild: int = A) -> None:
    await communities.choose(store, guild, "rest_weeks", weeks)


async def scheduled(store: Store, **how: Any) -> int:
    made = await a_schedule(store)
    async with store.write() as tx:
        for column, value in how.items():
            await tx.run(
                f"UPDATE schedules SET {column} = ? WHERE guild_id = ? AND schedule_id = ?",
                (value, A, made.schedule_id),
            )
    return made.schedule_id


async def a_run(store: Store, at: int, schedule_id: int | None = None) -> Delivery:
    """A delivery that has come, and has no prompt yet."""
    made = await deliveries.deliver_now(store, A, "prompt", 1, "open", 0, "", str(at), at)
    async with store.write() as tx:
        await tx.run(
            "UPDATE deliveries SET schedule_id = ?, prompt_id = NULL"
            " WHERE guild_id = ? AND delivery_id = ?",
            (schedule_id, A, made.delivery_id),
        )
    found = await deliveries.get(store, A, made.delivery_id)
    assert found is not None
    return found


async def use(store: Store, at: int, schedule_id: int | None = None) -> str | None:
    """What a run at this moment posts."""
    chosen = await prompts.choose(store, await a_run(store, at, schedule_id))
    if chosen is None:
        return None
    await deliveries.finish(store, chosen, "sent", message_id=at)
    return chosen.prompt_text


async def order(store: Store, guild: int = A) -> list[str]:
    return [one.text for one in await prompts.pool(store, guild)]


# Which one comes next


async def test_prompts_take_turns_and_used_ones_go_to_the_end(store: Store) -> None:
    await rest(store, 0)
    await prompts_of(store, "one", "two", "three")
    assert [await use(store, NOW + turn) for turn in range(4)] == ["one", "two", "three", "one"]
    await a_prompt(store, "new")
    assert await order(store) == ["two", "three", "one", "new"]


async def test_a_retry_keeps_the_prompt_that_was_chosen(store: Store) -> None:
    first, _ = await prompts_of(store, "one", "two")
    delivery = await a_run(store, NOW)
    chosen = await prompts.choose(store, delivery)
    assert chosen is not None
    assert (chosen.prompt_id, chosen.prompt_text) == (first, "one")
    await prompts.remove(store, A, first)
    saved = await deliveries.get(store, A, delivery.delivery_id)
    assert saved == chosen
    assert await prompts.choose(store, chosen) == chosen


@pytest.mark.parametrize("pick", ["order", "random"])
async def test_two_that_choose_for_one_delivery_choose_the_same(store: Store, pick: str) -> None:
    """Both have read it while it had no prompt yet."""
    await prompts_of(store, "one", "two", "three")
    delivery = await a_run(store, NOW, await scheduled(store, pick=pick))
    both = await asyncio.gather(*(prompts.choose(store, delivery) for _ in range(2)))
    assert both[0] == both[1] is not None
    pool = await prompts.pool(store, A)
    assert len([one for one in pool if one.last_used]) == 1


async def test_an_empty_pool_has_nothing_to_post(store: Store) -> None:
    await a_prompt(store, "elsewhere", B)
    assert await use(store, NOW) is None
    assert await prompts.take(store, A, None, NOW) is None


@pytest.mark.parametrize("pick", ["order", "random"])
@pytest.mark.parametrize(
    ("weeks", "later", "posted"),
    [
        (0, 1, "one"),
        (4, 3 * WEEK, None),
        (4, 4 * WEEK - DAY - 1, None),
        (4, 4 * WEEK - 3600, "one"),  # Clocks were put forward in between.
        (4, 4 * WEEK, "one"),
        (26, 25 * WEEK, None),
        (26, 26 * WEEK, "one"),
    ],
)
async def test_a_used_prompt_rests(
    store: Store, pick: str, weeks: int, later: int, posted: str | None
) -> None:
    await rest(store, weeks)
    await a_prompt(store, "one")
    schedule = await scheduled(store, pick=pick)
    assert await use(store, NOW, schedule) == "one"
    assert await use(store, NOW + later, schedule) == posted


async def test_without_a_choice_it_rests_half_a_year(store: Store) -> None:
    await a_prompt(store, "one")
    assert await use(store, NOW) == "one"
    assert await use(store, NOW + 25 * WEEK) is None
    assert await use(store, NOW + 26 * WEEK) == "one"


@pytest.mark.parametrize("ended", ["failed", "skipped"])
async def test_what_was_never_posted_does_not_rest(store: Store, ended: deliveries.State) -> None:
    await a_prompt(store, "one")
    chosen = await prompts.choose(store, await a_run(store, NOW))
    assert chosen is not None
    assert await use(store, NOW + 1) is None  # It is on its way.
    await deliveries.finish(store, chosen, ended, reason="gone")
    assert await use(store, NOW + 2) == "one"


async def test_a_schedule_keeps_to_its_theme(store: Store) -> None:
    for text, theme in (("one", ""), ("two", "Habits"), ("three", "Sharing"), ("four", "Habits")):
        await a_prompt(store, text, theme=theme)
    habits = await scheduled(store, theme="habits")
    assert [await use(store, NOW + turn, habits) for turn in range(3)] == ["two", "four", None]
    assert [await use(store, NOW + turn) for turn in range(9, 12)] == ["one", "three", None]


async def test_random_means_each_once_before_any_comes_again(store: Store) -> None:
    await rest(store, 0)
    texts = [f"prompt {place}" for place in range(6)]
    await prompts_of(store, *texts)
    schedule = await scheduled(store, pick="random")
    shown = [await use(store, NOW + turn * WEEK, schedule) for turn in range(16)]
    assert sorted(map(str, shown[:6])) == texts
    assert shown[:6] != texts
    # The last of a round counts for the next one too, so that none comes twice in a row.
    assert set(shown[5:11]) == set(shown[10:16]) == set(texts)
    assert all(one != following for one, following in itertools.pairwise(shown))


async def test_a_prompt_added_between_is_not_made_up_for(store: Store) -> None:
    await rest(store, 0)
    await prompts_of(store, "one", "two")
    schedule = await scheduled(store, pick="random")
    for turn in range(7):
        await use(store, NOW + turn, schedule)
    await a_prompt(store, "new")
    shown = [await use(store, NOW + turn, schedule) for turn in range(7, 13)]
    assert shown[0] == "new"
    assert shown.count("new") <= 3


async def test_random_in_two_communities_is_not_the_same(store: Store) -> None:
    """Nor the same every time in one: else the seed would be none."""
    await rest(store, 0)
    await prompts_of(store, *map(str, range(8)))
    schedule = await scheduled(store, pick="random")
    first = {await use(store, NOW + turn * 8, schedule) for turn in range(8)}
    assert len(first) == 8


async def test_only_what_is_ready_is_used(store: Store) -> None:
    retired, _ = await prompts_of(store, "retired", "ready")
    await prompts.retire(store, A, retired)
    await suggestions.suggest(store, A, "suggested", AINO, NOW)
    assert [await use(store, NOW + turn) for turn in range(2)] == ["ready", None]


async def test_a_post_beside_schedules_takes_the_next_and_puts_it_last(store: Store) -> None:
    _, second, third = await prompts_of(store, "one", "two", "three")
    await prompts.retire(store, A, third)
    taken = await prompts.take(store, A, None, NOW)
    assert taken is not None
    assert taken.text == "one"
    assert await order(store) == ["two", "one", "three"]
    # One that is asked for is taken whatever its state, but a suggestion.
    for wanted in (second, third):
        asked = await prompts.take(store, A, wanted, NOW)
        assert asked is not None
        assert asked.prompt_id == wanted
    await suggestions.suggest(store, A, "suggested", AINO, NOW)
    ((waiting,), _) = await suggestions.waiting(store, A, 1)
    assert await prompts.take(store, A, waiting.prompt_id, NOW) is None


# Its order and states


@pytest.mark.parametrize(
    ("which", "place", "becomes"),
    [
        (2, "first", "c a b d"),
        (0, "first", "a b c d"),
        (2, "earlier", "a c b d"),
        (0, "earlier", "a b c d"),
        (1, "later", "a c b d"),
        (3, "later", "a b c d"),
    ],
)
async def test_prompts_are_moved(store: Store, which: int, place: Place, becomes: str) -> None:
    # The retired one between them is stepped over.
    ids = await prompts_of(store, "a", "b", "out", "c", "d")
    await prompts.retire(store, A, ids.pop(2))
    assert await prompts.move(store, A, ids[which], place)
    assert await order(store) == [*becomes.split(), "out"]
    assert await use(store, NOW) == becomes[0]


async def test_what_is_retired_is_not_moved_and_comes_back_last(store: Store) -> None:
    first, _ = await prompts_of(store, "one", "two")
    assert await prompts.retire(store, A, first)
    assert not await prompts.retire(store, A, first)
    assert not await prompts.move(store, A, first, "first")
    assert [one.state for one in await prompts.pool(store, A)] == ["ready", "retired"]
    assert await prompts.reuse(store, A, first)
    assert not await prompts.reuse(store, A, first)
    assert await order(store) == ["two", "one"]


async def test_a_prompt_is_edited_and_its_posts_keep_their_text(store: Store) -> None:
    number = await a_prompt(store, "one", theme="Habits")
    chosen = await prompts.choose(store, await a_run(store, NOW))
    edited = await prompts.edit(store, A, number, "better", "sharing")
    assert edited is not None
    assert (edited.text, edited.theme, edited.last_used) == ("better", "sharing", NOW)
    assert chosen is not None
    saved = await deliveries.get(store, A, chosen.delivery_id)
    assert saved is not None
    assert saved.prompt_text == "one"
    assert await prompts.edit(store, A, 999, "x", "") is None


async def test_a_theme_is_spelled_one_way(store: Store) -> None:
    await a_prompt(store, "one", theme="Työtavat")
    second = await a_prompt(store, "two", theme="TYÖTAVAT")
    await prompts.edit(store, A, second, "two", "työtavat")
    assert await prompts.themes(store, A) == ["Työtavat"]
    await a_prompt(store, "three", theme="jakaminen")
    await a_prompt(store, "elsewhere", B, theme="Muualla")
    assert await prompts.themes(store, A) == ["jakaminen", "Työtavat"]


async def test_a_removed_prompt_leaves_its_posts_their_text(store: Store) -> None:
    number = await a_prompt(store, "one")
    delivery = await prompts.choose(store, await a_run(store, NOW))
    assert await prompts.remove(store, A, number)
    assert not await prompts.remove(store, A, number)
    assert await prompts.pool(store, A) == []
    assert delivery is not None
    saved = await deliveries.get(store, A, delivery.delivery_id)
    assert saved is not None
    assert saved.prompt_text == "one"


async def test_the_pool_is_full_at_its_limit(store: Store) -> None:
    async with store.write() as tx:
        await tx.run_many(
            "INSERT INTO prompts (guild_id, text, added_at) VALUES (?, ?, ?)",
            [(A, str(number), NOW) for number in range(MOST_PROMPTS - 1)],
        )
    # What waits takes no room, and finds none.
    await suggestions.suggest(store, A, "suggested", AINO, NOW)
    ((waiting,), _) = await suggestions.waiting(store, A, 1)
    both = await asyncio.gather(*(prompts.add(store, A, "x", "", BEN, NOW) for _ in range(2)))
    assert both.count(None) == 1
    assert await suggestions.approve(store, A, waiting.prompt_id) == "full"
    assert await starters.add(store, A, [("habits:1", "y", "Habits")], NOW) == 0
    assert await prompts.add(store, B, "x", "", BEN, NOW) is not None


async def test_posts_and_answers_are_counted(store: Store) -> None:
    number = await a_prompt(store, "one")
    for turn, answered in enumerate(((AINO, BEN), (AINO,))):
        run = await a_delivery(store)
        async with store.write() as tx:
            await tx.run("UPDATE deliveries SET prompt_id = ?", (number,))
        await deliveries.finish(store, run, "sent", message_id=turn)
        for who in answered:
            await a_reflection(store, run, who)
        for author in (b"one", b"two"):
            await anonymous.write(
                store, A, run.delivery_id, author, "x", intention="", least=3, now=NOW
            )
    # One that did not come about counts for nothing.
    failed = await a_delivery(store)
    await deliveries.finish(store, failed, "failed", reason="gone")
    assert await prompts.uses(store, A, [number], 3) == {number: Use(2, 0)}
    async with store.write() as tx:
        await tx.run("UPDATE deliveries SET closed_at = 1 WHERE state = 'sent'")
    assert await prompts.uses(store, A, [number], 3) == {number: Use(2, 7)}
    assert await prompts.uses(store, A, [number], 4) == {number: Use(2, 4)}
    assert await prompts.uses(store, B, [number], 3) == {}


async def test_only_communities_that_post_by_a_schedule_are_looked_after(store: Store) -> None:
    schedule = await scheduled(store)
    assert await prompts.posting(store) == []
    run = await a_delivery(store)
    assert await prompts.posting(store) == []
    await deliveries.finish(store, run, "sent", message_id=1)
    assert await prompts.posting(store) == [A]
    async with store.write() as tx:
        await tx.run("UPDATE schedules SET paused_at = 1 WHERE schedule_id = ?", (schedule,))
    assert await prompts.posting(store) == []


# Suggestions


async def test_a_suggestion_waits_and_is_approved(store: Store) -> None:
    await a_prompt(store, "one", theme="Habits")
    assert await suggestions.suggest(store, A, "mine", AINO, NOW) == "kept"
    ((waiting,), count) = await suggestions.waiting(store, A, 10)
    assert (waiting.text, waiting.author_id, waiting.state, count) == ("mine", AINO, "suggested", 1)
    assert await order(store) == ["one"]
    # Nothing that is for the pool finds it.
    which = (store, A, waiting.prompt_id)
    assert await prompts.get(*which) is None
    assert await prompts.edit(*which, "x", "") is None
    assert not await prompts.retire(*which)
    assert not await prompts.reuse(*which)
    assert not await prompts.remove(*which)
    assert not await prompts.move(*which, "first")
    both = await asyncio.gather(
        *(suggestions.approve(*which, "better", "habits") for _ in range(2))
    )
    assert sorted(both) == ["approved", "gone"]
    pool = await prompts.pool(store, A)
    assert [(one.text, one.theme) for one in pool] == [("one", "Habits"), ("better", "Habits")]
    assert await suggestions.waiting(store, A, 10) == ([], 0)
    assert not await suggestions.decline(*which)


async def test_a_declined_suggestion_is_gone(store: Store) -> None:
    await suggestions.suggest(store, A, "mine", AINO, NOW)
    ((waiting,), _) = await suggestions.waiting(store, A, 1)
    assert await suggestions.get(store, A, waiting.prompt_id) == waiting
    assert await suggestions.decline(store, A, waiting.prompt_id)
    assert await suggestions.approve(store, A, waiting.prompt_id) == "gone"
    assert await suggestions.get(store, A, waiting.prompt_id) is None
    assert await store.read("SELECT 1 FROM prompts") == []


async def test_a_member_and_a_community_have_so_many_waiting(store: Store) -> None:
    together = (suggestions.suggest(store, A, "x", AINO, NOW) for _ in range(MOST_OWN + 2))
    kept = await asyncio.gather(*together)
    assert sorted(kept) == ["kept"] * MOST_OWN + ["own full"] * 2
    for who in range(MOST_WAITING - MOST_OWN):
        assert await suggestions.suggest(store, A, "x", who + 1, NOW) == "kept"
    assert await suggestions.suggest(store, A, "x", BEN, NOW) == "full"
    assert await suggestions.suggest(store, B, "x", AINO, NOW) == "kept"
    # One that was dealt with makes room.
    ((first, *_), _) = await suggestions.waiting(store, A, 10)
    await suggestions.approve(store, A, first.prompt_id)
    assert await suggestions.suggest(store, A, "x", AINO, NOW) == "kept"


async def test_erasing_takes_what_waits_and_leaves_what_was_taken(store: Store) -> None:
    for text in ("taken", "waiting"):
        await suggestions.suggest(store, A, text, AINO, NOW)
    await suggestions.suggest(store, A, "ben's", BEN, NOW)
    await suggestions.suggest(store, B, "elsewhere", AINO, NOW)
    ((first, *_), _) = await suggestions.waiting(store, A, 10)
    await suggestions.approve(store, A, first.prompt_id)
    exported = (await privacy.export(store, A, AINO))["prompts"]
    assert [(row["text"], row["state"]) for row in exported] == [
        ("taken", "ready"),
        ("waiting", "suggested"),
    ]
    await privacy.erase(store, A, AINO)
    rows = await store.read("SELECT text, author_id FROM prompts ORDER BY prompt_id")
    assert [tuple(row) for row in rows] == [("taken", None), ("ben's", BEN), ("elsewhere", AINO)]


# Starter sets

SET = [("habits:1", "When?", "Habits"), ("sharing:1", "With whom?", "Sharing")]


async def test_a_starter_set_is_added_once(store: Store) -> None:
    await a_prompt(store, "own")
    assert await starters.add(store, A, SET[:1], NOW) == 1
    assert await starters.add(store, A, SET, NOW) == 1
    assert await starters.add(store, A, SET, NOW) == 0
    assert await order(store) == ["own", "When?", "With whom?"]
    assert await prompts.themes(store, A) == ["Habits", "Sharing"]
    # Its authors are no members here.
    assert [one.author_id for one in await prompts.pool(store, A)] == [MO, None, None]
    assert await starters.add(store, B, SET, NOW) == 2


async def test_a_starter_that_is_retired_is_there(store: Store) -> None:
    await starters.add(store, A, SET, NOW)
    await prompts.retire(store, A, (await prompts.pool(store, A))[0].prompt_id)
    assert await starters.add(store, A, SET, NOW) == 0


async def test_unused_starters_are_taken_out_again(store: Store) -> None:
    await a_prompt(store, "When?")  # The same words, and the community's own.
    await starters.add(store, A, [*SET, ("habits:2", "How?", "Habits")], NOW)
    _, _, whom, how = await prompts.pool(store, A)
    await prompts.take(store, A, how.prompt_id, NOW)
    run = await deliveries.deliver_now(
        store, A, "prompt", 1, "open", how.prompt_id, "How?", "2026-11-23", NOW
    )
    await deliveries.finish(store, run, "sent", message_id=1)
    await prompts.edit(store, A, whom.prompt_id, "With whom, and why?", "")
    assert await starters.take_out(store, B, ["When?"]) == 0
    assert await starters.take_out(store, A, ["When?", "With whom?", "How?"]) == 1
    assert await order(store) == ["When?", "With whom, and why?", "How?"]
