"""What stands in a feed: articles and statements as entries that both formats are written from."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from generator import text
from generator.crossref import Archive, Entry
from generator.feeds.html import addresses, escaped, line, link, to_html
from generator.links import for_page, page_of
from generator.matching.outlets import rights_of
from generator.matching.shown import shown_blocks
from generator.model import Article, Rights, Status
from generator.pages import paths
from generator.pages.listing import shown_summary
from generator.pages.quotations import address_of
from generator.settings import Settings, directory
from generator.statements import Statement

NEWEST = 30  # entries of a feed
SUMMARY = 240  # characters
_ACTORS, _TOPICS = 6, 4  # that an entry names, those of most weight
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "explainer-archive")
RETRACTED = (
    "This article has been retracted by those who published it. Its text stays at its address, so that what cited it can be"
    " checked. Do not rely on it."
)
WITHDRAWN = "This article was withdrawn."


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry.  ``address`` is from the site's root; ``summary`` is plain text and ``content`` HTML, both as rights allow."""

    id: str
    address: str
    title: str
    published: datetime.date
    updated: datetime.date
    authors: tuple[str, ...]
    categories: tuple[str, ...] = ()  # names of actors, topics and the outlet
    summary: str = ""
    content: str = ""
    original: str = ""  # the address of the outlet's article
    language: str = ""


def identifier(path: str, settings: Settings) -> str:
    """An id for ever: of the archive's name and an address from its root, not of the host, so that it outlives a move."""
    return uuid.uuid5(_NAMESPACE, f"{settings.site_name}\n{path}").urn


def changed(article: Article) -> datetime.date:
    """The day from which feed readers should show an article: when it was corrected or updated last, else published."""
    assert article.changed is not None, "the checks hold back what has no date"
    return article.changed


def newest(articles: Iterable[Article]) -> list[Article]:
    """The articles of a feed: what was published or updated last comes first."""
    return sorted(articles, key=lambda article: (-changed(article).toordinal(), article.slug))[:NEWEST]


def article_item(article: Article, archive: Archive, settings: Settings, base: str, *, full: bool) -> Item:
    """An article, or the notice that it is withdrawn.  ``full``: with as much of its text as its rights allow.

    Its id is made of the first address that it had (the first of its redirects).
    """
    assert article.date is not None, "the checks hold back what has no date"
    entry = archive.by_slug.get(article.slug)
    outlet = archive.registry.outlets.get(article.outlet) if article.outlet else None
    by = outlet.name if outlet else article.outlet_name or settings.site_name
    first = article.redirects[0] if article.redirects else article.slug
    notice = {Status.RETRACTED: RETRACTED, Status.WITHDRAWN: WITHDRAWN}.get(article.status, "")
    withdrawn = article.status is Status.WITHDRAWN
    corrected = correction_of(article)
    summary = text.shorten(line(shown_summary(article, archive)), SUMMARY)
    return Item(
        id=identifier(f"articles/{first}/", settings),
        address=directory(page_of(article.path)),
        title=line(f"{str(article.status).capitalize()}: {article.title}" if notice else article.title or ""),
        published=article.date,
        updated=changed(article),
        authors=(by,) if withdrawn else tuple(filter(None, map(line, article.authors))) or (by,),
        categories=_categories(entry, article, archive) if entry else (),
        summary=notice or " ".join(filter(None, (corrected, summary))),
        content="" if notice or not full else _noted(corrected, _content(article, archive, base, by)),
        original="" if withdrawn else article.url or "",
        language=article.language or "",
    )


def correction_of(article: Article) -> str:
    """The newest correction in words; empty for none."""
    newest_one = next(iter(article.corrections), None)
    return f"Corrected on {text.long_date(newest_one.date)}: {line(newest_one.what)}" if newest_one else ""


def _noted(note: str, content: str) -> str:
    """A text with a note above it, for readers that show the text alone; no text stays none."""
    return f"<p>{escaped(note)}</p>{content}" if note and content else content


def _categories(entry: Entry, article: Article, archive: Archive) -> tuple[str, ...]:
    """Names alone: with addresses they took more room than all else in a feed."""
    known = archive.registry
    actors = [known.actors[slug].name for slug in entry.actor_slugs if slug in known.actors][:_ACTORS]
    topics = [known.topics[slug].name for slug in entry.topic_slugs if slug in known.topics][:_TOPICS]
    outlets = [known.outlets[article.outlet].name] if article.outlet and article.outlet in known.outlets else []
    return tuple(dict.fromkeys(map(line, (*actors, *topics, *outlets))))


def _content(article: Article, archive: Archive, base: str, by: str) -> str:
    """The text, its beginning, or nothing, and behind what is not all of it the way to the rest."""
    rights = rights_of(article, archive.registry)
    page = page_of(article.path)
    body = to_html(shown_blocks(for_page(article.blocks, article.path), rights), addresses(page, base))
    if rights is Rights.FULL or not body:
        return body
    rest = article.url or base + directory(page)
    return f"{body}<p>{link(f'Read the whole article at {by}' if article.url else 'Read on', rest)}</p>"


def statement_item(statement: Statement, archive: Archive, settings: Settings, base: str) -> Item:
    """A statement: its words as the first article has them."""
    first = archive.by_slug[statement.variants[0].article].article
    assert first.date is not None, "the checks hold back what has no date"
    speaker = archive.registry.actors[statement.speaker]
    words = line(statement.variants[0].quote.text).rstrip(",")
    sources = [archive.by_slug[variant.article].article for variant in statement.variants]
    title = f"{line(speaker.name)}: “{text.shorten(words, 120)}”"
    place = base + directory(paths.article(first.slug))
    return Item(
        id=identifier(f"statements/{statement.id}/", settings),
        address=directory(address_of(statement, archive)),
        title=title,
        published=first.date,
        updated=max(filter(None, (source.date for source in sources))),
        authors=(line(speaker.name),),
        categories=(line(speaker.name),),
        summary=f"“{words}”",
        content=f"<blockquote><p>“{escaped(words)}”</p></blockquote><p>{link(first.title or '', place)}</p>",
        language=first.language or "",
    )
