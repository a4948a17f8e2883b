"""Remedies for headers that cannot be read, and for keys that are missing, unknown or there twice."""

import re
from collections.abc import Iterator, Mapping

from generator.intake.scaffold import spelled
from generator.problems import Paste
from generator.reading.fields import TABLES, meant_field, quoted
from generator.reading.header import FORBIDDEN
from generator.remedies.case import Case, Remedy, first_that_mends
from generator.remedies.values import listed_slugs, without_quotes
from generator.text import slugify

_ENTRY = re.compile(r"(\s*)([A-Za-z_][\w-]*)[ \t]*([:：]?)[ \t\xa0]*(.*?)[ \t\xa0]*")
_ITEM = re.compile(r"(\s*- )(.*)")
_OF_A_HEADER = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:\s|$)|\s+\S|- |#")
_LIKE_A_FENCE = re.compile(r"\s*(?:[-–—=+*_~`]{2,10}|[–—])\w{0,4}\s*")
_REACH = 4  # lines above the one that the parser stumbles over, in which the mistake may be
_ORGANISATIONS = re.compile(
    r"\b(?:party|union|ministry|council|agency|army|bank|group|company|court|commission|association|university|office)\b",
    re.IGNORECASE,
)


def readable_line(case: Case) -> Paste | None:
    """The line on which YAML stumbles (or one shortly above), written so that it does not."""
    names = {field.name for field in TABLES.get(case.sheet.folder, ())}
    last = case.problem.line
    pastes: list[Paste | None] = []
    for number in range(last, max(last - _REACH, case.sheet.header.first_line - 1), -1):
        line = case.sheet.line(number)
        pastes += [
            case.sheet.with_lines(number, number, new, safe=safe)
            for new, safe in _rewritten(line, names)
            if new != line
        ]
    pastes.append(case.sheet.with_lines(last, last, ""))
    return first_that_mends(case, pastes)


def _rewritten(line: str, names: set[str]) -> Iterator[tuple[str, bool]]:
    """The ways in which a line may be meant, the likeliest first, and whether nothing but the form changes."""
    plain = FORBIDDEN.sub("", line).replace("\xa0", " ").replace("：", ": ")
    yield plain, plain == line.replace("\xa0", " ")
    if "\t" in line:
        indent = "  " if line.lstrip().startswith("-") else ""
        yield indent + line.strip().replace("\t", " "), True
    found = _ENTRY.fullmatch(plain.replace("\t", " "))
    if found and found[2] in names:
        yield f"{found[2]}: {found[4]}", bool(found[3])
        for close in ("]", "}", "]}"):
            if found[4].startswith(("[", "{")):
                yield f"{found[2]}: {found[4]}{close}", False
        yield f"{found[2]}: {quoted(without_quotes(found[4]))}", bool(found[3])
    elif item := _ITEM.fullmatch(plain):
        yield f"{item[1]}{quoted(without_quotes(item[2]))}", True
    yield line.strip(), False


def closed_header(case: Case) -> Paste:
    """The closing --- below the last line that looks like one of a header."""
    number = case.problem.line + 1
    while _OF_A_HEADER.match(case.sheet.line(number)) and not _LIKE_A_FENCE.fullmatch(case.sheet.line(number)):
        number += 1
    if _LIKE_A_FENCE.fullmatch(case.sheet.line(number)):
        return case.sheet.with_lines(number, number, "---")
    return case.sheet.with_lines(number, number - 1, "---")


def begun_header(case: Case) -> Paste:
    """The lines of the header between two of three hyphens, on top; what stood above them below."""
    sheet = case.sheet
    first = last = case.problem.line
    while _OF_A_HEADER.match(sheet.line(last + 1)) or re.match(r"\w+\s*=\s", sheet.line(last + 1)):
        if _LIKE_A_FENCE.fullmatch(sheet.line(last + 1)):
            break
        last += 1
    lines = [re.sub(r"^\s*(\w+)\s*=\s*", r"\1: ", sheet.line(number)) for number in range(first, last + 1)]
    above = [line for number in range(1, first) if not _LIKE_A_FENCE.fullmatch(line := sheet.line(number))]
    while _LIKE_A_FENCE.fullmatch(sheet.line(last + 1)):
        last += 1
    text = [line for line in above if line.strip()]
    return sheet.with_lines(1, last, "\n".join(["---", *lines, "---", *(["", *text] if text else [])]))


def key_once(case: Case) -> Paste:
    """The second of two lines with one key goes, with all that belongs to it."""
    first = last = case.problem.line
    while case.sheet.line(last + 1).startswith((" ", "- ")):
        last += 1
    return case.sheet.with_lines(first, last, "")


def known_key(case: Case) -> Paste | None:
    """The key as it was meant, with the value in the form that the field wants; else the line goes."""
    sheet, key, meant = case.sheet, case.problem.value, case.problem.field
    if key not in sheet.header.entries:
        return None
    _, node = sheet.header.entries[key]
    written = sheet.written(node)
    pastes: list[Paste | None] = []
    if meant and meant not in sheet.header.entries:
        safe = key.casefold().replace("-", "_") == meant and meant_field(key, [meant]) == meant
        start = sheet.header.offset + sheet.header.entries[key][0].start_mark.index
        pastes.append(sheet.with_text(start, start + len(key), meant, safe=safe))
        value = " ".join(without_quotes(written).split())
        forms = [
            value.casefold(),
            slugify(value),
            quoted(value),
            f"[{quoted(value)}]",
            listed_slugs(case, meant, value),
        ]
        if key.casefold() == "draft":
            forms = ["draft" if value.casefold() in {"true", "yes", "on"} else "published"]
            pastes = []
        pastes += [sheet.with_entry(key, f"{meant}: {form}") for form in forms if form]
    pastes.append(sheet.without_entry(key))
    return first_that_mends(case, pastes)


def missing_key(case: Case) -> Paste:
    """The line that a header lacks, as far as the file's name tells it; the most careful value, where it does not."""
    stem, field = case.sheet.stem, case.problem.field
    name = spelled(case.sheet.folder.removesuffix("s"), stem)
    values = {
        "name": name,
        "title": quoted(name),
        "kind": kind_of(name),
        "rights": "link",
        "url": f"https://{stem}.example/ # an example: put the outlet's own address in its place",
    }
    return case.sheet.with_header_line(f"{field}: {values.get(field, '')}")


def kind_of(name: str) -> str:
    """What an actor may be, from its name alone: someone must look at it."""
    if _ORGANISATIONS.search(name):
        return "organisation"
    return "person" if " " in name else "state"


def quoted_value(case: Case) -> Paste | None:
    """A value in straight quotation marks, whole."""
    found = _ENTRY.fullmatch(case.sheet.line(case.problem.line))
    if not found:
        return None
    value = found[4].strip("“”„«»‘’ ") if case.problem.code == "header-curly" else without_quotes(found[4])
    line = f"{found[2]}: {quoted(value)}"
    return case.sheet.with_lines(case.problem.line, case.problem.line, line, safe=case.problem.code == "header-cut")


REMEDIES: Mapping[str, Remedy] = {
    "header-broken": readable_line,
    "header-anchor": readable_line,
    "header-tag": readable_line,
    "header-too-deep": readable_line,
    "header-open": closed_header,
    "header-start": begun_header,
    "header-twice": key_once,
    "header-unknown": known_key,
    "header-missing": missing_key,
    "header-cut": quoted_value,
    "header-curly": quoted_value,
}
