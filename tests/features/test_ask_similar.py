"""Stories about earlier questions, shown before a new one is made."""

from typing import Any

import pytest
from simcord import interactions
from simcord.backend import serializers

from data import question_drafts, questions
from data.question_drafts import LASTS, WAITS
from tests.features.asking import anyway, ask, labelled, solve
from tests.features.circle import Circle, answer, file_of, raw_components, text_of, told, walk
from tests.features.scenes import forge, hidden
from tests.features.test_tip_ways import form_values

FIRST = "How do I merge two calendars?"
AGAIN = "Can I merge two calendars somehow?"
HELP = "Subscribe to the iCal address.\n\nThen wait a day.\nIt shows up.\nA fourth line."


async def rows(circle: Circle, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in await circle.bot.store.read(f"SELECT * FROM {table}")]


async def outcomes(circle: Circle) -> dict[str, int]:
    return dict(await question_drafts.counts(circle.bot.store, circle.guild.id))


def press(circle: Circle, actor: Any, message: Any, custom_id: str) -> None:
    """A press that does not wait for the one before it."""
    message_id, channel_id = int(message.id), circle.talk.id
    _, payload = interactions.base_payload(
        circle.env.backend,
        type=3,
        channel_id=channel_id,
        guild_id=circle.guild.id,
        user_id=actor.id,
        data={"custom_id": custom_id, "component_type": 2},
    )
    stored = circle.env.backend.get_message(channel_id, message_id)
    payload["message"] = dict(serializers.message_payload(circle.env.backend, stored))
    circle.env.backend.emit("INTERACTION_CREATE", payload)


def id_of(message: Any, label: str) -> str:
    parts = walk(one if isinstance(one, dict) else one.to_dict() for one in message.components)
    return next(str(one["custom_id"]) for one in parts if one.get("label") == label)


async def test_one_that_was_solved_is_shown_first_and_solves_it(asking: Circle) -> None:
    thread = await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    before = len(asking.place.threads)
    shown = await ask(asking, asking.mo, AGAIN)
    card = told(shown)
    assert "Does one of these solve it?" in card
    assert f"[{FIRST}](<https://discord.com/channels/{asking.guild.id}/{thread.id}>)" in card
    assert "> Subscribe to the iCal address." in card
    assert "> It shows up. …" in card
    assert "fourth" not in card
    assert await outcomes(asking) == {"shown": 1}

    await asking.restart()
    done = await asking.mo.click(answer(shown), label="This solved it")
    assert f"<@{asking.ella.id}> gets your thanks" in text_of(answer(done))
    assert labelled(answer(done)) == set()
    assert len(asking.place.threads) == before
    (thanks,) = await rows(asking, "question_thanks")
    assert thanks["user_id"] == asking.mo.id
    assert await rows(asking, "question_drafts") == []
    assert await outcomes(asking) == {"shown": 1, "solved": 1}


async def test_it_is_asked_anyway(asking: Circle) -> None:
    await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    shown = await ask(asking, asking.mo, AGAIN, details="_Mine_ is on paper.", topics="paper")
    await asking.restart()
    done = await asking.mo.click(answer(shown), label="Ask anyway")
    thread = asking.place.threads[-1]
    assert thread.name == AGAIN
    assert f"<#{thread.id}>" in text_of(answer(done))
    assert labelled(answer(done)) == set()
    (asked,) = [one for one in await rows(asking, "questions") if one["title"] == AGAIN]
    assert (asked["details"], asked["asker_id"]) == ("_Mine_ is on paper.", asking.mo.id)
    assert await rows(asking, "question_drafts") == []
    assert await outcomes(asking) == {"shown": 1, "asked": 1}


async def test_what_nobody_asked_before_is_asked_at_once(asking: Circle) -> None:
    await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    assert "is open in" in told(await ask(asking, asking.mo, "Zebra xylophone?"))
    assert await outcomes(asking) == {}


