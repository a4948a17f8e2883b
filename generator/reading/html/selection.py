"""Which blocks of a page are its article: trafilatura's choice, traced back to the page's own blocks.

Each text node is numbered before trafilatura sees the page; the numbers that come out again say what it chose.  The blocks are then
taken from the page itself, whole: trafilatura alters texts (it loses ``<time>`` within a sentence), and knows no places.
"""

import logging
import re
from collections import Counter
from collections.abc import Sequence

from lxml.etree import _Element as Element
from trafilatura import bare_extraction

from generator.model import Role, Style
from generator.reading.html.blocks import set_text
from generator.reading.html.metadata import Metadata
from generator.reading.html.page import Page
from generator.reading.html.source import MARKER, marker, number_of
from generator.reading.html.text import CONTROL_NODE, PageBlock

# A block is article if at least this share of its characters was chosen.
CHOSEN_SHARE = 0.5
# A shorter one is no proof of being a paragraph: a label, a button ("Read more").
SHORTEST_PARAGRAPH = 60
# A shorter group of paragraphs is no part of an article: a teaser, a note.
SHORTEST_PART = 300
# What an article's text is made of, as children of the element that holds it.
TEXT_ELEMENTS = frozenset({"p", "ul", "ol", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "dl"})
# Pages with more are read by our own rules: the extraction's time grows faster than the page.
MOST_NODES, MOST_ELEMENTS = 40_000, 40_000
# A page without these elements, and with hardly a class, has no furniture: it was written by hand, or stripped by a reader view.
FURNITURE_ELEMENTS = ("nav", "footer", "aside", "form", "header", "iframe")
FEW_NAMED = 3

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it prints to stderr what we report as a problem

# Why a block is not article, by the elements and the class names around it: the first that fits, from the inside out.
REASONS_BY_TAG = {
    "figcaption": "caption", "figure": "caption", "nav": "navigation", "footer": "page furniture", "aside": "beside the article",
    "form": "form", "button": "button", "noscript": "page furniture",
}  # fmt: skip
REASONS_BY_CLASS = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in (
        (r"caption|legende", "caption"),
        (r"credit|copyright", "credit"),
        (r"byline|author|contributor", "byline"),
        (r"share|social|follow-us", "share bar"),
        (
            r"related|recommend|teaser|read-?(?:more|also|next)|more-(?:on|from)|most-(?:read|popular)|trending|promo",
            "teaser",
        ),
        (r"newsletter|subscri|sign-?up|paywall", "subscription"),
        (r"comment|disqus", "comments"),
        (r"\bads?\b|advert|sponsor|taboola|outbrain", "advertisement"),
        (r"breadcrumb|\bmenu|\bnav", "navigation"),
        (r"cookie|consent|gdpr", "cookie notice"),
        (r"\b(?:date|time|timestamp|published|dateline)\b", "date line"),
        (r"\btags?\b|keywords|topics", "tags"),
    )
)
# What even a fragment holds that is no article, if its markup says so.
DROPPED_FROM_FRAGMENTS = frozenset(
    {
        "caption",
        "navigation",
        "share bar",
        "teaser",
        "subscription",
        "comments",
        "advertisement",
        "cookie notice",
        "form",
        "button",
        "credit",
    }
)


def article_blocks(page: Page, metadata: Metadata) -> set[int]:
    """The numbers of the blocks of a whole page that are its article; trafilatura numbers the tree's texts, so read it before."""
    if _is_bare(page):
        return fragment_blocks(page)
    chosen = (
        _chosen(page) if len(page.nodes) <= MOST_NODES and sum(1 for _ in page.tree.iter()) <= MOST_ELEMENTS else set()
    )
    chosen = _overlooked(page.blocks, chosen) or chosen
    kept = chosen | _like_chosen(page.blocks, chosen) | _in_stated_body(page.blocks, chosen, metadata.body)
    kept |= _between(page.blocks, kept)
    kept -= _teasers(page.blocks, kept)
    return kept | {i for i in range(1, len(page.blocks) - 1) if _is_rule_between(page.blocks, kept, i)}


def _is_bare(page: Page) -> bool:
    """Whether a page is nothing but its text."""
    body = page.tree.find(".//body")
    if body is None or next(body.iter(*FURNITURE_ELEMENTS), None) is not None:
        return False
    return sum(1 for e in body.iterdescendants() if e.get("class") or e.get("id")) <= FEW_NAMED


