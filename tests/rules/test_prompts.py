"""When a pool runs dry, and how the starter sets' themes take turns."""

import pytest

from cogs.prompts.rules import dry_at, in_turn
from data.prompts import WEEK, Prompt

NOW = 1_795_400_000
RUNS = tuple(NOW + week * WEEK for week in range(1, 4))


def prompt(number: int, theme: str = "", used: int | None = None) -> Prompt:
    return Prompt(number, 1, f"prompt {number}", theme, "ready", number, None, NOW, used)


def plain(*weeks: int) -> list[tuple[int, str]]:
    return [(RUNS[week], "") for week in weeks]


@pytest.mark.parametrize(
    ("runs", "ready", "rest_weeks", "dry"),
    [
        (plain(), [], 26, None),
        (plain(0), [], 26, RUNS[0]),
        (plain(0), [prompt(1)], 26, None),
        (plain(0, 1), [prompt(1)], 26, RUNS[1]),
        (plain(0, 1), [prompt(1), prompt(2)], 26, None),
        # One that comes again at once lasts for ever.
        (plain(0, 1, 2), [prompt(1)], 0, None),
        # Rested by then, or not yet.
        (plain(0, 1), [prompt(1), prompt(2, used=RUNS[1] - 4 * WEEK)], 4, None),
        (plain(0, 1), [prompt(1), prompt(2, used=RUNS[1] - 3 * WEEK)], 4, RUNS[1]),
        (plain(0, 1, 2), [prompt(1, used=NOW), prompt(2)], 2, None),
        # Schedules share the pool; the time of a run counts, not the order they are given in.
        ([(RUNS[1], ""), (RUNS[0], ""), (RUNS[0], "")], [prompt(1), prompt(2)], 26, RUNS[1]),
        ([(RUNS[0], "habits")], [prompt(1), prompt(2, "Sharing")], 26, RUNS[0]),
        ([(RUNS[0], "habits")], [prompt(1), prompt(2, "Habits")], 26, None),
        # The first in the pool's order goes, though somebody else could use it only.
        ([(RUNS[0], ""), (RUNS[1], "habits")], [prompt(1, "Habits"), prompt(2)], 26, RUNS[1]),
    ],
)
def test_when_a_pool_runs_dry(
    runs: list[tuple[int, str]], ready: list[Prompt], rest_weeks: int, dry: int | None
) -> None:
    assert dry_at(runs, ready, rest_weeks) == dry


@pytest.mark.parametrize(
    ("groups", "turns"),
    [
        ([], ""),
        (["", ""], ""),
        (["abc"], "abc"),
        (["ad", "be", "cf"], "abcdef"),
        (["acde", "", "b"], "abcde"),
    ],
)
def test_groups_take_turns(groups: list[str], turns: str) -> None:
    assert "".join(in_turn(groups)) == turns
