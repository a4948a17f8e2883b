"""The page of corrections and changes: what was put right, taken back or removed, newest first; by year where there is much."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import text
from generator.crossref import Archive
from generator.model import Article, Page, PagePath, Status
from generator.pages import paths
from generator.pages.listing import Row, row
from generator.pages.render import render

LATEST = 50  # changes on the page itself ...
SPLIT = 100  # ... where there are more than this many; then each year has a page of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a published article.  ``what`` is the archive's own words; ``is_dated`` is False where no day is stated."""

    date: datetime.date
    kind: str  # "Corrected", "Retracted", "Withdrawn"
    article: Row
    what: str = ""
    is_dated: bool = True


def changes_pages(archive: Archive) -> Iterator[Page]:
    """The page, and one for each year of a long list.  The page is there from the beginning: an archive without corrections says so."""
    every = changes_of(archive)
    years = [(year, list(group)) for year, group in groupby(every, key=lambda change: change.date.year)]
    split = len(every) > SPLIT
    yield _page(
        paths.CHANGES,
        "Corrections and changes",
        every[:LATEST] if split else every,
        [(year, paths.in_year(paths.CHANGES, year), len(group)) for year, group in years] if split else [],
    )
    for year, group in years if split else []:
        yield _page(paths.in_year(paths.CHANGES, year), f"Corrections and changes in {year}", group, [])


def changes_of(archive: Archive) -> list[Change]:
    """Every change, newest first: each correction, each article taken back, each one removed.

    A header states no day of a retraction or withdrawal but ``updated``; without it the change stands at the article's own day,
    and no day is named.  What was wrong in an article that is withdrawn is not told: it is gone.
    """
    changes = [
        Change(date=correction.date, kind="Corrected", article=row(entry.article, archive), what=correction.what)
        for entry in archive.entries
        for correction in entry.article.corrections
    ]
    gone = [entry.article for entry in archive.entries if entry.article.status is Status.RETRACTED]
    changes += [_gone(article, archive) for article in (*gone, *archive.withdrawn)]
    return sorted(changes, key=lambda change: (-change.date.toordinal(), change.article.page, change.kind, change.what))


def _gone(article: Article, archive: Archive) -> Change:
    item = row(article, archive)
    return Change(date=article.updated or item.date, kind=item.flag, article=item, is_dated=article.updated is not None)


def _page(path: PagePath, title: str, changes: Sequence[Change], years: Sequence[tuple[int, PagePath, int]]) -> Page:
    months = [
        (text.month_and_year(*month), f"m{month[0]}-{month[1]:02}", list(group))
        for month, group in groupby(changes, key=lambda change: (change.date.year, change.date.month))
    ]
    front_matter = {
        "title": title,
        "description": "What was corrected in articles of this archive, which were retracted and which withdrawn; newest first.",
        "kind": "list",
        "section": "about",
        "date": changes[0].date if changes else None,
    }
    return render(
        "changes",
        path,
        front_matter,
        title=title,
        whole=None if path == paths.CHANGES else paths.CHANGES,
        months=months,
        years=years,
        correct=paths.CORRECT,
    )