def fragment_blocks(page: Page) -> set[int]:
    """The numbers of the blocks of a fragment that are article: all but pictures, forms and what names itself something else."""
    return {
        i
        for i, block in enumerate(page.blocks)
        if block.place.role is Role.RULE or reason(block) not in DROPPED_FROM_FRAGMENTS
    }


def _chosen(page: Page) -> set[int]:
    """The numbers of the blocks that trafilatura takes for article."""
    for number, (element, tail) in enumerate(page.nodes):
        text = (element.tail if tail else element.text) or ""
        bare = text.lstrip()
        if bare:
            set_text(element, tail, text[: len(text) - len(bare)] + marker(number) + bare)
    document = bare_extraction(page.tree, favor_precision=True, include_comments=False)
    body = getattr(document, "body", None)
    chosen = {number_of(match) for match in MARKER.finditer("".join(body.itertext()))} if body is not None else set()
    return {i for i, block in enumerate(page.blocks) if _share(block, chosen) >= CHOSEN_SHARE}


def _like_chosen(blocks: list[PageBlock], chosen: set[int]) -> set[int]:
    """Paragraphs that stand like chosen ones and were passed over: in the same element, or in one of the same name and class.

    Sites cut an article into parts (for advertisements, a paywall, a slide show), and the extraction may take the first only.
    A part of another element counts if it is long enough to be no teaser, and its class names a good share of what was chosen.
    """
    models = [blocks[i] for i in sorted(chosen) if blocks[i].tag == "p" and len(blocks[i].place.elements) > 1]
    lengths: Counter[tuple[str, str]] = Counter()
    for block in models:
        lengths[_kind(block)] += len(block.text)
    kinds = {kind for kind, length in lengths.items() if kind[1] and length >= lengths.total() / 4}
    parents = {block.place.elements[-2] for block in models}
    shared = {element for i in chosen for element in blocks[i].place.elements}
    articles = {_article(block) for block in models}
    found: dict[Element, list[int]] = {}
    for i, block in enumerate(blocks):
        own = [element for element in block.place.elements if element not in shared]
        is_alike = i not in chosen and _is_prose(block) and _article(block) in articles
        if is_alike and _reason(own) in (None, "subscription"):
            found.setdefault(block.place.elements[-2], []).append(i)
    return {
        i
        for parent, numbers in found.items()
        for i in numbers
        if parent in parents
        or (_kind(blocks[i]) in kinds and sum(len(blocks[n].text) for n in numbers) >= SHORTEST_PART)
    }


def _between(blocks: list[PageBlock], kept: set[int]) -> set[int]:
    """Headings, list items, quotations and short paragraphs among the article's paragraphs, as children of the same element."""
    parents = {blocks[i].place.elements[-2] for i in kept if blocks[i].tag == "p" and len(blocks[i].place.elements) > 1}
    found = set()
    for i in range(min(kept, default=0), max(kept, default=-1)):
        elements = blocks[i].place.elements
        if i not in kept and blocks[i].text and linked_share(blocks[i]) < 0.5:
            below = next((elements[n + 1 :] for n in range(len(elements) - 1) if elements[n] in parents), ())
            if below and below[0].tag in TEXT_ELEMENTS and _reason(below) is None:
                found.add(i)
    return found


def _is_prose(block: PageBlock) -> bool:
    """Whether a block is a paragraph by its markup, its length and the share of links in it."""
    return (
        block.tag == "p"
        and len(block.place.elements) > 1
        and len(block.text) >= SHORTEST_PARAGRAPH
        and linked_share(block) < 0.5
    )


def _kind(block: PageBlock) -> tuple[str, str]:
    """Name and class of the element that a paragraph stands in."""
    parent = block.place.elements[-2]
    return str(parent.tag), parent.get("class") or ""


