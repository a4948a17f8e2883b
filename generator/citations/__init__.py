"""How to cite a page, and what it shows: as text (APA, Chicago) and for programs (BibTeX, RIS, CSL-JSON).

Text citations are made by citeproc (``prose``, once for each shape), the files by bibtexparser and rispy (``formats``).  All of it stands on the page
itself: three files beside each article took a tenth to a fifth of a build, and people copy a citation far more often than
they keep a file of one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.citations.formats import bibtex, csl_json, ris
from generator.citations.items import Item, copy_of, original, page_item
from generator.citations.prose import STYLES, citation
from generator.crossref import Archive, Entry
from generator.links import page_of
from generator.model import Topic
from generator.settings import Settings
from generator.statements import Statement
from generator.text import shorten

__all__ = ["Citations", "Cited", "citations_of", "event_citations", "statement_citations"]

_SHORT = 150  # characters of a statement in its page's title


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One work with its text citations: pairs of a style's name and HTML (escaped; its only tags are ``<i>``)."""

    label: str
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """What the box of a page shows.  ``files`` are triples of a format's name, the ending of its files
    and its plain text, of all works together."""

    works: tuple[Cited, ...]
    files: tuple[tuple[str, str, str], ...]


def citations_of(entry: Entry, archive: Archive, settings: Settings) -> Citations:
    """Of an article: the original in its outlet, where it has one, and our page.

    Only its title, authors, outlet, date and address are in it: no word that rights withhold.  While the site has no address, our page
    has no address to give.
    """
    first = original(entry.article, archive)
    copy = copy_of(entry.article, first, archive, settings)
    if first is None:
        return _citations([("This page", copy)])
    return _citations([(f"The original in {first.container}", first), ("This page", copy)])


def event_citations(topic: Topic, archive: Archive, settings: Settings) -> Citations:
    """Of an event's page, dated by the newest article that it lists."""
    listed = archive.by_topic.get(topic.slug, ())
    date = listed[0].article.date if listed else None
    page = page_of(topic.path)
    return _citations([("This page", page_item(page, topic.slug, topic.name, date, settings))])


def statement_citations(statement: Statement, page: str, archive: Archive, settings: Settings) -> Citations:
    """Of a statement's page: the article that had it first, and our page (``page``, from the root of build/docs)."""
    first = archive.by_slug[statement.variants[0].article].article
    dates = [date for variant in statement.variants if (date := archive.by_slug[variant.article].article.date)]
    speaker = archive.registry.actors[statement.speaker].name
    title = f"{speaker}: “{shorten(statement.variants[0].quote.text.strip().rstrip(','), _SHORT)}”"
    ours = page_item(page, statement.id, title, max(dates, default=None), settings)
    source = original(first, archive) or copy_of(first, None, archive, settings)
    return _citations(
        [(f"The article that had it first, in {source.container or settings.site_name}", source), ("This page", ours)]
    )


def _citations(labelled: Sequence[tuple[str, Item]]) -> Citations:
    items = [item for _, item in labelled]
    return Citations(
        works=tuple(
            Cited(label=label, texts=tuple((style, citation(item, style)) for style in STYLES))
            for label, item in labelled
        ),
        files=(("BibTeX", "bib", bibtex(items)), ("RIS", "ris", ris(items)), ("CSL-JSON", "json", csl_json(items))),
    )
