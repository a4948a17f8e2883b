"""The lines of a text clip as blocks: split, repaired where that is certain, joined where only the width broke them.

Each repair keeps the way back: a block's origin says where its text stands in the file as decoded.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import ftfy
from ftfy.badness import is_bad

from generator.model import Block, Role

_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_RARE_ENDS = "\r\u2028\u2029\x0b\x0c\x85"
_PLAIN_LINE = re.compile(r"\n")  # a single letter is found at once, where a choice is tried at every letter
_COUNTED = ("\n", "\r\n", "\r")  # what a person's editor counts as the end of a line

# Characters that nobody sees: zero-width spaces, byte order marks, soft hyphens, direction marks, tags, control characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("(?<=[\x20-\u024f])[\u200c\u200d]|^[\u200c\u200d]")  # other scripts and emoji need theirs
_ODD_SPACE = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_ODD = re.compile(f"{_UNSEEN.pattern}|[\u200c\u200d]|{_ODD_SPACE.pattern}|  ")
_NEIGHBOURS_NOT_ASCII = re.compile("[^\x00-\x7f]{2}")  # mojibake always has two in a row
_LONGEST_MOJIBAKE = 20_000  # a longer line is no prose: left as it is
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»)\]]*$")

Segments = tuple[tuple[int, int], ...]


def split_lines(text: str, *, start: int = 0, line: int = 1) -> list[Block]:
    """The lines of ``text[start:]`` that are not blank, each a repaired paragraph block without outer spaces."""
    blocks = []
    for words, offset, number in _raw_lines(text, start, line):
        if not words:
            continue
        repaired, segments = repair(words, offset)
        block = cut(Block(role=Role.PARAGRAPH, text=repaired, line=number, origin=segments))
        if block.text:
            blocks.append(block)
    return blocks


def _raw_lines(text: str, start: int, line: int) -> Iterator[tuple[str, int, int]]:
    """Each line with its offset and number; "\\n", "\\r\\n" and "\\r" count as ends of lines, rarer breaks only split."""
    ends = _LINE if any(end in text for end in _RARE_ENDS) else _PLAIN_LINE
    for match in ends.finditer(text, start):
        yield text[start : match.start()], start, line
        start = match.end()
        line += match.group() in _COUNTED
    yield text[start:], start, line


def repair(text: str, offset: int = 0) -> tuple[str, Segments]:
    """The text without damage that is certain to be damage, and how it maps back to a file where it starts at ``offset``.

    Mojibake is decoded again, odd spaces become spaces, runs of spaces one space, unseen characters go.  Curly quotes
    and all letters stay.
    """
    segments: Segments = ((0, offset),)
    if text.isascii() and text.isprintable() and "  " not in text:
        return text, segments  # by far the most lines
    if len(text) <= _LONGEST_MOJIBAKE and _NEIGHBOURS_NOT_ASCII.search(text) and is_bad(text):
        text, segments = _without_mojibake(text, offset)
    if (text.isprintable() and "  " not in text) or not _ODD.search(text):
        return text, segments
    joiners = {match.start() for match in _JOINERS.finditer(text)}
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if place in joiners or _UNSEEN.match(character):
            continue
        if _ODD_SPACE.match(character):
            character = " "
        if character == " " and kept and kept[-1] == " ":
            continue
        kept.append(character)
        places.append(place)
    return "".join(kept), _composed(places, segments)


def _composed(places: list[int], segments: Segments) -> Segments:
    """Origin of characters that stood at ``places`` in a text with origin ``segments``."""
    starts = {text_offset: file_offset - text_offset for text_offset, file_offset in segments}
    result: list[tuple[int, int]] = []
    shift, rest = 0, sorted(starts, reverse=True)
    expected = None
    for at, place in enumerate(places):
        while rest and rest[-1] <= place:
            shift = starts[rest.pop()]
        if place + shift != expected:
            result.append((at, place + shift))
        expected = place + shift + 1
    return tuple(result)


def _without_mojibake(text: str, offset: int) -> tuple[str, Segments]:
    """The line decoded as it was meant, aligned word by word with what stands in the file."""
    fixed = ftfy.fix_encoding(text)
    if fixed == text:
        return text, ((0, offset),)
    old, new = re.split("([ \xa0])", text), re.split("([ \xa0])", fixed)
    if len(old) != len(new):
        return fixed, ((0, offset),)
    segments = [(0, offset)]
    before = after = 0
    for one, other in zip(old, new, strict=True):
        if before - after != segments[-1][1] - offset - segments[-1][0]:
            segments.append((after, offset + before))
        before, after = before + len(one), after + len(other)
    return fixed, tuple(segments)


def cut(block: Block, start: int = 0, end: int | None = None) -> Block:
    """The block's ``text[start:end]`` without outer spaces, marks and origin moved along."""
    text = block.text
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == 0 and end == len(text):
        return block
    marks = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in block.marks
        if mark.start < end and mark.end > start
    )
    return replace(block, text=text[start:end], marks=marks, origin=_cut_origin(block.origin, start, end))


