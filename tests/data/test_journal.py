"""Finding something again in one's own journal, by any form of its words."""

import pytest

from data import journal, reflections
from data.journal import ABOUT, DAY, MONTH, matches
from data.store import Store
from tests.data.made import AINO, BEN, NOW, A, B, a_delivery, a_reflection

FINNISH = [
    ("palaveri", "palaverissa"),
    ("palaveri", "palavereista"),
    ("palavereissa", "palaveri"),
    ("palaveri", "viikkopalaverissa"),
    ("Palaveri", "PALAVERIN"),
    ("ajatus", "ajatuksia"),
    ("ajatuksen", "ajatus"),
    ("kokous", "kokouksessa"),
    ("ihminen", "ihmisten"),
    ("ihmisiä", "ihminen"),
    ("oppiminen", "oppimisesta"),
    ("opin", "oppinut"),
    ("apua", "avusta"),
    ("tapa", "tavat"),
    ("palautteesta", "palautetta"),
    ("työ", "työssä"),
    ("asiakkaat", "asiakas"),
    ("käytäntö", "käytännön"),
    ("pöytä", "pöydällä"),
    ("viikon", "viikkoja"),
    ("kaupunki", "kaupungissa"),
    ("ranta", "rannalla"),
    ("kielto", "kiellon"),
    ("parta", "parran"),
    ("ongelma", "ongelmien"),
    ("huone", "huoneessa"),
    ("kokeilin", "kokeilla"),
    ("tiimini", "tiimille"),
    ("muistio", "muistiossakin"),
    ("excel", "Excelissä"),
]
ENGLISH = [
    ("learning", "learned"),
    ("meetings", "meeting"),
    ("notes", "note"),
    ("try", "tried"),
    ("planning", "plan"),
    ("team", "team's"),
    ("café", "cafe\u0301s"),
]
APART = [
    ("palaveri", "palata"),
    ("palaveri", "palaute"),
    ("kissa", "kirja"),
    ("tauko", "taulu"),
    ("työ", "tyttö"),
    ("kokous", "kokki"),
    ("ear", "learn"),
    ("kuusi", "kuuma"),
    ("vuosi", "vuori"),
    ("other", "order"),
    ("", "anything"),
    ("!?", "anything"),
    ('"*', "anything"),
]


@pytest.mark.parametrize(("words", "text"), [*FINNISH, *ENGLISH])
def test_a_word_is_found_in_its_other_forms(words: str, text: str) -> None:
    assert matches(words, f"Eilen {text}, and then.")


@pytest.mark.parametrize(("words", "text"), APART)
def test_another_word_is_not_found(words: str, text: str) -> None:
    assert not matches(words, text)


def test_every_word_counts() -> None:
    assert matches("tiimi palaveri", "Palaverissa oli koko tiimi.")
    assert not matches("tiimi kahvi", "Palaverissa oli koko tiimi.")


async def test_an_entry_is_found_by_its_prompt_its_text_and_its_intention(store: Store) -> None:
    first = await a_delivery(store, text="Mitä opit palaverista?")
    await a_reflection(store, first, AINO, "Kysyin ajoissa.")
    second = await a_delivery(store, text="Mikä yllätti?")
    await reflections.write(
        store, A, second.delivery_id, AINO, "Hiljaisuus.", "private", NOW, intention="Kysyn lisää."
    )
    await a_reflection(store, second, BEN, "Palaveri yllätti.")

    async def found(words: str, guild: int = A, user: int = AINO) -> list[str]:
        return [one.text for one in journal.find(await journal.entries(store, guild, user), words)]

    assert await found("palaveri") == ["Kysyin ajoissa."]
    assert await found("hiljaisuudesta") == ["Hiljaisuus."]
    assert await found("hiljaisuus") == ["Hiljaisuus."]
    assert await found("lisää") == ["Hiljaisuus."]
    assert await found("m") == ["Hiljaisuus.", "Kysyin ajoissa."]
    assert await found("palaveri", user=BEN) == ["Palaveri yllätti."]
    assert await found("palaveri", guild=B) == []


async def test_what_is_the_nearest_to_a_month_ago_is_remembered(store: Store) -> None:
    for days in (1, 24, 28, 33, 36):
        delivery = await a_delivery(store, text=f"{days} days ago")
        await reflections.write(
            store, A, delivery.delivery_id, AINO, f"{days}", "private", NOW - days * DAY
        )
    entries = await reflections.journal(store, A, AINO)

    def remembered(*days: int) -> str | None:
        held = [one for one in entries if int(one.text) in days]
        found = journal.month_ago(held, NOW)
        return found.text if found else None

    assert remembered(1, 24, 28, 33, 36) == "28"
    assert remembered(33, 36, 1) == "33"
    assert remembered(1, 24, 36) is None
    assert remembered() is None


@pytest.mark.parametrize(("off", "shown"), [(0, True), (1, False)])
async def test_how_far_from_a_month_it_may_be(store: Store, off: int, shown: bool) -> None:
    for sign in (-1, 1):
        delivery = await a_delivery(store, text="?")
        at = NOW - MONTH + sign * (ABOUT + off)
        one = await reflections.write(store, A, delivery.delivery_id, AINO, "x", "private", at)
        assert (journal.month_ago([one], NOW) == one) == shown
