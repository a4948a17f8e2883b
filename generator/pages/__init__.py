"""The archive's pages: one function per kind of page, with a Markdown template beside it.

``KINDS`` says how the pages of each kind are made, ``page_keys`` which there are.  Each is made by itself, and asks the archive
for what it needs by key: what it asked for decides when it is made again.
"""

# ruff: noqa: ARG005 - every kind is made of the archive, the settings and a key, whichever it needs

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.crossref import Archive
from generator.model import ActorSlug, ArticleSlug, OutletSlug, Page, TopicSlug
from generator.pages.article import article_page, withdrawn_page
from generator.pages.changes import changes_pages
from generator.pages.home import handwritten_pages, home_page
from generator.pages.indexes import actors_page, articles_page, outlets_page, topics_page
from generator.pages.map import map_page
from generator.pages.redirects import redirect_pages
from generator.pages.registry import actor_page, outlet_page, topic_page, year_page, years_with_pages
from generator.pages.search import search_page
from generator.pages.statements import said_by_page, statement_page, statements_page
from generator.pages.timeline import timeline_month_page, timeline_page, timeline_year_page
from generator.settings import Settings

__all__ = ["KINDS", "Make", "all_pages", "page_keys"]

Key = tuple[str | int, ...]
Make = Callable[[Archive, Settings, Key], Iterable[Page]]


def _withdrawn(archive: Archive, slug: str) -> Page:
    return withdrawn_page(next(article for article in archive.withdrawn if article.slug == slug))


KINDS: Mapping[str, Make] = {
    "home": lambda a, s, key: [home_page(a)],
    "handwritten": lambda a, s, key: handwritten_pages(a),
    "article": lambda a, s, key: [article_page(a.by_slug[ArticleSlug(str(key[0]))], a, s)],
    "withdrawn": lambda a, s, key: [_withdrawn(a, str(key[0]))],
    "actor": lambda a, s, key: [actor_page(ActorSlug(str(key[0])), a)],
    "topic": lambda a, s, key: [topic_page(TopicSlug(str(key[0])), a, s)],
    "outlet": lambda a, s, key: [outlet_page(OutletSlug(str(key[0])), a)],
    "year": lambda a, s, key: [year_page((str(key[0]), str(key[1])), int(key[2]), a)],
    "statements": lambda a, s, key: [statements_page(a)],
    "statement": lambda a, s, key: [statement_page(str(key[0]), a, s)],
    "said-by": lambda a, s, key: [said_by_page(ActorSlug(str(key[0])), a)],
    "redirects": lambda a, s, key: redirect_pages(a),
    "articles": lambda a, s, key: [articles_page(a)],
    "actors": lambda a, s, key: [actors_page(a)],
    "topics": lambda a, s, key: [topics_page(a)],
    "outlets": lambda a, s, key: [outlets_page(a)],
    "timeline": lambda a, s, key: [timeline_page(a)],
    "timeline-year": lambda a, s, key: [timeline_year_page(int(key[0]), a)],
    "timeline-month": lambda a, s, key: [timeline_month_page((int(key[0]), int(key[1])), a)],
    "search": lambda a, s, key: [search_page(a)],
    "map": lambda a, s, key: [map_page(a)],
    "changes": lambda a, s, key: changes_pages(a),
}  # fmt: skip


def page_keys(archive: Archive) -> Iterator[tuple[str, Key]]:
    """Kind and key of everything that pages are made for, each once; what takes longest comes first."""
    registry = archive.registry
    for kind in (
        "home",
        "map",
        "timeline",
        "articles",
        "actors",
        "topics",
        "outlets",
        "statements",
        "changes",
        "redirects",
    ):
        yield kind, ()
    yield from (("actor", (slug,)) for slug in sorted(registry.actors))
    yield from (("topic", (slug,)) for slug in sorted(registry.topics))
    yield from (("outlet", (slug,)) for slug in sorted(registry.outlets))
    for kind, things in (("actors", registry.actors), ("topics", registry.topics), ("outlets", registry.outlets)):
        for slug in sorted(things):
            yield from (("year", (kind, slug, year)) for year in years_with_pages((kind, slug), archive))
    yield from (("timeline-year", (year,)) for year in sorted({year for year, _ in archive.months}))
    yield from (("timeline-month", month) for month in archive.months)
    yield from (("said-by", (speaker,)) for speaker in archive.said_by if speaker in registry.actors)
    yield from (("statement", (told.id,)) for told in archive.told if told.speaker in registry.actors)
    yield from (("article", (entry.article.slug,)) for entry in archive.entries)
    yield from (("withdrawn", (article.slug,)) for article in archive.withdrawn)
    yield from (("handwritten", ()), ("search", ()))


def all_pages(archive: Archive, settings: Settings) -> Iterator[Page]:
    """Every page of the archive, each path once."""
    for kind, key in page_keys(archive):
        yield from KINDS[kind](archive, settings, key)