def _cut_origin(origin: Segments, start: int, end: int) -> Segments:
    if not origin:
        return ()
    result: list[tuple[int, int]] = []
    for text_offset, file_offset in origin:
        if text_offset <= start:
            result = [(0, file_offset + start - text_offset if file_offset >= 0 else file_offset)]
        elif text_offset < end:
            result.append((text_offset - start, file_offset))
    return tuple(result)


def joined(first: Block, second: Block, glue: str = " ") -> Block:
    """Two blocks as one, the second behind the first."""
    shift = len(first.text) + len(glue)
    marks = first.marks + tuple(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in second.marks)
    origin = first.origin + tuple((text_offset + shift, file_offset) for text_offset, file_offset in second.origin)
    return replace(first, text=f"{first.text}{glue}{second.text}", marks=marks, origin=origin)


def repaired(block: Block) -> Block:
    """A block that did not come from ``split_lines`` (an element of a page), its text repaired, its marks moved along."""
    text, places = repair(block.text)
    if text == block.text:
        return block
    moved = [0] * (len(block.text) + 1)
    spans = [*places, (len(text), len(block.text))]
    for (at, old), (next_at, next_old) in pairwise(spans):
        for step in range(old, next_old + 1):
            moved[step] = min(at + step - old, next_at)
    marks = tuple(replace(mark, start=moved[mark.start], end=moved[mark.end]) for mark in block.marks)
    marks = tuple(mark for mark in marks if mark.start < mark.end)
    origin = _joined_origin(places, len(text), block) if block.origin else ()
    return replace(block, text=text, marks=marks, origin=origin)


def _joined_origin(places: Segments, length: int, block: Block) -> Segments:
    """The origin of a block's repaired text of a length: where each stretch that the repair kept stands, and within it each stretch
    of the block's own origin."""
    own = [at for at, _ in block.origin]
    result: list[tuple[int, int]] = []
    for (at, old), (end, _) in pairwise([*places, (length, 0)]):
        inner = own[bisect_right(own, old) : bisect_left(own, old + end - at)]
        for place in (old, *inner):
            where = block.offset_in_file(place)
            result.append((at + place - old, -1 if where is None else where))
    return tuple(result)


# --- lines that only the width of a window broke ----------------------------------------------------------------------------


def unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with hard-wrapped paragraphs joined, if the clip is wrapped at all.

    A clip is wrapped if most lines that another line follows directly end within a sentence, though the next word would
    not have fitted any more into the clip's width (60 to 120 characters, say), and not as many are far longer than that.
    """
    pairs = [(a, b) for a, b in pairwise(blocks) if b.line == a.line + 1]
    width = max((max(len(a.text), len(b.text)) for a, b in pairs), default=0)
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    if len(full) <= sum(
        len(block.text) > 2 * width for block in blocks
    ):  # paragraphs have lines of their own, unbroken
        return list(blocks)
    broken = sum(not _SENTENCE_END.search(a.text[-4:]) for a, _ in full)
    if not (40 <= width <= 120 and len(full) >= 2 and 3 * len(full) >= 2 * len(pairs) and 3 * broken >= 2 * len(full)):
        return list(blocks)
    result: list[Block] = []
    last = None
    for block in blocks:
        if last and block.line == last.line + 1 and _is_full(last, block, width) and not _opens_anew(block.text):
            hyphen = result[-1].text.endswith("-") and not result[-1].text.endswith(" -")
            result[-1] = joined(result[-1], block, "" if hyphen else " ")
        else:
            result.append(block)
        last = block
    return result


def _is_full(line: Block, following: Block, width: int) -> bool:
    """Whether the following line's first word would not have fitted into this line."""
    first_word = following.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(first_word) > width and 3 * len(line.text) >= 2 * width


def _opens_anew(text: str) -> bool:
    return text.startswith(("- ", "* ", "• ", "· ", "> "))
