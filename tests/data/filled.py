"""A community with one of everything, and what its things can be asked for by."""

from typing import Any

from data import (
    anonymous,
    anonymous_blocks,
    closing,
    communities,
    days_off,
    deliveries,
    departures,
    digests,
    drafts,
    import_pieces,
    imports,
    kept_answers,
    leftovers,
    link_channels,
    notices,
    pauses,
    privacy,
    prompts,
    query,
    question_drafts,
    question_posts,
    question_replies,
    question_states,
    questions,
    reflections,
    reports,
    schedule_changes,
    starters,
    suggestions,
    synonyms,
    tip_marks,
    tips,
    topic_changes,
    topics,
)
from data.anonymous import Answer
from data.import_pieces import Sharing
from data.imports import Import, NewRow
from data.notices import REMINDER, Notice
from data.question_drafts import Wording
from data.question_states import Answer as Accepted
from data.questions import Question
from data.schedules import Run
from data.store import Store
from data.tips import Tip
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    MO,
    NOW,
    THERE,
    a_delivery,
    a_question,
    a_reflection,
    a_schedule,
    a_tip,
    answered,
    new_question,
    new_tip,
    now_is,
    sight,
)

WORD = "kvasaari"
"""Stands in everything that is written in it."""
LEFT = 7_000_000_000_000_004
"""A member whose data was erased."""
MISSED = Run("2026-11-16", NOW - 604_800)
FIRST, FOLLOWING = Run("2026-11-23", NOW), Run("2026-11-30", NOW + 604_800)
LINKS = (f"https://{WORD}.org",)
SHARING = Sharing((HERE,), open=True)


GIVEN: dict[str, Any] = {
    "kind": "prompt",
    "state": "solved",
    "visibility": "private",
    "every": "week",
    "weekday": 0,
    "minute": 0,
    "first": FIRST,
    "run": Run("2030-01-01", NOW + 99),
    "runs": [Run("2026-11-23", NOW)],
    "following": FOLLOWING,
    "text": "intruder",
    "title": "intruder",
    "body": "intruder",
    "details": "intruder",
    "theme": "intruder",
    "topics": ("intruder",),
    "prompt_text": "intruder",
    "local_date": "2026-11-23",
    "reason": "gone",
    "why": "gone",
    "probe_at": NOW,
    "dates": ["2026-12-25"],
    "pick": "random",
    "posts": 0,
    "skipped": FIRST,
    "was": FOLLOWING.due,
    "choice": "tips_channel_id",
    "value": 666,
    "language": "en",
    "by": 0,
    "to": 91,
    "offset": 0,
    "at": NOW,
    "part": "follows",
    "now": NOW,
    "limit": 100,
    "grace": 3600,
    "try_at": NOW,
    "try_again_at": NOW,
    "check_at": NOW,
    "user_ids": (AINO,),
    "hours": 4,
    "by_dm": True,
    "typed": "",
    "of": "all",
    "note": "intruder",
    "intention": "intruder",
    "least": 3,
    "most": 5,
    "url": "https://example.org/b",
    "host": "intruder",
    "topics_written": ("intruder",),
    "written": ("excel", "intruder"),
    "into": "intruder",
    "name": "featured_at",
    "outcome": "intruder",
    "before": NOW + 1,
    "number": 0,
    "post_id": 1,
    "wording": Wording("intruder"),
    "turn": 0,
    "since": NOW - 9,
    "until": NOW + 9,
    "more": "",
    "new_tips": 1,
    "stale": 0,
    "rhythm": "week",
    "due_at": NOW + 5,
    "kinds": ("reminder", "digest"),
    "table": "tip_topics",
    "verdict": "dead",
    "followed": ["excel"],
    "sharing": SHARING,
    "rows": [NewRow("intruder", "", "", "", "", ("intruder",), AINO, NOW)],
}
"""What a function is given besides, whatever it does with it."""
AIMED: dict[str, dict[str, Any]] = {
    "helpers.matching": {"places": (THERE,)},
    "question_posts.get": {"kind": "call"},
    "question_states.close": {"why": "unneeded"},
    "question_states.mark_helpful": {"message_id": 55_000},
    "question_drafts.count": {"outcome": "shown"},
    "question_states.thanked_back": {"asker_id": BEN, "author_id": AINO},
    "questions.remove_in": {"channel_id": HERE},
    "questions.add": {"new": new_question(title="intruder")},
    "departures.forget_some": {"tables": [departures.Table("questions", "question_id")]},
    "deliveries.thread_deleted": {"thread_id": 63},
    "digest_material.for_member": {"topics": ["excel"], "sight": sight(user=0)},
    "drafts.keep": {"topics": "intruder", "links": ("https://intruder.org",)},
    "imports.within": {"state": "ready"},
    "notices.done": {"following": None},
    "notices.stop": {"user_id": BEN},
    "prompts.move": {"place": "later"},
    "reflections.before": {"delivery_id": 10**9},
    "reports.add": {"reason": "spam"},
    "schedule_changes.pause": {"until": "2026-12-24"},
    "schedules.move": {"was": None},
    "indexing.add": {"item_id": 0},
    "found.find": {"wanted": query.parse(WORD)},
    "search.hits": {"wanted": query.parse(WORD)},
    "search.newest": {"typed": WORD},
    "search.similar": {"text": WORD},
    "search_narrowing.narrowed": {"topics": (), "by": (AINO,), "sorts": ()},
    "search_narrowing.newest_narrowed": {"topics": (), "by": (AINO,)},
    "synonyms.change": {"lines": "intruder = invader"},
    "starters.add": {"starters": [("intruder:1", "intruder", "")]},
    "starters.take_out": {"texts": [WORD]},
    "tips.take_away": {"state": "hidden"},
    "topic_changes.merge": {"new": True},
}
"""The same, for those that take something else by that name."""


