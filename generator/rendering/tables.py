"""Tables: rows between bars, the second of dashes."""

import re

from generator.rendering import inline
from generator.rendering.model import Sheet, Unknown

_SEPARATOR = re.compile(r" *(:?)-+(:?) *")
_ALIGNED = {("", ""): "", (":", ""): ' align="left"', ("", ":"): ' align="right"', (":", ":"): ' align="center"'}


def table(block: str, sheet: Sheet) -> str:
    """The HTML of a table, ending in a newline.  Raises Unknown."""
    head, separator, *rows = [_cells(line) for line in block.split("\n")] if block.count("\n") > 1 else [[], []]
    found = [_SEPARATOR.fullmatch(cell) for cell in separator]
    if not rows or any(len(row) != len(head) for row in (separator, *rows)):
        raise Unknown
    aligned = [_ALIGNED[cell[1], cell[2]] for cell in found if cell]
    if len(aligned) != len(head):
        raise Unknown
    body = "".join(_row(row, "td", aligned, sheet) for row in rows)
    return f"<table>\n<thead>\n{_row(head, 'th', aligned, sheet)}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _cells(line: str) -> list[str]:
    """A row's cells.  A bar that is escaped or in code would not part them: then there is another number of them, or Unknown."""
    if len(line) < 3 or line[0] != "|" or line[-1] != "|" or "\\|" in line or "\\`" in line:
        raise Unknown
    return line[1:-1].split("|")


def _row(cells: list[str], name: str, aligned: list[str], sheet: Sheet) -> str:
    written = (
        f"<{name}{attributes}>{inline.text(cell.strip(' '), sheet)}</{name}>\n"
        for cell, attributes in zip(cells, aligned, strict=True)
    )
    return f"<tr>\n{''.join(written)}</tr>\n"
