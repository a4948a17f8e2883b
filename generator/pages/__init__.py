"""The archive's pages: one function per kind of page, with a Markdown template beside it."""

from collections.abc import Iterator

from generator.crossref import Archive
from generator.model import Page
from generator.pages.article import article_page, withdrawn_page
from generator.pages.changes import changes_pages
from generator.pages.home import handwritten_pages, home_page
from generator.pages.indexes import actors_page, articles_page, outlets_page, topics_page
from generator.pages.map import map_page
from generator.pages.redirects import redirect_pages
from generator.pages.registry import actor_pages, outlet_pages, topic_pages
from generator.pages.search import search_page
from generator.pages.statements import statement_pages
from generator.pages.timeline import timeline_pages
from generator.settings import Settings

__all__ = ["all_pages"]


def all_pages(archive: Archive, settings: Settings) -> Iterator[Page]:
    """Every page of the archive, each path once."""
    yield home_page(archive)
    yield from handwritten_pages(archive)
    yield from (article_page(entry, archive, settings) for entry in archive.entries)
    yield from (withdrawn_page(article) for article in archive.withdrawn)
    yield from actor_pages(archive)
    yield from topic_pages(archive, settings)
    yield from outlet_pages(archive)
    yield from statement_pages(archive, settings)
    yield from redirect_pages(archive)
    yield articles_page(archive)
    yield actors_page(archive)
    yield topics_page(archive)
    yield outlets_page(archive)
    yield from timeline_pages(archive)
    yield search_page(archive)
    yield map_page(archive)
    yield from changes_pages(archive)
