"""Who may remove and thank."""

import pytest

from cogs.tips.rules import may_remove, may_thank
from data.tips import Tip

SHARER, OTHER = 1, 2
# Who shared it is all that counts.
TIP = Tip(**{**dict.fromkeys(Tip.__slots__), "sharer_id": SHARER})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("user", "moderator", "may"),
    [(SHARER, False, True), (SHARER, True, True), (OTHER, True, True), (OTHER, False, False)],
)
def test_the_sharer_or_a_moderator_removes(user: int, moderator: bool, may: bool) -> None:
    assert may_remove(TIP, user, moderator) is may


def test_thanks_are_for_others() -> None:
    assert may_thank(TIP, OTHER)
    assert not may_thank(TIP, SHARER)
