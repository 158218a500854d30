"""A member's own data: nothing of it is forgotten, and all of it comes out."""

import json

import pytest

from data import privacy, reports, tips, topic_changes
from data.privacy import ANSWERS, DONE, MEMBERS_OWN, SIGNED
from data.store import Store
from tests.data.circle import OWN_WORDS, circle, tip_of
from tests.data.made import (
    AINO,
    BEN,
    MO,
    NOW,
    A,
    B,
    a_delivery,
    a_reflection,
    a_tip,
    edit,
    everything,
)

# Integer columns that name no member. A column that is neither here nor in data.privacy's lists is
# one somebody forgot.
NO_MEMBER = {
    *("guild_id", "tip_id", "prompt_id", "schedule_id", "delivery_id", "reflection_id"),
    *("question_id", "document_id", "item_id", "channel_id", "message_id", "thread_id"),
    *("draft_id", "report_id", "import_id"),
    *("card_channel_id", "card_message_id", "answer_message_id", "tips_channel_id"),
    *("questions_channel_id", "prompts_channel_id", "place_id"),
    *("moderators_channel_id", "moderator_role_id"),
    *("shared_at", "thanked_at", "added_at", "weekday", "minute", "next_due", "slot", "due_at"),
    *("try_at", "tries", "sending_at", "written_at", "asked_at", "solved_at", "version"),
    *("state_at", "featured_at", "outdated_at", "checked_at", "dead_since", "saved_at"),
    *("changed_at", "followed_at", "made_at", "reported_at", "closed_at", "since"),
    *("card_stale", "stale", "uses", "position", "line", "total", "added", "known"),
    *("reminders_by_dm", "answer_id", "least", "anonymous_least", "intention_shown", "edited_at"),
    *("blocked_at", "probe_at", "rest_weeks", "low_pool_told_at", "reminders_put"),
    *("documents", "title", "body"),
    *("counts_from", "paused_at", "away_until", "reflect_reminders", "untold", "left_at"),
    *("duplicate_of", "thanked", "by_hand", "active_at", "answered_at", "idle_at", "thanks_asked"),
    *("nudge_at", "check_at", "keep_asked", "marked_at"),
    *(
        "helps",
        "follows",
        "unnamed",
        "count",
        "helpers_channel_id",
        "helper_role_id",
        "open_told_at",
    ),
    *(
        "open_told_at",
        "last_post_id",
        "nudge_hours",
        "quiet_from",
        "quiet_to",
        "idle_days",
        "check_months",
    ),
}


async def integer_columns(store: Store) -> set[tuple[str, str]]:
    found = set()
    for row in await store.read("SELECT name FROM sqlite_master WHERE type = 'table'"):
        name = row["name"]
        if name.startswith(("sqlite_", "documents_index")):
            continue
        for column in await store.read(f"PRAGMA table_info({name})"):
            if column["type"] == "INTEGER":
                found.add((name, column["name"]))
    return found


async def test_every_column_that_names_a_member_is_looked_after(store: Store) -> None:
    naming = {one for one in await integer_columns(store) if one[1] not in NO_MEMBER}
    assert naming == {*MEMBERS_OWN, *SIGNED, ANSWERS}


async def test_no_name_is_excused_that_could_be_a_members(store: Store) -> None:
    """Nor one that is no column any more: a new one of that name would go unseen."""
    assert not [name for name in NO_MEMBER if name.endswith("_by")]
    assert {column for _, column in await integer_columns(store)} >= NO_MEMBER


async def test_every_column_that_names_a_member_is_tried_below(store: Store) -> None:
    """Else what is found of a member, and what is not, would prove nothing of it."""
    await circle(store)
    for table, column in (*MEMBERS_OWN, *SIGNED, ANSWERS):
        rows = await store.read(f"SELECT 1 FROM {table} WHERE {column} = ?", (AINO,))
        assert rows, (table, column)
    shown = repr(await everything(store))
    assert [word for word in OWN_WORDS if word not in shown] == []


async def test_no_text_column_is_a_hidden_place_for_a_member(store: Store) -> None:
    """Ids are integers everywhere, so that the tests above see them."""
    await circle(store)
    for name, rows in (await everything(store)).items():
        for row in rows:
            assert not any(isinstance(one, str) and str(AINO) in one for one in row), name


