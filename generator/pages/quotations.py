"""Quotations in an article's page: each has its anchor, and leads to the other wordings where there are some."""

import dataclasses
from collections.abc import Mapping, Sequence

from generator.anchors import Place, anchors, body_start
from generator.crossref import Archive, Entry
from generator.links import relative, with_marks
from generator.matching.outlets import rights_of
from generator.matching.shown import shown_blocks
from generator.model import ArticleSlug, Block, Mark, Quote, Rights, Style
from generator.pages import paths
from generator.statements import Statement, Variant
from generator.text import counted, slugify

_CLOSING = "\"”’»“'"  # marks that may close a quotation


def with_quotations(entry: Entry, shown: Sequence[Block], archive: Archive) -> list[Block]:
    """The shown blocks with an anchor at each quotation and, behind it, a link to its other wordings."""
    names = anchors(entry.article, entry.quotes, shown)
    blocks = list(shown)
    first = body_start(entry.article)
    for quote in sorted(
        entry.quotes, key=lambda q: (q.block, -q.at)
    ):  # from the end: what is put in moves what follows
        name = names.get((quote.block, quote.at))
        if name is None:
            continue
        index = quote.block - first
        blocks[index] = _anchored(blocks[index], quote, name)
        wordings = wordings_link(entry.article.slug, quote, archive)
        if wordings:
            blocks[index] = _inserted(blocks[index], _behind(blocks[index].text, quote.to), *wordings)
    return blocks


def wordings_link(article: ArticleSlug, quote: Quote, archive: Archive) -> tuple[str, str] | None:
    """Words and address of the link to a quotation's statement; None for a statement with this wording alone."""
    statement = archive.statement_of.get((article, quote.block, quote.at))
    if statement is None or len(statement.variants) < 2:
        return None
    return told_as(statement), relative(paths.article(article), paths.statement(statement.id))


def told_as(statement: Statement) -> str:
    """``3 wordings``, or ``quoted 2 times`` where all have the same words."""
    wordings = len({slugify(variant.quote.text) for variant in statement.variants})
    return counted(wordings, "wording") if wordings > 1 else f"quoted {len(statement.variants)} times"


def _anchored(block: Block, quote: Quote, name: str) -> Block:
    """The block with the quotation marked; as it is where another mark would be cut in two."""
    for mark in block.marks:
        disjoint = mark.end <= quote.at or quote.to <= mark.start
        inside = quote.at <= mark.start and mark.end <= quote.to
        around = mark.start <= quote.at and quote.to <= mark.end and mark.style is not Style.CODE
        if not (disjoint or inside or around):
            return block
    return with_marks(block, (Mark(style=Style.ANCHOR, start=quote.at, end=quote.to, href=name), *block.marks))


def _behind(text: str, at: int) -> int:
    """Behind the marks that close a quotation, with the point or comma that may stand after them."""
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    return at + (at < len(text) and text[at] in ".,;:!?")


def _inserted(block: Block, at: int, words: str, href: str) -> Block:
    """The block with a linked note put in at a place of its text; as it is inside another link or code."""
    if any(mark.start < at < mark.end and mark.style in (Style.LINK, Style.CODE) for mark in block.marks):
        return block
    note = f" {words}"

    def moved(mark: Mark) -> Mark:
        if mark.end <= at:
            return mark
        start = mark.start + (len(note) if mark.start >= at else 0)
        end = mark.end + (len(note) if mark.end > at else 0)
        return dataclasses.replace(mark, start=start, end=end)

    link = Mark(style=Style.LINK, start=at + 1, end=at + len(note), href=href, classes=("ex-wordings",))
    return with_marks(block, (*map(moved, block.marks), link), block.text[:at] + note + block.text[at:])


def anchored_page(quote: Quote, article: ArticleSlug, names: Mapping[Place, str]) -> str:
    """The address of a quotation in its article: at the quotation where the article shows it."""
    name = names.get((quote.block, quote.at))
    return f"{paths.article(article)}#{name}" if name else paths.article(article)


def places(slug: ArticleSlug, archive: Archive) -> Mapping[Place, str]:
    """The anchors of the quotations that an article's page shows."""
    entry = archive.by_slug[slug]
    article, rights = entry.article, rights_of(entry.article, archive.registry)
    if rights is Rights.FULL and entry.places is not None:
        return entry.places
    return anchors(article, entry.quotes, shown_blocks(article.blocks, rights))


def place_of(variant: Variant, archive: Archive) -> str:
    """The address of one wording, in its article."""
    return anchored_page(variant.quote, variant.article, places(variant.article, archive))


def address_of(statement: Statement, archive: Archive) -> str:
    """Where a statement is read: on a page of its own where there are two wordings or more, else in its article."""
    if len(statement.variants) > 1:
        return paths.statement(statement.id)
    return place_of(statement.variants[0], archive)
