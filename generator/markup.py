"""Blocks to Markdown: the small, safe dialect that every publisher reads in the same way.

Every character that could mean something to Markdown, attribute lists or HTML is escaped, so that text stays text
whatever it holds; raw HTML comes from here alone (``<br>``, ``<sup>``, ``<sub>``, ``<del>``, ``<code>``), never from
content.  A paragraph is one line: what starts a line is then known, and only that needs the escapes of line starts.

Rules of escaping: Python-Markdown 3, ``Markdown.ESCAPED_CHARS``; what it cannot escape by a backslash is an entity.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from urllib.parse import quote, urlsplit

from generator.model import Block, Mark, Role, Style
from generator.text import slugify

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&|#]")
_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")  # what any reader takes for the end of a line
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)  # control characters, and no characters at all
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"([-+])(?=\s|$|[-+ ]*$)|(=)(?==*\s*$)|(\d{1,9})([.)])(?=\s|$)|(:)(?=\s)|(~)(?=~~)|(!)(?=!!)")
_ESCAPES = {"<": "&lt;", ">": "&gt;", "|": "&#124;"} | {mark: "\\" + mark for mark in "\\`*_{}[]#"}
_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.STRIKETHROUGH: "del",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
    Style.CHANGED: "mark",
}
_STARS = {Style.EMPHASIS: "*", Style.STRONG: "**"}
_SAFE_IN_HREF = "/?:@!$&+,;=%#~-._"  # no quotation marks: the publisher would find a link's title in them
_OWN = re.compile(r"[a-z0-9._][a-z0-9._-]*(?:/[a-z0-9._-]+)*(?:#[a-z0-9._-]+)?")  # a page of ours: safe as it is
SCHEMES = frozenset({"http", "https", "mailto"})


def escape(text: str) -> str:
    """Any text as inline Markdown that renders as just that text; line breaks become spaces, what cannot be shown is left out."""
    if not text.isprintable():  # nothing of what follows is printable; to ask that first takes a twentieth of the time
        text = _UNSEEN.sub("", _LINE_ENDS.sub(" ", text))
    if not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda found: _escaped(found[0], text, found.start()), text)


def _escaped(character: str, text: str, at: int) -> str:
    if character == "&":
        return "&amp;" if _ENTITY.match(text, at) else "&"
    return _ESCAPES[character]


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
    return href if _OWN.fullmatch(href) else _safe_href(href)


@lru_cache(maxsize=4096)
def _safe_href(href: str) -> str | None:
    href = "".join(href.split())
    try:
        parts, quoted = urlsplit(href), quote(href, safe=_SAFE_IN_HREF)
    except ValueError:  # no address, or not even Unicode
        return None
    if href.startswith("//") or "\\" in href or (parts.scheme and parts.scheme.lower() not in SCHEMES):
        return None
    if parts.scheme.lower() in {"http", "https"} and not parts.hostname:
        return None
    if not parts.scheme and ":" in parts.path.split("/")[0]:
        return None
    return quoted or None


def link(text: str, href: str, *classes: str) -> str:
    """A Markdown link from plain text; the text alone where the address may not be linked."""
    return linked(escape(text), href, classes)


def linked(inner: str, href: str, classes: Sequence[str] = ()) -> str:
    """A link from inline Markdown; as it is where the address may not be linked."""
    target = safe_href(href)
    if target is None or not inner.strip():
        return inner
    attributes = "{ " + " ".join("." + name for name in classes) + " }" if classes else ""
    # An entity in an address would be read as what it stands for: `&#106;avascript:` as a scheme.
    return f"[{inner}]({_ENTITY.sub('&amp;', target)}){attributes}"


def inline(text: str, marks: Iterable[Mark] = ()) -> str:
    """Text with marks as inline Markdown.  Marks must nest or be disjoint (``model.Mark``)."""
    ordered = sorted([m for m in marks if m.start < m.end], key=lambda m: (m.start, -m.end)) if marks else []
    if not ordered:
        return escape(text)
    return _stretch(text, list(_linkable(ordered)), 0, len(text), starred=False)


def _linkable(ordered: Iterable[Mark]) -> Iterator[Mark]:
    """The marks without the links that may not be: to an unsafe address, or inside another link."""
    link_ends = 0
    for mark in ordered:
        if mark.style is Style.LINK:
            if mark.start < link_ends or safe_href(mark.href) is None:
                continue
            link_ends = mark.end
        yield mark


def _stretch(text: str, marks: list[Mark], start: int, end: int, *, starred: bool) -> str:
    out, at, index = [], start, 0
    while index < len(marks):
        mark = marks[index]
        inside = index + 1
        while inside < len(marks) and marks[inside].start < mark.end:
            inside += 1
        before = text[at : mark.start]
        touched = before.endswith(("*", "`")) or (not before and mark.start > start)
        out.append(escape(before))
        marked = _marked(text, mark, marks[index + 1 : inside], starred=starred, touched=touched)
        if marked.startswith("[") and out[-1].endswith("!"):
            out[-1] = out[-1][:-1] + "\\!"  # else the link is an image
        out.append(marked)
        at, index = mark.end, inside
    out.append(escape(text[at:end]))
    return "".join(out)


def _marked(text: str, mark: Mark, inner: list[Mark], *, starred: bool, touched: bool) -> str:
    """One mark with what it holds.  Stars and backticks only where no others can touch them; HTML tags do elsewhere."""
    if mark.style is Style.BREAK:
        return "<br>"
    if mark.style is Style.CODE:
        return _code(text[mark.start : mark.end], touched=touched)
    stars = _STARS.get(mark.style)
    body = _stretch(text, inner, mark.start, mark.end, starred=starred or touched or stars is not None)
    if mark.style is Style.LINK:
        return linked(body, mark.href, mark.classes)
    if mark.style is Style.ANCHOR:
        return f'<span class="ex-said" id="{slugify(mark.href)}">{body}</span>'
    core = body.strip()
    if not core:
        return body
    before, after = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
    tag = _TAGS[mark.style]
    if stars and not starred and not touched and not core.startswith("<") and "*" not in core:
        return f"{before}{stars}{core}{stars}{after}"
    return f"{before}<{tag}>{core}</{tag}>{after}"


def _code(code: str, *, touched: bool) -> str:
    if not escape(code).strip():
        return escape(code)
    if touched or re.search(r"[`<>&|\\]|^\s|\s$", code) or _LINE_ENDS.search(code) or _UNSEEN.search(code):
        return f"<code>{escape(code)}</code>"
    return f"`{code}`"


# --- blocks ------------------------------------------------------------------------------------------------------------------


def heading_anchors(blocks: Sequence[Block]) -> dict[int, str]:
    """The id of each heading, by its place among the blocks: its own words, behind a prefix that no theme uses."""
    taken: set[str] = set()
    next_number: dict[str, int] = {}  # so that a thousand headings of the same words cost no more than others
    names: dict[int, str] = {}
    for index, block in enumerate(blocks):
        if block.role is Role.HEADING:
            base = "text-" + (slugify(block.text)[:80].strip("-") or "section")
            name = base
            while name in taken:
                next_number[base] = next_number.get(base, 1) + 1
                name = f"{base}-{next_number[base]}"
            names[index] = name
            taken.add(name)
    return names


def to_markdown(blocks: Sequence[Block], *, anchors: bool = False) -> str:
    """Blocks as Markdown, ending in a newline (empty for no blocks).

    With ``anchors`` each heading carries an id of its own words, so that its address holds and never meets one of the
    theme's, and a list that does not count from 1 carries its number; without, both are left to the publisher.
    """
    names = heading_anchors(blocks) if anchors else {}
    out: list[str] = []
    lists: list[tuple[bool, int]] = []  # of the open lists: ordered, the number that comes next
    before: Block | None = None
    for index, block in enumerate(blocks):
        written = _written(block)
        if not written:
            continue
        another = before is not None and not _is_same_list(before, block, lists)
        if another:
            lists.clear()
        if block.role is Role.LIST_ITEM:
            written = _item(block, written, lists, with_value=anchors)
        elif index in names:
            written += " { #" + names[index] + " }"
        if before is not None:
            out.append(_between(before, block, another=another))
        out.append(_in_quotation(written) if _is_quoted(block) else written)
        before = block
    return "".join(out) + "\n" if out else ""


def _is_quoted(block: Block) -> bool:
    """Code never is: the publisher knows a fence only at the start of a line, and else would take what it holds for HTML."""
    return block.role is Role.QUOTATION or (block.quoted and block.role is not Role.CODE)


def _is_same_list(before: Block, block: Block, lists: Sequence[tuple[bool, int]]) -> bool:
    if before.role is not Role.LIST_ITEM or block.role is not Role.LIST_ITEM or before.quoted != block.quoted:
        return False
    return block.level > 1 or lists[0][0] == block.ordered


def _between(before: Block, block: Block, *, another: bool) -> str:
    """What separates two blocks: items of one list stand together; two lists, or two quotations, are kept apart by a comment."""
    if before.role is Role.LIST_ITEM and block.role is Role.LIST_ITEM:
        return "\n\n<!-- -->\n\n" if another else "\n"
    if _is_quoted(before) and _is_quoted(block):
        return "\n>\n"
    return "\n\n"


_LINES = (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION)  # nearly all blocks


def _written(block: Block) -> str:
    if block.role in _LINES:
        return escape_line_start(inline(block.text, block.marks).strip())
    match block.role:
        case Role.RULE:
            return "* * *"
        case Role.CODE:
            return _fenced(block)
        case Role.TABLE:
            return _table(block)
    text = inline(block.text, block.marks).strip()
    match block.role:
        case Role.HEADING:
            return text and "#" * min(max(block.level, 2), 6) + " " + text
        case Role.TITLE:
            return text and "# " + text
    return escape_line_start(text)


def _item(block: Block, text: str, lists: list[tuple[bool, int]], *, with_value: bool) -> str:
    """A list's item, at most one level below the item before it: any deeper, the publisher would take it for code.

    The publisher counts for itself, from 1; where the text counts otherwise, the item must say so.
    """
    level = min(max(block.level, 1), len(lists) + 1, 6)
    del lists[level:]
    if len(lists) < level:
        lists.append((block.ordered, 1))
    due = lists[-1][1]
    number = due if block.number is None else block.number
    lists[-1] = (lists[-1][0], number + 1)
    indent = "    " * (level - 1)
    mark = f"{number}." if block.ordered else "-"
    value = f"\n{indent}    {{ value={number} }}" if with_value and block.ordered and number != due else ""
    return f"{indent}{mark:<3} {text}{value}"


def _in_quotation(markdown: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))


def _fenced(block: Block) -> str:
    lines = block.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(_UNSEEN.sub("", _LINE_ENDS.sub(" ", line)) for line in lines).rstrip()
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    language = block.language if re.fullmatch(r"[A-Za-z0-9+#-]{1,20}", block.language) else ""
    return f"{fence}{language}\n{text}\n{fence}" if text.strip() else ""


def _table(block: Block) -> str:
    width = max((len(row) for row in block.rows), default=0)
    if not width:
        return ""
    rows = [[inline(cell.text, cell.marks).strip() for cell in row] + [""] * (width - len(row)) for row in block.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
