"""The family name of a full name."""

import pytest

from generator.matching.lastnames import bare_last_names, last_names, other_articles


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ada Example", ("Example",)),
        ("Ursula von der Example", ("von der Example", "Von der Example")),
        ("Omar al-Example", ("al-Example", "Al-Example", "Example")),
        ("Omar Al Example", ("Al Example", "Example", "Al-Example")),
        ("João Prado do Exemplo", ("do Exemplo", "Do Exemplo", "Prado do Exemplo")),
        ("Ada Ejemplo Prado", ("Prado", "Ejemplo Prado")),
        ("Ada B. Example", ("Example",)),
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


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ursula von der Example", ("Example",)),
        ("João Prado do Exemplo", ("Exemplo",)),
        ("Omar bin Example", ()),
        ("Omar al-Example", ()),
        ("Ada Example", ()),
    ],
)
def test_bare_last_names(name: str, found: tuple[str, ...]) -> None:
    assert bare_last_names(name) == found


def test_articles_written_otherwise() -> None:
    written = ["Omar Hamid al-Example", "Omar Hamid Al-Example", "Omar Hamid al Example", "Omar Hamid Al Example"]
    assert list(other_articles("Omar Hamid Al-Example")) == [*written, "Omar Hamid Example"]
    assert list(other_articles("Omar Hamid Al Example")) == [*written, "Omar Hamid Example"]
    assert list(other_articles("Omar Example")) == []
