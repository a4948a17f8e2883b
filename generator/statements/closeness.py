"""How close two wordings are.

rapidfuzz's token_set_ratio alone is no measure here: a few words that all stand in a long quotation score 100.  So the
longer wording is first cut to the stretch that the shorter one resembles, and the words that carry meaning must agree too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from generator.statements.words import COMMON_WORDS

SAFE = 90  # token_set_ratio from which wordings are one statement (measured on public news texts)
PROPOSED = 62  # from which a person is asked
SHORT = 5  # words: a shorter part joins only where it stands word for word in the other
REWORDED = 10  # words: up to which a part may join by two words that this speaker hardly uses elsewhere
REWORDED_SCORE = 66  # their token_set_ratio, at least
REWORDED_DAYS = 3  # how many days apart, at most
STEM = 6  # letters of a word that count, so that "utopia" and "utopian" are alike
RARE = 3  # how many other parts of the speaker may hold a rare stem, at least; and their share in all of them
WORD = re.compile(r"\w+(?:['’]\w+)*")
NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][\w’'-]*")
NEGATION = frozenset(["not", "no", "never", "nothing", "nobody", "none", "nor", "without", "cannot"])


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation between ellipses: which quotation's, its plain words, the stems that carry meaning, its day."""

    quotation: int
    written: str
    text: str
    words: tuple[str, ...]
    stems: frozenset[str]
    day: int | None
    article: str = ""
    partial: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Of the stems, those of words with a capital inside a sentence.  Read when asked for: most comparisons end before."""
        return frozenset(stem_of(found.group().lower().replace("’", "'")) for found in NAME.finditer(self.written))


@dataclass(frozen=True, slots=True)
class Closeness:
    """``joins``: surely one statement; otherwise a proposal.  ``score`` from 0 to 100."""

    score: int
    joins: bool


def make_part(quotation: int, text: str, day: int | None, article: str = "", *, partial: bool = False) -> Part:
    words = tuple(WORD.findall(text.lower().replace("’", "'")))
    stems = frozenset(map(stem_of, words)) - {""}
    return Part(quotation, text, " ".join(words), words, stems, day, article, partial)


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """A word's first letters without its plural; empty for words that carry no meaning of their own."""
    word = word.split("'")[0]
    if word in COMMON_WORDS or (len(word) < 3 and not word.isdigit()):
        return ""
    if word.endswith("s") and len(word) > 4 and not word.endswith("ss"):
        word = word[:-1]
    return word[:STEM]


def closeness(one: Part, other: Part, frequency: Mapping[str, int], *, dated: bool) -> Closeness | None:
    """How close two parts are; None if not even worth a proposal.  Undated ones join only if long and nearly word for word."""
    short, long = sorted((one, other), key=lambda part: (len(part.words), part.text))
    shared = short.stems & long.stems
    if len(short.words) < SHORT:
        whole = f" {short.text} " in f" {long.text} " and len(short.stems) >= 2
        return Closeness(SAFE, joins=same_news(short, long)) if whole else None
    if len(shared) < 2:
        return None
    score = round(likeness(short, long))
    coverage = len(shared) / len(short.stems)
    if contradicts(short, long):
        return Closeness(min(score, SAFE - 1), joins=False) if score >= PROPOSED and coverage >= 0.5 else None
    same_words = score >= SAFE and len(shared) >= 3 and coverage >= 0.6
    same_content = len(shared) >= 5 and coverage >= 0.75
    reworded = (
        short.partial
        and len(short.words) <= REWORDED
        and coverage >= 0.6
        and score >= REWORDED_SCORE
        and same_news(short, long, REWORDED_DAYS)
        and len(rare(shared - short.names - long.names, frequency)) >= 2
    )
    if same_words or same_content or (dated and reworded):
        joins = dated or len(short.words) >= 8
        return Closeness(max(score, SAFE) if same_words or same_content else score, joins=joins)
    worth_a_look = len(shared) >= 3 and coverage >= 0.4 and score >= PROPOSED
    return Closeness(min(score, SAFE - 1), joins=False) if worth_a_look else None


def same_news(one: Part, other: Part, days: int = 1) -> bool:
    """Of one article, or of days that follow each other: a catchword of three words is said again another week."""
    return one.article == other.article or (
        one.day is not None and other.day is not None and abs(one.day - other.day) <= days
    )


def likeness(short: Part, long: Part) -> float:
    """token_set_ratio of the shorter wording and the stretch of the longer one that it resembles most."""
    if len(long.text) <= 1.5 * len(short.text):
        return fuzz.token_set_ratio(short.text, long.text)
    return fuzz.token_set_ratio(short.text, window(short, long))


def window(short: Part, long: Part) -> str:
    """The stretch of the longer wording, in whole words, that resembles the shorter one."""
    found = fuzz.partial_ratio_alignment(short.text, long.text)
    if found is None:
        return long.text
    start = long.text.rfind(" ", 0, found.dest_start + 1) + 1
    end = long.text.find(" ", found.dest_end)
    return long.text[start : end if end >= 0 else len(long.text)]


def contradicts(short: Part, long: Part) -> bool:
    """Whether one says a number or a "not" that the other does not: such wordings never join by themselves."""
    stretch = window(short, long) if len(long.text) > 1.5 * len(short.text) else long.text
    words = set(stretch.split())
    if {word for word in short.words if word.isdigit()} - set(long.words):
        return True
    return has_negation(set(short.words)) != has_negation(words)


def has_negation(words: set[str]) -> bool:
    return any(word in NEGATION or word.endswith("n't") for word in words)


def rare(stems: frozenset[str], frequency: Mapping[str, int]) -> list[str]:
    return [stem for stem in sorted(stems) if not stem.isdigit() and frequency.get(stem, 0) <= RARE + 2]
