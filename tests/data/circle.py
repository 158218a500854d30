"""Aino and Ben, who each do all there is to do, and Mo, who only looks."""

from data import (
    anonymous,
    anonymous_blocks,
    communities,
    drafts,
    imports,
    notices,
    prompts,
    question_blocks,
    question_states,
    questions,
    reflections,
    reports,
    suggestions,
    tip_lists,
    tip_marks,
    tips,
    topic_changes,
    topics,
)
from data.imports import NewRow
from data.questions import Question
from data.store import Store
from data.tips import Tip
from tests.data.made import (
    AINO,
    BEN,
    HERE,
    NOW,
    A,
    a_delivery,
    a_question,
    a_reflection,
    a_schedule,
    a_tip,
    answered,
    sight,
)

NAMES = {AINO: "ainon", BEN: "benin"}
OWN = (
    *("vinkki", "aihe", "poistettu", "saate", "tulos", "luonnos", "linkki", "ilmoitus", "rivi"),
    *("riviaihe", "pohdinta", "kysymys", "lisä", "vastaus", "seurattu", "ehdotus"),
    *("kysymysluonnos", "kysymysluonnoslisä", "apuaihe"),
)
OWN_WORDS = tuple(f"ainon{what}" for what in OWN)
"""Words that only Aino ever wrote."""


def other(who: int) -> int:
    return BEN if who == AINO else AINO


async def tip_of(store: Store, who: int, guild: int = A) -> Tip:
    (tip,) = (await tip_lists.find(store, sight(guild), by=who))[0]
    return tip


async def asked_by(store: Store, who: int, guild: int = A) -> Question:
    found, _ = await questions.listed(store, guild, [HERE])
    (own,) = [one for one in found if one.asker_id == who]
    return own


def reflected(who: int) -> int:
    """The message of their reflection."""
    return 200 + who % 10


def offered(who: int) -> int:
    """The message that offers what they are about to share."""
    return 250 + who % 10


async def circle(store: Store, guild: int = A) -> None:
    """Each does all there is to do, together where it can be together."""
    for who in NAMES:
        await _for_oneself(store, guild, who)
    for who in NAMES:
        await _for_another(store, guild, who)
    delivery = await a_delivery(store, guild)
    for who, name in NAMES.items():
        written = await a_reflection(store, delivery, who, f"{name}pohdinta")
        await reflections.posted(store, guild, written.reflection_id, 12, reflected(who))
    for author in (b"a" * 16, b"b" * 16, b"c" * 16):
        await anonymous.write(store, guild, delivery.delivery_id, author, "Whose?", "", 3, NOW)
    shown = await anonymous.settle(store, guild, delivery.delivery_id, NOW)
    for who, one in zip(NAMES, shown, strict=False):
        await anonymous_blocks.add(store, guild, one.answer_id, who, NOW)
    asked = {
        who: await a_question(
            store,
            guild,
            f"{name}kysymys",
            f"{name}lisä",
            (f"{name}aihe",),
            who,
            thread=guild * 10 + who % 10,
        )
        for who, name in NAMES.items()
    }
    for who in NAMES:
        await _in_question(store, asked[other(who)], who)
    await answered(store, asked[AINO], 301, BEN, "beninvastaus")
    await answered(store, asked[BEN], 302, AINO, "ainonvastaus")


async def _for_oneself(store: Store, guild: int, who: int) -> None:
    name = NAMES[who]
    given = {"topics": (f"{name}aihe",), "sharer_id": who}
    await a_tip(store, guild, f"{name}.example.org", note=f"{name}vinkki", **given)
    removed = await a_tip(store, guild, f"{name}.removed.org", note=f"{name}poistettu", **given)
    await tips.take_away(store, guild, removed.tip_id, "removed", who, NOW)
    await communities.choose_language(store, guild, who, "fi")
    await notices.choose_digest(store, guild, who, "week", NOW)
    await topics.follow(store, guild, who, (f"{name}seurattu",), NOW)
    links = (f"https://{name}linkki.org",)
    draft = await drafts.keep(store, guild, who, links, f"{name}luonnos", f"{name}aihe", NOW)
    await drafts.offered(store, guild, draft.draft_id, 12, offered(who))
    link = f"{name}rivi.org"
    # Each brings something of the other's, as a file of the community's does.
    rows = [
        NewRow(link, f"https://{link}", link, f"{name}rivi", f"{name}rivi", (topic,), whose, NOW)
        for link, name, topic, whose in (
            (link, name, f"{name}riviaihe", who),
            (f"brought{who % 10}.org", "some", "some", 77),
        )
    ]
    await imports.keep(store, guild, who, HERE, rows, NOW)
    await prompts.add(store, guild, f"Prompt of {name[:-1]}?", "", who, NOW)
    await suggestions.suggest(store, guild, f"{name}ehdotus", who, NOW)
    await a_schedule(store, guild, by=who)


async def _for_another(store: Store, guild: int, who: int) -> None:
    """As a member, and as a moderator."""
    name, tip = NAMES[who], await tip_of(store, other(who), guild)
    await tip_marks.add_note(store, guild, tip.tip_id, who, f"{name}saate", NOW)
    await tip_marks.tell_outcome(store, guild, tip.tip_id, who, f"{name}tulos", NOW)
    await tip_marks.save(store, guild, tip.tip_id, who, NOW)
    await notices.put(store, guild, who, notices.REMINDER, tip.tip_id, NOW)
    await reports.add(store, guild, "tip", tip.tip_id, who, "spam", f"{name}ilmoitus", NOW)
    # Somebody else's, hidden and judged by them; and topics that are nobody's own.
    topic = f"typed{who % 10}"
    given = {"sharer_id": 78 + who % 10, "topics": (topic,)}
    third = await a_tip(store, guild, f"third{who % 10}.org", **given)
    await tips.take_away(store, guild, third.tip_id, "hidden", who, NOW)
    await reports.add(store, guild, "tip", third.tip_id, 77, "spam", "A third one's.", NOW)
    await reports.close(store, guild, "tip", third.tip_id, who, NOW)
    await topic_changes.merge(store, guild, topic, "typed", who, NOW, new=True)


async def _in_question(store: Store, question: Question, who: int) -> None:
    """What there is to do about somebody else's question, and about nobody's."""
    guild, number, name = question.guild_id, question.question_id, NAMES[who]
    await question_states.mark_helpful(store, question, 400 + who % 10, who, 77, NOW)
    closed = await a_question(store, guild, "A third one's?", asker=77)
    await question_states.mark_helpful(store, closed, 410 + who % 10, 77, who, NOW)
    await question_states.close(store, closed, "moderator", who, at=NOW)
    unnamed = await a_question(store, guild, "Whose?", author=lambda _: b"a" * 16)
    await question_blocks.add(store, guild, unnamed.question_id, who, NOW)
    words = (f"{name}kysymysluonnos", f"{name}kysymysluonnoslisä", "")
    async with store.write() as tx:
        await tx.run(
            "INSERT INTO question_people (guild_id, question_id, user_id, helps, follows)"
            " VALUES (?, ?, ?, 1, 1)",
            (guild, number, who),
        )
        await tx.run("INSERT INTO question_thanks VALUES (?, ?, ?, ?)", (guild, number, who, NOW))
        await tx.run(
            "INSERT INTO question_drafts (guild_id, user_id, title, details, topics, place_id,"
            " made_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (guild, who, *words, HERE, NOW),
        )
        topic = f"{name}apuaihe"
        await tx.run("INSERT INTO helper_topics VALUES (?, ?, ?, ?, 0)", (guild, who, topic, topic))
