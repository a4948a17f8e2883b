"""Noun phrases read forwards: a sentence's subject, and the subject that follows its verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.statements.verbs import Token, is_saying_verb
from generator.statements.words import (
    ARTICLES,
    AUXILIARY,
    BETWEEN,
    CLAUSE_OPENERS,
    DAYS,
    PARTICIPLES,
    PERSON_HEADS,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
)

LONGEST_PHRASE = 30  # words of a subject with its appositions


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names a speaker: its words, in order."""

    tokens: tuple[Token, ...]

    @property
    def at(self) -> int:
        return self.tokens[0].at

    @property
    def to(self) -> int:
        return self.tokens[-1].to


def is_adjunct(part: Sequence[Token]) -> bool:
    """A part that says when, where or how ("In a statement", "Speaking on Monday", "After the call")."""
    word = part[0].lower
    return (
        word in PREPOSITIONS
        or word in CLAUSE_OPENERS
        or word in DAYS
        or word in BETWEEN
        or word.endswith(("ing", "ly"))
    )


def is_place(part: Sequence[Token], earlier: Sequence[Token]) -> bool:
    """``of Geesville, Ruritania,``: a part of one or two words after a part that ends with a place and its preposition."""
    if len(part) > 2 or not earlier:
        return False
    back = len(earlier) - 1
    while back > 0 and earlier[back].is_word and earlier[back].is_capital:
        back -= 1
    return back < len(earlier) - 1 and earlier[back].lower in ("in", "of", "from", "at", "near", "outside")


def joins_names(tokens: Sequence[Token], index: int, end: int) -> bool:
    """``Lake Union and Hill Bank said``: an "and" between two names, or inside a description, not between clauses."""
    if tokens[index].lower not in ("and", "or", "that") or index == 0 or index + 1 >= end:
        return False
    if tokens[index].lower == "that":
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    return before.is_word and (
        (before.is_capital and after.is_capital)
        or (index > 1 and tokens[index - 2].lower in ARTICLES)
        or tokens[index - 1].lower in PERSON_HEADS
    )


def main_subject(tokens: Sequence[Token]) -> Phrase | None:
    """The subject of a sentence: its first noun phrase after introductory parts."""
    start, words = after_dateline(tokens), len(tokens)
    for _ in range(4):
        while start < words and (
            not tokens[start].is_word or tokens[start].lower in ("but", "and", "yet", "so", "still", "also")
        ):
            start += 1
        if start >= words:
            return None
        if not is_adjunct(tokens[start:]):
            break
        comma = next((i for i in range(start, words) if tokens[i].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
        following = next((i for i in range(start, words) if tokens[i].text == ","), None)
        if following and is_place(tokens[start:following], tokens[:comma]):
            start = following + 1
    return phrase_starting(tokens, start)


def after_dateline(tokens: Sequence[Token]) -> int:
    """``GEESVILLE, Ruritania (Agency) —``: where the sentence behind a dateline begins."""
    for index, token in enumerate(tokens[:14]):
        if token.text in "—–-" and index:
            place = [word for word in tokens[:index] if word.is_word]
            return (
                index + 1
                if place
                and all(word.is_capital or word.text.isdigit() for word in place)
                and any(word.text.isupper() for word in place)
                else 0
            )
    return 0


def phrase_starting(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins here, up to its verb or comma."""
    if start >= len(tokens) or not tokens[start].is_word:
        return None
    if tokens[start].lower in PRONOUNS:
        return Phrase((tokens[start],))
    end = start
    while end < len(tokens) and end - start < LONGEST_PHRASE and continues_phrase(tokens, start, end):
        end += 1
    while end > start and (
        tokens[end - 1].lower in PREPOSITIONS
        or tokens[end - 1].lower in DAYS
        or tokens[end - 1].lower in ("and", "or")
        or tokens[end - 1].lower in ARTICLES
    ):
        end -= 1
    return Phrase(tuple(tokens[start:end])) if end > start else None


def continues_phrase(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the token at ``end`` still belongs to the noun phrase that began at ``start``."""
    token = tokens[end]
    if not token.is_word:
        return token.text == "&" or (token.text == "." and end > start and len(tokens[end - 1].text) == 1)
    word = token.lower
    if word in ("and", "or"):
        return joins_names(tokens, end, len(tokens))
    if word in CLAUSE_OPENERS or (word in AUXILIARY and not token.is_capital):
        return False
    if word in PREPOSITIONS:
        return end > start and word in ("of", "for", "from", "at", "to", "with", "close", "in") and word != "in"
    if end == start or token.is_capital:
        return True
    if word in DAYS or word in PRONOUNS:
        return False
    if is_saying_verb(tokens, end) or word.endswith("ed") or word in PARTICIPLES:
        return False
    last = tokens[end - 1]
    if last.is_capital and not last.possessive and tokens[start].is_capital and tokens[start].lower not in ARTICLES:
        return (
            word in PERSON_HEADS
            or word in TITLES
            or (end + 1 < len(tokens) and tokens[end + 1].is_capital and word.islower() and word in TITLES)
        )
    return True


def subject_after(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject that follows its verb: ``said X``, ``said the minister, X``."""
    start = verb + 1
    phrase = phrase_starting(tokens, start)
    if phrase is None:
        return None
    first = phrase.tokens[0]
    starts = (
        first.is_capital
        or first.lower in ARTICLES
        or first.lower in PRONOUNS
        or first.lower in TITLES
        or first.lower in PERSON_HEADS
    )
    if not starts and not any(token.lower in PERSON_HEADS or token.is_capital for token in phrase.tokens):
        return None
    if not phrase.tokens[-1].is_capital and len(phrase.tokens) > 1:
        end = start + len(phrase.tokens)
        named = phrase_starting(tokens, end + 1) if end < len(tokens) and tokens[end].text == "," else None
        if (
            named
            and all(
                token.is_capital or token.lower in ("de", "van", "von", "al", "bin", "el", "la")
                for token in named.tokens
            )
            and len(named.tokens) > 1
        ):
            return named
    return phrase
