"""Text citations by citeproc, once for each shape of item.

Its engine takes some ten milliseconds for one reference, which ten thousand articles cannot pay.  But what it writes depends on
an item's values only where they stand: so it renders each shape (the fields an item has, its kinds of authors, its month) once,
with stand-ins for the values, and the values go in where those stand.  A test holds that both ways agree.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from io import BytesIO
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.formatter import html
from citeproc.source.json import CiteProcJSON

from generator.citations import styles
from generator.citations.items import Item, plain
from generator.citations.names import Name, initials

STYLES = {"APA": styles.APA, "Chicago": styles.CHICAGO}

_YEAR, _DAY = 7777, 27  # stand-ins, as numbers
_PLACE = re.compile(rf"Zz(?:[A-Z][a-z]+Zz)+|{_YEAR}|\b{_DAY}\b")
_ENDS = re.compile(r"[.?!…][\"'”’»)\]]*$")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

# (has a container, an archive, an address, a date's month or 0; a letter for each author: p person, s with suffix, l literal)
Shape = tuple[str, bool, bool, bool, int, str]


def citation(item: Item, style: str) -> str:
    """A reference in one of ``STYLES``, as HTML whose only tags are ``<i>``."""
    values = _values(item, style)
    out: list[str] = []
    at_end = ""  # what stands at the end of the value before, if it ends a sentence
    for part in _parts(_shape(item), style):
        if isinstance(part, _Place):
            value = plain(values[part.name])
            out.append(escape(value, quote=False))
            at_end = value if _ENDS.search(value) else ""
        else:
            out.append(part.behind_end if at_end else part.text)
    return "".join(out)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a value stands."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Between:
    """What stands between two values, and the same behind a value that ends in a point: no point behind a point."""

    text: str
    behind_end: str


@cache
def _parts(shape: Shape, style: str) -> tuple[_Place | _Between, ...]:
    """A template taken apart, which begins and ends with what is no value."""
    template = _template(shape, style)
    parts: list[_Place | _Between] = []
    at = 0
    for place in _PLACE.finditer(template):
        parts += [_between(template[at : place.start()]), _Place(name=place[0])]
        at = place.end()
    return (*parts, _between(template[at:]))


def _between(text: str) -> _Between:
    closed = "</i>" if text.startswith("</i>") and len(text) > 4 else ""
    behind = text.removeprefix(closed)
    return _Between(text=text, behind_end=closed + behind[1:] if behind.startswith(".") else text)


def _shape(item: Item) -> Shape:
    kinds = "".join(
        "l" if name.literal else "s" if name.suffix else "p" if name.given else "f" for name in item.authors
    )
    return (
        item.kind,
        bool(item.container),
        bool(item.archive),
        bool(item.url),
        item.date.month if item.date else 0,
        kinds,
    )


def _author(kind: str, index: int) -> dict[str, str]:
    def stand(part: str) -> str:
        return f"Zz{part}Zz{_numeral(index)}Zz"

    match kind:
        case "l":
            return {"literal": stand("Literal")}
        case "s":
            return {"family": stand("Family"), "given": stand("Given"), "suffix": stand("Suffix")}
        case "p":
            return {"family": stand("Family"), "given": stand("Given")}
    return {"family": stand("Family")}


def _numeral(index: int) -> str:
    """A number in letters, since digits stand for dates: A, Ab, Ac ..."""
    digits = ""
    while index:
        index, digit = divmod(index, len(_LETTERS))
        digits = _LETTERS[digit] + digits
    return "N" + (digits or "a")


def _values(item: Item, style: str) -> dict[str, str]:
    title = inner_quotes(item.title) if style == "Chicago" else item.title
    values = {"ZzTitleZz": title, "ZzContainerZz": item.container, "ZzArchiveZz": item.archive, "ZzUrlZz": item.url}
    if item.date:
        values |= {str(_YEAR): str(item.date.year), str(_DAY): str(item.date.day)}
    for index, name in enumerate(item.authors):
        number = _numeral(index)
        given = given_in(name, style)
        parts = {"Literal": name.literal, "Family": name.family, "Given": given, "Suffix": name.suffix}
        values |= {f"Zz{part}Zz{number}Zz": value for part, value in parts.items()}
    return values


def given_in(name: Name, style: str) -> str:
    """First names as a style writes them: APA gives their first letters."""
    return initials(name.given) if style == "APA" else name.given


def inner_quotes(title: str) -> str:
    """A title as it stands in double quotation marks: its own become single ones (Chicago 12.33)."""
    return re.sub(r'"([^"]*)"', r"‘\1’", title).translate(str.maketrans("“”„", "‘’‚"))


@cache
def _template(shape: Shape, style: str) -> str:
    kind, container, archive, url, month, authors = shape
    record: dict[str, Any] = {"id": "it", "type": kind, "title": "ZzTitleZz"}
    record |= {"container-title": "ZzContainerZz"} if container else {}
    record |= {"archive": "ZzArchiveZz"} if archive else {}
    record |= {"URL": "ZzUrlZz"} if url else {}
    record |= {"issued": {"date-parts": [[_YEAR, month, _DAY]]}} if month else {}
    record |= {"author": [_author(kind, index) for index, kind in enumerate(authors)]} if authors else {}
    return rendered(record, style)


def rendered(record: Mapping[str, Any], style: str) -> str:
    """One item of CSL-JSON as citeproc writes it, in HTML."""
    bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([record]), html)
    bibliography.register(Citation([CitationItem(record["id"])]))
    return str(bibliography.bibliography()[0])


@cache
def _style(style: str) -> Any:
    return CitationStylesStyle(BytesIO(STYLES[style].encode()), validate=False)
