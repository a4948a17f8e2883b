"""First lines of new files."""

import pytest

from generator.intake.scaffold import KINDS, required, scaffold
from generator.model import ActorKind, Rights
from generator.problems import ToolError
from generator.reading import read_actor, read_article, read_outlet, read_topic
from generator.text import is_slug

READERS = {"actor": read_actor, "topic": read_topic, "outlet": read_outlet, "article": read_article}
GIVEN: dict[str, dict[str, object]] = {
    "actor": {"kind": ActorKind.PERSON},
    "topic": {},
    "outlet": {"url": "https://gazette.example", "rights": Rights.LINK},
    "article": {},
}


@pytest.mark.parametrize("kind", list(KINDS))
def test_with_all_that_is_required_it_is_right_at_once(kind: str) -> None:
    new = scaffold(kind, "Ada  Example: “no”", GIVEN[kind])
    thing, problems = READERS[kind](f"content/{new.folder}/{new.slug}.md", new.text.encode())
    assert problems == []
    assert thing is not None
    assert (getattr(thing, "name", None) or getattr(thing, "title", None)) == "Ada Example: “no”"
    assert new.slug == "ada-example-no"


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_stands_in_it(kind: str) -> None:
    text = scaffold(kind, "Ada Example", {}).text
    for field in KINDS[kind]:
        assert (f"{field.name}:" in text) is (field.name not in {"redirects", "provenance"})


@pytest.mark.parametrize(
    ("kind", "missing"), [("actor", ("kind",)), ("topic", ()), ("outlet", ("url", "rights")), ("article", ("date",))]
)
def test_what_is_missing_is_named_and_not_guessed(kind: str, missing: tuple[str, ...]) -> None:
    new = scaffold(kind, "Ada Example", {})
    assert new.missing == missing == tuple(field.name for field in required(kind, {}))
    for name in missing:
        assert f"\n# {name}: " in new.text


def test_a_slug_becomes_a_name_to_look_at() -> None:
    assert scaffold("actor", "ada-example", {}).name == "Ada Example"
    assert scaffold("topic", "border-talks", {}).name == "Border talks"
    assert scaffold("outlet", "reuters", {}).name == "reuters"


def test_names_without_latin_letters() -> None:
    new = scaffold("actor", "Ада Пример", {})
    assert is_slug(new.slug)
    assert new.name == "Ада Пример"


@pytest.mark.parametrize("name", ["", " ", "…", "🙂"])
def test_a_name_without_letters_is_refused(name: str) -> None:
    with pytest.raises(ToolError):
        scaffold("actor", name, {})
