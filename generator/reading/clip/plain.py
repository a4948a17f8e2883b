"""Plain-text clips: what a contributor pasted into a .txt file."""

import re

from generator.reading.clip.cleaner import clean
from generator.reading.clip.lines import split_lines, unwrapped
from generator.reading.html import read_html
from generator.reading.result import Reading

_PAGE = re.compile(r"\s{0,100}<(?:!doctype html|html|\?xml|article|head|body)\b", re.I)
_TAGGED = re.compile(r"\s{0,20}</?[a-z][a-z0-9]{0,10}(?:\s[^<>\n]{0,300})?/?>", re.I)
_SAMPLE = 200  # lines that are enough to tell


def read_plain(path: str, text: str, *, start: int = 0, line: int = 1) -> Reading:
    """Read ``text[start:]``, whose first line is line number ``line`` of the file, as a plain-text clip.

    HTML that was saved as .txt is read as what it is.
    """
    if is_html(text, start=start):
        return read_html(path, text, start=start, line=line)
    return clean(unwrapped(split_lines(text, start=start, line=line)), path=path)


def is_html(text: str, *, start: int = 0) -> bool:
    """Whether a text is a page, or most of its lines begin with tags: a stray tag or two is junk in a clip."""
    if _PAGE.match(text, start):
        return True
    lines = [line for line in text[start : start + 50_000].split("\n")[:_SAMPLE] if line.strip()]
    tagged = sum(bool(_TAGGED.match(line)) for line in lines)
    return tagged >= 3 and 2 * tagged > len(lines)
