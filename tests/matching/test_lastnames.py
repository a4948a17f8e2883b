"""The family name of a full name."""

import pytest

from generator.matching.lastnames import last_names


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ada Example", ("Example",)),
        ("Ursula von der Example", ("von der Example", "Von der Example")),
        ("Omar al-Example", ("al-Example", "Al-Example", "Example")),
        ("Omar Al Example", ("Al Example", "Example", "Al-Example")),
        ("João Prado do Exemplo", ("do Exemplo", "Do Exemplo")),
        ("Ada Example Jr.", ("Example",)),
        ("Pope Leo XIV", ("Leo",)),
        ("Ада Примерова", ("Примерова",)),
        ("General Example", ("Example",)),
        ("Example", ()),
        ("Ruritanian President", ()),
        ("the prime minister", ()),
        ("Kim Jong Un", ()),
        ("例 示子", ()),
    ],
)
def test_last_names(name: str, found: tuple[str, ...]) -> None:
    assert last_names(name) == found
