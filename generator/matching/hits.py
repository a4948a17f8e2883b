"""Where the forms of a registry stand in an article, before it is decided whom they denote there."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.matching.bodies import without_others
from generator.matching.forms import Forms, Use
from generator.matching.plain import PlainText, plain_text
from generator.matching.scan import Span, spans
from generator.model import Article, Block, Mention, Role

_NEAR = 80  # characters on either side that the rules look at
_WORD = re.compile(r"\s{1,3}([^\W\d_][\w-]{0,40})")
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
        mark = text[to : to + 1]
        if mark == " " or mark == "," or mark.isspace():
            after = text[to : to + 3].lstrip(",").lstrip()
            if after[:1].isupper():
                return True
        if not text[at - 1 : at].isspace():
            return False
        word = text[max(text.rfind(" ", max(0, at - _NEAR), at - 1) + 1, at - _NEAR) : at - 1]
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


def find_hits(article: Article, forms: Forms) -> list[Hit]:
    """Every form in the article's readable blocks, in reading order; where forms overlap, the first and longest."""
    text = plain_text(article)
    found = spans(forms.index, text.folded)
    others = _of_others(text, found, forms)
    whole, as_written, of_blocks, firsts = text.text, forms.uses.get, text.of_blocks, _firsts(text)
    hits = []
    for span, (block, at, to) in zip(found, text.places(found), strict=True):
        form = whole[span[0] : span[1]]
        uses = as_written(form) or forms.meant_by(form)
        if uses and span not in others:
            hits.append(Hit(block, at, to, of_blocks[block], uses, firsts[block]))
    return hits


def _of_others(text: PlainText, found: Sequence[Span], forms: Forms) -> frozenset[Span]:
    """Where the generic name of a body denotes another state's."""
    if not forms.bodies:
        return frozenset()
    return without_others(text.text, found, [text.text[at:to] for at, to in found], forms.bodies, forms.nations)


def _firsts(text: PlainText) -> Sequence[bool]:
    """Which blocks are among the first of the body."""
    paragraphs, firsts = 0, []
    for block in text.blocks:
        is_paragraph = block.role is Role.PARAGRAPH
        paragraphs += is_paragraph or block.role is Role.LIST_ITEM
        firsts.append(is_paragraph and paragraphs <= 2)
    return firsts


def mention(hit: Hit, block: Block) -> Mention:
    """The hit as it stands in the file."""
    return mention_at(block, hit.block, hit.at, hit.to)


def mention_at(block: Block, number: int, at: int, to: int) -> Mention:
    """``block.text[at:to]`` as it stands in the file; ``number`` counts the readable blocks from 0."""
    text, start, last = block.text, block.offset_in_file(at), None
    if start is not None:
        last = start + to - 1 - at if len(block.origin) == 1 else block.offset_in_file(to - 1)
    line = block.line + bisect_left(_line_ends(text), at) if "\n" in text else block.line
    return Mention(
        form=text[at:to], block=number, at=at, line=line, start=start, end=None if last is None else last + 1
    )


@lru_cache(maxsize=64)
def _line_ends(text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer("\n", text))


@lru_cache(maxsize=64)
def _is_headline(text: str) -> bool:
    """Whether most long words are capitalised, and it is no sentence: one full of names is not a headline."""
    if text.rstrip("\"'”’»)\n ").endswith("."):
        return False
    long_words = _LONG_WORD.findall(text[:300])
    return bool(long_words) and sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words)
