"""Junk that is glued to a line of the article: a date before the first sentence, a dateline, a share bar behind the last.

The line is cut; each piece goes on as a line of its own, the junk with its reason.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from generator.model import Block, Role
from generator.reading.clip import wording
from generator.reading.clip.datelines import label_in, read_stamp
from generator.reading.clip.dates import find_dates
from generator.reading.clip.lines import cut
from generator.reading.clip.roles import opens_widget

Piece = tuple[Block, str]  # a block, and why it is dropped (or nothing)

_AFTER_DATE = re.compile(
    r"[\s,]*(?:T?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?Z?)?[\s,]*(?:(?:GMT|UTC|[A-Z]{2,4}T)\b(?:[+-]\d{1,2})?)?\s*[|•·:.)\]–—-]{0,2}\s*"
)
_SEPARATOR = re.compile(r"[|•·–—:]|\s-\s|--")
_TITLE_LABEL = re.compile(r"(?:title|headline|titel|titre|título|titolo|tytuł|заголовок)\s*:\s+(?=\S)", re.I)
_AGENCY = re.compile(r"/[A-Z][\w. -]{1,30}/|\([A-Z][\w ./-]{1,30}\)")
_END_OF_DATELINE = re.compile(r"\s*[:–—]\s?|\s?-{2}\s?|\s-\s")
_AFTER_AGENCY = re.compile(r"\s*[.:–—-]{1,3}\s*")
_MONTH = r"(?!\d)\w{3,12}"
_PLACE_AND_DAY = re.compile(
    rf"(?P<city>.{{2,70}}?)[,.]?\s+(?P<day>{_MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}\.? {_MONTH}\.?(?: \d{{4}})?|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})[.,]?"
)
_BRACKETED = re.compile(r"[(\[]\s?([^()\[\]]{2,70})[)\]]")
_BRACKET_END = re.compile(r"\s*(?:[:–—-]{1,2}\s*|(?=[\"“«„]?[^\W\d_a-zß-öø-ÿ]))")
_ARTICLES = frozenset(
    {"le", "den", "am", "el", "the", "on", "il", "op", "de", "la", "del", "du", "di", "and", "y", "e"}
)
_CITY = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω][\w.’'/,-]{1,40}")
_TAIL_START = re.compile(
    r"\s(?:(?<=[.!?”\"’)\]]\s)\s{0,8}(?=\S)|"
    r"(?=(?:Share(?: this(?: article)?)?:|Subscribe to (?:our|the)\b|Follow us on\b|Sign up for our\b|"
    r"Join our (?:Telegram|WhatsApp|channel)|(?:Read also|Also read|Read more|Related):)))"
)
_AGENCY_TAG = re.compile(
    r"(?:(?:--|–|—|-)\s?\(?(?P<dash>[A-Z][A-Z/-]{1,11})\)?|\((?P<bracket>[A-Za-z][A-Za-z/ -]{1,25})\)|/(?P<slash>[A-Z]{2,12})/|#{1,3}|-\s?30\s?-|\*{3}|ENDS?|EOM)\.?$"
)
_TOP = 8  # lines in which a date, a label or a dateline may be glued
_MOST_TAILS = 8  # pieces of junk behind one line
_TAIL = 202  # characters of a line's end in which glued junk is looked for
_TAIL_TEASER = re.compile(r"(?:read more|read also|also read|see also|related)\s*[:–—-]", re.I)


def cut_glued(blocks: Sequence[Block]) -> list[Piece]:
    """The blocks with glued junk cut off."""
    pieces: list[Piece] = []
    dated = sum(_opens_with_date(block.text) for block in blocks[:200])
    for place, block in enumerate(blocks):
        if block.role in {Role.CODE, Role.TABLE, Role.RULE}:
            pieces.append((block, ""))
            continue
        rest = block
        for start, end, reason in (
            _openings(block.text, is_first=place == 0, is_timeline=dated > 1) if place < _TOP else ()
        ):
            pieces.append((cut(block, start, end), reason))
            rest = cut(block, end)
        pieces += _without_tail(rest, is_last=place >= len(blocks) - 3)
    return pieces


def _openings(text: str, *, is_first: bool, is_timeline: bool) -> Iterator[tuple[int, int, str]]:
    """The pieces of junk that open a line, one behind the other (start, end, reason): date, label of the title, dateline."""
    start = 0
    for rule in (partial(_date_prefix, is_first=is_first, is_timeline=is_timeline), _title_label, _dateline):
        length, reason = rule(text[start:])
        if length:
            yield start, start + length, reason
            start += length


def _opens_with_date(text: str) -> bool:
    dates = find_dates(text[:40])
    return bool(dates) and dates[0].start <= 2


def _date_prefix(text: str, *, is_first: bool, is_timeline: bool) -> tuple[int, str]:
    """A labelled date before other text (" date 2025-08-20 Some text"); on the first line also one without label, if it is written
    2025-08-20 or a dash, bar or colon follows, and no other line begins with a date."""
    head = text[:80]
    dates = find_dates(head)
    if not dates or dates[0].start > 40 or len(text) < dates[0].end + 3:
        return 0, ""
    before = head[: dates[0].start].strip(" [(:")
    if before.casefold() != "date" and read_stamp(text):
        return 0, ""
    after = _AFTER_DATE.match(text, dates[0].end)
    at = after.end() if after else dates[0].end
    if at >= len(text):
        return 0, ""
    if before:
        return (at, "date prefix" if is_first else "date line") if label_in(before) else (0, "")
    written = head[dates[0].start : dates[0].end]
    parted = _SEPARATOR.search(text[dates[0].end : at]) or re.match(r"\d{4}-", written)
    if is_first and not is_timeline and parted and not text[at].islower():
        return at, "date prefix"
    return 0, ""


def _title_label(text: str) -> tuple[int, str]:
    """The word "Title:" before a title."""
    match = _TITLE_LABEL.match(text) if len(text) < 300 else None
    return (match.end(), "label") if match else (0, "")


def _dateline(text: str) -> tuple[int, str]:
    """Place, day and agency before the first sentence: cut where the day or an agency between slashes stands in it.

    "LONDON —" and "LONDON (AP) —" stay: they are how the outlet writes, and name the place.
    """
    head = text[:120]
    if length := _bracketed_dateline(head):
        return (length, "dateline") if len(text) >= 60 else (0, "")
    agency = _AGENCY.search(head)
    end = _AFTER_AGENCY.match(head, agency.end()) if agency else _END_OF_DATELINE.search(head)
    if len(text) < 60 or not end:
        return 0, ""
    before = head[: agency.start() if agency else end.start()].strip(" ,.")
    if not agency and (second := _END_OF_DATELINE.search(head, end.end())):
        day = head[end.end() : second.start()].strip()
        if any((date.start, date.end) == (0, len(day)) for date in find_dates(day)):
            before, end = f"{before}, {day}", second
    found = _PLACE_AND_DAY.fullmatch(before)
    city, day = (found["city"], found["day"]) if found else (before, "")
    words = city.split()
    if not words or len(words) > 6 or not all(_CITY.match(word) for word in words):
        return 0, ""
    known = city.isupper() or city.casefold() in wording.PLACES or bool(agency and day)
    named = agency is not None and (agency.group().startswith("/") or bool(day))
    if known and (named or (day and find_dates(day))):
        return end.end(), "dateline"
    return 0, ""


def _bracketed_dateline(head: str) -> int:
    """The length of a dateline with brackets: "20 August 2025 (STRELSAU) –", "(Strelsau, 20 August 2025) –", "STRELSAU (20 August 2025) –"."""
    bracket = _BRACKETED.search(head) if "(" in head or "[" in head else None
    dates = find_dates(head[: bracket.end()]) if bracket else []
    end = _BRACKET_END.match(head, bracket.end()) if bracket else None
    if not bracket or not end or len(dates) != 1:
        return 0
    before = head[: bracket.start()].strip(" ,")
    place = f"{before} {bracket[1]}".replace(head[dates[0].start : dates[0].end], " ").strip(" ,")
    if before and head[dates[0].start : dates[0].end] != before and dates[0].start < bracket.start():
        return 0  # more than the date stands before the bracket
    names = [word for word in place.replace(",", " ").split() if word not in _ARTICLES]
    is_parted = bool(end.group().strip()) or " ".join(names).casefold() in wording.PLACES
    if not is_parted or not names or len(names) > 6 or not all(_CITY.match(name) for name in names):
        return 0
    return end.end()


def _without_tail(block: Block, *, is_last: bool) -> Iterator[Piece]:
    """The block, and behind it the widgets and the agency's tag that were glued to its last sentence."""
    tails: list[Piece] = []
    while len(tails) < _MOST_TAILS and (found := _tail(block.text, is_last=is_last and not tails)):
        at, reason = found
        tails.append((cut(block, at), reason))
        block = cut(block, 0, at)
    yield block, ""
    yield from reversed(tails)


def _tail(text: str, *, is_last: bool) -> tuple[int, str] | None:
    if len(text) < 30:
        return None
    matches = list(_TAIL_START.finditer(text, max(len(text) - _TAIL, 0)))
    for match in reversed(matches):
        at = match.end()
        tail = text[at:]
        opening = tail.lstrip("(*[")
        if opens_widget(opening, opening.lower()) or _TAIL_TEASER.match(tail):
            return at, "widget"
        if _is_agency_tag(tail, is_last=is_last):
            return at, "agency tag"
    return None


def _is_agency_tag(tail: str, *, is_last: bool) -> bool:
    """The agency's sign behind the last sentence ("-- ANX", "(AFP)", "/NORDA/", "###"); before the end only a known agency's."""
    match = _AGENCY_TAG.match(tail) if len(tail) <= 30 else None
    if not match:
        return False
    name = (match["dash"] or match["bracket"] or match["slash"] or "").casefold()
    known = all(part in wording.AGENCIES for part in re.split(r"[/ -]", name)) if name else False
    return known or (is_last and not (match["bracket"] and not match["bracket"].isupper()))
