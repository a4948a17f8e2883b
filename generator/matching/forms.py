"""All forms of a registry, ready to be found in one pass.

Every name, alias, weak alias, metonym and family name of the actors stands in one index (see ``scan``), every term of the
topics in another.  A text is searched in its *plain* reading: one character for one, so that offsets hold, with
no-break spaces as spaces, ’ as ', and code, web addresses and handles blotted out.  Names are also found with accents
left out or added; ordinary words only as they are written.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.matching.bodies import Body, body_of
from generator.matching.lastnames import bare_last_names, last_names, other_articles
from generator.matching.plain import folded, is_ordinary, key
from generator.matching.scan import Index, index_of
from generator.matching.terms import TermUse, bodies_of_terms, term_phrases, term_uses
from generator.matching.topic_kinds import TopicKinds, topic_kinds
from generator.model import Actor, ActorKind, ActorSlug, Registry


class Strength(StrEnum):
    """How much a form proves."""

    NAME = "name"  # name or alias: always denotes the actor
    PLAIN = "plain"  # an alias of ordinary words ("the army"): needs a sign that this one is meant
    METONYM = "metonym"  # denotes the actor except where it is the place
    WEAK = "weak"  # only where the article names the actor
    LAST_NAME = "last name"  # a person's: weak, see actors.py
    BARE = "bare last name"  # without its particles: as weak, and proves nothing alone
    NOBODY = "nobody"  # of "not to be confused with": denotes nobody that is registered


_FAMILY = frozenset({Strength.LAST_NAME, Strength.BARE})
_WEAK = _FAMILY | {Strength.WEAK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An actor whom a form may denote, and how much the form proves.

    ``weak``: only where the article names the actor; ``family``: so, and a person's family name.  ``own_words`` are those of
    a person's names, with and without accents, to tell the person from a namesake with another given name.
    """

    slug: ActorSlug
    strength: Strength
    weak: bool
    family: bool
    actor: Actor
    own_words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A registry's forms and terms, compiled.  Keys of ``uses`` and ``terms`` are as ``key`` writes them.

    ``without_accents`` has the forms that are names, without their accents; ``nations`` are the states' forms of one word.
    """

    registry: Registry
    index: Index
    uses: Mapping[str, tuple[Use, ...]]
    without_accents: Mapping[str, tuple[Use, ...]]
    bodies: Mapping[str, Body]
    nations: frozenset[str]
    term_index: Index
    terms: Mapping[str, tuple[TermUse, ...]]
    term_bodies: Mapping[str, Body]
    topic_kinds: TopicKinds

    def meant_by(self, written: str) -> tuple[Use, ...]:
        """Whom the words may denote; names may have other accents."""
        form = key(written)
        return self.uses.get(form) or self.without_accents.get(folded(form), ())


def compile_forms(registry: Registry) -> Forms:
    """The registry's forms and terms, each indexed, and what each of them may mean."""
    own_words = {slug: _own_words(actor) for slug, actor in registry.actors.items()}
    uses = _uses(_claimed(registry), registry, own_words)
    persons = _forms_of_persons(uses, registry)
    topics = registry.topics.values()
    terms = term_uses(topics, persons)
    return Forms(
        registry=registry,
        index=index_of(_spellings(uses)),
        uses=uses,
        without_accents=_uses(_claimed(registry, without_accents=True), registry, own_words),
        bodies=_bodies(uses, registry),
        nations=_nations(registry),
        term_index=index_of(spelling.lower() for spelling in _spellings(term_phrases(terms))),
        terms=terms,
        term_bodies=bodies_of_terms(topics, lambda form: _parents(form, uses, registry)),
        topic_kinds=topic_kinds(topics, persons),
    )


def _spellings(keys: Iterable[str]) -> Iterator[str]:
    """Each form without accents, as texts are searched, and, where it has any, as decomposed letters: files have both."""
    for form in keys:
        yield folded(form)
        if not form.isascii():
            yield unicodedata.normalize("NFD", form)


def _claimed(registry: Registry, *, without_accents: bool = False) -> dict[str, dict[ActorSlug, Strength]]:
    """The actors that claim each form; ``without_accents``: each form that is a name and has any, without them."""
    claims: dict[str, dict[ActorSlug, Strength]] = {}
    for slug in sorted(registry.actors):
        for form, strength in _claims(registry.actors[slug], registry):
            written = key(form)
            if without_accents:
                written = "" if written.islower() else folded(written)
            if written:
                claims.setdefault(written, {}).setdefault(slug, strength)
    return claims


