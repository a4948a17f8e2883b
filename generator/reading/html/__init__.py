"""Saved HTML pages and fragments of them: a page's own metadata, trafilatura's choice of the main text, our own blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Block, Dropped, Evidence, Role
from generator.problems import Problem
from generator.reading.clip.cleaner import clean
from generator.reading.html.dates import published_date, updated_date, url_date
from generator.reading.html.escaped import in_file, shown_source
from generator.reading.html.metadata import Metadata, Stated, is_front_page, read_metadata
from generator.reading.html.page import Page, Places, parse
from generator.reading.html.selection import article_blocks, fragment_blocks, reason
from generator.reading.html.source import plain_text
from generator.reading.html.standfirst import standfirst_of
from generator.reading.html.tables import with_tables
from generator.reading.html.text import CONTROL_NODE, PageBlock
from generator.reading.html.titles import choose_title, is_same, reads_alike, title_candidates
from generator.reading.result import Reading

_WHOLE_PAGE = re.compile(r"<(?:!doctype|html|head|body|nav|main)\b", re.IGNORECASE)
# A header that says where its text comes from is a clip's; one that does not is an explainer's.
_OF_A_CLIP = re.compile(r"^(?:url|outlet|provenance)[ \t]*:", re.MULTILINE)
_OWN_TITLE = re.compile(r"^title[ \t]*:[ \t]*([^\n]{1,400})$", re.MULTILINE)
# The keys of evidence and the codes of problems that are about dates.
DATES = frozenset({"date", "updated", "date-hint"})
DATE_PROBLEMS = frozenset({"date-ambiguous"})
# Blocks between the title and the body that may hold byline and date.
LONGEST_HEAD = 12


def read_html(path: str, text: str, *, start: int = 0, line: int = 1) -> Reading:
    """Read ``text[start:]``, whose first line is line number ``line`` of the file, as a saved page or a fragment of one."""
    places = Places(text[start:], text, [(0, start)], start=start, line=line)
    page = parse(places.source)
    shown = shown_source(page)
    if shown:
        places = Places(shown.text, text, in_file(shown.segments, start), start=start, line=line)
        page = parse(shown.text)
    parts = _take_apart(page, places)
    header = text[:start]
    if start and not parts.is_page and not _OF_A_CLIP.search(header):
        return _as_written(parts)
    if not any(page.blocks[i].text for i in parts.body):
        dropped = tuple(_dropped(parts, {parts.title_at}))
        return Reading(headline=parts.headline, dropped=dropped, problems=(_no_article(path, line),))
    title = parts.headline.text if parts.headline else _title_in(header)
    cleaned = clean(with_tables(parts.body, page.blocks, places.block), path=path, title=title, is_markup=True)
    return _with_metadata(_with_parts(cleaned, parts), _head_reading(path, parts, title), parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A page, taken apart: what it says of itself, and which of its blocks are title, standfirst and body."""

    page: Page
    places: Places
    metadata: Metadata
    titles: Sequence[Stated]
    title: tuple[str, Stated] | None
    title_at: int | None
    headline: Block | None
    standfirst_at: int | None
    is_page: bool
    body: Sequence[int]

    @property
    def first(self) -> int | None:
        """The body's first block."""
        return self.body[0] if self.body else None


def _take_apart(page: Page, places: Places) -> Parts:
    metadata = read_metadata(page.tree, places.source)
    title_element = page.tree.find(".//title")
    titles = title_candidates(metadata, page.blocks, (title_element.text or "") if title_element is not None else "")
    title = choose_title(titles, metadata)
    is_page = bool(_WHOLE_PAGE.search(places.source))
    kept = article_blocks(page, metadata) if is_page else fragment_blocks(page)
    kept = set() if is_front_page(metadata) else kept
    title_at = _title_block(page, title[0], kept) if title else None
    body = [i for i in sorted(kept) if i != title_at and not _repeats(page.blocks[i], titles, title)]
    standfirst_at = standfirst_of(page.blocks, title_at, body, metadata.description) if is_page and body else None
    return Parts(
        page=page, places=places, metadata=metadata, titles=titles, title=title, title_at=title_at,
        headline=_headline(page, places, title, title_at), standfirst_at=standfirst_at,
        is_page=is_page, body=[i for i in body if i != standfirst_at],
    )  # fmt: skip


def _as_written(parts: Parts) -> Reading:
    """A fragment that stands under a header of our own as an explainer: all of its text is article."""
    blocks = with_tables(parts.body, parts.page.blocks, parts.places.block)
    evidence = {key: _evidence(parts.places, stated) for key, stated in _title_evidence(parts)}
    dropped = tuple(_dropped(parts, {*parts.body, parts.title_at}))
    return Reading(headline=parts.headline, blocks=tuple(blocks), dropped=dropped, evidence=evidence)


