"""Blocks of a page: stretches of text, their white space as a browser shows it, and what they become in an article."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from generator.model import Block, Mark, Role, Style

# Numbers of chunks that are no text node: of a control's words, and of a break or space that the markup makes.
CONTROL_NODE, MADE_NODE = -1, -2
_LONG_SPACE = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a block's text, of one text node: its place in the file and the inline elements around it."""

    text: str
    offset: int | None
    node: int
    styles: tuple[tuple[int, Style, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands in its page: its elements from the outermost, and what they make of it."""

    elements: tuple[Element, ...] = ()
    role: Role = Role.PARAGRAPH
    level: int = 1
    lists: int = 0
    quotes: int = 0
    ordered: bool = False
    number: int | None = None
    language: str = ""
    cell: tuple[int, int, int] | None = None  # of a table with data: its number, row and column


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """A block of a page, article or not."""

    chunks: tuple[Chunk, ...]
    place: Place

    @property
    def text(self) -> str:
        return "".join(chunk.text for chunk in self.chunks)

    @property
    def tag(self) -> str:
        return str(self.place.elements[-1].tag) if self.place.elements else ""


def paragraphs(chunks: list[Chunk]) -> Iterator[list[Chunk]]:
    """The chunks between empty lines (two breaks in a row)."""
    part: list[Chunk] = []
    breaks = 0
    for chunk in chunks:
        if chunk.node == MADE_NODE and chunk.text == "\n":
            breaks += 1
            if breaks == 2:
                yield part
                part = []
        elif chunk.text.strip():
            breaks = 0
        part.append(chunk)
    yield part


def collapsed(chunks: list[Chunk]) -> Iterator[Chunk]:
    """The chunks with white space as a browser shows it; a break is a line feed."""
    after = "\n"  # what stands before: no space at a start
    for chunk in _short_spaces(chunks):
        text, offset = chunk.text, chunk.offset
        if text[0] == " " and after in " \n":
            text, offset = text[1:], None if offset is None else offset + 1
        if text:
            after = text[-1]
            yield Chunk(text, offset, chunk.node, chunk.styles)


def _short_spaces(chunks: list[Chunk]) -> Iterator[Chunk]:
    """The chunks, cut where white space is longer than one space."""
    for chunk in chunks:
        at, text, offset = 0, chunk.text, chunk.offset
        if chunk.node == MADE_NODE and text == "\n":
            yield chunk
            continue
        for match in _LONG_SPACE.finditer(text):
            if match.start() > at:
                yield replace(chunk, text=text[at : match.start()], offset=None if offset is None else offset + at)
            yield replace(chunk, text=" ", offset=None if offset is None else offset + match.end() - 1)
            at = match.end()
        if at < len(text):
            yield replace(chunk, text=text[at:], offset=None if offset is None else offset + at)


def to_block(page_block: PageBlock, line: int) -> Block:
    """A page's block as a block of an article."""
    place = page_block.place
    chunks = [chunk for chunk in page_block.chunks if chunk.node != CONTROL_NODE]
    text = "".join(chunk.text for chunk in chunks)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return Block(
        role=place.role,
        text=text[start:end],
        line=line,
        marks=() if place.role is Role.CODE else tuple(_marks(chunks, text, start, end)),
        origin=tuple(_origin(chunks, start, end)),
        level=place.level if place.role in (Role.HEADING, Role.LIST_ITEM, Role.QUOTATION) else 1,
        ordered=place.ordered and place.role is Role.LIST_ITEM,
        number=place.number if place.role is Role.LIST_ITEM else None,
        quoted=place.quotes > 0 and place.role is not Role.QUOTATION,
        language=place.language,
    )


def _marks(chunks: list[Chunk], text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks over a block's text, outer ones first; none begins or ends with a space."""
    spans: dict[tuple[int, Style, str], tuple[int, int]] = {}
    at = 0
    for chunk in chunks:
        for key in chunk.styles:
            spans[key] = (spans[key][0] if key in spans else at, at + len(chunk.text))
        at += len(chunk.text)
    spans |= {(i, Style.BREAK, ""): (i, i + 1) for i, c in enumerate(text) if c == "\n"} if "\n" in text else {}
    found = []
    for (_, style, href), (first, last) in spans.items():
        first, last = max(first, start), min(last, end)
        if style is not Style.BREAK:
            while first < last and text[first].isspace():
                first += 1
            while first < last and text[last - 1].isspace():
                last -= 1
        if first < last:
            found.append(Mark(style=style, start=first - start, end=last - start, href=href))
    yield from sorted(found, key=lambda mark: (mark.start, -mark.end))


def _origin(chunks: list[Chunk], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pairs of offsets: in a block's text, in the file."""
    at, expected = 0, -1
    for chunk in chunks:
        first, last = max(at, start), min(at + len(chunk.text), end)
        if chunk.offset is not None and first < last:
            offset = chunk.offset + first - at
            if offset != expected:
                yield first - start, offset
            expected = offset + last - first
        at += len(chunk.text)
