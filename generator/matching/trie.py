"""One regular expression for some phrases: a trie, written out as a pattern, so that each place of a text is looked at once.

A flat alternation tries every phrase at every place; the trie tries only the letters that some phrase goes on with.
"""

import re
from collections.abc import Iterable
from typing import Any

_END = ""  # a key beside the letters: a phrase may end here

# Marks that belong to the letter before them, though ``\w`` does not know it: Latin and Greek accents, Cyrillic, Hebrew
# and Arabic points, the vowel signs of the Indian scripts.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd"

# Scripts that are written without spaces: a name has no boundary to look for (Thai to Myanmar, Khmer, kana, Han).
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


# A letter that belongs to the word beside it, as a pattern.
JOINED = rf"[\w{_MARKS}]"

# A letter of a phrase that stands for the titles and given names that a text may put before a family name.
TITLES = "\ue000"
_ANY_TITLES = r"(?:[^\W\d_][\w.'-]*+\s++){0,5}?"


def phrases_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds the longest of the phrases, as whole words; a space stands for any run of white space."""
    spaced: list[str] = []
    unspaced: list[str] = []
    for phrase in phrases:
        (unspaced if UNSPACED.search(phrase) else spaced).append(phrase)
    parts = []
    if spaced:
        parts.append(rf"(?<!{JOINED}){_written(_trie(spaced))}(?!{JOINED})")
    if unspaced:
        parts.append(_written(_trie(unspaced)))
    return re.compile("|".join(parts) if parts else r"(?!)")


def _trie(phrases: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return root


def _written(node: dict[str, Any]) -> str:
    """The pattern for what may follow; where a phrase may end or go on, it goes on first: the longest wins."""
    run: list[str] = []
    while len(node) == 1 and _END not in node:
        ((letter, node),) = node.items()
        run.append(_escaped(letter))
    branches = [_escaped(letter) + _written(node[letter]) for letter in sorted(node) if letter != _END]
    if not branches:
        return "".join(run)
    optional = "?" if _END in node else ""
    return "".join(run) + f"(?:{'|'.join(branches)}){optional}"


def _escaped(letter: str) -> str:
    return {" ": r"\s++", TITLES: _ANY_TITLES}.get(letter) or re.escape(letter)
