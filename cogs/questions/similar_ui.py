"""How asking looks: the form, and earlier questions before a new one."""

from collections.abc import Iterable, Sequence

import discord

from bot import i18n, links, topics
from bot.channels import jump
from bot.i18n import Language, stamp
from bot.reader import Reader
from bot.ui import QUESTION_COLOUR, Card, Choice, Field, button
from cogs.questions import rules
from cogs.questions.ui import question_name
from data.question_drafts import Draft, Wording
from data.questions import Question

_TOPICS = 200
_ANSWER = 280
"""Characters of an answer's beginning, with which five of them fit in a card."""
_LINES = 3
_NO_CHOICE = "alone"


def ask_form(
    reader: Reader, wording: Wording, *, blocked: bool
) -> tuple[str, list[Field | Choice | str]]:
    """`blocked` is somebody whom moderators let ask without a name no more."""
    title, details = wording.title, wording.details
    if len(title) > rules.TITLE_LONGEST:
        # A question too long for one line is not cut: it waits in the details.
        title, details = "", wording.typed
    parts: list[Field | Choice | str] = [
        Field(
            "title",
            reader.text("ask-form-title"),
            longest=rules.TITLE_LONGEST,
            help=reader.text("ask-form-title-help"),
            value=title,
        ),
        Field(
            "details",
            reader.text("ask-form-details"),
            longest=rules.DETAILS_LONGEST,
            help=reader.text("ask-form-details-help"),
            value=details[: rules.DETAILS_LONGEST],
            paragraph=True,
            required=False,
        ),
        Field(
            "topics",
            reader.text("ask-form-topics"),
            longest=_TOPICS,
            help=reader.text("ask-form-topics-help", most=topics.MOST),
            value=", ".join(wording.topics)[:_TOPICS],
            required=False,
        ),
    ]
    if blocked:
        return reader.text("ask-title"), [*parts, reader.text("ask-unnamed-blocked")]
    how = tuple(
        (one, reader.text(f"ask-how-{one}"), (one == "unnamed") == wording.unnamed)
        for one in ("named", "unnamed")
    )
    # Left empty it is asked with the name.
    parts.append(Choice("how", reader.text("ask-how"), how, required=False))
    parts.append(reader.text("ask-unnamed-told"))
    return reader.text("ask-title"), parts


def offer_card(draft: Draft, found: Sequence[Question], language: Language, heading: str) -> Card:
    """What was asked before, each with a way to say that it solved it, and the way to go on."""
    blocks: list[str | list[discord.ui.Item[discord.ui.View]]] = [heading]
    for question in found:
        blocks.append(shown(question, language))
        if question.state == "solved":
            blocks.append([_solved_this(question, language, "similar-solved-this", draft.draft_id)])
        elif draft.user_id is not None:
            # Following puts a name beside a question, which this one is to be asked without.
            blocks.append([_solved_this(question, language, "similar-follow-this", draft.draft_id)])
    label = i18n.text(language, "similar-ask-anyway")
    style = discord.ButtonStyle.primary
    # Asking is counted as a choice only where there was one.
    choice = [draft.draft_id] if found else [draft.draft_id, _NO_CHOICE]
    blocks.append([button(label, "question.ask-anyway", *choice, style=style)])
    return Card(*blocks, colour=QUESTION_COLOUR)


def post_card(question: Question, found: Iterable[Question], language: Language) -> Card:
    """The same in the thread of a post that somebody made by hand."""
    blocks: list[str | list[discord.ui.Item[discord.ui.View]]] = [
        i18n.text(language, "similar-in-post")
    ]
    for one in found:
        label = i18n.text(language, f"similar-same-{one.state}")
        where = (question.question_id, one.question_id)
        blocks += [shown(one, language), [button(label, "question.same", *where)]]
    label = i18n.text(language, "similar-dismiss")
    blocks.append([button(label, "question.dismiss", question.question_id)])
    return Card(*blocks, colour=QUESTION_COLOUR)


def settled_card(question: Question, draft: Draft, language: Language, *, public: bool) -> Card:
    """What the offer becomes when one of them solved it, or is followed."""
    how = "solved" if question.state == "solved" else "following"
    if public:
        how = f"public-{how}"
    elif how == "solved" and draft.user_id not in (None, question.answer_author_id):
        how = "thanked"
    told = i18n.text(
        language,
        f"similar-done-{how}",
        question=question_name(question),
        member=f"<@{draft.user_id}>",
        helper=f"<@{question.answer_author_id}>",
    )
    return Card(told, colour=QUESTION_COLOUR)


def _solved_this(
    question: Question, language: Language, label: str, draft_id: int
) -> discord.ui.Button[discord.ui.View]:
    said = i18n.text(language, label)
    return button(said, "question.solved-this", draft_id, question.question_id)


def shown(question: Question, language: Language) -> str:
    """A question as a link, and how its answer begins."""
    lines = [f"{i18n.text(language, f'question-head-{question.state}')} {question_name(question)}"]
    if question.state != "solved":
        when = stamp(question.asked_at, "R")
        key = "similar-open" if question.answered_at is None else "similar-being-answered"
        return "\n".join([*lines, i18n.text(language, key, when=when)])
    beginning = "\n".join(filter(str.strip, question.answer_text.split("\n")))
    if beginning:
        some = "\n".join(beginning.split("\n")[:_LINES])
        lines.append(links.quoted(some if some == beginning else f"{some} …", _ANSWER))
    assert question.thread_id is not None
    assert question.answer_message_id is not None
    where = jump(question.guild_id, question.thread_id, question.answer_message_id)
    lines.append(i18n.text(language, "similar-answer", where=where))
    if question.outdated_at is not None:
        when = stamp(question.outdated_at, "D")
        lines.append(i18n.text(language, "question-outdated", when=when))
    return "\n".join(lines)
