"""Blocks of Markdown to HTML: what stands between two blank lines, one after the other."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from generator.rendering import inline, lists
from generator.rendering.headings import heading
from generator.rendering.lists import MARKER, List
from generator.rendering.model import Sheet, Unknown
from generator.rendering.paragraphs import checked, paragraph
from generator.rendering.tables import table

_COMMENT = "<!-- -->"
_OPENED = re.compile(r'<(div|details)((?: (?:class|lang|dir)="[\w .-]*")*) markdown>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_SUMMARY = re.compile(r"<summary>[^<>&\\\n]+</summary>")
_PICTURE = re.compile(r'<(figure|div) class="([\w -]+)" markdown="span">( .*)</\1>')
_STRUCTURE = ("<div", "</div", "<details", "</details", "<figure", "<summary")
_STASHED = re.compile(r"\x02([0-9]+)\x03")


@dataclass(slots=True, kw_only=True)
class Quotation:
    """A quotation that the next block may go on."""

    nodes: "list[Node]" = field(default_factory=list)


Node = str | List | Quotation  # HTML that is finished, or what later blocks may add to


@dataclass(slots=True, kw_only=True)
class Box:
    """An element whose inside is Markdown; or, without a name, the page itself."""

    name: str
    opening: str
    nodes: list[Node] = field(default_factory=list)


def document(markdown: str, sheet: Sheet) -> tuple[str, bool]:
    """The HTML of a page's blocks, and whether it begins with a heading of the first level.  Raises Unknown."""
    page = Box(name="", opening="")
    boxes = [page]
    for block in _cut(markdown):
        if block[0] == "<" and block.startswith(_STRUCTURE):
            for line in block.split("\n"):
                _structure(line, boxes, sheet)
        elif block[0] == "\x02":
            boxes[-1].nodes.append(_stashed(block, boxes, sheet))
        elif block == _COMMENT:
            boxes[-1].nodes.append(_COMMENT + "\n" * (2 if boxes[-1] is page else 1))
        else:
            _add(boxes[-1].nodes, block, sheet)
    if len(boxes) > 1:
        raise Unknown
    first = page.nodes[0]
    return _joined(page.nodes, sheet), isinstance(first, str) and first.startswith("<h1")


def _cut(markdown: str) -> list[str]:
    """Blocks: what stands between blank lines."""
    return [block for part in markdown.split("\n\n") if (block := part.strip("\n"))]


def _structure(line: str, boxes: list[Box], sheet: Sheet) -> None:
    """A line of nothing but the beginning or the end of a box, a summary, or a picture."""
    if line.startswith("</"):
        if len(boxes) == 1 or line != f"</{boxes[-1].name}>":
            raise Unknown
        box = boxes.pop()
        inner = _joined(box.nodes, sheet)
        boxes[-1].nodes.append(box.opening + ("\n" + inner if inner else "") + line + "\n")
    elif opened := _opened(line):
        boxes.append(Box(name=opened[0], opening=opened[1]))
    elif boxes[-1].name == "details" and _SUMMARY.fullmatch(line):
        boxes[-1].nodes.append(line + "\n")
    else:
        boxes[-1].nodes.append(_picture(line, boxes, sheet))


@lru_cache(maxsize=256)
def _opened(line: str) -> tuple[str, str] | None:
    """The name and the tag of a box that the line opens: its attributes are sorted by name."""
    found = _OPENED.fullmatch(line)
    if not found:
        return None
    written = dict(_ATTRIBUTE.findall(found[2]))
    attributes = "".join(f' {key}="{value}"' for key, value in sorted(written.items()))
    return found[1], f"<{found[1]}{attributes}>"


def _picture(line: str, boxes: list[Box], sheet: Sheet) -> str:
    """An element on one line whose inside is inline Markdown."""
    found = _PICTURE.fullmatch(line)
    if not found or ("</details" in line and any(box.name == "details" for box in boxes)):
        raise Unknown
    name, css, inner = found.groups()
    if not inner.strip():
        raise Unknown
    return f'<{name} class="{css}">{inline.picture(inner, sheet)}</{name}>\n'


def _stashed(block: str, boxes: list[Box], sheet: Sheet) -> str:
    """A block that passes as it is; raw HTML does so on the page itself only, elsewhere it is taken apart."""
    found = _STASHED.fullmatch(block)
    if not found:
        raise Unknown
    kept = sheet.stash[int(found[1])]
    if not kept.startswith("<pre") and len(boxes) > 1:
        raise Unknown
    return kept + "\n"


def _joined(nodes: list[Node], sheet: Sheet) -> str:
    return "".join(node if isinstance(node, str) else _finished(node, sheet) for node in nodes)


def _finished(node: List | Quotation, sheet: Sheet) -> str:
    if isinstance(node, List):
        return lists.rendered(node, sheet)
    return f"<blockquote>\n{_joined(node.nodes, sheet)}</blockquote>\n"


def _add(nodes: list[Node], block: str, sheet: Sheet) -> None:
    """One block more.  Lists and quotations of several blocks grow; all else is finished at once.  Raises Unknown."""
    first = block[0]
    if first.isalpha():  # as most do, and no block of another kind
        nodes.append(paragraph(block, sheet))
    elif first == "#":
        nodes.append(heading(block, sheet))
    elif first == "|":
        nodes.append(table(block, sheet))
    elif first == ">":
        _quote(nodes, block, sheet)
    elif block == "* * *":
        nodes.append("<hr />\n")
    elif first == " ":
        if not nodes or not isinstance(nodes[-1], List):
            raise Unknown
        lists.indented(nodes[-1], block)
    elif (first in "-*+" or first.isdecimal()) and MARKER.match(block):
        if nodes and isinstance(nodes[-1], List):
            lists.go_on(nodes[-1], block)
        else:
            nodes.append(lists.opened(block))
    else:
        nodes.append(paragraph(checked(block), sheet))


def _quote(nodes: list[Node], block: str, sheet: Sheet) -> None:
    lines = block.split("\n")
    if not all(line.startswith(">") for line in lines):
        raise Unknown
    inner = "\n".join("" if line.strip() == ">" else line[2:] if line[1:2] == " " else line[1:] for line in lines)
    if not inner or inner != inner.strip("\n"):  # the last paragraph would keep the end of its line
        raise Unknown
    quotation = nodes[-1] if nodes else None
    if not isinstance(quotation, Quotation):
        quotation = Quotation()
        nodes.append(quotation)
    for part in _cut(inner):
        if part[0] == ">":
            raise Unknown
        _add(quotation.nodes, part, sheet)