async def test_an_open_one_can_be_followed(asking: Circle) -> None:
    await ask(asking, asking.ben, FIRST)
    shown = await ask(asking, asking.mo, AGAIN)
    assert "no answer yet" in told(shown)
    assert "This solved it" not in labelled(answer(shown))
    done = await asking.mo.click(answer(shown), label="Follow this")
    assert "hear how it ends" in text_of(answer(done))
    (person,) = await rows(asking, "question_people")
    assert (person["user_id"], person["follows"]) == (asking.mo.id, 1)
    assert len(asking.place.threads) == 1


async def test_solved_ones_come_before_open_ones_and_closed_ones_do_not_come(
    asking: Circle,
) -> None:
    await anyway(asking.ben, await ask(asking, asking.ben, "Merge calendars, open?"))
    await solve(asking, asking.ben, "Merge calendars, solved?", asking.ella, HELP)
    await anyway(asking.ben, await ask(asking, asking.ben, "Merge calendars, closed?"))
    async with asking.bot.store.write() as tx:
        await tx.run(
            "UPDATE questions SET state = 'closed', closed_why = 'unneeded'"
            " WHERE title LIKE '%closed?'"
        )
    card = told(await ask(asking, asking.mo, "Merge calendars?"))
    assert card.index("solved?") < card.index("open?")
    assert "closed?" not in card


async def test_only_what_the_reader_may_see(circle: Circle) -> None:
    secret = await hidden(circle, circle.ben, circle.ella, circle.mo)
    circle.place = secret
    await circle.set_up(questions=secret)
    form = await circle.ben.slash(secret, "ask")
    await circle.ben.submit_modal(form, {"title": FIRST, "details": "", "topics": ""})
    await circle.set_up(questions=circle.questions)
    assert "on avoinna" in told(await ask(circle, circle.aino, AGAIN))
    shown = await ask(circle, circle.ella, "To merge two calendars, how?")
    assert FIRST in told(shown)
    # Pressed when it is out of sight.
    await circle.permit(secret, circle.ella, view_channel=False)
    first = next(one for one in await rows(circle, "questions") if one["title"] == FIRST)
    wanted = f":{first['question_id']}"
    ids = [str(one.get("custom_id")) for one in walk(raw_components(answer(shown)))]
    pressed = next(one for one in ids if one.endswith(wanted))
    result = await circle.ella.click(answer(shown), custom_id=pressed)
    assert "That question is gone" in told(result)


async def test_another_community_is_never_shown_or_thanked(asking: Circle) -> None:
    await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    _, general, eve = asking.another_guild()
    await asking.env.settle()
    form = await eve.slash(general, "ask")
    asked = await eve.submit_modal(form, {"title": AGAIN, "details": "", "topics": ""})
    assert "is open in" in told(asked)
    form = await eve.slash(general, "ask")
    shown = await eve.submit_modal(form, {"title": AGAIN, "details": "", "topics": ""})
    assert FIRST not in told(shown)
    (first,) = [one for one in await rows(asking, "questions") if one["title"] == FIRST]
    draft = id_of(answer(shown), "Ask anyway").split(":")[1]
    forge(asking, answer(shown), f"question.solved-this:{draft}:{first['question_id']}")
    assert "That question is gone" in told(await eve.click(answer(shown), label="Forged"))
    assert await rows(asking, "question_thanks") == []


@pytest.mark.parametrize(
    "forged",
    [
        "question.ask-anyway:1",
        "question.ask-anyway:x:y",
        "question.solved-this",
        "question.solved-this:0:-1",
    ],
)
async def test_made_up_ids_are_answered(asking: Circle, forged: str) -> None:
    shown = await ask(asking, asking.mo, FIRST)
    shown = await ask(asking, asking.mo, AGAIN)
    forge(asking, answer(shown), forged)
    assert "settled already" in told(await asking.mo.click(answer(shown), label="Forged"))


async def test_two_presses_at_once_ask_once(asking: Circle) -> None:
    await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    card = answer(await ask(asking, asking.mo, AGAIN))
    for label in ("Ask anyway", "Ask anyway", "This solved it"):
        press(asking, asking.mo, card, id_of(card, label))
    await asking.env.settle()
    asked = [one for one in await rows(asking, "questions") if one["title"] == AGAIN]
    thanks = await rows(asking, "question_thanks")
    assert len(asked) + len(thanks) == 1
    assert len([one for one in asking.place.threads if one.name == AGAIN]) == len(asked)


