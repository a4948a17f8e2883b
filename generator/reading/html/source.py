"""The source of a saved page, cut into tags and runs of text: so that every word keeps its place in the file.

A parser's tree does not know where its text stands in the file.  Hence each run of text gets a *marker* before the page is
parsed: two characters of the supplementary private use planes, which spell the run's number.  Whatever the parser (or the
extraction behind it) does with the text, the marker goes with it; a run whose marker is not in the tree was lost by the
parser and is found in the source.  An entity ends a run: within a run, the tree's text and the file's run alike.

The tokenizer follows the HTML standard (13.2.5) as far as tags, comments and raw text elements go, in one pass.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Elements whose content holds no tags (13.2.6.4: "raw text" and "RCDATA"); its text is no text of the page.
RAW_ELEMENTS = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"})
# Elements that have no end tag: they do not nest.
VOID_ELEMENTS = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
# Elements whose end tag may be left out: a second one in a row ends the first.
SELF_CLOSING_ELEMENTS = frozenset(["p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"])
# Deeper than this, tags are left out before parsing (the parser and all recursion behind it have limits near 255).
DEEPEST = 200

HIGH_PLANE, LOW_PLANE, PLANE_SIZE = 0xF0000, 0x100000, 0xFFFE
MARKER = re.compile("([\U000f0000-\U000ffffd])([\U00100000-\U0010fffd])")
_SUPPLEMENTARY = re.compile("[\U000f0000-\U0010ffff]")
_TAG_START = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]*)|(!--)|[!?/])")
_ATTRIBUTES_END = re.compile(r">|=\s*(?:\"[^\"]*\"?|'[^']*'?)")
_COMMENT_END = re.compile(r"--!?>")
# Where a run ends within a stretch of text: after an entity; control characters are left out.
_CUT = re.compile(
    r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A tag (``tag`` is its name, "/name" for an end tag), a comment or raw text (``tag`` is ""), or text (None)."""

    tag: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSource:
    """A page's source with a marker before each run of text.  ``runs`` holds each run's start and end in the file."""

    text: str
    runs: tuple[tuple[int, int], ...]


def tokens(text: str) -> Iterator[Token]:
    """The tags, comments and texts of a page's source, in order and without gaps."""
    at = text_from = 0
    while match := _TAG_START.search(text, at):
        if match.start() > text_from:
            yield Token(tag=None, start=text_from, end=match.start())
        name = (match[2] or "").lower()
        end = _end_of_tag(text, match)
        yield Token(tag=(match[1] or "") + name, start=match.start(), end=end)
        if not match[1] and name in RAW_ELEMENTS:
            raw_end = _end_of_raw_text(text, end, name)
            if raw_end > end:
                yield Token(tag="", start=end, end=raw_end)
            end = raw_end
        at = text_from = end
    if text_from < len(text):
        yield Token(tag=None, start=text_from, end=len(text))


def _end_of_tag(text: str, match: re.Match[str]) -> int:
    """Where the tag or comment that begins with ``match`` ends; an unfinished one reaches to the end of the text."""
    if match[3]:
        if text.startswith((">", "->"), match.end()):
            return text.index(">", match.end()) + 1
        end = _COMMENT_END.search(text, match.end())
        return end.end() if end else len(text)
    if not match[2]:
        return text.find(">", match.end()) + 1 or len(text)
    at = match.end()
    while found := _ATTRIBUTES_END.search(text, at):
        if found[0] == ">":
            return found.end()
        at = found.end()
    return len(text)


def _end_of_raw_text(text: str, start: int, name: str) -> int:
    """Where the content of a raw text element ends: before its end tag."""
    found = None if name == "plaintext" else re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, start)
    return found.start() if found else len(text)


def marker(number: int) -> str:
    """The two characters that stand for a number."""
    return chr(HIGH_PLANE + number // PLANE_SIZE) + chr(LOW_PLANE + number % PLANE_SIZE)


def number_of(match: re.Match[str]) -> int:
    """The number that a found marker stands for."""
    return (ord(match[1]) - HIGH_PLANE) * PLANE_SIZE + ord(match[2]) - LOW_PLANE


def mark_source(text: str, *, flat: bool = False) -> MarkedSource:
    """The source with its runs of text marked; ``flat``: without the tags that nest too deep for a parser."""
    text = _SUPPLEMENTARY.sub("\ufffd", text).replace("\r\n", " \n").replace("\r", "\n")
    kept = _shallow(tokens(text)) if flat else tokens(text)
    pieces: list[str] = []
    runs: list[tuple[int, int]] = []
    for token in kept:
        if token.tag is None:
            _mark_text(text, token, pieces, runs)
        else:
            pieces.append(text[token.start : token.end].replace("\0", ""))
    return MarkedSource(text="".join(pieces), runs=tuple(runs))


def _mark_text(text: str, token: Token, pieces: list[str], runs: list[tuple[int, int]]) -> None:
    """Add a stretch of text to ``pieces``, a marker before each of its runs that is not blank."""
    at = token.start
    while at < token.end:
        cut = _CUT.search(text, at, token.end)
        entity = cut is not None and cut[0][0] == "&"
        end = cut.end() if cut else token.end
        run = text[at:end] if entity or not cut else text[at : cut.start()]
        if run and not run.isspace():
            pieces.append(marker(len(runs)))
            runs.append((at, at + len(run)))
        pieces.append(run)
        at = end


def _shallow(source: Iterator[Token]) -> Iterator[Token]:
    """The tokens without the tags below DEEPEST nested elements."""
    depth: list[str] = []
    for token in source:
        name = token.tag
        if (
            not name or name in VOID_ELEMENTS or name.lstrip("/") in RAW_ELEMENTS or name in ("p", "/p")
        ):  # p does not nest
            yield token
        elif name.startswith("/"):
            if name[1:] in depth[-DEEPEST:]:
                while depth.pop() != name[1:]:
                    pass
            if len(depth) < DEEPEST:
                yield token
        else:
            if depth and depth[-1] == name and name in SELF_CLOSING_ELEMENTS:
                depth.pop()
            depth.append(name)
            if len(depth) <= DEEPEST:
                yield token


def plain_text(source: str) -> str:
    """A stretch of source as text: entities read, white space collapsed."""
    return " ".join(html.unescape(source).split())
