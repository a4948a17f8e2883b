"""The index finds the longest phrases, as whole words, in any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.matching.scan import index_of, spans
from generator.matching.trie import TITLES


def found(phrases: list[str], text: str) -> list[str]:
    return [text[at:to] for at, to in spans(index_of(phrases), text)]


@pytest.mark.parametrize(
    ("phrases", "text", "wanted"),
    [
        (["Zenda", "Zenda Council"], "the Zenda Council of Zenda", ["Zenda Council", "Zenda"]),
        (["the Rose Palace", "Rose Palace"], "the Rose Palace, a Rose Palace", ["the Rose Palace", "Rose Palace"]),
        (["Kubelik"], "Kubelikova, Kubelik’s, pro-Kubelik, Kubelik-Horvat, xKubelik, deKubelik", ["Kubelik"] * 3),
        (["Horvat", "Ada"], "deHorvat Ada Horvat", ["Ada", "Horvat"]),
        (["B.D.", "’t Zand"], "the B.D. and B.D.-led talks, Ada ’t Zand", ["B.D.", "B.D.", "’t Zand"]),
        (["the army", "Кубелик"], "the army, Кубелик и Кубеликова", ["the army", "Кубелик"]),
        (["久別"], "昨日久別は", ["久別"]),
        (["e"], "e\u0301", []),
        ([f"meet {TITLES}kubelik"], "they meet dr. ada kubelik here", ["meet dr. ada kubelik"]),
        ([], "anything", []),
    ],
)
def test_finds_whole_phrases(phrases: list[str], text: str, wanted: list[str]) -> None:
    assert found(phrases, text) == wanted


@given(some.lists(some.text("aBé1_", min_size=1, max_size=4), max_size=8), some.text("aBé1_ .\n-", max_size=40))
def test_finds_what_an_alternation_finds(phrases: list[str], text: str) -> None:
    flat = "|".join(sorted(phrases, key=len, reverse=True))
    wanted = re.findall(rf"(?<!\w)(?:{flat})(?!\w)", text) if flat else []
    assert found(phrases, text) == wanted
