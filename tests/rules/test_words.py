"""Words as the search knows them, in two languages at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import words
from data.words import LONGEST, document, split, word

TOGETHER = [
    *(("palaveri", "palavereista"), ("ihminen", "ihmisiä"), ("työ", "työssä")),
    *(("tauko", "tauolla"), ("apu", "avusta"), ("aika", "ajan"), ("excel", "excelissä")),
    *(("github", "githubista"), ("python", "pythonilla"), ("figma", "figmalla")),
    *(("kanban", "kanbanin"), ("teams", "teamsissa"), ("kirjautuminen", "kirjaudun")),
    *(("nauhoitus", "nauhoitimme"), ("nimeäminen", "nimeän")),
    *(("note", "notes"), ("child", "children"), ("plan", "planning"), ("funding", "funds")),
    *(("bug", "bugeja"), ("linkki", "link"), ("blogi", "blogs")),
    ("viikkopalaveri", "viikkopalavereissa"),
]
APART = [
    ("palaveri", "palata"),
    ("kissa", "kirja"),
    ("vuosi", "vuori"),
    ("hän", "han"),
    ("other", "order"),
    ("tieto", "tiedosto"),
]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert not set(word(one).all).isdisjoint(word(other).all)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_do_not(one: str, other: str) -> None:
    assert set(word(one).all).isdisjoint(word(other).all)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("salasananhallintaohjelma", {"salasana", "hallinta", "ohjelma"}),
        ("verkkokurssien", {"verkko", "kurssi"}),
        ("kirjoittamisoppaista", {"kirjoittaminen", "opas"}),
        ("koira", set()),
        ("discordissa", set()),
        ("taulukko", set()),
    ],
)
def test_compounds_have_parts(compound: str, parts: set[str]) -> None:
    assert set(word(compound).parts) == parts


def test_a_document_has_its_words_in_their_order() -> None:
    made = document("Salasanojen vaihto", "Käytä URL:n avaimia, tai etä-yhteyttä.")
    assert made.title == "salasana vaihto"
    assert made.body.split()[:3] == ["käyttää", "url", "avain"]
    assert "etäyhteyttä" in made.forms.split()


def test_what_is_no_letter_separates() -> None:
    written = split("C++, c# & a_b	日本語 ½ — Äiti’s")
    assert written == ["c", "c", "a", "b", "日本語", "1", "2", "äiti"]


@settings(deadline=None)  # The first words wait for the dictionaries.
@given(st.text(max_size=200))
def test_every_text_has_words_that_the_index_takes(text: str) -> None:
    made = document(text, text)
    tokens = " ".join((made.title, made.body, made.forms, made.parts)).split()
    assert all(one.isalnum() and len(one) <= 2 * LONGEST for one in tokens)
    # The index cuts at what is no letter or digit among these: nothing of that is left.
    assert not any(mark in one for one in tokens for mark in " \"'_-:*^()")


@settings(deadline=None)
@given(st.text("aiouyäöknstlrpvhmdbg", min_size=1, max_size=60))
def test_every_word_is_something(written: str) -> None:
    found = word(written)
    assert found.lemma
    assert found.lemma not in found.forms
    assert len(found.forms) < 12


def test_both_dictionaries_are_prepared_once() -> None:
    assert words._dictionaries() is words._dictionaries()
