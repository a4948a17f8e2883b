"""Who does a verb of saying: the noun phrase before or after it, found by the shape of English news sentences.

No parser: a phrase is found from the verb outwards, over adverbs and appositions, up to a word that opens a clause.
Everything works on text whose quotations are masked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.statements.context import MASK
from generator.statements.words import (
    ARTICLES,
    AUXILIARY,
    BETWEEN,
    CLAUSE_OPENERS,
    DAYS,
    DOCUMENT_HEADS,
    LEADING_TO_SAY,
    NOUN_OR_VERB,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    PARTICIPLES,
    PERSON_HEADS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    TITLES,
)

TOKEN = re.compile(
    r"(?:[A-Z]\.)+(?=\s|[A-Z]\w)|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Prof|Rev|Jr|Sr)\.|[^\W_]+(?:[-.'’&@][^\W_]+)*[’'](?=\s)|[^\W_]+(?:[-.'’&@][^\W_]+)*|"
    + MASK
    + r"+|[^\w\s]|_"
)
LONGEST_PHRASE = 30  # words of a subject with its appositions
BREAKS = frozenset(";:—–―.!?…")


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    at: int
    to: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        return self.text.endswith(("’s", "'s", "’", "'")) and len(self.text) > 2


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


def tokens_of(masked: str, start: int, end: int) -> list[Token]:
    return [Token(found.group(), found.start(), found.end()) for found in TOKEN.finditer(masked, start, end)]


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
            or word in BETWEEN
            or word in DAYS
            or word in PERSON_HEADS | DOCUMENT_HEADS | OUTLET_HEADS | ORGANISATION_HEADS
        )
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


def before_relative(tokens: Sequence[Token], end: int) -> Phrase | None:
    """``X, who said``: the phrase before the relative pronoun."""
    if not end or tokens[end].lower == "which":
        return None
    if tokens[end - 1].text == ",":
        return over_apposition(tokens, end - 1)
    phrase = phrase_ending(tokens, end) if tokens[end].lower == "who" else None
    if phrase is None:
        return None
    articles = [i for i, token in enumerate(phrase.tokens) if token.lower in ARTICLES]
    return Phrase(phrase.tokens[articles[-1] :]) if articles else phrase


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


CONJUNCTIONS = frozenset(
    ["while", "as", "when", "but", "and", "because", "though", "although", "that", "if", "since", "whereas"]
)


def is_place(part: Sequence[Token], earlier: Sequence[Token]) -> bool:
    """``of Geesville, Ruritania,``: a part of one or two words after a part that ends with a place and its preposition."""
    if len(part) > 2 or not earlier:
        return False
    back = len(earlier) - 1
    while back > 0 and earlier[back].is_word and earlier[back].is_capital:
        back -= 1
    return back < len(earlier) - 1 and earlier[back].lower in ("in", "of", "from", "at", "near", "outside")


def is_adjunct(part: Sequence[Token]) -> bool:
    """A part that says when, where or how ("In a statement", "Speaking on Monday", "After the call")."""
    word = part[0].lower
    return (
        word in PREPOSITIONS
        or word in CLAUSE_OPENERS
        or word.endswith("ing")
        or word in DAYS
        or word in BETWEEN
        or word.endswith("ly")
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
            break
        if start < end and ends_another_clause(tokens, start - 1):
            break
        start -= 1
    return trimmed(tokens[start:end])


def ends_another_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether this word is a verb, and what follows it no part of the same phrase."""
    token = tokens[index]
    if token.is_capital:
        return False
    return is_saying_verb(tokens, index) or token.lower in AUXILIARY or token.lower in PARTICIPLES


def joins_names(tokens: Sequence[Token], index: int, end: int) -> bool:
    """``Maersk and Central Command said``: an "and" between two names, or inside a description, not between clauses."""
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


def trimmed(tokens: Sequence[Token]) -> Phrase | None:
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
    """``On Monday Trump said``, ``In a statement the ministry said``: what follows the prepositional phrase."""
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
                if place and all(word.is_capital or word.text.isdigit() for word in place) and any(word.text.isupper() for word in place)
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
