"""Where phrases stand in a text: each is looked for only where its first word stands, so that a text is read once.

Most words of a text begin no phrase; asking for each of them takes far less time than one pattern of all phrases.  The
words are runs of ASCII letters and digits: to cut a text into these is the quickest of all, and once accents are left
out (see ``plain``) most names in Latin script have one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.matching.trie import JOINED, TITLES, UNSPACED, phrases_pattern

_RUN = re.compile(r"[A-Za-z0-9_]+")
_GOES_ON = re.compile(JOINED)
_BOUNDARIES = frozenset(" ,.;:!?'\"()-\0/")  # the commonest letters that end a word
_SPACES_BETWEEN = bytes(code if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(128)) + b" " * 128

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Phrases by their first words.  A space in them stands for one space: see ``PlainText``."""

    firsts: frozenset[bytes]
    phrases: Mapping[bytes, tuple[tuple[str, int], ...]]  # with where the word stands in each, the longest first
    patterns: Mapping[bytes, re.Pattern[str]]  # of the phrases with room for titles
    others: re.Pattern[str] | None  # phrases in other scripts


def index_of(phrases: Iterable[str]) -> Index:
    """An index of the phrases."""
    plain: dict[bytes, list[tuple[str, int]]] = {}
    titled: dict[bytes, list[str]] = {}
    others: list[str] = []
    for phrase in dict.fromkeys(phrases):
        first = _RUN.search(phrase)
        if first is None or UNSPACED.search(phrase) or (TITLES in phrase and first.start() > 0):
            others.append(phrase)
        elif TITLES in phrase:
            titled.setdefault(first.group().encode(), []).append(phrase)
        else:
            plain.setdefault(first.group().encode(), []).append((phrase, first.start()))
    return Index(
        firsts=frozenset((*plain, *titled)),
        phrases={first: tuple(sorted(of, key=_length, reverse=True)) for first, of in plain.items()},
        patterns={first: phrases_pattern(of) for first, of in titled.items()},
        others=phrases_pattern(others) if others else None,
    )


def _length(phrase: tuple[str, int]) -> int:
    return len(phrase[0])


def spans(index: Index, text: str) -> list[Span]:
    """Where phrases stand in the text, in reading order; where they overlap, the first and longest."""
    found: list[Span] = []
    for first in index.firsts.intersection(text.encode("ascii", "replace").translate(_SPACES_BETWEEN).split()):
        _find(index, first, text, found)
    if index.others is not None:
        found += [match.span() for match in index.others.finditer(text)]
    found.sort()
    kept, done, last = [], 0, -1
    for at, to in found:
        if at == last and to > done:
            kept.pop()
        elif at < done:
            continue
        kept.append((at, to))
        last, done = at, to
    return kept


def _find(index: Index, first: bytes, text: str, found: list[Span]) -> None:
    """Add where phrases with this first word stand: at each of its places the longest."""
    word, length, end = first.decode(), len(first), len(text)
    phrases, pattern = index.phrases.get(first, ()), index.patterns.get(first)
    place = text.find(word)
    while place >= 0:
        for phrase, inside in phrases:
            at = place - inside
            if at >= 0 and text.startswith(phrase, at):
                to = at + len(phrase)
                if (at == 0 or text[at - 1] in _BOUNDARIES or _GOES_ON.match(text, at - 1) is None) and (
                    to == end or text[to] in _BOUNDARIES or _GOES_ON.match(text, to) is None
                ):
                    found.append((at, to))
                    break
        if pattern is not None and (match := pattern.match(text, place)) is not None:
            found.append(match.span())
        place = text.find(word, place + length)
