"""What an article says of a person's office beside the name: "Ruritanian Foreign Minister Ada Example"."""

import re
from collections.abc import Iterable

from generator.model import Actor, ActorKind, ActorSlug, Registry
from generator.statements.frames import Frame
from generator.statements.marks import MASK
from generator.statements.office_words import PERSON_HEADS, TITLES
from generator.statements.reading_offices import Office, office_words, read_office
from generator.statements.tokens import Named

INTRODUCTION = 60  # characters before a name that may hold its office
DESCRIBES = re.compile(
    r"(?!(?:and|but|as|while|when|after|before|with|in|on|at|to|for|from|by|or|that) )"
    r"(?:[a-z]+|\w+[’']s|[^\W\d_a-z][\w-]* [a-z]+) "
)
APPOSITION = re.compile(r"\s*,\s*([^,.;:" + MASK + r"]{3,80})")


def introductions(frames: Iterable[Frame], registry: Registry) -> dict[ActorSlug, Office]:
    """For each person what stands right before the name, or between commas after it, with the registered role and affiliations."""
    states = state_stems(registry)
    found: dict[ActorSlug, Office] = {}
    for frame in frames:
        for place in frame.named:
            actor = registry.actors[place.actor]
            if actor.kind is not ActorKind.PERSON:
                continue
            office = found.get(place.actor) or registered_office(actor, registry, states)
            title = title_before(frame, place, registry)
            if title < place.at:
                office |= said_in(frame, title, place.at, registry, states)
            after = APPOSITION.match(frame.masked, place.to)
            if after and DESCRIBES.match(after.group(1)):
                apposition = said_in(frame, after.start(1), after.end(1), registry, states)
                office |= apposition if apposition.offices else Office()
            found[place.actor] = office
    return found


def said_in(frame: Frame, start: int, end: int, registry: Registry, states: frozenset[str]) -> Office:
    """The office in a stretch of text, with all names of the states and organisations that are named in it."""
    office = read_office(frame.masked[start:end], states)
    for place in frame.named_between(start, end):
        actor = registry.actors[place.actor]
        if actor.kind is not ActorKind.PERSON and office.offices:
            office |= belonging(actor, registry, states)
    return office if office.offices else Office(nations=office.nations, parties=office.parties)


def registered_office(actor: Actor, registry: Registry, states: frozenset[str]) -> Office:
    """What the registry says: the role, and the states and organisations that the person belongs to."""
    office = read_office(actor.role, states) if actor.role else Office()
    for slug in actor.affiliations:
        if slug in registry.actors:
            office |= belonging(registry.actors[slug], registry, states)
    return office


def belonging(actor: Actor, registry: Registry, states: frozenset[str]) -> Office:
    """What being of this state or organisation says: all its names, and those of what it is itself part of."""
    office = Office()
    for one in (actor, *(registry.actors[slug] for slug in actor.affiliations if slug in registry.actors)):
        for name in (one.name, *one.aliases, *one.metonyms):
            words = frozenset(office_words(name))
            if one.kind is ActorKind.STATE:
                office |= Office(nations=words)
            else:
                office |= Office(nations=words & states, bodies=words - states)
    return office


_latest: list[tuple[Registry, frozenset[str]]] = []  # one entry: articles share a registry


def state_stems(registry: Registry) -> frozenset[str]:
    """The stems of the names of the registered states."""
    if not _latest or _latest[0][0] is not registry:
        stems = frozenset(
            stem
            for actor in registry.actors.values()
            if actor.kind is ActorKind.STATE
            for name in (actor.name, *actor.metonyms)
            for stem in office_words(name)
        )
        _latest[:] = [(registry, stems)]
    return _latest[0][1]


def title_before(frame: Frame, place: Named, registry: Registry) -> int:
    """Where the words begin that run up to a name as a title does ("Ruritanian Foreign Minister", "Ruritania’s top diplomat")."""
    start = max(place.at - INTRODUCTION, 0)
    others = [
        other for other in frame.named_between(start, place.at) if registry.actors[other.actor].kind is ActorKind.PERSON
    ]
    start = max([start, *(other.to for other in others), *frame.sentence_at(place.at)[:1]])
    first = place.at
    for found in reversed(list(re.finditer(r"\S+", frame.masked[start : place.at]))):
        word = found.group()
        plain = word.lower().removesuffix("’s").removesuffix("'s")
        if not word[0].isalpha() or word[-1] in ",;:)":
            break
        if (
            not word[0].isupper()
            and plain not in TITLES | PERSON_HEADS
            and plain not in ("top", "senior", "of", "state")
        ):
            break
        first = start + found.start()
    return first
