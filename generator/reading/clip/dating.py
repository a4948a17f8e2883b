"""The day of publication of a clip: what its date lines say, or nothing.

Dates in captions and in running text never date an article.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Evidence
from generator.problems import Problem, Severity
from generator.reading.clip.datelines import Stamp
from generator.reading.clip.dates import DateFound, decided, find_dates, only, weekday_in
from generator.reading.clip.roles import Line

_LONGEST = 200  # characters of evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The dates of a clip with their evidence, and what is open about them."""

    date: datetime.date | None = None
    updated: datetime.date | None = None
    date_evidence: Evidence | None = None
    updated_evidence: Evidence | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of a date: lower ranks are stronger."""

    rank: int
    how: str
    found: DateFound
    line: Line


_RANKS = {"prefix": 0, "label": 1, "date line": 2, "byline": 2, "dateline": 3}


def decide(lines: Sequence[Line], reasons: Sequence[str], stamps: Sequence[tuple[int, Stamp]], path: str) -> Dating:
    """The date of publication and of the last change that the clip's date lines state.

    The strongest statement counts: the prefix of a collection, a label, a date line or byline, a dateline.  Statements of one
    strength that differ, and an ambiguous date that nothing decides, leave the date open, with a problem.
    """
    published = list(_published(lines, reasons, stamps))
    updated = [Claim(rank=1, how="label", found=date, line=lines[at]) for at, stamp in stamps for date in stamp.updated]
    published, updated = _settled(published, updated, lines)
    when, evidence, problems = _strongest(published, path)
    changed, changed_evidence, _ = _strongest(updated, path)
    if when and changed and changed < when:
        changed, changed_evidence = None, None
    return Dating(
        date=when, updated=changed, date_evidence=evidence, updated_evidence=changed_evidence, problems=tuple(problems)
    )


def _published(lines: Sequence[Line], reasons: Sequence[str], stamps: Sequence[tuple[int, Stamp]]) -> Iterator[Claim]:
    for at, stamp in stamps:
        how = "prefix" if reasons[at] == "date prefix" else "label" if stamp.is_labelled else reasons[at]
        for date in stamp.published:
            yield Claim(rank=_RANKS.get(how, 2), how=how, found=date, line=lines[at])
    for at, line in enumerate(lines):
        if reasons[at] == "dateline":
            for date in decided(line.text, find_dates(line.text)):
                yield Claim(rank=_RANKS["dateline"], how="dateline", found=date, line=line)


def _settled(published: list[Claim], updated: list[Claim], lines: Sequence[Line]) -> tuple[list[Claim], list[Claim]]:
    """The claims with what the rest of the clip decides about ambiguous ones."""
    claims = published + updated
    if all(claim.found.date for claim in claims):
        return published, updated
    certain = {claim.found.date for claim in claims if claim.found.date}
    latest = max((claim.found.date for claim in updated if claim.found.date), default=None)
    first = _order(lines)

    def settle(claim: Claim, *, is_update: bool) -> Claim:
        readings = claim.found.readings
        if len(readings) < 2:
            return claim
        same = [reading for reading in readings if reading in certain]
        early = [] if is_update or not latest else [reading for reading in readings if reading <= latest]
        by_order = [readings[0] if first == "day" else readings[1]] if first else []
        chosen = next((some[0] for some in (same, by_order, early) if len(some) == 1), None)
        return replace(claim, found=only(claim.found, chosen)) if chosen else claim

    return [settle(claim, is_update=False) for claim in published], [settle(claim, is_update=True) for claim in updated]


_ENGLISH = re.compile(r"\b(?:the|of|and|to|said|that)\b", re.I)


def _order(lines: Sequence[Line]) -> str:
    """ "day" or "month": what comes first in the clip's other dates in figures; all but English texts write the day first."""
    shown = {
        date.first
        for line in lines[:500]
        if "/" in line.head or "-" in line.head
        for date in find_dates(line.head)
        if date.first
    }
    if shown:
        return shown.pop() if len(shown) == 1 else ""
    sample = " ".join(line.head for line in lines[:40])
    enough = sample.count(" ") >= 40
    return "day" if enough and len(_ENGLISH.findall(sample)) * 50 < sample.count(" ") else ""


def _strongest(claims: list[Claim], path: str) -> tuple[datetime.date | None, Evidence | None, list[Problem]]:
    if not claims:
        return None, None, []
    wrong = [claim for claim in claims if _contradicts(claim)]
    claims = [claim for claim in claims if not _contradicts(claim)]
    if not claims:
        return None, None, [_contradiction(wrong[0], path)]
    best = min(claim.rank for claim in claims)
    strong = [claim for claim in claims if claim.rank <= max(best, 1)]  # prefix and label must agree
    readings = {reading for claim in strong for reading in claim.found.readings}
    agreed = [reading for reading in readings if all(reading in claim.found.readings for claim in strong)]
    if len(agreed) != 1:
        return None, None, [_open(strong, sorted(readings), path)]
    claim = next(claim for claim in strong if claim.rank == best)
    return agreed[0], Evidence(text=claim.line.text[:_LONGEST], line=claim.line.block.line, how=claim.how), []


def _contradicts(claim: Claim) -> bool:
    """Whether the line names another weekday than the date's."""
    date = claim.found.date
    weekday = weekday_in(claim.line.text[: claim.found.start + 40]) if date else None
    only_date = len(find_dates(claim.line.text)) == 1
    return date is not None and only_date and weekday is not None and weekday != date.weekday()


def _open(claims: list[Claim], readings: list[datetime.date], path: str) -> Problem:
    line = claims[0].line
    stated = ", ".join(dict.fromkeys(claim.line.text[claim.found.start : claim.found.end] for claim in claims))
    lines = "\nor\n".join(f"date: {reading.isoformat()}" for reading in readings[:4])
    return Problem(
        path=path,
        line=line.block.line,
        code="date-ambiguous",
        message=f"the date of publication is not certain: {stated} can be {' or '.join(reading.isoformat() for reading in readings[:4])}",
        help=f"Add the right one of these lines to the header between --- lines on top of the file:\n{lines}",
        severity=Severity.WARNING,
    )


_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _contradiction(claim: Claim, path: str) -> Problem:
    date = claim.found.readings[0]
    return Problem(
        path=path,
        line=claim.line.block.line,
        code="date-ambiguous",
        message=f"the weekday and the date in “{claim.line.text[:80]}” do not fit: {date.isoformat()} is a {_WEEKDAY_NAMES[date.weekday()]}",
        help=f"Look up the day of publication and add it to the header between --- lines on top of the file:\ndate: {date.isoformat()}",
        severity=Severity.WARNING,
    )
