"""Blocks to Markdown: the small, safe dialect that every publisher reads in the same way.

Every character that could mean something to Markdown, attribute lists or HTML is escaped, so that text stays text
whatever it holds; raw HTML comes from here alone (``<br>``, ``<sup>``, ``<sub>``, ``<del>``, ``<code>``), never from
content.  A paragraph is one line: what starts a line is then known, and only that needs the escapes of line starts.

Rules of escaping: Python-Markdown 3, ``Markdown.ESCAPED_CHARS``; what it cannot escape by a backslash is an entity.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlsplit

from generator.model import Block, Mark, Role, Style
from generator.text import slugify

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|#\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"([-+])(?=\s|$|[-+ ]*$)|(=)(?==*\s*$)|(\d{1,9})([.)])(?=\s|$)|(:)(?=\s)|(~)(?=~~)|(!)(?=!!)")
_ESCAPES = {"<": "&lt;", ">": "&gt;", "|": "&#124;"} | {mark: "\\" + mark for mark in "\\`*_{}[]#"}
_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.STRIKETHROUGH: "del",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
}
_STARS = {Style.EMPHASIS: "*", Style.STRONG: "**"}
_SAFE_IN_HREF = "/?:@!$&'+,;=%#~-._"
SCHEMES = frozenset({"http", "https", "mailto"})


def escape(text: str) -> str:
    """Any text as inline Markdown that renders as just that text; line breaks become spaces."""
    text = " ".join(text.split("\n"))
    return _SPECIAL.sub(lambda found: _escaped(found[0], text, found.start()), text)


def _escaped(character: str, text: str, at: int) -> str:
    if character == "&":
        return "&amp;" if _ENTITY.match(text, at) else "&"
    return _ESCAPES.get(character, "")  # control characters cannot be shown: readers have reported them


def escape_line_start(markdown: str) -> str:
    """Inline Markdown that may stand at the start of a line: a dash, a number with a point ... stays text."""
    markdown = markdown.lstrip()
    found = _LINE_START.match(markdown)
    if not found:
        return markdown
    if found[3]:
        return (
            f"{found[3]}\\{found[4]}{markdown[found.end() :]}"
            if found[4] == "."
            else f"{found[3]}&#41;{markdown[found.end() :]}"
        )
    first = markdown[0]
    return (f"\\{first}" if first in "-+!" else f"&#{ord(first)};") + markdown[1:]


def safe_href(href: str) -> str | None:
    """The address as it may stand in a link, or None if it may not: no scheme but http(s) and mailto, nothing protocol-relative."""
    href = "".join(href.split())
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if href.startswith("//") or "\\" in href or (parts.scheme and parts.scheme.lower() not in SCHEMES):
        return None
    if parts.scheme.lower() in {"http", "https"} and not parts.netloc:
        return None
    if not parts.scheme and ":" in parts.path.split("/")[0]:
        return None
    return quote(href, safe=_SAFE_IN_HREF) or None


def link(text: str, href: str, *classes: str) -> str:
    """A Markdown link from plain text; the text alone where the address may not be linked."""
    return linked(escape(text), href, classes)


def linked(inner: str, href: str, classes: Sequence[str] = ()) -> str:
    """A link from inline Markdown; as it is where the address may not be linked."""
    target = safe_href(href)
    if target is None or not inner.strip():
        return inner
    attributes = "{ " + " ".join("." + name for name in classes) + " }" if classes else ""
    return f"[{inner}]({target}){attributes}"


def inline(text: str, marks: Iterable[Mark] = ()) -> str:
    """Text with marks as inline Markdown.  Marks must nest or be disjoint (``model.Mark``)."""
    ordered = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end))
    return _stretch(text, ordered, 0, len(text), starred=False)


def _stretch(text: str, marks: list[Mark], start: int, end: int, *, starred: bool) -> str:
    out, at, index = [], start, 0
    while index < len(marks):
        mark = marks[index]
        inside = index + 1
        while inside < len(marks) and marks[inside].start < mark.end:
            inside += 1
        out.append(escape(text[at : mark.start]))
        plain_before = not text[at : mark.start].endswith("*") and (mark.start > at or mark.start == start)
        out.append(_marked(text, mark, marks[index + 1 : inside], starred=starred or not plain_before))
        at, index = mark.end, inside
    out.append(escape(text[at:end]))
    return "".join(out)


def _marked(text: str, mark: Mark, inner: list[Mark], *, starred: bool) -> str:
    """One mark with what it holds.  Stars only where no other star can touch them; HTML tags do elsewhere."""
    if mark.style is Style.BREAK:
        return "<br>"
    if mark.style is Style.CODE:
        return _code(text[mark.start : mark.end])
    stars = _STARS.get(mark.style)
    body = _stretch(text, inner, mark.start, mark.end, starred=starred or stars is not None)
    if mark.style is Style.LINK:
        return linked(body, mark.href, mark.classes)
    core = body.strip()
    if not core:
        return body
    before, after = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
    tag = _TAGS[mark.style]
    if stars and not starred and not core.startswith("<") and "*" not in core:
        return f"{before}{stars}{core}{stars}{after}"
    return f"{before}<{tag}>{core}</{tag}>{after}"


def _code(code: str) -> str:
    if not code.strip():
        return code
    if re.search(r"[`<>&|\\\n]|^\s|\s$", code):
        return f"<code>{escape(code)}</code>"
    return f"`{code}`"


# --- blocks ------------------------------------------------------------------------------------------------------------------


def to_markdown(blocks: Sequence[Block], *, anchors: bool = False) -> str:
    """Blocks as Markdown, ending in a newline (empty for no blocks).

    With ``anchors`` each heading carries an id of its own words, so that its address holds and never meets one of the
    theme's; without, it is left to the publisher.
    """
    taken: dict[str, int] = {}
    out: list[str] = []
    before: Block | None = None
    for block in blocks:
        anchor = _anchor(block, taken) if anchors and block.role is Role.HEADING else ""
        written = _written(block, anchor)
        if not written:
            continue
        if before is not None:
            out.append(_between(before, block))
        out.append(_in_quotation(written) if block.quoted or block.role is Role.QUOTATION else written)
        before = block
    return "".join(out) + "\n" if out else ""


def _between(before: Block, block: Block) -> str:
    """What separates two blocks: items of one list stand together; two lists, or two quotations, are kept apart by a comment."""
    both_items = before.role is Role.LIST_ITEM and block.role is Role.LIST_ITEM
    if (
        both_items
        and before.quoted == block.quoted
        and (before.ordered == block.ordered or before.level != block.level)
    ):
        return "\n"
    if both_items:
        return "\n\n<!-- -->\n\n"
    if (before.role is Role.QUOTATION and block.role is Role.QUOTATION) or (before.quoted and block.quoted):
        return "\n>\n"
    return "\n\n"


def _written(block: Block, anchor: str) -> str:
    match block.role:
        case Role.RULE:
            return "* * *"
        case Role.CODE:
            return _fenced(block)
        case Role.TABLE:
            return _table(block)
    text = inline(block.text, block.marks).strip()
    if not text:
        return ""
    match block.role:
        case Role.HEADING | Role.TITLE:
            level = min(max(block.level, 2), 6) if block.role is Role.HEADING else 1
            return "#" * level + " " + text + anchor
        case Role.LIST_ITEM:
            mark = f"{block.number or 1}." if block.ordered else "-"
            indent = "    " * (min(max(block.level, 1), 6) - 1)
            return f"{indent}{mark:<3} {escape_line_start(text)}"
    return escape_line_start(text)


def _anchor(block: Block, taken: dict[str, int]) -> str:
    base = slugify(block.text)[:80].strip("-") or "section"
    taken[base] = taken.get(base, 0) + 1
    name = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return " { #text-" + name + " }"


def _in_quotation(markdown: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))


def _fenced(block: Block) -> str:
    longest = max((len(run) for run in re.findall(r"`{3,}", block.text)), default=2)
    fence = "`" * (longest + 1)
    language = block.language if re.fullmatch(r"[A-Za-z0-9+#-]{1,20}", block.language) else ""
    return f"{fence}{language}\n{block.text.rstrip()}\n{fence}"


def _table(block: Block) -> str:
    width = max((len(row) for row in block.rows), default=0)
    if not width:
        return ""
    rows = [[inline(cell.text, cell.marks).strip() for cell in row] + [""] * (width - len(row)) for row in block.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
