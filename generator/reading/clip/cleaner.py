"""From lines or elements to an article: what is title, standfirst and body, and what is dropped, with its reason.

The steps, in order: glued junk is cut off; each line is judged by its own words (``roles``, ``notices``); date lines
(``datelines``) and bylines (``bylines``), pictures (``captions``, ``portraits``); the top (``opening``), repetitions
(``repeats``), the end (``ending``); what is left is the body (``body``).  A reason once entered stays; what no rule claims is article.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Dropped, Evidence, Role
from generator.reading.clip.body import body_blocks, with_links
from generator.reading.clip.bylines import authors_in, is_byline, mark_author_notes
from generator.reading.clip.captions import is_certain_caption, mark_pictures
from generator.reading.clip.damage import damaged_words
from generator.reading.clip.datelines import Stamp, mark_stamps
from generator.reading.clip.dating import Dating, decide
from generator.reading.clip.ending import mark_ending
from generator.reading.clip.glued import Piece, cut_glued
from generator.reading.clip.hints import infer_date
from generator.reading.clip.lines import cut
from generator.reading.clip.notices import reason_of_notice
from generator.reading.clip.opening import Opening, find_opening
from generator.reading.clip.portraits import mark_names
from generator.reading.clip.repeats import mark_repeats
from generator.reading.clip.roles import Line, line_of, reason_to_drop
from generator.reading.clip.suffixes import outlet_suffix
from generator.reading.result import Reading


def clean(blocks: Sequence[Block], *, path: str, title: str | None = None, is_markup: bool = False) -> Reading:
    """Sort out what of a clip is its article.

    Each block is one line (of a text clip) or one element (of a page) with its text, line, origin and marks.
    ``title`` is known from elsewhere (a page's metadata): lines that only repeat it are then dropped and no other title
    is looked for.  With ``is_markup`` the blocks' roles are evidence: headings, list items, quotations, tables and code
    stay what they are unless they are junk, and every block stands by itself.
    """
    lines = _lines(
        cut_glued([block for block in blocks if block.text.strip() or block.rows or block.role is Role.RULE]), is_markup
    )
    reasons, stamps, opening = _judged(lines, title)
    if is_markup:
        _keep_elements(lines, reasons)
    apart = {opening.title, opening.standfirst}
    headline, suffix = _headline(lines, opening.title)
    _mark_title_again(lines, reasons, opening.title, headline.text if headline else title)
    standfirst = _standfirst(lines, opening.standfirst)
    body = body_blocks(
        [line for at, line in enumerate(lines) if not reasons[at] and at not in apart], is_markup=is_markup
    )
    dating = decide(lines, reasons, stamps, path)
    authors, outlet = _writers(lines, reasons, stamps)
    readable = [block for block in (headline, standfirst, *body) if block]
    return Reading(
        headline=headline,
        standfirst=standfirst,
        blocks=tuple(body),
        dropped=_dropped(lines, reasons, suffix),
        date=dating.date,
        updated=dating.updated,
        authors=authors,
        outlet_name=(suffix.text.strip(" |-–—·•/»:") if suffix else None) or outlet,
        url=_address(lines, reasons),
        evidence=_evidence(lines, reasons, headline, dating),
        problems=(*dating.problems, *damaged_words(readable, path)),
    )


def _judged(lines: Sequence[Line], title: str | None) -> tuple[list[str], list[tuple[int, Stamp]], Opening]:
    """Why each line is dropped (or nothing), the date lines with their places, and the top of the clip."""
    reasons = [reason_to_drop(line) or reason_of_notice(line) for line in lines]
    stamps = mark_stamps(lines, reasons)
    _mark_bylines(lines, reasons)
    mark_author_notes(lines, reasons, _writers(lines, reasons, stamps)[0])
    mark_pictures(lines, reasons)
    mark_names(lines, reasons)
    opening = find_opening(lines, reasons, title=title)
    apart = {at for at in (opening.title, opening.standfirst) if at is not None}
    mark_repeats(lines, reasons, after=max([opening.body, *apart]))
    for at in apart:
        reasons[at] = ""
    mark_ending(lines, reasons, body=opening.body)
    return reasons, stamps, opening


_WEAK_REASONS = frozenset({"leftover", "section label"})
_LONGEST_CAPTION = 150  # characters of a sentence that an element may be a caption or teaser with


def _keep_elements(lines: Sequence[Line], reasons: list[str]) -> None:
    """In a page a long sentence is no caption or teaser unless its wording leaves no doubt, and what markup calls a heading or list item
    no leftover."""
    for at, line in enumerate(lines):
        if reasons[at] in {"caption", "teaser"} and line.is_prose and len(line.text) > _LONGEST_CAPTION:
            reasons[at] = reasons[at] if is_certain_caption(line) else ""
        elif reasons[at] in _WEAK_REASONS and line.block.role in {Role.HEADING, Role.LIST_ITEM}:
            reasons[at] = ""


def _standfirst(lines: Sequence[Line], place: int | None) -> Block | None:
    return with_links(replace(lines[place].block, role=Role.STANDFIRST)) if place is not None else None


def _address(lines: Sequence[Line], reasons: Sequence[str]) -> str | None:
    """The http(s) address that stands alone on one of the first lines."""
    alone = (line.text for at, line in enumerate(lines[:12]) if reasons[at] == "address")
    return next((text[text.find("http") :] for text in alone if "http" in text), None)


def _lines(pieces: Sequence[Piece], is_markup: bool) -> list[Line]:
    lines = []
    last = None
    for block, reason in pieces:
        if block.text or block.rows or block.role is Role.RULE:
            gap = is_markup or last is None or block.line > last + 1
            lines.append(line_of(block, gap=gap, reason=reason))
            last = block.line
    return lines


def _mark_bylines(lines: Sequence[Line], reasons: list[str]) -> None:
    """Bylines stand before the second paragraph, or on one of the last three lines."""
    prose = [at for at, line in enumerate(lines) if not reasons[at] and line.is_prose]
    end = prose[1] if len(prose) > 1 else len(lines)
    for at, line in enumerate(lines):
        if not reasons[at] and not line.is_fixed and (at < end or at >= len(lines) - 3) and is_byline(line):
            reasons[at] = "byline"


def _headline(lines: Sequence[Line], place: int | None) -> tuple[Block | None, Dropped | None]:
    """The title's block without the outlet's name behind it, and that name."""
    if place is None:
        return None, None
    block = replace(lines[place].block, role=Role.TITLE, level=1)
    if block.text.startswith("# "):
        block = cut(block, 2)
    texts = (line.text for at, line in enumerate(lines) if at != place and (line.is_sentence or line.words > 8))
    suffix = outlet_suffix(block.text, texts)
    if suffix is None:
        return block, None
    behind = Dropped(text=block.text[suffix.at :].strip(), line=block.line, reason="outlet name")
    return cut(block, 0, suffix.at), behind


def _mark_title_again(lines: Sequence[Line], reasons: list[str], place: int | None, title: str | None) -> None:
    """Lines that only repeat the title are dropped."""
    said = " ".join(title.split()).casefold() if title else ""
    for at, line in enumerate(lines):
        if (
            said
            and not reasons[at]
            and at != place
            and len(line.text) <= len(said) + 20
            and " ".join(line.text.split()).casefold() == said
        ):
            reasons[at] = "repeated title"


def _writers(
    lines: Sequence[Line], reasons: Sequence[str], stamps: Sequence[tuple[int, Stamp]]
) -> tuple[tuple[str, ...], str | None]:
    """Authors and outlet, as the first byline names them."""
    rests = {at: stamp.rest for at, stamp in stamps if stamp.rest}
    bylines = [at for at in range(len(lines)) if reasons[at] == "byline"]
    for at in (*bylines, *rests):
        if "[" in lines[at].text and at in rests:  # a message forwarded from a channel: "Name, [20.08.2025 18:04]"
            return (), rests[at].strip(" []") or None
        authors, outlet = authors_in(rests.get(at, lines[at].text))
        if authors or outlet:
            return authors, outlet
    return (), None


def _dropped(lines: Sequence[Line], reasons: Sequence[str], suffix: Dropped | None) -> tuple[Dropped, ...]:
    dropped = [
        Dropped(text=line.text, line=line.block.line, reason=reasons[at])
        for at, line in enumerate(lines)
        if reasons[at]
    ]
    return tuple(sorted([*dropped, *([suffix] if suffix else [])], key=lambda item: item.line))


def _evidence(
    lines: Sequence[Line], reasons: Sequence[str], headline: Block | None, dating: Dating
) -> dict[str, Evidence]:
    evidence = {}
    if headline:
        how = "first line" if headline.line == lines[0].block.line else "first line that is no label"
        evidence["title"] = Evidence(text=headline.text, line=headline.line, how=how)
    if dating.date_evidence:
        evidence["date"] = dating.date_evidence
    if dating.updated_evidence:
        evidence["updated"] = dating.updated_evidence
    if dating.date is None and (hint := infer_date(lines, reasons)):
        evidence["date-hint"] = hint
    return evidence
