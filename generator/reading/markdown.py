"""Contributors' Markdown, read by the CommonMark specification into blocks.

Nothing is lost and nothing is copied blindly: raw HTML becomes blocks and marks, or text; an image becomes a link to it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model import Block, Mark, Role, Style
from generator.reading.spans import SpanBuilder

# text_join would merge escapes and entities into their neighbours, and their place in the file would be lost.
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "s": Style.STRIKETHROUGH}
_TAG_STYLES = {
    "em": Style.EMPHASIS, "i": Style.EMPHASIS, "strong": Style.STRONG, "b": Style.STRONG, "del": Style.STRIKETHROUGH,
    "s": Style.STRIKETHROUGH, "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT, "code": Style.CODE, "kbd": Style.CODE,
}  # fmt: skip


def read_markdown(text: str, *, start: int = 0, line: int = 1) -> tuple[Block, ...]:
    """The blocks of ``text[start:]``, whose first line is line number ``line`` of the file."""
    source = text[start:].replace("\x00", " ")
    tokens = _PARSER.parse(source)
    line_starts = [0]
    for found in re.finditer("\n", source):
        line_starts.append(found.end())
    return tuple(_blocks(tokens, _Place(source=source, line_starts=line_starts, start=start, line=line)))


class _Place:
    """Where the parsed text stands in its file."""

    def __init__(self, *, source: str, line_starts: list[int], start: int, line: int) -> None:
        self.source, self.line_starts, self.start, self.line = source, line_starts, start, line

    def stretch(self, token: Token) -> tuple[int, int, int]:
        """Line in the file, and begin and end in the source, of a block token."""
        first, last = token.map or (0, len(self.line_starts))
        end = self.line_starts[last] if last < len(self.line_starts) else len(self.source)
        return self.line + first, self.line_starts[min(first, len(self.line_starts) - 1)], end


def _blocks(tokens: Sequence[Token], place: _Place) -> Iterator[Block]:
    lists: list[tuple[bool, int]] = []  # of the open lists: ordered, next number
    quotations, in_item, item_begins = 0, 0, False
    heading = 0
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match token.type:
            case "bullet_list_open":
                lists.append((False, 0))
            case "ordered_list_open":
                lists.append((True, int(token.attrGet("start") or 1)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                in_item, item_begins = in_item + 1, True
            case "list_item_close":
                in_item -= 1
                if lists[-1][0]:
                    lists[-1] = (True, lists[-1][1] + 1)
            case "blockquote_open":
                quotations += 1
            case "blockquote_close":
                quotations -= 1
            case "heading_open":
                heading = int(token.tag[1])
            case "heading_close":
                heading = 0
            case "inline":
                if heading:
                    yield _inline(token, place, role=Role.HEADING, level=heading, quoted=quotations > 0)
                elif in_item and item_begins:
                    ordered, number = lists[-1]
                    yield _inline(
                        token,
                        place,
                        role=Role.LIST_ITEM,
                        level=len(lists),
                        ordered=ordered,
                        number=number if ordered else None,
                        quoted=quotations > 0,
                    )
                    item_begins = False
                else:
                    yield _inline(
                        token, place, role=Role.QUOTATION if quotations else Role.PARAGRAPH, level=max(quotations, 1)
                    )
            case "fence" | "code_block":
                yield _code(token, place)
            case "hr":
                yield Block(role=Role.RULE, text="", line=place.stretch(token)[0])
            case "html_block":
                yield from _raw_html(token, place)
            case "table_open":
                close = next(i for i in range(index, len(tokens)) if tokens[i].type == "table_close")
                yield _table(token, tokens[index:close], place)
                index = close
        index += 1


def _code(token: Token, place: _Place) -> Block:
    line, begin, end = place.stretch(token)
    content = token.content.rstrip("\n")
    at = place.source.find(content, begin, end) if content else -1
    origin = ((0, place.start + at),) if at >= 0 else ()
    language = token.info.split()[0] if token.info.split() else ""
    return Block(role=Role.CODE, text=content, line=line + (token.type == "fence"), origin=origin, language=language)


def _table(opening: Token, tokens: Sequence[Token], place: _Place) -> Block:
    rows: list[list[Block]] = []
    line = place.stretch(opening)[0]
    row_map = opening.map
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            row_map = token.map or row_map
        elif token.type == "inline":
            token.map = token.map or row_map
            rows[-1].append(_inline(token, place, role=Role.PARAGRAPH))
    return Block(role=Role.TABLE, text="", line=line, rows=tuple(map(tuple, rows)))


def _raw_html(token: Token, place: _Place) -> Iterator[Block]:
    """A block of raw HTML, through the reader of HTML clips."""
    from generator.reading.html import read_html  # lxml costs 0.1 s to load, and few files need it

    line, begin, end = place.stretch(token)
    if re.fullmatch(r"\s*(?:<!--.*?-->\s*)*", place.source[begin:end], re.DOTALL):
        return
    whole = "\n" * (line - 1) + token.content
    yield from read_html("", whole, start=line - 1, line=line).blocks


def _inline(
    token: Token,
    place: _Place,
    *,
    role: Role,
    level: int = 1,
    ordered: bool = False,
    number: int | None = None,
    quoted: bool = False,
) -> Block:
    line, begin, end = place.stretch(token)
    builder = SpanBuilder(place.source, begin, end, shift=place.start)
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

    for child in token.children or []:
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
            case "image":
                at = len(builder)
                builder.add(child.content or "picture")
                marks.append(Mark(style=Style.LINK, start=at, end=len(builder), href=str(child.attrGet("src") or "")))
            case "html_inline":
                _inline_tag(child.content, builder, opened, marks, close)
    for style, start, href in reversed(opened):
        marks.append(Mark(style=style, start=start, end=len(builder), href=href))
    return Block(
        role=role, text=builder.text, line=line, marks=tuple(sorted(marks, key=lambda m: (m.start, -m.end))),
        origin=builder.origin, level=level, ordered=ordered, number=number, quoted=quoted,
    )  # fmt: skip


class _Tag(HTMLParser):
    """The one tag of a piece of inline HTML."""

    name, closing, href = "", False, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.href = tag, dict(attrs).get("href") or ""

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
    style = Style.LINK if tag.name == "a" else _TAG_STYLES.get(tag.name)
    if style is None:
        return
    if tag.closing:
        close(style)
    elif not any(style is other for other, _, _ in opened):
        opened.append((style, len(builder), tag.href))
