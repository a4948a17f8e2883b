"""A saved page, parsed: its tree, its blocks, and where in the file everything stands."""

import html
import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import _Element as Element

from generator.model import Block, Role
from generator.reading.clip.lines import repaired
from generator.reading.html.blocks import page_blocks
from generator.reading.html.source import DEEPEST, mark_source
from generator.reading.html.text import PageBlock, to_block


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A parsed page: its source, its tree, its blocks and text nodes, its ``<time>`` elements with the number of the block
    that they stand in, and the runs of text that are in no block."""

    source: str
    tree: Element
    blocks: list[PageBlock]
    nodes: list[tuple[Element, bool]]
    times: list[tuple[int, Element]]
    lost: list[tuple[int, int]]


def parse(source: str) -> Page:
    """Parse a page; what nests too deep for the parser is parsed flat."""
    for flat in (False, True):
        marked = mark_source(source, flat=flat)
        parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        markup = marked.text.encode("utf-8", "replace")
        tree = _tree(markup, parser)
        if flat or not _is_too_deep(tree):
            break
    walk = page_blocks(tree, marked.runs)
    lost = [run for number, run in enumerate(marked.runs) if number not in walk.seen]
    return Page(source=source, tree=tree, blocks=walk.blocks, nodes=walk.nodes, times=walk.times, lost=lost)


def _tree(markup: bytes, parser: lxml_html.HTMLParser) -> Element:
    """The tree of a page; of an empty one, an empty tree."""
    try:
        tree = etree.fromstring(markup, parser) if markup.strip() else None
    except etree.ParserError:
        tree = None
    return lxml_html.document_fromstring("<p></p>") if tree is None else tree


def _is_too_deep(tree: Element) -> bool:
    """Whether elements nest deeper than recursion (ours, or the extraction's) should go."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST + 20:
            return True
    return False


class Places:
    """Lines and offsets in the file, of offsets in a page's source.

    ``segments`` maps the source to the file as a block's origin does; a page that is a part of its file has one segment.
    """

    def __init__(self, source: str, file: str, segments: Sequence[tuple[int, int]], *, start: int, line: int) -> None:
        self.source, self._segments = source, segments
        self._starts = [at for at, _ in segments]
        self._first_line = line
        self._ends = [match.start() for match in re.finditer("\n", file[start:])]
        self._start = start

    def offset(self, at: int) -> int:
        """The offset in the file."""
        source_at, file_at = self._segments[max(bisect_right(self._starts, at) - 1, 0)]
        return file_at + at - source_at

    def line(self, at: int) -> int:
        """The line in the file."""
        return self._first_line + bisect_right(self._ends, self.offset(at) - self._start - 1)

    def line_of(self, block: PageBlock) -> int:
        """The line where a block's text begins; of a rule, the line of the text before it."""
        offsets = [
            chunk.offset
            for chunk in block.chunks
            if (chunk.offset is not None and chunk.text.strip()) or not chunk.text
        ]
        return self.line(next((offset for offset in offsets if offset is not None), 0))

    def find(self, words: str) -> int | None:
        """Where words stand in the source, as text, in JSON or in HTML; None if they do not."""
        in_json = json.dumps(words)[1:-1]
        for written in (words, html.escape(words), html.escape(words, quote=False), json.dumps(words, ensure_ascii=False)[1:-1],
                        in_json, in_json.replace("/", "\\/")):  # fmt: skip
            at = self.source.find(written) if written else -1
            if at >= 0:
                return at
        return None

    def block(self, page_block: PageBlock) -> Block:
        """A page's block, repaired, with lines and offsets of the file."""
        block = to_block(page_block, self.line_of(page_block))
        block = replace(block, origin=tuple(self._in_file(block.origin, len(block.text))))
        return block if block.role is Role.CODE else repaired(block)

    def _in_file(self, origin: tuple[tuple[int, int], ...], length: int) -> Iterator[tuple[int, int]]:
        """An origin in the source as an origin in the file."""
        for (at, source_at), (end, _) in pairwise((*origin, (length, 0))):
            yield at, self.offset(source_at)
            number = bisect_right(self._starts, source_at)
            while number < len(self._starts) and self._starts[number] < source_at + end - at:
                yield at + self._starts[number] - source_at, self._segments[number][1]
                number += 1
