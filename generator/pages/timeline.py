"""The timeline: articles and dated events by year, month and day."""

import datetime
from collections import Counter
from collections.abc import Sequence
from itertools import chain, groupby
from typing import TypeVar

from generator import text
from generator.crossref import Archive, Entry, Month
from generator.model import Page, PagePath, Topic
from generator.pages import paths
from generator.pages.listing import Row, by_month, event_row, newest_first, row
from generator.pages.pictures import through_time
from generator.pages.render import render

Thing = TypeVar("Thing")

WHOLE_YEAR = (
    200  # rows that a year's page lists one by one; of a fuller year it lists the events, and months hold the rest
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def dated(archive: Archive) -> tuple[list[datetime.date], list[Row]]:
    """The days of all articles, and all events, newest first."""
    articles = chain((entry.article for entry in archive.entries), archive.withdrawn)
    events = newest_first(event_row(topic) for topic in archive.registry.topics.values() if topic.date)
    return [article.date for article in articles if article.date], events


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


def timeline_page(archive: Archive) -> Page:
    days, events = dated(archive)
    articles = Counter((day.year, day.month) for day in days)
    happened = {(year, month): rows_ for year, month, rows_ in by_month(events)}
    years = [
        (
            year,
            paths.year(year),
            [
                (
                    text.MONTHS[month - 1],
                    paths.month(month, year),
                    articles[year, month],
                    list(reversed(happened.get((year, month), ()))),
                )
                for _, month in months
            ],
        )
        for year, months in groupby(archive.months, key=lambda month: month[0])
    ]
    newest = max([*days, *(event.date for event in events)], default=None)
    return render(
        "timeline",
        paths.TIMELINE,
        _front_matter("Timeline", "Articles and events of the archive by year and month.", newest),
        strip=through_time(paths.TIMELINE, days, events),
        years=years,
    )


def timeline_year_page(year: int, archive: Archive) -> Page:
    years = sorted({year for year, _ in archive.months}, reverse=True)
    earlier, later = _beside(year, years)
    group = [item for month in archive.months if month[0] == year for item in _month_rows(month, archive)]
    return _year(year, group, earlier, later)


def timeline_month_page(month: Month, archive: Archive) -> Page:
    earlier, later = _beside(month, archive.months)
    return _month(*month, _month_rows(month, archive), earlier, later)


def _beside(one: Thing, newest_first: Sequence[Thing]) -> tuple[Thing | None, Thing | None]:
    """What stands before and behind one in time."""
    at = newest_first.index(one)
    return (newest_first[at + 1] if at + 1 < len(newest_first) else None), (newest_first[at - 1] if at else None)


def _month_rows(month: Month, archive: Archive) -> list[Row]:
    """All of one month, newest first."""
    return newest_first(
        event_row(thing)
        if isinstance(thing, Topic)
        else row(thing.article if isinstance(thing, Entry) else thing, archive)
        for thing in archive.in_month[month]
    )


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
        strip=through_time(
            paths.year(year), [r.date for r in group if not r.event], [r for r in group if r.event], year=year
        ),
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
