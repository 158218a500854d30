"""What a good search finds, written down by hand: a query, and the one document it is after.

Each line of a set is `query | title | body`. Every second line is for choosing weights by, the
others are what is reported; the halves were told apart before anything was chosen.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Half = Literal["chosen by", "reported"]
SETS = ("finnish", "compounds", "english", "similar")


@dataclass(frozen=True, slots=True)
class Case:
    number: int
    query: str
    title: str
    body: str
    half: Half


def cases(name: str, first: int = 1) -> list[Case]:
    """The cases of a set, numbered from `first` on."""
    path = Path(__file__).parent / f"{name}.txt"
    found = []
    for place, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        query, title, body = (part.strip() for part in line.split("|"))
        half: Half = "reported" if place % 2 else "chosen by"
        found.append(Case(first + place, query, title, body, half))
    return found
