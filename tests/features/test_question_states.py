"""The table of docs/questions.md: code and page agree, and real presses walk all of it."""

import itertools
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.i18n import text
from cogs.questions.rules import NEXT, Act, after
from data.questions import State
from tests.features.circle import Circle, told
from tests.features.scenes import forge
from tests.features.test_questions import ask, card_of, thread_of

PAGE = Path(__file__).parents[2] / "docs/questions.md"
STATES = get_args(State)
# These are walked in the stories of what they belong to.
ELSEWHERE = {"still-needed", "write", "validate"}
ACTS = [act for act in get_args(Act) if act not in ELSEWHERE]


def test_the_page_and_the_code_agree() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (.*?) \| (.*?) \| (.*?) \|", PAGE.read_text(), re.MULTILINE
    )
    on_page = {
        (state, act): cell
        for act, *cells in rows
        for state, cell in zip(STATES, cells, strict=True)
        if cell != "–"
    }
    assert on_page == NEXT
    assert [act for act, *_ in rows] == list(get_args(Act))


async def bring(circle: Circle, state: State) -> Any:
    """A question in this state; returns an answer in its thread that is not accepted."""
    await ask(circle, circle.ben)
    thread = thread_of(circle)
    accepted = await circle.ella.send(thread, "First idea.")
    other = await circle.mo.send(thread, "Second idea.")
    if state == "solved":
        await circle.ben.context_menu(thread, "Accept answer", accepted)
    elif state == "closed":
        await circle.ben.slash(thread, "question close")
    return other


async def do(circle: Circle, act: Act, answer: Any) -> Any:
    """As somebody who still sees the card from before."""
    thread = thread_of(circle)
    if act == "accept":
        return await circle.ben.context_menu(thread, "Accept answer", answer)
    if act == "close":
        return await circle.ben.slash(thread, "question close")
    (row,) = await circle.bot.store.read("SELECT question_id FROM questions")
    card = card_of(circle)
    forge(circle, card, f"question.{act}:{row['question_id']}")
    actor = circle.ella if act in ("help", "follow") else circle.ben
    return await actor.click(card, label="Forged")


@pytest.mark.parametrize(("state", "act"), list(itertools.product(STATES, ACTS)))
async def test_every_transition_happens_or_is_refused_in_words(
    circle: Circle, state: State, act: Act
) -> None:
    await circle.set_up(questions=circle.questions)
    other = await bring(circle, state)
    result = await do(circle, act, other)
    (row,) = await circle.bot.store.read("SELECT state, answer_message_id FROM questions")
    follows = after(state, act)
    assert row["state"] == (follows or state)
    if follows is None:
        assert told(result) == text("en", f"question-cannot-{act}")
    if act == "accept":
        assert row["answer_message_id"] == other.id
