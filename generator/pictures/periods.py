"""A stretch of time in equal parts: weeks, months, quarters or years, whichever is finest and still few enough to read."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from generator.text import MONTHS

_DAY = datetime.timedelta(days=1)


class Unit(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """One part: its first and last day."""

    unit: Unit
    first: datetime.date
    last: datetime.date

    @property
    def name(self) -> str:
        """``18–24 August 2025``, ``August 2025``, ``July to September 2025``, ``2025``."""
        first, last = self.first, self.last
        if self.unit is Unit.YEAR:
            return str(first.year)
        if self.unit is Unit.MONTH:
            return f"{MONTHS[first.month - 1]} {first.year}"
        if self.unit is Unit.QUARTER:
            return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {first.year}"
        if first.month == last.month:
            return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
        begun = f"{first.day} {MONTHS[first.month - 1]}" + (f" {first.year}" if first.year != last.year else "")
        return f"{begun} – {last.day} {MONTHS[last.month - 1]} {last.year}"


def start(day: datetime.date, unit: Unit) -> datetime.date:
    """The first day of the part that a day lies in.  Weeks begin on Monday."""
    if unit is Unit.WEEK:
        return day - day.weekday() * _DAY if day.toordinal() > day.weekday() else day
    if unit is Unit.MONTH:
        return day.replace(day=1)
    if unit is Unit.QUARTER:
        return day.replace(month=day.month - (day.month - 1) % 3, day=1)
    return day.replace(month=1, day=1)


def _after(first: datetime.date, unit: Unit) -> datetime.date:
    """The last day of the part that begins with ``first``."""
    if unit is Unit.WEEK:
        return datetime.date.fromordinal(min(first.toordinal() + 6, datetime.date.max.toordinal()))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
    index = first.year * 12 + first.month - 1 + months
    if index >= (datetime.MAXYEAR + 1) * 12:
        return datetime.date.max
    return datetime.date(index // 12, index % 12 + 1, 1) - _DAY


def _number(first: datetime.date, last: datetime.date, unit: Unit) -> int:
    """How many parts the days from ``first`` to ``last`` lie in."""
    if unit is Unit.WEEK:
        return (start(last, unit) - start(first, unit)).days // 7 + 1
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}[unit]
    return (last.year * 12 + last.month - 1) // months - (first.year * 12 + first.month - 1) // months + 1


def unit_for(first: datetime.date, last: datetime.date, most: int) -> Unit:
    """The finest unit of which at most ``most`` cover the days; years, however many."""
    return next((unit for unit in Unit if _number(first, last, unit) <= most), Unit.YEAR)


def periods(first: datetime.date, last: datetime.date, unit: Unit) -> list[Period]:
    """The parts from the first to the last day, gaps included, oldest first."""
    parts = [Period(unit=unit, first=start(first, unit), last=_after(start(first, unit), unit))]
    while parts[-1].last < last:
        begins = parts[-1].last + _DAY
        parts.append(Period(unit=unit, first=begins, last=_after(begins, unit)))
    return parts


def ticks(parts: list[Period]) -> list[tuple[str, str]]:
    """What stands below each part on the axis: a name on the first line (or nothing) and a year on the second.

    Few: of many months only every third is named; years after the first are two digits (’17), every second or fifth of very many.
    """
    names = _names(parts)
    years = [
        str(_year(part)) if part.unit is not Unit.YEAR and _begins_year(parts, index) else ""
        for index, part in enumerate(parts)
    ]
    if parts and parts[0].unit is Unit.QUARTER:
        names, years = years, [""] * len(parts)
    return list(zip(_spaced(names, 2), _spaced(years, 3), strict=True))


def _begins_year(parts: list[Period], index: int) -> bool:
    return index == 0 or _year(parts[index]) != _year(parts[index - 1])


def _middle(part: Period) -> datetime.date:
    """A week belongs to the month and year of its Thursday (ISO 8601)."""
    return part.first + 3 * _DAY if part.unit is Unit.WEEK and part.last - part.first > 3 * _DAY else part.first


def _year(part: Period) -> int:
    return _middle(part).year


def _month(part: Period) -> int:
    return _middle(part).month


def _names(parts: list[Period]) -> list[str]:
    names: list[str] = []
    step = 1 if len(parts) <= 10 else 2 if len(parts) <= 24 else 5
    for index, part in enumerate(parts):
        month = MONTHS[_month(part) - 1][:3]
        if part.unit is Unit.YEAR:
            counted_from = part.first.year if step > 1 else index
            shown = counted_from % step == 0
            names.append((str(part.first.year) if not any(names) else f"’{part.first.year % 100:02}") if shown else "")
        elif part.unit is Unit.MONTH:
            names.append(month if len(parts) <= 12 or part.first.month % 3 == 1 else "")
        else:
            named = index == 0 or _month(part) != _month(parts[index - 1])
            names.append(month if named else "")
    return names


def _spaced(names: list[str], apart: int) -> list[str]:
    """Without the first name where the second follows too closely, as happens when a stretch begins late in a month or year."""
    named = [index for index, name in enumerate(names) if name]
    dense = len(named) == len(names)
    if len(named) > 1 and not dense and named[1] - named[0] < apart:
        return ["" if index == named[0] else name for index, name in enumerate(names)]
    return names
