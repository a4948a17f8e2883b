"""Plain-text clips."""

from generator.model import Block, Role
from generator.reading.result import Reading


def read_plain(path: str, text: str, *, start: int = 0, line: int = 1) -> Reading:
    """Read ``text[start:]``, whose first line is line number ``line`` of the file, as a plain-text clip."""
    blocks, offset = [], start
    for number, words in enumerate(text[start:].split("\n"), line):
        if words.strip():
            blocks.append(Block(role=Role.PARAGRAPH, text=words, line=number, origin=((0, offset),)))
        offset += len(words) + 1
    return Reading(blocks=tuple(blocks))
