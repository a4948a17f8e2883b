"""What is read of an archive is noted: each key, a missing one too, and whoever looks at all of something."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.crossref import Archive
from generator.model import Actor, ActorKind, ActorSlug, Registry
from generator.observed import MISSING, WHOLE, Notes, Reading, observed, value_of

ADA = ActorSlug("ada-example")
BOB = ActorSlug("bob-sample")
ARCHIVE = Archive(
    registry=Registry(actors={ADA: Actor(slug=ADA, path="a.md", name="Ada Example", kind=ActorKind.PERSON)}),
    members={ADA: (BOB,)},
    months=((2024, 5),),
    span=(date(2024, 5, 1),),
)


@pytest.mark.parametrize(
    ("look", "noted"),
    [
        (lambda archive: archive.members[ADA], {("members", ADA)}),
        (lambda archive: archive.members.get(BOB), {("members", BOB)}),
        (lambda archive: BOB in archive.members, {("members", BOB)}),
        (lambda archive: list(archive.members), {("members", WHOLE)}),
        (lambda archive: len(archive.members), {("members", WHOLE)}),
        (lambda archive: bool(archive.members), {("members", WHOLE)}),
        (lambda archive: archive.registry.actors[ADA].name, {("registry.actors", ADA)}),
        (lambda archive: archive.grouping.statements, set()),
        (lambda archive: archive.told, {("grouping.statements", WHOLE)}),
        (lambda archive: bool(archive.months), {("months", WHOLE)}),
        (lambda archive: archive.span[0], {("span", WHOLE)}),
        (lambda archive: len(archive.entries), {("entries", WHOLE)}),
    ],
)
def test_what_is_looked_at_is_noted(look: Callable[[Archive], object], noted: set[Reading]) -> None:
    notes = Notes()
    look(observed(ARCHIVE, notes))
    assert notes.read == noted


def test_a_key_that_is_not_there_is_noted_and_raises() -> None:
    notes = Notes()
    with pytest.raises(KeyError):
        observed(ARCHIVE, notes).members[BOB]
    assert notes.read == {("members", BOB)}


def test_whoever_goes_over_all_values_has_read_the_whole() -> None:
    notes = Notes()
    assert list(observed(ARCHIVE, notes).members.values()) == [(BOB,)]
    assert ("members", WHOLE) in notes.read


def test_notes_begin_anew() -> None:
    notes = Notes()
    archive = observed(ARCHIVE, notes)
    archive.members.get(ADA)
    notes.begin()
    archive.members.get(BOB)
    assert notes.read == {("members", BOB)}


def test_a_reading_finds_what_it_found() -> None:
    assert value_of(ARCHIVE, ("members", ADA)) == (BOB,)
    assert value_of(ARCHIVE, ("members", BOB)) is MISSING
    assert value_of(ARCHIVE, ("months", WHOLE)) == ((2024, 5),)
    assert value_of(ARCHIVE, ("registry.actors", ADA)).name == "Ada Example"
    with pytest.raises(AttributeError):
        value_of(ARCHIVE, ("nothing", ADA))


def test_a_field_that_nobody_could_see_being_read_is_refused() -> None:
    odd: Any = 3
    with pytest.raises(TypeError, match="span"):
        observed(replace(ARCHIVE, span=odd), Notes())