async def fill(store: Store, guild: int) -> dict[str, Any]:
    """Give a community one of everything; returns what its things can be asked for by.

    `aimed` says it anew for those functions that are about another one of them.
    """
    await a_tip(store, guild, "example.org/left", place=81, sharer_id=LEFT)
    await privacy.erase(store, guild, LEFT)
    (leftover,) = await leftovers.waiting(store, guild)
    question = await a_question(
        store, guild, f"Where is {WORD}?", topics=("excel",), thread=41_000 + guild
    )
    question = await _questions(store, question)
    unnamed = await a_question(
        store, guild, WORD, author=lambda _: bytes(16), thread=42_000 + guild
    )
    begun = await _replies(store, unnamed)
    kept = await a_question(store, guild, WORD, thread=43_000 + guild)
    kept = await answered(store, kept, 56_000 + guild, BEN, WORD)
    await kept_answers.ask(store, guild, kept.question_id)
    wording = Wording(WORD, WORD, (WORD,))
    asking = await question_drafts.keep(store, guild, AINO, wording, HERE, NOW)
    waiting = await a_question(
        store,
        guild,
        WORD,
        topics=("excel",),
        asker=BEN,
        thread=44_000 + guild,
        place=THERE,
        nudge_at=NOW,
    )
    looked_for = await question_posts.get(store, guild, question.question_id, "call")
    prompt = await prompts.add(store, guild, WORD, "theme", MO, NOW)
    assert prompt is not None
    mine = await _prompts(store, guild)
    schedule = await a_schedule(store, guild)
    resting = await a_schedule(store, guild)
    await schedule_changes.rest(store, guild, resting.schedule_id, 0, NOW)
    missed, _ = await deliveries.claim(store, schedule, [MISSED, FIRST], FOLLOWING, NOW, 3600)
    await closing.closed(store, guild, missed.delivery_id, NOW)
    delivery = await a_delivery(store, guild, WORD)
    await deliveries.finish(store, delivery, "sent", message_id=61)
    await deliveries.set_thread(store, guild, delivery.delivery_id, 63)
    reflection = await a_reflection(store, delivery, AINO, WORD)
    await reflections.posted(store, guild, reflection.reflection_id, 63, 64)
    unknown = await reflections.write(store, guild, delivery.delivery_id, BEN, WORD, "open", NOW)
    answers = await _anonymous(store, guild, delivery.delivery_id)
    await communities.choose(store, guild, "tips_channel_id", 71)
    await communities.choose_language(store, guild, AINO, "fi")
    await communities.choose_reminders(store, guild, BEN, by_dm=True)
    await link_channels.choose(store, guild, (81,))
    await departures.left(store, guild, NOW + 9)
    tip, hidden = await _tips(store, guild)
    await topics.follow(store, guild, AINO, ("excel",), NOW)
    await topic_changes.merge(store, guild, "exel", WORD, MO, NOW, new=True)
    made = await _imports(store, guild)
    post = await deliveries.deliver_now(
        store, guild, "digest", HERE, "open", 0, WORD, "2026-11-23", NOW
    )
    picks = (("new", "excel", tip.tip_id),)
    await digests.keep(store, guild, post.delivery_id, NOW - 5, picks)
    await deliveries.finish(store, post, "sent", reason=deliveries.HALF, message_id=67)
    await pauses.put(store, guild, 81, "forbidden", NOW + 5)
    await days_off.put(store, guild, ["2026-12-24"])
    await synonyms.change(store, guild, f"{WORD} = pulsari")
    await tips.titled(store, guild, tip.tip_id, WORD)
    digest = await digests.get(store, sight(guild, AINO, (HERE,)), post.delivery_id)
    draft = await drafts.keep(store, guild, AINO, LINKS, WORD, WORD, NOW)
    await drafts.offered(store, guild, draft.draft_id, 81, 65)
    await reports.add(store, guild, "tip", tip.tip_id, BEN, "spam", WORD, NOW)
    told, by_dm, on_its_way = await _notices(store, guild, tip.tip_id, hidden.tip_id)
    replied = {"question_id": unnamed.question_id, "message_id": 53_000 + guild}
    digests_own = {"delivery_id": post.delivery_id, "digest": digest}
    return {
        "tip_id": tip.tip_id,
        "tip_ids": [tip.tip_id],
        "tip": await now_is(store, tip),
        "link_key": tip.link_key,
        "user_id": AINO,
        "asker_id": AINO,
        "author_id": AINO,
        "created_by": AINO,
        "answer_id": answers["unposted"].answer_id,
        "author": answers["unposted"].author,
        "authors": [(delivery.delivery_id, answers["unposted"].author)],
        "question_id": question.question_id,
        "question_ids": [question.question_id],
        "original": question,
        "draft": asking,
        "thread_id": question.thread_id,
        "message_id": 51_000 + guild,
        "message_ids": [tip.message_id, 51_000 + guild, 64],
        "place_id": HERE,
        "places": (HERE,),
        "sight": sight(guild, AINO, (HERE,)),
        "leftover": leftover,
        "prompt_id": prompt.prompt_id,
        "schedule_id": schedule.schedule_id,
        "delivery_id": delivery.delivery_id,
        "delivery": delivery,
        "schedule": schedule,
        "reflection_id": reflection.reflection_id,
        "channel_id": 81,
        "channel_ids": (91,),
        "card_channel_id": 81,
        "card_message_id": 82,
        "words": WORD,
        "topic": "excel",
        "beginning": "",
        "item_id": tip.tip_id,
        "item_ids": [tip.tip_id],
        "documents": [(tip.tip_id, "intruder", "intruder")],
        "question": question,
        "post": looked_for,
        "new": new_tip(guild, "example.org/a"),
        "answer": Accepted(54_000 + guild, BEN, "intruder"),
        "by_asker": False,
        "draft_id": draft.draft_id,
        "links": LINKS,
        "notice": told,
        "picks": picks,
        "import_id": made["ready"].import_id,
        "aimed": {
            "question_drafts.get": {"draft_id": asking.draft_id},
            "question_drafts.drop": {"draft_id": asking.draft_id},
            "question_drafts.offered": {"draft_id": asking.draft_id},
            **{
                name: {"question_id": waiting.question_id}
                for name in ("helpers.call", "helpers.call_within", "helpers.candidates")
            },
            "question_posts.call": {"question": waiting},
            "question_posts.ask_idle": {"question": waiting},
            "question_rounds.spoke": {"question_id": waiting.question_id, "at": NOW + 9},
            "question_blocks.add": {"question_id": unnamed.question_id},
            "question_blocks.own": {"askers": [(unnamed.question_id, bytes(16))]},
            "kept_answers.asked": {"question_id": kept.question_id},
            "question_replies.begin": {"question_id": unnamed.question_id},
            "question_replies.posted": {"question_id": unnamed.question_id, "number": begun},
            "question_replies.unposted": {"question_id": unnamed.question_id, "number": begun},
            "question_replies.stands": replied,
            "question_replies.take_back": replied,
            "question_replies.deleted": {"message_ids": [53_000 + guild]},
            "question_states.unmark_helpful": {"message_id": 52_000 + guild},
            "question_states.reopen": {"question": question},
            "question_states.close": {"question": unnamed},
            "question_states.ask_whether_solved": {"question": unnamed},
            "question_people.toggle": {"question": unnamed},
            "closing.over": {"delivery_id": missed.delivery_id},
            "anonymous.close": {"delivery_id": answers["held"].delivery_id},
            "anonymous.keep": {"answer_id": answers["short"].answer_id},
            "anonymous.remove": {"answer_id": answers["posted"].answer_id},
            "anonymous.messages_deleted": {"message_ids": [66]},
            "anonymous_blocks.lift": {"author": answers["posted"].author},
            "tips.bring_back": {"tip_id": hidden.tip_id},
            "tips.by_card": {"message_id": tip.message_id},
            "tip_marks.take_outcome": {"user_id": BEN},
            "tip_marks.take_note": {"user_id": BEN},
            "tip_marks.unsave": {"user_id": BEN},
            "topic_changes.undo": {"topic": "exel"},
            "topics.now_called": {"topic": "exel"},
            "reflections.found": {"reflection_id": unknown.reflection_id},
            "prompts.reuse": {"prompt_id": mine["retired"]},
            "prompts.uses": {"prompt_ids": [delivery.prompt_id]},
            "suggestions.get": {"prompt_id": mine["suggested"]},
            "suggestions.approve": {"prompt_id": mine["suggested"]},
            "suggestions.decline": {"prompt_id": mine["suggested"]},
            "notices.sending": {"notice": by_dm},
            "notices.unsent": {"notice": on_its_way},
            "deliveries.followed": {"delivery_id": post.delivery_id},
            "schedule_changes.told": {"schedule_id": resting.schedule_id},
            "deliveries.told": {"delivery_id": missed.delivery_id},
            "digests.get": digests_own,
            "digests.drawn": digests_own,
            "digests.made": {"picks": (("helpful", "", tip.tip_id),)},
            "import_pieces.put_piece": {"import_id": made["running"].import_id},
            "import_pieces.take_piece": {"import_id": made["undone"].import_id},
            "imports.undo": {"import_id": made["done"].import_id},
        },
    }