async def test_one_that_was_reopened_meanwhile_solves_nothing(asking: Circle) -> None:
    await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    shown = await ask(asking, asking.mo, AGAIN)
    async with asking.bot.store.write() as tx:
        await tx.run("UPDATE questions SET state = 'closed', answer_message_id = NULL")
    assert "has changed meanwhile" in told(
        await asking.mo.click(answer(shown), label="This solved it")
    )
    assert len(await rows(asking, "question_drafts")) == 1
    assert "Asked" not in told(await asking.mo.click(answer(shown), label="Ask anyway"))
    assert asking.place.threads[-1].name == AGAIN


async def test_the_form_brings_back_what_was_about_to_be_asked(asking: Circle) -> None:
    await ask(asking, asking.ben, FIRST)
    await ask(asking, asking.mo, AGAIN, details="Mine.", topics="paper, outlook")
    await asking.restart()
    form = await asking.mo.slash(asking.talk, "ask")
    assert form_values(form) == {"title": AGAIN, "details": "Mine.", "topics": "paper, outlook"}
    assert form_values(await asking.ella.slash(asking.talk, "ask"))["title"] == ""
    assert form_values(await asking.mo.slash(asking.talk, "ask", title="Else?"))["title"] == "Else?"
    # Sent anew it takes the other's place.
    await asking.mo.submit_modal(
        form, {"title": "Merging two calendars?", "details": "", "topics": ""}
    )
    (draft,) = await rows(asking, "question_drafts")
    assert draft["title"] == "Merging two calendars?"
    await asking.env.advance_time(WAITS + 1)
    assert form_values(await asking.mo.slash(asking.talk, "ask"))["title"] == ""


async def test_after_a_day_it_is_over(asking: Circle) -> None:
    await ask(asking, asking.ben, FIRST)
    shown = await ask(asking, asking.mo, AGAIN)
    await asking.env.advance_time(LASTS + 1)
    assert await rows(asking, "question_drafts") == []
    assert "longer than a day" in told(await asking.mo.click(answer(shown), label="Ask anyway"))


async def test_the_quota_gives_the_text_back(asking: Circle) -> None:
    await ask(asking, asking.ben, FIRST)
    shown = await ask(asking, asking.mo, AGAIN, details="Mine.")
    async with asking.bot.store.write() as tx:
        for number in range(questions.DAILY_PER_MEMBER):
            await tx.run(
                "INSERT INTO questions (guild_id, asker_id, title, details, state, asked_at,"
                " active_at, thread_id) VALUES (?, ?, 'x', '', 'open', ?, 0, ?)",
                (asking.guild.id, asking.mo.id, asking.bot.seconds(), number + 1),
            )
    result = await asking.mo.click(answer(shown), label="Ask anyway")
    assert "a day's worth of questions" in told(result)
    assert "file below" in told(result)
    assert file_of(asking.env, result) == f"{AGAIN}\n\nMine."
    assert len(await rows(asking, "question_drafts")) == 1


async def test_a_refused_post_gives_the_text_back(asking: Circle) -> None:
    await ask(asking, asking.ben, FIRST)
    shown = await ask(asking, asking.mo, AGAIN, details="Mine.")
    asking.env.inject_error("POST", "/channels/*", status=403, code=50013, times=None)
    result = await asking.mo.click(answer(shown), label="Ask anyway")
    asking.env.backend.faults.clear()
    assert "could not post" in told(result)
    assert file_of(asking.env, result) == f"{AGAIN}\n\nMine."


async def test_five_of_the_longest_fit(asking: Circle) -> None:
    for number in range(6):
        title = f"merge {number} " + "[*" * 45
        await solve(asking, asking.ben, title, asking.ella, "merge\n" + "_*>" * 600)
    async with asking.bot.store.write() as tx:
        await tx.run("UPDATE questions SET outdated_at = 1 WHERE title LIKE 'merge 2%'")
    shown = await ask(asking, asking.mo, "merge " + "_" * 94, details="`" * 1500)
    card = told(shown)
    assert sum(f"merge {number}" in card for number in range(6)) == 5
    assert "out of date" not in card.partition("Ask anyway")[0].split("\n> ")[1]
    done = await asking.mo.click(answer(shown), label="Ask anyway")
    assert "is open in" in text_of(answer(done))


