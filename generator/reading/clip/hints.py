"""What a person who looks for a clip's date may start from: inferred, never set."""

import datetime
import re
from collections.abc import Sequence

from generator.model import Evidence
from generator.reading.clip.dates import find_dates
from generator.reading.clip.months import WEEKDAYS
from generator.reading.clip.roles import Line

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # strftime's names depend on the locale
_LAST = re.compile(r"\blast (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_DAY_OF_REPORT = re.compile(r"\b(?:on |late |early )?(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_WEEK = datetime.timedelta(days=7)


def infer_date(lines: Sequence[Line], reasons: Sequence[str]) -> Evidence | None:
    """A guess at the day of publication, as a sentence, where the text allows one.

    The newest dated caption falls on a weekday that the text calls "last Friday", and the first paragraph names the day of the
    report: perhaps the first such day behind the caption's.
    """
    dated = [
        (date.date, line)
        for at, line in enumerate(lines)
        if reasons[at] == "caption"
        for date in find_dates(line.text[-60:])
        if date.date
    ]
    if not dated:
        return None
    newest, caption = max(dated, key=lambda item: item[0])
    text = [line for at, line in enumerate(lines) if not reasons[at] and line.is_sentence]
    said = next(
        (
            line
            for line in text
            for match in _LAST.finditer(line.text[:2000])
            if WEEKDAYS[match[1].lower()] == newest.weekday()
        ),
        None,
    )
    report = _DAY_OF_REPORT.search(text[0].text[:400]) if text else None
    if said is None or report is None:
        return None
    day = newest + datetime.timedelta(days=1)
    while day.weekday() != WEEKDAYS[report[1].lower()]:
        day += datetime.timedelta(days=1)
    if day - newest > _WEEK:
        return None
    weekday = _NAMES[newest.weekday()]
    words = (
        f"the caption in line {caption.block.line} is dated {newest.day} {_MONTHS[newest.month - 1]} {newest.year}, a {weekday}, the text says "
        f"“last {weekday}” (line {said.block.line}) and reports on {report[1]}: perhaps {day.isoformat()}"
    )
    return Evidence(text=words, line=caption.block.line, how="inferred, not set")
