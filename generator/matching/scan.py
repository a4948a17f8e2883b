"""Where phrases stand in a text: each is looked for only where its first capitalised word stands, so that a text is read once.

Most words of a text belong to no phrase, and far fewer of them have a capital; to look these up takes less time than one
pattern of all phrases.  A word is a run of ASCII letters and digits: to cut a text into these is the quickest of all, and
once accents are left out (see ``plain``) most names in Latin script have one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.matching.trie import JOINED, TITLES, UNSPACED, phrases_pattern

_RUN = re.compile(r"[A-Za-z0-9_]+")
_CAPITALISED = re.compile(rb" ([A-Z0-9][A-Za-z0-9_]*)").findall
_GOES_ON = re.compile(JOINED)
_BOUNDARIES = frozenset(" ,.;:!?'\"()-\0/")  # the commonest letters that end a word
_SPACES_BETWEEN = bytes(code if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(128)) + b" " * 128

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Phrases by one of their words, the first with a capital if any has.  A space in them is one space: see ``PlainText``."""

    words: frozenset[bytes]
    only_capitalised: bool  # whether all the words have a capital
    phrases: Mapping[
        bytes, tuple[tuple[str, int], ...]
    ]  # by their word, with where it stands in each; the longest first
    patterns: Mapping[bytes, re.Pattern[str]]  # of the phrases with room for titles, by first word
    others: re.Pattern[str] | None  # phrases in other scripts


def index_of(phrases: Iterable[str]) -> Index:
    """An index of the phrases."""
    plain: dict[bytes, list[tuple[str, int]]] = {}
    titled: dict[bytes, list[str]] = {}
    others: list[str] = []
    for phrase in dict.fromkeys(phrases):
        word = _word_of(phrase)
        if word is None or UNSPACED.search(phrase) or (TITLES in phrase and word.start() > 0):
            others.append(phrase)
        elif TITLES in phrase:
            titled.setdefault(word.group().encode(), []).append(phrase)
        else:
            plain.setdefault(word.group().encode(), []).append((phrase, word.start()))
    words = frozenset((*plain, *titled))
    return Index(
        words=words,
        only_capitalised=not any(word[:1].islower() or word[:1] == b"_" for word in words),
        phrases={word: tuple(sorted(of, key=_length, reverse=True)) for word, of in plain.items()},
        patterns={word: phrases_pattern(of) for word, of in titled.items()},
        others=phrases_pattern(others) if others else None,
    )


def _word_of(phrase: str) -> re.Match[str] | None:
    """The word that a phrase is looked up by: the first with a capital, else the first; with titles always the first."""
    first = None
    for word in _RUN.finditer(phrase):
        first = first or word
        if TITLES in phrase or word.group()[0].isupper() or word.group()[0].isdigit():
            return word
    return first


def _length(phrase: tuple[str, int]) -> int:
    return len(phrase[0])


def spans(index: Index, text: str) -> list[Span]:
    """Where phrases stand in the text, in reading order; where they overlap, the first and longest."""
    found: list[Span] = []
    spaced = b" %b " % text.encode("ascii", "replace").translate(_SPACES_BETWEEN)
    place = 0
    for word in filter(index.words.__contains__, _CAPITALISED(spaced) if index.only_capitalised else spaced.split()):
        place = spaced.find(b" %b " % word, place)
        span = _longest(index, word, text, place)
        if span is not None:
            found.append(span)
        place += len(word) + 1
    if index.others is not None:
        found += [match.span() for match in index.others.finditer(text)]
    return _apart(found)


def _longest(index: Index, word: bytes, text: str, place: int) -> Span | None:
    """The longest phrase whose word stands here."""
    found = None
    for phrase, inside in index.phrases.get(word, ()):
        at = place - inside
        if at >= 0 and text.startswith(phrase, at):
            to = at + len(phrase)
            if (at == 0 or text[at - 1] in _BOUNDARIES or _GOES_ON.match(text, at - 1) is None) and (
                to == len(text) or text[to] in _BOUNDARIES or _GOES_ON.match(text, to) is None
            ):
                found = at, to
                break
    if word in index.patterns and (match := index.patterns[word].match(text, place)) is not None:
        return match.span() if found is None else min(found, match.span(), key=_earliest_longest)
    return found


def _earliest_longest(span: Span) -> Span:
    return span[0], -span[1]


def _apart(found: list[Span]) -> list[Span]:
    """Without those that overlap one before, or one at the same place that is longer."""
    found.sort(key=_earliest_longest)
    kept, done = [], 0
    for span in found:
        if span[0] >= done:
            kept.append(span)
            done = span[1]
    return kept
