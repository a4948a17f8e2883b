"""Statements as the site shows them: where each stands, and as many of its words as are shown there."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.crossref import Archive
from generator.data.columns import Scope
from generator.matching.outlets import rights_of
from generator.model import ArticleSlug, Rights
from generator.pages import paths, quotations
from generator.pages.quotations import Place, anchored_page
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


def statements_at(scope: Scope) -> Iterator[SaidAt]:
    """Every statement of a registered actor in its earliest wording, newest first."""
    return (said for said in wordings_at(scope) if said.number == 1)


def wordings_at(scope: Scope) -> Iterator[SaidAt]:
    """Every quotation of every statement, newest statement first."""
    archive = scope.archive
    places: dict[ArticleSlug, dict[Place, str]] = {}
    every = (
        statement for slug, said in archive.said_by.items() if slug in archive.registry.actors for statement in said
    )
    for statement in sorted(every, key=_newest_first):
        for number, variant in enumerate(statement.variants, 1):
            if variant.article not in places:
                places[variant.article] = quotations.places(variant.article, archive)
            yield _said_at(statement, variant, number, places[variant.article], archive)


def _newest_first(statement: Statement) -> tuple[int, str]:
    return (-statement.date.toordinal() if statement.date else 0, statement.id)


def _said_at(statement: Statement, variant: Variant, number: int, places: dict[Place, str], archive: Archive) -> SaidAt:
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
