"""Nothing that leaves the bot, and nothing it keeps, tells who asked without a name."""

import json
import logging
import sqlite3
from pathlib import Path

import pytest

from bot.secret import Secret
from data import question_blocks
from tests.features.circle import Circle, answer, file_of, text_of, told
from tests.features.scenes import delete_everything
from tests.features.test_unnamed import TITLE, ask_unnamed, card_of, said, thread_of, write


async def no_file_holds(circle: Circle, who: int, backup: Path) -> None:
    """Neither the database, its log, nor a copy of it."""
    copy = sqlite3.connect(backup)
    with sqlite3.connect(circle.database) as source:
        source.backup(copy)
    copy.close()
    for path in (*circle.database.parent.glob("vinkki.db*"), backup):
        assert who.to_bytes(8, "big").lstrip(b"\0") not in path.read_bytes(), path.name
        assert str(who).encode() not in path.read_bytes(), path.name


async def no_table_holds(circle: Circle, who: int) -> None:
    store = circle.bot.store
    for row in await store.read("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for found in await store.read(f'SELECT * FROM "{row["name"]}"'):
            assert who not in tuple(found), row["name"]
            assert str(who) not in repr(tuple(found)), row["name"]


async def test_no_log_payload_table_or_copy_names_the_asker(
    asking: Circle, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """Ella does here what an asker can do, and is helped, blocked, and refused on the way."""
    for name in ("bot", "cogs", "data"):
        caplog.set_level(logging.DEBUG, name)
    await asking.set_up(moderators=asking.moderators)
    before = len(asking.env.http_requests)
    who = asking.ella.id
    # A question like it first, so that the draft waits while it is shown.
    form = await asking.ben.slash(asking.talk, "ask")
    await asking.ben.submit_modal(form, {"title": TITLE, "topics": "work", "how": ["named"]})
    title = "How do I tell my boss now?"
    question = await ask_unnamed(asking, asking.ella, title, "About pay.")
    card = card_of(asking, title)
    asking.env.inject_error(
        "POST", f"/channels/{thread_of(asking).id}/messages", status=500, times=1
    )
    form = await asking.ella.click(card, label="Write unnamed")
    await asking.ella.submit_modal(form, {"text": "And hours."})
    form = await asking.ella.click(card, label="Write unnamed")
    await asking.ella.submit_modal(form, {"text": "And hours."})
    reply = await asking.ben.send(thread_of(asking), "Plainly.")
    await asking.ella.context_menu(thread_of(asking), "Accept answer", reply)
    await asking.ella.click(card_of(asking, title), label="Reopen")
    await asking.restart()
    await asking.ella.slash(thread_of(asking), "question close", reason="never mind")
    await asking.ella.slash(thread_of(asking), "question reopen")
    await asking.ella.context_menu(thread_of(asking), "Accept answer", reply)
    await asking.ella.click(card_of(asking, title), label="Keep as tip")
    panel = answer(await asking.mo.click(card_of(asking, title), label="Write unnamed"))
    await asking.mo.click(panel, label="Block asker")
    await asking.ella.click(card_of(asking, title), label="Write unnamed")
    await asking.ella.slash(asking.talk, "ask")

    ours = [one for one in caplog.records if one.name.split(".")[0] in {"bot", "cogs", "data"}]
    assert ours
    assert not [one for one in ours if str(who) in f"{one.getMessage()} {one.args}"]
    sent = asking.env.http_requests[before:]
    assert [one for one in sent if "And hours." in json.dumps(one.json, default=str)]
    for one in sent:
        assert str(who) not in json.dumps([one.path, one.json], default=str)
    await no_table_holds(asking, who)
    await no_file_holds(asking, who, tmp_path / "copy.db")
    (block,) = await question_blocks.listed(asking.bot.store, asking.guild.id)
    assert block.question_id == question.question_id


async def test_no_answer_that_all_can_see_is_an_answer_to_the_asker(asking: Circle) -> None:
    """Discord shows beside a public answer who gave the command: the asker gets private ones."""
    await ask_unnamed(asking, asking.ben)
    reply = await asking.ella.send(thread_of(asking), "Plainly.")
    results = [await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)]
    results.append(await asking.ben.click(card_of(asking), label="Reopen"))
    results.append(await asking.ben.slash(thread_of(asking), "question close", reason="x"))
    results.append(await asking.ben.slash(thread_of(asking), "question reopen"))
    results.append(await write(asking, asking.ben, "More."))
    for result in results:
        own_card = result.response and result.response.id == card_of(asking).id
        shown = [*([] if own_card or not result.response else [result.response]), *result.followups]
        assert all(one.ephemeral for one in shown), result


async def test_two_questions_of_one_asker_cannot_be_linked(asking: Circle) -> None:
    """By what the store holds, without the key: whoever tries others' keys gets others' hashes."""
    asked = [await ask_unnamed(asking, asking.ben, f"{one} thing?") for one in ("One", "Another")]
    asked.append(await ask_unnamed(asking, asking.ella, "Third thing?"))
    hashes = [one.asker for one in asked]
    assert len({*hashes}) == 3
    guessed = Secret(bytes(32))
    for one in asked:
        for actor in (asking.ben, asking.ella, asking.mo):
            assert guessed.asker(asking.guild.id, one.question_id, actor.id) not in hashes
    # Nor is there anything else that only two of them share.
    rows = [
        dict(row)
        for row in await asking.bot.store.read("SELECT * FROM questions ORDER BY question_id")
    ]
    own = {"question_id", "asker", "title", "thread_id", "card_message_id", "card_channel_id"}
    times = {"asked_at", "active_at", "nudge_at"}
    for name in rows[0].keys() - own - times:
        assert len({row[name] for row in rows}) == 1, name


async def test_the_asker_writing_under_their_name_is_nobody_special(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await asking.ben.slash(thread_of(asking), "question close", reason="unneeded")
    await asking.ben.send(thread_of(asking), "Under my own name.")
    assert "Closed" in text_of(card_of(asking))
    (row,) = await asking.bot.store.read("SELECT state, answered_at FROM questions")
    assert row["state"] == "closed"
    assert row["answered_at"] is not None
    await asking.ben.click(card_of(asking), label="Reopen")
    own = next(one for one in thread_of(asking).history() if one.author.id == asking.ben.id)
    # Their own answer is thanked for like anybody's: else it would say whose question it is.
    await asking.ben.context_menu(thread_of(asking), "Accept answer", own)
    lines = "\n".join(text_of(one) for one in thread_of(asking).history())
    assert f"Thank you, <@{asking.ben.id}>" in lines
    assert "telling what helped" not in lines
    (row,) = await asking.bot.store.read("SELECT thanked FROM questions")
    assert row["thanked"] == 1


async def test_no_notice_waits_for_the_asker(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await asking.ben.click(card_of(asking), label="Follow")
    reply = await asking.ella.send(thread_of(asking), "Plainly.")
    await asking.mo.context_menu(thread_of(asking), "Accept answer", reply)
    for table in ("notices", "question_people", "question_thanks", "members"):
        rows = await asking.bot.store.read(f"SELECT * FROM {table} WHERE user_id = {asking.ben.id}")
        assert rows == [], table


async def test_the_export_of_others_tells_nothing_of_the_asker(asking: Circle) -> None:
    await ask_unnamed(asking, asking.ben)
    await write(asking, asking.ben, "More.")
    reply = await asking.ella.send(thread_of(asking), "Plainly.")
    await asking.ben.context_menu(thread_of(asking), "Accept answer", reply)
    for actor in (asking.ella, asking.mo):
        given = file_of(asking.env, await actor.slash(asking.talk, "data export"))
        assert str(asking.ben.id) not in given
        assert TITLE not in given
    mine = json.loads(file_of(asking.env, await asking.ben.slash(asking.talk, "data export")))
    (question,) = mine["unnamed_questions"]
    assert (question["title"], len(question["replies"])) == (TITLE, 1)
    told(await delete_everything(asking, asking.ben))
    assert said(asking) == []
