"""Blocks as HTML, for feed readers: every character escaped, every address absolute, no class, no id, no script.

It is XML as well (each element is closed), so that it may stand in XHTML and in HTML.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from posixpath import dirname, join, normpath

from generator.links import is_outward
from generator.markup import safe_href
from generator.model import Block, Mark, Role, Style
from generator.settings import directory

Address = Callable[[str], str | None]  # from a link's target to what may stand in href; None: no link

# XML 1.0, 2.2: what no document may hold.
_NO_CHARACTERS = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.STRIKETHROUGH: "del",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
    Style.CODE: "code",
}


def clean(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _NO_CHARACTERS.sub("", text)


def escaped(text: str) -> str:
    """Any text as it may stand between tags and in attributes."""
    return escape(clean(text))


def line(text: str) -> str:
    """One line of plain text."""
    return " ".join(clean(text).split())


def link(words: str, href: str) -> str:
    """A link; its words alone where the address may not be linked."""
    target = safe_href(href) if href else None
    return f'<a href="{escaped(target)}">{escaped(words)}</a>' if target else escaped(words)


def addresses(page: str, base: str) -> Address:
    """How links on a page of the archive (``articles/a.md``) are written in a feed; ``base`` leads to the site's root."""

    def address(href: str) -> str | None:
        if is_outward(href):
            return safe_href(href)
        path, _, fragment = href.partition("#")
        target = normpath(join(dirname(page), path)) if path else page
        if target.startswith(".."):
            return None
        return safe_href(base + directory(f"{target}#{fragment}" if fragment else target))

    return address


def to_html(blocks: Sequence[Block], address: Address) -> str:
    """Blocks as HTML; empty for none."""
    out: list[str] = []
    for quoted, group in groupby(blocks, key=_is_quoted):
        inner = "".join(_blocks(list(group), address))
        out.append(f"<blockquote>{inner}</blockquote>" if quoted and inner else inner)
    return "".join(out)


def _is_quoted(block: Block) -> bool:
    return block.role is Role.QUOTATION or block.quoted


def _blocks(blocks: Sequence[Block], address: Address) -> Iterator[str]:
    for listed, group in groupby(blocks, key=lambda block: block.role is Role.LIST_ITEM):
        if listed:
            yield _list(list(group), address)
        else:
            yield from (_block(block, address) for block in group)


def _block(block: Block, address: Address) -> str:
    match block.role:
        case Role.RULE:
            return "<hr/>"
        case Role.CODE:
            return f"<pre><code>{escaped(block.text)}</code></pre>"
        case Role.TABLE:
            return _table(block, address)
    text = inline(block.text, block.marks, address).strip()
    if not text:
        return ""
    if block.role in (Role.HEADING, Role.TITLE):
        level = min(max(block.level, 2), 6)
        return f"<h{level}>{text}</h{level}>"
    return f"<p>{text}</p>"


def _list(items: Sequence[Block], address: Address) -> str:
    """Items that follow each other; each at most one level below the item before it."""
    out: list[str] = []
    open_lists: list[str] = []
    for item in items:
        level = min(max(item.level, 1), len(open_lists) + 1, 6)
        while len(open_lists) > level:
            out.append(f"</li></{open_lists.pop()}>")
        tag = "ol" if item.ordered else "ul"
        if len(open_lists) == level:
            out.append("</li>")
            if open_lists[-1] != tag:
                out.append(f"</{open_lists.pop()}>")
        if len(open_lists) < level:
            start = f' start="{item.number}"' if item.ordered and (item.number or 1) != 1 else ""
            out.append(f"<{tag}{start}>")
            open_lists.append(tag)
        out.append(f"<li>{inline(item.text, item.marks, address).strip()}")
    out += [f"</li></{tag}>" for tag in reversed(open_lists)]
    return "".join(out)


def _table(block: Block, address: Address) -> str:
    def row(cells: Sequence[Block], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{inline(c.text, c.marks, address).strip()}</{tag}>" for c in cells) + "</tr>"

    if not block.rows:
        return ""
    head, *body = block.rows
    return (
        f"<table><thead>{row(head, 'th')}</thead><tbody>{''.join(row(cells, 'td') for cells in body)}</tbody></table>"
    )


# --- inside a block ------------------------------------------------------------------------------------------------------------


def inline(text: str, marks: Iterable[Mark], address: Address) -> str:
    """Text with marks, which nest or are disjoint (``model.Mark``)."""
    ordered = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end))
    return _stretch(text, ordered, 0, len(text), address, linked=False)


def _stretch(text: str, marks: Sequence[Mark], start: int, end: int, address: Address, *, linked: bool) -> str:
    out, at, index = [], start, 0
    while index < len(marks):
        mark = marks[index]
        inside = index + 1
        while inside < len(marks) and marks[inside].start < mark.end:
            inside += 1
        out.append(escaped(text[at : mark.start]))
        out.append(_marked(text, mark, marks[index + 1 : inside], address, linked=linked))
        at, index = mark.end, inside
    out.append(escaped(text[at:end]))
    return "".join(out)


def _marked(text: str, mark: Mark, inner: Sequence[Mark], address: Address, *, linked: bool) -> str:
    if mark.style is Style.BREAK:
        return "<br/>"
    if mark.style is Style.CODE:
        return f"<code>{escaped(text[mark.start : mark.end])}</code>"
    href = address(mark.href) if mark.style is Style.LINK and not linked else None
    body = _stretch(text, inner, mark.start, mark.end, address, linked=linked or href is not None)
    if href is not None:
        return f'<a href="{escaped(href)}">{body}</a>'
    tag = _TAGS.get(mark.style)
    return f"<{tag}>{body}</{tag}>" if tag else body
