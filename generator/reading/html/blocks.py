"""The tree of a page as a row of text blocks: each with its marks, its role, its place in the file and its place in the page.

Nothing is judged here: navigation and captions become blocks like paragraphs do.  What is article, others decide.
"""

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from generator.model import Role, Style
from generator.reading.html.source import MARKER, RAW_ELEMENTS, number_of
from generator.reading.html.text import CONTROL_NODE, MADE_NODE, Chunk, PageBlock, Place, collapsed, paragraphs

# Elements that begin and end a block of text.
BLOCK_ELEMENTS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
STYLES = {
    "em": Style.EMPHASIS, "i": Style.EMPHASIS, "cite": Style.EMPHASIS, "dfn": Style.EMPHASIS, "var": Style.EMPHASIS,
    "strong": Style.STRONG, "b": Style.STRONG, "del": Style.STRIKETHROUGH, "s": Style.STRIKETHROUGH,
    "strike": Style.STRIKETHROUGH, "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT, "code": Style.CODE, "kbd": Style.CODE,
    "samp": Style.CODE, "tt": Style.CODE,
}  # fmt: skip
# Elements whose text is not part of the page as it is read.
UNREAD_ELEMENTS = RAW_ELEMENTS | {"head", "svg", "template", "canvas", "datalist", "rp"}
# Elements inside a sentence that are controls, not words.
CONTROLS = frozenset({"button", "select", "option", "label", "audio", "video", "object", "iframe"})
_READ_ALOUD_ONLY = re.compile(
    r"\b(?:sr-only|visually-?hidden|screen-?reader|a11y-hidden|assistive-text)", re.IGNORECASE
)
_CODE_LANGUAGE = re.compile(r"\blang(?:uage)?-([\w+#-]{1,20})")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile("[\x00-\x20\x7f]+")


@dataclass(slots=True)
class _Walk:
    """What is known on the way through the tree."""

    runs: tuple[tuple[int, int], ...]
    blocks: list[PageBlock] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    nodes: list[tuple[Element, bool]] = field(
        default_factory=list
    )  # text nodes: the element, and whether it is its tail
    styles: list[tuple[int, Style, str]] = field(default_factory=list)
    times: list[tuple[int, Element]] = field(default_factory=list)  # with the number of the block it stands in
    seen: set[int] = field(default_factory=set)
    counts: dict[Element | None, int] = field(default_factory=dict)  # the last number of each ordered list
    last: int | None = None  # where the last text stands in the source
    tables: int = 0
    row: int = 0
    column: int = 0
    unread: int = 0
    item_open: bool = False  # no text of the innermost list item was seen yet


def page_blocks(tree: Element, runs: tuple[tuple[int, int], ...]) -> _Walk:
    """The blocks of a parsed page whose text is marked; markers are taken out of the tree."""
    walk = _Walk(runs=runs)
    _visit(tree, Place(), walk)
    _flush(walk, Place())
    return walk


def _visit(element: Element, place: Place, walk: _Walk) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in UNREAD_ELEMENTS:
        _forget(element)
        return
    if tag == "br":
        _add(walk, "\n" if place.cell is None else " ", None, MADE_NODE)
        return
    if tag == "time":
        walk.times.append((len(walk.blocks), element))
    inside = _enter(element, tag, place, walk) if tag in BLOCK_ELEMENTS else place
    if inside is not place:
        _flush(walk, place)
        walk.item_open = walk.item_open or tag == "li"
    elif tag in BLOCK_ELEMENTS:
        _add(walk, " ", None, MADE_NODE)
    style = _style(element, tag, walk)
    noise = tag in CONTROLS or bool(_READ_ALOUD_ONLY.search(element.get("class") or ""))
    walk.unread += noise
    if style:
        walk.styles.append(style)
    if element.text:
        _add_node(walk, element, element.text, False)
    for child in element:
        _visit(child, inside, walk)
        if child.tail:
            _add_node(walk, child, child.tail, True)
    if style:
        walk.styles.pop()
    walk.unread -= noise
    if inside is not place:
        if tag == "hr" and inside.cell is None:
            walk.blocks.append(PageBlock(chunks=(Chunk("", walk.last, MADE_NODE, ()),), place=inside))
        _flush(walk, inside)


def _forget(element: Element) -> None:
    """Take the markers out of the text of an element that is not read."""
    for below in element.iter():
        if isinstance(below.tag, str) and below.text and MARKER.search(below.text):
            set_text(below, False, MARKER.sub("", below.text))
        if below is not element and below.tail and MARKER.search(below.tail):
            set_text(below, True, MARKER.sub("", below.tail))


