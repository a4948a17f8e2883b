"""Noun phrases read forwards: a sentence's subject, and the subject that follows its verb."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.statements.office_words import PERSON_HEADS, TITLES
from generator.statements.tokens import Token
from generator.statements.verbs import is_saying_verb
from generator.statements.words import (
    ARTICLES,
    AUXILIARY,
    BETWEEN,
    CLAUSE_OPENERS,
    CLAUSE_VERBS,
    DAYS,
    PARTICIPLES,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
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
    begins_name = part[0].is_capital and len(part) > 1 and part[1].is_capital and part[1].lower not in DAYS
    return (
        word in PREPOSITIONS
        or word in CLAUSE_OPENERS
        or (word in DAYS and not begins_name)  # "Jan Example"
        or word in BETWEEN
        or word.endswith(("ing", "ly"))
    )


SPANS = frozenset(["minute", "hour", "day", "week", "month", "year", "decade"])


def is_time(part: Sequence[Token]) -> bool:
    """``2025,`` in "On Thursday, November 6, 2025, Example said"; ``Two weeks earlier, ...``, ``A day later ...,``."""
    if part[0].text.isdigit() and len(part) > 1 and part[1].text == ",":
        return True
    for index in range(1, min(len(part) - 1, 4)):
        if part[index].lower.removesuffix("s") in SPANS:
            return part[index + 1].lower in ("earlier", "later", "ago", "before", "after")
    return False


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
    if tokens[index].lower == "and" and before.is_capital and after.lower == "the" and index + 2 < end:
        return tokens[index + 2].is_capital and begins_clause(tokens, index)
    return before.is_word and (
        (before.is_capital and after.is_capital)
        or (index > 1 and tokens[index - 2].lower in ARTICLES)
        or tokens[index - 1].lower in PERSON_HEADS
    )


def begins_clause(tokens: Sequence[Token], end: int) -> bool:
    """Whether only a name stands between a comma, or the beginning, and here ("Ruritania" in "Borduria, Ruritania and the Gazette")."""
    start = end
    while (
        start > 0 and tokens[start - 1].is_word and (tokens[start - 1].is_capital or tokens[start - 1].lower == "the")
    ):
        start -= 1
    return start < end and (
        start == 0 or tokens[start - 1].text in ",;:—–" or tokens[start - 1].lower in ("both", "that")
    )


def closes_list(tokens: Sequence[Token], index: int) -> bool:
    """``Borduria, Ruritania, and the Gazette said``: an "and" after a comma that ends a list of names."""
    if index < 2 or tokens[index - 1].text != "," or not begins_clause(tokens, index - 1):
        return False
    start = index - 1
    while start > 0 and tokens[start - 1].is_word:
        start -= 1
    return start > 1 and tokens[start - 1].text == "," and begins_clause(tokens, start - 1)


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
        if not is_adjunct(tokens[start:]) and not is_time(tokens[start:]):
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
    if word in CLAUSE_VERBS and last.lower in PERSON_HEADS:  # "An official put it otherwise"
        return False
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
            and all(token.is_capital or token.lower in PARTICLES for token in named.tokens)
            and (len(named.tokens) > 1 or not named.tokens[0].lower)
        ):
            return named
    return list_starting(tokens, start, phrase) or phrase


def list_starting(tokens: Sequence[Token], start: int, phrase: Phrase) -> Phrase | None:
    """``said Borduria, Ruritania and the Gazette``: several names, the last two joined by "and"."""
    end = start + len(phrase.tokens)
    while end + 1 < len(tokens) and tokens[end].text == "," and tokens[end - 1].is_capital:
        part = phrase_starting(tokens, end + 2 if tokens[end + 1].lower == "and" else end + 1)
        if part is None or not all(token.is_capital or token.lower in ("and", "the") for token in part.tokens):
            return None
        if part.tokens[0].lower in TITLES or part.tokens[0].possessive:
            return None
        end += 1 + len(part.tokens) + (tokens[end + 1].lower == "and")
        if any(token.lower == "and" for token in tokens[start:end]):
            return Phrase(tuple(tokens[start:end]))
    return None
