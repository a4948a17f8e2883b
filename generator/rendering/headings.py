"""Headings: their ids, and their words for the table of contents."""

import html
import re
import unicodedata

from generator.rendering import inline
from generator.rendering.model import Heading, Sheet, Unknown

_HEADING = re.compile(rf"(#{{1,6}}) ([^\n]*?)(?:(?<! ) +\{{ ({inline.ATTRIBUTES}) \}})?")
_TAG = re.compile(r"<[^>]*>")
_TOC_LEVELS = range(2, 4)  # toc_depth in mkdocs.yml
_NUMBERED = re.compile(r"(.*)_([0-9]+)")
_PLACE = "\x02id:{}\x03"  # where an id goes that is given only when all others are known


def heading(markdown: str, sheet: Sheet) -> str:
    """The HTML of a heading, ending in a newline; its id may still have to be given (``named``).  Raises Unknown."""
    found = _HEADING.fullmatch(markdown.rstrip(" "))
    if not found:
        raise Unknown
    level, words, listed = len(found[1]), found[2].strip(), found[3]
    if not words or words[0] in "#{" or (words[-1] == "#" and not re.search(r"[^\\]\\#$", words)):
        raise Unknown
    inner = inline.text(words, sheet)
    name = " ".join(_TAG.sub("", inner).split())
    if listed is None:
        sheet.headings.append((level, None, name))
        return f'<h{level} id="{_PLACE.format(len(sheet.headings) - 1)}">{inner}</h{level}>\n'
    stated, before, after = inline.attributes(listed)
    if stated is None:
        raise Unknown
    sheet.ids.add(stated)
    sheet.headings.append((level, stated, name))
    return f"<h{level}{before}{after}>{inner}</h{level}>\n"


def named(page: str, sheet: Sheet) -> tuple[str, tuple[Heading, ...]]:
    """The page with an id for each heading that states none, and what the table of contents holds."""
    out: list[Heading] = []
    for index, (level, stated, name) in enumerate(sheet.headings):
        if stated is None:
            stated = _unique(_slug(html.unescape(name)), sheet.ids)
            page = page.replace(_PLACE.format(index), stated)
        if level in _TOC_LEVELS:
            out.append(Heading(level=level, id=stated, name=name))
    return page, tuple(out)


def _slug(words: str) -> str:
    """As the ``toc`` extension makes an id."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())


def _unique(name: str, taken: set[str]) -> str:
    """As the ``toc`` extension tells headings of the same words apart; the name is then taken."""
    if not name or name in taken:
        numbered = _NUMBERED.fullmatch(name)
        base, number = (numbered[1], int(numbered[2])) if numbered else (name, 0)
        name = f"{base}_{(number := number + 1)}"
        while name in taken:
            name = f"{base}_{(number := number + 1)}"
    taken.add(name)
    return name
