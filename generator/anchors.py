"""The ids of quotations in the page of their article."""

from collections.abc import Iterable, Mapping, Sequence

from generator.model import Article, Block, Quote
from generator.text import slugify

_WORDS_IN_ANCHOR = 6

Place = tuple[int, int]  # of a quotation: its block among the readable ones, its start in that block


def body_start(article: Article) -> int:
    """The number of readable blocks before the body's first."""
    return sum(1 for block in (article.headline, article.standfirst) if block)


def anchors(article: Article, quotes: Iterable[Quote], shown: Sequence[Block]) -> Mapping[Place, str]:
    """An id for each quotation that stands in the shown blocks, made of its first words: it holds when lines move."""
    taken: dict[str, int] = {}
    found: dict[Place, str] = {}
    first = body_start(article)
    for quote in quotes:
        index = quote.block - first
        if not 0 <= index < len(shown) or quote.to > len(shown[index].text):
            continue
        name = "said-" + (slugify(" ".join(quote.text.split()[:_WORDS_IN_ANCHOR]))[:60].strip("-") or "this")
        taken[name] = taken.get(name, 0) + 1
        found[quote.block, quote.at] = name if taken[name] == 1 else f"{name}-{taken[name]}"
    return found
