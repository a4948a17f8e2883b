"""The day of publication of a clip: what its date lines say, or nothing.

A date line is a short line that holds a full date and, beside it, only what belongs to dates (a label, a weekday, a time,
a zone) or a byline.  Dates in captions and in running text never date an article.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Evidence
from generator.problems import Problem, Severity
from generator.reading import wording
from generator.reading.dates import DateFound, decided, find_dates, only, weekday_in
from generator.reading.months import WEEKDAYS
from generator.reading.roles import Line

_LONGEST = 200  # characters of a date line
_TOKEN = re.compile(r"\x00\d\x00|[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?|\d[\d.,]*|[^\w\s]")
_TIME = re.compile(
    r"(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?|T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?\s?m\b\.?|Uhr\b|Z\b|h\b)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{3,4}\s?(?:GMT|UTC|hrs|hours)\b|[+-]\d{2}:?\d{2}\b|"
    r"\b\d{1,3}[\s-]?min(?:ute)?s?\b|\b(?:views?|comments?|shares?|reads?|visits|hits|просмотров|переглядів|просмотры|перегляди)\s*[:•|]?\s*\d[\d., ]*|\b\d[\d., ]*[km]?\s*(?:views?|comments?|shares?|reads?|просмотр\w*|перегляд\w*)\b|\b\d{1,2}\s?(?:Uhr|heures?)\b|\b(?:г|р|r|g)\.(?=\s|,|$)",
    re.I,
)
_STRONG = re.compile(r"[|•·–—/]|\s-\s|\x00\s*:")
_JOINING = wording.words(
    "and und et y e en i a og och ja és și ve και и і та und by for from staff with of the de del van von der"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a date line states: published and updated dates, whether a label says so, and what else stands in it."""

    published: tuple[DateFound, ...]
    updated: tuple[DateFound, ...]
    is_labelled: bool
    rest: str  # a byline, an outlet's name, or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """The dates of a clip with their evidence, and what is open about them."""

    date: datetime.date | None = None
    updated: datetime.date | None = None
    date_evidence: Evidence | None = None
    updated_evidence: Evidence | None = None
    problems: tuple[Problem, ...] = ()


def label_in(text: str) -> str:
    """ "published" or "updated" where a short line is only such a label, waiting for the date on the next line."""
    key = " ".join(text.casefold().strip(" :.•|").split())
    if len(key) > 40:
        return ""
    return "published" if key in wording.PUBLISHED else "updated" if key in wording.UPDATED else ""


def read_stamp(text: str, *, label: str = "") -> Stamp | None:
    """The line as a date line, or None if it is none.  ``label`` stood on the line before."""
    if len(text) > _LONGEST:
        return None
    dates = decided(text, find_dates(text))
    if not dates:
        return None
    masked = _masked(text, dates)
    by_status: dict[str, list[DateFound]] = {"published": [], "updated": [], "": []}
    rest: list[str] = []
    pending: list[str] = []
    status = label
    labelled = bool(label)
    last = None
    for token in [*_TOKEN.findall(masked), ""]:
        if token.startswith("\x00") or not token:
            found, residue = _status(pending)
            rest += residue
            pending = []
            status = found or status
            labelled = labelled or bool(found)
            if token:
                last = dates[int(token[1:-1])]
                by_status[status].append(last)
            elif found and last and not label and last in by_status[""]:
                by_status[""].remove(last)  # the label stands behind its date
                by_status[found].append(last)
        else:
            pending.append(token)
    if not _is_stamp(masked, rest, labelled):
        return None
    published = tuple(by_status["published"] or by_status[""])
    return Stamp(
        published=published,
        updated=tuple(by_status["updated"]),
        is_labelled=labelled,
        rest=" ".join(rest).strip(" ,-|"),
    )


def _masked(text: str, dates: Sequence[DateFound]) -> str:
    pieces, at = [], 0
    for number, date in enumerate(dates[:10]):
        pieces += [text[at : date.start], f" \x00{number}\x00 "]
        at = date.end
    return _TIME.sub(" , ", "".join(pieces) + text[at:])


