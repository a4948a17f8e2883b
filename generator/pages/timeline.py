"""The timeline: articles and dated events by year, month and day."""

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator import text
from generator.crossref import Archive
from generator.model import Page, PagePath
from generator.pages import paths
from generator.pages.listing import Row, by_month, by_year, event_row, newest_first, row, rows
from generator.pages.pictures import through_time
from generator.pages.render import render

WHOLE_YEAR = (
    200  # rows that a year's page lists one by one; of a fuller year it lists the events, and months hold the rest
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def timeline_rows(archive: Archive) -> list[Row]:
    """All that has a date, newest first."""
    events = (event_row(topic) for topic in archive.registry.topics.values() if topic.date)
    withdrawn = (row(article, archive) for article in archive.withdrawn)
    return newest_first([*rows(archive.entries, archive), *withdrawn, *events])


def _lead(group: Sequence[Row]) -> str:
    events = sum(r.event for r in group)
    parts = [text.counted(len(group) - events, "article")] if len(group) > events else []
    return text.listed([*parts, *([text.counted(events, "event")] if events else [])]) + "."


def _front_matter(
    title: str,
    description: str,
    newest: datetime.date | None,
    earlier: PagePath | None = None,
    later: PagePath | None = None,
) -> dict[str, object]:
    return {
        "title": title,
        "description": description,
        "template": "timeline.html",
        "kind": "timeline",
        "section": "timeline",
        "date": newest,
        "earlier": earlier and earlier.removesuffix(".md") + "/",
        "later": later and later.removesuffix(".md") + "/",
    }


def timeline_pages(archive: Archive) -> Iterator[Page]:
    every = timeline_rows(archive)
    years = by_year(every)
    yield _index(years)
    for index, (year, group) in enumerate(years):
        earlier = years[index + 1][0] if index + 1 < len(years) else None
        later = years[index - 1][0] if index else None
        yield _year(year, group, earlier, later)
    months = by_month(every)
    for index, (year, month, group) in enumerate(months):
        earlier_month = months[index + 1][:2] if index + 1 < len(months) else None
        later_month = months[index - 1][:2] if index else None
        yield _month(year, month, group, earlier_month, later_month)


def _index(years: Sequence[tuple[int, list[Row]]]) -> Page:
    strip = through_time(paths.TIMELINE, (r for _, group in years for r in group))
    listed = [
        (
            year,
            paths.year(year),
            [
                (
                    text.MONTHS[month - 1],
                    paths.month(month, year),
                    sum(not r.event for r in rows_),
                    [r for r in reversed(rows_) if r.event],
                )
                for _, month, rows_ in by_month(group)
            ],
        )
        for year, group in years
    ]
    front_matter = _front_matter(
        "Timeline", "Articles and events of the archive by year and month.", years[0][1][0].date if years else None
    )
    return render("timeline", paths.TIMELINE, front_matter, strip=strip, years=listed)


def _year(year: int, group: Sequence[Row], earlier: int | None, later: int | None) -> Page:
    whole = len(group) <= WHOLE_YEAR
    months = [
        (
            text.MONTHS[month - 1],
            paths.month(month, year),
            f"m{month:02}",
            len(rows_),
            rows_ if whole else [r for r in rows_ if r.event],
        )
        for _, month, rows_ in by_month(group)
    ]
    lead = _lead(group)
    return render(
        "timeline_year",
        paths.year(year),
        _front_matter(
            str(year),
            f"{year}, month by month: {lead}",
            group[0].date,
            paths.year(earlier) if earlier else None,
            paths.year(later) if later else None,
        ),
        timeline=paths.TIMELINE,
        year=year,
        lead=lead,
        strip=through_time(paths.year(year), group, year=year),
        earlier=earlier and (str(earlier), paths.year(earlier)),
        later=later and (str(later), paths.year(later)),
        months=months,
    )


def _month(
    year: int, month: int, group: Sequence[Row], earlier: tuple[int, int] | None, later: tuple[int, int] | None
) -> Page:
    title = text.month_and_year(year, month)
    lead = _lead(group)
    before, after = _month_link(earlier), _month_link(later)
    days: list[tuple[datetime.date, str, list[Row]]] = [
        (date, WEEKDAYS[date.weekday()], list(rows_)) for date, rows_ in groupby(group, key=lambda r: r.date)
    ]
    return render(
        "timeline_month",
        paths.month(month, year),
        _front_matter(title, f"{title}, day by day: {lead}", group[0].date, before and before[1], after and after[1]),
        timeline=paths.TIMELINE,
        year=year,
        year_page=paths.year(year),
        title=title,
        lead=lead,
        earlier=before,
        later=after,
        days=days,
    )


def _month_link(month: tuple[int, int] | None) -> tuple[str, PagePath] | None:
    return (text.month_and_year(*month), paths.month(month[1], month[0])) if month else None
