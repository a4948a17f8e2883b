"""The top of a clip: its title and standfirst among section labels, bylines, date lines and captions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Role
from generator.reading import wording
from generator.reading.roles import Line, has_quotes

_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$")
_NAME = re.compile(r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'.-]+ ){1,3}[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐ][\w’'.-]+$")
_DASH = re.compile(r"[—–-]{1,2}\s?(?=\S)")
_BULLET = re.compile(r"(?:[•·▪●◦‣*]|-\s|\d{1,2}[.)]\s)")
_WORST_TITLE = 250  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where title and standfirst stand (None: there is none), and where the body begins."""

    title: int | None
    standfirst: int | None
    body: int


def first_prose(lines: Sequence[Line], reasons: Sequence[str]) -> int:
    """The place of the first line that can only be a paragraph (the number of lines, if there is none)."""
    return next((at for at, line in enumerate(lines) if not reasons[at] and line.is_prose), len(lines))


def is_byline(line: Line) -> bool:
    """Who wrote it: a word like "By" and names, in few words and without the end of a sentence."""
    if line.words <= 8 and wording.REPORTING_FROM.match(line.head):
        return True
    match = wording.BYLINE.match(line.head)
    if (
        not match
        or line.words > 16
        or len(line.text) > 160
        or (line.is_sentence and line.words > 8)
        or has_quotes(line.text)
    ):
        return False
    rest = re.findall(r"[^\W\d_][\w’'.-]*", line.text[match.end() :])
    capital = sum(word[0].isupper() for word in rest)
    return (
        bool(rest)
        and rest[0][0].isupper()
        and 2 * capital >= len(rest)
        and rest[0].casefold().strip(".") not in _NO_NAMES
    )


_NO_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "land",
        "sea",
        "air",
        "the",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


def authors_in(text: str) -> tuple[tuple[str, ...], str | None]:
    """The names of a byline, and the outlet behind a bar, if there is one."""
    text = re.sub(r"^(?:reuters|afp|ap)\s*[|/]\s*", "", text, flags=re.I)
    match = wording.BYLINE.match(text)
    parts = re.split(r"\s*[|•·]\s*|\s+[–—-]\s+", text[match.end() :] if match else text)
    names, outlet = [], None
    for name in re.split(
        r",\s*(?:and\s+)?|\s+(?:and|und|et|y|e|i|og|och|ja|ve|και|и|і|та|&)\s+", parts[0].strip(" ,.")
    ):
        if (
            _NAME.fullmatch(name.strip())
            and len(name) <= 60
            and not {w.casefold() for w in name.split()}
            & (wording.OUTLET_WORDS | {"correspondent", "editor", "reporter", "staff", "writer"})
        ):
            names.append(name.strip())
        else:
            break
    for part in parts[1:]:
        words = {word.casefold().strip(".,") for word in part.split()}
        if part and words & wording.OUTLET_WORDS and len(words) <= 6 and not any(c.isdigit() for c in part):
            outlet = part.strip()
    return tuple(names), outlet


def find_opening(lines: Sequence[Line], reasons: list[str], *, title: str | None) -> Opening:
    """Sort out the lines before the first paragraph; enters reasons for labels, names and places among them.

    The title is the first line of four words or more that is no sentence (a question or exclamation may be); without such a line,
    one of two or three words that is no label, if a date line or byline follows.  A known title is only looked for.
    """
    end = first_prose(lines, reasons)
    zone = [at for at in range(end) if not reasons[at] and not lines[at].is_fixed]
    if title is not None:
        place = next((at for at in zone if _same(lines[at].text, title)), None)
    else:
        place = _title_place(lines, reasons, zone, end)
    _drop_weak_teasers(lines, reasons, place)
    standfirst = None
    for at in zone:
        if at == place or reasons[at]:
            continue
        line = lines[at]
        reason = _furniture(line, before_title=place is not None and at < place, is_last=at == zone[-1])
        if reason:
            reasons[at] = reason
        elif place is not None and at < place:
            reasons[at] = "section label" if line.words <= 3 else ""
        elif (
            place is not None and _same(line.text[: len(lines[place].text)], lines[place].text) and not line.is_sentence
        ):
            reasons[at] = "caption"  # the title again, and a few words more
        elif place is not None and at < end - 1 and line.words <= 3 and _is_label(line):
            reasons[at] = "section label"
        elif standfirst is None and _is_standfirst(line, has_title=place is not None or title is not None):
            standfirst = at
    if place is not None:
        _mark_behind_standfirst(lines, reasons, end)
    if standfirst is None and place is not None and end < len(lines):
        standfirst = _sentence_standfirst(lines, reasons, place, end)
    return Opening(title=place, standfirst=standfirst, body=end)


def _same(text: str, title: str) -> bool:
    return " ".join(text.split()).casefold().rstrip(".") == " ".join(title.split()).casefold().rstrip(".")


