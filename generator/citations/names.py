"""The names of authors as citations sort them: what is the family's name, and what is not a person's name at all.

An article states its authors as its outlet wrote them.  Where a line is not certain to be a person's name it stays whole
(``literal``): a desk cited as a desk is right, a desk cited as "Desk, N." is not.
"""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass

from generator.text import word_list

_PARTICLES = word_list(
    "af al am auf aus bin bint da dal dalla das de degli dei del della den der des di do dos du e el ibn la le"
    " los o of san ter ten the tom tot und van vom von vor y zu zum zur 't"
)
_SUFFIXES = word_list("Jr Jr. Sr Sr. II III IV")
_TITLES = word_list("Dr Dr. Mr Mr. Mrs Mrs. Ms Ms. Prof Prof. Sir Dame Lord Lady")
_BODIES = word_list(
    "agence agencia agency agentur and associated association board broadcasting bureau bulletin centre center chronicle committee"
    " correspondent correspondents council courier daily department desk dpa editor editorial editors embassy foundation"
    " gazette group herald institute international journal mail media ministry monitor network news newspaper newsroom observer"
    " office online org post press project radio redaktion report reporter reporters review service services society staff"
    " standard star sun team telegraph television times today tribune tv union university wire writer writers & +"
)
# Scripts whose names have no first letters to shorten and, by most, the family's name first: they stay as written.
_WHOLE = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_LONGEST = 5  # words of a person's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (``family`` with what goes before and after it) or, in ``literal``, any other author as written."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""


def name_of(written: str, bodies: Container[str] = (), own: str = "") -> Name:
    """The name that an author's line states.  ``bodies`` are names that are no person's (outlets), casefolded, and ``own`` one more.

    >>> name_of("Karl van der Berg")
    Name(family='van der Berg', given='Karl', suffix='', literal='')
    """
    plain = " ".join(written.split())
    if plain.count(",") == 1 and (turned := _turned(plain)):
        return turned
    words = plain.split()
    if len(words) > 2 and words[0] in _TITLES:
        words = words[1:]
    suffix = words.pop().strip(",") if len(words) > 2 and words[-1] in _SUFFIXES else ""
    if words and suffix:
        words[-1] = words[-1].rstrip(",")
    if not _is_person(words) or plain.casefold() == own or plain.casefold() in bodies:
        return Name(literal=plain)
    family = len(words) - 1
    while family > 1 and words[family - 1].lower() in _PARTICLES and words[family - 1][0].islower():
        family -= 1
    return Name(family=" ".join(words[family:]), given=" ".join(words[:family]), suffix=suffix)


def _turned(plain: str) -> Name | None:
    """``Example, Ada``: whoever writes a name so has said which part is the family's."""
    family, given = (part.strip() for part in plain.split(","))
    if given in _SUFFIXES or not (family and given) or not _is_person([*given.split(), *family.split()]):
        return None
    return Name(family=family, given=given)


def _is_person(words: list[str]) -> bool:
    """Two to five words with capitals, of letters alone, none of which only bodies have; not all in capitals."""
    text = " ".join(words)
    return (
        2 <= len(words) <= _LONGEST
        and not _WHOLE.search(text)
        and not any(word.casefold().strip(".,’'s") in _BODIES or word.casefold() in _BODIES for word in words)
        and not any(len(word) > 2 and word.isupper() and "." not in word for word in words)
        and all(word[0].isupper() or word in _PARTICLES or word[:2].lower() in ("d'", "d’", "al") for word in words)
        and words[0].casefold() != "the"
        and all(unicodedata.category(letter)[0] in "LM" or letter in ".'’-‐" for letter in text.replace(" ", ""))
    )


def initials(given: str) -> str:
    """First names by their first letters: ``Ada Maria`` -> ``A. M.``, ``Jean-Luc`` -> ``J.-L.``."""
    parts = [[piece for piece in re.split(r"[-‐]", word) if piece] for word in given.replace(".", ". ").split()]
    return " ".join("-".join(f"{piece[0]}." for piece in word) for word in parts if word)
