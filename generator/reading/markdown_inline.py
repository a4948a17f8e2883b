"""The text of one block of Markdown: its marks, and where each character stands in the file."""

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from generator.model import Block, Mark, Role, Style
from generator.reading.spans import SpanBuilder

_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "s": Style.STRIKETHROUGH}
_TARGET = re.compile(r"[*_~`)\s]*\]\(\s*")
_TAG_STYLES = {
    "em": Style.EMPHASIS, "i": Style.EMPHASIS, "strong": Style.STRONG, "b": Style.STRONG, "del": Style.STRIKETHROUGH,
    "s": Style.STRIKETHROUGH, "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT, "code": Style.CODE, "kbd": Style.CODE,
}  # fmt: skip


class Place:
    """Where the parsed text stands in its file."""

    def __init__(self, *, source: str, line_starts: list[int], start: int, line: int) -> None:
        self.source, self.line_starts, self.start, self.line = source, line_starts, start, line

    def stretch(self, token: Token) -> tuple[int, int, int]:
        """Line in the file, and begin and end in the source, of a block token."""
        first, last = token.map or (0, len(self.line_starts))
        end = self.line_starts[last] if last < len(self.line_starts) else len(self.source)
        return self.line + first, self.line_starts[min(first, len(self.line_starts) - 1)], end


def inline(
    token: Token,
    place: Place,
    *,
    role: Role,
    level: int = 1,
    ordered: bool = False,
    number: int | None = None,
    quoted: bool = False,
    begin: int = 0,
) -> Block:
    line, first, end = place.stretch(token)
    if not token.children:
        at = place.source.find(token.content, max(first, begin), end) if token.content else -1
        return Block(
            role=role, text=token.content, line=line, origin=((0, place.start + at),) if at >= 0 else (),
            level=level, ordered=ordered, number=number, quoted=quoted,
        )  # fmt: skip
    builder = SpanBuilder(place.source, max(first, begin), end, shift=place.start)
    opened: list[tuple[Style, int, str]] = []
    marks: list[Mark] = []

    def close(style: Style) -> None:
        for at in range(len(opened) - 1, -1, -1):
            if opened[at][0] is style:
                # What was opened inside and never closed ends here too: marks must nest.
                for inner, start, href in reversed(opened[at:]):
                    marks.append(Mark(style=inner, start=start, end=len(builder), href=href))
                del opened[at:]
                return

    for child in token.children:
        match child.type:
            case "text":
                builder.add(child.content)
            case "text_special":
                builder.add(child.content, written=child.markup)
            case "softbreak":
                builder.add(" ", written="\n")
            case "hardbreak":
                builder.add("\n")
                marks.append(Mark(style=Style.BREAK, start=len(builder) - 1, end=len(builder)))
            case "code_inline":
                at = len(builder)
                builder.add(child.content)
                marks.append(Mark(style=Style.CODE, start=at, end=len(builder)))
            case "em_open" | "strong_open" | "s_open":
                opened.append((_STYLES[child.type[:-5]], len(builder), ""))
            case "em_close" | "strong_close" | "s_close":
                close(_STYLES[child.type[:-6]])
            case "link_open":
                opened.append((Style.LINK, len(builder), str(child.attrGet("href") or "")))
            case "link_close":
                close(Style.LINK)
                _pass_target(builder, place.source, end)
            case "image":
                _picture(_plain(child.children or []), str(child.attrGet("src") or ""), builder, marks)
                _pass_target(builder, place.source, end)
            case "html_inline":
                _inline_tag(child.content, builder, opened, marks, close)
                builder.move_to(place.source.find(child.content, builder.at, end) + len(child.content))
    for style, start, href in reversed(opened):
        marks.append(Mark(style=style, start=start, end=len(builder), href=href))
    return Block(
        role=role, text=builder.text, line=line, marks=tuple(sorted(marks, key=lambda m: (m.start, -m.end))),
        origin=builder.origin, level=level, ordered=ordered, number=number, quoted=quoted,
    )  # fmt: skip


def _plain(tokens: Sequence[Token]) -> str:
    """The words of a picture's description, without its marks."""
    return "".join(
        " " if token.type in ("softbreak", "hardbreak")
        else _plain(token.children or []) if token.type == "image"
        else token.content if token.type in ("text", "text_special", "code_inline")
        else ""
        for token in tokens
    )  # fmt: skip


def _picture(words: str, address: str, builder: SpanBuilder, marks: list[Mark]) -> None:
    at = len(builder)
    builder.add(words or "picture")
    marks.append(Mark(style=Style.LINK, start=at, end=len(builder), href=address))


def _pass_target(builder: SpanBuilder, source: str, end: int) -> None:
    """Go on behind a link's target: its words are not text, and would be taken for the text behind it."""
    opening = _TARGET.match(source, builder.at, end)
    target = parseLinkDestination(source, opening.end(), end) if opening else None
    if target is None or not target.ok:
        return
    title_at = target.pos + len(source[target.pos : end]) - len(source[target.pos : end].lstrip())
    title = parseLinkTitle(source, title_at, end)
    builder.move_to(title.pos if title.ok else target.pos)


class _Tag(HTMLParser):
    """The one tag of a piece of inline HTML."""

    name, closing, href, words = "", False, "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.name, self.href, self.words = tag, found.get("href") or found.get("src") or "", found.get("alt") or ""

    def handle_endtag(self, tag: str) -> None:
        self.name, self.closing = tag, True


def _inline_tag(
    content: str,
    builder: SpanBuilder,
    opened: list[tuple[Style, int, str]],
    marks: list[Mark],
    close: Callable[[Style], None],
) -> None:
    """Known tags become marks; of all others the tag goes and its text stays, for that stands outside the tag."""
    tag = _Tag()
    tag.feed(content)
    if tag.name == "br":
        builder.add("\n", written=content)
        marks.append(Mark(style=Style.BREAK, start=len(builder) - 1, end=len(builder)))
        return
    if tag.name == "img":
        _picture(tag.words, tag.href, builder, marks)
        return
    style = Style.LINK if tag.name == "a" else _TAG_STYLES.get(tag.name)
    if style is None:
        return
    if tag.closing:
        close(style)
    elif not any(style is other for other, _, _ in opened):
        opened.append((style, len(builder), tag.href))