def set_text(element: Element, tail: bool, text: str) -> None:
    """Set an element's text or tail; the parser lets characters in (by number) that the tree then refuses."""
    text = _NOT_XML.sub("", text)
    if tail:
        element.tail = text
    else:
        element.text = text


def _enter(element: Element, tag: str, place: Place, walk: _Walk) -> Place:
    """The place inside a block element."""
    inside = replace(place, elements=(*place.elements, element))
    if place.cell is not None:
        return place
    if tag in HEADINGS:
        return replace(inside, role=Role.HEADING, level=HEADINGS[tag])
    if tag == "pre":
        found = _CODE_LANGUAGE.search(" ".join(e.get("class") or "" for e in (element, *element.iterchildren("code"))))
        return replace(inside, role=Role.CODE, language=found[1] if found else "")
    if tag == "blockquote":
        return replace(inside, role=Role.QUOTATION, level=place.quotes + 1, quotes=place.quotes + 1)
    if tag in ("ul", "ol", "menu"):
        return replace(inside, lists=place.lists + 1, ordered=tag == "ol")
    if tag == "li":
        number = _number(element, walk) if place.ordered else None
        return replace(inside, role=Role.LIST_ITEM, level=max(place.lists, 1), number=number)
    if tag == "hr":
        return replace(inside, role=Role.RULE)
    if tag == "table" and _holds_data(element):
        walk.tables += 1
        return replace(inside, role=Role.TABLE, number=walk.tables)
    if tag in ("td", "th") and place.role is Role.TABLE:
        walk.column += 1
        return replace(inside, cell=(place.number or 0, walk.row, walk.column))
    if tag == "tr" and place.role is Role.TABLE:
        walk.row, walk.column = walk.row + 1, -1
    return inside


def _number(item: Element, walk: _Walk) -> int:
    """The number of an ordered list's item, as a reader sees it."""
    parent = item.getparent()
    before = walk.counts.get(parent)
    if before is None:
        before = _whole_number(parent.get("start") if parent is not None else None, 1) - 1
    walk.counts[parent] = number = _whole_number(item.get("value"), before + 1)
    return number


def _whole_number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else otherwise


def _holds_data(table: Element) -> bool:
    """Whether a table shows data (two rows of two cells, short and plain), not the layout of a page."""
    rows = [row for row in table.iter("tr") if sum(1 for cell in row if cell.tag in ("td", "th")) > 1]
    nested = next(table.iterdescendants("table", "article", "h1", "form", "nav", "pre"), None)
    return len(rows) > 1 and nested is None and table.get("role") != "presentation"


def _style(element: Element, tag: str, walk: _Walk) -> tuple[int, Style, str] | None:
    """The mark that an element sets over its text, unless it is set already."""
    style, href = STYLES.get(tag), ""
    if tag == "a":
        href = safe_address(element.get("href") or "")
        style = Style.LINK if href else None
    if style is None or any(style is s for _, s, _ in walk.styles):
        return None
    return len(walk.nodes), style, href


def safe_address(href: str) -> str:
    """A link's target if it is http, https, mailto, relative or a fragment; else nothing."""
    href = MARKER.sub("", _UNSEEN.sub("", href))
    if href.startswith("//"):
        return "https:" + href
    scheme = _SCHEME.match(href)
    return href if not scheme or scheme[1].lower() in ("http", "https", "mailto") else ""


def _add_node(walk: _Walk, element: Element, text: str, tail: bool) -> None:
    """Add a text node to the open block and take its markers out of the tree."""
    at, offset = 0, None
    node = len(walk.nodes) if not walk.unread else CONTROL_NODE
    for match in MARKER.finditer(text):
        _add(walk, text[at : match.start()], offset, node)
        number = number_of(match)
        walk.seen.add(number)
        offset = walk.runs[number][0] if number < len(walk.runs) else None
        at = match.end()
    _add(walk, text[at:], offset, node)
    walk.nodes.append((element, tail))
    if at:
        set_text(element, tail, MARKER.sub("", text))


def _add(walk: _Walk, text: str, offset: int | None, node: int) -> None:
    text = _NOT_XML.sub("", text)
    if text:
        walk.last = offset if offset is not None else walk.last
        walk.chunks.append(Chunk(text, offset, node, tuple(walk.styles)))


def _flush(walk: _Walk, place: Place) -> None:
    """End the open block."""
    chunks, walk.chunks = walk.chunks, []
    is_code = place.role is Role.CODE
    for row in [tuple(chunks)] if is_code else [tuple(collapsed(part)) for part in paragraphs(chunks)]:
        if not "".join(chunk.text for chunk in row).strip():
            continue
        if place.role is Role.LIST_ITEM and not walk.item_open:
            place = replace(place, role=Role.PARAGRAPH)
        walk.item_open = False
        walk.blocks.append(PageBlock(chunks=row, place=place))