async def _prompts(store: Store, guild: int) -> dict[str, int]:
    """Besides the one that is ready: one in each other state."""
    retired = await prompts.add(store, guild, WORD, "", MO, NOW)
    assert retired is not None
    await prompts.retire(store, guild, retired.prompt_id)
    await suggestions.suggest(store, guild, WORD, AINO, NOW)
    await starters.add(store, guild, [("used:1", WORD, ""), ("used:2", f"{WORD} again", "")], NOW)
    ((suggested,), _) = await suggestions.waiting(store, guild, 1)
    return {"retired": retired.prompt_id, "suggested": suggested.prompt_id}


async def _anonymous(store: Store, guild: int, delivery_id: int) -> dict[str, Answer]:
    """One in each state; the writer of the posted one is blocked."""
    made = {}
    for state in ("short", "held"):
        post = await a_delivery(store, guild, WORD)
        one = await anonymous.write(store, guild, post.delivery_id, bytes(16), WORD, WORD, 3, NOW)
        assert one is not None
        made[state] = one
        if state == "short":
            await anonymous.close(store, guild, post.delivery_id)
    for place in range(3):
        author = bytes([place]) * 16
        await anonymous.write(store, guild, delivery_id, author, WORD, WORD, 3, NOW)
    made["posted"], made["unposted"], _ = await anonymous.settle(store, guild, delivery_id, NOW)
    await anonymous.posted(store, guild, made["posted"].answer_id, 63, 66)
    await anonymous_blocks.add(store, guild, made["posted"].answer_id, MO, NOW)
    return made