def _status(tokens: list[str]) -> tuple[str, list[str]]:
    """What labels among the tokens say, and the tokens that are neither label nor part of a date."""
    words = [token.casefold().rstrip(".") for token in tokens]
    status, rest, place = "", [], 0
    while place < len(words):
        for size in (4, 3, 2, 1):
            phrase = " ".join(words[place : place + size])
            if phrase in wording.UPDATED or phrase in wording.PUBLISHED:
                status = "updated" if phrase in wording.UPDATED else "published"
                place += size
                break
        else:
            word = words[place]
            if word not in wording.DATE_FILLER and word not in WEEKDAYS and tokens[place] not in "|•·–—-,/:;()[]…*.>»":
                rest.append(tokens[place])
            elif rest and tokens[place] in "|•·–—,/":
                rest.append(tokens[place])
            place += 1
    return status, rest


def _is_stamp(masked: str, rest: list[str], labelled: bool) -> bool:
    """Beside dates, a date line holds nothing, or a byline, an outlet, a place: up to ten words, all in capitals at their start."""
    words = [word for word in rest if word[0].isalnum()]
    if not words:
        return True
    text = " ".join(words)
    if text.casefold() in wording.PLACES or text.casefold() in wording.SECTIONS:
        return True
    if all(word.casefold() in wording.SECTIONS for word in words):
        return True
    if len(words) > 10 or not all(word[0].isupper() or word.casefold() in _JOINING for word in words):
        return False
    if words[0].casefold() == "by" or wording.BYLINE.match(text):
        return True
    if all(word.casefold().strip(".") in wording.OUTLET_WORDS | wording.AGENCIES for word in words):
        return True
    parted = " , " in masked or bool(_STRONG.search(masked))
    return words[0][0].isupper() and (parted or labelled and len(words) <= 4)


def mark_stamps(lines: Sequence[Line], reasons: list[str]) -> list[tuple[int, Stamp]]:
    """Enter "date line" and "byline" for the lines that hold a date, and hand them on with their places.

    A label dates from anywhere before the teasers; without one a date line must stand before the second paragraph, and not
    continue the line above it or name people of whom the text speaks: that is a caption.
    """
    prose = [at for at, line in enumerate(lines) if not reasons[at] and line.is_prose]
    end = prose[1] if len(prose) > 1 else len(lines)
    stamps: list[tuple[int, Stamp]] = []
    label = ""
    for at, line in enumerate(lines):
        known = reasons[at] in {"date prefix", "date line"}
        if line.is_fixed or reasons[at] and not known:
            label = label if reasons[at] == "time" else ""
            continue
        if waiting := label_in(line.text):
            label = waiting
            if line.text.endswith(":") or at + 1 < len(lines) and read_stamp(lines[at + 1].text):
                reasons[at] = "date line"
            continue
        stamp = read_stamp(line.text, label=label) if line.words <= 30 else None
        label = ""
        if stamp is None:
            continue
        if stamp.is_labelled or known or at < end and not _is_of_a_picture(lines, at, stamp, prose):
            reasons[at] = reasons[at] or ("byline" if stamp.rest and wording.BYLINE.match(stamp.rest) else "date line")
            stamps.append((at, stamp))
    return stamps


def _is_of_a_picture(lines: Sequence[Line], at: int, stamp: Stamp, prose: Sequence[int]) -> bool:
    """Whether a date without label rather belongs to a caption: it goes on from the line above, or stands beside people of the text."""
    above = lines[at - 1] if at and not lines[at].gap else None
    if above and (above.text.endswith((",", "-", "–")) or above.text.split()[-1] in {"on", "in", "of", "the", "at"}):
        return True
    if not stamp.rest or wording.BYLINE.match(stamp.rest):
        return False
    names = [name for name in re.split(r"\s*[,|•·–—/]\s*| and | & ", stamp.rest) if name.count(" ") or len(name) > 3]
    return any(name in lines[place].text for name in names for place in prose if place != at and name.casefold() not in wording.PLACES)


# --- the decision -----------------------------------------------------------------------------------------------------------------


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
