"""An article as attributions are read from it: its blocks, and what it tells of the actors whom it names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Actor, ActorFound, ActorKind, ActorSlug, Block, Registry
from generator.statements.first_names import MEN, WOMEN
from generator.statements.frames import Frames
from generator.statements.introductions import introductions
from generator.statements.marks import Span
from generator.statements.reading_offices import Office, office_words
from generator.statements.tokens import Named
from generator.statements.words import DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that the rules read: the frames, the actors, and the names by which organisations may be described."""

    frames: Frames
    registry: Registry
    organisations: Mapping[frozenset[str], tuple[ActorSlug, ...]] = field(
        default_factory=dict
    )  # by the words of their names

    def actor(self, slug: ActorSlug) -> Actor:
        return self.registry.actors[slug]

    def is_person(self, slug: ActorSlug | None) -> bool:
        return slug is not None and self.registry.actors[slug].kind is ActorKind.PERSON

    def introduced(self, slug: ActorSlug) -> Office:
        """What is said of a person beside the name.  Read when first asked for: most articles have no description."""
        if not self._introduced:
            self._introduced.append(introductions(self.frames, self.registry))
        return self._introduced[0].get(slug, Office())

    _introduced: list[dict[ActorSlug, Office]] = field(default_factory=list, repr=False, compare=False)
    reporters: Mapping[ActorSlug, tuple[int, int]] = field(default_factory=dict)  # outlets that report: block, position
    _strangers: list[frozenset[str]] = field(default_factory=list, repr=False, compare=False)

    @property
    def strangers(self) -> frozenset[str]:
        """Last names of persons that are no registered actors.  Read when first asked for."""
        if not self._strangers:
            self._strangers.append(strangers_in(self.frames))
        return self._strangers[0]


def make_context(
    blocks: Sequence[Block], spans: Sequence[tuple[Span, ...]], found: Sequence[ActorFound], registry: Registry
) -> Context:
    named: dict[int, list[Named]] = {}
    for actor in found:
        if actor.slug not in registry.actors:
            continue
        for mention in actor.mentions:
            place = Named(at=mention.at, to=mention.at + len(mention.form), actor=actor.slug)
            named.setdefault(mention.block, []).append(place)
    frames = Frames(blocks, spans, named)
    return Context(
        frames=frames,
        registry=registry,
        organisations=organisation_names(registry),
        reporters=reporters_in(frames, registry),
    )


_latest: list[tuple[Registry, dict[frozenset[str], tuple[ActorSlug, ...]]]] = []  # one entry: articles share a registry


def organisation_names(registry: Registry) -> dict[frozenset[str], tuple[ActorSlug, ...]]:
    """Organisations by the stems of the words of each of their names, so that adjective and nation are alike."""
    if _latest and _latest[0][0] is registry:
        return _latest[0][1]
    names: dict[frozenset[str], set[ActorSlug]] = {}
    for actor in registry.actors.values():
        if actor.kind in (ActorKind.ORGANISATION, ActorKind.GROUP):
            for name in (actor.name, *actor.aliases):
                names.setdefault(frozenset(office_words(name)), set()).add(actor.slug)
    _latest[:] = [(registry, {words: tuple(sorted(slugs)) for words, slugs in names.items()})]
    return _latest[0][1]


REPORTS = re.compile(r"\s(?:writes|wrote|reports|reported)\b")


def reporters_in(frames: Frames, registry: Registry) -> dict[ActorSlug, tuple[int, int]]:
    """Organisations that the article says to report ("The Gazette writes", "according to The Gazette"), and where first."""
    found: dict[ActorSlug, tuple[int, int]] = {}
    for number, named in sorted(frames.named.items()):
        if not any(registry.actors[place.actor].kind is ActorKind.ORGANISATION for place in named):
            continue
        frame = frames[number]
        for place in frame.named:
            if registry.actors[place.actor].kind is ActorKind.ORGANISATION and place.actor not in found:
                before = frame.masked[max(place.at - 13, 0) : place.at].lower()
                if REPORTS.match(frame.masked, place.to) or before.endswith("according to "):
                    found[place.actor] = (number, place.at)
    return found


CAPITALISED = re.compile(
    r"\b([^\W\d_a-z][\w-]+)[’']?,? (?:said|says|told|added|wrote|noted|asked|explained|who|\d\d,)\b"
)
STATED_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? (?:[^\W\d_a-z][\w.-]* )?([^\W\d_a-z][\w-]+)|\b([^\W\d_a-z]\w+) (?:[A-Z]\. )?([^\W\d_a-z][\w-]+)"
)


def strangers_in(frames: Frames) -> frozenset[str]:
    """Last names of persons that are not registered: with a title or first name before them, or a verb of saying after."""
    found: set[str] = set()
    for frame in frames:
        places = [(match.start(1), match.group(1)) for match in CAPITALISED.finditer(frame.masked)]
        for match in STATED_NAME.finditer(frame.masked):
            if match.group(1):
                places.append((match.start(1), match.group(1)))
            elif match.group(2).lower() in MEN or match.group(2).lower() in WOMEN:
                places.append((match.start(3), match.group(3)))
        for at, word in places:
            if not word.isupper() and word.lower() not in DAYS and not frame.names_at(at):
                found.add(word)
    registered = {
        word for frame in frames for place in frame.named for word in frame.block.text[place.at : place.to].split()
    }
    return frozenset(
        found - registered - {"He", "She", "It", "They", "We", "I", "You", "Who", "And", "But", "The", "That"}
    )