async def _questions(store: Store, question: Question) -> Question:
    """The question solved, with one of everything that hangs on it."""
    guild, number = question.guild_id, question.question_id
    solved = await answered(store, question, 51_000 + guild, BEN, WORD, thanked=True)
    await question_states.mark_helpful(store, solved, 52_000 + guild, MO, AINO, NOW)
    async with store.write() as tx:
        for table, values in (
            ("question_people", (guild, number, AINO, 1, 1, "asked")),
            ("question_thanks", (guild, number, MO, NOW)),
            ("question_blocks", (guild, number, bytes(16), MO, NOW)),
            ("helper_topics", (guild, AINO, "excel", "excel", 0)),
            ("question_posts", (guild, number, "call", 81, NOW, None, 0)),
            ("similar_counts", (guild, "shown", 1)),
        ):
            places = ", ".join("?" * len(values))
            await tx.run(f"INSERT INTO {table} VALUES ({places})", values)
        await tx.run("UPDATE questions SET check_at = ? WHERE question_id = ?", (NOW, number))
    now = await questions.get(store, guild, number)
    assert now is not None
    return now


async def _replies(store: Store, unnamed: Question) -> int:
    """One that stands in the thread, and one that was about to; returns the number of that."""
    which = (unnamed.guild_id, unnamed.question_id)
    first = await question_replies.begin(store, *which, NOW)
    assert isinstance(first, int)
    await question_replies.posted(store, *which, first, 53_000 + unnamed.guild_id)
    begun = await question_replies.begin(store, *which, NOW)
    assert isinstance(begun, int)
    return begun


