"""Whether a form is part of the name of somebody or something else: one rule, one function, in a table.

Each rule looks at the words right beside the form and nowhere else.  Where it cannot tell, it says nothing.
"""

import re
from collections.abc import Callable, Mapping

from generator.matching.forms import Strength, Use
from generator.matching.hits import Hit
from generator.matching.plain import folded
from generator.matching.wording import (
    ARTICLES,
    DIRECTIONS,
    FUNCTION_WORDS,
    GIVEN_NAMES_OF_PLACES,
    INSTITUTIONS,
    NAMES_THAT_ARE_WORDS,
    NOT_GIVEN_NAMES,
    OFFICES,
    THINGS,
)
from generator.model import ActorKind

_YOUNGER = re.compile(r",?\s{1,3}(?:Jr|Sr|Junior|Senior|fils|père|II|III)(?!\w)")
_CALENDAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|by|on|of|from|to|last|next|this|early|late|mid|before|after|through)|\d|-)\s{0,3}$"
)
# Words that open a sentence before a name are no given names if they end like this: "Speaking", "Invited", "Bordurian".
_NO_GIVEN_NAME = re.compile(r"(?:ing|ed|ly|ian|ish|ese)$")
_STARTS_SENTENCE = re.compile(r"(?:^|[.!?…:]\W{0,4}\s{1,3}|^\W{1,4})[\"'“‘«„(\[]{0,3}$")


def is_another(hit: Hit, use: Use) -> bool:
    """Whether one of the rules says that the form is not the actor's here."""
    if use.strength is Strength.BARE and hit.text[hit.at - 1 : hit.at] == "-":
        return True  # the end of a compound
    if hit.amid_capitals:
        return any(rule(hit, use) for rule in RULES[use.actor.kind])
    return use.family and only_a_word(hit, use)  # the other rules look for capitals beside the form


def other_given_name(hit: Hit, own_words: frozenset[str]) -> str | None:
    """The given name before a family name, if it is none of the person's own: "Boris" in "Boris Example"."""
    word = hit.word_before
    if not word or not word[0].isupper() or folded(word) in own_words or word.endswith("'s"):
        return None
    bare = word.rstrip(".").lower()
    if bare in OFFICES or bare in NOT_GIVEN_NAMES or bare in ARTICLES or bare.rpartition("-")[2] in OFFICES:
        return None
    if len(word) > 2 and word.isupper() and "." not in word:  # an organisation: "NATO chief", "OSCE"
        return None
    if len(bare) == 1:  # an initial
        return None if any(own[0].lower() == bare for own in own_words) else word
    return None if word.endswith(".") else word  # the end of a sentence


def only_opens_sentence(hit: Hit) -> bool:
    """Whether the word before the form has its capital as the first of its sentence: "Attacking Ruritania"."""
    word = hit.word_before
    if _NO_GIVEN_NAME.search(word) is None:
        return False
    return _STARTS_SENTENCE.search(hit.before.rstrip().removesuffix(word)) is not None


def of_another_person(hit: Hit, use: Use) -> bool:
    """A family name after another given name: "Boris Example" is not Ada Example.  In headlines capitals prove nothing (see
    ``strangers``)."""
    if use.strength is Strength.NAME or other_given_name(hit, use.own_words) is None:
        return False
    return not hit.capitals


def of_a_child(hit: Hit, _use: Use) -> bool:
    """A person's name before "Jr": the name without it is somebody else's."""
    return _YOUNGER.match(hit.text, hit.to) is not None


def of_a_thing(hit: Hit, _use: Use) -> bool:
    """A person's or state's name that goes on as a thing's: "Example Tower", "Ruritania Times", "Ruritania River"."""
    word = hit.word_after
    return word[:1].isupper() and word.lower() in THINGS


def of_another_country(hit: Hit, _use: Use) -> bool:
    """A state's name after a capitalised direction: "South Ruritania" is another state."""
    word = hit.word_before
    return word[:1].isupper() and word.lower() in DIRECTIONS and not hit.capitals


def of_a_person_called_so(hit: Hit, use: Use) -> bool:
    """A state's or city's name that people bear too, beside another name: "Jordan Example", "Ada Jordan"."""
    if hit.form not in GIVEN_NAMES_OF_PLACES or hit.capitals:
        return False
    word = hit.word_after
    if word[:1].isupper() and not word.isupper():
        return not any(word.lower() in words for words in (INSTITUTIONS, OFFICES, NOT_GIVEN_NAMES))
    return other_given_name(hit, use.own_words) is not None and not only_opens_sentence(hit)


def only_a_word(hit: Hit, use: Use) -> bool:
    """A family name that is a word or a month, where it is one: at the head of a sentence, in a headline, "in May"."""
    if not use.family or hit.form.lower() not in NAMES_THAT_ARE_WORDS:
        return False
    if hit.capitals or _STARTS_SENTENCE.search(hit.before) or _CALENDAR_BEFORE.search(hit.before):
        return True
    return re.match(r"\s{1,3}\d", hit.after) is not None


def only_shouted(hit: Hit, _use: Use) -> bool:
    """An abbreviation that is a word too, among words in capitals: "TELL US NOW"."""
    form, before, after = hit.form, hit.word_before, hit.word_after
    return form.isupper() and form.lower() in FUNCTION_WORDS and before.isupper() and after.isupper()


Rule = Callable[[Hit, Use], bool]

RULES: Mapping[ActorKind, tuple[Rule, ...]] = {
    ActorKind.PERSON: (of_a_thing, of_a_child, of_another_person, only_a_word),
    ActorKind.STATE: (of_a_thing, of_another_country, of_a_person_called_so, only_shouted),
    ActorKind.ORGANISATION: (of_a_person_called_so, only_shouted),
    ActorKind.GROUP: (of_a_person_called_so, only_shouted),
}
