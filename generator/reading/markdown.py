"""Contributors' Markdown, read by the CommonMark specification into blocks.

Nothing is lost and nothing is copied blindly: raw HTML becomes blocks and marks, or text; an image becomes a link to it.
"""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from generator.model import Block, Role
from generator.reading.markdown_inline import Place, inline
from generator.reading.markdown_parser import DEEPEST, parse

# As the parser counts lines: any of three ends, or the one that most files know, which is found much faster.
_ANY_LINE_END, _LINE_END = re.compile(r"\r\n?|\n"), re.compile(r"\n")


def read_markdown(text: str, *, start: int = 0, line: int = 1) -> tuple[Block, ...]:
    """The blocks of ``text[start:]``, whose first line is line number ``line`` of the file."""
    source = text[start:].replace("\x00", " ")
    tokens = parse(source)
    line_starts = [0, *(found.end() for found in (_ANY_LINE_END if "\r" in source else _LINE_END).finditer(source))]
    place = Place(source=source, line_starts=line_starts, start=start, line=line)
    return tuple(_flat(place) if _is_too_deep(tokens) else _blocks(tokens, place))


def _is_too_deep(tokens: Sequence[Token]) -> bool:
    return any(token.level >= DEEPEST - 3 or (token.children and _is_too_deep(token.children)) for token in tokens)


def _flat(place: Place) -> Iterator[Block]:
    """What nests deeper than the parser goes, line by line as it is written: nothing is lost."""
    for number, begin in enumerate(place.line_starts):
        end = place.line_starts[number + 1] if number + 1 < len(place.line_starts) else len(place.source)
        words = place.source[begin:end].strip()
        if words:
            at = place.start + place.source.index(words, begin)
            yield Block(role=Role.PARAGRAPH, text=words, line=place.line + number, origin=((0, at),))


def _blocks(tokens: Sequence[Token], place: Place) -> Iterator[Block]:
    lists: list[tuple[bool, int]] = []  # of the open lists: ordered, next number
    quotations, in_item, item_begins = 0, 0, False
    heading = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match token.type:
            case "inline":  # first: most tokens are
                if heading:
                    yield inline(token, place, role=Role.HEADING, level=heading, quoted=quotations > 0)
                elif in_item and item_begins:
                    ordered, number = lists[-1]
                    yield inline(
                        token,
                        place,
                        role=Role.LIST_ITEM,
                        level=len(lists),
                        ordered=ordered,
                        number=number if ordered else None,
                        quoted=quotations > 0,
                    )
                    item_begins = False
                else:
                    yield inline(
                        token, place, role=Role.QUOTATION if quotations else Role.PARAGRAPH, level=max(quotations, 1)
                    )
            case "bullet_list_open":
                lists.append((False, 0))
            case "ordered_list_open":
                lists.append((True, _start_of(token)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                in_item, item_begins = in_item + 1, True
            case "list_item_close":
                in_item, item_begins = in_item - 1, False
                if lists[-1][0]:
                    lists[-1] = (True, lists[-1][1] + 1)
            case "blockquote_open":
                quotations += 1
            case "blockquote_close":
                quotations -= 1
            case "heading_open":
                heading = int(token.tag[1])
            case "heading_close":
                heading = 0
            case "fence" | "code_block":
                yield _code(token, place)
            case "hr":
                yield Block(role=Role.RULE, text="", line=place.stretch(token)[0])
            case "html_block":
                yield from _raw_html(token, place)
            case "table_open":
                close = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                yield _table(token, tokens[index:close], place)
                index = close
        index += 1


def _start_of(token: Token) -> int:
    start = token.attrGet("start")
    return 1 if start is None else int(start)


def _code(token: Token, place: Place) -> Block:
    line, begin, end = place.stretch(token)
    content = token.content.rstrip("\n")
    at = place.source.find(content, begin, end) if content else -1
    origin: tuple[tuple[int, int], ...] = ((0, place.start + at),) if at >= 0 else ()
    language, _, more = token.info.strip().partition(" ")
    if more.strip():  # words behind the language: no page shows them there, and nothing is lost
        more = more.strip()
        above = place.source.find(more, begin, end)
        origin = ((0, place.start + above), *((len(more) + 1, there) for _, there in origin)) if above >= 0 else ()
        content = f"{more}\n{content}".rstrip("\n")
    return Block(
        role=Role.CODE,
        text=content,
        line=line + (token.type == "fence" and bool(content)),
        origin=origin,
        language=language,
    )


def _table(opening: Token, tokens: Sequence[Token], place: Place) -> Block:
    """A table, with its rows as its text, cells parted by a tab, as the reader of HTML gives them."""
    rows: list[list[Block]] = []
    line = place.stretch(opening)[0]
    row_map = opening.map
    behind = 0  # the cell before, so that equal cells keep places of their own
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            row_map = token.map or row_map
        elif token.type == "inline":
            token.map = token.map or row_map
            cell = inline(token, place, role=Role.PARAGRAPH, begin=behind)
            rows[-1].append(cell)
            if cell.origin and cell.origin[-1][1] >= 0:
                text_offset, file_offset = cell.origin[-1]
                behind = file_offset + len(cell.text) - text_offset - place.start
    text, origin = _rows_as_text(rows)
    return Block(role=Role.TABLE, text=text, line=line, origin=origin, rows=tuple(map(tuple, rows)))


def _rows_as_text(rows: Sequence[Sequence[Block]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    text, origin = "", []
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if number or column:
                origin.append((len(text), -1))
                text += "\t" if column else "\n\n" if number == 1 else "\n"  # the line below the head is a line too
            origin += [(len(text) + at, place) for at, place in cell.origin or ((0, -1),)]
            text += cell.text
    return text, tuple(origin) if any(place >= 0 for _, place in origin) else ()


def _raw_html(token: Token, place: Place) -> Iterator[Block]:
    """A block of raw HTML, read as saved pages are; but whoever wrote it here meant it: nothing of it is dropped as junk."""
    from generator.reading.html.page import Places, parse  # lxml costs 0.1 s to load, and few files need it
    from generator.reading.html.tables import with_tables

    line, begin, end = place.stretch(token)
    written = place.source[begin:end]
    if written.replace("\r\n", "\n").strip("\n") != token.content.strip("\n"):
        written, begin = token.content, -1  # in a quotation or a list: its lines do not stand in the file as they are
    page = parse(written)
    places = Places(written, written, [(0, 0)], start=0, line=line)
    for block in with_tables(range(len(page.blocks)), page.blocks, places.block):
        yield _in_file(block, place.start + begin if begin >= 0 else None)


def _in_file(block: Block, shift: int | None) -> Block:
    """A block with places in its stretch of the file as one with places in the file; None: it does not stand there as it is."""
    origin = () if shift is None else tuple((at, found + shift if found >= 0 else -1) for at, found in block.origin)
    rows = tuple(tuple(_in_file(cell, shift) for cell in row) for row in block.rows)
    return dataclasses.replace(block, origin=origin, rows=rows)