async def _tips(store: Store, guild: int) -> tuple[Tip, Tip]:
    """One with all that hangs on it, its card stale, and one that moderators hid."""
    tip = await a_tip(store, guild, "example.org/a", note=WORD, topics=("excel", "exel"))
    for who in (AINO, BEN):
        await tip_marks.tell_outcome(store, guild, tip.tip_id, who, WORD, NOW)
    await tip_marks.save(store, guild, tip.tip_id, BEN, NOW)
    await tip_marks.add_note(store, guild, tip.tip_id, BEN, WORD, NOW)
    hidden = await a_tip(store, guild, "example.org/hidden", note=WORD)
    await tips.take_away(store, guild, hidden.tip_id, "hidden", MO, NOW)
    return tip, hidden


async def _notices(store: Store, guild: int, tip_id: int, other: int) -> tuple[Notice, ...]:
    """A reminder to be told, one for a direct message, and one that is being sent."""
    await notices.put(store, guild, AINO, REMINDER, tip_id, NOW)
    for item, due in ((tip_id, NOW), (other, NOW + 1)):
        await notices.put(store, guild, BEN, REMINDER, item, due)
    (told,) = await notices.of_member(store, guild, AINO, REMINDER)
    by_dm, on_its_way = await notices.of_member(store, guild, BEN, REMINDER)
    await notices.sending(store, on_its_way, NOW)
    return told, by_dm, on_its_way


async def _imports(store: Store, guild: int) -> dict[str, Import]:
    """One in each state, each with rows that are not tips yet."""
    made = {}
    for user, state in ((MO, "done"), (BEN, "undone"), (AINO, "running"), (LEFT, "ready")):
        link = f"{state}.org/{WORD}"
        row = NewRow(link, f"https://{link}", WORD, WORD, WORD, (WORD,), user, NOW)
        one = await imports.keep(store, guild, user, HERE, [row], NOW)
        if state != "ready":
            await imports.start(store, guild, one.import_id)
        if state in ("done", "undone"):
            await import_pieces.put_piece(store, guild, one.import_id, SHARING, NOW)
        if state == "undone":
            await imports.undo(store, guild, one.import_id)
        made[state] = one
    return made
