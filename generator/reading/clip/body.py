"""The body of a clip: what each line that stays is (paragraph, heading, list item, quotation), and its links."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Mark, Role, Style
from generator.reading.clip import wording
from generator.reading.clip.lines import cut
from generator.reading.clip.roles import Line, has_quotes

_BULLET = re.compile(r"[•·▪●◦‣]\s*(?=\S)")
_WEAK_BULLET = re.compile(r"[-*]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_QUOTED = re.compile(r">\s?(?=[^\s>])")
_OWN_HEADING = re.compile(r"#{1,6}\s+(?=\S)")
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|I[’'](?:m|ve|ll|d)|we[’'](?:re|ve|ll))\b")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»\[\]{}|\\^`]{4,2000}")
_TRUSTED = frozenset({Role.HEADING, Role.LIST_ITEM, Role.QUOTATION, Role.CODE, Role.TABLE, Role.RULE})


def body_blocks(lines: Sequence[Line], *, is_markup: bool) -> list[Block]:
    """The lines, all of which stay, as the blocks they are."""
    blocks: list[Block] = []
    items = [_item(line) for line in lines]
    for at, line in enumerate(lines):
        block = line.block
        if block.role in _TRUSTED and is_markup:
            blocks.append(with_links(block))
            continue
        beside = (at > 0 and items[at - 1] == items[at]) or (at + 1 < len(items) and items[at + 1] == items[at])
        if items[at] == "bullet" or (items[at] and beside):
            block = _as_item(block)
        elif line.text[0] == ">" and (match := _QUOTED.match(line.text)):
            block = replace(cut(block, match.end()), role=Role.QUOTATION)
        elif at and _is_unmarked_quotation(lines[at - 1], line):
            block = replace(block, role=Role.QUOTATION)
        elif (0 < at < len(lines) - 1 and is_heading(line, lines[at + 1])) or (
            at == 0 and len(lines) > 1 and _OWN_HEADING.match(line.text)
        ):
            opening = _OWN_HEADING.match(line.text)
            block = replace(cut(block, opening.end() if opening else 0), role=Role.HEADING, level=2)
        else:
            block = block if block.role is Role.PARAGRAPH else replace(block, role=Role.PARAGRAPH)
        blocks.append(with_links(block))
    return blocks


def _item(line: Line) -> str:
    """The kind of list marker that opens the line, if one does."""
    if line.text[:1].isalpha():
        return ""
    if _BULLET.match(line.text):
        return "bullet"
    if _WEAK_BULLET.match(line.text):
        return line.text[0]
    return "number" if _NUMBER.match(line.text) else ""


def _as_item(block: Block) -> Block:
    number = _NUMBER.match(block.text)
    marker = number or _BULLET.match(block.text) or _WEAK_BULLET.match(block.text)
    item = cut(block, marker.end() if marker else 0)
    return replace(item, role=Role.LIST_ITEM, ordered=bool(number), number=int(number.group(1)) if number else None)


def _is_unmarked_quotation(before: Line, line: Line) -> bool:
    """A paragraph behind "X said:" that speaks in the first person and has no quotation marks."""
    return (
        before.text.endswith(":")
        and bool(wording.SPEECH.search(before.text[-100:]))
        and not has_quotes(line.text)
        and bool(_FIRST_PERSON.search(line.head))
    )


def is_heading(line: Line, following: Line) -> bool:
    """A line of up to fourteen words between others that ends as no sentence does (a question may), and opens with a capital."""
    text = line.text
    if line.words > 14 or len(text) > 110 or _OWN_HEADING.match(text):
        return bool(_OWN_HEADING.match(text)) and len(text) < 200
    if text.rstrip("\"”’'»)").endswith((".", ",", ";", "…", "-", "–", "—")) or text[0].islower() or text[0] in "(–—-":
        return False
    if text.endswith(":"):
        return line.words <= 4 and not wording.SPEECH.search(text) and not has_quotes(following.text[:1])
    if (text.endswith(("?", "!")) and line.words > 10) or (text[0] in '“"«„' and text[-1] in '”"»“'):
        return False
    return following.words > 6 or following.is_sentence or _item(following) != ""


def with_links(block: Block) -> Block:
    """The block with a link mark over each http(s) address in its text."""
    if "://" not in block.text or block.role is Role.CODE:
        return block
    marks = list(block.marks)
    for match in _ADDRESS.finditer(block.text):
        start, end = match.start(), match.start() + len(_trimmed(match.group()))
        if all(end <= mark.start or mark.end <= start for mark in block.marks):
            marks.append(Mark(style=Style.LINK, start=start, end=end, href=block.text[start:end]))
    return replace(block, marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))


def _trimmed(address: str) -> str:
    """The address without the punctuation of the sentence around it."""
    while address and (address[-1] in ".,;:!?'’*_" or (address[-1] == ")" and address.count("(") < address.count(")"))):
        address = address[:-1]
    return address
