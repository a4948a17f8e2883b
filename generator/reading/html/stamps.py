"""The dates that machines write for machines: ISO 8601 and its neighbours, in metadata and ``datetime`` attributes.

A stamp is read as it is written: its time zone never moves its day.  What could be two dates is none.
"""

import datetime
import re

from generator.reading.clip.dates import parse_date

# Stamps that programs write where they know no date.
NO_DATES = frozenset({datetime.date(1970, 1, 1), datetime.date(1900, 1, 1), datetime.date(1980, 1, 1)})
FIRST_YEAR, LAST_YEAR = 1800, 2100

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?\d{4,6}Z?)?(?!\d)")
_EPOCH = re.compile(r"(\d{10})(?:\d{3})?")


def read_stamp(text: str) -> datetime.date | None:
    """The day that a stamp names, or None if it names none, an absurd one, or could name two."""
    text = " ".join(text[:100].split())
    if match := _ISO.match(text):
        return _day(match[1], match[3], match[4])
    if match := _EPOCH.fullmatch(text):
        return _sane(datetime.datetime.fromtimestamp(int(match[1]), datetime.UTC).date())
    if match := _COMPACT.match(text):
        return _day(match[1], match[2], match[3])
    date = parse_date(text)
    return _sane(date) if date else None


def _day(year: str, month: str | int, day: str) -> datetime.date | None:
    try:
        return _sane(datetime.date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _sane(date: datetime.date) -> datetime.date | None:
    return date if FIRST_YEAR <= date.year <= LAST_YEAR and date not in NO_DATES else None
