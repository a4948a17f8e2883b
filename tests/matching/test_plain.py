"""The text as it is searched: counted without cutting it into words, folded only where there is something to fold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.matching.plain import folded, plain_text
from generator.model import Article, ArticleSlug, Block, Role


def article(*texts: str) -> Article:
    blocks = tuple(Block(role=Role.PARAGRAPH, text=text, line=1) for text in texts)
    return Article(slug=ArticleSlug("a"), path="a.md", blocks=blocks)


@given(st.lists(st.text(alphabet="ab’é \t\n\u00a0\u2004\u1680\u2028\u3000.", max_size=12), max_size=3))
def test_words_are_counted_as_they_would_be_cut(texts: list[str]) -> None:
    text = plain_text(article(*texts))
    assert text.word_count == len(text.text.split()) - len(texts) + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Łódź", "Lodz"), ("“Ada’s”", "“Ada’s”"), ("Zürich “now”", "Zurich “now”"), ("plain", "plain"), ("Ёлка", "Елка")],
)
def test_accents_are_left_out_and_nothing_else(text: str, expected: str) -> None:
    assert folded(text) == expected


def test_each_article_has_its_own_text() -> None:
    one, other = article("Ada"), article("Bo")
    assert [plain_text(each).text for each in (one, other, one, article("Ada"))] == ["Ada", "Bo", "Ada", "Ada"]
