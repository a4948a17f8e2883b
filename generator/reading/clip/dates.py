"""Dates in short stretches of text, by a small grammar of our own.

A date is a day, a month and a year of four digits (two in 27.09.25), as a number or with the month's name in one of the
languages of ``months``.  04/09/2025 is ambiguous: both readings are handed on, and the caller looks for what decides.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.reading.clip.months import CROATIAN_OR_POLISH, DAY_FIRST_ZONES, MONTH_FIRST_ZONES, MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFound:
    """A full date at ``text[start:end]``: one reading, or two (day first, then month first) where it is ambiguous."""

    start: int
    end: int
    readings: tuple[datetime.date, ...]
    first: str = ""  # what comes first in a date in figures with / or -, if the figures show it: "day" or "month"

    @property
    def date(self) -> datetime.date | None:
        """The date, if only one reading is left."""
        return self.readings[0] if len(self.readings) == 1 else None


_WORD = r"[^\W\d_]{3,14}"
_ORDINAL = r"(?:st|nd|rd|th|er|re|ère|eme|ème|º|ª|°|-е|-го)?"
_OF = r"(?:of |de |del |d['’]|di |do |da )?"
_YEAR_END = r"(?!\d(?!\d?(?:[:.]\d\d| [^\W\d_]{3})))"  # a time may be glued to the year: "August 20, 20253:21 PM"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ymd", re.compile(r"(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[./-]\d)")),
    ("dmy", re.compile(r"(?<![\d./-])(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?!\d(?!\d?[:.]\d\d)|[./-]\d)")),
    ("d-word-y", re.compile(rf"(?<![\d])(\d{{1,2}}){_ORDINAL}[.,]?[ -]{{0,2}}{_OF}({_WORD})\.?,?[ -]{{0,2}}(?:de |del |do |of )?(\d{{4}}){_YEAR_END}", re.I)),
    ("word-d-y", re.compile(rf"(?<![^\W\d_])({_WORD})\.?[ -]{{0,2}}(\d{{1,2}}){_ORDINAL}\.?,?[ -]{{1,2}}(?:of )?(\d{{4}}){_YEAR_END}", re.I)),
    ("y-word-d", re.compile(rf"(?<!\d)(\d{{4}})[.,]?[ -](?:m\. )?({_WORD})\.?[ -](\d{{1,2}})(?!\d)", re.I)),
    ("cjk", re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")),
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_EARLIEST, _LATEST = 1900, 2100
_LONGEST = 400  # characters: no date line or byline is longer


def parse_date(text: str) -> datetime.date | None:
    """The one full date in a short text (a byline, a ``<time>`` element, "27.09.2025 10:15"); None if there is none, several, or
    an ambiguous one that nothing in the text decides."""
    found = {date.date for date in decided(text, find_dates(text))}
    return found.pop() if len(found) == 1 else None


def find_dates(text: str) -> list[DateFound]:
    """All full dates in the first 400 characters of a text, in order, not overlapping."""
    text = text[:_LONGEST]
    if not _DIGIT.search(text):
        return []
    found: list[DateFound] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            if date := _read(kind, match):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def _read(kind: str, match: re.Match[str]) -> DateFound | None:
    groups = match.groups()
    start, end = match.span()
    if kind == "ymd":
        return _certain(start, end, groups[0], groups[2], groups[3])
    if kind == "cjk":
        return _certain(start, end, *groups)
    if kind == "dmy":
        return _numeric(start, end, *groups)
    order = {"d-word-y": (2, 1, 0), "word-d-y": (2, 0, 1), "y-word-d": (0, 1, 2)}[kind]
    year, month, day = (groups[place] for place in order)
    name = month.replace("İ", "i").lower()
    number = MONTHS.get(name)
    if name in CROATIAN_OR_POLISH:
        number = 10 if re.match(r"\d+\.", match.group()) else 11
    return _certain(start, end, year, str(number), day) if number else None


def _certain(start: int, end: int, year: str, month: str, day: str) -> DateFound | None:
    date = _date(int(year), int(month), int(day))
    return DateFound(start=start, end=end, readings=(date,)) if date else None


def _numeric(start: int, end: int, first: str, separator: str, second: str, year: str) -> DateFound | None:
    """27.09.2025, 12/31/2023, 04/09/2025: with full stops the day comes first, else what is possible counts."""
    number = int(year) + (2000 if len(year) == 2 else 0)
    day_first = _date(number, int(second), int(first))
    month_first = _date(number, int(first), int(second)) if separator != "." else None
    readings = tuple(dict.fromkeys(date for date in (day_first, month_first) if date))
    if not readings:
        return None
    shows = len(readings) == 1 and separator != "." and first != second
    return DateFound(start=start, end=end, readings=readings, first=("day" if day_first else "month") if shows else "")


def _date(year: int, month: int, day: int) -> datetime.date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


# --- what decides an ambiguous date -------------------------------------------------------------------------------------------


def decided(text: str, dates: Iterable[DateFound]) -> list[DateFound]:
    """The dates with what their own line decides: a weekday, another date in it, a zone that tells the country's order."""
    dates = list(dates)
    if all(date.date for date in dates):
        return dates
    result = []
    certain = {date.date for date in dates if date.date}
    weekday, order = weekday_in(text), _order_by_zone(text)
    for date in dates:
        if len(date.readings) > 1:
            by_other = [reading for reading in date.readings if reading in certain]
            by_weekday = [reading for reading in date.readings if reading.weekday() == weekday]
            by_zone = [date.readings[order]] if order is not None else []
            chosen = next((some for some in (by_other, by_weekday, by_zone) if len(some) == 1), None)
            date = only(date, chosen[0]) if chosen else date
        result.append(date)
    return result


def only(date: DateFound, reading: datetime.date) -> DateFound:
    """The date with one reading chosen."""
    return DateFound(start=date.start, end=date.end, readings=(reading,))


def weekday_in(text: str) -> int | None:
    """The weekday (Monday is 0) that a short text names, if it names just one."""
    days = {WEEKDAYS[word] for word in _words(text) if len(word) > 2 and word in WEEKDAYS}
    return days.pop() if len(days) == 1 else None


def _order_by_zone(text: str) -> int | None:
    words = {match.group() for match in _WORDS.finditer(text[:_LONGEST])}
    if words & MONTH_FIRST_ZONES:
        return 1
    return 0 if words & DAY_FIRST_ZONES else None


def _words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORDS.finditer(text[:_LONGEST])]
