"""All forms of a registry, ready to be found in one pass.

Every name, alias, weak alias, metonym and family name of the actors stands in one pattern (see ``trie``), every term of the
topics in another.  A text is searched in its *plain* reading: one character for one, so that offsets hold, with
no-break spaces as spaces, ’ as ', and code, web addresses and handles blotted out.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.matching.lastnames import last_names
from generator.matching.plain import key
from generator.matching.terms import TermUse, term_phrases, term_uses
from generator.matching.trie import phrases_pattern
from generator.model import Actor, ActorKind, ActorSlug, Registry


class Strength(StrEnum):
    """How much a form proves."""

    NAME = "name"  # name or alias: always denotes the actor
    PLAIN = "plain"  # an alias of ordinary words ("the army"): needs a sign that this one is meant
    METONYM = "metonym"  # denotes the actor except where it is the place
    WEAK = "weak"  # only where the article names the actor
    LAST_NAME = "last name"  # a person's: weak, see actors.py
    NOBODY = "nobody"  # of "not to be confused with": denotes nobody that is registered


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """An actor whom a form may denote, and how much the form proves."""

    slug: ActorSlug
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """A registry's forms and terms, compiled.  Keys of ``uses`` and ``terms`` are as ``key`` writes them.

    ``own_words`` holds the words of each person's names, to tell the person from a namesake with another given name.
    """

    registry: Registry
    pattern: re.Pattern[str]
    uses: Mapping[str, tuple[Use, ...]]
    own_words: Mapping[ActorSlug, frozenset[str]]
    term_pattern: re.Pattern[str]
    terms: Mapping[str, tuple[TermUse, ...]]


def compile_forms(registry: Registry) -> Forms:
    """The registry's forms and terms as two patterns and what each of their matches may mean."""
    uses = _uses(registry)
    terms = term_uses(registry.topics.values(), _forms_of_persons(uses, registry))
    return Forms(
        registry=registry,
        pattern=phrases_pattern(_spellings(uses)),
        uses=uses,
        own_words={
            slug: _own_words(actor) for slug, actor in registry.actors.items() if actor.kind is ActorKind.PERSON
        },
        term_pattern=phrases_pattern(_spellings(term_phrases(terms))),
        terms=terms,
    )


def _spellings(keys: Iterable[str]) -> Iterator[str]:
    """Each form as composed and, where it differs, as decomposed letters: files have both."""
    for form in keys:
        yield form
        apart = unicodedata.normalize("NFD", form)
        if apart != form:
            yield apart


def _uses(registry: Registry) -> dict[str, tuple[Use, ...]]:
    """Whom each form may denote.  A form that several actors claim as their name is weak for all of them."""
    claims: dict[str, dict[ActorSlug, Strength]] = {}
    for slug in sorted(registry.actors):
        for form, strength in _claims(registry.actors[slug], registry):
            written = key(form)
            if written:
                claims.setdefault(written, {}).setdefault(slug, strength)
    return {form: tuple(_settled(claimed)) for form, claimed in claims.items()}


def _claims(actor: Actor, registry: Registry) -> Iterator[tuple[str, Strength]]:
    """An actor's forms, those that prove most first."""
    yield actor.name, Strength.NAME
    for alias in actor.aliases:
        yield alias, Strength.PLAIN if is_ordinary(alias) else Strength.NAME
    for metonym in actor.metonyms:
        yield metonym, Strength.METONYM
    if actor.kind is ActorKind.PERSON:
        for name in (actor.name, *actor.aliases):
            for last in last_names(name):
                yield last, Strength.LAST_NAME
    for alias in actor.weak_aliases:
        yield alias, Strength.WEAK
    for other in actor.not_same_as:
        if other not in registry.actors:
            yield other, Strength.NOBODY


def is_ordinary(alias: str) -> bool:
    """An alias of one or two words without a capital letter or digit, in a script that has capitals: "the bloc"."""
    return alias == alias.lower() != alias.upper() and len(alias.split()) <= 2 and not any(c.isdigit() for c in alias)


def _settled(claimed: Mapping[ActorSlug, Strength]) -> Iterator[Use]:
    real = {slug: strength for slug, strength in claimed.items() if strength is not Strength.NOBODY}
    sure = [slug for slug, strength in real.items() if strength not in {Strength.WEAK, Strength.LAST_NAME}]
    for slug, strength in (real or claimed).items():
        shared = len(sure) > 1 and slug in sure
        yield Use(slug=slug, strength=Strength.WEAK if shared else strength)


def _own_words(actor: Actor) -> frozenset[str]:
    return frozenset(word for name in (actor.name, *actor.aliases, *actor.weak_aliases) for word in key(name).split())


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
