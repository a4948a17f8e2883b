"""Datelines: what a summary leaves out, and what it must not."""

import pytest

from generator.reading.article import read_article
from generator.reading.placelines import without_dateline

SENTENCE = "The two sides of the river opened their talks on Monday."


@pytest.mark.parametrize(
    "opening",
    [
        "ZENDA, Ruritania (AP) — ",
        "ZENDA — ",
        "ZENDA, Ruritania – ",
        "ZENDA/STRELSAU -- ",
        "Zenda (dpa) - ",
        "ZENDA, Aug 20 (NORDA) - ",
        "Paris: ",
        "LONDON: ",
        "Zenda [AFP] — ",
    ],
)
def test_datelines_go(opening: str) -> None:
    assert without_dateline(opening + SENTENCE) == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "EU – The two sides of the river opened their talks.",
        "NORDA — the league of the north — opened its talks on Monday.",
        "Ada Example — The two sides of the river opened their talks.",
        "Ada Example: The two sides of the river opened their talks.",
        "The river (and its dam) — The two sides opened their talks.",
        "ZENDA —",
    ],
)
def test_other_openings_stay(text: str) -> None:
    assert without_dateline(text) == text


def test_the_body_keeps_its_dateline() -> None:
    text = f"ZENDA, Ruritania (AP) — {SENTENCE} Nobody else spoke on that day."
    article, _ = read_article("content/articles/clip.txt", text.encode())
    assert article is not None
    assert (article.summary, article.blocks[0].text) == (SENTENCE, text)
