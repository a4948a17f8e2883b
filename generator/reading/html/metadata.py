"""What a page says of itself: JSON-LD, meta tags, links and ``<time>`` elements.

Every value comes with its evidence: the words as the page has them, their line, and which statement it was.  Which of several
statements wins is a table (``TITLES``, ``PUBLISHED`` ...), read from the top.
"""

import datetime
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.etree import _Element as Element

from generator.reading.html.json_ld import article_of, json_ld_nodes, names_of, text_of
from generator.reading.html.stamps import read_stamp

# Names of meta tags (name, property, itemprop; lower case) that state a value, the best first.
META_TITLES = (
    ("og:title", "title-og"),
    ("twitter:title", "title-twitter"),
    ("dc.title", "title-dc"),
    ("title", "title-meta"),
)
META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "article.published", "datepublished",
    "og:published_time", "published_time", "published-date", "publish-date", "publish_date", "publication_date",
    "article_date_original", "originalpublicationdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "citation_publication_date", "bt:pubdate", "pubdate", "ptime", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dcterms.date", "dc.date", "date.issued", "date",
)  # fmt: skip
META_UPDATED = (
    "article:modified_time", "og:article:modified_time", "article:modified", "datemodified", "og:updated_time",
    "article:updated_time", "updated_time", "dcterms.modified", "dc.date.modified", "bt:moddate",
)  # fmt: skip
META_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
)
META_OUTLETS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "twitter:app:name:iphone",
)
META_URLS = ("og:url", "twitter:url", "parsely-link")
META_LANGUAGES = ("content-language", "language", "dc.language", "dcterms.language", "og:locale")

_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>]{1,2000})|Page saved with SingleFile\s+url:\s*(https?://[^\s<>]{1,2000})"
)
_BY = re.compile(r"^(?:by|par|por)\s+(?=\S)", re.IGNORECASE)  # no "von", "di", "da": they begin names
LONGEST_NAME = 120
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A value that a page states, the words that state it, and which statement it is."""

    value: str
    raw: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """All that a page says of itself.  Titles, stamps: every statement, the best first."""

    titles: tuple[Stated, ...] = ()
    published: tuple[Stated, ...] = ()
    updated: tuple[Stated, ...] = ()
    description: tuple[Stated, ...] = ()
    authors: tuple[Stated, ...] = ()
    outlet: Stated | None = None
    outlet_names: tuple[str, ...] = ()
    url: Stated | None = None
    language: Stated | None = None
    body: str = ""  # articleBody of the JSON-LD, as text


def read_metadata(tree: Element, source: str) -> Metadata:
    """The metadata of a parsed page; ``source`` is its source, for comments that browsers add when they save a page."""
    metas = _metas(tree)
    nodes = json_ld_nodes(tree)
    url = _url(tree, metas, source)
    article = article_of(nodes, url.value if url else None, [m for name, m in metas if name == "og:title"])
    outlets = list(_outlets(article, metas, nodes))
    return Metadata(
        titles=tuple(_titles(article, metas)),
        published=tuple(_stamps(article, "datePublished", metas, META_PUBLISHED)),
        updated=tuple(_stamps(article, "dateModified", metas, META_UPDATED)),
        description=tuple(_descriptions(article, metas)),
        authors=tuple(_authors(article, metas)),
        outlet=outlets[0] if outlets else None,
        outlet_names=tuple(stated.value for stated in outlets),
        url=url,
        language=_language(tree, article, metas),
        body=text_of(article.get("articleBody")) if article else "",
    )


def _metas(tree: Element) -> list[tuple[str, str]]:
    """Names and contents of the page's meta tags, in order."""
    found = []
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(key)):
                found.append((name.strip().lower(), content))
    return found


