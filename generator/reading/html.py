"""Saved HTML pages and fragments of them: a page's own metadata, trafilatura's choice of the main text, our own blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Block, Dropped, Evidence, Role
from generator.problems import Problem
from generator.reading.cleaner import clean
from generator.reading.html_blocks import CONTROL_NODE, PageBlock
from generator.reading.html_dates import published_date, updated_date, url_date
from generator.reading.html_page import Page, Places, parse
from generator.reading.html_selection import article_blocks, fragment_blocks, reason
from generator.reading.html_source import plain_text
from generator.reading.html_tables import with_tables
from generator.reading.html_titles import choose_title, is_same, reads_alike, title_candidates
from generator.reading.metadata import Stated, read_metadata
from generator.reading.result import Reading

_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body|nav|main)\b", re.IGNORECASE)
# Blocks between the title and the body that may hold byline and date.
LONGEST_HEAD = 12


def read_html(path: str, text: str, *, start: int = 0, line: int = 1) -> Reading:
    """Read ``text[start:]``, whose first line is line number ``line`` of the file, as a saved page or a fragment of one."""
    source = text[start:]
    return _read(path, Places(source, text, ((0, start),), start=start, line=line), line)


def _read(path: str, places: Places, first_line: int) -> Reading:
    page = parse(places.source)
    metadata = read_metadata(page.tree, places.source)
    title_element = page.tree.find(".//title")
    titles = title_candidates(metadata, page.blocks, (title_element.text or "") if title_element is not None else "")
    title = choose_title(titles, metadata)
    kept = article_blocks(page, metadata) if _WHOLE_PAGE.search(places.source) else fragment_blocks(page)
    title_at = _title_block(page, title[0], kept) if title else None
    body = [i for i in sorted(kept) if i != title_at and not _repeats(page.blocks[i], titles, title)]
    first = body[0] if body else None
    headline = _headline(page, places, title, title_at)
    if not any(page.blocks[i].chunks for i in body):
        return Reading(headline=headline, dropped=tuple(_dropped(page, places, {title_at})), problems=(_no_article(path, first_line),))
    reading = clean(with_tables(body, page.blocks, places.block), path=path, title=headline.text if headline else None, is_markup=True)
    published = published_date(page, metadata, title_at, first) or (url_date(metadata) if reading.date is None else None)
    date = published[0] if published else reading.date
    updated = updated_date(page, metadata, title_at, first, date)
    stated = {"date": published and published[1], "updated": updated and updated[1], "outlet": metadata.outlet,
              "url": metadata.url, "language": metadata.language, "authors": next(iter(metadata.authors), None)}  # fmt: skip
    evidence = dict(reading.evidence)
    evidence |= {key: _evidence(places, value) for key, value in stated.items() if value}
    evidence |= {key: _evidence(places, value) for key, value in _title_evidence(titles, title)}
    dropped = (*reading.dropped, *_dropped(page, places, {*body, title_at}))
    return replace(
        reading,
        headline=headline or reading.headline,
        dropped=tuple(sorted(dropped, key=lambda d: d.line)),
        date=date,
        updated=updated[0] if updated else reading.updated if reading.updated != date else None,
        authors=tuple(a.value for a in metadata.authors) or reading.authors,
        outlet_name=metadata.outlet.value if metadata.outlet else reading.outlet_name,
        url=metadata.url.value if metadata.url else reading.url,
        language=metadata.language.value if metadata.language else reading.language,
        evidence=evidence,
    )


def _title_block(page: Page, title: str, kept: set[int]) -> int | None:
    """The number of the block that shows the title: a heading, before or at the start of the body."""
    found = [i for i, block in enumerate(page.blocks) if block.place.role is Role.HEADING and is_same(block.text, title)]
    first = min((i for i in kept if page.blocks[i].chunks), default=len(page.blocks))
    return next((i for i in found if any(e.tag == "h1" for e in page.blocks[i].place.elements)), None) or next(
        (i for i in found if i <= first), None
    )


def _repeats(block: PageBlock, titles: Sequence[Stated], title: tuple[str, Stated] | None) -> bool:
    """Whether a block only repeats a title of the page: it stands above the text already."""
    return block.place.role is Role.HEADING and any(is_same(block.text, s.value) for s in titles) and title is not None


def _headline(page: Page, places: Places, title: tuple[str, Stated] | None, title_at: int | None) -> Block | None:
    """The title as a block: the heading that shows it, or the words of the metadata where they stand."""
    if title is None:
        return None
    shown = places.block(page.blocks[title_at]) if title_at is not None else None
    if shown and reads_alike(shown.text, title[0]) and shown.text:
        return replace(shown, role=Role.TITLE, level=1, marks=tuple(m for m in shown.marks if m.href == ""))
    at = places.find(title[0])
    as_is = at is not None and places.source.startswith(title[0], at)
    return Block(
        role=Role.TITLE,
        text=title[0],
        line=places.line(at if at is not None else places.find(title[1].raw) or 0),
        origin=((0, places.offset(at)),) if at is not None and as_is else (),
    )


def _title_evidence(titles: Sequence[Stated], title: tuple[str, Stated] | None) -> Iterator[tuple[str, Stated]]:
    """The title's evidence, and under "title-og", "title-h1" ... what else the page calls itself."""
    for stated in reversed(titles):
        yield stated.how, stated
    if title:
        yield "title", title[1]


def _evidence(places: Places, stated: Stated) -> Evidence:
    return Evidence(text=stated.raw[:500], line=places.line(places.find(stated.raw) or 0), how=stated.how)


def _dropped(page: Page, places: Places, kept: set[int | None]) -> Iterator[Dropped]:
    """All text of a page that is not kept: its other blocks, the controls within kept ones, and what the parser lost."""
    for i, block in enumerate(page.blocks):
        words = block.text if i not in kept else "".join(c.text for c in block.chunks if c.node == CONTROL_NODE)
        if words.strip():
            yield Dropped(text=words.strip(), line=places.line_of(block), reason=reason(block) if i not in kept else "button")
    for start, end in page.lost:
        yield Dropped(text=plain_text(places.source[start:end]), line=places.line(start), reason="page furniture")


def _no_article(path: str, line: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="html-no-article",
        message="This page holds no article that we can find.",
        help="Save the article's own page (not a front page or a list), or copy the article's text into a .txt file and add that.",
    )