async def test_in_finnish(asking: Circle) -> None:
    await solve(
        asking, asking.ben, "Miten yhdistän kaksi kalenteria?", asking.ella, "Tilaa osoite."
    )
    shown = await ask(asking, asking.aino, "Kaksi kalenteria, miten yhdistän?")
    assert "Ratkaiseeko jokin näistä?" in told(shown)
    assert labelled(answer(shown)) == {"Tämä ratkaisi", "Kysy silti"}
    done = await asking.aino.click(answer(shown), label="Tämä ratkaisi")
    assert "saa kiitoksesi" in text_of(answer(done))


# Without a name


async def test_what_is_asked_without_a_name_holds_none(asking: Circle) -> None:
    await ask(asking, asking.ben, FIRST)
    shown = await ask(asking, asking.mo, AGAIN, how=["unnamed"])
    (draft,) = await rows(asking, "question_drafts")
    assert str(asking.mo.id) not in repr(draft)
    assert "Follow this" not in labelled(answer(shown))
    # It is not brought back to anybody.
    assert form_values(await asking.mo.slash(asking.talk, "ask"))["title"] == ""
    await asking.restart()
    done = await asking.mo.click(answer(shown), label="Ask anyway")
    assert "Write unnamed" in text_of(answer(done))
    (asked,) = [one for one in await rows(asking, "questions") if one["title"] == AGAIN]
    assert asked["asker_id"] is None
    number = asked["question_id"]
    assert asked["asker"] == asking.bot.secret.asker(asking.guild.id, number, asking.mo.id)
    posted = [one for one in asking.env.http_requests if "/callback" not in one.path]
    assert str(asking.mo.id) not in repr([one.json for one in posted if one.method == "POST"])


async def test_thanks_without_a_name_leave_no_row(asking: Circle) -> None:
    await solve(asking, asking.ben, FIRST, asking.ella, HELP)
    shown = await ask(asking, asking.mo, AGAIN, how=["unnamed"])
    done = await asking.mo.click(answer(shown), label="This solved it")
    assert "Good that it is solved" in text_of(answer(done))
    assert await rows(asking, "question_thanks") == []
    assert await outcomes(asking) == {"shown": 1, "solved": 1}


async def test_the_form_says_who_can_see_what(asking: Circle) -> None:
    form = await asking.mo.slash(asking.talk, "ask")
    parts = form.modal["components"]
    assert len(parts) == 5
    assert "cannot see who asked" in parts[4]["content"]


async def test_who_is_blocked_asks_with_their_name(asking: Circle) -> None:
    await ask(asking, asking.mo, FIRST, how=["unnamed"])
    form = await asking.mo.slash(asking.talk, "ask")
    (asked,) = await rows(asking, "questions")
    async with asking.bot.store.write() as tx:
        await tx.run(
            "INSERT INTO question_blocks VALUES (?, ?, ?, NULL, 0)",
            (asking.guild.id, asked["question_id"], asked["asker"]),
        )
    sent = {"title": "Zebra?", "details": "", "topics": "", "how": ["unnamed"]}
    result = await asking.mo.submit_modal(form, sent)
    assert "ended asking without a name" in told(result)
    assert file_of(asking.env, result) == "Zebra?"
    form = await asking.mo.slash(asking.talk, "ask")
    assert len(form.modal["components"]) == 4
    assert "ended asking without a name" in form.modal["components"][3]["content"]


# From elsewhere


async def test_words_that_were_not_found_become_a_question(asking: Circle) -> None:
    shown = await ask(asking, asking.ben, FIRST)
    forge(asking, answer(shown), "question.ask-this:ratio 1:2 in a  table")
    form = await asking.ben.click(answer(shown), label="Forged")
    assert form_values(form)["title"] == "ratio 1:2 in a table"
    assert "is open in" in told(
        await asking.ben.submit_modal(form, {**form_values(form), "how": ["named"]})
    )
