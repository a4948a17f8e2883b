"""Time in equal parts: which unit, where parts begin and end, and what the axis names."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from generator.pictures.periods import Period, Unit, periods, start, ticks, unit_for

DAY = datetime.date


@pytest.mark.parametrize(
    ("first", "last", "most", "unit"),
    [
        (DAY(2025, 8, 20), DAY(2025, 10, 28), 18, Unit.WEEK),
        (DAY(2025, 1, 1), DAY(2025, 1, 1), 18, Unit.WEEK),
        (DAY(2024, 5, 3), DAY(2025, 10, 28), 18, Unit.MONTH),
        (DAY(2024, 4, 30), DAY(2025, 10, 28), 18, Unit.QUARTER),
        (DAY(2015, 1, 1), DAY(2025, 12, 31), 18, Unit.YEAR),
        (DAY(2016, 1, 1), DAY(2025, 12, 31), 40, Unit.QUARTER),
        (DAY(1900, 1, 1), DAY(2025, 12, 31), 18, Unit.YEAR),
    ],
)
def test_the_finest_unit_that_is_few_enough(first: DAY, last: DAY, most: int, unit: Unit) -> None:
    assert unit_for(first, last, most) is unit


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        (Unit.WEEK, "29 September – 5 October 2025"),
        (Unit.MONTH, "October 2025"),
        (Unit.QUARTER, "October to December 2025"),
        (Unit.YEAR, "2025"),
    ],
)
def test_a_period_has_a_name(unit: Unit, name: str) -> None:
    (period,) = periods(DAY(2025, 10, 2), DAY(2025, 10, 3), unit)
    assert period.name == name


def test_names_of_weeks_say_what_is_needed() -> None:
    week, turn = periods(DAY(2025, 12, 22), DAY(2025, 12, 29), Unit.WEEK)
    assert week.name == "22–28 December 2025"
    assert turn.name == "29 December 2025 – 4 January 2026"


@settings(deadline=None)
@given(some.dates(), some.dates(), some.sampled_from(Unit))
def test_parts_follow_each_other_and_hold_every_day(one: DAY, other: DAY, unit: Unit) -> None:
    first, last = sorted((one, other))
    if unit is not Unit.YEAR:
        last = min(last, DAY.fromordinal(min(first.toordinal() + 900, DAY.max.toordinal())))
    parts = periods(first, last, unit)
    assert parts[0].first <= first <= parts[0].last
    assert parts[-1].first <= last <= parts[-1].last
    for part, after in pairwise(parts):
        assert after.first.toordinal() == part.last.toordinal() + 1
    assert {start(part.first, unit) for part in parts} == {part.first for part in parts}
    assert len(ticks(parts)) == len(parts)


def named(first: DAY, last: DAY, unit: Unit) -> list[tuple[int, str, str]]:
    return [(index, name, year) for index, (name, year) in enumerate(ticks(periods(first, last, unit))) if name or year]


def test_a_week_is_named_by_the_month_of_its_thursday() -> None:
    assert named(DAY(2025, 8, 11), DAY(2025, 11, 2), Unit.WEEK) == [(0, "Aug", "2025"), (3, "Sep", ""), (7, "Oct", "")]


def test_a_name_that_stands_too_near_the_next_is_left_out() -> None:
    """The last week of July begins the picture; August follows at once."""
    assert named(DAY(2025, 7, 28), DAY(2025, 8, 24), Unit.WEEK) == [(0, "", "2025"), (1, "Aug", "")]
    assert named(DAY(2025, 7, 21), DAY(2025, 8, 24), Unit.WEEK) == [(0, "Jul", "2025"), (2, "Aug", "")]


def test_of_many_months_every_third_is_named() -> None:
    months = named(DAY(2024, 6, 1), DAY(2025, 11, 30), Unit.MONTH)
    assert [name for _, name, _ in months if name] == ["Jul", "Oct", "Jan", "Apr", "Jul", "Oct"]
    assert [(index, year) for index, _, year in months if year] == [(0, "2024"), (7, "2025")]


def test_years_after_the_first_are_short() -> None:
    assert [name for _, name, _ in named(DAY(2022, 1, 1), DAY(2025, 1, 1), Unit.YEAR)] == ["2022", "’23", "’24", "’25"]
    assert [name for _, name, _ in named(DAY(1980, 1, 1), DAY(2015, 1, 1), Unit.YEAR)][:3] == ["1980", "’85", "’90"]


def test_quarters_are_named_by_their_year() -> None:
    assert named(DAY(2023, 11, 1), DAY(2025, 2, 1), Unit.QUARTER) == [(1, "2024", ""), (5, "2025", "")]


def test_the_end_of_all_dates_is_no_error() -> None:
    for unit in Unit:
        assert periods(DAY(9999, 12, 30), DAY.max, unit)[-1].last == DAY.max
        assert periods(DAY.min, DAY.min, unit)[0].first == DAY.min
    assert Period(unit=Unit.YEAR, first=DAY.max, last=DAY.max).name == "9999"
