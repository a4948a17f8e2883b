"""A text as it is searched: one character for one, so that offsets hold.

No-break spaces become spaces, ’ becomes ', and code, web addresses and handles are blotted out.  The blocks of an article
are searched as one text, which is quicker by far than one by one.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model import Article, Block, Role, Style

_ALIKE = {
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u3000": " ",
    "’": "'", "ʼ": "'", "＇": "'", "\u2010": "-", "\u2011": "-",
}  # fmt: skip
_SPACES = (
    "\n",
    "\t",
    "\r",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1d",
    "\x1e",
    "\x1f",
    "\x85",
    "\u2028",
    "\u2029",
    "\u2003",
    "\u2002",
)
_OTHER_SPACES = frozenset(
    letter for letter in map(chr, range(0x80, 0x3001)) if letter.isspace() and letter not in (*_SPACES, *_ALIKE)
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|@[\w.]+")
_RUN_OF_SPACES = re.compile(" {2,}")
_BETWEEN_BLOCKS = "\n\0\n"  # no form and no address goes on over it

# Letters with an accent, and those without one that are written for them; for names only, since "où" is not "ou".
_ALSO = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "ħ": "h", "Ħ": "H", "ı": "i", "ё": "е", "Ё": "Е"}  # fmt: skip
_BASES = {
    letter: base
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if (base := unicodedata.normalize("NFD", letter)[0]) != letter and base.isascii()
} | _ALSO
_ASCII = bytes(range(128))
_ACCENTED = re.compile(f"[{''.join(_BASES)}]")


class PlainText(NamedTuple):
    """An article's readable blocks as one text.

    ``of_blocks`` are their plain readings; ``text`` joins them, every run of white space being one space; ``folded`` is
    as long as that, without accents.
    """

    blocks: tuple[Block, ...]
    of_blocks: Sequence[str]
    starts: Sequence[int]  # of each block in the joined text, before runs of spaces are taken out
    text: str
    folded: str
    after_runs: Sequence[int]  # where in ``text`` each run of spaces ends ...
    left_out: Sequence[int]  # ... and how many spaces are left out up to there

    @property
    def word_count(self) -> int:
        return _count_of_words(self.text) - len(self.blocks) + 1

    def places(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """For stretches of ``text`` in reading order: the block of each, and where it stands in that block."""
        ends = [*self.starts[1:], 1 << 62]
        block, start, end = 0, 0, ends[0]
        for at, to in spans:
            if self.after_runs:
                at += self.left_out[bisect_right(self.after_runs, at)]
                to += self.left_out[bisect_right(self.after_runs, to - 1)]
            while at >= end:
                block += 1
                start, end = self.starts[block], ends[block]
            yield block, at - start, to - start


_latest: list[
    tuple[Article, PlainText]
] = []  # one entry: actors and topics are looked for in an article one after the other


def plain_text(article: Article) -> PlainText:
    """The article as it is searched."""
    if not _latest or _latest[0][0] is not article:
        _latest[:] = [(article, _plain_text(article))]
    return _latest[0][1]


def _plain_text(article: Article) -> PlainText:
    blocks = tuple(article.readable)
    raw = [_without_code(block) for block in blocks]
    joined = _without_addresses(_alike(_BETWEEN_BLOCKS.join(raw)))
    starts, start = [], 0
    for text in raw:
        starts.append(start)
        start += len(text) + len(_BETWEEN_BLOCKS)
    of_blocks = [joined[start : start + len(text)] for start, text in zip(starts, raw, strict=True)]
    for space in _SPACES:
        if space in joined:
            joined = joined.replace(space, " ")
    after_runs: list[int] = []
    left_out = [0]
    if "  " in joined:
        joined, after_runs, left_out = _without_runs(joined)
    return PlainText(blocks, of_blocks, starts, joined, folded(joined), after_runs, left_out)


def _alike(text: str) -> str:
    if text.isascii():
        return text
    for letter, alike in _ALIKE.items():
        if letter in text:
            text = text.replace(letter, alike)
    return text


def _beyond_ascii(text: str) -> set[str]:
    """The letters and marks of the text that are not ASCII.  To leave out the others as bytes is quicker by far than to look at each."""
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def _without_addresses(text: str) -> str:
    if "@" in text or "://" in text or "www." in text:
        return _ADDRESS.sub(lambda match: "\0" * len(match.group()), text)
    return text


def _without_runs(text: str) -> tuple[str, list[int], list[int]]:
    """The text with one space for each run, where each run ends in it, and how many spaces are left out by then."""
    pieces, after_runs, left_out, done = [], [], [0], 0
    for run in _RUN_OF_SPACES.finditer(text):
        pieces.append(text[done : run.start() + 1])
        after_runs.append(run.start() + 1 - left_out[-1])
        left_out.append(left_out[-1] + run.end() - run.start() - 1)
        done = run.end()
    return "".join([*pieces, text[done:]]), after_runs, left_out


def _count_of_words(text: str) -> int:
    """As many as ``text.split()`` has, of a text in which every run of the usual white space is one space."""
    if text.isascii() or _beyond_ascii(text).isdisjoint(_OTHER_SPACES):
        bare = text.strip()
        return bare.count(" ") + 1 if bare else 0
    return len(text.split())


def _without_code(block: Block) -> str:
    """The block's text without code, as long as the text; empty for a block of code."""
    if block.role is Role.CODE:
        return ""
    text = block.text
    if not block.marks:
        return text
    pieces, done = [], 0
    for mark in sorted((mark for mark in block.marks if mark.style is Style.CODE), key=lambda mark: mark.start):
        if mark.start >= done:
            pieces += [text[done : mark.start], "\0" * (mark.end - mark.start)]
            done = mark.end
    return "".join([*pieces, text[done:]]) if pieces else text


def folded(text: str) -> str:
    """The text with a letter for every letter, those with accents without them: "Łódź" is "Lodz"."""
    if text.isascii() or _beyond_ascii(text).isdisjoint(_BASES):
        return text
    return _ACCENTED.sub(lambda match: _BASES[match.group()], text)


def key(form: str) -> str:
    """One writing for all spellings of a form that differ in white space, apostrophes or composed letters only."""
    alike = form if form.isascii() else unicodedata.normalize("NFC", _alike(form))
    return " ".join(alike.split())


def is_ordinary(alias: str) -> bool:
    """An alias of one or two words without a capital letter or digit, in a script that has capitals: "the bloc"."""
    return alias == alias.lower() != alias.upper() and len(alias.split()) <= 2 and not any(c.isdigit() for c in alias)
