"""The fault table: step, what goes wrong, how it ends. docs/delivery.md has the same rows."""

ONCE = "posted once"
ONCE_LATE = "posted once, later"
HELD = "told; posted once if that ends within a day"
NOT_AGAIN = "not posted again"

AT_ONCE, MINUTES = "at once", "minutes later"

KILLED = [
    ("claimed", AT_ONCE),
    ("marked as sending", AT_ONCE),
    ("marked as sending", MINUTES),
    ("asked, not taken", AT_ONCE),
    ("asked, not taken", MINUTES),
    ("taken, not answered", AT_ONCE),
    ("taken, not answered", MINUTES),
    ("answered", AT_ONCE),
    ("answered", MINUTES),
    ("marked as sent", AT_ONCE),
    ("thread asked for, not made", AT_ONCE),
    ("thread made, not answered", AT_ONCE),
    ("thread noted", AT_ONCE),
]
"""Steps of a post at which the process is ended by SIGKILL, and when it is started again."""

STANDS_TOLD = "not posted again, told"
ANSWERED = [
    ("asked", "403 50001", HELD),
    ("asked", "403 50013", HELD),
    ("asked", "404 10003, a fetch agrees", HELD),
    ("asked", "404 10003, a fetch does not", ONCE_LATE),
    ("asked", "404 10008", NOT_AGAIN),
    ("asked", "429", ONCE_LATE),
    ("asked", "500", ONCE_LATE),
    ("asked", "502", ONCE_LATE),
    ("asked", "503", ONCE_LATE),
    ("asked", "timeout", ONCE_LATE),
    ("asked", "connection reset", ONCE_LATE),
    ("taken", "timeout", ONCE),
    ("taken", "connection reset", ONCE),
    ("looked for", "403 50001", STANDS_TOLD),
    ("looked for", "503", ONCE),
    ("looked for", "timeout", ONCE),
    ("thread asked for", "403 50013", ONCE),
    ("thread asked for", "503", ONCE),
    ("thread asked for", "timeout", ONCE),
]
"""Steps of a post, and what Discord answers at them until an hour later."""

STANDING = [
    ("due", "the bot is away for 72 hours", "told", "test_three_days_away_are_told_once"),
    ("due", "the bot is away for 20 hours", ONCE_LATE, "test_twenty_hours_away_are_caught_up"),
    (
        *("due", "the bot is away for five weeks", "the latest posted once, the others told"),
        "test_down_for_five_weeks_posts_the_latest_if_it_is_fresh",
    ),
    ("due", "the clock is set back a day", ONCE, "test_a_clock_set_back_posts_nothing_twice"),
    (
        *("due", "the clock is set forward a day", ONCE),
        "test_a_clock_set_forward_a_day_is_within_the_grace",
    ),
    (
        *("due", "the clock is set forward two days", "told"),
        "test_a_clock_set_forward_past_the_grace_skips_and_tells",
    ),
    ("due", "clocks change", ONCE, "test_on_the_day_clocks_change_it_comes_once"),
    (
        *("due", "the server is unavailable", ONCE_LATE),
        "test_a_server_that_was_away_gets_its_prompt_when_it_is_back",
    ),
    (
        *("due", "the bot was removed from the server", "posted once if it is back within a day"),
        "test_a_server_that_removed_the_bot_gets_nothing_until_it_is_back",
    ),
    (
        *("due", "another server hangs", ONCE),
        "test_a_server_that_hangs_does_not_delay_the_others",
    ),
    (
        *("claimed", "one schedule is broken", "the others posted once"),
        "test_one_that_cannot_be_claimed_holds_up_no_other",
    ),
    (
        *("claimed as missed", "SIGKILL before it is told", "told after the start"),
        "test_what_was_missed_is_told_also_when_killed_before",
    ),
    (
        *("claimed as missed", "503 when it is told", "told after the next start"),
        "test_what_was_missed_is_told_at_the_next_start_when_discord_refused",
    ),
    (
        *("asked", "429 with Retry-After", ONCE_LATE),
        "test_a_rate_limit_is_waited_out_as_long_as_discord_says",
    ),
    ("asked", "503 for two days", "told", "test_trouble_that_lasts_a_day_is_given_up_and_told"),
    (
        *("asked", "403 for several schedules", "told once, and asked once"),
        "test_a_closed_channel_is_told_once_and_left_alone",
    ),
    (
        *("asked", "403 after a lost answer", ONCE),
        "test_what_was_held_up_is_not_posted_when_it_may_stand_already",
    ),
    (
        *("taken", "SIGKILL, deleted before the start", NOT_AGAIN),
        "test_killed_after_discord_took_it_and_deleted_before_the_restart",
    ),
    (
        *("looked for", "no permission to read history", STANDS_TOLD),
        "test_a_cut_off_prompt_is_not_repeated_where_history_cannot_be_read",
    ),
    (
        *("sent", "the token is reset", "the process ends with 77"),
        "test_a_token_reset_while_it_runs_ends_the_process",
    ),
]
"""What tests of their own tell: step, what goes wrong, how it ends, the test."""


def rows() -> list[tuple[str, str, str]]:
    """The whole table."""
    return [
        *((step, f"SIGKILL, started again {later}", ONCE) for step, later in KILLED),
        *ANSWERED,
        *((step, wrong, ends) for step, wrong, ends, _ in STANDING),
    ]
