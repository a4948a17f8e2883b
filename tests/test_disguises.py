"""Names that look like others, characters that nobody sees, files that Windows cannot have; and that honest names pass."""

import pytest

from generator.checks import Content
from generator.checks.disguises import names_apart, names_for_every_computer, names_in_one_script, names_visible
from generator.model import Actor, ActorKind, ActorSlug


def actor(slug: str, name: str, **more: tuple[str, ...]) -> Actor:
    return Actor(slug=ActorSlug(slug), path=f"content/actors/{slug}.md", name=name, kind=ActorKind.PERSON, **more)  # type: ignore[arg-type]


def codes(*actors: Actor) -> set[str]:
    content = Content(actors=actors, paths=tuple(each.path for each in actors))
    rules = (names_apart, names_for_every_computer, names_in_one_script, names_visible)
    return {problem.code for rule in rules for problem in rule(content)}


@pytest.mark.parametrize(
    "name",
    ["Ada Example", "Володимир Приклад", "Şükrü Örnek", "مثال", "דוגמה", "مى\u200cخواهد", "Ada \u200eExample", "OPEC+", "Ελένη", "東京", "Zoë-Łucja O’Hara"],
)  # fmt: skip
def test_honest_names_pass(name: str) -> None:
    assert codes(actor("a", name)) == set()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Ada \u202eelpmaxE", "name-hidden"),
        ("Ada \u2066Example", "name-hidden"),
        ("Ad\u200ba Example", "name-hidden"),
        ("Ad\u0430 Example", "name-mixed"),
        ("\u0410da Example", "name-mixed"),
        ("Ada Ex\u03b1mple", "name-mixed"),
    ],
)
def test_disguised_names_are_a_problem(name: str, code: str) -> None:
    assert codes(actor("a", name)) == {code}
    assert codes(actor("a", "Ada Example", aliases=(name,))) == {code}


def test_two_names_that_look_the_same() -> None:
    assert codes(actor("a", "OPEX"), actor("b", "\u041e\u0420\u0415\u0425")) == {"name-lookalike"}
    assert codes(actor("a", "OPEX", aliases=("\u041e\u0420\u0415\u0425",))) == set()


@pytest.mark.parametrize("slug", ["con", "aux", "nul", "prn", "com1", "lpt9"])
def test_names_of_devices(slug: str) -> None:
    assert codes(actor(slug, "Ada Example")) == {"file-reserved"}
    assert codes(actor("a", "Ada Example", redirects=(slug,))) == {"file-reserved"}