def _of(metas: list[tuple[str, str]], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The meta tags of these names: by the order of names, then of the page."""
    for name in names:
        yield from ((key, content) for key, content in metas if key == name)


def plain(text: str) -> str:
    """A metadata value as text: entities that were escaped twice, and tags, are undone; white space collapses."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(text.split())


def _titles(article: dict[str, object] | None, metas: list[tuple[str, str]]) -> Iterator[Stated]:
    if article:
        for key in ("headline", "name"):
            raw = text_of(article.get(key))
            if plain(raw):
                yield Stated(value=plain(raw), raw=raw, how="title-json-ld")
                break
    for name, how in META_TITLES:
        for _, content in _of(metas, (name,)):
            if plain(content):
                yield Stated(value=plain(content), raw=content, how=how)
                break


def _stamps(
    article: dict[str, object] | None, key: str, metas: list[tuple[str, str]], names: Sequence[str]
) -> Iterator[Stated]:
    raw = text_of(article.get(key)) if article else ""
    if raw:
        yield Stated(value=raw, raw=raw, how=f"JSON-LD {key}")
    for name, content in _of(metas, names):
        yield Stated(value=content, raw=content, how=f"meta {name}")


def _descriptions(article: dict[str, object] | None, metas: list[tuple[str, str]]) -> Iterator[Stated]:
    raw = text_of(article.get("description")) if article else ""
    if raw:
        yield Stated(value=plain(raw), raw=raw, how="JSON-LD description")
    for name, content in _of(metas, ("og:description", "description", "twitter:description")):
        yield Stated(value=plain(content), raw=content, how=f"meta {name}")


def _authors(article: dict[str, object] | None, metas: list[tuple[str, str]]) -> Iterator[Stated]:
    """The authors: by JSON-LD, or by the first kind of meta tag that names any; without "By" before their names."""
    stated = [(name, "JSON-LD author") for name in names_of(article.get("author"))] if article else []
    for name in META_AUTHORS:
        stated = stated or [(content, f"meta {name}") for _, content in _of(metas, (name,))]
        stated = [(raw, how) for raw, how in stated if not raw.startswith(("http:", "https:", "/"))]
    seen = set()
    for raw, how in stated:
        author = _BY.sub("", plain(raw))
        if author and len(author) <= LONGEST_NAME and author not in seen:
            seen.add(author)
            yield Stated(value=author, raw=raw, how=how)


def _outlets(
    article: dict[str, object] | None, metas: list[tuple[str, str]], nodes: list[dict[str, object]]
) -> Iterator[Stated]:
    for raw in names_of(article.get("publisher")) if article else []:
        if plain(raw):
            yield Stated(value=plain(raw), raw=raw, how="JSON-LD publisher")
    for name, content in _of(metas, META_OUTLETS):
        if not content.startswith(("http:", "https:", "/")):
            yield Stated(value=plain(content), raw=content, how=f"meta {name}")
    for node in nodes:
        if node.get("@type") in ("WebSite", "NewsMediaOrganization") and plain(text_of(node.get("name"))):
            yield Stated(
                value=plain(text_of(node.get("name"))), raw=text_of(node.get("name")), how=f"JSON-LD {node['@type']}"
            )


def _url(tree: Element, metas: list[tuple[str, str]], source: str) -> Stated | None:
    """The page's own address: its canonical link, og:url, or the comment that a browser wrote when it saved the page."""
    saved = _SAVED_FROM.search(source[:20_000])
    base = (saved[1] or saved[2]) if saved else ""
    canonical = [
        (e.get("href") or "", "canonical link")
        for e in tree.iter("link")
        if "canonical" in (e.get("rel") or "").lower().split()
    ]
    stated = (
        canonical
        + [(content, f"meta {name}") for name, content in _of(metas, META_URLS)]
        + [(base, "saved-from comment")]
    )
    fallback = None
    for raw, how in stated:
        try:
            address = urljoin(base, raw.strip()) if raw.strip() else ""
            parts = urlsplit(address)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s", address):
            found = Stated(value=address, raw=raw, how=how)
            if parts.path.strip("/") or parts.query:
                return found
            fallback = fallback or found
    return fallback


def _language(tree: Element, article: dict[str, object] | None, metas: list[tuple[str, str]]) -> Stated | None:
    """The page's language, as the first subtag of its language tag: "pt" for "pt-BR"."""
    root = next(tree.iter("html"), None)
    declared = [(root.get("lang") or root.get("xml:lang") or "", "html lang")] if root is not None else []
    declared += [(text_of(article.get("inLanguage")), "JSON-LD inLanguage")] if article else []
    for raw, how in declared + [(content, f"meta {name}") for name, content in _of(metas, META_LANGUAGES)]:
        match = _LANGUAGE.fullmatch(raw.strip().split(",")[0].strip())
        if match:
            return Stated(value=match[1].lower(), raw=raw, how=how)
    return None


def is_front_page(metadata: Metadata) -> bool:
    """Whether a page says that it is its site's front page: its address is the site's, and nothing dates it."""
    if metadata.url is None or metadata.published:
        return False
    parts = urlsplit(metadata.url.value)
    return not parts.path.strip("/") and not parts.query


def date_in_url(url: str) -> datetime.date | None:
    """The date in a news address, ``/2025/08/22/``."""
    match = _URL_DATE.search(urlsplit(url).path)
    return read_stamp(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else None
