"""Where the forms of a registry stand in an article, before it is decided whom they denote there."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.matching.forms import Forms, Use
from generator.matching.plain import key, plain
from generator.model import Article, Block, Mention, Role

_NEAR = 80  # characters on either side that the rules look at
_WORD = re.compile(r"\s{1,3}([^\W\d_][\w-]{0,40})")
_PARAGRAPHS = frozenset({Role.PARAGRAPH, Role.LIST_ITEM})
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class Hit(NamedTuple):
    """A form at ``text[at:to]`` of a readable block, and whom it may denote.

    ``text`` is the plain reading; ``capitals`` tells that the block capitalises its words as headlines do, so that
    capitals prove no name; ``first`` that the block is one of the first of the body, where datelines stand.  A tuple, since
    one is made for every form in every article, and a tuple takes a third of a frozen dataclass's time.
    """

    block: int
    at: int
    to: int
    text: str
    uses: tuple[Use, ...]
    first: bool

    @property
    def capitals(self) -> bool:
        return _is_headline(self.text)

    @property
    def form(self) -> str:
        return self.text[self.at : self.to]

    @property
    def before(self) -> str:
        return self.text[max(0, self.at - _NEAR) : self.at]

    @property
    def amid_capitals(self) -> bool:
        """Whether a word with a capital may stand right beside the form; a quick look before the rules take theirs."""
        text, at, to = self.text, self.at, self.to
        after = text[to : to + 3].lstrip(",").lstrip()
        if after[:1].isupper() and text[to] in ", \t\n":
            return True
        if not text[at - 1 : at].isspace():
            return False
        word = text[text.rfind(" ", 0, at - 1) + 1 : at - 1]
        return not word[:1].islower() or "\n" in word

    @property
    def word_before(self) -> str:
        """The word before the form, where only white space stands between; empty at the head of a block or after a mark."""
        if not self.text[self.at - 1 : self.at].isspace():
            return ""
        before = self.before
        bare = before.rstrip()
        if not bare or len(bare) == len(before) or not (bare[-1].isalnum() or bare[-1] in ".'"):
            return ""
        return bare.rsplit(None, 1)[-1].lstrip("\"'“‘«„([—–-")

    @property
    def word_after(self) -> str:
        """The word after the form, without what follows its last letter; empty if a mark stands between."""
        if not self.text[self.to : self.to + 1].isspace():
            return ""
        found = _WORD.match(self.text, self.to)
        return found.group(1) if found else ""

    @property
    def after(self) -> str:
        return self.text[self.to : self.to + _NEAR]


def find_hits(article: Article, forms: Forms) -> Iterator[Hit]:
    """Every form in the article's readable blocks, in reading order; where forms overlap, the first and longest."""
    paragraphs = 0
    for number, block in enumerate(article.readable):
        paragraphs += block.role in _PARAGRAPHS
        text, first = plain(block), paragraphs <= 2 and block.role is Role.PARAGRAPH
        for match in forms.pattern.finditer(text):
            at, to = match.span()
            yield Hit(
                block=number,
                at=at,
                to=to,
                text=text,
                uses=forms.uses.get(match.group()) or forms.uses[key(match.group())],
                first=first,
            )


def mention(hit: Hit, block: Block) -> Mention:
    """The hit as it stands in the file."""
    return mention_at(block, hit.block, hit.at, hit.to)


def mention_at(block: Block, number: int, at: int, to: int) -> Mention:
    """``block.text[at:to]`` as it stands in the file; ``number`` counts the readable blocks from 0."""
    start = block.offset_in_file(at)
    last = start + to - 1 - at if start is not None and len(block.origin) == 1 else block.offset_in_file(to - 1)
    return Mention(
        form=block.text[at:to],
        block=number,
        at=at,
        line=block.line + bisect_left(_line_ends(block.text), at),
        start=start,
        end=None if last is None else last + 1,
    )


@lru_cache(maxsize=64)
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\n", text)) if "\n" in text else ()


@lru_cache(maxsize=64)
def _is_headline(text: str) -> bool:
    """Whether most long words are capitalised, and it is no sentence: one full of names is not a headline."""
    if text.rstrip("\"'”’»)\n ").endswith("."):
        return False
    long_words = _LONG_WORD.findall(text[:300])
    return bool(long_words) and sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words)
