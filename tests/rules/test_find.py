"""Which part of a text is shown, and what stands out in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import escape
from cogs.find.rules import marked, part_round
from data import marks, query, synonyms

TEXT = "Ensin puhuttiin säästä pitkään, ja vasta lopuksi tuli puheeksi pivot, joka auttoi."


def show(text: str, words: str, longest: int = 60) -> str:
    spans = marks.of(query.parse(words), synonyms.read(synonyms.STARTING)).spans(text)
    return marked(text, spans, part_round(text, spans, longest), escape)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Pivot tables", "pivots", "**Pivot** tables"),
        ("Salasanat talteen", "salasana", "**Salasanat** talteen"),
        ("Salasanat talteen", "password", "**Salasanat** talteen"),
        ("Viikkopalaverien muistio", "palaveri", "**Viikkopalaverien** muistio"),
        ("Näin exceliin", "exel", "Näin **exceliin**"),
        ("*pivot* _x_", "pivot", "\\***pivot**\\* \\_x\\_"),
        ("https://pivot.org pivot", "pivot", "https://pivot.org **pivot**"),
        ("<@1234> and @everyone", "everyone", "\\<@1234> and @**everyone**"),
        ("nothing here", "pivot", "nothing here"),
    ],
)
def test_what_stands_out(text: str, words: str, shown: str) -> None:
    assert show(text, words).replace("\u200b", "") == shown


def test_the_part_round_the_word_is_shown() -> None:
    assert show(TEXT, "pivot", 40) == "…vasta lopuksi tuli puheeksi **pivot**, joka…"
    assert show(TEXT, "sää", 40) == "Ensin puhuttiin **säästä** pitkään, ja vasta…"
    assert show("pivot sanoja riittää", "pivot", 15) == "**pivot** sanoja…"


@given(st.text(max_size=300), st.integers(1, 120))
def test_a_part_is_within_the_text_and_not_too_long(text: str, longest: int) -> None:
    spans = [(at, at + 1) for at in range(0, len(text), 7)]
    begin, end = part_round(text, spans, longest)
    assert 0 <= begin <= end <= len(text)
    assert end - begin <= longest
    marked(text, spans, (begin, end), escape)