def _title_in(header: str) -> str | None:
    """The title in an article's own header, so that no line of the text is taken for it."""
    found = _OWN_TITLE.search(header)
    return found[1].strip().strip("\"'") or None if found else None


def _head_reading(path: str, parts: Parts, title: str | None) -> Reading:
    """What the lines between title and body state, as byline and date line: read for their values alone."""
    first = parts.first or 0
    start = parts.title_at + 1 if parts.title_at is not None and parts.title_at < first else first
    head = [i for i in range(start, first) if i != parts.standfirst_at and parts.page.blocks[i].text][:LONGEST_HEAD]
    numbers = [*head, *parts.body[:LONGEST_HEAD]]
    return clean(with_tables(numbers, parts.page.blocks, parts.places.block), path=path, title=title, is_markup=True)


def _with_parts(cleaned: Reading, parts: Parts) -> Reading:
    """The cleaned body with the page's title, standfirst and all that is not its article."""
    page, places = parts.page, parts.places
    standfirst = places.block(page.blocks[parts.standfirst_at]) if parts.standfirst_at is not None else None
    blocks = cleaned.blocks
    if standfirst and cleaned.standfirst:
        blocks = (replace(cleaned.standfirst, role=Role.PARAGRAPH), *blocks)
    dropped = (*cleaned.dropped, *_dropped(parts, {*parts.body, parts.title_at, parts.standfirst_at}))
    return replace(
        cleaned,
        headline=parts.headline or cleaned.headline,
        standfirst=replace(standfirst, role=Role.STANDFIRST, level=1) if standfirst else cleaned.standfirst,
        blocks=blocks,
        dropped=tuple(sorted(dropped, key=lambda d: d.line)),
    )


def _with_metadata(reading: Reading, head: Reading, parts: Parts) -> Reading:
    """The reading with what the metadata states; where it states nothing, with what the lines under the title do."""
    page, metadata, places = parts.page, parts.metadata, parts.places
    published = published_date(page, metadata, parts.title_at, parts.first)
    if published is None and head.date is None:
        published = url_date(metadata)
    date = published[0] if published else head.date
    updated = updated_date(page, metadata, parts.title_at, parts.first, date)
    later = updated[0] if updated else head.updated if head.updated and date and head.updated > date else None
    stated = {
        "date": published and published[1], "updated": updated and updated[1], "outlet": metadata.outlet, "url": metadata.url,
        "language": metadata.language, "authors": next(iter(metadata.authors), None), **dict(_title_evidence(parts)),
    }  # fmt: skip
    evidence = {**reading.evidence, **{key: e for key, e in head.evidence.items() if key in DATES}}
    evidence |= {key: _evidence(places, value) for key, value in stated.items() if value}
    silent = {key for key, value in (("date", date), ("updated", later)) if value is None} | (
        {"date-hint"} if date else set()
    )
    problems = [p for p in reading.problems if p.code not in DATE_PROBLEMS]
    return replace(
        reading,
        date=date,
        updated=later,
        authors=tuple(a.value for a in metadata.authors) or head.authors,
        outlet_name=metadata.outlet.value if metadata.outlet else head.outlet_name,
        url=metadata.url.value if metadata.url else head.url,
        language=metadata.language.value if metadata.language else head.language,
        evidence={key: value for key, value in evidence.items() if key not in silent},
        problems=(*problems, *(p for p in head.problems if p.code in DATE_PROBLEMS and date is None)),
    )


def _title_block(page: Page, title: str, kept: set[int]) -> int | None:
    """The number of the block that shows the title: a heading, before or at the start of the body."""
    found = [
        i for i, block in enumerate(page.blocks) if block.place.role is Role.HEADING and is_same(block.text, title)
    ]
    first = min((i for i in kept if page.blocks[i].text), default=len(page.blocks))
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


def _title_evidence(parts: Parts) -> Iterator[tuple[str, Stated]]:
    """The title's evidence, and under "title-og", "title-h1" ... what else the page calls itself."""
    for stated in reversed(parts.titles):
        yield stated.how, stated
    if parts.title:
        yield "title", parts.title[1]


def _evidence(places: Places, stated: Stated) -> Evidence:
    return Evidence(text=stated.raw[:500], line=places.line(places.find(stated.raw) or 0), how=stated.how)


def _dropped(parts: Parts, kept: set[int | None]) -> Iterator[Dropped]:
    """All text of a page that is not kept: its other blocks, the controls within kept ones, and what the parser lost."""
    page, places = parts.page, parts.places
    for i, block in enumerate(page.blocks):
        words = block.text if i not in kept else "".join(c.text for c in block.chunks if c.node == CONTROL_NODE)
        if words.strip():
            why = reason(block) if i not in kept else "button"
            yield Dropped(text=words.strip(), line=places.line_of(block), reason=why)
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
