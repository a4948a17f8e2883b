"""Links that name a source: addresses outside the archive that stand alone in parentheses, as our explainers cite."""

import dataclasses
import re
from collections.abc import Iterable

from generator.links import is_outward, with_marks
from generator.model import Block, Mark, Role, Style

_TEXT = (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION)
_PARENTHESES = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[\s,;]*(and)?\s*")  # what may stand between two sources


def with_sources(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with each such link marked as a source, the parentheses included: pages show it quieter than the text."""
    return [_with_sources(block) if block.role in _TEXT and block.marks else block for block in blocks]


def _with_sources(block: Block) -> Block:
    if "(" not in block.text:
        return block
    marks = list(block.marks)
    for found in _PARENTHESES.finditer(block.text):
        start, end = found.span()
        inside = [i for i, mark in enumerate(marks) if start < mark.start and mark.end < end]
        if not _are_sources([marks[i] for i in inside], block.text, start, end) or _cut(marks, start, end):
            continue
        inside.sort(key=lambda i: marks[i].start)
        for i in inside:
            marks[i] = dataclasses.replace(
                marks[i],
                start=start if i == inside[0] else marks[i].start,
                end=end if i == inside[-1] else marks[i].end,
                classes=(*marks[i].classes, "ex-source"),
            )
    return with_marks(block, tuple(marks))


def _are_sources(marks: list[Mark], text: str, start: int, end: int) -> bool:
    """Whether the parentheses hold links to elsewhere, and beside them nothing that says anything."""
    at = start + 1
    for mark in sorted(marks, key=lambda m: m.start):
        if mark.style is not Style.LINK or not is_outward(mark.href) or not _BETWEEN.fullmatch(text, at, mark.start):
            return False
        at = mark.end
    return bool(marks) and not text[at : end - 1].strip()


def _cut(marks: list[Mark], start: int, end: int) -> bool:
    """Whether the parentheses would cut another mark in two."""
    return any(m.start < start < m.end < end or start < m.start < end < m.end for m in marks) or any(
        m.start == start or m.end == end for m in marks if start < m.end and m.start < end
    )
