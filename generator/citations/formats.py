"""Citations for programs: BibTeX, RIS and CSL-JSON.  UTF-8 throughout, as all of their readers take it today."""

import json
import re
from collections.abc import Sequence
from typing import Any

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat

from generator.citations.items import Item, plain
from generator.citations.names import Name

# What LaTeX would take for a command.  Braces by name: BibTeX counts them, escaped or not.
_LATEX = str.maketrans({
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
})  # fmt: skip
_IN_URL = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20", "<": "%3C", ">": "%3E", '"': "%22"})
_AND = re.compile(r"\band\b", re.IGNORECASE)


# --- BibTeX --------------------------------------------------------------------------------------------------------------------


def bibtex(items: Sequence[Item]) -> str:
    """Entries for BibTeX and biblatex.  Titles stand in double braces, which keep their capitals.

    (The values come in their braces already: the stack that would add them costs as much as all the rest.)
    """
    return write_string(Library([_entry(item) for item in items]), unparse_stack=[], bibtex_format=_layout())


def _layout() -> BibtexFormat:
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.block_separator, layout.indent = "\n", "  "
    return layout


def _entry(item: Item) -> Entry:
    fields = {"author": " and ".join(_bibtex_name(name) for name in item.authors), "title": f"{{{latex(item.title)}}}"}
    fields["journal" if item.news else "howpublished"] = latex(item.container)
    if item.date:
        fields |= {"year": str(item.date.year), "month": str(item.date.month), "day": str(item.date.day)}
    fields |= {"url": plain(item.url).translate(_IN_URL), "language": latex(item.language)}
    fields["note"] = latex(f"Archived in {item.archive}") if item.archive else ""
    kept = [Field(name, f"{{{value}}}") for name, value in fields.items() if value and value != "{}"]
    return Entry("article" if item.news else "misc", item.key, kept)


def latex(text: str) -> str:
    return plain(text).translate(_LATEX)


def _bibtex_name(name: Name) -> str:
    """``van der Berg, Jr., Karl``; what is no person's name in braces, so that nobody takes it apart."""
    if name.literal:
        return f"{{{latex(name.literal)}}}"
    parts = [latex(part) for part in (name.family, name.suffix, name.given) if part]
    return ", ".join(f"{{{part}}}" if _AND.search(part) or "," in part else part for part in parts)


# --- RIS -----------------------------------------------------------------------------------------------------------------------


def ris(items: Sequence[Item]) -> str:
    """Records as reference managers import them (type NEWS for an outlet's article, ELEC for a page of the archive)."""
    lines = rispy.RisWriter().formats([_record(item) for item in items])
    # Its writer counts the records in lines of their own, which are no part of the format.
    return "".join(f"{line}\n" for line in lines.splitlines() if not re.fullmatch(r"\d+\.", line)).strip("\n") + "\n"


def _record(item: Item) -> dict[str, Any]:
    record: dict[str, Any] = {"type_of_reference": "NEWS" if item.news else "ELEC", "title": plain(item.title)}
    record["authors"] = [plain(_ris_name(name)) for name in item.authors]
    if item.date:
        record |= {"year": f"{item.date:%Y}", "date": f"{item.date:%Y/%m/%d}"}
    record |= {
        "secondary_title": plain(item.container),
        "name_of_database": plain(item.archive),
        "urls": [plain(item.url)] if item.url else [],
        "language": plain(item.language),
    }
    return {name: value for name, value in record.items() if value}


def _ris_name(name: Name) -> str:
    return name.literal or ", ".join(part for part in (name.family, name.given, name.suffix) if part)


# --- CSL-JSON ------------------------------------------------------------------------------------------------------------------


def csl_json(items: Sequence[Item]) -> str:
    """The items in the data format of the Citation Style Language (its schema 1.0.2)."""
    return "[\n" + ",\n".join(json.dumps(csl_record(item), ensure_ascii=False) for item in items) + "\n]\n"


def csl_record(item: Item) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": item.key,
        "type": item.kind,
        "title": plain(item.title),
        "author": [{part: plain(value) for part, value in _csl_name(name).items() if value} for name in item.authors],
        "issued": {"date-parts": [[item.date.year, item.date.month, item.date.day]]} if item.date else None,
        "container-title": plain(item.container),
        "archive": plain(item.archive),
        "URL": plain(item.url),
        "language": plain(item.language),
    }
    return {name: value for name, value in record.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    return {"family": name.family, "given": name.given, "suffix": name.suffix}
