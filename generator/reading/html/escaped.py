"""A page's source shown as text: what "view source" saves, and sources pasted with their signs escaped.

The text of such a page is the page that is meant.  It is put together again with a map to the file, and then read.
"""

import html
import re
from dataclasses import dataclass

from generator.reading.html.page import Page
from generator.reading.html.source import tokens

_SOURCE_START = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body|article|main|div|section|p)\b", re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
# Elements that begin a new line of a shown source, and cells that only number its lines.
_LINES = frozenset({"tr", "br", "div", "p", "li"})
_LINE_NUMBER = re.compile(r"line-?(?:number|gutter)|gutter", re.IGNORECASE)
# So many tags in the text show that the text is a source, not an article about HTML.
FEWEST_TAGS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """The source that a page shows, and pairs of offsets: in it, in the page's own source."""

    text: str
    segments: tuple[tuple[int, int], ...]


def shown_source(page: Page) -> ShownSource | None:
    """The source that a page shows as its text, or None if it is a page like others."""
    first = next((block.text for block in page.blocks if block.text.strip() and not block.text.strip().isdecimal()), "")
    if not _SOURCE_START.match(first):
        return None
    found = _put_together(page.source)
    return found if len(_TAG.findall(found.text)) >= FEWEST_TAGS else None


def _put_together(source: str) -> ShownSource:
    """The text of a page with nothing but its entities read: line numbers are left out."""
    parts: list[str] = []
    segments: list[tuple[int, int]] = []
    length = 0
    in_number = False
    for token in tokens(source):
        if token.tag is not None:
            tag = source[token.start : token.end]
            if token.tag in ("td", "span", "div"):
                in_number = bool(_LINE_NUMBER.search(tag))
            elif token.tag.startswith("/"):
                in_number = False
            if token.tag in _LINES and parts and not parts[-1].endswith("\n"):
                segments.append((length, token.start))
                parts.append("\n")
                length += 1
        elif not in_number:
            for piece, at in _pieces(source, token.start, token.end):
                segments.append((length, at))
                parts.append(piece)
                length += len(piece)
    return ShownSource(text="".join(parts), segments=tuple(segments) or ((0, 0),))


def _pieces(source: str, start: int, end: int) -> list[tuple[str, int]]:
    """A stretch of text, cut at its entities, with the place of each piece."""
    found = []
    at = start
    for match in _ENTITY.finditer(source, start, end):
        if match.start() > at:
            found.append((source[at : match.start()], at))
        found.append((html.unescape(match[0]), match.start()))
        at = match.end()
    if at < end:
        found.append((source[at:end], at))
    return found


def in_file(segments: tuple[tuple[int, int], ...], start: int) -> list[tuple[int, int]]:
    """The segments with offsets of the file, in which the page's source begins at ``start``."""
    return [(at, offset + start) for at, offset in segments]