async def test_the_export_holds_every_row_and_no_one_elses(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    assert {table: len(rows) for table, rows in found.items()} == {
        "members": 1,
        "tips": 2,
        "tip_notes": 1,
        "tip_thanks": 1,
        "tip_saves": 1,
        "topic_follows": 1,
        "notices": 4,
        "drafts": 1,
        "reports": 1,
        "import_rows": 1,
        "reflections": 1,
        "questions": 1,
        "unnamed_questions": 0,
        "question_people": 1,
        "question_helpful": 1,
        "question_thanks": 1,
        "question_drafts": 1,
        "helper_topics": 1,
        "prompts": 2,
        "schedules": 1,
        "tips_state_by": 2,
        "topic_changes": 1,
        "reports_closed_by": 1,
        "imports": 1,
        "anonymous_blocks_blocked_by": 1,
        "questions_closed_by": 1,
        "question_helpful_marked_by": 1,
        "question_blocks_blocked_by": 1,
        "anonymous_answers": 0,
        "accepted_answers": 1,
    }
    shown = repr(found)
    for table, column in (*MEMBERS_OWN, *SIGNED):
        if (table, column) not in DONE:
            assert [row[column] for row in found[table]] == [AINO] * len(found[table])
    assert [word for word in OWN_WORDS if word not in shown] == []
    assert found["accepted_answers"][0]["answer_message_id"] == 302
    for word in OWN_WORDS:
        # An answer in one's own question is part of it.
        if word != "ainonvastaus":
            assert word.replace("ainon", "benin") not in shown


async def test_what_a_moderator_did_is_theirs_and_not_what_they_did_it_to(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    (hidden,) = [row for row in found["tips_state_by"] if row["state"] == "hidden"]
    tip = await tips.get(store, A, hidden["tip_id"])
    assert tip is not None
    assert tip.sharer_id not in (AINO, BEN)
    assert tip.link_key not in repr(found)
    assert set(hidden) == {"tip_id", "state", "state_at"}
    assert "A third one's." not in repr(found)
    assert set(found["reports_closed_by"][0]) == {"report_id", "closed_at"}


async def test_which_moderator_it_was_is_not_told(store: Store) -> None:
    tip = await a_tip(store)
    await reports.add(store, A, "tip", tip.tip_id, AINO, "other", "My own is old.", NOW)
    await tips.take_away(store, A, tip.tip_id, "hidden", MO, NOW)
    await reports.close(store, A, "tip", tip.tip_id, MO, NOW)
    found = await privacy.export(store, A, AINO)
    assert (found["tips"][0]["state"], found["tips"][0]["state_at"]) == ("hidden", NOW)
    assert found["reports"][0]["closed_at"] == NOW
    assert str(MO) not in repr(found)


async def test_the_export_holds_the_topics_one_gave(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    assert [row["topics"] for row in found["tips"]] == [["ainonaihe"]] * 2
    assert found["questions"][0]["topics"] == ["ainonaihe"]
    assert "beninaihe" not in repr(found)


async def test_topics_are_exported_as_they_were_written(store: Store) -> None:
    """Whatever moderators made of them, and each once."""
    tip = await a_tip(store, topics=("exel", "excel"))
    await topic_changes.merge(store, A, "exel", "excel", MO, NOW)
    found = await privacy.export(store, A, AINO)
    assert sorted(found["tips"][0]["topics"]) == ["excel", "exel"]
    await edit(store, tip, topics_written=("data",))
    found = await privacy.export(store, A, AINO)
    assert found["tips"][0]["topics"] == ["data"]


async def test_the_export_holds_what_a_reflection_answers(store: Store) -> None:
    for text in ("What did you learn?", "What surprised you?"):
        await a_reflection(store, await a_delivery(store, text=text), AINO, f"To: {text}")
    found = await privacy.export(store, A, AINO)
    assert [(row["prompt"], row["text"]) for row in found["reflections"]] == [
        ("What did you learn?", "To: What did you learn?"),
        ("What surprised you?", "To: What surprised you?"),
    ]


async def test_the_export_is_plain_json(store: Store) -> None:
    await circle(store)
    found = await privacy.export(store, A, AINO)
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(("guild", "who"), [(A, MO), (B, AINO)])
async def test_the_export_of_a_stranger_is_empty(store: Store, guild: int, who: int) -> None:
    await circle(store)
    assert not any((await privacy.export(store, guild, who)).values())


async def test_others_words_on_ones_tip_stay_theirs(store: Store) -> None:
    await circle(store)
    tip = await tip_of(store, AINO)
    assert [one.note for one in tip.notes] == ["beninsaate"]
    assert "beninsaate" not in repr(await privacy.export(store, A, AINO))
    assert "beninsaate" in repr(await privacy.export(store, A, BEN))
