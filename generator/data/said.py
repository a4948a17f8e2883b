"""Statements as the site shows them: where each stands, and as many of its words as are shown there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.anchors import Place
from generator.crossref import Archive
from generator.data.columns import Scope
from generator.matching.outlets import rights_of
from generator.model import Rights
from generator.pages import paths, quotations
from generator.pages.quotations import anchored_page
from generator.pages.statements import SHORT
from generator.statements import Statement, Variant
from generator.text import shorten


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAt:
    """One quotation of a statement: its number from 1, its address, its words, the day of its article (empty: unknown)."""

    statement: Statement
    variant: Variant
    number: int
    page: str
    words: str
    date: str


def every_statement(archive: Archive) -> list[Statement]:
    """The statements of registered actors, newest first."""
    every = (
        statement for slug, said in archive.said_by.items() if slug in archive.registry.actors for statement in said
    )
    return sorted(every, key=newest_first)


def newest_first(statement: Statement) -> tuple[int, str]:
    return (-statement.date.toordinal() if statement.date else 0, statement.id)


def wordings_at(statement: Statement, scope: Scope) -> Iterator[SaidAt]:
    """Every quotation of a statement, the earliest first."""
    archive = scope.archive
    for number, variant in enumerate(statement.variants, 1):
        yield _said_at(statement, variant, number, quotations.places(variant.article, archive), archive)


def _said_at(
    statement: Statement, variant: Variant, number: int, places: Mapping[Place, str], archive: Archive
) -> SaidAt:
    """A statement with several wordings shows each in full on its page; any other is cut as lists do, unless its article shows it."""
    told = len(statement.variants) > 1
    words = variant.quote.text.strip().rstrip(",")
    quote = variant.quote
    whole = told or (quote.block, quote.at) in places
    if not whole and rights_of(archive.by_slug[variant.article].article, archive.registry) is not Rights.FULL:
        words = shorten(words, SHORT)
    page = paths.statement(statement.id) if told and number == 1 else anchored_page(quote, variant.article, places)
    date = variant.date.isoformat() if variant.date else ""
    return SaidAt(statement=statement, variant=variant, number=number, page=page, words=words, date=date)
