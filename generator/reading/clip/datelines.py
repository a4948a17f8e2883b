"""Date lines: short lines that hold a full date and, beside it, only what belongs to dates (a label, a weekday, a time, a
zone) or a byline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.clip import wording
from generator.reading.clip.dates import DateFound, decided, find_dates
from generator.reading.clip.months import WEEKDAYS
from generator.reading.clip.roles import Line

_LONGEST = 200  # characters of a date line
_TOKEN = re.compile(r"\x00\d\x00|[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?|\d[\d.,]*|[^\w\s]")
_TIME = re.compile(
    r"(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?|T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?\s?m\b\.?|Uhr\b|Z\b|h\b)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{3,4}\s?(?:GMT|UTC|hrs|hours)\b|[+-]\d{2}:?\d{2}\b|"
    r"\b\d{1,3}[\s-]?min(?:ute)?s?\b|\b(?:views?|comments?|shares?|reads?|visits|hits|просмотров|переглядів|просмотры|перегляди)\s*[:•|]?\s*\d[\d., ]*|\b\d[\d., ]*[km]?\s*(?:views?|comments?|shares?|reads?|просмотр\w*|перегляд\w*)\b|\b\d{1,2}\s?(?:Uhr|heures?)\b|\b(?:г|р|r|g)\.(?=\s|,|$)",
    re.I,
)
_STRONG = re.compile(r"[|•·–—/]|\s-\s|\x00\s*:")
_AGO = frozenset({",", "ago", "min", "mins", "minutes", "hours", "hour", "h"})  # a label before these dates no day
_JOINING = wording.words(
    "and und et y e en i a og och ja és și ve και и і та und by for from in staff with of the de del van von der"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a date line states: published and updated dates, whether a label says so, and what else stands in it."""

    published: tuple[DateFound, ...]
    updated: tuple[DateFound, ...]
    is_labelled: bool
    rest: str  # a byline, an outlet's name, or nothing
    is_bare: bool = False  # a name and the date, with no label, time or sign between them


def label_in(text: str) -> str:
    """ "published" or "updated" where a short line is only such a label, waiting for the date on the next line."""
    if len(text) > 60:
        return ""
    key = " ".join(text.casefold().strip(" :.•|").split())
    return "published" if key in wording.PUBLISHED else "updated" if key in wording.UPDATED else ""