def _title_place(lines: Sequence[Line], reasons: Sequence[str], zone: Sequence[int], end: int) -> int | None:
    marked = [
        at
        for at in zone
        if lines[at].block.role in {Role.TITLE} or (lines[at].block.role is Role.HEADING and lines[at].block.level == 1)
    ]
    sentence = next((at for at in zone if lines[at].text.endswith(".") and lines[at].words >= 4), len(lines))
    likely = [at for at in zone if at < sentence and _can_be_title(lines[at])]
    if marked:
        return marked[0]
    strong = [at for at in likely if lines[at].words >= 4]
    if strong:
        return strong[0]
    for at in likely:
        line = lines[at]
        followed = any(reasons[later] in {"date line", "byline", "time"} for later in range(at + 1, min(at + 4, end)))
        if (
            line.words >= 2
            and not line.text.isupper()
            and (followed or line.words == 3)
            and line.key not in wording.SECTIONS
        ):
            return at
    return None


def _can_be_title(line: Line) -> bool:
    text = line.text
    if not 2 <= line.words <= 35 or len(text) > _WORST_TITLE or line.block.role in {Role.LIST_ITEM, Role.QUOTATION}:
        return False
    if _DASH.match(text) or _BULLET.match(text) or text.endswith((":", ",", ";")) or text[0].islower():
        return False
    if line.key in wording.SECTIONS or _is_place(text):
        return False
    return not text.rstrip("\"”’'»)").endswith(".") or bool(_ABBREVIATION.search(text[-12:])) or text.endswith("...")


def _is_place(text: str) -> bool:
    """A place that stands alone as dateline."""
    return text.casefold().strip(" .,:–—-") in wording.PLACES


def _furniture(line: Line, *, before_title: bool, is_last: bool) -> str:
    """What a short line between title and text is when it is neither: section label, place, name of the writer or outlet."""
    text = line.text
    if line.is_sentence or line.words > 6 or line.block.role is Role.LIST_ITEM or _BULLET.match(text):
        return ""
    if _is_place(text) or (
        is_last
        and text.isupper()
        and line.words <= 3
        and not any(c.isdigit() for c in text)
        and line.key not in wording.SECTIONS
    ):
        return "dateline"
    if line.key in wording.SECTIONS:
        return "section label"
    if _is_outlet(text.split(",")[0]):
        return "outlet name"
    if before_title or line.block.role is Role.HEADING:
        return ""
    if all(_NAME.fullmatch(name) for name in re.split(r",\s*| and ", re.sub(r",? in [A-Z].{2,20}$", "", text))):
        return "byline"
    parts = re.split(r"\s*[|•·]\s*", text)
    return "outlet name" if len(parts) > 1 and all(part[:1].isupper() and part.count(" ") < 3 for part in parts) else ""


def _is_label(line: Line) -> bool:
    """Whether a short line, not just above the text, can only be a label."""
    return line.block.role is Role.PARAGRAPH and not line.is_sentence and not _BULLET.match(line.text)


def _is_outlet(text: str) -> bool:
    """Whether every word is one that outlets or agencies are called by."""
    words = [word.strip(".,").casefold() for word in text.split()]
    known = wording.AGENCIES | wording.OUTLET_WORDS | {"the", "of", "and", "staff"}
    return bool(words) and all(word in known for word in words)


def _is_standfirst(line: Line, *, has_title: bool) -> bool:
    """A line of four words or more before the first paragraph that is no sentence; without a title, only one that opens with a dash."""
    if (
        line.block.role in {Role.HEADING, Role.LIST_ITEM, Role.QUOTATION}
        or _BULLET.match(line.text)
        or line.text.endswith(":")
    ):
        return False
    return (
        not line.is_sentence and line.words >= 4 if has_title else bool(_DASH.match(line.text)) and not line.is_sentence
    )


def _sentence_standfirst(lines: Sequence[Line], reasons: Sequence[str], title: int, end: int) -> int | None:
    """A sentence behind the title is the standfirst if a date line or byline parts it from the next paragraph; a short one also
    if a picture does and none stood before it."""
    first = next((at for at in range(title + 1, len(lines)) if not reasons[at]), None)
    if first is None or first > end or not lines[first].is_sentence or lines[first].block.role is not Role.PARAGRAPH:
        return None
    following = next((at for at in range(first + 1, len(lines)) if not reasons[at]), None)
    if following is None:
        return None
    between = set(reasons[first + 1 : following])
    if between & {"byline", "date line"}:
        return first if lines[first].words <= 45 else None
    pictures = {"caption", "credit"}
    parted = bool(between & pictures) and not pictures & set(reasons[title + 1 : first])
    return first if parted and lines[first].words <= 18 else None


def _mark_behind_standfirst(lines: Sequence[Line], reasons: list[str], end: int) -> None:
    """Names and labels between the first sentence and the next paragraph, if a date line or byline stands there, too."""
    behind = next((at for at in range(end + 1, len(lines)) if not reasons[at] and lines[at].is_prose), end)
    if not {"byline", "date line", "time"} & set(reasons[end + 1 : behind]):
        return
    for at in range(end + 1, behind):
        if not reasons[at] and not lines[at].is_fixed:
            reasons[at] = _furniture(lines[at], before_title=False, is_last=at == behind - 1)


def _drop_weak_teasers(lines: Sequence[Line], reasons: list[str], title: int | None) -> None:
    """ "Watch: ...", "Live updates: ..." is a teaser wherever it is not the title."""
    for at, line in enumerate(lines):
        if at != title and not reasons[at] and not line.is_prose and wording.WEAK_TEASER_START.match(line.head):
            reasons[at] = "teaser"
