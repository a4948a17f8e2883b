"""Where quotation marks open and close in one block of text.

A mark's own shape is only a hint: clips mix curly and straight marks, forget a closing one, or open each paragraph of a
long quotation and close only the last.  So the scan knows what is open, and for marks that look both ways where they stand.
"""

import re
from dataclasses import dataclass, replace

MASK = "\ufffc"  # stands for each character of a quotation, so that offsets hold and no word in it is read
OPENING = frozenset("“„‟«‹「『")
CLOSING = frozenset("”»›」』")
STRAIGHT = frozenset('"＂″')
CLOSERS = {
    "“": '”"',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    '"': '"”',
    "＂": "＂",
    "″": "″",
}
BEFORE_OPENING = frozenset("([{—–-/:;,=>‘'*_")  # besides space: what may stand right before an opening mark
LOOK_AHEAD = 4000  # characters: how far the scan looks to tell a nested mark from a forgotten one
LONGEST_SINGLE = 1500  # characters: apostrophes further on do not close a single mark
# What follows an apostrophe that stands for missing letters, and so opens nothing.
ELISION = re.compile(r"(?:em|til|tis|twas|n|cause|cos|bout|round|ere|kay|\d\d?s?)\b", re.IGNORECASE)
SINGLE_CLOSING = re.compile(r"[’'](?!\w)")
MARK = re.compile("``|''|[“”„‟«»‹›「」『』\"＂″‘']")
ANY_MARK = re.compile("[“”„‟«»‹›「」『』\"＂″‘'`]")  # a quick look, before the marks themselves are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch between quotation marks: ``text[at:to]``; ``open`` and ``close`` include the marks.

    ``closed`` is False where the block ends (or another quotation opens) first; ``opened`` is False where a closing mark
    has no opening one; ``single`` tells single marks.
    """

    open: int
    at: int
    to: int
    close: int
    opened: bool = True
    closed: bool = True
    single: bool = False
    at_end: bool = False  # not closed, and runs to the block's end


def opens_here(text: str, start: int, end: int) -> bool:
    """Whether the mark ``text[start:end]`` stands as an opening one does: text follows at once, none goes before."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if after.isspace():
        return False
    return before.isspace() or before in BEFORE_OPENING or before in OPENING or (before.isalpha() and after.isupper())


def closes_here(text: str, start: int, end: int) -> bool:
    """Whether the mark stands as a closing one does: text goes before at once, none follows."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and (not after.isalnum() or not before.isalnum())


def find_spans(text: str, *, carried: bool = False) -> list[Span]:
    """All outermost quotations of a block; with ``carried`` one is open as the block begins (if its first mark closes it)."""
    spans: list[Span] = []
    position = 0
    first = MARK.search(text)
    if first and closes_unopened(text, first):
        spans.append(Span(open=0, at=0, to=first.start(), close=first.end(), opened=carried))
        position = first.end()
    while found := MARK.search(text, position):
        span = single_span(text, found) if found.group() in "‘'" else double_span(text, found)
        if span is None:
            position = found.end()
            continue
        spans.append(span)
        position = max(span.close, found.end())
    return [trimmed(text, span) for span in spans if text[span.at : span.to].strip()]


def closes_unopened(text: str, found: re.Match[str]) -> bool:
    """A block's first double mark closes what never opened: it follows text and punctuation, and space follows."""
    mark, start, end = found.group(), found.start(), found.end()
    if mark in OPENING or mark in "‘'``" or not start:
        return False
    after = text[end : end + 1]
    return (mark in CLOSING or closes_here(text, start, end)) and text[start - 1] in ",.!?…;—" and not after.isalnum()


def double_span(text: str, found: re.Match[str]) -> Span | None:
    """The quotation that a double mark opens here, or None where it opens nothing."""
    mark, start, end = found.group(), found.start(), found.end()
    if mark in ("``", "''"):
        return wide_span(text, found)
    if mark not in OPENING and not opens_here(text, start, end):
        return None
    closers = CLOSERS.get(mark, "”")
    depth, position = 0, end
    while inner := MARK.search(text, position):
        position = inner.end()
        other = inner.group()
        if other in "‘'" or len(other) > 1:
            continue
        if other in closers and not (other in STRAIGHT and is_opener(text, inner)):
            if depth:
                depth -= 1
                continue
            return Span(open=start, at=end, to=inner.start(), close=inner.end())
        if (other == mark or (other in "“„" and mark in STRAIGHT)) and is_opener(text, inner):
            if not is_nested(text, inner):
                return Span(open=start, at=end, to=inner.start(), close=inner.start(), closed=False)
            depth += 1
    return Span(open=start, at=end, to=len(text), close=len(text), closed=False, at_end=True)


def is_opener(text: str, found: re.Match[str]) -> bool:
    """Inside a quotation: whether this mark opens another one (space before it, text after it)."""
    start, end = found.start(), found.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (before.isspace() or before in "([") and not after.isspace()


def is_nested(text: str, found: re.Match[str]) -> bool:
    """Two closing marks follow before the next opening one: the second belongs to the quotation around."""
    closings = 0
    position, limit = found.end(), found.end() + LOOK_AHEAD
    while other := MARK.search(text, position, limit):
        position = other.end()
        if other.group() in "‘'" or len(other.group()) > 1:
            continue
        if is_opener(text, other) and other.group() not in CLOSING:
            return False
        closings += 1
        if closings == 2:
            return True
    return False


def wide_span(text: str, found: re.Match[str]) -> Span | None:
    """Marks typed as two characters: ``...''."""
    if found.group() == "''" and not opens_here(text, found.start(), found.end()):
        return None
    close = text.find("''", found.end(), found.end() + LOOK_AHEAD)
    if close < 0:
        return None
    return Span(open=found.start(), at=found.end(), to=close, close=close + 2)


def single_span(text: str, found: re.Match[str]) -> Span | None:
    """The quotation that a single mark opens, or None for an apostrophe.

    An apostrophe at a word's end (``the ministers’ plan``) closes only where no surer closing mark follows: one after
    punctuation or after another letter than s, before the next single mark opens.
    """
    start, end = found.start(), found.end()
    if not opens_here(text, start, end) or (start and text[start - 1].isalpha()) or ELISION.match(text, end):
        return None
    unsure: int | None = None
    for closing in SINGLE_CLOSING.finditer(text, end + 1, end + LONGEST_SINGLE):
        at = closing.start()
        before = text[at - 1]
        if before.isspace():
            if unsure is not None or found.group() == "'":
                break
            continue
        if before.lower() != "s" or not text[at + 1 : at + 2].isspace() or not text[at + 2 : at + 3].islower():
            if unsure is None or not opens_between(text, unsure, at):
                return Span(open=start, at=end, to=at, close=at + 1, single=True)
            break
        if unsure is None:
            unsure = at
    if unsure is not None:
        return Span(open=start, at=end, to=unsure, close=unsure + 1, single=True)
    runs_on = found.group() == "‘" and start == 0
    return (
        Span(open=0, at=end, to=len(text), close=len(text), closed=False, single=True, at_end=True) if runs_on else None
    )


def opens_between(text: str, start: int, end: int) -> bool:
    """Whether another single mark opens in ``text[start:end]``."""
    return re.search(r"\s[‘'](?=\w)", text[start:end]) is not None


def trimmed(text: str, span: Span) -> Span:
    """The span without white space just inside its marks."""
    inside = text[span.at : span.to]
    at = span.at + len(inside) - len(inside.lstrip())
    return replace(span, at=at, to=at + len(inside.strip()))
