"""Plain-text clips: what a contributor pasted into a .txt file."""

from generator.reading.cleaner import clean
from generator.reading.lines import split_lines, unwrapped
from generator.reading.result import Reading


def read_plain(path: str, text: str, *, start: int = 0, line: int = 1) -> Reading:
    """Read ``text[start:]``, whose first line is line number ``line`` of the file, as a plain-text clip."""
    return clean(unwrapped(split_lines(text, start=start, line=line)), path=path)
