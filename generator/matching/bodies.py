"""Whose body a generic name denotes: "the Security Council" of the world's nations, or of one state.

A form is *generic* if all its words are such as every state's institutions have, and the actor (or topic) has a fuller
form that ends with it: the words before it there are its *own*.  Such a form denotes another body

- directly after another nation's adjective or possessive, or "national" ("Bordurian Security Council", "Borduria's",
  "the country's"), unless it is about a seat in it ("Borduria's Security Council seat"),
- before "of" and another name ("the Security Council of Borduria"),
- as an office in it ("the deputy chairman of the Security Council"), and
- everywhere in an article where one of these stands,

the last two unless the article names the body in full, and all unless the words are its own.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.matching.scan import Span
from generator.matching.wording import BODY_WORDS, NATIONALITIES, NOT_GIVEN_NAMES

_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'-]{0,40}) $")
_ADJECTIVE = re.compile(r"[^\W\d_a-z]\w{2,30}(?:[ie]an|[bcglmrstyz]an|ese|ish|[^aeiou]i)$|\w{3,30}ische?[nmrs]?$")
_POSSESSIVE = re.compile(r"'s?$")
_ITS_NATION = re.compile(r"\b(?:country|nation|state|kingdom|republic|federation|emirate|sultanate)'s(?: own)? $")
_OF_NATION = re.compile(r" of (?:the )?([^\W\d_a-z][\w.-]{0,40})")
_SEAT = re.compile(
    r" (?:[a-z-]{1,20} )?(?:seats?|bids?|vetoe?s?|votes?|members?|membership|presidency|candidacy|candidature|campaign|terms?|resolutions?"
    r"|rotation|drafts?|ambassadors?|envoys?|reform|sessions?|meetings?)\b"
)
_OFFICE = r"(?:secretary|secretaries|chair(?:man|woman|person)?|head|chief|director|deputy)"
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICE} (?:of|at|on|in) (?:the )?$", re.IGNORECASE)
_OFFICE_AFTER = re.compile(rf" (?:deputy |vice )?{_OFFICE}\b", re.IGNORECASE)
_NEAR = 60


class Body(NamedTuple):
    """What is a generic form's own: the words of its fuller forms, and these forms as a pattern."""

    own: frozenset[str]  # in lower case
    in_full: re.Pattern[str]


def body_of(form: str, fuller: Iterable[str], parents: Iterable[str]) -> Body | None:
    """What is the form's own, if it is generic: ``fuller`` are all forms of its actor, ``parents`` those of whom it belongs to."""
    if not form[:1].isupper() or not all(word.lower() in BODY_WORDS for word in form.split()):
        return None
    full = [other for other in fuller if other.endswith(" " + form)]
    if not full:
        return None
    own = {word for other in full for word in other.removesuffix(form).split()}
    own.update(word for parent in parents for word in parent.split())
    names = "|".join(map(re.escape, sorted(full, key=len, reverse=True)))
    return Body(
        own=frozenset(_POSSESSIVE.sub("", word.lower()) for word in own),
        in_full=re.compile(rf"(?<!\w)(?:{names})(?!\w)"),
    )


def without_others(
    text: str, found: Sequence[Span], forms: Sequence[str], bodies: Mapping[str, Body], nations: frozenset[str]
) -> frozenset[Span]:
    """Those of the spans in which a generic form denotes another body; ``forms`` are their keys in ``bodies``."""
    generic: dict[str, list[Span]] = {}
    for span, form in zip(found, forms, strict=True):
        if form in bodies:
            generic.setdefault(form, []).append(span)
    others: list[Span] = []
    for form, places in generic.items():
        body = bodies[form]
        of_others = [place for place in places if _of_another(text, place, body, nations)]
        if body.in_full.search(text) is None:
            offices = any(_is_office(text, place) for place in places)
            of_others = places if of_others or offices else []
        others += of_others
    return frozenset(others)


def _of_another(text: str, place: Span, body: Body, nations: frozenset[str]) -> bool:
    """After another nation's adjective or possessive, or before "of" and another name."""
    at, to = place
    after = _OF_NATION.match(text, to, to + _NEAR)
    if after is not None:
        return after.group(1).lower() not in body.own
    before = text[max(0, at - _NEAR) : at]
    if _SEAT.match(text, to, to + _NEAR):
        return False
    if _ITS_NATION.search(before):
        return True
    word = _WORD_BEFORE.search(before)
    return word is not None and _is_nations(word.group(1), body, nations)


def _is_nations(word: str, body: Body, nations: frozenset[str]) -> bool:
    bare = _POSSESSIVE.sub("", word)
    if bare.lower() in body.own or bare.lower() in NOT_GIVEN_NAMES:
        return False
    if bare.lower() in NATIONALITIES or bare in nations or _ADJECTIVE.match(bare):
        return True
    return bare != word and bare[:1].isupper()


def _is_office(text: str, place: Span) -> bool:
    """The chairman of it, its secretary."""
    before = text[max(0, place[0] - _NEAR) : place[0]]
    return _OFFICE_BEFORE.search(before) is not None or _OFFICE_AFTER.match(text, place[1]) is not None
