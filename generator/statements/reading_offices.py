"""The office that words name: "Ruritanian Deputy Foreign Minister", "the head of the central bank"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.statements.nations import NAMELESS, NATIONS, SAME_NATION
from generator.statements.office_words import FIELDS, OFFICE_FORMS, PARTIES, PERSON_HEADS, SOLE_OFFICES, TITLES
from generator.statements.words import ARTICLES, BETWEEN, CLAUSE_OPENERS, DAYS, PREPOSITIONS, PRONOUNS

WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:-[^\W\d_]+)*(?:[’']s?(?!\w))?")
PREFIXES = {"vice": "deputy-", "deputy": "deputy-", "under": "deputy-", "former": "former-", "ex": "former-"}
COMPASS = frozenset(["north", "south", "new"])
OFFICES = (PERSON_HEADS | SOLE_OFFICES | frozenset(OFFICE_FORMS)) - frozenset(
    ["figure", "person", "people", "campaign"]
)
SPELLING = {"defense": "defence", "labor": "labour"}
# What comes after these is of somebody else: "the adviser to President Ada Example".
ENDS = (CLAUSE_OPENERS | PREPOSITIONS) - frozenset(["of", "and", "for"]) | frozenset(["said", "says", "told"])
NO_NAMES = ARTICLES | BETWEEN | CLAUSE_OPENERS | DAYS | PREPOSITIONS | PRONOUNS | TITLES | PERSON_HEADS | NAMELESS
LONGEST_NAME = 4  # words that may stand between "head" and "government"


@dataclass(frozen=True, slots=True)
class Office:
    """What words say of a person: offices, their fields, and the nations, other bodies and parties they are of."""

    offices: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()

    def __or__(self, other: "Office") -> "Office":
        return Office(
            self.offices | other.offices,
            self.fields | other.fields,
            self.nations | other.nations,
            self.bodies | other.bodies,
            self.parties | other.parties,
        )

    @property
    def words(self) -> frozenset[str]:
        return self.offices | self.fields | self.nations | self.bodies | self.parties


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an office: without capitals and possessive ending, and whether it had them."""

    plain: str
    capital: bool
    possessive: bool


def read_office(text: str, states: frozenset[str] = frozenset()) -> Office:
    """The offices in a title, an apposition or a description; ``states`` are stems of nations beyond the common ones."""
    words = list(words_of(text))
    offices: set[str] = set()
    fields: set[str] = set()
    owners: set[str] = set()
    parties: set[str] = set()
    prefix = ""
    for index, word in enumerate(words):
        plain = word.plain
        if offices and (plain in ENDS or plain == "for") and not word.capital:
            break
        if plain in PREFIXES:
            prefix += PREFIXES[plain]
        elif office := office_at(words, index):
            offices.update(with_prefix(office, prefix))
            prefix = ""
        elif plain in FIELDS:
            fields.add(plain)
        elif word.capital and plain in PARTIES:
            parties.add(stem(plain)[:7])
        elif word.capital:
            owners.add(owner_at(words, index))
    owners.discard("")
    nations = frozenset(one for one in owners if one in NATIONS or one in states)
    of_state = "secretary of state" in text.lower()
    if offices & {"minister", "secretary", "chief"} and (of_state or "foreign" in fields):
        offices.add("diplomat")
    return Office(frozenset(offices), frozenset(fields), nations, frozenset(owners) - nations, frozenset(parties))


def words_of(text: str) -> Iterator[Word]:
    for found in WORD.finditer(text):
        bare = found.group().rstrip("’'")
        possessive = bare != found.group() or bare.endswith(("’s", "'s"))
        bare = bare.removesuffix("’s").removesuffix("'s")
        first, _, rest = bare.partition("-")
        if rest and first.lower() in PREFIXES:
            yield Word(first.lower(), first[0].isupper(), False)
            bare = rest
        plain = bare.lower().rstrip(".")
        yield Word(SPELLING.get(plain, plain), bare[0].isupper(), possessive)


def office_at(words: Sequence[Word], index: int) -> str | None:
    """The office that this word names, with what belongs to it: "prime minister", "head of government", "press secretary"."""
    word = words[index]
    following = words[index + 1].plain if index + 1 < len(words) else ""
    before = words[index - 1].plain if index else ""
    if word.plain not in OFFICES and word.plain != "prime":
        return None
    if word.possessive and index + 1 < len(words):  # "the president's aide"
        return None
    pair = {
        ("prime", "minister"): "prime",
        ("secretary", "general"): "secretary-general",
    }.get((word.plain, following))
    if pair:
        return pair
    if (before, word.plain) in (("prime", "minister"), ("secretary", "general"), ("attorney", "general")):
        return None
    if (before, word.plain) in (("press", "secretary"), ("press", "officer")):
        return "spokesman"
    if word.plain == "prime":
        return None
    if word.plain in ("head", "chief", "leader"):
        return headed(words, index)
    return OFFICE_FORMS.get(word.plain, word.plain)


def headed(words: Sequence[Word], index: int) -> str:
    """``head of government``, ``head of the Ruritanian state``, ``government chief``; otherwise the word itself."""
    whole = {
        "government": "government-head",
        "cabinet": "government-head",
        "state": "sovereign",
        "staff": "chief-of-staff",
    }
    if index and words[index - 1].plain == "government":
        return "government-head"
    if index + 1 < len(words) and words[index + 1].plain == "of":
        for other in words[index + 2 : index + 2 + LONGEST_NAME]:
            if other.plain in whole and not other.possessive:
                return whole[other.plain]
            if not other.capital and other.plain != "the":
                break
    return words[index].plain


def with_prefix(office: str, prefix: str) -> list[str]:
    """Who was president may still be called president; a deputy may not."""
    held = ("deputy-" if "deputy-" in prefix else "") + office
    return [held, "former-" + held] if "former-" in prefix else [held]


def owner_at(words: Sequence[Word], index: int) -> str:
    """The stem of a name in an office, "north" and its like with the nation after it; empty for what is no name."""
    plain = words[index].plain
    if plain in COMPASS and index + 1 < len(words):
        both = f"{plain}-{stem(words[index + 1].plain)}"
        return both if both in NATIONS else stem(plain)
    if index and words[index - 1].plain in COMPASS and f"{words[index - 1].plain}-{stem(plain)}" in NATIONS:
        return ""
    return "" if plain in NO_NAMES and plain not in SAME_NATION else stem(plain)


def office_words(text: str) -> list[str]:
    """The stems of the words of a name."""
    return [
        stem(word)
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower().replace("’s", "").replace("'s", ""))
        if len(word) > 1
    ]


def stem(word: str) -> str:
    """The first letters, the same for a nation and its adjective: "Russian" and "Russia", "French" and "France"."""
    if word in SAME_NATION:
        return SAME_NATION[word]
    for ending in ("ese", "ish", "ian", "an", "ia", "i", "y", "a"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return stem(word[: -len(ending)])
    return word