def _uses(
    claims: Mapping[str, Mapping[ActorSlug, Strength]],
    registry: Registry,
    own_words: Mapping[ActorSlug, frozenset[str]],
) -> dict[str, tuple[Use, ...]]:
    """Whom each form may denote."""

    def use_of(slug: ActorSlug, strength: Strength) -> Use:
        return Use(
            slug=slug,
            strength=strength,
            weak=strength in _WEAK,
            family=strength in _FAMILY,
            actor=registry.actors[slug],
            own_words=own_words[slug],
        )

    return {form: tuple(use_of(*claim) for claim in _settled(claimed)) for form, claimed in claims.items()}


def _claims(actor: Actor, registry: Registry) -> Iterator[tuple[str, Strength]]:
    """An actor's forms, those that prove most first."""
    yield actor.name, Strength.NAME
    for alias in actor.aliases:
        yield alias, Strength.PLAIN if is_ordinary(alias) else Strength.NAME
    for metonym in actor.metonyms:
        yield metonym, Strength.METONYM
    if actor.kind is ActorKind.PERSON:
        for name in (actor.name, *actor.aliases):
            for written in other_articles(name):
                yield written, Strength.NAME
        for name in (actor.name, *actor.aliases):
            for last in last_names(name):
                yield last, Strength.LAST_NAME
            for last in bare_last_names(name):
                yield last, Strength.BARE
    for alias in actor.weak_aliases:
        yield alias, Strength.WEAK
    for other in actor.not_same_as:
        if other not in registry.actors:
            yield other, Strength.NOBODY


def _settled(claimed: Mapping[ActorSlug, Strength]) -> Iterator[tuple[ActorSlug, Strength]]:
    """What a form proves for each of its actors.  One that several claim as their name is weak for all of them."""
    real = {slug: strength for slug, strength in claimed.items() if strength is not Strength.NOBODY}
    sure = [slug for slug, strength in real.items() if strength not in _WEAK]
    for slug, strength in (real or claimed).items():
        shared = len(sure) > 1 and slug in sure
        yield slug, Strength.WEAK if shared else strength


def _own_words(actor: Actor) -> frozenset[str]:
    """The words of a person's names."""
    if actor.kind is not ActorKind.PERSON:
        return frozenset()
    words = {word for name in (actor.name, *actor.aliases, *actor.weak_aliases) for word in key(name).split()}
    return frozenset(words | set(map(folded, words)))


def _bodies(uses: Mapping[str, Sequence[Use]], registry: Registry) -> dict[str, Body]:
    """What is their own of the generic names of organisations: see ``bodies``."""
    found = {}
    for actor in registry.actors.values():
        if actor.kind not in {ActorKind.ORGANISATION, ActorKind.GROUP}:
            continue
        forms = [key(form) for form in (actor.name, *actor.aliases)]
        belongs_to = [form for slug in actor.affiliations if slug in registry.actors for form in _of(slug, registry)]
        for form in (key(form) for form in (*actor.aliases, *actor.weak_aliases)):
            parents = [parent for other in forms for parent in _parents(other.removesuffix(form), uses, registry)]
            body = body_of(form, forms, [*parents, *belongs_to])
            if body is not None:
                found[form] = body
    return found


def _parents(form: str, uses: Mapping[str, Sequence[Use]], registry: Registry) -> list[str]:
    """All forms of whom the form denotes: "Ruritania", "RU", "Strelsau" for "Ruritania's"."""
    bare = form.strip().removesuffix("'s")
    return [other for use in uses.get(bare, ()) for other in _of(use.slug, registry)]


def _of(slug: ActorSlug, registry: Registry) -> tuple[str, ...]:
    actor = registry.actors[slug]
    return (actor.name, *actor.aliases, *actor.metonyms)


def _nations(registry: Registry) -> frozenset[str]:
    states = (slug for slug, actor in registry.actors.items() if actor.kind is ActorKind.STATE)
    return frozenset(form for slug in states for form in _of(slug, registry) if form.isalpha() and form[0].isupper())


def _forms_of_persons(uses: Mapping[str, Sequence[Use]], registry: Registry) -> dict[str, tuple[str, ...]]:
    """For each form that denotes a person: all forms of that person; itself alone if it may denote several."""
    persons = {
        form: claimed
        for form, claimed in uses.items()
        if all(registry.actors[use.slug].kind is ActorKind.PERSON for use in claimed)
    }
    of: dict[ActorSlug, list[str]] = {}
    for form, claimed in persons.items():
        if len(claimed) == 1:
            of.setdefault(claimed[0].slug, []).append(form)
    return {form: tuple(of[claimed[0].slug]) if len(claimed) == 1 else (form,) for form, claimed in persons.items()}
