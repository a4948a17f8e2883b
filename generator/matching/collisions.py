"""Checks of the forms that the registry's files claim: one rule, one function, in a table."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.matching.plain import is_ordinary, key
from generator.matching.wording import FUNCTION_WORDS, NAMES_THAT_ARE_WORDS, NOT_GIVEN_NAMES
from generator.model import Actor, ActorKind, Registry
from generator.problems import Problem, Severity

_COMMON_WORDS = FUNCTION_WORDS | NOT_GIVEN_NAMES | NAMES_THAT_ARE_WORDS
_STRONG = ("name", "aliases", "metonyms")


def form_problems(registry: Registry) -> Iterator[Problem]:
    """What is wrong with the actors' forms, taken together."""
    for rule in RULES:
        yield from rule(registry)


def form_of_two_actors(registry: Registry) -> Iterator[Problem]:
    """No form may denote two actors unless both call it weak."""
    claims: dict[str, list[tuple[Actor, str]]] = {}
    for actor in _actors(registry):
        own: dict[str, str] = {}
        for form, field in _forms(actor):
            own.setdefault(key(form), field)
        for form, field in own.items():
            claims.setdefault(form, []).append((actor, field))
    for form, claimed in claims.items():
        strong = [(actor, field) for actor, field in claimed if field in _STRONG]
        if len(claimed) > 1 and strong:
            # told once: where it is the easiest to give up, and that is not a name, nor a form that has words of the name
            actor, field = max(
                strong, key=lambda claim: (claim[1] != "name", not _is_like(form, claim[0]), claim[0].slug)
            )
            yield _shared(form, actor, field, [other for other, _ in claimed if other is not actor])


def _shared(form: str, actor: Actor, field: str, others: list[Actor]) -> Problem:
    also = ", ".join(other.path for other in others)
    if field == "name":
        help = f"Give one of the actors a fuller name, and write in each file that lists it: weak_aliases: [{_quoted(form)}]"
    else:
        help = f"Take it out of {field}. If texts mean either by it, write in each of the files: weak_aliases: [{_quoted(form)}]"
    message = f"{_quoted(form)} denotes another actor too: {also}"
    problem = _problem(actor, field, "form-of-two-actors", message, help, value=_as_written(actor, field, form))
    return replace(problem, others=tuple(other.path for other in others))


def _is_like(form: str, actor: Actor) -> bool:
    """Whether a form and an actor's name have a word in common."""
    return not set(form.split()).isdisjoint(key(actor.name).split())


def _as_written(actor: Actor, field: str, form: str) -> str:
    return next((written for written, of in _forms(actor) if of == field and key(written) == form), form)


def form_twice(registry: Registry) -> Iterator[Problem]:
    """A form stands once in an actor's file: an alias that is the name, or a weak alias that is an alias, says nothing new."""
    for actor in _actors(registry):
        seen: dict[str, str] = {}
        told: set[tuple[str, str]] = set()
        for form, field in _forms(actor):
            if form in seen and (form, field) not in told:
                told.add((form, field))
                message = f"{_quoted(form)} stands in `{seen[form]}` already"
                help = f"Take it out of {field}."
                yield _problem(actor, field, "form-twice", message, help, Severity.WARNING, value=form)
            seen.setdefault(form, field)


def ordinary_alias(registry: Registry) -> Iterator[Problem]:
    """An alias that is a common word, or one or two words without a capital, does not always denote the actor."""
    for actor in _actors(registry):
        for alias in actor.aliases:
            if is_ordinary(key(alias)) or (alias.istitle() and alias.lower() in _COMMON_WORDS):
                message = f"the alias {_quoted(alias)} is made of common words: it may mean many things"
                help = f"Move it: weak_aliases: [{_quoted(alias)}]"
                yield _problem(actor, "aliases", "common-word-alias", message, help, Severity.WARNING, value=alias)


def part_of_another_name(registry: Registry) -> Iterator[Problem]:
    """An alias that is a word of another person's name, or the end of another actor's, is that one's short name as well.

    Not where the other belongs to this one: the ministry's name ends in its state's.
    """
    owners: dict[str, dict[str, Actor]] = {}
    for other in _actors(registry):
        for part in _parts_of_names(other):
            owners.setdefault(part, {})[other.path] = other
    for actor in _actors(registry):
        for alias in actor.aliases:
            named = owners.get(key(alias), {}).items()
            others = [path for path, other in named if other is not actor and actor.slug not in other.affiliations]
            if others:
                message = f"the alias {_quoted(alias)} is part of another actor's name: {', '.join(others)}"
                help = f"If a text may mean either by it, move it: weak_aliases: [{_quoted(alias)}]"
                found = _problem(
                    actor, "aliases", "alias-in-another-name", message, help, Severity.WARNING, value=alias
                )
                yield replace(found, others=tuple(others))


def _parts_of_names(actor: Actor) -> Iterator[str]:
    """The ends of the actor's names; of a person's, each word."""
    for name in (actor.name, *actor.aliases):
        words = key(name).split()
        yield from (" ".join(words[start:]) for start in range(1, len(words)))
        if actor.kind is ActorKind.PERSON and len(words) > 1:
            yield from words


def too_short(registry: Registry) -> Iterator[Problem]:
    """A form of one letter, or of two small ones, is met everywhere.  Han and kana names may be short."""
    for actor in _actors(registry):
        for form, field in _forms(actor):
            short = len(form) < 2 or (len(form) == 2 and form.islower())
            if short and form.isascii():
                message = f"the form {_quoted(form)} is too short to denote anybody"
                yield _problem(
                    actor,
                    field,
                    "form-too-short",
                    message,
                    "Take it out, or write it in full.",
                    Severity.WARNING,
                    value=form,
                )


def _actors(registry: Registry) -> list[Actor]:
    return [registry.actors[slug] for slug in sorted(registry.actors)]


def _forms(actor: Actor) -> Iterator[tuple[str, str]]:
    """Each form that the actor's file claims, with its key there."""
    yield actor.name, "name"
    for field, forms in (
        ("aliases", actor.aliases),
        ("metonyms", actor.metonyms),
        ("weak_aliases", actor.weak_aliases),
    ):
        for form in forms:
            yield form, field


def _quoted(form: str) -> str:
    return f'"{form}"'


def _problem(
    actor: Actor,
    field: str,
    code: str,
    message: str,
    help: str,
    severity: Severity = Severity.ERROR,
    *,
    value: str = "",
) -> Problem:
    return Problem(
        path=actor.path,
        line=actor.lines.get(field, 1),
        code=code,
        message=message,
        help=help,
        severity=severity,
        field=field,
        value=value,
    )


RULES: tuple[Callable[[Registry], Iterator[Problem]], ...] = (
    form_of_two_actors,
    form_twice,
    ordinary_alias,
    part_of_another_name,
    too_short,
)
