"""When a page was published and updated: its metadata, or the ``<time>`` elements in the head of its article.

Never a teaser's, a picture's, a comment's or an embedded post's: a ``<time>`` counts only near the title, outside of all these.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from generator.reading.html.metadata import Metadata, Stated, date_in_url
from generator.reading.html.page import Page
from generator.reading.html.stamps import read_stamp

Dated = tuple[datetime.date, Stated]

# A <time> in the head of an article stands at most so many blocks before the title, or behind the first block of the body.
BEFORE_TITLE, INTO_BODY = 8, 2
_OUTSIDE = frozenset({"nav", "aside", "footer", "figure", "blockquote", "li", "form"})
_OTHERS = re.compile(
    r"related|teaser|recommend|comment|sidebar|most-?(?:read|popular)|latest|trending|card\b|embed|tweet|live-?blog",
    re.I,
)
_UPDATED = re.compile(
    r"modif|updat|aktualis|edited|correct|mis[e-]? ?à ?jour|actualiz|aggiorn|atualiz|bijgewerkt|opdater|uppdater|обновл",
    re.I,
)


def published_date(page: Page, metadata: Metadata, title_at: int | None, first: int | None) -> Dated | None:
    """The day of publication, by metadata or else by a ``<time>`` in the head of the article."""
    return _first_dated(metadata.published) or next(_header_dates(page, title_at, first, updated=False), None)


def updated_date(
    page: Page, metadata: Metadata, title_at: int | None, first: int | None, date: datetime.date | None
) -> Dated | None:
    """The day of the last change, if it is later than the day of publication."""
    found = _first_dated(metadata.updated) or next(_header_dates(page, title_at, first, updated=True), None)
    return found if found and date and found[0] > date else None


def url_date(metadata: Metadata) -> Dated | None:
    """The day that the page's own address names."""
    date = date_in_url(metadata.url.value) if metadata.url else None
    return (
        (date, Stated(value=str(date), raw=metadata.url.raw, how="date in the address"))
        if date and metadata.url
        else None
    )


def _first_dated(statements: Sequence[Stated]) -> Dated | None:
    dated = ((read_stamp(stated.value), stated) for stated in statements)
    return next(((date, stated) for date, stated in dated if date), None)


def _header_dates(page: Page, title_at: int | None, first: int | None, *, updated: bool) -> Iterator[Dated]:
    """The dates of the ``<time>`` elements in the head of the article: of publication, or of updates."""
    if title_at is None and first is None:
        return
    start = (title_at if title_at is not None else first or 0) - BEFORE_TITLE
    end = (first if first is not None else title_at or 0) + INTO_BODY
    for number, element in page.times:
        if not start <= number <= end or _is_of_something_else(element):
            continue
        stamp = element.get("datetime") or " ".join("".join(element.itertext()).split())
        date = read_stamp(stamp)
        if date and bool(_UPDATED.search(_label(element))) is updated:
            yield date, Stated(value=stamp, raw=stamp, how="time element")


def _is_of_something_else(element: Element) -> bool:
    """Whether a ``<time>`` stands in a list, a picture, a link to another article, a comment ..."""
    for above in element.iterancestors():
        if above.tag in ("article", "main", "body"):
            return False
        names = f"{above.get('class') or ''} {above.get('id') or ''}"[:300]
        if above.tag in _OUTSIDE or _OTHERS.search(names):
            return True
    return False


def _label(element: Element) -> str:
    """The words and names that say what a ``<time>`` is the time of."""
    parent = element.getparent()
    before = element.getprevious()
    words = [element.get("class"), element.get("itemprop"), "".join(element.itertext())[:40]]
    if before is not None:
        words += [
            (before.tail or "")[-40:],
            "".join(before.itertext())[-40:] if not (before.tail or "").strip() and before.tag != "time" else "",
        ]
    elif parent is not None:
        words += [(parent.text or "")[-40:]]
    if parent is not None and sum(1 for _ in parent.iter("time")) == 1:
        words += [parent.get("class"), parent.get("itemprop")]
    return " ".join(filter(None, words))
