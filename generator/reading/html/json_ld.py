"""JSON-LD as news sites write it: with comments, line breaks in strings, semicolons, several articles on one page."""

import json
import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

Node = dict[str, object]

# Types that are an article, by how much they say so.
ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "AdvertiserContentArticle",
        "AnalysisNewsArticle",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "SatiricalArticle",
        "ScholarlyArticle",
        "TechArticle",
        "Report",
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "MedicalScholarlyArticle",
        "Review",
        "Recipe",
        "CriticReview",
        "ClaimReview",
    ]
)
PAGE_TYPES = frozenset({"WebPage", "ItemPage", "AboutPage", "FAQPage", "MedicalWebPage", "VideoObject"})
# Properties whose values are other things than the page's article: teasers, comments, pictures.
OTHER_THINGS = frozenset(
    [
        "itemListElement",
        "mentions",
        "citation",
        "hasPart",
        "isPartOf",
        "relatedLink",
        "about",
        "video",
        "image",
        "thumbnail",
        "comment",
        "author",
        "publisher",
        "creator",
        "breadcrumb",
        "isBasedOn",
        "subjectOf",
        "review",
        "liveBlogUpdate",
        "blogPost",
        "itemReviewed",
        "associatedMedia",
    ]
)
DEEPEST = 12
LONGEST = 2_000_000
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?://\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|-->|;)\s*$"
)
_STRAY_COMMA = re.compile(r",(\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')


def json_ld_nodes(tree: Element) -> list[Node]:
    """All objects of a page's JSON-LD that may be its article, outer ones first."""
    found: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += _nodes(_parsed((script.text or "")[:LONGEST]), 0)
    return found


def _parsed(text: str) -> object:
    """The value of a JSON text, mended where the mending is certain; None if it cannot be read."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for mended in (lambda t: t, lambda t: _STRAY_COMMA.sub(r"\1", _BAD_ESCAPE.sub(r"\\\\", _CONTROLS.sub(" ", t)))):
        try:
            return json.JSONDecoder(strict=False).raw_decode(mended(text))[0]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object, depth: int) -> Iterator[Node]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, item in value.items():
            if key not in OTHER_THINGS and isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def types_of(node: Node) -> set[str]:
    value = node.get("@type")
    types = value if isinstance(value, list) else [value]
    return {t.rsplit("/", 1)[-1] for t in types if isinstance(t, str)}


def article_of(nodes: list[Node], url: str | None, titles: list[str]) -> Node | None:
    """The page's article among the objects of its JSON-LD.

    Of several, the one that has the page's address, or else its title, or else the first with a headline and a date.
    """
    for kinds in (ARTICLE_TYPES, PAGE_TYPES):
        found = [
            node
            for node in nodes
            if types_of(node) & kinds
            and (text_of(node.get("headline")) or text_of(node.get("name")) or node.get("datePublished"))
        ]
        if found:
            return max(found, key=lambda node: _fitness(node, url, titles))
    return None


def _fitness(node: Node, url: str | None, titles: list[str]) -> tuple[bool, bool, bool, bool]:
    addresses = {_address(node.get(key)) for key in ("url", "mainEntityOfPage", "@id")} - {""}
    headline = _folded(text_of(node.get("headline")))
    return (
        bool(url) and _bare(url or "") in {_bare(address) for address in addresses},
        bool(headline) and any(headline in _folded(title) or _folded(title) in headline for title in titles if title),
        bool(headline),
        bool(text_of(node.get("datePublished"))),
    )


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) else ""


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", address.split("#")[0].split("?")[0]).rstrip("/")


def _folded(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def text_of(value: object) -> str:
    """A property's value as text: of a list the first, of a language map its value."""
    if isinstance(value, list):
        value = next((item for item in value if item), "")
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return value.strip() if isinstance(value, str) else ""


def names_of(value: object) -> list[str]:
    """The names of persons or organisations: of strings, objects, or lists of them."""
    items = value if isinstance(value, list) else [value]
    names: list[str] = []
    for item in items:
        name = item.get("name") if isinstance(item, dict) else item
        names += [n for n in (name if isinstance(name, list) else [name]) if isinstance(n, str) and n.strip()]
    return list(dict.fromkeys(name.strip() for name in names if not name.startswith(("http:", "https:"))))
