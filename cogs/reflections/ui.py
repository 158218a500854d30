"""How reflections look: the form, and the post in the prompt's thread."""

import re

import discord

from bot import i18n, links
from bot.i18n import Language
from bot.reader import Reader
from bot.ui import PROMPT_COLOUR, Card, Choice, Field, first_line, flat
from cogs.reflections import rules
from data.anonymous import Answer
from data.deliveries import Delivery
from data.reflections import Reflection

_INTENTION = 240
"""Characters of a shown intention, escaped: with the longest text it fits in a card."""
_PROMPT = 1_000
"""Characters of a prompt above its form, escaped: the longest prompt fits."""


def reflection_card(reflection: Reflection, language: Language) -> Card:
    """An open reflection in the prompt's thread. 1,800 characters fit even if all are escaped."""
    writer = i18n.text(language, "reflection-by", writer=f"<@{reflection.user_id}>")
    lines = [writer, links.escape(reflection.text)]
    if reflection.intention and reflection.intention_shown:
        intention = links.one_line(reflection.intention, _INTENTION)
        lines.append(i18n.text(language, "reflection-intention", intention=intention))
    return Card("\n".join(lines), colour=PROMPT_COLOUR)


def writer_of(message: discord.Message) -> int | None:
    """Whose open reflection one of our messages shows, None when it shows none."""
    whose = re.fullmatch(r"\S+ <@(\d+)>", first_line(message))
    return int(whose[1]) if whose else None


def reflect_form(
    reader: Reader,
    delivery: Delivery,
    earlier: Reflection | Answer | None,
    previous: Reflection | Answer | None,
    *,
    closed: bool,
) -> tuple[str, list[Field | Choice | str]]:
    """`earlier` is what the reader wrote to this prompt, `previous` to the one they answered
    before: its intention is asked about as long as nothing is told of it, and when editing."""
    offered = rules.offered(delivery.visibility, closed=closed)
    # A single audience is told in the help text, before the act.
    only = offered[0] if len({rules.seen_by(one) for one in offered}) == 1 else None
    told = reader.text(f"reflect-help-{rules.seen_by(only)}" if only else "reflect-help-choice")
    parts: list[Field | Choice | str] = [
        _asked(reader, delivery, earlier, anonymous="anonymous" in offered),
        Field(
            "text",
            reader.text("reflect-label"),
            longest=rules.LONGEST,
            help=told,
            value=earlier.text if earlier else "",
            paragraph=True,
        ),
    ]
    if len(offered) > 1:
        chosen = _chosen(earlier) or offered[0]
        options = tuple((one, reader.text(f"shown-to-{one}"), one == chosen) for one in offered)
        parts.append(Choice("audience", reader.text("reflect-audience"), options))
    if previous and previous.intention and (earlier or not previous.outcome):
        parts.append(
            Field(
                "outcome",
                reader.text("reflect-outcome"),
                longest=rules.OUTCOME_LONGEST,
                help=reader.text("reflect-outcome-help", intention=flat(previous.intention, 70)),
                value=previous.outcome,
                paragraph=True,
                required=False,
            )
        )
    parts.append(
        Field(
            "intention",
            reader.text("reflect-intention"),
            longest=rules.INTENTION_LONGEST,
            help=reader.text("reflect-intention-help"),
            value=earlier.intention if earlier else "",
            required=False,
        )
    )
    return reader.text("reflect-title"), parts


def _asked(
    reader: Reader, delivery: Delivery, earlier: Reflection | Answer | None, *, anonymous: bool
) -> str:
    """The prompt, which may be out of sight, and who could see whose an anonymous answer is."""
    lines = [f"**{links.one_line(delivery.prompt_text, _PROMPT)}**"]
    if anonymous:
        least = reader.community.anonymous_least
        lines.append(reader.text("reflect-anonymous-told", least=least))
        if isinstance(earlier, Answer) and earlier.message_id:
            lines.append(reader.text("reflect-anonymous-stands"))
    return "\n".join(lines)


def _chosen(earlier: Reflection | Answer | None) -> rules.Wish | None:
    if earlier is None:
        return None
    if isinstance(earlier, Answer):
        return "anonymous"
    if earlier.visibility == "open" and earlier.intention_shown:
        return "open-intention"
    return earlier.visibility
