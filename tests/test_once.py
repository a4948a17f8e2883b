"""What is made once is made once, and whoever takes it has read what it was made of."""

import pickle

import pytest

from generator import once
from generator.crossref import Archive
from generator.model import Outlet, OutletSlug, Registry, Rights
from generator.observed import Notes, observed
from generator.once import Once

GAZETTE = OutletSlug("the-gazette")
OUTLET = Outlet(slug=GAZETTE, path="", name="The Gazette", url="https://gazette.example/", rights=Rights.FULL)


def test_a_value_is_made_once() -> None:
    made: list[int] = []
    values = Once()
    for _ in range(3):
        assert values.of("a", lambda: made.append(1) or len(made)) == 1  # type: ignore[func-returns-value]
    assert made == [1]
    assert pickle.loads(pickle.dumps(values)).values == {}


@pytest.mark.parametrize("values", [Once(), observed(Archive(registry=Registry()), Notes()).once])
def test_there_is_an_end_to_what_is_kept(values: Once, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "MOST", 3)
    for number in (1, 2, 3, 4, 5, 4, 1):
        assert values.of(number, lambda number=number: number) == number  # type: ignore[misc]
        assert len(values.values) <= 3


def test_whoever_takes_it_has_read_what_it_was_made_of() -> None:
    notes = Notes()
    archive = observed(Archive(registry=Registry(outlets={GAZETTE: OUTLET})), notes)

    def name() -> str:
        return archive.registry.outlets[GAZETTE].name

    for _ in range(2):
        notes.begin()
        assert len(archive.by_slug) == 0
        assert archive.once.of("line", lambda: archive.once.of("name", name) + ".") == "The Gazette."
        assert notes.read == {("by_slug", None), ("registry.outlets", GAZETTE)}
    notes.begin()
    assert archive.once.of("name", name) == "The Gazette"
    assert notes.read == {("registry.outlets", GAZETTE)}


def test_what_fails_has_been_read_too() -> None:
    notes = Notes()
    archive = observed(Archive(registry=Registry()), notes)
    notes.read.add(("by_slug", "before"))
    with pytest.raises(KeyError):
        archive.once.of("name", lambda: archive.registry.outlets[GAZETTE])
    assert notes.read == {("by_slug", "before"), ("registry.outlets", GAZETTE)}
