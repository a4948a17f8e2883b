"""A page's tables of data, put together again from their cells."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from generator.model import Block, Role
from generator.reading.html.text import PageBlock


def with_tables(numbers: Iterable[int], blocks: list[PageBlock], to_block: Callable[[PageBlock], Block]) -> list[Block]:
    """The blocks of these numbers for an article; the cells of one table become one block, with its text row by row."""
    found: list[Block] = []
    for table, group in groupby(numbers, key=lambda i: cell[0] if (cell := blocks[i].place.cell) else None):
        members = [blocks[i] for i in group]
        found += [to_block(block) for block in members] if table is None else [_table(members, to_block)]
    return found


def _table(cells: list[PageBlock], to_block: Callable[[PageBlock], Block]) -> Block:
    """One table.  Its text is its rows, cells parted by a tab; rows are of one length."""
    by_place: dict[tuple[int, int], Block] = {}
    for cell in cells:
        if cell.place.cell is not None:
            _, row, column = cell.place.cell
            block = replace(to_block(cell), role=Role.PARAGRAPH)
            by_place[row, column] = block
    rows = sorted({row for row, _ in by_place})
    width = max(column for _, column in by_place) + 1
    first = to_block(cells[0])
    blank = Block(role=Role.PARAGRAPH, text="", line=first.line)
    table = tuple(tuple(by_place.get((row, column), blank) for column in range(width)) for row in rows)
    text = "\n".join("\t".join(cell.text for cell in row) for row in table)
    return Block(role=Role.TABLE, text=text, line=first.line, rows=table, quoted=first.quoted)
