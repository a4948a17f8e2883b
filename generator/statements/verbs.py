"""Which words of a sentence are verbs of saying."""

from collections.abc import Sequence

from generator.statements.office_words import PERSON_HEADS
from generator.statements.tokens import Token
from generator.statements.words import (
    ARTICLES,
    BETWEEN,
    DAYS,
    DOCUMENT_HEADS,
    LEADING_TO_SAY,
    NOUN_OR_VERB,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    PRONOUNS,
    SAYING,
)

# Of the forms that are as often nouns or adjectives, those that say after "has".
AFTER_HAVE = frozenset(
    ["called", "described", "dubbed", "labeled", "labelled", "termed", "branded", "blamed", "accused", "mocked"]
)


def is_saying_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether this token is a finite verb of saying: not a noun of the same form, not an infinitive, not passive."""
    token = tokens[index]
    if token.lower not in SAYING or not index or (token.is_capital and not heading_like(tokens)):
        return False
    previous = tokens[index - 1]
    if not previous.is_word:
        return token.lower not in NOUN_OR_VERB or previous.text in ",)"
    if previous.lower in ("is", "are", "was", "were", "be", "been", "being"):
        return False
    if previous.lower == "to":
        return leads_to_saying(tokens, index) is not None
    if previous.lower.endswith("ly") and index > 1 and tokens[index - 2].lower in ("a", "an", "the"):
        return False
    if token.lower in NOUN_OR_VERB:
        word = previous.lower
        if previous.possessive or word in ("united", "his", "her", "their", "its"):
            return False
        return (
            previous.is_capital
            or word in PRONOUNS
            or (word in ("has", "have", "had") and token.lower in AFTER_HAVE)
            or word == "who"
            or word in BETWEEN
            or word in DAYS
            or word in PERSON_HEADS | DOCUMENT_HEADS | OUTLET_HEADS | ORGANISATION_HEADS
        )
    if previous.lower == "his" and index > 2 and tokens[index - 2].lower == "of":  # "an aide of his said"
        return True
    return previous.lower not in ARTICLES or previous.lower in (
        "that",
        "this",
        "these",
        "those",
        "many",
        "some",
        "several",
        "both",
        "another",
    )


def heading_like(tokens: Sequence[Token]) -> bool:
    """Whether most words are capitalised, as in a headline."""
    words = [token for token in tokens if token.is_word]
    return sum(token.is_capital for token in words) > 0.6 * len(words)


def leads_to_saying(tokens: Sequence[Token], index: int) -> int | None:
    """For an infinitive ("went on to say"): the index of the verb that leads to it."""
    for back in range(index - 2, max(index - 7, -1), -1):
        if tokens[back].lower in LEADING_TO_SAY:
            return back
        if not tokens[back].is_word:
            return None
    return None


def saying_verbs(tokens: Sequence[Token]) -> list[int]:
    return [index for index in range(len(tokens)) if is_saying_verb(tokens, index)]


def quoted_as(tokens: Sequence[Token], index: int) -> int | None:
    """For "saying" in "was quoted as saying": the index of "was"."""
    words = [token.lower for token in tokens[max(index - 3, 0) : index]]
    return index - 3 if len(words) == 3 and words[1:] in (["quoted", "as"], ["cited", "as"], ["heard", "to"]) else None
