"""The terms of the topics: how each may be written in a text, and what it proves.

A term without capitals is found in any case; words with a capital are found as they are written.  The last word is
also found in its plain plural (or singular), a hyphen also as a space.  A person's name in a term stands for every form
of that person, with any titles and given names before it: "meet Example" finds "meet Chancellor Ada Example".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from generator.matching.bodies import Body, body_of
from generator.matching.events import event_of, is_name, is_venue
from generator.matching.plain import folded, key
from generator.matching.trie import TITLES
from generator.matching.wording import NAMES_THAT_ARE_WORDS
from generator.model import Term, Topic, TopicSlug

COMMON_WORD = 0.75  # "talks", "gas": one word without capital has many uses
TELLING = 1.0  # "Istanbul", "peace talks"
LONG_TERM = 1.5  # three words or more, and an event's name
_VARIANTS_AT_MOST = 64  # of one term that holds names of persons


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A topic that a term speaks for, as the term is written, and what one place of it proves.

    ``venue`` tells that the topic is an event and the term says no more than where it was (see ``events``); ``term`` is the
    term as the topic's file has it.
    """

    slug: TopicSlug
    term: str
    words: tuple[str, ...]
    phrase: str  # for ``trie``
    weight: float
    any_case: bool
    venue: bool


def term_uses(topics: Iterable[Topic], persons: Mapping[str, Sequence[str]]) -> dict[str, tuple[TermUse, ...]]:
    """What each way of writing a term proves, by its lower-case writing.  ``persons``: all forms of the person a form denotes."""
    found: dict[str, dict[TopicSlug, TermUse]] = {}
    for topic in sorted(topics, key=lambda topic: topic.slug):
        event = event_of(topic)
        for term in topic.terms:
            venue = event is not None and is_venue(key(term.text), event, persons)
            named = event is not None and is_name(key(term.text), event)
            weight = term.weight * (LONG_TERM if named else specificity(key(term.text).split(" ")))
            for written in _variants(key(term.text), persons):
                use = _use(topic.slug, term, written, weight, venue)
                exact = " ".join(use.words)
                for spelling in dict.fromkeys((exact.lower(), (exact if use.any_case else folded(exact)).lower())):
                    uses = found.setdefault(spelling, {})
                    if topic.slug not in uses or uses[topic.slug].weight < use.weight:
                        uses[topic.slug] = use
    return {written: tuple(uses.values()) for written, uses in found.items() if written}


def _use(slug: TopicSlug, term: Term, written: str, weight: float, venue: bool) -> TermUse:
    words = tuple(written.replace(TITLES, "").split(" "))
    return TermUse(
        slug=slug,
        term=term.text,
        words=words,
        phrase=written.lower(),
        weight=weight,
        any_case=all(map(_is_small, words)),
        venue=venue,
    )


def _is_small(word: str) -> bool:
    return word == word.lower()


def bodies_of_terms(topics: Iterable[Topic], parents: Callable[[str], Sequence[str]]) -> dict[str, Body]:
    """What is their own of the generic names of bodies among the terms; ``parents``: all forms of whom a form denotes."""
    found = {}
    for topic in topics:
        forms = [key(topic.name), *(key(term.text) for term in topic.terms)]
        for form in forms[1:]:
            above = [
                parent for other in forms if other.endswith(" " + form) for parent in parents(other.removesuffix(form))
            ]
            body = body_of(form, forms, above)
            if body is not None:
                found[form] = body
    return found


def term_phrases(terms: Mapping[str, Sequence[TermUse]]) -> Iterator[str]:
    """All writings as phrases for ``trie``, in lower case, with room for titles before names."""
    for uses in terms.values():
        yield from dict.fromkeys(use.phrase for use in uses)


def specificity(words: Sequence[str]) -> float:
    """How much one place of a term proves: a common word least, a term of three words or more most."""
    if len(words) > 2:
        return LONG_TERM
    return COMMON_WORD if len(words) == 1 and words[0] == words[0].lower() else TELLING


def _variants(term: str, persons: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for named in _with_other_names(term, persons):
        for written in dict.fromkeys((named, named.replace("-", " "))):
            yield written
            yield from _other_numbers(written)


def _with_other_names(term: str, persons: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The term with every form of the persons whom it names, with room for titles before those that do not open it."""
    pieces = re.split(r"([\s-])", term)
    choices = [_names(piece, persons, room=number > 0) for number, piece in enumerate(pieces)]
    yield term
    if any(piece in persons for piece in pieces):
        for chosen in islice(product(*choices), _VARIANTS_AT_MOST):
            yield "".join(chosen)


def _names(piece: str, persons: Mapping[str, Sequence[str]], *, room: bool) -> Sequence[str]:
    if piece not in persons or piece.lower() in NAMES_THAT_ARE_WORDS:
        return (piece,)
    return [(TITLES if room else "") + form for form in persons[piece]]


def _other_numbers(term: str) -> Iterator[str]:
    """The plain plural of a term that has none, the singular of one whose last word is a long plural."""
    last = re.split(r"[\s-]", term)[-1]
    if len(last) < 3 or not last.isalpha() or not last.isascii():
        return
    if not last.endswith("s"):
        if last.endswith(("x", "z", "ch", "sh")):
            yield term + "es"
        elif last.endswith("y") and last[-2] not in "aeiou":
            yield term[:-1] + "ies"
        else:
            yield term + "s"
    elif len(last) >= 6 and not last.endswith(("ss", "us", "is", "ies")):
        yield term[:-1]
