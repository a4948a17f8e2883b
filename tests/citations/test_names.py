"""Authors' lines to names: apart where they are persons' for certain, whole where not."""

import pytest

from generator.citations.names import Name, initials, name_of

PERSONS = [
    ("Ada Example", "Example", "Ada", ""),
    ("Example, Ada", "Example", "Ada", ""),
    ("Karl van der Berg", "van der Berg", "Karl", ""),
    ("María José de la Cruz", "de la Cruz", "María José", ""),
    ("Bertram M. Sample", "Sample", "Bertram M.", ""),
    ("Bertram Sample, Jr.", "Sample", "Bertram", "Jr."),
    ("Bertram Sample III", "Sample", "Bertram", "III"),
    ("Dr Ada O’Neil", "O’Neil", "Ada", ""),
    ("Иван Пример", "Пример", "Иван", ""),
    ("Zoë  Ångström-Muster", "Ångström-Muster", "Zoë", ""),
]
WHOLE = [
    "Ada", "AFP", "RBA News", "The Gazette", "Gazette Staff", "Ministry of Silly Affairs", "Our correspondent in Strelsau",
    "Editors of the archive", "张三", "홍길동", "Team 7", "ada example", "Klow Courier",
]  # fmt: skip


@pytest.mark.parametrize(("written", "family", "given", "suffix"), PERSONS)
def test_a_person(written: str, family: str, given: str, suffix: str) -> None:
    assert name_of(written) == Name(family=family, given=given, suffix=suffix)


@pytest.mark.parametrize("written", WHOLE)
def test_anything_else_stays_whole(written: str) -> None:
    assert name_of(written) == Name(literal=written)


def test_an_outlet_is_no_person() -> None:
    assert name_of("Strelsau Zeitung", {"strelsau zeitung"}).literal == "Strelsau Zeitung"


@pytest.mark.parametrize(
    ("given", "short"),
    [("Ada", "A."), ("Ada Maria", "A. M."), ("Jean-Luc", "J.-L."), ("B.M.", "B. M."), ("Žofie", "Ž.")],
)
def test_first_letters(given: str, short: str) -> None:
    assert initials(given) == short