def read_stamp(text: str, *, label: str = "") -> Stamp | None:
    """The line as a date line, or None if it is none.  ``label`` stood on the line before."""
    if len(text) > _LONGEST or "\x00" in text:
        return None
    dates = decided(text, find_dates(text))[:10]
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
            status = found or status
            labelled = labelled or bool(found)
            if token:
                last = dates[int(token[1:-1])]
                by_status[status].append(last)
            elif found and last and last in by_status[""] and not _AGO.intersection(pending):
                by_status[""].remove(last)  # the label stands behind its date
                by_status[found].append(last)
            pending = []
        else:
            pending.append(token)
    if not _is_stamp(masked, rest, labelled):
        return None
    published = tuple(by_status["published"] or by_status[""])
    named = bool(rest) and not wording.BYLINE.match(" ".join(rest)) and rest[0].casefold() not in wording.WHO
    return Stamp(
        published=published,
        updated=tuple(by_status["updated"]),
        is_labelled=labelled,
        rest=" ".join(rest).strip(" ,-|"),
        is_bare=named and not labelled and " , " not in masked and not _STRONG.search(masked),
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
    rest: list[str] = []
    status, place = "", 0
    while place < len(words):
        for size in (4, 3, 2, 1):
            phrase = " ".join(words[place : place + size])
            if phrase in wording.UPDATED or phrase in wording.PUBLISHED:
                status = "updated" if phrase in wording.UPDATED else "published"
                place += size
                break
        else:
            word = words[place]
            if not _belongs_to_dates(word) or (rest and tokens[place] in "|•·–—,/"):
                rest.append(tokens[place])
            place += 1
    return status, rest


def _belongs_to_dates(word: str) -> bool:
    return word[:1].isdigit() or word in wording.DATE_FILLER or word in WEEKDAYS or word in "|•·–—-,/:;()[]…*.>»"


def _is_stamp(masked: str, rest: list[str], labelled: bool) -> bool:
    """Beside dates, a date line holds nothing, or a byline, an outlet, a place: up to ten words, all in capitals at their start."""
    words = [word for word in rest if word[0].isalnum()]
    if not words:
        return True
    keys = [word.casefold().rstrip(".") for word in words]
    text = " ".join(words)
    if text.casefold() in wording.PLACES or text.casefold() in wording.SECTIONS:
        return True
    if all(word.casefold() in wording.SECTIONS for word in words):
        return True
    if len(words) > 10 or not all(_may_sign(words, at) for at in range(len(words))):
        return False
    if keys[0] in wording.WHO or wording.BYLINE.match(text):
        return True
    if all(key in wording.OUTLET_WORDS or key in wording.AGENCIES or key in wording.DESKS for key in keys):
        return True
    parted = " , " in masked or bool(_STRONG.search(masked))
    if _is_name_alone(words) and wording.SERIES_WORDS.isdisjoint(keys):
        return True
    return words[0][0].isupper() and (parted or (labelled and len(words) <= 4))


def _may_sign(words: Sequence[str], at: int) -> bool:
    """Whether a word can be one of a byline's: it has a capital, is a small word of names or a desk's, or the account behind "by",
    "Editor:" ("by desk")."""
    word = words[at]
    if not word[0].islower() or word.casefold().rstrip(".") in _SMALL:
        return True
    before = words[at - 1] if at else ""
    return before.casefold().rstrip(".") in wording.WHO and (at == 1 or before[0].isupper())


_SMALL = _JOINING | wording.WHO | wording.DESKS | wording.SECTIONS | wording.OUTLET_WORDS
_NO_PART_OF_NAMES = frozenset({"in", "with", "for", "from", "of", "by"})


def _is_name_alone(words: Sequence[str]) -> bool:
    """A person's or outlet's name of two to four words beside the date, nothing else."""
    if not _NO_PART_OF_NAMES.isdisjoint(words):
        return False
    return 2 <= len(words) <= 4 and all(word[0].isupper() and len(word) > 1 for word in (words[0], words[-1]))


def mark_stamps(lines: Sequence[Line], reasons: list[str]) -> list[tuple[int, Stamp]]:
    """Enter "date line" and "byline" for the lines that hold a date, and hand them on with their places.

    A label dates from anywhere before the teasers; without one a date line must stand before the second paragraph, or alone behind the
    last, and not continue the line above it or name people of whom the text speaks: that is a caption.
    """
    prose = [at for at, line in enumerate(lines) if not reasons[at] and line.is_prose]
    end = prose[1] if len(prose) > 1 else len(lines)
    first, last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
    tail = _tail(lines, reasons, prose)
    stamps: list[tuple[int, Stamp]] = []
    label = ""
    for at, line in enumerate(lines):
        known = reasons[at] in {"date prefix", "date line"}
        if line.is_fixed or (reasons[at] and not known and not (reasons[at] in _NOT_FINAL and not first < at <= last)):
            label = label if reasons[at] == "time" else ""
            continue
        if waiting := label_in(line.text):
            label = waiting
            if line.text.endswith(":") or (at + 1 < len(lines) and read_stamp(lines[at + 1].text)):
                reasons[at] = "date line"
            continue
        stamp = read_stamp(line.text, label=label) if line.words <= 30 else None
        label = ""
        if stamp is None:
            continue
        if stamp.is_labelled or known or (at < end and not _is_of_a_picture(lines, at, stamp, prose)):
            if at < tail:
                stamps.append((at, stamp))
            if not known:
                reasons[at] = "byline" if stamp.rest and wording.BYLINE.match(stamp.rest) else "date line"
    return stamps or _at_the_end(lines, reasons, prose, tail)


# Reasons that a line above or below the text may have for its opening, though it holds the date: "Editor: Ada Source: NORDA 2025-08-20".
_NOT_FINAL = frozenset({"widget", "source line", "sign-off", "navigation", "time", "share counter"})


def _at_the_end(lines: Sequence[Line], reasons: list[str], prose: Sequence[int], tail: int) -> list[tuple[int, Stamp]]:
    """Where nothing else dates a clip: the one date without label that stands behind its last paragraph."""
    if len(prose) < 2:
        return []
    stamps = [
        (at, stamp)
        for at in range(prose[-1] + 1, min(tail, len(lines)))
        if (not reasons[at] or reasons[at] in _NOT_FINAL) and not lines[at].is_fixed and lines[at].words <= 30
        if (stamp := read_stamp(lines[at].text))
    ]
    if len(stamps) != 1 or _is_of_a_picture(lines, *stamps[0], prose):
        return []
    at, stamp = stamps[0]
    if any(reason in {"teaser", "credit", "caption"} for reason in reasons[prose[-1] : at]):
        return []
    reasons[at] = "byline" if stamp.rest and wording.BYLINE.match(stamp.rest) else "date line"
    return stamps


def _tail(lines: Sequence[Line], reasons: Sequence[str], prose: Sequence[int]) -> int:
    """Where a list of other articles or the readers' comments begin, which have dates of their own."""
    last = prose[2 * len(prose) // 3] if prose else 0  # behind most of the text
    heads = (at for at in range(last + 1, len(lines)) if _opens_other_articles(lines[at], reasons[at]))
    return next(heads, len(lines))


def _opens_other_articles(line: Line, reason: str) -> bool:
    return reason == "comment form" or (reason == "teaser" and line.key in wording.TEASER_HEADS)


_CLOCK = re.compile(r"(?<!\d)[0-2]?\d[:.h][0-5]\d(?![\d.])")
# Names with such a word are what a picture shows, or what an article is about.
_SIGHTS = wording.words(
    """hall palace square house street avenue airport station bridge city town village region province district border embassy base port harbour harbor summit conference meeting talks parade
    cathedral church mosque university hospital parliament palais platz schloss bahnhof brücke place gare plaza puente palacio piazza ponte war battle day election elections treaty peace ceasefire"""
)


def _is_of_a_picture(lines: Sequence[Line], at: int, stamp: Stamp, prose: Sequence[int]) -> bool:
    """Whether a date without label rather belongs to a caption: it goes on from the line above, or stands beside people of the text."""
    above = lines[at - 1] if at and not lines[at].gap else None
    if (
        above
        and above.tokens
        and (above.text.endswith((",", "-", "–")) or above.text.split()[-1] in {"on", "in", "of", "the", "at"})
    ):
        return True
    if not stamp.rest or wording.BYLINE.match(stamp.rest):
        return False
    if _CLOCK.search(lines[at].text):
        return False  # captions tell the day, never the minute
    words = [word for word in stamp.rest.split() if len(word) > 3]
    if stamp.is_bare and wording.OUTLET_WORDS.isdisjoint(word.casefold() for word in words):
        said = any(word in lines[place].text for word in words for place in prose if place != at)
        if at == 0 or said or not _SIGHTS.isdisjoint(word.casefold() for word in words):
            return True
    names = [name for name in re.split(r"\s*[,|•·–—/]\s*| and | & ", stamp.rest) if name.count(" ") or len(name) > 3]
    return any(
        name in lines[place].text
        for name in names
        for place in prose
        if place != at and name.casefold() not in wording.PLACES
    )
