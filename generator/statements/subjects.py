"""Who does a verb of saying: the noun phrase before it, found by the shape of English news sentences.

No parser: a phrase is found from the verb outwards, over adverbs and appositions, up to a word that opens a clause.
Everything works on text whose quotations are masked.
"""

import re
from collections.abc import Sequence

from generator.statements.marks import MASK
from generator.statements.office_words import PERSON_HEADS, TITLES
from generator.statements.phrases import (
    LONGEST_PHRASE,
    Phrase,
    closes_list,
    is_adjunct,
    is_place,
    joins_names,
    main_subject,
)
from generator.statements.tokens import Token
from generator.statements.verbs import is_saying_verb, leads_to_saying
from generator.statements.words import (
    ARTICLES,
    AUXILIARY,
    BETWEEN,
    CLAUSE_OPENERS,
    DAYS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
)

BREAKS = frozenset(";:—–―.!?…")
CONJUNCTIONS = frozenset(
    ["while", "as", "when", "but", "and", "because", "though", "although", "that", "if", "since", "whereas"]
)


def subject_before(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject of the verb at this index, from the words before it."""
    if (leading := leads_to_saying(tokens, verb)) is not None and verb and tokens[verb - 1].lower == "to":
        verb = leading
    end = skip_between(tokens, verb)
    if end <= 0:
        return None
    last = tokens[end - 1]
    if last.lower in ("and", "but", "or", "then"):
        return subject_of_saying(tokens, end - 1) or main_subject(tokens[: end - 1])
    if last.lower in ("who", "that", "which"):
        return before_relative(tokens, end - 1)
    if last.text in ",)" or (last.text in "–—" and end > 1):
        return over_apposition(tokens, end - 1)
    return phrase_ending(tokens, end)


def subject_of_saying(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The subject of the nearest verb of saying before ``end`` that does not stand in a relative clause."""
    for verb in range(end - 1, 0, -1):
        if is_saying_verb(tokens, verb) and tokens[verb - 1].lower not in (
            "who",
            "which",
            "that",
            "and",
            "but",
            "or",
            "then",
        ):
            return subject_before(tokens, verb)
    return None


def skip_between(tokens: Sequence[Token], end: int) -> int:
    """Goes left over auxiliaries, adverbs, days and brackets between subject and verb."""
    while end > 0:
        word = tokens[end - 1].lower
        if (
            word in AUXILIARY
            or word in BETWEEN
            or word in DAYS
            or (word.endswith("ly") and len(word) > 4 and not tokens[end - 1].is_capital)
        ) or (word in ("on", "last", "this", "next", "of", "in") and end < len(tokens) and tokens[end].lower in DAYS):
            end -= 1
        elif word == ")" and (opening := opening_bracket(tokens, end - 1)) is not None:
            end = opening
        elif word == "turn" and end > 1 and tokens[end - 2].lower == "in":
            end -= 2
        else:
            break
    return end


def opening_bracket(tokens: Sequence[Token], closing: int) -> int | None:
    for index in range(closing - 1, max(closing - 12, -1), -1):
        if tokens[index].text == "(":
            return index
    return None


def before_relative(tokens: Sequence[Token], end: int, pronoun: str | None = None) -> Phrase | None:
    """``X, who said``: the phrase before the relative pronoun."""
    pronoun = pronoun or tokens[end].lower
    if not end or pronoun == "which":
        return None
    if tokens[end - 1].text in (",", "–", "—"):
        phrase = ending_new_clause(tokens, end - 1) or over_apposition(tokens, end - 1)
    else:
        phrase = phrase_ending(tokens, end) if pronoun == "who" else None
    return nearest_noun_phrase(phrase) if phrase is not None else None


def nearest_noun_phrase(phrase: Phrase) -> Phrase:
    """The noun phrase that a relative clause hangs on: "He had no word for President Ada Example, who ..." is about her."""
    tokens = phrase.tokens
    start = len(tokens)
    as_name = tokens[-1].is_capital
    while start > 0:
        token = tokens[start - 1]
        before = tokens[start - 2].lower if start > 1 else ""
        if token.lower in ARTICLES and before != "of":
            start -= 1
            break
        if token.lower in PREPOSITIONS and token.lower != "of":
            if before not in PERSON_HEADS:
                break
            as_name = False  # "an adviser to X, who ...": nobody can say who
        elif as_name and start < len(tokens) and not may_stand_in_name(token):
            break
        start -= 1
    while start < len(tokens) - 1 and tokens[start].lower == "of":
        start += 1
    return Phrase(tokens[start:]) if start < len(tokens) else phrase


def ending_new_clause(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """``..., and less in that of X, who ordered``: what begins with "and" or "but" describes nobody, so its last name is meant."""
    start = comma
    while start > 0 and tokens[start - 1].is_word and comma - start < LONGEST_PHRASE:
        start -= 1
    opens = start < comma and tokens[start].lower in ("and", "but", "or", "while", "whereas")
    return phrase_ending(tokens, comma) if opens and tokens[comma - 1].is_capital else None


def may_stand_in_name(token: Token) -> bool:
    """Whether a word may belong to a name with its title: "President Ada Example", "the minister of Borduria"."""
    return token.is_capital or token.lower in TITLES | PERSON_HEADS | ARTICLES | {"of"}


def over_apposition(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """``X, the leader of Y, said``: goes left over parts between commas that only describe, to the name."""
    end = comma
    for _ in range(6):
        start = end
        while (
            start > 0
            and tokens[start - 1].text not in ",;:—–.!?"
            and tokens[start - 1].text[0] != MASK
            and end - start < LONGEST_PHRASE
        ):
            start -= 1
        part = tokens[start:end]
        if not part:
            return None
        before = tokens[start - 1].text if start else ""
        if part[0].lower in ("along", "together", "alongside") and start > 1:
            return Phrase(tuple(tokens[start - 2 : end]))
        if part[0].lower in CONJUNCTIONS and len(part) > 1 and not describes(part[1:], ()):
            return part_subject(part[1:])
        if before not in (",", "—", "–") or not (
            describes(part, tokens[:start]) or is_place(part, tokens[: start - 1])
        ):
            return part_subject(part) if before != "," or not is_adjunct(part) else None
        end = start - 1
    return None


def describes(part: Sequence[Token], earlier: Sequence[Token]) -> bool:
    """Whether a part between commas describes or modifies the name before it, rather than being a name itself."""
    first = part[0]
    if not first.is_word or not first.is_capital or first.text[0].isdigit():
        return True
    if re.match(r"[DRI]-", first.text) or first.lower in ("jr", "sr", "jr.", "sr."):
        return True
    if first.possessive and len(part) > 1:
        return True
    if is_adjunct(part):
        return True
    return not part[-1].is_capital or (
        first.lower in TITLES and any(token.lower == "of" for token in part) and bool(earlier)
    )


def part_subject(part: Sequence[Token]) -> Phrase | None:
    """The subject in a part that stands before an apposition."""
    return phrase_ending(part, end) if (end := skip_between(part, len(part))) else None


def phrase_ending(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends here: back to a comma, a quotation or a word that opens a clause."""
    if tokens[end - 1].lower in PRONOUNS:
        return Phrase((tokens[end - 1],))
    if not tokens[end - 1].is_word:
        return None
    start = end
    while start > 0 and end - start < LONGEST_PHRASE:
        token = tokens[start - 1]
        if (
            token.text == ","
            or (token.text[0] in BREAKS and not token.is_word)
            or token.text[0] == MASK
            or token.text in "()"
        ):
            break
        if token.lower in CLAUSE_OPENERS and not joins_names(tokens, start - 1, end):
            if token.lower == "and" and closes_list(tokens, start - 1):
                return Phrase(tuple(tokens[start - 3 : end]))
            if token.lower == "as" and [one.lower for one in tokens[max(start - 3, 0) : start - 1]] == ["as", "well"]:
                return Phrase(tuple(tokens[max(start - 4, 0) : end]))
            if token.lower in ("who", "whose", "whom") and start > 1 and start < end:  # "the man who attacked X said"
                return before_relative(tokens, start - 1, "who")
            break
        if start < end and ends_another_clause(tokens, start - 1):
            if start > 2 and tokens[start - 2].lower in ("who", "that"):  # "the man who attacked X said"
                return before_relative(tokens, start - 2, "who")
            break
        start -= 1
    return without_lead(tokens[start:end])


def ends_another_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether this word is a verb, and what follows it no part of the same phrase."""
    token = tokens[index]
    if token.is_capital:
        return False
    return is_saying_verb(tokens, index) or token.lower in AUXILIARY or token.lower in PARTICIPLES


def without_lead(tokens: Sequence[Token]) -> Phrase | None:
    """Without the words before a phrase that say when or how ("On Monday", "In a statement", "Yet")."""
    part = list(tokens)
    while part:
        word = part[0].lower
        if not part[0].is_word or word in BETWEEN or (word in DAYS and len(part) > 1) or word in ("and", "but", "so"):
            part = part[1:]
        elif word in PREPOSITIONS and len(part) > 2:
            rest = after_adjunct(part)
            if rest is None:
                return None
            part = rest
        else:
            break
    while part and (not part[-1].is_word or part[-1].lower in DAYS):
        part = part[:-1]
    return Phrase(tuple(part)) if part else None


def after_adjunct(part: list[Token]) -> list[Token] | None:
    """``On Monday Example said``, ``In a statement the ministry said``: what follows the prepositional phrase."""
    index = 1
    while index < len(part) and (
        part[index].lower in DAYS
        or part[index].lower in ("last", "this", "the", "a", "an")
        or part[index].text.isdigit()
    ):
        index += 1
        if part[index - 1].lower in DAYS and (
            index >= len(part) or (part[index].lower not in DAYS and not part[index].text.isdigit())
        ):
            return part[index:] or None
    for index in range(1, len(part)):
        if part[index].lower in PRONOUNS:
            return part[index:]
        if index > 1 and part[index].lower in ("the", "a", "an") and part[index - 1].lower not in PREPOSITIONS:
            return part[index:]
        if (
            index > 1
            and part[index].is_capital
            and not part[index - 1].is_capital
            and part[index - 1].lower not in ARTICLES | PREPOSITIONS
        ):
            return part[index:]
    return None
