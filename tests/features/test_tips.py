"""Stories about link tips."""

from tests.features.circle import Circle, answer, text_of, told


async def test_a_newcomer_shares_a_tip_where_they_are(circle: Circle) -> None:
    result = await circle.share(circle.ben, "https://example.org/a?utm_source=x", "Saves an hour.")
    card = answer(result)
    assert not card.ephemeral
    assert "https://example.org/a?utm_source=x" in card.content
    assert "> Saves an hour." in card.content
    assert "Helped me" in text_of(card)
