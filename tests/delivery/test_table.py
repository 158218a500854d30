"""docs/delivery.md tells the fault table as it is tested."""

from pathlib import Path

from tests.delivery import table

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "delivery.md"
HEAD = "| step | what goes wrong | how it ends |"


def told() -> list[tuple[str, ...]]:
    lines = DOCUMENT.read_text(encoding="utf-8").split(HEAD)[1].splitlines()[2:]
    found = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    return found


def test_the_document_has_the_table_that_is_tested() -> None:
    assert told() == table.rows()


def test_no_row_is_there_twice() -> None:
    rows = [(step, wrong) for step, wrong, _ in table.rows()]
    assert len(set(rows)) == len(rows)


def test_every_row_that_names_a_test_has_it() -> None:
    tests = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")
    )
    assert not [name for *_, name in table.STANDING if f"async def {name}(" not in tests]
