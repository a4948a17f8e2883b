"""From the archive to its pictures over time: what is counted in each period, and which page a period leads to."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Sequence

from generator.links import relative
from generator.model import PagePath
from generator.pages import paths
from generator.pages.listing import SPLIT, Row
from generator.pages.render import Markdown
from generator.pictures import Column, Event, Period, Unit, bars, periods
from generator.pictures.periods import start, unit_for

MENTION_BARS = 18  # at most, in the picture of an actor or topic; of more months it shows quarters or years
TIMELINE_BARS = 40  # at most, in the picture of the whole archive

ARTICLES = ("article", "articles")
MENTIONS = ("mention", "mentions")

# The page of the list of a period, from its unit and the first day in it that has anything.
_PageOf = Callable[[Unit, datetime.date], str]


def in_timeline(unit: Unit, day: datetime.date) -> str:
    """The timeline's list of a period: of a week the month's, of a quarter the year's."""
    if unit is Unit.YEAR:
        return paths.year(day.year)
    if unit is Unit.QUARTER:
        return f"{paths.year(day.year)}#m{day.month:02}"
    month = paths.month(day.month, day.year)
    return month if unit is Unit.MONTH else f"{month}#d{day.day:02}"


def mentions(
    path: PagePath, counts: Sequence[tuple[datetime.date, int]], whole: tuple[datetime.date, datetime.date] | None
) -> Markdown:
    """How often the articles of each period name an actor or speak of a topic; ``counts`` has one entry for each article.

    Where the whole archive is short enough it is the frame of every picture, so that they compare."""
    if not counts:
        return Markdown("")

    def own_years(unit: Unit, day: datetime.date) -> str:
        page = paths.in_year(path, day.year)
        return page if unit is Unit.YEAR else f"{page}#m{day.month:02}"

    days = [day for day, _ in counts]
    first, last = min(days), max(days)
    unit = unit_for(first, last, MENTION_BARS)
    if whole and unit_for(*whole, MENTION_BARS) == unit:
        first, last = whole
    summed: dict[datetime.date, list[tuple[datetime.date, int]]] = defaultdict(list)
    for day, count in counts:
        summed[start(day, unit)].append((day, count))
    page_of = own_years if len(counts) > SPLIT else in_timeline
    columns = [
        Column(
            period=part,
            values=(sum(count for _, count in group), len(group)),
            page=relative(path, page_of(unit, min(day for day, _ in group))) if group else "",
        )
        for part in periods(first, last, unit)
        for group in [summed[part.first]]
    ]
    return Markdown(bars(columns, (MENTIONS, ARTICLES), "Mentions"))


def through_time(
    path: PagePath,
    days: Sequence[datetime.date],
    events: Sequence[Row],
    *,
    year: int | None = None,
    most: int = TIMELINE_BARS,
) -> Markdown:
    """Articles, one for each of the days, and events of each period; of one year, each of its months."""
    every = [*days, *(event.date for event in events)]
    if not every:
        return Markdown("")
    first, last = min(every), max(every)
    unit = Unit.MONTH if year else unit_for(first, last, most)
    if year:
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    articles: dict[datetime.date, list[datetime.date]] = defaultdict(list)
    happened: dict[datetime.date, list[Row]] = defaultdict(list)
    for day in days:
        articles[start(day, unit)].append(day)
    for event in events:
        happened[start(event.date, unit)].append(event)
    columns = [_column(part, articles[part.first], happened[part.first], path) for part in periods(first, last, unit)]
    return Markdown(bars(columns, (ARTICLES,), "Articles"))


def _column(part: Period, days: Sequence[datetime.date], events: Sequence[Row], path: PagePath) -> Column:
    every = [*days, *(event.date for event in events)]
    return Column(
        period=part,
        values=(len(days),),
        page=relative(path, in_timeline(part.unit, min(every))) if every else "",
        events=tuple(
            Event(title=event.title, page=relative(path, event.page))
            for event in sorted(events, key=lambda event: (event.date, event.page))
        ),
    )
