"""The pattern finds the longest phrase, as whole words, in any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.matching.trie import phrases_pattern


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        (["Zenda", "Zenda Council"], "the Zenda Council of Zenda", ["Zenda Council", "Zenda"]),
        (["Zenda Council"], "Zenda\u0020\u0020\nCouncil", ["Zenda  \nCouncil"]),
        (["Kubelik"], "Kubelikova, Kubelik’s, pro-Kubelik, Kubelik-Horvat, xKubelik", ["Kubelik"] * 3),
        (["B.D."], "the B.D. and B.D.-led talks", ["B.D.", "B.D."]),
        (["Кубелик"], "Кубелик и Кубеликова", ["Кубелик"]),
        (["久別"], "昨日久別は", ["久別"]),
        (["e"], "e\u0301", []),
        ([], "anything", []),
    ],
)
def test_finds_whole_phrases(phrases: list[str], text: str, found: list[str]) -> None:
    assert phrases_pattern(phrases).findall(text) == found


@given(
    some.lists(some.text("ab .+(é", min_size=1, max_size=6).map(str.strip).filter(bool), max_size=8),
    some.text("ab .+(é", max_size=30),
)
def test_finds_what_a_flat_alternation_finds(phrases: list[str], text: str) -> None:
    phrases = [phrase for phrase in phrases if "  " not in phrase]
    flat = "|".join(r"\s+".join(map(re.escape, phrase.split(" "))) for phrase in sorted(phrases, key=len, reverse=True))
    wanted = re.findall(rf"(?<!\w)(?:{flat})(?!\w)", text) if flat else []
    if "  " not in text:
        assert phrases_pattern(phrases).findall(text) == wanted