def _overlooked(blocks: list[PageBlock], chosen: set[int]) -> set[int]:
    """The page's largest group of paragraphs with one parent, if it is much longer than all that was chosen."""
    groups: dict[Element, list[int]] = {}
    for i, block in enumerate(blocks):
        if _is_prose(block) and _reason(block.place.elements) in (None, "subscription"):
            groups.setdefault(block.place.elements[-2], []).append(i)
    largest = max(groups.values(), key=lambda numbers: sum(len(blocks[i].text) for i in numbers), default=[])
    found = sum(len(blocks[i].text) for i in largest)
    if found < SHORTEST_PART or found < 2 * sum(len(blocks[i].text) for i in chosen):
        return set()
    parent = blocks[largest[0]].place.elements[-2]
    within = range(largest[0], largest[-1] + 1)
    return {
        i
        for i in within
        if parent in blocks[i].place.elements and _reason(_below(blocks[i], parent)) is None and blocks[i].text
    }


def _teasers(blocks: list[PageBlock], kept: set[int]) -> set[int]:
    """Links to other articles among the text: a block that is one link, a list of nothing but links, and the heading above it."""
    lists: dict[Element, list[int]] = {}
    for i in kept:
        if blocks[i].place.role is Role.LIST_ITEM:
            above = next(e for e in reversed(blocks[i].place.elements) if e.tag in ("ul", "ol", "menu", "li"))
            lists.setdefault(above if above.tag != "li" else above.getparent(), []).append(i)
    found = {i for items in lists.values() if all(linked_share(blocks[i]) > 0.6 for i in items) for i in items}
    found |= {i for i in kept if blocks[i].place.role in (Role.PARAGRAPH, Role.HEADING) and _is_one_link(blocks[i])}
    return found | {i for i in kept if blocks[i].place.role is Role.HEADING and i + 1 in found}


def _is_one_link(block: PageBlock) -> bool:
    return len(block.text.strip()) > 3 and linked_share(block) > 0.9


def _below(block: PageBlock, parent: Element) -> tuple[Element, ...]:
    """The elements around a block, inside of ``parent``."""
    return block.place.elements[block.place.elements.index(parent) + 1 :]


def _article(block: PageBlock) -> Element | None:
    """The innermost ``<article>`` around a block."""
    return next((element for element in reversed(block.place.elements) if element.tag == "article"), None)


def linked_share(block: PageBlock) -> float:
    linked = sum(len(chunk.text) for chunk in block.chunks if any(style is Style.LINK for _, style, _ in chunk.styles))
    return linked / max(len(block.text), 1)


def _in_stated_body(blocks: list[PageBlock], chosen: set[int], body: str) -> set[int]:
    """Blocks whose text the page's metadata gives as the article's, if it gives half of what was chosen, too."""
    stated = _folded(body)
    if len(stated) < SHORTEST_PARAGRAPH or 2 * sum(_folded(blocks[i].text) in stated for i in chosen) < len(chosen):
        return set()
    texts = (
        (i, _folded(block.text))
        for i, block in enumerate(blocks)
        if i not in chosen and len(block.text) >= SHORTEST_PARAGRAPH
    )
    return {i for i, text in texts if text in stated and blocks[i].tag not in ("figcaption", "title")}


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _share(block: PageBlock, chosen: set[int]) -> float:
    """How much of a block's text is in chosen text nodes, 0 to 1."""
    read = [(chunk.node, len(chunk.text)) for chunk in block.chunks if chunk.node >= 0]
    return sum(length for node, length in read if node in chosen) / max(sum(length for _, length in read), 1)


def reason(block: PageBlock) -> str:
    """Why a block that is no article was left out."""
    if all(chunk.node == CONTROL_NODE for chunk in block.chunks if chunk.text.strip()):
        return "button"
    return _reason(block.place.elements) or "page furniture"


def _reason(elements: Sequence[Element]) -> str | None:
    """What elements around a block say that it is, from the inside out; None if they say nothing."""
    for element in reversed(elements):
        if element.tag in ("article", "main", "body"):
            return None
        names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("data-component"))))[:500]
        if names:
            for pattern, name in REASONS_BY_CLASS:
                if pattern.search(names):
                    return name
        if element.tag in REASONS_BY_TAG:
            return REASONS_BY_TAG[str(element.tag)]
    return None


def _is_rule_between(blocks: list[PageBlock], kept: set[int], number: int) -> bool:
    """Whether a horizontal rule stands between two blocks of the article."""
    return blocks[number].place.role is Role.RULE and number - 1 in kept and number + 1 in kept
